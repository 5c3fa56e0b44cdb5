"""textnorm: normalise mixed Persian/English text, convert Solar Hijri dates, clean scraped pages.

The public names are loaded when first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .ascii import slugify, to_ascii
    from .dates import (
        DateOptions,
        FoundDate,
        InvalidDateError,
        calendar_table,
        convert_dates,
        explain_dates,
        find_dates,
        from_gregorian,
        parse_date,
        to_gregorian,
    )
    from .engine import Rule
    from .explained import Change, Explained
    from .normaliser import explain, normalise, rules
    from .options import EDITORIAL, ENCODING, HAZM, SEARCH, STANDARD, Options
    from .pages import (
        Artefact,
        HtmlExtraMissing,
        Page,
        PageOptions,
        Post,
        SiteProfile,
        artefact_kinds,
        clean,
        explain_clean,
        find_artefacts,
        html_to_text,
        learn_site,
        read_page,
    )
    from .ruleset import RULES_VERSION
    from .ruleset.hazm_rules import HazmUnavailable
    from .tidy import explain_tidy, tidy

#: public name -> the module it lives in
_HOME = {
    "Change": "explained",
    "Explained": "explained",
    "Rule": "engine",
    "EDITORIAL": "options",
    "ENCODING": "options",
    "HAZM": "options",
    "HazmUnavailable": "ruleset.hazm_rules",
    "SEARCH": "options",
    "STANDARD": "options",
    "Options": "options",
    "explain": "normaliser",
    "normalise": "normaliser",
    "rules": "normaliser",
    "RULES_VERSION": "ruleset",
    "DateOptions": "dates",
    "FoundDate": "dates",
    "InvalidDateError": "dates",
    "calendar_table": "dates",
    "convert_dates": "dates",
    "explain_dates": "dates",
    "find_dates": "dates",
    "from_gregorian": "dates",
    "parse_date": "dates",
    "to_gregorian": "dates",
    "tidy": "tidy",
    "explain_clean": "pages",
    "explain_tidy": "tidy",
    "Artefact": "pages",
    "HtmlExtraMissing": "pages",
    "Page": "pages",
    "PageOptions": "pages",
    "Post": "pages",
    "SiteProfile": "pages",
    "artefact_kinds": "pages",
    "clean": "pages",
    "find_artefacts": "pages",
    "html_to_text": "pages",
    "learn_site": "pages",
    "slugify": "ascii",
    "to_ascii": "ascii",
    "read_page": "pages",
}

__all__ = [
    "EDITORIAL",
    "ENCODING",
    "HAZM",
    "RULES_VERSION",
    "SEARCH",
    "STANDARD",
    "Artefact",
    "Change",
    "DateOptions",
    "Explained",
    "FoundDate",
    "HazmUnavailable",
    "HtmlExtraMissing",
    "InvalidDateError",
    "Options",
    "Page",
    "PageOptions",
    "Post",
    "Rule",
    "SiteProfile",
    "__version__",
    "artefact_kinds",
    "calendar_table",
    "clean",
    "convert_dates",
    "explain",
    "explain_clean",
    "explain_dates",
    "explain_tidy",
    "find_artefacts",
    "find_dates",
    "from_gregorian",
    "html_to_text",
    "learn_site",
    "normalise",
    "parse_date",
    "read_page",
    "rules",
    "slugify",
    "tidy",
    "to_ascii",
    "to_gregorian",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'textnorm' has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """Keep a submodule such as ``tidy`` from hiding the public function of the same name."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
