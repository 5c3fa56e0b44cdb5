"""Library calls on hostile texts, by doubling: no call may take much more than twice the work for twice the text.

Units are repeated, alone and in pairs, as one line, as lines and behind a lead; what looks bad is measured again in
more and longer doublings, turn by turn with a reference loop, before it is called a finding.
"""

from __future__ import annotations

import itertools
import random
import signal
from collections.abc import Callable, Iterator
from multiprocessing import Pool
from time import process_time

from common import Attack

UNITS = (
    "\u064b\u0651", "\u0651\u064b", "\u0654", "\u0301\u0323", "ی ", " ،", "،", "« ", "»", "([", ")]", "{", "<a ", "</", "&amp;", "&#", "`",
    "``` ", "~", "http://", "a@", "@", "#", "www.", ".", "..", "1", "۱", "۱/", "1-", "۱۳۹۷ ", "مهر ", "۸ مهر ", "ها ", "می ", "\u200c",
    "\u200cی", "ـ", "ك", "ي ", "باد ", "x ", "x=", "\\", "/", "|", "- ", "* ", "> ", "\t", "\n", " \n", "\r", "\u200f", "\u202b", "\ufeff", "\0",
    "😀", "\u200d😀", "\ud800", "Ù", "Ø§", "Ã", "ÿ", "&lt;", "By ", "Comments ", "ادامه مطلب\n", "Home » ", "a\n\n", "12:30 ", "%d", "_", "…", "ا\u0653",
)  # fmt: skip
LEADS = ("", "باد ", "۸ مهر ۱۳۹۷\n\n", "<", "`", "«")
SMALL, TIMES = 4_000, 4
#: what one call on the long text may take before it is stopped, in CPU seconds
LIMIT = 20.0


def functions() -> dict[str, Callable[[str], object]]:
    """Return the library calls to try."""
    import textnorm
    from support.public import STR_TO_STR

    more = {
        name: getattr(textnorm, name)
        for name in ("explain", "explain_tidy", "find_dates", "read_page", "find_artefacts")
    }
    return {**STR_TO_STR, **more}


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
    """Try the texts on all functions."""
    total = Attack("hostile texts by doubling")
    with Pool(2) as pool:
        for tried, failures in pool.imap_unordered(_try, texts(quick, seed)):
            total.tried += tried - len(failures)
            for failure in failures:
                total.check(False, *failure)
    return [total]


def _try(text: tuple[str, str]) -> tuple[int, list[tuple[str, ...]]]:
    lead, unit = text
    failures = []
    known = functions()
    for name, function in known.items():
        try:
            if _grows(function, lead, unit, SMALL, 1) and _grows(function, lead, unit, 2 * SMALL, 4):
                failures.append((f"{name} is not linear", lead, unit))
        except Exception as error:
            failures.append((f"{name}: {type(error).__name__} {error}", lead, unit))
    return len(known), failures


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
