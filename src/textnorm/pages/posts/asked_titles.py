"""Questions that are headlines: where a text begins with one, it may be the title of the text below it."""

from __future__ import annotations

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.line_forms import ends_inside
from textnorm.pages.posts.names import may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.title_forms import ASKS

#: most words of a question that may be a title
_QUESTION = 14
#: most words of a headline that asks and answers
_ASKING, _ASKED = 16, lazy_pattern(r"[^\W\d]{2}[؟?!]\s[^\W\d]")


def asks_as_title(page: PageLines, place: int) -> bool:
    """Tell whether the first line of a text is a question that may be its title."""
    text = page.texts[place]
    question = text[-1] in "?؟" and page.words[place] <= _QUESTION and not ends_inside(text)
    question = question and not ASKS.match(text) and not _is_titled(page, place)
    return place + 1 < len(page) and (question or _asks_inside(page, place)) and page.can_title(place)


def _is_titled(page: PageLines, place: int) -> bool:
    """Tell whether a headline of some words stands above the row above a sentence: nothing that sites show, and no name."""
    title = place - 2
    if title < 1 or not (page.is_meta(place - 1) and page.is_text(place)) or page.roles[title]:
        return False
    return (
        page.words[title] > 2
        and page.can_title(title)
        and not page.sentences[title]
        and not may_be_name(page.texts[title])
        and not page.is_meta(title - 1)
    )


def _asks_inside(page: PageLines, place: int) -> bool:
    """Tell whether a line asks and goes on without an end, as headlines do: «… بخاری دارند؟ مدیرکل پاسخ داد», below a row."""
    text = page.texts[place]
    short = page.words[place] <= _ASKING and text[-1] not in ".!؟?…:" and _ASKED.search(text) is not None
    return (
        short
        and place > 0
        and page.is_meta(place - 1)
        and place + 1 < len(page)
        and page.sentences[place + 1]
    )
