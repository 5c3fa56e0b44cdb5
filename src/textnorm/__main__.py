"""``python -m textnorm``: the same command line."""

from __future__ import annotations

import sys

from textnorm.cli import main

if __name__ == "__main__":  # worker processes import this module too
    sys.exit(main())
