"""Headlines of posts that stand where the others of their page have theirs, but read like what sites show."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.interface import SLOT, mask
from textnorm.pages.posts.line_forms import can_title
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span

#: fewest words of such a line; what no headline is, whatever its own words
_FEWEST = 3
_NEVER = mask(
    "comment_count", "counter", "footer", "tool", "share", "login", "comment_form", "archive", "byline"
)


def give_titles(page: PageLines, spans: Sequence[Span]) -> None:
    """Give posts without a title the line right above their rows where all others have theirs there: a site's phrase with words of its own, «پایان عجیب دور سوم»."""
    places = {span.title - span.row for span in spans if span.row is not None and span.title is not None}
    if places != {-1}:
        return
    used = {n for span in spans for n in span.body}
    for span in spans:
        place = -1 if span.row is None or span.title is not None else span.row - 1
        if place >= 0 and place not in used and _can_be_title(page, place):
            span.title = place
            for other in spans:
                other.head[:] = [n for n in other.head if n != place]
                other.foot[:] = [n for n in other.foot if n != place]


def _can_be_title(page: PageLines, place: int) -> bool:
    """Tell whether a line has the words of a headline beside those of a site."""
    bits = page.roles[place]
    own = bits & SLOT and not bits & _NEVER and not page.is_certain(place) and page.words[place] >= _FEWEST
    plain = not (page.is_meta(place) or page.sentences[place] or any(map(str.isdigit, page.texts[place])))
    return bool(own) and plain and page.key_counts[page.keys[place]] == 1 and can_title(page.texts[place])
