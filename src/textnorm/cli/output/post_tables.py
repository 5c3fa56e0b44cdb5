"""Posts as tables: ``--csv``, and ``--sqlite FILE`` with what was dropped beside them."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import sqlite3
from typing import Any

from textnorm.cli.io.atomic import check_one_name
from textnorm.cli.io.output import is_stream
from textnorm.cli.io.reading import Opened
from textnorm.cli.io.writing import Writer
from textnorm.cli.messages import Failure, OutputFailure, OutputRefused, reason

COLUMNS = ("file", "line", "id", "kind", "title", "author", "date", "modified", "url", "language", "tags", "body",
           "date_text", "comments", "captions", "sources", "conflicts", "start", "end")  # fmt: skip
_DROPPED = ("file", "start", "end", "kind", "certainty", "evidence", "text")
#: these hold lines, which are too long to stand beside one another
_LINES = ("comments", "captions")


def cell(name: str, value: Any) -> Any:
    """Return what stands in a cell: lists and mappings as text.

    >>> cell("tags", ["a", "b"]), cell("sources", {"date": "JSON-LD"}), cell("title", None)
    ('a; b', 'date: JSON-LD', None)
    """
    if isinstance(value, dict):
        value = [f"{key}: {text}" for key, text in value.items()]
    return ("\n" if name in _LINES else "; ").join(value) if isinstance(value, list) else value


def _records(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode("utf-8", "replace").split("\n") if line]


class Csv:
    """Write records as rows, below one header, by another writer."""

    def __init__(self, inner: Writer) -> None:
        self._inner = inner
        self._begun = False
        self.begin, self.abort = inner.begin, inner.abort
        self.close, self.discard = inner.close, inner.discard

    def write(self, data: bytes) -> None:
        """Write the rows of some records."""
        text = io.StringIO(newline="")
        rows = csv.writer(text, lineterminator="\n")
        if not self._begun:
            rows.writerow(COLUMNS)
        rows.writerows([cell(name, record.get(name)) for name in COLUMNS] for record in _records(data))
        self._begun = True
        if text.tell():
            self._inner.write(text.getvalue().encode("utf-8", "replace"))

    def commit(self, changed: bool) -> None:
        """Write the header where nothing else was written."""
        if not self._begun:
            self.write(b"")
        self._inner.commit(changed)


def _check_is_base(path: str) -> None:
    """Refuse to replace what is no data base: its name was hardly meant."""
    with open(path, "rb") as stream:
        if (head := stream.read(16)) and head != b"SQLite format 3\0":
            raise OutputRefused("is a file already, and no data base; name another one")


class Sqlite:
    """Write a data base with a table ``posts`` and a table ``dropped``; it takes the place of a file when all is done."""

    def __init__(self, path: str) -> None:
        self._path, self._partial = path, f"{path}.partial"
        try:
            if is_stream(path) or os.path.isdir(path):
                raise OutputRefused("is no regular file, which a data base must be")
            with contextlib.suppress(FileNotFoundError):
                check_one_name(os.stat(path))
                _check_is_base(path)
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._partial)
            open(self._partial, "xb").close()  # says why not, which sqlite does not
            self._base = sqlite3.connect(self._partial, isolation_level=None)
            for table, names in (("posts", COLUMNS), ("dropped", _DROPPED)):
                self._base.execute(f"CREATE TABLE {table} ({', '.join(map(_quoted, names))})")
        except (OSError, sqlite3.Error, OutputRefused) as error:
            raise OutputFailure(reason(error), path) from None

    def begin(self, opened: Opened) -> None:
        """Open what one file gives: all of it stands, or nothing."""
        self._base.execute("BEGIN")

    def write(self, data: bytes) -> None:
        """Insert some records."""
        try:
            for record in _records(data):
                table, names = ("dropped", _DROPPED) if "dropped" in record else ("posts", COLUMNS)
                found = record.get("dropped", record)
                marks = ", ".join("?" * len(names))
                values = [cell(name, found.get(name)) for name in names]
                self._base.execute(f"INSERT INTO {table} VALUES ({marks})", values)
        except (sqlite3.Error, OverflowError) as error:
            raise Failure(f"not written to {self._path}: {error}") from None

    def commit(self, changed: bool) -> None:
        """Let the records of a file stand."""
        self._base.execute("COMMIT")

    def abort(self) -> None:
        """Take the records of a file back."""
        if self._base.in_transaction:
            self._base.execute("ROLLBACK")

    def close(self) -> None:
        """Let the data base take the place of the file."""
        self._base.close()
        try:
            os.replace(self._partial, self._path)
        except OSError as error:
            raise OutputFailure(reason(error), self._path) from None

    def discard(self) -> None:
        """Leave no trace of a run that was broken off."""
        self._base.close()
        with contextlib.suppress(OSError):
            os.unlink(self._partial)


def _quoted(name: str) -> str:
    return f'"{name}"'
