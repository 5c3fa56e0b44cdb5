"""Library calls and formats on hostile texts: none may take much more than eight times the work for eight times the text.

Looks, each at what the one before found suspicious, so that all texts can be tried on all calls in minutes:

1. CPU time of one call on a short and on a long text; calls that take next to nothing are tried on one that is longer still;
2. the same at four times the lengths, the better of two turns each: what else ran on the machine is not so at both;
3. both once more when all texts are through, since it is another minute;
4. counted instructions (valgrind, see `counting`) of one call at three lengths. This alone is the verdict, and it is the same
   at every run. Without valgrind suspects are printed as such, and nothing is called a failure.
"""

from __future__ import annotations

import contextlib
import gc
import io
import itertools
import os
import re
import shutil
import signal
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool
from time import process_time
from typing import NamedTuple

from common import SOURCE, Attack
from counting import Counter
from hostile_texts import Text, texts

FORMATS = (
    "feed",
    "srt",
    "vtt",
    "ass",
    "po",
    "json",
    "jsonl",
    "telegram",
    "telegram-lines",
    "csv",
    "tsv",
    "text",
)
SHORT, TIMES = 4_000, 8
#: a call of less (CPU seconds) is tried on a text that is longer still; if even that takes less, it does little but copy
NOTHING = 0.01
#: how much more than linear looks suspicious: a part that grows with the square of the length, and is a thirteenth of the
#: work at the short length, gives as much at the first look; a third, at the second
FIRST, SECOND = 1.5, 2.0
#: what one call may take before it is stopped: then it is suspicious. Seconds on the wall, since a timer of CPU time makes
#: the clock of CPU time as coarse as itself
LIMIT = 60
#: lengths whose instructions are counted: what the first costs is taken off the others. The second row
#: is for what begins at some length, once: it is no growth there any more
LENGTHS = ((2_000, 16_000, 128_000), (16_000, 128_000, 1_024_000))
#: lengths for a call that is too slow to be counted at these: slow is not yet more than linear
SHORTER = (250, 2_000, 16_000)
#: linear work gives 9 for (128,000 - 2,000) / (16,000 - 2,000), and quadratic work 65
GROWTH = 16.0
#: where a call is stopped, in CPU seconds under valgrind (some fifty times slower than without)
COUNTING = 600


_TURNS = itertools.count()


class Suspect(NamedTuple):
    """A call and a text that took longer than the lengths explain."""

    core: str
    call: str
    text: Text


def functions() -> dict[str, Callable[[str], object]]:
    """Return the calls to try."""
    import textnorm
    from support.public import STR_TO_STR

    more: dict[str, Callable[[str], object]] = {
        name: getattr(textnorm, name)
        for name in ("explain", "explain_tidy", "explain_extracted", "find_dates", "find_artefacts", "read_page", "search_keys",
                     "html_to_text", "read_html")
    }  # fmt: skip
    more["normalise informal"] = partial(textnorm.normalise, options=textnorm.Options(informal="formal"))
    more["normalise_spans"] = lambda text: textnorm.normalise_spans(re.split("([<>])", text))
    more["learn_site"] = lambda text: textnorm.learn_site(text.split("\n\n"))
    more["records"] = _records
    return {**STR_TO_STR, **more, **{f"format {name}": partial(_read_as, name) for name in FORMATS}}


def _records(text: str) -> None:
    from textnorm.pages.records.read_records import records_in

    with contextlib.suppress(ValueError):
        list(records_in(io.BytesIO(text.encode("utf-8", "replace"))))


def _read_as(name: str, text: str) -> None:
    """Read a text as a file of a format, and find its texts; what is wrong in it is said."""
    from textnorm.cli.formats.base import Asked
    from textnorm.cli.formats.registry import Formats
    from textnorm.cli.messages import Failure

    asked = Asked(columns=("1",), header=False) if name in ("csv", "tsv") else Asked()
    formats = Formats(name, asked)
    format_ = formats.make(formats.of("x", b""))
    with contextlib.suppress(Failure):
        for chunk in format_.chunks(io.BytesIO(text.encode("utf-8", "replace")), "x"):
            format_.edit(chunk, str)
            list(format_.texts(chunk))


def attack(quick: bool, seed: int) -> list[Attack]:
    """Try the texts on all calls, without the native core and with it where it is built."""
    built = any((SOURCE / "textnorm" / "core").glob("_core*"))
    return [_attack(core, texts(quick, seed)) for core in (("0", "1") if built else ("0",))]


def _attack(core: str, tried: Iterable[Text]) -> Attack:
    total = Attack(f"hostile texts, {'with' if core == '1' else 'without'} the native core")
    number, spent = 0, 0.0
    suspects: list[Suspect] = []
    with Pool(2, _use, (core,)) as pool:
        for count, found, errors, seconds in pool.imap_unordered(_try, tried):
            number, spent = number + 1, spent + seconds
            total.tried += count - len(errors)
            for error in errors:
                total.check(False, *error)
            suspects += (Suspect(core, call, text) for call, text in found)
            if not number % 25:
                print(f"... {number} texts, {len(suspects)} suspects", end="\r", flush=True)
        still = pool.map(_is_still_suspicious, suspects, chunksize=1)
        suspects = [suspect for suspect, holds in zip(suspects, still, strict=True) if holds]
    print(*(f"suspect: {suspect!a}" for suspect in suspects), sep="\n", flush=True)
    print(f"{total.name}: {number} texts, {spent:.0f} s of CPU time, {len(suspects)} suspects", flush=True)
    _judge(total, core, suspects)
    return total


def _use(core: str) -> None:
    os.environ["TEXTNORM_CORE"] = core
    load(functions())
    gc.freeze()


def load(calls: dict[str, Callable[[str], object]]) -> None:
    """Make each call once: what is loaded at a first call is no work of a text."""
    for function in calls.values():
        for text in ("باد", "<p>باد", '{"a":1}', "a\n\nb"):
            function(text)


def _judge(total: Attack, core: str, suspects: list[Suspect]) -> None:
    """Count the instructions of what was suspicious, in two processes."""
    if suspects and shutil.which("valgrind") is None:
        print(
            f"{len(suspects)} suspects, not counted (valgrind is not installed):", ascii(suspects), flush=True
        )
        return
    with ThreadPool(2) as pool:
        for some in pool.imap_unordered(partial(_counted, core), (suspects[::2], suspects[1::2])):
            for suspect, grown in some:
                if grown > GROWTH:
                    total.tried -= 1  # it was counted as a trial before
                    total.check(False, f"{suspect.call} is not linear: {grown:.1f}", *suspect)


def _counted(core: str, suspects: list[Suspect]) -> list[tuple[Suspect, float]]:
    found: list[tuple[Suspect, float]] = []
    if not suspects:
        return found
    with Counter(core, COUNTING) as counter:
        for suspect in suspects:
            found.append((suspect, growth(partial(_instructions, counter, suspect))))
            print(f"counted: {suspect!a}: {found[-1][1]:.1f} (9 is linear)", flush=True)
    return found


def growth(instructions: Callable[[int], float]) -> float:
    """Return how much more the longest text costs than the middle one, in instructions beyond those of the shortest."""
    first = _grown(instructions, LENGTHS[0])
    if first == float("inf"):
        return _grown(instructions, SHORTER)
    return first if first <= GROWTH else _grown(instructions, LENGTHS[1])


def _grown(instructions: Callable[[int], float], lengths: tuple[int, int, int]) -> float:
    least, middle, most = map(instructions, lengths)
    return (most - least) / max(middle - least, 1.0) if middle < float("inf") else middle


def _instructions(counter: Counter, suspect: Suspect, length: int) -> float:
    return counter.count(suspect.call, suspect.text.make(length))


def _try(text: Text) -> tuple[int, list[tuple[str, Text]], list[tuple[str, Text]], float]:
    suspects, errors, start = [], [], process_time()
    gc.collect()
    gc.disable()  # its rounds depend on what was there before, and their work is none of a call's
    known = functions()
    for name, function in known.items():
        try:
            if _is_suspicious(function, text):
                suspects.append((name, text))
        except Exception as error:
            errors.append((f"{name}: {type(error).__name__} {error}", text))
    return len(known), suspects, errors, process_time() - start


def _is_still_suspicious(suspect: Suspect) -> bool:
    return _is_suspicious(functions()[suspect.call], suspect.text)


def _is_suspicious(function: Callable[[str], object], text: Text) -> bool:
    """Say whether the work grows faster than the text at both looks."""
    length, turns = SHORT, 1
    short, long = _spent(function, text, length, 2), _spent(function, text, length * TIMES, turns)
    if long < NOTHING:
        length *= TIMES
        short, long = long, _spent(function, text, length * TIMES, turns)
    if long < max(NOTHING, FIRST * TIMES * short):
        return False
    short, long = (_spent(function, text, 4 * length * times, 2) for times in (1, TIMES))
    return long >= SECOND * TIMES * short


def _spent(function: Callable[[str], object], text: Text, length: int, turns: int) -> float:
    """Return the CPU seconds of the quickest call on a text of a length; infinite beyond the limit."""

    def stop(*_: object) -> None:
        raise TimeoutError

    best = float("inf")
    before = signal.signal(signal.SIGALRM, stop)
    try:
        for _ in range(turns):
            made = text.make(length, next(_TURNS))  # never one that is remembered
            signal.setitimer(signal.ITIMER_REAL, LIMIT)
            start = process_time()
            function(made)
            best = min(best, process_time() - start)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return best
