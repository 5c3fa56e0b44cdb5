"""Modules that are loaded only when something of them is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Late(ModuleType):
    """Stands in for a module until a name of it is asked for that it has not, then has all its names."""

    def __init__(self, name: str, names: dict[str, Any]) -> None:
        super().__init__(name)
        self.__dict__.update(names)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by the import itself
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(vars(module))
        return getattr(module, name)


def load_late(name: str, **names: Any) -> None:
    """Let ``import name`` cost nothing until something is used that is not among *names*."""
    sys.modules.setdefault(name, _Late(name, names))


def load_few() -> None:
    """Leave out what the standard library loads at start-up and a filter does not use.

    ``dataclasses`` imports ``inspect``, and from Python 3.12 on asks it for the annotations of each class;
    ``argparse`` imports ``gettext``, to translate its own words into languages that our own are not in.
    Together they are a quarter of what a filter over one line costs.
    """
    load_late("inspect", get_annotations=lambda cls: dict(cls.__annotations__))
    load_late("gettext", gettext=str, ngettext=lambda one, many, count: one if count == 1 else many)
