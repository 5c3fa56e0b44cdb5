"""Do work in several processes, keep the order, and never run ahead of the reader."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from textnorm.cli.chunks import Chunk, Result
from textnorm.cli.errors import UsageFailure

#: pieces in flight for each process: enough to keep it busy, few enough to bound the memory
AHEAD = 3
_task: Callable[[Chunk], Result]


def ordered_map(task: Callable[[Chunk], Result], events: Iterable[Any], jobs: int) -> Iterator[Any]:
    """Replace each :class:`Chunk` by its :class:`Result`; every other event passes, in its place."""
    if jobs <= 1:
        for event in events:
            yield task(event) if isinstance(event, Chunk) else event
    else:
        yield from _parallel(task, events, jobs)


def _parallel(task: Callable[[Chunk], Result], events: Iterable[Any], jobs: int) -> Iterator[Any]:
    from concurrent.futures import ProcessPoolExecutor

    pending: deque[Any] = deque()
    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(task,)) as pool:
        try:
            for event in events:
                pending.append(pool.submit(_work, event) if isinstance(event, Chunk) else event)
                while pending and (len(pending) > AHEAD * jobs or _is_ready(pending[0])):
                    yield _value(pending.popleft())
            while pending:
                yield _value(pending.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _is_ready(event: Any) -> bool:
    from concurrent.futures import Future

    return not isinstance(event, Future) or event.done()


def _value(event: Any) -> Any:
    from concurrent.futures import BrokenExecutor, Future

    try:
        return event.result() if isinstance(event, Future) else event
    except BrokenExecutor:
        raise UsageFailure(
            "a worker process was killed, perhaps for want of memory; try a smaller -j"
        ) from None


def _prepare(task: Callable[[Chunk], Result]) -> None:
    import signal
    import threading

    global _task
    _task = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends the work
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    """End this worker when the main process was killed: nobody else would tell it."""
    import multiprocessing

    if main := multiprocessing.parent_process():
        main.join()
        os._exit(1)


def _work(chunk: Chunk) -> Result:
    return _task(chunk)
