"""What the page model sees of each line in its page: small whole numbers, column by column.

A page is a list of lines that are not blank. Each feature is a list with one small integer a line, so
the whole page is handled by loops over columns, and the model's thresholds are integers too. Nothing
here depends on the script: words for boilerplate come in English and Persian twins, and the letter case
is one feature among many, absent for Persian. Time is linear in the length of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

from textnorm.pages.content.columns import Column, runs, shared, shifted, since, size_table, until, window
from textnorm.pages.content.line_features import AROUND, FORUM, OWN_NAMES, TEASERS, THREAD, Own
from textnorm.pages.content.vocabulary import CONCEPTS

_TOP = 16
#: the class of a line's end that is a colon
_COLON = 4
_WINDOWS = ((3, 3), (8, 8), (6, 0), (0, 6), (20, 0), (0, 20))
_SHIFTS = (("size", 1), ("end", -1), ("end", 1), ("role", -1), ("role", 1), ("start", 1))
_HIDDEN = ("words", "concepts", "bits")


def page_columns(page: Own) -> dict[str, Column]:
    """Return a column for each feature, of the lines of one page."""
    own = page.columns
    words, size = own["words"], size_table()
    sentence = [
        1 if count > 9 and 0 < end < 4 else 1 if count > 24 else 0
        for count, end in zip(words, own["end"], strict=True)
    ]
    weight = [count if flag else 0 for count, flag in zip(words, sentence, strict=True)]
    columns: dict[str, Column] = {name: own[name] for name in OWN_NAMES if name not in _HIDDEN}
    columns["size"] = [size[count] for count in words]
    columns["sentence"] = sentence
    for name, by in _SHIFTS:
        columns[f"{name}{by:+d}"] = shifted(columns[name], by, -1)
    columns |= _word_columns(words, sentence, own["hits"])
    columns |= _place_columns(weight, sentence, _cues(own))
    columns |= _role_columns(own["bits"], own["sure"], sentence)
    columns |= _shape_columns(own)
    columns["shared"] = _shared(page, sentence)
    repeats = Counter(page.lines)
    again = {line: min(count, 4) for line, count in repeats.items() if count > 1}
    columns["repeats"] = [again.get(line, 1) for line in page.lines] if again else [1] * len(words)
    for name, value in _page_values(own, sentence, weight).items():
        columns[name] = [value] * len(words)
    return columns


def _word_columns(words: Column, sentence: Column, hits: Column) -> dict[str, Column]:
    """Return how much text stands near each line."""
    columns = {}
    for before, after in _WINDOWS:
        steps = size_table(before + after + 1, 2)
        columns[f"words{before}_{after}"] = [steps[value] for value in window(words, before, after)]
    columns["sentence3_3"] = window(sentence, 3, 3)
    columns["hits4_4"] = window(hits, 4, 4)
    columns["run"] = runs([1 if count < 6 else 0 for count in words])
    return columns


def _place_columns(weight: Column, sentence: Column, cue: Column) -> dict[str, Column]:
    """Return where on its page each line stands: among its lines, and among its sentences."""
    size, total = len(weight), sum(weight)
    above = [0, *accumulate(weight)]
    return {
        "place": [place * _TOP // size for place in range(size)],
        "mass": [value * _TOP // total for value in above[:-1]] if total else [0] * size,
        "rest": [(total - value).bit_length() for value in above[1:]],
        "up": since(shifted(sentence, -1)),
        "block_mass": _blocks(weight, total),
        "cues_top": _cues_from_top(cue, above),
    }


def _role_columns(bits: Column, sure: Column, sentence: Column) -> dict[str, Column]:
    """Return how many lines near each have a role, and how far the last and the next of some roles are."""
    known = [1 if value > 1 else 0 for value in sure]
    seen = reduce(or_, set(bits), 0)
    around, thread, forum, teasers = (_flags(bits, roles, seen) for roles in (AROUND, THREAD, FORUM, TEASERS))
    size = len(bits)
    return {
        "known6_6": window(known, 6, 6),
        "unknown_run": runs([1 - value for value in known]),
        "around_since": _since_sentence(around, sentence),
        "around_down": until(around),
        "thread_up": since(thread),
        "teasers_up": since(teasers),
        "forum_up": since(forum),
        "forum_down": until(forum),
        "page_known": [sum(known) * _TOP // size] * size,
        "page_forum": [min(sum(forum), 20)] * size,
        "page_thread": [min(sum(thread), 20)] * size,
    }


def _flags(bits: Column, roles: int, seen: int) -> Column:
    """Return which lines have one of some roles; *seen* are the roles of all lines together."""
    return [1 if value & roles else 0 for value in bits] if seen & roles else [0] * len(bits)


def _shape_columns(own: dict[str, Column]) -> dict[str, Column]:
    """Tell whether each line begins, ends and is divided like its neighbours, as rows of a list are."""
    shapes = [*zip(own["start"], own["end"], own["colon"], strict=True)]
    above = [(-1, -1, -1), *shapes[:-1]]
    like = [(a == d) + (b == e) + (c == f) for (a, b, c), (d, e, f) in zip(shapes, above, strict=True)]
    return {"like-1": like, "like+1": [*like[1:], 0], "intro": _intro(own["end"], own["sure"])}


#: concepts whose words mark what stands round an article
_CUES = sum(
    1 << CONCEPTS.index(name) for name in ("comment", "related", "share", "subscribe", "legal", "account")
)


def _cues(own: dict[str, Column]) -> Column:
    """Return short lines that usually stand round an article: comments, related, share, newsletter."""
    return [
        1 if bits & _CUES and count < 9 and end not in (1, 2) else 0
        for bits, count, end in zip(own["concepts"], own["words"], own["end"], strict=True)
    ]


def _since_sentence(flags: Column, sentence: Column) -> Column:
    """Return how many flagged lines stand between each line and the last sentence above it."""
    if not any(flags):
        return [0] * len(flags)
    result = []
    seen = 0
    for flag, text in zip(flags, sentence, strict=True):
        if text:
            seen = 0
        result.append(seen)
        if flag and seen < 12:
            seen += 1
    return result


def _page_values(own: dict[str, Column], sentence: Column, weight: Column) -> dict[str, int]:
    lines, total = len(weight), sum(own["words"]) or 1
    caseless, cased = own["start"].count(4), own["start"].count(1) + own["start"].count(2)
    return {
        "page_lines": lines.bit_length(),
        "page_words": total.bit_length(),
        "page_mass": sum(weight) * _TOP // total,
        "page_sentences": sum(sentence) * _TOP // lines,
        "page_mean": min(total // lines, 40),
        "page_script": caseless * 8 // (caseless + cased) if caseless else 0,
    }


def _cues_from_top(cue: Column, above: Sequence[int]) -> Column:
    """Return cues between each line and the middle of the page's sentences (0 above it)."""
    if not any(cue):
        return [0] * len(cue)
    half = above[-1] // 2
    top = next((place for place, value in enumerate(above[1:]) if value >= half), 0)
    below = [min(value, 15) for value in accumulate(cue[top + 1 :])]
    return [0] * (len(cue) - len(below)) + below


def _blocks(weight: Column, total: int, gap: int = 5) -> Column:
    """Return the share of the page's sentences in each line's block: six light lines end a block."""
    sizes, masses = [0], [0]
    light = 0
    for value in weight:
        light = 0 if value else light + 1
        if light == gap + 1:
            sizes.append(0)
            masses.append(0)
        sizes[-1] += 1
        masses[-1] += value
    whole = total or 1
    return [part for size, mass in zip(sizes, masses, strict=True) for part in [mass * _TOP // whole] * size]


def _intro(ends: Column, sure: Column) -> Column:
    """Return how many lines above each the last one with a colon at its end is, none of interface between; 15: none."""
    if _COLON not in ends:
        return [15] * len(ends)
    result = []
    gap = 15
    for end, known in zip(ends, sure, strict=True):
        result.append(gap)
        gap = 0 if end == _COLON else 15 if known > 1 else gap + 1 if gap < 15 else 15
    return result


def _shared(page: Own, sentence: Column) -> Column:
    """Return how many of a line's words the page's other sentences have too, in eighths."""
    first = [1] * len(page.lines)
    if len(set(page.lines)) < len(first):
        places = {line: place for place, line in reversed([*enumerate(page.lines)])}
        first = [int(places[line] == place) for place, line in enumerate(page.lines)]
    return shared(page.telling, page.counts, sentence, first)
