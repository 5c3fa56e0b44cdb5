"""Parquet: chosen text columns are edited, one row group at a time; schema and compression stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.newlines import edit_record
from textnorm.cli.messages import Failure, near


def library() -> Any:
    """pyarrow, or advice."""
    try:
        import pyarrow.parquet
    except ImportError:
        raise Failure("needs the package pyarrow: pip install 'textnorm-fa[parquet]'") from None
    return pyarrow


class Parquet(NamedTuple):
    """A Parquet file; ``columns`` are names. Chunks are row groups in Arrow's stream format."""

    columns: tuple[str, ...]

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        file = _open(stream)
        self._check(file.schema_arrow)
        row = 0
        for number in range(file.num_row_groups):
            table = file.read_row_group(number)
            yield Chunk(_pack(table), source, row + 1, row)
            row += table.num_rows

    def _check(self, schema: Any) -> None:
        if not self.columns:
            raise Failure(f"a table: name its columns with --column NAME; they are {', '.join(schema.names)}")
        for column in self.columns:
            if column not in schema.names:
                names = ", ".join(schema.names)
                raise Failure(f"no column {column!r}{near(column, schema.names)}; the columns are {names}")
            if schema.names.count(column) > 1:
                raise Failure(f"{schema.names.count(column)} columns are called {column!r}")
            kind = schema.field(column).type
            if str(kind) not in ("string", "large_string"):
                raise Failure(f"column {column!r} is {kind}, no text")

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        table, changed = _unpack(chunk.data), False
        for column in self.columns:
            place = table.schema.get_field_index(column)
            before = table.column(place).to_pylist()
            after = [None if text is None else edit_record(text, edit) for text in before]
            if after != before:
                changed = True
                field = table.schema.field(place)
                table = table.set_column(place, field, library().array(after, field.type))
        return Result(_pack(table) if changed else chunk.data, changed)

    def sink_of(self, stream: BinaryIO) -> Callable[[BinaryIO], Sink]:
        """Return what writes the results of this file as a Parquet file like it."""
        file = _open(stream)
        codecs: Any = "snappy"
        if file.num_row_groups:
            group = file.metadata.row_group(0)
            columns = [group.column(number) for number in range(group.num_columns)]
            codecs = {
                column.path_in_schema: column.compression.replace("UNCOMPRESSED", "NONE")
                for column in columns
            }
        return partial(Sink, file.schema_arrow, codecs)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        table = _unpack(chunk.data)
        for column in self.columns:
            for row, text in enumerate(table.column(column).to_pylist(), chunk.line):
                if text is not None:
                    yield Text(text, row, in_record=True)


def make(name: str, asked: Asked) -> Parquet:
    """Return the format that the flags ask for."""
    return Parquet(asked.columns)


class Sink:
    """Takes row groups in Arrow's stream format and writes them into a Parquet file."""

    def __init__(self, schema: Any, codecs: Any, stream: BinaryIO) -> None:
        self._writer = library().parquet.ParquetWriter(stream, schema, compression=codecs)

    def write(self, data: bytes) -> None:
        """Write one row group, or nothing where there are no bytes."""
        if data:
            table = _unpack(data)
            self._writer.write_table(table, row_group_size=max(table.num_rows, 1))

    def close(self) -> None:
        """Write the footer; the stream below stays open."""
        self._writer.close()


def _open(stream: BinaryIO) -> Any:
    arrow = library()
    try:
        return arrow.parquet.ParquetFile(stream)
    except (arrow.ArrowException, OSError) as error:
        raise Failure(f"no whole Parquet file: {str(error).splitlines()[0]}") from None


def _pack(table: Any) -> bytes:
    arrow = library()
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _unpack(data: bytes) -> Any:
    return library().ipc.open_stream(data).read_all()
