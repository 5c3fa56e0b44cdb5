"""Work grows with the length of the text and no faster, for hostile text too: two sizes, compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.growth import assert_linear
from support.public import STR_TO_STR
from textnorm import EDITORIAL, SEARCH, explain, normalise
from textnorm.chars import ZWNJ

HOSTILE = {
    "zwnj": ZWNJ,
    "zwnj in a word": "ب" + ZWNJ,
    "spaces": " ",
    "space and word": "باد " + " " * 7,
    "marks": "\u064e",
    "marked letters": "بَّ",
    "quotes": '"',
    "guillemets": "«باد ",
    "brackets": "( باد",
    "digits": "۱",
    "dots": ".",
    "tags": "<b ",
    "ampersands": "&amp;",
    "ampersand": "&",
    "backticks": "`",
    "fences": "```\n",
    "slashes": "/",
    "colons": "باد:",
    "at signs": "a@",
    "domains": "a.",
    "hash": "#",
    "alternating scripts": "باد a ",
    "one letter": "ا",
    "stretched words": "باااد ",
    "affixes": "می ها تر ",
    "foreign": "ٹے ",
    "newlines": "\n",
    "bidi": "\u200fا",
    "soft hyphens": "ب\u00ad",
    "mojibake": "Ø§",
    "mojibake 1256": "ط§",
    "tatweel": "بـ",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("function", ["standard", "editorial", "search", "explain"])
def test_time_is_linear(name: str, function: str) -> None:
    call: Callable[[str], object] = {
        "standard": normalise,
        "editorial": lambda text: normalise(text, EDITORIAL),
        "search": lambda text: normalise(text, SEARCH),
        "explain": explain,
    }[function]
    piece = HOSTILE[name]
    small = piece * (8_000 // len(piece))
    assert_linear(call, small, 8 * small, 8)


@pytest.mark.thorough
@pytest.mark.parametrize("unit", ["\u064b\u0651", "\u0651\u064b\u0650", "a\u0301\u0323"])
@pytest.mark.parametrize("name", STR_TO_STR)
def test_marks_in_any_order_are_linear_in_every_function(name: str, unit: str) -> None:
    """Normalisation forms sort the marks behind a letter, in quadratic time."""
    other = 60 * [*STR_TO_STR].index(
        name
    )  # each has texts of its own: what one has read another may remember
    small = unit * ((1_500 + other) // len(unit))
    assert_linear(STR_TO_STR[name], small, 8 * small, 8)
