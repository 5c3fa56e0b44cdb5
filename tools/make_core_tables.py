"""Write the tables of the native core, made of the rules as they stand.

    python tools/make_core_tables.py [--check]

To be run after a change of the rules, of what is Persian and what is not, or of the lexicon; a core whose tables are
those of other rules is not used, and the tests say so. With --check nothing is written, and the exit code says
whether the tables are up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from textnorm.core.making import make
from textnorm.core.tables import PATH, fingerprint_of_sources, pack


def main() -> int:
    made = pack(make(), fingerprint_of_sources())
    path = Path(PATH)
    if "--check" in sys.argv[1:]:
        return int(not path.exists() or path.read_bytes() != made)
    path.write_bytes(made)
    print(f"{path}: {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
