"""Tells by one pattern which gaps some rule may change, so that the core need not ask about the others: these stay.

The pattern is made of the rules' own patterns and never says no where a rule matches: what stands in the way of a match
(what must not follow, or not precede) is left out of it, and a rule that looks over words counts wherever a piece of it
stands. It is read over characters that stand for all of their kind: see `KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from ..chars import ASCII_DIGITS, HAMZA_ABOVE, PERSIAN_DIGITS, PERSIAN_LETTERS, TANVIN
from ..compiled import CompiledRules
from ..ruleset.extracted.kashida_signs import RULE as KASHIDA, SIGNS
from ..ruleset.rule import Rule
from .automata import SINGLE, text_of
from .gaps import OTHER_WORDS_DECIDE, WORDS

#: what stands for the letters and marks of a word, and for a span: rules see no other spans than emoji
WORD, SPAN = "b", "\x00"
_SIGNS = " \t\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»،؛؟٪…–—"
#: the characters of the pattern, and which ones each stands for
KINDS = {sign: sign for sign in _SIGNS} | {
    "1": ASCII_DIGITS,
    "۱": PERSIAN_DIGITS,
    WORD: PERSIAN_LETTERS + HAMZA_ABOVE + TANVIN,
    SPAN: "\U0001f600\U0001f3fd\u2764\ufe0f\u200d\U0001f1ee",
}
#: a rule about gaps looks at this many letters of a word at most
_MOST_LETTERS = 3


class Item(NamedTuple):
    """One character of a way through a pattern, or (*many*) any number of them: of which kinds it may be."""

    kinds: frozenset[str]
    many: bool = False


class Look(NamedTuple):
    """What must stand behind (*ahead*) or before a place of the way."""

    ahead: bool
    way: Sequence[Item | Look]


Way = list[Item]
Steps = Sequence[Item | Look]
#: the beginning and the end of a line, for the rules that are about these; for others they match anywhere: a run is cut there
_BEGINNING, _END = Item(frozenset(), many=True), Item(frozenset("\n"))


def pattern_of(rules: CompiledRules) -> str:
    """Return the pattern of what some of *rules* may change in a gap: over the words beside it and the gap, as `KINDS` says."""
    letters, words, _, spacing, _ = rules.staged.stages
    found = {f"[^{re.escape(''.join(KINDS))}]", *OTHER_WORDS_DECIDE}
    for compiled in (*rules.mark_rules, *letters, *words, *spacing):
        found.update(_of_rule(compiled.rule))
    for rule in rules.edge_rules:
        found.update(_of_rule(rule))
    return "|".join(sorted(found))


def written(left: int, gap: str, right: int) -> str:
    """Return a gap between words or spans of these classes as the pattern reads it, and native/gaps.c."""
    end = "\n" if not right and not gap.endswith("\n") else ""
    return f"{_side(left)}{gap}{end}{_side(right)}"


def _side(side: int) -> str:
    return SPAN if side >= WORDS else WORD * min(side, _MOST_LETTERS)


def _of_rule(rule: Rule) -> Iterator[str]:
    """Yield patterns of what the rule may change."""
    if rule.id == KASHIDA:  # a row of one sign, and nothing else, between two words
        yield from (f"{WORD}{re.escape(sign)}{{2,}}{WORD}" for sign in SIGNS)
    elif rule.pattern is None or (rule.trigger_chars and rule.trigger_chars.isdisjoint(KINDS)):
        signs = rule.literals or tuple(rule.mapping or rule.trigger_chars)
        yield from map(re.escape, filter(_is_of_gaps, signs))
    else:
        for way in _spread(_parser.parse(rule.pattern), at_edge=bool(rule.line_edge)):
            yield from map(_text_of, filter(_may_be_of_gap, _pieces(way, rule)))


def _is_of_gaps(literal: str) -> bool:
    return set(literal) <= KINDS.keys() - {WORD, SPAN}


def _may_be_of_gap(way: Way) -> bool:
    """Return whether a way may match, and not only letters."""
    return all(item.kinds or item.many for item in way) and any(item.kinds - {WORD, SPAN} for item in way)


def _spread(items: Iterable[Any], *, at_edge: bool) -> Iterator[Steps]:
    """Yield the ways through a pattern."""
    for ways in product(*(list(_spread_item(str(kind), value, at_edge)) for kind, value in items)):
        yield [item for way in ways for item in way]


def _spread_item(name: str, value: Any, at_edge: bool) -> Iterator[Steps]:
    if name == "BRANCH":
        for branch in value[1]:
            yield from _spread(branch, at_edge=at_edge)
    elif name == "SUBPATTERN":
        yield from _spread(value[3], at_edge=at_edge)
    elif name == "ASSERT":
        yield from ([Look(value[0] > 0, way)] for way in _spread(value[1], at_edge=at_edge))
    elif name == "AT":
        edge: Steps = [_BEGINNING if "BEGINNING" in str(value) else _END]
        yield edge if at_edge else []
    elif name == "ASSERT_NOT":
        yield []
    elif name.endswith("REPEAT"):
        yield from _repeated(*value)
    else:
        yield [Item(kinds_of(name, value))]


def _repeated(least: int, most: int, inner: Any) -> Iterator[Way]:
    """Yield the ways through a repetition: of one character its number, of several any number of each."""
    one = Item(frozenset().union(*(kinds_of(str(kind), value) for kind, value in inner)))
    if len(inner) > 1 or most > _MOST_LETTERS:
        yield [one] * (least if len(inner) == 1 else 0) + [one._replace(many=True)]
    else:
        yield from ([one] * count for count in range(least, most + 1))


def kinds_of(name: str, value: Any) -> frozenset[str]:
    """Return the kinds of characters of which the item of a pattern may match one."""
    if name not in SINGLE:
        return frozenset(KINDS)
    one = re.compile(text_of(name, value))
    return frozenset(kind for kind, all_of in KINDS.items() if one.search(all_of))


def _pieces(way: Steps, rule: Rule) -> Iterator[Way]:
    """Yield the pieces of a way of which one stands in a gap that the rule changes.

    What a rule changes stands where its literals are: a way that goes over words is cut there, and only pieces with a literal count.
    """
    body, ahead = _looked_around(way)
    if body is None:
        return
    words = _words(body)
    if not words:
        yield body + ahead[: _words(ahead)[0] if _words(ahead) else len(ahead)]
    elif all(len(literal) > 1 for literal in rule.literals):
        yield from (
            [Item(frozenset(sign)) for sign in literal] for literal in filter(_is_of_gaps, rule.literals)
        )
    else:
        signs = frozenset(rule.literals)
        for start, end in pairwise([-1, *words, len(body)]):
            piece = body[start + 1 : end]
            if any(item.kinds & signs for item in piece):
                yield piece + (ahead if end == len(body) else [])


def _words(way: Way) -> list[int]:
    """Return where a way may go over a word: any number of letters, or one between two characters of gaps."""
    of_gaps = [at for at, item in enumerate(way) if item.kinds - {WORD, SPAN}]
    return [
        at
        for at, item in enumerate(way)
        if WORD in item.kinds and (item.many or (of_gaps and of_gaps[0] < at < of_gaps[-1]))
    ]


def _looked_around(way: Steps) -> tuple[Way | None, Way]:
    """Return what a way matches, with what it looks back to before it, and what it looks on to at its end; None: it matches nothing."""
    body: Way = []
    ahead: Way = []
    for at, item in enumerate(way):
        if not isinstance(item, Look):
            body.append(item)
        elif not item.ahead:
            looked = _with_look_back(body, item.way)
            if looked is None:
                return None, []
            body = looked
        elif not ahead and all(isinstance(later, Look) for later in way[at + 1 :]):
            first, behind = _looked_around(item.way)
            if first is None:
                return None, []
            ahead = first + behind
    return body, ahead


def _with_look_back(body: Way, looked: Steps) -> Way | None:
    """Return a way with what it looks back to, as far as both are single characters; None where they exclude each other."""
    both = body[-len(looked) :] if looked else []
    single = [item for item in looked if isinstance(item, Item) and not item.many]
    if len(single) < len(looked) or any(item.many for item in both):
        return body
    before, beside = single[: len(single) - len(both)], single[len(single) - len(both) :]
    if before and len(both) < len(body):
        return body
    met = [Item(one.kinds & other.kinds) for one, other in zip(both, beside, strict=True)]
    return None if not all(item.kinds for item in met) else before + body[: len(body) - len(both)] + met


def _text_of(way: Way) -> str:
    """Return a way as a pattern."""
    classes = (
        f"[{re.escape(''.join(sorted(item.kinds)))}]{'*' * item.many}" if item.kinds else "" for item in way
    )
    return "".join("^" if item is _BEGINNING else of_item for item, of_item in zip(way, classes, strict=True))
