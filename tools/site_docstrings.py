"""For the site: docstrings as Markdown, with examples fenced and lists of fields as lists (a griffe extension)."""

from __future__ import annotations

import re
from typing import Any

import griffe

_EXAMPLES = re.compile(r"^>>> .*(?:\n(?!\s*$).*)*", re.MULTILINE)
_FIELD = re.compile(r"^(\w+(?:, \w+)*) *: (?=\S)", re.MULTILINE)
_ROLE = re.compile(r":(?:func|class|mod|data):`([^`]+)`")


def as_markdown(docstring: str) -> str:
    """The docstring as the site's Markdown reader wants it."""
    text = _ROLE.sub(r"`\1`", docstring)
    text = _FIELD.sub(r"- `\1`: ", text)
    return _EXAMPLES.sub(lambda block: f"\n```pycon\n{block[0]}\n```", text)


class MarkdownDocstrings(griffe.Extension):
    """Changes each docstring once, when it is found."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)
