"""The functions under names that SQL knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pyarrow as pa
from pyspark.sql import SparkSession

import textnorm
from textnorm import STANDARD, DateOptions, Options, PageOptions
from textnorm.integrations import plain_data
from textnorm.integrations.spark import arrow, udfs


def register(
    spark: SparkSession,
    options: Options = STANDARD,
    *,
    dates: DateOptions | None = None,
    page: PageOptions | None = None,
    prefix: str = "textnorm_",
) -> list[str]:
    """Register the functions for SQL in this session, with these options inside; returns their names.

    ``textnorm_normalise(text)``, ``textnorm_convert_dates(text)`` and ``textnorm_clean(text)`` give text,
    ``textnorm_find_dates(text)`` and ``textnorm_posts(text)`` arrays of structs; a bad row is null in these.
    ``textnorm_explain(text)`` gives ``value.text``, ``value.changes``, ``value.counts`` and the ``error``.
    Register again with another *prefix* to have other options at hand.
    """
    dates, page = dates or DateOptions(), page or PageOptions()
    post = plain_data.PostOptions(page=page, dates=dates, text=options)
    functions: dict[str, tuple[Callable[[str], Any], pa.DataType]] = {
        "normalise": (partial(textnorm.normalise, options=options), pa.string()),
        "convert_dates": (partial(textnorm.convert_dates, options=dates), pa.string()),
        "find_dates": (partial(plain_data.dates, options=dates), arrow.DATES),
        "clean": (partial(textnorm.clean, options=page), pa.string()),
        "posts": (partial(plain_data.posts, options=post), arrow.POSTS),
    }
    ready = {
        name: udfs.as_udf(arrow.values(function, kind), kind) for name, (function, kind) in functions.items()
    }
    ready["explain"] = udfs.explain_udf(options)
    for name, udf in ready.items():
        spark.udf.register(prefix + name, udf)
    return [prefix + name for name in ready]
