"""What stands in a discussion: elements that hold what was said, each with its lines and the larger one that is its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.declared_data import blocks_of
from textnorm.pages.markup.places import ASIDE, Place

#: what forums write over what a message quotes
_QUOTED = re.compile(
    r"(?:نقل[\s\u200c]?قول|quote)\s?:?|(?:(?:نوشته|ارسال)[\s\u200c](?:اصلی|شده)[\s\u200c](?:توسط|بوسیله|به وسیله)|originally posted by)\s\S.{0,40}|(?:\([^()]{1,40}\)\s?)?\S.{0,40}\s(?:نوشته(?:[\s\u200c]است)?|wrote):"
    r"|(?:در|on|at)\s.{5,45}[،,]\s?\S.{0,40}\s(?:گفت|نوشت|said):?",
    re.IGNORECASE,
)
#: the same where an element is called after it
_SPOKE = re.compile(r"\S.{0,40}\s(?:گفت|نوشت|said):?", re.IGNORECASE)
#: what stands over a message and says when it was written
_HEAD = re.compile(r"head(?!ing)|meta|info", re.IGNORECASE)
#: what the vocabulary of schema.org calls what is said in a discussion
_MESSAGES = re.compile(r"/(?:Question|Answer|DiscussionForumPosting|SocialMediaPosting)$")
_OF_QUOTE = re.compile(r"attribution|citation|quote", re.IGNORECASE)


class Entry(NamedTuple):
    """A post: its element, the one with its text, and its lines by number."""

    block: Any
    text: Any
    own: list[int]
    said: list[int]


class _Within(NamedTuple):
    """The post that a place is in, if any, and whether it is in its text and in what is none of it."""

    entry: Entry | None
    said: bool
    aside: bool


def entries_of(found: LineBuilder, texts: Sequence[Any]) -> list[Entry]:
    """Return the posts whose texts some elements are, in the order of the page."""
    blocks = {
        text: block if (own := _declared(text)) is None else own
        for text, block in blocks_of(list(texts)).items()
    }
    owner = {block: text for text, block in blocks.items()}
    owner |= {head: owner[block] for block, head in _heads(list(owner)).items()}
    entries = {text: Entry(blocks[text], text, [], []) for text in texts}
    known: dict[Place | None, _Within] = {None: _Within(None, said=False, aside=False)}
    for number, place in enumerate(found.main):
        within = known.get(place) or _within(place, entries, owner, known)
        if within.entry is not None:
            within.entry.own.append(number)
            if within.said and not within.aside and not _names_quoted(found, number):
                within.entry.said.append(number)
    return sorted((entry for entry in entries.values() if entry.said), key=lambda entry: entry.said[0])


def _declared(text: Any) -> Any:
    """Return the element that declares itself to be the question, answer or message that a text is declared of; answers may stand
    in the element of their question."""
    if not text.get("itemprop"):
        return None
    scope = next((one for one in text.iterancestors() if one.get("itemtype")), None)
    return scope if scope is not None and _MESSAGES.search(scope.get("itemtype")) else None


def _heads(blocks: Sequence[Any]) -> dict[Any, Any]:
    """Return the elements right above posts that are called alike and after what a head says, where most posts have one."""
    heads = {block: head for block in blocks if (head := block.getprevious()) is not None}
    kinds = Counter((head.tag, head.get("class") or "") for head in heads.values() if head not in blocks)
    kind, count = kinds.most_common(1)[0] if kinds else (("", ""), 0)
    if count * 2 <= len(blocks) or not _HEAD.search(kind[1]):
        return {}
    return {block: head for block, head in heads.items() if (head.tag, head.get("class") or "") == kind}


def _names_quoted(found: LineBuilder, number: int) -> bool:
    """Tell whether a line says who is quoted below it, and nothing else."""
    line, place = found.lines[number], found.main[number]
    if _QUOTED.fullmatch(line):
        return True
    return (
        place is not None and _OF_QUOTE.search(place.names) is not None and _SPOKE.fullmatch(line) is not None
    )


def _within(
    place: Place | None,
    entries: dict[Any, Entry],
    owner: dict[Any, Any],
    known: dict[Place | None, _Within],
) -> _Within:
    """Return in which post a place is, and as what; *known* says it of places, and is added to."""
    new: list[Place] = []
    while place is not None and place not in known:
        new.append(place)
        place = place.parent
    within = known[place]
    for one in reversed(new):
        element, aside = one.element, one.own & ASIDE > 0
        entry = entries[owner[element]] if element in owner else within.entry
        if element in entries:
            within = _Within(entry, said=True, aside=False)
        elif element in owner:
            within = _Within(entry, said=False, aside=aside)
        elif aside and not within.aside:
            within = _Within(entry, within.said, aside=True)
        known[one] = within
    return within
