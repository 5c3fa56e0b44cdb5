"""Folds for index and query: what readers take for the same word becomes the same string."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from ..cache import BoundedCache
from ..chars import (
    ARABIC_DIGITS,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    ASCII_DIGITS,
    PERSIAN_DIGITS,
    PERSIAN_LETTERS,
    TATWEEL,
    ZWNJ,
)
from ..edits import Edit, shifted
from ..lazy import lazy_pattern
from ..lexicon import load
from ..lexicon.flags import COMMON, WORD
from .joiners.affixes import GLUED, VERB_PREFIXES
from .protection import outside_code
from .rule import Rule
from .stream_safe import stream_safe

_FOLDED_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ۀ": "ه", "ة": "ه", "ئ": "ی"}
_FOLDED_SIGNS = {
    **dict.fromkeys("«»“”„‟‹›", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    "\N{ARABIC PERCENT SIGN}": "%",
    "\N{ARABIC DECIMAL SEPARATOR}": ".",
    TATWEEL: "",
}
_FOLDED_DIGITS = dict(zip(PERSIAN_DIGITS + ARABIC_DIGITS, ASCII_DIGITS * 2, strict=True))
#: between Latin and Arabic script there is one space: with a half-space, with nothing or with a space before
_SCRIPT_BORDER = lazy_pattern(
    f"(?<=[A-Za-z]){ZWNJ}*(?=[{ARABIC_LETTERS}])|(?<=[0-9{PERSIAN_DIGITS}{ARABIC_DIGITS}]){ZWNJ}+(?=[{ARABIC_LETTERS}])"
    f"|(?<=[{ARABIC_LETTERS}]){ZWNJ}*(?=[A-Za-z])|(?<=[{ARABIC_LETTERS}]){ZWNJ}+(?=[0-9])"
)
#: the sign of thousands, in either script: what follows are three digits
_THOUSANDS = lazy_pattern("(?<=[0-9])[,\N{ARABIC THOUSANDS SEPARATOR}](?=[0-9]{3}(?![0-9]))")
_JOINER = lazy_pattern(f"({ZWNJ}+)")
_LONE = lazy_pattern(f"{ZWNJ}+")
_HALF_SPACED = lazy_pattern(
    f"(?<![{PERSIAN_LETTERS}])[{PERSIAN_LETTERS}]++(?:{ZWNJ}++[{PERSIAN_LETTERS}]++)+"
)
_SUFFIXES = frozenset(GLUED)
#: words whose half-spaces are remembered
_MOST_WORDS = 1 << 13
_STANDS_ALONE = WORD | COMMON


def _folded(word: str) -> str:
    once = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    return unicodedata.normalize("NFKC", once.casefold())


def _casefold(text: str) -> list[Edit]:
    return [edit for span in stream_safe(text) for edit in _casefold_span(text, *span)]


def _casefold_span(text: str, start: int, end: int) -> list[Edit]:
    span = text[start:end]
    if _folded(span) == span:
        return []
    return [
        (start + word.start(), start + word.end(), after, "search-casefold")
        for word in re.finditer(r"\S+", span)
        if (after := _folded(word[0])) != word[0] and not set(after) & set("\n")
    ]


def _outside_code(pattern: re.Pattern[str], after: str, rule: str) -> Callable[[str], list[Edit]]:
    """Make a function that finds *pattern* outside code and URLs and puts *after* there."""
    return lambda text: [(*match.span(), after, rule) for match in outside_code(pattern, text)]


def _is_suffix(part: str) -> bool:
    return part in _SUFFIXES or len(part) == 1


def half_space_becomes(left: str, right: str) -> str:
    """Return what a half-space between two parts of a word becomes for a search: a space, or nothing.

    A space where both parts are words of their own and no word is written as both together, so that «ذوب‌آهن» meets
    «ذوب آهن»; nothing at prefixes and suffixes, so that «کتاب‌ها» meets «کتابها».

    >>> [half_space_becomes(*word.split()) for word in ("می روم", "کتاب ها", "خوش حال", "ذوب آهن")]
    ['', '', '', ' ']
    """
    if left in VERB_PREFIXES or _is_suffix(right) or len(left) == 1:
        return ""
    get = load().get
    if get(left + right) & WORD:
        return ""
    both_stand_alone = all(get(part) & _STANDS_ALONE == _STANDS_ALONE for part in (left, right))
    return " " if both_stand_alone else ""


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
    return found


_OF_WORD: BoundedCache[str, list[Edit]] = BoundedCache(_half_spaces_of, _MOST_WORDS)


def _with_lone_half_spaces(run: str, found: list[Edit]) -> list[Edit]:
    """Add the half-spaces that stand between no two Persian words: they go."""
    taken = {start for start, *_ in found}
    lone: list[Edit] = [
        (*match.span(), "", "search-zwnj") for match in _LONE.finditer(run) if match.start() not in taken
    ]
    return sorted(found + lone) if lone else found


FIRST = (
    Rule(
        id="search-casefold",
        family="search",
        scope="text",
        why="Case and compatibility forms do not matter in a search.",
        find=_casefold,
        profiles=("SEARCH",),
        examples=(("Straße ＡＢＣ", "strasse abc"),),
        near_misses=("abc", "کتاب"),
        source="Unicode, NFKC_Casefold",
    ),
    Rule(
        id="search-sign",
        family="search",
        scope="text",
        why="Quotation marks, the percent sign and the decimal sign of either script are one; tatweel is ornament.",
        mapping=_FOLDED_SIGNS,
        profiles=("SEARCH",),
        examples=(("«باد» ۵۰٪", '"باد" 50%'), ("۲٫۵", "2.5")),
        near_misses=('"باد"', "50%"),
        source="CLDR fa, numbers and delimiters",
    ),
    Rule(
        id="search-digit",
        family="search",
        scope="text",
        why="A number is the same number in any digits.",
        mapping=_FOLDED_DIGITS,
        profiles=("SEARCH",),
        examples=(("سال ۱۴۰۲", "سال 1402"),),
        near_misses=("1402",),
        source="CLDR fa",
    ),
    Rule(
        id="search-thousands",
        family="search",
        scope="text",
        why="A number is the same with and without the signs that part its thousands.",
        find=_outside_code(_THOUSANDS, "", "search-thousands"),
        profiles=("SEARCH",),
        examples=(("1,250 تومان", "1250 تومان"), ("1٬250", "1250")),
        near_misses=("1,25", "1, 250", "`1,250`"),
        source="CLDR fa, numbers",
    ),
    Rule(
        id="search-script-border",
        family="search",
        scope="text",
        why="Behind a Latin word an ending is written with a half-space, with a space or with nothing.",
        find=_outside_code(_SCRIPT_BORDER, " ", "search-script-border"),
        profiles=("SEARCH",),
        examples=(("iphone\u200cهای", "iphone های"), ("iphoneهای", "iphone های")),
        near_misses=("iphone های", "19ها"),
        source="practice of Persian search engines",
    ),
)

LAST = (
    Rule(
        id="search-hamza",
        family="search",
        why="«مسئول» is also written «مسؤول», and «هیئت» «هیأت».",
        pattern="ؤ(?=و)|(?<=[رشی])أ(?=ت)",
        replacement="ئ",
        literals=("ؤو", "أت"),
        profiles=("SEARCH",),
        examples=(("مسؤول", "مسئول"), ("هیأت", "هیئت"), ("جرأت", "جرئت")),
        near_misses=("تأثیر", "مؤمن", "مسأله"),
        source="«دستور خط فارسی», on hamza",
    ),
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
