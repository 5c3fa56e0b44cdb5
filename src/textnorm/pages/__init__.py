"""Scraped pages: clean their lines, part their posts, read what they say about themselves.

The names are loaded when first used: who cleans a text needs nothing of what reads HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textnorm.lazy import lazy_names

if TYPE_CHECKING:
    from textnorm.pages.api import (
        clean as clean,
        explain_clean as explain_clean,
        find_artefacts as find_artefacts,
    )
    from textnorm.pages.markup.read_html import html_to_text as html_to_text, read_html as read_html
    from textnorm.pages.markup.tree import (
        HtmlExtraMissing as HtmlExtraMissing,
        html_to_lines as html_to_lines,
    )
    from textnorm.pages.options import PageOptions as PageOptions
    from textnorm.pages.posts.many import read_pages as read_pages
    from textnorm.pages.posts.read_page import read_page as read_page
    from textnorm.pages.records.read_records import read_records as read_records
    from textnorm.pages.results import (
        Artefact as Artefact,
        Page as Page,
        Post as Post,
        artefact_kinds as artefact_kinds,
    )
    from textnorm.pages.site import SiteProfile as SiteProfile, learn_site as learn_site

#: name -> the module it lives in
_HOME = {
    "Artefact": "results",
    "HtmlExtraMissing": "markup.tree",
    "Page": "results",
    "PageOptions": "options",
    "Post": "results",
    "SiteProfile": "site",
    "artefact_kinds": "results",
    "clean": "api",
    "explain_clean": "api",
    "find_artefacts": "api",
    "html_to_lines": "markup.tree",
    "html_to_text": "markup.read_html",
    "learn_site": "site",
    "read_html": "markup.read_html",
    "read_page": "posts.read_page",
    "read_pages": "posts.many",
    "read_records": "records.read_records",
}

__all__ = sorted(_HOME)

__getattr__ = lazy_names(__name__, _HOME)
