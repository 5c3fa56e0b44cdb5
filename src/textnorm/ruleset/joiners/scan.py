"""The fast scan: which words of a run deserve a look, and where they stand.

A run is split at its blanks, a memo gives each word a byte, and one search over the bytes finds the places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textnorm.chars import NON_JOINING, PERSIAN_LETTERS, SHORT_VOWELS, TANVIN, ZWNJ
from textnorm.ruleset.joiners.atoms import cut, pieces
from textnorm.ruleset.joiners.boundaries import rule_between, role

Edit = tuple[int, int, str, str]

_MARKS = SHORT_VOWELS + TANVIN + "\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}\N{ARABIC MADDAH ABOVE}"
_WORD = re.compile(f"[{PERSIAN_LETTERS}{_MARKS}{ZWNJ}]+")
#: the byte of a line break, and the bit of a word with an edit inside
_BREAK, _INSIDE = 64, 16
_LEAD = b"[" + bytes(b for b in range(32) if b & 1) + b"]"


def _bytes_with(mask: int) -> bytes:
    return b"[" + b"".join(re.escape(bytes([b])) for b in range(32) if b & mask) + b"]"


_PLACES = re.compile(
    b"(?=(?:%b%b|[^@]%b|%b[^@]|%b))"
    % (_bytes_with(1), _bytes_with(2), _bytes_with(4), _bytes_with(8), _bytes_with(16)),
    re.DOTALL,
)


class Seen(NamedTuple):
    """What is known of one blank-delimited word.

    `head` holds the atoms of its first run of letters and `tail` those of its last one; either is empty when
    something else stands at that end of the word.
    """

    head: tuple[str, ...]
    tail: tuple[str, ...]
    inside: tuple[Edit, ...]
    whole: bool


class Memo(dict[str, int]):
    """Bytes of words, kept for the words that come again; at most two generations of `size` words.

    It changes no result, only the time it takes: a word that is not there is looked at anew.
    """

    def __init__(self, size: int = 1 << 16) -> None:
        super().__init__()
        self.size = size
        self.older: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        byte = self.older.get(word)
        if byte is None:
            byte = _byte(word)
        if len(self) >= self.size:
            self.older = dict(self)
            self.clear()
        self[word] = byte
        return byte


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
    seen = _look(word)
    return role(seen.head, seen.tail) | (_INSIDE if seen.inside else 0)


_memo = Memo()


def find(run: str) -> list[Edit]:
    """Return the edits of `run`."""
    words = (run.replace("\n", " \n ") if "\n" in run else run).split(" ")
    marks = bytes(map(_memo.__getitem__, words))
    edits: list[Edit] = []
    done = position = 0
    for match in _PLACES.finditer(marks):
        index = match.start()
        position += sum(map(len, words[done:index])) + index - done - 2 * marks.count(_BREAK, done, index)
        done = index
        edits += _edits_at(words, marks, index, position)
    return edits


def _edits_at(words: list[str], marks: bytes, index: int, position: int) -> Iterator[Edit]:
    word = words[index]
    seen = _look(word)
    for start, end, replacement, rule in seen.inside:
        yield start + position, end + position, replacement, rule
    if index + 1 < len(words) and seen.tail:
        right = _look(words[index + 1])
        if right.head:
            before = seen.tail[-2] if len(seen.tail) > 1 else _tail(words[index - 1]) if index and seen.whole else ""
            after = right.head[1] if len(right.head) > 1 else _after(words, index + 2) if right.whole else "."
            rule = rule_between(before, seen.tail[-1], right.head[0], after)
            if rule:
                end = position + len(word)
                yield end, end + 1, "" if seen.tail[-1][-1] in NON_JOINING else ZWNJ, rule


def _tail(word: str) -> str:
    tail = _look(word).tail
    return tail[-1] if tail else word


def _after(words: list[str], index: int) -> str:
    if index >= len(words):
        return "."
    head = _look(words[index]).head
    return head[0] if head else "."
