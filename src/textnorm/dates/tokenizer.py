"""Cut a window of text into the tokens of dates: a kind (kinds.py), offsets into the source, a value."""

from __future__ import annotations

import re
from functools import lru_cache

from textnorm import chars
from textnorm.lazy import lazy_pattern

from . import vocabulary
from .kinds import Kind, Token, number_kind
from .match_key import CHANGED, DROPPED, fold
from .months import CAREFUL_MONTHS, DAY, GREGORIAN_MONTHS, PLAIN_MONTHS, SHORT_MONTHS
from .numerals import SHANBEH, join_numerals

_DIGIT = f"[{chars.DIGITS}]"
_HIDDEN = f"[{chars.INVISIBLE}]*+"
#: marks inside and behind words
MARKS = chars.INVISIBLE + "".join(map(chr, [*range(0x64B, 0x660), 0x670, *range(0x300, 0x370)]))
_MARKS = f"{chars.INVISIBLE}\u064b-\u065f\u0670\u0300-\u036f"
_HEH = "[هھہ]"
_LETTER = r"[^\W\d_]"
#: where a date and a time are written as one: «۱۳۹۷/۰۷/۰۸۱۲:۳۰», 12:301397/07/08, «۸ مهر ۱۳۹۷۱۲:۳۰»
_SOLAR_YEAR = f"[1۱١][2-4۲-۴٢-٤]{_DIGIT}{{2}}"

#: the groups of TOKEN, in their order
_ERA, _TIME, _GROUPED, _TEXT, _OTHER = range(1, 6)
_SPACES = r"[^\S\n\r\u2028\u2029\x0b\x0c\x85]"
_AN_ERA = rf"""{_HEH}(?<!{_LETTER}{_HEH})[{chars.INVISIBLE}ـ]*+[ \u00a0]?[./-]?[ \u00a0]{{0,2}}{_HIDDEN}[شقخل]{_HIDDEN}(?!{_LETTER})\.?
       |ق(?<!{_LETTER}ق)(?!{_LETTER}|{_HIDDEN}\.?{_HIDDEN}[ \u00a0]?{_HIDDEN}ظ)
       |[ASH](?<!\w[ASH])\.[ ]?(?:P\.|H\.(?:[ ]?S\b\.?)?|Sh\b\.?|S\.)"""
_A_TIME = rf"""(?:(?<!{_DIGIT})|(?<=[/.-]{_DIGIT}{{2}})|(?<={_SOLAR_YEAR})){_DIGIT}{{1,2}}:{_DIGIT}{{2}}(?::{_DIGIT}{{2}})?(?:(?!:?{_DIGIT})|(?={_SOLAR_YEAR}[/.-]{_DIGIT}))
       |(?<=ساعت[ :]){_DIGIT}{{1,2}}:{_DIGIT}(?!:?{_DIGIT})"""
_IN_GROUPS = rf"{_DIGIT}{{1,3}}(?:[,٬]{_DIGIT}{{3}})++(?!{_DIGIT})|(?<!٫){_DIGIT}++٫{_DIGIT}++(?!٫{_DIGIT})"
_A_WORD = rf"[^\W\d_{_MARKS}]*+(?:[{_MARKS}]++[^\W\d_]*+)*+"
_A_TEXT = rf"""(?<=[/.-]){_DIGIT}{{2}}(?={_DIGIT}{{2}}:{_DIGIT}{{2}}(?!{_DIGIT}))|{_SOLAR_YEAR}(?={_DIGIT}{{2}}:{_DIGIT}{{2}}(?!{_DIGIT}))
       |{_LETTER}{_A_WORD}|{_DIGIT}[{chars.DIGITS}{_MARKS}]*+"""
TOKEN = lazy_pattern(
    f"{_SPACES}*+(?:({_AN_ERA})|({_A_TIME})|({_IN_GROUPS})|({_A_TEXT})|(.))", re.VERBOSE | re.DOTALL
)
#: the pieces of a text that it finds with the space before them, and the end of a sentence with the space behind it
PIECE = lazy_pattern(
    rf"{_SPACES}*+(?:[^\W\d_هھہقASH]{_A_WORD}|{_AN_ERA}|{_A_TIME}|{_IN_GROUPS}|{_A_TEXT}|(?<!\s)\.{_SPACES}|.)",
    re.VERBOSE | re.DOTALL,
)
_PUNCTUATION = {
    **dict.fromkeys("/／⁄∕٫\N{ARABIC DATE SEPARATOR}", "/"),
    **dict.fromkeys("-‐‑‒–—―−~〜", "-"),
    **dict.fromkeys(",،;؛", ","),
    **dict.fromkeys("([«", "("),
    **dict.fromkeys(")]»", ")"),
    **dict.fromkeys(chars.INVISIBLE, ""),
    **dict.fromkeys("%٪", "u"),
    ".": ".",
    "\\": "\\",
    "_": "_",
    "|": "|",
    ":": ":",
}
_TO_DIGITS = {**chars.TO_ASCII_DIGITS, **dict.fromkeys(map(ord, DROPPED))}


def tokens(text: str, start: int, end: int) -> tuple[list[Token], str]:
    """Return the tokens of ``text[start:end]``, spaces dropped and number words joined, and their kinds."""
    found, kinds, plain = unjoined(text, start, end)
    return (found, kinds) if plain and not has_numerals(kinds) else joined(found)


def has_numerals(kinds: str) -> bool:
    """Tell whether there are numbers in words, which `joined` looks at."""
    return Kind.CARDINAL in kinds or Kind.ORDINAL in kinds


def joined(found: list[Token]) -> tuple[list[Token], str]:
    """Return the tokens with number words joined, and their kinds."""
    found = join_numerals(found)
    return found, "".join([token.kind for token in found])


def unjoined(text: str, start: int, end: int) -> tuple[list[Token], str, bool]:
    """Return the tokens, their kinds, and False where these are not known of all."""
    found: list[Token] = []
    kinds, plain, text_group, new = "", True, _TEXT, tuple.__new__
    for match in TOKEN.finditer(text, start, end):
        group = match.lastindex or _OTHER
        left = match.start(group)
        if group == text_group:
            kind, size, value, key = classify(match.group(group))
            if kind:
                # the constructor of a named tuple takes twice as long
                found.append(new(Token, (kind, left, left + size, value, key)))
                kinds += kind
            else:
                plain = False
                add_word(found, text, left, match.end(group))
        elif group == _OTHER:
            kinds += add_mark(found, text, left)
        else:
            kinds += other_kind(group, match.group(group))
            found.append(Token(kinds[-1], left, match.end(group)))
    return found, kinds, plain


def leans(source: str) -> bool:
    """Tell whether the tokens of a piece depend on what stands before it: endings, «شنبه», an era that may be a word."""
    source = source.strip(SPACES)
    match = TOKEN.match(source)
    if match is None or match.end() < len(source) or source.isspace():
        return True
    if match.lastindex == _ERA and _NO_WORD.isdisjoint(source):
        return True
    if not source[0].isalpha():
        return False
    words = map(fold, [source, *_PIECE.findall(source)])
    return any(word in _ENDINGS or word == SHANBEH for word in words)


#: white space that a piece may have on its ends, and what an era that is no word is written with
_BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"
SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace() and char not in _BREAKS)
_NO_WORD = frozenset(" \u00a0./-")


#: «هفته» is a week in Persian and Saturday in Urdu, whose heh it is then written with
_WEEK, _HEH_GOAL = fold("هفته"), "\N{ARABIC LETTER HEH GOAL}"


@lru_cache(maxsize=1 << 15)
def classify(source: str) -> tuple[str, int, int, str]:
    """Return kind, length without the invisible marks at the end, value and key of a word or number.

    The kind is empty where the neighbours decide (see `add_word`).
    """
    if source[0].isdecimal():
        return number(source)
    if (entry := _WORDS.get(source)) is None and CHANGED.search(source) is None and source not in _ENDINGS:
        return "o", len(source), 0, source
    key = source if entry else fold(source)
    if not source.strip(chars.TATWEEL):
        return "-", len(source), 0, ""
    kind, value = entry or _WORDS.get(key, ("o", 0))
    tight = source.rstrip(chars.INVISIBLE)
    if key in _ENDINGS or key == SHANBEH or len(kind) > 1:
        return "", 0, 0, key
    if kind == Kind.WORD and any(char in tight for char in chars.INVISIBLE):
        return "", 0, 0, key
    if kind == Kind.DAY_OR_DEY and not source.startswith(DAY):
        kind = "z"
    if key == _WEEK and _HEH_GOAL not in source:
        kind = "h"
    return kind, len(tight), value, key


def number(source: str) -> tuple[str, int, int, str]:
    """Return the same of a number in any of the three digit sets; its kind by its length and value."""
    digits = source if source.isdigit() else source.translate(_TO_DIGITS)
    size, length = len(digits), len(source.rstrip(chars.INVISIBLE))
    if size > 8:
        return "x", length, 0, ""
    value = int(digits)
    return number_kind(value, size), length, value, digits


def other_kind(group: int, source: str) -> str:
    """Return the kind of an era with dots, a time, or digits in groups."""
    if group == _ERA:
        return "L" if "ق" in source or source.replace(" ", "") == "A.H." else "E"
    return "T" if group == _TIME else "x"


def add_mark(found: list[Token], text: str, index: int) -> str:
    """Add one sign; a full stop behind a word and before white space ends a sentence."""
    char = text[index]
    kind = _PUNCTUATION.get(char, Kind.OTHER)
    if kind == "." and text[index + 1 : index + 2].isspace() and not text[index - 1 : index].isspace():
        kind = "!"
    if kind:
        found.append(Token(kind, index, index + 1))
    return kind


def add_word(found: list[Token], text: str, start: int, end: int) -> None:
    """Add the word ``text[start:end]``, whose neighbours or pieces matter."""
    source = text[start:end]
    key = fold(source)
    kind, value = _WORDS.get(key, ("o", 0))
    end = start + len(source.rstrip(chars.INVISIBLE))
    if key in _ENDINGS and (suffixes(found, key, text, start) or hyphenated(found, key, start)):
        found[-1] = found[-1]._replace(end=end)
    elif key == SHANBEH and numbered(found, text, start):
        found[-1] = Token("W", found[-1].start, end, (found[-1].value + 5) % 7)
    elif len(kind) > 1:
        add_with_and(found, kind, value, start, end)
    elif kind == Kind.WORD and any(char in text[start:end] for char in chars.INVISIBLE):
        for match in _PIECE.finditer(text, start, end):
            add_piece(found, text, *match.span())
    else:
        found.append(Token(kind, start, end, value, key))


def add_piece(found: list[Token], text: str, start: int, end: int) -> None:
    """Add a word that is a piece of a longer one."""
    kind, size, value, key = classify(text[start:end])
    if kind:
        found.append(Token(kind, start, start + size, value, key))
    else:
        add_word(found, text, start, end)


def add_with_and(found: list[Token], kinds: str, value: int, start: int, end: int) -> None:
    """Add a number word and the «و» that is glued to it: ``kinds`` names the pieces."""
    first, last = kinds[0] == "&", kinds[-1] == "&"
    if first:
        found.append(Token("&", start, start + 1, 0, "و"))
    found.append(Token(kinds.strip("&"), start + first, end - last, value))
    if last:
        found.append(Token("&", end - 1, end, 0, "و"))


def numbered(found: list[Token], text: str, start: int) -> bool:
    """Tell whether a digit before «شنبه» numbers it: «۴شنبه», «۵ شنبه»."""
    if not found or found[-1].kind != Kind.DAY or found[-1].value > 5:
        return False
    if len(found) > 1 and found[-2].kind in "/-.\\MmY":
        return False
    return visible_gap(text, found[-1].end, start) <= 1


#: «هشتم‌مهر» has no space but two words
_PIECE = lazy_pattern(f"[^{chars.INVISIBLE}]++")
_ENDINGS = vocabulary.SUFFIX
#: Sorani, Kurmanji and Pashto endings of a year; in «۱۳۹۷/۷/۸ م» the letter is an era and no ending
_YEAR_ENDINGS = frozenset({"ی", "an", "ل"})
#: of «لمریز» in Pashto, also behind a space: «۱۳۹۸ ل کال»
_LAM = "ل"
#: after a space only these are read as the ending of an ordinal
LOOSE_ENDINGS = frozenset({"ام", "م", "امین", "مین"})


def suffixes(found: list[Token], key: str, text: str, start: int) -> bool:
    """Tell whether the word is an ordinal or ezafe ending of the number before it."""
    if not found or found[-1].kind not in (Kind.DAY, Kind.YEAR) or not found[-1].key.isdigit():
        return False
    gap = visible_gap(text, found[-1].end, start)
    if found[-1].kind == Kind.YEAR or (
        len(found) > 1 and found[-2].kind in "/-.\\" and found[-2].end == found[-1].start
    ):
        return key in _YEAR_ENDINGS and gap <= (key == _LAM)
    return gap == 0 or (gap <= 2 and key in LOOSE_ENDINGS)


def hyphenated(found: list[Token], key: str, start: int) -> bool:
    """Tell whether a hyphen ties the ending to a number, «8-ام», and take the hyphen away."""
    if key not in LOOSE_ENDINGS or len(found) < 2 or [token.kind for token in found[-2:]] != ["n", "-"]:
        return False
    if found[-2].end != found[-1].start or found[-1].end != start:
        return False
    found.pop()
    return True


def visible_gap(text: str, left: int, right: int) -> int:
    """Return how many characters between the offsets can be seen, spaces with them."""
    return sum(char not in chars.INVISIBLE for char in text[left:right])


def _known() -> dict[str, tuple[str, int]]:
    known = dict(vocabulary.WITH_AND)
    known.update((key, (kind, 0)) for key, kind in vocabulary.KIND.items())
    known.update((key, ("N", month)) for key, month in GREGORIAN_MONTHS.items())
    known.update((key, ("W", day)) for key, day in vocabulary.WEEKDAY.items())
    known.update((key, ("b", month)) for key, month in SHORT_MONTHS.items() if key not in known)
    known.update((key, ("m", month)) for key, month in CAREFUL_MONTHS.items())
    known.update((key, ("M", month)) for key, month in PLAIN_MONTHS.items())
    known.update((key, ("#", value)) for key, value in vocabulary.CARDINAL.items())
    known.update(
        (key, ("1", value)) for key, value in (vocabulary.ORDINAL | vocabulary.JOINED_ORDINAL).items()
    )
    known[fold(DAY)] = ("D", 10)
    return known


_WORDS = _known()
#: the same for who asks which words rules know
KIND_OF_WORD = {word: kind for word, (kind, _) in _WORDS.items()}
