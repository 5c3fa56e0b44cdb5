"""Words that are right in one although edited text joins their halves, and lines that lost their half-spaces, where these are cut too."""

from __future__ import annotations

from ...chars import ARABIC_LETTERS, HEH, YEH, ZWNJ
from ...lazy import lazy_pattern
from ...lexicon import load
from ...lexicon.flags import WORD, cuts
from . import ids
from .inflected import inflected_compound
from .living import Split
from .morphemes import segment_word

#: half-spaces that a rule about single words has set before
_EZAFE = lazy_pattern(f"{HEH}{ZWNJ}{YEH}(?![{ARABIC_LETTERS}])")


def stripped_points(word: str) -> tuple[Split, ...]:
    """Return the split points of a morpheme that lost its half-spaces, if its text did: «کشتیرانی»."""
    value = load().get(word)
    if value & WORD:
        return tuple((place, ids.STRIPPED) for place in cuts(value))
    return inflected_compound(word, ids.STRIPPED)


def segment_stripped(word: str) -> tuple[list[str], list[Split]]:
    """Return the morphemes of *word* and the split points that it lacks, if its text lost its half-spaces."""
    known, lacking = segment_word(word)
    morphemes: list[str] = []
    at = 0
    for morpheme in known:
        while word.startswith(ZWNJ, at):
            at += 1
        start = 0
        for place, rule in stripped_points(morpheme):
            morphemes.append(morpheme[start:place])
            lacking.append((at + place, rule))
            start = place
        morphemes.append(morpheme[start:])
        at += len(morpheme)
    return morphemes, sorted(lacking)


def has_no_half_spaces(line: str) -> bool:
    """Return whether no half-space is left in *line*, but for those before an ezafe, which come back one by one."""
    return ZWNJ not in line or ZWNJ not in _EZAFE.sub("", line)
