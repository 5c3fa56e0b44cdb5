"""Move bytes: find, open, decode, cut, encode and replace files."""

from __future__ import annotations
