"""What a tool writes above a text about it: the front matter of files and of trafilatura, the head of a reader service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.keys import line_key
from textnorm.pages.records.fields import record
from textnorm.pages.records.front_matter import front_matter_posts, is_front_matter
from textnorm.pages.results import Post

#: what fences front matter, and the most lines of it
_FENCES, _MOST = ("---", "+++"), 60
_FIELD = lazy_pattern(r"([A-Za-z]{1,20}(?: [A-Za-z]{1,12})?)\s?:(?:\s+(.*))?")
#: the fields of a reader service: the first, the one that must follow it, the last
_FIRST, _SECOND, _LAST = "title", "url source", "markdown content"


@dataclass(frozen=True, slots=True)
class ToolHead:
    """What was said above a text, as a post without one, and the numbers of the lines where it stands."""

    told: Post
    lines: Sequence[int]


def head_of_tool(document: Document) -> ToolHead | None:
    """Return what stands above a text about it; None where nothing does."""
    numbers = document.nonblank[:_MOST]
    first = document.lines[numbers[0]] if numbers else ""
    if first in _FENCES:
        return _front_matter(document, numbers, first)
    return _of_reader(document, numbers) if first[:5].lower() == _FIRST else None


def _front_matter(document: Document, numbers: Sequence[int], fence: str) -> ToolHead | None:
    end = next((n for n in numbers[1:] if document.lines[n] == fence), -1)
    head = "\n".join(document.raw[numbers[0] : end + 1]) + "\n"
    if end < 0 or not is_front_matter(head):
        return None
    return ToolHead(next(front_matter_posts([head])), [n for n in numbers if n <= end])


def _of_reader(document: Document, numbers: Sequence[int]) -> ToolHead | None:
    """Return what a reader service says; None where its first fields do not stand there."""
    found = [*takewhile(bool, (_FIELD.fullmatch(document.lines[n]) for n in numbers))]
    names = [field[1].lower() for field in found if field]
    if _SECOND not in names:
        return None
    last = names.index(_LAST if _LAST in names else _SECOND)
    values = {name: (field and field[2]) or "" for name, field in zip(names, found, strict=True)}
    told = record("", values.get("published time", ""), None, title=values[_FIRST], url=values[_SECOND])
    return ToolHead(told, numbers[: last + 1])


def with_head(post: Post, told: Post) -> Post:
    """Return a page's only post with what stands above it: what was said for it alone is surer than what was found."""
    own = {
        name: value
        for name in ("title", "author", "date", "date_text", "tags", "url", "modified", "language")
        if (value := getattr(told, name))
    }
    if post.title and told.title and line_key(post.title) == line_key(told.title):
        own["title"] = post.title
    sources = dict.fromkeys((name for name in own if name != "date_text"), "front matter")
    return replace(post, **own, sources={**post.sources, **sources})
