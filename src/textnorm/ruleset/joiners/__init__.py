"""Joiners (ZWNJ) restored, from spaces and from glued forms."""

from __future__ import annotations

from textnorm.ruleset.joiners.rules import RULES, JoinRule
from textnorm.ruleset.joiners.scan import Edit, find

__all__ = ["RULES", "Edit", "JoinRule", "find_joins"]

def find_joins(run: str, certainty: str = "certain", ignore: frozenset[str] = frozenset()) -> list[Edit]:
    """Return the edits that restore the joiners of one Persian run."""
    return [edit for edit in find(run) if edit[3] not in ignore]
