"""What stands beside the article and belongs to its posts: titles, dates, bylines, tags, comments.

The page model keeps the text of a page. read_page() also needs the short lines round it that say what the
text is, so they are saved from being dropped with the furniture.
"""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.fold import line_key, words
from textnorm.pages.layout import can_title, exclaims, is_meta
from textnorm.pages.model_words import concept_bits
from textnorm.pages.phrases import keys
from textnorm.pages.postdates import mark_of, shape, starts_with
from textnorm.pages.thread import closes_thread, opens_thread, thread_below, threads

#: so many lines above a block of text its title is looked for, and below it its rows
_ABOVE, _BELOW = 8, 12
#: so many dropped lines part two blocks
_GAP = 3


def rescued(lines: Sequence[str], kept: Sequence[bool], *, comments: bool = False) -> list[bool]:
    """The keepers, and round each block of them what says something about it; with its thread, if asked."""
    result = list(kept)
    if any(kept):
        _save_posts(lines, result)
    for edge in [n for n in range(len(kept)) if kept[n] and not any(kept[max(n - _GAP, 0) : n])]:
        _save_above(lines, result, edge)
    for end in [n for n in range(1, len(kept)) if kept[n - 1] and not any(kept[n : n + _GAP])]:
        if comments:
            _save_thread(lines, result, end)
        _save_below(lines, result, end)
    _save_between(lines, result)
    return result


def _save_posts(lines: Sequence[str], kept: list[bool]) -> None:
    """Other posts of the page: text beside a date that is written like that of a post the model found."""
    in_thread = threads(lines)
    marks = {n: mark for n, line in enumerate(lines) if n not in in_thread and (mark := mark_of(line))}
    steps: dict[object, int] = {}
    for place, mark in marks.items():
        step = steps.get(shape(mark)) or _side(kept, place)
        if step:
            steps[shape(mark)] = step
            _save_post(lines, kept, place, step)


def _side(kept: Sequence[bool], place: int) -> int:
    """Whether the text of a dated post stands below its date (1), above it (-1) or not beside it (0)."""
    if any(kept[place + 1 : place + 4]):
        return 1
    return -1 if any(kept[max(place - 3, 0) : place]) else 0


def _save_post(lines: Sequence[str], kept: list[bool], place: int, step: int) -> None:
    """The text of a post at its date, and the title right above the date or right below it."""
    _save_text(lines, kept, place, step)
    beside = [n for n in (place + 1, place - 1) if 0 <= n < len(lines) and _is_title(lines[n])]
    if step > 0 and any(kept[place + 1 : place + 4]) and beside:
        kept[beside[0]] = kept[place] = True


def _save_text(lines: Sequence[str], kept: list[bool], place: int, step: int) -> None:
    """The sentences that begin at most three lines beside a date, up to the first line that is none."""
    far = 0
    for number in range(place + step, len(lines) if step > 0 else -1, step):
        if is_sentence(lines[number]):
            kept[number] = True
            far = _GAP
        elif far >= _GAP:
            return
        far += 1


def _save_between(lines: Sequence[str], kept: list[bool]) -> None:
    """Sentences and rows about a post between lines that stay."""
    for place in range(1, len(lines) - 1):
        above, below = kept[place - 1], any(kept[place + 1 : place + _GAP + 1])
        if not kept[place] and above and below:
            kept[place] = is_sentence(lines[place]) or _is_about(lines[place])


def is_sentence(line: str) -> bool:
    """Whether a line is a sentence of a text: some words and an end, or many words."""
    size = line.count(" ") + 1
    return (size >= 7 and line[-1] in '.!?؟…»”"') or size >= 20


def _save_above(lines: Sequence[str], kept: list[bool], edge: int) -> None:
    titled = _is_title(lines[edge])
    for place in range(edge - 1, max(edge - 1 - _ABOVE, -1), -1):
        line = lines[place]
        if kept[place]:
            return
        if _is_about(line):
            kept[place] = True
        elif titled:
            if not is_meta(line):
                return
        elif _is_title(line):
            kept[place] = titled = True


def _is_about(line: str) -> bool:
    return mark_of(line) is not None or bool(starts_with(line, "byline")) or bool(starts_with(line, "tags"))


def _is_title(line: str) -> bool:
    """Whether a line among furniture can be the title: two words or more, most of them no words of menus."""
    found = words(line.lower())
    concepts = concept_bits()
    menu = sum(word in concepts for word in found)
    sentence = exclaims(line) or (line[-1] == "." and len(found) > 3)
    return (
        can_title(line)
        and not _is_about(line)
        and not sentence
        and len(found) >= 2
        and menu * 2 <= (len(found) if len(found) > 2 else 0)
        and line_key(line) not in keys("widget")
    )


def _save_below(lines: Sequence[str], kept: list[bool], end: int) -> None:
    thread = end + _BELOW
    for place in range(end, min(end + _BELOW, len(lines))):
        line = lines[place]
        if kept[place] or place > thread + 2 or line_key(line) in keys("widget"):
            return
        if opens_thread(line):
            thread = min(thread, place)
        elif starts_with(line, "tags") or (place < thread and _signs(line)):
            kept[place] = True


def _signs(line: str) -> bool:
    """Whether a line is a byline or dates the post with words: a bare date may be that of a teaser."""
    mark = mark_of(line)
    return bool(starts_with(line, "byline")) if mark is None else mark.style != "alone"


def _save_thread(lines: Sequence[str], kept: list[bool], end: int) -> None:
    for place in range(end, min(end + 3 * _BELOW, len(lines))):
        if kept[place]:
            return
        if opens_thread(lines[place]):
            last = place + 1 + thread_below(lines[place + 1 :])
            last += any(map(closes_thread, lines[last : last + 1]))  # the form says where the thread ends
            kept[place:last] = [True] * (last - place)
            return
