"""What a detector is: the artefacts it finds, why they go, and the texts that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.posts.heads import Heads
from textnorm.pages.results import Artefact

_CAREFUL = PageOptions(mode="careful", certain="ABC")
#: the most heads that titles are searched for in; characters that are searched sooner than a line is read for its date
_HEADS, _SEARCHED = 8, 1 << 17
Find = Callable[[Document, PageOptions], Iterable[Artefact]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Detector:
    """One kind of artefacts as data: adding one is one entry of `detectors.STAGES`.

    kind        : the word that reports count and ``PageOptions(ignore=…)`` takes
    why         : why it is no part of the text, in a few words
    certainty   : what ``PageOptions(certain=…)`` must ask for, at least; a find may be less certain
    find        : from a document and the options to the artefacts
    examples    : (before, after) pairs, each repaired as this kind
    near_misses : texts that look like it and must stay
    options     : what the examples are cleaned with
    """

    kind: str
    why: str
    certainty: str
    find: Find
    examples: tuple[tuple[str, str], ...]
    near_misses: tuple[str, ...]
    options: PageOptions = _CAREFUL


def heads(document: Document, is_wanted: Callable[[Sequence[int]], bool]) -> list[list[int]]:
    """Return the first lines of the text and of each post in it, where something is true of these lines."""
    return document.once("heads", Heads).that(document, is_wanted)


def titles(document: Document) -> Sequence[str]:
    """Return the lines that may be titles: the first of each head, a bounded number of them."""
    return document.once("titles", lambda page: _titles(page, heads(page, bool)[:_HEADS]))


def likely_titles(document: Document) -> Sequence[str]:
    """Return lines among which all titles are, without a look at dates where searching for them costs less."""
    likely = list(document.once("heads", Heads).likely.values())
    few = len(likely) * len(document.text) < _SEARCHED
    return _titles(document, likely) if few else titles(document)


def _titles(document: Document, found: Sequence[Sequence[int]]) -> list[str]:
    lines = [document.lines[number] for head in found for number in head[:2]]
    return list(dict.fromkeys(line for line in lines if 8 < len(line) < 200))
