"""What a cache or an archive of the web writes above the page that it keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact

#: short lines on top of a text among which one of these stands, and characters of a line that are looked at
_TOP, _SHORT, _SEEN = 4, 60, 120
_KEEPERS = lazy_pattern(
    r"this is google.{0,3}s cache of\s|the wayback machine - https?://web\.archive\.org/|\d{1,6} captures?$|archived from the original on\s",
    re.IGNORECASE,
)
#: how it begins, if not with a number: most lines do not
_FIRST = "tTaA"
#: what it writes beside it
_BESIDE = lazy_pattern(
    r"it is a snapshot of the page|the current page could have changed|tip: to quickly find your search term|(?:full|text-only) version|view source$|learn more$"
    r"|these (?:search )?terms|\d{1,2} [a-z]{3} \d{4} - \d{1,2} [a-z]{3} \d{4}$|(?:[a-z]{3} ){2}[a-z]{3}$|(?:\d{4}|\d{1,2})(?: \d{4}){0,2}$|success$|fail$|about this capture|collected by$"
    r"|(?:organization|collection|timestamps?):|timestamps$|https?://web\.archive\.org/",
    re.IGNORECASE,
)


def find_saved_copies(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the lines on top of a saved copy that say whose copy it is, and of which day."""
    top = document.nonblank[:_TOP]
    first = next((n for n, number in enumerate(top) if _says(document, number)), None)
    if first is None or any(len(document.lines[number]) > _SHORT for number in top[:first]):
        return
    below = takewhile(lambda number: _belongs(document, number), document.nonblank[first:])
    for number in below:
        yield document.drop(number, "saved-copy", "A")


def _says(document: Document, number: int) -> bool:
    line = document.lines[number][:_SEEN]
    return (line[0] in _FIRST or line[0].isdigit()) and _KEEPERS.match(line) is not None


def _belongs(document: Document, number: int) -> bool:
    line = document.lines[number][:_SEEN]
    return _KEEPERS.match(line) is not None or _BESIDE.match(line) is not None
