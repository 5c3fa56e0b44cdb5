"""textnorm: normalise mixed Persian/English text, convert Solar Hijri dates, clean scraped pages.

The public names are loaded when first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .engine import Change, Explained, Rule
    from .normaliser import EDITORIAL, ENCODING, SEARCH, STANDARD, Options, explain, normalise, rules
    from .ruleset import RULES_VERSION

_HOME = {
    "Change": "engine",
    "Explained": "engine",
    "Rule": "engine",
    "EDITORIAL": "normaliser",
    "ENCODING": "normaliser",
    "SEARCH": "normaliser",
    "STANDARD": "normaliser",
    "Options": "normaliser",
    "explain": "normaliser",
    "normalise": "normaliser",
    "rules": "normaliser",
    "RULES_VERSION": "ruleset",
}

__all__ = [
    "EDITORIAL",
    "ENCODING",
    "RULES_VERSION",
    "SEARCH",
    "STANDARD",
    "Change",
    "Explained",
    "Options",
    "Rule",
    "__version__",
    "explain",
    "normalise",
    "rules",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'textnorm' has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
