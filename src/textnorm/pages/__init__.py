"""Scraped pages: clean their lines, part their posts, read what they say about themselves."""

from __future__ import annotations

from textnorm.pages.artefact import Artefact
from textnorm.pages.explaining import explain_clean
from textnorm.pages.find import clean, find_artefacts
from textnorm.pages.html import HtmlExtraMissing, html_to_text
from textnorm.pages.kinds import artefact_kinds
from textnorm.pages.options import PageOptions
from textnorm.pages.page import Page, Post
from textnorm.pages.read import read_page
from textnorm.pages.site import SiteProfile, learn_site
from textnorm.pages.tidying import explain_tidy, tidy

__all__ = [
    "Artefact",
    "HtmlExtraMissing",
    "Page",
    "PageOptions",
    "Post",
    "SiteProfile",
    "artefact_kinds",
    "clean",
    "explain_clean",
    "explain_tidy",
    "find_artefacts",
    "html_to_text",
    "learn_site",
    "read_page",
    "tidy",
]
