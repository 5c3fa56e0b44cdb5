"""The comments of each post: the threads that rules find, and readers' words that no heading opens.

For these, trees look at each line below the text. They were trained on labelled pages (tools/train_comment_model.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from textnorm.pages.content.columns import Column
from textnorm.pages.content.model import Forest
from textnorm.pages.interface import ALONE, mask
from textnorm.pages.posts.below import text_and_foot
from textnorm.pages.posts.comments import headings_of_comments, threads, without_form
from textnorm.pages.posts.line_signs import SEEN
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.replies import (
    heads_sayings,
    is_button,
    is_reply,
    said_above_buttons,
    said_by_accounts,
    said_in_lines,
    said_in_rows,
    said_on_days,
)
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.word_weights import line_evidence, word_signs

#: from these log-odds, in thousandths, a line begins a stretch of comments, and below those it ends one
_SURE, _LEAST = 1000, -1500
_FINAL = "؟?!.:؛،»)…"
_FORMER, _NO_LINE = (-2, -1, 1, 2), -1
_SHORT = 4
#: a button has fewer words
_NAMED = 3
#: most numbers on end below a comment: those for it and those against it
_VOTES = 2

#: the sign of a vote, and pictures of one
_SIGNS = "+-−👍👎❤♥▲▼🔺🔻 \ufe0f"

#: roles of lines that say where on a page comments may stand
_ROLES = {
    "form": mask("comment_form"),
    "related": mask("related", "newsletter", "archive"),
    "footer": mask("footer"),
    "menu": mask("navigation", "login", "section"),
    "moderation": mask("moderation"),
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
        own = [n for n in range(start, end) if n in inside and not _is_row(page, n)]
        span.comments = without_form(page, [n for n in own if not _is_vote(page, n)])
        if (
            own and span.body and span.body[0] < own[0] < span.body[-1]
        ):  # the text ends above what readers say
            text, rows = text_and_foot(page, span.body[0], own[0])
            span.body, span.foot = text, sorted({*rows, *span.body, *span.foot}.difference(text))
        span.body = [place for place in span.body if place not in inside]
        span.foot = [place for place in span.foot if place not in inside]


def _is_row(page: PageLines, place: int) -> bool:
    """Tell whether a line of a thread is a button below a comment: a known one, or one beside it that the site shows again."""
    if is_button(page, place):
        return True
    again = page.words[place] <= _NAMED and page.key_counts[page.keys[place]] > 1
    beside = any(is_button(page, n) for n in (place - 1, place + 1) if n < len(page))
    return again and (
        (page.roles[place] > 0 and page.words[place] < _NAMED and beside) or _ends_comment(page, place)
    )


def _ends_comment(page: PageLines, place: int) -> bool:
    """Tell whether a line that a site would show stands between what somebody said and the name above a day of the next."""
    apart = not {place - 1, place, place + 1} & page.marks.keys()
    return apart and place + 2 in page.marks and line_evidence(page.texts[place])[0] > 0


def _is_vote(page: PageLines, place: int) -> bool:
    """Tell whether a line counts who is for or against a comment: a number alone beside the link to reply, or two on end."""
    below = min(place + 1, len(page) - 1)
    if _is_number(page, place):
        if place and (_is_number(page, place - 1) or (below > place and _is_number(page, below))):
            return True
        if place - 1 not in page.marks and is_button(page, below):
            return True
    above = place
    while above and _is_number(page, above) and place - above < _VOTES:
        above -= 1
    return above < place and is_button(page, above)


def _is_number(page: PageLines, place: int) -> bool:
    """Tell whether a line is a number, with the sign of a vote or without: «۱۱+»."""
    return page.texts[place].strip(_SIGNS).isdecimal()


@cache
def comment_model() -> Forest:
    """Return the trees that come with the package."""
    return Forest.shipped("comment_model.json")


def unheaded(page: PageLines) -> set[int]:
    """Return the lines of comments of a page that the page model has seen, all below its first line of text."""
    first = next((n for n in range(len(page)) if page.is_text(n)), len(page))
    if not page.seen or first + 1 >= len(page):
        return set()
    ways = (said_by_accounts, said_in_rows, said_in_lines, said_on_days, said_above_buttons)
    if said := next(filter(None, (way(page, first) for way in ways)), None):
        return said
    scores = comment_model().scores(comment_columns(page))
    found: set[int] = set()
    for way in (range(first + 1, len(page)), range(len(page) - 1, first, -1)):
        inside = False
        for place in way:
            inside = scores[place] > (_LEAST if inside or place in found else _SURE)
            if inside:
                found.add(place)
    return {n for n in found if n - 1 in found or not heads_sayings(page, n)}


def comment_columns(page: PageLines) -> dict[str, Column]:
    """Return a column for each sign, of all lines of a page."""
    size = len(page)
    columns = {name: column for name, column in (page.seen or {}).items() if name in SEEN}
    columns["bare"] = bare = _column(map(page.is_bare, range(size)))
    columns["alone"] = Column(page.roles).has(ALONE) | bare
    columns["end"] = (size - Column.places(size)).at_most(60)
    near = _near(page)
    for name, own in near.items():
        columns[name] = own
        columns |= {f"{name}{by:+d}": own.shifted(by, _NO_LINE) for by in _FORMER}
    for name, own in _kinds(page, near).items():
        columns |= {f"{name}_up": own.since(), f"{name}_down": own.until(), f"{name}_near": own.window(4, 4)}
        columns[f"{name}_all"] = Column.filled(min(own.sum(), 9), size)
    return columns | word_signs(page.texts, range(size))


def _near(page: PageLines) -> dict[str, Column]:
    """Return what is seen of a line and of those near it."""
    return {
        "words": Column(page.words).at_most(40),
        "final": Column(_FINAL.find(text[-1]) for text in page.texts),
        "sentence": _column(page.sentences),
        "name": Column(int(may_be_name(text)) + int(is_name(text)) for text in page.texts),
        "day": _column(n in page.marks for n in range(len(page))),
    }


def _kinds(page: PageLines, near: Mapping[str, Column]) -> dict[str, Column]:
    """Return the kinds of lines of which is seen how far they are, up and down, and how many there are near a line and on the page."""
    places, roles = range(len(page)), Column(page.roles)
    headings = frozenset(headings_of_comments(page))
    return {name: roles.has(bits) for name, bits in _ROLES.items()} | {
        "heading": _column(n in headings for n in places),
        "reply": _column(is_reply(page, n) for n in places),
        "dated": near["day"],
        "sentences": _column(map(page.is_text, places)),
        "named": (near["name"] > 0) & (near["words"] < _SHORT),
    }


def _column(flags: Iterable[bool]) -> Column:
    return Column(map(int, flags))
