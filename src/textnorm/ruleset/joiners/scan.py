"""The fast scan: which words of a run deserve a look, and where they stand.

A run is split at its blanks, a memo gives each word a byte, and one search over the bytes finds the places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from textnorm.chars import NON_JOINING, PERSIAN_LETTERS, SHORT_VOWELS, TANVIN, ZWNJ
from textnorm.ruleset.joiners.atoms import cut, pieces
from textnorm.ruleset.joiners.boundaries import CLOSES, OPENS, PREFIX, SUFFIX, role, rule_between, rule_in_context

Edit = tuple[int, int, str, str]
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_MARKS = SHORT_VOWELS + TANVIN + "\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}\N{ARABIC MADDAH ABOVE}"
_WORD = re.compile(f"[{PERSIAN_LETTERS}{_MARKS}{ZWNJ}]+")
#: the byte of a line break, and the bit of a word with an edit inside
_BREAK, _INSIDE = 64, 16


def _class(mask: int) -> bytes:
    return b"[" + b"".join(re.escape(bytes([byte])) for byte in range(64) if byte & mask) + b"]"


_BETWEEN = re.compile(_class(OPENS) + b"(?=" + _class(CLOSES) + b")")
_BEFORE = re.compile(_class(SUFFIX))
_HERE = re.compile(_class(PREFIX | _INSIDE))


class Seen(NamedTuple):
    """What is known of one blank-delimited word.

    `head` holds the atoms of its first run of letters and `tail` those of its last one; either is empty when
    something else stands at that end of the word.
    """

    head: tuple[str, ...]
    tail: tuple[str, ...]
    inside: tuple[Edit, ...]
    whole: bool


class Memo(dict[_Key, _Value]):
    """Answers for the keys that come again, in two generations of at most `size` keys.

    It changes no result, only the time it takes: what is not there is worked out anew.
    """

    def __init__(self, answer: Callable[[_Key], _Value], size: int = 1 << 16) -> None:
        super().__init__()
        self._answer, self._size = answer, size
        self._older: dict[_Key, _Value] = {}

    def __missing__(self, key: _Key) -> _Value:
        older = self._older
        value = older[key] if key in older else self._answer(key)
        if len(self) >= self._size:
            self._older = dict(self)
            self.clear()
        self[key] = value
        return value


def _look(word: str) -> Seen:
    runs = [match.span() for match in _WORD.finditer(word)]
    if not runs:
        return Seen((), (), (), False)
    inside = tuple(edit for start, end in runs for edit in _inner_edits(word[start:end], start))
    (start, end), (last_start, last_end) = runs[0], runs[-1]
    head = tuple(pieces(word[start:end])) if start == 0 else ()
    tail = tuple(pieces(word[last_start:last_end])) if last_end == len(word) else ()
    return Seen(head, tail, inside, start == 0 and end == len(word))


def _inner_edits(word: str, offset: int) -> Iterator[Edit]:
    start = offset
    for atom in word.split(ZWNJ):
        for place, rule in cut(atom):
            yield start + place, start + place, ZWNJ, rule
        start += len(atom) + 1


def _byte(word: str) -> int:
    if word == "\n":
        return _BREAK
    seen = _seen[word]
    return role(seen.head, seen.tail) | (_INSIDE if seen.inside else 0)


def _static(pair: tuple[str, str]) -> str | None:
    """Return the rule between two words, None when their neighbours decide."""
    left, right = _seen[pair[0]], _seen[pair[1]]
    if not left.tail or not right.head:
        return ""
    return rule_between(left.tail[-1], right.head[0])


_seen: Memo[str, Seen] = Memo(_look)
_bytes: Memo[str, int] = Memo(_byte)
_rules: Memo[tuple[str, str], str | None] = Memo(_static)


def find(run: str) -> list[Edit]:
    """Return the edits of `run`."""
    words = (run.replace("\n", " \n ") if "\n" in run else run).split(" ")
    marks = bytes(map(_bytes.__getitem__, words))
    edits: list[Edit] = []
    done = position = 0
    for index in _places(marks):
        position += sum(map(len, words[done:index])) + index - done - 2 * marks.count(_BREAK, done, index)
        done = index
        if marks[index] & _INSIDE:
            edits += [(start + position, end + position, *rest) for start, end, *rest in _seen[words[index]].inside]
        rule = _rule_after(words, index)
        if rule:
            word = words[index]
            end = position + len(word)
            edits.append((end, end + 1, "" if word[-1] in NON_JOINING else ZWNJ, rule))
    return edits


def _places(marks: bytes) -> list[int]:
    """Return the indexes of the words with something to do inside or behind them."""
    places = {match.start() for match in _BETWEEN.finditer(marks)}
    places.update(match.start() for match in _HERE.finditer(marks))
    places.update(match.start() - 1 for match in _BEFORE.finditer(marks) if match.start())
    return sorted(places)


def _rule_after(words: list[str], index: int) -> str:
    if index + 1 == len(words):
        return ""
    rule = _rules[words[index], words[index + 1]]
    return _in_context(words, index) if rule is None else rule


def _in_context(words: list[str], index: int) -> str:
    left, right = _seen[words[index]], _seen[words[index + 1]]
    before = left.tail[-2] if len(left.tail) > 1 else _tail(words[index - 1]) if index and left.whole else ""
    after = right.head[1] if len(right.head) > 1 else _head(words, index + 2) if right.whole else "."
    return rule_in_context(before, left.tail[-1], right.head[0], after)


def _tail(word: str) -> str:
    tail = _seen[word].tail
    return tail[-1] if tail else word


def _head(words: list[str], index: int) -> str:
    head = _seen[words[index]].head if index < len(words) else ()
    return head[0] if head else "."
