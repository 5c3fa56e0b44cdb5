"""For the site: docstrings as Markdown, with examples fenced and lists of fields as lists (a griffe extension)."""

from __future__ import annotations

import re
from typing import Any

import griffe

_EXAMPLES = re.compile(r"(^>>> .*(?:\n(?!\s*$).*)*)", re.MULTILINE)
_FIELD = re.compile(r"^([a-z]\w*(?:, \w+)*) *: (?=\S)", re.MULTILINE)
_ROLE = re.compile(r":(?:func|class|mod|data):`([^`]+)`")


def as_markdown(docstring: str) -> str:
    """The docstring as the site's Markdown reader wants it."""
    prose_and_examples = _EXAMPLES.split(docstring)
    parts = [
        f"\n```pycon\n{part}\n```" if at % 2 else _FIELD.sub(r"- `\1`: ", _ROLE.sub(r"`\1`", part))
        for at, part in enumerate(prose_and_examples)
    ]
    return "".join(parts)


class MarkdownDocstrings(griffe.Extension):
    """Changes each docstring once, when it is found."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)
