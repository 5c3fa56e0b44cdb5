"""The headline among the lines that may be one: trees choose between those that the signs of a headline put first.

They were trained on labelled pages (tools/train_title_model.py), some of them seen as if much that they show were on no
list. Where the rules took another line, it stays unless the trees are sure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from textnorm.pages.content.columns import Column
from textnorm.pages.content.model import Forest
from textnorm.pages.posts.line_forms import ends_in_verb
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.word_weights import line_evidence

#: the best lines that the trees see, and how far, in tenths, a line may score below the best one
_SEEN, _BELOW = 4, 60
#: so much better, in thousandths, a line is than that of the rules; than one that they took in place of the best by score
_SURE, _SURER = 400, 1200
_FAR, _CHARS, _MOST = 40, 150, 40
#: what the signs of a headline are multiplied with to be whole
_WHOLE = 8
#: the signs of a headline that the trees see
_SIGNS = (
    "interface", "most words", "below a path", "account below", "dated below", "dated between", "opens the text", "in a run",
    "at the top", "made by one", "fields", "lines between", "role", "a saying", "of the site", "kicker above", "introduces",
)  # fmt: skip

Signs = Mapping[str, float]
Sign = Callable[[PageLines, int], int]
#: what is seen of lines above and below one, by how far they are from it
_NEAR: dict[str, tuple[Sign, Sequence[int]]] = {
    "words": (lambda page, n: min(page.words[n], _MOST), (-2, -1, 0, 1, 2)),
    "again": (lambda page, n: min(page.key_counts[page.keys[n]], 4), (-2, -1, 0)),
    "name": (lambda page, n: int(may_be_name(page.texts[n])) + int(is_name(page.texts[n])), (0, 1, 2)),
    "kind": (lambda page, n: _kind(page, n), (-2, -1, 1)),
    "sum": (lambda page, n: line_evidence(page.texts[n])[0], (-1, 0, 1, 2)),
    "mean": (lambda page, n: line_evidence(page.texts[n])[1], (-2, -1, 0, 2)),
    "least": (lambda page, n: line_evidence(page.texts[n])[2], (-1, 0)),
    "greatest": (lambda page, n: line_evidence(page.texts[n])[3], (-1,)),
    "first word": (lambda page, n: line_evidence(page.texts[n])[4], (0,)),
    "verb": (lambda page, n: int(ends_in_verb(page.texts[n])), (-1, 0)),
}


@cache
def title_model() -> Forest:
    """Return the trees that come with the package."""
    return Forest.shipped("title_model.json")


def seen_titles(scores: Mapping[int, float]) -> list[int]:
    """Return the lines among which the trees choose, in the order of the page: the best by score, none far below the best."""
    best = sorted(scores, key=lambda place: (-scores[place], -place))[:_SEEN]
    return sorted(place for place in best if 10 * (scores[best[0]] - scores[place]) <= _BELOW)


def chosen_title(
    page: PageLines, ruled: int, scores: Mapping[int, float], signs: Mapping[int, Signs], first: int
) -> int:
    """Return the headline among scored lines: that of the rules, unless the trees are sure of another."""
    places = seen_titles(scores)
    if ruled not in places or len(places) < 2:
        return ruled
    own = title_model().scores(title_signs(page, places, scores, signs, first))
    best = max(zip(own, places, strict=True))
    level = _SURE if scores[ruled] == max(scores.values()) else _SURER
    return best[1] if best[0] - own[places.index(ruled)] > level else ruled


def title_signs(
    page: PageLines,
    places: Sequence[int],
    scores: Mapping[int, float],
    signs: Mapping[int, Signs],
    first: int,
) -> dict[str, Column]:
    """Return a column for each sign of some lines: their signs of a headline, how they read, where and beside what they stand."""
    found = {name: [int(_WHOLE * signs[n][name]) for n in places] for name in _SIGNS}
    order = sorted(scores.values(), reverse=True)
    found["score"] = [int(10 * scores[n]) for n in places]
    found["gap"] = [int(10 * (order[0] - scores[n])) for n in places]
    found["rank"] = [order.index(scores[n]) for n in places]
    said = {n: int(2 * _WHOLE * sign["shared"]) for n, sign in signs.items()}
    found["said"] = [said[n] for n in places]
    found["said less"] = [max(said.values()) - said[n] for n in places]
    found["said below"] = [max((said[m] for m in said if m > n), default=-1) for n in places]
    most = max(page.words[n] for n in signs)
    found["fewer words"] = [most - page.words[n] for n in places]
    found["chars"] = [min(len(page.texts[n]), _CHARS) for n in places]
    found["place"] = [min(n, _FAR) for n in places]
    found["text"] = [max(-_FAR, min(first - n, _FAR)) for n in places]
    below = {*page.keys[first:]}
    found["said again"] = [int(page.keys[n] in below) for n in places]
    for name, (sign, steps) in _NEAR.items():
        for by in steps:
            inside = (n + by for n in places)
            found[f"{name}{by:+d}"] = [sign(page, n) if 0 <= n < len(page) else -1 for n in inside]
    return {name: Column(numbers) for name, numbers in found.items()}


def _kind(page: PageLines, place: int) -> int:
    """Return what kind of line one is: a row with a day or a name, one of no words, a tool, interface, a sentence, or none of these."""
    kinds: tuple[Callable[[int], bool], ...] = (
        page.is_meta,
        page.is_bare,
        page.is_about,
        page.is_outside,
        page.sentences.__getitem__,
    )
    return next((number for number, kind in enumerate(kinds, 1) if kind(place)), 0)
