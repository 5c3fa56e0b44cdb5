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
from ..lexicon import load, pair_key, stem
from ..lexicon.flags import COMMON, JOINED, LIKELY, WORD
from . import search_spellings, search_words
from .joiners.affixes import GLUED, VERB_PREFIXES
from .protection import outside_code
from .rule import Rule
from .search_words import DERIVING, parted_and, stands_apart
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
#: between Latin letters or digits and Arabic script there is one space: with a half-space, with nothing or with a space before
_FOREIGN = f"[A-Za-z0-9{PERSIAN_DIGITS}{ARABIC_DIGITS}]"
_BORDER = lazy_pattern(f"{_FOREIGN}{ZWNJ}*+(?=[{ARABIC_LETTERS}])|[{ARABIC_LETTERS}]{ZWNJ}*+(?={_FOREIGN})")
_BEHIND_SIGN = lazy_pattern(f'[+#%\\])»"]{ZWNJ}++(?=[{ARABIC_LETTERS}])')
#: the sign of thousands, in either script: what follows are three digits
_SIGN = "[,\N{ARABIC COMMA}\N{ARABIC THOUSANDS SEPARATOR}]"
_THOUSANDS = lazy_pattern(f"{_SIGN}(?<=[0-9].)(?=[0-9]{{3}}(?![0-9]))")
_DASHES = lazy_pattern("[\u2010-\u2015\u2212]")
#: what cannot be seen and stands in words of any script
_UNSEEN = lazy_pattern("[\u00ad\u034f\u2060\ufeff\ufe00-\ufe0f]+")
_BEFORE_PERCENT = lazy_pattern(
    f"(?<=[0-9{PERSIAN_DIGITS}{ARABIC_DIGITS}])[ \u00a0]+(?=[%\N{ARABIC PERCENT SIGN}])"
)
_INK = lazy_pattern(r"\S+")
#: a word that is folded as it is, whatever its neighbours are: no capital letter, no mark, no form of another character
_PLAIN = lazy_pattern(f"[!-@\\[-~{PERSIAN_LETTERS}{PERSIAN_DIGITS}{ZWNJ}«»،؛؟]++")
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
        for word in _INK.finditer(span)
        if not _PLAIN.fullmatch(word[0])
        and (after := _folded(word[0])) != word[0]
        and not set(after) & set("\n")
    ]


def _outside_code(pattern: re.Pattern[str], after: str, rule: str) -> Callable[[str], list[Edit]]:
    """Make a function that finds *pattern* outside code and URLs and puts *after* there."""
    return lambda text: [(*match.span(), after, rule) for match in outside_code(pattern, text)]


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


def _borders(text: str) -> list[Edit]:
    """Return the edits between Latin letters or digits and letters of Arabic script, with the half-spaces that stand there."""
    patterns = (_BORDER, _BEHIND_SIGN) if ZWNJ in text else (_BORDER,)
    return sorted(
        (border.start() + 1, border.end(), " ", "search-script-border")
        for pattern in patterns
        for border in outside_code(pattern, text)
    )


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
        id="search-percent",
        family="search",
        scope="text",
        why="A space before the percent sign is a matter of taste.",
        find=_outside_code(_BEFORE_PERCENT, "", "search-percent"),
        literals=(" %", " \N{ARABIC PERCENT SIGN}", "\u00a0%", "\u00a0\N{ARABIC PERCENT SIGN}"),
        profiles=("SEARCH",),
        examples=(("50 %", "50%"), ("۵۰ ٪", "۵۰٪")),
        near_misses=("50%", "`50 %`"),
        source="CLDR fa, numbers",
    ),
    Rule(
        id="search-dash",
        family="search",
        scope="text",
        why="Hyphens, dashes and the minus sign are typed for each other.",
        find=_outside_code(_DASHES, "-", "search-dash"),
        literals=tuple("\u2010\u2011\u2012\u2013\u2014\u2015\u2212"),
        profiles=("SEARCH",),
        examples=(("covid–19", "covid-19"), ("ایران – عراق", "ایران - عراق")),
        near_misses=("covid-19", "`a – b`"),
        source="Unicode, General Punctuation",
    ),
    Rule(
        id="search-unseen",
        family="search",
        scope="text",
        why="Soft hyphens, joiners of words and variation selectors cannot be seen and stand in no query.",
        find=_outside_code(_UNSEEN, "", "search-unseen"),
        trigger_chars=frozenset("\u00ad\u034f\u2060\ufeff") | frozenset(map(chr, range(0xFE00, 0xFE10))),
        profiles=("SEARCH",),
        examples=(("co\u00adoperate", "cooperate"), ("❤\ufe0f", "❤")),
        near_misses=("cooperate", "می\u200cروم"),
        source="Unicode, NFKC_Casefold",
    ),
    Rule(
        id="search-script-border",
        family="search",
        scope="text",
        why="Behind a Latin word or a number an ending is written with a half-space, with a space or with nothing.",
        find=_borders,
        profiles=("SEARCH",),
        examples=(("iphone\u200cهای", "iphone های"), ("iphoneهای", "iphone های"), ("10ساله", "10 ساله")),
        near_misses=("iphone های", "19 ها"),
        source="practice of Persian search engines",
    ),
)

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
