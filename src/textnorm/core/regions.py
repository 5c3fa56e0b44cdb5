"""What the changes of pieces are to each other: which of them may be one, where they meet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..edits import Region
from ..ruleset.encoding import NFC


def meet_otherwise(repaired: list[Region], told: list[Region]) -> bool:
    """Return whether the order of the rules decides what is one change, or which rules it names first.

    So where a repair holds several changes, and where a change of several rules touches one.
    """
    starts, ends = [s0 for s0, *_ in told], [s1 for _, s1, *_ in told]
    for _, _, c0, c1, _ in repaired:
        first, last = bisect_left(ends, c0), bisect_right(starts, c1)
        if last - first > 1 or (last > first and len(told[first][4]) > 1):
            return True
    return False


def hold_nfc(regions: list[Region]) -> bool:
    """Return whether one of them is of the normalisation form, whose changes take in what stands beside them."""
    return any(NFC.id in ids for *_, ids in regions)


def may_part(region: Region) -> bool:
    """Return whether a change, or what one of its rules did, may be one with what stands beside it."""
    s0, s1, c0, c1, ids = region
    return s0 == s1 or c0 == c1 or len(ids) > 1


def changes(region: Region, source: str, text: str) -> bool:
    """Return whether something else stands in the place of the region."""
    s0, s1, c0, c1, _ = region
    return source[s0:s1] != text[c0:c1]


def moved(regions: list[Region], by: int, result_by: int) -> list[Region]:
    """Return the regions of a piece as those of the texts in which it stands at these places."""
    return [(s0 + by, s1 + by, c0 + result_by, c1 + result_by, ids) for s0, s1, c0, c1, ids in regions]
