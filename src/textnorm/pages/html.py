"""HTML pages, read by trafilatura: what needs the markup is done by a library that has it.

trafilatura takes every character that is not printable out of a page, and with them the half-spaces of
Persian and the joiners of emoji. Here they travel as characters that the page does not hold.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from textnorm import chars
from textnorm.pages.document import check_text
from textnorm.pages.keys import line_key
from textnorm.pages.posts.date_lines import mark_of
from textnorm.pages.posts.page_lines import can_title

#: what trafilatura would lose, with the ways HTML has to write it
_JOINERS = {
    chars.ZWNJ: re.compile(rf"{chars.ZWNJ}|&(?:zwnj|#8204|#[xX]200[cC]);?"),
    chars.ZWJ: re.compile(rf"{chars.ZWJ}|&(?:zwj|#8205|#[xX]200[dD]);?"),
}
#: letters of a script nobody writes web pages in, to stand for them
_CARRIERS = [chr(code) for code in range(0x10600, 0x10737)]
#: with less text than this trafilatura falls back to the whole page in one line; its default loses short posts
_SHORTEST = "60"
_HEAD = 4
#: a first line that is shorter than this and ends like no sentence is a title already
_LONGEST = 90


class HtmlExtraMissing(ImportError):
    """HTML was given, and the package that reads it is not installed."""

    def __init__(self) -> None:
        super().__init__("reading HTML needs the extra 'html': pip install 'textnorm-fa[html]'")


def html_to_text(html: str) -> str:
    """Return the article in an HTML page, as text, found by trafilatura: its title, then its paragraphs as lines.

    Comments, menus and what else stands round the article are left out; a page of several posts gives
    the one that trafilatura takes for the article. Half-spaces are kept. ``HtmlExtraMissing`` without
    the extra ``html``.
    """
    check_text(html)
    trafilatura = _trafilatura()
    carried, carriers = _carried(html)
    # deduplication keeps state between calls and is left off
    found = trafilatura.bare_extraction(
        carried, include_comments=False, deduplicate=False, with_metadata=False, config=_config()
    )
    title = trafilatura.extract_metadata(carried) if found else None
    text = _titled(found.text or "", title.title if title else None) if found else ""
    for carrier, joiner in carriers.items():
        text = text.replace(carrier, joiner)
    return text


def _trafilatura() -> Any:
    try:
        import trafilatura
    except ModuleNotFoundError as error:
        if error.name == "trafilatura":
            raise HtmlExtraMissing from error
        raise
    return trafilatura


@cache
def _config() -> Any:
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    return config


def _carried(html: str) -> tuple[str, dict[str, str]]:
    """Return the page with its joiners as other characters, and what each of these stands for."""
    carriers: dict[str, str] = {}
    for joiner, pattern in _JOINERS.items():
        if pattern.search(html):
            carrier = next(c for c in _CARRIERS if c not in html and c not in carriers)
            html = pattern.sub(carrier, html)
            carriers[carrier] = joiner
    return html, carriers


def _titled(text: str, title: str | None) -> str:
    """Return the text with its title on top, unless it stands in its head or the text begins with another."""
    head = text.split("\n")[:_HEAD]
    has_one = bool(head[0]) and len(head[0]) < _LONGEST and can_title(head[0]) and mark_of(head[0]) is None
    if not title or not text or has_one or line_key(title) in map(line_key, head):
        return text
    return f"{title}\n\n{text}"
