"""A bounded cache for results about tokens, which come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Key = TypeVar("_Key", bound=str | tuple[str, ...])
_Value = TypeVar("_Value")
#: longer keys (a token, or several) are not cached if nothing else is said: they hardly come again, and a hostile text
#: must not fill the memory
MAX_KEY_LENGTH = 64


class BoundedCache(dict[_Key, _Value]):
    """Cache the results of *compute* in two generations of at most *size* keys; when one is full it becomes the old one.

    So memory is bounded and what is asked for often stays, without the order of use being kept for every key.
    It changes no result, only the time it takes: what is not there is computed anew. Threads may share it without
    a lock: at worst a result is computed twice.
    """

    _length: Callable[[_Key], int] = len

    def __init__(self, compute: Callable[[_Key], _Value], size: int, longest: int = MAX_KEY_LENGTH) -> None:
        super().__init__()
        self._compute, self._size, self._longest = compute, size, longest
        self._older: dict[_Key, _Value] = {}

    def __missing__(self, key: _Key) -> _Value:
        older = self._older
        value = older[key] if key in older else self._compute(key)
        if self._length(key) <= self._longest:
            if len(self) >= self._size:
                self._renew()
            self[key] = value
        return value

    def recall(self, key: _Key) -> _Value | None:
        """Return a result that was stored, None where it is not known."""
        if key in self:
            return self[key]
        value = self._older.get(key)
        if value is not None:
            self.put(key, value)
        return value

    def put(self, key: _Key, value: _Value) -> None:
        """Store a result that was computed elsewhere."""
        if self._length(key) <= self._longest:
            if len(self) >= self._size:
                self._renew()
            self[key] = value

    def _renew(self) -> None:
        """Make the full generation the old one."""
        self._older = dict(self)
        self.clear()


class PhraseCache(BoundedCache[tuple[str, ...], _Value]):
    """The same for keys of several tokens, whose lengths are added."""

    @staticmethod
    def _length(key: tuple[str, ...]) -> int:
        return sum(map(len, key))
