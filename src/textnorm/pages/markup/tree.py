"""A page of HTML as a tree, and its text by lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from textnorm import chars
from textnorm.arguments import check_text
from textnorm.pages.keys import line_key
from textnorm.pages.markup.builder import LineBuilder, fragment_lines
from textnorm.pages.markup.jsonld import articles_in, scripts_in
from textnorm.pages.markup.misread import as_meant
from textnorm.pages.markup.states import article_in_scripts
from textnorm.pages.markup.trimming import put_in_place, trim
from textnorm.pages.markup.walk import walked

_XML = re.compile(r"^\s*<\?xml[^>]*>")
#: characters that no tree can hold
_BAD = bytes([*range(9), *range(14, 28)])
_NO_CHARACTERS = ("\ufffe", "\uffff")
#: how pages name what stands elsewhere than it is shown
_OUT_OF_PLACE = ('="S:', "alertdialog")
_IN_HEAD = frozenset(("title", "meta", "link", "script", "style", "base", "noscript", "template", "noframes"))
#: a page that waits for its scripts shows no more lines; as many letters of a text as these tell whether it is shown nevertheless
_SHELL, _PROBE = 12, 30
#: one that shows menus has at most these words in lines of at least those
_LITTLE, _LONG = 60, 10
_MARKUP = re.compile(r"</?(?:p|br|div)\b[^>]{0,500}>", re.IGNORECASE)
_NO_SEMICOLON = re.compile(r"&(zwnj|zwj)(?![;\w])")


class HtmlExtraMissing(ImportError):
    """HTML was given, and the package that reads it is not installed."""

    def __init__(self) -> None:
        super().__init__("reading HTML needs the extra 'html': pip install 'textnorm-fa[html]'")


def parse_page(html: str) -> Any:
    """Return the root of a page, however broken it is, or ``None`` where nothing is in it."""
    check_text(html)
    try:
        from lxml import etree
    except ModuleNotFoundError as error:
        if error.name in ("lxml", "lxml.etree"):
            raise HtmlExtraMissing from error
        raise
    text, _ = as_meant(html.lstrip(chars.BOM))
    if (declaration := _XML.match(text)) is not None:
        text = text[declaration.end() :]
    if "&zw" in text:
        text = _NO_SEMICOLON.sub(r"&\1;", text)
    for none in _NO_CHARACTERS:
        text = text.replace(none, "")
    data = text.encode("utf-8", "ignore").translate(None, _BAD)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.LxmlError:
        return None
    last = parser.error_log.last_error
    if last is not None and last.type_name == "ERR_RESOURCE_LIMIT":
        return _flat(fragment_lines(data.decode()))
    if root is not None:
        _end_head(root)
        if any(map(text.__contains__, _OUT_OF_PLACE)):
            put_in_place(root)
        trim(root)
    return root


def _end_head(root: Any) -> None:
    """Put into the body what the parser takes for the head of a page without the tags of these two: sections of HTML 5."""
    head = root.find("head")
    first = None if head is None else next((n for n, one in enumerate(head) if one.tag not in _IN_HEAD), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    moved = head[first:]
    moved[-1].tail, body.text = (moved[-1].tail or "") + (body.text or ""), None
    for place, one in enumerate(moved):
        body.insert(place, one)


def _flat(lines: Sequence[str], title: str = "") -> Any:
    """Return lines as a tree: those of a page of which the parser gives up the half, since it is nested too deep."""
    from lxml import etree

    root = etree.Element("html")
    body = etree.SubElement(root, "body")
    if title and line_key(title) != line_key(lines[0]):
        etree.SubElement(body, "h1").text = title
    for line in lines:
        etree.SubElement(body, "p").text = line
    return root


def lines_of(root: Any) -> list[str]:
    """Return the lines of a tree that a reader can see."""
    return built(root).lines


def built(root: Any) -> LineBuilder:
    """Return the lines of a tree that a reader can see, with the places of their parts.

    Of a page that shows no text without its scripts these are those of the one article that it declares or that its scripts
    hold as JSON, or else the lines for readers without them.
    """
    found = walked(root)
    least = 1 if len(found.lines) <= _SHELL else _LONG
    words = _words(found.lines, least)
    if root is not None and (least == 1 or words <= _LITTLE):
        title, lines = _declared_text(root)
        if lines and words * 2 < _words(lines) and not _are_shown(lines, found.lines):
            return walked(_flat(lines, title))
    return found if found.lines else walked(root, scripts=False)


def _words(lines: Iterable[str], least: int = 1) -> int:
    """Return how many words the lines have that have no fewer than some."""
    sizes = (line.count(" ") + 1 for line in lines)
    return sum(size for size in sizes if size >= least)


def _are_shown(lines: Sequence[str], shown: Sequence[str]) -> bool:
    """Tell whether a page shows some of a text: its first letters, those in its middle or its last ones."""
    text, page = line_key(" ".join(lines)), line_key(" ".join(shown))
    places = (0, (len(text) - _PROBE) // 2, len(text) - _PROBE)
    return any(text[max(place, 0) :][:_PROBE] in page for place in places)


def _declared_text(root: Any) -> tuple[str, list[str]]:
    """Return title and lines of the one article whose text the scripts of a page hold."""
    articles = {article.text: article for article in articles_in(scripts_in(root)) if article.text}
    article = next(iter(articles.values())) if len(articles) == 1 else article_in_scripts(root)
    if article is None:
        return "", []
    text = article.text
    lines = fragment_lines(text if _MARKUP.search(text) else "<br>".join(map(escape, text.splitlines())))
    return (article.first("title") or ("",))[0], lines


def html_to_lines(html: str) -> str:
    """Return the text of an HTML page that a reader can see, menus included, a line for each block.

    Inline elements add nothing, so no space comes into words, and half-spaces stay as they were written:
    as characters or as ``&zwnj;``. Scripts, styles, comments and hidden elements go; captions, lists, the
    rows of tables with headings and code (between fences) stay. This is what `read_html` reads, and what
    the offsets of its posts point into. ``HtmlExtraMissing`` without the extra ``html``.

    >>> html_to_lines("<h1>خبر</h1><p>او <b>نمی</b>&zwnj;آید<script>x</script><p>پایان")
    'خبر\\nاو نمی\\u200cآید\\nپایان'
    """
    return "\n".join(lines_of(parse_page(html)))
