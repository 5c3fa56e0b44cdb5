"""What the page model sees of one line alone: words, their shares, how it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from textnorm.pages.content.vocabulary import concept_bits, stop_words

Column = list[int]

_WORD = re.compile(r"[^\W_]+(?:[’'\N{ZERO WIDTH NON-JOINER}-][^\W_]+)*")
#: only the head of a very long line is cut into words: enough to judge it
_HEAD = 600
#: capitals and words of menus are counted among so many first words
_LOOKED = 14
#: a line of which so many eighths of the words are words of menus is probably furniture
MENU = 3

_ENDS: dict[str, int] = {}
for _class, _characters in enumerate(
    (".", "!?؟", "…", ":", ",;،؛", "\"'”»’)]", "0123456789۰۱۲۳۴۵۶۷۸۹", "|/›»>→-–—")
):
    for _character in _characters:
        _ENDS.setdefault(_character, _class + 1)

_COMMAS = ",،;؛"
_MARKS = re.compile(r"[,،;؛|·•»›/>→©]")
_DIGIT = re.compile(r"\d")


def _own(line: str, words: list[str]) -> tuple[int, ...]:
    """The features of one line alone, and its words' count first."""
    head = line[:_HEAD]
    count = len(words)
    size = count or 1
    known, stop = concept_bits(), stop_words()
    bits = [known[word] for word in words[:_LOOKED] if word in known]
    stops = len([word for word in words if word in stop])
    firsts = "".join([word[0] for word in line.split(None, _LOOKED)[:_LOOKED]])
    capitals = 0 if firsts.islower() else [*map(str.isupper, firsts)].count(True)
    digits = [*map(str.isdigit, words)].count(True) if _DIGIT.search(head) else 0
    marks = _MARKS.findall(head)
    commas = len([mark for mark in marks if mark in _COMMAS]) if marks else 0
    rules = len(marks) - commas
    letters = len(head) // size
    looked = size if size < _LOOKED else _LOOKED
    if len(line) > _HEAD:
        count = count * len(line) // _HEAD
    return (
        count,
        letters if letters < 15 else 15,
        _ENDS.get(line[-1], 0),
        _start_class(line[0]),
        commas if commas < 8 else 8,
        digits * 8 // size,
        capitals * 8 // looked if capitals else 0,
        stops * 16 // size,
        reduce(or_, bits, 0) if bits else 0,
        len(bits) * 8 // looked if bits else 0,
        rules if rules < 4 else 4,
    )


def _start_class(first: str) -> int:
    if first.isupper():
        return 1
    if first.islower():
        return 2
    return 3 if first.isdigit() else 4 if first.isalpha() else 5


OWN_NAMES = (
    "words", "letters", "end", "start", "commas", "digits", "capitals", "stopwords", "concepts", "hits", "rules",
)  # fmt: skip


def _words_of(lines: Sequence[str]) -> dict[str, list[str]]:
    """The words of the head of each line, in lower case; equal lines are cut once."""
    return {line: _WORD.findall(line[:_HEAD].lower()) for line in dict.fromkeys(lines)}


class Own(NamedTuple):
    """The lines of a page, their words, and the columns of what each line is alone."""

    lines: Sequence[str]
    words: dict[str, list[str]]
    columns: dict[str, Column]


def own_features(lines: Sequence[str]) -> Own:
    """Look at each line of a page alone, and at equal lines once; no line may be blank."""
    cut = _words_of(lines)
    distinct = {line: _own(line, words) for line, words in cut.items()}
    rows = [distinct[line] for line in lines]
    columns = {name: list(column) for name, column in zip(OWN_NAMES, zip(*rows, strict=True), strict=True)}
    return Own(lines, cut, columns)
