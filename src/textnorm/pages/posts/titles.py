"""The headline of a post: the best of the short lines round its date and above its text, by many weak signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from textnorm.pages.content.vocabulary import stop_words
from textnorm.pages.posts.page_lines import PageLines

#: so many lines above the text its title is looked for
REACH = 30
_WORD = re.compile(r"[^\W\d_]{3,}")
_LEGAL = re.compile(r"©|copyright|rights reserved|حقوق|محفوظ|متعلق|قدرت گرفته|powered", re.IGNORECASE)
#: a score below this is no title
_LEAST = 1.0


def words_of(text: str) -> set[str]:
    """Return the words of a text that say what it is about."""
    return set(_WORD.findall(text.casefold().replace("\u200c", " "))) - stop_words()


def body_words(page: PageLines, places: Iterable[int]) -> set[str]:
    """Return the telling words of the first lines of a text."""
    return words_of(" ".join(page.texts[place][:600] for place in list(places)[:12]))


def shared(page: PageLines, place: int, body: set[str]) -> float:
    """Return how many of a line's telling words, or of their stems, the text has too."""
    own = words_of(page.texts[place])
    if not own or not body:
        return 0.0
    stems = {word[:4] for word in body}
    return sum((word in body) + (word[:4] in stems) for word in own) / (2 * len(own))


def best_title(page: PageLines, places: Sequence[int], first: int, body: set[str]) -> int | None:
    """Return the place of the headline among some lines, for a text that begins at *first*."""
    scores = {place: _score(page, place, first, body) for place in places if page.can_title(place)}
    best = max(scores, key=lambda place: (scores[place], place), default=None)
    return best if best is not None and scores[best] >= _LEAST else None


def _score(page: PageLines, place: int, first: int, body: set[str]) -> float:
    between = range(place + 1, first)
    others = sum(not page.is_meta(n) and not page.is_junk(n) for n in between)
    about = [
        n
        for n in (place - 2, place - 1, place + 1, place + 2, place + 3)
        if 0 <= n < first and _is_about(page, n)
    ]
    score = _size(page.words[place]) + 3 * shared(page, place, body) - 0.7 * min(others, 8)
    if any(abs(n - place) == 1 for n in about):
        score += 2
    elif about:
        score += 1
    if any(page.is_meta(n) for n in between):
        score += 1
    if page.words[place] >= 3 and _echoed(page, place):
        score += 1
    if page.kept is not None and page.kept[place]:
        score += 0.5
    return score - _menu(page, place) - _site_name(page, place)


def _size(words: int) -> float:
    return -1.0 if words == 1 else 0.0 if words == 2 else 2.0 if words <= 16 else 1.0


def _is_about(page: PageLines, place: int) -> bool:
    return page.is_meta(place) or page.is_about(place)


def _echoed(page: PageLines, place: int) -> bool:
    """Tell whether another line of the page says the same, or more."""
    key = page.keys[place]
    return any(
        key in other for n, other in enumerate(page.keys) if n != place and len(other) < 4 * len(key) + 40
    )


def _menu(page: PageLines, place: int) -> float:
    """Weigh the signs that a line stands in a list of links: short lines on both sides."""
    beside = [n for n in (place - 2, place - 1, place + 1, place + 2) if 0 <= n < len(page)]
    short = sum(page.words[n] <= 3 and not page.is_meta(n) and not page.is_about(n) for n in beside)
    return 0.5 * short if page.words[place] <= 4 else 0.2 * short


def _site_name(page: PageLines, place: int) -> float:
    """Weigh the signs that a line is the name of the site: at the top, and in the footer beside the rights."""
    key = page.keys[place]
    foot = any(
        key in page.keys[n] and (_LEGAL.search(page.texts[n]) is not None)
        for n in range(place + 1, len(page))
    )
    return 3.0 if foot else 1.0 if place == 0 and page.words[place] < 4 else 0.0
