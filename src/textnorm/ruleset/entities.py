"""Entities that a scraper left in plain text."""

from __future__ import annotations

import re
import unicodedata

from ..cache import BoundedCache
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule
from .protection import outside_code

_ENTITY = lazy_pattern(r"&(?:amp;){0,8}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NUMBER = lazy_pattern("&#(?:([0-9]+)|[xX]([0-9a-fA-F]+));")
#: characters that an entity may name by their numbers, and no other: neither controls nor halves of a pair
_PLAIN = range(0xA0, 0xD800)
#: the quotation marks between which an entity is spoken of
QUOTED = ("«»", '""', "''", "“”", "‘’")
#: entities that show nothing by themselves: those that join or part letters, and spaces
_UNSEEN = tuple(
    "&zwnj; &zwj; &shy; &lrm; &rlm; &nbsp; &ensp; &emsp; &thinsp; &#8204; &#160; &#x200c; &#x200C; &#xa0; &#xA0;".split()
)
#: a sentence that goes on behind an entity, and what stands before one as its object
_GOES_ON = lazy_pattern(r" \w")
_TAKES_AN_OBJECT = lazy_pattern(
    r"(?<!\w)(?:از|با|کد|كد|نویسهٔ?|use|an?|the|with|type|write|insert|entity) \Z", re.IGNORECASE
)
_MARKUP = lazy_pattern(r"<(?:/?[A-Za-z][^<>]*|!--[^<>]*--|!DOCTYPE[^<>]*)>")


def has_entity(text: str) -> bool:
    """Return whether *text* holds what looks like an entity."""
    return _ENTITY.search(text) is not None


def has_markup(text: str) -> bool:
    """Tell whether *text* carries tags: then its entities are part of its markup."""
    return "<" in text and _MARKUP.search(text) is not None


def _entities(text: str) -> list[Edit]:
    """Return entities of a text that carries no markup; a text with tags keeps them, they belong to its HTML."""
    if "&" not in text or has_markup(text):
        return []
    return [
        (*match.span(), after, "html-entity")
        for match in outside_code(_ENTITY, text)
        if not _is_named(text, *match.span()) and (after := _shown_by[match[0]])
    ]


def _is_named(text: str, start: int, end: int) -> bool:
    """Tell whether a text speaks of an entity: one alone in quotation marks, «&nbsp;», or an unseen one as the object of a sentence."""
    if text[start - 1 : start] + text[end : end + 1] in QUOTED:
        return True
    if not text.startswith(_UNSEEN, start) or _GOES_ON.match(text, end) is None:
        return False
    return _TAKES_AN_OBJECT.search(text, max(0, start - 12), start) is not None


def shown(entity: str) -> str:
    """Return what an entity, encoded once or more often, stands for; "" for what is none or must stay."""
    if (number := _NUMBER.fullmatch(entity)) is not None:
        code = int(number[1] or number[2], 10 if number[1] else 16)
        if code in _PLAIN:  # of most, without the list of names, which takes long to load
            return "" if _unsafe(chr(code)) else chr(code)
    from html import unescape

    after = entity
    while (decoded := unescape(after)) != after and _is_entity(after):
        after = decoded
    return "" if after == entity or _unsafe(after) else after


_shown_by: BoundedCache[str, str] = BoundedCache(shown, 1 << 9)


def _is_entity(text: str) -> bool:
    from html.entities import html5

    name = text[1:]
    while name.startswith("amp;") and name != "amp;":
        name = name[4:]
    return _ENTITY.fullmatch(text) is not None and (name[0] == "#" or name in html5)


def _unsafe(character: str) -> bool:
    """Tell whether an entity must not turn into a character: part of markup or of another entity, a line break, a control."""
    return character in "<>&`" or any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in character)


ENTITY = Rule(
    id="html-entity",
    family="encoding",
    scope="text",
    why="A scraper left entities in plain text. Texts with markup keep them, and so do code and URLs; those of"
    " «<», «>» and «&» stay too, for decoding them would make markup.",
    find=_entities,
    literals=("&",),
    examples=(
        ("نمی&zwnj;رود &#1705;ه", "نمی‌رود که"),
        ("باد&amp;nbsp;خنک", "باد خنک"),
        ("caf&eacute;", "café"),
    ),
    near_misses=(
        "<b>باد&nbsp;خنک</b>",
        "`&nbsp;` را ببین",
        "«&nbsp;» و '&zwnj;' را ببین",
        "نیم‌فاصله با &zwnj; نوشته می‌شود",
        "به‌جای فاصله از &nbsp; استفاده کنید",
        "AT&T; R&D",
        "a &lt; b",
        "https://e.org/?a=1&copy;=2",
    ),
    source="HTML Living Standard, named character references",
)
