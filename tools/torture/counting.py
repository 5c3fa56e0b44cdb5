"""Counts instructions of single calls under valgrind: one process loads the library once, and forks for each call.

A fresh process for each would spend most of the time on loading what is the same each time. The child that makes the call
is counted beside one that only reads the text, so that nothing but the call is left, and what a call remembers is lost
with the child that made it.
"""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from common import ROOT, SOURCE, environment

_COMMAND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


class Counter:
    """A process under valgrind that makes calls on demand; *core*: "1" with the native core, "0" without.

    A call that takes more than *most* CPU seconds (under valgrind, some fifty times more than without) is stopped.
    """

    def __init__(self, core: str, most: int) -> None:
        path = ":".join(map(str, (SOURCE, ROOT / "tests", ROOT / "tools" / "torture")))
        self._folder = tempfile.TemporaryDirectory()
        self._log = Path(self._folder.name) / "log"
        self._process = subprocess.Popen(
            [*_COMMAND, f"--log-file={self._log}", sys.executable, "-c", f"import counting; counting.serve({most})"],
            env=environment(PYTHONPATH=path, PYTHONHASHSEED="0", TEXTNORM_CORE=core),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Counter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()

    def count(self, call: str, text: str) -> float:
        """Return how many instructions a call takes on a text; infinite for one that had to be stopped."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([call, text]).encode() + b"\n")
        self._process.stdin.flush()
        before, after = self._told(), self._told()
        return after - before

    def _told(self) -> float:
        assert self._process.stdout is not None
        pid, status = map(int, self._process.stdout.readline().split())
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
            return float("inf")
        assert status == 0, f"a counted call ended with {status}"
        told = re.search(rf"=={pid}== I\s+refs:\s+([\d,]+)", self._log.read_text())
        assert told is not None, "valgrind told no count"
        return float(told[1].replace(",", ""))


def serve(most: int) -> None:
    """Make the calls that standard input names, each in a child, and say which child it was and how it ended."""
    from hostile import functions, load

    calls = functions()
    load(calls)
    while line := sys.stdin.buffer.readline():
        for makes_call in (False, True):
            pid = os.fork()
            if not pid:
                _child(calls, line, makes_call, most)
            _, status = os.waitpid(pid, 0)
            print(pid, status, flush=True)


def _child(calls: dict[str, Callable[[str], object]], line: bytes, makes_call: bool, most: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    status = 1
    try:
        call, text = json.loads(line)
        if makes_call:
            calls[call](text)
        status = 0
    finally:
        os._exit(status)
