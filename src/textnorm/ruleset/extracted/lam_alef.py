"""The ligature «لا» whose letters a font or a reader gave in the wrong order: باال for بالا, اهلل for الله."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from textnorm.cache import BoundedCache
from textnorm.chars import ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern
from textnorm.lexicon import load
from textnorm.lexicon.flags import RARE

from .known import FREQUENT, LISTED, SEEN, UNKNOWN, standing

RULE = "turned-lam-alef"
#: what is looked for in a word, first of all
NEEDS = ("ال", "هلل", "االله", "أل", "إل")
_WORD = lazy_pattern(
    f"(?<![{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}])"
    f"[{PERSIAN_LETTERS}{ARABIC_MARKS}]+(?:{ZWNJ}[{PERSIAN_LETTERS}{ARABIC_MARKS}]+)*"
)
_TURNED = lazy_pattern("[اأإ]ل")
_ALLAH = (("اهلل", "الله"), ("هللا", "الله"), ("االله", "الله"))
#: of «انشاالله» and «ماشاالله», whose first alef is of «شاء»
_WILLED = "شاالله"
_MOST_PLACES = 3
_LONGEST = 40
#: endings that a word may have when it is known without them
SUFFIXES = (
    "هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "های", "ها", "ترین", "تری", "تر",
    "شان", "مان", "تان", "یی", "ام", "ای", "اند", "اش", "ات", "یم", "ید", "ند", "م", "ت", "ش", "ی",
)  # fmt: skip


def find_turned(run: str, suspects: Iterable[tuple[int, int]] | None = None) -> list[Edit]:
    """Return the edits that turn «ال» into «لا» in words that are none as they stand; *suspects*: the bounds of the tokens that hold
    some, where they are known.

    >>> find_turned("اطالعات تازه")
    [(2, 4, 'لا', 'turned-lam-alef')]
    >>> find_turned("سالم و فعالیت")
    []
    """
    return [
        (word.start() + start, word.start() + end, after, RULE)
        for first, last in sorted(_suspects(run) if suspects is None else suspects)
        for word in _WORD.finditer(run, first, last)
        if any(piece in word[0] for piece in NEEDS)
        for start, end, after in _repairs[word[0]]
    ]


def _suspects(run: str) -> set[tuple[int, int]]:
    """Return the bounds of the tokens of `run` that hold a word to be repaired; each token of clean text is judged once."""
    found: set[tuple[int, int]] = set()
    find, rfind = run.find, run.rfind
    for needed in NEEDS:
        last, at, line = 0, find(needed), -1
        while at >= 0:
            if line < at:  # where the line ends is looked for once a line
                line = find("\n", at)
                line = len(run) if line < 0 else line
            start = max(rfind(" ", last, at), rfind("\n", last, at)) + 1 or last
            last = find(" ", at, line)
            last = line if last < 0 else last
            if is_turned[run[start:last]]:
                found.add((start, last))
            at = find(needed, last)
    return found


def _is_turned(token: str) -> bool:
    return any(_repairs[word] for word in _WORD.findall(token) if any(piece in word for piece in NEEDS))


#: whether a word of a token is to be repaired
is_turned: BoundedCache[str, bool] = BoundedCache(_is_turned, 1 << 13)


def turned_back(word: str) -> str:
    """Return `word` with its ligatures turned back, where only that makes it a word."""
    for start, end, after in _repairs[word]:
        word = word[:start] + after + word[end:]
    return word


def likely_turned(word: str) -> str:
    """Return what `word` was in a text whose ligatures were all turned, where that is known better; else `word`.

    >>> likely_turned("سالمت") == "سلامت", likely_turned("سالم") == "سالم"
    (True, True)
    """
    return _likely[word]


def _compute_likely(word: str) -> str:
    before = standing(word)
    if before > LISTED or len(word) > _LONGEST:
        return word
    swapped = [_swapped(word, (match.start(),)) for match in _TURNED.finditer(word)][:_MOST_PLACES]
    known = [after for after in swapped if standing(after) > before and _rank(after) >= LISTED]
    return known[0] if len(known) == 1 else word


_likely: BoundedCache[str, str] = BoundedCache(_compute_likely, 1 << 12)


def _compute(word: str) -> tuple[tuple[int, int, str], ...]:
    edits: list[tuple[int, int, str]] = []
    at = 0
    for part in word.split(ZWNJ):
        edits += [(at + start, at + end, after) for start, end, after in _of_part(part)]
        at += len(part) + 1
    return tuple(edits)


def _of_part(word: str) -> list[tuple[int, int, str]]:
    for turned, meant in _ALLAH:
        place = word.find(turned)
        if place < 0 or standing(word) or word.startswith(_WILLED, max(0, place - 1)):
            continue
        if turned != "هللا" or place == 0:
            return [(place, place + len(turned), meant)]
    places = [match.start() for match in _TURNED.finditer(word)]
    if not places or len(places) > _MOST_PLACES or len(word) > _LONGEST or standing(word):
        return []
    least = FREQUENT if load().get(word) & RARE or len(word) < 4 else SEEN
    for count in range(1, len(places) + 1):
        found = [chosen for chosen in combinations(places, count) if _rank(_swapped(word, chosen)) >= least]
        if found:
            return [(place, place + 2, "ل" + word[place]) for place in found[0]] if len(found) == 1 else []
    return []


def _swapped(word: str, places: tuple[int, ...]) -> str:
    for place in places:
        word = word[:place] + "ل" + word[place] + word[place + 2 :]
    return word


def _rank(word: str) -> int:
    """Return how well `word` is known, or what is left of it without an ending."""
    rank = standing(word)
    if rank >= SEEN:
        return rank
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) > 3 and standing(word[: -len(suffix)]) >= SEEN:
            return SEEN
    return UNKNOWN


_repairs: BoundedCache[str, tuple[tuple[int, int, str], ...]] = BoundedCache(_compute, 1 << 13)
