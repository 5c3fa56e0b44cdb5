"""The golden texts: some 300 of them, with what the functions make of each, in blocks that people read.

``=== NUMBER`` begins a text, ``--- input`` and ``--- NAMES`` its parts; functions that give the same stand together, and
those that change nothing are not shown. Characters nobody sees are written as in fixtures (``<ZWNJ>``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import textnorm
from support import outputs
from support.public import STR_TO_STR
from support.shared_data import ROOT
from textnorm.cli.commands.fixtures import escapes

FILE = ROOT / "tests" / "golden" / "golden.txt"
_LONGEST = 600
#: so many texts of five are taken, by a hash of the text itself: a new rule moves no other text
_OF_FIVE = 3
_HEAD = """Golden texts: what the functions make of them, on every Python. When a change of outputs is meant:
TEXTNORM_ACCEPT=1 python -m pytest tests/golden/test_golden.py, then read the diff of this file.
"""


def texts() -> list[str]:
    """Return the texts, in a stable order."""
    short = {text for text in outputs.texts() if len(text) <= _LONGEST and not _has_surrogates(text)}
    keys = {text: hashlib.sha256(text.encode()).hexdigest() for text in short}
    return sorted((text for text in short if int(keys[text][:6], 16) % 5 < _OF_FIVE), key=keys.__getitem__)


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _dates(text: str) -> str:
    return "\n".join(f"{found.text} = {found.iso or found.reason}" for found in textnorm.find_dates(text))


def _posts(text: str) -> str:
    posts = textnorm.read_page(text, textnorm.PageOptions(mode="page")).posts
    known = [post for post in posts if post.title or post.author or post.date]
    return "\n".join(f"{post.title} | {post.author} | {post.date} | {post.body}" for post in known)


FUNCTIONS: dict[str, Callable[[str], str]] = {**STR_TO_STR, "find_dates": _dates, "posts": _posts}


def rendered() -> str:
    """Return the file as it should be."""
    return "\n".join([_HEAD, *map(_block, texts())])


def _block(text: str) -> str:
    key = hashlib.sha256(text.encode()).hexdigest()[:8]
    given: dict[str, list[str]] = {}
    for name, function in FUNCTIONS.items():
        given.setdefault(function(text), []).append(name)
    parts = [f"=== {key}", "--- input", escapes.write(text)]
    for result, names in given.items():
        if result not in (text, ""):
            parts += [f"--- {', '.join(names)}", escapes.write(result)]
    return "\n".join([*parts, ""])
