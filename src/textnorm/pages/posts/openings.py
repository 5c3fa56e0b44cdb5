"""How a line begins: the phrases of data/phrases.toml that open bylines, labels, tags and counters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from textnorm.cache import BoundedCache
from textnorm.lazy import lazy_pattern
from textnorm.pages import phrases

_LEAD = lazy_pattern(r"[^\w\[(«<{]+")
#: a heading above tags that stand on lines of their own
_TAG_HEADING = lazy_pattern(
    r"(?:تگ|هشتگ|کلید[\s\u200c]?واژه|کلید[\s\u200c]?واژگان|واژه[\s\u200c]?های کلیدی|واژگان کلیدی|کلمات کلیدی)(?:[\s\u200c]?ها)?(?:ی (?:خبر|مطلب|مرتبط|این (?:خبر|مطلب|پست)))?\s?:?"
)
#: the same above tags that stand in one row below it; papers have it in English, too
_ROW_HEADING = lazy_pattern(rf"(?:{_TAG_HEADING.pattern}|key ?words\s?:?)", re.IGNORECASE)
_BETWEEN = lazy_pattern(r"[,،؛;|]")
#: phrases have fewer words
_OPENING = 8
#: and one tag has no more
_TAG = 5
#: a heading of tags has fewer characters
_HEADING = 40
#: rows of tags have fewer characters
_LONGEST_ROW = 300
#: most characters in a heading
_LONGEST_HEADING = 160
_MARKDOWN = lazy_pattern(r"(?:[*+•-]\s{1,3})?#{1,6}\s")


def is_heading(text: str) -> bool:
    """Tell whether a line is a heading in Markdown, alone or in a list.

    >>> is_heading("## باران می‌بارد."), is_heading("* #### باران"), is_heading("#باران می‌بارد."), is_heading("* باران")
    (True, True, False, False)
    """
    return "#" in text[:6] and len(text) <= _LONGEST_HEADING and _MARKDOWN.match(text) is not None


def persian(text: str) -> str:
    """Return a text with the Persian yeh and kaf for those of Arabic keyboards, one character each.

    >>> persian("كتابي") == "کتابی"
    True
    """
    return text.replace("ي", "ی").replace("ك", "ک")


@cache
def _starts(kind: str) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Return the phrases of a kind by their first two characters, in their order, and how their first letters are written."""
    folded = [persian(text.casefold()) for text in phrases.texts(kind)]
    starts = {head[:2]: tuple(text for text in folded if text[:2] == head[:2]) for head in folded}
    return starts, frozenset({head[:1] for head in folded}.union("يك"))


def without_lead(line: str) -> str:
    """Return a line without the bullets before its first word."""
    lead = None if line[:1].isalnum() else _LEAD.match(line)
    return line[lead.end() :] if lead else line


def _opening(line: str) -> str:
    """Return the first words of a line as phrases are compared: without bullets, in one case, with Persian letters."""
    words = (word.strip("\u200c") for word in without_lead(line).split(None, _OPENING)[:_OPENING])
    return persian(" ".join(words).casefold())


_OPENINGS: BoundedCache[str, str] = BoundedCache(_opening, 4096)


def starts_with(line: str, kind: str) -> str:
    """Return the phrase of a kind that the line begins with as whole words, or nothing."""
    starts, letters = _starts(kind)
    if line[:1].isalnum() and line[0].casefold()[:1] not in letters:
        return ""
    start = _OPENINGS[line]
    near = starts.get(start[:2], ())
    if not start.startswith(near):
        return ""
    for text in near:
        if start.startswith(text) and not (start[len(text) : len(text) + 1].isalnum() and text[-1].isalnum()):
            return text
    return ""


def lists_tags(line: str) -> bool:
    """Tell whether a line lists the tags of a post, or is the heading of those below it.

    >>> lists_tags("برچسب‌ها: باد، باران"), lists_tags("کلمات کلیدی"), lists_tags("کلمات کلیدی متن کدام است؟")
    (True, True, False)
    """
    row = len(line) < _LONGEST_ROW and line[-1] not in ".!?؟" and starts_with(line, "tags") != ""
    return row or _TAG_HEADING.fullmatch(line) is not None


def rows_of_tags(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines are a row of tags below a heading of them.

    >>> rows_of_tags(["کلیدواژه‌ها:", "گندم، آبیاری تکمیلی، دیم", "Keywords", "It rained, and the wind blew hard in the north."])
    frozenset({1})
    """
    heads = [n for n, line in enumerate(lines[:-1]) if len(line) <= _HEADING and _ROW_HEADING.fullmatch(line)]
    return frozenset(n + 1 for n in heads if _are_tags(lines[n + 1]))


def _are_tags(line: str) -> bool:
    if len(line) >= _LONGEST_ROW or line[-1] in ".!?؟":
        return False
    tags = split_tags(line)
    return len(tags) > 1 and all(0 < len(tag.split()) <= _TAG for tag in tags)


def split_tags(line: str) -> list[str]:
    """Return the tags of a row, cut at its commas and bars."""
    return [tag.strip() for tag in _BETWEEN.split(line)]
