"""A bounded memo for answers about words, which come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Key = TypeVar("_Key", bound=str | tuple[str, ...])
_Value = TypeVar("_Value")
#: longer keys (a word, or several) are not kept: they hardly come again, and a hostile text must not fill the memory with them
LONGEST_KEY = 64


class Memo(dict[_Key, _Value]):
    """Answers for the keys that come again, in two generations of at most *size* keys.

    It changes no result, only the time it takes: what is not there is worked out anew. Threads may share
    it: each of its steps leaves it whole, and at worst an answer is worked out twice.
    """

    _length: Callable[[_Key], int] = len

    def __init__(self, answer: Callable[[_Key], _Value], size: int) -> None:
        super().__init__()
        self._answer, self._size = answer, size
        self._older: dict[_Key, _Value] = {}

    def __missing__(self, key: _Key) -> _Value:
        older = self._older
        value = older[key] if key in older else self._answer(key)
        if self._length(key) <= LONGEST_KEY and len(self) < self._size:  # as `keep`, mostly without a call
            self[key] = value
        else:
            self.keep(key, value)
        return value

    def keep(self, key: _Key, value: _Value) -> None:
        """Remember an answer that came about in another way."""
        if self._length(key) <= LONGEST_KEY:
            if len(self) >= self._size:
                self._older = dict(self)
                self.clear()
            self[key] = value


class PhraseMemo(Memo[tuple[str, ...], _Value]):
    """The same for keys of several words."""

    @staticmethod
    def _length(key: tuple[str, ...]) -> int:
        return sum(map(len, key))
