"""Full-text search with SQLite's FTS5: an index that keeps itself up to date, and queries as people type them.

>>> import sqlite3
>>> db = sqlite3.connect(":memory:")
>>> _ = db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT, body TEXT)")
>>> create_index(db, "notes", "title", "body")
>>> _ = db.execute("INSERT INTO notes (title, body) VALUES ('گزارش', 'قطعه‌های برگشت‌داده را دیدم')")
>>> sql = "SELECT rowid FROM notes_search WHERE notes_search MATCH textnorm_query(?) ORDER BY rank"
>>> [db.execute(sql, (typed,)).fetchall() for typed in ("قطعه هاي برگشت داده", "برگشتداده", "باد")]
[[(1,)], [(1,)], []]
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from .query import All, AnyOf, Query, Words, field_texts, query


def register(connection: sqlite3.Connection) -> None:
    """Give *connection* the SQL functions of the index. Every connection that writes or searches needs them.

    textnorm_glued(text), textnorm_spaced(text) : what the two fields hold
    textnorm_query(text), textnorm_phrase(text) : what to MATCH when somebody types *text*
    """
    functions: dict[str, Callable[[str | None], str]] = {
        "textnorm_glued": lambda text: field_texts(text or "").glued,
        "textnorm_spaced": lambda text: field_texts(text or "").spaced,
        "textnorm_query": lambda text: match(text or ""),
        "textnorm_phrase": lambda text: match(text or "", phrase=True),
    }
    for name, function in functions.items():
        connection.create_function(name, 1, function, deterministic=True)


def create_index(connection: sqlite3.Connection, table: str, *columns: str) -> None:
    """Make the FTS5 table ``{table}_search`` for these columns of a table, fill it, and let triggers keep it so.

    Its rowid is that of the row. Raises sqlite3.Error for a table or column that is not there, or where the index
    exists.
    """
    if not columns:
        raise ValueError("name the columns to search")
    register(connection)
    connection.executescript(index_sql(table, *columns))


def index_sql(table: str, *columns: str) -> str:
    """Return the SQL of `create_index`, for those who keep their schema in a file."""
    index = _name(f"{table}_search")

    def insert(row: str) -> str:
        text = " || char(10) || ".join(f"coalesce({row}{_name(column)}, '')" for column in columns)
        return (
            f"INSERT INTO {index} (rowid, glued, spaced) SELECT {row}rowid, textnorm_glued({text}), "
            f"textnorm_spaced({text})"
        )

    delete = f"DELETE FROM {index} WHERE rowid = old.rowid"
    source = _name(table)
    return f"""CREATE VIRTUAL TABLE {index} USING fts5(glued, spaced, tokenize = 'ascii');
{insert("")} FROM {source};
CREATE TRIGGER {_name(f"{table}_search_insert")} AFTER INSERT ON {source} BEGIN {insert("new.")}; END;
CREATE TRIGGER {_name(f"{table}_search_delete")} AFTER DELETE ON {source} BEGIN {delete}; END;
CREATE TRIGGER {_name(f"{table}_search_update")} AFTER UPDATE ON {source} BEGIN {delete}; {insert("new.")}; END;
"""


def match(text: str, *, phrase: bool = False) -> str:
    """Return the FTS5 query for what somebody typed: all of its words, or the phrase.

    >>> match("کتاب‌ها", phrase=True)
    '(glued : ("کتابها")) OR (spaced : ("کتاب ها"))'
    """
    return _expression(query(text, phrase=phrase)) or '""'


def _expression(asked: Query) -> str:
    match asked:
        case Words(field, words, phrase):
            quoted = [" ".join(words)] if phrase else words
            return f"{field} : (" + " AND ".join(f'"{word}"' for word in quoted) + ")"
        case All(parts):
            return " AND ".join(f"({_expression(part)})" for part in parts)
        case AnyOf(parts):
            return " OR ".join(f"({_expression(part)})" for part in parts)


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
