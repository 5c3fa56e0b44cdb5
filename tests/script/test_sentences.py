"""Sentences of another script with Persian words or guillemets in them keep their own marks."""

from __future__ import annotations

import pytest

from textnorm import EDITORIAL, STANDARD, normalise

#: nothing changes
STAYS = (
    "The word کتاب, meaning book, is common.",
    "The word , کتاب , means book in Persian.",
    'She wrote "سلام" , then left the room ; nobody asked why ?',
    "In Persian, سلام means hello ; خداحافظ means goodbye ?",
    "Un « acte 45 », une marche mondiale pour le climat",
    "« Oui », dit-il ; « Non » ?",
    "Он сказал: «Да», и ушёл ; «Нет» ?",
    "»Ja«, sagte er, »nein« ?",
)
#: words of another script in a Persian sentence, and marks between Persian words
CHANGES = {
    "این کتاب , که Python in Action نام دارد , خوب است .": "این کتاب، که Python in Action نام دارد، خوب است.",
    "Python, Java و Rust , زبان‌های برنامه‌نویسی هستند": "Python, Java و Rust، زبان‌های برنامه‌نویسی هستند",
    "کتاب Learning to code, second edition را خواندم ,خوب بود": "کتاب Learning to code, second edition را خواندم، خوب بود",
    "The title was كتاب and the author علي , both famous.": "The title was کتاب and the author علی , both famous.",
    "We use باران , باد , and snow in this small paper.": "We use باران، باد , and snow in this small paper.",
    "«باران» ,«باد»": "«باران»، «باد»",
}


@pytest.mark.parametrize("options", [STANDARD, EDITORIAL], ids=["standard", "editorial"])
@pytest.mark.parametrize("text", STAYS)
def test_marks_of_the_other_script_stay(text: str, options: object) -> None:
    assert normalise(text, options) == text  # type: ignore[arg-type]


@pytest.mark.parametrize("text", CHANGES)
def test_marks_of_persian_become_persian(text: str) -> None:
    assert normalise(text) == CHANGES[text]
