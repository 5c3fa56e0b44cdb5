"""What one core does with the generated mixed text of the engine tests, and the memory that it takes.

    PYTHONPATH=src:tests python benchmarks/engines.py

CPU time, not the clock. Prints MB (UTF-8) a second of a core, and the process's memory after each function.
"""

from __future__ import annotations

import resource
import time

import textnorm
from support import mixed

MEGABYTES = 4


def memory() -> int:
    """The most that the process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    texts = [text for _, text in mixed.rows(MEGABYTES * 1_000_000) if text]
    print(f"{'start':15}         {memory():4} MB")
    for name in ("normalise", "explain", "find_dates", "convert_dates", "clean", "tidy"):
        function = getattr(textnorm, name)
        for text in texts[:20]:
            function(text)
        sample = texts[: len(texts) // (4 if name in ("explain", "tidy") else 1)]
        size = sum(len(text.encode()) for text in sample) / 1e6
        started = time.process_time()
        for text in sample:
            function(text)
        print(f"{name:15} {size / (time.process_time() - started):5.2f} MB/s {memory():4} MB")


if __name__ == "__main__":
    main()
