"""Find the elements of XML that hold text and CDATA alone, in one pass: what is inside CDATA or a comment is no element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: CDATA and comments that nothing closes reach to the end, so that none of the text is looked at twice
CDATA = r"<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)"
COMMENT = r"<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
_TOKEN = re.compile(rf"({CDATA})|{COMMENT}|<(/?)([A-Za-z][\w:.-]*+)(\s[^<>]*+)?>|<")


class Element(NamedTuple):
    """An element: its name, its attributes as they stand, and the places of its content."""

    name: str
    attributes: str
    start: int
    end: int


def elements(text: str) -> Iterator[Element]:
    """Yield the elements of *text* that hold no other ones.

    >>> text = "<a><b x='1'>One <![CDATA[<i>two</i>]]></b><!-- <b>no</b> --></a>"
    >>> [(name, text[start:end]) for name, _, start, end in elements(text)]
    [('b', 'One <![CDATA[<i>two</i>]]>')]
    """
    opened: re.Match[str] | None = None
    for token in _TOKEN.finditer(text):
        cdata, slash, name, attributes = token.groups()
        if cdata:
            continue
        if slash and opened is not None and opened[3] == name:
            yield Element(name, opened[4] or "", opened.end(), token.start())
        opened = token if name and not slash and not (attributes or "").endswith("/") else None
