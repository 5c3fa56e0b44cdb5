"""normalise_spans(): text that was cut in pieces is judged as one and written back into its pieces."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

from .arguments import check_several, check_text
from .edits import Edit, parted, splice
from .normalisation import explain, normalise
from .options import STANDARD, Options

__all__ = ["normalise_spans"]

#: an edit of more characters than this over a border (a line of mojibake) says nothing of where the border is
_LONGEST_OVER_A_BORDER = 40


def normalise_spans(pieces: Iterable[str], options: Options = STANDARD) -> list[str]:
    r"""Return *pieces* of one text, normalised as if they stood together; as many as there were.

    For text that is cut by its style: the runs of a document, entities of a chat message, nodes between inline tags,
    subtitles. A half-space, a comma or a join at a border is judged with what stands on its other side. What is put
    at a border goes to the piece before it; nothing moves from one piece to another, so that joined they are what
    `normalise` makes of the whole. Pieces that are no prose (code, a field) must be left out by the caller.
    Raises TypeError for anything but str.

    >>> normalise_spans(["می\u200c", "روند"])
    ['می\u200c', 'روند']
    >>> normalise_spans(["كتاب ", "ها", " ,خوب"])
    ['کتاب\u200c', 'ها', '، خوب']
    """
    given = list(check_several(pieces))
    if len(given) < 2:
        return [normalise(piece, options) for piece in given]
    _check(given)
    text = "".join(given)
    bounds = [0, *accumulate(map(len, given))]
    changes = explain(text, options).changes
    edits: list[Edit] = [(change.start, change.end, change.after, change.rules) for change in changes]
    if any(_hides_a_border(edit, bounds) for edit in edits):
        return [normalise(piece, options) for piece in given]
    return _shared_out(text, parted(text, edits, bounds[1:-1]), bounds)


def _check(pieces: list[str]) -> None:
    for piece in pieces:
        check_text(piece)


def _hides_a_border(edit: Edit, bounds: list[int]) -> bool:
    start, end, *_ = edit
    return end - start > _LONGEST_OVER_A_BORDER and any(start < bound < end for bound in bounds)


def _shared_out(text: str, edits: list[Edit], bounds: list[int]) -> list[str]:
    """Return each piece with the edits that start in it; what is put at a border belongs to the piece before it."""
    found: list[str] = []
    waiting = list(reversed(edits))
    for start, end in pairwise(bounds):
        own: list[Edit] = []
        while waiting and (waiting[-1][0] < end or waiting[-1][:2] == (end, end)):
            first, last, after, rules = waiting.pop()
            own.append((first - start, last - start, after, rules))
        found.append(splice(text[start:end], own))
    return found
