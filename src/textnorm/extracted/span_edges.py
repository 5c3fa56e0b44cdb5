"""Signs at the edges of right-to-left spans that were cut into pieces: they are pieces too, so that both edges have changed places.

«پیشرفته (IELTS 7.5)، زبان» is read as «( پیشرفتهIELTS 7.5 )، زبان». A sign that is set back is written as a Latin letter that
no text holds, glued to the left-to-right span beside it, until the other pieces have been put together.
"""

from __future__ import annotations

import re

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS
from ..lazy import lazy_pattern
from .hinted_patterns import OF_LINES, hinted_pattern

_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
_LTR = f"A-Za-z{DIGITS}"
_SIGNS = "([«:–—-"
_STAND_INS = "".join(chr(0xA7A0 + number) for number in range(len(_SIGNS)))
_TO_STAND_INS = str.maketrans(_SIGNS, _STAND_INS)
_BACK = dict(zip(map(ord, _STAND_INS), _SIGNS, strict=True))
_HINT = hinted_pattern(
    f"[([«] (?=[{_L}.،؛:)»])| :(?= ?[،؛–-])|[–—-](?=[{_LTR}])(?<=[{_L}] .)",
    (None, "(\\[«", " "),
    (None, " ", ":"),
    (" ", "–—-", _LTR),
    group=OF_LINES,
)
#: where what is to be swapped may be found, in lines that hold some
_MAY_BE = hinted_pattern(
    f"[([«] |:(?= ?[،؛–-])|[–—-](?=[{_LTR}])(?<= .)",
    (None, "(\\[«", " "),
    (None, ":", " ،؛–-"),
    (" ", "–—-", _LTR),
    group=OF_LINES,
)
#: a bracket that opens, or a colon before what else stands there, where a span begins, and the rest of the span
_EARLY = lazy_pattern(
    f"(?:^|(?<=[{_LTR}.)]))( ?)(?:([([«]) (?=[{_L}.،؛:)»])|(:)(?= ?[،؛–-]))([)»\\]]?[^{_LTR}()\\[\\]«»\\n]*+)(?=[{_LTR}])"
)
_MAY_BE_EARLY = lazy_pattern("[([«] |:(?= ?[،؛–-])")
#: a dash where a span ends that begins with the spaces on both sides of it, or holds them before its last piece
_LATE = lazy_pattern(f"(?<=[{_LTR}])( *)((?:[^{_LTR}\\n ]++ )*+ +[{_L}][^{_LTR}\\n]*) ([–—-])(?=[{_LTR}])")
_OPENING = frozenset("([«")


def may_be_swapped(text: str) -> bool:
    """Return whether signs stand where those do that have changed places with the other edge of their span."""
    return _HINT.is_found(text) and not any(sign in text for sign in _STAND_INS)


def places_of_swapped(text: str) -> list[int]:
    """Return where such signs may stand; `swapped` changes no other lines."""
    return [sign.start() for sign in _MAY_BE.finditer(text)]


def swapped(line: str) -> str:
    """Return *line* with stand-ins for the signs at the edges of its spans, each at its own edge.

    >>> with_signs([swapped("( زبان آلمانی: مقدماتیA2")])
    ['زبان آلمانی: مقدماتی (A2']
    >>> with_signs([swapped("ماده ۱  حضور: هر شهروند بالای –۷ سال")])
    ['ماده ۱ – حضور: هر شهروند بالای ۷ سال']
    """
    line = _EARLY.sub(_set_behind, line) if _MAY_BE_EARLY.search(line) else line
    return _LATE.sub(_set_before, line) if "  " in line else line


def with_signs(lines: list[str]) -> list[str]:
    """Return *lines* with the signs for their stand-ins."""
    text = "\n".join(lines)
    held = [stand_in for stand_in in _STAND_INS if stand_in in text]
    if not held:
        return lines
    for stand_in in held:
        text = text.replace(stand_in, _BACK[ord(stand_in)])
    return text.split("\n")


def _set_behind(span: re.Match[str]) -> str:
    sign = span[2] or span[3]
    rest = span[4].rstrip(" ")
    stand_in = sign.translate(_TO_STAND_INS)
    return f"{span[1]}{rest} {stand_in}" if sign in _OPENING else f"{rest}{stand_in} "


def _set_before(span: re.Match[str]) -> str:
    return f" {span[3].translate(_TO_STAND_INS)} {span[2].lstrip(' ')} "
