"""A text cut into lines, with the places of its lines; what every careful rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import Any, TypeVar

from textnorm.pages.content.characters import SEEN_HEAD
from textnorm.pages.content.native import reader
from textnorm.pages.interface import role_bits
from textnorm.pages.keys import WHITESPACE
from textnorm.pages.look import Look, cut_lines, look_at
from textnorm.pages.results import Artefact, Certainty

T = TypeVar("T")
#: by what was asked, what was found out about lines; it hangs on nothing but the line
Known = dict[str, dict[str, Any]]
_SENTENCE_ENDS = frozenset(".!?؟…")
_NO_LINES: frozenset[int] = frozenset()


class Document:
    """The lines of a text, stripped, and where they stand. Built once, never changed."""

    def __init__(self, text: str, known: Known | None = None) -> None:
        self.text = text
        #: what was found out about the lines of this text, and of the texts that it was before
        self.known: Known = {} if known is None else known
        self._once: dict[str, Any] = {}
        #: lines, the same without blank space at their ends, where they begin, the numbers of those that are not blank,
        #: the pairs of lines between which blank ones stand that are more than one empty line, and the lines that are fences
        self.raw, self.lines, self.starts, self.nonblank, self.gaps, self._fences = cut_lines(
            text, WHITESPACE
        )

    def once(self, name: str, find: Callable[[Document], T]) -> T:
        """Return what a function finds in this document, computed once."""
        if name not in self._once:
            self._once[name] = find(self)
        found: T = self._once[name]
        return found

    def of_lines(self, name: str) -> dict[str, Any]:
        """Return what was found out about lines when that was asked, to be looked up and added to."""
        return self.known.setdefault(name, {})

    def of_line(self, name: str, find: Callable[[str], T], line: str) -> T:
        """Return what a function says of a line, computed once for all states of the text."""
        told: T = _told(self.of_lines(name), find, line)
        return told

    @cached_property
    def look(self) -> Look:
        """Return what the lines may be."""
        return look_at(
            self.text,
            self.lines,
            self.starts,
            self.nonblank,
            partial(_told, self.of_lines("roles"), role_bits),
        )

    @property
    def roles(self) -> list[int]:
        """Return the roles of each line as bits (see ``interface.mask``), 0 for lines that no site shows."""
        return self.look.roles

    def know_roles(self, lines: Sequence[str], roles: Iterable[int]) -> None:
        """Keep the roles of lines that were found out with something else; not of those of which only the head was seen."""
        if reader():
            return
        known = self.of_lines("roles")
        known.update((line, bits) for line, bits in zip(lines, roles, strict=True) if len(line) <= SEEN_HEAD)

    def is_quoted(self, number: int) -> bool:
        """Tell whether a line is fenced code, or somebody else's words behind ``>``."""
        return number in self.fenced or self.lines[number].startswith("> ")

    @cached_property
    def fenced(self) -> frozenset[int]:
        """Return the lines inside fenced code, their fences included; a fence that never closes fences nothing."""
        fences = self._fences
        if not fences:
            return _NO_LINES
        pairs = zip(fences[::2], fences[1::2], strict=False)
        return frozenset(chain.from_iterable(range(first, last + 1) for first, last in pairs))

    def end(self, number: int) -> int:
        """Return the place after the line's last character, before its line break."""
        return self.starts[number] + len(self.raw[number])

    def span(self, number: int) -> tuple[int, int]:
        """Return where a line stands, with its line break; the last has none."""
        last = number + 1 == len(self.raw)
        return self.starts[number], self.end(number) if last else self.starts[number + 1]

    def spans(self, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """Return where some lines stand, each with its line break."""
        starts = self.starts
        spans = [(starts[number], starts[number + 1]) for number in numbers]
        return spans if spans[-1:] != [(starts[-2], starts[-1])] else [*spans[:-1], self.span(numbers[-1])]

    def drop(self, number: int, kind: str, certainty: Certainty, evidence: str = "") -> Artefact:
        """Return the edit that takes a line out, with its line break."""
        return Artefact(*self.span(number), kind, "", certainty, evidence)

    def is_paragraph(self, number: int) -> bool:
        """Tell whether a line reads like a paragraph rather than a heading, a caption or a verse."""
        line = self.lines[number]
        return len(line) >= 90 or (len(line) >= 45 and line[-1] in _SENTENCE_ENDS)


def _told(known: dict[str, T], find: Callable[[str], T], line: str) -> T:
    """Return what a function says of a line, kept among what is known."""
    if line not in known:
        known[line] = find(line)
    return known[line]
