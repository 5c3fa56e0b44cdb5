"""One run over all files: events in, output, messages and the exit code out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from textnorm.cli.io.chunks import Chunk, Result
from textnorm.cli.io.reading import Broken, Closed, Event, Opened, Reader, Skipped
from textnorm.cli.io.sources import Source
from textnorm.cli.io.writing import Writer
from textnorm.cli.messages import Failure, UsageFailure, reason, say
from textnorm.cli.run.progress import Progress
from textnorm.cli.run.rejects import Rejects

FINE, WOULD_CHANGE, BAD = 0, 1, 2
#: messages about single records of one file; the rest is counted
MOST_MESSAGES = 10


class File:
    """What is known of the current file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.changed = False
        self.records = self.hits = self.problems = 0


class Counts:
    """What became of the files."""

    def __init__(self) -> None:
        self.changed = self.unchanged = self.failed = self.skipped = 0

    def add(self, other: Counts) -> None:
        """Add the counts of other files."""
        for name, number in vars(other).items():
            setattr(self, name, getattr(self, name) + number)

    def say_if_many(self, check: bool) -> None:
        """Print a summary of several files; about one everything was said."""
        names = {"changed": "would change"} if check else {}
        said = [f"{number} {names.get(name, name)}" for name, number in vars(self).items() if number]
        if (files := sum(vars(self).values())) > 1:
            say(f"{files} files: {', '.join(said)}")


class Run:
    """The state of one run. ``check`` reports what would change."""

    def __init__(
        self,
        task: Callable[[Chunk], Result],
        writer: Writer,
        rejects: Rejects,
        progress: Progress,
        *,
        check: bool = False,
        fail_fast: bool = False,
        jobs: int = 1,
    ) -> None:
        self.task, self.writer, self.rejects, self.progress = task, writer, rejects, progress
        self.check, self.fail_fast, self.jobs = check, fail_fast, jobs
        self.exit_code, self.counts = FINE, Counts()
        self.broken: set[str] = set()
        self.file = File(Source("-", "-"))

    def over(self, sources: Iterable[Source], reader: Reader) -> int:
        """Do the work and return the exit code; however it ends, no half-written file is left."""
        try:
            for event in self._results(sources, reader):
                self._take(event)
                if self.fail_fast and self.exit_code == BAD:
                    say("stopped at the first failure")
                    break
            self.writer.close()
        finally:
            self.writer.discard()
            self.rejects.close()
            self.progress.finish()
        return self.exit_code

    def _results(self, sources: Iterable[Source], reader: Reader) -> Iterator[Event | Result]:
        """Yield the events of all files, and results in the places of chunks."""
        for event in self._heard(reader).events(sources):
            yield self.task(event) if isinstance(event, Chunk) else event

    def _heard(self, reader: Reader) -> Reader:
        """Return a reader that stops where nobody wants the rest of a file, and tells how far it is."""
        advance = self.progress.advance if self.progress.shown else None
        return reader._replace(dropped=self.broken.__contains__, advance=advance)

    def _take(self, event: Event | Result) -> None:
        try:
            self._handle(event)
        except (UsageFailure, BrokenPipeError):
            raise
        except Failure as failure:
            self._break(self.file.source, failure.message)
        except OSError as error:
            self._break(self.file.source, reason(error))

    def _handle(self, event: Event | Result) -> None:
        match event:
            case Opened():
                self.rejects.check(event.source.path)
                self.broken.discard(event.source.path)
                self.file = File(event.source)
                if event.encoding.guessed:
                    say(f"{event.source.path}: read as {event.encoding.name}")
                self.writer.begin(event)
            case Result():
                self._result(event)
            case Closed():
                self._close(event)
            case Broken():
                self._break(event.source, event.message)
            case Skipped():
                say(f"{event.source.path}: {event.message}")
                self.counts.skipped += 1
            case Chunk():
                raise AssertionError("a chunk that nobody worked on")

    def _result(self, result: Result) -> None:
        if self.file.source.path in self.broken:
            return
        if result.failure is not None:
            raise Failure(result.failure)
        self.file.changed |= result.changed
        self.file.records += result.records
        self.file.hits += result.hits
        self._report(result)
        self.writer.write(result.data)
        if result.broken is not None:
            raise Failure(result.broken)

    def _report(self, result: Result) -> None:
        for problem in result.problems:
            self.exit_code = BAD
            self.file.problems += 1
            if self.file.problems <= MOST_MESSAGES:
                say(f"{self.file.source.path}:{problem.line}: {problem.message}")
            self.rejects.add(self.file.source.path, problem.message, problem.line, problem.data)

    def _close(self, event: Closed) -> None:
        self.progress.files_done()
        path = event.source.path
        if path in self.broken:
            return
        if event.empty:
            say(f"{path}: empty, nothing to do")
        if self.file.problems > MOST_MESSAGES:
            say(f"{path}: {self.file.problems} records could not be handled")
        if self.file.records and not self.file.hits:
            raise Failure("no record has a text at the wanted place; name the field with --field")
        self.writer.commit(self.file.changed)
        self._count(path)

    def _count(self, path: str) -> None:
        if self.file.changed:
            self.counts.changed += 1
        else:
            self.counts.unchanged += 1
        if self.check and self.file.changed:
            say(f"{path}: would change")
            self.exit_code = max(self.exit_code, WOULD_CHANGE)

    def _break(self, source: Source, message: str) -> None:
        if source.path not in self.broken:
            say(f"{source.path}: {message}")
            self.rejects.add(source.path, message)
            self.counts.failed += 1
        self.broken.add(source.path)
        self.writer.abort()
        self.exit_code = BAD
