"""Serve HTTP without a thread for each client: requests are read in one loop, and few threads answer whole ones.

A client that sends a byte now and then costs a place in a list, not a thread; it is dropped when its time is up. So is
one that sends more than a request may have, and when too many are waiting, the one that has waited longest.
"""

from __future__ import annotations

import io
import selectors
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, cast

#: seconds for a whole request to arrive, and for a client to take the answer
PATIENCE = 20.0
#: seconds for which what a client still sends behind its request is read away
LINGER = 1.0
#: requests that are worked on at once, and those that wait for it
THREADS, WAITING = 4, 16
#: clients that are still sending
MOST_OPEN = 64
LONGEST_HEAD = 1 << 15
_BLOCK = 1 << 16


class Incoming:
    """A client whose request is still arriving."""

    def __init__(self, connection: socket.socket, address: Any, until: float) -> None:
        self.connection, self.address, self.until = connection, address, until
        self.data = bytearray()
        self.wanted = 0  # bytes of the whole request, once its head is there

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


class Answering(BaseHTTPRequestHandler):
    """A handler of one request that has arrived whole."""

    def __init__(self, incoming: Incoming, server: PatientServer) -> None:
        self._incoming = incoming
        super().__init__(incoming.connection, incoming.address, server)

    def setup(self) -> None:
        self.connection = self._incoming.connection
        self.connection.settimeout(PATIENCE)
        self.rfile = io.BytesIO(bytes(self._incoming.data))
        self.wfile = _Sending(self.connection)  # type: ignore[assignment]

    def finish(self) -> None:
        """All that was written is sent."""


class _Sending(io.RawIOBase):
    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._connection.sendall(data)
        return len(data)


class PatientServer(HTTPServer):
    """Reads requests in one loop and hands whole ones to a few threads; *longest* bytes may follow a head."""

    request_queue_size = MOST_OPEN

    def __init__(self, address: tuple[str, int], handler: type[Answering], longest: int) -> None:
        super().__init__(address, handler)
        self._handler, self._longest = handler, longest
        self._open: dict[socket.socket, Incoming] = {}
        self._busy = threading.Semaphore(THREADS + WAITING)
        self._asked_to_stop, self._stopped = threading.Event(), threading.Event()

    def server_bind(self) -> None:
        """Bind, without asking who this machine is, which may take long."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def serve_forever(self, poll_interval: float = 0.2) -> None:
        self._stopped.clear()
        self.socket.setblocking(False)
        try:
            with selectors.DefaultSelector() as selector, ThreadPoolExecutor(THREADS) as pool:
                selector.register(self.socket, selectors.EVENT_READ)
                while not self._asked_to_stop.is_set():
                    for key, _ in selector.select(poll_interval):
                        if key.fileobj is self.socket:
                            self._accept(selector)
                        else:
                            self._read(cast(socket.socket, key.fileobj), selector, pool)
                    self._drop_late(selector)
        finally:
            for connection in list(self._open):
                connection.close()
            self._open.clear()
            self._asked_to_stop.clear()
            self._stopped.set()

    def shutdown(self) -> None:
        self._asked_to_stop.set()
        self._stopped.wait(2 * PATIENCE)

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

    def _read(
        self, connection: socket.socket, selector: selectors.BaseSelector, pool: ThreadPoolExecutor
    ) -> None:
        incoming = self._open.get(connection)
        if incoming is None:
            return
        try:
            block = connection.recv(_BLOCK)
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
                connection.close()
        elif incoming.is_endless:
            self._drop(incoming, selector)

    def _answer(self, incoming: Incoming) -> None:
        try:
            self._handler(incoming, self)
        except OSError:
            pass  # the client left, or takes nothing
        except Exception as error:
            sys.stderr.write(f"textnorm: internal error, please report it: {type(error).__name__}: {error}\n")
        finally:
            self._close(incoming.connection)
            self._busy.release()

    def _close(self, connection: socket.socket) -> None:
        """Close; what the client still sends is read away first, since it would not see the answer otherwise."""
        try:
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(0.2)
            until = time.monotonic() + LINGER
            while time.monotonic() < until and connection.recv(_BLOCK):
                pass
        except OSError:
            pass
        connection.close()

    def _drop_late(self, selector: selectors.BaseSelector) -> None:
        now = time.monotonic()
        for incoming in [waiting for waiting in self._open.values() if waiting.until < now]:
            self._drop(incoming, selector)

    def _drop(self, incoming: Incoming, selector: selectors.BaseSelector) -> None:
        self._forget(incoming, selector)
        incoming.connection.close()

    def _forget(self, incoming: Incoming, selector: selectors.BaseSelector) -> None:
        del self._open[incoming.connection]
        selector.unregister(incoming.connection)
