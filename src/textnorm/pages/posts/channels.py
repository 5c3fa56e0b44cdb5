"""Previews of channels: a day stands once above all of its messages, and the channel's name above each of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.group_chats import date_chat
from textnorm.pages.posts.headers import is_channel
from textnorm.pages.posts.page_lines import PageLines

_CLOCK = lazy_pattern(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?")
#: the letters that stand for the face of a sender: no word that stands before a clock
_FACE = re.compile(r"(?!(?:در|at|on|و)$)[^\W\d_]{1,2}", re.IGNORECASE)
#: how many have seen a message; its clock, with that or alone
_VIEWS = lazy_pattern(
    r"[👁👀]?\s?\d[\d.,٫٬/]{0,8}\s?(?:k|m|هزار|میلیون)?\s?(?:بازدید|مشاهده|نمایش|views?)?", re.IGNORECASE
)
_SEEN = lazy_pattern(r"👁|👀|بازدید|مشاهده|نمایش|views?|\d[km]\b", re.IGNORECASE)
_STAMP = lazy_pattern(
    rf"(?:{_VIEWS.pattern}[\s|·•,،-]+)?(?:edited|ویرایش[\s\u200c]?شده|ساعت)?\s?\d{{1,2}}:\d{{2}}(?:\s?[ap]m|\s?[قب]\.ظ)?(?:[\s|·•,،-]+{_VIEWS.pattern})?",
    re.IGNORECASE,
)
#: what stands beside a message: kinds of media, files and their sizes, whose message it is
_ATTACHED = lazy_pattern(
    r"(?:عکس|تصویر|ویدیو|ویدئو|فیلم|صدا|صوت|فایل|گیف|استیکر|photo|video|voice message|audio|document|sticker|gif|poll)|\S{1,60}\.[a-z][a-z\d]{1,3}|\d[\d.,٫]{0,6}\s?(?:(?:کیلو|مگا|گیگا)?[\s\u200c]?بایت|[kmg]b)"
    r"|(?:باز ?ارسال|باز ?فرستاده|هدایت|فوروارد|ارسال|forwarded)(?:[\s\u200c]?شده)? (?:از|from)(?: .{1,60})?",
    re.IGNORECASE,
)
#: the lines on top of a page among which the name of a channel stands, and above how many messages it stands at least
_TOP, _MESSAGES = 3, 2
#: fewest letters that a line shares with the start of a message to count as its quotation
_QUOTED = 20


def date_messages(page: PageLines) -> None:
    """Give the later messages of a day that day: the name above each of them, or its clock, is taken for its row."""
    _date_export(page)
    date_chat(page)
    if is_channel(page):
        _drop_quotations(page)
    if _date_stamped(page) or _date_counted(page):
        return
    days = [n for n, mark in page.marks.items() if mark.style == "alone" and mark.date]
    if not days and is_channel(page):
        _sign_messages(page)
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
        if page.keys[place] in names and (place in page.marks or place - 1 in page.marks):
            page.authors[place] = page.texts[place]


def stamps_of(page: PageLines) -> list[int]:
    """Return the clocks below the messages of a channel that shows no days: how many have seen each stands beside its clock."""
    if page.marks or not is_channel(page):
        return []
    clocks = [n for n, text in enumerate(page.texts) if ":" in text and _CLOCK.fullmatch(text)]
    return [n for n in clocks if _is_counter(page, n - 1) or _is_counter(page, n + 1)]


def _sign_messages(page: PageLines) -> None:
    """Let a channel without days sign its messages: its name on top of the page stands above each of them."""
    tops = [key for key in page.keys[:_TOP] if page.key_counts[key] > _MESSAGES]
    own = [n for n, key in enumerate(page.keys) if key in tops[:1] and n >= _TOP]
    if tops and not any(page.is_certain(n) or page.sentences[n] or _has_account(page, n) for n in own):
        page.authors.update((n, page.texts[n]) for n in own)


def _has_account(page: PageLines, place: int) -> bool:
    """Tell whether an account stands right below a name: what networks show, which part their posts themselves."""
    return page.texts[min(place + 1, len(page) - 1)][0] == "@"


def _date_stamped(page: PageLines) -> bool:
    """Give each message of a channel the day above it: below each stand its clock and how many have seen it.

    The day stands above the first message of a day alone, and no name above any.
    """
    clocks = [n for n, text in enumerate(page.texts) if ":" in text and _STAMP.fullmatch(text)]
    days = [n for n, mark in page.marks.items() if mark.style == "alone" and mark.date and not mark.clock]
    days = sorted(n for n in days if clocks and n < clocks[-1])
    if page.exported or len(clocks) < 2 or not days or not days[0] < clocks[0]:
        return False
    rows = [clock - _is_counter(page, clock - 1) for clock in clocks]
    ends = [clock + _is_counter(page, clock + 1) for clock in clocks]
    counted = all(a < b or _SEEN.search(page.texts[a]) for a, b in zip(rows, ends, strict=True))
    messages = _messages(days, rows, ends)
    if not counted or not _are_messages(page, messages):
        return False
    if page.key_counts[page.keys[messages[0].start]] > 1:  # the name of the channel
        page.authors.update((lines.start, page.texts[lines.start]) for lines in messages)
    page.exported = page.below = True
    _keep_messages(page, messages)
    for row, end in zip(rows, ends, strict=True):
        page.marks[row] = page.marks[days[bisect_left(days, row) - 1]]
        page.labels.update(range(row + 1, end + 1))
    for day in days:
        del page.marks[day]
        page.labels.add(day)
    return True


def _date_counted(page: PageLines) -> bool:
    """Tell whether the day of each message of a channel stands below it with its clock, right below how many have seen it; the messages are text then.

    The name of the channel may stand above each.
    """
    rows = sorted(n for n, mark in page.marks.items() if mark.date and mark.clock)
    counted = all(_is_counter(page, n - 1) and _SEEN.search(page.texts[n - 1]) for n in rows)
    if len(rows) < 2 or len(rows) < len(page.marks) or not counted or not is_channel(page):
        return False
    names = [page.keys[row + 1] for row in rows[:-1]]
    named = len({*names}) == 1 and page.key_counts[names[0]] >= len(rows)
    above = [n for n in range(rows[0]) if page.keys[n] == names[0]] if named else []
    first = above[-1] if above else max((n for n in range(rows[0] - 1) if page.is_certain(n)), default=-1)
    starts = [first + named, *(row + 1 + named for row in rows[:-1])]
    messages = [range(start, row - 1) for start, row in zip(starts, rows, strict=True)]
    if not all(messages):
        return False
    if named:
        page.authors.update((lines.start - 1, page.texts[lines.start - 1]) for lines in messages)
    page.exported = page.below = True
    _keep_messages(page, messages)
    return True


def _keep_messages(page: PageLines, messages: Sequence[range]) -> None:
    """Take the lines of messages without a sentence for text, however short they are."""
    short = [lines for lines in messages if not any(map(page.is_text, lines))]
    own = [n for lines in short for n in lines if not page.is_meta(n) and not page.is_certain(n)]
    page.messages.update(n for n in own if not _ATTACHED.fullmatch(page.texts[n]))
    if page.kept is not None:
        page.kept = [flag or n in page.messages for n, flag in enumerate(page.kept)]


def _messages(days: Sequence[int], rows: Sequence[int], ends: Sequence[int]) -> list[range]:
    """Return the lines between each stamp and what stands above it: a day, or the stamp before; none where a day is left over."""
    starts = sorted({days[0], *ends[:-1]})
    starts = [start + (start + 1 in days) for start in starts]
    if len(starts) != len(rows) or not set(days) <= set(starts):
        return []
    return [range(start + 1, row) for start, row in zip(starts, rows, strict=True)]


def _are_messages(page: PageLines, messages: Sequence[range]) -> bool:
    """Tell whether some parts of a page are messages: most of its text stands in them, and a name above all or none."""
    if not messages or not all(messages):
        return False
    firsts = {page.keys[lines.start] for lines in messages}
    own = sum(page.words[n] for lines in messages for n in lines if page.is_prose(n))
    every = sum(page.words[n] for n in range(len(page)) if page.is_prose(n))
    named = len(firsts) == 1 and min(map(len, messages)) > 1
    return (len(firsts) == len(messages) or named) and own * 2 > every


def _is_counter(page: PageLines, place: int) -> bool:
    """Tell whether a line says how many have seen a message: a number alone, or with a word or a picture."""
    return 0 < place < len(page) and _VIEWS.fullmatch(page.texts[place]) is not None


def _date_export(page: PageLines) -> None:
    """Read the export of a chat: a day, then for each message the letters of a face, its clock and a name.

    Messages of the same sender that follow have their clock alone.
    """
    clocks = [n for n, text in enumerate(page.texts) if ":" in text and _CLOCK.fullmatch(text)]
    faces = [n - 1 for n in clocks if n and _FACE.fullmatch(page.texts[n - 1])]
    days = sorted(
        n for n, mark in page.marks.items() if mark.style == "alone" and mark.date and not mark.clock
    )
    if not faces or not days or len(clocks) < 2 or any(not days[0] < n for n in clocks):
        return
    page.exported = True
    headed = {n + 1 for n in faces}
    for clock in clocks:
        day = days[bisect_left(days, clock) - 1]
        above = clock - 1 - (clock in headed)
        if above != day:
            page.marks[clock - (clock in headed)] = page.marks[day]
        if clock in headed and clock + 1 < len(page):
            page.drop(clock - 1)
            page.authors[clock + 1] = page.texts[clock + 1]
    for place in range(1, len(page)):
        if page.has(place, "channel") and page.words[place] > 3 and page.words[place - 1] == 1:
            page.drop(place - 1)


def _drop_quotations(page: PageLines) -> None:
    """Take out what a reply quotes: the beginning of an earlier message, cut, below the name of who wrote it."""
    cut = [place for place, text in enumerate(page.texts) if text.endswith(("…", "..."))]
    cut = [place for place in cut if len(page.keys[place]) >= _QUOTED]
    if not cut:
        return
    goes_on = first_that_goes_on(page.keys)
    at_first = {key: place for place, key in reversed([*enumerate(page.keys)])}
    for place in cut:
        if goes_on[place] < place:
            page.drop(place)
            if at_first[page.keys[place - 1]] < place - 1:
                page.drop(place - 1)


def first_that_goes_on(keys: Sequence[str]) -> list[int]:
    """Return, for each key, the place of the first one that begins with it, itself or another.

    In alphabetical order these stand on end, so that each is looked at once.

    >>> first_that_goes_on(["rainy", "wind", "rain", "rainy"])
    [0, 1, 0, 0]
    """
    first = dict.fromkeys(keys, len(keys))
    for place, key in enumerate(keys):
        first[key] = min(first[key], place)
    above: list[str] = []
    for key in [*sorted(first), ""]:
        while above and not key.startswith(above[-1]):
            done = above.pop()
            if above:
                first[above[-1]] = min(first[above[-1]], first[done])
        above.append(key)
    return [first[key] for key in keys]


def _is_below_message(page: PageLines, place: int) -> bool:
    """Tell whether the rows of a message stand right above a line: its counter and its clock."""
    above = [place - 1, place - 2]
    return all(page.is_about(n) or page.is_bare(n) for n in above) and page.has(above[1], "counter")
