"""Hostile pages cost time in proportion to their length."""

from __future__ import annotations

import pytest

from support.growth import assert_linear
from textnorm.pages import PageOptions, clean, read_page

UNITS = {
    "comments": "Comments\n",
    "short lines": "a b\nc 1\n",
    "dates": "۱۳۹۷ مهر ۸, یکشنبه\n",
    "years": "2018 2019\n",
    "nbsp": " \N{NO-BREAK SPACE}",
    "spaces": "     ",
    "quotes": 'a "b. "(',
    "hyphens": "Aa-Bb-Aa",
    "links": "Also Read: x\n",
    "titles": "The same long title here\n\n",
    "humps": "aB",
    "digits": "1111",
    "posts": "Rain on the coast\n۸ مهر ۱۳۹۷\nIt rained all day in the north and the roads were wet.\n",
    "threads": "3 Comments\nLena says:\nGood bread, I thought, and went on reading.\n",
    "menus": "Home\nAbout us\nLog in\nThe river rose in the night and the mill stood in the water.\nShare\n",
    "sentences": "It rained all day in the north and the roads were wet.\n",
    "links alone": "a\n\n_",
    "rows": "[ ۸ مهر ۱۳۹۷ ] [ 13:20 ] [ مینا ]\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("mode", ["careful", "page", "read", "read page"])
def test_work_grows_with_the_page_and_not_faster(unit: str, mode: str) -> None:
    def call(text: str) -> None:
        if mode.startswith("read"):
            read_page(text, PageOptions(mode="page" if "page" in mode else "careful", comments="keep"))
        else:
            clean(text, PageOptions(mode=mode))  # type: ignore[arg-type]

    small = UNITS[unit] * (8_000 // len(UNITS[unit]))
    assert_linear(call, small, 8 * small, 8)
