"""The search engines that the adapters are tried on: each indexes texts, and finds their numbers."""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support import postgresql
from support.shared_data import ROOT
from textnorm.chars import ZWNJ

#: finds the numbers of the texts for many queries: texts typed, and whether they are phrases
Find = Callable[[Sequence[str], bool], list[set[int]]]


def corpus() -> list[str]:
    """The lines of our own pages that hold a half-space, each once."""
    pages = sorted((ROOT / "fixtures" / "pages").glob("*.pages"))
    lines = [line for page in pages for line in page.read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys(line for line in lines if ZWNJ in line))


def missing(name: str) -> str:
    """Why an engine cannot be tried here, or nothing."""
    if name == "postgresql":
        return "" if postgresql.programs() else "no PostgreSQL server is installed (Debian: postgresql)"
    return "" if name == "sqlite" or importlib.util.find_spec(name) else f"{name} is not installed"


@contextmanager
def sqlite(texts: Sequence[str], folder: Path) -> Iterator[Find]:
    from textnorm.integrations.search import sqlite as adapter

    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)")
        adapter.create_index(db, "notes", "body")
        db.executemany("INSERT INTO notes VALUES (?, ?)", enumerate(texts))

        def find(typed: Sequence[str], phrase: bool) -> list[set[int]]:
            function = "textnorm_phrase" if phrase else "textnorm_query"
            sql = f"SELECT rowid FROM notes_search WHERE notes_search MATCH {function}(?)"
            return [{row[0] for row in db.execute(sql, (text,))} for text in typed]

        yield find


@contextmanager
def postgres(texts: Sequence[str], folder: Path) -> Iterator[Find]:
    from textnorm.integrations.search import postgresql as adapter
    from textnorm.integrations.search.query import field_texts

    with postgresql.server(folder) as socket:
        sql = [
            "CREATE TABLE notes (id integer PRIMARY KEY, body text);",
            adapter.columns_sql("notes", "body"),
        ]
        for number, text in enumerate(texts):
            values = ", ".join(map(postgresql.quoted, (text, *field_texts(text))))
            sql.append(f"INSERT INTO notes (id, body, body_glued, body_spaced) VALUES ({number}, {values});")
        postgresql.psql(socket, "\n".join(sql))

        def find(typed: Sequence[str], phrase: bool) -> list[set[int]]:
            queries = []
            for number, text in enumerate(typed):
                where, parameters = adapter.condition("body", text, phrase=phrase)
                where = where % tuple(map(postgresql.quoted, parameters))
                queries.append(f"SELECT {number}, id FROM notes WHERE {where};")
            found: list[set[int]] = [set() for _ in typed]
            for row in postgresql.psql(socket, "\n".join(queries)):
                number, _, key = row.partition("\t")
                found[int(number)].add(int(key))
            return found

        yield find


@contextmanager
def tantivy(texts: Sequence[str], folder: Path) -> Iterator[Find]:
    import tantivy as engine

    from textnorm.integrations.search import tantivy as adapter

    builder = adapter.add_fields(engine.SchemaBuilder())
    builder.add_integer_field("id", stored=True, indexed=True)
    schema = builder.build()
    index = engine.Index(schema)
    adapter.register(index)
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    for number, text in enumerate(texts):
        writer.add_document(engine.Document(id=number, **adapter.fields(text)))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def one(text: str, phrase: bool) -> set[int]:
        hits = searcher.search(adapter.make_query(schema, text, phrase=phrase), limit=len(texts)).hits
        return {searcher.doc(address)["id"][0] for _, address in hits}

    yield lambda typed, phrase: [one(text, phrase) for text in typed]


@contextmanager
def whoosh(texts: Sequence[str], folder: Path) -> Iterator[Find]:
    from whoosh.fields import STORED, Schema
    from whoosh.filedb.filestore import RamStorage

    from textnorm.integrations.search import whoosh as adapter

    index = RamStorage().create_index(Schema(id=STORED, **adapter.schema_fields()))
    writer = index.writer()
    for number, text in enumerate(texts):
        writer.add_document(id=number, **adapter.fields(text))
    writer.commit()
    with index.searcher() as searcher:

        def one(text: str, phrase: bool) -> set[int]:
            return {hit["id"] for hit in searcher.search(adapter.make_query(text, phrase=phrase), limit=None)}

        yield lambda typed, phrase: [one(text, phrase) for text in typed]


@contextmanager
def duckdb(texts: Sequence[str], folder: Path) -> Iterator[Find]:
    import duckdb as engine

    from textnorm.integrations.search import duckdb as adapter

    db = engine.connect()
    adapter.register(db)
    db.execute("CREATE TABLE notes (id INTEGER, body VARCHAR)")
    db.executemany("INSERT INTO notes VALUES (?, ?)", [[number, text] for number, text in enumerate(texts)])
    db.execute(
        "CREATE TABLE keys AS SELECT id, textnorm_glued(body) AS glued, textnorm_spaced(body) AS spaced FROM notes"
    )

    def one(text: str, phrase: bool) -> set[int]:
        where, parameters = adapter.condition(text, phrase=phrase)
        return {row[0] for row in db.execute(f"SELECT id FROM keys WHERE {where}", parameters).fetchall()}

    yield lambda typed, phrase: [one(text, phrase) for text in typed]


ENGINES: dict[str, Any] = {
    "sqlite": sqlite,
    "postgresql": postgres,
    "tantivy": tantivy,
    "whoosh": whoosh,
    "duckdb": duckdb,
}
