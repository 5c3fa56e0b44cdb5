"""Words whose parts stand in embeddings of their own from left to right, as ``pdftotext -raw`` gives words with a half-space.

Where the half-space ends a run of the file, the line ends too, and its right half is the next line.
"""

from __future__ import annotations

from ..chars import ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern

RULE = "parted-word"
_RLE, _PDF = "\u202b", "\u202c"
_PART = f"{_RLE}([^\u202a-\u202e\n]*+){_PDF}"
_PARTS = lazy_pattern(_PART)
_RUN = lazy_pattern(f"(?:{_RLE}{ZWNJ}[^\u202a-\u202e\n]*+{_PDF}\n(?={_RLE})|{_PART})++")
#: words that prove the fault, at the least
_LEAST = 3


def find_parted_words(text: str) -> list[Edit]:
    """Return the edits that put the parts of a word in order, where several words of the text stand in embeddings side by side.

    >>> text = "\u202bم\u202c\u202bخر\u202c \u202bی\u202c\u202bم\u202c \u202bه\u202c\u202bپای\u202c"
    >>> [after.strip("\u202b\u202c") for *_, after, _ in find_parted_words(text)]
    ['خرم', 'می', 'پایه']
    >>> find_parted_words("\u202bخرم\u202c \u202bمی\u202c")
    []
    """
    if text.count(_PDF + _RLE) < _LEAST:
        return []
    return [
        (*run.span(), _RLE + "".join(reversed(_PARTS.findall(run[0]))) + _PDF, RULE)
        for run in _RUN.finditer(text)
        if run[0].count(_RLE) > 1
    ]
