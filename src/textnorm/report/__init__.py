"""Explanations to look at: an HTML report, and a small local page to try texts on."""

from __future__ import annotations

from .page import report
from .tally import Tally

__all__ = ["Tally", "report"]
