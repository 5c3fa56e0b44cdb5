"""Lines that were cut at their half-spaces and at the signs for kashidas, and whose pieces stand in reverse order.

pypdf does so with some PDF files of LibreOffice: «من می|روم و کتاب|ها را» is read as «ها را روم و کتاب من می».
Which spaces were half-spaces is the matter of `cuts`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..cache import BoundedCache, PhraseCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, HAMZA_ABOVE, HEH, TATWEEL, ZWNJ
from ..lazy import lazy_pattern
from ..lexicon import load
from ..lexicon.flags import VERB
from ..ruleset.extracted.kashida_signs import CONTROLS
from ..ruleset.extracted.known import UNKNOWN, standings
from ..ruleset.extracted.order import span_pattern
from .cuts import WORD, best_cuts, first_word, last_word
from .half_spaces import join_weight, left_kind, lefts_of
from .hinted_patterns import OF_LINES, hinted_pattern
from .judged_lines import in_one_text
from .last import last
from .portions import all_made_ready, parted_at_kasras
from .span_edges import with_signs
from .word_evidence import evidence

_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: signs for a kashida, with letters on both sides but for spaces; any other sign is one where it stands doubled on the line
_SIGNS = f"1+|=+|<+|>+|_+|{TATWEEL}+|[{CONTROLS}]+"
_DOUBLED = lazy_pattern(f"([!-~])(?<=[{_L}].)\\1++(?=[{_L}])")
#: the same sign twice and more inside a word, or tatweels; and how often they stand in stretched lines, at the least
_STRETCHED = lazy_pattern(f"([!-~{CONTROLS}{TATWEEL}])(?<=[{_L}].)\\1++(?=[{_L}])")
_LEAST_STRETCHED = 8
#: so few lines of many tell whether all of them were cut at signs
_FEW_LINES = 24
_CONTROL = lazy_pattern(f"[{CONTROLS}]")
#: a quotation mark and a mark beside it; and one that opens behind a word or closes before one, as pypdf gives them
_QUOTES = "[«»](?: ?[.:!])?+ ?"
_TURNED_QUOTE = lazy_pattern(f"«(?<=[^ ].)(?= )|»[.:!]*+(?=[{_L}])")
_QUOTE = frozenset("«»")
#: a small hamza on no heh, and a tanvin on no alef
_TORN_MARKS = f"{HAMZA_ABOVE}(?<=[{_L}].)(?<!{HEH}.) ?|\N{ARABIC FATHATAN}(?<=[{_L}].)(?<!ا.) ?"
#: marks behind which a word has ended
_ALL_MARKS = lazy_pattern(f"[ {ARABIC_MARKS}]+")
_MARKS = frozenset("\u064b\u0654")
_MOST_TOKENS = 80
#: the spaces before a span
_BLANKS = lazy_pattern(f"[^\\S{CONTROLS}]+")
#: what follows می, نمی or همی on its line
_PREFIXED = lazy_pattern(r"می(?!\S)(?:(?<!\S..)|(?<=[نه]..)(?<!\S...))(?=[^\S\n]*+(\S*+))")


class _Patterns(NamedTuple):
    """What a line is cut into where some signs may stand for kashidas: left-to-right spans, tokens, and the signs; and what
    calls for a look at signs and marks."""

    call: re.Pattern[str]
    span: re.Pattern[str]
    token: re.Pattern[str]
    sign: re.Pattern[str]


@cache
def _patterns(sign: str = "", has_turned_quotes: bool = False) -> _Patterns:
    signs = f"{_SIGNS}|{re.escape(sign)}+" if sign else _SIGNS
    doubled = f"|{re.escape(sign)}{{2,}}" if sign else ""
    kashida = f"(?<=[{_L}])(?:{signs})(?=[{_L}])"
    # a sign that is nothing else is one at the edges of pieces too, where spaces and marks stand; and so are torn marks
    sure = f" ?(?:[{CONTROLS}]+{doubled}) ?|{_TORN_MARKS}|(?<![{_L}]) ?[{ARABIC_MARKS}]+ ?"
    sure = f"{_QUOTES}|{sure}" if has_turned_quotes else sure
    starts = f"{TATWEEL}1=<>_{CONTROLS}{re.escape(sign)}{ARABIC_MARKS}«»"
    return _Patterns(
        call=lazy_pattern(f"[{starts}]"),
        span=lazy_pattern(span_pattern(f"(?<![0-9])(?!{kashida})")),
        token=lazy_pattern(f"{sure}|{kashida}|(?:[^\\s{starts}]++|(?!{sure}|{kashida})\\S)+"),
        sign=lazy_pattern(f"{sure}|(?:{signs})|[ {ARABIC_MARKS}]+"),
    )


#: two spaces: the one at the end of the line, and a half-space
_WIDE = lazy_pattern(r"\S {2}(?=\S)")
_BEFORE_GAP = lazy_pattern(f"[{_L}.،؛:]")
_stands_before_gap: BoundedCache[str, bool] = BoundedCache(lambda c: _BEFORE_GAP.match(c) is not None, 1 << 9)
#: the second of two spaces before a letter
_WIDE_IN_PERSIAN = hinted_pattern(f" (?<=  )(?=[{_L}])", (" ", " ", _L), group=OF_LINES)


def reversed_with_joins(lines: Sequence[str]) -> list[str]:
    """Return each of `lines` with its words reversed, but for those between which a half-space may stand.

    >>> print(reversed_with_joins([".می خریم نان و سیب ها ما"])[0])
    ما سیب\u200cها و نان می\u200cخریم.
    """
    return evidence().turned(list(map(_with_joins, lines)), "joined")


def _with_joins(line: str) -> str:
    tokens = line.split()
    following = tokens[1:]
    kinds = zip(
        map(_as_left.__getitem__, tokens),
        map(_as_right.__getitem__, following),
        tokens,
        following,
        strict=False,
    )
    parts = [
        left + ZWNJ if kind & wanted and _may_join[left, right] else left + " "
        for kind, wanted, left, right in kinds
    ]
    return "".join([*parts, *tokens[-1:]])


#: what tokens are as the left and as the right one of two
_as_left: BoundedCache[str, int] = BoundedCache(lambda token: left_kind(last_word(token)), 1 << 12)
_as_right: BoundedCache[str, int] = BoundedCache(lambda token: lefts_of(first_word(token)), 1 << 12)
#: whether a half-space may stand between two tokens
_may_join: PhraseCache[bool] = PhraseCache(
    lambda pair: bool(join_weight(last_word(pair[0]), first_word(pair[1]))), 1 << 13
)


def has_lost_pieces(lines: Sequence[str]) -> bool:
    """Return whether می stands before what is no verb, or at the end of a line, more than once and often."""
    following = _PREFIXED.findall(in_one_text(lines))
    dangling = sum(not load().get(first_word(token)) & VERB for token in following)
    return dangling > 1 and dangling * 3 > len(following)


@last(8)
def wide_gaps(lines: tuple[str, ...]) -> int:
    """Return how often two spaces stand between Persian words of `lines`, as where a line was cut."""
    text = in_one_text(lines)
    return sum(place > 1 and _stands_before_gap[text[place - 2]] for place in _WIDE_IN_PERSIAN.places(text))


def is_cut_at_signs(lines: Sequence[str]) -> bool:
    """Return whether stretched lines were cut at the signs of their kashidas: less than half as many words are unknown then."""
    lines = lines if len(lines) < 2 * _FEW_LINES else lines[:: len(lines) // _FEW_LINES]
    plain, signs = _STRETCHED.subn("", "\n".join(lines))
    return signs >= _LEAST_STRETCHED and _unknown(unstretched("\n".join(joined_again(lines)))) * 2 < _unknown(
        plain
    )


def has_controls(text: str) -> bool:
    """Return whether control characters stand in `text`, as a kashida without a name is read."""
    return _CONTROL.search(text) is not None


def is_stretched(line: str) -> bool:
    """Return whether signs in `line` can be nothing else than kashidas."""
    return has_controls(line) or _STRETCHED.search(line) is not None


def _unknown(text: str) -> int:
    """Return how many words of `text` are unknown."""
    return list(map(standings.__getitem__, WORD.findall(text))).count(UNKNOWN)


def unstretched(text: str) -> str:
    """Return `text` without the signs that stand doubled inside its words, as kashidas of stretched lines do.

    >>> unstretched("خ55ط نخس55ت 1404")
    'خط نخست 1404'
    """
    return _STRETCHED.sub("", text)


def joined_again(lines: Sequence[str]) -> list[str]:
    """Return each of `lines` with its pieces in order again, and the half-spaces between them set.

    >>> print(joined_again(["برم. های قدیمی می ها را به خانه روم و کتاب من می"])[0])
    من می\u200cروم و کتاب\u200cها را به خانه\u200cهای قدیمی می\u200cبرم.
    """
    ready = all_made_ready(lines)
    pieces = list(lines)
    for number, line in ready.items():
        pieces[number] = line.pieces
    found = evidence().joined(pieces)
    found = list(map(_joined_again, pieces)) if found is None else found
    found = parted_at_kasras(found)
    for number, line in ready.items():
        found[number] = line.bullet + found[number] + line.mark
    return with_signs(found) if ready else found


def _joined_again(line: str) -> str:
    doubled = _DOUBLED.search(line)
    patterns = _patterns("" if doubled is None else doubled[1], _TURNED_QUOTE.search(line) is not None)
    parts = _parts(line, patterns.span)
    return "".join(_span(part, patterns) if WORD.search(part) else part for part in parts)


def _parts(line: str, spans: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    at = 0
    for span in spans.finditer(line):
        parts += (line[at : span.start()], span[0])
        at = span.end()
    return [*parts, line[at:]]


def _span(text: str, patterns: _Patterns) -> str:
    """Return a right-to-left span with its pieces in order."""
    tokens, signs, starts = _tokens(text, patterns)
    wide = _wide_gaps(text, starts if signs else None)
    if not 2 <= len(tokens) <= _MOST_TOKENS or ZWNJ in text:
        return text
    cuts = best_cuts(tokens, signs, wide)
    if not cuts:
        return text
    after = _piece(tokens, signs, cuts[-1], len(tokens))
    for start, end in zip(reversed([0, *cuts[:-1]]), reversed(cuts), strict=True):
        sign, piece = signs.get(end, ZWNJ), _piece(tokens, signs, start, end)
        spaced = end in signs and start in wide and piece[0] != " "
        after += _between(sign) + " " * spaced + piece
    return _blanks(text) + after.strip(" ") + _blanks(text[::-1])[::-1]


def _blanks(text: str) -> str:
    """Return the spaces with which `text` begins."""
    found = _BLANKS.match(text)
    return "" if found is None else found[0]


def _piece(tokens: list[str], signs: dict[int, str], start: int, end: int) -> str:
    """Return a piece with the spaces that part it from kashidas on its sides."""
    before, behind = (signs.get(at, "x") for at in (start, end))
    return (
        " " * (before[-1] == " " and not _is_mark(before))
        + " ".join(tokens[start:end])
        + " " * (behind[0] == " " and not _is_mark(behind))
    )


def _is_mark(sign: str) -> bool:
    return sign[0] in "«»" or _ALL_MARKS.fullmatch(sign) is not None


def _between(sign: str) -> str:
    """Return what stands between two pieces: a half-space, or a sign, with a space where it is a quotation mark or a torn mark."""
    bare = sign.strip(" ")
    if bare[0] in "«»":
        marks = bare[1:].strip(" ")
        return f"{marks} «" if bare[0] == "«" else f"{marks}» "
    return bare + " " * (_is_mark(sign) and (bare != sign or bare in _MARKS))


def _wide_gaps(text: str, starts: list[int] | None) -> set[int]:
    """Return the tokens before which two spaces stand, of words or of tokens that begin at `starts`."""
    if starts is None:
        return {len(text[: gap.end()].split()) for gap in _WIDE.finditer(text.rstrip())}
    return {number for number, at in enumerate(starts) if number and text[at - 2 : at] == "  "}


def _tokens(text: str, patterns: _Patterns) -> tuple[list[str], dict[int, str], list[int]]:
    """Return the tokens of a span, the signs for a kashida that stand before some of them, and where the tokens begin if there are any."""
    if patterns.call.search(text) is None:
        return text.split(), {}, []
    tokens: list[str] = []
    signs: dict[int, str] = {}
    starts: list[int] = []
    for token in patterns.token.finditer(text):
        if patterns.sign.fullmatch(token[0]) and tokens:
            before = signs.get(len(tokens), "")
            goes_on = (
                before[:1] in _QUOTE and token[0][0] not in _QUOTE and text.endswith(before, 0, token.start())
            )
            # a mark behind a quotation mark stands with it
            signs[len(tokens)] = before + token[0] if goes_on else token[0]
        else:
            tokens.append(token[0])
            starts.append(token.start())
    signs.pop(len(tokens), None)
    return tokens, signs, starts
