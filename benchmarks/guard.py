"""Has textnorm become slower? Work is counted beside a reference loop and compared with what was accepted.

    python benchmarks/guard.py             fail when a job takes over 15 % more than accepted in guard.json, or more than
                                           so many times another job
    python benchmarks/guard.py --accept    write what is measured now into guard.json; say why in the commit

Every pass has lines of its own, made from a seed out of the words of guard.txt, so that what is remembered of lines helps no
job; words come again, as they do in texts. The words are kept in a file of their own, in pieces of 25 as they stood side by side, because the lexicon
has no words that could be read from it, and fixtures change with their labels: only a change of textnorm changes a figure.
All jobs run with the native core, where it is built, and without it.
With valgrind the work is instructions, the same at every run; without it CPU seconds, the smallest ratio of
several turns. Either way what counts is the ratio to a loop of plain Python over the same text, so that
neither the machine nor the build of Python matters much.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import process_time
from typing import NoReturn

ROOT = Path(__file__).parents[1]
ACCEPTED, WORDS = (Path(__file__).with_suffix(suffix) for suffix in (".json", ".txt"))
TOLERANCE = 1.15
#: in one run the first of a pair takes at most so many times what the second does: with the core, and without it
LIMITS = {
    ("explain", "normalise"): (6.0, 2.5),
    ("SEARCH", "normalise"): (6.0, 4.0),
    ("EDITORIAL", "normalise"): (4.0, 2.0),
    ("document", "normalise"): (3.0, 1.6),
}
TURNS, LINES, WARMING, PASSES, OTHERS = 5, 48, 4, 8, 24
_NOISE = {"ی": "ي", "ک": "ك", "\u200c": " "}
_GAPS = [" "] * 12 + [
    "، ",
    " ،",
    " : ",
    "  ",
    "! ",
    " (",
    ") ",
    " see README.md ",
    " ۱۲:۳۰ ",
    " در ۸ مهر ۱۳۹۷ ",
]


def fresh(number: int) -> list[str]:
    """Return the lines of a pass: pieces of running text in an order that no other pass has, half of them with noise."""
    chance = random.Random(number)
    words = _words()
    return [_line(words, chance, noisy=at % 2 == 1) for at in range(LINES)]


@cache
def _words() -> list[str]:
    return WORDS.read_text(encoding="utf-8").split()


def _line(words: list[str], chance: random.Random, noisy: bool) -> str:
    pieces = []
    for _ in range(chance.randint(2, 5)):
        start = chance.randrange(len(words) - 4)
        pieces += (" ".join(words[start : start + chance.randint(1, 4)]), chance.choice(_GAPS))
    line = "".join(pieces).strip()
    return "".join(_NOISE.get(letter, letter) for letter in line) if noisy else line


def invented(lines: list[str]) -> list[str]:
    """Return as many lines of words that no lexicon has and no cache holds."""
    chance = random.Random(lines[0])
    letters = "ابپتجچدرزسشفقکگلمنوهی"

    def word() -> str:
        return "".join(chance.choices(letters, k=chance.randint(3, 8)))

    return [" ".join(f"{word()}ها {word()} {word()}\u200cهای" for _ in range(3)) for _ in lines[::4]]


def _reference(lines: list[str]) -> None:
    """What any text library does: look at each word, look for a pattern, put words together."""
    pattern, seen = re.compile("[۰-۹]+"), dict.fromkeys(" ".join(lines).split(" "), 1)
    for line in lines:
        words = line.split(" ")
        sum(seen.get(word, 0) for word in words)
        pattern.sub("", " ".join(words).replace("ي", "ی"))


def _over(name: str, options: str = "STANDARD") -> Callable[[list[str]], None]:
    def job(lines: list[str]) -> None:
        import textnorm

        chosen = (getattr(textnorm, options),) if options else ()
        for line in lines:
            getattr(textnorm, name)(line, *chosen)

    return job


JOBS: dict[str, Callable[[list[str]], None]] = {
    "idle": lambda lines: None,  # what the lines themselves cost, taken off all others
    "reference": _reference,
    "normalise": _over("normalise"),
    "document": lambda lines: _over("normalise")(["\n".join(lines)]),
    "EDITORIAL": _over("normalise", "EDITORIAL"),
    "SEARCH": _over("normalise", "SEARCH"),
    "explain": _over("explain"),
    "new words": lambda lines: _over("normalise")(invented(lines)),
    "find_dates": _over("find_dates", ""),
    "clean": lambda lines: _over("clean", "")(["\n".join(lines)]),
}


def _instructions(core: str) -> dict[str, float]:
    """Return the instructions of a pass of each job: what a run has counted at its end, less what it had after warming."""
    # cachegrind without a cache counts what callgrind does in half the time
    counting = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    environment = os.environ | {"PYTHONHASHSEED": "0", "TEXTNORM_CORE": core}
    command = [*counting, sys.executable, __file__, "--count"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(done.stderr)
    told = dict(re.findall(r"==(\d+)== I\s+refs:\s*([\d,]+)", done.stderr))
    counts = {pid: int(count.replace(",", "")) for pid, count in told.items()}
    processes = {
        job: (warm, whole) for job, warm, whole in (line.split("\t") for line in done.stdout.splitlines())
    }
    return {job: (counts[whole] - counts[warm]) / PASSES for job, (warm, whole) in processes.items()}


def _seconds(core: str) -> dict[str, float]:
    return {job: _least_seconds(job, core) for job in JOBS}


def _least_seconds(job: str, core: str) -> float:
    environment = os.environ | {"TEXTNORM_CORE": core}
    command = [sys.executable, __file__, "--run", job]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return min(map(float, done.stdout.split()[WARMING:]))


def run(job: str) -> None:
    """Run a job over passes of fresh lines, and print the CPU seconds of each."""
    _prepare()
    for number in range(WARMING + TURNS):
        lines = fresh(number)
        start = process_time()
        JOBS[job](lines)
        print(process_time() - start)


def count() -> None:
    """Run each job in a child of this process, which has loaded all that they share; print which processes to compare."""
    _prepare()
    free = os.cpu_count() or 1
    for job in JOBS:
        if not free:
            _finished()
            free += 1
        if not os.fork():
            _counted(job)
        free -= 1
    with contextlib.suppress(ChildProcessError):
        while True:
            _finished()


def _finished() -> None:
    """Wait for a child to end."""
    _, status = os.wait()
    if status:
        sys.exit(f"a job ended with {status}")


def _counted(job: str) -> NoReturn:
    """Run the passes of a job; a child that does nothing more tells what had been counted when the job was warm."""
    status = 1
    try:
        for number in range(WARMING):
            JOBS[job](fresh(number))
        warm = os.fork()
        if not warm:
            os._exit(0)
        os.waitpid(warm, 0)
        for number in range(WARMING, WARMING + PASSES):
            JOBS[job](fresh(number))
        os.write(1, f"{job}\t{warm}\t{os.getpid()}\n".encode())
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _prepare() -> None:
    _compile_at_once()
    _load_rules()


def _compile_at_once() -> None:
    """Compile patterns while modules are loaded: at its first use one would count as work of the pass that happens to need it."""
    from textnorm import lazy

    lazy.lazy_pattern = re.compile


def _load_rules() -> None:
    """Run the rules on other lines: what the first question of the core to them loads and makes counts as work of no pass."""
    import textnorm
    from textnorm import pipeline
    from textnorm.compiled import compile_rules

    for options in (textnorm.STANDARD, textnorm.EDITORIAL, textnorm.SEARCH):
        rules = compile_rules(options)
        for line in fresh(-1)[:OTHERS]:
            pipeline.run(line, rules)


def ratios(unit: str, core: str) -> dict[str, float]:
    """Return how many times the reference's work each job takes."""
    work = (_instructions if unit == "instructions" else _seconds)(core)
    idle = work.pop("idle")
    reference = work.pop("reference") - idle
    return {job: round((work[job] - idle) / reference, 2) for job in JOBS if job in work}


def has_core() -> bool:
    """Return whether the native core is in use here."""
    sys.path.insert(0, str(ROOT / "src"))
    from textnorm.core import state

    return state() == "yes"


def verdicts(now: dict[str, float], before: dict[str, float], key: str) -> list[str]:
    """Print what became of each job and return what is wrong."""
    wrong = []
    for job, ratio in now.items():
        was = before.get(job)
        slower = was is not None and ratio > was * TOLERANCE
        verdict = "not accepted yet" if was is None else "slower" if slower else "as accepted"
        print(f"{job:12} {ratio:8.2f} times the reference, accepted {was or '-'}: {verdict} ({key})")
        wrong += [f"{job} is slower ({key})"] if slower else []
    for (job, other), limits in LIMITS.items():
        limit = limits["without" in key]
        if now[job] > limit * now[other]:
            wrong.append(
                f"{job} takes {now[job] / now[other]:.1f} times what {other} takes, over {limit} ({key})"
            )
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--accept", action="store_true", help="keep what is measured now")
    parser.add_argument("--run", choices=JOBS, help=argparse.SUPPRESS)
    parser.add_argument("--count", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run or args.count:
        run(args.run) if args.run else count()
        return 0
    unit = "instructions" if shutil.which("valgrind") else "seconds"
    accepted = json.loads(ACCEPTED.read_text())
    wrong: list[str] = []
    for core in ("1", "0") if has_core() else ("0",):
        which = "with the core" if core == "1" else "without the core"
        key = f"{unit}, Python {sys.version_info.major}.{sys.version_info.minor}, {which}"
        now = ratios(unit, core)
        if args.accept:
            accepted[key] = now
        wrong += verdicts(now, accepted.get(key, {}), key)
    if args.accept:
        ACCEPTED.write_text(json.dumps(accepted, indent=2, sort_keys=True) + "\n")
    print(*wrong, sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
