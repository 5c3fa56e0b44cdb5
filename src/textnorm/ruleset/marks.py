"""Marks and invisible characters that are taken away: tatweel, short vowels, bidi marks, look-alikes of the ZWNJ."""

from __future__ import annotations

import re

from ..chars import (
    ARABIC_LETTERS,
    ARABIC_MARKS,
    BIDI_CONTROLS,
    BIDI_MARKS,
    BOM,
    INVISIBLE,
    NON_JOINING,
    NOT_SIGN,
    SHORT_VOWELS,
    SHY,
    WORD_JOINER,
    YEH,
    ZWJ,
    ZWNJ,
    ZWSP,
)
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon import is_word
from ..ruleset.rule import Rule
from ..script.words import in_persian_letters
from .telling_vowels import find_vowels

_L = f"[{ARABIC_LETTERS}]"
_BIDI = BIDI_MARKS + BIDI_CONTROLS
#: those that keyboards have; what closes an embedding stands for no half-space
TYPED = "".join(control for control in _BIDI if control not in "\u202c\u2069")
FAKE = ZWJ + NOT_SIGN + ZWSP + BOM + WORD_JOINER
_WORD_WITH_SHY = lazy_pattern(
    f"(?<![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])"  # from the start of a word only, or long words cost their square
    f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]++(?:{SHY}++[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]++)+"
)
_WORD_WITH_ZWJ = lazy_pattern(
    f"(?<![{ARABIC_LETTERS}{ARABIC_MARKS}])"
    f"[{ARABIC_LETTERS}{ARABIC_MARKS}]++(?:[{ZWNJ}{ZWJ}]++[{ARABIC_LETTERS}{ARABIC_MARKS}]++)+"
)
#: what stands before a soft hyphen that is a half-space, and behind one; and what a short word there begins with
SEAM_PREFIXES = frozenset("می نمی همی بی".split())
SEAM_SUFFIXES = frozenset(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین تری ام ای ایم اید اند اش ات مان تان شان".split()
)
SEAM_STARTS = ("آ",)


_TATWEEL = lazy_pattern("\u0640+|\n")
_STRETCHES = lazy_pattern(f"(?<=[{ARABIC_LETTERS}{ARABIC_MARKS}{INVISIBLE}])\u0640")
_BEGINS = lazy_pattern(f"\u0640++(?=[{ARABIC_LETTERS}])")
_ENDS = lazy_pattern(f"\u0640++(?![{ARABIC_LETTERS}{ARABIC_MARKS}{INVISIBLE}])")


def _tatweels(text: str) -> list[Edit]:
    """Return tatweels behind a letter; but one that begins a word and one that ends a word, further on, may be a pair of dashes."""
    edits: list[Edit] = []
    opened = False
    for match in _TATWEEL.finditer(text):
        start, end = match.span()
        if match[0] == "\n":
            opened = False
        elif not _STRETCHES.match(text, start):
            opened = _BEGINS.match(text, start) is not None
        elif opened and _ENDS.match(text, start):
            opened = False
        else:
            edits.append((start, end, "", "tatweel"))
    return edits


def _soft_hyphens(text: str) -> list[Edit]:
    """Return the edits of soft hyphens: between two words of a compound, or before an ending, one is a ZWNJ; within a word nothing."""
    edits: list[Edit] = []
    for match in _WORD_WITH_SHY.finditer(text):
        at = match.start()
        for part in match[0].split(ZWNJ):
            edits += _seams(part, at)
            at += len(part) + 1
    return edits


def _seams(word: str, at: int) -> list[Edit]:
    """Return the edits for the soft hyphens of one word (or part of one, between ZWNJs) that starts at *at*."""
    parts = re.split(f"({SHY}+)", word)
    whole = _is_word("".join(parts[::2]))
    edits: list[Edit] = []
    for index, part in enumerate(parts):
        if index % 2:
            seam = not whole and _is_seam(parts[index - 1], parts[index + 1])
            edits.append((at, at + len(part), ZWNJ if seam else "", "soft-hyphen"))
        at += len(part)
    return edits


def _joiners(text: str) -> list[Edit]:
    """Return the edits of joiners that say of the letters of one word that they join, which they do by themselves."""
    return [
        (at, at + 1, "", "zwj-in-word")
        for match in _WORD_WITH_ZWJ.finditer(text)
        if ZWJ in match[0] and _is_in_pieces(re.split(f"{ZWJ}+", match[0].replace(ZWNJ, "")))
        for at in range(match.start(), match.end())
        if text[at] == ZWJ
    ]


def _is_in_pieces(parts: list[str]) -> bool:
    """Tell whether joiners part a word that is known whole, or single letters from it: they are no half-spaces then."""
    seam = parts[0] in SEAM_PREFIXES or parts[-1] in SEAM_SUFFIXES
    if not seam and _is_word("".join(parts)):
        return True
    ezafe = parts[-1] == YEH and parts[-2].endswith("ه")
    return any(len(part) == 1 for part in (parts[:-1] if ezafe else parts))


def _is_seam(left: str, right: str) -> bool:
    if not left or not right or left[-1] in NON_JOINING:
        return False
    if left in SEAM_PREFIXES:
        return len(right) > 1
    return (
        len(left) > 1
        and _is_word(left)
        and (
            right in SEAM_SUFFIXES or ((len(right) > 2 or right.startswith(SEAM_STARTS)) and _is_word(right))
        )
    )


def _is_word(word: str) -> bool:
    return is_word(in_persian_letters(word))


RULES = (
    Rule(
        id="tatweel",
        family="marks",
        why="Tatweel only stretches a word on the screen. Where it stands alone, as a dash, or begins a word, to show"
        " that an ending is joined («ـها»), it stays, and so does the other one of a pair of dashes.",
        find=_tatweels,
        trigger_chars=frozenset("\u0640"),
        examples=(("ســلام", "سلام"), ("هــا", "ها"), ("باد\u0640 آمد", "باد آمد")),
        near_misses=("الف \u0640 ب", "پسوند \u0640ها", "باد \u0640که آمد\u0640 رفت"),
        source="Unicode; hazm and virastar agree",
    ),
    Rule(
        id="short-vowel",
        family="marks",
        why="A few short-vowel marks strewn over a sentence hide its words from search. Tanvin, hamza and madda"
        " are spelling and stay; fully vocalised passages are quotations and stay, and so does a vowel that alone tells"
        " a word from another one («نُه» is nine, «نه» is no).",
        find=find_vowels,
        trigger_chars=frozenset(SHORT_VOWELS),
        examples=(("بَعد از باران", "بعد از باران"), ("گِلِ رُس", "گِل رس"), ("می‌شَوَد", "می‌شود")),
        near_misses=("کاملاً", "همهٔ", "بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ", "نُه تن", "می‌کُشد", "در حال اِعمال محدودیت"),
        source="«دستور خط فارسی», on marks",
    ),
    Rule(
        id="bidi-as-zwnj",
        family="marks",
        why="Old editors typed a direction mark where the half-space belongs: between two letters it is one.",
        trigger_chars=frozenset(_BIDI),
        pattern=f"(?<={_L})(?<![{NON_JOINING}])[{TYPED}{ZWNJ}]*[{TYPED}][{TYPED}{ZWNJ}]*(?={_L})",
        replacement=ZWNJ,
        examples=(("می\u200fرود", "می\u200cرود"),),
        near_misses=("می\u200cرود",),
        source="Microsoft Persian keyboards before 2000",
    ),
    Rule(
        id="bidi-mark",
        family="marks",
        why="Stray direction marks in Persian text change nothing on the screen and break search.",
        trigger_chars=frozenset(_BIDI),
        pattern=f"[{_BIDI}]+",
        examples=(("\u200fباد خنک\u200e بود", "باد خنک بود"),),
        near_misses=("می\u200cرود",),
        source="UAX #9",
    ),
    Rule(
        id="soft-hyphen",
        family="marks",
        why="A soft hyphen stands for a half-space before an ending or inside a compound, else for nothing.",
        find=_soft_hyphens,
        trigger_chars=frozenset(SHY),
        literals=(SHY,),
        examples=(
            ("شیوه\u00adها", "شیوه\u200cها"),
            ("برنامه\u00adریزی", "برنامه\u200cریزی"),
            ("کتا\u00adب", "کتاب"),
        ),
        near_misses=("کتاب",),
        source="scrapes of pages made with Word",
    ),
    Rule(
        id="zwj-in-word",
        family="marks",
        why="Library catalogues write a joiner behind each letter that joins the next, as it does by itself. In a word that is known"
        " whole, or beside a single letter, joiners stand for nothing.",
        find=_joiners,
        trigger_chars=frozenset(ZWJ),
        literals=(ZWJ,),
        examples=(
            ("م\u200dق\u200dدم\u200dه", "مقدمه"),
            ("ای\u200dران", "ایران"),
            ("ن\u200dس\u200dخ\u200dه خ\u200dطی", "نسخه خطی"),
        ),
        near_misses=("ه\u200d.ش", "کتاب\u200cها"),
        source="records of the National Library of Iran",
    ),
    Rule(
        id="zwnj-lookalike",
        family="marks",
        why="¬, zero-width space, joiner, word joiner and BOM between two letters stand where a ZWNJ stood.",
        trigger_chars=frozenset(FAKE),
        pattern=f"(?<={_L})[{FAKE}{ZWNJ}]*[{FAKE}][{FAKE}{ZWNJ}]*(?={_L})",
        replacement=ZWNJ,
        examples=(("می¬رود", "می\u200cرود"), ("خانه\u200bها", "خانه\u200cها")),
        near_misses=("¬ نشان نقیض است", "ه\u200d.ش"),
        source="scrapes of pages made with Word and Zarnegar",
    ),
    Rule(
        id="stray-invisible",
        family="marks",
        why="Zero-width spaces, soft hyphens, word joiners and byte order marks beside no letter are artefacts.",
        trigger_chars=frozenset(ZWSP + BOM + WORD_JOINER + SHY),
        pattern=f"[{ZWSP}{BOM}{WORD_JOINER}{SHY}]+",
        examples=(("باد \u200bخنک", "باد خنک"), ("\ufeffباد", "باد")),
        near_misses=("می\u200cرود", "ه\u200d.ش"),
        source="Unicode",
    ),
)
