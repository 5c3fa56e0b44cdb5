"""Lines whose letters stand in the order of the page: shapes or words prove it, and they are turned round."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from textnorm.chars import ARABIC_LETTERS, ARABIC_MARKS, INVISIBLE
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern

from .. import letters
from .direction import word_weight, words_weight
from .found_lines import lines_with
from .order import logical
from .triggers import EARLY_MARKS, SHAPES, VISUAL_SHAPES, VISUAL_WORDS


def _forms() -> dict[str, str]:
    """Return the presentation forms by their kind, as unicodedata names it; not those that show a mark alone."""
    found = {"<initial>": "", "<medial>": "", "<final>": "", "<isolated>": ""}
    for form in map(chr, (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00))):
        decomposed = unicodedata.decomposition(form)
        if "> 0020" not in decomposed and (kind := decomposed[: decomposed.find(" ")]) in found:
            found[kind] += form
    return found


BY_KIND = _forms()
#: forms that join what stands behind them, and what stands before them
TO_NEXT, TO_LAST = (BY_KIND[kind] + BY_KIND["<medial>"] for kind in ("<initial>", "<final>"))
_FORM = lazy_pattern(f"[{''.join(sorted(SHAPES))}]")
#: what stands between the letters of a word: letters, marks, tatweel, and signs that some fonts show for it
IN_WORD = f"{ARABIC_LETTERS}{ARABIC_MARKS}\u06401"
_AGAINST_LOGICAL = lazy_pattern(f"(?<![{IN_WORD}])[{TO_LAST}]|[{TO_NEXT}](?![{IN_WORD}])")
_AGAINST_VISUAL = lazy_pattern(f"(?<![{IN_WORD}])[{TO_NEXT}]|[{TO_LAST}](?![{IN_WORD}])")
#: a word, or a part of a very long one
WORD = f"[{ARABIC_LETTERS}{ARABIC_MARKS}]{{2,40}}"
_LETTERS = lazy_pattern(WORD)
_MARK_OR_DIGIT = lazy_pattern(r"[.،؛:؟!\d]")


def shapes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return how many shapes contradict logical order, and how many contradict visual order."""
    return len(_AGAINST_LOGICAL.findall(text, start, end)), len(_AGAINST_VISUAL.findall(text, start, end))


def words_of(line: str) -> list[str]:
    """Return the words of `line`."""
    return _LETTERS.findall(line)


def find_visual_shapes(text: str) -> list[Edit]:
    """Return the edits that turn round the lines whose shapes contradict logical order only.

    >>> print(find_visual_shapes("\ufee1\ufefc\ufeb3")[0][2])
    سلام
    """
    edits: list[Edit] = []
    for start, end in lines_with(_FORM, text):
        against, for_it = shapes(text, start, end)
        if against > 3 * for_it:
            edits.append((start, end, _turned(text[start:end]), VISUAL_SHAPES))
    return edits


def plain(text: str) -> str:
    """Return `text` with the letters that its shaped forms show.

    Ligatures keep the logical order of their letters: they have to be turned round before.
    """
    return text.translate(_plain_letters())


@cache
def _plain_letters() -> dict[int, str]:
    return str.maketrans(letters.presentation_forms())


def _turned(line: str) -> str:
    """Return the logical order of `line`; in doubt each word is turned round where it stands.

    Words without shapes that are known as they stand keep the line as it is: only those with shapes are turned round.
    """
    if _stands(line):
        return plain(_LETTERS.sub(_turned_shapes, line))
    whole, words = logical(line), _LETTERS.sub(lambda word: word[0][::-1], line)
    whole, words = plain(whole), plain(words)
    if _MARK_OR_DIGIT.search(line) or words_weight(words_of(whole)) > words_weight(words_of(words)):
        return whole
    return words


def _stands(line: str) -> bool:
    """Return whether the words of `line` that hold no shapes say that they stand as they were written."""
    return sum(word_weight(word) for word in words_of(line) if not _FORM.search(word)) >= -_SURE


def _turned_shapes(word: re.Match[str]) -> str:
    against, for_it = shapes(word[0], 0, len(word[0]))
    return word[0][::-1] if against > for_it else word[0]


_EARLY_MARK = lazy_pattern(rf"[{EARLY_MARKS}](?=[{ARABIC_LETTERS}])(?<!\S[{EARLY_MARKS}])")
_SURE, _LEAST_WORDS = -2.0, 2
_OUTER = f" \t{INVISIBLE}"


def find_visual_words(run: str) -> list[Edit]:
    """Return the edits that turn round lines with marks before their words, where the words are known backwards only.

    >>> print(find_visual_words("نابز اما ،دش مکح")[0][2])
    حکم شد، اما زبان
    >>> print(find_visual_words(" نابز اما ،دش مکح")[0][:3])
    (1, 17, 'حکم شد، اما زبان')
    >>> find_visual_words("باد آمد ،باران رفت")
    []
    """
    edits: list[Edit] = []
    for start, end in lines_with(_EARLY_MARK, run):
        line = run[start:end].strip(_OUTER)  # what stands beside a run parts it from its neighbours
        if is_turned(words_of(plain(line))):
            start = run.index(line, start)
            edits.append((start, start + len(line), logical(line), VISUAL_WORDS))
    return edits


def is_turned(words: list[str]) -> bool:
    """Return whether several of `words` are known backwards only, and next to none as they stand."""
    weights = [word_weight(word) for word in words]
    against = [weight for weight in weights if weight <= _SURE]
    return len(against) >= _LEAST_WORDS and -sum(against) > 4 * sum(
        weight for weight in weights if weight > 0
    )
