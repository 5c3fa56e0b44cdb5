"""Letters: presentation forms, letters of other keyboards, digits."""

from __future__ import annotations

import unicodedata
from functools import cache

from ..chars import (
    ALEF_MAKSURA,
    ARABIC_DIGITS,
    ARABIC_KAF,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    ARABIC_YEH,
    ASCII_DIGITS,
    FOREIGN_LETTERS,
    HAMZA,
    HAMZA_ABOVE,
    HEH,
    LETTER_VARIANTS,
    PERSIAN_DIGITS,
    TATWEEL,
    TEH_MARBUTA,
    ZWNJ,
)
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon import is_word
from ..ruleset.rule import Rule
from ..script.words import in_persian_letters
from .extracted.triggers import FORM_RANGES, FORMS

#: signs of whole phrases and of a currency, which show no letters of a word
_SYMBOLS = "ﷺﷻ﷼"


@cache
def presentation_forms() -> dict[str, str]:
    """Return each shaped form and the letters it shows; the symbols are none and stay."""
    forms = sorted(FORMS.difference(_SYMBOLS))
    shown = in_persian_letters(unicodedata.normalize("NFKC", "\n".join(forms)))
    bare = shown.replace(" ", "").replace(TATWEEL, "")  # forms of a mark alone show it on one of these
    foreign = frozenset(FOREIGN_LETTERS)
    return {
        form: letters or plain
        for form, plain, letters in zip(forms, shown.split("\n"), bare.split("\n"), strict=True)
        if plain != form and foreign.isdisjoint(plain)
    }


def _variants(*letters: str) -> dict[str, str]:
    return {letter: LETTER_VARIANTS[letter] for letter in letters}


SHAPED_FORM = Rule(
    id="presentation-form",
    family="marks",
    why="Shaped forms and ligatures are for old fonts; the text is written with the letters themselves.",
    pattern=f"[{FORM_RANGES}]",
    replacement=lambda form: presentation_forms().get(form[0], form[0]),
    trigger_chars=FORMS,
    examples=(("ﺳﻼﻡ ﺩﻧﯿﺎ", "سلام دنیا"), ("ﷲ", "الله")),
    near_misses=("ﷺ", "۵۰ ﷼"),
    source="Unicode, Arabic Presentation Forms-A and -B",
)

_FINAL_TEH = lazy_pattern(f"{TEH_MARBUTA}(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]|[ \t]++ال)")
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_LONGEST_WORD = 40


def _teh_marbuta(text: str) -> list[Edit]:
    """Return a final teh marbuta, where the lexicon knows the word with heh."""
    return [
        (match.start(), match.end(), HEH, "teh-marbuta")
        for match in _FINAL_TEH.finditer(text)
        if len(word := _letters_before(text, match.start())) > 1 and is_word(in_persian_letters(word) + HEH)
    ]


def _letters_before(text: str, end: int) -> str:
    start = end
    while start > max(0, end - _LONGEST_WORD) and _LETTER.match(text, start - 1):
        start -= 1
    return text[start:end]


FINAL_TEH = Rule(
    id="teh-marbuta",
    family="letters",
    settles_words=True,
    why="Arabic keyboards end خانه with a teh marbuta; where Persian has the word with heh, it is heh.",
    find=_teh_marbuta,
    literals=(TEH_MARBUTA,),
    examples=(("خانة ما", "خانه ما"), ("سایة درخت", "سایه درخت")),
    near_misses=("دایرة المعارف", "صلاة ظهر", "رحمة الله"),
    source="hazm and virastar agree on the letter, not on the words that keep it",
)
HEH_HAMZA = Rule(
    id="heh-hamza",
    family="letters",
    settles_words=True,
    why="Code pages and keyboards without the small hamza have a hamza of its own behind a final heh; no word ends so.",
    pattern=f"(?<=[{ARABIC_LETTERS}]){HEH}{HAMZA}(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])",
    replacement=HEH + HAMZA_ABOVE,
    literals=(HEH + HAMZA,),
    examples=(("همهء جهان", "همهٔ جهان"), ("خانهء ما، سایهء درخت", "خانهٔ ما، سایهٔ درخت")),
    near_misses=("جزء کل", "شیء", "سوء هاضمه", "هیئت"),
    source="Windows-1256, which has no HAMZA ABOVE; ISIRI 6219",
)
RULES = (
    Rule(
        id="arabic-yeh",
        family="letters",
        why="Persian yeh is U+06CC; U+064A and U+0649 come from Arabic keyboards and break search.",
        mapping=_variants(ARABIC_YEH, ALEF_MAKSURA),
        examples=(("علي در شيراز", "علی در شیراز"), ("موسى", "موسی")),
        near_misses=("رئیس", "في المدرسة هذا الولد"),
        source="ISIRI 6219; Unicode",
    ),
    Rule(
        id="arabic-kaf",
        family="letters",
        why="Persian kaf is U+06A9; U+0643 comes from Arabic keyboards.",
        mapping=_variants(ARABIC_KAF, "\N{ARABIC LETTER SWASH KAF}"),
        examples=(("كتاب", "کتاب"),),
        near_misses=("گل",),
        source="ISIRI 6219; Unicode",
    ),
    Rule(
        id="heh-variant",
        family="letters",
        why="Heh of Urdu, Kurdish and Uyghur keyboards inside a Persian sentence is Persian heh.",
        mapping=_variants(
            "\N{ARABIC LETTER HEH GOAL}",
            "\N{ARABIC LETTER HEH DOACHASHMEE}",
            "\N{ARABIC LETTER AE}",
            "\N{ARABIC LETTER HEH GOAL WITH HAMZA ABOVE}",
            "\N{ARABIC LETTER TEH MARBUTA GOAL}",
        ),
        examples=(("او بہ خانھ رفت", "او به خانه رفت"),),
        near_misses=("یہ کتاب ہے", "ئەم کتێبە بۆ منە"),
        source="Unicode",
    ),
    Rule(
        id="rare-letter",
        family="letters",
        why="Yeh barree and alef wasla inside a Persian sentence are yeh and alef.",
        mapping=_variants("\N{ARABIC LETTER YEH BARREE}", "\N{ARABIC LETTER ALEF WASLA}"),
        examples=(("براے آن", "برای آن"),),
        near_misses=("یہ بڑے لڑکے ہیں",),
        source="Unicode",
    ),
    Rule(
        id="arabic-digit",
        family="digits",
        why="Arabic-Indic digits in Persian text are Persian digits; their shapes and code points differ.",
        mapping=dict(zip(ARABIC_DIGITS, PERSIAN_DIGITS, strict=True)),
        examples=(("سال ١٤٠٢ بود", "سال ۱۴۰۲ بود"),),
        near_misses=("سال 1402 بود", "Python 3.11"),
        source="ISIRI 6219; CLDR fa",
    ),
)

PERSIAN_DIGIT = Rule(
    id="persian-digit",
    family="digits",
    why="Editors set the numbers of Persian text in Persian digits; numbers of Latin text stay.",
    mapping=dict(zip(ASCII_DIGITS, PERSIAN_DIGITS, strict=True)),
    profiles=("EDITORIAL",),
    examples=(("سال 1402 بود", "سال ۱۴۰۲ بود"),),
    near_misses=("با Python 3.11 نوشت", "نشانی 10.0.0.1 بود"),
    source="CLDR fa",
)
#: the definition of a link whose label is a number: the uses of that label must go on to find it
LABEL = lazy_pattern(r"(?m)^ {0,3}\[[0-9]{1,4}\]:[ \t]+[^\s،؛]*[/#.:]")
#: the rule in a text with such definitions
DIGIT_BESIDE_LABELS = PERSIAN_DIGIT.replace(
    mapping=None,
    pattern=r"\[[0-9]{1,4}\]|[0-9]",
    trigger_chars=frozenset(ASCII_DIGITS),
    replacement=lambda match: match[0] if match[0][0] == "[" else PERSIAN_DIGITS[int(match[0])],
)
