"""Texts made from a pattern's own parts to make it backtrack, and the measure of its work on them.

For each part that may repeat: what leads to it, that part's own matches many times over, and an end that
spoils the match; each branch of an alternation and several characters of a class get a text of their own. What leads to
a part is also repeated with it, so that a match is begun at many places and runs to the end from each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from re import (
    _constants as codes,  # type: ignore[attr-defined]
    _parser as parser,  # type: ignore[attr-defined]
)
from typing import Any

from support.steps import Counter, TooMany

#: tried in this order for what a class may hold, so that neighbouring classes meet in the same character
STOCK = " \tab1ب۱ا\u200c\u064e.,-/:\"'«(<&@#`_~\r\nA،ـé\x01"
ENDS = ("\x01", "\n!", "")
#: a part that may come this often is worth repeating
_OFTEN = 8
_FEW = 3

Nodes = list[tuple[Any, Any]]
Attack = tuple[str, str, str]


def samples(nodes: Nodes, flags: int) -> list[str]:
    """A few strings that a sequence of nodes matches, or nearly: assertions are not looked at."""
    found = [""]
    for node in nodes:
        options = _of_node(node, flags) or [""]
        found = list(dict.fromkeys(left + right for right in options for left in found))[:_FEW]
    return found


def _of_node(node: tuple[Any, Any], flags: int) -> list[str]:
    code, value = node
    if code in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY):
        return _characters(node, flags)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        low, high, body = value
        times = max(1, low) if high else 0
        return [text * times for text in samples(list(body), flags)]
    if code is codes.BRANCH:
        return [text for branch in value[1] for text in samples(list(branch), flags)[:1]]
    if code is codes.SUBPATTERN:
        return samples(list(value[-1]), flags)
    if code is codes.ATOMIC_GROUP:
        return samples(list(value), flags)
    return [""]  # assertions, references


def _characters(node: tuple[Any, Any], flags: int) -> list[str]:
    if node[0] is codes.LITERAL:
        return [chr(node[1])]
    one = parser.SubPattern(parser.State(), [node])
    one.state.flags = flags
    one.state.str = ""
    matches = re.compile(*rebuilt(node, flags)).match
    return list(islice((c for c in STOCK if matches(c)), 6)) or _first_of(node)


def _first_of(node: tuple[Any, Any]) -> list[str]:
    """The first literal or range of a class that holds nothing of the stock."""
    for code, value in node[1] if node[0] is codes.IN else ():
        if code is codes.LITERAL:
            return [chr(value)]
        if code is codes.RANGE:
            return [chr(value[0]), chr(value[1])]
    return []


def rebuilt(node: tuple[Any, Any], flags: int) -> tuple[str, int]:
    """A node for one character, written as a pattern again."""
    code, value = node
    if code is codes.LITERAL:
        return re.escape(chr(value)), flags & re.IGNORECASE
    if code is codes.ANY:
        return ".", flags & re.DOTALL
    if code is codes.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]", 0
    body = "".join(_class_part(*part) for part in value)
    return f"[{body}]", flags & (re.IGNORECASE | re.ASCII)


def _class_part(code: Any, value: Any) -> str:
    if code is codes.NEGATE:
        return "^"
    if code is codes.LITERAL:
        return re.escape(chr(value))
    if code is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return {
        codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D",
        codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_NOT_SPACE: r"\S",
        codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
    }[value]  # fmt: skip


def attacks(pattern: str, flags: int) -> list[Attack]:
    """What stands before, what is repeated, and what comes last, for every part that may repeat."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    found = list(_repeats(list(tree), "", flags))
    whole = [("", text, end) for text in samples(list(tree), flags) if text for end in ENDS]
    stock = [("", character, "\x01") for character in STOCK]
    spoilt = [(before, body, end) for before, body in found if body for end in ENDS]
    begun = [("", before + body, "\x01") for before, body in found if before and body]
    return list(dict.fromkeys([*spoilt, *whole, *stock, *begun]))


def _repeats(nodes: Nodes, before: str, flags: int) -> Iterator[tuple[str, str]]:
    for node in nodes:
        code, value = node
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, high, body = value
            if high >= _OFTEN:
                bodies = samples(list(body), flags) + _of_node(next(iter(body)), flags)
                yield from ((before, text) for text in dict.fromkeys(bodies))
            yield from _repeats(list(body), before, flags)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before, flags)
        elif code is codes.SUBPATTERN:
            yield from _repeats(list(value[-1]), before, flags)
        elif code is codes.ATOMIC_GROUP:
            yield from _repeats(list(value), before, flags)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeats(list(value[1]), before, flags)
        before += (_of_node(node, flags) or [""])[0]


#: the short texts, in characters, and so often what is repeated at least; the long ones are eight times as long
SHORT, LEAST, TIMES = 48, 6, 8


def superlinear(
    pattern: str, flags: int, *, at_start: bool = False, tries: list[Attack] | None = None
) -> Attack | None:
    """Return the first attack on which eight times the text takes much more than eight times the steps.

    Bounds that the pattern sets itself, such as ``{1,2000}``, are tried as smaller ones, so that short texts pass them.
    """
    counter = Counter(pattern, flags, _OFTEN)
    for attack in attacks(pattern, flags) if tries is None else tries:
        if _is_much_more(counter, attack, at_start):
            return attack
    return None


def _is_much_more(counter: Counter, attack: Attack, at_start: bool) -> bool:
    before, body, end = attack
    short, long = (
        before + body * times + end
        for times in (max(SHORT // len(body), LEAST), max(SHORT // len(body), LEAST) * TIMES)
    )
    few = _steps(counter, short, at_start, 40.0 * len(short) ** 2)
    return few == float("inf") or _steps(counter, long, at_start, 3 * TIMES * few + 400) == float("inf")


def _steps(counter: Counter, text: str, at_start: bool, limit: float) -> float:
    """Count the steps; infinite if there are more than *limit*."""
    try:
        if at_start:
            counter.match(text, limit)
        else:
            for _ in counter.finditer(text, limit):
                pass
    except TooMany:
        return float("inf")
    return counter.steps
