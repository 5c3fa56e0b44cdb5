"""The headline among the lines that may be one: trees choose between those that the signs of a headline put first.

They were trained on labelled pages (tools/train_title_model.py), some of them seen as if much that they show were on no
list. Where the rules took another line, it stays unless the trees are sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from textnorm.pages.content.columns import Column
from textnorm.pages.content.model import Forest
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.word_weights import line_evidence

#: the best lines that the trees see, and how far, in tenths, a line may score below the best one
_SEEN, _BELOW = 4, 60
#: a line that scores so much better than the next one is not asked about
_BY_FAR = 3.0
#: so much better, in thousandths, a line is than that of the rules; than one that they took in place of the best by score
_SURE, _SURER = 400, 1200
_FAR, _CHARS, _MOST = 40, 150, 40
#: what the signs of a headline are multiplied with to be whole
_WHOLE = 8
_NONE = (0,) * 12
#: the signs of a headline that the trees see
_SIGNS = (
    "interface", "most words", "below a path", "account below", "dated below", "in a run", "at the top", "fields", "lines between",
)  # fmt: skip

Signs = Mapping[str, float]
#: what is seen of the words of lines above and below one, by how far they are from it (as `line_evidence` counts): sum, mean, least, greatest, first
_EVIDENCE = {-2: (1,), -1: (0, 1, 2, 3), 0: (0, 1, 2, 4), 1: (0,), 2: (0, 1)}


@cache
def title_model() -> Forest:
    """Return the trees that come with the package."""
    return Forest.shipped("title_model.json")


def seen_titles(scores: Mapping[int, float]) -> list[int]:
    """Return the lines among which the trees choose, in the order of the page: the best by score, none far below the best."""
    best = sorted(scores, key=lambda place: (-scores[place], -place))[:_SEEN]
    return sorted(place for place in best if 10 * (scores[best[0]] - scores[place]) <= _BELOW)


def is_settled(ruled: int, scores: Mapping[int, float], seen: Sequence[int]) -> bool:
    """Tell whether a line of the rules needs no second look: the trees do not see it, or it scores best by far."""
    others = [scores[place] for place in seen if place != ruled]
    return ruled not in seen or not others or scores[ruled] - max(others) > _BY_FAR


def chosen_title(
    page: PageLines, ruled: int, scores: Mapping[int, float], signs: Mapping[int, Signs], first: int
) -> int:
    """Return the headline among lines that the trees see: that of the rules, unless the trees are sure of another."""
    own = title_model().scores(title_signs(page, scores, signs, first))
    best = max(zip(own, signs, strict=True))
    level = _SURE if scores[ruled] == max(scores.values()) else _SURER
    return best[1] if best[0] - own[[*signs].index(ruled)] > level else ruled


def title_signs(
    page: PageLines, scores: Mapping[int, float], signs: Mapping[int, Signs], first: int
) -> dict[str, Column]:
    """Return a column for each sign of some lines: their signs of a headline, how they read, where and beside what they stand."""
    order, below = sorted(scores.values(), reverse=True), {*page.keys[first:]}
    rows = [_row(page, place, own, first) for place, own in signs.items()]
    found = {name: Column(row[name] for row in rows) for name in rows[0]} if rows else {}
    said = [int(2 * _WHOLE * own["shared"]) for own in signs.values()]
    return found | {
        "score": Column(int(10 * scores[n]) for n in signs),
        "gap": Column(int(10 * (order[0] - scores[n])) for n in signs),
        "rank": Column(order.index(scores[n]) for n in signs),
        "said": Column(said),
        "said less": Column(max(said) - own for own in said),
        "said below": Column(max(said[n:], default=-1) for n in range(1, len(said) + 1)),
        "said again": Column(int(page.keys[n] in below) for n in signs),
    }


def _row(page: PageLines, place: int, signs: Signs, first: int) -> dict[str, int]:
    """Return what is seen of one line, and of the words of those beside it."""
    row = {name: int(_WHOLE * signs[name]) for name in _SIGNS}
    row["chars"] = min(len(page.texts[place]), _CHARS)
    row["place"] = min(place, _FAR)
    row["text"] = max(-_FAR, min(first - place, _FAR))
    for by, numbers in _EVIDENCE.items():
        inside = 0 <= place + by < len(page)
        evidence = line_evidence(page.texts[place + by]) if inside else _NONE
        row[f"words{by:+d}"] = min(page.words[place + by], _MOST) if inside else -1
        row |= {f"word{number}{by:+d}": evidence[number] for number in numbers}
    above = page.keys[place - 1] if place else ""
    row["again above"] = min(page.key_counts[above], _SEEN)
    return row
