"""Visual order turned into logical order: the bidi algorithm (UAX #9) taken backwards, for one line of Persian.

What stands from left to right on the page is cut into left-to-right spans (Latin words with what lies between
them, numbers) and the rest; the order of all is reversed, and within the rest that of its units. Left-to-right
spans keep their own order. Brackets are mirrored where only that makes them open before they close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from textnorm.chars import ARABIC_DIGITS, ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_DIGITS, ZWNJ
from textnorm.lazy import lazy_pattern

#: what is reversed inside right-to-left spans: letters, words (or parts of them between half-spaces), or nothing: a span
#: without the marks at its edges, or a block with them, which quotation marks and square brackets part
Unit = Literal["letter", "word", "joined", "span", "block"]

_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: a letter of a script that is written from left to right
LATIN = f"[^\\W\\d_{_L}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_DIGIT = f"[0-9{PERSIAN_DIGITS}{ARABIC_DIGITS}]"
_GROUPS = f"(?:[.,/:٫٬]{_DIGIT}+)*"
_DATE = f"{_DIGIT}{{4}}-{_DIGIT}{{2}}-{_DIGIT}{{2}}(?!{_DIGIT})"
#: digits with single separators between them; dashes are none, since behind Persian letters they are neutral; a date of ISO 8601 is one
NUMBER = f"{_DATE}|{_DIGIT}+{_GROUPS}"
#: a glyph without a code, as pdfminer.six shows it
GLYPH, _GLYPH_STARTS = r"\(cid:\d+\)", "(cid:"
#: digits and signs behind a Latin letter, up to the last Latin letter or digit
_ON_TO_LATIN = f"(?:[^{_L}\\n]*(?:{LATIN}|{_DIGIT}))?"
#: Latin words right behind a number: it belongs to them
_WITH_LATIN = f"(?:(?={LATIN}){_ON_TO_LATIN})?"
#: what no such span and no number begins with: a look for anything else is a quick one
_NO_START = "\x00-/:-@\\[-`{-\xa9\xab\xbb\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\u2000-\u206f\ufb1d-\ufdff\ufe70-\ufeff"


def span_pattern(guard: str = "") -> str:
    """Return the pattern of left-to-right spans: Latin words and numbers; *guard* must hold where a number begins."""
    number = f"(?<={guard}{_DIGIT})(?:(?<=(?={_DATE}).).{{9}}|{_DIGIT}*{_GROUPS})"
    return f"[^{_NO_START}](?:(?<={LATIN}){_ON_TO_LATIN}|{number}{_WITH_LATIN})"


_LEFT_TO_RIGHT = lazy_pattern(span_pattern())
_LATIN_BEFORE_GLYPH = f"{LATIN}(?:(?:(?!{GLYPH})[^{_L}\\n])*(?:{LATIN}|{_DIGIT}))?"
_WITH_GLYPHS = lazy_pattern(f"{GLYPH}|{_LATIN_BEFORE_GLYPH}|(?:{NUMBER})(?:{_LATIN_BEFORE_GLYPH})?")
#: letters and what the bidi algorithm treats as letters: the semicolon and the question mark of Arabic script
STRONG = f"(?:[^\\W\\d{ZWNJ}]|[؛؟{ARABIC_MARKS}\u200f])"
_UNITS = {
    "word": lazy_pattern(f"{STRONG}+"),
    "joined": lazy_pattern(f"(?:{STRONG}|{ZWNJ})+"),
    # the spaces before a span belong to it, and so do a mark right behind it, a quotation mark that it closes, and a bracket
    # that closes before its first word, but no space behind one that opens
    "span": lazy_pattern(
        f"(?:(?<![ \\t\xa0(\\[{{])[ \\t\xa0]++|[)\\]}}][ \\t\xa0]++)?(?:«(?=[^«»\\n]*»))?{STRONG}(?:.*{STRONG})?[.،:!]?"
    ),
}
#: signs that pypdf takes for left-to-right ones, with the neutral ones that follow them; a mark where a line or what
#: follows a left-to-right span begins; or a block
PARTING, NEUTRAL = r"«»\[\]{}|", " -/:-@\\u2010-\\u2027"
_BLOCK = lazy_pattern(f"[{PARTING}][{PARTING}{NEUTRAL}]*+|(?<![^\n])[ \xa0]*+[.:!]|([^{PARTING}\n]++)")
#: brackets that the bidi algorithm mirrors
PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›"))
_BRACKETS = lazy_pattern(r"[()\[\]{}«»‹›]")
_OPENED_BY = {closes: opens for opens, closes in PAIRS}
_LATIN_LETTER = lazy_pattern(LATIN)


def logical(line: str, unit: Unit = "letter") -> str:
    """Return the logical order of `line`, which stands as a page shows it.

    >>> print(logical(".دمآ ۱۲:۳۰ تعاس (زور) Python 3"))
    Python 3 (روز) ساعت ۱۲:۳۰ آمد.
    >>> print(logical(".دیرخ 64GB نفلت"))
    تلفن 64GB خرید.
    >>> print(logical(".آمد باران و رفت باد", "word"))
    باد رفت و باران آمد.
    >>> print(logical(". خوب استPython زبان", "span").strip())
    زبانPython خوب است.
    >>> print(logical(") بزنید تا نرم شودmixer( با همزن", "span"))
    با همزن (mixer) بزنید تا نرم شود
    """
    return logical_lines([line], unit)[0]


def logical_lines(lines: Sequence[str], unit: Unit = "letter") -> list[str]:
    """Return the logical order of each of `lines`: all are turned round at once, and what keeps its order back again.

    >>> logical_lines(["دمآ ۱۲", "تسا"])
    ['۱۲ آمد', 'است']
    """
    text = "\n".join(lines)
    turned: list[str] = []
    at = 0
    for span in left_to_right_spans(text):
        end = _span_end(text, span)
        turned += (_turned_units(text[at : span.start()], unit), text[span.start() : end][::-1])
        at = end
    turned.append(_turned_units(text[at:], unit))
    return _mirrored("".join(turned)[::-1].split("\n")[::-1], text)


def _span_end(text: str, span: re.Match[str]) -> int:
    """Return where a left-to-right span ends: behind the bracket that closes what was opened between its Latin words."""
    end = span.end()
    opens = _OPENED_BY.get(text[end : end + 1])
    opened = -1 if opens is None else span[0].rfind(opens)
    return end + (opened > 0 and _LATIN_LETTER.search(span[0], opened) is not None)


def _turned_units(text: str, unit: Unit) -> str:
    """Return `text` with each unit turned round, which stands as it was when all is turned round."""
    if unit == "block":
        return _BLOCK.sub(lambda part: part[0] if part[1] is None else _backwards(part), text)
    return text if unit == "letter" else _UNITS[unit].sub(_backwards, text)


def _backwards(match: re.Match[str]) -> str:
    return match[0][::-1]


def mirrored(line: str) -> str:
    """Return `line` with the brackets of each kind mirrored where most of what the spaces beside them and their order say is that.

    >>> mirrored("باد )خنک( و «تند»")
    'باد (خنک) و «تند»'
    >>> mirrored("آمد.» او گفت: «باد")
    'آمد.» او گفت: «باد'
    """
    return _mirrored([line], line)[0]


def _mirrored(lines: list[str], text: str) -> list[str]:
    """Return each of `lines` with its brackets mirrored so; `text` holds all brackets that they hold."""
    for opens, closes in PAIRS:
        if opens in text or closes in text:
            lines = [
                line
                if _GLYPH_STARTS in line or not (opens in line or closes in line)
                else _of_kind(line, opens, closes)
                for line in lines
            ]
    return lines


def _of_kind(line: str, opens: str, closes: str) -> str:
    places = [bracket.start() for bracket in _BRACKETS.finditer(line) if bracket[0] in (opens, closes)]
    votes = sum(faces_out(line, place, opens) for place in places)
    votes += _closes_first([line[place] for place in places], opens, closes)
    return line.translate(str.maketrans(opens + closes, closes + opens)) if votes > 0 else line


def _closes_first(brackets: list[str], opens: str, closes: str) -> int:
    """Return 1 where brackets of a kind close before they open, -1 where they open before they close, or 0."""
    pairs = list(pairwise(brackets))
    first, last = pairs.count((closes, opens)), pairs.count((opens, closes))
    return (first > last) - (first < last)


def faces_out(line: str, place: int, opens: str) -> int:
    """Return 1 for a bracket that is mirrored, as the spaces and the edges of the line beside it say, -1 for one that is not, or 0."""
    before, after = (
        not beside or beside.isspace()
        for beside in (line[max(place - 1, 0) : place], line[place + 1 : place + 2])
    )
    return 0 if before == after else 1 if (line[place] == opens) == after else -1


def left_to_right_spans(line: str) -> Iterator[re.Match[str]]:
    """Yield the spans of `line` that keep their order: Latin words, numbers, and glyphs without a code."""
    return (_WITH_GLYPHS if _GLYPH_STARTS in line else _LEFT_TO_RIGHT).finditer(line)
