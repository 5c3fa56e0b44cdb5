"""Words between which a reader lost the space: سالداردوهنوز for سال دارد و هنوز."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..cache import BoundedCache
from ..chars import ARABIC_MARKS, DIGITS, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.found_lines import line_end
from ..ruleset.extracted.known import FREQUENT, LISTED, SEEN, UNKNOWN, standing
from .glance import LONG_WORD
from .half_spaces import PREFIXES, SUFFIXES
from .word_evidence import pieces

RULE, MANY = "glued-words", "many-glued-words"
#: a word of so few letters must be among the commonest
_SHORT = frozenset(
    "در از به که را با این آن تا یا هر هم نه بر چه ما من او دو سه پر کم سر دل آب نو بی هل پس شد کرد است بود".split()
)
_AND = "و"
#: what half a word costs, and a word of two letters
_EDGE, _PAIR = 4, 5
#: what a word costs that is known and none of the commonest, and one that is known by its parts: more than two common words
_SEEN_COST, _LISTED_COST, _DERIVED_COST = 4, 5, 8
#: one of these in a token proves that it is no compound
_COMMON = _SHORT | {_AND}
#: spaces that no compound holds
_MANY_PLACES = 3
#: letters of a token, of a word in it, and of one that is a word by its parts alone, at the most
_LONGEST, _LONGEST_WORD, _LONGEST_DERIVED = 400, 20, 11
#: tokens that prove the fault, at the least, and the least share of glued ones among the unknown ones, in per cent
_LEAST, _SHARE = 3, 30
#: tokens that prove that words are glued all through
_MANY_PROVEN = 15
#: the same for a text that nothing else proves, and a token that is long enough to hold several words
_LEAST_ALONE, _SHARE_ALONE = 5, 60
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}{ARABIC_MARKS}]+")
#: a token before a mark or a half-space
_MARKED = lazy_pattern(
    f"(?<![{PERSIAN_LETTERS}{ARABIC_MARKS}])[{PERSIAN_LETTERS}]{{4,400}}+(?=[{ARABIC_MARKS}{ZWNJ}])"
)
#: a part of a word behind a half-space that may hold an ending and another word
_BEHIND_ENDING = lazy_pattern(f"{ZWNJ}(?:ها|ای|تر)[{PERSIAN_LETTERS}]{{4,40}}+(?![{ARABIC_MARKS}{ZWNJ}])")
#: letters of a token that proves by itself that its three words were glued; what a line of a table is, and its words at the most
_LONG = 12
#: spaces in one of the glued headings that prove all of them
_SURE_PLACES = 2
_HEAD, _NUMBERED, _SHORT_LINE, _CELLS = "head", "numbered", "short", 6
_NUMBER = lazy_pattern(f"[{DIGITS}]")
_LONG_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}]{{{LONG_WORD}}}")


def find_glued_words(text: str) -> list[Edit]:
    """Return the edits that set spaces into tokens that are no words and consist of words, where the text holds several.

    >>> text = "سالداردوهنوز ازطلوع شروعکردید درحجره"
    >>> [start for start, *_ in find_glued_words(text)]
    [3, 7, 8, 15, 24, 32]
    >>> find_glued_words("ازطلوع آفتاب")
    []
    """
    places, odd = pieces(text)
    few = len(places) < _LEAST and all(end - start < _LONG for start, end in odd)
    return [] if few and len(odd) < 2 else _found(text, _LEAST, _SHARE, RULE)


def find_many_glued_words(text: str) -> list[Edit]:
    """Return the same edits, where most unknown tokens of a text are glued words.

    >>> find_many_glued_words("سالداردوهنوز ازطلوع شروعکردید درحجره")
    []
    """
    if _LONG_WORD.search(text) is None or len(pieces(text).places) < _LEAST_ALONE:
        return []
    return _found(text, _LEAST_ALONE, _SHARE_ALONE, MANY)


def _found(text: str, least: int, share: int, rule: str) -> list[Edit]:
    odd = _with_parts(text, pieces(text).odd) if rule == RULE else pieces(text).odd
    tokens = {word for start, end in odd if is_unknown[word := text[start:end]]}
    glued = {word: places for word in tokens if (places := _places_of[word])}
    proven = sum(
        len(places) >= _MANY_PLACES or not _COMMON.isdisjoint(_pieces(word, places))
        for word, places in glued.items()
    )
    if proven < least or len(glued) * 100 < share * len(tokens):
        odd = _in_rows(text, odd, glued) if rule == RULE else []
    elif proven >= _MANY_PROVEN:
        odd = sorted([*odd, *(token.span() for token in _MARKED.finditer(text))])
        tokens |= {word for start, end in odd if is_unknown[word := text[start:end]]}
        glued = {
            word: places for word in tokens if (places := _places_of_many[word] or _places_round_name[word])
        }
    return [
        (start + place, start + place, " ", rule)
        for start, end in odd
        for place in glued.get(text[start:end], ())
    ]


def _with_parts(text: str, odd: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return odd words, and parts of words behind half-spaces that begin with an ending and go on behind it."""
    parts = [(part.start() + 1, part.end()) for part in _BEHIND_ENDING.finditer(text)]
    return sorted({*odd, *parts}) if parts else odd


def _in_rows(
    text: str, odd: list[tuple[int, int]], glued: dict[str, tuple[int, ...]]
) -> list[tuple[int, int]]:
    """Return those of *odd* that are glued cells of tables, of common words: three words and more in one, on a short line; two tokens of a line without
    a common word, as the head of a table has; tokens on short lines with numbers, three of them at the least; and headings."""
    rows: dict[int, list[tuple[int, int]]] = {}
    for start, end in odd:
        if (word := text[start:end]) in glued and _consists_of_common[word]:
            rows.setdefault(text.rfind("\n", 0, start) + 1, []).append((start, end))
    kinds = {base: _kind_of_row(text, base, row) for base, row in rows.items()}
    numbered = [span for base, row in rows.items() if kinds[base] == _NUMBERED for span in row]
    in_table = len({text[start:end] for start, end in numbered}) >= _LEAST
    short = [span for base, row in rows.items() if kinds[base] == _SHORT_LINE for span in row]
    in_headings = _are_headings({text[slice(*span)] for span in short})
    return [
        span
        for base, row in rows.items()
        for span in row
        if kinds[base] == _HEAD
        or (in_table and kinds[base] == _NUMBERED)
        or (kinds[base] == _SHORT_LINE and (in_headings or _is_row(text[slice(*span)])))
    ]


def _are_headings(tokens: set[str]) -> bool:
    """Return whether glued tokens on short lines show that headings lost their spaces, as in a font without a bold face."""
    return len(tokens) >= _LEAST and any(len(_places_of[token]) >= _SURE_PLACES for token in tokens)


def _kind_of_row(text: str, base: int, row: list[tuple[int, int]]) -> str:
    """Return what the line that begins at *base* and holds the glued tokens *row* is in a table, if anything."""
    end = line_end(text, base)
    words = _WORD.findall(text, base, end)
    if len(row) > 1 and all(standing(word) < SEEN for word in words):
        return _HEAD
    if len(words) <= _CELLS and _NUMBER.search(text, base, end):
        return _NUMBERED
    return _SHORT_LINE if len(words) <= _LEAST else ""


def _is_row(token: str) -> bool:
    """Return whether a glued token holds three words and more, four where short ones are among them."""
    words = list(_pieces(token, _places_of[token]))
    least = _LEAST if min(map(len, words)) >= _SHORTEST_NAME else _LEAST + 1
    return len(words) >= least and len(token) >= _LONG


def _pieces(word: str, places: tuple[int, ...]) -> Iterator[str]:
    """Yield the words of a glued token."""
    return (word[start:end] for start, end in pairwise((0, *places, len(word))))


def _are_common(words: list[str]) -> bool:
    ranks = list(map(standing, words))
    return min(ranks) >= LISTED and 2 * sum(rank >= SEEN for rank in ranks) >= len(ranks)


def _compute(token: str, pair: int = 0, behind: str = "") -> tuple[int, ...]:
    """Return where spaces are missing in `token`, in the way that takes fewest words; nothing where it has no such way.

    *pair*: what a word of two letters costs that is none of the commonest, 0 where there are none such. *behind*: the
    letters behind which words may end, where not all may.
    """
    if len(token) > _LONGEST:
        return ()
    pairs = {token[at : at + 2] for at in range(len(token) - 1)} if pair else set()
    pairs = {word for word in pairs if standing(word) == FREQUENT}
    ways: list[tuple[int, int, tuple[int, ...]] | None] = [None] * (len(token) + 1)
    ways[0] = 0, 0, ()
    for end in range(1, len(token) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before = ways[start]
            if before is None or (start and behind and token[start - 1] not in behind):
                continue
            if not (cost := _cost_of(token, start, end) or (pair if token[start:end] in pairs else 0)):
                continue
            way = (before[0] + cost, before[1] - (end - start) ** 2, (*before[2], start) if start else ())
            known = ways[end]
            ways[end] = way if known is None else min(known, way)
    found = ways[-1]
    return found[2] if found is not None else ()


#: letters of a token, and of a word in it that the lexicon does not know; and what one and each of its letters cost
_LONGEST_WITH_NAME, _SHORTEST_NAME, _LONGEST_NAME = 80, 3, 12
_NAME, _OF_NAME = 8, 2
_Way = tuple[int, tuple[int, ...]]


def _round_name(token: str) -> tuple[int, ...]:
    """Return where spaces are missing in `token` round one word that the lexicon does not know, the other ones being common."""
    size = len(token)
    if size > _LONGEST_WITH_NAME:
        return ()
    ways: list[_Way | None] = [
        (0, ()),
        *[None] * size,
    ]  # the cheapest way up to each place, and the same with a name
    with_name: list[_Way | None] = [None] * (size + 1)
    for end in range(1, size + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            cost = _cost(token[start:end])
            if 0 < cost <= _SEEN_COST:
                ways[end] = _cheaper(ways[end], ways[start], cost, start)
                with_name[end] = _cheaper(with_name[end], with_name[start], cost, start)
            elif _SHORTEST_NAME <= end - start <= min(_LONGEST_NAME, size * 3 // 5):
                with_name[end] = _cheaper(
                    with_name[end], ways[start], _NAME + _OF_NAME * (end - start), start
                )
    found = with_name[size]
    return found[1] if found is not None else ()


def _cheaper(known: _Way | None, before: _Way | None, cost: int, start: int) -> _Way | None:
    """Return the cheaper way of `known` and one that goes on from *start* at some cost."""
    if before is None:
        return known
    way = before[0] + cost, (*before[1], start) if start else ()
    return way if known is None or way < known else known


def _cost_of(token: str, start: int, end: int) -> int:
    """Return what a word of `token` costs; halves of words stand at its edges, where a half-space became a space."""
    word = token[start:end]
    at_edge = (word in SUFFIXES and not start) or (word in PREFIXES and end == len(token))
    return _EDGE if at_edge and word != token else _cost(word)


def _cost(word: str) -> int:
    """Return what a word costs that a glued token may consist of, 0 for what is none."""
    if word == _AND or word in _SHORT:
        return 2
    rank = standing(word)
    if len(word) < 3 or rank == UNKNOWN or word in SUFFIXES:
        return 0
    if rank >= SEEN:
        return 3 if rank == FREQUENT else _SEEN_COST
    return (_LISTED_COST if rank == LISTED else _DERIVED_COST) if 3 < len(word) <= _LONGEST_DERIVED else 0


#: whether a token is no word: it is too long for one, or the lexicon does not know it
is_unknown: BoundedCache[str, bool] = BoundedCache(
    lambda token: len(token) > 2 * _LONGEST_WORD or standing(token) == UNKNOWN, 1 << 13
)
_places_of: BoundedCache[str, tuple[int, ...]] = BoundedCache(_compute, 1 << 12, _LONGEST)
_places_of_many: BoundedCache[str, tuple[int, ...]] = BoundedCache(
    lambda token: _compute(token, _PAIR), 1 << 12, _LONGEST
)
#: the same for a token of which the lexicon knows all but one word
_places_round_name: BoundedCache[str, tuple[int, ...]] = BoundedCache(_round_name, 1 << 12, _LONGEST)
#: whether the words of a glued token are common ones, most of them at the least
_consists_of_common: BoundedCache[str, bool] = BoundedCache(
    lambda token: _are_common(list(_pieces(token, _places_of[token]))), 1 << 12, _LONGEST
)
#: where spaces are missing in a token whose words all end in letters that are joined to none
unjoined_places: BoundedCache[str, tuple[int, ...]] = BoundedCache(
    lambda token: _compute(token, _PAIR, NON_JOINING), 1 << 12, _LONGEST
)
