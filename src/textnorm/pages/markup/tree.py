"""A page of HTML as a tree, and its text by lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape
from typing import Any

from textnorm import chars
from textnorm.arguments import check_text
from textnorm.pages.keys import line_key
from textnorm.pages.markup.builder import INLINE, SKIPPED, LineBuilder, fragment_lines
from textnorm.pages.markup.jsonld import articles_in, scripts_in
from textnorm.pages.markup.places import NAMED, Place
from textnorm.pages.markup.states import article_in_scripts
from textnorm.pages.markup.trimming import trim

_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_XML = re.compile(r"^\s*<\?xml[^>]*>")
#: characters that no tree can hold
_BAD = bytes([*range(9), *range(14, 28)])
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
#: inline elements that say nothing of their text
PLAIN = INLINE - {"a", "label"} | {"br", "hr"}
#: elements that are no part of a word
_PIECES = frozenset(("a", "time"))
_APART = " "
_NO_SCRIPT = "noscript"
#: a page that waits for its scripts shows no more lines; as many letters of a text as these tell whether it is shown nevertheless
_SHELL, _PROBE = 12, 30
#: one that shows menus has at most these words in lines of at least those
_LITTLE, _LONG = 60, 10
_MARKUP = re.compile(r"</?(?:p|br|div)\b[^>]{0,500}>", re.IGNORECASE)
#: elements round text that runs on, and attributes that a writer's editor gives to pieces of it
_RUNNING = INLINE | frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote", "pre")
)
_BEGINS, _ENDS = re.compile(r"\w."), re.compile(r"(?:\S[\w:).!؟?]|\s\d)$")
_STYLED = frozenset(("style", "lang", "dir", "color", "face"))
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
    text = _XML.sub("", html.lstrip(chars.BOM))
    if "&zw" in text:
        text = _NO_SEMICOLON.sub(r"&\1;", text)
    data = text.encode("utf-8", "ignore").translate(None, _BAD)
    for none in _NO_CHARACTERS:
        data = data.replace(none, b"")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.LxmlError:
        return None
    last = parser.error_log.last_error
    if last is not None and last.type_name == "ERR_RESOURCE_LIMIT":
        return _flat(fragment_lines(data.decode()))
    if root is not None:
        trim(root)
    return root


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
    found = _built(root, SKIPPED)
    least = 1 if len(found.lines) <= _SHELL else _LONG
    words = _words(found.lines, least)
    if root is not None and (least == 1 or words <= _LITTLE):
        title, lines = _declared_text(root)
        if lines and words * 2 < _words(lines) and not _are_shown(lines, found.lines):
            return _built(_flat(lines, title), SKIPPED)
    return found if found.lines else _built(root, SKIPPED - {_NO_SCRIPT})


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


def _built(root: Any, skipped: Collection[str]) -> LineBuilder:
    builder = LineBuilder()
    if root is None:
        return builder
    body = root.find("body")
    element = root if body is None else body
    builder.start("body")
    place = Place(element, "body", spoken(element.items()) or (), None)
    builder.data(element.text, place)
    stack = [(element, iter(element), place)]
    while stack:
        element, children, place = stack[-1]
        for child in children:
            inside = _entered(builder, child, skipped, place)
            if inside is not None and len(child):
                stack.append((child, iter(child), inside))
                break
            if inside is not None:
                _left(builder, child, place)
        else:
            stack.pop()
            _left(builder, element, stack[-1][2] if stack else None)
    builder.finish()
    return builder


def _entered(builder: LineBuilder, element: Any, skipped: Collection[str], around: Place) -> Place | None:
    """Open an element and return the place of its text; of one that nobody sees, only what stands behind it counts."""
    tag = element.tag
    if tag == _NO_SCRIPT not in skipped:
        tag = "div"
    attributes = element.items()
    said = spoken(attributes) if attributes else ()
    if tag in skipped or said is None or not isinstance(tag, str):
        if tail := element.tail:
            builder.data(tail, around)
        return None
    if tag not in INLINE or builder.in_pre:
        builder.start(tag, flat=tag != "table" or _is_flat(element))
    text = element.text
    if (not said and tag in PLAIN) or not (text or len(element)):
        inside = around  # nothing stands in it, or it says nothing of what does
    else:
        inside = Place(element, tag, said, around)
    if text:
        builder.data(text, inside)
    return inside


def _is_flat(table: Any) -> bool:
    """Tell whether a table holds no other one: those that do lay out a page, whatever their cells are called."""
    return next(table.iterdescendants("table"), None) is None


def _left(builder: LineBuilder, element: Any, around: Place | None) -> None:
    """Close an element; what stands behind it is in the one round it."""
    tag = element.tag
    is_inline = tag in INLINE and not builder.in_pre
    if not is_inline:
        builder.end("div" if tag == _NO_SCRIPT else tag)
    if around is not None:
        if tail := element.tail:
            builder.data(tail, around)
        elif is_inline and _piece_follows(element, tag):
            builder.data(_APART, around)


def _piece_follows(element: Any, tag: str) -> bool:
    """Tell whether a piece of its own comes next: two links side by side are two words, as in menus and rows of tags,
    a time is no part of a word, and neither are the fields of a row that holds nothing else."""
    following = element.getnext()
    if following is None or following.tag not in INLINE:
        return False
    if tag in _PIECES and (following.tag == "a" or tag == "time"):
        return True
    row = element.getparent()
    if row.tag in _RUNNING or (row.text and not row.text.isspace()):
        return False
    return _ENDS.search(_field(element)) is not None and _BEGINS.match(_field(following)) is not None


def _field(element: Any) -> str:
    """Return the text of an element, unless it is a run of a writer's text that an editor has cut out."""
    return "".join(element.itertext()) if _STYLED.isdisjoint(element.keys()) else ""


def spoken(attributes: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]] | None:
    """Return the attributes by which an element is called; ``None`` if it says itself that nobody sees it.

    >>> spoken([("class", "a"), ("href", "b")]), spoken([("style", "display: none")])
    ([('class', 'a')], None)
    """
    called = []
    for pair in attributes:
        name = pair[0]
        if name in NAMED:
            called.append(pair)
        elif name == "hidden" or (name == "style" and _HIDDEN.search(pair[1]) is not None):
            return None
    return called


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
