"""Sentences that a tool cut at the links, strong words and code in them: each piece stands on a line of its own.

Beautiful Soup gives such pages where it is asked for a line break between all strings. Their lines begin with the comma or
the full stop of the line above, or with a word that no sentence begins with; others end in a word that no line ends in. Where
the spaces at their ends tell, too, `detectors.inline_breaks` has joined them before; here they stay on their lines and are judged together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document

#: how a line begins that closes what stands above it; that some line does, which most pages do not show
_CLOSES = lazy_pattern(r"[،؛,;)\]](?=[\s،؛,.)»]|\Z)|[.:؟?!](?=[\s،؛,)»]|\Z)|»(?=[،؛,.)])")
_ANY = lazy_pattern(r"\n[ \xa0]?[،؛,;.:؟?!)\]»#¶](?=[\s،؛,.)»]|\Z)")
#: words and signs at the end of a line whose sentence goes on, and words at the start of one that goes on
_OPEN = lazy_pattern(
    r"(?:(?:\s|\A)(?:(?:از|به|در|با) یک|(?:\S{1,30}\s){5}یک|به گزارش|به گفته|از|به|در|با|که|و|تا|برای|یا|این|آن|هر|بر|را|رو|روی|بین|درباره|بدون|اگر|مثل|مانند|همان"
    r"|the|of|an?|and|by|to|in|on|with|for|from|or)|\u200cهای|،)\Z"
)
_GOES_ON = lazy_pattern(
    r"(?:را|رو|است|هست|هستند|بود|بودند|شد|شده|می‌شود|می‌باشد|های|ها|ی|ای|کنید|کنیم|کردم|کرد|and|or|of|is|was|are)(?=[\s.،:)]|\Z)"
)
#: fewest signs of such cuts on a page, and of those the lines that close one above
_SIGNS, _CLOSING = 3, 2
#: fewest words of a line that is a sign, of one that goes on where others are, and most of a link
_TEXT, _PIECE, _LINK = 4, 2, 8
#: a word or a sign of code; fewest of them on end, and what is certainly a sign
_TOKEN, _TOKENS = lazy_pattern(r"(?!©)[ -~]{1,60}"), 8
_CODE = frozenset(
    [*"(){}[];=<>.,:$", "()", "();", "):", "->", "=>", "==", "+=", "--", "};", "::", "({", "})"]
)
#: the number or the bullet of an item of a list, and fewest of them on a page
_MARK, _ITEMS = lazy_pattern(r"\(?[\d۰-۹]{1,2}[.)]|[•◦▪●○]"), 2
_ENDS, _BRACKETS = frozenset(".!?؟…:؛"), frozenset("([«“")
#: words that stand alone between two links
_LONE = frozenset(("و", "یا", "با", "در", "از", "به", "تا", "and", "or"))
#: signs behind which a name goes on, and links to a heading that stand behind it
_ALONE, _ANCHORS = (":", "،"), ("#", "¶")


def sentences(document: Document) -> list[list[int]] | None:
    """Return the lines of a page by number, pieces of one sentence or item together; None for a page that was not cut so.

    >>> sentences(Document("Ada wrote for\\nthe Mail\\n, the\\nPost\\nand the Sun\\n. Her book is out\\n."))
    [[0, 1, 2, 3, 4, 5, 6]]
    >>> sentences(Document("Ada wrote for\\nthe Mail"))
    """
    items = _items(document)
    pieces = _pieces(document) if _ANY.search(document.text) else None
    if not items and pieces is None:
        return None
    above = items | (pieces or {})
    rows: list[list[int]] = []
    for number in range(len(document.lines)):
        if number in above:
            del rows[len(rows) - (number - above[number] - 1) :]  # the blank lines between
            rows[-1].append(number)
        else:
            rows.append([number])
    return rows


def _items(document: Document) -> dict[int, int]:
    """Return the lines below the number or the bullet of a list that stands alone, each with that."""
    lines = document.lines
    marks = [n for n in document.nonblank if len(lines[n]) < 4 and _MARK.fullmatch(lines[n])]
    if len(marks) < _ITEMS or not any(lines[n].lstrip("(")[0] in "1۱•◦▪●○" for n in marks):
        return {}
    below = dict(pairwise(document.nonblank))
    pairs = [
        (n, below[n]) for n in marks if n in below and below[n] not in marks and n not in document.fenced
    ]
    return {item: n for n, item in pairs if item - n < 3}


def _pieces(document: Document) -> dict[int, int] | None:
    """Return the lines that go on the sentence of the line above them, each with that; None for a page that was not cut so."""
    lines = document.lines
    beside = _beside(document)
    closing = {below for above, below in beside if _closes(lines[above], lines[below])}
    signs = len(closing) + sum(_is_open(lines[n], _TEXT) for n, _ in beside)
    if len(closing) < _CLOSING and not (closing and signs >= _SIGNS):
        return None
    joined = _joined(document, beside, closing)
    joined |= _tokens(document, beside)
    joined |= _before_links(document, beside, joined)
    return {below: above for above, below in beside if below in joined}


def _beside(document: Document) -> list[tuple[int, int]]:
    """Return the pairs of lines one below the other, or with a blank line between where one stands between all; none of fenced code."""
    pairs = [*pairwise(document.nonblank)]
    step = min((below - above for above, below in pairs), default=1)
    fenced = document.fenced
    return [
        (above, below)
        for above, below in pairs
        if below - above == step < 3 and above not in fenced and below not in fenced
    ]


def _joined(document: Document, beside: Sequence[tuple[int, int]], closing: set[int]) -> set[int]:
    """Return the lines of which words and signs tell that they go on the sentence of the line above them."""
    lines, joined, opened = document.lines, set(closing), False
    for above, below in beside:
        line = lines[above]
        ended = line[-1] in _ENDS
        alone = line in _LONE and above in joined
        inside = not (ended or "|" in line or document.roles[above])
        opens = alone or (inside and _is_open(line, _PIECE))
        link = opened and above in joined and not ended
        named = line in _ALONE and above in closing and _is_short(lines[below])
        lone = lines[below] in _LONE and not ended
        if opens or link or named or lone or (not ended and _GOES_ON.match(lines[below])):
            joined.add(below)
        opened = opens
    return joined


def _tokens(document: Document, beside: Sequence[tuple[int, int]]) -> set[int]:
    """Return the lines of code that was cut at each word and sign of it, but the first of each piece of code."""
    lines, found = document.lines, set[int]()
    for coded, run in groupby(beside, lambda pair: all(_TOKEN.fullmatch(lines[n]) for n in pair)):
        places = [below for _, below in run]
        if coded and len(places) >= _TOKENS and sum(lines[n] in _CODE for n in places) >= _SIGNS:
            found.update(places)
    return found


def _before_links(document: Document, beside: Sequence[tuple[int, int]], joined: set[int]) -> set[int]:
    """Return the links with the end of their sentence below them that go on a text above them; no title of the page is one."""
    lines = document.lines
    title, ends = lines[document.nonblank[0]], {above: below for above, below in beside if below in joined}
    return {
        link
        for above, link in beside
        if link in ends
        and not (_is_short(lines[above]) or lines[above][-1] in _ENDS or lines[above] in title)
        and _is_short(lines[link])
        and lines[ends[link]][0] != ":"
    }


def _is_short(line: str) -> bool:
    """Tell whether a line may be the words of a link."""
    return line.strip().count(" ") < _LINK


def _closes(above: str, below: str) -> bool:
    """Tell whether a line closes what stands above it, or links to the heading above it; brackets of code close none."""
    if below in _ANCHORS:
        return True
    closes = above[-1].isalnum() and _CLOSES.match(below) is not None
    return closes and not (len(below) < 3 and below[0] in ")]" and above.isascii())


def _is_open(line: str, least: int) -> bool:
    """Tell whether a line of no fewer words ends inside a sentence."""
    return line[-1] in _BRACKETS or (line.count(" ") + 1 >= least and _OPEN.search(line) is not None)
