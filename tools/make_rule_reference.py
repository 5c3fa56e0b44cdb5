"""Write docs/rules.md, the reference of all rules, from the rules themselves.

    python tools/make_rule_reference.py [FILE]

A test holds the file against the rules, so it is written anew whenever a rule changes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textnorm.report.reference import reference

TARGET = Path(__file__).resolve().parent.parent / "docs" / "rules.md"

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(exist_ok=True)
    target.write_text(reference(), encoding="utf-8")
