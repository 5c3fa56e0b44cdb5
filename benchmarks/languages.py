"""How many damaged Persian lines are called Persian: as they are, after STANDARD and after SEARCH.

    pip install py3langid langdetect
    python benchmarks/languages.py DEV.jsonl.gz [--lines 200]

DEV has a JSON object with ``noisy`` and ``gold`` a line; lines with more than 20 Persian letters are drawn with a fixed
seed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Callable, Iterator
from importlib.metadata import version

from textnorm import SEARCH, STANDARD, normalise


def identifiers() -> Iterator[tuple[str, Callable[[str], str]]]:
    """Yield each identifier that is installed: its name and version, and a function from a text to a code."""
    try:
        import py3langid

        yield f"py3langid {version('py3langid')}", lambda text: str(py3langid.classify(text)[0])
    except ImportError:
        print("py3langid: not installed")
    try:
        import langdetect

        langdetect.DetectorFactory.seed = 0

        def detect(text: str) -> str:
            try:
                return str(langdetect.detect(text))
            except langdetect.LangDetectException:
                return ""  # it knows no letter of the text

        yield f"langdetect {version('langdetect')}", detect
    except ImportError:
        print("langdetect: not installed")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus")
    parser.add_argument("--lines", type=int, default=200)
    arguments = parser.parse_args()
    with gzip.open(arguments.corpus, "rt", encoding="utf-8") as stream:
        rows = [json.loads(row) for row in stream]
    damaged = [
        row["noisy"]
        for row in rows
        if row["noisy"] != row["gold"] and sum("آ" <= letter <= "ی" for letter in row["gold"]) > 20
    ]
    lines = random.Random(1).sample(damaged, arguments.lines)
    for name, identify in identifiers():
        for label, texts in (
            ("as they are", lines),
            ("STANDARD", [normalise(line, STANDARD) for line in lines]),
            ("SEARCH", [normalise(line, SEARCH) for line in lines]),
        ):
            print(f"{name}, {label}: {sum(identify(text) == 'fa' for text in texts)} of {len(texts)}")


if __name__ == "__main__":
    main()
