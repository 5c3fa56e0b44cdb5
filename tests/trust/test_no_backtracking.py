"""Every rule alone, on strings built from its own literals and classes: work grows with the length and no faster."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from time import process_time

import pytest

from textnorm import Rule, rules
from textnorm.segments import PROTECTED

_CLASS = re.compile(r"\[\^?((?:\\.|[^\]\\])*)\]")
#: what the classes of the patterns stand for, when they are written as escapes
_STOCK = (
    "ب",
    "ا",
    " ",
    "\t",
    "\n",
    "\u200c",
    "1",
    "۱",
    "a",
    "A",
    ".",
    "/",
    "-",
    '"',
    "(",
    "«",
    "`",
    "<b ",
    "&amp;",
    "a@",
    "a.",
)


def pieces(pattern: str) -> list[str]:
    """Short strings from a pattern's own literals and classes, and a stock of what such patterns scan."""
    classes = [found[1][:2] for found in _CLASS.finditer(pattern)]
    bare = re.sub(r"\\.|[\[\](){}?*+|^$]", " ", _CLASS.sub(" ", pattern))
    literals = [word[:6] for word in bare.split()]
    return list(dict.fromkeys([c for c in (*classes, *literals, *_STOCK) if c]))[:20]


def pumped(pattern: str, size: int) -> Iterator[tuple[str, str]]:
    """Pieces, and pairs of the first of them, repeated to a size, with an end that spoils a match."""
    found = pieces(pattern)
    for piece in [*found, *("".join(pair) for pair in product(found[:3], repeat=2))]:
        yield piece, piece * (size // len(piece)) + "\x01"


def work(call: Callable[[str], object], text: str) -> float:
    start = process_time()
    call(text)
    return process_time() - start


def superlinear(call: Callable[[str], object], pattern: str, small: int = 1_000, times: int = 8) -> list[str]:
    """The pieces on which *times* the text takes much more than *times* the work, three times in a row."""
    guilty = []
    for (piece, short), (_, long) in zip(pumped(pattern, small), pumped(pattern, small * times), strict=True):
        if work(call, long) > 0.003 and all(
            work(call, long) > 3 * times * min(work(call, short), work(call, short)) + 0.01 for _ in range(3)
        ):
            guilty.append(piece)
    return guilty


def source_of(rule: Rule) -> str:
    return rule.pattern or "".join(before for before, _ in rule.examples)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_alone_is_linear(rule: Rule) -> None:
    rule.apply("ب" * 100)  # tables are loaded once
    assert superlinear(rule.apply, source_of(rule)) == []


@pytest.mark.parametrize("kind", PROTECTED)
def test_a_protected_span_is_found_in_linear_time(kind: str) -> None:
    pattern = re.compile(PROTECTED[kind])
    assert superlinear(lambda text: list(pattern.finditer(text)), PROTECTED[kind]) == []


def test_the_search_sees_backtracking() -> None:
    bad = re.compile(r"a+$")
    assert superlinear(lambda text: bad.sub("", text), bad.pattern) != []
