"""Workers that are killed, runs that are stopped and taken up again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.shell import heed_ctrl_c, put, with_source

KAF, KEHEH = "كتاب\n", "کتاب\n"


posix = pytest.mark.skipif(os.name != "posix", reason="rules of Unix")


@pytest.mark.slow
@posix
def test_a_worker_that_is_killed_ends_the_run_with_one_line(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", KAF * 200_000)
    code = (
        "import os, signal, sys, textnorm\n"
        "def normalise(text, main=os.getpid()):\n"
        "    if os.getpid() != main: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return text\n"
        "textnorm.normalise = normalise\n"
        "from textnorm.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "clean", "-i", "-j", "2", str(path)],
        capture_output=True,
        env=with_source(),
    )
    assert ran.returncode in (0, 2)
    code = code.replace("textnorm.normalise = normalise", "textnorm.clean = normalise")
    ran = subprocess.run(
        [sys.executable, "-c", code, "clean", "-i", "-j", "2", str(path)],
        capture_output=True,
        env=with_source(),
    )
    assert ran.returncode == 2
    assert b"a worker process was killed" in ran.stderr
    assert path.read_text(encoding="utf-8") == KAF * 200_000


@pytest.mark.slow
@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_stopped_while_a_directory_is_written_and_taken_up_again(
    tmp_path: Path, name: str, jobs: str
) -> None:
    for number in range(60):
        put(tmp_path / "in" / f"{number:02}.txt", KAF * 4_000)
    argv = [
        sys.executable,
        "-m",
        "textnorm",
        "normalise",
        "--isolated",
        "--no-gitignore",
        "--resume",
        "-j",
        jobs,
        "-o",
        "out",
        "in",
    ]
    process = subprocess.Popen(
        argv, stderr=subprocess.PIPE, env=with_source(), cwd=tmp_path, preexec_fn=heed_ctrl_c
    )
    while process.poll() is None and len(list((tmp_path / "out").glob("*.txt"))) < 5:
        pass
    process.send_signal(getattr(signal, name))
    process.communicate()
    done = sorted((tmp_path / "out").glob("*.txt"))
    assert {path.read_text(encoding="utf-8") for path in done} == {KEHEH * 4_000}
    times = {path: path.stat().st_mtime_ns for path in done}
    assert subprocess.run(argv, env=with_source(), cwd=tmp_path, capture_output=True).returncode == 0
    assert len(list((tmp_path / "out").glob("*.txt"))) == 60
    assert {path: path.stat().st_mtime_ns for path in done} == times
    hidden = [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".")]
    assert len(hidden) <= (name == "SIGKILL")


LOST = """
import time, weakref
from textnorm.cli.messages import Terminated
from textnorm.cli.startup import repeat_lost_interrupts

def lose(_):
    raise Terminated

class Held: ...

repeat_lost_interrupts()
held = Held()
reference = weakref.ref(held, lose)
try:
    del held
    time.sleep(300)
except Terminated:
    print("again")
"""


@pytest.mark.skipif(os.name != "posix", reason="no timers")
def test_an_interrupt_that_python_cannot_raise_comes_again() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOST],
        env=with_source(),
        capture_output=True,
        text=True,
        timeout=200,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("again\n", "")
