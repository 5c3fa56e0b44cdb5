"""What stands below the last paragraph: headings of widgets with their short lines, counts of comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textnorm.pages.detectors.links import ALONE_KINDS, heads_links, phrase_kinds
from textnorm.pages.document import Document
from textnorm.pages.interface import ALONE, mask
from textnorm.pages.interface.match import ROLES
from textnorm.pages.options import PageOptions
from textnorm.pages.posts.comments import comment_signs
from textnorm.pages.results import Artefact, Certainty

#: lines below a comment heading that are searched
_THREAD = 60
_LONGEST = 110
#: most lines that are no heading between two headings of a tail
_FAR = 40
#: lines that say where a comment thread ends
_THREAD_ROLES = mask("comment_row", "comment_form", "comment_count")
#: what may be the last line of a text, too, and goes only with another one: who can be asked, prices, stars
_OF_TEXTS = mask("footer", "shop", "rating", "blog", "forum", "date_label", "document")
_ROLES = mask(*ROLES)
#: a text may be signed behind one of these
_DASHES = ("—", "–")


def find_tail(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the tail of a text: from a heading on, below which only short lines follow."""
    kinds = phrase_kinds(document)
    start = _tail_start(document, kinds, options) if kinds else None
    if start is None:
        return
    for number in document.nonblank:
        if number >= start:
            kind = kinds.get(number, "")
            if kind not in ALONE_KINDS or heads_links(document, number, kind):
                certainty: Certainty = "A" if kind else "B"
                yield document.drop(number, "widget-tail", certainty, "after a widget heading")


def _tail_start(document: Document, kinds: dict[int, str], options: PageOptions) -> int | None:
    """Return the first line of the tail, looking from the end of the text upwards."""
    start, far = None, 0
    for place in range(len(document.nonblank) - 1, 0, -1):
        number = document.nonblank[place]
        far += 1
        if _opens_tail(document, place, kinds, options):
            start, far = number, 0
        elif number not in kinds and (_is_long(document, number) or far > _FAR):
            break
    body = start is not None and any(n < start and n not in kinds for n in document.nonblank)
    return start if body else None


def _is_long(document: Document, number: int) -> bool:
    return document.is_paragraph(number) or len(document.lines[number]) > _LONGEST


def _opens_tail(document: Document, place: int, kinds: dict[int, str], options: PageOptions) -> bool:
    number = document.nonblank[place]
    kind = kinds.get(number, "")
    if kind == "comment_form" and options.comments == "keep":
        return False  # it says where the thread ends
    if kind in ("comments", "comment_form", "comment_link"):
        return _comments_go(document, place, kinds, options)
    return kind == "widget" or heads_links(document, number, kind)


def _comments_go(document: Document, place: int, kinds: dict[int, str], options: PageOptions) -> bool:
    """Tell whether a comment heading goes: when it is last; with a thread below only when none is wanted."""
    below = document.nonblank[place + 1 : place + 1 + _THREAD]
    if all(n in kinds for n in below):
        return True
    return options.comments == "drop" and comment_signs([document.lines[n] for n in below]) >= 2


def find_last_lines(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find interface strings below the last paragraph: «کپی شد», a captcha, a row of a player."""
    last = list(_last_lines(document))
    if all(document.roles[number] for number in document.nonblank if number not in last):
        return  # a list of what sites show is no text with something of a site below it
    if len(last) > 1 or any(document.roles[number] & ~_OF_TEXTS & _ROLES for number in last):
        for number in last:
            yield document.drop(number, "interface-line", "B", "below the text")


def _last_lines(document: Document) -> Iterator[int]:
    """Yield the interface strings below the last paragraph, from the last one on: none that the text says again."""
    kinds = phrase_kinds(document)
    counts: Counter[str] = Counter()
    for place in range(len(document.nonblank) - 1, 0, -1):
        number = document.nonblank[place]
        bits = document.roles[number]
        if bits & ALONE and not counts:
            counts = Counter(document.lines)
        certain = (
            bits & ALONE
            and counts[document.lines[number]] == 1
            and not bits & _THREAD_ROLES
            and number not in kinds
            and not document.is_quoted(number)
            and not document.lines[number].startswith(_DASHES)
        )
        if not certain or document.is_paragraph(number):
            return
        yield number
