"""A text that a site keeps as JSON: a string of HTML, paragraphs in a list, or the blocks of an editor, as HTML."""

from __future__ import annotations

import re
from html import escape
from typing import Any

_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|figure)\b[^>]{0,500}>", re.IGNORECASE)
#: where editors keep the text of a block, the nearest first
_INNER = (
    "rendered",
    "html",
    "text",
    "value",
    "body",
    "content",
    "children",
    "model",
    "data",
    "root",
    "document",
    "blocks",
    "paragraphs",
    "items",
    "json",
    "raw",
)
#: what blocks are called that are no text
_OTHER = re.compile(
    r"image|photo|video|audio|embed|gallery|media|advert|(?:^|_)ad(?:$|_)|related|promo|newsletter|iframe|script|divider",
    re.IGNORECASE,
)
_KINDS = ("type", "nodeType", "_type", "__typename", "style")
_HEADING = re.compile(r"head|title|^h[1-6]$", re.IGNORECASE)
#: what pieces of a line are called
_PIECES = frozenset(
    ("text", "span", "link", "hyperlink", "fragment", "a", "strong", "em", "mention", "linebreak")
)
_DEEP = 30
#: what is called nothing is a line if it is as long and ends as a sentence does
_LINE, _ENDS = 40, frozenset(".!?؟")


def words_in(text: str) -> int:
    """Return about how many words a text has."""
    return text.count(" ") + text.count("\n")


def markup_of(value: Any, known: dict[str, Any], depth: int = 0) -> str:
    """Return a text as HTML; *known* has the objects that others refer to by their names.

    >>> markup_of([{"type": "paragraph", "children": [{"text": "It "}, {"text": "rained."}]}], {})
    '<p>It rained.</p>'
    """
    if depth > _DEEP:
        return ""
    if isinstance(value, str):
        return value if _MARKUP.search(value) else "<br>".join(map(_escaped, value.strip("\n").splitlines()))
    if isinstance(value, list):
        found = [(one, markup_of(one, known, depth + 1)) for one in value]
        return "".join(text if _is_piece(one, text) else f"<p>{text}</p>" for one, text in found if text)
    if not isinstance(value, dict):
        return ""
    value = known.get(value.get("__ref", ""), value)
    kinds = [kind for key in _KINDS if isinstance(kind := value.get(key), str)]
    if any(map(_OTHER.search, kinds)):
        return ""
    text = next(
        (text for key in _INNER if value.get(key) and (text := markup_of(value[key], known, depth + 1))), ""
    )
    return f"<h2>{text}</h2>" if text and any(map(_HEADING.search, kinds)) else text


def _is_piece(value: Any, text: str) -> bool:
    """Tell whether a value is a piece of a line rather than a line, or has lines itself."""
    if text.startswith("<p>"):
        return True
    if not isinstance(value, dict):
        return False
    kind = next((value[key] for key in _KINDS if value.get(key)), "")
    return kind in _PIECES if kind else len(text) < _LINE or text[-1] not in _ENDS


def _escaped(line: str) -> str:
    return line if "<" in line and ">" in line else escape(line, quote=False)
