"""CSV and TSV: chosen columns are edited; quoting, order and every other byte stay."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.encodings import decode
from textnorm.cli.io.line_chunks import CHUNK_BYTES, LONGEST_RECORD, too_long
from textnorm.cli.io.newlines import edit_record
from textnorm.cli.messages import Failure, near

#: tried on the first line when none is given
DELIMITERS = (b",", b";", b"\t", b"|")

_Match = Callable[..., "re.Match[bytes] | None"]


class Table(NamedTuple):
    """A table with delimited columns; ``columns`` are names of the header, or numbers from 1."""

    columns: tuple[str, ...]
    delimiter: str | None = None
    header: bool = True
    errors: str = "strict"

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        delimiter: bytes | None = self.delimiter.encode() if self.delimiter else None
        header: tuple[str, ...] = ()
        line, offset = 1, 0
        for data in _whole_records(stream, delimiter):
            if offset == 0:
                delimiter = delimiter or guess_delimiter(data)
                header = (delimiter.decode(), *self._names(data, delimiter, source))
                first = _record(delimiter)(data) if self.header else None
                if first:
                    yield Chunk(data[: first.end()], source, 1, 0, context=header[:2])
                    line, offset, data = (
                        data.count(b"\n", 0, first.end()) + 1,
                        first.end(),
                        data[first.end() :],
                    )
            if data:
                yield Chunk(data, source, line, offset, context=header)
            line, offset = line + data.count(b"\n"), offset + len(data)

    def _names(self, data: bytes, delimiter: bytes, source: str) -> tuple[str, ...]:
        """Return how many columns there are and the places of those wanted, as digits: what the workers need."""
        first = _record(delimiter)(data)
        names = [_unquote(field) for field, _ in _fields(first[0] if first else b"", delimiter)]
        if not self.columns:
            raise Failure(
                f"a table: name its columns with --column NAME; they are {', '.join(name or repr(name) for name in names)} (--format text: as text)"
            )
        return str(len(names)), *(str(self._place(column, names)) for column in self.columns)

    def _place(self, column: str, names: list[str]) -> int:
        if self.header and names.count(column) > 1:
            places = [str(place) for place, name in enumerate(names, 1) if name == column]
            raise Failure(
                f"{len(places)} columns are called {column!r}; give the number: {' or '.join(places)}"
            )
        if self.header and column in names:
            return names.index(column)
        if column.isdecimal() and 1 <= int(column) <= len(names):
            return int(column) - 1
        known = ", ".join(names) if self.header else f"1 to {len(names)}"
        raise Failure(f"no column {column!r}{near(column, names)}; the columns are {known}")

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        decode(chunk, self.errors)
        plan = _Plan.of(chunk)
        output: list[bytes] = []
        problems: list[Problem] = []
        for row in _rows(chunk, plan.delimiter):
            if wrong := plan.wrong(row):
                problems.append(wrong)
                output.append(row.data)
                continue
            for place, (field, end) in enumerate(row.fields):
                output += (
                    self._edit_field(field, plan.delimiter, edit) if place in plan.wanted else field,
                    end,
                )
        data = b"".join(output)
        return Result(data, data != chunk.data, tuple(problems))

    def _edit_field(self, field: bytes, delimiter: bytes, edit: Edit) -> bytes:
        text = _unquote(field, self.errors)
        edited = edit_record(text, edit)
        return field if edited == text else _quote(edited, field, delimiter)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        decode(chunk, self.errors)
        plan = _Plan.of(chunk)
        for row in _rows(chunk, plan.delimiter):
            if wrong := plan.wrong(row):
                yield wrong
                continue
            for place in plan.wanted.intersection(range(len(row.fields))):
                yield Text(_unquote(row.fields[place][0], self.errors), row.line, in_record=True)


def make(name: str, asked: Asked) -> Table:
    """Return the format that the flags ask for."""
    delimiter = asked.delimiter or ("\t" if name == "tsv" else None)
    return Table(asked.columns, delimiter, asked.header, asked.errors)


def guess_delimiter(data: bytes) -> bytes:
    """Return the delimiter that cuts the first line into most columns.

    >>> guess_delimiter(b"id;text, long;date")
    b';'
    """
    line = data.partition(b"\n")[0]
    return max(DELIMITERS, key=line.count)


class _Row(NamedTuple):
    """A row: its line, its bytes, and its fields, each with the delimiter or line end after it."""

    line: int
    data: bytes
    fields: list[tuple[bytes, bytes]]


class _Plan(NamedTuple):
    """What a worker knows of a table: its delimiter, how many columns it has, and which of them are texts."""

    delimiter: bytes
    width: int
    wanted: set[int]

    @classmethod
    def of(cls, chunk: Chunk) -> _Plan:
        delimiter, width, *places = chunk.context
        return cls(delimiter.encode(), int(width), set(map(int, places)))

    def wrong(self, row: _Row) -> Problem | None:
        """Return what is wrong with a row that has no field of a wanted column, or fields beyond the last one: no telling which is which."""
        count = len(row.fields)
        beyond = any(field for field, _ in row.fields[self.width :])
        if not beyond and (all(place < count for place in self.wanted) or not row.data.strip()):
            return None
        fields = f"{count} field{'s' if count > 1 else ''}"
        return Problem(
            row.line, f"{fields} where the table has {self.width} columns: left as it is", row.data
        )


@functools.cache
def _record(delimiter: bytes) -> _Match:
    """Return what matches one record with its line end. A quote opens a field only at its start; quoted fields hold newlines."""
    other = rb"[^\r\n" + re.escape(delimiter) + rb"]*+"
    field = rb'(?:"(?:[^"]++|"")*+"' + other + rb'|(?!")' + other + rb")"
    body = field + rb"(?:" + re.escape(delimiter) + field + rb")*+"
    return re.compile(body + rb"(?:\r\n|\n|\r|(?<=.)\Z)", re.DOTALL).match


@functools.cache
def _field(delimiter: bytes) -> _Match:
    other = rb"[^\r\n" + re.escape(delimiter) + rb"]*+"
    return re.compile(
        rb'("(?:[^"]++|"")*+"' + other + rb"|" + other + rb")(" + re.escape(delimiter) + rb"|\r\n?|\n|\Z)"
    ).match


def _fields(record: bytes, delimiter: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the fields of a record, each with the delimiter or line end after it."""
    at, matched = 0, _field(delimiter)
    while match := matched(record, at):
        yield match[1], match[2]
        at = match.end()
        if match[2] != delimiter:
            return


def _unquote(field: bytes, errors: str = "replace") -> str:
    text = field.decode("utf-8", errors)
    return text[1:-1].replace('""', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text


def _quote(text: str, before: bytes, delimiter: bytes) -> bytes:
    field = text.encode("utf-8")
    if before[:1] == b'"' or any(mark in field for mark in (delimiter, b"\r", b"\n")) or field[:1] == b'"':
        return b'"' + field.replace(b'"', b'""') + b'"'
    return field


def _whole_records(stream: BinaryIO, delimiter: bytes | None) -> Iterator[bytes]:
    """Yield pieces of the stream that end where a record ends; the last one may be broken."""
    waiting, wish, line = b"", CHUNK_BYTES, 1
    while block := stream.read(wish):
        waiting += block
        delimiter = delimiter or guess_delimiter(waiting)
        # the last byte may be half of CR LF, or a quote that the next one doubles
        end = _last_end(waiting, delimiter, len(waiting) - 1)
        if end:
            yield waiting[:end]
            line += waiting.count(b"\n", 0, end)
        elif len(waiting) > LONGEST_RECORD:
            raise too_long(line)
        waiting = waiting[end:]
        wish = max(CHUNK_BYTES, len(waiting))  # doubling: an endless quote costs linear time
    if waiting:
        yield waiting


def _last_end(data: bytes, delimiter: bytes, limit: int) -> int:
    end, matched = 0, _record(delimiter)
    while (record := matched(data, end, limit)) and record.end() < limit:
        end = record.end()
    return end


def _rows(chunk: Chunk, delimiter: bytes) -> Iterator[_Row]:
    line = chunk.line
    for record in _records(chunk, delimiter):
        yield _Row(line, record[0], list(_fields(record[0], delimiter)))
        line += record[0].count(b"\n")


def _records(chunk: Chunk, delimiter: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the records of a chunk; raises where a quoted field never ends."""
    end, matched = 0, _record(delimiter)
    while end < len(chunk.data):
        record = matched(chunk.data, end)
        if record is None:
            line = chunk.line + chunk.data.count(b"\n", 0, end)
            raise Failure(f"line {line}: a quoted field never ends", chunk.source)
        yield record
        end = record.end()
