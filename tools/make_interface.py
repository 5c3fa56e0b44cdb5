#!/usr/bin/env python3
"""Write out the list of interface phrases: python tools/make_interface.py

Reads src/textnorm/pages/data/interface.toml and writes interface.bin beside it. Run it after every change of
the list; a test says when it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from textnorm.pages.interface.lookup import made_table, packed
from textnorm.pages.interface.match import ALONE, ROLES

TARGET = Path(__file__).resolve().parent.parent / "src" / "textnorm" / "pages" / "data" / "interface.bin"


def main() -> None:
    exact, slotted, words = made_table(ROLES, ALONE)
    TARGET.write_bytes(packed(exact, slotted, words))
    print(f"{len(exact)} keys, {len(slotted)} templates, {len(words)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
