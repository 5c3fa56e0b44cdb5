"""Has textnorm become slower? Work is counted beside a reference loop and compared with what was accepted.

    python benchmarks/guard.py             fail when a job takes over 15 % more than accepted in guard.json
    python benchmarks/guard.py --accept    write what is measured now into guard.json; say why in the commit

With valgrind the work is instructions, the same at every run; without it CPU seconds, the smallest ratio of
several turns. Either way what counts is the ratio to a loop of plain Python over the same text, so that
neither the machine nor the build of Python matters much.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import process_time

ACCEPTED = Path(__file__).with_name("guard.json")
TOLERANCE = 1.15
#: explaining costs at most so many times what normalising does, which is little more than a look-up in the native core
EXPLAINING = 12.0
TURNS = 15
LINES = [
    "هواشناسی می‌گوید بارش‌ها از فردا کم‌تر می‌شود، اما دمای هوا در شمال پایین می‌ماند.",
    "هواشناسي مي گويد بارش ها از فردا كمتر ميشود ,اما دماي هوا در شمال پايين مي ماند .",
    "برای نصب Python 3.11 به https://example.org/a بروید و README.md را بخوانيد ، ok?",
    "تیم مهمان در نیمهٔ دوم دو گل زد و بازی با نتیجهٔ ۲ بر ۱ به پایان رسید.",
    "آشپز   گفت :«برنج را  بشویید ، نمک بزنید و نیم ساعت صبر کنید!»",
    "The first autumn rain reached the coast on Sunday, and the boats stayed in port until noon.",
    "قطار ساعت ۱۲:۳۰ از تهران حركت ميكند و در ۸ مهر ۱۳۹۷ اولین سفر خود را آغاز کرده بود",
    "سلاممم دوستان، کتابها و مقاله ها را در سايت گذاشته ام&nbsp;؛ ببینید: @ali #هوا",
] * 8
#: words that no cache holds
NEW = [" ".join(f"{a}{b}ان{c} {a}{c}ها" for c in "بتمن") for a in "سشرد" for b in "پجکل"] * 2


def _reference(lines: list[str]) -> None:
    """What any text library does: look at each word, look for a pattern, put words together."""
    pattern, seen = re.compile("[۰-۹]+"), dict.fromkeys(" ".join(LINES).split(" "), 1)
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


def _unseen(lines: list[str]) -> None:
    import textnorm
    from textnorm.ruleset.joiners import scan

    scan.scanner_of(frozenset()).clear()
    for line in NEW:
        textnorm.normalise(line)


JOBS: dict[str, Callable[[list[str]], None]] = {
    "reference": _reference,
    "normalise": _over("normalise"),
    "document": lambda lines: _over("normalise")(["\n".join(lines)]),
    "EDITORIAL": _over("normalise", "EDITORIAL"),
    "SEARCH": _over("normalise", "SEARCH"),
    "explain": _over("explain"),
    "new words": _unseen,
    "find_dates": _over("find_dates", ""),
    "clean": lambda lines: _over("clean", "")(["\n".join(lines)]),
}


def _instructions(job: str) -> float:
    """Instructions of one pass: those of a run with three passes less those of a run with one."""
    counts = []
    for passes in ("1", "3"):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, __file__]
        environment = os.environ | {"PYTHONHASHSEED": "0"}
        done = subprocess.run(
            [*command, "--run", job, passes], capture_output=True, text=True, env=environment, check=True
        )
        counts.append(int(re.findall(r"Collected\s*:\s*(\d+)", done.stderr)[0]))
    return (counts[1] - counts[0]) / 2


def _seconds(job: str) -> float:
    start = process_time()
    JOBS[job](LINES)
    return process_time() - start


def ratios(unit: str) -> dict[str, float]:
    """How many times the reference's work each job takes."""
    jobs = [job for job in JOBS if job != "reference"]
    if unit == "instructions":
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            reference, *counts = pool.map(_instructions, ["reference", *jobs])
        return {job: round(count / reference, 2) for job, count in zip(jobs, counts, strict=True)}
    for job in JOBS:
        JOBS[job](LINES)
    turns = [{job: _seconds(job) for job in JOBS} for _ in range(TURNS)]
    return {job: round(min(turn[job] / turn["reference"] for turn in turns), 2) for job in jobs}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--accept", action="store_true", help="keep what is measured now")
    parser.add_argument("--run", nargs=2, metavar=("JOB", "PASSES"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        for _ in range(int(args.run[1])):
            JOBS[args.run[0]](LINES)
        return 0
    unit = "instructions" if shutil.which("valgrind") else "seconds"
    key = f"{unit}, Python {sys.version_info.major}.{sys.version_info.minor}"
    accepted: dict[str, dict[str, float]] = json.loads(ACCEPTED.read_text()) if ACCEPTED.exists() else {}
    now = ratios(unit)
    if args.accept:
        ACCEPTED.write_text(json.dumps(accepted | {key: now}, indent=2, sort_keys=True) + "\n")
    before = now if args.accept else accepted.get(key, {})
    for job, ratio in now.items():
        was = before.get(job)
        verdict = (
            "not accepted yet" if was is None else "slower" if ratio > was * TOLERANCE else "as accepted"
        )
        print(f"{job:12} {ratio:8.2f} times the reference, accepted {was or '-'}: {verdict} ({key})")
    if now["explain"] > EXPLAINING * now["normalise"]:
        print(f"explain takes more than {EXPLAINING} times what normalise takes")
        return 1
    return int(any(ratio > before.get(job, ratio) * TOLERANCE for job, ratio in now.items()))


if __name__ == "__main__":
    sys.exit(main())
