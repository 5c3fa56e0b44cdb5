"""Lines that were cut at their half-spaces and at the signs for kashidas, and whose pieces stand in reverse order.

pypdf does so with some PDF files of LibreOffice: «من می|روم و کتاب|ها را» is read as «ها را روم و کتاب من می».
Which spaces were half-spaces is found as the way of cutting that makes most sense: each piece must end with a word
to which the first word of the piece before it can be joined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from ..cache import BoundedCache, PhraseCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, ZWNJ
from ..lazy import lazy_pattern
from ..lexicon import load
from ..lexicon.flags import STEM_RIGHT, VERB
from ..ruleset.extracted.direction import pair_weight
from ..ruleset.extracted.known import UNKNOWN, standing
from ..ruleset.extracted.order import LATIN_SPAN, NUMBER, logical
from ..ruleset.extracted.signs import CONTROLS
from .half_spaces import PREFIXES, SUFFIXES, join_weight, left_kind, lefts_of

_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: signs for a kashida, with letters on both sides but for spaces; any other sign is one where it stands doubled on the line
_SIGNS = f"1+|=+|<+|>+|_+|[{CONTROLS}]+"
_DOUBLED = lazy_pattern(f"([!-~])(?<=[{_L}].)\\1++(?=[{_L}])")
#: marks behind which a word has ended
_MARKS = frozenset("\u064b\u0654")
_WORD = lazy_pattern(f"[{_L}]+")
_MOST_TOKENS = 80
#: marks that may stand before the right one of two words
_MARKS_BEFORE = ".،؛:!؟"
#: what follows می, نمی or همی on its line
_PREFIXED = lazy_pattern(r"می(?!\S)(?:(?<!\S..)|(?<=[نه]..)(?<!\S...))(?=[^\S\n]*+(\S*+))")


class _Patterns(NamedTuple):
    """What a line is cut into where some signs may stand for kashidas: left-to-right spans, tokens, and the signs."""

    span: re.Pattern[str]
    token: re.Pattern[str]
    sign: re.Pattern[str]


@cache
def _patterns(sign: str = "") -> _Patterns:
    signs = f"{_SIGNS}|{re.escape(sign)}+" if sign else _SIGNS
    kashida = f"(?:{signs})"
    no_kashida = f"(?!(?<=[{_L}]){kashida}[{_L}])"
    mark = f" ?[{ARABIC_MARKS}]+ ?"
    return _Patterns(
        span=lazy_pattern(f"{LATIN_SPAN}|(?<![0-9]){no_kashida}(?:{NUMBER})"),
        token=lazy_pattern(f"(?<![{_L}]){mark}|(?<=[{_L}]){kashida}(?=[{_L}])|(?:{no_kashida}\\S)+"),
        sign=lazy_pattern(f"{mark}|{kashida}"),
    )


#: what each piece costs, and what is said against می without a verb and endings without a word
_COST, _DANGLING = 1.6, 2.0
#: two spaces: the one at the end of the line, and a half-space
_WIDE, _WIDE_GAP = lazy_pattern(r"\S {2}(?=\S)"), 1.5


@lru_cache(maxsize=256)
def reversed_with_joins(line: str) -> str:
    """Return `line` with its words reversed, but for those between which a half-space may stand.

    >>> print(reversed_with_joins(".می خریم نان و سیب ها ما"))
    ما سیب\u200cها و نان می\u200cخریم.
    """
    joined: list[str] = []
    for token in line.split():
        if joined and join_weight(_last_word(joined[-1]), _first_word(token)):
            joined[-1] += ZWNJ + token
        else:
            joined.append(token)
    return logical(" ".join(joined), "joined")


def has_lost_pieces(lines: Sequence[str]) -> bool:
    """Return whether می stands before what is no verb, or at the end of a line, more than once and often."""
    following = _PREFIXED.findall("\n".join(lines))
    dangling = sum(not load().get(_first_word(token)) & VERB for token in following)
    return dangling > 1 and dangling * 3 > len(following)


@lru_cache(maxsize=256)
def joined_again(line: str) -> str:
    """Return `line` with its pieces in order again, and the half-spaces between them set.

    >>> print(joined_again("برم. های قدیمی می ها را به خانه روم و کتاب من می"))
    من می\u200cروم و کتاب\u200cها را به خانه\u200cهای قدیمی می\u200cبرم.
    """
    doubled = _DOUBLED.search(line)
    patterns = _patterns("" if doubled is None else doubled[1])
    parts = _parts(line, patterns.span)
    return "".join(_span(part, patterns) if _WORD.search(part) else part for part in parts)


def _parts(line: str, spans: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    at = 0
    for span in spans.finditer(line):
        parts += (line[at : span.start()], span[0])
        at = span.end()
    return [*parts, line[at:]]


def _span(text: str, patterns: _Patterns) -> str:
    """Return a right-to-left span with its pieces in order."""
    tokens, signs = _tokens(text, patterns)
    wide = _wide_gaps(text, tokens, signs)
    if not 2 <= len(tokens) <= _MOST_TOKENS or ZWNJ in text:
        return text
    cuts = _best_cuts(tokens, signs, wide)
    if not cuts:
        return text
    after = " ".join(tokens[cuts[-1] :])
    for start, end in zip(reversed([0, *cuts[:-1]]), reversed(cuts), strict=True):
        between = signs.get(end, ZWNJ)
        after += (
            between.strip()
            + (" " if between.strip() != between or between[:1] in _MARKS else "")
            + " ".join(tokens[start:end])
        )
    return text[: len(text) - len(text.lstrip())] + after + text[len(text.rstrip()) :]


def _wide_gaps(text: str, tokens: list[str], signs: dict[int, str]) -> set[int]:
    """Return the tokens before which two spaces stand, where the signs between them are none, or marks alone."""
    if not signs:
        return {len(text[: gap.end()].split()) for gap in _WIDE.finditer(text.rstrip())}
    if any(sign.strip() not in _MARKS for sign in signs.values()):
        return set()
    places, at = set(), 0
    for number, token in enumerate(tokens):
        at = text.find(token, at)
        if number and text[at - 2 : at] == "  ":
            places.add(number)
        at += len(token)
    return places


def _tokens(text: str, patterns: _Patterns) -> tuple[list[str], dict[int, str]]:
    """Return the tokens of a span, and the signs for a kashida that stand before some of them."""
    tokens: list[str] = []
    signs: dict[int, str] = {}
    for token in patterns.token.findall(text):
        if patterns.sign.fullmatch(token) and tokens:
            signs[len(tokens)] = token
        else:
            tokens.append(token)
    signs.pop(len(tokens), None)
    return tokens, signs


#: what a way of cutting is worth, and the cuts, negated: of two that are worth the same, the one that cuts earlier
_Way = tuple[float, tuple[int, ...]]


def _best_cuts(tokens: Sequence[str], signs: dict[int, str], wide: Collection[int]) -> tuple[int, ...]:
    """Return where to cut, so that the first word of each piece joins the last word of the one behind it.

    Signs for a kashida are always cut at, wide spaces more likely than others. `ways[end]` holds the best way for what
    stands before `end`, by where the last piece begins.
    """
    size = len(tokens)
    sums = [0.0, *accumulate(_kept(*pair) * (at not in signs) for at, pair in enumerate(pairwise(tokens), 1))]
    begins = [at for at in range(1, size) if at in signs or at in wide or _begins[tokens[at]]]
    lefts = list(map(_as_left.__getitem__, tokens))
    joints = {start: _joints(tokens, lefts, start) for start in (0, *begins)}
    ways: list[dict[int, _Way]] = [{} for _ in range(size + 1)]
    for end in range(1, min(signs, default=size) + 1):
        ways[end][0] = sums[end - 1], ()
    for middle in range(1, size):
        last = min((sign for sign in signs if sign > middle), default=size)
        first = middle + 1 if middle in joints else size
        for start, (value, cuts) in ways[middle].items():
            if middle in signs:
                found = [
                    (end, _kashida_weight(tokens[end - 1], tokens[start])) for end in range(first, last + 1)
                ]
            else:
                found = [joint for joint in joints[start] if first <= joint[0] <= last]
            for end, sure in found:
                gain = sums[end - 1] - sums[middle] + (middle in wide) * _WIDE_GAP
                way = (round(value + sure - _COST + gain, 3), (*cuts, -middle))
                ways[end][middle] = max(ways[end].get(middle, way), way)
    _, best = max(
        (
            (value - _DANGLING * (_first_word(tokens[start]) in SUFFIXES), cuts)
            for start, (value, cuts) in ways[size].items()
        ),
        default=(0.0, ()),
    )
    return tuple(-cut for cut in best)


def _joints(tokens: Sequence[str], lefts: Sequence[int], start: int) -> list[tuple[int, float]]:
    """Return where pieces may end whose last word joins the first word of the piece that begins at `start`."""
    right, wanted = tokens[start], _as_right[tokens[start]]
    return [
        (end, sure)
        for end in range(start + 2, len(tokens) + 1)
        if lefts[end - 1] & wanted and (sure := _joint_of[tokens[end - 1], right])
    ]


def _kashida_weight(left: str, right: str) -> float:
    """Return what is said for two parts of one word: little for most, since words may be cut more than once."""
    return _COST + (1.0 if standing(_last_word(left) + _first_word(right)) > UNKNOWN else 0.1)


def _joint(pair: tuple[str, ...]) -> float:
    left, right = pair[0], pair[1].lstrip(_MARKS_BEFORE)
    if not (_WORD.fullmatch(left) and _WORD.match(right)):
        return 0.0
    return join_weight(left, _first_word(right))


def _left_kind(token: str) -> int:
    """Return what `token` is as the left of two words that a half-space may join: bits, as in `half_spaces`."""
    return left_kind(token) if _WORD.fullmatch(token) else 0


def _right_kind(token: str) -> int:
    """Return what the left one must be where `token` is the right one."""
    right = token.lstrip(_MARKS_BEFORE)
    return lefts_of(_first_word(right)) if _WORD.match(right) else 0


_as_left: BoundedCache[str, int] = BoundedCache(_left_kind, 1 << 12)
_as_right: BoundedCache[str, int] = BoundedCache(_right_kind, 1 << 12)
_joint_of: PhraseCache[float] = PhraseCache(_joint, 1 << 14)


def _may_begin(token: str) -> bool:
    word = _first_word(token)
    return word in SUFFIXES or bool(load().get(word) & (VERB | STEM_RIGHT))


_begins: BoundedCache[str, bool] = BoundedCache(_may_begin, 1 << 12)


def _kept(left: str, right: str) -> float:
    """Return what is said for two neighbours that stay neighbours."""
    if left in PREFIXES or _first_word(right) in SUFFIXES:
        return -_DANGLING
    return pair_weight(_last_word(left), _first_word(right)) / 2


def _first_word(token: str) -> str:
    found = _WORD.search(token)
    return found[0] if found else ""


def _last_word(token: str) -> str:
    found = _WORD.findall(token)
    return found[-1] if found else ""
