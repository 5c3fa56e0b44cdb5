"""Attack textnorm, and count what fails.

    python tools/torture/all.py [--quick] [--seed N] [laws short kills files environments hostile]

Run as root on Linux it also makes devices and small disks, in a mount namespace of its own: nothing outside is touched.
The exit code is 1 if anything failed. docs/torture.md says what each part does, and what was seen.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib import import_module

PARTS = ("laws", "short", "kills", "files", "environments", "hostile")


def main() -> int:
    """Run the parts that are named, or all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="a small sample of each, for every change")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(unknown)}")
    failed = 0
    for name in asked.parts or PARTS:
        start = time.monotonic()
        for attack in import_module(name).attack(asked.quick, asked.seed):
            print(f"{attack.summary()} ({time.monotonic() - start:.0f} s)", flush=True)
            failed += attack.failed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
