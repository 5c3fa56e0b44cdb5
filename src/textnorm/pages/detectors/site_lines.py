"""Lines that most pages of a site repeat: they go, but the headings inside the main text stay."""

from __future__ import annotations

from collections.abc import Iterator

from textnorm.pages.content.counted_words import concept_bits
from textnorm.pages.document import Document
from textnorm.pages.keys import words
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact

_HEADING_WORDS = 6


def find_site_lines(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the repeated lines of a page. A recipe's «Ingredients» on every page of a site is text."""
    site = options.site
    if site is None:
        return
    repeated = [site.repeats(document.lines[number]) for number in document.nonblank]
    own = [n for n, again in enumerate(repeated) if not again and document.is_paragraph(document.nonblank[n])]
    first, last = (own[0], own[-1]) if own else (0, 0)
    for place, number in enumerate(document.nonblank):
        inside = first < place < last and not any(repeated[place - 1 : place + 2 : 2])
        if repeated[place] and not (inside and _is_heading(document.lines[number])):
            yield document.drop(number, "site-line", "B", "most pages of the site")


def _is_heading(line: str) -> bool:
    """Tell whether a line inside the text can be a heading of it: short, without a word of menus."""
    found = words(line.lower())
    return len(found) <= _HEADING_WORDS and not any(word in concept_bits() for word in found)
