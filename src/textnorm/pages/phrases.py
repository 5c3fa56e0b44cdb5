"""The fixed phrases of boilerplate, read once from data/phrases.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from textnorm.pages.keys import phrase_key
from textnorm.pages.shipped import shipped

#: most characters of a line that is a phrase of a template and nothing else
LONGEST = 60


@cache
def entries() -> tuple[dict[str, Any], ...]:
    """Return all entries of the data file, with their sources and examples."""
    return tuple(tomllib.loads(shipped("phrases.toml").decode())["phrase"])


@cache
def keys(kind: str) -> frozenset[str]:
    """Return the folded phrases of one kind, in both languages; those without a letter or digit are left out.

    >>> "readmore" in keys("read_more")
    True
    """
    found = [entry for entry in entries() if entry["kind"] == kind]
    return frozenset(phrase_key(text) for entry in found for text in (*entry["en"], *entry["fa"])) - {""}


@cache
def all_keys() -> frozenset[str]:
    """Return the folded phrases of all kinds."""
    return frozenset().union(*(keys(entry["kind"]) for entry in entries()))


@cache
def texts(kind: str) -> tuple[str, ...]:
    """Return the phrases of one kind as written, longest first."""
    found = [entry for entry in entries() if entry["kind"] == kind]
    written = {text for entry in found for text in (*entry["en"], *entry["fa"])}
    return tuple(sorted(written, key=lambda text: (-len(text), text)))
