"""From which log-odds on a line of a page is text: where the words kept would have the greatest expected F1.

Given how likely each line is text, the F1 of what is kept is greatest, on average, when all lines more likely than half of that F1
are kept (Lipton, Elkan and Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"). So on a page
where little is certain, doubtful lines stay; where the text stands out, they go.
"""

from __future__ import annotations

from itertools import compress
from math import exp, log
from operator import mul

from textnorm.pages.content.columns import Column

#: scores are told apart by steps of this many thousandths, this many to either side of zero
_STEP, _MOST = 100, 60
#: of pages that it has not seen the model is surer than it is right, by so much
_SURE = 1.25
_LIKELY = [1 / (1 + exp(-(step + 0.5) * _STEP / 1000 / _SURE)) for step in range(-_MOST, _MOST)]
#: no page is judged as if less could be told of it
_LEAST = -1500


def text_level(scores: Column, words: Column) -> int:
    """Return the log-odds, in thousandths, above which lines are text, given the words that each has.

    >>> words = Column([9, 9, 9, 9])
    >>> text_level(Column([5000, -5000, 5000, -5000]), words), text_level(Column([500, -500, 300, -900]), words)
    (-45, -914)
    """
    steps = (scores // _STEP + _MOST).at_least(0).at_most(2 * _MOST - 1)
    masses = words.gathered(steps, 2 * _MOST).tolist()
    met = [*filter(None, masses)]
    shares = [*map(mul, met, compress(_LIKELY, masses))]
    total = sum(shares)
    best = kept = right = 0.0
    for mass, share in zip(reversed(met), reversed(shares), strict=True):
        kept += mass
        right += share
        if (found := 2 * right / (kept + total)) > best:
            best = found
    return max(_LEAST, round(1000 * _SURE * log(best / (2 - best)))) if best else 0
