"""Boosted trees: read from data, summed in whole numbers, by the native core or, without one, in plain Python.

Walking nested lists costs three times as much as running the same comparisons as code, so the trees are
written out there as Python source and compiled at first use. The source holds nothing but integers from the data
file, each checked to be one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from textnorm.core import native_module, table
from textnorm.pages.content.columns import Column
from textnorm.pages.content.forest_tables import Packed, from_image, packed
from textnorm.pages.content.neighbour_scores import context_columns
from textnorm.pages.content.programs import Scores, scored
from textnorm.pages.shipped import shipped

Node = list[int]
#: early exits of the first forest: after this many trees a score beyond these bounds (in hundredths) is final
EXITS = {8: (1500, 230), 24: (2200, 130)}
#: the same for the second
_LAST_EXITS = {24: (2200, 140)}


@dataclass(frozen=True, slots=True)
class Forest:
    """The features a model asks for, by name, and the function that scores their columns.

    Scores are log-odds in thousandths: above zero the line is more likely text than boilerplate.
    """

    features: tuple[str, ...]
    score: Scores

    @classmethod
    def of_data(cls, data: Mapping[str, Any], exits: Mapping[int, tuple[int, int]]) -> Forest:
        """Compile one forest of a model."""
        if native_module():
            return cls.of_packed(packed(data), exits)
        features = tuple(map(str, data["features"]))
        space: dict[str, Scores] = {}
        exec(compile(source_of(len(features), data["trees"], exits), "<page model>", "exec"), {}, space)
        return cls(features, space["score"])

    @classmethod
    def of_packed(cls, forest: Packed, exits: Mapping[int, tuple[int, int]]) -> Forest:
        """Hand a forest to the native core, which must be there."""
        leaving = [(after, *levels) for after, levels in sorted(exits.items())]
        core: Any = native_module()
        features, sizes, rows = forest
        return cls(features, core.Forest(len(features), sizes, rows, leaving).score)

    @classmethod
    def shipped(cls, file: str, part: str = "", exits: Mapping[int, tuple[int, int]] | None = None) -> Forest:
        """Return a forest of a file of ``data``: of the core's tables where these hold it, else compiled."""
        source = shipped(file)
        made = from_image(table("forests"), file, source) if native_module() else None
        if made is not None:
            return cls.of_packed(made[part], exits or {})
        data = json.loads(source)
        return cls.of_data(data[part] if part else data, exits or {})

    def scores(self, columns: Mapping[str, Column]) -> list[int]:
        """Return the score of each line of a page."""
        return self.score([columns[name] for name in self.features])

    def column(self, columns: Mapping[str, Column]) -> Column:
        """Return the same as a column, also in a program."""
        return scored(self.score, [columns[name] for name in self.features])


@dataclass(frozen=True, slots=True, eq=False)
class PageModel:
    """Two forests: one sees each line in its surroundings, the other what the first says of the lines round it."""

    first: Forest
    second: Forest

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> PageModel:
        """Compile a model that tools/train_page_model.py made, also one of its folds."""
        return cls(Forest.of_data(data["first"], EXITS), Forest.of_data(data["second"], _LAST_EXITS))

    def context(self, columns: dict[str, Column]) -> dict[str, Column]:
        """Return what the second forest sees of each line of a page."""
        return context_columns(columns, self.first.scores(columns))

    def scores(self, columns: dict[str, Column]) -> list[int]:
        """Return the log-odds, in thousandths, that each line of a page belongs to an article."""
        return self.second.scores(self.context(columns))


def source_of(features: int, trees: Sequence[Sequence[Node]], exits: Mapping[int, tuple[int, int]]) -> str:
    """Return a forest as the source of a function ``score``."""
    return "\n".join(_function(features, trees, exits))


def _function(
    features: int, trees: Sequence[Sequence[Node]], exits: Mapping[int, tuple[int, int]]
) -> Iterator[str]:
    """Write a loop over the lines of a page, with the value of each feature as a variable."""
    yield "def score(columns):"
    yield " scores = []"
    yield " add = scores.append"
    yield f" for {', '.join(f'x{number}' for number in range(features))}, in zip(*columns, strict=True):"
    yield "  s = 0"
    for number, tree in enumerate(trees):
        if number in exits:
            sure, scale = exits[number]
            yield f"  if s > {sure} or s < {-sure}:"
            yield f"   add(s * {scale} // 100)"
            yield "   continue"
        yield from _branch(tree, 0, 2)
    yield "  add(s)"
    yield " return scores"


def _branch(tree: Sequence[Node], place: int, depth: int) -> Iterator[str]:
    node = tree[place]
    blank = " " * depth
    if node[0] < 0:
        yield f"{blank}s += {int(node[1])}"
        return
    feature, threshold, left, right = map(int, node)
    yield f"{blank}if x{feature} <= {threshold}:"
    yield from _branch(tree, left, depth + 1)
    yield f"{blank}else:"
    yield from _branch(tree, right, depth + 1)


@cache
def page_model() -> PageModel:
    """Return the model that comes with the package."""
    first, second = (
        Forest.shipped("page_model.json", part, exits)
        for part, exits in (("first", EXITS), ("second", _LAST_EXITS))
    )
    return PageModel(first, second)
