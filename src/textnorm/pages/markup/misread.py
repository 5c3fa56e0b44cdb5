"""Pages whose bytes were read in the wrong encoding: what they were meant to say, title, text and declarations alike.

A page is looked at as a whole, before its markup is: where nearly all that is not ASCII shows the bytes of another encoding,
all of it is decoded anew. Single lines in a page that is sound are left to `normalise`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from textnorm.chars import PERSIAN_LETTERS
from textnorm.lazy import lazy_function
from textnorm.ruleset.mojibake import bytes_shown

_is_known = lazy_function("textnorm.ruleset.extracted.known", "standing")
#: what is decoded: runs of characters above ASCII, but for the one that stands for bytes which are lost
_RUN = re.compile("[^\x00-\x7f\ufffd]+")
_WORD = re.compile("(?<![A-Za-z])[^\\s\x00-\x7f\ufffd]+(?![A-Za-z])")
_LETTERS = re.compile(f"[{PERSIAN_LETTERS}]{{2}}")
#: what begins most characters in each reading: Persian, Western, Cyrillic, Greek and Chinese letters, signs; alef
_LEADS = "ØÙÃÂâÐÎãطظÇ"
#: a page is not looked at any further where less than half of its first runs show another encoding; then all but one tenth of
#: it must, and at least this number of its characters, or a word of Persian
_FIRST, _MOST, _LEAST = 40, 9, 3
#: words that are looked for in the lexicon, and how many hundredths of them and how many at least must be there
_WORDS, _KNOWN, _FEWEST = 200, 60, 3
#: fewest letters of a word; tenths of what is not ASCII that stand in words
_SHORTEST, _ALONE = 2, 8
#: what a byte is decoded to that is none of UTF-8, and the other way round
_LOST, _ESCAPE = re.compile("[\udc80-\udcff]"), 0xDC00
#: a page that went wrong more often than this has no end
_TIMES = 3


def _as_1256(run: str) -> bytes:
    return run.encode("cp1256")


class _Fault(NamedTuple):
    """One way to misread: what to call it, and how to get the bytes back."""

    name: str
    bytes_of: Callable[[str], bytes]


_FAULTS = (
    _Fault("UTF-8 that was read as windows-1252", bytes_shown),
    _Fault("UTF-8 that was read as windows-1256", _as_1256),
)
_SHOWN_1256 = "windows-1256 that was read as windows-1252"


def as_meant(html: str) -> tuple[str, str]:
    """Return a page as it was meant, and in which wrong encoding its bytes were read; nothing where they were not.

    >>> as_meant("<h1>Ø³Ù„Ø§Ù…</h1>")
    ('<h1>سلام</h1>', 'UTF-8 that was read as windows-1252')
    >>> as_meant("<h1>Déjà vu</h1>")
    ('<h1>Déjà vu</h1>', '')
    """
    names: list[str] = []
    if not any(map(html.__contains__, _LEADS)):  # pages of Latin letters alone, most of all
        return html, ""
    while not html.isascii() and len(names) < _TIMES:
        name, decoded = next(_readings(html), ("", html))
        if not name:
            break
        names.append(name)
        html = decoded
    return html, ", ".join(dict.fromkeys(names))


def _readings(html: str) -> Iterator[tuple[str, str]]:
    """Yield the readings of a page that make sense: the name of the fault, and what was meant."""
    first = Counter(run[0] for run in islice(_RUN.finditer(html), _FIRST))
    for name, bytes_of in _FAULTS:
        if _are_misread(first, bytes_of, 1):
            runs = Counter(_RUN.findall(html))
            if _are_misread(runs, bytes_of, _MOST):
                meant = {run: _shown_anew(run, bytes_of) for run in runs}
                yield name, _RUN.sub(lambda run, meant=meant: meant[run[0]], html)  # type: ignore[misc]
    if first and _are_words(html):
        yield _SHOWN_1256, _RUN.sub(lambda run: _from_1256(run[0]) or run[0], html)


def _decoded(run: str, bytes_of: Callable[[str], bytes]) -> str | None:
    """Return what the bytes of a run are in UTF-8, with a lone surrogate for each that is none; ``None`` where it has no bytes."""
    try:
        return bytes_of(run).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return None


def _are_misread(runs: Counter[str], bytes_of: Callable[[str], bytes], times: int) -> bool:
    """Tell whether characters that show UTF-8 are several, and outnumber those that do not by a factor."""
    right = wrong = 0
    is_persian = False
    for run, count in runs.items():
        decoded = _decoded(run, bytes_of)
        lost = len(run) if decoded is None else len(_LOST.findall(decoded))
        wrong += lost * count
        if decoded is not None:
            right += (len(decoded) - lost) * count
            is_persian = is_persian or _LETTERS.search(decoded) is not None
    return right >= times * wrong and (right >= _LEAST or is_persian)


def _shown_anew(run: str, bytes_of: Callable[[str], bytes]) -> str:
    """Return what a run was meant to be; a byte that is none of UTF-8 as it was shown."""
    decoded = _decoded(run, bytes_of)
    if decoded is None:
        return run
    if not _LOST.search(decoded):
        return decoded
    return decoded.translate({_ESCAPE + bytes_of(one)[0]: one for one in set(run)})


def _are_words(html: str) -> bool:
    """Tell whether the first runs of a page are words of their own, and words of Persian in windows-1256."""
    runs = [run[0] for run in islice(_RUN.finditer(html), _WORDS)]
    if not _from_1256(runs[0]) or sum(len(run) for run in runs if len(run) > 1) * 2 < sum(map(len, runs)):
        return False
    pieces = [run[0] for run in islice(_WORD.finditer(html), _WORDS)]
    words = [word for piece in pieces if len(word := _from_1256(piece)) >= _SHORTEST]
    known = sum(_is_known(word) > 0 for word in words)
    alone = sum(map(len, words)) * 10 >= sum(map(len, runs)) * _ALONE
    return alone and known >= _FEWEST and known * 100 >= len(words) * _KNOWN


def _from_1256(run: str) -> str:
    """Return what the bytes of a run are in windows-1256; nothing where it shows no bytes."""
    try:
        return bytes_shown(run).decode("cp1256")
    except UnicodeError:
        return ""
