"""The UDFs: Arrow functions with their options inside, ready for a column or for SQL."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa
from pyspark.sql import functions as F

import textnorm
from textnorm import STANDARD, DateOptions, Options
from textnorm.integrations import plain
from textnorm.integrations.spark import arrow


def normalise_udf(options: Options = STANDARD) -> Any:
    """text -> struct<value: text, error>."""
    return _outcomes(partial(textnorm.normalise, options=options), pa.string())


def explain_udf(options: Options = STANDARD) -> Any:
    """text -> struct<value: struct<text, changes, counts>, error>."""
    return _outcomes(partial(plain.explained, options=options), arrow.EXPLAINED)


def find_dates_udf(options: DateOptions | None = None) -> Any:
    """text -> struct<value: array of dates, error>."""
    return _outcomes(partial(plain.dates, options=options or DateOptions()), arrow.DATES)


def convert_dates_udf(options: DateOptions | None = None) -> Any:
    """text -> struct<value: text, error>."""
    return _outcomes(partial(textnorm.convert_dates, options=options or DateOptions()), pa.string())


def clean_udf(options: Any = None) -> Any:
    """text -> struct<value: text, error>; *options* are `textnorm.PageOptions`."""
    return _outcomes(partial(plain.clean, options=options), pa.string())


def posts_udf(options: plain.PostOptions | None = None) -> Any:
    """text of a page -> struct<value: array of posts, error>."""
    return _outcomes(partial(plain.posts, options=options or plain.PostOptions()), arrow.POSTS)


def _outcomes(function: Callable[[str], Any], kind: pa.DataType) -> Any:
    return as_udf(arrow.outcomes(function, kind), arrow.with_errors(kind))


def as_udf(rows: arrow.Rows, kind: pa.DataType) -> Any:
    """An Arrow function as a UDF. Spark 4.0 has no Arrow UDFs yet: there it goes through pandas."""
    arrow_udf = getattr(F, "arrow_udf", None)
    if arrow_udf is not None:
        return arrow_udf(rows, arrow.ddl(kind))
    return F.pandas_udf(over_pandas(rows), arrow.ddl(kind))


def over_pandas(rows: arrow.Rows) -> Callable[[Any], Any]:
    """An Arrow function as one over pandas: a struct becomes a data frame, as Spark wants it."""

    def over_series(column: pd.Series) -> pd.Series | pd.DataFrame:
        done = rows(pa.array(column, from_pandas=True))
        if not pa.types.is_struct(done.type):
            return _series(done)
        return pd.DataFrame({field.name: _series(done.field(field.name)) for field in done.type})

    return over_series


def _series(column: pa.Array) -> pd.Series:
    return pd.Series(column.to_pylist(), dtype=object)
