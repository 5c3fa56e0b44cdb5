"""textnorm beside hazm and ftfy on the same lines in one run: CPU time, medians, ratios.

    python benchmarks/first_look.py [FILE]      (on Python 3.12, where hazm can be installed)

FILE holds one text a line; without it a small mixed text of our own is repeated. The peers take turns,
so drift of the machine's speed meets all of them.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

LINES = [
    "علي كتاب هاي زيبايي خريد و به خانه مي رود .",
    "هواشناسی می‌گوید بارش‌ها از فردا کم‌تر می‌شود، اما دمای هوا پایین می‌ماند.",
    "The first autumn rain reached the coast on Sunday morning.",
    "برای نصب Python 3.11 به https://example.org/download بروید و README.md را بخوانید.",
] * 250


def contenders() -> dict[str, Callable[[str], str]]:
    """Every library that is installed here, by name."""
    import textnorm

    found: dict[str, Callable[[str], str]] = {
        "textnorm STANDARD": textnorm.normalise,
        "textnorm ENCODING": lambda line: textnorm.normalise(line, textnorm.ENCODING),
    }
    try:
        import ftfy

        found["ftfy.fix_text"] = ftfy.fix_text
    except ImportError:
        print("ftfy is not installed", file=sys.stderr)
    try:
        import hazm

        found["hazm.Normalizer"] = hazm.Normalizer().normalize
    except ImportError:
        print("hazm is not installed (it needs Python 3.12 or 3.13)", file=sys.stderr)
    return found


def main() -> None:
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if len(sys.argv) > 1 else LINES
    size = sum(len(line.encode()) for line in lines)
    seconds: dict[str, list[float]] = {}
    functions = contenders()
    for function in functions.values():
        function(lines[0])
    for _ in range(5):
        for name, function in functions.items():
            start = process_time()
            for line in lines:
                function(line)
            seconds.setdefault(name, []).append(process_time() - start)
    ours = statistics.median(seconds["textnorm STANDARD"])
    print(f"{len(lines)} lines, {size / 1e6:.2f} MB, Python {sys.version.split()[0]}, medians of 5\n")
    print("| library | MB/s | textnorm STANDARD is … times as fast |\n| --- | --- | --- |")
    for name, runs in seconds.items():
        median = statistics.median(runs)
        print(f"| {name} | {size / median / 1e6:.2f} | {median / ours:.1f} |")


if __name__ == "__main__":
    main()
