"""What the page model sees of the markup of each line: columns of small whole numbers, one a line, beside those of its text.

A line stands in an element, and that in others. What counts is what they are called, how much of their text is in
sentences and how much in links, and where the element is that holds most sentences. Time is linear in elements and lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from textnorm.cache import BoundedCache
from textnorm.pages.content.columns import Column
from textnorm.pages.markup.places import COMMENT, LANDMARKS, LONGEST, WORDS, Place

Parts = Sequence[tuple[int, Place | None]]
#: one a line
Numbers = list[int]
_WORDS = (0, 1, 3, 6, 10, 16, 25, 40, 64, 100, 160, 256, 400, 640, 1000, 1600)
_COUNTS = (0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100)
_EIGHTHS = 8
#: a line of at least this many words, few of them in links, is a sentence
_SENTENCE = 10
#: how far up the element is that is looked at: its parent, and so on
_LEVELS = (0, 1, 2, 4)
#: the tags of headings, as places number them
HEADINGS = range(4, 10)
_TOP = 30
_NUMBER = re.compile(r"\d++")
#: names of elements without the numbers in them («post-123»)
_WITHOUT_NUMBERS: BoundedCache[str, str] = BoundedCache(lambda names: _NUMBER.sub("", names), 4096, LONGEST)


class _Sums:
    """What the lines inside an element add up to."""

    __slots__ = ("branch", "direct", "lines", "linked", "sentences", "words")

    def __init__(self) -> None:
        self.words = self.linked = self.sentences = self.lines = self.direct = 0
        self.branch = -1


def _step(steps: Sequence[int], value: int) -> int:
    return bisect_right(steps, value) - 1


def _share(part: int, whole: int) -> int:
    return part * _EIGHTHS // whole if whole else 0


def main_place(parts: Parts) -> Place | None:
    """Return the place of most of a line's text."""
    if len(parts) == 1:
        return parts[0][1]
    return max(parts, key=lambda part: part[0], default=(0, None))[1]


def unnumbered(parts: Iterable[Parts]) -> None:
    """Forget what `markup_columns` noted at the places, so that it can look at other lines of the same page."""
    for part in parts:
        for _, place in part:
            while place is not None:
                place.number, place = -1, place.parent


def markup_columns(lines: Sequence[str], parts: Sequence[Parts], keys: Sequence[int]) -> dict[str, Column]:
    """Return a column for each feature of the markup.

    *keys* says of each line whether it is the title of the page (2), or the text that the page declares (1).
    """
    places = [main_place(part) for part in parts]
    words = [line.count(" ") + 1 for line in lines]
    pieces = list(map(_pieces, parts))
    linked = [_share(link, size) for link, size, _, _ in pieces]
    columns = _own(places)
    columns["button"] = [button for _, _, _, button in pieces]
    columns["links"] = [min(count, 9) for _, _, count, _ in pieces]
    columns["linked"] = linked
    columns["declared"] = list(keys)
    plain = [
        count if count >= _SENTENCE and share <= 3 else 0 for count, share in zip(words, linked, strict=True)
    ]
    blocks = _numbered(places)
    sums = _sums(places, blocks, words, linked, plain)
    columns |= _levels(places, blocks, sums)
    columns |= _best(places, blocks, sums, sum(plain))
    columns |= _alike(places, words, linked, plain)
    made = {name: Column(numbers) for name, numbers in columns.items()}
    made["since_heading"] = Column(int(tag in HEADINGS) for tag in columns["tag"]).since()
    top, title = made["tag"].equals(4), made["declared"].equals(2)
    made["since_top"], made["until_top"] = top.since(), top.until()
    made["since_title"], made["until_title"] = title.since(), title.until()
    comment = Column(int(place is not None and place.near & COMMENT > 0) for place in places)
    made["comment_down"] = comment.until()
    return made


def _pieces(parts: Parts) -> tuple[int, int, int, int]:
    """Return how many characters of a line are in links, how many it has, in how many parts these links are, and whether
    it has a button."""
    linked = whole = links = button = 0
    for size, place in parts:
        whole += size
        if place is not None and place.link:
            if place.link == 1:
                linked += size
                links += 1
            else:
                button = 1
    return linked, whole, links, button


def _own(places: Sequence[Place | None]) -> dict[str, Numbers]:
    """Return what the elements round each line are and are called: 2 for the nearest that is called anything, 1 for others."""
    columns: dict[str, Numbers] = {
        "tag": [place.tag if place else 0 for place in places],
        "depth": [min(place.block.depth, _TOP) if place else 0 for place in places],
    }
    said = [(place.words, place.near) if place else (0, 0) for place in places]
    columns |= _bit_columns([f"in_{name}" for name in WORDS], said)
    marks = [(place.landmarks, 0) if place else (0, 0) for place in places]
    columns |= _bit_columns([f"<{name}>" for name in LANDMARKS], marks)
    return columns


def _bit_columns(names: Sequence[str], pairs: Sequence[tuple[int, int]]) -> dict[str, Numbers]:
    """Return a column for each bit of two sets: in how many of both it is; most lines have the sets of others."""
    rows = {
        pair: [(pair[0] >> bit & 1) + (pair[1] >> bit & 1) for bit in range(len(names))]
        for pair in set(pairs)
    }
    found = zip(*(rows[pair] for pair in pairs), strict=True)
    return {name: list(column) for name, column in zip(names, found, strict=True)}


def _numbered(places: Iterable[Place | None]) -> list[Place]:
    """Return the blocks round the lines, each behind those round it, with their numbers in them."""
    blocks: list[Place] = []
    for place in places:
        new: list[Place] = []
        block = place.block if place else None
        while block is not None and block.number < 0:
            block.number = 0
            new.append(block)
            block = block.parent.block if block.parent else None
        for block in reversed(new):
            block.number = len(blocks)
            blocks.append(block)
    return blocks


def _above(block: Place) -> Place | None:
    return block.parent.block if block.parent else None


def _sums(
    places: Sequence[Place | None], blocks: Sequence[Place], words: Numbers, linked: Numbers, plain: Numbers
) -> list[_Sums]:
    sums = [_Sums() for _ in blocks]
    for place, count, share, sentence in zip(places, words, linked, plain, strict=True):
        if place:
            own = sums[place.block.number]
            own.words += count
            own.linked += count * share // _EIGHTHS
            own.sentences += sentence
            own.lines += 1
            own.direct += 2 * sentence
            above = _above(place.block)
            if above:
                sums[above.number].direct += 2 * sentence
                higher = _above(above)
                if higher:
                    sums[higher.number].direct += sentence
    for block in reversed(blocks):
        above = _above(block)
        if above:
            own, upper = sums[block.number], sums[above.number]
            upper.words += own.words
            upper.linked += own.linked
            upper.sentences += own.sentences
            upper.lines += own.lines
    return sums


def _levels(
    places: Sequence[Place | None], blocks: Sequence[Place], sums: Sequence[_Sums]
) -> dict[str, Numbers]:
    """Return how much text the blocks round each line hold, and how much of it in links and in sentences."""
    steps = [
        (
            bisect_right(_WORDS, own.words) - 1,
            own.linked * _EIGHTHS // (own.words or 1),
            own.sentences * _EIGHTHS // (own.words or 1),
        )
        for own in sums
    ]
    above = [block.parent.block.number if block.parent else block.number for block in blocks]
    lines = [bisect_right(_COUNTS, own.lines) - 1 for own in sums]
    rows = []
    for number, count in enumerate(
        lines
    ):  # as far up as _LEVELS says; the root stands for levels that do not exist
        first = above[number]
        second = above[first]
        rows.append((*steps[number], *steps[first], *steps[second], *steps[above[above[second]]], count))
    names = [f"{what}^{level}" for level in _LEVELS for what in ("words", "linked", "sentences")] + [
        "lines^0"
    ]
    return _spread(names, rows, places)


def _spread(
    names: Sequence[str], rows: Sequence[Sequence[int]], places: Sequence[Place | None]
) -> dict[str, Numbers]:
    """Return rows of numbers for blocks as columns for lines."""
    none = [-1] * len(names)
    found = [rows[place.block.number] if place else none for place in places]
    return {name: list(column) for name, column in zip(names, zip(*found, strict=True), strict=True)}


def _best(
    places: Sequence[Place | None], blocks: Sequence[Place], sums: Sequence[_Sums], total: int
) -> dict[str, Numbers]:
    """Return where each line stands to the blocks that hold most sentences: the deepest with half and with most of them."""
    half = max((n for n, own in enumerate(sums) if own.sentences * 2 > total), default=0)
    most = max((n for n, own in enumerate(sums) if own.sentences * 10 > total * 8), default=0)
    worth = [own.direct and own.direct * (own.words - own.linked) // (own.words or 1) for own in sums]
    best = worth.index(max(worth)) if worth else 0
    share = _share(sums[best].sentences, total) if sums else 0
    round_best = _above(blocks[best]) if blocks else None
    inside: list[tuple[int, int, int, int]] = []
    rows = []
    for number, block in enumerate(blocks):
        above = _above(block)
        upper = inside[above.number] if above else (0, 0, 0, -1)
        in_half = upper[0] + (number == half or upper[0] > 0)
        in_most = upper[1] + (number == most or upper[1] > 0)
        in_best = upper[2] + (number == best or upper[2] > 0)
        branch = upper[3] if upper[3] >= 0 else number if upper[1] == 1 else -1
        inside.append((in_half, in_most, in_best, branch))
        beside = above is not None and round_best is above
        held = sums[branch] if branch >= 0 else sums[number]
        rows.append([
            min(in_half, 5), min(in_most, 5), min(in_best, 5), int(beside),
            _share(held.sentences, total), _share(held.linked, held.words), _step(_WORDS, held.words),
            int(number < best), share,
        ])  # fmt: skip
    names = (
        "in_half",
        "in_most",
        "in_best",
        "beside",
        "branch",
        "branch_linked",
        "branch_words",
        "before_best",
        "best",
    )
    return _spread(names, rows, places)


def _alike(
    places: Sequence[Place | None], words: Numbers, linked: Numbers, plain: Numbers
) -> dict[str, Numbers]:
    """Return what the lines are like whose elements have the same names."""
    kinds: dict[tuple[object, ...], list[int]] = {}
    known: dict[Place | None, list[int]] = {}
    found = []
    for place, count, share, sentence in zip(places, words, linked, plain, strict=True):
        block = place.block if place else None
        if (sums := known.get(block)) is None:
            sums = known[block] = kinds.setdefault(_kind(block) if block else (), [0, 0, 0, 0])
        sums[0] += 1
        sums[1] += count
        sums[2] += share
        sums[3] += sentence
        found.append(sums)
    return {
        "alike": [_step(_COUNTS, n) for n, _, _, _ in found],
        "alike_words": [_step(_WORDS, total // n) for n, total, _, _ in found],
        "alike_linked": [share // n for n, _, share, _ in found],
        "alike_sentences": [_share(sentence, total) for _, total, _, sentence in found],
    }


def _kind(place: Place) -> tuple[object, ...]:
    block = place.block
    above = _above(block)
    higher = _above(above) if above else None
    if above is None:
        return (block.tag, block.names)
    return (block.tag, block.names, above.tag, above.names, higher.names if higher else "")


def likeness(place: Place) -> tuple[object, ...]:
    """Return what lines share that are parts of one kind: how the elements round them are called, but for numbers in names."""
    return tuple(_WITHOUT_NUMBERS[part] if isinstance(part, str) else part for part in _kind(place))
