"""Reads the core's tables, which `making` makes out of the rules, and refuses those that are not made of these rules."""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Iterable, Set
from zlib import crc32

MAGIC = b"TNCORE\0\1"
#: what the tables are made of: folders and files below the package
SOURCES = (
    "chars.py",
    "compiled.py",
    "edits.py",
    "fixed_point.py",
    "line_edges.py",
    "lines.py",
    "pipeline.py",
    "rare.py",
    "recorder.py",
    "stages.py",
    "core/asking.py",
    "core/automata.py",
    "core/bundle.py",
    "core/character_tables.py",
    "core/common_gaps.py",
    "core/cutting.py",
    "core/fold_tables.py",
    "core/foreign.py",
    "core/gaps.py",
    "core/joining.py",
    "core/making.py",
    "core/many_lines.py",
    "core/marked_gaps.py",
    "core/of_flags.py",
    "core/one_language.py",
    "core/patterns.py",
    "core/rule_patterns.py",
    "core/still_gaps.py",
    "core/structure_tables.py",
    "extracted/automaton.py",
    "extracted/word_evidence.py",
    "extracted/glance.py",
    "lexicon",
    "pages/content/characters.py",
    "pages/content/forest_tables.py",
    "pages/interface/image.py",
    "pages/interface/lookup.py",
    "pages/interface/templates.py",
    "ruleset",
    "script",
)
PATH = os.path.join(os.path.dirname(__file__), "tables.bin")
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


def read() -> dict[str, memoryview] | None:
    """Return the sections of the shipped tables by name; None where they were made of other rules than these."""
    data = _mapped(PATH)
    if data is None or data[: len(MAGIC)] != MAGIC or sys.byteorder != "little":
        return None
    fingerprint, count = memoryview(data)[8:16].cast("I")
    if not fingerprint or fingerprint != fingerprint_of_sources():
        return None
    sections: dict[str, memoryview] = {}
    at = 16
    body = memoryview(data)
    for _ in range(count):
        name = data[at : at + 16].rstrip(b"\0").decode()
        start, size = body[at + 16 : at + 24].cast("I")
        sections[name] = body[start : start + size]
        at += 24
    return sections


def pack(sections: dict[str, bytes], fingerprint: int) -> bytes:
    """Return the file that `read` reads: each section begins at a multiple of eight bytes."""
    if long := [name for name in sections if len(name) > 16]:
        raise ValueError(f"names longer than those of the tables: {long}")
    head = MAGIC + fingerprint.to_bytes(4, "little") + len(sections).to_bytes(4, "little")
    at = (len(head) + 24 * len(sections) + 7) // 8 * 8
    rows, body = b"", b""
    for name, data in sections.items():
        rows += (
            name.encode().ljust(16, b"\0")
            + (at + len(body)).to_bytes(4, "little")
            + len(data).to_bytes(4, "little")
        )
        body += data.ljust((len(data) + 7) // 8 * 8, b"\0")
    return (head + rows).ljust(at, b"\0") + body


def rows(words: Iterable[str]) -> bytes:
    """Return strings of seven characters at most, each in a row of eight numbers: its length and its characters.

    A set is refused: its order differs from process to process, and the same sources must give the same bytes.
    """
    if isinstance(words, Set):
        raise TypeError("a set has no order of its own: sort it first")
    words = list(words)
    if any(len(word) > 7 for word in words):
        raise ValueError(f"longer than a row of the tables: {max(words, key=len)!r}")
    found = (number for word in words for number in (len(word), *map(ord, word.ljust(7, "\0"))))
    return b"".join(number.to_bytes(4, "little") for number in found)


def spread(units: Iterable[int]) -> int:
    """Return the hash that native/classes.c looks under."""
    key = list(units)
    found = len(key)
    for unit in key:
        found = (found ^ unit) * 0x9E3779B1 & 0xFFFFFFFF
    return found >> 8


def fingerprint_of_sources() -> int:
    """Return a checksum of the Python sources that decide what the tables say; 0 where they cannot be read."""
    total = 0
    for path in sources():
        data = _bytes(path)
        if data is None:
            return 0
        total = crc32(data.replace(b"\r\n", b"\n"), total)
    return total


def sources() -> list[str]:
    """Return the paths of those sources, in order."""
    paths = []
    for name in SOURCES:
        path = os.path.join(_PACKAGE, name)
        if name.endswith(".py"):
            paths.append(path)
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            paths += [os.path.join(folder, name) for name in sorted(names) if name.endswith(".py")]
    return paths


def _mapped(path: str) -> mmap.mmap | None:
    """Return a file so that only what is asked for is read, and once for all processes."""
    try:
        with open(path, "rb") as stream:
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None


def _bytes(path: str) -> bytes | None:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError:
        return None
