"""Worker processes: Ctrl-C is a matter of the main process from their first moment on."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing.process import BaseProcess

import pytest

from textnorm.cli.io.chunks import Chunk, Result
from textnorm.cli.run.workers import Worker


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_while_a_worker_starts_reaches_the_main_process_only(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    start, run = BaseProcess.start, BaseProcess.run
    started: list[BaseProcess] = []

    def interrupted_start(process: BaseProcess) -> None:
        start(process)
        started.append(process)
        os.kill(process.pid or 0, signal.SIGINT)  # as a terminal does, to the whole group
        os.kill(os.getpid(), signal.SIGINT)

    def late_run(process: BaseProcess) -> None:
        time.sleep(0.2)  # the interrupt comes before anything of ours runs in the worker
        run(process)

    monkeypatch.setattr(BaseProcess, "start", interrupted_start)
    monkeypatch.setattr(BaseProcess, "run", late_run)
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a job in the background has it ignored
    try:
        with pytest.raises(KeyboardInterrupt):
            Worker(_unused)
    finally:
        signal.signal(signal.SIGINT, before)
    started[0].join(1)
    assert "Traceback" not in capfd.readouterr().err
    started[0].kill()


def _unused(chunk: Chunk) -> Result:
    raise AssertionError
