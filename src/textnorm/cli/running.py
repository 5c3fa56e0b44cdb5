"""One run over all files: events in, output, messages and the exit code out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from textnorm.cli.chunks import Chunk, Result
from textnorm.cli.errors import say
from textnorm.cli.ordered import ordered_map
from textnorm.cli.reading import Broken, Closed, Event, Opened, read_all
from textnorm.cli.work import Task
from textnorm.cli.writing import Writer

FINE, WOULD_CHANGE, BAD = 0, 1, 2


@dataclass
class Run:
    """The state of one run. ``check`` reports what would change and writes nothing."""

    task: Task
    writer: Writer
    check: bool = False
    jobs: int = 1
    exit_code: int = FINE
    changed: bool = False  # the file in hand
    broken: set[str] = field(default_factory=set)

    def over(self, sources: Sequence[str]) -> int:
        """Do the work and return the exit code."""
        for event in ordered_map(self.task, self._events(sources), self.jobs):
            self._take(event)
        self.writer.close()
        return self.exit_code

    def _events(self, sources: Sequence[str]) -> Iterator[Event]:
        return read_all(sources, self.task.format, self.broken.__contains__)

    def _take(self, event: Opened | Chunk | Result | Closed | Broken) -> None:
        match event:
            case Opened():
                self.source, self.changed = event.source, False
                self.writer.begin(event.source)
            case Result():
                self._result(event)
            case Closed():
                self._close(event)
            case Broken():
                self._break(event.source, event.message)

    def _result(self, result: Result) -> None:
        if self.source in self.broken:
            return
        if result.failure is not None:
            self._break(self.source, result.failure)
            return
        self.changed = self.changed or result.changed
        self.writer.write(result.data)

    def _close(self, event: Closed) -> None:
        if event.source in self.broken:
            self.broken.discard(event.source)
            return
        if event.empty:
            say(f"{event.source}: empty, nothing to do")
        self.writer.commit(self.changed)
        if self.check and self.changed:
            say(f"{event.source}: would change")
            self.exit_code = max(self.exit_code, WOULD_CHANGE)

    def _break(self, source: str, message: str) -> None:
        say(f"{source}: {message}")
        self.broken.add(source)
        self.writer.abort()
        self.exit_code = BAD
