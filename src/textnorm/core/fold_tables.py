"""Makes the tables of the folds: what each character becomes by itself, and where the rules must be asked.

Nothing here is a rule: each answer is what the rules of the folds do to a character, alone and beside others.
"""

from __future__ import annotations

import unicodedata
from array import array

from ..chars import ARABIC_MARKS, BIDI_MARKS, NON_ASCII_SPACES, PERSIAN_LETTERS, ZWNJ
from ..lazy import lazy_pattern
from ..ruleset import search, search_characters, search_spellings, search_words
from ..ruleset.joiners.affixes import GLUED, VERB_PREFIXES
from .tables import rows

#: what the map says of a character, in the bits above the one that it becomes: as in native/fold.h
FLAGS = (
    "asked outside_code thousands percent closing foreign numeral code colon before_colon direction".split()
)
_FIRST_FLAG = 21
_PAGE, _ARABIC, _DROP = 256, 0x600, 0xFFFF
#: letters in a row of the tables
_LONGEST_ROW = 7
#: words that say nothing of the half-space behind them, but by their last letter
_HOSTS = ("برگ", "خانه", "کشتی")
#: of characters beyond these the rules are asked
_KNOWN = 0x20000
_CHARACTERS = [chr(number) if not 0xD800 <= number < 0xE000 else "" for number in range(_KNOWN)]
_MARK = lazy_pattern(f"[{ARABIC_MARKS}]")
#: letters of syllables that are composed of them
_JAMO = [range(0x1100, 0x1200), range(0xA960, 0xA980), range(0xD7B0, 0xD800)]
_RULES = {rule.id: rule for rule in (*search_characters.RULES, *search.LAST)}


def make() -> dict[str, bytes]:
    """Return the sections of the folds."""
    return {
        **_pages(_entries()),
        "fold_letters": _letters(),
        "fold_starts": rows(sorted({start[:_LONGEST_ROW] for start in search_words.STARTS})),
        "fold_be": rows([search_words.BE]),
        **_half_spaces(),
        "fold_pieces": rows(sorted({*search_words.PIECES, *search_spellings.PIECES})),
        "fold_endings": rows(search_words.ENDINGS),
        "fold_open_signs": rows(sorted(_changed_by("search-stray-joiner", "", f"{ZWNJ}a"))),
        "addresses": rows(["www."]),
    }


def _entries() -> list[int]:
    """Return the number of each character in the map."""
    characters = [character if character != "\n" else "" for character in _CHARACTERS]
    folded = _each(characters, "search-casefold", "search-sign", "search-digit")
    again = _each(folded, "search-casefold", "search-sign", "search-digit")
    flags = _flags()
    dashes = flags["outside_code"]
    entries = []
    for number, (character, becomes) in enumerate(zip(characters, folded, strict=True)):
        becomes = "-" if becomes in dashes else becomes
        if again[number] != folded[number] or _depends(character, becomes):
            entries.append(1 << _FIRST_FLAG)
            continue
        own = sum(
            1 << _FIRST_FLAG + FLAGS.index(name)
            for name in flags
            if _has(name, flags[name], character, becomes)
        )
        entries.append((ord(becomes) if becomes != character else 0) | own)
    entries[ord("\n")] = 0
    return entries + [1 << _FIRST_FLAG] * (0x110000 - _KNOWN)


def _each(characters: list[str], *names: str) -> list[str]:
    """Return what some rules, one after another, make of each character by itself."""
    text = "\n".join(characters)
    for name in names:
        text = _RULES[name].apply(text)
    return text.split("\n")


def _depends(character: str, becomes: str) -> bool:
    """Return whether what becomes of a character depends on what stands beside it, or is none, or several."""
    if len(becomes) != 1 or character in NON_ASCII_SPACES or any(ord(character) in part for part in _JAMO):
        return True
    if _RULES["search-unseen"].apply(character) != character:
        return True
    marks = unicodedata.combining(character) or unicodedata.combining(becomes)
    return bool(marks) and (character != becomes or not _MARK.match(character))


def _flags() -> dict[str, set[str]]:
    """Return the characters that a rule looks for beside others, and those that may be code or an address."""
    ascii_characters = "".join(map(chr, range(128)))
    return {
        "outside_code": _changed_by("search-dash", "", ""),
        "thousands": _changed_by("search-thousands", "1", "000"),
        "percent": _changed_by("search-percent", "1 ", ""),
        "closing": _changed_by("search-script-border", "", f"{ZWNJ}ب"),
        "foreign": _changed_by("search-script-border", "ب", ""),
        "numeral": set("0123456789"),
        "code": set("`"),
        "direction": set(BIDI_MARKS),
        "colon": set(":"),
        "before_colon": {c for c in ascii_characters if c.isalnum() or c in "+.-"},
    }


def _has(name: str, characters: set[str], character: str, becomes: str) -> bool:
    return character in characters or (name != "outside_code" and becomes in characters)


def _changed_by(name: str, before: str, behind: str) -> set[str]:
    """Return the characters for which a rule changes a line of these three."""
    characters = [c for c in _CHARACTERS if c and c not in "\n"]
    text = "\n".join(f"{before}{character}{behind}" for character in characters)
    size = len(before) + len(behind) + 2
    return {characters[start // size] for start, *_ in _RULES[name].edits(text)}


def _half_spaces() -> dict[str, bytes]:
    """Return parts of words beside which a half-space goes: behind the one, before the other; and where it may be a space all the same."""
    becomes = search.half_space_becomes
    ends = [
        end
        for end in (*GLUED, *PERSIAN_LETTERS)
        if not any(becomes(host, end) for host in _HOSTS) and not search_words.parted_and(end)
    ]
    starts = sorted(VERB_PREFIXES)
    lefts = [
        left
        for left in search_words.LEFTS
        if left in VERB_PREFIXES or any(becomes(left, end) for end in ends)
    ]
    return {
        "glued_ends": rows(dict.fromkeys(ends)),
        "glued_starts": rows(starts),
        "apart_starts": rows(lefts),
        "apart_ends": rows([*search_words.RIGHTS, search_words.AND]),
    }


def _pages(entries: list[int]) -> dict[str, bytes]:
    """Return the map in pages that stand once each, and the page of each 256 characters."""
    pages, table = array("H"), array("I")
    seen: dict[tuple[int, ...], int] = {}
    for start in range(0, len(entries), _PAGE):
        page = tuple(entries[start : start + _PAGE])
        if page not in seen:
            seen[page] = len(seen)
            table.extend(page)
        pages.append(seen[page])
    return {"fold_pages": pages.tobytes(), "fold_map": table.tobytes()}


def _letters() -> bytes:
    """Return what the last folds make of each letter and mark of the Arabic block: 0 for what stays, _DROP for what goes."""
    found = array("H")
    for character in map(chr, range(_ARABIC, _ARABIC + _PAGE)):
        becomes = _RULES["search-letter"].apply(_RULES["search-mark"].apply(character))
        found.append(0 if becomes == character else ord(becomes) if becomes else _DROP)
    return found.tobytes()
