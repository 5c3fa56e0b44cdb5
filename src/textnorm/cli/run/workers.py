"""Worker processes, each behind a pipe of its own: bytes travel as they are, and only where they must."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textnorm.cli.io.chunks import Batch, Chunk
from textnorm.cli.messages import Terminated, UsageFailure

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class Worker:
    """One process that does a task. To be started before any thread is."""

    def __init__(self, task: Callable[[Any], Any]) -> None:
        from multiprocessing import Pipe, Process

        self._pipe, theirs = Pipe()
        self._process = Process(target=_serve, args=(task, theirs), daemon=True)
        with _interrupts_held():  # until the process knows that they are none of its business
            self._process.start()
        theirs.close()

    def __call__(self, work: Chunk | Batch) -> Any:
        """Return the result, as if the task had been done here."""
        try:
            if isinstance(work, Batch):
                self._pipe.send(work)
                return self._pipe.recv()
            self._pipe.send(work._replace(data=b""))
            self._pipe.send_bytes(work.data)
            result, unchanged = self._pipe.recv()
            return result._replace(data=work.data if unchanged else self._pipe.recv_bytes())
        except (EOFError, OSError):
            raise UsageFailure(
                "a worker process was killed, perhaps for want of memory; try a smaller -j"
            ) from None

    def end(self) -> None:
        """Let the process end when its work is done, and wait for it."""
        with contextlib.suppress(OSError):  # closing says nothing: other workers hold a copy of this end
            self._pipe.send(None)
        self._process.join()
        self._pipe.close()


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C and the request to end waiting, here and in a process that is started meanwhile."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(task: Callable[[Any], Any], pipe: Connection) -> None:
    _leave_signals_to_main()
    # what says that the main process is gone, or that this one is not wanted any more: a file that it writes is given up
    with contextlib.suppress(EOFError, OSError, Terminated):
        while (work := pipe.recv()) is not None:
            if isinstance(work, Batch):
                pipe.send(task(work))
            else:
                _serve_chunk(task, work, pipe)


def _serve_chunk(task: Callable[[Any], Any], chunk: Chunk, pipe: Connection) -> None:
    chunk = chunk._replace(data=pipe.recv_bytes())
    result = task(chunk)
    unchanged = result.data == chunk.data
    pipe.send((result._replace(data=b""), unchanged))
    if not unchanged:
        pipe.send_bytes(result.data)


def _leave_signals_to_main() -> None:
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends the work
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    """End this worker when the main process was killed: nobody else would tell it."""
    from multiprocessing import parent_process

    if main := parent_process():
        main.join()
        os._exit(1)
