"""Repairs of what PDF readers, text recognition and old fonts break, where the text alone proves it."""

from __future__ import annotations

from .rules import CP1256, EARLY_STOP, ORNAMENT, TEXT, VISUAL_WORDS, WORDS

__all__ = ["CP1256", "EARLY_STOP", "ORNAMENT", "TEXT", "VISUAL_WORDS", "WORDS"]
