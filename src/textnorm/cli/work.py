"""What a worker does with a chunk: the one function that meets both a format and a command."""

from __future__ import annotations

from textnorm.cli import plainly
from textnorm.cli.chunks import Chunk, Problem, Result
from textnorm.cli.commands import Settings, describe, editor
from textnorm.cli.errors import Failure, reason
from textnorm.cli.records import to_json


class Task:
    """A command and how to write its records. Picklable, without state."""

    def __init__(self, settings: Settings, as_json: bool = False) -> None:
        self.settings, self.as_json = settings, as_json

    def __call__(self, chunk: Chunk) -> Result:
        try:
            return self._records(chunk) if self.settings.records else self._text(chunk)
        except Failure as failure:
            return Result(chunk.data, failure=failure.message)
        except Exception as error:  # whatever it is, it stops this file and no other
            return Result(chunk.data, failure=reason(error))

    def _text(self, chunk: Chunk) -> Result:
        result: Result = chunk.format.edit(chunk, editor(self.settings))
        return result

    def _records(self, chunk: Chunk) -> Result:
        write = to_json if self.as_json else plainly.WRITERS[self.settings.command]
        lines: list[str] = []
        problems: list[Problem] = []
        for text in chunk.format.texts(chunk):
            if isinstance(text, Problem):
                problems.append(text)
            else:
                lines += (write(record) + "\n" for record in describe(self.settings, chunk.source, text))
        return Result("".join(lines).encode("utf-8", "backslashreplace"), problems=tuple(problems))
