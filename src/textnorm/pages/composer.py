"""Several passes of edits as one: the only place where places of two texts of a page are computed with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from textnorm.edits import Edit, OffsetMap, offset_map, splice
from textnorm.explained import Explained
from textnorm.fixed_point import report_limit
from textnorm.pages.results import Artefact
from textnorm.recorder import Recorder

#: kinds that say least of a place where edits of several passes meet
_PLAIN = ("blank-lines", "nbsp")


def drop_overlaps(artefacts: Iterable[Artefact]) -> list[Artefact]:
    """Return the edits in order, without those that overlap an earlier or a longer one at the same place."""
    kept: list[Artefact] = []
    for edit in sorted(artefacts, key=lambda a: (a.start, -a.end)):
        touches = kept and edit.start < kept[-1].end
        same = kept and edit.start == kept[-1].start and edit.end == kept[-1].end
        if not touches and not same:
            kept.append(edit)
    return kept


class Composer:
    """A text, the passes of edits made to it, and both as edits of the source.

    >>> composer = Composer("a  b c")
    >>> composer.apply([Artefact(1, 3, "nbsp", " ", "A")])
    >>> composer.apply([Artefact(3, 5, "widget-tail", "", "A")])
    >>> composer.text, [(a.start, a.end, a.replacement) for a in composer.artefacts()]
    ('a b', [(1, 3, ' '), (4, 6, '')])
    """

    def __init__(self, text: str, *, record: bool = True) -> None:
        self.text = text
        #: nothing is recorded for who wants the text alone
        self._recorder = Recorder(text) if record else None
        self._made: list[Artefact] = []

    def apply(self, artefacts: Sequence[Artefact]) -> None:
        """Make one pass of sorted, disjoint edits, in terms of the text as it is now."""
        if self._recorder is None:
            self.text = splice(self.text, [a.edit for a in artefacts])
            return
        first = len(self._made)
        self._made += artefacts
        numbered = [(a.start, a.end, a.replacement, str(n)) for n, a in enumerate(artefacts, first)]
        self._recorder.record(numbered)
        self.text = splice(self.text, numbered)

    def drop(self, spans: Sequence[tuple[int, int]], reason: Artefact) -> None:
        """Take out some places, sorted and disjoint, in terms of the text as it is now, for the reason of an artefact.

        >>> composer = Composer("a\\nb\\nc")
        >>> composer.drop([(0, 2), (2, 4)], Artefact(0, 0, "boilerplate", "", "B"))
        >>> composer.text, [(a.start, a.end, a.kind) for a in composer.artefacts()]
        ('c', [(0, 2, 'boilerplate'), (2, 4, 'boilerplate')])
        """
        if self._recorder is not None:
            first = len(self._made)
            self._made += [reason] * len(spans)
            self._recorder.record([(start, end, "", str(n)) for n, (start, end) in enumerate(spans, first)])
        ends = chain((0,), (end for _, end in spans))
        starts = chain((start for start, _ in spans), (len(self.text),))
        self.text = "".join([self.text[end:start] for end, start in zip(ends, starts, strict=True)])

    @property
    def _recorded(self) -> Recorder:
        if self._recorder is None:
            raise ValueError("this composer records nothing: make it with record=True")
        return self._recorder

    def artefacts(self) -> list[Artefact]:
        """Return all passes as one; where edits met, they are one that carries the more telling reason."""
        return list(self._composed())

    def explained(self) -> Explained:
        """Return the text with its changes, the kinds as their rules, in the order of the passes."""
        done = self._recorded.explained(self.text)
        kinds = (tuple(dict.fromkeys(self._made[int(n)].kind for n in c.rules)) for c in done.changes)
        changes = [c._replace(rules=ids) for c, ids in zip(done.changes, kinds, strict=True)]
        return Explained(self.text, tuple(changes))

    def to_source(self) -> OffsetMap:
        """Return the map from the text as it is now to its source."""
        made = self._recorded.edits(self.text, 0)
        return offset_map((start, end, len(after)) for start, end, after, _ in made).back()

    def edits(self) -> list[Edit]:
        """Return all passes as edits of the source, the kinds as their rules."""
        kinds = [made.kind for made in self._made]
        return [
            (
                start,
                end,
                after,
                kinds[int(numbers[0])]
                if len(numbers) == 1
                else tuple(dict.fromkeys(kinds[int(n)] for n in numbers)),
            )
            for start, end, after, numbers in self._recorded.edits(self.text, 0)
        ]

    def _composed(self) -> Iterator[Artefact]:
        for start, end, after, numbers in self._recorded.edits(self.text, 0):
            first = self._made[int(numbers[0])]
            if len(numbers) > 1:
                reasons = (self._made[int(n)] for n in numbers)
                first = next((a for a in reasons if a.kind not in _PLAIN), first)
            as_made = (start, end, after) == (first.start, first.end, first.replacement)
            yield (
                first if as_made else Artefact(start, end, first.kind, after, first.certainty, first.evidence)
            )


def to_fixed_point(steps: Sequence[Callable[[], bool]], limit: int, name: str) -> None:
    """Take steps in turn until each of them, one after the other, changes nothing.

    A loop that takes each step *limit* times is reported by its *name*, see `textnorm.fixed_point`.

    >>> left = [3]
    >>> to_fixed_point([lambda: bool(left and left.pop()), lambda: False], 12, "doctest")
    >>> left
    []
    """
    quiet = 0
    for number in range(limit * len(steps)):
        quiet = 0 if steps[number % len(steps)]() else quiet + 1
        if quiet == len(steps):
            return
    report_limit(name, limit)
