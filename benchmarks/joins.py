"""Hold the joiners against damage done to edited text: ``joins.py TOKENS [--fold K] [--show N]``.

TOKENS is the file the lexicon is made from. With ``--fold`` the lexicon is made from four fifths of the
sentences and tried on the fifth, which is the only fair place to choose a threshold.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import make_lexicon as maker

from textnorm.chars import NON_JOINING, PERSIAN_LETTERS, ZWNJ
from textnorm.lexicon import table

_INVISIBLE = re.compile(f"(?<=[{NON_JOINING}]){ZWNJ}")
_VISIBLE = re.compile(f"(?<=[{PERSIAN_LETTERS}\u0654\u064b]){ZWNJ}(?=[{PERSIAN_LETTERS}])")


def damage(text: str, kind: str) -> str:
    return {"space": text.replace(ZWNJ, " "), "dropped": text.replace(ZWNJ, ""), "clean": text}[kind]


def fold_text(text: str) -> str:
    return re.sub(f"ه{ZWNJ}[یي](?![{PERSIAN_LETTERS}{ZWNJ}])", "هٔ", _INVISIBLE.sub("", text))


def apply(text: str, edits) -> str:
    for start, end, replacement, _ in reversed(edits):
        text = text[:start] + replacement + text[end:]
    return text


def joins_of(text: str) -> set[int]:
    """Offsets of the joiners, counted in letters without blanks and joiners."""
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


def rule_at(source: str, edits) -> dict[int, str]:
    rules, length, index = {}, 0, 0
    for start, _, replacement, rule in edits:
        length += sum(char not in (" ", ZWNJ) for char in source[index:start])
        index = start
        if replacement:
            rules[length] = rule
    return rules


def score(texts: list[str], kind: str, show: int, certainty: str) -> None:
    from textnorm.ruleset.joiners import find_joins

    totals: Counter[str] = Counter()
    by_rule: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    wrong, missed = [], []
    for text in texts:
        gold, noisy = fold_text(text), damage(fold_text(text), kind)
        edits = find_joins(noisy, certainty)
        made = apply(noisy, edits)
        before, want, have = joins_of(noisy), joins_of(gold), joins_of(fold_text(made))
        rules = rule_at(noisy, edits)
        for place in have - before:
            good = place in want
            by_rule[rules.get(place, "?")][good] += 1
            if not good:
                wrong.append(f"{rules.get(place, '?')[8:]}: {around(gold, place)}")
        missed += [around(gold, place) for place in want - before - have]
        totals["tp"] += len((have - before) & want)
        totals["fp"] += len(have - before - want)
        totals["fn"] += len(want - before - have)
        totals["exact"] += fold_text(made) == gold
        totals["damaged"] += noisy != gold
        if noisy == gold:
            totals["right"] += 1
            totals["harm"] += fold_text(made) != gold
        totals["unstable"] += bool(find_joins(made, certainty))
    tp, fp, fn = totals["tp"], totals["fp"], totals["fn"]
    precision, recall = 100 * tp / max(1, tp + fp), 100 * tp / max(1, tp + fn)
    f1 = 2 * precision * recall / max(1, precision + recall)
    print(
        f"{kind:8} P {precision:5.2f} R {recall:5.2f} F1 {f1:5.2f} "
        f"exact {100 * totals['exact'] / len(texts):5.2f} "
        f"harm {100 * totals['harm'] / max(1, totals['right']):5.2f} unstable {totals['unstable']}"
    )
    print("   ", {rule: f"{bad} bad of {bad + good}" for rule, (bad, good) in sorted(by_rule.items())})
    if show:
        picker = random.Random(1)
        for name, items in (("WRONG", wrong), ("MISSED", missed)):
            print(f"  {name} {len(items)}:", " ┃ ".join(picker.sample(items, min(show, len(items)))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokens", type=Path)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--verbs", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--certainty", default="certain")
    parser.add_argument("--kinds", default="space,dropped,clean")
    arguments = parser.parse_args()
    texts = list(maker.sentences(maker.open_lines(arguments.tokens)))
    held = texts
    if arguments.fold is not None:
        blocks = [(index // 20) % 5 == arguments.fold for index in range(len(texts))]
        held = [text for text, out in zip(texts, blocks, strict=True) if out]
        kept = [text for text, out in zip(texts, blocks, strict=True) if not out]
        tagged, rare = maker.read_words(maker.open_lines(arguments.words))
        made = maker.Maker(tagged, rare, maker.open_lines(arguments.verbs), maker.count(kept)).make()
        reader = table.Table(table.pack(made))
        table.load.cache_clear()
        table.load = lambda: reader
        import textnorm.lexicon as lexicon

        lexicon.load = table.load
    lines = [" ".join(text) for text in held]
    for kind in arguments.kinds.split(","):
        began = time.process_time()
        score(lines, kind, arguments.show, arguments.certainty)
        print(f"    {time.process_time() - began:.1f} s")


if __name__ == "__main__":
    main()
