"""All detectors, in the order in which they run.

A stage sees the text that the stage before left. Blank space goes first, so that lines stand beside each
other; a site's own lines next, so that they hide no title and no tail from the third stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textnorm.pages.detectors import boilerplate, duplicates, repairs
from textnorm.pages.detectors.base import Detector
from textnorm.pages.detectors.site import find_site_lines
from textnorm.pages.detectors.whitespace import find_blanks
from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.posts.heads import heads_of
from textnorm.pages.results import Artefact

__all__ = ["STAGES", "Detector"]


def _blanks(document: Document, options: PageOptions) -> Iterator[Artefact]:
    return find_blanks(document)


def _site_lines(document: Document, options: PageOptions) -> Iterator[Artefact]:
    return find_site_lines(document, options.site)


def _structure(document: Document, options: PageOptions) -> Iterator[Artefact]:
    heads = heads_of(document)
    for head in heads:
        yield from boilerplate.find_breadcrumb(document, head)
        yield from duplicates.find_titles(document, head[: duplicates.HEAD])
    titles = _titles(document, heads)
    yield from duplicates.find_captions(document)
    yield from duplicates.find_glued(document, titles)
    yield from boilerplate.find_images(document)
    yield from boilerplate.find_phrases(document, options)
    yield from repairs.find_drop_caps(document, heads)
    yield from repairs.find_camels(document)
    yield from repairs.find_seo(document, titles)
    yield from repairs.find_acronyms(document)
    yield from repairs.find_quotes(document)
    if "C" in options.certain:
        yield from repairs.find_ellipses(document)


def _titles(document: Document, heads: Sequence[Sequence[int]]) -> list[str]:
    """Return the lines that may be titles: the first of each head, a bounded number of them."""
    lines = [document.lines[number] for head in heads[:8] for number in head[:2]]
    return list(dict.fromkeys(line for line in lines if 8 < len(line) < 200))


STAGES = (
    (Detector(kinds=("blank-lines", "nbsp"), find=_blanks),),
    (Detector(kinds=("site-line",), find=_site_lines),),
    (Detector(kinds=(), find=_structure),),
)
