"""A text that a site keeps as JSON: a string of HTML, paragraphs in a list, or the blocks of an editor, as HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|figure)\b[^>]{0,500}>", re.IGNORECASE)
#: where editors keep the text of a block, the nearest first
_INNER = tuple(
    "rendered html text value body content children model data root document blocks paragraphs items json raw".split()
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
#: characters that are read of the texts of one state, and for how many an object counts
_MOST, _COST = 1_000_000, 20
#: what is called nothing is a line if it is as long and ends as a sentence does
_LINE, _ENDS = 40, frozenset(".!?؟")


def words_in(text: str) -> int:
    """Return about how many words a text has."""
    return text.count(" ") + text.count("\n")


class RichText:
    """Texts of one state, as HTML. *known* has the objects that others refer to by their names.

    No more than a number of characters is read in all, since objects may refer to one another again and again.

    >>> RichText({}).markup([{"type": "paragraph", "children": [{"text": "It "}, {"text": "rained."}]}])
    '<p>It rained.</p>'
    """

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known, self._left = known, _MOST

    def markup(self, value: Any, depth: int = 0) -> str:
        """Return a text as HTML; nothing for what is none."""
        self._left -= len(value) if isinstance(value, str) else _COST
        if depth > _DEEP or self._left < 0:
            return ""
        if isinstance(value, str):
            lines = value.strip("\n").splitlines()
            return value if _MARKUP.search(value) else "<br>".join(map(_escaped, lines))
        if isinstance(value, list):
            found = [(one, self.markup(one, depth + 1)) for one in value]
            return "".join(text if _is_piece(one, text) else f"<p>{text}</p>" for one, text in found if text)
        return self._of_block(value, depth) if isinstance(value, dict) else ""

    def _of_block(self, value: dict[str, Any], depth: int) -> str:
        reference = value.get("__ref")
        block = self._known.get(reference, value) if isinstance(reference, str) else value
        kinds = [kind for key in _KINDS if isinstance(kind := block.get(key), str)]
        if any(map(_OTHER.search, kinds)):
            return ""
        inner = (self.markup(block[key], depth + 1) for key in _INNER if block.get(key))
        text = next(filter(None, inner), "")
        return f"<h2>{text}</h2>" if text and any(map(_HEADING.search, kinds)) else text


def _is_piece(value: Any, text: str) -> bool:
    """Tell whether a value is a piece of a line rather than a line, or has lines itself."""
    if text.startswith("<p>"):
        return True
    if not isinstance(value, dict):
        return False
    kind = next((value[key] for key in _KINDS if isinstance(value.get(key), str) and value[key]), "")
    return kind in _PIECES if kind else len(text) < _LINE or text[-1] not in _ENDS


def _escaped(line: str) -> str:
    return line if "<" in line and ">" in line else escape(line, quote=False)
