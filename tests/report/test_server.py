"""The playground's server answers this machine's browser and nobody else."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from urllib.parse import urlencode

import pytest

from textnorm.report.playground import PROFILES
from textnorm.report.server import LARGEST, server


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    running = server()
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running.server_port
    running.shutdown()
    running.server_close()


def ask(
    port: int, method: str = "GET", path: str = "/", body: str | None = None, **headers: str
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, named)
    return connection.getresponse()


def test_it_listens_on_this_machine_alone(port: int) -> None:
    running = server()
    assert running.server_address[0] == "127.0.0.1"
    running.server_close()


def test_the_form_and_its_answer(port: int) -> None:
    assert "<form" in ask(port).read().decode()
    form = urlencode({"text": "علي", "profile": "standard"})
    answer = ask(port, "POST", body=form, Origin=f"http://127.0.0.1:{port}")
    assert answer.status == 200
    assert "علی" in answer.read().decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://127.0.0.1"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({}, 200),
    ],
)
def test_strangers_are_refused(port: int, headers: dict[str, str], status: int) -> None:
    answer = ask(port, "POST", body="text=a", **headers)
    assert answer.status == status
    assert "Access-Control-Allow-Origin" not in dict(answer.headers)


def test_too_much_is_refused_unread(port: int) -> None:
    assert ask(port, "POST", Content_Length=str(LARGEST + 1)).status == 413
    assert ask(port, "POST", Content_Length="-1").status == 411
    assert ask(port, "POST", Content_Length="²").status == 411


@pytest.mark.parametrize(
    "profile", [pytest.param("hazm", marks=pytest.mark.thorough), *sorted(set(PROFILES) - {"hazm"})]
)
def test_every_profile_answers(port: int, profile: str) -> None:
    page = ask(port, "POST", body=urlencode({"text": "علي", "profile": profile})).read().decode()
    assert ('role="alert"' in page) == (profile == "hazm" and find_spec("hazm") is None)


def test_other_paths_and_methods(port: int) -> None:
    assert ask(port, path="/etc/passwd").status == 404
    assert ask(port, "DELETE").status == 501


def test_what_the_page_may_do_is_said_in_its_headers(port: int) -> None:
    headers = ask(port).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "script-src" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "form",
    ["profile=none&text=a", "text=a&ignore=no-such-rule", "", "%ff=%ff&text=%ff", "ignore=%3Cb%3E&text=a"],
)
def test_odd_forms_get_an_answer(port: int, form: str) -> None:
    answer = ask(port, "POST", body=form)
    assert answer.status == 200
    page = answer.read().decode()
    assert "<b>" not in page
    assert ("unknown" in page) == ("none" in form or "ignore" in form)
