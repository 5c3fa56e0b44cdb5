"""Rules, changes and the one place that edits text.

A `Rule` is data: what it looks for, what it puts there, why, with examples and near-misses. A rule can
`apply` itself to a text (fast) or list its `edits` (for explanations); both come from the same pattern
and replacement, and the tests hold them equal on arbitrary text. Offsets are composed here only:
rule authors never do arithmetic with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from .chars import ASCII_DIGITS

#: start, end, replacement, id of the rule (or of several, in order); offsets in the text that was given
Edit = tuple[int, int, str, str | tuple[str, ...]]


class Change(NamedTuple):
    """One changed place: ``source[start:end] == before`` became ``after``, by these rules in this order."""

    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A result with the changes that made it: splice them into the source and you have the text."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule as data. Exactly one of *pattern*, *mapping* and *find* says what it does.

    pattern, replacement : a regular expression (stdlib ``re``) and its template or function
    mapping  : characters and what each becomes
    find     : a function from a text to its edits, for rules that need a lexicon
    scope    : ``text`` for damage to be repaired anywhere outside code and URLs, ``persian`` for Persian runs
    needs    : literals; where the text has none of them the rule cannot apply (a cheap guard)
    triggers : rare characters of which the text must hold one (mappings: the mapped ones, by themselves)
    anchor   : ``start``/``end`` for rules about the edge of a line: a run that starts or ends inside a line
               is not at its edge
    examples : (before, after) pairs; near_misses: texts that must stay
    """

    id: str
    family: str
    why: str
    scope: Literal["text", "persian"] = "persian"
    pattern: str | None = None
    replacement: str | Callable[[re.Match[str]], str] = ""
    mapping: dict[str, str] | None = None
    find: Callable[[str], Sequence[Edit]] | None = None
    needs: tuple[str, ...] = ()
    triggers: frozenset[str] = frozenset()
    anchor: Literal["", "start", "end"] = ""
    certainty: Literal["certain", "likely"] = "certain"
    profiles: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    near_misses: tuple[str, ...] = ()
    source: str = ""

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        if self.pattern is not None:
            return re.compile(self.pattern)
        return re.compile("[" + re.escape("".join(self.mapping or {})) + "]")

    def __post_init__(self) -> None:
        if self.mapping is not None and not self.triggers and not set(self.mapping) & set(ASCII_DIGITS):
            object.__setattr__(self, "triggers", frozenset(self.mapping))

    def applies(self, text: str, odd: Collection[str]) -> bool:
        """False where a cheap look shows that the rule can change nothing; *odd*: the text's rare characters."""
        if self.triggers and self.triggers.isdisjoint(odd):
            return False
        if self.anchor == "end" and text[-1:] in (" ", "\t"):
            return True
        return not self.needs or any(literal in text for literal in self.needs)

    def apply(self, text: str) -> str:
        """The text with the rule applied everywhere."""
        if self.find is not None:
            return splice(text, self.find(text))
        if self.mapping is not None:
            for character, becomes in self.mapping.items():
                text = text.replace(character, becomes)
            return text
        return self._compiled.sub(self.replacement, text)

    def edits(self, text: str) -> list[Edit]:
        """The same as edits: where the rule changes something, and into what."""
        if self.find is not None:
            return list(self.find(text))
        found: list[Edit] = []
        for match in self._compiled.finditer(text):
            after = self._after(match)
            if after != match[0]:
                found.append((match.start(), match.end(), after, self.id))
        return found

    def _after(self, match: re.Match[str]) -> str:
        if self.mapping is not None:
            return self.mapping[match[0]]
        return self.replacement(match) if callable(self.replacement) else match.expand(self.replacement)


def splice(text: str, edits: Iterable[Edit]) -> str:
    """*text* with sorted, disjoint edits put in.

    >>> splice("abc", [(1, 2, "X", "rule")])
    'aXc'
    """
    pieces: list[str] = []
    at = 0
    for start, end, after, _ in edits:
        pieces += (text[at:start], after)
        at = end
    if not pieces:
        return text
    pieces.append(text[at:])
    return "".join(pieces)


#: source start, source end, current start, current end, rule ids
_Region = tuple[int, int, int, int, tuple[str, ...]]


@dataclass(slots=True)
class Recorder:
    """Follows a text through steps of edits and knows where each changed place stood in the source."""

    source: str
    regions: list[_Region] = field(default_factory=list)

    def record(self, edits: Sequence[Edit]) -> None:
        """Take over one step's edits, whose offsets are those of the text before the step."""
        if not edits:
            return
        regions = self.regions
        merged: list[_Region] = []
        r = e = 0
        lag = 0  # current offset - source offset, up to the group at hand
        shift = 0  # offset after this step - offset before it
        while r < len(regions) or e < len(edits):
            takes_region = e == len(edits) or (r < len(regions) and regions[r][2:4] <= edits[e][:2])
            start, end = regions[r][2:4] if takes_region else edits[e][:2]
            group_lag, growth = lag, 0
            rules: list[str] = []
            while True:
                if r < len(regions) and _meets(regions[r][2], regions[r][3], start, end):
                    _, s1, _, c1, ids = regions[r]
                    end, group_lag, r = max(end, c1), c1 - s1, r + 1
                    rules += ids
                elif e < len(edits) and _meets(edits[e][0], edits[e][1], start, end):
                    e0, e1, after, rule = edits[e]
                    end, growth, e = max(end, e1), growth + len(after) - (e1 - e0), e + 1
                    rules += [rule] if isinstance(rule, str) else rule
                else:
                    break
            ids = tuple(dict.fromkeys(rules))
            merged.append((start - lag, end - group_lag, start + shift, end + shift + growth, ids))
            lag, shift = group_lag, shift + growth
        self.regions = merged

    def changes(self, text: str) -> list[Change]:
        """The changes that are left when all steps are done; *text* is the final text."""
        source = self.source
        return [
            Change(s0, s1, source[s0:s1], text[c0:c1], rules)
            for s0, s1, c0, c1, rules in self.regions
            if source[s0:s1] != text[c0:c1]
        ]

    def explained(self, text: str) -> Explained:
        """The final text with its changes."""
        return Explained(text, tuple(self.changes(text)))


def _meets(a0: int, a1: int, b0: int, b1: int) -> bool:
    """Whether two places overlap, or touch where one of them is empty."""
    if a0 == a1 or b0 == b1:
        return a0 <= b1 and b0 <= a1
    return a0 < b1 and b0 < a1
