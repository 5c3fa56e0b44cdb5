"""The playground as a small local server: for this machine's own browser and nobody else.

It listens on 127.0.0.1 only. A page of some other site could still send requests here, or reach this
address under a name of its own (DNS rebinding), so the Host and Origin headers must be ours.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from .document import policy_header
from .playground import Asked, asked, playground

ADDRESS = "127.0.0.1"
#: bytes of a form; percent-encoded Persian takes six bytes a letter
LARGEST = 4_000_000
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policy_header(),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Refused(Exception):
    """A request that gets no answer but a reason."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Handler(BaseHTTPRequestHandler):
    """GET / for the empty form, POST / for the answer."""

    server_version = "textnorm"
    sys_version = ""
    timeout = 20

    def do_GET(self) -> None:
        self._answer(lambda: playground(Asked()))

    def do_POST(self) -> None:
        self._answer(lambda: playground(asked(self._form())))

    def _answer(self, page: Callable[[], str]) -> None:
        try:
            self._check()
            self._send(HTTPStatus.OK, page())
        except Refused as refused:
            self._send(refused.status, str(refused), kind="text/plain; charset=utf-8")

    def _check(self) -> None:
        port = self.server.server_port  # type: ignore[attr-defined]
        ours = {f"{name}:{port}" for name in (ADDRESS, "localhost")}
        if self.headers.get("Host") not in ours:
            raise Refused(HTTPStatus.FORBIDDEN, "this page is for this machine alone: wrong Host")
        origin = self.headers.get("Origin")
        if origin is not None and origin.removeprefix("http://") not in ours:
            raise Refused(HTTPStatus.FORBIDDEN, "this page answers its own form alone: wrong Origin")
        if (
            self.command == "POST"
            and origin is None
            and self.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"
        ):
            raise Refused(HTTPStatus.FORBIDDEN, "this page answers its own form alone")
        if self.path != "/":
            raise Refused(HTTPStatus.NOT_FOUND, "there is one page, /")

    def _form(self) -> dict[str, list[str]]:
        size = self.headers.get("Content-Length", "")
        if not size.isascii() or not size.isdigit():
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "say how long the text is")
        if int(size) > LARGEST:
            self.close_connection = True
            raise Refused(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"at most {LARGEST:,} bytes; use the command line"
            )
        body = self.rfile.read(int(size)).decode("utf-8", "replace")
        return parse_qs(body, keep_blank_values=True, errors="replace")

    def _send(self, status: HTTPStatus, text: str, kind: str = "") -> None:
        data = text.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, kind if kind and name == "Content-Type" else value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Nothing: what people paste here is their own business."""


def server(port: int = 0) -> ThreadingHTTPServer:
    """A server that is ready to ``serve_forever()``; port 0 takes any that is free."""
    made = ThreadingHTTPServer((ADDRESS, port), Handler)
    made.daemon_threads = True
    return made
