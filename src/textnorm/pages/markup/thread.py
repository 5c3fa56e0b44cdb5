"""Comments as records of their own, where the markup tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from textnorm.cache import BoundedCache
from textnorm.dates import DateOptions, FoundDate, find_dates
from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import ALONE, role_bits
from textnorm.pages.keys import WHITESPACE
from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.builder import INLINE, LineBuilder, main_place
from textnorm.pages.markup.days import read_day
from textnorm.pages.markup.declared_data import text_of
from textnorm.pages.markup.items import item_of
from textnorm.pages.markup.people import authors_in, name_in
from textnorm.pages.markup.places import LONGEST, Place
from textnorm.pages.results import Post

_ID = lazy_pattern(r"(?:div-|li-)?((?:comment|cmt|cmnt|cm|nazar|reply|c)[-_]?\d+)", re.IGNORECASE)
_CLASSES = frozenset(
    "comment comment-body comment-item comment_item commentitem comment-box comment-block comments-item comments_item"
    " user-comment cmnt nazar".split()
)
#: elements that hold nothing but comments, one in each element inside
_LIST = lazy_pattern(r"(?:comments?|nazar(?:at)?)[-_]?(?:items?[-_]?)?list", re.IGNORECASE)
_ITEMS = frozenset(("li", "div", "article"))
_TYPES = ("/Comment", "/UserComments")
_REVIEW = "/Review"
#: lists of categories, and notes on other articles, as MediaWiki calls them
_APART = lazy_pattern(r"(?:^|\s)(?:hatnote|catlinks)(?:\s|$)")
_SCORE = lazy_pattern(r"(?:^|[\s_-])(?:score|rating)(?:[\s_-]|$)", re.IGNORECASE)
#: such marks are no longer
_MARK = 40
_IS_APART: BoundedCache[str, bool] = BoundedCache(
    lambda names: _APART.search(names) is not None, 4096, LONGEST
)
_AUTHOR = lazy_pattern(r"author|name|\bfn\b|user|vcard|nick|nevisande", re.IGNORECASE)
_ABOUT = lazy_pattern(rf"{_AUTHOR.pattern}|date|time|meta|tarikh|permalink|head", re.IGNORECASE)
#: what the text of a comment is called; «text-muted» and its like are how it looks
_BODY = lazy_pattern(r"content|(?:^|[\s_-])text(?!-)|[a-z]Text|body|message|matn", re.IGNORECASE)
_TOOL = lazy_pattern(r"reply|like|vote|rating|share|action|avatar|says|tool", re.IGNORECASE)
#: what is longer is no name and no row about a comment, and no tool
_LONGEST, _TOOLS = 80, 40
_SAYS = lazy_pattern(
    r"(?<!\s)\s*+(?:(?:says|said|wrote|می[\s\u200c]?گوید|گفت(?:ه)?|نوشت(?:ه)?)\s*+)?:?$", re.IGNORECASE
)


def comments_of(
    root: Any, lines: Sequence[str], parts: Sequence[Parts], dates: DateOptions, address: str | None
) -> list[Post]:
    """Return the comments of a page as posts of the kind ``"comment"``, with author, day, text and what the page calls them."""
    elements = [element for element in root.iter() if isinstance(element.tag, str) and _is_comment(element)]
    numbers = {element: number for number, element in enumerate(elements)}
    known: dict[Place, int] = {}
    own: dict[int, list[int]] = {}
    for number, (line, part) in enumerate(zip(lines, parts, strict=True)):
        item = item_of(main_place(part), numbers, known) if line.strip(WHITESPACE) else -1
        if item >= 0:
            own.setdefault(_whole(item, elements, numbers), []).append(number)
    places = [0, *accumulate(len(line) + 1 for line in lines)]
    found = (_post(elements[item], own[item], lines, parts, dates, address) for item in sorted(own))
    return [
        Post(**{**fields, "start": places[own_lines[0]], "end": places[own_lines[-1] + 1] - 1})
        for fields, own_lines in zip(found, (own[item] for item in sorted(own)), strict=True)
        if fields["body"] and (fields["author"] or fields["date_text"] or fields["id"])
    ]


def _is_comment(element: Any) -> bool:
    named = element.tag not in INLINE and _ID.fullmatch(element.get("id") or "") is not None
    return (
        named
        or not _CLASSES.isdisjoint((element.get("class") or "").lower().split())
        or (element.get("itemtype") or "").endswith(_TYPES)
        or is_review(element)
        or (element.tag in _ITEMS and _is_list(element.getparent()))
    )


def is_review(element: Any) -> bool:
    """Tell whether an element is what somebody says of the thing that a page is about, by its microdata."""
    return "review" in (element.get("itemprop") or "").lower().split() and (
        element.get("itemtype") or ""
    ).endswith(_REVIEW)


def without_apart(kept: Sequence[bool], found: LineBuilder) -> list[bool]:
    """Return which lines are text without those of reviews of what a page is about, what wikis put round their articles, and
    the marks that a review gives."""
    known: dict[Place, bool] = {}
    rows = zip(kept, found.main, found.lines, strict=True)
    return [text and not _is_apart(place, known) and not _is_mark(line, place) for text, place, line in rows]


def _is_mark(line: str, place: Place | None) -> bool:
    """Tell whether a line is a number with a few words in an element called after a score: «۸٫۲ امتیاز ما»."""
    if place is None or not line[0].isdigit() or len(line) > _MARK:
        return False
    around = (place.names, place.block.names, place.block.parent.names if place.block.parent else "")
    return any(_SCORE.search(names) for names in around)


def _is_apart(place: Place | None, known: dict[Place, bool]) -> bool:
    new: list[Place] = []
    is_in = False
    while place is not None and not is_in and place not in known:
        new.append(place)
        is_in = ("review" in place.names and is_review(place.element)) or _IS_APART[place.names]
        place = place.parent
    is_in = is_in or (place is not None and known[place])
    known.update(dict.fromkeys(new, is_in))
    return is_in


def _is_list(element: Any) -> bool:
    return element is not None and _LIST.search(element.get("class") or element.get("id") or "") is not None


def _whole(item: int, elements: Sequence[Any], numbers: dict[Any, int]) -> int:
    """Return the number of the comment that an element is: that of the one round it which holds nothing else."""
    element = elements[item]
    above = element.getparent()
    while above is not None and len(above) == 1 and above not in numbers:
        above = above.getparent()
    called = "body" in (element.get("class") or "") and not _ID.fullmatch(element.get("id") or "")
    inside = above is not None and above in numbers and (called or len(above) == 1)
    return _whole(numbers[above], elements, numbers) if inside else item


def _post(
    element: Any,
    own: Sequence[int],
    lines: Sequence[str],
    parts: Sequence[Parts],
    dates: DateOptions,
    address: str | None,
) -> dict[str, Any]:
    """Return the fields of one comment."""
    author = _author(element)
    day = written = None
    body: list[str] = []
    for number in own:
        line, names = lines[number].strip(WHITESPACE), list(_called(main_place(parts[number]), element))
        if (body or len(line) > _LONGEST or not _is_about(names)) and not (
            written is None and _is_day(line, dates)
        ):
            joined = " ".join(names)
            if not (_TOOL.search(joined) and len(line) < _TOOLS) and not role_bits(line) & ALONE:
                body.append(line)
        elif written is None and (found := _day(line, dates)):
            day, written = found.date, found.text
    stamps = map(read_day, _stamps(element))
    declared = next((stamp for stamp in stamps if stamp), None)
    name = _identity(element)
    return {
        "title": None, "author": author, "date": day or (declared.date if declared else None), "date_text": written,
        "body": "\n".join(body), "id": name, "kind": "comment", "url": f"{address}#{name}" if address and name else None,
        "sources": {"date": "time datetime"} if declared and not day else {},
    }  # fmt: skip


def _day(line: str, dates: DateOptions) -> FoundDate | None:
    found = [date for date in find_dates(line, replace(dates, gregorian=True)) if date.date is not None]
    return found[0] if len(found) == 1 else None


def _is_day(line: str, dates: DateOptions) -> bool:
    """Tell whether a line is a day and nothing else."""
    found = _day(line, dates) if len(line) <= _TOOLS else None
    return found is not None and not any(map(str.isalnum, line.replace(found.text, "")))


def _stamps(element: Any) -> Iterator[str]:
    """Yield the days that the markup of a comment declares."""
    for one in element.iter("time", "meta"):
        if one.tag == "time" or (one.get("itemprop") or "").lower() == "datepublished":
            yield one.get("datetime") or (one.get("content") if one.tag == "meta" else "") or ""


def _author(element: Any) -> str | None:
    """Return the name in the innermost of the elements that are called after an author."""
    found = None
    for inner in element.iterdescendants():
        if not isinstance(inner.tag, str) or (found is not None and found not in inner.iterancestors()):
            continue
        if (
            _AUTHOR.search(f"{inner.get('class') or ''} {inner.get('itemprop') or ''}")
            and 0 < len(text_of(inner)) < _LONGEST
        ):
            found = inner
    if found is None:
        return next(authors_in(element), None)
    return _SAYS.sub("", name_in(found)) or None


def _is_about(names: Sequence[str]) -> bool:
    """Tell whether the elements round a line, the innermost first, say that it is about its comment."""
    telling = (name for name in names if _BODY.search(name) or _ABOUT.search(name))
    return not _BODY.search(next(telling, "body"))


def _called(place: Place | None, element: Any) -> Iterator[str]:
    """Yield how the elements round a line are called, the innermost first, as far as its comment."""
    while place is not None and place.element is not element:
        yield place.names
        place = place.parent


def _identity(element: Any) -> str | None:
    anchors = (one for one in element.iter("a") if _ID.fullmatch(one.get("id") or ""))
    for one in (element, *anchors, *element.iterancestors()):
        if match := _ID.fullmatch(one.get("id") or ""):
            return match[1]
        if one is not element and one.tag != "a" and not _is_comment(one):
            return None
    return None
