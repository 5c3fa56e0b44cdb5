"""Comment threads: the heading that opens one, and the form or widget that ends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textnorm.pages.keys import phrase_key
from textnorm.pages.phrases import keys

_LONGEST = 160
_SIGNS = re.compile(
    r"\bsays:?$|\bsaid:$|\breply\b|پاسخ|گفت:|گفت\.\.\.|می‌گوید|:\s*$|\d:\d\d|\bago\b|پیش$|\d{4}", re.IGNORECASE
)


def is_comment_row(line: str) -> bool:
    """Whether a line counts comments or asks for one, and says nothing else.

    >>> is_comment_row("3 Comments"), is_comment_row("نظر بدهید"), is_comment_row("Comments of both coaches")
    (True, True, False)
    """
    return opens_thread(line) or phrase_key(line) in keys("comment_form") | keys("comment_link")


def opens_thread(line: str) -> bool:
    """Whether a line is the heading of a comment thread.

    >>> opens_thread("2 thoughts on “Rye bread”"), opens_thread("Leave a reply")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    key = phrase_key(line)
    return key in keys("comments") or (key[:1] == "0" and key.startswith(tuple(keys("thread"))))


def closes_thread(line: str) -> bool:
    """Whether a line is the heading or button of a comment form, which stands below a thread."""
    return len(line) <= _LONGEST and phrase_key(line) in keys("comment_form")


def comment_signs(lines: Sequence[str]) -> int:
    """How many lines say that somebody commented: a name with «گفت», a link to reply, a time.

    >>> comment_signs(["Lena says:", "Good bread!", "Reply"])
    2
    """
    return sum(1 for line in lines if _SIGNS.search(line))


def threads(lines: Sequence[str]) -> set[int]:
    """The lines between the heading of a thread and its last reply link or form, by their places."""
    found: set[int] = set()
    opened = None
    for place, line in enumerate(lines):
        if opens_thread(line):
            opened = place
        elif opened is not None and phrase_key(line) in keys("reply"):
            found.update(range(opened, place))
            opened = place
        elif opened is not None and closes_thread(line):
            found.update(range(opened, place))
            opened = None
    return found


def thread_below(lines: Sequence[str]) -> int:
    """How many of the lines below a heading are the thread: all before a form or a widget's heading.

    >>> thread_below(["Lena says:", "Good bread!", "Leave a reply", "Name"])
    2
    """
    ends = keys("comment_form") | keys("comment_link") | keys("widget")
    return next((place for place, line in enumerate(lines) if phrase_key(line) in ends), len(lines))
