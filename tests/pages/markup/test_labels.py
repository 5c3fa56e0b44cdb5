"""Labels over links to other articles are no text, whatever they say; what heads anything else is."""

from __future__ import annotations

import importlib.util

import pytest

from textnorm.pages.markup.labels import without_labels
from textnorm.pages.markup.tree import built, parse_page

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
LINK = "<a href='/x'><div>چرا باران نمی‌بارد</div></a>"


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        (f"<div><span>پیشنهاد ما</span>{LINK}</div>", "t--t"),
        (f"<div><h3>پیشنهاد ما</h3>{LINK}</div>", "t--t"),
        (f"<span>پیشنهاد ما</span>{LINK}", "tt-t"),
        (f"<div><p>باران دیشب چه کرد؟</p>{LINK}</div>", "tt-t"),
        (f"<div><p>پیشنهاد ما</p>{LINK}<p>و باران بارید.</p></div>", "tt-tt"),
        ("<div><p>پیشنهاد ما</p><p>چرا باران نمی‌بارد</p></div>", "tt-t"),
    ],
)
def test_a_label_goes_where_its_element_holds_links_alone(box: str, kept: str) -> None:
    found = built(parse_page(f"<div><p>باران بارید.</p>{box}<p>باد آمد.</p></div>"))
    text = [line != "چرا باران نمی‌بارد" for line in found.lines]
    assert without_labels(text, found) == [letter == "t" for letter in kept]


def test_links_that_are_text_keep_their_label() -> None:
    found = built(parse_page(f"<div><p>باران بارید.</p><div><span>پیشنهاد ما</span>{LINK}</div></div>"))
    assert without_labels([True] * 3, found) == [True] * 3
