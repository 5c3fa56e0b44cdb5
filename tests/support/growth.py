"""Work that grows with a text and no faster: two sizes compared, never seconds with a bound.

Work is counted in calls, which are the same at every run. What C code does within one call is measured beside a
reference loop, turn by turn, so that a busy machine slows both.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import thread_time
from types import FrameType
from typing import TypeVar

import pytest

T = TypeVar("T")
#: one fair comparison is enough: what truly grows faster fails all of them
_ATTEMPTS = 8
_REFERENCE = "باران و باد " * 2_000


def assert_linear(call: Callable[[T], object], small: T, large: T, times: float) -> None:
    """*large* is *times* as much as *small*: it may take twice so many calls, and three times so much work in C."""
    first, *others = _versions(small, 0)
    for other in others:
        call(other)
    few, many = calls(call, first), calls(call, large)
    if many > 2 * times * few + 400:
        pytest.fail(f"{times:g} times the text took {many / few:.0f} times the calls")
    for attempt in range(1, _ATTEMPTS + 1):
        before, after = _effort(call, small, attempt), _effort(call, large, attempt)
        if after < 3 * times * before + 5:
            return
    pytest.fail(f"{times:g} times the text took {after / before:.0f} times the work")


def _versions(argument: T, attempt: int) -> list[T]:
    """Return three arguments of the same work, of which none is remembered from a call before: for texts, without their ends."""
    return (
        [argument[: len(argument) - less] for less in range(3 * attempt, 3 * attempt + 3)]
        if isinstance(argument, str)
        else [argument] * 3
    )


def calls(call: Callable[[T], object], argument: T) -> int:
    """Count the calls of functions, of Python and of C alike."""
    count = 0

    def see(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        call(argument)
    finally:
        sys.setprofile(before)
    return count


def _effort(call: Callable[[T], object], argument: T, attempt: int) -> float:
    """Return the work of the quickest of three calls, in rounds of a reference loop that runs between them."""
    spent, rounds = [], []
    for version in _versions(argument, attempt):
        start = thread_time()
        call(version)
        middle = thread_time()
        sum(map(len, _REFERENCE.split(" ")))
        spent.append(middle - start)
        rounds.append(max(thread_time() - middle, 1e-6))
    return min(spent) / min(rounds)
