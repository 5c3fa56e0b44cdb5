"""The comments of each post: the threads that rules find, and readers' words that no heading opens.

For these, trees look at each line below the text. They were trained on labelled pages (tools/train_comment_model.py).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files

from textnorm.pages.content.columns import Column
from textnorm.pages.content.model import Forest
from textnorm.pages.posts.comments import is_reply, opens_thread, threads
from textnorm.pages.posts.line_signs import SEEN
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span

#: from these log-odds, in thousandths, a line begins a stretch of comments, and below those it ends one
_SURE, _LEAST = 1000, -1500
_FINAL = "؟?!.:؛،»)…"
_FORMER, _NO_LINE = (-2, -1, 1, 2), -1
_SHORT = 3

#: what is seen of a line and of those near it
_NEAR: dict[str, Callable[[PageLines, int], int]] = {
    "words": lambda page, n: min(page.words[n], 40),
    "final": lambda page, n: _FINAL.find(page.texts[n][-1]),
    "sentence": lambda page, n: int(page.sentences[n]),
    "name": lambda page, n: int(may_be_name(page.texts[n])) + int(is_name(page.texts[n])),
    "day": lambda page, n: int(n in page.marks),
}
#: how far lines of these kinds are, up and down, and how many there are near a line and on the page
_FAR: dict[str, Callable[[PageLines, int], bool]] = {
    "heading": lambda page, n: page.has(n, "comment_count") or opens_thread(page.texts[n]),
    "form": lambda page, n: page.has(n, "comment_form"),
    "related": lambda page, n: page.has(n, "related", "newsletter", "archive"),
    "footer": lambda page, n: page.has(n, "footer"),
    "menu": lambda page, n: page.has(n, "navigation", "login", "section"),
    "reply": is_reply,
    "dated": lambda page, n: n in page.marks,
    "sentences": lambda page, n: page.is_text(n),
    "named": lambda page, n: page.words[n] <= _SHORT and may_be_name(page.texts[n]),
    "moderation": lambda page, n: page.has(n, "moderation"),
}


def part_comments(page: PageLines, spans: Sequence[Span]) -> None:
    """Give each post the comment threads that stand below its start and above the next post.

    On a page of one post they need no heading.
    """
    inside = threads(page) or (unheaded(page) if len(spans) == 1 and not page.told else set())
    if not inside:
        return
    starts = [min([*span.head, *span.body, *span.foot, len(page)]) for span in spans]
    for span, start, end in zip(spans, starts, [*starts[1:], len(page)], strict=True):
        span.comments = [place for place in range(start, end) if place in inside]
        span.body = [place for place in span.body if place not in inside]
        span.foot = [place for place in span.foot if place not in inside]


@cache
def comment_model() -> Forest:
    """Return the trees that come with the package."""
    source = files("textnorm.pages").joinpath("data", "comment_model.json")
    return Forest.of_data(json.loads(source.read_text(encoding="utf-8")), {})


def unheaded(page: PageLines) -> set[int]:
    """Return the lines of comments of a page that the page model has seen, all below its first line of text."""
    first = next((n for n in range(len(page)) if page.is_text(n)), len(page))
    if not page.seen or first + 1 >= len(page):
        return set()
    scores = comment_model().scores(comment_columns(page))
    found: set[int] = set()
    for way in (range(first + 1, len(page)), range(len(page) - 1, first, -1)):
        inside = False
        for place in way:
            inside = scores[place] > (_LEAST if inside or place in found else _SURE)
            if inside:
                found.add(place)
    return found


def comment_columns(page: PageLines) -> dict[str, Column]:
    """Return a column for each sign, of all lines of a page."""
    size = len(page)
    columns = {name: column for name, column in (page.seen or {}).items() if name in SEEN}
    columns |= {
        "alone": _column(map(page.is_certain, range(size))),
        "bare": _column(map(page.is_bare, range(size))),
    }
    columns["end"] = (size - Column.places(size)).at_most(60)
    for name, sign in _NEAR.items():
        own = columns[name] = Column(sign(page, n) for n in range(size))
        columns |= {f"{name}{by:+d}": own.shifted(by, _NO_LINE) for by in _FORMER}
    for name, is_one in _FAR.items():
        own = _column(is_one(page, n) for n in range(size))
        columns |= {f"{name}_up": own.since(), f"{name}_down": own.until(), f"{name}_near": own.window(4, 4)}
        columns[f"{name}_all"] = Column.filled(min(own.sum(), 9), size)
    return columns


def _column(flags: Iterable[bool]) -> Column:
    return Column(int(flag) for flag in flags)
