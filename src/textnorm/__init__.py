"""textnorm: normalise mixed Persian/English text, convert Solar Hijri dates, clean scraped pages.

The public names are loaded when first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .ascii import slugify as slugify
    from .ascii import to_ascii as to_ascii
    from .dates import (
        DateOptions as DateOptions,
    )
    from .dates import (
        FoundDate as FoundDate,
    )
    from .dates import (
        InvalidDateError as InvalidDateError,
    )
    from .dates import (
        calendar_table as calendar_table,
    )
    from .dates import (
        convert_dates as convert_dates,
    )
    from .dates import (
        explain_dates as explain_dates,
    )
    from .dates import (
        find_dates as find_dates,
    )
    from .dates import (
        from_gregorian as from_gregorian,
    )
    from .dates import (
        parse_date as parse_date,
    )
    from .dates import (
        to_gregorian as to_gregorian,
    )
    from .explained import Change as Change
    from .explained import Explained as Explained
    from .normalisation import explain as explain
    from .normalisation import normalise as normalise
    from .normalisation import normalize as normalize
    from .normalisation import rules as rules
    from .options import EDITORIAL as EDITORIAL
    from .options import ENCODING as ENCODING
    from .options import HAZM as HAZM
    from .options import SEARCH as SEARCH
    from .options import STANDARD as STANDARD
    from .options import Options as Options
    from .pages import (
        Artefact as Artefact,
    )
    from .pages import (
        HtmlExtraMissing as HtmlExtraMissing,
    )
    from .pages import (
        Page as Page,
    )
    from .pages import (
        PageOptions as PageOptions,
    )
    from .pages import (
        Post as Post,
    )
    from .pages import (
        SiteProfile as SiteProfile,
    )
    from .pages import (
        artefact_kinds as artefact_kinds,
    )
    from .pages import (
        clean as clean,
    )
    from .pages import (
        explain_clean as explain_clean,
    )
    from .pages import (
        explain_tidy as explain_tidy,
    )
    from .pages import (
        find_artefacts as find_artefacts,
    )
    from .pages import (
        html_to_text as html_to_text,
    )
    from .pages import (
        learn_site as learn_site,
    )
    from .pages import (
        read_page as read_page,
    )
    from .pages import (
        tidy as tidy,
    )
    from .ruleset import RULES_VERSION as RULES_VERSION
    from .ruleset.hazm_rules import HazmUnavailable as HazmUnavailable
    from .ruleset.rule import Rule as Rule


#: public name -> the module it lives in
_HOME = {
    "Change": "explained",
    "Explained": "explained",
    "Rule": "ruleset.rule",
    "EDITORIAL": "options",
    "ENCODING": "options",
    "HAZM": "options",
    "HazmUnavailable": "ruleset.hazm_rules",
    "SEARCH": "options",
    "STANDARD": "options",
    "Options": "options",
    "explain": "normalisation",
    "normalise": "normalisation",
    "normalize": "normalisation",
    "rules": "normalisation",
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
    "tidy": "pages",
    "explain_clean": "pages",
    "explain_tidy": "pages",
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

__all__ = [*_HOME, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'textnorm' has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
