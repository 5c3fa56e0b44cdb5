"""The lines on top of a reader view or a print of a page: the name of its site, how long it takes to read."""

from __future__ import annotations

from textnorm.pages.keys import is_domain
from textnorm.pages.posts.page_lines import PageLines

#: lines among which the minutes stand, and their most words
_TOP, _MINUTES = 5, 4


def heads_view(page: PageLines, place: int) -> bool:
    """Tell whether a line stands above the text of such a view and says something of the page."""
    if page.careful or not is_domain(page.texts[0]):
        return False
    return place == 0 or (place < _TOP and page.has(place, "counter") and page.words[place] <= _MINUTES)
