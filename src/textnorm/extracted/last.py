"""What a function returned last, for rules that ask the same of the same text one after the other.

Texts are told apart by identity: the hash of a text that was just made costs as much as a look at it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, TypeVarTuple

_Arguments = TypeVarTuple("_Arguments")
_Found = TypeVar("_Found")


class Last(Generic[*_Arguments, _Found]):
    """A function that remembers what it returned for its last few arguments."""

    def __init__(self, function: Callable[[*_Arguments], _Found], most: int) -> None:
        self._function, self._most = function, most
        self._known: tuple[tuple[tuple[object, ...], _Found], ...] = ()

    def __call__(self, *arguments: *_Arguments) -> _Found:
        asked: tuple[object, ...] = arguments
        for known, found in self._known:
            for one, other in zip(known, asked, strict=True):
                if one is not other:
                    break
            else:
                return found
        found = self._function(*arguments)
        self._known = ((arguments, found), *self._known[: self._most - 1])
        return found

    def cache_clear(self) -> None:
        """Forget what is remembered."""
        self._known = ()


def last(most: int) -> Callable[[Callable[[*_Arguments], _Found]], Last[*_Arguments, _Found]]:
    """Return a decorator that has a function remember what it returned for its last *most* arguments.

    >>> calls = []
    >>> @last(1)
    ... def length(text):
    ...     calls.append(text)
    ...     return len(text)
    >>> text = "باد"
    >>> length(text), length(text), len(calls)
    (3, 3, 1)
    """
    return lambda function: Last(function, most)
