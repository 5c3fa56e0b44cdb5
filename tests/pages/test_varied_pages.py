"""What is found on a page does not hang on its letters, the length of its menus, or the tool that wrote it."""

from __future__ import annotations

import pytest

from support.labelled_pages import cases, faults
from support.varied_pages import KINDS, Kind, read_varied

#: pages in the default mode; every few of them are read here, all of them in the thorough run
PAGES = [case for case in cases() if case.mode == "default"]
FEW = PAGES[::12]


def share_right(pages: list, kind: Kind) -> float:
    wrong = [case.name for case in read_varied(pages, kind) if faults(case, "drop")]
    return 100 - 100 * len(wrong) / len(pages)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_few_pages(kind: Kind) -> None:
    assert share_right(FEW, kind) >= kind.right - 8


@pytest.mark.thorough
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_all_pages(kind: Kind) -> None:
    assert share_right(PAGES, kind) >= kind.right
