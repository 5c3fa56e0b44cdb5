"""Shakes words, signs and strange characters together and looks for what breaks the laws of normalise().

    python tools/shake.py 600 --seed 7       CPU seconds; prints each finding, made as short as it can be

Much faster than the property tests, since nothing is kept to shrink by: normalising twice is once, and explain()
gives the same text. A finding is a profile, the law, the input and both texts. The exit code says if there was one.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from shortening import shortened

from support.public import PROFILES
from support.strategies import CATEGORIES, SPACES, _categories, _written
from textnorm import Options, explain, normalise

SIGNS = (
    *"،؛؟!:.,;?«»()[]\"'…%٪-/0123۰۱۲٤يكىةۀءئأ\u200c\u200f\u064b\u064e\u0654\u0640&<>`@#ABcd=+*_~",
    *"... .. ?! -- 3.14 12:30 a Python README.md باد می ها ای ی را است في علي الكتاب خانه خواهم رفت ام".split(),
)
_MOST = 8


def text_of(chance: random.Random) -> str:
    """A few words, signs or characters with spaces between them, some glued together."""
    return "".join(_piece(chance) + chance.choice([" ", " ", *SPACES]) for _ in range(chance.randint(1, 7)))


def _piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.4:
        piece = chance.choice(_written())
    elif kind < 0.9:
        piece = chance.choice(SIGNS)
    else:
        piece = chance.choice(_categories()[chance.choice(CATEGORIES)])
    before = chance.choice(SIGNS) if chance.random() < 0.1 else ""
    return before + piece + (chance.choice(SIGNS) if chance.random() < 0.15 else "")


def broken(text: str, options: Options) -> str:
    """The law that the text breaks, or nothing."""
    once = normalise(text, options)
    if normalise(once, options) != once:
        return "twice"
    return "" if explain(text, options).text == once else "explain"


def shortest(text: str, options: Options, law: str) -> str:
    """The text with all taken away that the finding does not need."""
    return shortened(text, lambda shorter: broken(shorter, options) == law)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    found: set[tuple[str, str]] = set()
    tried, end = 0, process_time() + asked.seconds
    while process_time() < end and len(found) < _MOST * len(PROFILES):
        text = text_of(chance)
        for name, options in PROFILES.items():
            tried += 1
            if (law := broken(text, options)) and sum(profile == name for profile, _ in found) < _MOST:
                short = shortest(text, options, law)
                if (name, short) not in found:
                    found.add((name, short))
                    print(name, law, ascii(short), ascii(normalise(short, options)), flush=True)
    print(f"{tried:,} tried, {len(found)} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
