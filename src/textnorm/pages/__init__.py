"""Scraped pages: clean their lines, part their posts, read what they say about themselves."""

from __future__ import annotations

from textnorm.pages.api import clean, explain_clean, find_artefacts
from textnorm.pages.markup.read import html_to_text, read_html
from textnorm.pages.markup.tree import HtmlExtraMissing, html_to_lines
from textnorm.pages.options import PageOptions
from textnorm.pages.posts.many import read_pages
from textnorm.pages.posts.read import read_page
from textnorm.pages.records.read import read_records
from textnorm.pages.results import Artefact, Page, Post, artefact_kinds
from textnorm.pages.site import SiteProfile, learn_site

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
    "find_artefacts",
    "html_to_lines",
    "html_to_text",
    "learn_site",
    "read_html",
    "read_page",
    "read_pages",
    "read_records",
]
