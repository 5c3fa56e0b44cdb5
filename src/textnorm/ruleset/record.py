"""Frozen records, as `dataclasses` makes them, but without compiling source for each class while the rules are loaded."""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False)
class Record:
    """The fields that a class declares, given by keyword once; those with a value of the class may be left out."""

    _needed: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        cls._needed = frozenset(name for name in cls.__annotations__ if not hasattr(cls, name))

    def __init__(self, **fields: Any) -> None:
        if not fields.keys() <= self.__annotations__.keys() or not fields.keys() >= self._needed:
            wrong = sorted(fields.keys() - self.__annotations__.keys() | self._needed - fields.keys())
            raise TypeError(f"{type(self).__name__} needs {sorted(self._needed)}, and {wrong} are wrong")
        self.__dict__.update(fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name!r} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name!r} cannot be deleted")

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self).__annotations__)
        return f"{type(self).__name__}({fields})"

    def replace(self, **changes: Any) -> Self:
        """Return the same record with some fields changed."""
        return type(self)(**{name: getattr(self, name) for name in type(self).__annotations__} | changes)
