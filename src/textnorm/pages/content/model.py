"""Boosted trees in plain Python: read from data, compiled once to one function, summed in whole numbers.

Walking nested lists costs three times as much as running the same comparisons as code, so the trees are
written out as Python source and compiled at first use. The source holds nothing but integers from the data
file, each checked to be one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Row = tuple[int, ...]
Node = list[int]
#: after so many trees, a score this far from zero is final, but for the hundredths that the rest would add
_STAGES = {12: (1450, 135), 28: (1700, 104), 60: (1900, 100)}


@dataclass(frozen=True, slots=True)
class Forest:
    """The features a model asks for, by name, and the function that scores their values.

    Scores are log-odds in thousandths: above zero the line is more likely text than furniture.
    """

    features: tuple[str, ...]
    score: Callable[[Row], int]

    @classmethod
    def from_json(cls, source: str) -> Forest:
        """Compile a model written by tools/train_page_model.py."""
        data = json.loads(source)
        code = "\n".join(_function(int(data["start"]), data["trees"]))
        space: dict[str, Callable[[Row], int]] = {}
        exec(compile(code, "<page model>", "exec"), {}, space)
        return cls(tuple(map(str, data["features"])), space["score"])


def _function(start: int, trees: Sequence[Sequence[Node]]) -> Iterator[str]:
    yield "def score(x):"
    yield f" s = {start}"
    for number, tree in enumerate(trees):
        if number in _STAGES:
            sure, scale = _STAGES[number]
            yield f" if s > {sure} or s < {-sure}: return s * {scale} // 100"
        yield from _branch(tree, 0, 1)
    yield " return s"


def _branch(tree: Sequence[Node], place: int, depth: int) -> Iterator[str]:
    node = tree[place]
    blank = " " * depth
    if node[0] < 0:
        yield f"{blank}s += {int(node[1])}"
        return
    feature, threshold, left, right = map(int, node)
    yield f"{blank}if x[{feature}] <= {threshold}:"
    yield from _branch(tree, left, depth + 1)
    yield f"{blank}else:"
    yield from _branch(tree, right, depth + 1)


@cache
def page_forest() -> Forest:
    """The model that comes with the package."""
    return Forest.from_json(
        files("textnorm.pages").joinpath("data", "page_model.json").read_text(encoding="utf-8")
    )
