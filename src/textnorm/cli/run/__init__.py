"""Run a command over all files: plan, workers, messages, progress and the exit code."""

from __future__ import annotations
