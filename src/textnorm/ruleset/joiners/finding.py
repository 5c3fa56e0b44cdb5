"""Finds the joins of a run: what all joiner rules that take part do to it."""

from __future__ import annotations

from ...edits import Edit
from . import ids
from .scan import join_finder

_CERTAINTIES = ("certain", "likely")


def find_joins(
    run: str,
    certainty: str = "certain",
    ignore: frozenset[str] = frozenset(),
    user_words: frozenset[str] = frozenset(),
) -> list[Edit]:
    r"""Return the edits (start, end, replacement, rule id) that restore the joiners of one Persian run.

    A run is text that the mechanical rules have normalised already, without Latin and other languages; it may
    hold several lines. The edits are sorted and disjoint; after they are applied there are none left. With
    *certainty* "likely" the likely rules take part too, and every line is taken for one that has lost its half-spaces; *ignore* leaves rules out by their ids; *user_words* are
    names and jargon that are joined or kept apart as they are written there.

    Every decision rests on the morphemes of the text, its words segmented wherever a joiner belongs, and never on
    whether a joiner, a space or nothing stands there now: that is why twice is once.

    Left as they are on purpose: «این که», «آنها», «به طور», «یکی از» and whatever edited text writes in
    both ways.

    >>> find_joins("او می رود")
    [(5, 6, '\u200c', 'joiners.verb')]
    >>> find_joins("کتابها")
    [(4, 4, '\u200c', 'joiners.plural')]
    >>> find_joins("جام می و ماه می")
    []
    """
    return join_finder(unwanted(certainty, ignore), user_words, certainty == "likely")(run)


def unwanted(certainty: str, ignore: frozenset[str]) -> frozenset[str]:
    """Return the ids of the joiner rules that take no part."""
    if certainty not in _CERTAINTIES:
        raise ValueError(f"certainty is one of {_CERTAINTIES}, not {certainty!r}")
    return ignore if certainty == "likely" else ignore | ids.LIKELY
