"""``textnorm-spark`` as people start it: the real command, by itself and under spark-submit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support import mixed
from support.engines import SOURCE, need

need("pyspark", "pyarrow", "pandas")

import pyarrow.parquet as pq  # noqa: E402

import textnorm  # noqa: E402
from textnorm import EDITORIAL  # noqa: E402
from textnorm.integrations import plain_data  # noqa: E402

ROWS = list(mixed.rows(40_000))
ENVIRONMENT = os.environ | {
    "PYTHONPATH": str(SOURCE),
    "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_DRIVER_PYTHON": sys.executable,
}
COMMAND = [sys.executable, "-m", "textnorm.integrations.spark.submit"]
QUIET = ["--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mixed.write_json_lines(tmp_path / "in.jsonl", ROWS)
    mixed.write_parquet(tmp_path / "in.parquet", ROWS, groups=2)
    return tmp_path


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=ENVIRONMENT, cwd=folder, capture_output=True, text=True, check=False)


def good_rows() -> dict[int, str]:
    return {number: text for number, text in ROWS if text and not mixed.is_bad(number)}


def test_by_itself_with_a_report(folder: Path) -> None:
    arguments = [
        "in.parquet",
        "out",
        "--input-format",
        "parquet",
        "--output-format",
        "json",
        "--column",
        "text",
    ]
    done = run(
        [
            *COMMAND,
            *arguments,
            "--profile",
            "editorial",
            "--counts",
            "--strict",
            "--report",
            "report.json",
            "--master",
            "local[1]",
            *QUIET,
        ],
        folder,
    )
    assert (done.returncode, done.stdout) == (1, ""), done.stderr[-2000:]
    assert (folder / "report.json").exists(), done.stderr[-2000:]
    counts = json.loads((folder / "report.json").read_text(encoding="utf-8"))["columns"]["text"]
    good = good_rows()
    explained = {number: plain_data.explained(text, EDITORIAL) for number, text in good.items()}
    assert counts["missing"] == sum(text is None and not mixed.is_bad(number) for number, text in ROWS)
    assert counts["failed"] == len(ROWS) - len(good) - counts["missing"] > 0
    assert counts["changed"] == sum(explained[number]["text"] != text for number, text in good.items())
    assert counts["changes"]["arabic-yeh"] == sum(
        one["counts"].get("arabic-yeh", 0) for one in explained.values()
    )
    lines = [
        json.loads(line) for part in (folder / "out").glob("*.json") for line in part.open(encoding="utf-8")
    ]
    assert {row["id"]: row["text_normalised"] for row in lines if "text_normalised" in row} == {
        number: one["text"] for number, one in explained.items()
    }


def test_under_spark_submit(folder: Path) -> None:
    script = run([*COMMAND, "--script"], folder).stdout.strip()
    submit = [sys.executable, "-m", "pyspark.find_spark_home"]
    home = Path(run(submit, folder).stdout.strip())
    command = [str(home / "bin" / "spark-submit"), "--master", "local[1]", *QUIET, script]
    done = run([*command, "in.jsonl", "out", "--column", "text", "--task", "dates"], folder)
    assert done.returncode == 0, done.stderr[-2000:]
    report = json.loads(done.stdout[done.stdout.index("{") :])
    rows = {row["id"]: row["text_dates"] for row in pq.read_table(folder / "out").to_pylist() if row["text"]}
    found = {number: textnorm.find_dates(text) for number, text in good_rows().items()}
    assert {n: [d["text"] for d in dates] for n, dates in rows.items()} == {
        n: [d.text for d in dates] for n, dates in found.items()
    }
    assert report["rows"] == len(ROWS)
    assert report["unreadable"] == len(ROWS) - len(rows) - sum(text is None for _, text in ROWS) > 0
    assert report["columns"]["text"]["dates"] == sum(map(len, found.values()))


def test_posts(folder: Path) -> None:
    page = "۱۳۹۷ مهر ۸, یکشنبه\n\nباران در شمال\n\nديروز در شمال باران باريد و امروز هوا صاف است.\n"
    mixed.write_json_lines(folder / "pages.jsonl", [(1, page), (2, None)])
    done = run(
        [
            *COMMAND,
            "pages.jsonl",
            "out",
            "--column",
            "text",
            "--task",
            "tidy",
            "--master",
            "local[1]",
            *QUIET,
        ],
        folder,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    rows: list[dict[str, Any]] = sorted(pq.read_table(folder / "out").to_pylist(), key=lambda row: row["id"])
    assert [row["post_number"] for row in rows] == [0, None]
    assert rows[0]["post_date"].isoformat() == "2018-09-30"
    assert rows[0]["post_body"].startswith("دیروز")


@pytest.mark.parametrize("arguments", [["in", "out"], ["in", "out", "--column", "a", "--column", "b", "--task", "tidy"], ["in", "out", "--column", "a", "--profile", "best"]])  # fmt: skip
def test_wrong_arguments_start_no_job(folder: Path, arguments: list[str]) -> None:
    done = run([*COMMAND, *arguments], folder)
    assert done.returncode == 2
    assert "error: " in done.stderr
