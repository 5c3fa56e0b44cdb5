"""Makes the core's tables of characters: their classes, what they map to, and the pages of both.

Each class is what the pattern, mapping or list of a rule says it is.
"""

from __future__ import annotations

import re
import unicodedata
from array import array

from ..chars import (
    ARABIC_LETTERS,
    DIGITS,
    HAMZA,
    HAMZA_ABOVE,
    NON_ASCII_SPACES,
    NON_JOINING,
    PERSIAN_LETTERS,
    SHORT_VOWELS,
    TANVIN,
    TATWEEL,
    TEH_MARBUTA,
    ZWNJ,
)
from ..compiled import compile_rules
from ..options import Options
from ..rare import COMPOSING
from ..ruleset import letters, marks, mojibake, zwnj
from ..ruleset.extracted import triggers, visual
from ..script import clauses, neutrals, protected, segments

#: classes of characters, each by its bit: the same names and order as in native/core.h
CLASSES = (
    "letter mark dropped vowel half_space form odd gap latin hint sign digit blank clause_end sentence_end non_joining "
    "composes settled leading continuing special spanning entity emoji emoji_tail looking_on repaired early typed fake "
    "consonant"
).split()
_EVERY = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
#: characters that every version of Unicode knows
_OLD = {c for c in _EVERY if unicodedata.ucd_3_2_0.category(c) != "Cn"}
_PAGE = 256
_LETTER = re.compile(f"[{ARABIC_LETTERS}]")
_MAPPED = sum(1 << CLASSES.index(name) for name in ("letter", "form", "blank"))


def characters() -> tuple[list[int], list[int], bytes]:
    """Return each character's classes and what it maps to, and the letters that shaped forms show."""
    flags, mapping = [0] * 0x110000, list(range(0x110000))
    forms: array[int] = array("I")
    for name, characters in classes().items():
        bit = 1 << CLASSES.index(name)
        for character in characters:
            flags[ord(character)] |= bit
    for rule in letters.RULES:
        if rule.family == "letters":
            for character, letter in (rule.mapping or {}).items():
                mapping[ord(character)] = ord(letter)
    for space in NON_ASCII_SPACES:
        mapping[ord(space)] = ord(" ")
    for form in _shaped():
        shown = [mapping[ord(letter)] for letter in letters.presentation_forms()[form]]
        mapping[ord(form)] = _joins(form) << 29 | len(forms) << 5 | len(shown)
        forms.extend(shown)
    return flags, mapping, forms.tobytes()


def _shaped() -> list[str]:
    """Return the shaped forms that show nothing but Persian letters, and not too many of them."""
    plain = re.compile(f"[{PERSIAN_LETTERS}]{{1,20}}")
    return [form for form, shown in letters.presentation_forms().items() if plain.fullmatch(shown)]


def _joins(form: str) -> int:
    """Return where a shaped form joins its neighbours, as the rule about their order sees it: see FORM_JOINS in native/core.h."""
    before, behind = form in visual.TO_LAST, form in visual.TO_NEXT
    return before | behind << 1 | (not _LETTER.match(form)) << 2


def classes() -> dict[str, set[str]]:
    """Return the characters of each class."""
    letter = set(PERSIAN_LETTERS) | _mapped_letters()
    forms = set(_shaped())
    word = letter | forms | set(TANVIN + HAMZA_ABOVE + SHORT_VOWELS + TATWEEL + ZWNJ)
    odd = {c for rule in marks.RULES for c in rule.trigger_chars} | set(letters.presentation_forms())
    emoji = {c for c in _EVERY if re.fullmatch(protected.PROTECTED["emoji"], c)}
    sound = {c for c in _EVERY if mojibake.is_sound(c)}
    leading = _all(mojibake.LEADING_1252)
    latin = _all(segments.FOREIGN_LETTER)
    gap = _gap(sound, word | odd | emoji | (leading - latin) | set(mojibake.SIGNS_1256))
    return {
        "letter": letter,
        "mark": set(TANVIN + HAMZA_ABOVE),
        "dropped": set(SHORT_VOWELS + TATWEEL),
        "vowel": set(SHORT_VOWELS + TANVIN),
        "half_space": {ZWNJ},
        "form": forms,
        "odd": odd - word,
        "gap": gap,
        "latin": latin & gap,
        "hint": {c for c in _EVERY if clauses.has_language_hint(c)},
        "sign": {c for c in _EVERY if segments.has_arabic(c)},
        "digit": set(DIGITS),
        "blank": set(" \t\r\n" + NON_ASCII_SPACES),
        "clause_end": {c for c in clauses.WORD.findall(_EVERY) if len(c) == 1 and not c.isalpha()},
        "sentence_end": set(neutrals.SENTENCE_END),
        "non_joining": set(NON_JOINING),
        "composes": set(COMPOSING),
        "settled": sound - leading - _text_triggers("mojibake-1252", "mojibake-1256") | set("\n\r\t"),
        "leading": leading,
        "continuing": _all(mojibake.CONTINUING_1252),
        "special": {c for c in map(chr, range(33, 127)) if protected.PROTECTED_HINT.search(c + "1")},
        "spanning": set("`<#/@~\\({}[]$=%\"',;") | _all("[\u2500-\u259f]"),
        "entity": {"&"},
        "emoji": emoji - word - odd - set(mojibake.SIGNS_1256),
        "emoji_tail": {c for c in _EVERY if re.fullmatch(protected.PROTECTED["emoji"], "\U0001f600" + c)},
        **_by_rules(),
    }


def _by_rules() -> dict[str, set[str]]:
    """Return the characters that single rules name."""
    return {
        "looking_on": {TEH_MARBUTA, HAMZA},
        "repaired": _text_triggers(),
        "early": set(triggers.EARLY_MARKS),
        "typed": set(marks.TYPED),
        "fake": set(marks.FAKE),
        "consonant": set(zwnj.CONSONANTS),
    }


def _mapped_letters() -> set[str]:
    """Return the letters that the rules for letters make others."""
    return {c for rule in letters.RULES if rule.family == "letters" for c in rule.mapping or ()}


def _gap(sound: set[str], but: set[str]) -> set[str]:
    """Return the characters that may stand between words.

    One build serves Pythons with several versions of Unicode: characters that are new in one of them are not ours.
    """
    gap = (sound | set("&«»،؛؟٪٫٬۔\t\r\n" + DIGITS + NON_ASCII_SPACES)) - but
    composed = {c for c in gap if unicodedata.is_normalized("NFC", c)}
    return composed & _OLD | gap & set(NON_ASCII_SPACES)


def _text_triggers(*but: str) -> set[str]:
    """Return the characters that call for a rule about the whole text, save non-ASCII spaces, which the core maps itself.

    *but*: rules whose characters the core looks at itself.
    """
    rules = compile_rules(Options()).text_rules
    return {c for rule in rules if rule.id not in ("odd-space", *but) for c in rule.trigger_chars}


def _all(pattern: str) -> set[str]:
    return set(re.findall(pattern, _EVERY))


def paged(flags: list[int], mapping: list[int]) -> tuple[bytes, bytes, bytes]:
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
