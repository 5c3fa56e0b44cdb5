"""What stands beside the article and belongs to its posts: titles, dates, bylines, tags, comments.

The page model keeps the text of a page. read_page() also needs the short lines round it that say what the
text is, so they are saved from being dropped with the furniture.
"""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.keys import line_key
from textnorm.pages.phrases import keys
from textnorm.pages.posts.bylines import name_in
from textnorm.pages.posts.comments import closes_thread, comment_signs, opens_thread, thread_below
from textnorm.pages.posts.date_lines import mark_of, starts_with
from textnorm.pages.posts.keep_posts import is_about, is_sentence, is_title, save_posts
from textnorm.pages.posts.split import is_meta

#: so many lines with a word in them above a block of text its title is looked for, and below it its rows
_ABOVE, _BELOW = 8, 12
#: so many dropped lines part two blocks
_GAP = 3
#: a name of two words far above the text is no title when a line of so many words stands above it
_LONG_TITLE = 4


def rescued(lines: Sequence[str], kept: Sequence[bool], comments: bool = False) -> list[bool]:
    """The keepers, and round each block of them what says something about it; with its thread, if asked."""
    result = list(kept)
    if any(kept):
        save_posts(lines, result)
    for edge in [n for n in range(len(kept)) if result[n] and not any(result[max(n - _GAP, 0) : n])]:
        _save_above(lines, result, edge)
    for end in [n for n in range(1, len(kept)) if result[n - 1] and not any(result[n : n + _GAP])]:
        if comments:
            _save_thread(lines, result, end)
        _save_below(lines, result, end)
    _save_between(lines, result)
    return result


def _save_above(lines: Sequence[str], kept: list[bool], edge: int) -> None:
    """Save the rows about a post right above its text, and its title unless the text begins with it."""
    reach = [n for n in range(edge - 1, max(edge - 3 * _ABOVE, -1), -1) if len(lines[n]) > 2][:_ABOVE]
    first = next((n for n in range(edge, min(edge + _GAP, len(lines))) if not _is_row(lines[n])), edge)
    title = first if is_title(lines[first], 1) else _title_above(lines, reach, edge)
    for place in reach:
        if kept[place]:
            return
        if is_about(lines[place]) or place == title:
            kept[place] = True
        elif title is not None and place < title and not is_meta(lines[place]):
            return


def _is_row(line: str) -> bool:
    return is_about(line) or is_meta(line)


def _title_above(lines: Sequence[str], reach: Sequence[int], edge: int) -> int | None:
    """The nearest line that can be the title; for a short one far from the text and its rows, a longer one."""
    titles = [n for n in reach if is_title(lines[n])]
    if not titles:
        return None
    first = titles[0]
    near = all(_is_row(lines[n]) for n in reach if n > first)
    longer = [n for n in titles if len(lines[n].split()) >= _LONG_TITLE]
    return first if near or len(lines[first].split()) > 2 or not longer else longer[0]


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
    return name_in(line) is not None if mark is None else mark.style != "alone"


def _save_thread(lines: Sequence[str], kept: list[bool], end: int) -> None:
    for place in range(end, min(end + 3 * _BELOW, len(lines))):
        if kept[place]:
            return
        if opens_thread(lines[place]):
            last = place + 1 + thread_below(lines[place + 1 :])
            if not comment_signs(lines[place + 1 : last]):
                return
            last += any(map(closes_thread, lines[last : last + 1]))  # the form says where the thread ends
            kept[place:last] = [True] * (last - place)
            return


def _save_between(lines: Sequence[str], kept: list[bool]) -> None:
    """Sentences and rows about a post between lines that stay."""
    for place in range(1, len(lines) - 1):
        above, below = kept[place - 1], any(kept[place + 1 : place + _GAP + 1])
        if not kept[place] and above and below:
            kept[place] = is_sentence(lines[place]) or is_about(lines[place])
