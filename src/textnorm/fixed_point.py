"""Repeat a step until the text no longer changes, and say so when it never settles."""

from __future__ import annotations

from collections.abc import Callable

#: called with the name of a loop that was ended by its limit; the tests put a function here that fails
on_limit: list[Callable[[str], None]] = []


def to_fixed_point(step: Callable[[str], str], text: str, *, limit: int, name: str) -> str:
    """Apply *step* to *text* until it changes nothing more, *limit* times at most.

    A loop that reaches its limit gives the text of its last step. That is never hidden: it is logged (logger
    ``textnorm``, level WARNING) under *name*, and every function in `on_limit` is called.

    >>> to_fixed_point(lambda text: text.replace("  ", " "), "a     b", limit=8, name="spaces")
    'a b'
    """
    for _ in range(limit):
        before, text = text, step(text)
        if text == before:
            return text
    report_limit(name, limit)
    return text


def report_limit(name: str, limit: int) -> None:
    """Say that the loop *name* was ended by its limit; for loops that cannot be written as `to_fixed_point`."""
    import logging  # hardly ever needed

    logging.getLogger("textnorm").warning("%s: not settled after %d steps", name, limit)
    for call in on_limit:
        call(name)
