"""Previews of channels: a day stands once above all of its messages, and the channel's name above each of them."""

from __future__ import annotations

from textnorm.pages.posts.headers import is_channel
from textnorm.pages.posts.page_lines import PageLines


def date_messages(page: PageLines) -> None:
    """Give the later messages of a day that day: the name above each of them is taken for its row."""
    days = [n for n, mark in page.marks.items() if mark.style == "alone" and mark.date]
    if len(days) < 2 or not is_channel(page):
        return
    names = {page.keys[page.end_of_mark(day)] for day in days if page.end_of_mark(day) < len(page)}
    if len(names) > 1:
        return
    day = days[0]
    for place in range(day + 1, len(page) - 1):
        if place in page.marks:
            day = place
        elif page.keys[place] in names and _is_below_message(page, place):
            page.marks[place] = page.marks[day]


def _is_below_message(page: PageLines, place: int) -> bool:
    """Tell whether the rows of a message stand right above a line: its counter and its clock."""
    above = [place - 1, place - 2]
    return all(page.is_about(n) or page.is_bare(n) for n in above) and page.has(above[1], "counter")
