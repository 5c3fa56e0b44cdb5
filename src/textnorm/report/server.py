"""The playground as a small local server: for this machine's own browser and nobody else.

It listens on 127.0.0.1 only. A page of some other site could still send requests here, or reach this
address under a name of its own (DNS rebinding), so the Host and Origin headers must be ours.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qs

from .connections import Answering, PatientServer
from .html_file import policy_header
from .playground import Asked, asked, playground

ADDRESS = "127.0.0.1"
#: bytes of a form; percent-encoded Persian takes six bytes a letter
LARGEST = 1_000_000
#: fields of a form: the text, the profile, and a rule each
_MOST_FIELDS = 1_000
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


class Handler(Answering):
    """GET / for the empty form, POST / for the answer."""

    server_version = "textnorm"
    sys_version = ""

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
        sizes = self.headers.get_all("Content-Length") or []
        if self.headers.get("Transfer-Encoding") or len(sizes) != 1 or not _is_number(sizes[0]):
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "say how long the text is, once and as a number")
        if len(sizes[0]) > 9 or int(sizes[0]) > LARGEST:
            raise Refused(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"at most {LARGEST:,} bytes; use the command line"
            )
        body = self.rfile.read(int(sizes[0])).decode("utf-8", "replace")
        try:
            return parse_qs(body, keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS)
        except ValueError:
            raise Refused(HTTPStatus.BAD_REQUEST, "more fields than the form has") from None

    def _send(self, status: HTTPStatus, text: str, kind: str = "") -> None:
        data = text.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, kind if kind and name == "Content-Type" else value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Log nothing: what people paste here is their own business."""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def server(port: int = 0) -> PatientServer:
    """Return a server that is ready to ``serve_forever()``; port 0 takes any that is free."""
    return PatientServer((ADDRESS, port), Handler, LARGEST)
