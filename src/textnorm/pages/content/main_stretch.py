"""The stretch of a page that is most likely its text: where an article begins and ends, as the first forest has it.

Scores are weighed by the sizes of their lines; of all runs of neighbouring lines the one with the greatest sum is the main stretch.
"""

from __future__ import annotations

from textnorm.pages.content.columns import Column
from textnorm.pages.content.whole_columns import line_count, peak, places, total

#: scores further from zero than this say no more, and a line without words counts as one of this size
_MOST, _LEAST = 4000, 2
#: as far as distances, insides and sizes are counted
_AWAY, _INSIDE, _SIZE = 60, 30, 100
#: the rival of a stretch that is the whole page
_NONE = -41


def main_stretch(scores: Column, sizes: Column) -> tuple[Column, Column]:
    """Return the first and last line of the main stretch of a page, for each of its lines.

    >>> scores, sizes = Column([-900, 800, -100, 700, -2000, 300]), Column([1, 8, 1, 9, 1, 8])
    >>> first, last = main_stretch(scores, sizes)
    >>> first[0], last[0]
    (1, 3)
    """
    parts = scores.at_least(-_MOST).at_most(_MOST) * (sizes + _LEAST)
    place, totals = places(scores), parts.totals()
    above = totals - parts
    least = above.lowest()
    gain = totals - least
    best, lines = gain.equals(peak(gain)), line_count(scores)
    # the first line of the greatest gain, and the last one at or above it that it is gained from
    last = lines - peak(best * (lines - place))
    begins = above.equals(last.steps(least)) & (place < last + 1)
    return peak(begins * (place + 1)) - 1, last


def stretch_columns(scores: Column, sizes: Column, steps: Column) -> dict[str, Column]:
    """Return where each line stands beside the main stretch, and how sure that is, given the scores also in steps."""
    first, last = main_stretch(scores, sizes)
    place, long = places(scores), last + 1 - first
    inside = (place - first).at_most(last - place).at_most(_INSIDE).at_least(-1)
    within = inside > -1
    return {
        "main_away": (place - first).at_most(0).at_least(-_AWAY) + (place - last).at_least(0).at_most(_AWAY),
        "main_inside": inside,
        "main_size": long.at_most(_SIZE),
        "main_mean": total(steps * within) // long,
        "main_rival": peak(steps * (1 - within) + within * _NONE),
    }
