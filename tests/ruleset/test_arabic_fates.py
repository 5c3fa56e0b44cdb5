"""docs/arabic-code-points.md says what becomes of every code point of the Arabic blocks, and says it truly."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import ModuleType

import pytest

from support.shared_data import ROOT

PAGE = ROOT / "docs" / "arabic-code-points.md"
ROW = re.compile(r"^\| ([0-9A-F]{4}) \| [^|]* \| (.*) \|$", re.M)


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_arabic_fates", ROOT / "tools" / "make_arabic_fates.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fates() -> ModuleType:
    return _script()


@pytest.fixture(scope="module")
def stated() -> dict[int, list[str]]:
    return {
        int(code, 16): cells.split(" | ") for code, cells in ROW.findall(PAGE.read_text(encoding="utf-8"))
    }


def test_every_code_point_is_there(fates: ModuleType, stated: dict[int, list[str]]) -> None:
    unassigned = {
        int(code, 16)
        for line in re.findall(r"^Not assigned .* kept: (.*)\.$", PAGE.read_text(encoding="utf-8"), re.M)
        for code in line.split(", ")
    }
    whole = {code for first, last in fates.BLOCKS.values() for code in range(first, last + 1)}
    assert unassigned | set(stated) == whole
    assert not unassigned & set(stated)


@pytest.mark.thorough
def test_every_fate_is_true(fates: ModuleType, stated: dict[int, list[str]]) -> None:
    wrong = {
        f"{code:04X}": (said, seen)
        for code, said in stated.items()
        if (seen := [fates.fate(chr(code), options) for options in fates.COLUMNS.values()]) != said
    }
    assert wrong == {}


def test_the_unassigned_are_kept(fates: ModuleType, stated: dict[int, list[str]]) -> None:
    for first, last in fates.BLOCKS.values():
        for code in fates.unassigned(first, last):
            assert fates.fate(chr(code), fates.COLUMNS["STANDARD"]) == "kept"


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="the page is made with the Unicode of Python 3.11"
)
def test_the_page_is_as_generated(fates: ModuleType) -> None:
    assert "\n".join(fates.page()) + "\n" == PAGE.read_text(encoding="utf-8")
