"""Posts as Markdown with front matter, as Jekyll, Hugo, Eleventy and Obsidian keep them: one file, one post."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.days import read_day
from textnorm.pages.records.fields import record, said
from textnorm.pages.results import Post

_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = lazy_pattern(r"([A-Za-z][\w-]{0,40})\s?:(?:\s+(.*))?")
#: a line that goes on with the value above it: an item of a list, something deeper, a note, nothing
_BELOW = lazy_pattern(r"\s*(?:-(?:\s.*)?|#.*)?|\s+\S.*")
_ITEM = lazy_pattern(r"\s*-\s+(.+)")
_NOTE = lazy_pattern(r"(?:^|\s)#.*")
_PART = lazy_pattern(r"\s*+(\"[^\"]*+\"(?=\s*+(?:,|$))|'[^']*+'(?=\s*+(?:,|$))|[^,]*+)(?:\s*+,)?")
_BLOCKS = frozenset(("|", ">", "|-", ">-", "|+", ">+"))
#: what front matter says of a post; one of these must be there
_TITLE, _DAY, _CHANGED = (
    ("title",),
    ("date", "created", "pubDate", "publishdate"),
    ("lastmod", "updated", "last_modified_at", "modified"),
)
_AUTHOR, _TAGS = ("author", "authors", "creator"), ("tags", "categories", "tag", "category", "keywords")
_TELLING = frozenset((*_TITLE, *_DAY, *_AUTHOR, *_TAGS, "layout", "draft", "slug", "permalink", "aliases"))  # fmt: skip
#: the day in the name of a file: «2020-02-18-rain.md»
_NAMED = lazy_pattern(r"(?:^|[/\\])(\d{4}-\d\d-\d\d)-[^/\\]{1,200}\.(?:md|markdown)$")


def is_front_matter(head: str) -> bool:
    """Tell whether a text begins with front matter that says something of a post.

    >>> is_front_matter("---\\ntitle: باران\\n---\\nمتن"), is_front_matter("---\\nباران\\n---\\n")
    (True, False)
    """
    lines = head.lstrip("\ufeff").splitlines()
    ends = _ENDS.get(lines[0].rstrip()) if lines else None
    end = next((n for n, line in enumerate(lines) if n and ends and line.rstrip() in ends), None)
    if end is None:
        return False
    inside = lines[1:end]
    if lines[0].startswith("+"):
        return any(line.partition("=")[0].strip() in _TELLING for line in inside)
    keys = [match[1] for line in inside if (match := _KEY.fullmatch(line))]
    plain = all(_KEY.fullmatch(line) or _BELOW.fullmatch(line) for line in inside)
    return plain and not _TELLING.isdisjoint(keys)


def front_matter_posts(lines: Iterable[str]) -> Iterator[Post]:
    """Yield the one post of a file: its text is what stands below the front matter, as it is written."""
    text = "".join(lines).lstrip("\ufeff").replace("\r\n", "\n")
    fence, _, rest = text.partition("\n")
    ends = _ENDS[fence.rstrip()]
    rows = rest.split("\n")
    end = next(n for n, line in enumerate(rows) if line.rstrip() in ends)
    said_of_it = _toml(rows[:end]) if fence.startswith("+") else _yaml(rows[:end])
    yield _post(said_of_it, "\n".join(rows[end + 1 :]).strip("\n"))


def dated_by_name(post: Post, name: str) -> Post:
    """Return a post with the day that the name of its file says, where nothing else says one."""
    named = _NAMED.search(name) if post.date is None else None
    day = read_day(named[1]) if named else None
    return replace(post, date=day.date, sources={**post.sources, "date": "name of the file"}) if day else post


def _post(found: dict[str, Any], body: str) -> Post:
    tags = [tag for name in _TAGS for tag in _listed(found.get(name))]
    draft = _is(found.get("draft"), "true") or _is(found.get("published"), "false")
    when, changed = _first(found, _DAY), _first(found, _CHANGED)
    return record(
        body,
        when,
        _first(found, ("id", "uid")) or None,
        author="، ".join(_listed(_value(found, _AUTHOR))),
        title=_first(found, _TITLE),
        tags=tags,
        url=_first(found, ("canonical_url", "url", "permalink")),
        changed=changed,
        language=_first(found, ("lang", "language")),
        kind="draft" if draft else "post",
    )


def _value(found: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((found[name] for name in names if found.get(name)), None)


def _first(found: dict[str, Any], names: tuple[str, ...]) -> str:
    value = _value(found, names)
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""


def _is(value: Any, word: str) -> bool:
    return str(value).strip().lower() == word


def _listed(value: Any) -> list[str]:
    """Return the names in a value: those of a list, or of a row with commas between them."""
    if isinstance(value, str):
        return [part for part in map(str.strip, value.replace("،", ",").split(",")) if part]
    items = value if isinstance(value, list) else [value]
    names = (one if isinstance(one, str) else said(one, "name") for one in items)
    return [name.strip() for name in names if name.strip()]


def _toml(rows: list[str]) -> dict[str, Any]:
    try:
        found = tomllib.loads("\n".join(rows))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"front matter: not TOML: {error}") from None
    return {**_inner_names(found), **found}


def _inner_names(found: dict[str, Any]) -> dict[str, Any]:
    """Return what Zola keeps of a post one table further in: taxonomies and more."""
    tables = (found.get(name) for name in ("taxonomies", "extra"))
    return {key: value for table in tables if isinstance(table, dict) for key, value in table.items()}


def _yaml(rows: list[str]) -> dict[str, Any]:
    """Return the names and values of front matter in YAML: words, lists, texts over several lines; nothing further in."""
    found: dict[str, Any] = {}
    key, below = "", list[str]()
    for row in [*rows, "end:"]:
        match = _KEY.fullmatch(row)
        if match is None:
            below.append(row)
            continue
        if key:
            found.setdefault(key, _yaml_value(found.pop(f"{key} ", ""), below))
        key, below = match[1], []
        found[f"{key} "] = (match[2] or "").strip()
    found.pop("end ", None)
    return found


def _yaml_value(value: str, below: list[str]) -> Any:
    """Return what a value is, and the lines below it."""
    if value in _BLOCKS:
        return (" " if value[0] == ">" else "\n").join(map(str.strip, below)).strip()
    items = [match[1] for row in below if (match := _ITEM.fullmatch(row))]
    if not value and items:
        return [_scalar(item) for item in items]
    if value.startswith("["):
        whole = " ".join([value, *map(str.strip, below)])
        return [_scalar(part) for part in _parts(whole.strip()[1:].rpartition("]")[0] or whole[1:])]
    return _scalar(value)


def _parts(row: str) -> list[str]:
    """Return the pieces of a row between its commas, but for those in quotation marks.

    >>> _parts("rain, 'north, west', it's")
    ['rain', "'north, west'", "it's"]
    """
    return [part for match in _PART.finditer(row) if (part := match[1].strip())]


def _scalar(value: str) -> str:
    """Return a word or a text without its quotation marks and without a note behind it.

    >>> _scalar('"a: \\\\"b\\\\""'), _scalar("'it''s'"), _scalar("rain # a note"), _scalar("null")
    ('a: "b"', "it's", 'rain', '')
    """
    value = value.strip()
    quote = value[:1]
    if quote == '"' and (end := value.rfind('"')) > 0:
        return value[1:end].replace('\\"', '"').replace("\\\\", "\\")
    if quote == "'" and (end := value.rfind("'")) > 0:
        return value[1:end].replace("''", "'")
    plain = _NOTE.sub("", value).strip()
    return "" if plain in ("~", "null") else plain
