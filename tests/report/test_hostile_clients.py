"""Clients that mean harm to ``textnorm serve``: they hold no thread, get no traceback out and no more than their bounds."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

import pytest

from support.shell import with_source
from textnorm.report import connections
from textnorm.report.server import LARGEST, server


class Running(NamedTuple):
    """A server in this process, and its port."""

    port: int
    host: bytes


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    made = server()
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield Running(made.server_port, f"127.0.0.1:{made.server_port}".encode())
    made.shutdown()
    made.server_close()


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=300)


def exchange(running: Running, head: bytes, body: bytes = b"") -> bytes:
    with connect(running.port) as client:
        with contextlib.suppress(OSError):  # it may have been told enough
            client.sendall(head.replace(b"HOST", running.host) + b"\r\n\r\n" + body)
        answer = b""
        with contextlib.suppress(ConnectionError):
            while block := client.recv(1 << 16):
                answer += block
        return answer


def test_clients_that_drip_hold_no_thread_and_block_nobody(running: Running) -> None:
    before = threading.active_count()
    dripping = [connect(running.port) for _ in range(40)]
    for client in dripping:
        client.sendall(b"POST / HTTP/1.1\r\nContent-Length: 100000\r\n")
    assert b" 200 " in exchange(running, b"GET / HTTP/1.1\r\nHost: HOST")
    for client in dripping:
        client.sendall(b"X")
    assert threading.active_count() <= before + connections.THREADS
    assert b" 200 " in exchange(running, b"GET / HTTP/1.1\r\nHost: HOST")
    for client in dripping:
        client.close()


def test_a_client_whose_time_is_up_is_dropped(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.1)
    with connect(running.port) as client:
        client.sendall(b"GET / HT")
        assert client.recv(1) == b""


def test_more_clients_than_may_wait_push_out_the_one_that_waited_longest(running: Running) -> None:
    waiting = []
    for _ in range(connections.MOST_OPEN + 5):
        waiting.append(connect(running.port))
        waiting[-1].sendall(b"GET / HT")
    assert waiting[0].recv(1) == b""
    assert b" 200 " in exchange(running, b"GET / HTTP/1.1\r\nHost: HOST")
    for client in waiting:
        client.close()


def test_no_more_threads_than_the_cap(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    from textnorm.report import server as module

    gate, most = threading.Event(), [0]

    def slow(asked: object) -> str:
        most[0] = max(most[0], threading.active_count())
        gate.wait(300)
        return "fine"

    monkeypatch.setattr(module, "playground", slow)
    before = threading.active_count()
    clients = [connect(running.port) for _ in range(40)]
    for client in clients:
        client.sendall(b"GET / HTTP/1.1\r\nHost: " + running.host + b"\r\n\r\n")
    refused = sum(client.recv(1) == b"" for client in clients[connections.THREADS + connections.WAITING :])
    gate.set()
    answered = sum(client.recv(1) == b"H" for client in clients[: connections.THREADS + connections.WAITING])
    assert (answered, refused) == (connections.THREADS + connections.WAITING, 20)
    assert most[0] <= before + connections.THREADS
    for client in clients:
        client.close()


def hogging(running: Running, most: int) -> list[socket.socket]:
    """Return so many clients that ask for an answer of many megabytes and take none of it."""
    clients = []
    for _ in range(most):
        client = connect(running.port)
        client.sendall(b"GET / HTTP/1.1\r\nHost: " + running.host + b"\r\n\r\n")
        assert client.recv(1) == b"H"  # it is being sent
        clients.append(client)
    return clients


@pytest.fixture
def long_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the empty form longer than what stands between two sockets, and clients patient beyond measure."""
    from textnorm.report import server as module

    monkeypatch.setattr(module, "playground", lambda asked: "fine" if asked.text == "a" else "x" * 16_000_000)
    monkeypatch.setattr(connections, "PATIENCE", 3000)


def test_clients_that_take_no_answer_hold_no_thread(running: Running, long_answers: None) -> None:
    clients = hogging(running, 2 * connections.THREADS)
    head = b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 6"
    assert exchange(running, head, b"text=a").endswith(b"fine")
    for client in clients:
        client.close()


def test_more_clients_than_may_leave_push_out_the_one_that_takes_longest(
    running: Running, long_answers: None
) -> None:
    clients = hogging(running, connections.MOST_LEAVING + 1)
    taken = [0, 0]
    for number, client in enumerate((clients[0], clients[-1])):
        with contextlib.suppress(ConnectionError):
            while block := client.recv(1 << 20):
                taken[number] += len(block)
    assert taken[0] < 16_000_000 < taken[1]
    for client in clients:
        client.close()


def test_a_client_that_drips_behind_its_request_is_let_go(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "LINGER", 0.2)
    with connect(running.port) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: " + running.host + b"\r\n\r\n")
        with pytest.raises(ConnectionError):  # noqa: PT012
            while True:
                client.sendall(b"x")
                time.sleep(0.02)


@pytest.mark.parametrize(
    ("sizes", "status"),
    [
        ([b"99999999999999999999"], 413),
        ([b"9" * 5000], 413),
        ([b"-5"], 411),
        ([b"+5"], 411),
        ([b"0x10"], 411),
        ([b"5, 6"], 411),
        ([b"5", b"6"], 411),
        (["۵".encode()], 411),
        ([b""], 411),
        ([str(LARGEST + 1).encode()], 413),
    ],
)
def test_absurd_lengths_are_refused(running: Running, sizes: list[bytes], status: int) -> None:
    head = b"POST / HTTP/1.1\r\nHost: HOST" + b"".join(b"\r\nContent-Length: " + size for size in sizes)
    assert exchange(running, head, b"text=a").split(b" ")[1] == str(status).encode()


def test_a_chunked_request_and_one_of_too_many_fields_are_refused(running: Running) -> None:
    head = b"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked"
    assert b" 411 " in exchange(running, head, b"6\r\ntext=a\r\n0\r\n\r\n")
    body = b"&".join([b"ignore=a"] * 5_000)
    head = b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: " + str(len(body)).encode()
    assert b" 400 " in exchange(running, head, body)


def test_an_endless_head_is_cut_off(running: Running) -> None:
    answer = exchange(running, b"GET / HTTP/1.1\r\nHost: HOST\r\n" + b"X: " + b"a" * 3_000_000)
    assert b"200" not in answer[:20]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["\u064b\u0651", "ی ", " ،", "([", "<a "])
def test_the_largest_request_is_answered(running: Running, unit: str) -> None:
    body = ("text=" + quote(unit * 100)).encode()
    body = (body + quote(unit).encode() * (LARGEST // len(quote(unit))))[: LARGEST - 50]
    head = b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: " + str(len(body)).encode()
    assert b" 200 " in exchange(running, head, body)[:20]


@pytest.mark.thorough
def test_clients_that_leave_are_no_news() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "textnorm", "serve"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=with_source(),
    )  # fmt: skip
    assert process.stdout is not None
    port = int(process.stdout.readline().split(b"/")[2].split(b":")[1])
    host = f"127.0.0.1:{port}".encode()
    for sent in (b"", b"GET", b"\0\xff\r\n\r\n", b"GET / HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"):
        client = connect(port)
        client.sendall(sent)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # leave with a reset
        client.close()
    with connect(port) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: " + host + b"\r\n\r\n")
        assert client.recv(12) == b"HTTP/1.0 200"
    time.sleep(0.3)
    process.terminate()
    _, said = process.communicate(timeout=300)
    assert b"Traceback" not in said
    assert said in (b"", b"textnorm: terminated\n")
