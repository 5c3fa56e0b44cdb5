r"""Newlines that come out as they went in, whatever a function makes of the lines.

Only CR LF, LF and CR count as line ends: ``str.splitlines`` would also cut at form feeds and U+2028.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from textnorm.cli.io.parts import edit_in_parts
from textnorm.lazy import lazy_pattern

if TYPE_CHECKING:
    from textnorm import Explained

_NEWLINE = lazy_pattern(r"\r\n|\n|\r")


def to_lf(text: str) -> Explained:
    r"""Return the text with LF newlines, and which of them were others.

    >>> to_lf("a\r\nb").map_span(1, 2)
    (1, 3)
    """
    from textnorm import Change, Explained

    changes = tuple(
        Change(match.start(), match.end(), match[0], "\n", ("newline",))
        for match in _NEWLINE.finditer(text if "\r" in text else "")
        if match[0] != "\n"
    )
    return Explained(_NEWLINE.sub("\n", text) if changes else text, changes)


def keep_newlines(text: str, edit: Callable[[str], str]) -> str:
    r"""Apply ``edit`` to the text with LF newlines and put each line's own newline back.

    Where the number of lines changes, the commonest newline of the text ends every line.

    >>> keep_newlines("a\r\nb\rc\n", str.upper)
    'A\r\nB\rC\n'
    >>> keep_newlines("a\r\n\r\nb", lambda text: text.replace("\n\n", "\n"))
    'a\r\nb'
    """
    if "\r" not in text:
        return edit(text)
    ends = _NEWLINE.findall(text)
    lines = edit(_NEWLINE.sub("\n", text)).split("\n")
    if len(lines) != len(ends) + 1:
        ends = [Counter(ends).most_common(1)[0][0]] * (len(lines) - 1)
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def edit_record(text: str, edit: Callable[[str], str]) -> str:
    """Apply ``edit`` to a text of a record, which is never cut before: in parts where it is very long."""
    return edit_in_parts(text, lambda part: keep_newlines(part, edit))


class Newlines:
    """An edit that keeps newlines; an edit that sees the pieces of a text together still does."""

    def __init__(self, edit: Callable[[str], str]) -> None:
        self.edit = edit
        if pieces := getattr(edit, "pieces", None):
            self.pieces = pieces

    def __call__(self, text: str) -> str:
        return edit_record(text, self.edit)
