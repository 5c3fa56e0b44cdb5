"""A hundred megabytes on two masters, a killed worker, and what Spark costs. A few minutes."""

from __future__ import annotations

import json
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from support import mixed
from support.engines import cpu_seconds, need, running, session

need("pyspark", "pyarrow", "pandas", "psutil")

import pyarrow.parquet as pq  # noqa: E402

import textnorm  # noqa: E402
from textnorm.integrations.spark import normalise_column  # noqa: E402

MEGABYTES = int(os.environ.get("TEXTNORM_ENGINES_MB", "100"))
#: the share of the library's own speed per core that must be left under Spark
LEAST_SHARE = 0.7
#: what is killed, by a part of its command line
VICTIMS = ["pyspark.daemon", "CoarseGrainedExecutorBackend"]
SCHEMA = "id BIGINT, text STRING, _corrupt_record STRING"


class Corpus(NamedTuple):
    """The files, what the plain loop makes of their rows, and what that took."""

    parquet: Path
    json_lines: Path
    size: int
    normalised: dict[int, str | None]
    seconds: float
    cpu: float


def plain_loop(table: list[tuple[int, str | None]]) -> tuple[dict[int, str | None], float]:
    """What everybody would write, and the CPU time that it takes."""
    started = time.process_time()
    done = {number: None if text is None else textnorm.normalise(text) for number, text in table}
    return done, time.process_time() - started


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    table = list(mixed.rows(MEGABYTES * 1_000_000))
    mixed.write_parquet(folder / "mixed.parquet", table)
    mixed.write_json_lines(folder / "mixed.jsonl", table)
    size = sum(len(text.encode()) for _, text in table if text)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(plain_loop, [table[:50], table[50:100]]))
        started = time.perf_counter()
        halves = list(pool.map(plain_loop, [table[::2], table[1::2]]))
        seconds = time.perf_counter() - started
    normalised = halves[0][0] | halves[1][0]
    normalised |= {number: None for number in normalised if mixed.is_bad(number)}
    return Corpus(
        folder / "mixed.parquet",
        folder / "mixed.jsonl",
        size,
        normalised,
        seconds,
        halves[0][1] + halves[1][1],
    )


def written(folder: Path) -> dict[int, str | None]:
    """What the job wrote, every row once."""
    table = pq.read_table(folder, columns=["id", "clean"])
    ids, texts = table["id"].to_pylist(), table["clean"].to_pylist()
    assert len(set(ids)) == len(ids)
    return dict(zip(ids, texts, strict=True))


def errors(folder: Path) -> dict[int, str]:
    table = pq.read_table(folder, columns=["id", "clean_error"], filters=[("clean_error", "!=", "")])
    return dict(zip(table["id"].to_pylist(), table["clean_error"].to_pylist(), strict=True))


def normalise_to(source: Any, folder: Path) -> None:
    normalise_column(source, "text", output="clean").drop("text").write.parquet(str(folder))


def test_parquet_on_two_threads_and_what_it_costs(corpus: Corpus, tmp_path: Path, capsys: Any) -> None:
    with session("local[2]") as spark:
        source = spark.read.parquet(str(corpus.parquet))
        normalise_to(source.limit(2000), tmp_path / "warm")
        before, started = cpu_seconds(), time.perf_counter()
        normalise_to(source, tmp_path / "out")
        seconds, cpu = time.perf_counter() - started, cpu_seconds() - before
    assert written(tmp_path / "out") == corpus.normalised
    bad = errors(tmp_path / "out")
    assert bad
    assert all(
        mixed.is_bad(number) and reason.startswith("UnicodeDecodeError") for number, reason in bad.items()
    )
    megabytes = corpus.size / 1e6
    figures = {
        "megabytes": round(megabytes, 1),
        "plain, two processes": {"seconds": round(corpus.seconds, 1), "CPU seconds": round(corpus.cpu, 1)},
        "Spark, local[2]": {"seconds": round(seconds, 1), "CPU seconds": round(cpu, 1)},
        "plain, MB a second of a core": round(megabytes / corpus.cpu, 2),
        "Spark, MB a second of a core": round(megabytes / cpu, 2),
        "share": round(corpus.cpu / cpu, 3),
        "share by the clock": round(corpus.seconds / seconds, 3),
    }
    with capsys.disabled():
        print("\n" + json.dumps(figures))
    assert corpus.cpu / cpu >= LEAST_SHARE


def test_json_lines_on_two_workers_of_which_one_is_killed(corpus: Corpus, tmp_path: Path) -> None:
    """Workers in processes of their own; a Python worker and then an executor are killed in mid-job."""
    # so many tasks that some are left when the second victim falls, however small the corpus is
    share = str(max(MEGABYTES * 1_000_000 // 16, 1 << 18))
    settings = {"spark_executor_memory": "768m", "spark_sql_files_maxPartitionBytes": share}
    with session("local-cluster[2,1,1024]", **settings) as spark:
        source = spark.read.schema(SCHEMA).json(str(corpus.json_lines))
        killed: list[str] = []
        killer = threading.Thread(target=kill_in_mid_job, args=(spark.sparkContext.statusTracker(), killed))
        killer.start()
        normalise_column(source, "text", output="clean").drop("text").write.parquet(str(tmp_path / "out"))
        killer.join()
    assert killed == VICTIMS
    table = pq.read_table(tmp_path / "out", columns=["id", "clean", "_corrupt_record"]).to_pylist()
    cut = [row for row in table if row["_corrupt_record"] is not None]
    good = {row["id"]: row["clean"] for row in table if row["_corrupt_record"] is None}
    assert len(good) + len(cut) == len(table) == len(corpus.normalised)
    assert all(row["clean"] is None for row in cut)
    assert all(mixed.is_bad(number) for number in corpus.normalised.keys() - good.keys())
    assert len(cut) > 0
    assert good == {number: corpus.normalised[number] for number in good}


def kill_in_mid_job(tracker: Any, killed: list[str]) -> None:
    """Kill a Python worker when the first task is done, and an executor when another one is."""
    for after, part in enumerate(VICTIMS, start=1):
        deadline = time.monotonic() + 120
        while not busy(tracker, after) and time.monotonic() < deadline:
            time.sleep(0.05)
        if busy(tracker, after) and (victims := running(part)):
            victims[-1].kill()
            killed.append(part)


def busy(tracker: Any, done: int) -> bool:
    """Whether a stage has *done* tasks behind it and at least two at work."""
    stages = [tracker.getStageInfo(number) for number in tracker.getActiveStageIds()]
    return any(s and s.numTasks > 8 and s.numCompletedTasks >= done and s.numActiveTasks for s in stages)
