"""What the public functions give, as plain dicts and lists that a table or a JSON file can hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import textnorm
from textnorm import STANDARD, DateOptions, Options, PageOptions


def explained(text: str, options: Options) -> dict[str, Any]:
    """`textnorm.explain` as a dict: the text, its changes, and how many of them each rule had a part in.

    >>> explained("علي", textnorm.STANDARD)["counts"]
    {'arabic-yeh': 1}
    """
    result = textnorm.explain(text, options)
    counts = Counter(rule for change in result.changes for rule in change.rules)
    changes = [change._asdict() for change in result.changes]
    return {"text": result.text, "changes": changes, "counts": dict(sorted(counts.items()))}


def dates(text: str, options: DateOptions) -> list[dict[str, Any]]:
    """`textnorm.find_dates` as dicts; ``solar`` is taken apart into ``year``, ``month`` and ``day``.

    >>> [(found["text"], found["date"].isoformat()) for found in dates("در ۸ مهر ۱۳۹۷ آمد", DateOptions())]
    [('۸ مهر ۱۳۹۷', '2018-09-30')]
    """
    return [_date(found) for found in textnorm.find_dates(text, options)]


_DATE_FIELDS = (
    "start",
    "end",
    "text",
    "date",
    "kind",
    "reason",
    "weekday_agrees",
    "twin_agrees",
    "official",
    "form",
)


def _date(found: textnorm.FoundDate) -> dict[str, Any]:
    fields = {name: getattr(found, name) for name in _DATE_FIELDS}
    return fields | dict(zip(("year", "month", "day"), found.solar, strict=True))


@dataclass(frozen=True, kw_only=True)
class PostOptions:
    """How the posts of a page come out: how the page is read, its dates written, its text normalised."""

    page: PageOptions = field(default_factory=PageOptions)
    dates: DateOptions = field(default_factory=DateOptions)
    text: Options = STANDARD

    def tidy(self, text: str) -> str:
        """Return the text of a post with its dates converted, then normalised, as `textnorm.tidy` does."""
        return textnorm.normalise(textnorm.convert_dates(text, self.dates), self.text)


_POST_FIELDS = ("author", "date", "date_text", "tags", "comments", "start", "end")


def posts(text: str, options: PostOptions) -> list[dict[str, Any]]:
    """`textnorm.read_page` as dicts, a post each, with title, body and captions tidied."""
    return [_post(post, options) for post in textnorm.read_page(text, options.page).posts]


def _post(post: textnorm.Post, options: PostOptions) -> dict[str, Any]:
    fields = {name: getattr(post, name) for name in _POST_FIELDS}
    fields["title"] = None if post.title is None else options.tidy(post.title)
    fields["body"] = options.tidy(post.body)
    fields["captions"] = [options.tidy(caption) for caption in post.captions]
    return fields
