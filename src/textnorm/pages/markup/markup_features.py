"""What the page model sees of the markup of each line: columns of small whole numbers, one a line, beside those of its text.

A line stands in an element, and that in others. What counts is what they are called, how much of their text is in
sentences and how much in links, and where the element is that holds most sentences. Time is linear in elements and lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from textnorm.core import native_module
from textnorm.pages.content.columns import Column
from textnorm.pages.markup.block_tree import BlockTree, Parts
from textnorm.pages.markup.places import COMMENT, LANDMARKS, WORDS

_WORDS = (0, 1, 3, 6, 10, 16, 25, 40, 64, 100, 160, 256, 400, 640, 1000, 1600)
_COUNTS = (0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100)
_EIGHTHS = 8
#: a line of at least this many words, few of them in links, is a sentence
_SENTENCE, _FEW = 10, 3
#: no line counts for more links; no element for more of those that hold most sentences
_LINKS, _INSIDE = 9, 5
#: the tags of headings, as places number them
HEADINGS = range(4, 10)
_TOP = 30


def markup_columns(
    lines: Sequence[str], parts: list[Parts], keys: Sequence[int], tree: BlockTree
) -> dict[str, Column]:
    """Return a column for each feature of the markup.

    *keys* says of each line whether it is the title of the page (2), or the text that the page declares (1); *tree*
    are the blocks round the lines.
    """
    words = Column(line.count(" ") + 1 for line in lines)
    columns = _own(tree) | links_of(parts)
    columns["declared"] = Column(keys)
    sentences = words * (words > _SENTENCE - 1) * (columns["linked"] < _FEW + 1)
    columns |= _block_columns(tree, _Sums(tree, words, columns["linked"], sentences))
    columns["since_heading"] = (
        (columns["tag"] > HEADINGS[0] - 1) * (columns["tag"] < HEADINGS[-1] + 1)
    ).since()
    top, title = columns["tag"].equals(HEADINGS[0]), columns["declared"].equals(2)
    columns["since_top"], columns["until_top"] = top.since(), top.until()
    columns["since_title"], columns["until_title"] = title.since(), title.until()
    columns["comment_down"] = tree.near.has(COMMENT).until()
    return columns


def _own(tree: BlockTree) -> dict[str, Column]:
    """Return what the elements round each line are and are called: 2 for the nearest that is called anything, 1 for others."""
    words, near, landmarks = tree.words, tree.near, tree.landmarks
    columns = {"tag": tree.spread(tree.tags), "depth": tree.spread(tree.depths).at_most(_TOP)}
    for bit, name in enumerate(WORDS):
        columns[f"in_{name}"] = words.has(1 << bit) + near.has(1 << bit)
    for bit, name in enumerate(LANDMARKS):
        columns[f"<{name}>"] = landmarks.has(1 << bit)
    return columns


def links_of(parts: list[Parts]) -> dict[str, Column]:
    """Return how much of each line is in links, in eighths, in how many parts these are, and whether it has a button."""
    core = native_module()
    columns = core.line_links(core.Place, Column, parts) if core and Column is core.Column else None
    return dict(zip(("linked", "links", "button"), columns or _links(parts), strict=True))


def _links(parts: Sequence[Parts]) -> Sequence[Column]:
    rows = [
        _ALONE[part[0][1].link if part[0][1] else 0] if len(part) == 1 else _of_several(part)
        for part in parts
    ]
    return list(map(Column, zip(*rows, strict=True))) if rows else [Column(())] * 3


#: what a line is whose text stands in one place: no link, a link, a button
_ALONE = ((0, 0, 0), (_EIGHTHS, 1, 0), (0, 0, 1))


def _of_several(parts: Parts) -> tuple[int, int, int]:
    linked = whole = links = button = 0
    for size, place in parts:
        whole += size
        if place is not None and place.link:
            if place.link == 1:
                linked += size
                links += 1
            else:
                button = 1
    return linked * _EIGHTHS // (whole or 1), min(links, _LINKS), button


class _Sums:
    """What the lines inside each block add up to, and in each kind of blocks."""

    def __init__(self, tree: BlockTree, words: Column, linked: Column, sentences: Column) -> None:
        size, self.above = len(tree), tree.above
        once = Column.filled(1, len(words))
        own = [
            column.gathered(tree.lines, size)
            for column in (once, words, words * linked // _EIGHTHS, sentences)
        ]
        self.lines, self.words, self.linked, self.sentences = (column.raised(self.above) for column in own)
        self.kind = tree.kinds
        kinds = [once, words, linked, sentences]
        places, count = tree.lines.steps(self.kind), tree.kinds.max() + 1
        self.kinds = [column.gathered(places, count) for column in kinds]
        inner = self.above.equals(Column.places(size)).equals(0)
        first = (own[3] * inner).gathered(self.above, size)
        second = (own[3] * inner * self.above.steps(inner)).gathered(self.above.steps(self.above), size)
        #: the sentences of a block, those in the blocks right inside twice as much as those one further in
        self.direct = own[3] * 2 + first * 2 + second


def _block_columns(tree: BlockTree, sums: _Sums) -> dict[str, Column]:
    """Return what the blocks round each line hold, and those that are called like it."""
    words, linked, sentences = sums.words, sums.linked, sums.sentences
    size = {
        "words": words.steps(_table(_WORDS)),
        "linked": _share(linked, words),
        "sentences": _share(sentences, words),
    }
    columns = {f"{name}^0": tree.spread(column) for name, column in size.items()}
    up = sums.above
    for level in (1, 2, 4):  # so far up; the root stands for levels that do not exist
        columns |= {f"{name}^{level}": tree.spread(up.steps(column)) for name, column in size.items()}
        up = up.steps(up)
    columns["lines^0"] = tree.spread(sums.lines.steps(_table(_COUNTS)))
    return columns | _best(tree, sums, size) | _alike(tree, sums)


def _best(tree: BlockTree, sums: _Sums, size: dict[str, Column]) -> dict[str, Column]:
    """Return where each line stands to the blocks that hold most sentences: the deepest with half and with most of them."""
    total = sums.sentences.max()
    half, most = _last(sums.sentences * 2 > total), _last(sums.sentences * 10 > total * 8)
    worth = sums.direct * (sums.words - sums.linked) // sums.words.at_least(1)
    best = worth.tolist().index(worth.max())
    in_half, in_most, in_best = (tree.above.inward(block, _INSIDE) for block in (half, most, best))
    over = tree.above[best]
    branch = tree.above.branches(in_most > 1)
    shares = sums.sentences * _EIGHTHS // (total or 1)
    found = {
        "in_half": in_half,
        "in_most": in_most,
        "in_best": in_best,
        "beside": sums.above.equals(over) if over != best else Column.filled(0, len(tree)),
        "branch": branch.steps(shares),
        "branch_linked": branch.steps(size["linked"]),
        "branch_words": branch.steps(size["words"]),
        "before_best": Column.places(len(tree)) < best,
        "best": Column.filled(shares[best], len(tree)),
    }
    return {name: tree.spread(column) for name, column in found.items()}


def _last(flags: Column) -> int:
    """Return the last flagged place, or the first of all."""
    return (flags * Column.places(len(flags))).max()


def _alike(tree: BlockTree, sums: _Sums) -> dict[str, Column]:
    """Return what the lines are like whose blocks are called alike."""
    lines, words, linked, sentences = sums.kinds
    several = lines.at_least(1)
    found = {
        "alike": lines.steps(_table(_COUNTS)),
        "alike_words": (words // several).steps(_table(_WORDS)),
        "alike_linked": linked // several,
        "alike_sentences": _share(sentences, words),
    }
    return {name: tree.spread(sums.kind.steps(column)) for name, column in found.items()}


def _share(part: Column, whole: Column) -> Column:
    return part * _EIGHTHS // whole.at_least(1)


@cache
def _table(steps: tuple[int, ...]) -> Column:
    """Return the step of each number up to the last."""
    return Column(bisect_right(steps, number) - 1 for number in range(steps[-1] + 1))
