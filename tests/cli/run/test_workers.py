"""Worker processes: Ctrl-C is a matter of the main process from their first moment on."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.shell import heed_ctrl_c, with_source

#: in a process of its own: in one of several threads a signal that the main one holds back reaches another thread, and the
#: interrupt then comes at any line, also at the one that would let signals through again
_INTERRUPTED = """
import os, signal, time
from multiprocessing.process import BaseProcess
from textnorm.cli.run.workers import Worker

start, run, started = BaseProcess.start, BaseProcess.run, []

def interrupted_start(process):
    start(process)
    started.append(process)
    os.kill(process.pid, signal.SIGINT)  # as a terminal does, to the whole group
    os.kill(os.getpid(), signal.SIGINT)

def late_run(process):
    time.sleep(0.2)  # the interrupt comes before anything of ours runs in the worker
    run(process)

BaseProcess.start, BaseProcess.run = interrupted_start, late_run
try:
    Worker(print)
except KeyboardInterrupt:
    print("interrupted", end=", ")
started[0].join(1)
print("alive" if started[0].is_alive() else "dead", end=", ")
print("held back:", len(signal.pthread_sigmask(signal.SIG_BLOCK, ())))
started[0].kill()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_while_a_worker_starts_reaches_the_main_process_only() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED],
        capture_output=True,
        env=with_source(),
        preexec_fn=heed_ctrl_c,
    )
    assert (done.stdout, done.stderr) == (b"interrupted, alive, held back: 0\n", b"")
