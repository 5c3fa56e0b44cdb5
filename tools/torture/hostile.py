"""Library calls and formats on hostile texts, by doubling: none may take much more than twice the work for twice the text.

Units are repeated, alone and in pairs, as one line, as lines and behind a lead. CPU time beside a reference loop only
says what to look at: what was remembered from an earlier call, and other work on the machine, make it accuse wrongly.
The verdict is by counted instructions (valgrind), of one call in a fresh process for each of three sizes, so that it
is the same at every run. Without valgrind suspects are printed as such, and nothing is called a failure.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import Pool
from time import process_time

from common import ROOT, SOURCE, Attack, environment

UNITS = (
    "\u064b\u0651", "\u0651\u064b", "\u0654", "\u0301\u0323", "ی ", " ،", "،", "« ", "»", "([", ")]", "{", "<a ", "</", "&amp;", "&#", "`",
    "``` ", "~", "http://", "a@", "@", "#", "www.", ".", "..", "1", "۱", "۱/", "1-", "۱۳۹۷ ", "مهر ", "۸ مهر ", "ها ", "می ", "\u200c",
    "\u200cی", "ـ", "ك", "ي ", "باد ", "x ", "x=", "\\", "/", "|", "- ", "* ", "> ", "\t", "\n", " \n", "\r", "\u200f", "\u202b", "\ufeff", "\0",
    "<title><![CDATA[x]", "<content type='xhtml'>x", '"', '{"text":"', "-->\n<", 'msgid "a"\nmsgstr "', "Dialogue: ,,,,,,,,,{", "😀", "\u200d😀", "\ud800", "Ù", "Ø§", "Ã", "ÿ", "&lt;", "By ", "Comments ", "ادامه مطلب\n", "Home » ", "a\n\n", "12:30 ", "%d", "_", "…", "ا\u0653",
)  # fmt: skip
FORMATS = ("feed", "srt", "ass", "po", "json", "jsonl", "csv", "text")
LEADS = ("", "باد ", "۸ مهر ۱۳۹۷\n\n", "<", "`", "«")
SMALL, TIMES = 4_000, 4
#: how long the texts of each look are, as multiples of the shortest, and how often they are tried: what is not linear grows
#: faster still in longer texts, and what a call costs whatever its text vanishes there
LOOKS = ((1, 1), (2, 4), (8, 2))
#: what one call on the long text may take before it is stopped, in CPU seconds
LIMIT = 20.0
#: lengths whose instructions are counted: what the first costs is mostly start-up, and is taken off the others
LENGTHS = (1_000, 8_000, 64_000)
#: linear work gives 9 for (64,000 - 1,000) / (8,000 - 1,000), and quadratic work 65
GROWTH = 20.0
#: a call that is stopped here, in seconds under valgrind (some fifty times slower than without), is no linear one
COUNTING = 900


def functions() -> dict[str, Callable[[str], object]]:
    """Return the library calls to try."""
    import textnorm
    from support.public import STR_TO_STR

    more = {
        name: getattr(textnorm, name)
        for name in ("explain", "explain_tidy", "find_dates", "read_page", "find_artefacts")
    }
    return {**STR_TO_STR, **more, **{f"format {name}": partial(_read_as, name) for name in FORMATS}}


def _read_as(name: str, text: str) -> None:
    """Read a text as a file of a format, and find its texts; what is wrong in it is said."""
    from textnorm.cli.formats.base import Asked
    from textnorm.cli.formats.registry import Formats
    from textnorm.cli.messages import Failure

    asked = Asked(columns=("1",), header=False) if name == "csv" else Asked()
    formats = Formats(name, asked)
    format_ = formats.make(formats.of("x", b""))
    with contextlib.suppress(Failure):
        for chunk in format_.chunks(io.BytesIO(text.encode("utf-8", "replace")), "x"):
            format_.edit(chunk, str)
            list(format_.texts(chunk))


def texts(quick: bool, seed: int) -> Iterator[tuple[str, str]]:
    """Yield leads and units."""
    chance = random.Random(seed)
    singles = [("", unit) for unit in UNITS]
    pairs = [("", left + right) for left, right in itertools.permutations(UNITS, 2)]
    led = [(lead, unit) for lead in LEADS[1:] for unit in UNITS]
    rest = pairs + led
    chance.shuffle(rest)
    yield from chance.sample(singles, 8) if quick else singles
    yield from rest[: 4 if quick else 150]


def attack(quick: bool, seed: int) -> list[Attack]:
    """Try the texts on all functions, and count the instructions of what looks bad."""
    total = Attack("hostile texts by doubling")
    with Pool(2) as pool:
        for tried, suspects, errors in pool.imap_unordered(_try, texts(quick, seed)):
            total.tried += tried - len(errors)
            for error in errors:
                total.check(False, *error)
            for suspect in suspects:
                _judge(total, *suspect)
    return [total]


def _judge(total: Attack, name: str, lead: str, unit: str) -> None:
    if shutil.which("valgrind") is None:
        print("suspect, not counted (valgrind is not installed):", name, ascii((lead, unit)), flush=True)
        return
    grown = growth(name, lead, unit)
    print(f"counted: {name} {(lead, unit)!a}: {grown:.1f} (9 is linear)", flush=True)
    if grown > GROWTH:
        total.tried -= 1  # it was counted as a trial before
        total.check(False, f"{name} is not linear: {grown:.1f}", lead, unit)


def growth(name: str, lead: str, unit: str) -> float:
    """Return how much more the longest text costs than the middle one, in instructions beyond those of the shortest."""
    least, middle, most = (instructions(name, lead + unit * (length // len(unit))) for length in LENGTHS)
    return (most - least) / max(middle - least, 1.0)


_CHILD = "import hostile, json, sys; call, text = json.load(sys.stdin); hostile.functions()[call](text)"


def instructions(name: str, text: str) -> float:
    """Count the instructions of a fresh process that makes one call; infinite for one that has to be stopped."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", sys.executable, "-c", _CHILD]  # fmt: skip
    path = ":".join(map(str, (SOURCE, ROOT / "tests", ROOT / "tools" / "torture")))
    try:
        done = subprocess.run(
            command, env=environment(PYTHONPATH=path, PYTHONHASHSEED="0"), input=json.dumps([name, text]),
            capture_output=True, text=True, timeout=COUNTING, check=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return float("inf")
    told = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    assert told is not None, done.stderr[-300:]
    return float(told[1].replace(",", ""))


_Suspect = tuple[str, str, str]


def _try(text: tuple[str, str]) -> tuple[int, list[_Suspect], list[_Suspect]]:
    lead, unit = text
    suspects, errors = [], []
    known = functions()
    for name, function in known.items():
        try:
            if all(_grows(function, lead, unit, times * SMALL, turns) for times, turns in LOOKS):
                suspects.append((name, lead, unit))
        except Exception as error:
            errors.append((f"{name}: {type(error).__name__} {error}", lead, unit))
    return len(known), suspects, errors


def _grows(function: Callable[[str], object], lead: str, unit: str, size: int, turns: int) -> bool:
    """Say whether sixteen times the text takes over three times as much for each character, in every turn."""
    short, long = (lead + unit * (length // len(unit)) for length in (size, size * TIMES * TIMES))
    function(short)
    for _ in range(turns):
        before = min(_work(function, short) for _ in range(3))
        after = min(
            _work(function, long) for _ in range(2)
        )  # the first one fills what is remembered of words
        if after < 3 * TIMES * TIMES * before + 2:
            return False
    return True


def _work(function: Callable[[str], object], text: str) -> float:
    """Return the CPU time of a call in rounds of a reference loop; infinite beyond the limit."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    start = process_time()
    try:
        function(text)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    middle = process_time()
    sum(map(len, ("باران و باد " * 4_000).split(" ")))
    return (middle - start) / max(process_time() - middle, 1e-5)
