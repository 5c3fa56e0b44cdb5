"""Search all regular expressions of the package for one whose work grows faster than its text, and keep which have none.

    python tools/search_patterns.py

The search takes minutes, and most patterns stay as they are from change to change: those that passed are kept in
tests/laws/searched_patterns.txt by a digest of the pattern and of the search itself, and CI searches what is not there. A
pattern, a flag or a line of the search that changes makes another digest, and is searched anew. The nightly run searches all.
"""

from __future__ import annotations

import sys
from multiprocessing import Pool
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / folder) for folder in ("tests", "src")]

from support.searched import SEARCHED, digest, patterns, weakness  # noqa: E402


def main() -> None:
    """Write the digests of all patterns that are linear, and print the others."""
    found = patterns()
    with Pool() as pool:
        guilty = pool.map(weakness, found, chunksize=4)
    SEARCHED.write_text(
        "".join(sorted({f"{digest(one)}\n" for one, on in zip(found, guilty, strict=True) if not on}))
    )
    for one, on in zip(found, guilty, strict=True):
        if on:
            print(
                f"{one.file}:{one.line}: not linear by itself, on {on!a}; see BOUNDED in tests/laws/test_no_backtracking.py"
            )


if __name__ == "__main__":
    main()
