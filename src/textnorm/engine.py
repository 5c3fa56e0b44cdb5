"""Rules, changes and the one place that edits text.

A `Rule` is data: what it looks for, what it puts there, why, with examples and near-misses. A rule can
`apply` itself to a text (fast) or list its `edits` (for explanations); both come from the same pattern
and replacement, and the tests hold them equal on arbitrary text. Offsets are composed here only:
rule authors never do arithmetic with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Literal

from .chars import ASCII_DIGITS, PERSIAN_DIGITS, PERSIAN_LETTERS
from .offsets import Edit, Region, merged, splice
from .patterns import late

if TYPE_CHECKING:
    from .explained import Explained

__all__ = ["Edit", "Recorder", "Rule", "splice"]


_FEW = 24


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule as data. Exactly one of *pattern*, *mapping* and *find* says what it does.

    pattern, replacement : a regular expression (stdlib ``re``) and its template or function
    mapping  : characters and what each becomes
    find     : a function from a text to its edits, for rules that need a lexicon
    scope    : ``text`` for damage to be repaired anywhere outside code and URLs, ``persian`` for Persian runs
    needs    : literals; where the text has none of them the rule cannot apply (a cheap guard)
    triggers : rare characters of which the text must hold one (mappings: the mapped ones, by themselves)
    spared   : rare characters that never call for this rule
    anchor   : ``start``/``end`` for rules about the edge of a line: a run that starts or ends inside a line
               is not at its edge
    local    : True where a blank bounds all that the rule looks at: it does to a word in a line what it does to
               the word alone
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
    spared: frozenset[str] = frozenset()
    anchor: Literal["", "start", "end"] = ""
    local: bool = False
    certainty: Literal["certain", "likely"] = "certain"
    profiles: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    near_misses: tuple[str, ...] = ()
    source: str = ""

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        if self.pattern is not None:
            return late(self.pattern)
        return late("[" + re.escape("".join(self.mapping or {})) + "]")

    def __post_init__(self) -> None:
        if (
            self.mapping is not None
            and not self.triggers
            and not set(self.mapping) & set(ASCII_DIGITS + PERSIAN_DIGITS + PERSIAN_LETTERS)
        ):
            object.__setattr__(self, "triggers", frozenset(self.mapping))

    def applies(self, text: str, odd: Collection[str]) -> bool:
        """False where a cheap look shows that the rule can change nothing; *odd*: the text's rare characters."""
        if self.triggers and self.triggers.isdisjoint(odd):
            return False
        if self.spared and self.spared.issuperset(odd):
            return False
        if not self.needs or (self.anchor == "end" and text[-1:] in (" ", "\t")):
            return True
        for literal in self.needs:  # noqa: SIM110 - any() with a generator costs three times as much
            if literal in text:
                return True
        return False

    def apply(self, text: str) -> str:
        """The text with the rule applied everywhere."""
        return self.function(text)

    @cached_property
    def function(self) -> Callable[[str], str]:
        """What `apply` does, as a function without the detour."""
        if self.find is not None:
            return partial(_found, self.find)
        if self.mapping is not None:
            return partial(self._mapped, mapping=self.mapping)
        return self._replaced

    def _replaced(self, text: str) -> str:
        """Not a partial of the pattern's own method, since that would compile it before it is needed."""
        return self._compiled.sub(self.replacement, text)

    def _mapped(self, text: str, mapping: dict[str, str]) -> str:
        """A few letters are quickest one by one; a long table is quickest where one of it is found."""
        if len(mapping) > _FEW:
            return self._compiled.sub(lambda match: mapping[match[0]], text)
        for character, becomes in mapping.items():
            text = text.replace(character, becomes)
        return text

    def edits(self, text: str) -> list[Edit]:
        """The same as edits: where the rule changes something, and into what."""
        if self.find is not None:
            return list(self.find(text))
        if (becomes := self.mapping) is not None:
            return [(*match.span(), becomes[match[0]], self.id) for match in self._compiled.finditer(text)]
        found: list[Edit]
        if isinstance(self.replacement, str) and "\\" not in self.replacement:
            found = [(*match.span(), self.replacement, self.id) for match in self._compiled.finditer(text)]
        else:
            found = [(*match.span(), self._after(match), self.id) for match in self._compiled.finditer(text)]
        return [edit for edit in found if edit[2] != text[edit[0] : edit[1]]]

    def _after(self, match: re.Match[str]) -> str:
        return self.replacement(match) if callable(self.replacement) else match.expand(self.replacement)


class Recorder:
    """Follows a text through steps of edits and knows where each changed place stood in the source."""

    __slots__ = ("regions", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.regions: list[Region] = []

    def record(self, edits: Sequence[Edit]) -> None:
        """Take over one step's edits, whose offsets are those of the text before the step."""
        if edits:
            self.regions = merged(self.regions, edits)

    def forget(self) -> None:
        """Begin anew."""
        self.regions = []

    def edits(self, text: str, base: int) -> list[Edit]:
        """All steps as one: edits of the source, which stands at *base* of a longer text; *text*: the result."""
        source = self.source
        return [
            (base + s0, base + s1, text[c0:c1], rules)
            for s0, s1, c0, c1, rules in self.regions
            if source[s0:s1] != text[c0:c1]
        ]

    def explained(self, text: str) -> Explained:
        """The final text with its changes."""
        return _explained()(self.source, text, self.regions)


@cache
def _explained() -> Callable[[str, str, list[Region]], Explained]:
    """The function of that name, loaded late: most callers want the text alone."""
    from .explained import explained

    return explained


def _found(find: Callable[[str], Sequence[Edit]], text: str) -> str:
    edits = find(text)
    return splice(text, edits) if edits else text
