"""The fast scan: which words of a run deserve a look, and where they stand.

A run is split at its blanks, a memo gives each word a byte, and a few operations on all bytes at once find the places.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

from textnorm.cache import BoundedCache, PhraseCache
from textnorm.chars import NON_JOINING, PERSIAN_LETTERS, SHORT_VOWELS, TANVIN, ZWNJ
from textnorm.edits import Edit, shifted, splice
from textnorm.lazy import lazy_pattern
from textnorm.lexicon import load
from textnorm.lexicon.flags import WORD
from textnorm.ruleset.joiners.affixes import VERB_PREFIXES
from textnorm.ruleset.joiners.atoms import cut, take_apart
from textnorm.ruleset.joiners.boundaries import (
    CLOSES,
    CLOSES_FREE,
    CLOSING,
    OPENING,
    OPENS,
    OPENS_ALL,
    PREFIX,
    SUFFIX,
    participle_rule,
    role,
    role_of_word,
    rule_between,
    verb_rule,
)

_MARKS = SHORT_VOWELS + TANVIN + "\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}\N{ARABIC MADDAH ABOVE}"
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}][{PERSIAN_LETTERS}{_MARKS}{ZWNJ}]*")
#: the byte of a line break, and the bit of a word with an edit inside
_BREAK, _INSIDE = 64, 16
#: a blank that goes while a line is put together: no line holds a line break
_GOING = "\n "


def _asks(byte: int) -> int:
    """What a word asks of the next one for there to be something to do: one of these bits."""
    opening = byte & OPENING
    pairs = {OPENS: CLOSES, OPENS_ALL: CLOSES | CLOSES_FREE}.get(opening, 0)
    return pairs | _ENDING | (_ANY if opening == PREFIX or byte & _INSIDE else 0)


def _offers(byte: int) -> int:
    """What a word has of these bits."""
    closing = byte & CLOSING
    return _ANY | (_ENDING if closing == SUFFIX else closing)


#: bits beside CLOSES and CLOSES_FREE: the word is an ending; it is any word or none
_ENDING, _ANY = 1, 2
ASKED, OFFERED = bytes(map(_asks, range(32))) * 8, bytes(map(_offers, range(32))) * 8


def _places(marks: bytes) -> Iterable[int]:
    """Return the indexes of the words with something to do inside or behind them, by the bytes of all words."""
    asked = _number(marks.translate(ASKED), "little")
    offered = _number(marks.translate(OFFERED)[1:] + _LAST, "little")
    places = asked & offered  # of all words at once
    return compress(range(len(marks)), places.to_bytes(len(marks), "little")) if places else ()


_number, _LAST = int.from_bytes, bytes([_ANY])


class Seen(NamedTuple):
    """What is known of one blank-delimited word.

    `head` holds the atoms of its first run of letters and `tail` those of its last one; either is empty when
    something else stands at that end of the word.
    """

    head: tuple[str, ...]
    tail: tuple[str, ...]
    inside: tuple[Edit, ...]
    whole: bool


def _is_known(word: str) -> bool:
    """Whether it is one word of the lexicon and nothing else: such a word is not taken apart."""
    return word.isalpha() and bool(load().get(word) & WORD)


def look(word: str) -> Seen:
    if _is_known(word):
        return Seen((word,), (word,), (), True)
    if _WORD.fullmatch(word):
        atoms, lacking = take_apart(word)
        return Seen(tuple(atoms), tuple(atoms), tuple((at, at, ZWNJ, rule) for at, rule in lacking), True)
    runs = [match.span() for match in _WORD.finditer(word)]
    if not runs:
        return Seen((), (), (), False)
    apart = [take_apart(word[start:end]) for start, end in runs]
    inside = tuple(
        (start + place, start + place, ZWNJ, rule)
        for (start, _), (_, lacking) in zip(runs, apart, strict=True)
        for place, rule in lacking
    )
    starts, ends = runs[0][0] == 0, runs[-1][1] == len(word)
    head = tuple(apart[0][0]) if starts else ()
    tail = tuple(apart[-1][0]) if ends else ()
    return Seen(head, tail, inside, whole=False)


def byte_of_known(word: str) -> int | None:
    """Return what `byte_of` does for a word of the lexicon that holds no joiner, None for any other."""
    value = load().get(word) if word.isalpha() else 0
    return role_of_word(word, value) if value & WORD else None


def byte_of(word: str) -> int:
    """Return what the scan must know of a blank-delimited word, in five bits; 64 for a line break."""
    if word == "\n":
        return _BREAK
    if (known := byte_of_known(word)) is not None:
        return known
    seen = _seen[word]
    return role(seen.head, seen.tail) | (_INSIDE if seen.inside else 0)


def _static(pair: tuple[str, ...]) -> str | None:
    """Return the rule between two words, None when their neighbours decide."""
    last, first = pair
    if not (_is_known(last) and _is_known(first)):
        left, right = _seen[last], _seen[first]
        if not left.tail or not right.head:
            return ""
        last, first = left.tail[-1], right.head[0]
        if last[-1:] in NON_JOINING and right.tail and not right.whole:
            return ""  # «تر ها.او»: without its blank the word before the full stop would be another
    rule = rule_between(last, first)
    if rule and last[-1:] in NON_JOINING and cut(last + first):
        return ""  # «شمار های»: without its blank it would be read as «شماره‌ای»
    return rule


_seen: BoundedCache[str, Seen] = BoundedCache(look, 1 << 14)
_bytes: BoundedCache[str, int] = BoundedCache(byte_of, 1 << 16)
_rule = PhraseCache(_static, 1 << 15).__getitem__


#: the same, remembered, for those who do not remember it themselves
known_byte_of = _bytes.__getitem__


def without_joins(byte: int) -> int:
    """Return what `byte_of` would say of the word if nothing were missing inside it."""
    return byte & ~_INSIDE


def find(run: str, unwanted: frozenset[str]) -> list[Edit]:
    """Return the edits of `run`, but for those of the rules that are `unwanted`.

    Unwanted rules take part in cutting words into atoms like the others, so that leaving one out changes no
    other rule's answer.
    """
    words = (run.replace("\n", " \n ") if "\n" in run else run).split(" ")
    return found(words, bytes(map(_bytes.__getitem__, words)), unwanted)


def found(words: list[str], marks: bytes, unwanted: frozenset[str]) -> list[Edit]:
    """Return what `find` does, for a run that is split already; `marks`: the bytes of its words."""
    edits: list[Edit] = []
    done = position = 0
    last, broken = len(words) - 1, _BREAK in marks
    for index in _places(marks):
        word = words[index]
        rule = _rule((word, words[index + 1])) if index < last else ""
        if rule is None:
            rule = _in_context(words, index)
        inside = marks[index] & _INSIDE
        if not (rule or inside):
            continue
        position += sum(map(len, words[done:index])) + index - done
        if broken:
            position -= 2 * marks.count(_BREAK, done, index)
        done = index
        if inside:
            edits += _inside(word, position, unwanted)
        if rule and rule not in unwanted:
            end = position + len(word)
            edits.append((end, end + 1, _joint(word), rule))
    return edits


class Joiner:
    """Puts the words of a line together, save by the rules that are `unwanted`."""

    def __init__(self, unwanted: frozenset[str]) -> None:
        self._unwanted = unwanted
        self._linked = PhraseCache(self._link, 1 << 15).__getitem__
        self._settled = PhraseCache(self._with, 1 << 10).__getitem__

    def joined(self, words: list[str], marks: bytes) -> str | None:
        """Return the words of one line with `find`'s edits put in, None when none may be; `marks`: their bytes."""
        linked: list[str] | None = None
        last = len(words) - 1
        for index in _places(marks):
            word = words[index]
            link = self._linked((word, words[index + 1] if index < last else ""))
            if link is None:
                link = self._settled((word, _in_context(words, index)))
            if link:
                if linked is None:
                    linked = words.copy()
                linked[index] = link
        return None if linked is None else " ".join(linked).replace(_GOING, "")

    def _link(self, pair: tuple[str, ...]) -> str | None:
        """What `_with` makes of the left of two words; None when its neighbours decide."""
        rule = _static(pair)
        return None if rule is None else self._with((pair[0], rule))

    def _with(self, pair: tuple[str, ...]) -> str:
        """Return a word with its own edits, and by the rule that comes with it joined to the next; "" where it stays."""
        word, rule = pair
        after = splice(word, _inside(word, 0, self._unwanted))
        if rule and rule not in self._unwanted:
            return after + _joint(after) + _GOING[:-1]
        return after if after != word else ""


def _joint(word: str) -> str:
    return "" if word[-1] in NON_JOINING else ZWNJ


def _inside(word: str, position: int, unwanted: frozenset[str]) -> list[Edit]:
    """Return the edits inside a word that stands at `position`, but for those of the rules that are `unwanted`."""
    edits = _seen[word].inside
    return shifted([edit for edit in edits if edit[3] not in unwanted] if unwanted else edits, position)


def _in_context(words: list[str], index: int) -> str:
    """Return the rule behind a word where the atom before it or the one after the next decides."""
    if words[index] in VERB_PREFIXES:
        return _verb_rules[words[index - 1] if index else ""]
    left, right = _seen[words[index]], _seen[words[index + 1]]
    last, first = left.tail[-1], right.head[0]
    if last in VERB_PREFIXES:
        before = (
            left.tail[-2] if len(left.tail) > 1 else _tail(words[index - 1]) if index and left.whole else ""
        )
        return verb_rule(before)
    after = right.head[1] if len(right.head) > 1 else _head(words, index + 2) if right.whole else "."
    return participle_rule(last, first, after)


def _tail(word: str) -> str:
    tail = _seen[word].tail
    return tail[-1] if tail else word


_verb_rules: BoundedCache[str, str] = BoundedCache(lambda word: verb_rule(_tail(word)), 1 << 12)


def _head(words: list[str], index: int) -> str:
    head = _seen[words[index]].head if index < len(words) else ()
    return head[0] if head else "."
