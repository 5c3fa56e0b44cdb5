"""The walk over the tree of a page, which gives its lines and where their parts stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from textnorm.core import native_module
from textnorm.pages.markup.builder import INLINE, SKIPPED, LineBuilder
from textnorm.pages.markup.places import BITS_OF_WORDS, LANDMARKS_OF_ROLES, NAMED, Place, all_tags, packed

_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
#: elements that are no part of a word
_PIECES = frozenset(("a", "time"))
_APART = " "
NO_SCRIPT = "noscript"
#: elements round text that runs on, and attributes that a writer's editor gives to pieces of it
_RUNNING = INLINE | frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote", "pre")
)
_BEGINS, _ENDS = re.compile(r"\w."), re.compile(r"(?:\S[\w:).!؟?]|\s\d)$")
_STYLED = frozenset(("style", "lang", "dir", "color", "face"))
#: kinds of elements: those that make lines, breaks, those that say something even where no text stands before them; inside
#: of lines those that say nothing of their text, and those that do; what nobody sees
_BLOCK, _BREAK, _ALWAYS, _PLAIN, _INLINE, _SKIP = range(6)
_SILENT = (_BREAK, _PLAIN)
_KINDS = (
    dict.fromkeys(INLINE, _PLAIN)
    | dict.fromkeys(("a", "label"), _INLINE)
    | dict.fromkeys(("br", "hr"), _BREAK)
    | dict.fromkeys(("pre", "table", "th"), _ALWAYS)
    | dict.fromkeys(SKIPPED, _SKIP)
)
_KINDS_WITHOUT_SCRIPTS = _KINDS | {NO_SCRIPT: _BLOCK}


def walked(root: Any, *, scripts: bool = True) -> LineBuilder:
    """Return the lines of a tree; without *scripts* those for readers without them, too."""
    builder = LineBuilder()
    if root is None:
        return builder
    body = root.find("body")
    element = root if body is None else body
    if (walker := _walker(scripts=scripts)) is not None:
        walker.walk(
            builder,
            element,
            builder.lines,
            builder.places,
            builder.parts,
            builder.origins,
            builder.tables,
        )
    else:
        _walk(element, builder, _KINDS if scripts else _KINDS_WITHOUT_SCRIPTS)
    builder.finish()
    return builder


@cache
def _walker(*, scripts: bool) -> Any:
    """Return the native core's walk, where there is one."""
    core = native_module()
    if core is None:
        return None
    kinds = _KINDS if scripts else _KINDS_WITHOUT_SCRIPTS
    tags = {tag: packed(tag, kinds.get(tag, _BLOCK)) for tag in {*kinds, *all_tags()}}
    return core.Walker(
        core.Place, tags, LANDMARKS_OF_ROLES, BITS_OF_WORDS, _HIDDEN.search, _start, _piece_follows
    )


def _walk(element: Any, builder: LineBuilder, kinds: dict[Any, int]) -> None:
    """Give all that stands in an element to a builder."""
    place = Place(element, "body", spoken(element.items()) or (), None)
    builder.data(element.text, place)
    walk = _Walk(builder, kinds)
    stack = [(element, iter(element), place)]
    while stack:
        element, children, place = stack[-1]
        for child in children:
            inside = walk.entered(child, place)
            if inside is not None:
                stack.append((child, iter(child), inside))
                break
        else:
            stack.pop()
            if stack:
                walk.left(element, stack[-1][2])


class _Walk:
    """A walk on its way: what stands in elements goes to a builder of lines."""

    def __init__(self, builder: LineBuilder, kinds: dict[Any, int]) -> None:
        self.builder, self.kinds = builder, kinds

    def entered(self, element: Any, around: Place) -> Place | None:
        """Take the text of an element, and return the place of its children; none where the walk is done with it."""
        builder = self.builder
        kind = self.kinds.get(element.tag, _BLOCK)
        attributes = element.items() if kind != _SKIP else None
        said = spoken(attributes) if attributes else attributes
        if said is None or (kind == _BLOCK and not isinstance(element.tag, str)):
            if tail := element.tail:
                builder.data(tail, around)
            return None
        if kind == _ALWAYS or (kind < _ALWAYS and builder.parts) or builder.in_pre:
            _start(builder, element, element.tag)
        text = element.text
        size = len(element)
        if (not said and kind in _SILENT) or not (text or size):
            inside = around  # nothing stands in it, or it says nothing of what does
        else:
            inside = Place(element, element.tag, said, around)
        if text:
            builder.data(text, inside)
        if size:
            return inside
        self.left(element, around)
        return None

    def left(self, element: Any, around: Place) -> None:
        """Close an element; what stands behind it is in the one round it."""
        builder, tag = self.builder, element.tag
        is_inline = tag in INLINE and not builder.in_pre
        if not is_inline and (builder.parts or tag == "table" or builder.in_pre):
            builder.end("div" if tag == NO_SCRIPT else tag)
        if tail := element.tail:
            builder.data(tail, around)
        elif is_inline and builder.parts and _has_piece_behind(element, tag):
            builder.data(_APART, around)


def _has_piece_behind(element: Any, tag: str) -> bool:
    following = element.getnext()
    return following is not None and following.tag in INLINE and _piece_follows(element, tag, following)


def _start(builder: LineBuilder, element: Any, tag: str) -> None:
    """Open an element."""
    tag = "div" if tag == NO_SCRIPT else tag
    builder.start(tag, flat=tag != "table" or _is_flat(element))


def _is_flat(table: Any) -> bool:
    """Tell whether a table holds no other one: those that do lay out a page, whatever their cells are called."""
    return next(table.iterdescendants("table"), None) is None


def _piece_follows(element: Any, tag: str, following: Any) -> bool:
    """Tell whether a piece of its own comes next: two links side by side are two words, as in menus and rows of tags,
    a time is no part of a word, and neither are the fields of a row that holds nothing else."""
    if tag in _PIECES and (following.tag == "a" or tag == "time"):
        return True
    row = element.getparent()
    if row.tag in _RUNNING or (row.text and not row.text.isspace()):
        return False
    return _ENDS.search(_field(element)) is not None and _BEGINS.match(_field(following)) is not None


def _field(element: Any) -> str:
    """Return the text of an element, unless it is a run of a writer's text that an editor has cut out."""
    return "".join(element.itertext()) if _STYLED.isdisjoint(element.keys()) else ""


def spoken(attributes: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]] | None:
    """Return the attributes by which an element is called; ``None`` if it says itself that nobody sees it.

    >>> spoken([("class", "a"), ("href", "b")]), spoken([("style", "display: none")])
    ([('class', 'a')], None)
    """
    called = []
    for pair in attributes:
        name = pair[0]
        if name in NAMED:
            called.append(pair)
        elif name == "hidden" or (name == "style" and _HIDDEN.search(pair[1]) is not None):
            return None
    return called
