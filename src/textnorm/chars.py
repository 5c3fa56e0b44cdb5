"""Named characters, character sets and letter maps, by Unicode name. Imports nothing of ours.

Sets are plain strings, ready to stand between the brackets of a regular expression: none of them
holds ``]``, ``\\``, ``^`` or ``-``. Maps go from one character to its replacement.
"""

from __future__ import annotations

# --- single characters that a reader could not tell apart -------------------------------------------
ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
ZWJ = "\N{ZERO WIDTH JOINER}"
ZWSP = "\N{ZERO WIDTH SPACE}"
NBSP = "\N{NO-BREAK SPACE}"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
SHY = "\N{SOFT HYPHEN}"
WORD_JOINER = "\N{WORD JOINER}"
NOT_SIGN = "\N{NOT SIGN}"
TATWEEL = "\N{ARABIC TATWEEL}"
HAMZA_ABOVE = "\N{ARABIC HAMZA ABOVE}"
MADDA_ABOVE = "\N{ARABIC MADDAH ABOVE}"
HAMZA = "\N{ARABIC LETTER HAMZA}"

YEH = "\N{ARABIC LETTER FARSI YEH}"
KAF = "\N{ARABIC LETTER KEHEH}"
HEH = "\N{ARABIC LETTER HEH}"
ARABIC_YEH = "\N{ARABIC LETTER YEH}"
ARABIC_KAF = "\N{ARABIC LETTER KAF}"
ALEF_MAKSURA = "\N{ARABIC LETTER ALEF MAKSURA}"
TEH_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
HEH_WITH_YEH = "\N{ARABIC LETTER HEH WITH YEH ABOVE}"

ARABIC_COMMA = "\N{ARABIC COMMA}"
ARABIC_SEMICOLON = "\N{ARABIC SEMICOLON}"
ARABIC_QUESTION = "\N{ARABIC QUESTION MARK}"

# --- digits ------------------------------------------------------------------------------------------
ASCII_DIGITS = "0123456789"
PERSIAN_DIGITS = "".join(map(chr, range(0x06F0, 0x06FA)))
ARABIC_DIGITS = "".join(map(chr, range(0x0660, 0x066A)))
#: every decimal digit that Persian text uses, in the order of their values
DIGITS = ASCII_DIGITS + PERSIAN_DIGITS + ARABIC_DIGITS
TO_ASCII_DIGITS = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, ASCII_DIGITS * 2)
TO_PERSIAN_DIGITS = str.maketrans(ARABIC_DIGITS + ASCII_DIGITS, PERSIAN_DIGITS * 2)

# --- the Persian alphabet ----------------------------------------------------------------------------
#: letters of standard Persian spelling, with the hamza carriers of its Arabic loans
PERSIAN_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی" + "ءأؤئإ" + TEH_MARBUTA + HEH_WITH_YEH
#: letters that never join to the next one, so a ZWNJ after them cannot be seen
NON_JOINING = "اآأإٱدذرزژوؤةءۀ"
# --- marks -------------------------------------------------------------------------------------------
TANVIN = "\N{ARABIC FATHATAN}\N{ARABIC DAMMATAN}\N{ARABIC KASRATAN}"
#: fatha, damma, kasra, shadda, sukun and the dagger alef
SHORT_VOWELS = (
    "\N{ARABIC FATHA}\N{ARABIC DAMMA}\N{ARABIC KASRA}\N{ARABIC SHADDA}\N{ARABIC SUKUN}"
    "\N{ARABIC LETTER SUPERSCRIPT ALEF}"
)

# --- spaces and invisible characters -----------------------------------------------------------------
#: spaces that are wider, narrower or stickier than U+0020, fold to it
NON_ASCII_SPACES = (
    NBSP
    + "\N{OGHAM SPACE MARK}"
    + "".join(map(chr, range(0x2000, 0x200B)))  # EN QUAD .. HAIR SPACE
    + "\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}\N{IDEOGRAPHIC SPACE}"
)
#: left-to-right mark, right-to-left mark, Arabic letter mark
BIDI_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
#: embeddings, overrides and isolates with their terminators
BIDI_CONTROLS = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
#: characters nobody sees, between or inside words
INVISIBLE = ZWNJ + ZWJ + ZWSP + BOM + SHY + WORD_JOINER + BIDI_MARKS + BIDI_CONTROLS

# --- Arabic script as a whole ------------------------------------------------------------------------
#: letters that Persian text gets from Arabic, Urdu or Kurdish keyboards, with the Persian letter meant
LETTER_VARIANTS = {
    ARABIC_YEH: YEH,
    ALEF_MAKSURA: YEH,
    "\N{ARABIC LETTER YEH BARREE}": YEH,
    ARABIC_KAF: KAF,
    "\N{ARABIC LETTER SWASH KAF}": KAF,
    "\N{ARABIC LETTER HEH GOAL}": HEH,
    "\N{ARABIC LETTER HEH DOACHASHMEE}": HEH,
    "\N{ARABIC LETTER AE}": HEH,
    "\N{ARABIC LETTER HEH GOAL WITH HAMZA ABOVE}": HEH_WITH_YEH,
    "\N{ARABIC LETTER TEH MARBUTA GOAL}": TEH_MARBUTA,
    "\N{ARABIC LETTER ALEF WASLA}": "ا",
}
#: every letter of Arabic script, presentation forms included (ranges, for use between brackets)
ARABIC_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc"
)
#: combining marks of Arabic script (ranges)
ARABIC_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff"
#: letters found in correctly spelt Persian or in its common variants; every other one is foreign to it
_NEAR_PERSIAN = set(PERSIAN_LETTERS) | set(LETTER_VARIANTS)
#: single letters of Arabic script that Persian does not have: Urdu, Kurdish, Pashto, Sindhi, Uyghur …
FOREIGN_LETTERS = (
    "".join(
        letter
        for letter in map(
            chr,
            [
                *range(0x0620, 0x0640),
                *range(0x0641, 0x064B),
                *range(0x066E, 0x0670),
                *range(0x0671, 0x06D4),
                *range(0x06EE, 0x06F0),
                *range(0x06FA, 0x0700),
            ],
        )
        if letter not in _NEAR_PERSIAN
    )
    + "\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9"
)
