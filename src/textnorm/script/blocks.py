"""Blocks of a text over several lines that no rule may touch: fenced code, markup that holds code, data.

What stands outside them is done line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from ..chars import ARABIC_LETTERS
from ..lazy import lazy_pattern
from .alike_lines import alike, may_hold_rows
from .fences import (
    FENCES,
    HUNK,
    INTRODUCED_BY,
    SIGNS_OF_LISTINGS,
    TRACEBACK,
    diffs,
    fenced,
    in_any_case,
    introduced,
    introduces,
    listings,
    mappings,
)
from .structures import without_strings

#: elements whose contents are code or are laid out as they stand
ELEMENTS = tuple("script style pre code textarea svg math kbd samp xmp nowiki syntaxhighlight".split())
_ELEMENT = lazy_pattern(
    r"``(?:[^`\n]|`(?!`)){1,2000}``|`[^`\n]{1,2000}`"
    rf"|<((?i:{'|'.join(ELEMENTS)}))\b[^<>]*>|<!--|<\?(?=(?i:php|=|xml))|<[A-Za-z][\w:-]*(?=\s)[^<>\n]*\n[^<>]*>"
)
#: what may be one of these, but for code
_MARKUP = lazy_pattern(r"<(?:[A-Za-z][\w:-]*(?=\s)[^<>\n]*\n|!--|\?|(?i:" + "|".join(ELEMENTS) + r")\b)")
_MATHEMATICS = lazy_pattern(
    r"(?m)^[ \t]*\$\$(?!\$)|\\begin\{(equation|align|gather|multline|eqnarray|displaymath|lstlisting|verbatim|minted|tabular|array)\*?\}"
)
_FRONT_MATTER = lazy_pattern(r"\ufeff?(---|\+\+\+)[ \t]*\n(?=(?:[\w\"'-][^\n]*?[:=]|\[)[^\n]*\n)")
#: a mark without a letter goes, and is none of a row either
_PERSIAN = lazy_pattern(f"[{ARABIC_LETTERS}]")
_OPENS = ("{", "[", "(")
#: a bracket at the end of a line: no rows in brackets begin without one; and the ends of lines that may have one, which are found sooner
_OPENS_ROWS = lazy_pattern(r"(?m)[{[(][ \t\r]*$")
_MAY_OPEN = lazy_pattern(r"\n(?<=[{[( \t\r]\n)")
_LAST = ("{", "[", "(", " ", "\t", "\r")
_SIGNS = lazy_pattern(r"[{}\[\]()]")
_DEEPER = {"{": 1, "[": 1, "(": 1, "}": -1, "]": -1, ")": -1}
#: a line in braces that is code though Persian stands outside its strings: a directive of a configuration, an entry of an object
_IN_BRACES = lazy_pattern(r"[ \t]*(?:[a-z_@$.#][^\n]*[;{]|[\w\u200c]{1,60}[ \t]?:[ \t]*,?)[ \t\r]*")
_MOST_LINES = 5_000
#: formulas, which have a longest one
_FORMULAS = ("$$", "\\begin")
#: no line without one of these, or a tag, is a block by itself
IN_LINE = (*FENCES, *_FORMULAS, *SIGNS_OF_LISTINGS)
_IN_ONE_LINE = (*IN_LINE, "<")
#: what blocks hold that say themselves where they begin: those of few texts, and all of them
RARE_SIGNS = lazy_pattern("|".join(map(re.escape, (HUNK, *_FORMULAS, *SIGNS_OF_LISTINGS))))
SIGNS = lazy_pattern("|".join([RARE_SIGNS.pattern, *map(re.escape, ("<", *FENCES, *INTRODUCED_BY))]))
_SHORT = 1 << 20
_LONGEST_FORMULA = 5_000


def blocks(text: str) -> list[tuple[int, int]]:
    """Return the blocks of *text*, sorted and disjoint.

    >>> text = 'باران\\n<script>\\nvar a = "باران , برف";\\n</script>\\nباد'
    >>> [text[start:end][:8] for start, end in blocks(text)]
    ['<script>']
    """
    if len(text) >= _SHORT:
        return find_blocks(text)
    alone = text.find("\n") in (-1, len(text) - 1)
    return [] if alone and not any(map(text.__contains__, _IN_ONE_LINE)) else list(_short_blocks(text))


@lru_cache(maxsize=4)
def _short_blocks(text: str) -> tuple[tuple[int, int], ...]:
    """Keep what was found last: the same text is asked for several times in a row."""
    return tuple(find_blocks(text))


def is_block(text: str) -> bool:
    """Return whether a piece of a text is one block by itself too; a text of one line holds none but markup."""
    whole = [(0, len(text))]
    return ("\n" in text or "<" in text) and (fenced(text) == whole or blocks(text) == whole)


def are_told_by_lines(text: str, shifted: bool) -> bool:
    """Return whether the blocks of *text* hang on what each line says; *shifted*: on that alone, not on how deep lines stand."""
    return not (TRACEBACK in text or RARE_SIGNS.search(text) or (shifted and introduces(text)))


def find_blocks(text: str) -> list[tuple[int, int]]:
    """Return what `blocks` does, found anew."""
    found = _signed(text) if SIGNS.search(text) else []
    if "\n" in text:
        found = _with(found, _front_matter(text))
        if ":" in text:
            found = _with(found, mappings(text))
        found = _with(found, _rows(text, found))
    return found


def _signed(text: str) -> list[tuple[int, int]]:
    """Return the blocks that say themselves where they begin."""
    found = fenced(text)
    rare = RARE_SIGNS.search(text) is not None
    for find in (diffs, listings) if rare else ():
        found = _with(found, find(text))
    found = _with(found, introduced(text))
    if "<" in text:
        found = _with(found, _elements(text))
    return _with(found, _formulas(text)) if rare else found


def _with(found: list[tuple[int, int]], more: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans together with *more* of them, but for those that meet an earlier one."""
    new = list(more)
    if not new:
        return found
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*found, *new], key=lambda span: (span[0], -span[1])):
        if merged and start < merged[-1][1]:
            continue
        merged.append((start, end))
    return merged


def _elements(text: str) -> Iterator[tuple[int, int]]:
    """Yield markup that holds code, comments, and tags over several lines."""
    missing: set[str] = set()  # closings that the rest of the text has not
    at = 0
    while (opening := _opening(text, at)) is not None:
        at = opening.end()
        name = (opening[1] or "").lower()
        closing = f"</{name}" if name else {"<!--": "-->"}.get(opening[0], "?>" if opening[0] == "<?" else "")
        if not closing:
            yield opening.span()
            continue
        if closing in missing:
            continue
        closed = in_any_case(closing).search(text, at)
        if closed is None:
            missing.add(closing)
            continue
        at = text.find(">", closed.end()) + 1 or closed.end() if name else closed.end()
        yield opening.start(), at


def _opening(text: str, at: int) -> re.Match[str] | None:
    """Return the first element, comment or tag over several lines from *at* on that stands in no code."""
    while (hint := _MARKUP.search(text, at)) is not None:
        at = text.rfind("\n", at, hint.start()) + 1 or at  # no code between backticks goes over a line
        while at <= hint.start():
            found = _ELEMENT.search(text, at)
            if found is None or found[0][0] == "<":
                return found
            at = found.end()
    return None


def _formulas(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    missing: set[str] = set()
    while (opening := _MATHEMATICS.search(text, at)) is not None:
        at = opening.end()
        closing = opening[0].strip().replace("begin", "end")
        end = -1 if closing in missing else text.find(closing, at)
        if end < 0:
            missing.add(closing)
        elif opening[1] or "\n\n" not in text[at : min(end, at + _LONGEST_FORMULA)]:
            at = end + len(closing)
            yield opening.start(), at


def _front_matter(text: str) -> Iterator[tuple[int, int]]:
    """Yield the head of a Markdown file, which programs read."""
    opening = _FRONT_MATTER.match(text)
    if opening is not None:
        closing = re.compile(rf"(?m)^{re.escape(opening[1])}[ \t]*$").search(text, opening.end())
        if closing is not None:
            yield opening.start(), closing.end()


def _rows(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield rows of data: brackets over several lines, and neighbouring lines that are alike."""
    at = 0
    for start, end in [*found, (len(text), len(text))]:
        if start > at and "\n" in text[at:start].strip("\n"):  # a line alone is no row
            between = text[at:start]
            yield from ((at + first, at + last) for first, last in _bracketed(between))
            if may_hold_rows(between):
                lines = between.removesuffix("\n").split("\n")
                starts = list(accumulate((len(line) + 1 for line in lines), initial=at))
                yield from ((starts[first], starts[last] + len(lines[last])) for first, last in alike(lines))
        at = end


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of brackets that open at the end of one and close on a later one, with Persian in strings only, but for
    directives and entries in braces."""
    if not (text.endswith(_LAST) or _MAY_OPEN.search(text)):
        return
    at = 0
    while (opening := _OPENS_ROWS.search(text, at)) is not None:
        start = text.rfind("\n", at, opening.start()) + 1 or at
        at, is_closed = _end_of_brackets(text, start)
        if is_closed and "\n" in text[start:at]:
            yield start, at
        at = min(at + 1, len(text))


def _end_of_brackets(text: str, start: int) -> tuple[int, bool]:
    """Return the end of the line where the brackets are closed that open in the line at *start*, or of one that holds none."""
    depth, at = 0, start
    for number in range(_MOST_LINES + 2):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        outside = without_strings(line)
        persian = _PERSIAN.search(outside.split("//")[0].split("#")[0])
        if number > _MOST_LINES or (persian and not _is_in_braces(line, outside, depth)):
            break
        depth += sum(_DEEPER[sign] for sign in _SIGNS.findall(outside))
        if depth <= 0:
            return end, True
        if end == len(text):
            break
        at = end + 1
    return end, False


def _is_in_braces(line: str, outside: str, depth: int) -> bool:
    """Return whether a line inside brackets is a directive, or an entry whose value is a string."""
    return depth > 0 and _IN_BRACES.fullmatch(outside if outside != line else line) is not None
