"""Words of speech made formal: lists, morphology and the neighbours that decide; rules of the family ``informal``."""

from __future__ import annotations

from .rules import RULE, RULES, find_formal

__all__ = ["RULE", "RULES", "find_formal"]
