"""Persian in windows-1256 that was read as windows-1252 or latin-1: «ÓáÇã» for «سلام»."""

from __future__ import annotations

from textnorm.chars import ARABIC_LETTERS, LETTER_VARIANTS
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern

from ..mojibake import bytes_shown
from .found_lines import lines_with
from .known import SEEN, standing
from .triggers import CP1256, SHOWN

_SHOWN = lazy_pattern(f"[{SHOWN}]{{2}}")
#: what windows-1252 shows for the bytes that begin the letters of Persian in UTF-8, and for ط ظ غ ع, which are rare
_LEAD, _NOT_ASCII, _MOST_LEADS = lazy_pattern("[ØÙÚÛ]"), lazy_pattern(r"[^\x00-\x7f]"), 3
_WORD = lazy_pattern(r"[^\s\x00-\x7f]+")
_ASCII_WORD = lazy_pattern("[A-Za-z]")
_ARABIC_WORD = lazy_pattern(f"[{ARABIC_LETTERS}\u200c\u064b-\u0652]+")
_VARIANTS = {ord(letter): plain for letter, plain in LETTER_VARIANTS.items()}
#: a capital letter behind a small one, in a line without any letter of ASCII
_INNER_CAPITAL = lazy_pattern(r"(?<=[\xdf-\xff])[\xc0-\xde](?<![A-Za-z].)(?![^\n]*[A-Za-z])")
#: which share of the words of a line must be known, in hundredths, how many at least, and with how many letters; the same where
#: capitals stand inside words, which are no names then
_KNOWN, _KNOWN_BESIDE_CAPITALS = (80, 2, 6), (50, 1, 4)


def find_shown_1256(text: str) -> list[Edit]:
    """Return the edits that decode lines whose words are words of Persian when they are read as windows-1256.

    >>> print(find_shown_1256("ßÊÇÈ ÎæÈ ÇÓÊ")[0][2])
    کتاب
    >>> find_shown_1256("Ça va à l’école, où ?")
    []
    """
    edits: list[Edit] = []
    for start, end in lines_with(_SHOWN, text):
        if len(_LEAD.findall(text, start, end)) * _MOST_LEADS > len(_NOT_ASCII.findall(text, start, end)):
            continue  # UTF-8, every second byte of which is one of these
        found = [(word.start(), word.end(), _decoded(word[0])) for word in _WORD.finditer(text, start, end)]
        words = [after for _, _, after in found]
        if all(words) and (
            _are_known(words, *_KNOWN)
            or (_INNER_CAPITAL.search(text, start, end) and _are_known(words, *_KNOWN_BESIDE_CAPITALS))
        ):
            edits += [(first, last, after.translate(_VARIANTS), CP1256) for first, last, after in found]
    return edits


def _decoded(word: str) -> str:
    try:
        return bytes_shown(word).decode("cp1256")
    except UnicodeError:
        return ""


def _are_known(after: list[str], share: int, least: int, letters: int) -> bool:
    """Return whether *share* in a hundred of the words that *after* holds are known, *least* of them, with *letters* letters."""
    found = [word for text in after for word in _ARABIC_WORD.findall(text)]
    known = [word for word in found if standing(word.translate(_VARIANTS)) >= SEEN]
    return len(known) * 100 >= share * len(found) and len(known) >= least and sum(map(len, known)) >= letters
