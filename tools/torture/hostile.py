"""Library calls and formats on hostile texts: none may take much more than eight times the work for eight times the text.

Three looks, each at what the one before found suspicious, so that all texts can be tried on all calls in minutes:

1. CPU time of one call on a short and on a long text; calls that take next to nothing are tried on one that is longer still;
2. the same at four times the lengths, the better of two turns each: what else ran on the machine is not so at both;
3. counted instructions (valgrind) of one call in a fresh process at three lengths. This alone is the verdict, and it is the
   same at every run. Without valgrind suspects are printed as such, and nothing is called a failure.
"""

from __future__ import annotations

import contextlib
import gc
import io
import itertools
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing import Pool
from time import process_time
from typing import NamedTuple

from common import ROOT, SOURCE, Attack, environment
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
#: lengths whose instructions are counted: what the first costs is mostly start-up, and is taken off the others. The second row
#: is for what begins at some length, once: it is no growth there any more
LENGTHS = ((2_000, 16_000, 128_000), (16_000, 128_000, 1_024_000))
#: linear work gives 9 for (128,000 - 2,000) / (16,000 - 2,000), and quadratic work 65
GROWTH = 16.0
#: a call that is stopped here is no linear one, in CPU seconds under valgrind (some fifty times slower than without)
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
    with Pool(2, _use, (core,)) as pool:
        for count, suspects, errors, seconds in pool.imap_unordered(_try, tried):
            number, spent = number + 1, spent + seconds
            total.tried += count - len(errors)
            for error in errors:
                total.check(False, *error)
            for call, text in suspects:
                _judge(total, Suspect(core, call, text))
    print(f"{total.name}: {number} texts, {spent:.0f} s of CPU time before counting", flush=True)
    return total


def _use(core: str) -> None:
    os.environ["TEXTNORM_CORE"] = core
    for function in functions().values():  # what is loaded at a first call is no work of a text
        for text in ("باد", "<p>باد", '{"a":1}', "a\n\nb"):
            function(text)
    gc.freeze()


def _judge(total: Attack, suspect: Suspect) -> None:
    if shutil.which("valgrind") is None:
        print("suspect, not counted (valgrind is not installed):", ascii(suspect), flush=True)
        return
    grown = growth(suspect)
    print(f"counted: {suspect!a}: {grown:.1f} (9 is linear)", flush=True)
    if grown > GROWTH:
        total.tried -= 1  # it was counted as a trial before
        total.check(False, f"{suspect.call} is not linear: {grown:.1f}", *suspect)


def growth(suspect: Suspect) -> float:
    """Return how much more the longest text costs than the middle one, in instructions beyond those of the shortest."""
    grown = GROWTH
    for lengths in LENGTHS:
        least, middle, most = (instructions(suspect, length) for length in lengths)
        grown = (most - least) / max(middle - least, 1.0)
        if grown <= GROWTH or most == float("inf"):
            break
    return grown


_CHILD = "import hostile, json, sys; call, text = json.load(sys.stdin); hostile.functions()[call](text)"


def instructions(suspect: Suspect, length: int) -> float:
    """Count the instructions of a fresh process that makes one call; infinite for one that has to be stopped."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", sys.executable, "-c", _CHILD]  # fmt: skip
    path = ":".join(map(str, (SOURCE, ROOT / "tests", ROOT / "tools" / "torture")))
    done = subprocess.run(
        command, env=environment(PYTHONPATH=path, PYTHONHASHSEED="0", TEXTNORM_CORE=suspect.core),
        input=json.dumps([suspect.call, suspect.text.make(length)]), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (COUNTING, COUNTING)),
    )  # fmt: skip
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return float("inf")
    told = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    assert told is not None, done.stderr[-300:]
    assert done.returncode == 0, done.stderr[-300:]
    return float(told[1].replace(",", ""))


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
