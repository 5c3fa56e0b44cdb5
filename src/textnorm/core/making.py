"""Makes the core's tables out of the rules' own data; ``python tools/make_core_tables.py`` writes them.

Nothing here is a rule. Each class of characters is what the pattern, mapping or list of a rule says it is, and what
a listed word or a kind of word does is what the functions of the rules answer for it.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from ..chars import (
    DIGITS,
    HAMZA_ABOVE,
    HEH,
    NON_JOINING,
    ODD_SPACES,
    PERSIAN_LETTERS,
    SHORT_VOWELS,
    TANVIN,
    TATWEEL,
    TEH_MARBUTA,
    YEH,
    ZWNJ,
)
from ..compiled import compile_rules
from ..lexicon import keys, load
from ..lexicon.flags import COMMON, FREE, PRODUCTIVE, STEM_PRODUCTIVE, WORD
from ..options import Options
from ..pipeline import COMPOSING
from ..ruleset import letters, marks, mojibake, zwnj
from ..ruleset.extracted import visual
from ..ruleset.joiners import affixes, boundaries, context, ids, morphemes, scan
from ..script import clauses, languages, protected, segments, structures
from . import asking
from .asking import FACTS
from .tables import rows

#: classes of characters, each by its bit: the same names and order as in native/core.h
CLASSES = (
    "letter mark dropped vowel half_space form odd gap latin hint sign digit blank clause_end sentence_end non_joining "
    "composes settled leading continuing special spanning entity emoji emoji_tail looking_on repaired early"
).split()
_EVERY = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
#: characters that every version of Unicode knows
_OLD = {c for c in _EVERY if unicodedata.ucd_3_2_0.category(c) != "Cn"}
_PAGE = 256
_LONGEST_LISTED = 11
_MAPPED = sum(1 << CLASSES.index(name) for name in ("letter", "form", "blank"))


def make() -> dict[str, bytes]:
    """Return all sections of the tables."""
    flags, mapping, forms = _characters()
    pages, flag_pages, map_pages = _paged(flags, mapping)
    places = _places_of_flags()
    groups, suffixes = _suffix_groups(places)
    return {
        "pages": pages,
        "flags": flag_pages,
        "map": map_pages,
        "forms": forms,
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
        "articles": rows(languages.ARTICLES),
        "asked_starts": rows(languages.ARABIC_STARTS),
        "starts": rows(asking.TOLD_APART_AT_START),
        "ends": rows(asking.TOLD_APART_AT_END),
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
        "told_ends": rows(sorted({*affixes.SOUNDED_HEH, *boundaries.INFLECTED, "ای"})),
        "told_lasts": rows("مش"),
        "unknown_if": rows(_word_literals()),
        "leaning": rows(zwnj.LEANING),
        "hosts": rows(zwnj.HOSTS),
        "gaps": _gaps(),
        "numbers": array(
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
            ],
        ).tobytes(),
    }


def _characters() -> tuple[list[int], list[int], bytes]:
    """Return each character's classes and what it maps to, and the letters that shaped forms show."""
    flags, mapping = [0] * 0x110000, list(range(0x110000))
    forms: array[int] = array("I")
    for name, characters in _classes().items():
        bit = 1 << CLASSES.index(name)
        for character in characters:
            flags[ord(character)] |= bit
    for rule in letters.RULES:
        if rule.family == "letters":
            for character, letter in (rule.mapping or {}).items():
                mapping[ord(character)] = ord(letter)
    for space in ODD_SPACES:
        mapping[ord(space)] = ord(" ")
    for form in _shaped():
        shown = [mapping[ord(letter)] for letter in (letters.FORMS.mapping or {})[form]]
        mapping[ord(form)] = len(forms) << 5 | len(shown)
        forms.extend(shown)
    return flags, mapping, forms.tobytes()


def _shaped() -> list[str]:
    """Return the shaped forms that show nothing but Persian letters, and not too many of them."""
    plain = re.compile(f"[{PERSIAN_LETTERS}]{{1,20}}")
    return [form for form, shown in (letters.FORMS.mapping or {}).items() if plain.fullmatch(shown)]


def _classes() -> dict[str, set[str]]:
    """Return the characters of each class."""
    mapped = {c for rule in letters.RULES if rule.family == "letters" for c in rule.mapping or ()}
    letter = set(PERSIAN_LETTERS) | mapped
    forms = set(_shaped())
    word = letter | forms | set(TANVIN + HAMZA_ABOVE + SHORT_VOWELS + TATWEEL + ZWNJ)
    odd = {c for rule in marks.RULES for c in rule.trigger_chars} | set(letters.FORMS.mapping or ())
    emoji = {c for c in _EVERY if re.fullmatch(protected.PROTECTED["emoji"], c)}
    sound = {c for c in _EVERY if mojibake.is_sound(c)}
    leading = _all(mojibake.LEADING_1252)
    shown_1256 = set(mojibake.SIGNS_1256)
    gap = (
        (sound | set("&«»،؛؟٪٫٬۔\t\r\n" + DIGITS + ODD_SPACES))
        - word
        - odd
        - emoji
        - leading
        - shown_1256
        - {"$"}
    )
    # one build serves Pythons with several versions of Unicode: characters that are new in one of them are not ours
    gap &= _OLD | set(ODD_SPACES)
    return {
        "letter": letter,
        "mark": set(TANVIN + HAMZA_ABOVE),
        "dropped": set(SHORT_VOWELS + TATWEEL),
        "vowel": set(SHORT_VOWELS + TANVIN),
        "half_space": {ZWNJ},
        "form": forms,
        "odd": odd - word,
        "gap": gap,
        "latin": _all(segments.FOREIGN_LETTER) & gap,
        "hint": {c for c in _EVERY if clauses.has_language_hint(c)},
        "sign": {c for c in _EVERY if segments.has_arabic(c)},
        "digit": set(DIGITS),
        "blank": set(" \t\r\n" + ODD_SPACES),
        "clause_end": {c for c in clauses.WORD.findall(_EVERY) if len(c) == 1 and not c.isalpha()},
        "sentence_end": set(segments.SENTENCE_END),
        "non_joining": set(NON_JOINING),
        "composes": set(COMPOSING),
        "settled": sound - leading - _text_triggers("mojibake-1252", "mojibake-1256") | set("\n\r\t"),
        "leading": leading,
        "continuing": _all(mojibake.CONTINUING_1252),
        "special": {c for c in map(chr, range(33, 127)) if protected.PROTECTED_HINT.search(c + "1")},
        "spanning": set("`<#/@~\\" + structures.STRUCTURE_SIGNS),
        "entity": {"&"},
        "emoji": emoji - word - odd - shown_1256,
        "emoji_tail": {c for c in _EVERY if re.fullmatch(protected.PROTECTED["emoji"], "\U0001f600" + c)},
        "looking_on": {TEH_MARBUTA},
        "repaired": _text_triggers() | set("_"),  # of spreadsheets' escapes, which no rare character calls for
        "early": set(visual.EARLY_MARKS),
    }


def _word_literals() -> list[str]:
    """Return what the rules about words look for in words that are none of the lexicon's: pieces of several letters."""
    letters_only = re.compile(f"[{PERSIAN_LETTERS}]{{2,}}")
    found = {piece for rule in compile_rules(Options()).word_rules for piece in rule.literals}
    return sorted(piece for piece in found if letters_only.fullmatch(piece))


def _text_triggers(*but: str) -> set[str]:
    """Return the characters that call for a rule about the whole text, save odd spaces, which the core maps itself.

    *but*: rules whose characters the core looks at itself.
    """
    rules = compile_rules(Options()).text_rules
    return {c for rule in rules if rule.id not in ("odd-space", *but) for c in rule.trigger_chars}


def _all(pattern: str) -> set[str]:
    return set(re.findall(pattern, _EVERY))


def _paged(flags: list[int], mapping: list[int]) -> tuple[bytes, bytes, bytes]:
    """Return the pages of both tables, each page once, and the page of each 256 characters."""
    pages: array[int] = array("H")
    seen: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
    flag_pages, map_pages = array("I"), array("I")
    for start in range(0, 0x110000, _PAGE):
        page_flags = tuple(flags[start : start + _PAGE])
        pairs = zip(page_flags, mapping[start : start + _PAGE], strict=True)
        page_map = tuple(
            becomes if found & _MAPPED else 0 for found, becomes in pairs
        )  # no other is asked for
        if (page_flags, page_map) not in seen:
            seen[page_flags, page_map] = len(seen)
            flag_pages.extend(page_flags)
            map_pages.extend(page_map)
        pages.append(seen[page_flags, page_map])
    return pages.tobytes(), flag_pages.tobytes(), map_pages.tobytes()


def _listed_words() -> set[str]:
    """Return the words that some list of the rules names."""
    return {
        *affixes.VERB_PREFIXES,
        *boundaries.SUFFIXES,
        *affixes.GLUED,
        *affixes.HOSTS_OF_HAST,
        *(word for _, words in context.CLASSES for word in words),
        *context.MI_IS_A_NOUN_AFTER,
        *languages.PERSIAN_WORDS,
        *languages.ARABIC_WORDS,
        *languages.SPELT_BY_OTHERS,
        *languages.SURELY_ARABIC,
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
        at = _spread(word) & (room - 1)
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


def _spread(word: str) -> int:
    """Return the hash that native/classes.c looks under."""
    found = len(word)
    for character in word:
        found = (found ^ ord(character)) * 0x9E3779B1 & 0xFFFFFFFF
    return found >> 8


class _OneFlag:
    """A lexicon that knows nothing but what it is told: so a rule says what it does to a word with certain flags."""

    def __init__(self, values: dict[str, int]) -> None:
        self._values = values

    def get(self, text: str) -> int:
        return self._values.get(text, 0)

    find = get


@contextmanager
def _lexicon_of(values: dict[str, int]) -> Iterator[None]:
    """Let the rules between words see this lexicon."""
    names = vars(boundaries)
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
        with _lexicon_of({_RIGHT: found}):
            of_stem = boundaries.closing(_INFLECTED, 0)
        with _lexicon_of({_OTHER: found, _RIGHT: PRODUCTIVE, _INFLECTED: WORD}):
            left = between(_OTHER, _INFLECTED)
        with _lexicon_of({_OTHER: WORD, _RIGHT: PRODUCTIVE, _INFLECTED: found}):
            right = between(_OTHER, _INFLECTED)
        with _lexicon_of({_OTHER: WORD, _RIGHT: found, _INFLECTED: WORD}):
            stem = between(_OTHER, _INFLECTED)
        makes = [int(bool(rule)) for rule in (left, right, stem)]
        rows_of_flags[at] = [found, role, int(sure), of_stem, after[0] | after[1] << 8, *makes]
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


#: what stands between words most often; U+E000 is a span that no rule touches
COMMON_GAPS = (
    """
،· ،·|،|: |:|؛ |. |.|! |!|؟ |؟|? |, |) | (|(|»|» | «|: «|» «|».|»،·|).|)،·|). |. (|" | "|" "|'|' | '| - |-| – |– | / |/
··|···|\t| \t|\t | 1 | ۱ | ١ |۱ | ۱|1 | 1| ۱،·| ۱.| ۱ / ۱ | 1.1 | ۱٫۱ | ۱۱:۱۱ |1. |۱. |۱) |...|… |…|... | ...
¤|¤·|·¤|·¤·|·¤،·|،·¤·|·¤.|·¤. |. ¤·|. ¤|: ¤·|·¤:|·¤: |·¤؛·|·¤!|·¤?|·(¤)·|·(¤)|·(¤)،·|·¤) |·¤)|·¤)،·|·¤).|·(¤·|·"¤"·|·«¤»·|(¤) |¤،·|¤. |¤: |-·¤·|-·¤: |·¤·¤
·[¤)·|](¤)·|](¤)|·[|[|·¤·(|·¤ 1 |·¤ ۱ | 1 ¤ | ۱ ¤ |- |- ¤ |* |# |## |### |#### |> |1. **|- **|**|** | **|**. |:** |.**| **¤** |:** ¤|- [|- [¤) | | ¤|| ¤ | ¤ | ¤| |
""".replace("·", " ")
    .replace("¤", "\ue000")
    .replace("\n", "|")
    .split("|")
)


def _gaps() -> bytes:
    """Return what STANDARD makes of the commonest gaps between all classes of words."""
    standard = asking.Asking(Options())
    found: array[int] = array("I")
    for gap in sorted({*COMMON_GAPS, " "} - {""}):
        for left in range(len(asking.LEFT)):
            sides = [(gap, right) for right in range(len(asking.RIGHT))]
            for between, right in [*sides, (gap.rstrip() + "\n", 0)]:
                answer = standard.gap(left, between, right)
                known, out = answer is not None, answer or ""
                found.extend([left, right, int(known), len(between), len(out), *map(ord, between + out)])
    return found.tobytes()


def _endings(endings: Iterable[tuple[str, str, int]]) -> bytes:
    """Return endings in rows of eight numbers: length, letters, and in the last two what takes their place and what must be left."""
    found = array("I")
    for ending, instead, least in endings:
        found.extend([len(ending), *map(ord, ending.ljust(5, "\0")), ord(instead or "\0"), least])
    return found.tobytes()


__all__ = ["CLASSES", "FACTS", "make"]
