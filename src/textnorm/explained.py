"""A result with the changes that made it, and the way between the offsets of both texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from .edits import Edit, OffsetMap, Region, merged, offset_map, splice


class Change(NamedTuple):
    """One changed place: ``source[start:end] == before`` became ``after``, by these rules in this order."""

    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]


_tuple = tuple.__new__  # a change from five values in one call


@dataclass(frozen=True, init=False)
class Explained:
    """A result with the changes that made it: splice them into the source and you have the text.

    ``changes`` are sorted, disjoint and never empty; offsets are code points. The source is not stored, since
    text and changes give it back. Immutable; it can be pickled, and written and read as JSON.

    >>> from textnorm import explain
    >>> done = explain("اين كتاب ها")
    >>> done.text, done.source
    ('این کتاب\u200cها', 'اين كتاب ها')
    >>> done.map_span(4, 8), done.map_span(4, 8, to="result")
    ((4, 8), (4, 8))
    """

    text: str
    changes: tuple[Change, ...]

    def __init__(self, text: str, changes: tuple[Change, ...]) -> None:
        self.__dict__.update(text=text, changes=changes)  # most texts are short: here their time goes

    @property
    def source(self) -> str:
        """Return the text as it was given."""
        return splice(self.text, ((c0, c1, change.before, "") for change, c0, c1 in self._placed()))

    def to_result(self, offset: int) -> int:
        """Return where the source's character at *offset* stands in the result.

        Inside a changed place this is the start of what stands there now; ``len(source)`` gives
        ``len(text)``. It never runs backwards. Raises IndexError for an offset outside the source.
        """
        offsets = self._offsets
        _check(offset, len(self.text) + offsets.here[-1] - offsets.there[-1])
        return offsets.point(offset)

    def to_source(self, offset: int) -> int:
        """Return where the result's character at *offset* stood in the source; as `to_result`, the other way.

        >>> from textnorm import explain
        >>> done = explain("باد  و  باران")
        >>> done.text, done.to_source(4), done.to_result(5)
        ('باد و باران', 5, 4)
        """
        _check(offset, len(self.text))
        return self._offsets.back().point(offset)

    def map_span(
        self, start: int, end: int, *, to: Literal["source", "result"] = "source"
    ) -> tuple[int, int]:
        """Return the span of the source that a span of the result comes from; ``to="result"`` the other way.

        It is the smallest span that holds all of the given one, and takes each changed place whole:
        nothing is split. A span that was removed altogether becomes an empty one. Raises IndexError for a
        span outside the text, and ValueError for one that ends before it starts or another *to*.

        >>> from textnorm import explain
        >>> done = explain("سلاممممم دنیا")
        >>> done.text[5:9], done.map_span(5, 9), done.map_span(3, 4)
        ('دنیا', (9, 13), (3, 8))
        """
        if to not in ("source", "result"):
            raise ValueError(f"to must be 'source' or 'result', not {to!r}")
        if start > end:
            raise ValueError(f"a span must not end before it starts: {start}, {end}")
        there = self._offsets
        size = len(self.text) + (there.here[-1] - there.there[-1] if to == "result" else 0)
        _check(start, size)
        _check(end, size)
        return (there if to == "result" else there.back()).span(start, end)

    def then(self, later: Explained) -> Explained:
        """Return this step and a later one as one: changes of this source that make the later text.

        ``later`` must explain what was done to this text; else ValueError.

        >>> from textnorm import explain, explain_dates
        >>> first = explain_dates("در ۸ مهر ۱۳۹۷ رفت ,آمد")
        >>> both = first.then(explain(first.text))
        >>> [(change.before, change.after) for change in both.changes]
        [('۸ مهر ۱۳۹۷', '2018-09-30'), (' ,', '، ')]
        """
        if later.source != self.text:
            raise ValueError("the later step does not start from the text of this one")
        return explained(self.source, later.text, merged(self._regions(), [_edit(c) for c in later.changes]))

    def to_json(self) -> str:
        """Return one line of JSON: an object with ``text`` and ``changes``."""
        changes = [change._asdict() for change in self.changes]
        import json

        return json.dumps({"text": self.text, "changes": changes}, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Explained:
        """Return what `to_json` wrote.

        >>> Explained.from_json('{"text": "b", "changes": []}')
        Explained(text='b', changes=())
        """
        import json

        read: dict[str, Any] = json.loads(line)
        changes = (Change(**{**change, "rules": tuple(change["rules"])}) for change in read["changes"])
        return cls(read["text"], tuple(changes))

    def __reduce__(self) -> tuple[type[Explained], tuple[str, tuple[Change, ...]]]:
        return Explained, (self.text, self.changes)

    @cached_property
    def _offsets(self) -> OffsetMap:
        """Return the map, built when first asked for: two numbers a change and text."""
        return offset_map((change.start, change.end, len(change.after)) for change in self.changes)

    def _placed(self) -> Iterable[tuple[Change, int, int]]:
        """Yield each change with the bounds of its result."""
        shift = 0
        for change in self.changes:
            start = change.start + shift
            yield change, start, start + len(change.after)
            shift += len(change.after) - len(change.before)

    def _regions(self) -> list[Region]:
        return [(change.start, change.end, c0, c1, change.rules) for change, c0, c1 in self._placed()]


def explained(source: str, text: str, regions: Iterable[Region]) -> Explained:
    """Return the regions that are left when all steps are done, as changes; *text* is the final text."""
    changes = [
        _tuple(Change, (s0, s1, before, after, rules))
        for s0, s1, c0, c1, rules in regions
        if (before := source[s0:s1]) != (after := text[c0:c1])
    ]
    return Explained(text, tuple(changes))


def _edit(change: Change) -> Edit:
    return change.start, change.end, change.after, change.rules


def _check(offset: int, size: int) -> None:
    if not 0 <= offset <= size:
        raise IndexError(f"offset {offset} is not between 0 and {size}")
