"""آ of a font that draws it as an alef and a madda, where the file names the madda by another sign: «اآن», «Iان», «/ان»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..chars import ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import SEEN, standing
from .hinted_patterns import hinted_pattern

RULE = "parted-madda"
_ALEF, _ALEF_MADDA = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
_W = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]"
_BOTH = hinted_pattern(f"{_ALEF}{_ALEF_MADDA}(?<!{_W}..)", (None, _ALEF, _ALEF_MADDA))
#: a sign before an alef that is no bracket, quotation mark, digit or mark of a sentence
_SIGN = lazy_pattern(f"([#-&*+/<=>@-Z^-z|~]){_ALEF}")
_WORD = lazy_pattern(f"(?<!{_W}){_W}{{0,20}}([#-&*+/<=>@-Z^-z|~]){_ALEF}{_W}{{0,20}}+")
#: words that prove a sign, at the least, and the share of those that hold it
_LEAST, _SHARE = 3, 0.6
#: characters of a text to each آ where most of them were lost
_RARE = 400


def find_parted_madda(text: str) -> list[Edit]:
    """Return the edits that write آ for an alef and what a file names the madda on it.

    >>> [after for *_, after, _ in find_parted_madda("اآن روز")]
    ['آ']
    >>> [edit[:3] for edit in find_parted_madda("Iان روز و Iاینده با Iارزوی خوش")]
    [(0, 2, 'آ'), (10, 12, 'آ'), (20, 22, 'آ')]
    >>> find_parted_madda("باد/انار و سرد/آرام")
    []
    """
    edits: list[Edit] = [(*both.span(), _ALEF_MADDA, RULE) for both in _BOTH.finditer(text)]
    if text.count(_ALEF_MADDA) * _RARE < len(text):
        signs = _proven(word[0] for word in _WORD.finditer(text))
        edits += [(*sign.span(), _ALEF_MADDA, RULE) for sign in _SIGN.finditer(text) if sign[1] in signs]
    return sorted(edits)


def _proven(words: Iterable[str]) -> set[str]:
    """Return the signs that stand for the madda in most of `words` that hold them."""
    made: dict[str, list[bool]] = defaultdict(list)
    for word in set(words):
        sign = _SIGN.search(word)
        if sign is not None:
            made[sign[1]].append(standing(_SIGN.sub(_ALEF_MADDA, word)) >= SEEN)
    return {sign for sign, known in made.items() if sum(known) >= max(_LEAST, _SHARE * len(known))}
