"""The words the page model counts, read once from data/words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from textnorm.pages.interface.templates import fold

#: the concepts in the order of their bits
CONCEPTS = (
    "consent", "legal", "share", "comment", "related", "account",
    "subscribe", "nav", "meta", "shop", "date", "pronoun",
)  # fmt: skip


@cache
def _tables() -> dict[str, dict[str, str]]:
    source = files("textnorm.pages").joinpath("data", "words.toml")
    tables: dict[str, dict[str, str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return tables


@cache
def stop_words() -> frozenset[str]:
    """The function words of English, Persian and a few neighbours."""
    return frozenset(fold(" ".join(_tables()["stop"].values())).split())


@cache
def concept_bits() -> dict[str, int]:
    """Each boilerplate word with the set of its concepts as bits, in the order of ``CONCEPTS``."""
    bits: dict[str, int] = {}
    for position, concept in enumerate(CONCEPTS):
        for word in fold(" ".join(_tables()[concept].values())).split():
            bits[word] = bits.get(word, 0) | 1 << position
    return bits
