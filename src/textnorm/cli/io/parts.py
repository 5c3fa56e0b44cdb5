"""Edit a very long text in parts, in bounded memory: a function at work takes many times the size of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

#: characters; a text that is longer is cut between paragraphs, lines or sentences, as a long file is
LONGEST_PART = 1 << 19
_ENDS = ("\n\n", "\n", ". ", "! ", "؟ ", "؛ ", " ")


def edit_in_parts(text: str, edit: Callable[[str], str]) -> str:
    """Apply *edit* to each part of a text; spaces at the ends of parts stay.

    >>> edit_in_parts("a b", str.upper)
    'A B'
    """
    if len(text) <= LONGEST_PART:
        return edit(text)
    return "".join(_edited(part, edit) for part in _parts(text))


def _edited(part: str, edit: Callable[[str], str]) -> str:
    core = part.strip()
    if not core:
        return part
    start = part.index(core)
    return part[:start] + edit(core).strip() + part[start + len(core) :]


def _parts(text: str) -> Iterator[str]:
    at = 0
    while len(text) - at > LONGEST_PART:
        half, end = at + LONGEST_PART // 2, at + LONGEST_PART
        for mark in _ENDS:
            if (cut := text.rfind(mark, half, end)) >= 0:
                end = cut + len(mark)
                break
        yield text[at:end]
        at = end
    yield text[at:]
