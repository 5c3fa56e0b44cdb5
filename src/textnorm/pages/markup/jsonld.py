"""JSON-LD: the articles that a page declares as linked data."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Set
from typing import Any

from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.claims import Claims

ARTICLES = frozenset(
    "Article NewsArticle BlogPosting Report AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle"
    " OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle LiveBlogPosting TechArticle ScholarlyArticle"
    " Recipe SocialMediaPosting DiscussionForumPosting AdvertiserContentArticle SatiricalArticle".split()
)
#: what a page is about that is to be watched or heard
RECORDINGS = frozenset(("VideoObject", "PodcastEpisode", "RadioEpisode"))
#: and where nothing says that it is an article
PAGES = frozenset(("WebPage",))
SOURCE = "JSON-LD"
#: what old templates wrap round a script
_WRAPPING = lazy_pattern(
    r"^\s*+(?:<!--|(?:(?://|/\*)\s*+)?<!\[CDATA\[(?:\s*\*/)?)|(?:(?:(?://|/\*)\s*+)?\]\]>(?:\s*\*/)?|-->|;)\s*$"
)
#: more nodes than this no page needs
_MOST = 2000

Node = dict[str, Any]


def articles_in(scripts: Iterable[str], kinds: Set[str] = ARTICLES) -> list[Claims]:
    """Return the claims of each article, or of what is of other *kinds*, in the scripts of a page; what is no JSON says nothing."""
    nodes = [node for script in scripts for node in _nodes(_load(script))]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found: list[Claims] = []
    seen: set[str] = set()
    for node in nodes:
        if _types(node) & kinds and len(node) > 2:
            identity = json.dumps(node, sort_keys=True, default=str)
            if identity not in seen:
                seen.add(identity)
                found.append(_claims(node, known))
    return found


def scripts_in(root: Any) -> list[str]:
    """Return the scripts of a page that are linked data."""
    scripts = root.iter("script")
    return [one.text or "" for one in scripts if "ld+json" in (one.get("type") or "").lower()]


def _load(script: str) -> Any:
    text = _WRAPPING.sub("", _WRAPPING.sub("", script.strip())).strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[Node]:
    """Yield every object of a value, the outer ones first; the comments of an article are none of its own."""
    waiting = deque([value])
    for _ in range(_MOST):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(
                inner for key, inner in value.items() if key not in ("comment", "review", "isPartOf")
            )


def _types(node: Node) -> set[str]:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return {name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)}


def _claims(node: Node, known: dict[str, Node]) -> Claims:
    text = node.get("articleBody")
    claims = Claims(text=text if isinstance(text, str) else "")
    claims.add("title", node.get("headline") or node.get("name"), SOURCE)
    claims.add("date", node.get("datePublished") or node.get("uploadDate"), SOURCE)
    claims.add("modified", node.get("dateModified"), SOURCE)
    for url in (node.get("url"), node.get("mainEntityOfPage")):
        claims.add("url", _address(url), SOURCE)
    publishers = {
        name for name in _names(node.get("publisher"), known) if not _is_person(node.get("publisher"), known)
    }
    for name in _names(node.get("author"), known):
        if name not in publishers:
            claims.add("author", name, SOURCE)
    for language in _names(node.get("inLanguage"), known):
        claims.add("language", language, SOURCE)
    for tag in _tags(node.get("keywords")):
        claims.add("tags", tag, SOURCE)
    return claims


def _is_person(value: Any, known: dict[str, Node]) -> bool:
    reference = value.get("@id") if isinstance(value, dict) else None
    named = known.get(reference, value) if isinstance(reference, str) else value
    return isinstance(named, dict) and "Person" in _types(named)


def _address(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith(("http://", "https://", "/")) else ""


def _names(value: Any, known: dict[str, Node]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            reference = item.get("@id")
            named = (
                item
                if item.get("name")
                else known.get(reference, item)
                if isinstance(reference, str)
                else item
            )
            name = named.get("name") or named.get("alternateName")
            if isinstance(name, str):
                yield name


def _tags(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    words = [item for item in items if isinstance(item, str)]
    return [word.strip() for word in re.split("[,،;؛]", words[0])] if len(words) == 1 else words
