"""Who may have written what stands in an element: links to members, and elements that are called after a name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import takewhile
from typing import Any

from textnorm.cache import BoundedCache
from textnorm.pages.markup.declared_data import text_of
from textnorm.pages.markup.places import LONGEST

#: addresses of people, as forums and blogs write them
_PROFILE = re.compile(
    r"member(?:list)?\.php|action=profile|profile\.php|user/view\.php|(?:^|/)(?:members?|users?|profiles?|authors?)/.|/u/.|(?:^|/)user-\d|/@[^/?#]{1,60}/?$|[?&]author=",
    re.IGNORECASE,
)
#: elements that are called after the name of who wrote
_NAMED = re.compile(
    r"(?:^|\s)(?:name|(?:(?:\w+|[\w-]{1,40}_)[-_])?(?:author|username|fn|nick(?:name)?|nevisande|creator|writer|reporter|khabarnegar|by-?line|(?:posted|written)-?by)(?:[-_]?(?:name|text|txt))*"
    r"|(?:\w+[-_])?author[\w-]{1,30}[-_]name|(?:\w+[-_]{1,2})?(?:from|message|user|member|post(?:er|user)?|sender|display|full|profile)[-_]{1,2}name)(?:\s|$)",
    re.I,
)
#: classes come again, on one page and on all
_IS_NAMED: BoundedCache[str, bool] = BoundedCache(
    lambda called: _NAMED.search(called) is not None, 4096, LONGEST
)
#: words before a name
_BY = re.compile(
    r"^(?:(?:(?:نوشته|نوشتهٔ|نوشته‌ی|نوشته ی|ارسال|منتشر|نگاشته|ثبت)(?:[\s\u200c]?شده)?\s+)?(?:توسط|به[\s\u200c](?:دست|قلم)|از)"
    r"|نوشته(?:ٔ|[\s\u200c]ی)?|به[\s\u200c]قلم|نویسنده(?:(?:ٔ|[\s\u200c]ی)?\s(?:نوشته|مطلب|خبر))?|فرستنده|گزارشگر|نگارنده"
    r"|(?:(?:نمایش|مشاهده)(?:ٔ|[\s\u200c]ی)?\s)?(?:همه|تمامی?)(?:ٔ|[\s\u200c]ی)?\s(?:نوشته|پست|مقاله|مطالب)(?:[\s\u200c]?ها)?(?:[\s\u200c]?ی)?(?:\s(?:از|توسط))?"
    r"|(?:(?:(?:view\s)?all\s)?(?:posts|articles)\s|(?:posted|written)\s+)?by)(?:\s*+:\s*+|\s++)",
    re.IGNORECASE,
)
#: what stands behind a name in the same element: the day and the clock, behind a sign or «در»
_DAY_BEHIND = re.compile(
    r"(?<!\s)(?:\s++(?:[»›>•·–—-]|در|on|at)|\s*+[,،|])\s(?=.{0,40}(?:\d{4}|\d:\d\d)).*",
    re.IGNORECASE,
)
_APART = " -–—|•·,،:/←→»«"
#: a name has no more characters
_NAME = 60


def authors_in(block: Any, but: Container[Any] = ()) -> Iterator[str]:
    """Yield the names of who may have written what is in a block: those that lead to a member, then those in elements
    that are called after a name; none of the elements *but*."""
    members = [
        (element.get("href"), name)
        for element in block.iter("a")
        if element not in but and leads_to_member(element) and 0 < len(name := _name_in(element)) <= _NAME
    ]
    for address, name in members:  # a picture of the first letter stands for the name
        if len(name) > 1 or not any(
            other != name and other.startswith(name) and address == its for its, other in members
        ):
            yield name
    for element in block.iterdescendants():
        if _IS_NAMED[element.get("class") or ""] and isinstance(element.tag, str) and element not in but:
            inner = next((e for e in element.iterdescendants() if _IS_NAMED[e.get("class") or ""]), element)
            if 0 < len(name := name_in(inner)) <= _NAME:
                yield name


def names_above(block: Any, text: Any) -> Iterator[str]:
    """Yield the names in the elements of a block that are called after one, as far as its text."""
    for element in takewhile(lambda one: one is not text, block.iterdescendants()):
        if isinstance(element.tag, str) and _IS_NAMED[element.get("class") or ""]:
            yield name_in(element)


def _name_in(link: Any) -> str:
    """Return the name in a link to a member: that of the card in it, without what the account is called."""
    card = next((one for one in link.iterdescendants() if "p-name" in (one.get("class") or "").split()), None)
    return name_in(link if card is None else card)


def leads_to_member(element: Any) -> bool:
    """Tell whether a link leads to who wrote, as its address says."""
    return _PROFILE.search(element.get("href") or "") is not None


def name_in(element: Any) -> str:
    """Return the name in an element, without words like «by» before it, the day behind it, and signs that part it from what stands beside it."""
    return _DAY_BEHIND.sub("", _BY.sub("", text_of(element))).strip(_APART)
