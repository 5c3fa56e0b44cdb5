"""What a tool writes above a text about it: the front matter of Markdown files and of trafilatura, the head of a reader service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.keys import line_key
from textnorm.pages.posts.date_lines import dated_row
from textnorm.pages.posts.dating import Dating
from textnorm.pages.results import Post

#: what fences front matter, and the most lines of it
_FENCE, _MOST = "---", 60
_FIELD = lazy_pattern(r"([A-Za-z][\w-]{0,24}(?: [A-Za-z]{1,12})?)\s?:(?:\s+(.*))?")
#: an item of a list on a line of its own, in quotes or not; the items of a list in brackets
_ITEM = lazy_pattern(r"-\s+(.+)")
_QUOTES = " \"'"
#: the fields of a reader service: the first, the one that must follow it, the last
_READER = ("title", "url source", "markdown content")
#: a field of one of these must be there
_TELLING = frozenset({"title", "date", "author", "url"})
_SOURCE = "front matter"


@dataclass(slots=True)
class FrontMatter:
    """The fields of a text by their names in small letters, and the lines they stand on."""

    lines: list[int] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)

    def one(self, *names: str) -> str | None:
        """Return the value of the first of some fields that has one."""
        return next((self.values[name][0] for name in names if self.values.get(name)), None)


def front_matter(document: Document) -> FrontMatter | None:
    """Return what stands above a text about it; None where nothing does."""
    filled = document.nonblank[:_MOST]
    lines = [document.lines[number] for number in filled]
    count = _fenced(lines) or _of_reader(lines)
    found = _fields(lines[:count])
    if not _TELLING & found.keys():
        return None
    return FrontMatter(filled[:count], found)


def _fenced(lines: Sequence[str]) -> int:
    """Return how many lines the fence and its fields are; 0 where something else stands in it."""
    if not lines or lines[0] != _FENCE or _FENCE not in lines[1:]:
        return 0
    end = lines.index(_FENCE, 1)
    plain = all(_FIELD.fullmatch(line) or _ITEM.fullmatch(line) for line in lines[1:end])
    return end + 1 if plain and end > 1 else 0


def _of_reader(lines: Sequence[str]) -> int:
    """Return how many lines the fields of a reader service are; 0 where its first ones do not stand there."""
    fields = [*takewhile(bool, (_FIELD.fullmatch(line) for line in lines))]
    names = [found[1].lower() for found in fields if found]
    first, second, last = _READER
    if names[:1] != [first] or second not in names:
        return 0
    return names.index(last) + 1 if last in names else names.index(second) + 1


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        own, item = _FIELD.fullmatch(line), _ITEM.fullmatch(line)
        if own and not item:
            name = own[1].lower()
            found.setdefault(name, []).extend(_items(own[2] or ""))
        elif item and name:
            found[name].append(item[1].strip(_QUOTES))
    return found


def _items(value: str) -> list[str]:
    """Return the values of a field: those of a list in brackets, or one.

    >>> _items("['باد', \\"باران\\"]"), _items("یک خبر"), _items("[]")
    (['باد', 'باران'], ['یک خبر'], [])
    """
    value = value.strip()
    parts = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
    return [part.strip(_QUOTES) for part in parts if part.strip(_QUOTES)]


def with_front_matter(post: Post, head: FrontMatter, dating: Dating) -> Post:
    """Return a page's only post with what stands above it: what was said for it alone is surer than what was found."""
    told: dict[str, object] = {}
    if (title := head.one("title")) and (post.title is None or line_key(title) != line_key(post.title)):
        told["title"] = title
    if author := head.one("author", "authors"):
        told["author"] = author
    written = head.one("date", "published", "published time", "publishdate")
    mark = dated_row(written, dating) if written else None
    if mark is not None and mark.date:
        told |= {"date": mark.date, "date_text": written}
    if address := head.one("url", "url source", "canonical"):
        told["url"] = address
    tags = (*head.values.get("tags", ()), *head.values.get("keywords", ()))
    if tags and not post.tags:
        told["tags"] = tags
    sources = {**post.sources, **dict.fromkeys(told, _SOURCE)}
    return replace(post, **told, sources=sources) if told else post  # type: ignore[arg-type]
