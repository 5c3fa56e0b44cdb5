"""A run in several processes: small files in batches, others in chunks.

A worker reads the files of its batch, works on them and, where each has a result of its own, writes them: the main
process only says which, and hears what became of them. Where all goes into one output, the main process writes.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from textnorm.cli.io.chunks import Batch, Chunk, Result
from textnorm.cli.io.compression import suffix_of
from textnorm.cli.io.line_chunks import CHUNK_BYTES
from textnorm.cli.io.reading import Event, Opened, Reader
from textnorm.cli.io.separate import writes_each
from textnorm.cli.io.sources import Source
from textnorm.cli.io.writing import Writer
from textnorm.cli.run.ordered import ordered_map
from textnorm.cli.run.progress import Progress
from textnorm.cli.run.rejects import Rejects
from textnorm.cli.run.runner import Counts, Run

#: a batch is full at this number of files or bytes: a fraction of a second of work, beside which handing it over is nothing
MOST_FILES, MOST_BYTES = 32, 1 << 17


def batches(sources: Iterable[Source]) -> Iterator[Batch | Source]:
    """Gather small files in batches; the others pass, to be cut in chunks."""
    waiting: list[Source] = []
    size = 0
    for source in sources:
        small = _is_small(source)
        if small:
            waiting.append(source)
            size += source.size or 0
        if waiting and (not small or len(waiting) == MOST_FILES or size >= MOST_BYTES):
            yield Batch(tuple(waiting), size)
            waiting, size = [], 0
        if not small:
            yield source
    if waiting:
        yield Batch(tuple(waiting), size)


def _is_small(source: Source) -> bool:
    """Say whether a worker can hold all of a file; what a compressed one holds nobody knows before."""
    return source.size is not None and source.size <= CHUNK_BYTES and not suffix_of(source.path)


def useful(jobs: int, sources: Iterable[Source]) -> int:
    """Return how many processes have something to do, where that can be told before."""
    pieces = 0
    for piece in batches(sources):
        if isinstance(piece, Batch):
            pieces += 1
        elif piece.size is None or suffix_of(piece.path):
            return jobs
        else:
            pieces += piece.size // CHUNK_BYTES + 1
    return max(1, min(jobs, pieces))


class Left(NamedTuple):
    """A file for the main process: what writes it needs the file itself."""

    source: Source


class Done(NamedTuple):
    """What became of a batch: what is left to be done in order, and what was done."""

    size: int
    events: Sequence[Event | Result | Left] = ()
    files: int = 0
    said: str = ""
    rejects: bytes = b""
    counts: Counts = Counts()
    exit_code: int = 0
    failure: Exception | None = None  # which ends the run


class Job(NamedTuple):
    """What a worker does: one chunk, or a batch of files. Picklable."""

    task: Callable[[Chunk], Result]
    reader: Reader
    writer: Writer | None  # None where the main process writes
    rejects: Rejects
    check: bool

    def do(self, work: Chunk | Batch) -> Any:
        """Return the :class:`Result` of a chunk, or what is :class:`Done` of a batch."""
        if isinstance(work, Chunk):
            return self.task(work)
        if self.writer is not None:
            return self._written(work, self.writer)
        return Done(work.size, [event for source in work.sources for event in self._events(source)])

    def _events(self, source: Source) -> list[Event | Result | Left]:
        events: list[Event | Result | Left] = []
        for event in self.reader.events([source]):
            if isinstance(event, Opened) and event.sink is not None:
                return [Left(source)]
            events.append(self.task(event) if isinstance(event, Chunk) else event)
        return events

    def _written(self, batch: Batch, writer: Writer) -> Done:
        """Do what a run does, and keep what is to be said."""
        rejects, said, failure = self.rejects.collected(), io.StringIO(), None
        run = Run(self.task, writer, rejects, Progress("none", None, None), check=self.check)
        with contextlib.redirect_stderr(said):
            try:
                run.over(batch.sources, self.reader)
            except Exception as error:
                failure = error
        return Done(
            batch.size, files=run.progress.done, said=said.getvalue(), rejects=rejects.data,
            counts=run.counts, exit_code=run.exit_code, failure=failure,
        )  # fmt: skip


class SharedRun(Run):
    """A run whose work several processes share."""

    def _results(self, sources: Iterable[Source], reader: Reader) -> Iterator[Event | Result]:
        # after a failure that ends the run no later file may have been written
        writer = self.writer if writes_each(self.writer) and not self.fail_fast else None
        job = Job(self.task, reader, writer, self.rejects, self.check)
        for event in ordered_map(job.do, self._pieces(sources, self._heard(reader)), self.jobs):
            if not isinstance(event, Done):
                yield event
                continue
            self._note(event)
            for each in event.events:
                if isinstance(each, Left):
                    yield from super()._results([each.source], reader)
                else:
                    yield each

    def _pieces(self, sources: Iterable[Source], reader: Reader) -> Iterator[Event | Batch]:
        for piece in batches(sources):
            if isinstance(piece, Batch):
                yield piece
            else:
                yield from reader.events([piece])

    def _note(self, done: Done) -> None:
        """Take over what a worker did: what was said is said here, in order."""
        sys.stderr.write(done.said)
        sys.stderr.flush()
        if done.rejects:
            self.rejects.append(done.rejects)
        self.counts.add(done.counts)
        self.exit_code = max(self.exit_code, done.exit_code)
        self.progress.files_done(done.files)
        self.progress.advance(done.size)
        if done.failure is not None:
            raise done.failure
