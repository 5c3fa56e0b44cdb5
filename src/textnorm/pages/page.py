"""Page and Post: what read_page() gives."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from textnorm.pages.artefact import Artefact


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a page. ``start`` and ``end`` are code points of the source page."""

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


@dataclass(frozen=True, slots=True)
class Page:
    """The posts of a page in their order, and what was dropped from it, with the reasons."""

    posts: tuple[Post, ...]
    dropped: tuple[Artefact, ...] = ()
