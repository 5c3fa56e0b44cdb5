"""The small hamza of an ezafe that a reader tore from its heh, often without the heh: بست … ٔ for بستهٔ."""

from __future__ import annotations

import re

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS, HAMZA_ABOVE, HEH, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import FREQUENT, SEEN, standing

RULE = "lost-heh"
_L = f"[{PERSIAN_LETTERS}]"
#: a hamza that stands on no letter, the space behind it, and the run of words that it begins
_STRAY = lazy_pattern(
    f"{HAMZA_ABOVE}(?<![{ARABIC_LETTERS}{ARABIC_MARKS}].)(?![{ARABIC_MARKS}{HEH}])"
    f"( ?)([^\\nA-Za-z{DIGITS}{HAMZA_ABOVE}]*+)"
)
#: a heh with its hamza alone, and the run of words behind it
_APART = lazy_pattern(
    f"{HEH}{HAMZA_ABOVE}(?<![{ARABIC_LETTERS}{ARABIC_MARKS}]..) ([^\\nA-Za-z{DIGITS}{HAMZA_ABOVE}]*+)"
)
#: a hamza on a letter that takes none, at the end of a word
_ON_ANOTHER = lazy_pattern(
    f"{HAMZA_ABOVE}(?<![{ARABIC_MARKS}{HEH}اوی].)(?<=({_L}).)(?![{ARABIC_LETTERS}{ARABIC_MARKS}])"
)
_WORD_ENDING = lazy_pattern(f"{_L}(?<![{PERSIAN_LETTERS}{ARABIC_MARKS}].){_L}{{1,19}}$")
_WORD_BEFORE = lazy_pattern(f"({_L}(?<!{_L}.){_L}{{1,19}}) $")
_FIRST_WORD = lazy_pattern(f"({_L}{{2,20}})(?![{PERSIAN_LETTERS}{ARABIC_MARKS}])")
_LAST_WORD = lazy_pattern(f'({_L}(?<![{PERSIAN_LETTERS}{ARABIC_MARKS}].){_L}{{1,19}})[ ("]?$')
#: a word in heh without its hamza
_OTHER = lazy_pattern(f"{_L}{HEH}(?![{PERSIAN_LETTERS}{ARABIC_MARKS}])")
_SHORTEST, _LONGEST = 3, 23


def find_lost_heh(text: str) -> list[Edit]:
    """Return the edits that put a stray hamza on the heh that it stood on, and the heh where it was lost.

    It belongs to the word before it if that lacks its heh, to the first word of the run that it begins if that ends in
    heh, or else to the last one.

    >>> [after for *_, after, _ in find_lost_heh("از سد \u0654 نهم")]
    ['ه\u0654']
    >>> [edit[:3] for edit in find_lost_heh("\u0654نصب نسخ 3.12")]
    [(0, 1, ''), (8, 8, 'ه\u0654')]
    >>> [edit[:3] for edit in find_lost_heh("\u0654مؤسسه در سال")]
    [(0, 1, ''), (6, 6, '\u0654')]
    >>> [edit[:3] for edit in find_lost_heh("محترم ه\u0654 کتابخان مرکزی")]
    [(6, 9, ''), (16, 16, 'ه\u0654')]
    >>> [edit[:3] for edit in find_lost_heh("این جمل\u0654 بلند")]
    [(7, 7, 'ه')]
    >>> find_lost_heh("خانه\u0654 ما"), find_lost_heh("\u0654 و باد")
    ([], [])
    """
    if HAMZA_ABOVE not in text:
        return []
    edits = [edit for stray in _STRAY.finditer(text) for edit in _repaired(stray)]
    edits += [
        (at, at, HEH, RULE) for found in _ON_ANOTHER.finditer(text) if _ends_word(text, at := found.start())
    ]
    edits += [edit for apart in _APART.finditer(text) for edit in _joined(apart)]
    return sorted(edits)


def _ends_word(text: str, at: int) -> bool:
    """Return whether a known word ends at the place `at` if a heh stands there."""
    word = _WORD_ENDING.search(text, max(0, at - _LONGEST), at)
    return word is not None and _takes_heh(word[0])


def _joined(apart: re.Match[str]) -> list[Edit]:
    """Return the edits that set a heh with its hamza behind the first or the last word behind it, which lacks it, unless the word
    before it does: that is the matter of torn words."""
    text, at = apart.string, apart.start()
    before = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
    takes = before is not None and _takes_heh(before[1])
    if before is not None and takes and standing(before[1]) < SEEN:
        return []
    start, end = apart.span(1)
    hosts = (_FIRST_WORD.match(text, start, end), _LAST_WORD.search(text, max(start, end - _LONGEST), end))
    words = [word for word in hosts if word is not None and _takes_heh(word[1])]
    likely = None if takes or not words else words[0]
    word = next((word for word in words if standing(word[1]) < SEEN), likely)
    if word is None or len(word[1]) < _SHORTEST:
        return []
    return [(at, start, "", RULE), (word.end(1), word.end(1), HEH + HAMZA_ABOVE, RULE)]


def _repaired(stray: re.Match[str]) -> list[Edit]:
    text, at = stray.string, stray.start()
    before = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
    if before is not None:
        takes = stray[1] and _takes_heh(before[1])
        return [(at - 1, at + 1, HEH + HAMZA_ABOVE, RULE)] if takes else []
    word = _host(stray)
    if word is None:
        return []
    after = HAMZA_ABOVE if word[1][-1] == HEH else HEH + HAMZA_ABOVE
    alone = text[at - 1 : at] in ("", " ", "\n")
    return [(at, stray.end(1) if alone else at + 1, "", RULE), (word.end(1), word.end(1), after, RULE)]


def _host(stray: re.Match[str]) -> re.Match[str] | None:
    """Return the word of the run behind a stray hamza that the hamza belongs to, if any."""
    text, start, end = stray.string, stray.start(2), stray.end()
    first = _FIRST_WORD.match(text, start, end)
    if first is not None and first[1][-1] == HEH:
        return first
    last = _LAST_WORD.search(text, max(start, end - _LONGEST), end)
    if last is None or text[end : end + 1] == HAMZA_ABOVE:
        return None
    if last[1][-1] == HEH:
        return last
    lost = _takes_heh(last[1]) and standing(last[1]) < FREQUENT and not _OTHER.search(text, start, end)
    return last if lost else None


def _takes_heh(word: str) -> bool:
    return word[-1] != HEH and standing(word + HEH) >= SEEN
