"""What the page functions give: Artefact, Post and Page; and the kinds of artefacts, each with its reason."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from textnorm.edits import Edit

Certainty = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """An artefact of scraping in ``text[start:end]``, and what should stand there instead.

    ``start`` and ``end`` are code points of the source. ``certainty`` is ``"A"`` for repairs that hardly
    ever hit clean text, ``"B"`` for repairs that evidence elsewhere in the same text supports (``evidence``
    says which), ``"C"`` for what is only reported unless it is asked for.

    >>> Artefact(3, 5, "nbsp", " ", "A").length
    2
    """

    start: int
    end: int
    kind: str
    replacement: str
    certainty: Certainty
    evidence: str = ""

    @property
    def length(self) -> int:
        """Return how many characters of the source the artefact covers."""
        return self.end - self.start

    @property
    def edit(self) -> Edit:
        """Return the edit that makes the repair, with the kind as its rule."""
        return self.start, self.end, self.replacement, self.kind

    @property
    def why(self) -> str:
        """Say why this kind of artefact is no part of the text, in a few words."""
        return kinds().get(self.kind, "")


#: the kinds of lines that no detector takes out, but the page model or who reads a page
BOILERPLATE = {
    "boilerplate": "the page model takes the line for no part of the article",
    "front-matter": "a tool wrote it above the text: title, author, day and address go to the post",
}


@cache
def kinds() -> dict[str, str]:
    """Return every kind of artefact with its reason: what reports say, and what ``ignore`` may name."""
    from textnorm.pages.detectors import DETECTORS  # they make artefacts

    return {detector.kind: detector.why for detector in DETECTORS} | BOILERPLATE


def artefact_kinds() -> dict[str, str]:
    """Return every kind of artefact that `clean` knows, with the reason why it goes.

    These are the words that ``PageOptions(ignore=…)`` takes, and those that reports count.

    >>> artefact_kinds()["title-again"]
    'the title is said twice'
    """
    return dict(kinds())


def check_kinds(names: Iterable[str]) -> None:
    """Refuse a name that is no kind, with the nearest one that is: ``ValueError``."""
    for unknown in sorted(set(names) - kinds().keys()):
        from difflib import get_close_matches

        near = get_close_matches(unknown, kinds(), 1)
        hint = f"did you mean {near[0]!r}?" if near else "see textnorm.artefact_kinds()"
        raise ValueError(f"unknown kind of artefact {unknown!r} in ignore; {hint}")


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a page, or one record of a feed or an export.

    ``start`` and ``end`` are code points of the source page; of the text that `html_to_lines` gives for HTML.
    ``sources`` says where a field was declared that the text itself does not have, and ``conflicts`` where
    what the markup declares is something else than the text says. ``kind`` is ``"post"``, or what else a
    record is: ``"page"``, ``"comment"``, ``"draft"``, ``"service"`` …
    """

    title: str | None
    author: str | None
    #: the Gregorian day of the post, whatever calendar it was written in
    date: datetime.date | None
    #: the date as the page writes it
    date_text: str | None
    body: str
    tags: tuple[str, ...] = ()
    #: the lines of the comment thread, when ``PageOptions(comments="keep")`` asks for them
    comments: tuple[str, ...] = ()
    #: lines of the body that are captions of pictures
    captions: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    url: str | None = None
    #: the day of the last change, where the markup or the record declares one
    modified: datetime.date | None = None
    #: the language that is declared, as the source writes it
    language: str | None = None
    #: what the source calls the record
    id: str | None = None
    kind: str = "post"
    #: field -> where it was declared
    sources: Mapping[str, str] = field(default_factory=dict, hash=False)
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The posts of a page in their order, and what was dropped from it, with the reasons."""

    posts: tuple[Post, ...]
    dropped: tuple[Artefact, ...] = ()
