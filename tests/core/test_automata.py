"""An automaton of a hint never says no where the pattern matches, and seldom yes where it does not."""

from __future__ import annotations

import re
from array import array

import pytest
from hypothesis import example, given, strategies as st

from support.strategies import texts
from textnorm.core.automata import FOUND, SINGLES, START, automata, automaton
from textnorm.script.structures import IN_LINE_HINT

SIGNS = st.text(alphabet="[](){}<>\"'=;:,./%$\\`#@ \ta1۱بx─\u200c", max_size=12)


def may_match(table: bytes, text: str) -> bool:
    """Run the tables as native/hints.c does."""
    numbers = array("I", table)
    columns, bounds_n = numbers[0], numbers[1]
    bounds_at = 2 + len(SINGLES) + bounds_n + 2
    rows_at = bounds_at + 2 * bounds_n
    state = START
    for character in text:
        code = ord(character)
        kind = SINGLES.index(code) if code in SINGLES else len(SINGLES) + bounds_n
        for place in range(bounds_n) if code not in SINGLES else ():
            if numbers[bounds_at + 2 * place] <= code <= numbers[bounds_at + 2 * place + 1]:
                kind = len(SINGLES) + place
        state = numbers[rows_at + state * columns + numbers[2 + kind]]
    end = numbers[2 + len(SINGLES) + bounds_n + 1]
    return FOUND in (state, numbers[rows_at + state * columns + end])


@pytest.mark.thorough
@given(text=st.one_of(SIGNS, texts))
@example(text="s/a/b/")
@example(text='باد ["x"]')
@example(text="a;b")
def test_no_match_is_missed(text: str) -> None:
    line = text.partition("\n")[0]
    if re.search(IN_LINE_HINT, line):
        assert may_match(automaton(IN_LINE_HINT), line)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"a(?:b|c){2,}d", "xacbcbcd", True),
        (r"a(?:b|c){2,}d", "abd", False),
        (r";(?<=\w;)(?=\w)", "a;b", True),
        (r";(?<=\w;)(?=\w)", "a; b", False),
        (r"x|(?<![\w/])s/", "as/", False),
        (r"x|(?<![\w/])s/", "s/", True),
        (r"[۰-۹],", "۳,", True),
        (r"[۰-۹],", "ب,", False),
        (r"(?m:^)[ ]*-|y", "  -", True),
        (r"(?m:^)[ ]*-|y", "a-", False),
        (r"(?m:^)[ ]*-|y", "a\n -", True),
        (r"(?m:^)[ ]*-|y", "\na-", False),
        (r"[^\w]-", "ب-", False),
        (r"a(?=[ \t]*$)", "xa ", True),
        (r"a(?=[ \t]*$)", "xa \n", True),
        (r"a(?=[ \t]*$)", "xa b", False),
        (r"a(?=[قب]|–)", "a–", True),
        (r"[\u0620-\u0650]x|[بپ]y", "بy", True),
        (r"[\u0620-\u0650]x|[بپ]y", "تy", False),
    ],
)
def test_patterns(pattern: str, text: str, expected: bool) -> None:
    assert may_match(automaton(pattern), text) is expected


@pytest.mark.parametrize("pattern", [r"\\(?:ab|cd)\{", r"(?<!\w)(?:x[^y]*y|z)", r"a+(?:b|c)", r"b|c"])
@given(text=st.text(alphabet="\\abcd{xyz ", max_size=9))
def test_the_ways_through_a_pattern_find_all_that_it_finds(pattern: str, text: str) -> None:
    found = any(may_match(table, text) for table in automata(pattern))
    assert found is may_match(automaton(pattern), text)
    assert found or not re.search(pattern, text)


def test_what_it_cannot_be_made_of() -> None:
    with pytest.raises(ValueError, match="may not hold"):
        automaton(r"(a)\1")
