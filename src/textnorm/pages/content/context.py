"""What the second forest sees of each line: the scores of the first one round it, and the run it stands in.

A run is a stretch of lines that neither the list of interface phrases nor the first forest takes for
boilerplate. A post is such a run, below its date or title and above its tools, wherever on the page it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from textnorm.pages.content.columns import Column, shifted, since, until, window

#: a line of a lower score ends a run
_RUN = -2600
#: a line of a higher score is text beyond doubt
_TEXT = 1800
_STEP = 125
RAW = (
    "size", "start", "end", "digits", "stopwords", "inner", "sure", "hits", "colon", "capitals", "intro", "mass",
    "end-1", "role+1", "like-1", "like+1", "words3_3", "unknown_run", "thread_up", "teasers_up", "forum_up",
    "forum_down", "page_lines", "page_known", "page_mass", "page_script", "page_forum", "page_thread",
)  # fmt: skip


_RUN_NAMES = ("run_size", "run_best", "run_mean", "run_text", "run_above", "run_below", "run_dated")
_OUTSIDE = (0, -41, -41, 0, -1, -1, -1)


def context_columns(raw: Mapping[str, Column], scores: Sequence[int]) -> dict[str, Column]:
    """Return the columns of the second forest: some of the first one's, the scores, the runs."""
    steps = [value // _STEP for value in scores]
    score = [40 if step > 40 else -40 if step < -40 else step for step in steps]
    columns = {name: raw[name] for name in RAW}
    columns["score"] = score
    for by in (-1, 1, 2):
        columns[f"score{by:+d}"] = shifted(score, by, -41)
    for before, after in ((1, 1), (8, 8), (5, 0)):
        columns[f"score{before}_{after}"] = window(score, before, after)
    text = [1 if value > _TEXT else 0 for value in scores]
    columns["text_up"] = since(text)
    columns["text_down"] = until(text)
    columns["page_best"] = [max(score, default=0)] * len(score)
    rows = _runs(raw, scores, score)
    columns.update(zip(_RUN_NAMES, map(list, zip(*rows, strict=True)), strict=True))
    return columns


def _runs(raw: Mapping[str, Column], scores: Sequence[int], score: Column) -> list[tuple[int, ...]]:
    """Of the run that each line stands in: its size, best and mean score, and the rows above and below it."""
    dated = raw["dated"]
    inside = [
        value > _RUN and known < 2 and not day
        for value, known, day in zip(scores, raw["sure"], dated, strict=True)
    ]
    rows: list[tuple[int, ...]] = []
    for flag, group in groupby(inside):
        start, size = len(rows), len(list(group))
        rows += [_run(raw, score, start, start + size) if flag else _OUTSIDE] * size
    return rows


def _run(raw: Mapping[str, Column], score: Column, start: int, end: int) -> tuple[int, ...]:
    role, part = raw["role"], score[start:end]
    above = role[start - 1] if start else -1
    below = role[end] if end < len(role) else -1
    day = 1 + max(raw["dated"][max(start - 3, 0) : start], default=-1)
    text = min(sum(raw["sentence"][start:end]), 9)
    return min(end - start, 30), max(part), sum(part) // (end - start), text, above, below, day
