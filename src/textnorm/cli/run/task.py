"""Work on one chunk: here a format and a command meet."""

from __future__ import annotations

from textnorm.cli.commands.text_commands import Settings, describe, editor
from textnorm.cli.io.chunks import Chunk, Problem, Result
from textnorm.cli.messages import Failure, reason
from textnorm.cli.output.json_records import to_json
from textnorm.cli.output.readable import WRITERS


class Task:
    """Turn a chunk into a result; a failure stops its file and no other. Picklable, without state."""

    def __call__(self, chunk: Chunk) -> Result:
        try:
            return self.result(chunk)
        except Failure as failure:
            return Result(chunk.data, failure=failure.message)
        except Exception as error:  # whatever it is
            return Result(chunk.data, failure=reason(error))

    def result(self, chunk: Chunk) -> Result:
        """Return what becomes of the chunk."""
        raise NotImplementedError


class EditTask(Task):
    """Edit the texts of a chunk, or report records of them."""

    def __init__(self, settings: Settings, as_json: bool = False) -> None:
        self.settings, self.as_json = settings, as_json

    def result(self, chunk: Chunk) -> Result:
        return self._records(chunk) if self.settings.records else self._text(chunk)

    def _text(self, chunk: Chunk) -> Result:
        result: Result = chunk.format.edit(chunk, editor(self.settings))
        return result

    def _records(self, chunk: Chunk) -> Result:
        write = to_json if self.as_json else WRITERS[self.settings.command]
        lines: list[str] = []
        problems: list[Problem] = []
        for text in chunk.format.texts(chunk):
            if isinstance(text, Problem):
                problems.append(text)
            else:
                lines += (write(record) + "\n" for record in describe(self.settings, chunk.source, text))
        return Result("".join(lines).encode("utf-8", "backslashreplace"), problems=tuple(problems))
