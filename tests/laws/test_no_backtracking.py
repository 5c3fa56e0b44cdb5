"""Work grows with the length of the text and no faster, whatever text is made to lead a pattern astray."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from support.attacks import Attack, attacks, superlinear
from support.growth import assert_linear
from support.patterns import Found, call_sites, patterns_of_regex
from support.searched import FLAGS, digest, patterns, searched, weakness
from support.steps import Counter
from textnorm import Rule, clean, convert_dates, read_page, rules
from textnorm.cache import BoundedCache
from textnorm.dates import window_pieces
from textnorm.script.protected import PROTECTED

Call = Callable[[str], object]


class Bounded(NamedTuple):
    """A pattern that is not linear by itself, and why it need not be."""

    folder: str
    start: str
    why: str
    calls: tuple[Call, ...]


_PAGES = (clean, read_page)
#: their texts are tried on the functions that use them: what they are given does not grow with the text
BOUNDED = (
    Bounded("dates", "(?=[nyYC", "a window of tokens is short", (convert_dates,)),
    Bounded("dates", "[^\\S\\n", "a window of text is short", (convert_dates,)),
    Bounded("pages", r"\s+[>»", "a breadcrumb has at most 300 characters", _PAGES),
    Bounded("pages", r"\s*(?:در|در ساعت", "a byline has at most 80 characters", _PAGES),
    Bounded("pages", r"\s+(?:در|on", "a name in a byline has no more", _PAGES),
    *(
        Bounded(
            "pages/posts/date_lines.py", start, "a line that dates a post has at most 160 characters", _PAGES
        )
        for start in (r"\s*(?:[|•", "(?:ساعت|زمان|at", r"(?:(?<!\w)توسط", r"(?:(?:(?:حدود")
    ),
    Bounded("pages/posts/bylines.py", "^(?:و", "a name has at most six words of such a line", _PAGES),
)
#: parts of the search, so that several processes can share it
_SHARES = 4
#: no text that a bounded pattern is given is longer
_MOST = 400
#: the first five run while the core is built, on the rules' own data and on single characters; the patterns that the
#: last two compile are known by the places that make them
_LEFT_OUT = (
    *(f"core/{name}.py" for name in ("making", "character_tables", "automata", "common_gaps", "still_gaps")),
    "core/patterns.py",
    "lazy.py",
)


def bound_of(found: Found) -> Bounded | None:
    return next(
        (
            known
            for known in BOUNDED
            if found.file.startswith(known.folder) and found.pattern.startswith(known.start)
        ),
        None,
    )


@pytest.mark.slow
def test_every_call_that_compiles_is_known() -> None:
    """No pattern escapes the search because nothing here runs the line that compiles it."""
    lines = {(found.file, found.line) for found in patterns()}
    missed = [
        (file, first)
        for file, first, last in sorted(call_sites())
        if file not in _LEFT_OUT and not any((file, line) in lines for line in range(first, last + 1))
    ]
    assert missed == []


@pytest.mark.slow
def test_patterns_of_regex_are_one_class_or_one_cluster() -> None:
    assert patterns_of_regex() == {r"\X", r"[\p{L}\p{M}\p{N}]+"}


def not_linear(among: list[Found]) -> dict[tuple[str, int, str], Attack]:
    return {
        (found.file, found.line, found.pattern): guilty
        for found in among
        if bound_of(found) is None and (guilty := weakness(found))
    }


@pytest.mark.slow
def test_every_pattern_that_was_not_searched_is_linear() -> None:
    """Those that were are in a file: tools/search_patterns.py."""
    assert not_linear([found for found in patterns() if digest(found) not in searched()]) == {}


@pytest.mark.nightly
@pytest.mark.parametrize("share", range(_SHARES))
def test_every_pattern_is_linear(share: int) -> None:
    assert len(patterns()) > 150
    assert not_linear(patterns()[share::_SHARES]) == {}


def test_the_digest_of_a_pattern_changes_with_it() -> None:
    one = Found("", 0, "a+b", 0)
    assert digest(one) == digest(one._replace(line=1)) != digest(one._replace(pattern="a*b"))
    assert digest(one) != digest(one._replace(flags=int(re.DOTALL)))


@pytest.mark.slow
def test_steps_are_counted_of_the_same_matches() -> None:
    for found in patterns():
        counter, compiled = (
            Counter(found.pattern, found.flags & FLAGS),
            re.compile(found.pattern, found.flags & FLAGS),
        )
        for before, body, end in attacks(found.pattern, found.flags & FLAGS):
            text = f"{before}{body * 3}{end}\n{body}{before}"[:200]
            assert list(counter.finditer(text, 1e7)) == [m.span() for m in compiled.finditer(text)], found


class Spy:
    """Stands in for a pattern and keeps the length of the longest text it was given."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.longest = pattern, -1

    def __getattr__(self, name: str) -> Any:
        def method(*given: Any) -> Any:
            text = next(argument for argument in given if isinstance(argument, str))
            places = (
                [argument for argument in given if isinstance(argument, int)]
                if name not in ("sub", "split")
                else []
            )
            start, end = [*places, *[0, len(text)][len(places) :]][:2]
            self.longest = max(self.longest, min(end, len(text)) - start)
            return getattr(self.pattern, name)(*given)

        value = getattr(self.pattern, name)
        return method if callable(value) else value


def spy_on(pattern: str, patch: pytest.MonkeyPatch) -> Spy:
    """Put a spy in the place of a pattern, wherever a module of the package holds it."""
    spy = None
    for name, module in list(sys.modules.items()):
        for key, value in list(vars(module).items()) if name.startswith("textnorm.") else []:
            if getattr(value, "pattern", None) == pattern and hasattr(value, "finditer"):
                spy = spy or Spy(value)
                patch.setattr(module, key, spy)
    assert spy is not None
    return spy


@pytest.mark.slow
@pytest.mark.parametrize("bounded", BOUNDED, ids=lambda bounded: bounded.why)
def test_what_uses_a_bounded_pattern_gives_it_short_texts(
    bounded: Bounded, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = [found for found in patterns() if bound_of(found) is bounded]
    assert mine, "stale: there is no such pattern"
    monkeypatch.setattr(window_pieces, "_core", lambda: None)  # it cuts in place of a pattern
    for found in mine:
        forget()
        spies = [spy_on(found.pattern, monkeypatch)]
        for call in bounded.calls:  # a short line reaches the pattern, and the long ones must not
            call("باران\n\nنوشته شده توسط کاوه در ۱۰:۲۰\n\n۸ مهر ۱۳۹۷\n\nباد وزید.\n\n۲ ساعت پیش\n")
        for before, body, end in in_context(attacks(found.pattern, found.flags & FLAGS)):
            for call in bounded.calls:
                call(before + body * (5_000 // len(body)) + end)
        assert 0 <= max(spy.longest for spy in spies) <= _MOST


def forget() -> None:
    """Clear what is remembered: it would reach no pattern."""
    for name, module in list(sys.modules.items()):
        for value in list(vars(module).values()) if name.startswith("textnorm.") else []:
            if isinstance(value, BoundedCache):
                value.clear()
                value._older.clear()


def in_context(tries: list[Attack]) -> Iterator[Attack]:
    """The attacks that repeat something, in lines that dates and bylines are looked for in."""
    for before, body, end in tries[:12]:
        yield f"Home {before}", body, end
        yield f"باران\n\nنوشته شده توسط {before}", body, f"{end} ۸ مهر ۱۳۹۷\n"


@pytest.mark.slow
@pytest.mark.parametrize("rule", [rule for rule in rules() if not rule.pattern], ids=lambda rule: rule.id)
def test_a_rule_without_a_pattern_is_linear(rule: Rule) -> None:
    """On its examples over and over; patterns of rules are tried with all others."""
    for before, _ in rule.examples:
        assert_linear(rule.apply, before * (400 // len(before)), before * (400 // len(before)) * 8, 8)


@pytest.mark.slow
@pytest.mark.parametrize("kind", PROTECTED)
def test_a_protected_span_is_found_in_linear_time(kind: str) -> None:
    assert superlinear(PROTECTED[kind], 0) is None


@pytest.mark.thorough
@pytest.mark.parametrize("pattern", [r"a+$", r"(?:a|a)*b", r"(\s*,?\s*)*x", r"<[^>]*>x?", r"\((a+)+\)"])
def test_the_search_sees_backtracking(pattern: str) -> None:
    assert superlinear(pattern, 0) is not None


@pytest.mark.thorough
@pytest.mark.parametrize(
    "pattern", [r"(?<!a)a++$", r"(?<![ab])(?>a|b)*+c", r"a{1,20}b", r"[^<]*+", r"(a)\1", r"(?<!a)a+(?=b)"]
)
def test_the_search_accuses_no_innocent(pattern: str) -> None:
    assert superlinear(pattern, 0) is None
