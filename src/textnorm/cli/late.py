"""Modules that are loaded only when something of them is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Late(ModuleType):
    """Stands in for a module until a name of it is asked for, then has all its names."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(vars(module))
        return getattr(module, name)


def load_late(name: str) -> None:
    """Let ``import name`` cost nothing until the module is used.

    For ``inspect``, which ``dataclasses`` imports and uses for classes without a docstring: loading it is
    a sixth of what a filter over one line costs.
    """
    sys.modules.setdefault(name, _Late(name))
