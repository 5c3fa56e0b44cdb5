"""The rows of a profile: each character that it changes inside Persian text, and what becomes of it."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple, get_args

from ..chars import ZWNJ
from ..normalisation import Options, normalise, rules

HalfSpace = Literal["nothing", "space", "keep"]
_BECOMES: dict[HalfSpace, str] = {"nothing": "", "space": " ", "keep": ZWNJ}

#: the rules that look at one character, whatever stands beside it
_OF_CHARACTERS = {
    "nfc",
    "odd-space",
    "presentation-form",
    "arabic-yeh",
    "arabic-kaf",
    "heh-variant",
    "rare-letter",
    "arabic-digit",
    "search-casefold",
    "search-sign",
    "search-digit",
    "search-mark",
    "search-letter",
}
#: each character is tried inside a word of Persian letters that no rule changes
_BEFORE, _AFTER = "این بد", "ند بود"
_ARABIC = ((0x600, 0x700), (0x750, 0x780), (0x870, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


class Table(NamedTuple):
    """What a profile does to single characters.

    rows         : each character that changes, and what becomes of it, in order of code points
    compositions : sequences of a letter and its marks that are written as one character first (normalisation
                   form C), where their characters one by one would become something else
    folds        : True where case and compatibility forms are folded too
    """

    rows: dict[str, str]
    compositions: dict[str, str]
    folds: bool


def beyond_form_c(table: Table) -> dict[str, str]:
    """Return the rows that do more than normalisation form C."""
    return {
        source: target
        for source, target in table.rows.items()
        if unicodedata.normalize("NFC", source) != target
    }


def character_level(options: Options) -> Options:
    """Return *options* without what looks at words, at gaps, or at more than one character."""
    others = {rule.id for rule in rules()} - _OF_CHARACTERS
    return replace(options, joins="none", ignore=options.ignore | others)


@cache
def make_table(options: Options, half_space: HalfSpace) -> Table:
    """Return the table of *options*, made by its own rules, with its half-spaces as *half_space* says.

    A ligature of letters that Persian does not have becomes what its letters become: a table cannot leave a word alone
    because it is of another language.

    >>> from textnorm import ENCODING
    >>> make_table(ENCODING, "keep").rows["ك"]
    'ک'
    """
    if half_space not in get_args(HalfSpace):
        raise ValueError(f"half_space must be one of {', '.join(_BECOMES)}, not {half_space!r}")
    became = {
        character: after.replace(ZWNJ, _BECOMES[half_space])
        for character, after in _by_rules(options).items()
    }
    rows = {character: after for character, after in became.items() if after != character}
    rows = {source: _mapped(target, rows) for source, target in rows.items()}
    return Table(rows, _compositions(rows), options.fold)


@cache
def _by_rules(options: Options) -> dict[str, str]:
    """Return what the rules make of each candidate, alone inside a word."""
    candidates = _candidates()
    lines = "\n".join(f"{_BEFORE}{character}{_AFTER}" for character in candidates)
    after = normalise(lines, character_level(options)).split("\n")
    return {
        character: line.removeprefix(_BEFORE).removesuffix(_AFTER)
        for character, line in zip(candidates, after, strict=True)
    }


def _mapped(text: str, rows: dict[str, str]) -> str:
    return "".join(rows.get(character, character) for character in text)


@cache
def _candidates() -> str:
    """Return the characters that a profile may change: those of Arabic script, and those with another form."""
    arabic = {chr(code) for first, end in _ARABIC for code in range(first, end)} | {ZWNJ}
    every = map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1)))
    return "".join(
        character
        for character in every
        if character not in _LINE_ENDS and (character in arabic or _is_candidate(character))
    )


def _is_candidate(character: str) -> bool:
    """Return whether a character is a sign that may be folded, or not in the form of compatibility and case."""
    if unicodedata.category(character) in ("Cf", "Zs", "Pi", "Pf", "Ps"):
        return True
    return unicodedata.normalize("NFKC", character.casefold()) != character


def _compositions(rows: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code in range(0xC0, 0x30000):
        character = chr(code)
        if not unicodedata.decomposition(character) or unicodedata.normalize("NFC", character) != character:
            continue
        whole = rows.get(character, character)
        for apart in _spellings(character):
            if _mapped(apart, rows) != whole:
                found[apart] = whole
    return found


def _spellings(character: str) -> set[str]:
    """Return the sequences that form C writes as *character*: wholly taken apart, and only by its last mark."""
    whole = unicodedata.normalize("NFD", character)
    shorter = unicodedata.normalize("NFC", whole[:-1]) + whole[-1:]
    return {
        apart
        for apart in (whole, shorter)
        if apart != character and unicodedata.normalize("NFC", apart) == character
    }
