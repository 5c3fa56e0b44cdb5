"""What stands at the edges tells pages from texts: the small pages and near-misses of fixtures/edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from textnorm import clean
from textnorm.pages.content.gate import has_menus
from textnorm.pages.interface import role_bits

EDGES = Path(__file__).parents[3] / "fixtures" / "edges"


def cases(file: str) -> dict[str, list[tuple[str, str]]]:
    """Return the labelled lines of each case of a file."""
    parts = (EDGES / file).read_text(encoding="utf-8").split("\n=== ")[1:]
    rows = (part.rstrip("\n").split("\n") for part in parts)
    return {name: [(row[0], row[2:]) for row in body] for name, *body in rows}


PAGES, TEXTS = cases("pages.lines"), cases("texts.lines")


@pytest.mark.parametrize("name", PAGES)
def test_the_text_of_a_small_page_stays_alone(name):
    rows = PAGES[name]
    left = clean("\n".join(line for _, line in rows)).split("\n")
    asked = [line for line in left if line and ("x", line) not in rows]
    assert asked == [line for label, line in rows if label == "k"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_comes_out_whole(name):
    text = "\n".join(line for _, line in TEXTS[name])
    assert clean(text) == text


def weighed(*lines: str) -> bool:
    """Tell whether lines without menu words are enough."""
    return has_menus(lines, [0] * len(lines), [*map(role_bits, lines)], "auto")


def test_rows_of_one_shape_count_once():
    assert weighed("تماس با ما", "نقشه سایت", "ارسال نظر")
    assert not weighed(*(f"قیمت: {price} تومان" for price in range(1000, 1020)))
    assert not weighed(*(["Read more"] * 9))
