"""Steps of edits on made-up texts: regions against a count of every single character."""

from __future__ import annotations

import pickle
import sys

import pytest
from hypothesis import given, strategies as st

from support.growth import assert_linear
from textnorm import explain
from textnorm.edits import Edit, Region, merged, splice
from textnorm.explained import explained


def edits_of(size: int, draws: list[tuple[int, int, str]]) -> list[Edit]:
    """Sorted, disjoint edits for a text of this size: (gap before, characters taken, what is put in)."""
    made: list[Edit] = []
    at = 0
    for gap, taken, after in draws:
        start, end = at + gap, at + gap + taken
        if end > size:
            break
        if taken or after:
            made.append((start, end, after, f"rule-{len(made) % 3}"))
        at = end + (not taken)  # two insertions at one place would have no order
    return made


steps = st.lists(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.text("xy", max_size=3)), max_size=5),
    max_size=4,
)


@given(source=st.text("abcdef", max_size=14), steps=steps)
def test_regions_cover_what_changed_and_no_more(source: str, steps: list[list[tuple[int, int, str]]]) -> None:
    text, regions = source, list[Region]()
    places: list[int | None] = list(range(len(source)))  # where each character came from
    for draws in steps:
        edits = edits_of(len(text), draws)
        regions = merged(regions, edits)
        for start, end, after, _ in reversed(edits):
            places[start:end] = [None] * len(after)
        text = splice(text, edits)
    done = explained(source, text, regions)
    assert splice(source, [(c.start, c.end, c.after, c.rules) for c in done.changes]) == text
    covered = {at for _, _, c0, c1, _ in regions for at in range(c0, c1)}
    for at, place in enumerate(places):
        assert (place is None) <= (at in covered)
        if at not in covered:
            assert done.to_source(at) == place


def test_rules_are_named_in_order_and_once() -> None:
    regions = merged(merged([], [(1, 2, "xy", "b")]), [(1, 3, "z", ("a", "b"))])
    assert regions == [(1, 2, 1, 2, ("b", "a"))]


@pytest.mark.thorough
def test_the_map_is_small() -> None:
    done = explain("اين كتاب\n" * 20_000)
    done.to_source(5)
    assert sum(map(sys.getsizeof, (done._offsets.here, done._offsets.there))) < 40 * len(done.changes)
    assert len(pickle.dumps(done)) < 3 * len(done.changes) * 40


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["كتاب ", "ي", "\u00a0\u00a0", "سلاممممم ,"])
def test_explaining_is_linear(piece: str) -> None:
    """One endless line, changed everywhere: eight times the text is about eight times the work."""
    short = piece * (16_000 // len(piece))
    assert_linear(explain, short, 8 * short, 8)
