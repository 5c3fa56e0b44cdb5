"""Find the wanted strings of a JSON text by their places, so that nothing else is rewritten.

The text is never loaded and dumped again: unknown keys, the order of keys, the spelling of numbers,
duplicate keys and the escapes of other strings stay as they are, to the byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from textnorm.cli.formats.spliced import edit_pieces

#: a path such as ``meta.title`` as nested dictionaries; ``LEAF`` ends one
Wanted = dict[str, Any]
LEAF = ""
#: a Telegram text: a list of strings and of objects that hold one
RICH = "\N{PILCROW SIGN}"
#: kinds of Telegram text that are no prose
NOT_PROSE = frozenset(
    "link code pre mention mention_name hashtag cashtag email phone bot_command bank_card custom_emoji".split()
)

_skip = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str).scan_once  # type: ignore[attr-defined]
_space = re.compile(r"[ \t\n\r]*").match
_comma = re.compile(r"[ \t\n\r]*,[ \t\n\r]*").match
_plain_key = re.compile(r'"([^"\\\x00-\x1f]*+)"[ \t\n\r]*:[ \t\n\r]*').match
_SURROGATE = re.compile("[\ud800-\udfff]")


class Span(NamedTuple):
    """A string of the JSON text: where it stands, quotes included, and what it says."""

    start: int
    end: int
    value: str
    piece: int = 0  # which text it is a piece of, where several make one: its outer spaces carry meaning


def wanted(paths: Sequence[str]) -> Wanted:
    r"""Return the paths as a tree; lists on the way are walked through, a dot in a key is ``\.``.

    >>> wanted(["text", "meta.title"])
    {'text': {'': {}}, 'meta': {'title': {'': {}}}}
    """
    tree: Wanted = {}
    for path in paths:
        node = tree
        for key in re.split(r"(?<!\\)\.", path):
            node = node.setdefault(key.replace("\\.", "."), {})
        node[LEAF] = {}
    return tree


def find_strings(text: str, tree: Wanted) -> list[Span]:
    """Return the wanted strings in their order; raises ``ValueError`` where the text is not JSON.

    >>> [span.value for span in find_strings('{"a": 1e999, "b": {"c": ["x", ["y"]]}}', wanted(["b.c"]))]
    ['x', 'y']
    """
    found: list[Span] = []
    try:
        end = _gap(text, _walk(text, _gap(text, 0), tree, found))
    except StopIteration as stop:
        raise json.JSONDecodeError("a value is missing", text, stop.value) from None
    except IndexError:
        raise json.JSONDecodeError("it ends too early", text, len(text)) from None
    if end != len(text):
        raise json.JSONDecodeError("something follows the value", text, end)
    return found


def _gap(text: str, at: int) -> int:
    return _space(text, at).end()  # type: ignore[union-attr]


def _walk(text: str, at: int, tree: Wanted, found: list[Span], piece: int = 0) -> int:
    """Walk one value that may hold wanted strings, and return where it ends."""
    first = text[at]
    if first == '"' and LEAF in tree:
        value, end = scanstring(text, at + 1, True)
        found.append(Span(at, end, value, piece))
        return int(end)
    if first == "[":
        return _walk_list(text, at, tree, found, piece or (at if RICH in tree else 0))
    if first == "{" and (piece and RICH in tree):
        return _walk_rich(text, at, found, piece)
    if first == "{" and tree.keys() - {LEAF, RICH}:
        return _walk_object(text, at, tree, found)
    return int(_skip(text, at)[1])


def _walk_list(text: str, at: int, tree: Wanted, found: list[Span], piece: int) -> int:
    at = _gap(text, at + 1)
    if text[at] == "]":
        return at + 1
    while True:
        start, before = at, len(found)
        at = _gap(text, _walk(text, at, tree, found, piece))
        if piece and len(found) == before:
            piece = start  # a link or code: what stands on both sides of it is not one text
        if text[at] == "]":
            return at + 1
        at = _gap(text, _expect(text, at, ","))


def _walk_object(text: str, at: int, tree: Wanted, found: list[Span]) -> int:
    at = _gap(text, at + 1)
    if text[at] == "}":
        return at + 1
    while True:
        key, at = _read_key(text, at)
        below = tree.get(key) if key else None
        at = _skip(text, at)[1] if below is None else _walk(text, at, below, found)
        if more := _comma(text, at):
            at = more.end()
            continue
        at = _gap(text, at)
        if text[at] != "}":
            _expect(text, at, ",")
        return at + 1


def _read_key(text: str, at: int) -> tuple[str, int]:
    """Return a key and the place of its value; nearly all keys are plain, and one pattern reads those."""
    if plain := _plain_key(text, at):
        return plain[1], plain.end()
    key, at = scanstring(text, _expect(text, at, '"'), True)
    return key, _gap(text, _expect(text, _gap(text, at), ":"))


def _walk_rich(text: str, at: int, found: list[Span], piece: int) -> int:
    value, end = _skip(text, at)
    if isinstance(value, dict) and value.get("type") not in NOT_PROSE:
        inner: list[Span] = []
        _walk_object(text, at, {"text": {LEAF: {}}}, inner)
        found.extend(span._replace(piece=piece) for span in inner)
    return int(end)


def _expect(text: str, at: int, character: str) -> int:
    if text[at] != character:
        raise json.JSONDecodeError(f"{character!r} is missing", text, at)
    return at + 1


def replace_strings(text: str, spans: Sequence[Span], edit: Callable[[str], str]) -> str:
    """Edit the strings and splice those that changed, escaped in the manner of the text; else the text itself."""
    changed = [pair for pair in zip(spans, _edited(spans, edit), strict=True) if pair[0].value != pair[1]]
    return "".join(_splice(text, changed)) if changed else text


def _edited(spans: Sequence[Span], edit: Callable[[str], str]) -> list[str]:
    """Return the edited strings; the pieces of one text are edited together."""
    edited: list[str] = []
    for piece, group in groupby(spans, key=lambda span: span.piece):
        values = [span.value for span in group]
        edited += edit_pieces(values, edit) if piece else map(edit, values)
    return edited


def _splice(text: str, changed: Sequence[tuple[Span, str]]) -> Iterator[str]:
    ascii_only, at = text.isascii() and "\\u" in text, 0
    for span, edited in changed:
        yield text[at : span.start]
        yield _quote(edited, text[span.start : span.end], ascii_only)
        at = span.end
    yield text[at:]


def _quote(value: str, before: str, ascii_only: bool) -> str:
    quoted = json.dumps(value, ensure_ascii=ascii_only)
    if "\\/" in before:
        quoted = quoted.replace("/", "\\/")
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
