"""Makes an automaton of a pattern that is a hint, so that the core can tell where it cannot match without asking.

The automaton may say yes where the pattern says no: it knows nothing of what stands before or behind a match, and any
number of repetitions above three is as good as any other. It never says no where the pattern matches. A start is that of a
line, whether the pattern means lines or the text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST_COUNTED = 3
#: characters that are kinds of their own: those of ASCII and of Arabic script; of others the ranges that a pattern names are kinds
ASCII, _ARABIC = 128, (0x600, 0x700)
SINGLES = (*range(ASCII), *range(*_ARABIC))
_NEWLINE = ord("\n")
_AT, _BEGINNING, _NEGATE = "AT", "AT_BEGINNING", "NEGATE"
#: items of a pattern that match one character
SINGLE = ("LITERAL", "NOT_LITERAL", "IN", "ANY")
_CATEGORIES = {
    "DIGIT": r"\d",
    "WORD": r"\w",
    "SPACE": r"\s",
    "NOT_DIGIT": r"\D",
    "NOT_WORD": r"\W",
    "NOT_SPACE": r"\S",
}
#: the states of the automaton: where a text begins, and where a match is found
START, FOUND = 0, 1


def automaton(pattern: str) -> bytes:
    """Return the tables that native/hints.c runs: how many columns and bounds; the column of each of `SINGLES`, of the bounds, of all
    others and of the end; bounds of the other columns; and the next state for each state and column."""
    return _tables(_Nodes(list(_parser.parse(pattern))))


def automata(pattern: str) -> list[bytes]:
    """Return the same for each way through a pattern, where it first parts: together they say no as surely, in far fewer states."""
    return [_tables(_Nodes(way)) for way in _ways(list(_parser.parse(pattern)))]


def _tables(nodes: _Nodes) -> bytes:
    columns: dict[tuple[bool, ...], int] = {}  # that of a newline by itself: behind it a line begins
    of_kind = [
        columns.setdefault(
            (kind == _NEWLINE, *(kind in kinds for steps in nodes.steps for kinds, _ in steps)), len(columns)
        )
        for kind in range(nodes.end + 1)
    ]
    found = [len(columns), len(nodes.bounds), *of_kind]
    for first, last in nodes.bounds:
        found += [first, last]
    for row in _merged(_rows(nodes, [of_kind.index(column) for column in range(len(columns))])):
        found += row
    return array("I", found).tobytes()


def _ways(items: list[Any]) -> Iterator[list[Any]]:
    """Yield the ways through the items of a pattern, parted at its first branch if only single characters stand before that."""
    for place, (kind, value) in enumerate(items):
        name = str(kind)
        if name == "BRANCH":
            branches = [list(branch) for branch in value[1]]
        elif name == "SUBPATTERN" and any(str(inner) == "BRANCH" for inner, _ in value[3]):
            branches = [list(value[3])]
        elif name in (*SINGLE, _AT, "ASSERT_NOT"):
            continue
        else:
            break
        for branch in branches:
            for way in _ways(branch):
                yield [*items[:place], *way, *items[place + 1 :]]
        return
    yield items


def _merged(rows: list[list[int]]) -> list[list[int]]:
    """Return the rows with one state for all that no text tells apart; START and FOUND keep their numbers."""
    group = [int(state == FOUND) for state in range(len(rows))]
    count = 0
    while len(set(group)) > count:
        count = len(set(group))
        alike: dict[tuple[int, ...], int] = {}
        group = [
            alike.setdefault((group[state], *(group[after] for after in row)), len(alike))
            for state, row in enumerate(rows)
        ]
    first = [group.index(number) for number in range(count)]
    return [[group[after] for after in rows[state]] for state in first]


class _Nodes:
    """A pattern as nodes with steps: on characters of some kinds, on nothing, or on nothing where a line begins."""

    def __init__(self, parsed: list[Any]) -> None:
        self.bounds = _disjoint(list(_bounds(parsed)))
        self.end = len(SINGLES) + len(self.bounds) + 1
        self.steps: list[list[tuple[frozenset[int], int]]] = []
        self.free: list[list[int]] = []
        self.at_start: list[list[int]] = []
        self.first, self.last = self._new(), self._new()
        for branch in parsed[0][1][1] if str(parsed[0][0]) == "BRANCH" else [parsed]:
            for items in _from_start(_spelt_out(list(branch))):
                self._sequence(items, self.first, self.last)

    def _new(self) -> int:
        for rows in (self.steps, self.free, self.at_start):
            rows.append([])
        return len(self.steps) - 1

    def _sequence(self, items: Iterable[tuple[Any, Any]], start: int, end: int) -> None:
        for item in items:
            after = self._new()
            self._item(*item, start, after)
            start = after
        self.free[start].append(end)

    def _item(self, kind: Any, value: Any, start: int, end: int) -> None:
        name = str(kind)
        if name == "BRANCH":
            for branch in value[1]:
                self._sequence(branch, start, end)
        elif name == "SUBPATTERN":
            self._sequence(value[3], start, end)
        elif name == "AT":
            if str(value) == "AT_END":
                self.steps[start].append((frozenset({_NEWLINE, self.end}), end))
            else:
                (self.at_start if str(value) == "AT_BEGINNING" else self.free)[start].append(end)
        elif name in ("ASSERT", "ASSERT_NOT"):
            self.free[start].append(end)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inner = value
            self._repeat(least, most, inner, start, end)
        else:
            self.steps[start].append((self._kinds(name, value), end))

    def _repeat(self, least: int, most: Any, inner: Any, start: int, end: int) -> None:
        for _ in range(min(least, _MOST_COUNTED)):
            after = self._new()
            self._sequence(inner, start, after)
            start = after
        if most > _MOST_COUNTED:
            self._sequence(inner, start, start)
        else:
            for _ in range(most - least):
                after = self._new()
                self._sequence(inner, start, after)
                self.free[start].append(end)
                start = after
        self.free[start].append(end)

    def _kinds(self, name: str, value: Any) -> frozenset[int]:
        """Return the kinds of characters with one that the item may match: ASCII, the bounds, and all others."""
        if name not in SINGLE:
            raise ValueError(f"a hint of the core may not hold {name}")
        text = text_of(name, value)
        one = re.compile(text)
        kinds = set(_singles(text)) | {
            len(SINGLES) + place
            for place, (first, last) in enumerate(self.bounds)
            if any(one.match(chr(code)) for code in range(first, last + 1))
        }
        if name != "LITERAL" and (
            name != "IN" or any(str(part[0]) not in ("LITERAL", "RANGE") for part in value)
        ):
            kinds.add(len(SINGLES) + len(self.bounds))
        return frozenset(kinds)

    def around(self, nodes: Iterable[int], *, at_start: bool) -> frozenset[int]:
        """Return *nodes* with all that can be reached from them without a character."""
        found = set(nodes)
        waiting = list(found)
        while waiting:
            node = waiting.pop()
            for other in (*self.free[node], *(self.at_start[node] if at_start else ())):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return frozenset(found)


@cache
def _singles(text: str) -> frozenset[int]:
    """Return the kinds of `SINGLES` of which a pattern for one character matches one."""
    one = re.compile(text)
    return frozenset(kind for kind, code in enumerate(SINGLES) if one.match(chr(code)))


def _spelt_out(items: list[Any]) -> list[Any]:
    """Return the items of a whole pattern with what it looks back to or on to as items of their own, where that is the same."""
    while items and str(items[-1][0]) == "ASSERT_NOT":
        items = items[:-1]
    for place, (kind, value) in enumerate(items):
        if str(kind) != "ASSERT":
            continue
        way, looked_at = value
        if way > 0 and place + 1 == len(items):
            return [*_spelt_out(items[:place]), *looked_at]
        if way < 0 and len(looked_at) > place and all(str(item[0]) in SINGLE for item in items[:place]):
            return _spelt_out([*looked_at[: len(looked_at) - place], *items[:place], *items[place + 1 :]])
    return items


def _from_start(items: list[Any]) -> list[list[Any]]:
    """Return the ways to begin a pattern that must not stand behind some character: at the start, and behind any other one."""
    kind, value = items[0]
    if str(kind) != "ASSERT_NOT" or value[0] > 0 or len(value[1]) != 1 or str(value[1][0][0]) != "IN":
        return [items]
    inside = value[1][0][1]
    others = inside[1:] if str(inside[0][0]) == "NEGATE" else [(_NEGATE, None), *inside]
    return [[(_AT, _BEGINNING), *items[1:]], [(value[1][0][0], others), *items[1:]]]


def text_of(name: str, value: Any) -> str:
    """Return a pattern for one character again."""
    if name == "ANY":
        return "."
    if name != "IN":
        return f"[{'^' if name == 'NOT_LITERAL' else ''}{re.escape(chr(value))}]"
    text = ""
    for kind, part in value:
        if str(kind) == "NEGATE":
            text += "^"
        elif str(kind) == "LITERAL":
            text += re.escape(chr(part))
        elif str(kind) == "RANGE":
            text += f"{re.escape(chr(part[0]))}-{re.escape(chr(part[1]))}"
        else:
            text += _CATEGORIES[str(part).removeprefix("CATEGORY_")]
    return f"[{text}]"


def _bounds(parsed: Any) -> Iterable[tuple[int, int]]:
    """Yield the characters beyond ASCII that the pattern names: first and last of each range."""
    for kind, value in parsed:
        if str(kind) == "RANGE" and value[1] >= ASCII:
            yield value
        elif str(kind) == "LITERAL" and value >= ASCII:
            yield value, value
        elif str(kind) == "IN":
            yield from _bounds(value)
        elif str(kind) == "BRANCH":
            for branch in value[1]:
                yield from _bounds(branch)
        elif str(kind) == "SUBPATTERN":
            yield from _bounds(value[3])
        elif str(kind) in ("ASSERT", "ASSERT_NOT"):
            yield from _bounds(value[1])
        elif str(kind).endswith("REPEAT"):
            yield from _bounds(value[2])


def _disjoint(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges of characters without `SINGLES`, cut where another one begins or ends, so that none meets another."""
    places = sorted({place for first, last in ranges for place in (first, last + 1)} | {ASCII, *_ARABIC})
    return [
        (first, after - 1)
        for first, after in pairwise(places)
        if first not in SINGLES and any(start <= first and after - 1 <= end for start, end in ranges)
    ]


def _rows(nodes: _Nodes, kinds: list[int]) -> list[list[int]]:
    """Return the next state for each state and each of some kinds of characters; a match may begin at every character."""
    found = frozenset([-1])
    first = {at_start: nodes.around([nodes.first], at_start=at_start) for at_start in (False, True)}
    states = {first[True]: START, found: FOUND}
    after = [
        [
            nodes.around([to for wanted, to in steps if kind in wanted], at_start=kind == _NEWLINE)
            for steps in nodes.steps
        ]
        for kind in kinds
    ]
    rows: list[list[int]] = []
    waiting = list(states)
    for state in waiting:
        row = []
        for kind, of_kind in zip(kinds, after, strict=True):
            reached = first[kind == _NEWLINE].union(*(of_kind[node] for node in state if node >= 0))
            if state == found or nodes.last in reached:
                reached = found
            if reached not in states:
                states[reached] = len(states)
                waiting.append(reached)
            row.append(states[reached])
        rows.append(row)
    return rows
