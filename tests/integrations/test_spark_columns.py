"""Columns and SQL on a small table: the same as the plain functions, row by row."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from support import mixed
from support.engines import need, session

need("pyspark", "pyarrow", "pandas", "psutil")

from pyspark.sql import functions as F  # noqa: E402

import textnorm  # noqa: E402
from textnorm import EDITORIAL, SEARCH, STANDARD, DateOptions, Options  # noqa: E402
from textnorm.integrations import plain_data, spark as on_spark  # noqa: E402
from textnorm.integrations.spark import udfs  # noqa: E402

ROWS = list(mixed.rows(60_000))
PAGE = "۱۳۹۷ مهر ۸, یکشنبه\n\nباران در شمال\n\nديروز در شمال باران باريد و امروز هوا صاف است.\n"


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with session("local[2]") as spark:
        yield spark


@pytest.fixture(scope="module")
def table(spark: Any) -> Any:
    """The rows, and one that is no UTF-8."""
    good = spark.createDataFrame(ROWS, "id BIGINT, text STRING").repartition(3)
    bad = spark.sql(
        f"SELECT CAST(-1 AS BIGINT) AS id, CAST(unhex('{mixed.BAD_BYTES.hex()}') AS STRING) AS text"
    )
    return good.unionByName(bad)


def collected(df: Any, name: str) -> dict[int, Any]:
    return {row["id"]: row[name] for row in df.select("id", F.col(f"`{name}`")).collect()}


def expected(function: Any) -> dict[int, Any]:
    return {number: None if text is None else function(text) for number, text in ROWS} | {-1: None}


@pytest.mark.parametrize("options", [STANDARD, EDITORIAL, SEARCH, Options(ignore={"arabic-yeh"})], ids=str)
def test_normalised(table: Any, options: Options) -> None:
    df = on_spark.normalise_column(table, "text", options, output="clean")
    assert collected(df, "clean") == expected(lambda text: textnorm.normalise(text, options))


def test_only_the_bad_row_has_an_error(table: Any) -> None:
    df = on_spark.normalise_column(table, "text")
    assert df.columns == ["id", "text", "text_normalised", "text_normalised_error"]
    errors = {number: error for number, error in collected(df, "text_normalised_error").items() if error}
    assert list(errors) == [-1]
    assert errors[-1].startswith("UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0")


def test_a_column_of_bytes_is_read_as_utf8(table: Any) -> None:
    df = on_spark.normalise_column(
        table.withColumn("text", F.col("text").cast("binary")), "text", output="clean"
    )
    assert collected(df, "clean") == expected(textnorm.normalise)


def test_changes_and_counts(table: Any) -> None:
    df = on_spark.normalise_column(table, "text", EDITORIAL, "clean", changes="changes", counts="counts")
    wanted = expected(lambda text: plain_data.explained(text, EDITORIAL))
    for row in df.collect():
        explained = wanted[row["id"]]
        if explained is None:
            assert row["clean"] is row["changes"] is row["counts"] is None
            continue
        assert row["clean"] == explained["text"]
        assert row["counts"] == explained["counts"]
        changes = [change.asDict() for change in row["changes"]]
        assert changes == [change | {"rules": list(change["rules"])} for change in explained["changes"]]


def test_dates(table: Any) -> None:
    options = DateOptions(two_digit_years="recent")
    found = collected(on_spark.find_dates_column(table, "text", options), "text_dates")
    found = {number: dates and [date.asDict() for date in dates] for number, dates in found.items()}
    wanted = expected(lambda text: plain_data.dates(text, options))
    assert {n: d or None for n, d in found.items()} == {n: d or None for n, d in wanted.items()}
    assert any(date["date"] for dates in found.values() if dates for date in dates)
    assert all((found[number] is None) == (text is None) for number, text in ROWS)


def test_converted_dates(table: Any) -> None:
    df = on_spark.convert_dates_column(table, "text", DateOptions(style="append"))
    wanted = expected(lambda text: textnorm.convert_dates(text, DateOptions(style="append")))
    assert collected(df, "text_converted") == wanted


def test_cleaned(table: Any) -> None:
    assert collected(on_spark.clean_column(table, "text"), "text_cleaned") == expected(textnorm.clean)


def test_a_row_a_post(spark: Any) -> None:
    pages = [(1, PAGE), (2, None), (3, PAGE + "\n" + PAGE.replace("۸", "۹")), (4, "")]
    df = on_spark.tidy_pages(spark.createDataFrame(pages, "id INT, page STRING"), "page")
    rows = df.orderBy("id", "post_number").collect()
    for number, page in pages:
        posts = plain_data.posts(page or "", plain_data.PostOptions())
        mine = [row for row in rows if row["id"] == number]
        assert [row["post_number"] for row in mine] == (list(range(len(posts))) or [None])
        for row, post in zip(mine, posts, strict=False):
            for name, value in post.items():
                assert row[f"post_{name}"] == (list(value) if isinstance(value, tuple) else value)
    assert "باران" in rows[0]["post_title"]
    assert rows[0]["post_date"].isoformat() == "2018-09-30"


def test_a_page_that_cannot_be_read_keeps_a_row(spark: Any) -> None:
    page = spark.sql("SELECT 1 AS id, CAST(unhex('FF') AS STRING) AS page")
    (row,) = on_spark.tidy_pages(page, "page").collect()
    assert row["post_error"].startswith("UnicodeDecodeError")
    assert row["post_body"] is None


def test_column_names_with_dots_and_blanks(spark: Any) -> None:
    df = spark.createDataFrame([("علي", 1)], "`a.b c` STRING, `x` INT")
    done = on_spark.normalise_column(df, "a.b c", output="a.b c", error="what `went` wrong")
    assert done.columns == ["a.b c", "x", "what `went` wrong"]
    assert done.first()[0] == "علی"


def test_the_function_runs_once_a_row(table: Any) -> None:
    df = on_spark.normalise_column(table, "text", changes="changes", counts="counts").where(
        "counts IS NOT NULL"
    )
    plan = df.select("text_normalised", "changes", "counts")._jdf.queryExecution().executedPlan().toString()
    for line in plan.splitlines():
        if "ArrowEvalPython" in line:
            assert line.count("textnorm_rows(") == 1


def test_mistakes_are_told_before_the_job(spark: Any, table: Any) -> None:
    with pytest.raises(ValueError, match="no column 'body'; the table has id, text"):
        on_spark.normalise_column(table, "body")
    with pytest.raises(TypeError, match="column 'id' holds bigint, not text"):
        on_spark.find_dates_column(table, "id")
    with pytest.raises(TypeError, match="options must be"):
        on_spark.normalise_column(table, "text", "EDITORIAL")
    with pytest.raises(ValueError, match="new columns need different names, not clean, clean"):
        on_spark.normalise_column(table, "text", output="clean", error="clean")
    taken = table.withColumn("post_title", F.lit(""))
    with pytest.raises(ValueError, match="columns named post_title already: choose another prefix"):
        on_spark.tidy_pages(taken, "text")


def test_sql(spark: Any, table: Any) -> None:
    names = on_spark.register(spark)
    on_spark.register(spark, EDITORIAL, dates=DateOptions(style="append"), prefix="editorial_")
    assert "textnorm_find_dates" in names
    table.createOrReplaceTempView("texts")
    df = spark.sql(
        "SELECT id, textnorm_normalise(text) AS plain, editorial_normalise(text) AS editorial,"
        " editorial_convert_dates(text) AS dated, size(textnorm_find_dates(text)) AS dates,"
        " textnorm_explain(text).value.counts AS counts, textnorm_explain(text).error AS error FROM texts"
    ).cache()
    assert collected(df, "plain") == expected(textnorm.normalise)
    assert collected(df, "editorial") == expected(lambda text: textnorm.normalise(text, EDITORIAL))
    append = DateOptions(style="append")
    assert collected(df, "dated") == expected(lambda text: textnorm.convert_dates(text, append))
    assert collected(df, "counts") == expected(lambda text: plain_data.explained(text, STANDARD)["counts"])
    assert collected(df, "error")[-1].startswith("UnicodeDecodeError")


def test_without_arrow_udfs_the_same(table: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spark 4.0 has pandas UDFs only."""
    good = table.where("id BETWEEN 0 AND 20")
    ready = [
        lambda: on_spark.normalise_column(good, "text", changes="changes", counts="counts"),
        lambda: on_spark.find_dates_column(good, "text"),
    ]
    wanted = [sorted(make().collect()) for make in ready]
    monkeypatch.delattr(udfs.F, "arrow_udf", raising=False)
    assert [sorted(make().collect()) for make in ready] == wanted


def test_options_travel_by_value() -> None:
    options = Options(digits="persian", ignore={"arabic-yeh"})
    assert pickle.loads(pickle.dumps(options)) == options
    udf = on_spark.normalise_udf(options)
    from pyspark.cloudpickle import dumps

    sent = pickle.loads(dumps(udf.func))
    import pyarrow as pa

    done = sent(pa.array(["علي 12 كتاب"])).to_pylist()
    assert done == [{"value": textnorm.normalise("علي 12 كتاب", options), "error": None}]


def test_a_worker_opens_the_lexicon_once(spark: Any) -> None:
    """Each row answers with its worker's process and how often that has opened the lexicon so far."""

    def opened(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        from textnorm.lexicon import load

        for _ in batches:
            list(map(textnorm.normalise, ["كتاب هاي خوب"] * 3))
            row = {"worker": [os.getpid()], "opened": [load.cache_info().misses]}
            yield pa.RecordBatch.from_pydict(row)

    df = spark.range(2000).repartition(8).mapInArrow(opened, "worker LONG, opened LONG")
    done = df.collect() + df.collect()
    assert len(done) >= 16
    assert {row["opened"] for row in done} == {1}
    assert len({row["worker"] for row in done}) < len(done)
