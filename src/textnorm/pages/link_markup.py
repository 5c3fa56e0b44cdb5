"""Pages written as Markdown, as html2text and reader services do: links and pictures before words as a browser shows them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import ne

from textnorm.lazy import lazy_pattern

#: a link or a picture, its words without brackets; an address in brackets may hold no others
_LINK = lazy_pattern(r"(!?)\[([^\[\]\n]{0,300})\]\((<?[^()\s<>]{0,2000}>?)(?:\s{1,3}\"[^\"\n]{0,200}\")?\)")
#: what stands before the words of a line: a bullet, the sign of a heading
_BULLET = lazy_pattern(r"[*+•-]\s{1,8}|\d{1,3}\.\s{1,8}")
_HEADING = lazy_pattern(r"#{1,6}\s{1,8}")
_STRONG = lazy_pattern(r"(\*\*|__)(?=\S)([^*_\n]{1,300})(?<=\S)\1")
#: a picture of a font, which html2text takes for the beginning of strong words, with the bullet or the heading before it
_ICON = lazy_pattern(r"\A(?:[*+•-]\s{1,8}){0,2}(?:#{1,6}\s{1,8})?__(?=\w)(?!.*__)")
#: a bar stands between the links of a row; links in links are read so often
_BAR, _DEEP = " | ", 2
#: fewest lines of such a page that are links and nothing else, and of one with pictures before words
_FEWEST, _ICONS = 4, 3


def unlinked(lines: Sequence[str]) -> list[str] | None:
    """Return the lines of a page without the markup of its links; None for a text of which few lines are links alone.

    A line that would be blank stays as it is.

    >>> unlinked(["* [Home](/)", "[Boats](/b) [Town](/t)", "# [Rain](/r)", "[Map](/m)", "It [rained](/r)."])
    ['Home', 'Boats | Town', 'Rain', 'Map', 'It rained.']
    >>> unlinked(["It [rained](/r).", "* [Home](/)"])
    """
    if sum("](" in line for line in lines) < _FEWEST:
        return None
    alone = [_is_links(line) for line in lines]
    return [_shown(line) or line for line in lines] if sum(alone) >= _FEWEST else None


def without_icons(lines: Sequence[str]) -> list[str] | None:
    """Return the lines of a page without the pictures before words; None for a text of which few lines begin with one.

    >>> without_icons(["##### __Sara", "##### __Monday", "* __Boats", "# Rain", "__init__ runs first"])
    ['Sara', 'Monday', 'Boats', '# Rain', '__init__ runs first']
    >>> without_icons(["__Sara", "It rained."])
    """
    if sum("__" in line for line in lines) < _ICONS:
        return None
    plain = [_ICON.sub("", line) if "__" in line[:16] else line for line in lines]
    return plain if sum(map(ne, plain, lines)) >= _ICONS else None


def shown(line: str) -> str:
    """Return a line of such a page without the markup of links, headings and strong words."""
    line = _ICON.sub("", line) if "__" in line else line
    return _shown(line) or line


def _is_links(line: str) -> bool:
    """Tell whether a line is links and nothing else but a bullet or the sign of a heading."""
    if "](" not in line:
        return False
    return not any(map(str.isalnum, _BULLET.sub("", _words("", _HEADING.sub("", line, 1)), 1)))


def _words(kept: str, line: str) -> str:
    """Return a line with something in the place of each link: its words where *kept* says so, else nothing."""
    for _ in range(_DEEP):
        line = _LINK.sub(lambda link: link[2] if kept else "", line)
    return line


def _shown(line: str) -> str:
    if "](" in line:
        line = _row(line) if _is_links(line) else _words("words", line)
    if line.startswith("#"):
        line = _HEADING.sub("", line, 1)
    return (_STRONG.sub(r"\2", line) if "**" in line or "__" in line else line).strip()


def _row(line: str) -> str:
    """Return the words of the links of a row, with bars between them."""
    for _ in range(_DEEP):
        line = _LINK.sub(lambda link: f"\n{link[2]}\n", line)
    fields = [field.strip(" *+•-#|") for field in line.split("\n")]
    return _BAR.join(field for field in fields if any(map(str.isalnum, field)))
