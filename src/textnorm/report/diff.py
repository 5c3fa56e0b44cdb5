"""Changed lines for a terminal: source and result in logical order, and a line that names code points.

On a terminal whole words are coloured, for a colour that changed inside a word would part its letters; and
characters that could drive the terminal or turn its lines round are written by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textnorm.explained import Explained

from .changed_lines import Piece, Row, rows
from .character_names import LABELS, QUIET, code, label
from .clip import clipped
from .notes import summary

OUT, IN, SOFT, PLAIN = "\x1b[31m", "\x1b[34m", "\x1b[2m", "\x1b[0m"
_REVERSED = "\x1b[7m"
_WORD = re.compile(r"\S+")


def diff(source: str, explained: Explained, first_line: int = 1, colour: bool = False) -> Iterator[str]:
    """Yield the lines of a diff without context, without their newlines.

    >>> from textnorm import explain
    >>> print(*diff("باد\\nعلي", explain("باد\\nعلي")), sep="\\n")
    @@ -2 +2 @@
    -علي
    +علی
    line 2: U+064A→U+06CC [arabic-yeh]
    """
    drift = 0  # lines that the changes so far added
    for row in rows(source, explained, first_line):
        before = "".join(piece.before for piece in row.pieces).count("\n") + 1
        after = "".join(piece.after for piece in row.pieces).count("\n") + 1
        yield _soft(f"@@ -{_range(row.line, before)} +{_range(row.line + drift, after)} @@", colour)
        yield from _sides(clipped(row) if colour else row, colour)
        yield _soft(f"line {row.line}: {summary(row)}", colour)
        drift += after - before


def _range(line: int, count: int) -> str:
    return str(line) if count == 1 else f"{line},{count}"


def _soft(text: str, colour: bool) -> str:
    return f"{SOFT}{text}{PLAIN}" if colour else text


def _sides(row: Row, colour: bool) -> Iterator[str]:
    for sign, paint, which in (("-", OUT, "before"), ("+", IN, "after")):
        if colour:
            text, marks = _flat(row.pieces, which)
            yield f"{paint}{sign}{PLAIN}{_painted(text, marks, paint)}"
        else:
            text = "".join(getattr(piece, which) for piece in row.pieces)
            yield from (sign + line for line in text.split("\n"))


_Mark = tuple[int, int]


def _flat(pieces: Sequence[Piece], which: str) -> tuple[str, list[_Mark]]:
    """Return a side as text, and where it changed."""
    parts: list[str] = []
    marks: list[_Mark] = []
    at = 0
    for piece in pieces:
        part = f" … {piece.left_out:,} characters … " if piece.left_out else getattr(piece, which)
        if piece.rules and part:
            marks.append((at, at + len(part)))
        parts.append(part)
        at += len(part)
    return "".join(parts), marks


def _painted(text: str, marks: Sequence[_Mark], paint: str) -> str:
    """Return the side with its changed words in colour; changed spaces between words are shown reversed."""
    parts, at, n = [], 0, 0
    for word in _WORD.finditer(text):
        parts.append(_blank(text, at, word.start(), marks))
        while n < len(marks) and marks[n][1] <= word.start():
            n += 1
        changed = n < len(marks) and marks[n][0] < word.end()
        shown = _safe(word[0])
        parts.append(f"{paint}{shown}{PLAIN}" if changed else shown)
        at = word.end()
    parts.append(_blank(text, at, len(text), marks))
    return "".join(parts)


def _blank(text: str, start: int, end: int, marks: Sequence[_Mark]) -> str:
    shown = _safe(text[start:end])
    changed = start < end and any(first < end and start < last for first, last in marks)
    return f"{_REVERSED}{shown}{PLAIN}" if changed else shown


def _safe(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(f"⟨{LABELS.get(c, code(c))}⟩" if label(c, QUIET) else c for c in text)
