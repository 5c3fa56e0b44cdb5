"""HTML pages, read by trafilatura: what needs the markup is done by a library that has it."""

from __future__ import annotations


class HtmlExtraMissing(ImportError):
    """HTML was given, and the package that reads it is not installed."""

    def __init__(self) -> None:
        super().__init__("reading HTML needs the extra 'html': pip install 'textnorm[html]'")


def html_to_text(html: str) -> str:
    """The article in an HTML page, as text, found by trafilatura. ``HtmlExtraMissing`` without the extra."""
    try:
        import trafilatura
    except ImportError as error:
        raise HtmlExtraMissing from error
    # a fresh set of options each time: deduplication keeps state between calls and is left off
    return trafilatura.extract(html, include_comments=False, deduplicate=False) or ""
