"""Folds of words that are spelt in two ways for a search: names with one و or two, Arabic spellings of Persian words."""

from __future__ import annotations

import re

from ..chars import PERSIAN_LETTERS
from .rule import Rule

_L = f"[{PERSIAN_LETTERS}]"
#: Arabic spellings, and what most write in Persian, and words without their silent heh; each stands alone or begins a longer word
CLASSICAL = {
    "رحمن": "رحمان",
    "اسمعیل": "اسماعیل",
    "اسحق": "اسحاق",
    "ابرهیم": "ابراهیم",
    "زکوة": "زکات",
    "صلوة": "صلات",
    "حیوة": "حیات",
    "مشکوة": "مشکات",
    "آیة": "آیت",
    "حجة": "حجت",
    "علاقمند": "علاقه مند",
    "بهرمند": "بهره مند",
}
_CLASSICAL = "|".join(f"{word[0]}(?<!{_L}{word[0]}){word[1:]}" for word in CLASSICAL)
#: a word that is folded holds one of these
PIECES = ("اوو", "ةال", *CLASSICAL)


def _classical(match: re.Match[str]) -> str:
    return CLASSICAL[match[0]]


RULES = (
    Rule(
        id="search-article",
        family="search",
        why="Behind a teh marbuta the article begins a word, which many glue to it: «دایرةالمعارف», «دایرة المعارف».",
        pattern=f"ة(?=ال{_L}{{2}})",
        replacement="ة ",
        literals=("ةال",),
        profiles=("SEARCH",),
        examples=(("دایرةالمعارف", "دایره المعارف"),),
        near_misses=("دایره المعارف", "صلاة", "سایه"),
        source="«دستور خط فارسی», on Arabic words",
    ),
    Rule(
        id="search-classical",
        family="search",
        why="Some names and words are written as in Arabic by some and as they are read by most: «رحمن», «زکوة», «آیةالله»;"
        " «علاقه‌مند» and «بهره‌مند» are written without their heh by many.",
        pattern=_CLASSICAL,
        replacement=_classical,
        literals=tuple(CLASSICAL),
        profiles=("SEARCH",),
        examples=(
            ("عبد رحمن", "عبد رحمان"),
            ("زکوة", "زکات"),
            ("اسمعیل", "اسماعیل"),
            ("آیةالله", "آیت الله"),
            ("علاقمندان", "علاقه مندان"),
        ),
        near_misses=("رحمان", "اسماعیل", "حیوان", "آیه", "محجه", "علاقه مند"),
        source="«دستور خط فارسی», on Arabic words",
    ),
    Rule(
        id="search-double-waw",
        family="search",
        why="«داود», «طاوس» and «کاوس» are written with one و or with two.",
        pattern=f"(?<=[دطک]او)و(?=[دس])(?<!{_L}[دطک]اوو)",
        replacement="",
        literals=("اوو",),
        profiles=("SEARCH",),
        examples=(("داوود", "داود"), ("طاووس", "طاوس"), ("کاووسی", "کاوسی")),
        near_misses=("داود", "لهاوور", "گاوور"),
        source="«دستور خط فارسی», on و",
    ),
)
