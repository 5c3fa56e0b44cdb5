"""One look at a text: what each of its lines may be, so that most detectors have nothing to look at.

A number that is not listed is none for certain; one that is listed may be none, either. The native core looks at all at a
time (core/native/glance.c); without it each thing is looked for when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, reduce
from itertools import accumulate, compress, pairwise
from operator import or_
from typing import Any

from textnorm.core import native_module
from textnorm.lazy import lazy_pattern
from textnorm.pages import phrases
from textnorm.pages.content.characters import LONG_LINE, LONGEST_TITLE, MOST_ADDED, TITLE_LINES
from textnorm.pages.content.native import reader
from textnorm.pages.keys import line_key

#: lines, the same stripped, where each begins, the numbers of those that are not blank, the pairs of lines between which
#: blank ones stand that are more than one empty line, and the numbers of those that begin with a fence of code
Cut = tuple[list[str], list[str], list[int], list[int], list[tuple[int, int]], list[int]]
_FENCES = ("```", "~~~")
#: capitals are rare, so looking for one with a small letter before it is the cheapest first look
_INNER_CAPITAL = lazy_pattern(r"[A-Z](?<=[a-z][A-Z])")


def _cut_lines(text: str, blank: str) -> Cut:
    """Cut a text into lines.

    >>> _cut_lines("a\\n b\\n", " ")
    (['a', ' b', ''], ['a', 'b', ''], [0, 2, 5, 6], [0, 1], [(1, 3)], [])
    """
    raw = text.split("\n")
    lines = [line.strip(blank) for line in raw]
    starts = [0, *accumulate([len(line) + 1 for line in raw])]
    filled = [number for number, line in enumerate(lines) if line]
    gaps = [
        (above, below)
        for above, below in pairwise([-1, *filled, len(raw)])
        if below - above > 1
        and not (below - above == 2 and above >= 0 and below < len(raw) and not raw[above + 1])
    ]
    fences = [number for number in filled if lines[number].startswith(_FENCES)]
    return raw, lines, starts, filled, gaps, fences


_core = native_module()
#: the same, by the native core where there is one
cut_lines: Callable[[str, str], Cut] = _core.cut_lines if _core else _cut_lines


class Look:
    """What the lines of a text may be, looked for one thing at a time.

    Of the text, its lines without blank space, the numbers of those that are not blank, and what says the roles of a line.
    """

    def __init__(
        self, text: str, lines: Sequence[str], filled: list[int], role_of: Callable[[str], int]
    ) -> None:
        self._text, self._lines, self._role_of = text, lines, role_of
        #: the lines that may be a phrase of ``data/phrases.toml`` and nothing else, and a date, as they stand above posts
        self.phrases = self.dates = self._filled = filled

    @cached_property
    def roles(self) -> list[int]:
        """Return the roles of each line as bits (see ``interface.mask``), 0 for lines that no site shows."""
        return [self._role_of(line) if line else 0 for line in self._lines]

    @cached_property
    def every_role(self) -> int:
        """Return the roles of all lines together."""
        return reduce(or_, self.roles, 0)

    @cached_property
    def alike(self) -> list[int]:
        """Return the lines that may begin with the same letters as the line below, and are about as long."""
        heads = [(line[:3].casefold(), len(line)) for line in self._lines]
        return [
            number
            for number, ((one, size), (other, long)) in enumerate(pairwise(heads))
            if one == other and one and abs(size - long) <= MOST_ADDED
        ]

    @cached_property
    def opened(self) -> list[int]:
        """Return the lines that may begin with a phrase about other pages, such as «بیشتر بخوانید:»."""
        return self._begun("also_read")

    @cached_property
    def homes(self) -> list[int]:
        """Return the lines that may begin like the way to the page, such as ``Home News Sport``."""
        return self._begun("home")

    def _begun(self, kind: str) -> list[int]:
        starts = {text[0] for text in phrases.texts(kind)}
        return [number for number in self._filled if self._lines[number][0] in starts]

    @cached_property
    def addresses(self) -> list[int]:
        """Return the lines that may begin with an address."""
        return [number for number in self._filled if "//" in self._lines[number][:8]]

    @cached_property
    def closing(self) -> list[int]:
        """Return the lines that may have a straight quote which closes behind a space."""
        if ' "' not in self._text:
            return []
        return [number for number in self._filled if ' "' in self._lines[number]]

    #: whether the text may have a bracket that opens between a word and capitals, a line that begins with a small letter, and
    #: capitals inside a word that stands behind a name
    may_have_acronyms = may_have_leads = may_have_names = True

    @cached_property
    def unended(self) -> list[int]:
        """Return the long lines that may end without a sign."""
        long = (number for number in self._filled if len(self._lines[number]) >= LONG_LINE)
        return [number for number in long if self._lines[number][-1].isalnum()]

    @cached_property
    def glued(self) -> list[int]:
        """Return the places of capitals inside words."""
        return [match.start() for match in _INNER_CAPITAL.finditer(self._text)]

    @cached_property
    def again(self) -> frozenset[int]:
        """Return the lines, none longer than a title, that may have the letters and digits of one of a few lines above."""
        lines = (self._lines[number] for number in self._filled)
        keys = [line_key(line) if len(line) <= LONGEST_TITLE else None for line in lines]
        rows = ((keys[max(place - TITLE_LINES + 1, 0) : place], key) for place, key in enumerate(keys))
        again = (key is not None and key in above for above, key in rows)
        return frozenset(compress(self._filled, again))


class NativeLook(Look):
    """The same, found by the native core at once."""

    def __init__(self, found: tuple[Any, ...]) -> None:
        self.roles, self.phrases, self.dates, self.alike, self.opened, self.unended, self.glued, *rest = found
        self.homes, self.addresses, self.closing, again, self.every_role, signs = rest
        self.again = frozenset(again)
        self.may_have_acronyms, self.may_have_leads = signs & 1 != 0, signs & 2 != 0
        self.may_have_names = signs & 8 != 0


def look_at(
    text: str, lines: Sequence[str], starts: list[int], filled: list[int], role_of: Callable[[str], int]
) -> Look:
    """Look at a text that is cut into lines."""
    native = reader()
    found = native.glance(text, starts) if native else None
    return Look(text, lines, filled, role_of) if found is None else NativeLook(found)
