"""Work grows with the length of the text and no faster, whatever text is made to lead a pattern astray."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest

from textnorm import Rule, clean, convert_dates, read_page, rules
from textnorm.script.segments import PROTECTED
from trust.attacks import attacks, superlinear
from trust.patterns import Found, call_sites
from trust.test_determinism import HERE, run

Call = Callable[[str], object]


class Bounded(NamedTuple):
    """A pattern that is not linear by itself, and why it need not be."""

    file: str
    start: str
    why: str
    calls: tuple[Call, ...]


_PAGES = (clean, read_page)
#: their texts are tried on the functions that use them
BOUNDED = (
    Bounded("dates/forms.py", "(?=[nyYC", "a window of tokens is short", (convert_dates,)),
    Bounded("dates/tokenizer.py", "[^\\S\\n", "a window of text is short", (convert_dates,)),
    Bounded("pages/furniture.py", r"\s+[>»", "a breadcrumb has at most 300 characters", _PAGES),
    Bounded("pages/bylines.py", r"\s*(?:در|در ساعت", "a byline has at most 80 characters", _PAGES),
    Bounded("pages/bylines.py", r"\s+(?:در|on", "a name in a byline has no more", _PAGES),
)
#: these are only ever asked whether they match at one place: file, and how the pattern starts
MATCHED = (
    ("patterns.py", "(?=[^"),  # of words.py: whether all of a word is of one kind
    ("patterns.py", "(?![.:!"),
    ("romanised.py", "(..+"),
    ("cli/formats/json_document.py", r"\s*[\]}]"),
    ("cli/json_strings.py", "[ \\t\\n\\r]*"),
    ("dates/windows.py", "[\u200c"),
)


@cache
def patterns() -> list[Found]:
    """All that the package compiles, once."""
    told = [Found(*json.loads(line)) for line in run("", script=HERE / "patterns.py").splitlines()]
    return list(dict.fromkeys(told))


def bound_of(found: Found) -> Bounded | None:
    return next(
        (known for known in BOUNDED if found.file == known.file and found.pattern.startswith(known.start)),
        None,
    )


def call_of(found: Found) -> Call:
    pattern = re.compile(found.pattern, found.flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE))
    if any(found.file == file and found.pattern.startswith(start) for file, start in MATCHED):
        return lambda text: pattern.match(text)
    return lambda text: [None for _ in pattern.finditer(text)]


def test_every_call_that_compiles_is_known() -> None:
    """No pattern escapes the search because nothing here runs the line that compiles it."""
    lines = {(found.file, found.line) for found in patterns()}
    missed = [
        (file, first)
        for file, first, last in sorted(call_sites())
        if not any((file, line) in lines for line in range(first, last + 1))
    ]
    assert missed == []


def test_every_pattern_is_linear() -> None:
    guilty = {
        (found.file, found.line): guilty
        for found in patterns()
        if bound_of(found) is None
        and (guilty := superlinear(call_of(found), attacks(found.pattern, found.flags)))
    }
    assert len(patterns()) > 150
    assert guilty == {}


@pytest.mark.parametrize("bounded", BOUNDED, ids=lambda bounded: bounded.why)
def test_what_uses_a_bounded_pattern_is_linear(bounded: Bounded) -> None:
    mine = [found for found in patterns() if bound_of(found) is bounded]
    assert mine, "stale: there is no such pattern"
    for found in mine:
        for call in bounded.calls:
            assert superlinear(call, [*in_context(attacks(found.pattern, found.flags))]) is None


def in_context(tries: list[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """The attacks that repeat something, in lines that dates and bylines are looked for in."""
    for before, body, end in tries[:12]:
        yield f"Home {before}", body, end
        yield f"باران\n\nنوشته شده توسط {before}", body, f"{end} ۸ مهر ۱۳۹۷\n"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_alone_is_linear(rule: Rule) -> None:
    """On texts for its own pattern; for a rule without one, on its examples over and over."""
    rule.apply("ب" * 100)  # tables are loaded once
    tries = attacks(rule.pattern, 0) if rule.pattern else [("", before, "") for before, _ in rule.examples]
    assert superlinear(rule.apply, [*tries, *(("", before, "\x01") for before, _ in rule.examples)]) is None


@pytest.mark.parametrize("kind", PROTECTED)
def test_a_protected_span_is_found_in_linear_time(kind: str) -> None:
    pattern = re.compile(PROTECTED[kind])
    assert superlinear(lambda text: list(pattern.finditer(text)), attacks(PROTECTED[kind], 0)) is None


@pytest.mark.parametrize("pattern", [r"a+$", r"(?:a|a)*b", r"(\s*,?\s*)*x", r"<[^>]*>x?", r"\((a+)+\)"])
def test_the_search_sees_backtracking(pattern: str) -> None:
    bad = re.compile(pattern)
    assert superlinear(lambda text: [None for _ in bad.finditer(text)], attacks(pattern, 0)) is not None
