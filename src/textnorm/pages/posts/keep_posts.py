"""Other posts of a page: a template writes all its date rows alike, so they lead from one post to the next."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.content.vocabulary import concept_bits
from textnorm.pages.keys import line_key, words
from textnorm.pages.phrases import keys
from textnorm.pages.posts.bylines import name_in
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.date_lines import mark_of, shape, starts_with
from textnorm.pages.posts.split import can_title, exclaims

#: so many lines from a date row its text begins
_NEAR = 3


def save_posts(lines: Sequence[str], kept: list[bool]) -> None:
    """Keep the text beside each date that is written like that of a post which is kept, and its title."""
    in_thread = threads(lines)
    marks = {n: mark for n, line in enumerate(lines) if n not in in_thread and (mark := mark_of(line))}
    steps: dict[object, int] = {}
    for place, mark in marks.items():
        if step := _step(lines, kept, place):
            steps.setdefault(shape(mark), step)
    for place, mark in marks.items():
        step = steps.get(shape(mark), 0)
        if step > 0:
            _save_below_date(lines, kept, place)
        elif step < 0:
            _save_above_date(lines, kept, place)


def _step(lines: Sequence[str], kept: Sequence[bool], place: int) -> int:
    """Whether the text of a dated post stands below its date (1), above it (-1) or not beside it (0)."""
    if place and kept[place - 1] and is_sentence(lines[place - 1]):
        return -1
    if any(kept[place + 1 : place + 1 + _NEAR]):
        return 1
    return -1 if any(kept[max(place - _NEAR, 0) : place]) else 0


def _save_below_date(lines: Sequence[str], kept: list[bool], place: int) -> None:
    if _save_text(lines, kept, range(place + 1, len(lines))) is None:
        return
    kept[place] = True
    below, above = lines[place + 1 : place + 2], lines[place - 1 : place]
    if below and is_title(below[0], 1) and any(map(is_sentence, lines[place + 2 : place + 4])):
        kept[place + 1] = True
    elif above and is_title(above[0], 1):
        kept[place - 1] = True


def _save_above_date(lines: Sequence[str], kept: list[bool], place: int) -> None:
    end = _save_text(lines, kept, range(place - 1, -1, -1))
    if end is not None:
        kept[place] = True
        if end >= 0 and is_title(lines[end], 1):
            kept[end] = True


def _save_text(lines: Sequence[str], kept: list[bool], places: range) -> int | None:
    """Keep the sentences that begin near the date; the place of the first line behind them, if there are any."""
    seen = False
    for far, place in enumerate(places):
        if is_sentence(lines[place]):
            kept[place] = seen = True
        elif seen:
            return place
        elif far >= _NEAR:
            return None
    return places.stop if seen else None


def is_sentence(line: str) -> bool:
    """Whether a line is a sentence of a text: some words and an end, or many words."""
    size = line.count(" ") + 1
    return (size >= 7 and line[-1] in '.!?؟…»”"') or size >= 20


def is_about(line: str) -> bool:
    """Whether a line dates a post, signs it or lists its tags."""
    return mark_of(line) is not None or name_in(line) is not None or bool(starts_with(line, "tags"))


def is_title(line: str, fewest: int = 2) -> bool:
    """Whether a line among furniture can be the title: enough words, few of them words of menus.

    ``fewest`` is 1 for a line whose place says that it is one.
    """
    found = words(line.lower())
    concepts = concept_bits()
    menu = sum(word in concepts for word in found)
    return (
        can_title(line)
        and not is_about(line)
        and not exclaims(line)
        and not (line[-1] == "." and len(found) > 3)
        and len(found) >= fewest
        and menu * 2 <= (len(found) if len(found) > 2 or fewest < 2 else 0)
        and line_key(line) not in keys("widget")
    )
