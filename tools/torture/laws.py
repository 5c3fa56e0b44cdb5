"""Law calls on texts shaken together: no exception, twice is once, explaining is doing, changes splice back."""

from __future__ import annotations

import random
import sys
from multiprocessing import Pool

from common import Attack

QUICK, FULL = 60_000, 1_200_000
_BATCH = 400


def attack(quick: bool, seed: int) -> list[Attack]:
    """Try so many calls, in two processes."""
    wanted = QUICK if quick else FULL
    total = Attack("law calls")
    numbers = iter(range(seed * 1_000_003, sys.maxsize))
    with Pool(2) as pool:
        while total.tried < wanted and total.failed < 50:
            for tried, failures in pool.map(_batch, [next(numbers) for _ in range(4)]):
                total.tried += tried - len(failures)
                for failure in failures:
                    total.check(False, *failure)
            if not quick:
                print(f"... {total.summary()}", end="\r", flush=True)
    return [total]


def _batch(seed: int) -> tuple[int, list[tuple[str, ...]]]:
    from support.public import PROFILES, STR_TO_STR
    from textnorm import convert_dates, explain, explain_clean, explain_dates, find_dates, normalise

    sys.path.insert(0, str(__import__("common").ROOT / "tools"))
    from shake import text_of

    chance = random.Random(seed)
    tried, failures = 0, []
    for _ in range(_BATCH // 10):
        text = "".join(
            text_of(chance) + chance.choice(["", " ", "\n", "\n\n"]) for _ in range(chance.randint(1, 3))
        )
        for name, function in STR_TO_STR.items():
            tried += 2
            try:
                once = function(text)
                if function(once) != once:
                    failures.append((f"{name}: twice is not once", text))
            except Exception as error:
                failures.append((f"{name}: {type(error).__name__} {error}", text))
        for name, options in PROFILES.items():
            tried += 1
            done = explain(text, options)
            if done.text != normalise(text, options) or spliced(text, done.changes) != done.text:
                failures.append((f"{name}: explaining is not doing", text))
        for found in find_dates(text):
            if text[found.start : found.end] != found.text:
                failures.append(("a date has wrong offsets", text))
        for explained, done_text in ((explain_dates(text), convert_dates(text)), (explain_clean(text), None)):
            tried += 1
            if spliced(text, explained.changes) != explained.text or done_text not in (None, explained.text):
                failures.append(("changes do not splice", text))
    return tried, failures


def spliced(text: str, changes: object) -> str:
    """Return the text with the changes made."""
    pieces, at = [], 0
    for change in changes:  # type: ignore[attr-defined]
        pieces += [text[at : change.start], change.after]
        at = change.end
    return "".join([*pieces, text[at:]])
