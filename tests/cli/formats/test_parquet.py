"""Parquet: text columns change, schema, row groups and compression stay."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three row groups, an odd schema, nulls."""
    schema = pa.schema(
        [
            pa.field("id", pa.int8()),
            pa.field("text", pa.large_string()),
            pa.field("more", pa.list_(pa.string())),
        ]
    )
    rows = {
        "id": [1, 2, 3, 4, 5],
        "text": ["\u0643", None, "b\r\n\u0643", "", "c"],
        "more": [["\u0643"], None, [], [None], ["x"]],
    }
    content = pa.table(rows, schema=schema.with_metadata({"who": "us"}))
    pq.write_table(content, tmp_path / "t.parquet", row_group_size=2, compression="gzip")
    return tmp_path / "t.parquet"


def look(path: Path) -> Any:
    file = pq.ParquetFile(path)
    return (
        file.num_row_groups,
        file.schema_arrow,
        file.metadata.row_group(0).column(1).compression,
        file.read().to_pydict(),
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_in_place(command: Callable, table: Path, jobs: int) -> None:
    groups, schema, codec, rows = look(table)
    assert command("normalise", "-i", "-j", jobs, "--column", "text", table) == (0, b"", "")
    rows["text"] = [text and text.replace("\u0643", "\u06a9") for text in rows["text"]]
    after = look(table)
    assert after == (groups, schema, codec, rows)
    assert after[1].metadata == {b"who": b"us"}


def test_to_a_directory_and_as_records(command: Callable, table: Path, tmp_path: Path) -> None:
    assert command("normalise", "-o", f"{tmp_path}/out/", "--column", "text", table).code == 0
    assert look(tmp_path / "out" / "t.parquet")[3]["text"][0] == "\u06a9"
    records = command("clean", "--json", "--column", "text", table).out.splitlines()
    assert [json.loads(line)["line"] for line in records] == [1, 3, 4, 5]


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "--column NAME; they are id, text, more"),
        (("--column", "txt"), "did you mean 'text'?"),
        (("--column", "id"), "column 'id' is int8, no text"),
    ],
)
def test_wrong_columns(command: Callable, table: Path, flags: tuple[str, ...], said: str) -> None:
    before = table.read_bytes()
    ran = command("normalise", "-i", *flags, table)
    assert ran.code == 2
    assert said in ran.err
    assert table.read_bytes() == before


def test_a_cut_file_and_standard_output_are_one_line(command: Callable, table: Path) -> None:
    ran = command("normalise", "--column", "text", table)
    assert ran.code == 2
    assert "use -o or --in-place" in ran.err
    table.write_bytes(table.read_bytes()[:-9])
    ran = command("normalise", "-i", "--column", "text", table)
    assert ran.code == 2
    assert "no whole Parquet file" in ran.err
    assert "internal error" not in ran.err
