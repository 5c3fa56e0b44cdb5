"""Quotation marks that a text mirrors all through: »بازی خوب« for «بازی خوب», over lines and side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..edits import Edit
from ..lazy import lazy_pattern
from .hinted_patterns import hinted_pattern

RULE = "mirrored-quote"
_LETTER, _WORD_END = lazy_pattern(f"[{ARABIC_LETTERS}]"), lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}]")
_QUOTE = hinted_pattern("[«»]", (None, "«»", None))
#: behind a mark at the end of a word, and what may stand behind a quotation mark that closes
_ENDS, _FOLLOWS = frozenset(".!؟؛،"), frozenset(".،؛:؟!)")
#: behind one of these, or at the start of the text, a closing one stands in a text that mirrors them
_HINTS = frozenset(" \n(")
#: quotation marks that stand mirrored, at the least, and how many times as many as stand well
_LEAST, _SHARE = 2, 4
#: characters inside of quotation marks, at the most
_LONGEST = 400

#: where a quotation mark stands, and what it does where it stands: "«" opens, "»" closes, "" says nothing
_Place = tuple[int, str]


def find_mirrored_quotes(text: str) -> list[Edit]:
    """Return the edits that mirror the quotation marks of Persian words, where most of the text stand mirrored.

    >>> text = "گفت: »باد\\nآمد.« او »برف« را دید."
    >>> [after for *_, after, _ in find_mirrored_quotes(text)]
    ['«', '»', '«', '»']
    >>> find_mirrored_quotes("«باد» و »برف«")
    []
    """
    quotes = _QUOTE.places(text)
    if not any(text[at] == "»" and (not at or text[at - 1] in _HINTS) for at in quotes):
        return []
    places = [(at, _use(text, at)) for at in quotes]
    mirrored = sum(use not in ("", text[at]) for at, use in places)
    right = sum(use == text[at] for at, use in places)
    if mirrored < _LEAST or mirrored < _SHARE * right:
        return []
    return [(at, at + 1, use, RULE) for at, use in _paired(text, places)]


def _use(text: str, at: int) -> str:
    """Return what the characters beside a quotation mark say of its use."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if (not before or before.isspace() or before == "(") and _LETTER.match(behind):
        return "«"
    word = text[at - 2 : at - 1] if before in _ENDS and at > 1 else before
    return "»" if _WORD_END.match(word) and (not behind or behind.isspace() or behind in _FOLLOWS) else ""


def _paired(text: str, places: Sequence[_Place]) -> Iterator[_Place]:
    """Yield the places that open or close, as the quotation marks before them call for, and whose sign says otherwise."""
    opened = -_LONGEST
    for at, use in places:
        inside = at - opened < _LONGEST
        if use != text[at] and use == ("»" if inside else "«"):
            yield at, use
            inside = use == "«"
        else:
            inside = text[at] == "«"
        opened = at if inside else -_LONGEST
