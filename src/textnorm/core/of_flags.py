"""Makes the core's tables by the flags of the lexicon: what the rules about joined words do to a word with certain flags.

The rules are asked with a lexicon that knows nothing but one word, or one pair, with these flags.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from ..chars import HEH, YEH
from ..lexicon import load, table_keys
from ..lexicon.flags import FIRST_CONTEXT, FREE, JOINED, PARTICIPLE, PRODUCTIVE, WORD, After
from ..ruleset import repeats
from ..ruleset.joiners import affixes, boundaries, living, morphemes, pair_context
from . import joining


def sections() -> tuple[dict[str, int], dict[str, bytes]]:
    """Return the group of each suffix, and the tables."""
    places = _places_of_flags()
    groups, suffixes = _suffix_groups(places)
    before_endings, endings = _before_endings()
    after_mi = bytes(_numbered(boundaries.rule_in_context("می", _OTHER, at)) for at in range(256))
    return groups, {
        "roles": _roles(places, before_endings),
        "endings": endings,
        "suffixes": suffixes,
        "after_mi": after_mi,
        **_pair_sections(),
    }


class _OneFlag:
    """A lexicon that knows nothing but what it is told: so a rule says what it does to a word with certain flags."""

    def __init__(self, values: dict[str, int]) -> None:
        self._values = values

    def get(self, text: str) -> int:
        return self._values.get(text, 0)

    find = get


@contextmanager
def _lexicon_of(values: dict[str, int], rules: ModuleType = boundaries) -> Iterator[None]:
    """Let some rules, by default those between words, see this lexicon."""
    names = vars(rules)
    real = names["load"]
    names["load"] = lambda: _OneFlag(values)
    try:
        yield
    finally:
        names["load"] = real


#: strings that are no words, in place of all words that end so; the last one is an inflected form of the one before it
_OTHER, _RIGHT, _INFLECTED = "ژپب", "ژپد", "ژپدان"
#: last letters that rules about suffixes tell apart, and such strings that end in them
KINDS = (HEH, YEH)
_LEFTS = (_OTHER, "ژپ" + HEH, "ژپ" + YEH)


def _flags() -> list[int]:
    return sorted({value & 0xFFFFF for value in load().values()} | {0})


def _places_of_flags() -> dict[int, int]:
    """Return the row of each combination of flags in the hash table that native/classes.c looks into."""
    flags = _flags()
    room = 1 << (2 * len(flags)).bit_length()
    taken: dict[int, int] = {}
    for found in flags:
        at = (found * 0x9E3779B1 & 0xFFFFFFFF) >> 8 & (room - 1)
        while at in taken:
            at = (at + 1) & (room - 1)
        taken[at] = found
    return {found: at for at, found in taken.items()} | {-1: room}


def _numbered(rule: str | None, by: int = joining.BY_BEFORE) -> int:
    return by if rule is None else joining.RULE_NUMBERS.get(rule, 0)


def _roles(places: dict[int, int], before_endings: dict[int, int]) -> bytes:
    """Return what the rules between words do to words with certain flags: see FLAG_ROLE in native/core.h."""
    rows_of_flags = [[0xFFFFFFFF] + [0] * 7 for _ in range(places[-1])]
    between = boundaries.rule_between
    for found, at in places.items():
        if found < 0:
            continue
        sure = bool(found & (WORD | FREE))
        with _lexicon_of({_OTHER: found}):
            role = boundaries.role_of_word(_OTHER, found) if sure else boundaries.opening(_OTHER, found)
            after = [_numbered(between(prefix, _OTHER)) for prefix in ("می", "نمی")]
        with _lexicon_of({_OTHER: found}, repeats):
            rank = repeats.lexicon_rank(_OTHER)
        with _lexicon_of({_RIGHT: found}):
            of_stem = boundaries.closing(_INFLECTED, 0)
        with _lexicon_of({_OTHER: found, _RIGHT: PRODUCTIVE, _INFLECTED: WORD}):
            left = between(_OTHER, _INFLECTED)
        with _lexicon_of({_OTHER: WORD, _RIGHT: PRODUCTIVE, _INFLECTED: found}):
            right = between(_OTHER, _INFLECTED)
        with _lexicon_of({_OTHER: WORD, _RIGHT: found, _INFLECTED: WORD}):
            stem = between(_OTHER, _INFLECTED)
        makes = [
            int(bool(left)) | before_endings[found] << 8,
            int(right != "") | _lets_stem_speak(found) << 1,
            int(bool(stem)),
        ]
        rows_of_flags[at] = [found, role, int(sure) | rank << 8, of_stem, after[0] | after[1] << 8, *makes]
    return array("I", [number for row in rows_of_flags for number in row]).tobytes()


def _lets_stem_speak(flags: int) -> int:
    """Return two bits: whether the pair with its stem speaks for a right half with these flags, by its last letter."""
    bits = 0
    for bit, right in enumerate((_INFLECTED, _INFLECTED[:-1] + "م")):
        values = {table_keys.stem_pair_key(_OTHER, right): JOINED, right: flags}
        with _lexicon_of(values):
            bits |= bool(boundaries.rule_between(_OTHER, right)) << bit
    return bits


#: no bit of the pair decides: see native/joins.c
_ASK_FURTHER = 251
#: the bits of a pair's value that rules look at, beside those of its contexts
_PAIR_BITS, _PAIR_KINDS = 8, 64


def _pair_sections() -> dict[str, bytes]:
    """Return the rule of a pair by the bits of its value, and by that of its context."""
    key, of_stem = table_keys.pair_key(_OTHER, _INFLECTED), {_RIGHT: PRODUCTIVE, _INFLECTED: WORD}
    rules = bytearray()
    for kind in range(_PAIR_KINDS):
        found = set()
        for left in (0, WORD):  # makes no new compounds, makes them
            with _lexicon_of({key: kind << _PAIR_BITS, _OTHER: left, **of_stem}):
                found.add(_numbered(boundaries.rule_between(_OTHER, _INFLECTED), joining.BY_AFTER))
        rules.append(found.pop() if len(found) == 1 else _ASK_FURTHER)
    in_context = bytearray()
    for joined, participle, at in itertools.product((0, 1), (0, PARTICIPLE), range(64)):
        value = joined << (FIRST_CONTEXT + (at & pair_context.CLASS)) | joined << (
            FIRST_CONTEXT + int(After.BOUND)
        )
        with _lexicon_of({key: value, _INFLECTED: participle | WORD}):
            in_context.append(_numbered(boundaries.rule_in_context(_OTHER, _INFLECTED, at)))
    return {"pair_rules": bytes(rules), "in_context": bytes(in_context)}


def _suffix_groups(places: dict[int, int]) -> tuple[dict[str, int], bytes]:
    """Return the group of each suffix, from 1, and the rules of each group by row of flags and by last letter."""
    columns: dict[bytes, int] = {}
    groups: dict[str, int] = {}
    for suffix in sorted(boundaries.SUFFIXES):
        column = bytearray(places[-1] * len(_LEFTS))
        for found, at in places.items():
            if found >= 0:
                for kind, left in enumerate(_LEFTS):
                    with _lexicon_of({left: found}):
                        column[at * len(_LEFTS) + kind] = _numbered(boundaries.rule_between(left, suffix))
        groups[suffix] = columns.setdefault(bytes(column), len(columns) + 1)
    return groups, b"".join(columns)


#: what the table says of a word before an ending; the last two: cut where the whole holds no other word, with a heh at its end or without
_LEAVES, _CUTS, _ASKS, _CUTS_ALONE, _CUTS_ALONE_WITH_HEH = range(5)
#: the hosts that stand for all of a length, up to five letters, by what they end in
_HOSTS = [
    [["ژپبژپ"[: size - len(last)] + last for last in lasts] for size in range(2, 6)]
    for lasts in (("ب",), (HEH,), (YEH,))
]


def _before_endings() -> tuple[dict[int, int], bytes]:
    """Return the kind of a word before an ending by its flags, and what becomes of each kind: see `told` in native/cuts.c."""
    kinds: dict[bytes, int] = {}
    of_flags = {flags: kinds.setdefault(_cut_by_ending(flags), len(kinds)) for flags in _flags()}
    return of_flags, b"".join(kinds)


def _cut_by_ending(flags: int) -> bytes:
    """Return what becomes of words with these flags before each ending, by their last letter and their length."""
    found = bytearray()
    for ending in affixes.GLUED:
        for of_kind in _HOSTS:
            for hosts in of_kind:
                answers = {_cut_of(host, ending, flags) for host in hosts}
                found.append(answers.pop() if len(answers) == 1 else _ASKS)
    return bytes(found)


def _cut_of(host: str, ending: str, flags: int) -> int:
    with _lexicon_of({host: flags}, morphemes):
        places = tuple(place for place, _ in morphemes.split_points(host + ending))
    if places == (len(host),):
        return _CUTS if flags else _cut_of_unknown(host, ending)
    return _ASKS if places else _LEAVES


def _cut_of_unknown(host: str, ending: str) -> int:
    """Return the same for a host that the lexicon does not know: of what else it knows, words within the whole may decide."""
    stands = []
    for end in (ending, living.PLURAL, HEH):
        with _lexicon_of({host[1:] + end: WORD}, living):
            stands.append(not morphemes.split_points(host + ending))
    if stands[0] and stands[1]:
        return _CUTS_ALONE_WITH_HEH if stands[2] else _CUTS_ALONE
    return _ASKS
