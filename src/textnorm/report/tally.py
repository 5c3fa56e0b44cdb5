"""Counts of what changed, and a sample of the changed lines that fits on a page."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from textnorm.explained import Explained

from .changed_lines import Row, rows
from .clip import clipped
from .notes import Summary, summary

#: changed lines kept for the page
LIMIT = 2000
#: lines kept of each rule, however rare it is
EACH = 5


class Shown(NamedTuple):
    """A line for the page: the name of its text, what is shown of it, and all that happened in it."""

    name: str
    row: Row
    summary: Summary


@dataclass
class Tally:
    """Changes by rule over any number of texts. Memory stays bounded, whatever comes in."""

    limit: int = LIMIT
    texts: int = 0
    lines: int = 0
    characters: int = 0
    changes: int = 0
    changed_lines: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    lines_by_rule: Counter[str] = field(default_factory=Counter)
    _rare: dict[int, Shown] = field(default_factory=dict)
    _sample: list[tuple[int, int, Shown]] = field(default_factory=list)

    def add(self, name: str, source: str, explained: Explained, first_line: int = 1) -> None:
        """Count one text (or a part of it that begins at *first_line*) and keep some of its lines."""
        self.texts += 1
        self.lines += source.count("\n") + (not source.endswith("\n")) if source else 0
        self.characters += len(source)
        self.changes += len(explained.changes)
        for change in explained.changes:
            self.by_rule.update(change.rules)
        for row in rows(source, explained, first_line):
            self._keep(name, row)

    def _keep(self, name: str, row: Row) -> None:
        number = self.changed_lines
        self.changed_lines += 1
        summed = summary(row)
        self.lines_by_rule.update(summed.rules)
        shown = Shown(name, clipped(row), summed)
        chance = -crc32(number.to_bytes(8, "big"))  # the same lines every time, from everywhere in the text
        if len(self._sample) < self.limit:
            heapq.heappush(self._sample, (chance, number, shown))
        elif chance > self._sample[0][0]:
            heapq.heapreplace(self._sample, (chance, number, shown))
        if any(self.lines_by_rule[rule] <= EACH for rule in summed.rules):
            self._rare[number] = shown

    def ordered(self) -> dict[str, int]:
        """Return changes by rule, the busiest first."""
        return dict(sorted(self.by_rule.items(), key=lambda item: (-item[1], item[0])))

    def shown(self) -> list[Shown]:
        """Return the lines for the page, in order: all, or a sample."""
        kept = self._rare | {number: shown for _, number, shown in self._sample}
        return [kept[number] for number in sorted(kept)]
