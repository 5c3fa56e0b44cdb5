"""``textnorm demo``: a small tour on text of our own, for the first minute."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import textnorm
from textnorm.report.character_names import code, label

CHANGES = "علي  كتاب هاي خوب را مي خواند ,باران هم ميبارد ."
STAYS = 'کد `x  =  a[i] , b` در README.md v1.2.0 ماند؛ "see  it ,ok?" یہ کتاب ہے'
DATES = "جلسه در ۸ مهر ۱۳۹۷ بود، نه در ۳۰ اسفند ۱۴۰۲؛ شاید در مهر ۱۳۹۸"
PAGE = """Home News Weather Rain over the northern coast

۱۳۹۷ مهر ۸, یکشنبه

Rain over the northern coast

By Sara Ahmadi
هواشناسي مي گويد بارش ها از فردا كم تر مي شود ، اما دماي هوا پايين مي ماند.
Two boats in the old harbour of the town, seen from the pier
Two boats in the old harbour of the town, seen from the pier

ادامه مطلب
"""
NEXT = """textnorm tidy FILE                  the same for a page of your own
textnorm normalise --diff FILE      what would change
textnorm serve --open               a page to try texts on
textnorm --help                     all commands"""


def tour() -> Iterator[tuple[str, str]]:
    """Heading and text of each stop; every result is worked out here and now."""
    yield "1. Persian is repaired", f"{CHANGES}\n{textnorm.normalise(CHANGES)}"
    yield "2. by rules that say what they did", "\n".join(_changes(CHANGES))
    yield "3. and all that is not Persian stays as it is", f"{STAYS}\n{_verdict(STAYS)}"
    yield "4. Solar Hijri dates are found, never guessed", "\n".join(_dates(DATES))
    yield "5. A scraped page …", PAGE.rstrip()
    yield "… tidied", textnorm.tidy(PAGE).rstrip()
    yield "6. Now yours", NEXT


def show() -> int:
    """Print the tour."""
    for heading, text in tour():
        indented = "\n".join(f"   {line}".rstrip() for line in text.splitlines())
        sys.stdout.write(f"{heading}\n\n{indented}\n\n")
    sys.stdout.flush()
    return 0


def _changes(text: str) -> Iterator[str]:
    for change in textnorm.explain(text).changes:
        both = f"{_named(change.before)} → {_named(change.after)}"
        yield f"{change.start:>3}  {both:<26}  {', '.join(change.rules)}"


def _named(text: str) -> str:
    """Code points, since Arabic and Persian letters look the same, and labels for what nobody sees."""
    return " ".join(label(c, "") or code(c) for c in text) or "∅"


def _verdict(text: str) -> str:
    return "(nothing changed)" if textnorm.normalise(text) == text else textnorm.normalise(text)


def _dates(text: str) -> Iterator[str]:
    yield text
    for date in textnorm.find_dates(text):
        yield f"{date.text}: {date.iso or date.reason}"
