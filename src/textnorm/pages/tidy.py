"""tidy(): a scraped page in, clean normalised text with Gregorian dates out; HTML through trafilatura."""

from __future__ import annotations

from textnorm.dates import convert_dates
from textnorm.pages.options import CAREFUL, PageOptions
from textnorm.pages.page import Page, Post
from textnorm.pages.read import read_page


class HtmlExtraMissing(ImportError):
    """HTML was given, and the package that reads it is not installed."""

    def __init__(self) -> None:
        super().__init__("reading HTML needs the extra 'html': pip install 'textnorm[html]'")


def html_to_text(html: str) -> str:
    """The article in an HTML page, as text, found by trafilatura. ``HtmlExtraMissing`` without the extra."""
    try:
        import trafilatura  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise HtmlExtraMissing from error
    # a fresh set of options each time: deduplication keeps state between calls and is left off
    return trafilatura.extract(html, include_comments=False, deduplicate=False) or ""


def post_text(post: Post) -> str:
    """A post as text: its day, its title, its author, its body, apart by blank lines."""
    day = post.date.isoformat() if post.date else None
    return "\n\n".join(part for part in (day, post.title, post.author, post.body) if part)


def page_text(page: Page) -> str:
    """The posts of a page as text, in their order."""
    return "\n\n".join(map(post_text, page.posts))


def tidy(text: str | None = None, options: PageOptions = CAREFUL, *, html: str | None = None) -> str:
    """All three jobs on a scraped page: its posts cleaned, their dates Gregorian, their text normalised.

    Give the page as ``text``, or as ``html`` (needs the extra ``html``). Each post comes out as its day,
    title, author and body, so furniture, tags and comments are gone. ``TypeError`` unless exactly one is given.
    """
    if (text is None) == (html is None):
        raise TypeError("tidy() takes a text or html=, one of them")
    from textnorm.normalise import normalise

    source = text if text is not None else html_to_text(html or "")
    return str(normalise(convert_dates(page_text(read_page(source, options)))))
