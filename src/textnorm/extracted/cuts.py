"""Where a line was cut at its half-spaces: the way of cutting that makes most sense.

Each piece must end with a word to which the first word of the piece before it can be joined. What is said for a way of
cutting is counted in twentieths, by Python or by the core (native/cuts_again.c), with the same numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise

from ..cache import BoundedCache, PhraseCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..lazy import lazy_pattern
from ..lexicon import load
from ..lexicon.flags import STEM_RIGHT, VERB
from ..ruleset.extracted.direction import class_number, pair_weight
from ..ruleset.extracted.known import UNKNOWN, is_piece, standing
from .half_spaces import PREFIXES, SUFFIXES, join_weight, left_kind, lefts_of

_ONE = 20
#: what each piece costs, what is said against می without a verb and endings without a word, and for a wide gap
COST, DANGLING, WIDE_GAP = 32, 40, 30
#: a half-space between half a word, the other half of which stands beyond a sign, and an ending
HALVED = 44
#: two parts of one word: of one that is known, and of any, since words may be cut more than once
_KNOWN_WHOLE, _WHOLE = 20, 2
#: marks that may stand before the right one of two words
_MARKS_BEFORE = ".،؛:!؟"
WORD = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}]+")

#: what a way of cutting is worth, and the cuts, negated: of two that are worth the same, the one that cuts earlier
_Way = tuple[int, tuple[int, ...]]


def best_cuts(tokens: Sequence[str], signs: Collection[int], wide: Collection[int]) -> tuple[int, ...]:
    """Return where to cut, so that the first word of each piece joins the last word of the one behind it.

    *signs* for a kashida are always cut at, *wide* spaces more likely than others. `ways[end]` holds the best way for what
    stands before `end`, by where the last piece begins.
    """
    size = len(tokens)
    begins = [at for at in range(1, size) if at in signs or at in wide or _begins[tokens[at]]]
    lefts = list(map(_as_left.__getitem__, tokens))
    joints = {start: _joints(tokens, lefts, start) for start in (0, *begins)}
    if not signs and not any(joints.values()):
        return ()
    sums = [0, *accumulate(_kept(*pair) * (at not in signs) for at, pair in enumerate(pairwise(tokens), 1))]
    ways: list[dict[int, _Way]] = [{} for _ in range(size + 1)]
    for end in range(1, min(signs, default=size) + 1):
        ways[end][0] = sums[end - 1], ()
    for middle in range(1, size):
        last = min((sign for sign in signs if sign > middle), default=size)
        first = middle + 1 if middle in joints else last
        for start, (value, cuts) in ways[middle].items():
            if middle in signs:
                found = [
                    (end, kashida_weight(tokens[end - 1], tokens[start])) for end in range(first, last + 1)
                ]
            else:
                found = [joint for joint in joints.get(start, ()) if first <= joint[0] <= last]
                found += _halved(tokens, signs, (-cuts[-2] if len(cuts) > 1 else 0, start, middle), last)
            for end, sure in found:
                gain = sums[end - 1] - sums[middle] + (middle in wide) * WIDE_GAP
                way = (value + sure - COST + gain, (*cuts, -middle))
                ways[end][middle] = max(ways[end].get(middle, way), way)
    _, best = max(
        (
            (value - DANGLING * (first_word(tokens[start]) in SUFFIXES), cuts)
            for start, (value, cuts) in ways[size].items()
        ),
        default=(0, ()),
    )
    return tuple(-cut for cut in best)


def _joints(tokens: Sequence[str], lefts: Sequence[int], start: int) -> list[tuple[int, int]]:
    """Return where pieces may end whose last word joins the first word of the piece that begins at `start`."""
    right, wanted = tokens[start], _as_right[tokens[start]]
    return [
        (end, sure)
        for end in range(start + 2, len(tokens) + 1)
        if lefts[end - 1] & wanted and (sure := joint_weights[tokens[end - 1], right])
    ]


def _halved(
    tokens: Sequence[str], signs: Collection[int], places: tuple[int, int, int], last: int
) -> list[tuple[int, int]]:
    """Return where pieces may end that join a piece, though one of both words goes on beyond a sign.

    *places* are where the piece before it begins, it itself begins and ends.
    """
    before, start, middle = places
    found = []
    if start in signs and middle == start + 1:
        whole = tokens[start] + tokens[before]
        found += [
            (end, sure)
            for end in range(middle + 1, last + 1)
            if (sure := joint_weights[tokens[end - 1], whole])
        ]
    if (
        last in signs
        and last == middle + 1
        and first_word(tokens[start]) in SUFFIXES
        and is_piece[tokens[middle]]
    ):
        found.append((last, HALVED))
    return found


def kashida_weight(left: str, right: str) -> int:
    """Return what is said for two parts of one word."""
    return COST + (_KNOWN_WHOLE if standing(last_word(left) + first_word(right)) > UNKNOWN else _WHOLE)


def _joint(pair: tuple[str, ...]) -> int:
    left, right = pair[0], pair[1].lstrip(_MARKS_BEFORE)
    if not (WORD.fullmatch(left) and WORD.match(right)):
        return 0
    return round(_ONE * join_weight(left, first_word(right)))


def _left_kind(token: str) -> int:
    """Return what `token` is as the left of two words that a half-space may join: bits, as in `half_spaces`."""
    return left_kind(token) if WORD.fullmatch(token) else 0


def _right_kind(token: str) -> int:
    """Return what the left one must be where `token` is the right one."""
    right = token.lstrip(_MARKS_BEFORE)
    return lefts_of(first_word(right)) if WORD.match(right) else 0


_as_left: BoundedCache[str, int] = BoundedCache(_left_kind, 1 << 12)
_as_right: BoundedCache[str, int] = BoundedCache(_right_kind, 1 << 12)
#: what is said for a half-space between two tokens
joint_weights: PhraseCache[int] = PhraseCache(_joint, 1 << 14)


def _may_begin(token: str) -> bool:
    word = first_word(token)
    return word in SUFFIXES or bool(load().get(word) & (VERB | STEM_RIGHT))


_begins: BoundedCache[str, bool] = BoundedCache(_may_begin, 1 << 12)


def _kept(left: str, right: str) -> int:
    """Return what is said for two neighbours that stay neighbours."""
    if left in PREFIXES or first_word(right) in SUFFIXES:
        return -DANGLING
    left, right = last_word(left), first_word(right)
    return 0 if _is_half(left) or _is_half(right) else round(_ONE * pair_weight(left, right) / 2)


def _is_half(word: str) -> bool:
    """Return whether a word is a single letter that is none: what is left of one that was cut has no neighbours to speak of."""
    return len(word) == 1 and is_piece[word]


def _class(word: str) -> int:
    """Return the number of the class of `word`, or that of the edge of a line, which says nothing."""
    return 0 if _is_half(word) else class_number(word)


#: what the core is told of a token, as the left and as the right one of two: bits in this order, then the class of its word
LEFT_KINDS, RIGHT_KINDS = 3, 3


def as_left(token: str) -> int:
    """Return all that counts of `token` as the left one of two, for native/cuts_again.c."""
    return _as_left[token] | (token in PREFIXES) << LEFT_KINDS | _class(last_word(token)) << LEFT_KINDS + 1


def as_right(token: str) -> int:
    """Return all that counts of `token` as the right one of two, for native/cuts_again.c."""
    ending = first_word(token) in SUFFIXES
    kinds = _as_right[token] | _begins[token] << RIGHT_KINDS | ending << RIGHT_KINDS + 1
    return kinds | _class(first_word(token)) << RIGHT_KINDS + 2


def first_word(token: str) -> str:
    """Return the first word in a token, or nothing."""
    found = WORD.search(token)
    return found[0] if found else ""


def last_word(token: str) -> str:
    """Return the last word in a token, or nothing."""
    found = WORD.findall(token)
    return found[-1] if found else ""
