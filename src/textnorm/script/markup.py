"""Inline tags: text is read over them as if they were not there, for a word may be partly bold."""

from __future__ import annotations

from ..lazy import lazy_pattern
from .blocks import blocks
from .protected import PROTECTED

#: elements that a line of text flows through; others end it
INLINE = tuple(
    "a abbr acronym b bdi bdo big cite del dfn em font i ins mark q s small span strike strong tt u var".split()
)
#: one of these in one line, or a number, which has no attributes: «<1>» stands for a tag in texts that are translated
_TAG = lazy_pattern(
    rf"(?i)(?P<tag></?(?:(?:{'|'.join(INLINE)})(?:[^\S\n][^<>\n]{{0,2000}})?|[0-9]{{1,3}})/?>)|{PROTECTED['code']}"
)


_ANY_TAG = lazy_pattern(r"</?[A-Za-z0-9][^<>]*>|<!--|<\?")


def has_tag(line: str) -> bool:
    """Return whether *line* may hold a tag, a comment or an instruction of markup."""
    return "<" in line and _ANY_TAG.search(line) is not None


def inline_tags(text: str) -> list[tuple[int, int]]:
    """Return the bounds of the inline tags of *text* that stand in no code.

    >>> text = "<p>می <b>روند</b> `<b>`</p>"
    >>> [text[start:end] for start, end in inline_tags(text)]
    ['<b>', '</b>']
    >>> inline_tags("<1>باد</1> و ۲ <3 و 4> ۱")
    [(0, 3), (6, 10)]
    """
    if "<" not in text or _TAG.search(text) is None:
        return []
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in [*blocks(text), (len(text), len(text))]:
        found += [tag.span() for tag in _TAG.finditer(text, at, start) if tag["tag"]]
        at = end
    return found


def tagged_lines(
    text: str, tags: list[tuple[int, int]], *, together: bool = True
) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """Return the bounds of the lines that hold *tags*, and the tags of each by their places in it; *together*: neighbours as one.

    >>> tagged_lines("a\\n<b>\\n<i>", [(2, 5), (6, 9)])
    [(2, 9, [(0, 3), (4, 7)])]
    >>> tagged_lines("a\\n<b>\\n<i>", [(2, 5), (6, 9)], together=False)
    [(2, 6, [(0, 3)]), (6, 9, [(0, 3)])]
    """
    found: list[tuple[int, int, list[tuple[int, int]]]] = []
    for first, last in tags:
        start = text.rfind("\n", 0, first) + 1
        end = text.find("\n", last) + 1 or len(text)
        if found and (start < found[-1][1] or (together and start == found[-1][1])):
            start, _, inside = found.pop()
        else:
            inside = []
        inside.append((first - start, last - start))
        found.append((start, end, inside))
    return found


def without_tags(text: str, tags: list[tuple[int, int]]) -> tuple[str, list[tuple[int, str]]]:
    """Return *text* without its *tags*, and at which place of it each of them stood.

    >>> without_tags("a<b>c</b>", [(1, 4), (5, 9)])
    ('ac', [(1, '<b>'), (2, '</b>')])
    """
    pieces, inserts, at, length = [], [], 0, 0
    for start, end in tags:
        pieces.append(text[at:start])
        length += start - at
        inserts.append((length, text[start:end]))
        at = end
    return "".join([*pieces, text[at:]]), inserts
