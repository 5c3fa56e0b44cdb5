"""JSON Lines: chosen strings of each record are edited, every other byte stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.formats.json import TELEGRAM_LINES
from textnorm.cli.formats.json_strings import Wanted, find_strings, replace_strings, wanted
from textnorm.cli.formats.telegram_escapes import repaired_escapes
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.line_chunks import record_chunks
from textnorm.cli.io.newlines import Newlines
from textnorm.cli.messages import reason


class JsonLines(NamedTuple):
    """JSON Lines; ``fields`` are paths such as ``text`` or ``meta.title``."""

    fields: tuple[str, ...] = ("text",)
    errors: str = "strict"
    drop_bad: bool = False  # leave out what could not be read; somebody keeps it elsewhere
    telegram: bool = False  # messages of Telegram, one a line

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        return record_chunks(stream, source)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        tree = self._tree()
        edit = Newlines(edit)
        output: list[bytes] = []
        problems: list[Problem] = []
        hits = records = 0
        for number, line in _lines(chunk):
            try:
                text = self._read(line)
                spans = [] if text.isspace() else find_strings(text, tree)
                edited = replace_strings(text, spans, edit)
            except (ValueError, RecursionError) as error:
                problems.append(Problem(number, _what(error), line))
                output.append(b"" if self.drop_bad else line)
                continue
            records += not text.isspace()
            hits += bool(spans)
            output.append(edited.encode("utf-8"))
        data = b"".join(output)
        return Result(data, data != chunk.data, tuple(problems), records, hits)

    def _tree(self) -> Wanted:
        return TELEGRAM_LINES if self.telegram else wanted(self.fields)

    def _read(self, line: bytes) -> str:
        text = line.decode("utf-8", self.errors)
        return repaired_escapes(text) if self.telegram else text

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        tree = self._tree()
        for number, line in _lines(chunk):
            if line.isspace():
                continue
            try:
                spans = find_strings(self._read(line), tree)
            except (ValueError, RecursionError) as error:
                yield Problem(number, _what(error), line)
                continue
            for span in spans:
                yield Text(span.value, number, in_record=True)


def make(name: str, asked: Asked) -> JsonLines:
    """Return the format that the flags ask for."""
    return JsonLines(asked.fields or ("text",), asked.errors, asked.drop_bad, name == "telegram-lines")


def _lines(chunk: Chunk) -> Iterator[tuple[int, bytes]]:
    lines = chunk.data.split(b"\n")
    last = lines.pop()
    for number, line in enumerate(lines, chunk.line):
        yield number, line + b"\n"
    if last:
        yield chunk.line + len(lines), last


def _what(error: BaseException) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start} of the line"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at character {error.pos + 1}"
    if isinstance(error, RecursionError):
        return "not handled: nested too deeply"
    return reason(error)
