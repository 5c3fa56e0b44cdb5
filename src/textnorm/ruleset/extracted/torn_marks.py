"""Hamza, tanvin and short vowels that a reader tore from their letter, doubled, or strewed for ornament."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm.chars import ARABIC_MARKS, HAMZA_ABOVE, HEH, PERSIAN_LETTERS, TATWEEL, TEH_MARBUTA, ZWNJ
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern

from .known import LISTED, SEEN, standing

TORN_HAMZA, TORN_TANVIN, TORN_VOWEL = "torn-hamza", "torn-tanvin", "torn-vowel"
_FATHATAN = "\N{ARABIC FATHATAN}"
_DAMMATAN, _KASRATAN = "\N{ARABIC DAMMATAN}", "\N{ARABIC KASRATAN}"
_L = f"[{PERSIAN_LETTERS}]"
_END = f"(?![{PERSIAN_LETTERS}{ARABIC_MARKS}])"
_VOWELS = "\u064e\u064f\u0650\u0651\u0652\u0670"

#: hamza before its heh, or behind a space; «میؤه» is how normalisation form C writes it behind a vav
_HAMZA = lazy_pattern(
    f"(?<!{_L})({_L}{{1,20}})(?: ?{HAMZA_ABOVE} ?{HEH}{_END}|{HEH} {{1,2}}{HAMZA_ABOVE} ?(?={_L}|[\\s،.؛:]|$)"
    f"|(?<=ؤ){HEH}{_END}|{HEH}[{_DAMMATAN}{_KASRATAN}{TEH_MARBUTA}]{_END})"
)
#: what calls for a closer look: a hamza that follows no heh, and the other ways of writing it
ODD_HAMZA = lazy_pattern(f"{HAMZA_ABOVE}(?<!{HEH}{HAMZA_ABOVE})")
_ODD_LETTER = lazy_pattern(f"[ؤ{TEH_MARBUTA}{_DAMMATAN}{_KASRATAN}](?:(?<=ؤ)(?={HEH})|(?<={HEH}[^ؤ]))")
HAMZA_NEEDS = (HAMZA_ABOVE, f"ؤ{HEH}", HEH + TEH_MARBUTA, HEH + _DAMMATAN, HEH + _KASRATAN)


def find_torn_hamza(run: str) -> list[Edit]:
    """Return the edits that put the small hamza on its heh.

    >>> find_torn_hamza("خان\u0654ه ما")
    [(3, 5, 'ه\u0654', 'torn-hamza')]
    """
    return [
        (start, end, after, TORN_HAMZA)
        for match in _near(
            _HAMZA, (ODD_HAMZA, _ODD_LETTER) if _may_hold_odd_letters(run) else (ODD_HAMZA,), run
        )
        for start, end, after in _hamza_edit(match)
    ]


def _may_hold_odd_letters(run: str) -> bool:
    # a string is found sooner where its first character is looked for before, which most texts do not have
    first, both = HAMZA_NEEDS[1][0], HAMZA_NEEDS[1]
    return (first in run and both in run) or TEH_MARBUTA in run or _DAMMATAN in run or _KASRATAN in run


#: letters before and after a torn mark in which its word is looked for
_BEFORE, _AFTER = 26, 12


def _near(pattern: re.Pattern[str], signs: tuple[re.Pattern[str], ...], run: str) -> list[re.Match[str]]:
    """Return the matches of `pattern` round the places of `signs`, which are few, in order."""
    places = sorted(sign.start() for odd in signs for sign in odd.finditer(run))
    found: list[re.Match[str]] = []
    last = 0
    for place in places:
        matches = list(pattern.finditer(run, max(last, place - _BEFORE), place + _AFTER))
        found += matches
        last = matches[-1].end() if matches else last
    return found


def _hamza_edit(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    stem, tail = match[1], match[0][len(match[1]) :]
    start = match.end(1)
    if stem.endswith("ؤ") and tail == HEH:
        stem, start, known = stem[:-1] + "و", start - 1, standing(match[0])
        if known or standing(stem + HEH) < SEEN:
            return
        yield start, match.end(), "و" + HEH + HAMZA_ABOVE
    elif not stem.endswith(HEH) and standing(stem + HEH) >= LISTED:
        space = (
            " "
            if tail.endswith(" ")
            or (tail.startswith(f"{HEH} ") and match.string[match.end() : match.end() + 1].isalpha())
            else ""
        )
        yield start, match.end(), HEH + HAMZA_ABOVE + space


def find_torn_tanvin(run: str) -> list[Edit]:
    """Return the edits that put tanvin behind the alef that carries it, where no other space than one before it is to go.

    >>> find_torn_tanvin("لطف \u064bا بیا")
    [(3, 6, 'ا\u064b', 'torn-tanvin')]
    >>> find_torn_tanvin("مثً ال")
    []
    """
    return [
        edit
        for edit in find_scattered_tanvin(run)
        if " " not in (tail := run[edit[0] : edit[1]])
        or (tail.startswith(f" {_FATHATAN}") and tail.count(" ") == 1)
    ]


def find_scattered_tanvin(run: str) -> list[Edit]:
    """Return the same edits, and those where spaces stand between all of the pieces."""
    edits: list[Edit] = []
    for match in _near(_TORN, (_ODD_TANVIN, _LONE_TANVIN), run):
        stem, tail = match[1], match[2]
        letters = tail.replace(" ", "").replace("\n", "")
        after = WHOLE_TAILS.get(letters)
        if after is None or after + _FATHATAN == tail:
            continue
        if standing(stem + after + _FATHATAN) >= LISTED or standing(stem + after) >= SEEN:
            edits.append((match.start(2), match.end(2), after + _FATHATAN, TORN_TANVIN))
    return edits


#: what is left of «ا» or «لا» with its tanvin when the spaces are taken out, and the letters that it shows
WHOLE_TAILS = {
    f"{_FATHATAN}ا": "ا",
    f"ا{_FATHATAN}": "ا",
    f"{_FATHATAN}لا": "لا",
    f"{_FATHATAN}ال": "لا",
    f"لا{_FATHATAN}": "لا",
    f"ال{_FATHATAN}": "لا",
    f"ا{_FATHATAN}ل": "لا",
    f"ل{_FATHATAN}ا": "لا",
}
#: what calls for a closer look: a tanvin that follows no alef
_ODD_TANVIN = lazy_pattern(f"{_FATHATAN}(?:(?<!ا{_FATHATAN})|(?=ل))")
_LONE_TANVIN = lazy_pattern(f"{_FATHATAN}(?:(?<= ا{_FATHATAN})|(?<= لا{_FATHATAN}))")
_TORN = lazy_pattern(
    f"(?<!{_L})({_L}{{1,20}}?)((?: ?(?:{'|'.join(' ?'.join(tail) for tail in sorted(WHOLE_TAILS, key=len, reverse=True))}))){_END}"
)

_VOWEL = lazy_pattern(f"(?<!{_L})({_L}{{1,12}}) ([{_VOWELS}]+) ?({_L}{{0,20}})")


def find_torn_vowels(run: str) -> list[Edit]:
    """Return the edits that take out the space before a short vowel that was torn from its letter."""
    edits: list[Edit] = []
    for match in _VOWEL.finditer(run):
        whole = match[1] + match[3]
        together = (
            bool(match[3]) and standing(whole) >= SEEN and (len(match[1]) == 1 or standing(match[1]) < SEEN)
        )
        if together:
            edits.append((match.end(1), match.start(3), match[2], TORN_VOWEL))
    return edits


#: marks and half-spaces strewn between tatweels
ORNAMENT = (
    f"(?<={_L})[{ARABIC_MARKS}]*{TATWEEL}+(?:[{ARABIC_MARKS}{ZWNJ}]+{TATWEEL}+)+[{ARABIC_MARKS}]*(?={_L})"
)
DOUBLED = f"([{ARABIC_MARKS}])\\1+"
