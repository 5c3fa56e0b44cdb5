"""What the tests of all engines share: whether they should run, a Spark session, and processes that can be killed."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parents[2] / "src"
#: set it to leave out everything that starts an engine
SKIP = "TEXTNORM_SKIP_ENGINES"
#: set it, as CI does, and an engine that is not installed is a failure
REQUIRE = "TEXTNORM_REQUIRE_ENGINES"


def need(*packages: str) -> None:
    """Skip the module, with a reason, unless all *packages* are there."""
    if os.environ.get(SKIP):
        pytest.skip(f"{SKIP} is set", allow_module_level=True)
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing and os.environ.get(REQUIRE):
        raise RuntimeError(f"{REQUIRE} is set and these are not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}", allow_module_level=True)


@contextmanager
def session(master: str, **settings: str) -> Iterator[Any]:
    """A Spark session whose workers use this Python and this source."""
    from pyspark.sql import SparkSession

    path = os.pathsep.join(filter(None, [str(SOURCE), os.environ.get("PYTHONPATH", "")]))
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": path}
    builder = SparkSession.builder.master(master).appName("textnorm tests")
    fixed = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.executorEnv.PYTHONPATH": path,
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.files.maxPartitionBytes": str(6 << 20),
    }
    for key, value in (fixed | {key.replace("_", "."): value for key, value in settings.items()}).items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    try:
        yield spark
    finally:
        spark.stop()


def family() -> list[Any]:
    """The processes that this one started, and theirs."""
    import psutil

    return list(psutil.Process().children(recursive=True))


def running(part: str) -> list[Any]:
    """Those of them whose command line has *part* in it."""
    import psutil

    found = []
    for process in family():
        try:
            if any(part in word for word in process.cmdline()):
                found.append(process)
        except psutil.NoSuchProcess:
            continue
    return found


def cpu_seconds() -> float:
    """CPU time that all of them have used."""
    import psutil

    total = 0.0
    for process in family():
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total
