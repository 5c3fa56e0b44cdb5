"""Chats of groups: above each message stand the name of its sender and a clock, each on a line of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.cards import can_be_name
from textnorm.pages.posts.headers import is_channel
from textnorm.pages.posts.page_lines import PageLines

_CLOCK = lazy_pattern(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M|\s?[قب]\.ظ)?")
#: fewest messages, most words of a sender, lines above the first message
_MESSAGES, _NAMED, _TOP = 3, 3, 10


def date_chat(page: PageLines) -> None:
    """Give each message of a group's chat the day above it, and its sender; where no days stand the senders alone part them."""
    clocks = [n for n, text in enumerate(page.texts) if ":" in text and _CLOCK.fullmatch(text)]
    days = sorted(
        n for n, mark in page.marks.items() if mark.style == "alone" and mark.date and not mark.clock
    )
    if page.exported or len(days) < len(page.marks) or not _are_messages(page, clocks):
        return
    page.exported = True
    page.labels.update(clocks)
    for name in (clock - 1 for clock in clocks):
        page.authors[name] = page.texts[name]
    if days and days[0] < clocks[0]:
        for clock in clocks:
            page.marks[clock - 1] = page.marks[days[bisect_left(days, clock) - 1]]
        for day in days:
            del page.marks[day]
            page.labels.add(day)


def _are_messages(page: PageLines, clocks: Sequence[int]) -> bool:
    """Tell whether names stand right above some clocks, of several senders or of a channel, words below each, and no text above them."""
    if len(clocks) < _MESSAGES or not 0 < clocks[0] <= _TOP:
        return False
    names = [clock - 1 for clock in clocks]
    senders = {page.keys[n] for n in names}
    starts = {*names, len(page)}
    plain = all(
        page.words[n] <= _NAMED and can_be_name(page, n) and not page.sentences[n] and n + 2 not in starts
        for n in names
    )
    above = any(page.sentences[n] for n in range(names[0]))
    return plain and not above and (len(senders) > 1 or is_channel(page))
