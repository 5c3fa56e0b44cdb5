"""F1 on mixed prose: the templates of prose/ with other days, digits and noise than anyone has looked at."""

from __future__ import annotations

import os

import pytest

from support.date_prose import Item, items
from textnorm.dates import find_dates

ROUNDS = 12 if os.environ.get("TEXTNORM_SLOW_TESTS") else 1
SEED = 20261121
Place = tuple[int, int, str]


def overlap(left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def answers(item: Item) -> list[Place]:
    """The days found, without those at places that have no certain day."""
    found = [(date.start, date.end, date.iso) for date in find_dates(item.text) if date.iso]
    certain = [(start, end) for start, end, _ in item.spans]
    return [
        place
        for place in found
        if any(overlap(place, span) for span in certain)
        or not any(overlap(place, span) for span in item.ignore)
    ]


def right(item: Item, found: list[Place]) -> int:
    """How many days are found at their place, each by one answer."""
    left = list(found)
    for start, end, iso in item.spans:
        match = next((place for place in left if overlap(place, (start, end)) and place[2] == iso), None)
        if match is not None:
            left.remove(match)
    return len(found) - len(left)


@pytest.fixture(scope="module")
def scored() -> list[tuple[Item, list[Place]]]:
    return [(item, answers(item)) for item in items(ROUNDS, SEED)]


def test_days_and_places(scored: list[tuple[Item, list[Place]]]) -> None:
    given = sum(len(found) for _, found in scored)
    wanted = sum(len(item.spans) for item, _ in scored)
    hits = sum(right(item, found) for item, found in scored)
    assert wanted > 400
    assert 2 * hits / (given + wanted) >= 0.97


def test_no_day_where_none_is_certain(scored: list[tuple[Item, list[Place]]]) -> None:
    texts = [(item, found) for item, found in scored if not item.spans]
    alarms = [item.text for item, found in texts if found]
    assert len(texts) > 200
    assert len(alarms) <= 0.01 * len(texts), alarms


def test_no_wrong_day(scored: list[tuple[Item, list[Place]]]) -> None:
    """A day that is given at the place of another one is worse than none."""
    wrong = [
        (item.text, iso)
        for item, found in scored
        for start, end, iso in found
        for span in item.spans
        if overlap((start, end), span) and iso not in [day for _, _, day in item.spans]
    ]
    assert not wrong
