"""Makes the core's tables out of the rules' own data; ``python tools/make_core_tables.py`` writes them.

Nothing here is a rule. Each class of characters is what the pattern, mapping or list of a rule says it is, and what
a listed word or a kind of word does is what the functions of the rules answer for it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType

from ..chars import HAMZA_ABOVE, HEH, LETTER_VARIANTS, PERSIAN_LETTERS, SHY, TANVIN, YEH
from ..compiled import compile_rules
from ..lexicon import keys, load
from ..lexicon.flags import COMMON, FREE, PRODUCTIVE, STEM_PRODUCTIVE, VERB, WORD
from ..options import Options
from ..ruleset import controls, repeats, zwnj
from ..ruleset.extracted import lam_alef
from ..ruleset.extracted.known import FREQUENT_FLAGS
from ..ruleset.joiners import affixes, boundaries, context, ids, morphemes, scan
from ..script import foreignness, function_words, languages, protected, structures
from . import asking, common_gaps, fold_tables, gaps
from .automata import automaton
from .characters import characters, paged
from .tables import rows, spread

_LONGEST_LISTED = 11


def make() -> dict[str, bytes]:
    """Return all sections of the tables."""
    flags, mapping, forms = characters()
    pages, flag_pages, map_pages = paged(flags, mapping)
    return {
        "pages": pages,
        "flags": flag_pages,
        "map": map_pages,
        "forms": forms,
        **_word_sections(),
        **_list_sections(),
        **asking.Asking(Options()).tables,
        **common_gaps.answers(),
        **fold_tables.make(),
        "foreignness": foreignness.weights().tobytes(),
        "numbers": _numbers(),
    }


def _word_sections() -> dict[str, bytes]:
    """Return what is known of words by their flags."""
    places = _places_of_flags()
    groups, suffixes = _suffix_groups(places)
    return {
        "asked": scan.ASKED[:32],
        "offered": scan.OFFERED[:32],
        "doubt": bytes(
            languages.may_speak_for_arabic(words, articles) for words in range(4) for articles in range(4)
        ),
        "listed": _listed(groups),
        "roles": _roles(places),
        "suffixes": suffixes,
        "after_mi": bytes(
            _numbered(boundaries.rule_in_context("می", _OTHER, context)) for context in range(256)
        ),
    }


def _list_sections() -> dict[str, bytes]:
    """Return the lists of the rules."""
    return {
        "articles": rows(languages.ARTICLES),
        "asked_starts": rows(languages.ARABIC_STARTS),
        "variants": rows(LETTER_VARIANTS),
        "turned": rows(lam_alef.NEEDS[:1]),
        "turned_ends": rows(lam_alef.SUFFIXES),
        "ezafes": rows(zwnj.GLUED_EZAFE.literals),
        "starts": rows(gaps.TOLD_APART_AT_START),
        "ends": rows(gaps.TOLD_APART_AT_END),
        "cut_starts": rows((*morphemes.PREFIXES, morphemes.BE)),
        "cut_ends": rows(affixes.GLUED),
        "inflections": _endings(
            [(ending, "", 0) for ending in morphemes.INFLECTIONS]
            + [(ending, HEH, 0) for ending in morphemes.FOR_HEH]
        ),
        "outer": _endings((ending, "", 2) for ending in keys.OUTER),
        "inner": _endings(keys.ENDINGS),
        "carriers": rows((f"ا{TANVIN[0]}",)),
        "kinds": rows(KINDS),
        "told_ends": rows(_shortest_ends((*affixes.SOUNDED_HEH, *boundaries.INFLECTED, "ای"))),
        "told_lasts": rows("مش"),
        "unknown_if": rows(_word_literals()),
        "delimited": rows(part for _, *parts in structures.DELIMITED for part in parts),
        "in_line_hint": automaton(structures.IN_LINE_HINT),
        "separators": rows(sign for sign in protected.PATH_END if not sign.isascii()),
        "skipped": bytes(skipped for skipped, *_ in structures.DELIMITED),
        "verb_ends": rows(affixes.VERB_ENDINGS),
        "repaired_if": rows((controls.ESCAPE_START,)),
        "hosts": rows(zwnj.HOSTS),
    }


def _shortest_ends(endings: Iterable[str]) -> list[str]:
    """Return *endings* without those that end in another of them."""
    known = set(endings)
    return sorted(ending for ending in known if not any(ending[at:] in known for at in range(1, len(ending))))


def _numbers() -> bytes:
    """Return single numbers that the core needs, in the order in which `core._tables` names them."""
    return array(
        "I",
        [
            5,
            asking.context_class("1"),
            asking.context_class("."),
            COMMON,
            STEM_PRODUCTIVE,
            asking.RULE_NUMBERS[ids.PRODUCTIVE],
            ord(HAMZA_ABOVE),
            ord(languages.AE),
            FREQUENT_FLAGS,
            languages.LEAST_MARKS,
            languages.LEAST_SHARE,
            *structures.HALVES,
            structures.LEAST_SPACES,
            VERB | WORD,
            VERB,
            ord(SHY),
            COMMON | FREE,
            zwnj.EZAFE_HOST,
            repeats.Rank.WORD,
            foreignness.LIMIT,
            foreignness.LIMIT_OF_ONE,
        ],
    ).tobytes()


def _word_literals() -> list[str]:
    """Return what the rules about words look for in words that are none of the lexicon's: pieces of several letters."""
    found = {piece for rule in compile_rules(Options()).staged.stages.words for piece in rule.literals}
    found -= {lam_alef.NEEDS[0], *zwnj.GLUED_EZAFE.literals}  # the core looks more closely
    return sorted(piece for piece in found if re.fullmatch(f"[{PERSIAN_LETTERS}]{{2,}}", piece))


def _listed_words() -> set[str]:
    """Return the words that some list of the rules names."""
    return {
        *affixes.VERB_PREFIXES,
        *boundaries.SUFFIXES,
        *affixes.GLUED,
        *affixes.HOSTS_OF_HAST,
        *(word for _, words in context.CLASSES for word in words),
        *context.MI_IS_A_NOUN_AFTER,
        *function_words.PERSIAN_WORDS,
        *function_words.ARABIC_WORDS,
        *function_words.SPELT_BY_OTHERS,
        *function_words.LANGUAGES,
        *function_words.as_typed(function_words.SURELY_ARABIC | function_words.FORMULA_STARTS),
    }


def _stands(word: str) -> bool:
    """Return whether *word* is no matter for the rules inside words, also as a piece between half-spaces."""
    known = load().get(word) or word in affixes.GLUED or word in affixes.VERB_PREFIXES
    return (
        re.fullmatch(f"[{PERSIAN_LETTERS}]+", word) is not None
        and bool(known)
        and not morphemes.split_points(word)
    )


def _listed(groups: dict[str, int]) -> bytes:
    """Return a hash table of rows: length, letters, and what `asking` says of the word."""
    words = sorted(word for word in _listed_words() if 0 < len(word) <= _LONGEST_LISTED)
    room = 1 << (2 * len(words)).bit_length()
    rows = [[0] * 16 for _ in range(room)]
    for word in words:
        at = spread(map(ord, word)) & (room - 1)
        while rows[at][0]:
            at = (at + 1) & (room - 1)
        stands = _stands(word)
        role = boundaries.role((word,), (word,)) if stands else 0
        rows[at] = [
            len(word),
            *map(ord, word.ljust(_LONGEST_LISTED, "\0")),
            role,
            asking.facts_of(word),
            asking.context_class(word),
            int(stands) | groups.get(word, 0) << 1,
        ]
    return array("I", [number for row in rows for number in row]).tobytes()


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


def _numbered(rule: str | None, by: int = asking.BY_BEFORE) -> int:
    return by if rule is None else asking.RULE_NUMBERS.get(rule, 0)


def _roles(places: dict[int, int]) -> bytes:
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
        makes = [int(bool(rule)) for rule in (left, right, stem)]
        rows_of_flags[at] = [found, role, int(sure) | rank << 8, of_stem, after[0] | after[1] << 8, *makes]
    return array("I", [number for row in rows_of_flags for number in row]).tobytes()


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


def _endings(endings: Iterable[tuple[str, str, int]]) -> bytes:
    """Return endings in rows of eight numbers: length, letters, and in the last two what takes their place and what must be left."""
    found = array("I")
    for ending, instead, least in endings:
        found.extend([len(ending), *map(ord, ending.ljust(5, "\0")), ord(instead or "\0"), least])
    return found.tobytes()
