"""Work that grows with a text and no faster: two sizes compared, never seconds with a bound."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

T = TypeVar("T")
#: a busy machine may spoil some comparisons, but not all of them
_ATTEMPTS = 8


def assert_linear(call: Callable[[T], object], small: T, large: T, times: float) -> None:
    """*large* is *times* as much as *small*, and may take up to three times as many times the work."""
    call(small)
    for attempt in range(_ATTEMPTS):
        before, after = _work(call, small), _work(call, large)
        if after < 3 * times * before + 0.02:
            return
        time.sleep(attempt / 2)
    pytest.fail(f"{times:g} times the text took {after / before:.0f} times the work")


def _work(call: Callable[[T], object], argument: T) -> float:
    """CPU seconds of the quickest of three calls."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        call(argument)
        spent.append(time.process_time() - start)
    return min(spent)
