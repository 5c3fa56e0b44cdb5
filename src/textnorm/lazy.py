"""Patterns that are compiled when they are first used: a text needs few of them, and start-up needs none."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, AnyStr, cast

_METHODS = (
    "search",
    "match",
    "fullmatch",
    "sub",
    "subn",
    "split",
    "findall",
    "finditer",
    "flags",
    "groupindex",
)
_compile: Callable[..., re.Pattern[Any]] = re.compile
_import: Callable[[str], Any] = import_module


class LazyPattern:
    """Stand in for a pattern; after the first use its methods are those of the compiled one, at the same price."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self.source: Any = pattern, flags
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = _compile(*self.source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern like that of `re.compile`, compiled at its first use.

    >>> lazy_pattern("a+").sub("b", "caat")
    'cbt'
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(pattern, flags))


def lazy_function(module: str, name: str) -> Callable[..., Any]:
    """Return the function of a module that is loaded when the function is first called.

    >>> lazy_function("textnorm.lazy", "lazy_pattern")("a+").sub("b", "caat")
    'cbt'
    """
    return lambda *arguments, **named: getattr(_import(module), name)(*arguments, **named)


def lazy_names(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package whose names are loaded when first used, each from its module in the package.

    >>> lazy_names("textnorm.lexicon", {"load": "table"})("load").__module__
    'textnorm.lexicon.table'
    """

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load


def compile_by(function: Callable[..., re.Pattern[Any]]) -> None:
    """Have patterns compiled by *function*, which gives what `re.compile` gives: the core has some that are compiled."""
    global _compile
    _compile = function


def import_by(function: Callable[[str], Any]) -> None:
    """Have the modules of lazy functions loaded by *function*, as `import_module` loads them: the core has the code of some."""
    global _import
    _import = function
