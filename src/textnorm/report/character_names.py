"""What to call a character that nobody sees, and code points in words."""

from __future__ import annotations

import unicodedata

from textnorm.chars import BOM, NBSP, SHY, WORD_JOINER, ZWJ, ZWNJ, ZWSP

#: short labels of the common ones; the others are called by their code point
LABELS = {
    ZWNJ: "ZWNJ",
    ZWJ: "ZWJ",
    ZWSP: "ZWSP",
    BOM: "BOM",
    SHY: "SHY",
    WORD_JOINER: "WJ",
    NBSP: "NBSP",
    "\N{LEFT-TO-RIGHT MARK}": "LRM",
    "\N{RIGHT-TO-LEFT MARK}": "RLM",
    "\N{ARABIC LETTER MARK}": "ALM",
    "\N{LEFT-TO-RIGHT EMBEDDING}": "LRE",
    "\N{RIGHT-TO-LEFT EMBEDDING}": "RLE",
    "\N{LEFT-TO-RIGHT OVERRIDE}": "LRO",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "RLO",
    "\N{POP DIRECTIONAL FORMATTING}": "PDF",
    "\N{LEFT-TO-RIGHT ISOLATE}": "LRI",
    "\N{RIGHT-TO-LEFT ISOLATE}": "RLI",
    "\N{FIRST STRONG ISOLATE}": "FSI",
    "\N{POP DIRECTIONAL ISOLATE}": "PDI",
    "\t": "⇥",
    "\n": "↵",
    "\r": "CR",
    " ": "␣",
}
#: in running text these do their work unseen: a label is for places where they come or go
QUIET = " " + ZWNJ + ZWJ
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}


def code(character: str) -> str:
    """Return the code point as Unicode writes it.

    >>> code("ی")
    'U+06CC'
    """
    return f"U+{ord(character):04X}"


def name(character: str) -> str:
    """Return the code point with the Unicode name, where it has one.

    >>> name("ی")
    'U+06CC ARABIC LETTER FARSI YEH'
    """
    return f"{code(character)} {unicodedata.name(character, '')}".rstrip()


def label(character: str, quiet: str = QUIET) -> str | None:
    r"""Return how to show a character that cannot be seen; None for one that can, and for the *quiet* ones.

    >>> label("\u202e"), label("\u200c"), label("\u200c", quiet=""), label("a", quiet="")
    ('RLO', None, 'ZWNJ', None)
    """
    if character in quiet or unicodedata.category(character) not in _UNSEEN:
        return None
    return LABELS.get(character) or code(character)
