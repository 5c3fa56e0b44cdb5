"""Columns of text in, columns of text, changes and dates out. What is new stands beside what was there."""

from __future__ import annotations

from typing import Any

from pyspark.sql import Column, DataFrame, functions as F
from pyspark.sql.types import BinaryType, StringType

from textnorm import STANDARD, DateOptions, Options, PageOptions
from textnorm.integrations.plain_data import PostOptions
from textnorm.integrations.spark import arrow, udfs


def normalise_column(
    df: DataFrame,
    column: str,
    options: Options = STANDARD,
    output: str | None = None,
    *,
    error: str | None = None,
    changes: str | None = None,
    counts: str | None = None,
) -> DataFrame:
    """`textnorm.normalise` on a column, row by row.

    output  : the new column; ``COLUMN_normalised`` if not said. Naming *column* itself overwrites it
    error   : the column for what went wrong, ``OUTPUT_error`` if not said: null where nothing did
    changes : a column for the changes of each row, as `textnorm.explain` gives them (about half the speed)
    counts  : a column for a map from rule to the number of changes that it had a part in

    Null stays null. A row that cannot be read (bytes that are no UTF-8) is null in the output, with the
    reason in the error column; the job goes on. *options* travel with the job by value. Raises ValueError
    for a column that is not there, TypeError for one that holds no text.
    """
    explained = bool(changes or counts)
    result = [(output or f"{column}_normalised", "value.text" if explained else "value")]
    wanted = [(changes, "value.changes"), (counts, "value.counts")]
    result += [(name, field) for name, field in wanted if name]
    udf = udfs.explain_udf(options) if explained else udfs.normalise_udf(options)
    return _beside(df, column, udf, result, error)


def clean_column(
    df: DataFrame,
    column: str,
    options: PageOptions | None = None,
    output: str | None = None,
    *,
    error: str | None = None,
) -> DataFrame:
    """`textnorm.clean` on a column, row by row: ``COLUMN_cleaned`` if *output* does not say otherwise.

    Nulls, bad rows and errors as in `normalise_column`.
    """
    return _beside(df, column, udfs.clean_udf(options), [(output or f"{column}_cleaned", "value")], error)


def find_dates_column(
    df: DataFrame,
    column: str,
    options: DateOptions | None = None,
    output: str | None = None,
    *,
    error: str | None = None,
) -> DataFrame:
    """`textnorm.find_dates` on a column: an array of structs a row, ``COLUMN_dates`` if not said otherwise.

    Each struct has ``start`` and ``end`` (code points of the row), ``text``, ``date`` (a day, or null with
    the ``reason``), ``kind``, ``weekday_agrees``, ``twin_agrees``, ``official``, ``form`` and the Solar
    Hijri ``year``, ``month`` and ``day``. A row without dates has an empty array; nulls, bad rows and
    errors as in `normalise_column`.
    """
    return _beside(df, column, udfs.find_dates_udf(options), [(output or f"{column}_dates", "value")], error)


def convert_dates_column(
    df: DataFrame,
    column: str,
    options: DateOptions | None = None,
    output: str | None = None,
    *,
    error: str | None = None,
) -> DataFrame:
    """`textnorm.convert_dates` on a column: ``COLUMN_converted`` if not said otherwise."""
    return _beside(
        df, column, udfs.convert_dates_udf(options), [(output or f"{column}_converted", "value")], error
    )


def tidy_pages(
    df: DataFrame, column: str, options: PostOptions | None = None, *, prefix: str = "post_"
) -> DataFrame:
    """Return the posts of scraped pages, a row a post: read, cleaned, their dates converted, their text normalised.

    The page's own column is replaced by ``number`` (from 0), ``title``, ``author``, ``date``, ``date_text``,
    ``body``, ``tags``, ``comments``, ``captions``, ``start``, ``end`` and ``error``, each with *prefix*
    before it; the other columns are repeated for each post. A page that is null, has no post or cannot be
    read keeps one row without a post, so that no page vanishes unseen.
    """
    names = [prefix + field.name for field in arrow.POSTS.value_type] + [prefix + "number", prefix + "error"]
    kept = [name for name in df.columns if name != column]
    _check(df, column, names)
    if taken := sorted(set(names) & set(kept)):
        raise ValueError(f"the table has columns named {', '.join(taken)} already: choose another prefix")
    done, number, post = _unused(df, "done"), prefix + "number", _unused(df, "post")
    pages = df.withColumn(done, udfs.posts_udf(options)(_named(column)))
    exploded = pages.select(
        *map(_named, kept), _named(done), F.posexplode_outer(_named(done)["value"]).alias(number, post)
    )
    fields = [_named(post)[field.name].alias(prefix + field.name) for field in arrow.POSTS.value_type]
    return exploded.select(
        *map(_named, kept), _named(number), *fields, _named(done)["error"].alias(prefix + "error")
    )


def _beside(
    df: DataFrame, column: str, udf: Any, result: list[tuple[str, str]], error: str | None
) -> DataFrame:
    """*df* with the parts of the struct that *udf* gives for *column* as columns of their own."""
    result = [*result, (error or f"{result[0][0]}_error", "error")]
    _check(df, column, [name for name, _ in result])
    done = _unused(df, "done")
    with_struct = df.withColumn(done, udf(_named(column)))
    parts = {name: F.col(f"`{done}`.{path}").alias(name) for name, path in result}
    kept = [parts.pop(name) if name in parts else _named(name) for name in df.columns]
    return with_struct.select(*kept, *parts.values())


def _check(df: DataFrame, column: str, names: list[str]) -> None:
    if len(set(names)) < len(names):
        raise ValueError(f"new columns need different names, not {', '.join(names)}")
    if column not in df.columns:
        raise ValueError(f"no column {column!r}; the table has {', '.join(df.columns)}")
    kind = df.schema[column].dataType
    if not isinstance(kind, (StringType, BinaryType)):
        raise TypeError(f"column {column!r} holds {kind.simpleString()}, not text: cast it to string first")


def _unused(df: DataFrame, name: str) -> str:
    while name in df.columns:
        name += "_"
    return name


def _named(name: str) -> Column:
    """Return the column of this name, whatever is in the name."""
    return F.col("`" + name.replace("`", "``") + "`")
