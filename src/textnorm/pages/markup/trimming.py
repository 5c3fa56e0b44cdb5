"""What templates put into the lines of a text, and what is none of it: signs and tools in headings, links to read on."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from textnorm.pages.keys import phrase_key
from textnorm.pages.phrases import keys

#: what is put into headings to link to them or to edit them
_TOOL = re.compile(
    r"(?:^|[\s_-])(?:edit-?section|(?:header|heading|hash|anchor(?:js)?|perma)-?(?:link|anchor))(?:\s|$)|(?:^|\s)(?:anchor|permalink|label|badge)(?:\s|$)",
    re.IGNORECASE,
)
_READ_ON = re.compile(
    r"(?:^|[\s_-])(?:(?:read|view)[_-]?more|more-?link|readon|jump-?link|continue-?reading)(?:[\s_-]|$)",
    re.IGNORECASE,
)
#: what is read out and not seen
UNSEEN = re.compile(r"(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|assistive-text)(?:\s|$)")
#: numbers of lines beside code
_COUNTED = re.compile(r"\s*+\d++(?:\s++\d++)++\s*+", re.ASCII)
_LINE_NUMBER = re.compile(
    r"(?:^|[\s_-])(?:line-?no(?:s|numbers)?|line-?numbers?|lnt?|gutter|blob-num)(?:[\s_-]|$)"
)
#: so far round them an element is called so
_ROUND = 3
_MORE = re.compile(r"#more(?:-\d{1,12})?$")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: links to read on are no longer
_LONGEST = 120


def trim(root: Any) -> None:
    """Take signs and tools out of the headings of a tree, and give links to read on lines of their own.

    Of a link that shows words, those that are only read out go («ادامه مطلب», and the title once more).

    The day of a change that a theme hides beside that of the publication is hidden, and who is quoted stands on a line of its own. A link inside the page whose text has no letter and no digit («¶», «#») goes wherever it stands, since it says
    nothing; elements called tools («[edit]») go where the heading has other words.
    """
    for link in list(root.iter("a")):
        _as_seen(link)
        if (link.get("href") or "").startswith("#") and _is_sign(link):
            _silence(link)
        elif _leads_on(link):
            _apart(link)
    for time in root.iter("time"):
        if (
            "updated" in (called := (time.get("class") or "").split())
            and "published" not in called
            and _is_dated(time)
        ):
            time.set("hidden", "")
    for quote in root.iter("blockquote"):
        said_by = _first_inside(quote)
        if said_by is not None and said_by.tag == "cite" and (said_by.tail or "").strip():
            _break_behind(said_by)
    for heading in root.iter(*_HEADINGS):
        _trim_heading(heading)
    for code in root.iter("pre"):
        _without_numbers(code)


def _first_inside(quote: Any) -> Any:
    """Return the first element of a quotation, inside the elements that hold all of it."""
    first = next(iter(quote), None)
    while first is not None and first.tag in ("div", "p") and len(first) and not (first.text or "").strip():
        first = first[0]
    return first


def put_in_place(root: Any) -> None:
    """Put what React sends later, in hidden elements at the end of a page, where its scripts put it: at the template of its number.

    Dialogues that ask for something before a page can be read are hidden.
    """
    sent = {
        one.get("id")[2:]: one for one in root.iter("div") if "hidden" in one.attrib and (one.get("id") or "").startswith("S:")
    }  # fmt: skip
    for template in list(root.iter("template")) if sent else ():
        name = template.get("id") or ""
        later = sent.pop(name[2:], None) if name.startswith(("B:", "P:")) else None
        if later is not None and template not in set(later.iter("template")):
            del later.attrib["hidden"]
            later.tail = None
            template.addnext(later)
    for one in root.xpath("//*[@role='alertdialog']"):
        one.set("hidden", "")


def _without_numbers(code: Any) -> None:
    """Take the numbers of lines out of code: elements called so in it, or all of it where it is one of them."""
    if _COUNTED.fullmatch(_text(code)) and any(
        _LINE_NUMBER.search(one.get("class") or "") for one in (code, *islice(code.iterancestors(), _ROUND))
    ):
        _silence(code)
    for one in code.iterdescendants():
        if (
            _LINE_NUMBER.search(one.get("class") or "")
            and (text := _text(one).strip()).isdigit()
            and text.isascii()
        ):
            _silence(one)


def _as_seen(link: Any) -> None:
    unseen = [one for one in link if UNSEEN.search(one.get("class") or "")] if len(link) else []
    if not unseen:
        return
    shown = [
        link.text,
        *(one.tail for one in unseen),
        *("".join(one.itertext()) for one in link if one not in unseen),
    ]
    if any(_has_words(text or "") for text in shown):
        for one in unseen:
            _silence(one)


def _trim_heading(heading: Any) -> None:
    tools = [one for one in heading.iterdescendants() if _TOOL.search(one.get("class") or "")]
    if not tools:
        return
    inside = {inner for tool in tools for inner in tool.iter()}
    words = [heading.text]
    for one in heading.iterdescendants():
        words += [one.text] if one not in inside else []
        words += [one.tail] if one.getparent() not in inside else []
    if any(_has_words(text or "") for text in words):
        for tool in tools:
            _silence(tool)


def _is_dated(time: Any) -> bool:
    """Tell whether the day beside that of a change is the one of publication, as in WordPress: its themes hide the other."""
    beside = (time.getprevious(), time.getnext())
    return any(
        one is not None and one.tag == "time" and "published" in (one.get("class") or "") for one in beside
    )


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_sign(link: Any) -> bool:
    text = _text(link)
    return bool(text.strip()) and not _has_words(text)


def _leads_on(link: Any) -> bool:
    """Tell whether a link behind text leads on to the rest of it, as its name, its address or its words say."""
    before, parent = link.getprevious(), link.getparent()
    if (
        parent is None
        or not ((parent.text if before is None else before.tail or "".join(before.itertext())) or "").strip()
    ):
        return False
    is_last = link.getnext() is None and not (link.tail or "").strip()
    return is_read_on(link, by_words=is_last)


def is_read_on(link: Any, *, by_words: bool = True) -> bool:
    """Tell whether a link is one to read on, by its name or its address, or else by its words."""
    if _READ_ON.search(link.get("class") or "") or _MORE.search(link.get("href") or ""):
        return True
    text = _text(link) if by_words else ""
    return 0 < len(text) <= _LONGEST and phrase_key(text) in keys("read_more")


def _apart(link: Any) -> None:
    """Put breaks round a link where text stands beside it."""
    link.addprevious(link.makeelement("br"))
    if (link.tail or "").strip():
        _break_behind(link)


def _break_behind(element: Any) -> None:
    """Put a break between an element and the text behind it."""
    behind = element.makeelement("br")
    element.tail, behind.tail = None, element.tail
    element.addnext(behind)


def _silence(element: Any) -> None:
    """Take the text out of an element, but not what stands behind it."""
    for one in element.iter():
        one.text = None
        if one is not element:
            one.tail = None
