"""The values that the scripts of a page begin with, whatever framework wrote them: no linked data, which jsonld.py reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from textnorm.pages.markup.literals import value_at

#: an assignment of an object, a list, what is parsed from a string, or what a function puts together
_ASSIGNED = re.compile(
    r"(?:window|self|globalThis|var|let|const)[.\s\[\"']{1,3}[\w$]{3,40}[\"'\]\s]{0,3}=\s{0,4}(?:(JSON\.parse\()\s{0,4}(?=\")|(?=[{\[]|\(function))"
)
#: how a list of values that refer to one another marks one that wraps another
_WRAPPERS = frozenset(("Reactive", "ShallowReactive", "Ref", "ShallowRef"))
#: most assignments of a script, values inside of one another
_ASSIGNMENTS, _DEEP = 20, 40
#: pieces of what React's server components say, as Next writes them, and how a row of it begins
_PUSHED = re.compile(r"self\.__next_f\.push\(\s{0,4}(?=\[)")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")


def states_in(root: Any) -> Iterator[Any]:
    """Yield the values that the scripts of a page hold, but linked data."""
    pushed: list[str] = []
    for script in root.iter("script"):
        kind, text = (script.get("type") or "").lower(), script.text or ""
        if "ld+json" in kind:
            continue
        if "json" in kind:
            value = value_at(text.strip(), 0)
            is_nuxt = isinstance(value, list) and "nuxt" in (script.get("id") or "").lower()
            yield _joined(value) if is_nuxt else value
        elif piece := _PUSHED.search(text):
            value = value_at(text, piece.end())
            pushed += [one for one in value[1:2] if isinstance(one, str)] if isinstance(value, list) else ()
        else:
            yield from _assigned(text)
    if pushed:
        yield from _rows("".join(pushed).encode("utf-8", "replace"))


def _assigned(text: str) -> Iterator[Any]:
    for number, start in enumerate(_ASSIGNED.finditer(text)):
        if number == _ASSIGNMENTS:
            break
        value = value_at(text, start.end())
        yield value_at(value, 0) if start[1] and isinstance(value, str) else value


def _rows(data: bytes) -> Iterator[Any]:
    """Yield the values of rows ``id:value``; a text has a row of its own, «id:Tsize,text», and is referred to as ``"$id"``."""
    texts: dict[str, str] = {}
    values: list[str] = []
    at = 0
    while at < len(data):
        row = _ROW.match(data, at)
        if row and row[2]:
            at = row.end() + int(row[2], 16)
            texts[row[1].decode()] = data[row.end() : at].decode("utf-8", "replace")
            continue
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if row:
            values.append(data[row.end() : end].decode("utf-8", "replace"))
        at = end + 1

    def told(node: dict[str, Any]) -> dict[str, Any]:
        return {k: texts.get(v[1:], v) if isinstance(v, str) and v[:1] == "$" else v for k, v in node.items()}

    decoder = json.JSONDecoder(strict=False, object_hook=told)
    for value in values:
        try:
            yield decoder.raw_decode(value)[0]
        except (ValueError, RecursionError):
            continue


def _joined(values: list[Any]) -> Any:
    """Return the first of some values that refer to one another by their numbers, each as it is with those in it."""
    known: dict[int, Any] = {}

    def value_of(number: Any, depth: int) -> Any:
        if not isinstance(number, int) or not 0 <= number < len(values) or depth > _DEEP:
            return None
        if number in known:
            return known[number]
        value = values[number]
        if isinstance(value, dict):
            own = known[number] = {}
            own.update({key: value_of(inner, depth + 1) for key, inner in value.items()})
            return own
        if not isinstance(value, list):
            return value
        if value and isinstance(value[0], str):
            inner = value[1] if len(value) > 1 else None
            return value_of(inner, depth + 1) if value[0] in _WRAPPERS else inner
        items = known[number] = []
        items.extend(value_of(inner, depth + 1) for inner in value)
        return items

    return value_of(0, 0)
