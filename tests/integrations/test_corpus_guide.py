"""The two programs of docs/guides/corpus.md run as they stand, on Spark and on datatrove."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.engines import SOURCE, need

need("pyspark", "pandas", "datatrove", "orjson")

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "corpus.md").read_text(encoding="utf-8")
ROW = {"id": "1", "text": "علي كتاب هاي خوب را در ۸ مهر ۱۳۹۷ خواند\n\nادامه مطلب"}
CLEAN = "علی کتاب\u200cهای خوب را در ۸ مهر ۱۳۹۷ خواند"


def run(chapter: str, folder: Path) -> None:
    """Run the program of a chapter, as a file of its own, in the folder."""
    program = re.search(r"^```python\n(.*?)^```", GUIDE.split(f"## {chapter}\n", 1)[1], re.M | re.S)
    assert program is not None
    (folder / "program.py").write_text(program[1], encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    line = json.dumps(ROW, ensure_ascii=False) + "\n"
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "0.jsonl").write_text(line, encoding="utf-8")
    (tmp_path / "pages.jsonl").write_text(line, encoding="utf-8")
    return tmp_path


def test_spark(folder: Path) -> None:
    import pandas as pd

    run("On Spark", folder)
    (row,) = pd.read_parquet(folder / "clean.parquet").to_dict("records")
    assert row["normalised"].strip() == CLEAN
    assert row["why_not"] is None


def test_datatrove(folder: Path) -> None:
    run("On datatrove", folder)
    (line,) = [line for path in (folder / "out").iterdir() for line in path.open(encoding="utf-8")]
    row = json.loads(line)
    assert row["text"].strip() == CLEAN
    assert [date["date"] for date in row["metadata"]["dates"]] == ["2018-09-30"]
