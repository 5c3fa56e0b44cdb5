"""The UDFs: Arrow functions with their options inside, ready for a column or for SQL."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa
from pyspark.sql import functions as F

import textnorm
from textnorm import STANDARD, DateOptions, Options, PageOptions
from textnorm.integrations import plain_data
from textnorm.integrations.spark import arrow


def normalise_udf(options: Options = STANDARD) -> Any:
    """text -> struct<value: text, error>."""
    return _outcomes(partial(textnorm.normalise, options=options), pa.string())


def explain_udf(options: Options = STANDARD) -> Any:
    """text -> struct<value: struct<text, changes, counts>, error>."""
    return _outcomes(partial(plain_data.explained, options=options), arrow.EXPLAINED)


def find_dates_udf(options: DateOptions | None = None) -> Any:
    """text -> struct<value: array of dates, error>."""
    return _outcomes(partial(plain_data.dates, options=options or DateOptions()), arrow.DATES)


def convert_dates_udf(options: DateOptions | None = None) -> Any:
    """text -> struct<value: text, error>."""
    return _outcomes(partial(textnorm.convert_dates, options=options or DateOptions()), pa.string())


def clean_udf(options: PageOptions | None = None) -> Any:
    """text -> struct<value: text, error>."""
    return _outcomes(partial(textnorm.clean, options=options or PageOptions()), pa.string())


def posts_udf(options: plain_data.PostOptions | None = None) -> Any:
    """text of a page -> struct<value: array of posts, error>."""
    return _outcomes(partial(plain_data.posts, options=options or plain_data.PostOptions()), arrow.POSTS)


def _outcomes(function: Callable[[str], Any], kind: pa.DataType) -> Any:
    return as_udf(arrow.outcomes(function, kind), arrow.with_errors(kind))


def as_udf(rows: arrow.Rows, kind: pa.DataType) -> Any:
    """Return an Arrow function as a UDF. Spark 4.0 has no Arrow UDFs yet: there it goes through pandas."""
    arrow_udf = getattr(F, "arrow_udf", None)
    if arrow_udf is not None:
        return arrow_udf(rows, arrow.ddl(kind))
    through = _frames if pa.types.is_struct(kind) else _series
    return F.pandas_udf(through(rows), arrow.ddl(kind))


def _series(rows: arrow.Rows) -> Callable[[Any], Any]:
    """Return an Arrow function as one over pandas."""

    def over_series(column: pd.Series) -> pd.Series:
        return _objects(rows(pa.array(column, from_pandas=True)))

    return over_series


def _frames(rows: arrow.Rows) -> Callable[[Any], Any]:
    """Return the same for a function that gives structs, which Spark wants as data frames."""

    def over_series(column: pd.Series) -> pd.DataFrame:
        done = rows(pa.array(column, from_pandas=True))
        return pd.DataFrame({field.name: _objects(done.field(field.name)) for field in done.type})

    return over_series


def _objects(column: pa.Array) -> pd.Series:
    return pd.Series(column.to_pylist(maps_as_pydicts="strict"), dtype=object)
