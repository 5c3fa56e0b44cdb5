"""The headlines of texts, which the page model takes for rows round them: trees say which line above a text is its headline.

They were trained on labelled Persian pages (tools/train_headline_model.py) and are asked on pages in a script without
capitals alone. `read_page`, which looks at a page far more closely, chooses headlines by its own rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import compress

from textnorm.pages.content.columns import Column
from textnorm.pages.content.model import Forest
from textnorm.pages.keys import line_key

#: how far above a line that stays a headline may stand, in lines
_REACH = 8
#: how sure a headline must be, in thousandths of log-odds
_LEAST = 300
#: a line is none for certain that scores so far below zero after some trees: after how many, how far, and what its score is then times, in hundredths
_EXITS = {8: (2500, 100), 24: (3000, 100)}
#: how many eighths of a page's lines begin without a capital or small letter
_WITHOUT_CAPITALS = 4


@cache
def headline_model() -> Forest:
    """Return the trees that come with the package."""
    return Forest.shipped("headline_model.json", exits=_EXITS)


def headline_scores(seen: Mapping[str, Column]) -> Column:
    """Return how sure it is that each line is a headline, of what the page model sees of it; nothing above zero for other scripts."""
    scores = headline_model().column(seen)
    return scores * (seen["page_script"] > _WITHOUT_CAPITALS - 1)


def with_headlines(lines: Sequence[str], kept: Sequence[bool], scores: Column) -> list[bool]:
    """Return which lines stay: those that do already, and above each stretch of them its headline.

    >>> with_headlines(["خانه", "باران در شمال", "ورود", "باران آمد."], [False, False, False, True], Column([-9, 900, -9, 0]))
    [False, True, False, True]
    """
    found = {*_headlines(kept, scores)}
    if found:
        said = {line_key(line) for line in compress(lines, kept)}
        found = {place for place in found if line_key(lines[place]) not in said}
    return [stays or place in found for place, stays in enumerate(kept)]


def _headlines(kept: Sequence[bool], scores: Column) -> Iterator[int]:
    """Yield the best line of those that go above each stretch of lines that stay, if it is sure enough."""
    below, best = len(kept) + _REACH, -1
    for place in range(len(kept) - 1, -1, -1):
        if kept[place]:
            if best >= 0:
                yield best
            below, best = place, -1
        elif below - place <= _REACH and scores[place] > (_LEAST if best < 0 else scores[best]):
            best = place
    if best >= 0:
        yield best
