"""Implement each command: those that edit texts share one module, the others have one each."""

from __future__ import annotations
