"""Serve HTTP without a thread for each client: one loop reads requests and sends answers, few threads make the answers.

A client that sends or takes a byte now and then costs a place in a list, not a thread; it is dropped when its time is up.
So is one that sends more than a request may have, and when too many are waiting, the one that has waited longest.
"""

from __future__ import annotations

import contextlib
import io
import selectors
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import SimpleQueue
from typing import Any, cast

#: seconds for a whole request to arrive, and for a client to take the answer
PATIENCE = 20.0
#: seconds for which what a client still sends behind its request is read away
LINGER = 1.0
#: requests that are worked on at once, and those that wait for it
THREADS, WAITING = 4, 16
#: clients that are still sending, and those that are taking their answer
MOST_OPEN, MOST_LEAVING = 64, 32
LONGEST_HEAD = 1 << 15
_BLOCK = 1 << 16


class Incoming:
    """A client whose request is still arriving."""

    def __init__(self, connection: socket.socket, address: Any, until: float) -> None:
        self.connection, self.address, self.until = connection, address, until
        self.data = bytearray()
        self.wanted = 0  # bytes of the whole request, once its head is there
        self.answer = io.BytesIO()

    def take(self, block: bytes, longest: int) -> bool:
        """Add what arrived; say whether the request is whole, or wrong in a way that the handler will say."""
        self.data += block
        if not self.wanted:
            head, found, _ = bytes(self.data[: LONGEST_HEAD + 4]).partition(b"\r\n\r\n")
            if not found:
                return False
            self.wanted = len(head) + 4 + body_size(head, longest)
        return len(self.data) >= self.wanted

    @property
    def is_endless(self) -> bool:
        """Say whether the head is longer than any that a browser sends."""
        return not self.wanted and len(self.data) > LONGEST_HEAD


def body_size(head: bytes, longest: int) -> int:
    """Return how many bytes follow a head; none where the handler refuses the request anyway.

    >>> body_size(b"POST / HTTP/1.0\\r\\nContent-Length: 12", 99), body_size(b"X\\r\\ncontent-length: 100", 99)
    (12, 0)
    """
    sizes = [
        line.partition(b":")[2].strip()
        for line in head.split(b"\r\n")[1:]
        if line.lower().startswith(b"content-length:")
    ]
    if len(sizes) != 1 or not sizes[0].isdigit() or len(sizes[0]) > 9 or int(sizes[0]) > longest:
        return 0
    return int(sizes[0])


class Outgoing:
    """A client that is taking its answer; what it still sends is read away then, since it would not see the answer otherwise."""

    def __init__(self, connection: socket.socket, answer: bytes) -> None:
        self.connection, self.until = connection, time.monotonic() + PATIENCE
        self._rest, self.is_sent = memoryview(answer), False

    def go_on(self) -> bool:
        """Send or read away what goes without waiting; say whether the client is done with."""
        try:
            if self.is_sent:
                return not self.connection.recv(_BLOCK)
            self._rest = self._rest[self.connection.send(self._rest) :]
            if not self._rest:
                self.is_sent, self.until = True, time.monotonic() + LINGER
                self.connection.shutdown(socket.SHUT_WR)
        except BlockingIOError:
            pass
        except OSError:  # the client left
            return True
        return False


class Answering(BaseHTTPRequestHandler):
    """A handler of one request that has arrived whole; what it writes is sent when it is done."""

    def __init__(self, incoming: Incoming, server: PatientServer) -> None:
        self._incoming = incoming
        super().__init__(incoming.connection, incoming.address, server)

    def setup(self) -> None:
        self.rfile = io.BytesIO(bytes(self._incoming.data))
        self.wfile = self._incoming.answer

    def finish(self) -> None:
        """Do nothing: the server sends what was written."""


class PatientServer(HTTPServer):
    """Reads requests and sends answers in one loop, has a few threads make these; *longest* bytes may follow a head."""

    request_queue_size = MOST_OPEN

    def __init__(self, address: tuple[str, int], handler: type[Answering], longest: int) -> None:
        super().__init__(address, handler)
        self._handler, self._longest = handler, longest
        self._open: dict[socket.socket, Incoming] = {}
        self._leaving: dict[socket.socket, Outgoing] = {}
        self._answered: SimpleQueue[Outgoing] = SimpleQueue()
        self._bell, self._rope = socket.socketpair()  # wakes the loop when an answer is there
        self._bell.setblocking(False)
        self._rope.setblocking(False)
        self._busy = threading.Semaphore(THREADS + WAITING)
        self._asked_to_stop, self._stopped = threading.Event(), threading.Event()

    def server_bind(self) -> None:
        """Bind, without asking who this machine is, which may take long."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def server_close(self) -> None:
        super().server_close()
        self._bell.close()
        self._rope.close()

    def serve_forever(self, poll_interval: float = 0.2) -> None:
        self._stopped.clear()
        self.socket.setblocking(False)
        try:
            with selectors.DefaultSelector() as selector, ThreadPoolExecutor(THREADS) as pool:
                selector.register(self.socket, selectors.EVENT_READ)
                selector.register(self._bell, selectors.EVENT_READ)
                while not self._asked_to_stop.is_set():
                    for key, _ in selector.select(poll_interval):
                        self._serve(cast(socket.socket, key.fileobj), selector, pool)
                    self._drop_late(selector)
        finally:
            while not self._answered.empty():
                self._answered.get().connection.close()
            for connection in [*self._open, *self._leaving]:
                connection.close()
            self._open.clear()
            self._leaving.clear()
            self._asked_to_stop.clear()
            self._stopped.set()

    def shutdown(self) -> None:
        self._asked_to_stop.set()
        self._stopped.wait(2 * PATIENCE)

    def _serve(
        self, ready: socket.socket, selector: selectors.BaseSelector, pool: ThreadPoolExecutor
    ) -> None:
        if ready is self.socket:
            self._accept(selector)
        elif ready is self._bell:
            self._take_answers(selector)
        elif (outgoing := self._leaving.get(ready)) is not None:
            self._send(outgoing, selector)
        elif (incoming := self._open.get(ready)) is not None:
            self._read(incoming, selector, pool)

    def _accept(self, selector: selectors.BaseSelector) -> None:
        try:
            connection, address = self.socket.accept()
        except OSError:  # the client left again, or no more files may be open
            return
        if len(self._open) >= MOST_OPEN:
            self._drop(min(self._open.values(), key=lambda waiting: waiting.until), selector)
        connection.setblocking(False)
        self._open[connection] = Incoming(connection, address, time.monotonic() + PATIENCE)
        selector.register(connection, selectors.EVENT_READ)

    def _read(self, incoming: Incoming, selector: selectors.BaseSelector, pool: ThreadPoolExecutor) -> None:
        try:
            block = incoming.connection.recv(_BLOCK)
        except BlockingIOError:
            return
        except OSError:
            block = b""
        if not block:
            self._drop(incoming, selector)
        elif incoming.take(block, self._longest):
            self._forget(incoming, selector)
            if self._busy.acquire(blocking=False):
                pool.submit(self._answer, incoming)
            else:
                incoming.connection.close()
        elif incoming.is_endless:
            self._drop(incoming, selector)

    def _answer(self, incoming: Incoming) -> None:
        """Make an answer, in a thread of its own, and have the loop send it."""
        try:
            self._handler(incoming, self)
        except Exception as error:
            sys.stderr.write(f"textnorm: internal error, please report it: {type(error).__name__}: {error}\n")
        finally:
            self._answered.put(Outgoing(incoming.connection, incoming.answer.getvalue()))
            self._busy.release()
            with contextlib.suppress(OSError):  # it has been rung often enough
                self._rope.send(b"\0")

    def _take_answers(self, selector: selectors.BaseSelector) -> None:
        self._bell.recv(_BLOCK)
        while not self._answered.empty():
            if len(self._leaving) >= MOST_LEAVING:
                self._drop(min(self._leaving.values(), key=lambda leaving: leaving.until), selector)
            outgoing = self._answered.get()
            self._leaving[outgoing.connection] = outgoing
            selector.register(outgoing.connection, selectors.EVENT_WRITE)
            self._send(outgoing, selector)

    def _send(self, outgoing: Outgoing, selector: selectors.BaseSelector) -> None:
        if outgoing.go_on():
            self._drop(outgoing, selector)
        elif outgoing.is_sent:
            selector.modify(outgoing.connection, selectors.EVENT_READ)

    def _drop_late(self, selector: selectors.BaseSelector) -> None:
        now = time.monotonic()
        waiting: list[Incoming | Outgoing] = [*self._open.values(), *self._leaving.values()]
        for one in waiting:
            if one.until < now:
                self._drop(one, selector)

    def _drop(self, waiting: Incoming | Outgoing, selector: selectors.BaseSelector) -> None:
        self._forget(waiting, selector)
        waiting.connection.close()

    def _forget(self, waiting: Incoming | Outgoing, selector: selectors.BaseSelector) -> None:
        (self._open if isinstance(waiting, Incoming) else self._leaving).pop(waiting.connection)
        selector.unregister(waiting.connection)
