"""Fuzzes every public function with seeded mutations of the rules' examples: the same texts at every run.

    python tools/fuzz_seeded.py                              as in CI
    python tools/fuzz_seeded.py --texts 300000 --seed 7      others, and more of them

What libFuzzer tries (fuzz.py) hangs on the coverage that it measures and on the order in which a folder lists its files,
whatever its seed. Here nothing does: each example is mutated by a chance of its own, so that one that is added changes
hardly any texts but its own, and the digest of all that was tried is printed. The targets are those of fuzz.py; each
finding is made as short as it can be.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from bisect import bisect
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from fuzz import Target, examples, targets
from shortening import shortened

#: signs that rules look at, odd characters, half of a broken pair, and short pieces that structures begin with
PIECES = (
    *" \t\n\u00a0\u200c\u200d\u200b\u00ad\u200f\u202b\ufeff\u0640\u064b\u0651\u0654\u06f5٣1a\u06a9\u064a\u06c0\u0629\u0621",
    *",.;:!?()[]{}<>«»،؛؟٪%/\\-–_\"'“”„…*#@&=+|~^`$\r\x0b\x1e\x85\x93\ue000\ufffd\udc81",
    *"  ,... .. :: '' << >> ** __ ``` --> &zwnj; &lt; https://a.ir/ @a [^1] {0} C:\\ a@b.c =\" 12:30 1.5 ۱۴۰۲/۷/۸".split(
        " "
    ),
    *"ها می ه\u200cی تر ام را و از باد كتاب لڑکا ہے ئەو هذا the ABC 😀 ❤️ ﷲ \\x ۲۰%".split(" "),
)
_MOST_FOUND = 20


class Examples(list[str]):
    """The texts to begin with, in the order of their places on a circle, where a chance finds its neighbour."""

    def __init__(self, texts: set[str]) -> None:
        placed = sorted((hashlib.sha256(text.encode()).hexdigest(), text) for text in texts)
        super().__init__(text for _, text in placed)
        self._places = [place for place, _ in placed]

    def one(self, chance: random.Random) -> str:
        """Return one of the texts: nearly always the same one when a text is added elsewhere."""
        return self[bisect(self._places, f"{chance.getrandbits(256):064x}") % len(self)]


def tried(seed: int, count: int, names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield *count* pairs of a target's name and a text."""
    texts = Examples(examples())
    for number in range(count):
        turn, place = divmod(number, len(texts))
        chance = random.Random(f"{seed} {turn} {texts[place]}")
        yield chance.choice(names), mutated(texts[place], texts, chance)


def mutated(text: str, texts: Examples, chance: random.Random) -> str:
    """Return the text after one to eight changes."""
    for _ in range(1 << chance.randrange(4)):
        start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        end = min(end, start + chance.choice((0, 0, 1, 1, 2, 8, len(text))))
        kind = chance.random()
        if kind < 0.55:
            put = chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 3))
        elif kind < 0.75:
            put = ""
        elif kind < 0.9:
            put = chance.choice(("", " ", "\n")) + texts.one(chance)
        else:
            put = text[start:end] * 2
        text = text[:start] + put + text[end:]
    return text


def fault(target: Target, text: str) -> str:
    """Return what is wrong with the target on the text, or nothing."""
    try:
        target(text)
    except Exception as error:
        said = error.args[0] if error.args else ""
        return f"{type(error).__name__} {said[0] if isinstance(said, tuple) else said}"
    return ""


def shortest(target: Target, text: str, wrong: str) -> str:
    """Return the text without all that the finding does not need."""
    return shortened(text, lambda shorter: fault(target, shorter) == wrong)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    named, digest, found = targets(), hashlib.sha256(), set()
    for name, text in tried(asked.seed, asked.texts, list(named)):
        digest.update(f"{name}\x00{text}\x00".encode("utf-8", "surrogatepass"))
        if len(found) < _MOST_FOUND and (wrong := fault(named[name], text)):
            short = shortest(named[name], text, wrong)
            if (name, short) not in found:
                found.add((name, short))
                print(f"{name}\n  {wrong}\n  {short!a}", flush=True)
    print(f"{asked.texts:,} texts of seed {asked.seed}, digest {digest.hexdigest()[:16]}: {len(found)} found")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
