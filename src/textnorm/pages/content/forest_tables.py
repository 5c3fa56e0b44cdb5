"""Forests as the native core reads them: rows of small numbers, and those that are shipped laid out in the core's tables.

To parse the page model as JSON, and to read it list by list, takes longer than to judge ten pages by it.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from itertools import chain
from typing import Any, NamedTuple
from zlib import crc32

#: the files of ``data`` that hold forests
FILES = (
    "page_model.json",
    "line_model.json",
    "name_model.json",
    "title_model.json",
    "headline_model.json",
    "comment_model.json",
    "markup_model.json",
)
#: numbers of a row: a feature (below zero: a leaf), a threshold or what a leaf adds, the places of both children
_ROW = 4


class Packed(NamedTuple):
    """The features of a forest by name, how many nodes each tree has, a byte each, and the rows of all nodes, 16 bits a number."""

    features: tuple[str, ...]
    sizes: bytes | memoryview
    rows: bytes | memoryview


def packed(data: Mapping[str, Any]) -> Packed:
    """Pack the forest of a file; ``ValueError`` for trees of more than 255 nodes, ``OverflowError`` for larger numbers.

    >>> packed({"features": ["x"], "trees": [[[0, 5, 1, 2], [-1, 7], [-1, -7]]]}).rows[:8]
    b'\\x00\\x00\\x05\\x00\\x01\\x00\\x02\\x00'
    """
    nodes = chain.from_iterable(data["trees"])
    rows = array("h", chain.from_iterable((*node, 0, 0)[:_ROW] for node in nodes))
    return Packed(tuple(map(str, data["features"])), bytes(map(len, data["trees"])), rows.tobytes())


def parts(source: bytes) -> dict[str, Packed]:
    """Return the forests of a file by their names; that of a file with one forest has no name."""
    data = json.loads(source)
    named = {"": data} if "trees" in data else data
    return {name: packed(part) for name, part in named.items() if isinstance(part, dict) and "trees" in part}


def image(sources: Mapping[str, bytes]) -> bytes:
    """Return the forests of some files as one section of tables: the length of a head, the head, sizes and rows."""
    head: dict[str, list[Any]] = {}
    body = b""
    for file, source in sources.items():
        places = []
        for name, (features, sizes, rows) in parts(source).items():
            places.append((name, features, len(body), len(sizes), len(rows)))
            body += bytes(rows) + bytes(sizes) + bytes(-len(sizes) % 8)
        head[file] = [crc32(source), places]
    told = json.dumps(head, separators=(",", ":")).encode()
    told += b" " * (-len(told) % 8)
    return len(told).to_bytes(8, "little") + told + body


def from_image(section: memoryview, file: str, source: bytes) -> dict[str, Packed] | None:
    """Return what `parts` does, from a section of tables; None where that was made of another file."""
    size = 8 + int.from_bytes(section[:8], "little")
    check, places = json.loads(bytes(section[8:size])).get(file, (None, ()))
    if check != crc32(source):
        return None
    found = {}
    for name, features, at, trees, rows in places:
        start, end = size + at, size + at + rows
        found[name] = Packed(tuple(features), section[end : end + trees], section[start:end])
    return found
