"""What calendar libraries print is read or refused with a reason, never as another day; the page says so."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from textnorm.dates import find_dates

ROOT = Path(__file__).parents[2]
PRINTED = [
    json.loads(line) for line in (Path(__file__).parent / "libraries.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("library", sorted({row["library"] for row in PRINTED}))
def test_no_wrong_day(library: str) -> None:
    for row in PRINTED:
        if row["library"] == library:
            found = find_dates(row["text"])
            assert {date.iso for date in found} <= {"2018-09-30", None}, row
            assert all(date.iso or date.reason for date in found), row


def test_most_is_read() -> None:
    read = [row for row in PRINTED if [date.iso for date in find_dates(row["text"])] == ["2018-09-30"]]
    assert len(read) >= 0.8 * len(PRINTED)


def test_the_page_is_what_the_tool_makes() -> None:
    spec = importlib.util.spec_from_file_location(
        "make_library_dates", ROOT / "tools" / "make_library_dates.py"
    )
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert (ROOT / "docs" / "dates-of-libraries.md").read_text("utf-8") == tool.page()
