"""Not every file here can be imported without its engine."""

from __future__ import annotations

collect_ignore = ["pipeline.py"]
