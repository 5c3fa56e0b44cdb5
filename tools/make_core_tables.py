"""Write the tables of the native core, made of the rules as they stand.

    python tools/make_core_tables.py [PATH]

``tools/build_core.py`` and the build hook call it. The tables are never committed: they are part of what is built, as
the compiled core is, and a core whose tables are those of other rules is not used.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from textnorm.core import bundle
from textnorm.core.making import make
from textnorm.core.tables import PATH, fingerprint_of_sources, pack
from textnorm.extracted import automaton, word_evidence
from textnorm.pages.content import forest_tables
from textnorm.pages.content.characters import common_characters
from textnorm.pages.interface.image import image
from textnorm.pages.shipped import shipped


def tables() -> bytes:
    """Return the tables of the rules, and of the looks at extracted text and at pages, which the core does not import."""
    looks = {
        "read_classes": word_evidence.classes(),
        "page_characters": common_characters(),
        "page_phrases": image(shipped("interface.bin")),
        "forests": forest_tables.image({file: shipped(file) for file in forest_tables.FILES}),
    }
    return pack({**make(), **bundle.make(), **automaton.make(), **looks}, fingerprint_of_sources())


def main() -> None:
    path = Path(sys.argv[1] if len(sys.argv) > 1 else PATH)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(tables())
    fresh.replace(path)  # a process that uses the old ones has them mapped
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
