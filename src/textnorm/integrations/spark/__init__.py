"""textnorm on Spark: columns of text, SQL functions and a job for spark-submit (extra ``spark``).

Row by row, the output is that of the plain functions. Null stays null; a row that cannot be read goes to an
error column instead of failing the job; options travel with the job by value; each Python worker opens the
lexicon once. Executors need textnorm itself: install it there, or ship an environment with ``--archives``.

    df = normalise_column(df, "text", EDITORIAL, output="clean")
"""

from __future__ import annotations

from textnorm.integrations.plain_data import PostOptions
from textnorm.integrations.spark.column_functions import (
    clean_column,
    convert_dates_column,
    find_dates_column,
    normalise_column,
    tidy_pages,
)
from textnorm.integrations.spark.sql import register
from textnorm.integrations.spark.udfs import (
    clean_udf,
    convert_dates_udf,
    explain_udf,
    find_dates_udf,
    normalise_udf,
    posts_udf,
)

__all__ = [
    "PostOptions",
    "clean_column",
    "clean_udf",
    "convert_dates_column",
    "convert_dates_udf",
    "explain_udf",
    "find_dates_column",
    "find_dates_udf",
    "normalise_column",
    "normalise_udf",
    "posts_udf",
    "register",
    "tidy_pages",
]
