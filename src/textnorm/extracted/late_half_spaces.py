"""Half-spaces that stand one letter too late: پشتب‌ام for پشت‌بام, میگ‌فتند for می‌گفتند.

A file may name the glyph behind a half-space as both; a reader that turns names round then sets the half-space behind the
letter, and in front of the same glyph elsewhere, where it means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..cache import BoundedCache
from ..chars import ARABIC_MARKS, HEH, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import SEEN, is_piece, standing
from .distinct import Found, PatternOfRuns
from .half_spaces import SUFFIXES, join_weight
from .word_evidence import WORDS_WITH_HALF_SPACES, Runs

RULE = "late-half-space"
_LONGEST = 40
_L = f"[{PERSIAN_LETTERS}]"
_W = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}]"
#: the end of «ها» behind a half-space, or a first letter before one: one of them at least is in such texts
_CLUE = lazy_pattern(
    f"{ZWNJ}(?:ا(?![{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}])|(?<={_L}.)(?<!{_W}{_L}.)(?<!{ZWNJ}{_L}.)(?<![{NON_JOINING}].)(?={_L}))"
)
_WORD = PatternOfRuns(f"(?<!{_W}){_L}{_W}*+(?:{ZWNJ}{_L}{_W}*+)+", Runs(WORDS_WITH_HALF_SPACES, ZWNJ))
#: words that prove the fault, at the least, and of how many words with half-spaces each of them is one
_LEAST, _SHARE = 4, 3
#: as many words to each one with a half-space in its place, at the least, where all others are taken for wrong
_MIXED = 8


def find_late_half_spaces(text: str) -> list[Edit]:
    """Return the edits that set each half-space before the letter that it follows, where several of them stand behind it.

    >>> text = "پشتب\u200cام همسایهه\u200cا میگ\u200cفتند جعبهه\u200cای رنگی"
    >>> [after.replace("\u200c", "|") for *_, after, _ in find_late_half_spaces(text)]
    ['|ب', '|ه', '|گ', '|ه']
    >>> [after.replace("\u200c", "|") for *_, after, _ in find_late_half_spaces("ه\u200cوا سرد است")]
    ['ه']
    >>> find_late_half_spaces("پشت\u200cبام و همسایه\u200cها می\u200cگفتند پشتب\u200cام")
    []
    """
    if _CLUE.search(text) is None:
        return []
    words = _WORD.find(text)
    found = [word for *_, word in words if _is_late[word]]
    late = len(found)
    if late < max(_LEAST, len(words) / _SHARE):
        return _few(words, found)
    sensible = sum(_stands(word.split(ZWNJ)) for *_, word in words)
    stays = _makes_sense if sensible * _MIXED > late else _stands
    return [
        edit
        for start, _, word in words
        if _is_late[word] or not stays(word.split(ZWNJ))
        for edit in _edits(word, start)
    ]


def _few(words: list[Found], late: list[str]) -> list[Edit]:
    """Return the edits of a text that has few such words, where they prove the fault by themselves and no more others speak against it."""
    sure = sum(map(_is_surely_late, late))
    if not sure or sure < len(words) / _SHARE:
        return []
    is_wrong = _is_surely_late if sure == 1 else _is_late.__getitem__
    return [edit for start, _, word in words if is_wrong(word) for edit in _edits(word, start)]


def _compute(word: str) -> bool:
    """Return whether the words between half-spaces make sense one letter earlier only."""
    parts = word.split(ZWNJ)
    if _makes_sense(parts):
        return False
    moved = _moved(parts)
    kept = [moved[0]]
    for part in moved[1:]:
        if _is_parted(kept[-1], part):
            kept.append(part)
        else:
            kept[-1] += part
    return (len(kept) > 1 and _stands(kept)) or all(
        part in SUFFIXES or standing(part) >= SEEN for part in kept
    )


_is_late: BoundedCache[str, bool] = BoundedCache(_compute, 1 << 13, _LONGEST)


def _is_surely_late(word: str) -> bool:
    """Return whether a word proves the fault by itself: but for «ـه‌ی» and «ـه‌ای» of words that the lexicon does not know."""
    if not _is_late[word]:
        return False
    parts = word.split(ZWNJ)
    ends_in_heh = [part[-1] == HEH and part[-2:] not in (HEH, 2 * HEH) for part in parts[:-1]]
    return not any(
        heh and part[0] in "ایٔ" and part != "ا" for heh, part in zip(ends_in_heh, parts[1:], strict=True)
    )


def _moved(parts: list[str]) -> list[str]:
    """Return the parts of a word with the last letter of each but the last one at the start of the next one."""
    last = [part[-1] for part in parts[:-1]]
    kept = [*(part[:-1] for part in parts[:-1]), parts[-1]]
    return [begins + part for begins, part in zip(["", *last], kept, strict=True)]


def _stands(parts: list[str]) -> bool:
    """Return whether half-spaces may join all parts of a word to the ones before."""
    return all(join_weight(*pair) > 0 for pair in pairwise(parts))


def _makes_sense(parts: list[str]) -> bool:
    """Return the same, or whether all parts are words."""
    return _stands(parts) or all(part in SUFFIXES or not is_piece[part] for part in parts)


def _edits(word: str, base: int) -> Iterator[Edit]:
    """Yield the edits that set the half-spaces of a word one letter earlier, and take out those that part no two words then."""
    at = base - 1
    parts = word.split(ZWNJ)
    before = ""
    for part, (left, right) in zip(parts, pairwise(_moved(parts)), strict=False):
        at += len(part) + 1
        parted = _is_parted(before + left, right)
        before = "" if parted else before + left
        yield at - 1, at + 1, (ZWNJ if parted else "") + part[-1], RULE


def _is_parted(left: str, right: str) -> bool:
    """Return whether a half-space stands between two parts: none does before a word, nor where they make one without it."""
    if not left:
        return False
    one = left[-1] in NON_JOINING and not join_weight(left, right)
    return not (one and (is_piece[left] or is_piece[right] or standing(left + right) >= SEEN))
