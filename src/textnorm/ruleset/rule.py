"""What a rule is: data that says what to look for, what to put there and why, with examples and near-misses.

A rule can `apply` itself to a text (fast) or list its `edits` (for explanations); both come from the same
pattern and replacement, and the tests hold them equal on arbitrary text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

from ..chars import ASCII_DIGITS, PERSIAN_DIGITS, PERSIAN_LETTERS
from ..edits import Edit, splice
from ..lazy import lazy_pattern
from .record import Record

__all__ = ["Rule"]

#: characters that clean text holds: a mapping with one of them is tried on every text
_COMMON = frozenset(ASCII_DIGITS + PERSIAN_DIGITS + PERSIAN_LETTERS + "«»،؛؟")
#: up to this many mapped characters, one `str.replace` each is faster than a pattern
_MAX_CHARS_FOR_REPLACE = 24


class Rule(Record):
    """A rule as data. Exactly one of *pattern*, *mapping* and *find* says what it does.

    pattern, replacement : a regular expression (stdlib ``re``) and its template or function
    mapping  : characters and what each becomes
    find     : a function from a text to its edits, for rules that need a lexicon
    scope    : ``text`` for damage to be repaired anywhere outside code and URLs, ``persian`` for Persian runs
    examples : (before, after) pairs; near_misses: texts that must stay

    What bounds a rule, and so changes what it does:

    line_edge   : ``start``/``end`` for rules about the edge of a line: a run that starts or ends inside a line
                  is not at its edge
    token_local : True where spaces bound all that the rule looks at: it does to a token in a line what it does
                  to the token alone
    settles_words : True for rules about single words that may bring work to light for each other: they are
                  repeated together until none of them changes anything

    Guards, which only save time (without them the result is the same):

    literals       : where the text has none of them the rule cannot match
    trigger_chars  : rare characters of which the text must hold one (mappings: the mapped ones, by themselves)
    harmless_chars : rare characters that never call for this rule
    hint           : a pattern that must be found, for rules that no single character calls for
    """

    id: str
    family: str
    why: str
    scope: Literal["text", "persian"] = "persian"
    pattern: str | None = None
    replacement: str | Callable[[re.Match[str]], str] = ""
    mapping: dict[str, str] | None = None
    find: Callable[[str], Sequence[Edit]] | None = None
    literals: tuple[str, ...] = ()
    trigger_chars: frozenset[str] = frozenset()
    harmless_chars: frozenset[str] = frozenset()
    hint: str = ""
    line_edge: Literal["", "start", "end"] = ""
    token_local: bool = False
    settles_words: bool = False
    certainty: Literal["certain", "likely"] = "certain"
    profiles: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    near_misses: tuple[str, ...] = ()
    source: str = ""

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        if self.pattern is not None:
            return lazy_pattern(self.pattern)
        return lazy_pattern("[" + re.escape("".join(self.mapping or {})) + "]")

    if not TYPE_CHECKING:

        def __init__(self, **fields: object) -> None:
            super().__init__(**fields)
            if self.mapping is not None and not self.trigger_chars and not set(self.mapping) & _COMMON:
                self.__dict__["trigger_chars"] = frozenset(self.mapping)

    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Return the patterns of the rule: what it looks for, and its hint."""
        return (*(() if self.find is not None else (self._compiled,)), *((self._hint,) if self.hint else ()))

    def applies(self, text: str, rare: Collection[str]) -> bool:
        """Return False where a cheap look shows that the rule cannot match; *rare*: the text's rare characters."""
        if self.trigger_chars and self.trigger_chars.isdisjoint(rare):
            return False
        if self.harmless_chars and self.harmless_chars.issuperset(rare):
            return False
        if self.hint and not self.is_hinted(text):
            return False
        if not self.literals or (self.line_edge == "end" and text[-1:] in (" ", "\t")):
            return True
        for literal in self.literals:  # noqa: SIM110 - any() with a generator costs three times as much
            if literal in text:
                return True
        return False

    def is_hinted(self, text: str) -> bool:
        """Return whether the hint is found in *text*."""
        return self._hint.search(text) is not None

    @cached_property
    def _hint(self) -> re.Pattern[str]:
        return lazy_pattern(self.hint)

    def apply(self, text: str) -> str:
        """Return the text with the rule applied everywhere."""
        return self.function(text)

    @cached_property
    def function(self) -> Callable[[str], str]:
        """Return what `apply` does, as a function without the detour."""
        if self.find is not None:
            return partial(_found, self.find)
        if self.mapping is not None:
            return partial(self._mapped, mapping=self.mapping)
        return self._replaced

    def _replaced(self, text: str) -> str:
        """Return the text after the pattern; no partial of its own method, which would compile it before it is needed."""
        return self._compiled.sub(self.replacement, text)

    def _mapped(self, text: str, mapping: dict[str, str]) -> str:
        """Return the text mapped: a few letters one by one, a long table where one of it is found; each is quickest so."""
        if len(mapping) > _MAX_CHARS_FOR_REPLACE:
            return self._compiled.sub(lambda match: mapping[match[0]], text)
        for character, becomes in mapping.items():
            text = text.replace(character, becomes)
        return text

    def edits(self, text: str) -> list[Edit]:
        """Return the same as edits: where the rule changes something, and into what."""
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


def _found(find: Callable[[str], Sequence[Edit]], text: str) -> str:
    edits = find(text)
    return splice(text, edits) if edits else text
