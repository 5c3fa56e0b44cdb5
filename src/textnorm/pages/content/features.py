"""What the page model sees of each line in its page: small whole numbers, column by column.

A page is a list of lines that are not blank. Each feature is a list with one small integer a line, so
the whole page is handled by loops over columns, and the model's thresholds are integers too. Nothing
here depends on the script: words for furniture come in English and Persian twins, and the letter case
is one feature among many, absent for Persian. Time is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from textnorm.pages.content.line_features import OWN_NAMES, Column, Own
from textnorm.pages.content.vocabulary import CONCEPTS, stop_words

_TOP = 16
_STEPS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 31, 47, 71, 119, 200)
_GAPS = (0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100, 200)


def _table(steps: Sequence[int], top: int) -> Column:
    return [bisect_right(steps, value) - 1 for value in range(top + 1)]


_SIZE = _table(_STEPS, 256)
_GAP = _table(_GAPS, 256)


def _binned(values: Sequence[int], table: Column) -> Column:
    last = len(table) - 1
    return [table[value] if value < last else table[last] for value in values]


def capped(values: Sequence[int], most: int) -> Column:
    """The values, none above a limit. (Twice as fast as calling min for each.)"""
    return [value if value < most else most for value in values]


def shifted(column: Column, by: int, fill: int = 0) -> Column:
    """The column seen from each line ``by`` lines further down (negative: further up)."""
    if by >= 0:
        return column[by:] + [fill] * min(by, len(column))
    return [fill] * min(-by, len(column)) + column[:by]


def window(values: Sequence[int], before: int, after: int) -> list[int]:
    """The sum over the lines from ``before`` above to ``after`` below each line, itself included."""
    total = [0, *accumulate(values)]
    size = len(values)
    low = [0] * min(before, size) + list(range(max(size - before, 0)))
    high = list(range(after + 1, size + 1)) + [size] * min(after + 1, size)
    return [total[b] - total[a] for a, b in zip(low, high[:size], strict=True)]


def since(flags: Sequence[int]) -> Column:
    """How many lines above each line the last flagged one stands; 255 when there is none."""
    result = []
    gap = 255
    for flag in flags:
        gap = 0 if flag else gap + 1 if gap < 255 else 255
        result.append(gap)
    return result


def until(flags: Sequence[int]) -> Column:
    """The same, looking down."""
    return since(flags[::-1])[::-1]


def share(values: Sequence[int], parts: int = _TOP) -> Column:
    """Which part of the column's total lies above each line, in ``parts`` steps."""
    total = sum(values)
    if not total:
        return [0] * len(values)
    above = 0
    result = []
    for value in values:
        result.append(above * parts // total)
        above += value
    return result


def page_columns(page: Own) -> tuple[list[str], list[Column]]:
    """The names of all features, and a column for each, of the lines of one page."""
    lines, cut, own = page
    words, ends = own["words"], own["end"]
    size = _binned(words, _SIZE)
    sentence = [
        1 if count > 9 and 0 < end < 4 else 1 if count > 24 else 0
        for count, end in zip(words, ends, strict=True)
    ]
    weight = [count if flag else 0 for count, flag in zip(words, sentence, strict=True)]
    short = [1 if count < 6 else 0 for count in words]
    cue = _cues(own)
    repeats = Counter(lines)
    columns: dict[str, Column] = {
        "size": size,
        **{name: own[name] for name in OWN_NAMES if name not in ("words", "concepts")},
        "repeats": capped([repeats[line] for line in lines], 4),
        "place": share([1] * len(lines)),
        "mass": share(weight),
        "rest": capped([value.bit_length() for value in _remaining(weight)], 15),
        "sentence": sentence,
        "up": _binned(since(shifted(sentence, -1)), _GAP),
        "run": _binned(_runs(short), _GAP),
        "cue_up": _binned(since(cue), _GAP),
        "cue_down": _binned(until(cue), _GAP),
        "cues": _cues_since_mass(cue, sentence),
    }
    for name, by in (
        ("size", -1), ("size", 1), ("end", -1), ("end", 1), ("end", 2), ("hits", -1),
        ("capitals", -1), ("capitals", 1),
    ):  # fmt: skip
        columns[f"{name}{by:+d}"] = shifted(columns[name], by, -1)
    for before, after in ((3, 3), (8, 8), (20, 20), (6, 0), (0, 6), (20, 0), (0, 20)):
        reach = before + after + 1
        total = window(words, before, after)
        columns[f"words{before}_{after}"] = _binned([value * 2 // reach for value in total], _SIZE)
        if reach != 7 or before == after:
            kept = window(sentence, before, after)
            columns[f"sentence{before}_{after}"] = [value * 16 // reach for value in kept]
    stops = window(own["hits"], 4, 4)
    columns["hits4_4"] = capped(stops, 30)
    whole = _page_columns(words, sentence, weight)
    for name, value in whole.items():
        columns[name] = [value] * len(lines)
    columns["shared"] = _shared(lines, cut, sentence)
    columns["block_mass"], columns["block_rank"] = _blocks(weight)
    columns["cues_top"] = _cues_from_top(cue, weight)
    return list(columns), list(columns.values())


def _remaining(weight: Sequence[int]) -> list[int]:
    total = sum(weight)
    below = []
    seen = 0
    for value in weight:
        seen += value
        below.append(total - seen)
    return below


def _runs(flags: Sequence[int]) -> Column:
    """The length of the run of flagged lines that each line stands in, 0 outside."""
    up, down = 0, 0
    above, below = [], []
    for flag in flags:
        up = up + 1 if flag else 0
        above.append(up)
    for flag in reversed(flags):
        down = down + 1 if flag else 0
        below.append(down)
    return capped([a + b - 1 if a else 0 for a, b in zip(above, reversed(below), strict=True)], 255)


#: concepts whose words mark what stands round an article
_CUES = sum(
    1 << CONCEPTS.index(name) for name in ("comment", "related", "share", "subscribe", "legal", "account")
)


def _cues(own: dict[str, Column]) -> Column:
    """Short lines that usually stand round an article: comments, related, share, newsletter."""
    return [
        1 if bits & _CUES and count < 9 and end not in (1, 2) else 0
        for bits, count, end in zip(own["concepts"], own["words"], own["end"], strict=True)
    ]


def _cues_since_mass(cue: Sequence[int], sentence: Sequence[int]) -> Column:
    """How many cues stand between each line and the last sentence above it."""
    result = []
    seen = 0
    for flag, text in zip(cue, sentence, strict=True):
        seen = 0 if text else seen
        result.append(seen)
        seen += flag
    return capped(result, 12)


def _page_columns(words: Sequence[int], sentence: Sequence[int], weight: Sequence[int]) -> dict[str, int]:
    lines, total = len(words), sum(words) or 1
    return {
        "page_lines": lines.bit_length(),
        "page_words": total.bit_length(),
        "page_mass": sum(weight) * 16 // total,
        "page_sentences": sum(sentence) * 16 // lines,
        "page_mean": min(total // lines, 40),
    }


def _cues_from_top(cue: Sequence[int], mass: Sequence[int]) -> Column:
    """Cues between each line and the middle of the page's sentences (0 above it)."""
    half = sum(mass) // 2
    top = next((n for n, value in enumerate(accumulate(mass)) if value >= half), 0)
    seen = list(accumulate(cue))
    start = seen[top]
    return capped([value - start if value > start else 0 for value in seen], 15)


def _blocks(mass: Sequence[int], gap: int = 5) -> tuple[Column, Column]:
    """The share of the page's sentences in each line's block (six light lines end a block), and its rank."""
    block, light, current = [], 0, 0
    totals = [0]
    for value in mass:
        light = 0 if value else light + 1
        if light == gap + 1:
            current += 1
            totals.append(0)
        totals[current] += value
        block.append(current)
    whole = sum(totals) or 1
    rank = {
        number: place for place, number in enumerate(sorted(range(len(totals)), key=lambda n: -totals[n]))
    }
    return [totals[n] * 16 // whole for n in block], capped([rank[n] for n in block], 8)


def _shared(lines: Sequence[str], cut: dict[str, list[str]], sentence: Sequence[int]) -> Column:
    """How many of a line's long words the page's other sentences have too, in eighths."""
    stop = stop_words()
    terms = {
        line: [word for word in {*words} if len(word) > 3 and word not in stop] for line, words in cut.items()
    }
    main: Counter[str] = Counter()
    for line, flag in zip(lines, sentence, strict=True):
        if flag:
            main.update(terms[line])
    known = dict(main)
    shared = []
    for line, flag in zip(lines, sentence, strict=True):
        words = terms[line]
        found = [True for word in words if word in known and known[word] > flag]
        shared.append(len(found) * 8 // len(words) if words else -1)
    return shared
