"""Lines whose letters stand in logical order inside of words, and whose words or spans do not.

Readers that know the direction of a word and not that of its line give the words from left to right (PyMuPDF and
pypdf, for some fonts), or the spans between Latin words and numbers. The order of a text is decided over a sample of its lines: by
which words are neighbours, and by the marks at the edges of lines; then each line may still object.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..chars import ARABIC_LETTERS, DIGITS, TATWEEL
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.order import Unit
from .clues import clues
from .digits import stand_turned
from .judged_lines import in_one_text, sample
from .last import last
from .page_pieces import has_page_pieces, pieces_reversed
from .pieces import (
    has_controls,
    has_lost_pieces,
    is_cut_at_signs,
    is_stretched,
    joined_again,
    reversed_with_joins,
    wide_gaps,
)
from .word_evidence import EARLY, LATE, MIXED, Order, Orders, evidence

RULE = "word-order"
_Lines = tuple[str, ...]
_Arrange = Callable[[_Lines], Sequence[str]]
#: a line that begins with a space and holds a number that is glued to the word before it, and to nothing behind it
_PAGE_SPACES = lazy_pattern(f"[ \xa0](?=\\S)[^\n]*?[{ARABIC_LETTERS}][{DIGITS}][{DIGITS}.,/:٫٬]*+[ \xa0]")
_PAGE_SPACES_WEIGHT = 3.0
#: what marks at the edges of a line say: nothing, late ones, early ones, both
_EARLY_WEIGHT, _LATE_WEIGHT = 3.0, 1.5
_OF_MARKS = (0.0, _LATE_WEIGHT, -_EARLY_WEIGHT, _LATE_WEIGHT - _EARLY_WEIGHT)
#: by how much an order must be better than the one that stands there, in all and for each line
_MARGIN, _MARGIN_OF_LINE = 6.0, 0.2
#: what a line says whose words stand in logical order, at the least and on the average
_SENSIBLE = 3.0
#: of that many lines so few are looked at first, for an order that costs much to try
_MANY, _FEW = 40, 16
#: by how much a line makes more sense when words are joined that need not be
_GUESSED = 0.5
#: wide gaps that call for a look at pieces, and what each says that is none any more when they are put together again
_LEAST_GAPS, _GAP_WEIGHT = 3, 1.5


def spans_reversed(lines: _Lines) -> list[str]:
    """Return each of `lines` with its spans reversed, where it holds Latin words or numbers or begins with a mark."""
    return _parts_reversed(lines, "span")


def blocks_reversed(lines: _Lines) -> list[str]:
    """Return the same, with the marks at the edges of spans left there, and quotation marks as spans of their own: what pypdf does."""
    return _parts_reversed(lines, "block")


def _parts_reversed(lines: _Lines, unit: Unit) -> list[str]:
    return [
        after if edge & (EARLY | MIXED) or (unit == "block" and ("«" in line or "»" in line)) else line
        for line, after, (_, edge) in zip(
            lines, evidence().turned(lines, unit), _orders(lines).lines, strict=True
        )
    ]


def words_reversed(lines: _Lines) -> list[str]:
    """Return each of `lines` with its words reversed."""
    return evidence().turned(lines, "word")


def find_word_order(text: str) -> list[Edit]:
    """Return the edits that put the words of each line in logical order."""
    found = clues(text)
    if not found.turned_words and not (found.signs and has_controls(text)):
        return []
    arrange = _arrangement(sample(text), found.many_signs or TATWEEL * 2 in text)
    if arrange is None:
        return []
    spans = evidence().spans(text)
    lines = tuple(text[start:end] for start, end in spans)
    arranged = _arranged(arrange, lines)
    weights = zip(_orders(lines).lines, _orders(arranged).lines, strict=True)
    return [
        (*span, after, RULE)
        for span, line, after, (was, now) in zip(spans, lines, arranged, weights, strict=True)
        if after != line
        and (_weight(now) >= _weight(was) - 1.0 or (arrange is joined_again and is_stretched(line)))
    ]


@last(4)
def _arranged(arrange: _Arrange, lines: _Lines) -> _Lines:
    """Return `lines` in another order; it is asked for twice, by the text and for each line."""
    return tuple(arrange(lines))


@last(4)
def _arrangement(lines: _Lines, may_be_stretched: bool) -> _Arrange | None:
    """Return the order that makes most sense of the lines, or None where the one that they have does."""
    if may_be_stretched and is_cut_at_signs(lines):
        return joined_again
    now = _weigh(lines)
    least = now.total + max(_MARGIN, _MARGIN_OF_LINE * len(lines))
    orders: list[_Arrange] = []
    if _has_loose_spans(lines):
        orders.append(blocks_reversed if stand_turned(in_one_text(lines)) else spans_reversed)
    if now.total < _SENSIBLE * len(lines) and _LATE_WEIGHT * len(lines) - now.words >= least:
        orders += (words_reversed, reversed_with_joins)
        if has_page_pieces(lines):
            orders.append(pieces_reversed)
    lost = has_lost_pieces(lines) or wide_gaps(lines) >= _LEAST_GAPS
    if lost and (len(lines) < _MANY or _gains(joined_again, lines[:: len(lines) // _FEW])):
        orders.append(joined_again)
    sums = [(_weigh(_arranged(order, lines)).total, order) for order in orders]
    sums = [(total + _spaces(order, lines), order) for total, order in sums]
    # half-spaces and pieces that are guessed make sense of their own
    best, order = max(
        sums,
        key=lambda found: (
            found[0] - (found[1] in (reversed_with_joins, pieces_reversed)) * _GUESSED * len(lines)
        ),
        default=(now.total, None),
    )
    return order if best >= least else None


def _gains(arrange: _Arrange, lines: _Lines) -> bool:
    """Return whether `lines`, a few of all, make more sense in another order."""
    return _weigh(_arranged(arrange, lines)).total + _spaces(arrange, lines) > _weigh(lines).total


def _has_loose_spans(lines: _Lines) -> bool:
    """Return whether lines begin with marks, or words of both scripts are glued, as spans in the order of the page are."""
    orders = _orders(lines)
    return orders.loose >= 1 and orders.loose * 3 >= orders.mixed


def _spaces(order: _Arrange, lines: _Lines) -> float:
    """Return what the spaces of `lines` say for an order of them."""
    if order in (spans_reversed, blocks_reversed):
        return _page_spaces(lines)
    if order is not joined_again:
        return 0.0
    return _GAP_WEIGHT * (wide_gaps(lines) - wide_gaps(_arranged(order, lines)))


def _page_spaces(lines: _Lines) -> float:
    """Return what the spaces round numbers say for spans in the order of the page."""
    return _PAGE_SPACES_WEIGHT * sum(
        _PAGE_SPACES.match(line) is not None for line in lines if line.startswith((" ", "\xa0"))
    )


class _Weight(NamedTuple):
    """What lines say for the order in which their words stand: the words, and the marks at their edges."""

    words: float
    marks: float

    @property
    def total(self) -> float:
        return self.words + self.marks


@last(8)
def _orders(lines: _Lines) -> Orders:
    """Return what the words and the edges of each of `lines` say for the order in which it stands."""
    return evidence().orders(in_one_text(lines))


def _weigh(lines: _Lines) -> _Weight:
    """Return what the words of `lines` and the marks at their edges say for the order in which they stand."""
    orders = _orders(lines)
    return _Weight(orders.words, _LATE_WEIGHT * orders.late - _EARLY_WEIGHT * orders.early)


def _weight(order: Order) -> float:
    """Return what one line says in all."""
    return order[0] + _OF_MARKS[order[1] & (LATE | EARLY)]
