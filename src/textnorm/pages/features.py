"""What the page model sees of each line: small whole numbers, column by column.

A page is a list of lines that are not blank. Each feature is a list with one small integer a line, so
the whole page is handled by loops over columns, and the model's thresholds are integers too. Nothing
here depends on the script: words for furniture come in English and Persian twins, and the letter case
is one feature among many, absent for Persian. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from textnorm.pages.model_words import CONCEPTS, concept_bits, stop_words

Column = list[int]

_WORD = re.compile(r"[^\W_]+(?:[’'\N{ZERO WIDTH NON-JOINER}-][^\W_]+)*")
#: only the head of a very long line is cut into words: enough to judge it
_HEAD = 600
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


_ENDS: dict[str, int] = {}
for _class, _characters in enumerate(
    (".", "!?؟", "…", ":", ",;،؛", "\"'”»’)]", "0123456789۰۱۲۳۴۵۶۷۸۹", "|/›»>→-–—")
):
    for _character in _characters:
        _ENDS.setdefault(_character, _class + 1)

_COMMAS = re.compile(r"[,،;؛]")
_STOPS = re.compile(r"[.!?؟…][\"”»')]?\s")
_YEAR = re.compile(r"(?:19|20)\d\d|1[34]\d\d|[۱][۳۴][۰-۹]{2}")
_CLOCK = re.compile(r"\d:\d\d")
_LINKS = re.compile(r"https?:|www\.|@|#\w")
_RULES = re.compile(r"[|·•»›/>→©]")


def _own(line: str, words: list[str]) -> tuple[int, ...]:
    """The features of one line alone, and its words' count first."""
    head = line[:_HEAD]
    count = len(words)
    concepts = concept_bits()
    stop = stop_words()
    found = 0
    hits = 0
    for word in words[:14]:
        bits = concepts.get(word)
        if bits:
            found |= bits
            hits += 1
    stops = sum(map(stop.__contains__, words))
    digits = sum(map(str.isdigit, words))
    capitals = sum(map(str.isupper, map(_first, line.split(None, 14)[:14])))
    size = max(count, 1)
    if len(line) > _HEAD:
        count = count * len(line) // _HEAD
    first = line[0]
    return (
        count,
        min(len(head) // size, 15),
        _ENDS.get(line[-1], 0),
        _start_class(first),
        min(len(_COMMAS.findall(head)), 8),
        min(len(_STOPS.findall(head)), 8),
        digits * 8 // size,
        capitals * 8 // min(size, 14) if capitals else 0,
        stops * 16 // size,
        found,
        hits * 8 // min(size, 14),
        bool(_YEAR.search(head)) + 2 * bool(_CLOCK.search(head)) + 4 * bool(_LINKS.search(head)),
        min(len(_RULES.findall(head)), 4),
    )  # fmt: skip


def _start_class(first: str) -> int:
    if first.isupper():
        return 1
    if first.islower():
        return 2
    return 3 if first.isdigit() else 4 if first.isalpha() else 5


def _first(word: str) -> str:
    return word[:1]


OWN_NAMES = (
    "words", "letters", "end", "start", "commas", "stops", "digits", "capitals", "stopwords",
    "concepts", "hits", "marks", "rules",
)  # fmt: skip


def _words_of(lines: Sequence[str]) -> dict[str, list[str]]:
    """The words of the head of each line, in lower case; equal lines are cut once."""
    return {line: _WORD.findall(line[:_HEAD].lower()) for line in dict.fromkeys(lines)}


def own_columns(lines: Sequence[str], cut: dict[str, list[str]]) -> dict[str, Column]:
    """The columns of each line alone, with its words."""
    distinct = {line: _own(line, words) for line, words in cut.items()}
    rows = [distinct[line] for line in lines]
    return {name: list(column) for name, column in zip(OWN_NAMES, zip(*rows, strict=True), strict=True)}


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


def page_columns(lines: Sequence[str]) -> tuple[list[str], list[Column]]:
    """The names of all features, and a column for each, of the lines of one page (none of them blank)."""
    cut = _words_of(lines)
    own = own_columns(lines, cut)
    words, concepts, ends = own["words"], own["concepts"], own["end"]
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
        **{name: [bits >> i & 1 for bits in concepts] for i, name in enumerate(CONCEPTS) if name in _TELLING},
        "repeats": [min(repeats[line], 4) for line in lines],
        "place": share([1] * len(lines)),
        "mass": share(weight),
        "rest": [_binned_mass(value) for value in _remaining(weight)],
        "sentence": sentence,
        "up": _binned(since(shifted(sentence, -1)), _GAP),
        "down": _binned(until(shifted(sentence, 1)), _GAP),
        "run": _binned(_runs(short), _GAP),
        "cue_up": _binned(since(cue), _GAP),
        "cue_down": _binned(until(cue), _GAP),
        "cues": _cues_since_mass(cue, sentence),
    }
    for by in (-3, -2, -1, 1, 2, 3):
        columns[f"size{by:+d}"] = shifted(size, by, -1)
    for by in (-2, -1, 1, 2):
        columns[f"end{by:+d}"] = shifted(ends, by, -1)
        columns[f"stopwords{by:+d}"] = shifted(own["stopwords"], by, -1)
        columns[f"hits{by:+d}"] = shifted(own["hits"], by, -1)
        columns[f"capitals{by:+d}"] = shifted(own["capitals"], by, -1)
    columns["stopwords+3"] = shifted(own["stopwords"], 3, -1)
    for before, after in ((3, 3), (8, 8), (20, 20), (6, 0), (0, 6), (20, 0), (0, 20)):
        reach = before + after + 1
        total = window(words, before, after)
        columns[f"words{before}_{after}"] = [_SIZE[min(value * 2 // reach, 255)] for value in total]
        kept = window(sentence, before, after)
        columns[f"sentence{before}_{after}"] = [value * 16 // reach for value in kept]
    stops = window(own["hits"], 4, 4)
    columns["hits4_4"] = [min(value, 30) for value in stops]
    page = _page_columns(words, sentence, weight)
    for name, value in page.items():
        columns[name] = [value] * len(lines)
    columns["shared"], columns["shared_often"] = _vocabulary(lines, cut, sentence)
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


def _binned_mass(value: int) -> int:
    return min(value.bit_length(), 15)


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
    return [min(a + b - 1, 255) if a else 0 for a, b in zip(above, reversed(below), strict=True)]


#: concepts that say something alone; the others only count as hits and as cues
_TELLING = ("consent", "comment", "account", "meta")
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
        result.append(min(seen, 12))
        seen += flag
    return result


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
    return [min(max(value - seen[top], 0), 15) for value in seen]


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
    return [totals[n] * 16 // whole for n in block], [min(rank[n], 8) for n in block]


def _vocabulary(
    lines: Sequence[str], cut: dict[str, list[str]], sentence: Sequence[int]
) -> tuple[Column, Column]:
    """How many of a line's long words the page's sentences have too, in eighths, and have more than once."""
    stop = stop_words()
    terms = {
        line: [word for word in set(words) if len(word) > 3 and word not in stop]
        for line, words in cut.items()
    }
    main: Counter[str] = Counter()
    for line, flag in zip(lines, sentence, strict=True):
        if flag:
            main.update(terms[line])
    shared, often = [], []
    for line, flag in zip(lines, sentence, strict=True):
        counts = [main[word] for word in terms[line]]
        size = len(counts)
        shared.append(sum(count > flag for count in counts) * 8 // size if size else -1)
        often.append(sum(count > flag + 2 for count in counts) * 8 // size if size else -1)
    return shared, often
