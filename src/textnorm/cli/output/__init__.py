"""Write results that are not the text itself: records, diffs, explanations and reports."""

from __future__ import annotations
