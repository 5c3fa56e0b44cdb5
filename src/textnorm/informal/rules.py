"""The family ``informal``: words of speech made formal, each judged by itself and then with its neighbours.

A word that is spoken and nothing else is always made formal. One that may be formal as well is made so only on a
line that holds a spoken one beside it, and where its neighbours allow it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule
from ..script.segments import persian_spans
from .neighbours import clitic, ends_clause, face, one, passive, perfect, they_did, they_give, within
from .nouns import Formal
from .tokens import judged

_WORD = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]+")
_LINE = lazy_pattern("[^\n\r]+")
_BY_NEIGHBOURS = {"رو": face, "تو": within, "ی": one, "بدن": they_give}
#: possessives that stand apart
_APART = frozenset(("ش", "ت", "م", "شون", "تون", "مون"))
#: last letters of words that their neighbours may call for though they look formal, and of those above
_ENDINGS = frozenset("نهوی")
#: a word, its place, and what it may become
_Found = tuple[int, int, Formal]


def find_formal(text: str) -> list[Edit]:
    """Return the edits that make the spoken words of *text* formal."""
    edits: list[Edit] = []
    for start, end in persian_spans(text):
        for line in _LINE.finditer(text, start, end):
            edits += _of_line(text, line.start(), line.end())
    return edits


def _of_line(text: str, start: int, end: int) -> Iterator[Edit]:
    found = list(_candidates(text, start, end))
    spoken = any(formal.certain for _, _, formal in found)
    for at, stop, formal in found:
        if spoken or formal.certain:
            yield at, stop, formal.text, formal.rule


def _candidates(text: str, start: int, end: int) -> Iterator[_Found]:
    places = [match.span() for match in _WORD.finditer(text, start, end)]
    words = [text[at:stop] for at, stop in places]
    last = len(words) - 1
    for i, word in enumerate(words):
        formal = judged(word)
        if formal is None and word[-1] not in _ENDINGS and word not in _APART:
            continue
        at, stop = places[i]
        before = words[i - 1] if i and at - places[i - 1][1] == 1 and text[at - 1] == " " else ""
        after = words[i + 1] if i < last and places[i + 1][0] - stop == 1 and text[stop] == " " else ""
        formal = _with_neighbours(word, formal, before, after)
        if formal is not None and formal.text != word:
            yield at, stop, formal


def _with_neighbours(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    if word in _BY_NEIGHBOURS:
        return _BY_NEIGHBOURS[word](before, after)
    if word in _APART:
        return clitic(word, before)
    if word[-1] == "ن" and (formal is None or formal.text[-1] == "ن"):
        form = formal.text if formal else word
        return (they_did(form, before, after) if " " not in form else None) or formal
    if word[-1] == "ه" and (formal is None or formal.text[-1] == "ه"):
        return perfect(formal.text if formal else word, before, after) or formal
    if word.startswith("بش") and formal and (found := passive(word, before)):
        return found
    if word == "چی" and before == "همه":
        return Formal("چیز", "informal-word", True)
    if formal and formal.rule == "informal-copula" and not formal.certain and not ends_clause(after):
        return None
    return formal


RULE = Rule(
    id="informal",
    family="informal",
    why="Words of speech are written as formal Persian writes them.",
    scope="text",
    find=find_formal,
    source="morphology of spoken Persian; lexicon",
)
RULES: tuple[Rule, ...] = (RULE,)
