"""Makes the core's tables out of the rules' own data; ``python tools/make_core_tables.py`` writes them.

Nothing here is a rule. Each class of characters is what the pattern, mapping or list of a rule says it is, and what
a listed word or a kind of word does is what the functions of the rules answer for it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from html.entities import name2codepoint

from ..chars import HAMZA, HAMZA_ABOVE, HEH, LETTER_VARIANTS, PERSIAN_LETTERS, SHY, TANVIN, YEH
from ..compiled import compile_rules
from ..lexicon import load, table_keys
from ..lexicon.flags import (
    AFTER_BE,
    COMMON,
    FIRST_CONTEXT,
    FREE,
    HEH_WINS,
    PARTICIPLE,
    STEM_FERTILE,
    STEM_PRODUCTIVE,
    UNCLEAR_HEH,
    VERB,
    WORD,
)
from ..options import Options
from ..ruleset import controls, entities, marks, repeats, telling_vowels, zwnj
from ..ruleset.extracted import known, lam_alef, rules as extracted_rules, spaces
from ..ruleset.joiners import (
    affixes,
    articles,
    boundaries,
    ids,
    inflected,
    living,
    morphemes,
    pair_context,
    token_bytes,
)
from ..script import (
    blocks,
    foreignness,
    function_words,
    languages,
    markup,
    protected,
    structures,
    verse_lines,
)
from ..stages import WORDS
from . import (
    asking,
    common_gaps,
    fold_tables,
    gaps,
    joining,
    of_flags,
    patterns,
    rule_patterns,
    still_gaps,
    structure_tables,
)
from .automata import automaton
from .character_tables import characters, paged
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
        **_joiner_sections(),
        **_ASKING.tables,
        **common_gaps.answers(),
        **fold_tables.make(),
        **structure_tables.make(),
        **patterns.make(rule_patterns.sources(), rule_patterns.sieves()),
        "foreignness": foreignness.weights().tobytes(),
        "numbers": _numbers(),
    }


def _word_sections() -> dict[str, bytes]:
    """Return what is known of words by their flags."""
    groups, by_flags = of_flags.sections()
    return {
        "asked": token_bytes.ASKED[:32],
        "offered": token_bytes.OFFERED[:32],
        "doubt": bytes(
            languages.may_speak_for_arabic(words, articles) for words in range(4) for articles in range(4)
        ),
        "listed": _listed(groups),
        **by_flags,
    }


def _list_sections() -> dict[str, bytes]:
    """Return the lists of the rules."""
    return {
        "articles": rows(languages.ARTICLES),
        "asked_starts": rows(languages.ARABIC_STARTS),
        **{name: rows(words) for name, words in telling_vowels.lists().items()},
        "variants": rows(LETTER_VARIANTS),
        "doubled": rows(extracted_rules.DOUBLED_MARK.literals),
        "seam_prefixes": rows(sorted(marks.SEAM_PREFIXES)),
        "seam_suffixes": rows(sorted(marks.SEAM_SUFFIXES)),
        "seam_starts": rows(marks.SEAM_STARTS),
        "turned": rows(lam_alef.NEEDS[:1]),
        "turned_ends": rows(lam_alef.SUFFIXES),
        "entities": _entities(),
        "ezafes": rows(zwnj.GLUED_EZAFE.literals),
        "latin_endings": rows(sorted(spaces.ENDINGS)),
        "sentence_words": rows(sorted(function_words.PERSIAN_WORDS)),
        "starts": rows(gaps.TOLD_APART_AT_START),
        "ends": rows(gaps.TOLD_APART_AT_END),
        "unknown_if": rows(_word_literals()),
        "delimited": rows(part for _, *parts in structures.DELIMITED for part in parts),
        "in_line_hint": automaton(structures.IN_LINE_HINT),
        "gap_hint": automaton(still_gaps.pattern_of(_ASKING.alone)),
        "separators": rows(sign for sign in protected.PATH_END if not sign.isascii()),
        "inline_tags": rows(markup.INLINE),
        "block_tags": rows(name[:7] for name in blocks.ELEMENTS),
        "block_signs": rows(sign[:7] for sign in blocks.IN_LINE),
        "over_spans": rows(structures.LOOKING_ON),
        "skipped": bytes(skipped for skipped, *_ in structures.DELIMITED),
        "verb_ends": rows(affixes.VERB_ENDINGS),
        "repaired_if": rows((controls.ESCAPE_START,)),
        "hosts": rows(zwnj.HOSTS),
        "one": rows(articles.ONE),
        "no_ezafe": rows(articles.NO_EZAFE),
    }


def _joiner_sections() -> dict[str, bytes]:
    """Return the lists of the joiner rules."""
    return {
        "cut_starts": rows((*morphemes.PREFIXES, morphemes.BE)),
        "cut_ends": rows(affixes.GLUED),
        "prefixes": rows(morphemes.PREFIXES),
        "copulas": rows(sorted(affixes.COPULAS)),
        "past_plurals": rows(affixes.PAST_PLURAL_ENDINGS),
        "particles": rows(sorted(morphemes.VERB_PARTICLES)),
        "plural": rows((living.PLURAL,)),
        "living": rows(sorted(living.PREFIXES_OF_ADJECTIVES | living.NUMBERS)),
        "behind_be": rows((morphemes.BE, "ای", articles.OLD_ARTICLE, living.ARTICLE)),
        "told_hosts": rows(
            _shortest_ends(
                (
                    *affixes.SOUNDED_HEH,
                    *morphemes.ADJECTIVE_ENDINGS,
                    *(vowel + YEH for vowel in morphemes.VOWELS),
                )
            )
        ),
        "inflections": _endings(
            [(ending, "", 0) for ending in inflected.INFLECTIONS]
            + [(ending, HEH, 0) for ending in inflected.FOR_HEH]
        ),
        "outer": _endings((ending, "", 2) for ending in table_keys.OUTER),
        "inner": _endings(table_keys.ENDINGS),
        "carriers": rows((f"ا{TANVIN[0]}",)),
        "kinds": rows(of_flags.KINDS),
        "told_ends": rows(_shortest_ends((*affixes.SOUNDED_HEH, *boundaries.INFLECTED, "ای"))),
        "told_lasts": rows("مش"),
        "apart": rows(sorted(zwnj.APART)),
        "written_on": rows(sorted(zwnj.WRITTEN_ON)),
        "plurals": rows(zwnj.PLURAL_STARTS),
    }


def _entities() -> bytes:
    """Return the entities of HTML 4 that show one character, in rows of eight numbers: length, letters, and in the last one that character."""
    found = array("I")
    for name in sorted(name2codepoint):
        shown = entities.shown(f"&{name};")
        if len(name) <= 6 and len(shown) == 1:
            found.extend([len(name), *map(ord, name.ljust(6, "\0")), ord(shown)])
    return found.tobytes()


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
            pair_context.context_class("1"),
            pair_context.context_class("."),
            COMMON,
            STEM_PRODUCTIVE | STEM_FERTILE,
            joining.RULE_NUMBERS[ids.PRODUCTIVE],
            ord(HAMZA_ABOVE),
            ord(languages.AE),
            known.FREQUENT_FLAGS,
            languages.LEAST_MARKS,
            languages.LEAST_SHARE,
            *verse_lines.HALVES,
            verse_lines.LEAST_SPACES,
            *(VERB | WORD, VERB),
            ord(SHY),
            COMMON | FREE,
            zwnj.EZAFE_HOST,
            repeats.Rank.WORD,
            *(foreignness.LIMIT, foreignness.LIMIT_OF_ONE, foreignness.LIMIT_WITH_ARTICLE),
            FIRST_CONTEXT,
            PARTICIPLE,
            HEH_WINS | UNCLEAR_HEH,
            AFTER_BE,
            ord(HAMZA),
        ],
    ).tobytes()


def _word_literals() -> list[str]:
    """Return what the rules about words look for in words that are none of the lexicon's: pieces of several letters."""
    found = {piece for rule in compile_rules(Options()).staged.stages[WORDS] for piece in rule.literals}
    found -= {lam_alef.NEEDS[0], *zwnj.GLUED_EZAFE.literals}  # the core looks more closely
    return sorted(piece for piece in found if re.fullmatch(f"[{PERSIAN_LETTERS}]{{2,}}", piece))


def _listed_words() -> set[str]:
    """Return the words that some list of the rules names."""
    return {
        *affixes.VERB_PREFIXES,
        *boundaries.SUFFIXES,
        *affixes.GLUED,
        *affixes.HOSTS_OF_HAST,
        *(word for _, words in pair_context.classes() for word in words),
        *pair_context.told_by_bits(),
        *function_words.PERSIAN_WORDS,
        *function_words.BESIDE_ARABIC,
        *function_words.OF_FORMULAS,
        *function_words.SPELT_BY_OTHERS,
        *function_words.LANGUAGES,
        *function_words.as_typed(function_words.SURELY_ARABIC | function_words.FORMULA_STARTS),
    }


def _stands(word: str) -> bool:
    """Return whether *word* is no matter for the rules inside words."""
    if not re.fullmatch(f"[{PERSIAN_LETTERS}]+", word) or morphemes.split_points(word):
        return False
    return _is_known(word) or _ASKING.words(word) == word


def _is_known(word: str) -> bool:
    """Return whether *word* is none that the rules take for no word, between half-spaces."""
    return bool(load().get(word)) or word in affixes.GLUED or word in affixes.VERB_PREFIXES


_ASKING = asking.Asking(Options())


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
            pair_context.context_class(word),
            int(stands) | _is_known(word) << 1 | groups.get(word, 0) << 2,
        ]
    return array("I", [number for row in rows for number in row]).tobytes()


def _endings(endings: Iterable[tuple[str, str, int]]) -> bytes:
    """Return endings in rows of eight numbers: length, letters, and in the last two what takes their place and what must be left."""
    found = array("I")
    for ending, instead, least in endings:
        found.extend([len(ending), *map(ord, ending.ljust(5, "\0")), ord(instead or "\0"), least])
    return found.tobytes()
