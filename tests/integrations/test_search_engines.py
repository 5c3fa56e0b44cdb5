"""An index of two fields on real engines: every way of typing half-spaces finds, and nothing is found that is not there."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.engines import REQUIRE, SKIP
from support.scripts import load_script
from support.search_engines import ENGINES, corpus, missing
from textnorm.integrations.search import sqlite
from textnorm.integrations.search.query import All, AnyOf, Words, field_texts, query

ZWNJ = "\u200c"


benchmark = load_script("search", "benchmarks")


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return corpus()


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, lines: list[str], tmp_path_factory: Any) -> Iterator[Any]:
    name = request.param
    if why := missing(name):
        assert name == "postgresql" or not os.environ.get(REQUIRE), why
        pytest.skip(why)
    if os.environ.get(SKIP) and name != "sqlite":
        pytest.skip(f"{SKIP} is set")
    with ENGINES[name](lines, Path(tmp_path_factory.mktemp("engine")) / name) as find:
        yield find


@pytest.mark.slow
@pytest.mark.parametrize("most", [200, pytest.param(2000, marks=pytest.mark.slow)])
def test_every_way_of_typing_finds(engine: Any, lines: list[str], most: int) -> None:
    drawn = benchmark.windows(lines, most)
    assert len(drawn) == most
    bare = [benchmark.letters(line) for line in lines]
    for way in ("half-space", "space", "glued"):
        hits = engine([benchmark.typed(window, way) for _, window in drawn], True)
        missed, found, false = benchmark.measure(lines, drawn, hits, bare)
        assert (way, missed, false) == (way, 0, 0)
        assert found >= most


@pytest.mark.slow
def test_words_typed_in_mixed_ways_are_found_one_by_one(engine: Any, lines: list[str]) -> None:
    drawn = benchmark.windows(lines, 200)
    hits = engine([benchmark.typed(window, "mixed") for _, window in drawn], False)
    missed = [number for (number, _), found in zip(drawn, hits, strict=True) if number not in found]
    assert len(missed) <= 2  # one word typed in two ways at once («کتاب فروشیای») may be another word


@pytest.mark.slow
@pytest.mark.parametrize("phrase", [True, False])
def test_what_has_no_words_finds_nothing(engine: Any, phrase: bool) -> None:
    assert engine(["", " ", "!؟ …", ZWNJ, '"', "' OR 1=1 --"][:5], phrase) == [set()] * 5


@pytest.mark.slow
def test_what_engines_read_as_their_own_syntax_is_text(engine: Any) -> None:
    odd = ["باد AND NOT", 'باد" OR "گرما', "glued:باد*", "باد & !گرما | (x)", "' OR 1=1 --", "NEAR(باد گرما)"]
    for found in engine(odd, False) + engine(odd, True):
        assert isinstance(found, set)


def test_the_index_of_sqlite_follows_its_table() -> None:
    db = sqlite3.connect(":memory:")
    db.execute('CREATE TABLE "my ""notes" (id INTEGER PRIMARY KEY, title TEXT, body TEXT)')
    db.execute('INSERT INTO "my ""notes" VALUES (7, NULL, ?)', ("دانش‌آموزان رفتند",))
    sqlite.create_index(db, 'my "notes', "title", "body")

    def found(typed: str) -> list[int]:
        sql = 'SELECT rowid FROM "my ""notes_search" WHERE "my ""notes_search" MATCH textnorm_query(?)'
        return [row[0] for row in db.execute(sql, (typed,))]

    assert found("دانش آموزان") == [7]
    db.execute('UPDATE "my ""notes" SET title = ?', ("كتابها",))
    assert found("کتاب‌ها دانشآموزان") == [7]
    db.execute('UPDATE "my ""notes" SET body = NULL')
    assert found("دانش آموزان") == []
    db.execute('DELETE FROM "my ""notes"')
    assert found("کتاب‌ها") == []


def test_a_connection_without_the_functions_is_told(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "notes.db") as db:
        db.execute("CREATE TABLE notes (body TEXT)")
        sqlite.create_index(db, "notes", "body")
    other = sqlite3.connect(tmp_path / "notes.db")
    with pytest.raises(sqlite3.OperationalError, match="textnorm_glued"):
        other.execute("INSERT INTO notes VALUES ('باد')")
    sqlite.register(other)
    other.execute("INSERT INTO notes VALUES ('باد')")
    with pytest.raises(ValueError, match="name the columns"):
        sqlite.create_index(other, "notes")


def test_fields_hold_words_between_single_spaces() -> None:
    glued, spaced = field_texts("«کتاب‌های» نو:\n۱۲٫۵ (iPhone‌ها) — نُه")
    assert glued == "کتابهای نو 12 5 iphone ها نه"
    assert spaced == "کتاب های نو 12 5 iphone ها نه"
    assert not re.search(r"[^\w ]|  ", glued + spaced)


def test_marks_of_other_languages_stay_in_their_words() -> None:
    assert field_texts("हिन्दी की").glued == "हिन्दी की"


@pytest.mark.parametrize(
    "text",
    ["by=كيانوش", "#آذين۱۲", "`خانه‌هاي ما`", "http://x.example/كيانوش/", '{"نامِ": "كيانوش"}', "كيانوش.pdf"],
)
def test_words_of_tags_addresses_and_code_are_found_as_any_others(text: str) -> None:
    for field, words in field_texts(text)._asdict().items():
        assert words
        for word in words.split(" "):
            assert getattr(field_texts(word), field) == word
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE notes (body TEXT)")
    sqlite.create_index(db, "notes", "body")
    db.execute("INSERT INTO notes VALUES (?)", (text,))
    typed = re.sub(r"[^\w\u200c\u0650]+", " ", text).replace("ك", "ک")
    for typed_so in (typed, typed.replace("ي", "ی"), typed.replace(ZWNJ, " "), typed.replace(ZWNJ, "")):
        sql = "SELECT count(*) FROM notes_search WHERE notes_search MATCH textnorm_query(?)"
        assert db.execute(sql, (typed_so,)).fetchone() == (1,)


def test_words_of_kurdish_and_urdu_keep_their_letters() -> None:
    assert field_texts("ئەوە کوردییە").glued == "ئەوە کوردییە"
    assert field_texts("اردو ہے #ہے").glued == "اردو ہے ہے"


def test_one_word_is_asked_for_once() -> None:
    assert query("باد") == AnyOf((Words("glued", ("باد",)), Words("spaced", ("باد",))))
    assert isinstance(query("باد خنک").parts[-1], All)
    assert query("؟") == AnyOf(())
