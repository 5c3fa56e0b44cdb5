"""Degrees whose unit stands before their number, as on the page: «C°180» for 180°C."""

from __future__ import annotations

from ..chars import DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern

RULE = "turned-degrees"
_UNIT, _NUMBER = "[CF]", f"[{DIGITS}]+(?:[.,/٫][{DIGITS}]+)?"
_DEGREES = lazy_pattern(
    f"(?<![\\w°])(?:(?P<before>{_UNIT})(?P<sign>°)(?P<number>{_NUMBER})(?!\\w)|°({_NUMBER}) ?({_UNIT})(?!\\w))"
)


def find_turned_degrees(text: str) -> list[Edit]:
    """Return the edits that set the unit of degrees behind their number.

    >>> [after for _, _, after, _ in find_turned_degrees("دمای C°180 و °25C")]
    ['180°C', '25°C']
    >>> find_turned_degrees("دمای 180°C و PC°1 و زاویه °30")
    []
    """
    if "°" not in text:
        return []
    return [
        (*found.span(), f"{found['number'] or found[4]}°{found['before'] or found[5]}", RULE)
        for found in _DEGREES.finditer(text)
    ]
