"""Chats that WhatsApp exports as text: heads of Android and iOS, with Latin and with Persian digits."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from textnorm.dates import InvalidDateError, to_gregorian
from textnorm.lazy import lazy_pattern
from textnorm.pages.results import Post

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_MARKS = lazy_pattern("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_HEAD = lazy_pattern(
    r"(\[)?(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})[,،]?\s{1,2}\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:\s?(?:[AaPp]\.?\s?[Mm]\.?|ق\.?ظ\.?|ب\.?ظ\.?|قبل‌ازظهر|بعدازظهر))?(?(1)\]\s?|\s[-–]\s)(.*)",
)  # fmt: skip
#: names hold no quotation marks; what holds them says that somebody changed the name of the group
_AUTHOR = lazy_pattern(r"([^:\n«»\"“”]{1,60}):\s(.*)|([^:\n«»\"“”]{1,60}):$")
_FILE = r"[\w .()-]{1,100}\.\w{2,5} \((?:file attached|فایل پیوست شده است|فایل پیوست شد|پیوست شد)\)|<(?:attached|پیوست|پیوست شده): [^<>]{1,200}>"
_MEDIA = lazy_pattern(
    r"<?(?:media omitted|رسانه حذف شد|رسانه حذف شده است|پیوست نشده است|فایل رسانه‌ای پیوست نشده است)>?|null|"
    r"(?:image|video|video note|audio|sticker|gif|document|contact card) omitted|"
    r"(?:تصویر|عکس|ویدیو|ویدئو|صدا|صوت|استیکر|برچسب|گیف|gif|سند|پرونده|فایل|کارت مخاطب|پیام ویدیویی) "
    rf"(?:حذف شد|حذف شده|حذف شده است|نادیده گرفته شد|پیوست نشد|پیوست نشده است)|{_FILE}",
    re.IGNORECASE,
)
_ATTACHED = lazy_pattern(_FILE, re.IGNORECASE)
_GONE = lazy_pattern(
    r"(?:this message was deleted|you deleted this message|این پیام حذف شد|این پیام حذف شده است|شما این پیام را حذف کردید)\.?",
    re.IGNORECASE,
)
_EDITED = lazy_pattern(r"(?:this message was edited|این پیام ویرایش (?:شد|شده است))>", re.IGNORECASE)
#: what the programme writes itself begins with this mark; so do questions with answers, which are somebody's
_OWN = lazy_pattern("\u200e(?!POLL|نظرسنجی|location|موقعیت)")
#: years of two digits from here on are Solar Hijri ones: no chat is older than this, and none of the future
_SOLAR = 70


@dataclass
class _Message:
    line: int
    numbers: tuple[int, int, int]
    head: str
    author: str | None
    #: whether the programme wrote it
    own: bool = False
    lines: list[str] = field(default_factory=list)


def is_chat(head: str) -> bool:
    """Tell whether a text begins as such a chat does: its first line is a head, and another one is.

    >>> is_chat("[1/9/20, 10:05:11] نرگس: سلام\\n[1/9/20, 10:06:00] سارا: سلام"), is_chat("1/9/20 rain\\n")
    (True, False)
    """
    lines = [line for line in head.splitlines()[:60] if line.strip()]
    heads = [bool(_head(line)) for line in lines]
    return bool(heads) and heads[0] and sum(heads) >= min(2, len(lines))


def whatsapp_posts(lines: Iterable[str]) -> Iterator[Post]:
    """Yield a post for each message; its ``id`` is the number of its line. System lines are ``"service"``.

    Whether the day or the month stands first is decided by the whole chat: by a number over 12, or by the one
    order in which its days follow one another; where nothing in it says so, its days stay ``None``. Of a file
    with a text below it the text is given.
    """
    messages = list(_messages(lines))
    order = _order([message.numbers for message in messages])
    for message in messages:
        date = _date(message.numbers, order)
        kind, text = _kind_and_text(message)
        yield Post(
            title=None,
            author=message.author,
            date=date,
            date_text=message.head,
            body=text,
            id=str(message.line),
            kind=kind,
            sources={} if date is None else {"date": "head of the message"},
        )


def _kind_and_text(message: _Message) -> tuple[str, str]:
    text = "\n".join(message.lines).strip()
    before, _, note = text.rpartition("<")
    if _EDITED.fullmatch(note):
        text = before.rstrip()
    bare = _MARKS.sub("", text).strip()
    if message.author is None or _GONE.fullmatch(bare):
        return "service", text
    if not bare or _MEDIA.fullmatch(bare):
        return "media", text
    if _ATTACHED.search(text):
        return "post", _ATTACHED.sub("", text).strip("\u200e\n ")
    return ("service" if message.own else "post"), text


def _head(line: str) -> re.Match[str] | None:
    return _HEAD.match(
        _MARKS.sub("", line[:120]).translate(_DIGITS).replace("\u202f", " ").replace("\xa0", " ")
    )


def _messages(lines: Iterable[str]) -> Iterator[_Message]:
    message: _Message | None = None
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        match = _head(line)
        if match is None:
            if message is not None:
                message.lines.append(line)
            continue
        if message is not None:
            yield message
        clean = _MARKS.sub("", line)
        rest = clean[match.start(5) :]
        head = clean[: match.start(5)].strip("[] -–")
        said = _AUTHOR.match(rest)
        author = (said[1] or said[3]).strip("~ ") if said else None
        own = author is not None and _OWN.match(line.partition(f"{author}:")[2].lstrip(" ")) is not None
        message = _Message(number, (int(match[2]), int(match[3]), int(match[4])), head, author, own)
        message.lines.append((said[2] or "") if said else rest)
    if message is not None:
        yield message


def _order(found: list[tuple[int, int, int]]) -> str:
    """Return which number is the year, the month and the day, where the chat says so."""
    if all(first > 31 for first, _, _ in found):
        return "ymd"
    days, months = any(a > 12 for a, _, _ in found), any(b > 12 for _, b, _ in found)
    if days == months:
        rising = [order for order in ("dmy", "mdy") if _rises(found, order)] if not days else []
        return rising[0] if len(rising) == 1 else ""
    return "dmy" if days else "mdy"


def _rises(found: list[tuple[int, int, int]], order: str) -> bool:
    """Tell whether the days of a chat, read in one order, follow one another as its messages do."""
    days = [tuple(numbers[order.index(part)] for part in "ymd") for numbers in found]
    return all(above <= below for above, below in pairwise(days))


def _date(numbers: tuple[int, int, int], order: str) -> datetime.date | None:
    if not order:
        return None
    year, month, day = (numbers[order.index(part)] for part in "ymd")
    year += 0 if year >= 100 else 1300 if year >= _SOLAR else 2000
    try:
        if 1300 <= year < 1500:
            return to_gregorian(year, month, day)
        return datetime.date(year, month, day) if 2009 <= year < 2100 else None
    except (ValueError, InvalidDateError):
        return None
