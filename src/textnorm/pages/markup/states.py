"""The article in the state that the scripts of a page begin with: JSON that is no linked data.

Frameworks write it as ``__NEXT_DATA__``, ``__NUXT_DATA__``, ``__APOLLO_STATE__`` or ``__INITIAL_STATE__``. Its form is that of the
site's own interface, so nothing is known of it but how people call titles, texts, days and authors.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from textnorm.pages.markup.claims import Claims, plain, same_title
from textnorm.pages.markup.days import moment_text
from textnorm.pages.markup.rich_text import RichText, words_in
from textnorm.pages.markup.script_states import states_in

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
#: most nodes of a state; fewest words of an article
_MOST, _FEWEST = 20_000, 30


def article_in_scripts(root: Any) -> Claims | None:
    """Return what the states in the scripts of a page say of the article that the page is called after; or of their only one.

    Lists of teasers hold titles and days too: what has no text counts by its title alone, and where its days are one.
    """
    found = [claims for state in states_in(root) for claims in _articles(state)]
    metas = root.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    names = [*metas, *("".join(title.itertext()) for title in root.iter("title"))]
    named = [claims for claims in found if any(same_title(_title(claims), name) for name in names)]
    whole = [claims for claims in found if words_in(claims.text) >= _FEWEST]
    if not named and len({_title(claims) for claims in whole}) == 1:
        named = whole
    best = max(named, key=lambda claims: words_in(claims.text), default=None)
    if best is None or best in whole:
        return best
    return best if len({claims.first("date") for claims in named}) == 1 else None


def _title(claims: Claims) -> str:
    return (claims.first("title") or ("",))[0]


def _articles(state: Any) -> Iterator[Claims]:
    """Yield the claims of each object of a state that has a title, and a text or a day."""
    nodes = [{key.partition("(")[0]: inner for key, inner in node.items()} for node in _nodes(state)]
    known = {key: inner for node in nodes for key, inner in node.items() if isinstance(inner, dict)}
    texts = RichText(known)
    for node in nodes:
        title = next((text for key in _TITLES if (text := plain(_rendered(node.get(key))))), "")
        if not title:
            continue
        text = max((texts.markup(node[key]) for key in _TEXTS if node.get(key)), key=words_in, default="")
        claims = _claims(node, title, text, known)
        if words_in(text) >= _FEWEST or claims.first("date"):
            yield claims


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
