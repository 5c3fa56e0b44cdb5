"""Texts in which every ligature «لا» was turned: «سالمت» is سلامت there, which elsewhere might be a form of سالم."""

from __future__ import annotations

from ..chars import ARABIC_MARKS, PERSIAN_LETTERS
from ..edits import Edit
from ..ruleset.extracted.lam_alef import find_turned, is_turned, likely_turned, turned_back
from .distinct import PatternOfRuns
from .hinted_patterns import hinted_pattern
from .word_evidence import TOKENS, WORDS, Runs, evidence

RULE = "every-lam-alef"
_LAM_ALEF, _TURNED = hinted_pattern("لا", (None, "ل", "ا")), hinted_pattern("ال", (None, "ا", "ل"))
#: a word with a lam behind its alef
_WORD = PatternOfRuns(
    f"(?<![{PERSIAN_LETTERS}{ARABIC_MARKS}])[{PERSIAN_LETTERS}]{{0,20}}[اأإ]ل[{PERSIAN_LETTERS}]{{0,20}}+(?![{ARABIC_MARKS}])",
    Runs(WORDS, "اأإ", "ل"),
)
#: what every token holds in which a ligature is turned
_MAY_HOLD = Runs(TOKENS, "اأإه", "ل")
#: words that are none unless they are turned back, at the least; and how many of them there must be to each one that stands as written
_LEAST, _CLEARLY = 2, 3


def find_every_lam_alef(text: str) -> list[Edit]:
    """Return the edits that turn «ال» into «لا» in words of which that is the better known form, where a text holds hardly any «لا».

    >>> [edit[:3] for edit in find_every_lam_alef("اطالعات عالقه سالمت سالم")]
    [(0, 7, 'اطلاعات'), (8, 13, 'علاقه'), (14, 19, 'سلامت')]
    >>> find_every_lam_alef("اطالعات سالمت"), find_every_lam_alef("اطالعات علاقه لازم سالمت")
    ([], [])
    """
    kept = len(_LAM_ALEF.places(text))
    if kept * _CLEARLY > len(_TURNED.places(text)):
        return []
    words = _WORD.find(text)
    turned = [word for *_, word in words if turned_back(word) != word]
    if len(set(turned)) < _LEAST or kept * _CLEARLY > len(turned):
        return []
    found = ((start, end, word, turned_back(word)) for start, end, word in words)
    found = (
        (start, end, word, after if after != word else likely_turned(word))
        for start, end, word, after in found
    )
    return [(start, end, after, RULE) for start, end, word, after in found if after != word]


def find_turned_lam_alef(text: str) -> list[Edit]:
    """Return the edits of `lam_alef.find_turned`, each distinct token being judged once.

    >>> find_turned_lam_alef("اطالعات تازه")
    [(2, 4, 'لا', 'turned-lam-alef')]
    """
    tokens = evidence().runs(text, _MAY_HOLD)
    if tokens is None:
        return find_turned(text)
    spans = [(at, at + len(token)) for token, places in tokens.items() if is_turned[token] for at in places]
    return find_turned(text, spans)
