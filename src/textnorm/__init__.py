"""textnorm: normalise mixed Persian/English text, convert Solar Hijri dates, clean scraped pages.

The public names are loaded when first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .ascii import slugify as slugify, to_ascii as to_ascii
    from .dates import (
        DateOptions as DateOptions,
        FoundDate as FoundDate,
        InvalidDateError as InvalidDateError,
        calendar_table as calendar_table,
        convert_dates as convert_dates,
        explain_dates as explain_dates,
        find_dates as find_dates,
        from_gregorian as from_gregorian,
        parse_date as parse_date,
        to_gregorian as to_gregorian,
        to_gregorian_many as to_gregorian_many,
    )
    from .explained import Change as Change, Explained as Explained
    from .extracted import (
        ExtractedOptions as ExtractedOptions,
        PdfExtraMissing as PdfExtraMissing,
        explain_extracted as explain_extracted,
        pdf_to_text as pdf_to_text,
        repair_extracted as repair_extracted,
    )
    from .indexing import SearchKeys as SearchKeys, search_keys as search_keys
    from .normalisation import (
        explain as explain,
        normalise as normalise,
        normalise_many as normalise_many,
        rules as rules,
    )
    from .options import (
        EDITORIAL as EDITORIAL,
        ENCODING as ENCODING,
        HAZM as HAZM,
        SEARCH as SEARCH,
        STANDARD as STANDARD,
        Options as Options,
    )
    from .pages import (
        Artefact as Artefact,
        HtmlExtraMissing as HtmlExtraMissing,
        Page as Page,
        PageOptions as PageOptions,
        Post as Post,
        SiteProfile as SiteProfile,
        artefact_kinds as artefact_kinds,
        clean as clean,
        explain_clean as explain_clean,
        find_artefacts as find_artefacts,
        html_to_lines as html_to_lines,
        html_to_text as html_to_text,
        learn_site as learn_site,
        read_html as read_html,
        read_page as read_page,
        read_pages as read_pages,
        read_records as read_records,
    )
    from .ruleset import RULES_VERSION as RULES_VERSION
    from .ruleset.hazm_rules import HazmUnavailable as HazmUnavailable
    from .ruleset.rule import Rule as Rule
    from .spans import normalise_spans as normalise_spans
    from .tidying import explain_tidy as explain_tidy, tidy as tidy


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
    "normalise_many": "normalisation",
    "normalise_spans": "spans",
    "normalize": "normalisation",
    "rules": "normalisation",
    "RULES_VERSION": "ruleset",
    "ExtractedOptions": "extracted",
    "explain_extracted": "extracted",
    "repair_extracted": "extracted",
    "PdfExtraMissing": "extracted",
    "pdf_to_text": "extracted",
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
    "to_gregorian_many": "dates",
    "tidy": "tidying",
    "explain_clean": "pages",
    "explain_tidy": "tidying",
    "Artefact": "pages",
    "HtmlExtraMissing": "pages",
    "Page": "pages",
    "PageOptions": "pages",
    "Post": "pages",
    "SiteProfile": "pages",
    "artefact_kinds": "pages",
    "clean": "pages",
    "find_artefacts": "pages",
    "html_to_lines": "pages",
    "html_to_text": "pages",
    "learn_site": "pages",
    "SearchKeys": "indexing",
    "search_keys": "indexing",
    "slugify": "ascii",
    "to_ascii": "ascii",
    "read_html": "pages",
    "read_page": "pages",
    "read_pages": "pages",
    "read_records": "pages",
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
