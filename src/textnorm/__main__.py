"""``python -m textnorm``: the same command line."""

from __future__ import annotations

from textnorm.cli import script

if __name__ == "__main__":  # worker processes import this module too
    script()
