"""Line breaks inside sentences: tools that set each piece of text on a line of its own cut them at links, emphasis and code.

Beautiful Soup's `get_text("\\n")` does, and whatever writes text nodes one by one. The spaces round such a piece stay at the ends of the
lines beside it: «از `با` بپرسید» is «از », «با», « بپرسید».
"""

from __future__ import annotations

from collections.abc import Iterator

from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact

#: a line break behind one space, before a short line without spaces at its ends, below which a line begins with one space, or with
#: marks that end something
_PIECE = lazy_pattern(
    r"(?<=[^\s#>|*+-] )\n(?=([^\s`~](?:[^\n]{0,118}[^\s])?)\n(?: [^\s*+•|·»›-]|[.،؛:؟!,;?)»”\]]{1,3}(?:\s|$)))"
)


def find_inline_breaks(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the breaks round a piece of a sentence: they go, and the sentence is one line.

    A line with spaces at both ends that is no rest of a sentence is one of a template: nothing goes on behind it. A piece has letters.
    """
    text = document.text
    if " \n" not in text:
        return
    found: set[int] = set()
    for piece in _PIECE.finditer(text):
        above = text.rfind("\n", 0, piece.start())
        if any(map(str.isalpha, piece[1])) and (text[above + 1] != " " or above in found):
            found.update((piece.start(), piece.end() + len(piece[1])))
    ends = {document.end(number) for number in document.fenced} if found else ()
    for place in sorted(found.difference(ends)):
        yield Artefact(place, place + 1, "inline-break", "", "B")
