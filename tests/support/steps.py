"""Count the steps of matching a pattern: a backtracking matcher in Python, made from the parse tree of ``re``.

It matches as ``re`` does (a test holds both equal) and counts what it looks at, so that work is compared
without a clock: a busy machine changes nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from re import (
    _constants as codes,  # type: ignore[attr-defined]
    _parser as parser,  # type: ignore[attr-defined]
)
from typing import Any

#: frames of the matcher alone, which lie on the heap; everything else keeps the usual limit, so that C code is safe
_DEEPEST = 200_000

Next = Callable[[int], "int | None"]  # what follows: the end of the whole match, or None
Node = Callable[[int, Next], "int | None"]
_ONE = (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY)
_ENDLESS = int(codes.MAXREPEAT)


class TooMany(Exception):
    """More steps than allowed: nobody wants to wait for an exponential pattern."""


@contextmanager
def _deep() -> Iterator[None]:
    """Let the matcher call itself often."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEPEST)
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


class Counter:
    """A pattern that counts its steps; with *most*, what comes at most 2,000 times comes at most so often."""

    def __init__(self, pattern: str, flags: int, most: int = _ENDLESS) -> None:
        self._most = most
        tree = parser.parse(pattern, flags & ~re.DEBUG)
        self.flags = tree.state.flags
        self.text, self.steps, self.limit = "", 0, float("inf")
        self.groups: dict[int, tuple[int, int]] = {}
        self._root = self._sequence(list(tree), self.flags)

    def finditer(self, text: str, limit: float = float("inf")) -> Iterator[tuple[int, int]]:
        """Yield the spans of all matches, as ``re.finditer`` does."""
        self._begin(text, limit)
        at, barred = 0, -1
        while at <= len(text):
            self.count(1)
            self.groups.clear()
            with _deep():
                end = self._root(
                    at, lambda place, at=at, barred=barred: None if at == place == barred else place
                )
            if end is None:
                at += 1
                continue
            yield at, end
            barred = end if end == at else -1
            at = end

    def match(self, text: str, limit: float = float("inf")) -> int | None:
        """Return where a match at the start of the text ends."""
        self._begin(text, limit)
        with _deep():
            return self._root(0, _here)

    def _begin(self, text: str, limit: float) -> None:
        self.text, self.steps, self.limit = text, 0, limit
        self.groups.clear()

    def count(self, steps: int) -> None:
        """Add to the work done."""
        self.steps += steps
        if self.steps > self.limit:
            raise TooMany

    def _sequence(self, nodes: list[Any], flags: int) -> Node:
        made = [self._node(code, value, flags) for code, value in nodes]
        if len(made) == 1:
            return made[0]

        def run(at: int, then: Next, place: int = 0) -> int | None:
            if place == len(made):
                return then(at)
            return made[place](at, lambda end: run(end, then, place + 1))

        return run

    def _node(self, code: Any, value: Any, flags: int) -> Node:
        if code in _ONE:
            return self._one(_tester(code, value, flags))
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            low, high, body = value
            low, high = min(low, self._most), high if high >= _ENDLESS else min(high, self._most)
            nodes = list(body)
            if len(nodes) == 1 and nodes[0][0] in _ONE:
                return self._run(code, low, high, _tester(*nodes[0], flags))
            inner = self._sequence(nodes, flags)
            repeated = self._repeat(inner, low, high, greedy=code is not codes.MIN_REPEAT)
            return self._atomic(repeated) if code is codes.POSSESSIVE_REPEAT else repeated
        if code is codes.AT:
            return self._at(value, flags)
        return getattr(self, f"_{str(code).lower()}")(value, flags)  # type: ignore[no-any-return]

    def _one(self, fits: Callable[[str], bool]) -> Node:
        def run(at: int, then: Next) -> int | None:
            self.count(1)
            return then(at + 1) if at < len(self.text) and fits(self.text[at]) else None

        return run

    def _run(self, code: Any, low: int, high: int, fits: Callable[[str], bool]) -> Node:
        def run(at: int, then: Next) -> int | None:
            text, most = self.text, min(len(self.text), at + high if high < _ENDLESS else sys.maxsize)
            end = at
            if code is codes.MIN_REPEAT:
                while True:
                    self.count(1)
                    if end - at >= low and (found := then(end)) is not None:
                        return found
                    if end >= most or not fits(text[end]):
                        return None
                    end += 1
            while end < most and fits(text[end]):
                end += 1
            self.count(end - at + 1)
            if code is codes.POSSESSIVE_REPEAT:
                return then(end) if end - at >= low else None
            while end - at >= low:
                self.count(1)
                if (found := then(end)) is not None:
                    return found
                end -= 1
            return None

        return run

    def _repeat(self, inner: Node, low: int, high: int, greedy: bool) -> Node:
        def go(at: int, then: Next, done: int, before: int) -> int | None:
            self.count(1)
            if done < low:
                return inner(at, lambda end: go(end, then, done + 1, at))
            if not greedy and (found := then(at)) is not None:
                return found
            if (high >= _ENDLESS or done < high) and at != before:
                found = inner(at, lambda end: go(end, then, done + 1, at))
                if found is not None:
                    return found
            return then(at) if greedy else None

        return lambda at, then: go(at, then, 0, -1)

    def _at(self, value: Any, flags: int) -> Node:
        written = {
            codes.AT_BEGINNING: "^", codes.AT_END: "$", codes.AT_BOUNDARY: r"\b",
            codes.AT_NON_BOUNDARY: r"\B", codes.AT_BEGINNING_STRING: r"\A", codes.AT_END_STRING: r"\Z",
        }[value]  # fmt: skip
        holds = re.compile(written, flags & (re.MULTILINE | re.ASCII)).match

        def run(at: int, then: Next) -> int | None:
            self.count(1)
            return then(at) if holds(self.text, at) else None

        return run

    def _branch(self, value: Any, flags: int) -> Node:
        branches = [self._sequence(list(branch), flags) for branch in value[1]]

        def run(at: int, then: Next) -> int | None:
            for branch in branches:
                self.count(1)
                if (found := branch(at, then)) is not None:
                    return found
            return None

        return run

    def _subpattern(self, value: Any, flags: int) -> Node:
        group, more, less, body = value
        inner = self._sequence(list(body), (flags | more) & ~less)
        if group is None:
            return inner

        def run(at: int, then: Next) -> int | None:
            before = self.groups.get(group)

            def close(end: int) -> int | None:
                kept = self.groups.get(group)
                self.groups[group] = (at, end)
                found = then(end)
                if found is None:
                    self._restore(group, kept)
                return found

            found = inner(at, close)
            if found is None:
                self._restore(group, before)
            return found

        return run

    def _restore(self, group: int, span: tuple[int, int] | None) -> None:
        if span is None:
            self.groups.pop(group, None)
        else:
            self.groups[group] = span

    def _groupref(self, value: int, flags: int) -> Node:
        def run(at: int, then: Next) -> int | None:
            if value not in self.groups:
                return None
            start, end = self.groups[value]
            wanted = self.text[start:end]
            self.count(len(wanted) + 1)
            return then(at + len(wanted)) if self.text.startswith(wanted, at) else None

        return run

    def _groupref_exists(self, value: Any, flags: int) -> Node:
        group, yes, no = value
        there, absent = self._sequence(list(yes), flags), self._sequence(list(no or ()), flags)
        return lambda at, then: (there if group in self.groups else absent)(at, then)

    def _atomic_group(self, value: Any, flags: int) -> Node:
        return self._atomic(self._sequence(list(value), flags))

    def _atomic(self, inner: Node) -> Node:
        def run(at: int, then: Next) -> int | None:
            end = inner(at, _here)
            return None if end is None else then(end)

        return run

    def _assert(self, value: Any, flags: int) -> Node:
        return self._look(value, flags, wanted=True)

    def _assert_not(self, value: Any, flags: int) -> Node:
        return self._look(value, flags, wanted=False)

    def _look(self, value: Any, flags: int, wanted: bool) -> Node:
        direction, body = value
        inner = self._sequence(list(body), flags)
        width = body.getwidth()[0] if direction < 0 else 0

        def run(at: int, then: Next) -> int | None:
            self.count(1)
            seen = at >= width and inner(at - width, _here) is not None
            return then(at) if seen is wanted else None

        return run

    def _failure(self, value: Any, flags: int) -> Node:
        return lambda at, then: None


def _here(at: int) -> int:
    return at


def _tester(code: Any, value: Any, flags: int) -> Callable[[str], bool]:
    """Return whether a character fits a node for one; ``re`` itself is asked, once a character."""
    from support.attacks import rebuilt

    written, own = rebuilt((code, value), flags)
    matches = re.compile(written, own | flags & (re.IGNORECASE | re.ASCII | re.DOTALL)).match
    known: dict[str, bool] = {}

    def fits(character: str) -> bool:
        if character not in known:
            known[character] = matches(character) is not None
        return known[character]

    return fits
