"""The words the page model counts, read once from data/words.toml."""

from __future__ import annotations

import tomllib
from functools import cache

from textnorm.pages.interface.match import ROLES
from textnorm.pages.interface.templates import fold
from textnorm.pages.shipped import shipped

#: the concepts in the order of their bits
CONCEPTS = (
    "consent", "legal", "share", "comment", "related", "account",
    "subscribe", "nav", "meta", "shop", "date", "pronoun",
)  # fmt: skip

#: the roles in the order of the feature ``role``: those above a text first, those below it last
_ORDER = (
    ("date_label",), ("byline",), ("taxonomy",), ("counter",), ("tool",), ("share",), ("player",), ("document",),
    ("end_mark",), ("read_more",), ("advert",), ("shop",), ("rating",), ("section",), ("navigation",), ("language",),
    ("search",), ("login",), ("skip_link",), ("status",), ("debris", "captcha"), ("pagination",), ("related",),
    ("newsletter",), ("blog", "archive"), ("footer",), ("cookies",), ("forum",), ("channel",),
    ("comment_row",), ("comment_count",), ("moderation",), ("comment_form",),
)  # fmt: skip
#: by the place of a role's bit: its number in that order
ROLE_CODES = [next(n for n, names in enumerate(_ORDER, 1) if name in names) for name in ROLES]


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads(shipped("words.toml").decode())
    return tables


@cache
def stop_words() -> frozenset[str]:
    """Return the function words of English, Persian and a few neighbours."""
    return frozenset(fold(" ".join(_tables()["stop"].values())).split())


@cache
def name_words(kind: str) -> frozenset[str]:
    """Return words of names by kind: "given_name", "before" them, or "no_name" for what no name begins with.

    >>> "مینا" in name_words("given_name"), "دکتر" in name_words("before")
    (True, True)
    """
    table = _tables()["given_name" if kind == "before" else kind]
    return frozenset(fold(table["before" if kind == "before" else "fa"]).split())


@cache
def concept_bits() -> dict[str, int]:
    """Return each boilerplate word with the set of its concepts as bits, in the order of ``CONCEPTS``."""
    bits: dict[str, int] = {}
    for position, concept in enumerate(CONCEPTS):
        for word in fold(" ".join(_tables()[concept].values())).split():
            bits[word] = bits.get(word, 0) | 1 << position
    return bits
