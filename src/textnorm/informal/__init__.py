"""Words of speech made formal: lists, morphology and the neighbours that decide; for the rules in `ruleset.speech`."""

from __future__ import annotations

from .rules import find_formal

__all__ = ["find_formal"]
