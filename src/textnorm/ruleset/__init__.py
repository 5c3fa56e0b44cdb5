"""The rules, a small file for each family; `ALL`, which every.py has, is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .every import ALL as ALL

#: bumped whenever the output of any profile changes for some text
RULES_VERSION = "5"


def __getattr__(name: str) -> Any:
    if name != "ALL":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .every import ALL

    return ALL
