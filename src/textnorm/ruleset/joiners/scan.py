"""The scan: which tokens of a run deserve a look, and where they stand.

A run is split at its spaces, a cache gives each token a byte, and a few operations on all bytes at once find the
places: the bytes of all tokens are two numbers of as many digits (what each token asks of the next one, what that one
offers), and where their bitwise AND is not zero there is something to do.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from ...cache import BoundedCache, PhraseCache
from ...chars import NON_JOINING, PERSIAN_LETTERS, SHORT_VOWELS, TANVIN, ZWNJ
from ...edits import Edit, shifted
from ...lazy import lazy_pattern
from ...lexicon import load
from ...lexicon.flags import VERB, WORD, cuts
from . import ids
from .affixes import VERB_PREFIXES
from .boundaries import (
    LEFT_ROLE,
    RIGHT_ROLE,
    LeftRole,
    RightRole,
    closing,
    role,
    role_of_word,
    rule_between,
    rule_in_context,
)
from .morphemes import segment_word, split_points
from .pair_context import between, context_class
from .stripped import has_no_half_spaces, segment_stripped, stripped_points
from .token_bytes import BREAK, INSIDE, LOST, TokenAnalysis, lacks_any, may_be_stripped, places
from .user_words import NO_WORDS, UserWords, user_words
from .vowels import HAS_VOWEL, bare, with_vowels

_MARKS = SHORT_VOWELS + TANVIN + "\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}\N{ARABIC MADDAH ABOVE}"
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}][{PERSIAN_LETTERS}{_MARKS}{ZWNJ}]*")
_PREFIXES = tuple(VERB_PREFIXES)
_ENDS = "،.؛:!؟»)"
#: rules that make one word of two, which a user's word takes no part in
_COMPOUNDS = (ids.COMPOUND, ids.LIKELY_COMPOUND, ids.PRODUCTIVE, ids.PARTICIPLE)


def _is_known(token: str) -> bool:
    """Return whether it is one word of the lexicon and nothing else: such a word is not segmented."""
    return token.isalpha() and bool(load().get(token) & WORD)


def look(token: str) -> TokenAnalysis:
    """Return the morphemes of a token and the joiners that it lacks."""
    return _SCANNER.look(token)


def is_whole_verb(last: str, first: str) -> bool:
    """Return whether a token behind می is a verb as it stands, though alone it would be segmented: «می میریم»."""
    return last in VERB_PREFIXES and first.startswith(_PREFIXES) and bool(load().get(first) & VERB)


def is_read_otherwise(last: str, first: str) -> bool:
    """Return whether the two would be another word without their space: «شمار های» would be read as «شماره‌ای»."""
    return last[-1:] in NON_JOINING and bool(split_points(last + first))


class Scanner:
    """Finds the joins of runs, as the lexicon and a user's words have it, and remembers what it has seen."""

    def __init__(
        self, words: UserWords = NO_WORDS, stripped: Scanner | None = None, *, is_stripped: bool = False
    ) -> None:
        self._words = words
        self._plain = words is NO_WORDS and not is_stripped
        self._of_stripped, self._is_stripped = stripped, is_stripped
        self._glued = dict(words.glued)
        self._lefts, self._rights = words.lefts, words.rights
        self.seen: BoundedCache[str, TokenAnalysis] = BoundedCache(self.look, 1 << 14)
        self.bytes: BoundedCache[str, int] = BoundedCache(self.byte_of, 1 << 16)
        self._rule = PhraseCache(self._rule_of_pair, 1 << 15).__getitem__
        self._byte = self.bytes.__getitem__

    def clear(self) -> None:
        """Forget all tokens."""
        for cache in (self.seen, self.bytes):
            cache.clear()

    def look(self, token: str) -> TokenAnalysis:
        """Return the morphemes of a token and the joiners that it lacks."""
        if self._is_settled(token):
            return TokenAnalysis((token,), (token,), (), True)
        if HAS_VOWEL.search(token):
            return with_vowels(token, self.look(bare(token)))
        if _WORD.fullmatch(token):
            morphemes, lacking = self._segment(token)
            inside = tuple((at, at, ZWNJ, rule) for at, rule in lacking)
            lost = self._is_lost(morphemes)
            return TokenAnalysis(tuple(morphemes), tuple(morphemes), inside, True, lost=lost)
        return self._look_between_marks(token)

    def _is_settled(self, token: str) -> bool:
        """Return whether a token is one word of the lexicon, which is not segmented, and nothing else."""
        return token not in self._glued and _is_known(token) and not stripped_points(token)

    def _is_lost(self, morphemes: Iterable[str]) -> bool:
        return not self._is_stripped and any(map(stripped_points, morphemes))

    def _segment(self, word: str) -> tuple[list[str], list[tuple[int, str]]]:
        if word in self._words.whole:
            return [word], []
        if places := self._glued.get(word, ()):
            bounds = [0, *places, len(word)]
            return [word[a:b] for a, b in itertools.pairwise(bounds)], [
                (at, ids.GLUED_COMPOUND) for at in places
            ]
        return segment_stripped(word) if self._is_stripped else segment_word(word)

    def _look_between_marks(self, token: str) -> TokenAnalysis:
        runs = [match.span() for match in _WORD.finditer(token)]
        if not runs:
            return TokenAnalysis((), (), (), False)
        apart = [self._segment(token[start:end]) for start, end in runs]
        inside = tuple(
            (start + place, start + place, ZWNJ, rule)
            for (start, _), (_, lacking) in zip(runs, apart, strict=True)
            for place, rule in lacking
        )
        starts, ends = runs[0][0] == 0, runs[-1][1] == len(token)
        head = tuple(apart[0][0]) if starts else ()
        tail = tuple(apart[-1][0]) if ends else ()
        dotted = len(runs) > 1 and token[runs[0][1] : runs[1][0]] == "."
        lost = self._is_lost(itertools.chain.from_iterable(morphemes for morphemes, _ in apart))
        return TokenAnalysis(head, tail, inside, whole=False, dotted=dotted, lost=lost)

    def byte_of(self, token: str) -> int:
        """Return what the scan must know of a token, in five bits; 64 for a line break."""
        if token == "\n":
            return BREAK
        if self._plain and token.isalpha() and (value := load().find(token)) & WORD:
            return role_of_word(token, value) | (LOST if cuts(value) else 0)
        if self._plain and (word := token.rstrip(_ENDS)) != token and word.isalpha():
            value = load().find(word)  # a word of the lexicon with its mark behind it opens nothing
            if value & WORD:
                return closing(word, value) | (LOST if cuts(value) else 0)
        seen = self.seen[token]
        byte = role(seen.head, seen.tail) | (INSIDE if seen.inside else 0) | (LOST if seen.lost else 0)
        return self._with_user_roles(byte, seen) if self._words.joined else byte

    def _with_user_roles(self, byte: int, seen: TokenAnalysis) -> int:
        if seen.tail and seen.tail[-1] in self._lefts and byte & LEFT_ROLE != LeftRole.PREFIX:
            byte = byte & ~LEFT_ROLE | LeftRole.OPENS_ALL
        if seen.head and seen.head[0] in self._rights and byte & RIGHT_ROLE != RightRole.SUFFIX:
            byte = byte & ~RIGHT_ROLE | RightRole.CLOSES_FREE
        return byte

    def _rule_of_pair(self, pair: tuple[str, ...]) -> str | None:
        """Return the rule between two tokens, None when their neighbours decide."""
        last, first = pair
        if is_whole_verb(last, first):
            return ids.VERB
        if not (_is_known(last) and _is_known(first)) or not self._plain:
            left, right = self.seen[last], self.seen[first]
            if not left.tail or not right.head:
                return ""
            last, first = left.tail[-1], right.head[0]
            if last in VERB_PREFIXES and len(left.tail) > 1:
                return ""  # «کند‌می بارید»: a joiner holds می to the word before it
            if last[-1:] in NON_JOINING and right.dotted:
                return ""  # «تر ها.او»: without its space the word before the full stop would be another
        if not self._plain and (last, first) in self._words.joined:
            return ids.COMPOUND
        if is_read_otherwise(last, first):
            return ""
        rule = rule_between(last, first)
        return rule if self._plain else self._wanted(rule, last, first)

    def _wanted(self, rule: str | None, last: str, first: str) -> str | None:
        if (last, first) in self._words.apart:
            return ""
        return "" if rule in _COMPOUNDS and not self._words.whole.isdisjoint((last, first)) else rule

    def find(self, run: str, unwanted: frozenset[str]) -> list[Edit]:
        """Return the edits of *run*, but for those of the rules that are *unwanted*.

        Unwanted rules take part in segmenting words like the others, so that leaving one out changes no other
        rule's answer.
        """
        tokens = (run.replace("\n", " \n ") if "\n" in run else run).split(" ")
        marks = bytes(map(self._byte, tokens))
        if self._of_stripped is not None and may_be_stripped(marks) and lacks_any(marks):
            if BREAK in marks:
                return self._find_by_lines(run, unwanted)
            if has_no_half_spaces(run):
                return self._of_stripped.find(run, unwanted)
        edits: list[Edit] = []
        done = position = 0
        last, broken = len(tokens) - 1, BREAK in marks
        for index in places(marks):
            token = tokens[index]
            rule = self._rule((token, tokens[index + 1])) if index < last else ""
            if rule is None:
                rule = self._in_context(tokens, index)
            inside = marks[index] & INSIDE and not (index and is_whole_verb(tokens[index - 1], token))
            if not (rule or inside):
                continue
            position += sum(map(len, tokens[done:index])) + index - done
            if broken:
                position -= 2 * marks.count(BREAK, done, index)
            done = index
            if inside:
                edits += shifted(
                    [edit for edit in self.seen[token].inside if edit[3] not in unwanted], position
                )
            if rule and rule not in unwanted:
                end = position + len(token)
                edits.append((end, end + 1, "" if token[-1] in NON_JOINING else ZWNJ, rule))
        return edits

    def _find_by_lines(self, run: str, unwanted: frozenset[str]) -> list[Edit]:
        """Return the edits of *run* line by line: each tells for itself whether it lost its half-spaces."""
        edits: list[Edit] = []
        start = 0
        for line in run.split("\n"):
            edits += shifted(self.find(line, unwanted), start)
            start += len(line) + 1
        return edits

    def _in_context(self, tokens: list[str], index: int) -> str:
        """Return the rule behind a token where the morpheme before it or the one after the next decides."""
        left, right = self.seen[tokens[index]], self.seen[tokens[index + 1]]
        last, first = left.tail[-1], right.head[0]
        before = left.tail[-2] if len(left.tail) > 1 else self._before(tokens, index) if left.whole else ""
        if last in VERB_PREFIXES:
            return rule_in_context(last, first, context_class(before))
        if not self._words.whole.isdisjoint((last, first)):
            return ""
        after = (
            right.head[1] if len(right.head) > 1 else self._after(tokens, index + 1) if right.whole else ""
        )
        return rule_in_context(last, first, between(before, after))

    def _before(self, tokens: list[str], index: int) -> str:
        token = tokens[index - 1] if index else ""
        tail = self.seen[token].tail
        return tail[-1] if tail else token

    def _after(self, tokens: list[str], index: int) -> str:
        head = self.seen[tokens[index + 1]].head if index + 1 < len(tokens) else ()
        return head[0] if head else "."


#: for text of which every line has lost its half-spaces; and for all other text
STRIPPED = Scanner(is_stripped=True)
_SCANNER = Scanner(stripped=STRIPPED)


@lru_cache(maxsize=16)
def scanner_of(entries: frozenset[str], is_stripped: bool = False) -> Scanner:
    """Return the scanner that knows these words of a user; *is_stripped*: of text that has lost its half-spaces."""
    if not entries:
        return STRIPPED if is_stripped else _SCANNER
    of_stripped = Scanner(user_words(entries), is_stripped=True)
    return of_stripped if is_stripped else Scanner(user_words(entries), of_stripped)


def join_finder(
    unwanted: frozenset[str], entries: frozenset[str] = frozenset(), is_stripped: bool = False
) -> Callable[[str], list[Edit]]:
    """Return what finds the edits of a run, but for those of the rules that are *unwanted*; *entries*: a user's words;
    *is_stripped*: every line is taken for one that has lost its half-spaces."""
    return partial(scanner_of(entries, is_stripped).find, unwanted=unwanted)
