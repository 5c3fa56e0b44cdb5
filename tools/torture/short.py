"""Short texts, all of them: a letter or a word among a few signs, and the laws on each, by the rules and by the core.

What chance finds in a million long texts mostly stands in five characters of one. All texts of a letter and up to three
signs are tried under each choice of options, and by chance some of those with more; findings are made as short as they can be.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from multiprocessing import Pool
from typing import TYPE_CHECKING

from common import ROOT, Attack

if TYPE_CHECKING:
    from textnorm import Explained, Options

SIGNS = (*".,;:?!~-_/()«»\"'…،؛؟%٪*[]=<>1۱a \n\u200c\u00a0\u200e\u064b\u0640",)
LETTERS = ("ر", "ب")
WORDS = ("باد", "می", "ها", "کار", "علي", "او رفت", "and", "12", "۱۲:۳۰")
#: fields of rows, and what a line beside them may have between its own
FIELDS, GAPS = ("ی", "۰", "x", "باد", ""), ("{}", "{} ", " {} ", " {}")
_BATCH = 500
QUICK, FULL = 10_000, 400_000


def attack(quick: bool, seed: int) -> list[Attack]:
    """Try all short texts, and so many that are longer, in two processes."""
    total = Attack("short texts")
    with Pool(2) as pool:
        for tried, failures in pool.imap_unordered(_held, _batches(texts(quick, seed))):
            total.tried += tried - len(failures)
            for failure in failures:
                total.check(False, *failure)
            if not quick:
                print(f"... {total.summary()}", end="\r", flush=True)
    return [total]


def _batches(found: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(itertools.islice(found, _BATCH)):
        yield batch


def texts(quick: bool, seed: int) -> Iterator[str]:
    """Yield texts of a letter and one to three signs, all of them or a sample, and by chance some of words, signs and rows."""
    chance = random.Random(seed)
    if not quick:
        for letter, count in itertools.product(LETTERS, (1, 2, 3)):
            for signs in itertools.product(SIGNS, repeat=count):
                for at in range(count + 1):
                    yield "".join((*signs[:at], letter, *signs[at:]))
    for _ in range(QUICK if quick else FULL):
        pieces = chance.choices(SIGNS, k=chance.randint(2, 6))
        for _ in range(chance.randint(1, 3)):
            pieces.insert(
                chance.randint(0, len(pieces)), chance.choice(LETTERS if chance.random() < 0.5 else WORDS)
            )
        yield "".join(pieces)
        yield _rows(chance)


def _rows(chance: random.Random) -> str:
    """Return a few lines of data, and one among them that is prose or may be a row too."""
    sign = chance.choice(",,;\t:")
    rows = [
        sign.join(chance.choices(FIELDS, k=chance.choice((1, 2, 2, 2, 3))))
        for _ in range(chance.randint(2, 4))
    ]
    pieces = [chance.choice(WORDS)]
    for _ in range(chance.randint(1, 2)):
        pieces += chance.choice(GAPS).format(sign), chance.choice(FIELDS)
    rows.insert(chance.randint(0, len(rows)), "".join(pieces))
    return "\n".join(rows)


@cache
def _choices() -> dict[str, tuple[Callable[[str], str], ...]]:
    """Return by name: what the rules make of a text, what explains it, and what the core makes of it, where there is one."""
    from textnorm import explain
    from textnorm.compiled import compile_rules
    from textnorm.core import core_for, folding_for
    from textnorm.pipeline import run

    sys.path.insert(0, str(ROOT / "tools"))
    from fuzz import profiles

    def choice(options: Options) -> tuple[Callable[[str], str], ...]:
        core = core_for(options) or folding_for(options)
        by_rules = partial(run, rules=compile_rules(options))
        by_changes = partial(_by_changes, partial(explain, options=options))
        return (by_rules, by_changes) if core is None else (by_rules, by_changes, core.normalise)

    return {name: choice(options) for name, options in profiles().items()}


def _by_changes(explained: Callable[[str], Explained], text: str) -> str:
    """Return the text with the changes made, or NUL where they do not make the text that is told with them."""
    from laws import spliced

    done = explained(text)
    return done.text if spliced(text, done.changes) == done.text else "\0"


def _held(batch: list[str]) -> tuple[int, list[tuple[str, ...]]]:
    tried, failures = 0, []
    for text in batch:
        for name in _choices():
            tried += 1
            if law := broken(name, text):
                failures.append((f"{name}: {law}", _shortest(name, text, law)))
    return tried, failures


def _shortest(name: str, text: str, law: str) -> str:
    from shortening import shortened

    return shortened(text, lambda shorter: broken(name, shorter) == law)


def broken(name: str, text: str) -> str:
    """Return which law a text breaks under a choice of options, or nothing."""
    by_rules, by_changes, *by_core = _choices()[name]
    once = by_rules(text)
    if any(core(text) != once for core in by_core):
        return "the core tells it otherwise than the rules"
    if once == text:
        return ""
    if by_rules(once) != once:
        return "twice is not once"
    return "" if by_changes(text) == once else "explaining is not doing"
