"""The article in the state that the scripts of a page begin with: JSON that is no linked data.

Frameworks write it as ``__NEXT_DATA__``, ``__NUXT_DATA__``, ``__APOLLO_STATE__`` or ``__INITIAL_STATE__``. Its form is that of the
site's own interface, so nothing is known of it but how people call titles, texts, days and authors.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from textnorm.pages.markup.claims import Claims, plain, same_title
from textnorm.pages.markup.days import moment_text
from textnorm.pages.markup.rich_text import RichText, words_in

SOURCE = "JSON in a script"
Node = dict[str, Any]
#: keys, the most telling first
_TITLES = ("headline", "title", "titr")
_TEXTS = (
    "articleBody", "bodyHtml", "body_html", "contentHtml", "content_html", "htmlContent", "html", "body", "content", "fullText",
    "full_text", "articleText", "story", "matn", "text", "blocks", "paragraphs",
)  # fmt: skip
_DAYS = (
    "datePublished", "date_published", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "published_date",
    "publicationDate", "publishTime", "publish_time", "firstPublished", "firstPublishedAt", "first_published_at", "_firstPublishedAt",
    "pubDate", "published", "date", "createdAt", "created_at", "created", "_createdAt",
)  # fmt: skip
_CHANGES = (
    "dateModified",
    "modifiedAt",
    "modified_at",
    "updatedAt",
    "updated_at",
    "modified",
    "lastModified",
    "_updatedAt",
)
_AUTHORS = ("author", "authors", "byline", "writer", "reporter", "creator", "createdBy")
_TAGS = ("tags", "keywords")
_NAMES = ("name", "fullName", "full_name", "displayName", "display_name", "title", "label")
#: an assignment of an object, a list or what is parsed from a string
_ASSIGNED = re.compile(
    r"(?:window|self|globalThis|var|let|const)[.\s\[\"']{1,3}[\w$]{3,40}[\"'\]\s]{0,3}=\s{0,4}(?:(JSON\.parse\()\s{0,4}(?=\")|(?=[{\[]))"
)
#: how a list of values that refer to one another marks one that wraps another
_WRAPPERS = frozenset(("Reactive", "ShallowReactive", "Ref", "ShallowRef"))
#: most assignments of a script, nodes of a state, values inside of one another; fewest words of an article
_ASSIGNMENTS, _MOST, _DEEP, _FEWEST = 20, 20_000, 40, 30


def article_in_scripts(root: Any) -> Claims | None:
    """Return what the states in the scripts of a page say of the article that the page is called after; or of their only one."""
    found = [claims for state in _states(root) for claims in _articles(state)]
    metas = root.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    names = [*metas, *("".join(title.itertext()) for title in root.iter("title"))]
    titles = [(claims, (claims.first("title") or ("",))[0]) for claims in found]
    named = [claims for claims, title in titles if any(same_title(title, name) for name in names)]
    if not named and len({title for _, title in titles}) == 1:
        named = found
    return max(named, key=lambda claims: words_in(claims.text), default=None)


def _states(root: Any) -> Iterator[Any]:
    """Yield the values that the scripts of a page hold as JSON, but linked data."""
    for script in root.iter("script"):
        kind, text = (script.get("type") or "").lower(), script.text or ""
        if "ld+json" in kind:
            continue
        if "json" in kind:
            value = _value(text.strip(), 0)
            yield (
                _joined(value)
                if isinstance(value, list) and "nuxt" in (script.get("id") or "").lower()
                else value
            )
        else:
            for number, start in enumerate(_ASSIGNED.finditer(text)):
                if number == _ASSIGNMENTS:
                    break
                value = _value(text, start.end())
                yield _value(value, 0) if start[1] and isinstance(value, str) else value


def _value(text: str, start: int) -> Any:
    """Return the value that begins somewhere in a text; ``None`` where that is no JSON."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _joined(values: list[Any]) -> Any:
    """Return the first of some values that refer to one another by their numbers, each as it is with those in it."""
    known: dict[int, Any] = {}

    def value_of(number: Any, depth: int) -> Any:
        if not isinstance(number, int) or not 0 <= number < len(values) or depth > _DEEP:
            return None
        if number in known:
            return known[number]
        value = values[number]
        if isinstance(value, dict):
            own = known[number] = {}
            own.update({key: value_of(inner, depth + 1) for key, inner in value.items()})
            return own
        if not isinstance(value, list):
            return value
        if value and isinstance(value[0], str):
            inner = value[1] if len(value) > 1 else None
            return value_of(inner, depth + 1) if value[0] in _WRAPPERS else inner
        items = known[number] = []
        items.extend(value_of(inner, depth + 1) for inner in value)
        return items

    return value_of(0, 0)


def _articles(state: Any) -> Iterator[Claims]:
    """Yield the claims of each object of a state that has a title and a text."""
    nodes = [{key.partition("(")[0]: inner for key, inner in node.items()} for node in _nodes(state)]
    known = {key: inner for node in nodes for key, inner in node.items() if isinstance(inner, dict)}
    texts = RichText(known)
    for node in nodes:
        title = next((text for key in _TITLES if (text := plain(_rendered(node.get(key))))), "")
        text = (
            max((texts.markup(node[key]) for key in _TEXTS if node.get(key)), key=words_in, default="")
            if title
            else ""
        )
        if words_in(text) >= _FEWEST:
            yield _claims(node, title, text, known)


def _nodes(state: Any) -> Iterator[Node]:
    """Yield every object of a state once."""
    waiting, seen = deque([state]), set[int]()
    for _ in range(_MOST):
        if not waiting:
            return
        value = waiting.popleft()
        if id(value) in seen or not isinstance(value, list | dict):
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            yield value
        waiting.extend(value.values() if isinstance(value, dict) else value)


def _claims(node: Node, title: str, text: str, known: Node) -> Claims:
    claims = Claims(text=text)
    claims.add("title", title, SOURCE)
    days: tuple[tuple[str, Sequence[str]], ...] = (("date", _DAYS), ("modified", _CHANGES))
    for name, keys in days:
        claims.add(name, next((day for key in keys if (day := moment_text(node.get(key)))), ""), SOURCE)
    for name, keys in (("author", _AUTHORS), ("tags", _TAGS)):
        for value in next((found for key in keys if (found := list(_names(node.get(key), known)))), ()):
            claims.add(name, value, SOURCE)
    return claims


def _rendered(value: Any) -> Any:
    return value.get("rendered") if isinstance(value, dict) else value


def _names(value: Any, known: Node) -> Iterator[str]:
    """Yield the names in a value: a string, an object with a name or a reference to one, or a list of these."""
    items: Iterable[Any] = value if isinstance(value, list) else [value]
    for item in items:
        reference = item.get("__ref") or item.get("id") if isinstance(item, dict) else None
        own = known.get(reference, item) if isinstance(reference, str) else item
        name = next((own[key] for key in _NAMES if own.get(key)), None) if isinstance(own, dict) else own
        if isinstance(name, str):
            yield name
