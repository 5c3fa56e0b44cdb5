"""Find the texts between the tags of XHTML that stands in a feed (``type="xhtml"`` of Atom)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm.cli.formats.elements import CDATA, COMMENT
from textnorm.cli.formats.spliced import Group, between

_OPENS = re.compile(
    r"""<(title|summary|content|subtitle|rights)\s(?=[^<>]{0,1000}\btype\s{0,9}=\s{0,9}["']xhtml["'])[^<>]{0,2000}>"""
)
_TAG = re.compile(rf"{COMMENT}|{CDATA}|<(/?)([A-Za-z][\w:.-]{{0,60}})[^<>]{{0,4000}}>")
#: tags inside a sentence; any other ends the text
_INLINE = frozenset(
    "a abbr b bdi bdo cite del dfn em font i ins mark q s small span strong sub sup u".split()
)
#: what they hold is no prose
_NO_PROSE = frozenset("script style pre code kbd samp tt var textarea svg math".split())
_NO_ENTITY_OF_XML = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)[^;<>&\s]{0,30};?")


def find_xhtml(text: str) -> Iterator[Group]:
    """Yield the places of each text in XHTML; unknown entities part it, since nobody can tell what they are.

    >>> text = '<content type="xhtml"><div><p>One <b>two</b></p><code>x</code></div></content>'
    >>> [[text[a:b] for a, b in group] for group in find_xhtml(text)]
    [['One ', 'two']]
    """
    endless: set[str] = set()
    done = 0
    for opening in _OPENS.finditer(text):
        if opening.start() < done:
            continue
        name = opening[1]
        end = -1 if name in endless else text.find(f"</{name}", opening.end())
        if end < 0:
            endless.add(name)
        else:
            yield from _texts(text, opening.end(), end)
            done = end


def _texts(text: str, at: int, end: int) -> Iterator[Group]:
    group: Group = []
    skipped = ""
    for tag in _TAG.finditer(text, at, end):
        if not skipped:
            group += between(text, at, tag.start(), _NO_ENTITY_OF_XML)
        at = tag.end()
        name = (tag[2] or "").lower().rpartition(":")[2]
        if skipped:
            skipped = "" if tag[1] and name == skipped else skipped
            continue
        if name in _NO_PROSE and not tag[1] and not tag[0].endswith("/>"):
            skipped = name
        if name not in _INLINE and group:
            yield group
            group = []
    if not skipped:
        group += between(text, at, end, _NO_ENTITY_OF_XML)
    if group:
        yield group
