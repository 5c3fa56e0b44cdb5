"""Text of which each letter stands on a line of its own, as ``pdftotext -raw`` gives files that set each letter by itself."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from .clues import FORM

RULE = "letter-over-lines"
_LETTER = f"[{ARABIC_LETTERS}][{ARABIC_MARKS}]*+"
#: such a line, with the end of the one before; and a line end between what stands by itself or what begins or ends a number or a word
_ALONE = lazy_pattern(f"\n(?={_LETTER}\r?\n)")
_END = lazy_pattern("(?<=(.))\r?\n(?=(.))")
_OF_TEXT = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{DIGITS}.،؛:؟!«»()\\[\\] \u200c]")
#: letters that prove the fault, at the least, and of how many lines each of them is one
_LEAST, _SHARE = 80, 2
#: what one letter at least is: none that is a word, or one with its shape
_CLUE = lazy_pattern(f"\n[{PERSIAN_LETTERS}](?<!و)[\r\n]|{FORM.pattern}")


def find_letters_on_lines(text: str) -> list[Edit]:
    """Return the edits that take out the line ends between letters, where most lines of a text are single letters.

    Spaces between words are lost; blank lines and form feeds stay, and a space stands beside Latin words.

    >>> find_letters_on_lines("\\n".join("هوا سرد بود و باران می بارید".split() * 20))
    []
    >>> edits = find_letters_on_lines("\\n".join("هواامروزسردبودوبارانازآسمانمیبارید" * 3))
    >>> len(edits), edits[0][:3]
    (101, (1, 2, ''))
    """
    alone = len(_ALONE.findall(text))
    if alone * _SHARE < max(_LEAST * _SHARE, text.count("\n")) or _CLUE.search(text) is None:
        return []
    return [
        (*end.span(), "" if _OF_TEXT.match(end[1]) and _OF_TEXT.match(end[2]) else " ", RULE)
        for end in _END.finditer(text)
        if "\f" not in (end[1], end[2])
    ]
