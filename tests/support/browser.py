"""A real browser for tests: headless Chromium over its debugging pipe, with nothing but the standard library."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

#: seconds without a word from the browser
PATIENCE = 60
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def found() -> str | None:
    """The browser of this machine, or CHROMIUM."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


needs_chromium = pytest.mark.skipif(found() is None, reason="no Chromium here; install it or set CHROMIUM")


class Browser:
    """One page of a running browser; ``problems`` are what it wrote to its console and what it was refused."""

    def __init__(self, send: int, receive: int) -> None:
        self._out, self._in = os.fdopen(send, "wb"), os.fdopen(receive, "rb")
        self._number, self._session = 0, None
        self._waiting = b""
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._loads = 0
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Do one command of the protocol and wait for its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            assert ready, "the browser says nothing"
            block = os.read(self._in.fileno(), 1 << 20)
            assert block, "the browser went away"
            self._waiting += block
        line, self._waiting = self._waiting.split(b"\0", 1)
        message = json.loads(line)
        self._note(message.get("method"), message.get("params", {}))
        return message

    def _note(self, method: str | None, params: dict[str, Any]) -> None:
        match method:
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown":
                self.problems.append(json.dumps(params)[:500])
            case "Log.entryAdded":
                self.problems.append(params["entry"]["text"])
            case "Page.loadEventFired":
                self._loads += 1
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"][:200])

    def open(self, url: str) -> None:
        """Go to a page and wait until it stands."""
        self.problems.clear()
        self.requests.clear()
        before = self._loads
        self.call("Page.navigate", url=url)
        self._loaded(before)

    def leave(self, expression: str) -> None:
        """Do something on the page that leads to another page, and wait until that stands."""
        before = self._loads
        self.js(expression)
        self._loaded(before)

    def _loaded(self, before: int) -> None:
        while self._loads == before:
            self._next()
        self.settle()

    def settle(self) -> None:
        """Wait until the page is drawn."""
        self.js("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def js(self, expression: str) -> Any:
        """The value of an expression on the page."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def media(self, media: str = "screen", scheme: str = "light") -> None:
        """Look at the page in print, or in a dark room."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def size(self, width: int, height: int) -> None:
        """Set the size of the window."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def picture(self, path: Path) -> bytes:
        """A screenshot of what is in the window."""
        data = base64.b64decode(self.call("Page.captureScreenshot")["data"])
        path.write_bytes(data)
        return data

    def pixels(self, **box: float) -> bytes:
        """The picture of one part of the page."""
        return base64.b64decode(self.call("Page.captureScreenshot", clip={**box, "scale": 1})["data"])


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium with a home of its own, and end it."""
    to_browser, send = os.pipe()
    receive, from_browser = os.pipe()

    def pipes() -> None:
        one, two = os.dup(to_browser), os.dup(from_browser)
        os.dup2(one, 3)
        os.dup2(two, 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        flags = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
        ]
        command = [str(found()), *flags, "--remote-debugging-pipe", f"--user-data-dir={home}", "about:blank"]
        process = subprocess.Popen(
            command,
            preexec_fn=pipes,  # the browser wants its pipes at 3 and 4
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        try:
            yield Browser(send, receive)
        finally:
            process.terminate()
            process.wait(300)
