"""Hold the joiners against damage done to edited text: ``joins.py TOKENS [--fold K] [--show N]``.

TOKENS is the file the lexicon is made from. With ``--fold`` (and the other sources of
`make_lexicon.py` as ``--sources``) the lexicon is made from four fifths of the
sentences and tried on the fifth, which is the only fair place to choose a threshold.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import lexicon_sources as sources
from make_lexicon import Maker

from textnorm import lexicon
from textnorm.chars import NON_JOINING, PERSIAN_LETTERS, ZWNJ
from textnorm.edits import Edit
from textnorm.lexicon import table
from textnorm.ruleset.joiners import articles, boundaries, inflected, living, morphemes, scan, stripped
from textnorm.ruleset.joiners.finding import find_joins

#: sentences are held out in blocks, so that one text does not stand on both sides
BLOCK, FOLDS = 20, 5
_INVISIBLE = re.compile(f"(?<=[{NON_JOINING}]){ZWNJ}")
_VISIBLE = re.compile(f"(?<=[{PERSIAN_LETTERS}\u0654\u064b]){ZWNJ}(?=[{PERSIAN_LETTERS}])")


def damage(text: str, kind: str) -> str:
    return {"space": text.replace(ZWNJ, " "), "dropped": text.replace(ZWNJ, ""), "clean": text}[kind]


def fold_text(text: str) -> str:
    return re.sub(f"ه{ZWNJ}[یي](?![{PERSIAN_LETTERS}{ZWNJ}])", "هٔ", _INVISIBLE.sub("", text))


def apply(text: str, edits: list[Edit]) -> str:
    for start, end, replacement, _ in reversed(edits):
        text = text[:start] + replacement + text[end:]
    return text


def joins_of(text: str) -> set[int]:
    """Offsets of the joiners, counted in letters without spaces and joiners."""
    places, length = set(), 0
    for index, char in enumerate(text):
        if char == ZWNJ:
            if _VISIBLE.match(text, index):
                places.add(length)
        elif char != " ":
            length += 1
    return places


def around(text: str, place: int, width: int = 14) -> str:
    length = 0
    for index, char in enumerate(text):
        if char not in (" ", ZWNJ):
            if length == place:
                return text[max(0, index - width) : index] + "|" + text[index : index + width]
            length += 1
    return ""


def rule_at(source: str, edits: list[Edit]) -> dict[int, str]:
    rules, length, index = {}, 0, 0
    for start, _, replacement, rule in edits:
        length += sum(char not in (" ", ZWNJ) for char in source[index:start])
        index = start
        if replacement:
            rules[length] = rule
    return rules


@dataclass
class Report:
    """What one kind of damage comes to."""

    totals: Counter[str] = field(default_factory=Counter)
    by_rule: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, gold: str, noisy: str, certainty: str) -> None:
        """Repair `noisy` and count what was joined, missed and harmed."""
        edits = find_joins(noisy, certainty)
        made = apply(noisy, edits)
        before, want, have = joins_of(noisy), joins_of(gold), joins_of(fold_text(made))
        self._blame(gold, have - before, want, rule_at(noisy, edits))
        self.missed += [around(gold, place) for place in want - before - have]
        whole, harmed = fold_text(made) == gold, noisy == gold and fold_text(made) != gold
        self.totals.update(
            tp=len((have - before) & want),
            fp=len(have - before - want),
            fn=len(want - before - have),
            exact=whole,
            right=noisy == gold,
            harm=harmed,
            unstable=bool(find_joins(made, certainty)),
            lines=1,
        )

    def _blame(self, gold: str, added: set[int], want: set[int], rules: dict[int, str]) -> None:
        for place in added:
            rule = rules.get(place, "?")
            self.by_rule[rule][place in want] += 1
            if place not in want:
                self.wrong.append(f"{rule.removeprefix('joiners.')}: {around(gold, place)}")

    def show(self, kind: str, samples: int) -> None:
        """Print the figures and some of the mistakes."""
        totals = self.totals
        precision = 100 * totals["tp"] / max(1, totals["tp"] + totals["fp"])
        recall = 100 * totals["tp"] / max(1, totals["tp"] + totals["fn"])
        f1 = 2 * precision * recall / max(1, precision + recall)
        exact, harm = totals["exact"] / totals["lines"], totals["harm"] / max(1, totals["right"])
        print(f"{kind:8} P {precision:5.2f} R {recall:5.2f} F1 {f1:5.2f}", end=" ")
        print(f"exact {100 * exact:5.2f} harm {100 * harm:5.2f} unstable {totals['unstable']}")
        print(
            "   ", {rule: f"{bad} bad of {bad + good}" for rule, (bad, good) in sorted(self.by_rule.items())}
        )
        picker = random.Random(1)
        for name, items in (("WRONG", self.wrong), ("MISSED", self.missed)) if samples else ():
            print(f"  {name} {len(items)}:", " ┃ ".join(picker.sample(items, min(samples, len(items)))))


def held_out(texts: list[list[str]], fold: int, paths: Sequence[Path]) -> list[list[str]]:
    """Make the lexicon without one fifth of the sentences, put it in place, and return that fifth."""
    out = [(index // BLOCK) % FOLDS == fold for index in range(len(texts))]
    kept = [text for text, left in zip(texts, out, strict=True) if not left]
    words, verbs, vocabulary, compounds, more = map(sources.open_lines, paths)
    listed, known = sources.read_words(words), sources.read_vocabulary(vocabulary, compounds)
    counts = sources.count(kept)
    sources.add_pairs(counts, sources.sentences(more))
    entries = Maker(listed, verbs, counts, known).make()
    reader = table.Table(table.pack(entries))
    for module in (table, lexicon, articles, boundaries, inflected, living, morphemes, scan, stripped):
        module.load = lambda: reader  # type: ignore[attr-defined]
    return [text for text, left in zip(texts, out, strict=True) if left]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokens", type=Path)
    parser.add_argument(
        "--sources", type=Path, nargs=5, metavar=("WORDS", "VERBS", "VOCABULARY", "COMPOUNDS", "MORE")
    )
    parser.add_argument("--fold", type=int)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--certainty", default="certain")
    parser.add_argument("--kinds", default="space,dropped,clean")
    arguments = parser.parse_args()
    texts = list(sources.sentences(sources.open_lines(arguments.tokens)))
    if arguments.fold is not None:
        texts = held_out(texts, arguments.fold, arguments.sources)
    for kind in arguments.kinds.split(","):
        report = Report()
        for text in texts:
            gold = fold_text(" ".join(text))
            report.add(gold, damage(gold, kind), arguments.certainty)
        report.show(kind, arguments.show)


if __name__ == "__main__":
    main()
