"""One row of a table that nobody has looked at: missing, not text, or text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Outcome(NamedTuple, Generic[T]):
    """What became of a row: a value, or the reason why there is none. A missing row has neither."""

    value: T | None
    error: str | None


def attempt(function: Callable[[str], T], row: str | bytes | None) -> Outcome[T]:
    """Apply *function* to a row; what it raises is the row's error, never the job's.

    One bad row in a billion must not cost the night's work. A missing row stays missing; bytes are read
    as UTF-8.

    >>> attempt(str.upper, "rain"), attempt(str.upper, None)
    (Outcome(value='RAIN', error=None), Outcome(value=None, error=None))
    >>> attempt(str.upper, bytes([0xFF])).error
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
    """
    if row is None:
        return Outcome(None, None)
    try:
        return Outcome(function(row.decode("utf-8") if isinstance(row, bytes) else row), None)
    except Exception as error:
        return Outcome(None, f"{type(error).__name__}: {error}")


def checked(function: Callable[[str], T]) -> Callable[[str], T]:
    """*function*, tried on an empty text: wrong options are told at once and not as an error in every row.

    >>> from functools import partial
    >>> from textnorm import normalise
    >>> checked(partial(normalise, options="editorial"))
    Traceback (most recent call last):
    TypeError: options must be textnorm.Options, not str
    """
    function("")
    return function
