"""Words with spaces inside, which fonts with wide letters leave: هواشناس ی."""

from __future__ import annotations

from ..cache import BoundedCache, PhraseCache
from ..chars import HAMZA_ABOVE, NON_JOINING, ZWNJ
from ..edits import Edit
from ..ruleset.extracted.known import FREQUENT, LISTED, SEEN, UNKNOWN, is_piece, standing
from ..ruleset.extracted.lam_alef import turned_back
from .word_evidence import Place, pieces

RULE = "torn-word"
_LONGEST = 20
_MARKS = frozenset(map(chr, range(0x64B, 0x656)))
#: torn words that show that single letters are pieces of words too
_LEAST = 3
#: and that words known by their parts alone were torn as well
_MANY = 6


def find_torn_words(text: str) -> list[Edit]:
    """Return the edits that take out the space between two pieces that are no words and make one.

    Where several words were torn, a letter that stands alone belongs to the neighbour with which it makes a word.

    >>> find_torn_words("هواشناس ی")
    [(7, 8, '', 'torn-word')]
    >>> find_torn_words("خانه ی ما"), find_torn_words("گوش ت")
    ([], [])
    >>> find_torn_words("کتابخان ه\u0654 ما")
    [(7, 8, '', 'torn-word')]
    """
    places = pieces(text).places
    found = _torn(text, places, _is_torn)
    if len(found) < _LEAST:
        return found
    runs = _torn_runs(text, places)
    inside = {at for start, end, *_ in runs for at in range(start, end)}
    apart = [place for place in places if inside.isdisjoint(place[:2])]
    is_torn = _is_torn_letter if len(found) < _MANY else _is_torn_among_many
    return sorted([*_torn(text, apart, is_torn), *(space for *_, spaces in runs for space in spaces)])


#: pieces of one word, at the most
_MOST_PIECES = 6
#: a letter that is a word, with which no torn word begins
_ALONE = "و"
_Run = tuple[int, int, list[Edit]]


def _torn_runs(text: str, places: list[Place]) -> list[_Run]:
    """Return the words that were torn into three pieces and more: where they stand, and the edits that join them."""
    runs: list[_Run] = []
    number, last = 0, -1
    while number < len(places):
        start, *_ = places[number]
        chain = [places[number]]
        for place in places[number + 1 : number + _MOST_PIECES - 1]:
            if place[0] != chain[-1][1] + 1:
                break
            chain.append(place)
        while len(chain) > 1 and not _is_torn_run[text[start : chain[-1][2]]]:
            chain.pop()
        if len(chain) > 1 and start > last:
            last = chain[-1][2]
            runs.append((start, last, [(middle, middle + 1, "", RULE) for _, middle, _ in chain]))
        number += len(chain) if len(chain) > 1 else 1
    return runs


def _compute_run(run: str) -> bool:
    """Return whether pieces, at least half of them no words, make one word."""
    parts = run.split(" ")
    odd = sum(is_piece[part] for part in parts)
    whole = "".join(parts)
    return (
        parts[0] not in _ALONE
        and odd * 2 >= len(parts)
        and len(whole) <= 2 * _LONGEST
        and len(whole) > 3
        and _rank(whole) >= SEEN
    )


def _torn(text: str, places: list[Place], is_torn: PhraseCache[bool]) -> list[Edit]:
    """Return the edits that join words of which one is a piece, and which a space parts."""
    edits: list[Edit] = []
    last = 0
    for number, (start, middle, end) in enumerate(places):
        left, right = text[start:middle], text[middle + 1 : end]
        if start < last or not is_torn[left, right]:
            continue
        if _is_claimed(text, places[number : number + 2], is_torn):
            continue
        edits.append((middle, middle + 1, "", RULE))
        last = end
    return edits


def _is_claimed(text: str, places: list[Place], is_torn: PhraseCache[bool]) -> bool:
    """Return whether the second word at the first of *places* belongs to what stands behind it: a mark that was torn from it, or a
    piece, unless the word before it is one too."""
    (start, middle, end), *following = places
    if text[end : end + 1] == " " and text[end + 1 : end + 2] in _MARKS:
        return True
    right = text[middle + 1 : end]
    return not is_piece[text[start:middle]] and any(
        behind == end and is_piece[text[end + 1 : last]] and is_torn[right, text[end + 1 : last]]
        for _, behind, last in following
    )


def _compute(pieces: tuple[str, ...]) -> bool:
    left, right = pieces
    if max(len(left), len(right)) > _LONGEST:
        return False
    whole = left + right
    least = FREQUENT if len(whole) < 4 else SEEN
    return _rank(whole) >= least and (
        (is_piece[left] and is_piece[right]) or standing(left) < SEEN or _never_begins(right)
    )


def _never_begins(word: str) -> bool:
    """Return whether `word` is none that is common, or a heh with its small hamza."""
    return standing(word) < SEEN or (is_piece[word] and word.endswith(HAMZA_ABOVE))


def _compute_letter(pieces: tuple[str, ...]) -> bool:
    left, right = pieces
    letter = (len(left) == 1 and is_piece[left]) or (len(right) == 1 and is_piece[right])
    return _is_torn[left, right] or (
        letter and _rank(left + right) >= (FREQUENT if len(left + right) < 4 else SEEN)
    )


def _compute_among_many(pieces: tuple[str, ...]) -> bool:
    """Return the same where many words of a text were torn: a letter that stands alone begins a word that is known by its parts at the
    least, or ends one whose beginning is none; the first piece ends in a letter that is joined, as a kashida stands behind it."""
    left, right = pieces
    if _is_torn_letter[left, right]:
        return True
    alone = (len(left) == 1 and is_piece[left]) or (
        len(right) == 1 and is_piece[right] and standing(left) < LISTED
    )
    return (
        alone
        and left[-1] not in NON_JOINING
        and len(left) + len(right) <= _LONGEST
        and standing(left + right) > UNKNOWN
    )


def _rank(word: str) -> int:
    """Return the standing of `word`, its ligatures turned back; of one with half-spaces, that of its first part where all are known."""
    parts = turned_back(word).split(ZWNJ)
    return min(standing(part) for part in parts) if all(parts) else UNKNOWN


_is_torn_run: BoundedCache[str, bool] = BoundedCache(_compute_run, 1 << 13)
_is_torn: PhraseCache[bool] = PhraseCache(_compute, 1 << 13)
_is_torn_letter: PhraseCache[bool] = PhraseCache(_compute_letter, 1 << 13)
_is_torn_among_many: PhraseCache[bool] = PhraseCache(_compute_among_many, 1 << 13)
