"""Damage done by encodings: mojibake, entities, controls, unnormalised marks, non-ASCII spaces.

These rules see the whole text, Latin included; entities alone keep out of code and URLs.
"""

from __future__ import annotations

import unicodedata

from ..chars import ARABIC_DIGITS, INVISIBLE, LETTER_VARIANTS, NON_ASCII_SPACES
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule
from . import controls
from .entities import ENTITY
from .mojibake import MOJIBAKE_1252, MOJIBAKE_1256
from .protection import outside_blocks
from .stream_safe import stream_safe

_LINE = lazy_pattern(r"[^\n]+")
_INK = lazy_pattern(r"\S+")


def _nfc(text: str) -> list[Edit]:
    return [
        (*word.span(), after, "nfc")
        for start, end in stream_safe(text)
        for line in _LINE.finditer(text, start, end)
        if not unicodedata.is_normalized("NFC", line[0])
        for word in _INK.finditer(text, line.start(), line.end())
        if (after := unicodedata.normalize("NFC", word[0])) != word[0]
    ]


_ODD = lazy_pattern(f"[{NON_ASCII_SPACES}]")


def _odd_spaces(text: str) -> list[Edit]:
    """Return spaces other than the plain one, but for those of code over several lines, where they may be meant."""
    return [(*space.span(), " ", "odd-space") for space in outside_blocks(_ODD, text)]


NFC = Rule(
    id="nfc",
    family="encoding",
    scope="text",
    why="The same letter with its mark is written in one way: normalisation form C.",
    find=_nfc,
    harmless_chars=frozenset("".join(LETTER_VARIANTS))
    | set(ARABIC_DIGITS + INVISIBLE + NON_ASCII_SPACES[:1] + "\u0640"),
    examples=(("cafe\u0301", "café"), ("ا\u0653ب", "آب")),
    near_misses=("همهٔ", "کاملاً"),
    source="UAX #15",
)

ODD_SPACE = Rule(
    id="odd-space",
    family="spaces",
    scope="text",
    why="No-break, thin, wide and ideographic spaces become a plain space; they are never just deleted.",
    find=_odd_spaces,
    trigger_chars=frozenset(NON_ASCII_SPACES),
    examples=(("باد\u00a0خنک", "باد خنک"), ("100\u202f% sure", "100 % sure")),
    near_misses=("می\u200cرود", "```\nباد\u00a0خنک\n```"),
    source="Unicode category Zs",
)

#: what brings to light what a text says; lines that windows-1256 shows would detain ftfy to no purpose
DECODING = (MOJIBAKE_1256, MOJIBAKE_1252, ENTITY)
RULES = (
    *DECODING,
    Rule(
        id="terminal-escape",
        family="encoding",
        scope="text",
        why="Colour codes of a terminal are no part of the text.",
        pattern="\x1b\\[[0-9;?]{0,32}[A-Za-z]",
        trigger_chars=frozenset("\x1b"),
        examples=(("\x1b[31mred\x1b[0m", "red"),),
        near_misses=("[31m",),
        source="ECMA-48",
    ),
    *controls.RULES,
    NFC,
    ODD_SPACE,
)
