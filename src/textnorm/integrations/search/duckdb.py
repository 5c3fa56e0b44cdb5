"""Search with DuckDB (package `duckdb`): the keys as SQL functions, and a condition for what people type.

No extension is needed: the condition looks for whole words in the two columns. Its full-text extension ranks, and can be
made on the same columns; the guide says how.
"""

from __future__ import annotations

from typing import Any

from .query import All, AnyOf, Query, Words, field_texts, query


def register(connection: Any) -> None:
    """Give *connection* the SQL functions ``textnorm_glued(text)`` and ``textnorm_spaced(text)``, which keep NULL.

    ``CREATE TABLE found AS SELECT id, textnorm_glued(body) AS glued, textnorm_spaced(body) AS spaced FROM notes``
    """
    for name, function in (
        ("textnorm_glued", lambda text: field_texts(text).glued),
        ("textnorm_spaced", lambda text: field_texts(text).spaced),
    ):
        connection.create_function(name, function, ["VARCHAR"], "VARCHAR")


def condition(text: str, *, phrase: bool = False) -> tuple[str, list[str]]:
    """Return a condition for WHERE on the columns ``glued`` and ``spaced``, and its parameters.

    >>> condition("کتاب‌ها")
    ("((contains(' ' || glued || ' ', ?)) OR (contains(' ' || spaced || ' ', ?) AND contains(' ' || spaced || ' ', ?)))", [' کتابها ', ' کتاب ', ' ها '])
    """
    parameters: list[str] = []
    return _condition(query(text, phrase=phrase), parameters), parameters


def _condition(asked: Query, parameters: list[str]) -> str:
    match asked:
        case Words(field, words, phrase):
            wanted = [" ".join(words)] if phrase else list(words)
            parameters += (f" {word} " for word in wanted)
            return "(" + " AND ".join(f"contains(' ' || {field} || ' ', ?)" for _ in wanted) + ")"
        case All(parts):
            return "(" + " AND ".join(_condition(part, parameters) for part in parts) + ")"
        case AnyOf(parts):
            return "(" + (" OR ".join(_condition(part, parameters) for part in parts) or "false") + ")"
