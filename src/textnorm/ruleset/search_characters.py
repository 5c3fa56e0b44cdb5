"""Folds of characters and of what stands between scripts, for index and query: the first rules for the whole text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from ..chars import (
    ARABIC_DIGITS,
    ARABIC_LETTERS,
    ASCII_DIGITS,
    PERSIAN_DIGITS,
    PERSIAN_LETTERS,
    TATWEEL,
    ZWJ,
    ZWNJ,
)
from ..edits import Edit
from ..lazy import lazy_pattern
from .protection import outside_code
from .rule import Rule
from .stream_safe import stream_safe

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
#: half-spaces and joiners with nothing to part or to join: a sign, a space or an end of the line stands on one side of them,
#: and on the other side one of these too, a Latin letter or a digit; for a joiner, also a letter of Arabic script
_JOINER_OR_ZWNJ = f"[{ZWNJ}{ZWJ}]"
_SIGN_OR_SPACE = r"[\s!-/:-@\[-`{-~«»،؛؟]"
_NO_SIGN = f"[^{_SIGN_OR_SPACE[1:]}"
_STRAY = lazy_pattern(
    f"{_JOINER_OR_ZWNJ}(?:"
    f"(?:(?<!{_NO_SIGN}.)|(?<={_FOREIGN}.)){_JOINER_OR_ZWNJ}*+(?!{_NO_SIGN})"
    f"|(?<!{_NO_SIGN}.){_JOINER_OR_ZWNJ}*+(?={_FOREIGN})"
    f"|(?<={ZWJ})(?<!{_NO_SIGN}.){ZWJ}*+(?=[{ARABIC_LETTERS}])"
    f"|(?<=[{ARABIC_LETTERS}]{ZWJ}){ZWJ}*+(?!{_NO_SIGN}))"
)
_BEFORE_PERCENT = lazy_pattern(
    f"(?<=[0-9{PERSIAN_DIGITS}{ARABIC_DIGITS}])[ \u00a0]+(?=[%\N{ARABIC PERCENT SIGN}])"
)
_INK = lazy_pattern(r"\S+")
#: a word that is folded as it is, whatever its neighbours are: no capital letter, no mark, no form of another character
_PLAIN = lazy_pattern(f"[!-@\\[-~{PERSIAN_LETTERS}{PERSIAN_DIGITS}{ZWNJ}«»،؛؟]++")


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


def _borders(text: str) -> list[Edit]:
    """Return the edits between Latin letters or digits and letters of Arabic script, with the half-spaces that stand there."""
    patterns = (_BORDER, _BEHIND_SIGN) if ZWNJ in text else (_BORDER,)
    return sorted(
        (border.start() + 1, border.end(), " ", "search-script-border")
        for pattern in patterns
        for border in outside_code(pattern, text)
    )


RULES = (
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
        id="search-stray-joiner",
        family="search",
        scope="text",
        why="Half-spaces and joiners beside a space or a sign part and join nothing, also where a Latin word or code stands on"
        " their other side.",
        find=_outside_code(_STRAY, "", "search-stray-joiner"),
        literals=(ZWNJ, ZWJ),
        profiles=("SEARCH",),
        examples=(
            ("از \u200capi ها", "از api ها"),
            ("spa\u200c هایی", "spa هایی"),
            ("کلید (\u200dkey)", "کلید (key)"),
            ("ه\u200d.ش", "ه.ش"),
        ),
        near_misses=(
            "می\u200cرود",
            "api\u200cها",
            "**می**\u200cرود",
            "می\u200c**روند**",
            "👩\u200d💻",
            "`a\u200c`",
        ),
        source="Unicode on ZWJ and ZWNJ, NFKC_Casefold",
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
