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
HAMZA_BELOW = "\N{ARABIC HAMZA BELOW}"
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
#: marks that keep their meaning in Persian spelling and are never removed by default
KEPT_MARKS = TANVIN + MADDA_ABOVE + HAMZA_ABOVE + HAMZA_BELOW

# --- spaces and invisible characters -----------------------------------------------------------------
#: spaces that are wider, narrower or stickier than U+0020, fold to it
ODD_SPACES = (
    NBSP
    + "\N{OGHAM SPACE MARK}"
    + "".join(map(chr, range(0x2000, 0x200B)))  # EN QUAD .. HAIR SPACE
    + "\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}\N{IDEOGRAPHIC SPACE}"
)
#: left-to-right mark, right-to-left mark, Arabic letter mark
BIDI_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
#: embeddings, overrides and isolates with their terminators
BIDI_CONTROLS = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
#: what a scraper leaves where a ZWNJ stood
ZWNJ_LOOKALIKES = ZWJ + NOT_SIGN + ZWSP + BOM + SHY + WORD_JOINER
#: characters nobody sees, between or inside words
INVISIBLE = ZWNJ + ZWJ + ZWSP + BOM + SHY + WORD_JOINER + BIDI_MARKS + BIDI_CONTROLS
