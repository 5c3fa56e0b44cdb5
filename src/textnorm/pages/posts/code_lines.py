"""Code in a text without fences: lines on end without letters but Latin ones of which many read like code.

html2text indents such lines, other tools write them as they stand. Lines that sites show are none, but for signs of code.
"""

from __future__ import annotations

from itertools import groupby

from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.posts.line_forms import is_code

#: fewest lines on end, fewest that read like code, and of how many one does
_RUN, _READ, _OF = 3, 2, 3
#: what no line of a site has
_SURE = lazy_pattern(r"[={};]|[a-z_]\(")
_INDENTED = ("    ", "\t")
#: what code is not: addresses, rights, items of lists
_OTHERS = ("http", "©", "(C)", "* ", "- ", "+ ", "• ", "> ", "| ")


def code_lines(document: Document) -> set[int]:
    """Return the lines of code of a page, fenced or not."""
    found = set(document.fenced)
    lines = document.lines
    for may_be, run in groupby(document.nonblank, lambda n: _may_be_code(document, n)):
        places = [*run] if may_be else []
        if len(places) >= _RUN:
            read = sum(is_code(lines[n]) for n in places)
            if read >= _READ and read * _OF >= len(places):
                found.update(places)
    return found


def _may_be_code(document: Document, number: int) -> bool:
    """Tell whether a line has no letters but Latin ones, or is indented as code is, with a remark of its own."""
    line = document.lines[number]
    if line.startswith(_OTHERS):
        return False
    if document.raw[number].startswith(_INDENTED):
        return line.isascii() or "#" in line or "//" in line
    return line.isascii() and (_SURE.search(line) is not None or not document.roles[number])
