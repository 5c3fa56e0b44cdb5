"""Rare characters: one look at them shows which rules for a whole text, and for marks and shapes, may be called for."""

from __future__ import annotations

from collections.abc import Iterable

from .chars import HAMZA_ABOVE, PERSIAN_DIGITS, PERSIAN_LETTERS, TANVIN, ZWNJ
from .lazy import lazy_pattern

#: characters of a text that are looked at in one go
_CHUNK = 16_384
#: rare characters: those that clean text hardly holds, so that they may trigger a rule
_RARE = f"[^\\n\\r\\t -~{PERSIAN_LETTERS}{PERSIAN_DIGITS}{ZWNJ}{TANVIN}{HAMZA_ABOVE}«»،؛؟\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]"
_RARE_RUN = lazy_pattern(f"{_RARE}{_RARE}*")  # not `+`, which would be tried at each place
#: characters of those left out above that normalisation form C would write in another way with a mark behind them
COMPOSING = "اويہےە\u0654\u064c\u064d"
_COMPOSABLE = lazy_pattern(
    "[اويہےە][\u064b-\u064d]*\u0654|\u0654[\u064b-\u064d]|[\u064c\u064d]\u064b|\u064d\u064c"
)
_CONTROLS = bytes([*range(9), *range(11, 13), *range(14, 32), 127])


def rare_characters(text: str) -> set[str]:
    """Return the characters of *text* that clean text hardly holds."""
    if text.isascii():
        data = text.encode()
        return (
            {*"".join(_RARE_RUN.findall(text))} if len(data.translate(None, _CONTROLS)) < len(data) else set()
        )
    found: set[str] = set()
    for at in range(0, len(text), _CHUNK):
        found.update(*_RARE_RUN.findall(text, at, at + _CHUNK))
    found.update(composing(text))
    return found


def composing(text: str) -> Iterable[str]:
    """Return the marks of *text* that compose with what stands before them, and that clean text holds too."""
    if "\u0654" in text or "\u064c" in text or "\u064d" in text:
        return [marks[-1] for marks in _COMPOSABLE.findall(text)]
    return ()
