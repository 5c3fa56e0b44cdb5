"""Folds of half-spaces, marks and letters, for index and query: what readers take for the same word becomes the same string."""

from __future__ import annotations

from ..cache import BoundedCache
from ..chars import (
    ARABIC_MARKS,
    PERSIAN_LETTERS,
    ZWNJ,
)
from ..edits import Edit, shifted
from ..lazy import lazy_pattern
from ..lexicon import load, pair_key, stem
from ..lexicon.flags import COMMON, JOINED, LIKELY, WORD
from . import search_spellings, search_words
from .joiners.affixes import GLUED, VERB_PREFIXES
from .rule import Rule
from .search_words import DERIVING, parted_and, stands_apart

_FOLDED_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ۀ": "ه", "ة": "ه", "ئ": "ی"}
_JOINER = lazy_pattern(f"({ZWNJ}+)")
_LONE = lazy_pattern(f"{ZWNJ}+")
_HALF_SPACED = lazy_pattern(
    f"(?<![{PERSIAN_LETTERS}])[{PERSIAN_LETTERS}]++(?:{ZWNJ}++[{PERSIAN_LETTERS}]++)+"
)
_SUFFIXES = frozenset(GLUED)
#: words whose half-spaces are remembered
_MOST_WORDS = 1 << 13
_STANDS_ALONE = WORD | COMMON


def _is_suffix(part: str) -> bool:
    return part in _SUFFIXES or len(part) == 1


def half_space_becomes(left: str, right: str) -> str:
    """Return what a half-space between two parts of a word becomes for a search: a space, or nothing.

    Nothing at prefixes and suffixes, so that «کتاب‌ها» meets «کتابها», and where a common word is written as both together; else
    a space, so that «ذوب‌آهن» meets «ذوب آهن».

    >>> [half_space_becomes(*word.split()) for word in ("می روم", "کتاب ها", "خوش حال", "ذوب آهن")]
    ['', '', '', ' ']
    """
    if stands_apart(left, right):
        return " "
    if left in VERB_PREFIXES or _is_suffix(right) or len(left) == 1:
        return ""
    if parted_and(right):
        return " "
    get = load().get
    whole = get(left + right) or get(left + stem(right))
    if whole & COMMON or (whole & WORD and get(pair_key(left, right)) & (JOINED | LIKELY)):
        return ""
    if all(get(part) & _STANDS_ALONE == _STANDS_ALONE for part in (left, right)):
        return " "
    return "" if whole & WORD or right in DERIVING else " "


def _find_half_spaces(run: str) -> list[Edit]:
    found: list[Edit] = []
    for word in _HALF_SPACED.finditer(run):
        found += shifted(_OF_WORD[word[0]], word.start())
    return _with_lone_half_spaces(run, found) if run.count(ZWNJ) > len(found) else found


def _half_spaces_of(word: str) -> list[Edit]:
    found: list[Edit] = []
    at = 0
    parts = _JOINER.split(word)
    for left, joiner, right in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        at += len(left)
        found.append((at, at + len(joiner), half_space_becomes(left, right), "search-zwnj"))
        at += len(joiner)
        if parted_and(right):
            found.append((at + 1, at + 1, " ", "search-zwnj"))
    return found


_OF_WORD: BoundedCache[str, list[Edit]] = BoundedCache(_half_spaces_of, _MOST_WORDS)


def _with_lone_half_spaces(run: str, found: list[Edit]) -> list[Edit]:
    """Add the half-spaces that stand between no two Persian words: they go."""
    taken = {start for start, *_ in found}
    lone: list[Edit] = [
        (*match.span(), "", "search-zwnj") for match in _LONE.finditer(run) if match.start() not in taken
    ]
    return sorted(found + lone) if lone else found


#: the folds that have to do with any word, whatever it begins with
OF_LETTERS = (
    Rule(
        id="search-zwnj",
        family="search",
        why="The half-space is left out at affixes («می‌رود», «می رود» and «میرود» meet once joins are restored) and is a space between words of their own.",
        find=_find_half_spaces,
        literals=(ZWNJ,),
        profiles=("SEARCH",),
        examples=(("کتاب\u200cها", "کتابها"), ("ذوب\u200cآهن", "ذوب آهن")),
        near_misses=("کتابها", "ذوب آهن"),
        source="practice of Persian search engines",
    ),
    Rule(
        id="search-mark",
        family="search",
        why="Marks, tanvin and small hamza are left out in most queries.",
        pattern=f"[{ARABIC_MARKS}]+",
        profiles=("SEARCH",),
        examples=(("کاملاً", "کاملا"), ("همهٔ", "همه")),
        near_misses=("کتاب",),
        source="practice of Persian search engines",
    ),
    Rule(
        id="search-letter",
        family="search",
        why="Hamza carriers, alef with madda and teh marbuta are typed in two ways.",
        mapping=_FOLDED_LETTERS,
        profiles=("SEARCH",),
        examples=(("مسئول", "مسیول"), ("آب", "اب")),
        near_misses=("کتاب",),
        source="practice of Persian search engines",
    ),
)

LAST = (*search_spellings.RULES, *search_words.RULES, *OF_LETTERS)
