"""Arrow in, Arrow out: a function of one text applied to a column of them. Knows nothing of Spark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa

from textnorm.integrations.rows import attempt, checked

Rows = Callable[[pa.Array], pa.Array]

CHANGES = pa.list_(
    pa.struct(
        [
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("before", pa.string()),
            ("after", pa.string()),
            ("rules", pa.list_(pa.string())),
        ]
    )
)
COUNTS = pa.map_(pa.string(), pa.int32())
EXPLAINED = pa.struct([("text", pa.string()), ("changes", CHANGES), ("counts", COUNTS)])
DATES = pa.list_(
    pa.struct(
        [
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("text", pa.string()),
            ("date", pa.date32()),
            ("kind", pa.string()),
            ("reason", pa.string()),
            ("weekday_agrees", pa.bool_()),
            ("twin_agrees", pa.bool_()),
            ("official", pa.bool_()),
            ("form", pa.string()),
            ("year", pa.int32()),
            ("month", pa.int32()),
            ("day", pa.int32()),
        ]
    )
)
POSTS = pa.list_(
    pa.struct(
        [
            ("title", pa.string()),
            ("author", pa.string()),
            ("date", pa.date32()),
            ("date_text", pa.string()),
            ("body", pa.string()),
            ("tags", pa.list_(pa.string())),
            ("comments", pa.list_(pa.string())),
            ("captions", pa.list_(pa.string())),
            ("start", pa.int32()),
            ("end", pa.int32()),
        ]
    )
)


def with_errors(kind: pa.DataType) -> pa.DataType:
    """Return the type of a column of outcomes: a value of this kind, and an error."""
    return pa.struct([("value", kind), ("error", pa.string())])


def outcomes(function: Callable[[str], Any], kind: pa.DataType) -> Rows:
    """*function* over a column: a struct of value and error a row."""

    checked(function)

    def textnorm_rows(column: pa.Array) -> pa.Array:
        done = [attempt(function, row) for row in read_rows(column)]
        values = pa.array([outcome.value for outcome in done], kind)
        errors = pa.array([outcome.error for outcome in done], pa.string())
        return pa.StructArray.from_arrays([values, errors], ["value", "error"])

    return textnorm_rows


def values(function: Callable[[str], Any], kind: pa.DataType) -> Rows:
    """*function* over a column: the value alone; a bad row is null."""

    checked(function)

    def textnorm_rows(column: pa.Array) -> pa.Array:
        return pa.array([attempt(function, row).value for row in read_rows(column)], kind)

    return textnorm_rows


def read_rows(column: pa.Array) -> list[str | bytes | None]:
    """Return the rows of a column of text or bytes; as bytes if some row is not UTF-8, so that only that row is bad.

    Engines carry what a file held: a Spark string may be any bytes. A column of another type is a mistake
    in the program, so that is a TypeError and not a column of bad rows.

    >>> read_rows(pa.array(["rain", None]))
    ['rain', None]
    """
    kind = column.type
    if not (_is_text(kind) or _is_bytes(kind) or pa.types.is_null(kind)):
        raise TypeError(f"textnorm works on columns of text, not {kind}: cast the column to string first")
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        large = pa.types.is_large_string(kind)
        return list(column.cast(pa.large_binary() if large else pa.binary()).to_pylist())


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _is_bytes(kind: pa.DataType) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))


_NAMES = {
    pa.string(): "string",
    pa.int32(): "int",
    pa.bool_(): "boolean",
    pa.date32(): "date",
}


def ddl(kind: pa.DataType) -> str:
    """Return the type in the words of SQL, so that every type is written down once.

    >>> ddl(with_errors(pa.list_(pa.int32())))
    'struct<`value`:array<int>,`error`:string>'
    """
    if pa.types.is_struct(kind):
        fields = ",".join(f"`{field.name}`:{ddl(field.type)}" for field in kind)
        return f"struct<{fields}>"
    if pa.types.is_map(kind):
        return f"map<{ddl(kind.key_type)},{ddl(kind.item_type)}>"
    if pa.types.is_list(kind):
        return f"array<{ddl(kind.value_type)}>"
    return _NAMES[kind]
