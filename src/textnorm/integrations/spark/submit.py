"""``textnorm-spark``: one table in, one table out, and a report of counts.

Runs by itself (``textnorm-spark --master 'local[4]' …``) or under spark-submit, which wants a file::

    spark-submit --master yarn "$(textnorm-spark --script)" pages.jsonl out --column text
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import textnorm

PROFILES = ("standard", "editorial", "search", "encoding")
TASKS = ("normalise", "clean", "dates", "convert-dates", "tidy")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the job; the exit code is 1 when rows failed and ``--strict`` was asked for."""
    parser = _parser()
    args = parser.parse_args(argv)
    if args.task == "tidy" and len(args.column) > 1:
        parser.error("tidy takes one column: the text of the page")
    report = _run(args)
    text = json.dumps(report, ensure_ascii=False, indent=2)
    if args.report:
        Path(args.report).write_text(text + "\n", encoding="utf-8")
    else:
        print(text)
    return int(args.strict and any(column["failed"] for column in report["columns"].values()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="textnorm-spark", description="Normalise, clean or date the text columns of a table with Spark."
    )
    parser.add_argument("input", help="path of the table to read, as Spark takes it")
    parser.add_argument("output", help="path of the table to write")
    parser.add_argument("--column", action="append", required=True, help="a column of text; may be repeated")
    parser.add_argument(
        "--task", choices=TASKS, default="normalise", help="what to do (default: %(default)s)"
    )
    parser.add_argument("--profile", choices=PROFILES, default="standard", help="default: %(default)s")
    parser.add_argument(
        "--input-format", default="json", help="json (a record a line), parquet, … (default: json)"
    )
    parser.add_argument("--output-format", choices=("json", "parquet", "orc"), default="parquet")
    parser.add_argument(
        "--schema", help="columns and types, as 'id BIGINT, text STRING': spares a pass over JSON"
    )
    parser.add_argument("--mode", choices=("error", "overwrite", "append", "ignore"), default="error")
    parser.add_argument(
        "--counts", action="store_true", help="count the changes of normalise by rule: half the speed"
    )
    parser.add_argument("--partitions", type=int, help="spread the rows over this many tasks before the work")
    parser.add_argument(
        "--report", help="write the report to this file on the driver, not to standard output"
    )
    parser.add_argument("--strict", action="store_true", help="exit code 1 if a row failed")
    parser.add_argument("--master", help="Spark's master, when not started by spark-submit")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE", help="a setting of Spark")
    parser.add_argument("--script", action=_Script, nargs=0, help="print the file to give to spark-submit")
    parser.add_argument("--version", action="version", version=f"textnorm {textnorm.__version__}")
    return parser


class _Script(argparse.Action):
    """Prints where this file is."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        print(Path(__file__).resolve())
        parser.exit()


def _session(args: argparse.Namespace) -> Any:
    from pyspark.sql import SparkSession

    if (args.master or "local").startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName(f"textnorm {args.task}")
    if args.master:
        builder = builder.master(args.master)
    for setting in args.conf:
        key, _, value = setting.partition("=")
        builder = builder.config(key, value)
    return builder.getOrCreate()


def _run(args: argparse.Namespace) -> dict[str, Any]:
    from textnorm.integrations.spark.job import Work, run

    spark = _session(args)
    reader = spark.read.format(args.input_format)
    df = (reader.schema(args.schema) if args.schema else reader).load(args.input)
    df = df.repartition(args.partitions) if args.partitions else df
    work = Work(args.task, tuple(args.column), getattr(textnorm, args.profile.upper()), args.counts)
    return run(df, work, args.output, args.output_format, args.mode)


if __name__ == "__main__":
    sys.exit(main())
