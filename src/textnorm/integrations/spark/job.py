"""The job behind ``textnorm-spark``: the work on each column, the table written once, the rows counted on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyspark.sql import Column, DataFrame, Observation, functions as F

import textnorm
from textnorm.integrations.plain_data import PostOptions
from textnorm.integrations.spark import column_functions

#: task -> what its column is called after the column it is made from
SUFFIX = {"normalise": "normalised", "clean": "cleaned", "dates": "dates", "convert-dates": "converted"}
#: where Spark puts the JSON lines that it cannot read
CORRUPT = "_corrupt_record"


@dataclass(frozen=True)
class Work:
    """What to do with which columns."""

    task: str
    columns: tuple[str, ...]
    options: textnorm.Options
    counts: bool = False


def run(df: DataFrame, work: Work, output: str, output_format: str, mode: str) -> dict[str, Any]:
    """Write the table with its new columns; return the counts, which are taken while it is written."""
    watched = {"rows": F.count(F.lit(1))}
    if CORRUPT in df.columns:
        watched["unreadable"] = F.count(F.col(CORRUPT))
    for column in work.columns:
        df = _done(df, column, work)
        watched |= {f"{column} {name}": count for name, count in _counts(column, work).items()}
    seen = Observation("textnorm")
    df = df.observe(seen, *(count.alias(name) for name, count in watched.items()))
    df.write.format(output_format).mode(mode).save(output)
    report = _report(seen.get, work)
    if work.counts and work.task == "normalise":
        written = df.sparkSession.read.schema(df.schema).format(output_format).load(output)
        _add_rules(report, written, work)
    return report


def _done(df: DataFrame, column: str, work: Work) -> DataFrame:
    match work.task:
        case "normalise":
            counts = f"{column}_changes" if work.counts else None
            return column_functions.normalise_column(df, column, work.options, counts=counts)
        case "clean":
            return column_functions.clean_column(df, column)
        case "dates":
            return column_functions.find_dates_column(df, column)
        case "convert-dates":
            return column_functions.convert_dates_column(df, column)
        case _:
            return column_functions.tidy_pages(df, column, PostOptions(text=work.options))


def _counts(column: str, work: Work) -> dict[str, Column]:
    """Return what is counted for a column: rows without text, rows that failed, rows that changed, dates or posts."""
    if work.task == "tidy":
        return {"failed": F.count(F.col("post_error")), "posts": F.count(F.col("post_number"))}
    before, after = F.col(f"`{column}`"), F.col(f"`{column}_{SUFFIX[work.task]}`")
    error = F.col(f"`{column}_{SUFFIX[work.task]}_error`")
    counts = {"missing": F.count(F.lit(1)) - F.count(before), "failed": F.count(error)}
    if work.task == "dates":
        return counts | {"dates": F.coalesce(F.sum(F.size(after)), F.lit(0))}
    return counts | {"changed": F.count_if(before != after)}


def _report(seen: dict[str, int], work: Work) -> dict[str, Any]:
    """Return the counts, those of each column together."""
    report: dict[str, Any] = {"task": work.task, "textnorm": textnorm.__version__}
    report |= {name: seen[name] for name in ("rows", "unreadable") if name in seen}
    report["columns"] = {
        column: {
            name.removeprefix(f"{column} "): count
            for name, count in seen.items()
            if name.startswith(f"{column} ")
        }
        for column in work.columns
    }
    return report


def _add_rules(report: dict[str, Any], written: DataFrame, work: Work) -> None:
    """Put into the report how many changes each rule had a part in, summed over the rows that were written."""
    for column in work.columns:
        pairs = written.select(F.explode(F.col(f"`{column}_changes`")).alias("rule", "changes"))
        sums = pairs.groupBy("rule").agg(F.sum("changes").alias("changes")).orderBy("rule").collect()
        report["columns"][column]["changes"] = {row["rule"]: row["changes"] for row in sums}
