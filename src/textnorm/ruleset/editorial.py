"""What an editor sets and STANDARD leaves as found: digits, guillemets, ellipsis, the ezafe of heh."""

from __future__ import annotations

import re

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, HAMZA_ABOVE, HEH, HEH_WITH_YEH, ZWNJ
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule

#: what of a word EZAFE looks at, and what behind the word keeps it away
EZAFE_PIECES = (HEH_WITH_YEH, f"{HEH}{ZWNJ}ی")
EZAFE_GUARDS = ("«", ".")
EZAFE = Rule(
    id="heh-ezafe",
    family="ezafe",
    settles_words=True,
    why="The ezafe after a silent heh is written as a small hamza: هٔ for ۀ, ه‌ی and «ه ی».",
    pattern=f"{HEH_WITH_YEH}(?![{ARABIC_MARKS}])|{HEH}(?:[ \t]++|{ZWNJ})ی(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}«]|\\.[{ARABIC_LETTERS}])",
    replacement=HEH + HAMZA_ABOVE,
    literals=("ه", HEH_WITH_YEH),
    profiles=("EDITORIAL",),
    examples=(("خانه\u200cی ما", "خانهٔ ما"), ("خانۀ ما", "خانهٔ ما"), ("خانه ی ما", "خانهٔ ما")),
    near_misses=("راهی", "خانه یکی", "شیء", "ۀ\u064b"),
    source="«دستور خط فارسی», on ezafe",
)

_QUOTATION = rf"(?<![\w\"{ARABIC_MARKS}])[\"“„”](?=[^\s\"“”„])([^\"“”„«»\n]*[^\s\"“”„«»])[\"“”‟](?![\w\"])|<<([^<>\n«»]+)>>|''([^'\n«»]+)''"
_QUOTED = lazy_pattern(_QUOTATION)


def _in_guillemets(match: re.Match[str]) -> str:
    """Return the quotation, and those of other signs inside it: no sign stands in a quotation of its own."""
    return f"«{_QUOTED.sub(_in_guillemets, (match[1] or match[2] or match[3]).strip())}»"


QUOTES = Rule(
    id="guillemets",
    family="quotes",
    why="Quotations in Persian text stand in guillemets.",
    pattern=_QUOTATION,
    replacement=_in_guillemets,
    literals=('"', "“", "„", "”", "<<", "''"),
    profiles=("EDITORIAL",),
    examples=(
        ('گفت "باران" آمد', "گفت «باران» آمد"),
        ("“باد خنک” بود", "«باد خنک» بود"),
        ("<<باد ''خنک'' بود>>", "«باد «خنک» بود»"),
    ),
    near_misses=('لوله ۲" بود', 'نوشت "Hello" و رفت'),
    source="«دستور خط فارسی», on punctuation",
)

ELLIPSIS = Rule(
    id="ellipsis",
    family="punctuation",
    why="Three dots are one sign.",
    pattern=r"(?<!\.)\.{3}(?!\.)",
    replacement="…",
    literals=("...",),
    profiles=("EDITORIAL",),
    examples=(("باد...", "باد…"),),
    near_misses=("باد..", "باد......"),
    source="«دستور خط فارسی», on punctuation",
)

PERCENT = Rule(
    id="percent",
    family="punctuation",
    why="The percent sign after Persian digits is ٪.",
    pattern=r"(?<=[۰-۹])%",
    replacement="٪",
    literals=("%",),
    profiles=("EDITORIAL",),
    examples=(("۵۰%", "۵۰٪"), ("حدود ۵۰% باران", "حدود ۵۰٪ باران")),
    near_misses=("50% off",),
    source="CLDR fa",
)

PUNCTUATION = (ELLIPSIS, PERCENT)
