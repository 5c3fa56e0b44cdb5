"""A box between two parts of a text: an advert, a player, rows to share."""

from __future__ import annotations

import re

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import mask
from textnorm.pages.posts.calls import is_call
from textnorm.pages.posts.page_lines import PageLines

#: what may interrupt a text; its most lines; what stands below the second part
_BOX = mask("advert", "share", "newsletter", "skip_link", "player")
_BOXED, _CLOSING = 8, ("counter", "end_mark", "tool", "related", "taxonomy")
_SKIP = lazy_pattern(r"رد شوید|skip ", re.IGNORECASE)


def over_box(page: PageLines, last: int, end: int) -> int:
    """Return the last of the sentences that one advert, or the box of another thing, parts from the text above.

    They end where a row of the post stands, or what ends a text.
    """
    place = last + 1
    if (
        place >= end
        or page.is_meta(place)
        or not (page.roles[place] & _BOX or _SKIP.search(page.texts[place]) or is_call(page.texts[place]))
    ):
        return last
    while place < min(last + _BOXED, end) and not page.sentences[place] and not _ends_chat(page, place):
        if page.is_meta(place) or page.has(place, "related", "comment_row", "comment_form", "comment_count"):
            return last
        place += 1
    first = place
    while place < end and (page.sentences[place] or _ends_chat(page, place)) and not page.roles[place]:
        if is_call(page.texts[place]):
            break
        place += 1
    closed = place < end and (page.is_meta(place) or page.has(place, *_CLOSING) or is_call(page.texts[place]))
    return place - 1 if closed and any(map(page.sentences.__getitem__, range(first, place))) else last


def _ends_chat(page: PageLines, place: int) -> bool:
    """Tell whether a line is a short sentence."""
    return page.texts[place][-1] in ".؟?!" and page.words[place] > 2 and not page.roles[place]
