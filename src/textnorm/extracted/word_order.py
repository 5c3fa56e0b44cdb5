"""Lines whose letters stand in logical order inside of words, and whose words or spans do not.

Readers that know the direction of a word and not that of its line give the words from left to right (PyMuPDF and
pypdf, for some fonts), or the spans between Latin words and numbers. The order of a text is decided over a sample of its lines: by
which words are neighbours, and by the marks at the edges of lines; then each line may still object.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..chars import ARABIC_LETTERS, DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.order import LATIN, left_to_right_spans, logical
from .clues import clues
from .evidence import evidence
from .lines import arabic_lines, sample
from .pieces import has_lost_pieces, joined_again, reversed_with_joins

RULE = "word-order"
_Order = Callable[[str], str]
#: lines that are remembered in another order: it is asked for twice, by the text and for the line
_REMEMBERED = 256
_EARLY = lazy_pattern(r"[^\S\n]*+[.،؛:؟!](?:\s|[^\W\d_])")
_LATE_MARKS = frozenset(".؛:؟!")
_LATE = lazy_pattern(r"[.؛:؟!](?:(?<=\w.)|(?<=\w[»\")\]].))[^\S\n]*+$")
#: a line that begins with a space and holds a number that is glued to the word before it, and to nothing behind it
_PAGE_SPACES = lazy_pattern(f"[ \xa0](?=\\S)[^\n]*?[{ARABIC_LETTERS}][{DIGITS}][{DIGITS}.,/:٫٬]*+[ \xa0]")
_PAGE_SPACES_WEIGHT = 3.0
_GLUED = lazy_pattern(f"[{ARABIC_LETTERS}][A-Za-z0-9\u06f0-\u06f9]|[A-Za-z][{ARABIC_LETTERS}]")
#: what begins a left-to-right span
_MIXED = lazy_pattern(f"{LATIN}|[{DIGITS}]")
#: what marks at the edges of a line say
_EARLY_WEIGHT, _LATE_WEIGHT = 3.0, 1.5
#: by how much an order must be better than the one that stands there, in all and for each line
_MARGIN, _MARGIN_OF_LINE = 6.0, 0.2
#: what a line says whose words stand in logical order, at the least and on the average
_SENSIBLE = 3.0
#: by how much a line makes more sense when words are joined that need not be
_GUESSED = 0.5


@lru_cache(_REMEMBERED)
def spans_reversed(line: str) -> str:
    """Return `line` with its spans reversed, where it holds Latin words or numbers or begins with a mark."""
    return logical(line, "span") if _EARLY.match(line) or any(left_to_right_spans(line)) else line


@lru_cache(_REMEMBERED)
def words_reversed(line: str) -> str:
    """Return `line` with its words reversed."""
    return logical(line, "word")


def find_word_order(text: str) -> list[Edit]:
    """Return the edits that put the words of each line in logical order."""
    order = _order_of(sample(text)) if clues(text).turned_words else None
    if order is None:
        return []
    spans = list(arabic_lines(text))
    lines = [text[start:end] for start, end in spans]
    ordered = list(map(order, lines))
    weights = zip(_weights(lines), _weights(ordered), strict=True)
    return [
        (*span, after, RULE)
        for span, line, after, (was, weight) in zip(spans, lines, ordered, weights, strict=True)
        if after != line and weight >= was - 1.0
    ]


@lru_cache(maxsize=4)
def _order_of(lines: tuple[str, ...]) -> _Order | None:
    """Return the order that makes most sense of the lines, or None where the one that they have does."""
    now = _weigh(lines)
    least = now.total + max(_MARGIN, _MARGIN_OF_LINE * len(lines))
    orders: list[_Order] = []
    if _has_loose_spans(lines):
        orders.append(spans_reversed)
    if now.total < _SENSIBLE * len(lines) and _LATE_WEIGHT * len(lines) - now.words >= least:
        orders += (words_reversed, reversed_with_joins)
    if has_lost_pieces(lines):
        orders.append(joined_again)
    sums = [(now.total + _gain(order, lines), order) for order in orders]
    sums = [(total + (order is spans_reversed) * _page_spaces(lines), order) for total, order in sums]
    # half-spaces that are guessed make sense of their own
    best, order = max(
        sums,
        key=lambda found: found[0] - (found[1] is reversed_with_joins) * _GUESSED * len(lines),
        default=(now.total, None),
    )
    return order if best >= least else None


def _page_spaces(lines: tuple[str, ...]) -> float:
    """Return what the spaces round numbers say for spans in the order of the page."""
    return _PAGE_SPACES_WEIGHT * sum(_PAGE_SPACES.match(line) is not None for line in lines)


def _gain(order: _Order, lines: tuple[str, ...]) -> float:
    """Return how much more sense the lines make in another order."""
    changed = [(line, after) for line in lines if (after := order(line)) != line]
    return _weigh([after for _, after in changed]).total - _weigh([line for line, _ in changed]).total


def _has_loose_spans(lines: tuple[str, ...]) -> bool:
    """Return whether lines begin with marks, or words of both scripts are glued, as spans in the order of the page are."""
    loose = sum(bool(_EARLY.match(line) or _GLUED.search(line)) for line in lines)
    return loose >= 1 and loose * 3 >= sum(_MIXED.search(line) is not None for line in lines)


class _Weight(NamedTuple):
    """What lines say for the order in which their words stand: the words, and the marks at their edges."""

    words: float
    marks: float

    @property
    def total(self) -> float:
        return self.words + self.marks


def _weigh(lines: Sequence[str]) -> _Weight:
    """Return what the words of `lines` and the marks at their edges say for the order in which they stand."""
    marks = sum(map(_marks, lines))
    return _Weight(sum(evidence().orders("\n".join(lines))), marks)


def _weights(lines: list[str]) -> list[float]:
    """Return what the words of each of `lines` and the marks at its edges say for the order in which it stands."""
    words = evidence().orders("\n".join(lines))
    return [weight + _marks(line) for weight, line in zip(words, lines, strict=False)]


def _marks(line: str) -> float:
    """Return what the marks at the edges of `line` say."""
    last = len(line.rstrip()) - 1
    late = last >= 0 and line[last] in _LATE_MARKS and _LATE.search(line, last) is not None
    return _LATE_WEIGHT * late - _EARLY_WEIGHT * (_EARLY.match(line) is not None)
