"""Lines whose right-to-left spans stand in logical order and their words in the order of the page: «بازی‌هاینخستین» for نخستین بازی‌های.

pypdf gives the text of files by Typst so: a span is a row of pieces from left to right, each of which is a word with the space before
it, or a part of a word, before or behind a glyph that stands for more than one character. Where pieces begin that no space begins
is found by the words that they make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, starmap

from ..cache import BoundedCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, ZWNJ
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import DERIVED, FREQUENT, LISTED, SEEN, UNKNOWN, standing
from ..ruleset.extracted.order import left_to_right_spans
from .half_spaces import SUFFIXES

#: a word with the spaces before it
_TOKEN = lazy_pattern(r"(?<!\s)\s*+\S++")
_LETTERS = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]+")
#: words of so few letters that a piece of a word may be by chance
_SHORT = frozenset("در از به که را با این آن تا یا هر هم نه بر چه ما من او دو سه پر کم شد می و".split())
#: what a word costs by its standing, a short one that is none of these, and a place where pieces part without a space
_COSTS = {FREQUENT: 0.0, SEEN: 0.5, LISTED: 1.5, DERIVED: 2.5, UNKNOWN: 5.0}
_OF_LETTER, _SHORT_COST, _CUT, _INNER_CUT = 0.2, 4.0, 1.0, 1.0
#: letters behind the first piece of a token that are cut to pieces, and ways that are followed
_LONGEST, _LONGEST_IN_THREE, _WAYS, _LONGEST_WORD = 9, 6, 4, 24
#: what a known word costs at the most, and a mark inside a word
_KNOWN, _MARK_COST = 1.5, 3.0
#: tokens of a span of which the pieces are looked for
_MOST_TOKENS = 80
#: the share of lines that begin with a space, as one in three
_SHARE = 3

#: what a way costs, the words in logical order so far, and how the last one begins
_Way = tuple[float, str, str]


def has_page_pieces(lines: Sequence[str]) -> bool:
    """Return whether `lines` begin with the space before their last word so often."""
    return sum(line.startswith(" ") for line in lines) * _SHARE >= len(lines)


def pieces_reversed(lines: Sequence[str]) -> list[str]:
    """Return each of `lines` with the pieces of its right-to-left spans in logical order.

    >>> print(pieces_reversed([" ایران در فوتبال بازی‌هاینخستین"])[0])
    نخستین بازی‌های فوتبال در ایران
    """
    return ["".join(_parts(line)) for line in lines]


def _parts(line: str) -> Iterator[str]:
    at = 0
    for span in left_to_right_spans(line):
        yield from (_logical(line[at : span.start()]), span[0])
        at = span.end()
    yield _logical(line[at:])


def _logical(span: str) -> str:
    """Return the pieces of a right-to-left span in logical order."""
    tokens = _TOKEN.findall(span)
    if not 1 <= len(tokens) <= _MOST_TOKENS:
        return span
    ways: list[_Way] = [(0.0, "", "")]
    for token in reversed(tokens):
        ways = _best(_longer(ways, token))
    return min((cost + _written[word][0], done + _written[word][1]) for cost, done, word in ways)[1]


def _longer(ways: list[_Way], token: str) -> Iterator[_Way]:
    """Yield the ways that go on with a token: its first piece begins a word, the other ones end the word before it."""
    body = token.lstrip()
    blank = token[: len(token) - len(body)]
    known = _written[body][0] <= _KNOWN
    whole = known and _written[ways[0][2]][0] <= _KNOWN
    for size in range(len(body), len(body) - 1 if whole else -1, -1):
        first, rest = body[:size], body[size:]
        if len(rest) > _LONGEST and size:
            break
        for cuts, end in chain.from_iterable(starmap(_seams, _turned(rest))):
            for cost, done, word in ways:
                of_word, written = _written[word + end]
                yield cost + cuts * (1 + known) + of_word, done + written, blank + first


def _seams(cost: float, end: str) -> Iterator[tuple[float, str]]:
    """Yield the end of a word; a half-space before it, which a glyph stands for with its letter, may be none, or a space."""
    if end[:1] != ZWNJ or end[1:] in SUFFIXES:
        yield cost, end
    else:
        yield from ((cost, end[1:]), (cost, f" {end[1:]}"))


def _turned(rest: str) -> Iterator[tuple[float, str]]:
    """Yield what `rest` may be, up to three pieces of it in reverse order, and what their places cost."""
    if not rest:
        yield 0.0, ""
        return
    yield _CUT, rest
    if len(rest) > _LONGEST:
        return
    for one in range(1, len(rest)):
        yield _CUT + _INNER_CUT, rest[one:] + rest[:one]
        for two in range(one + 1, len(rest) if len(rest) <= _LONGEST_IN_THREE else 0):
            yield _CUT + 2 * _INNER_CUT, rest[two:] + rest[one:two] + rest[:one]


def _best(ways: Iterator[_Way]) -> list[_Way]:
    """Return the cheapest way for each beginning of a word, as many as are followed."""
    found: dict[str, _Way] = {}
    for way in ways:
        known = found.get(way[2])
        if known is None or way[0] < known[0]:
            found[way[2]] = way
    return sorted(found.values(), key=lambda way: way[0] + _written[way[2]][0])[:_WAYS]


def _compute(word: str) -> tuple[float, str]:
    """Return what a word with the marks round it costs, and the word: its half-spaces may be none, or spaces."""
    bare = word.lstrip()
    blank = word[: len(word) - len(bare)]
    bare = bare.strip(ZWNJ)
    written = [bare] if ZWNJ not in bare else [bare, bare.replace(ZWNJ, ""), bare.replace(ZWNJ, " ")]
    best = min(written, key=_cost_of_all)
    return _cost_of_all(best), blank + best


def _cost_of_all(text: str) -> float:
    words = text.split(" ")
    return sum(_cost_of_word(word) for word in words) + _CUT * (len(words) - 1)


def _cost_of_word(word: str) -> float:
    runs = _LETTERS.findall(word)
    return sum(map(_cost, runs)) + _MARK_COST * max(0, len(runs) - 1)


def _cost(run: str) -> float:
    if len(run) < 3:
        return 0.0 if run in _SHORT else _SHORT_COST
    # no half-space parts a single letter
    is_odd = len(run) > _LONGEST_WORD or min(map(len, run.split(ZWNJ))) < len("ها")
    rank = UNKNOWN if is_odd else standing(run)
    if rank == DERIVED and ZWNJ in run:
        return _CUT
    return _COSTS[rank] + (_OF_LETTER * len(run) if rank == UNKNOWN else 0.0)


_written: BoundedCache[str, tuple[float, str]] = BoundedCache(_compute, 1 << 13)
