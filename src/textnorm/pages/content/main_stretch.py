"""The stretch of a page that is most likely its text: where an article begins and ends, as the first forest has it.

Scores are weighed by the sizes of their lines; of all runs of neighbouring lines the one with the greatest sum is the main stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from textnorm.pages.content.columns import Column

#: scores further from zero than this say no more, and a line without words counts as one of this size
_MOST, _LEAST = 4000, 2
#: as far as distances, insides and sizes are counted
_AWAY, _INSIDE, _SIZE = 60, 30, 100


def main_stretch(scores: Sequence[int], sizes: Sequence[int]) -> tuple[int, int]:
    """Return the first and last line of the main stretch of a page with lines.

    >>> main_stretch([-900, 800, -100, 700, -2000, 300], [1, 8, 1, 9, 1, 8])
    (1, 3)
    """
    parts = (
        max(-_MOST, min(score, _MOST)) * (size + _LEAST) for score, size in zip(scores, sizes, strict=True)
    )
    totals = [0, *accumulate(parts)]
    gains = [above - least for above, least in zip(totals[1:], accumulate(totals, min), strict=False)]
    last = gains.index(max(gains))
    before = totals[: last + 1]
    return last - before[::-1].index(min(before)), last


def stretch_columns(scores: Sequence[int], sizes: Column, steps: Column) -> dict[str, Column]:
    """Return where each line stands beside the main stretch, and how sure that is, given the scores also in steps."""
    size = len(scores)
    if not size:
        return dict.fromkeys(("main_away", "main_inside", "main_size", "main_mean", "main_rival"), Column([]))
    first, last = main_stretch(scores, sizes.tolist())
    long, told = last + 1 - first, steps.tolist()
    inside = [min(place, long - 1 - place, _INSIDE) for place in range(long)]
    after = size - 1 - last
    return {
        "main_away": Column(
            [
                *(max(place - first, -_AWAY) for place in range(first)),
                *[0] * long,
                *(min(place + 1, _AWAY) for place in range(after)),
            ]
        ),
        "main_inside": Column([*[-1] * first, *inside, *[-1] * after]),
        "main_size": Column.filled(min(long, _SIZE), size),
        "main_mean": Column.filled(sum(told[first : last + 1]) // long, size),
        "main_rival": Column.filled(max([*told[:first], *told[last + 1 :]], default=-41), size),
    }
