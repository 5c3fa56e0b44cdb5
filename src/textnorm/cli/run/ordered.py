"""Do work in several processes, keep the order, and never run ahead of the reader."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from textnorm.cli.io.chunks import Batch, Chunk

if TYPE_CHECKING:
    from concurrent.futures import Future

#: pieces in flight for each process: enough to keep it busy, few enough to bound the memory
AHEAD = 3
#: what the reader said, and where the work on it stands if there is any
_Event = tuple[Any, "Future[Any] | None"]


def ordered_map(task: Callable[[Any], Any], events: Iterable[Any], jobs: int) -> Iterator[Any]:
    """Replace each chunk and each batch by what *task* makes of it; every other event passes, in its place.

    A thread for each process carries work to it and results back; both are idle while it works.
    """
    from concurrent.futures import ThreadPoolExecutor
    from queue import SimpleQueue

    from textnorm.cli.run.workers import Worker

    idle: SimpleQueue[Worker] = SimpleQueue()
    workers = [Worker(task) for _ in range(jobs)]
    for worker in workers:
        idle.put(worker)

    def work(piece: Chunk | Batch) -> Any:
        worker = idle.get()
        try:
            return worker(piece)
        finally:
            idle.put(worker)

    pending: deque[_Event] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        for event in events:
            is_work = isinstance(event, (Chunk, Batch))
            pending.append((event, pool.submit(work, event) if is_work else None))
            while pending and (len(pending) > AHEAD * jobs or _is_ready(pending[0])):
                yield _value(pending.popleft())
        while pending:
            yield _value(pending.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        for worker in workers:
            worker.end()


def _is_ready(pending: _Event) -> bool:
    return pending[1] is None or pending[1].done()


def _value(pending: _Event) -> Any:
    event, future = pending
    return event if future is None else future.result()
