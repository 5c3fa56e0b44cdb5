"""What the line model sees of the lines of posts: small whole numbers, column by column.

A line is seen as the page model sees it, as the rules for rows and headings see it, and by where it stands in its
post: beside the title, the row and the sentences. What the rules for texts make of it is none of the signs: the trees
are a second opinion.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from textnorm.pages.content.columns import Column
from textnorm.pages.interface import ALONE, SLOT, mask
from textnorm.pages.posts.below import ends_text
from textnorm.pages.posts.calls import is_call, is_source
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.pairs import is_credit
from textnorm.pages.posts.said_words import body_words, shared
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.word_weights import word_signs

#: columns of the page model that say something of a line in its post, too
SEEN = (
    "model", "score", "score-1", "score+1", "score+2", "score1_1", "score8_8", "score5_0", "run_size", "run_best", "run_mean",
    "run_text", "run_above", "run_below", "run_dated", "page_best", "page_lines", "page_mean", "page_mass", "page_known", "size",
    "start", "end", "stopwords", "sure", "hits", "hits4_4", "role", "role+1", "role-1", "unknown_run", "run", "place",
    "words0_20", "words0_6", "text_up", "text_down", "teasers_up", "around_down", "known6_6", "shared",
)  # fmt: skip
_STYLES = {"alone": 1, "byline": 2, "label": 3, "signed": 4}
_GROUPS = (
    mask("related", "read_more", "archive", "pagination"),
    mask("share", "tool", "player", "document"),
    mask("comment_form", "comment_count", "moderation", "comment_row"),
    mask("navigation", "skip_link", "section", "language", "search", "login"),
)
_FAR, _NONE = 20, 30
_FINAL = "؟?!.:؛،»)…"

Sign = Callable[[PageLines, int], int]
#: what is seen of a line and of the two beside it
_NEAR: dict[str, Sign] = {
    "meta": lambda page, n: int(page.is_meta(n)),
    "about": lambda page, n: int(page.is_about(n)),
    "outside": lambda page, n: int(page.is_outside(n)),
    "sentence": lambda page, n: int(page.sentences[n]),
    "text": lambda page, n: int(page.is_text(n)),
    "words": lambda page, n: min(page.words[n], 40),
    "final": lambda page, n: _FINAL.find(page.texts[n][-1]),
    "ended": lambda page, n: int(ends_text(page, n)),
}
#: and of the line alone
_ALONE: dict[str, Sign] = {
    "mark": lambda page, n: _STYLES[page.marks[n].style] if n in page.marks else 0,
    "alone": lambda page, n: int(bool(page.roles[n] & ALONE)),
    "slot": lambda page, n: int(bool(page.roles[n] & SLOT)),
    "bare": lambda page, n: int(page.is_bare(n)),
    "kept": lambda page, n: int(bool(page.kept and page.kept[n])),
    "telling": lambda page, n: min(interface_words(page.texts[n])[1], 12),
    "interface": lambda page, n: _share(*interface_words(page.texts[n])),
    "call": lambda page, n: int(is_call(page.texts[n])),
    "source": lambda page, n: int(is_source(page.texts[n])),
    "credit": lambda page, n: int(is_credit(page, n)),
    "name": lambda page, n: int(may_be_name(page.texts[n])) + int(is_name(page.texts[n])),
    "again": lambda page, n: min(page.key_counts[page.keys[n]], 4),
    "colon": lambda page, n: int(":" in page.texts[n][:-1]),
    "digits": lambda page, n: min(sum(map(str.isdigit, page.texts[n][:40])), 12),
    "fields": lambda page, n: int(any(sign in page.texts[n][:-1] for sign in "|·/»")),
    "commas": lambda page, n: min(page.texts[n].count("،") + page.texts[n].count(","), 6),
} | {
    f"group{number}": lambda page, n, roles=roles: int(bool(page.roles[n] & roles))
    for number, roles in enumerate(_GROUPS)
}  # fmt: skip


def _share(known: int, telling: int) -> int:
    return known * 8 // telling if telling else -1


def lines_of(span: Span) -> list[int]:
    """Return the lines of a post that may be of its text."""
    return sorted({*span.head, *span.body, *span.foot} - {span.title, *span.comments})


def signs_of(page: PageLines, spans: Sequence[Span], asked: Sequence[Sequence[int]]) -> dict[str, Column]:
    """Return a column for each sign, of the lines that are asked about of each post, one post after the other."""
    every = [place for places in asked for place in places]
    seen = {name: column for name, column in (page.seen or {}).items() if name in SEEN}
    signs = {name: [column[n] for n in every] for name, column in seen.items()}
    for name, sign in _ALONE.items():
        signs[name] = [sign(page, n) for n in every]
    near = [n for n in sorted({n + by for n in every for by in (-1, 0, 1)}) if 0 <= n < len(page)]
    for name, sign in _NEAR.items():
        value = {n: sign(page, n) for n in near}
        for by, ending in ((0, ""), (-1, "-1"), (1, "+1")):
            signs[name + ending] = [value.get(n + by, -1) for n in every]
    parts = [_place_signs(page, *part) for part in zip(spans, asked, strict=True) if part[1]]
    for name in parts[0] if parts else ():
        signs[name] = [value for part in parts for value in part[name]]
    signs["posts"] = [min(len(spans), 5)] * len(every)
    return {name: Column(numbers) for name, numbers in signs.items()} | word_signs(page.texts, every)


def _place_signs(page: PageLines, span: Span, places: Sequence[int]) -> dict[str, list[int]]:
    """Return where lines of a post stand in it."""
    lines = lines_of(span)
    texts = [n for n in lines if page.is_text(n)]
    first, last = (texts[0], texts[-1]) if texts else (lines[0], lines[0])
    above = [bisect_left(texts, n) for n in places]
    below = [bisect_right(texts, n) for n in places]
    up = [texts[n - 1] if n else lines[0] - 1 for n in above]
    down = [texts[n] if n < len(texts) else lines[-1] + 1 for n in below]
    closed = [0, *accumulate(ends_text(page, n) for n in range(first, max(places) + 1))]
    other = [0, *accumulate(_is_other(page, n) for n in range(lines[0], lines[-1] + 1))]
    words = body_words(page, texts)
    head, start = set(span.head), lines[0]
    side = 0 if span.row is None else 1 if span.row < first else 2
    return {
        "title": [_NONE if span.title is None else _clipped(n - span.title) for n in places],
        "row": [_NONE if span.row is None else _clipped(n - span.row) for n in places],
        "first": [_clipped(n - first) for n in places],
        "last": [_clipped(n - last) for n in places],
        "up": [min(n - text, _FAR) for n, text in zip(places, up, strict=True)],
        "down": [min(text - n, _FAR) for n, text in zip(places, down, strict=True)],
        "other_up": [other[n - start] - other[text + 1 - start] for n, text in zip(places, up, strict=True)],
        "other_down": [other[text - start] - other[n + 1 - start] for n, text in zip(places, down, strict=True)],
        "closed": [closed[n + 1 - first] if n >= first else -1 for n in places],
        "texts_above": [min(n, _NONE) for n in above],
        "texts_below": [min(len(texts) - n, _NONE) for n in below],
        "texts": [n * 10 // max(len(texts), 1) for n in above],
        "said": [int(8 * shared(page, n, words)) for n in places],
        "head": [int(n in head) for n in places],
        "side": [side] * len(places),
    }  # fmt: skip


def _is_other(page: PageLines, place: int) -> bool:
    return page.is_outside(place) or page.roles[place] & ALONE > 0


def _clipped(distance: int) -> int:
    return max(-_FAR, min(distance, _FAR))
