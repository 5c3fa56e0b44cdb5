"""Verses, and the titles of poems above them: «غزل شماره ۷» or one word; the first verse reads more like a title."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.names import is_name

if TYPE_CHECKING:
    from textnorm.pages.posts.page_lines import PageLines

#: fewest lines in a row that the model keeps and that are verses or a list
VERSES = 4
#: most rows about a poem, and names of its poet, between its title and its first verse
_BETWEEN = 5
#: most words of such a title
_MOST = 5
#: lines of that form above the last of some verses, most words of each
_BEFORE, _LONGEST = 4, 12
#: most of them that are one word
_WORDS = 2
#: what the names of the feet of a metre have in them
_FOOT = lazy_pattern("فع|فاع|علن|عیل|علا")
_STEP = lazy_pattern(r"[»›>/]")


def verses_of(page: PageLines) -> frozenset[int]:
    """Return the lines of verses and lists, on a page without a longer text; one sentence may stand below them.

    They are enough in a row that the model keeps.
    """
    kept = page.kept or []
    sentences = [n for n, flag in enumerate(kept) if flag and page.sentences[n] and not page.roles[n]]
    if len(sentences) > 1:
        return frozenset()
    plain = [
        flag and not page.is_meta(n) and not page.is_certain(n) and not page.is_path(n)
        for n, flag in enumerate(kept)
    ]
    runs = [list(group) for flag, group in groupby(range(len(plain)), plain.__getitem__) if flag]
    verses = frozenset(n for run in runs if len(run) >= VERSES for n in run)
    inside = verses and sentences and sentences[0] < max(verses)
    longer = sum(page.words[n] for n in sentences) >= sum(page.words[n] for n in verses)
    return frozenset() if sentences and (inside or longer) else verses


def is_metre(text: str) -> bool:
    """Tell whether a line says the metre of a poem, in the words that name its feet.

    >>> is_metre("وزن: مفاعلن فعلاتن مفاعلن فعلن"), is_metre("وزن: ۱۸۰۰ گرم")
    (True, False)
    """
    label, colon, rest = text.partition(":")
    feet = rest.split("(")[0].split()
    named = label.strip() in ("وزن", "بحر", "وزن شعر") and colon
    return bool(named) and len(feet) > 1 and all(_FOOT.search(foot) for foot in feet)


def over_verses(page: PageLines, first: int) -> int | None:
    """Return the title that stands above the first verse of a text; None where the lines above are those of a menu.

    It stands again on the page, has a number, or is the only line between what the site shows and the verses.
    """
    if not _opens_verses(page, first):
        return None
    place = first - 1
    while place > max(first - _BETWEEN, 0) and _is_row(page, place):
        place -= 1
    named = place + 1 < first and page.authors and is_name(page.texts[place + 1])
    if named and page.roles[place]:  # «باران بی‌اجازه» looks like a name, and somebody else signs
        return place + 1
    if place < 1 or not _is_short(page, place) or _is_path(page, place):
        return None
    again = page.key_counts[page.keys[place]] > 1 or any(map(str.isdigit, page.texts[place]))
    above = place - 1
    alone = page.roles[above] > 0 or page.is_meta(above) or page.is_bare(above) or _is_path(page, above)
    return place if again or alone else None


def _opens_verses(page: PageLines, first: int) -> bool:
    """Tell whether a line is the first of enough lines that the model keeps and that are no sentences."""
    verses = range(first, min(first + VERSES, len(page)))
    plain = all(not page.sentences[n] and not page.is_meta(n) and not page.is_certain(n) for n in verses)
    return plain and page.kept is not None and len(verses) == VERSES and all(page.kept[n] for n in verses)


def _is_short(page: PageLines, place: int) -> bool:
    """Tell whether a line is a few words that no site shows and that nothing ends."""
    plain = not page.roles[place] and not page.is_meta(place) and not page.is_bare(place)
    return plain and page.words[place] <= _MOST and page.texts[place][-1] not in ".:؛،,"


def _is_row(page: PageLines, place: int) -> bool:
    return page.is_meta(place) or page.is_certain(place) or is_name(page.texts[place])


def _is_path(page: PageLines, place: int) -> bool:
    return _STEP.search(page.texts[place].strip("«»")) is not None


def ends_verses(page: PageLines, place: int) -> bool:
    """Tell whether a line is the last of some that are as short as verses and have no end, above a row or what sites show."""
    above, below = range(place - _BEFORE, place), place + 1
    if above.start < 0 or below >= len(page) or not (page.roles[below] or page.is_meta(below)):
        return False
    kept = page.kept is not None and all(map(page.kept.__getitem__, above))
    words = sum(page.words[n] == 1 for n in (*above, place))
    return kept and words <= _WORDS and all(_is_like_verse(page, n) for n in (*above, place))


def _is_like_verse(page: PageLines, place: int) -> bool:
    plain = not page.roles[place] and not page.is_meta(place) and page.texts[place][-1].isalpha()
    return plain and page.words[place] <= _LONGEST and place not in page.code
