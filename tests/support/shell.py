"""Run the real command in a process of its own, from the source tree or as installed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import textnorm


class Ran(NamedTuple):
    """How a command ended that ran in this process."""

    code: int
    out: bytes
    err: str


COMMAND = [sys.executable, "-m", "textnorm"]


def put(path: Path, data: bytes | str) -> Path:
    """Write a file, with the folders that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def with_source(**more: str) -> dict[str, str]:
    """The environment in which a child finds the same textnorm as this process."""
    source = str(Path(textnorm.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": source, **more}


def heed_ctrl_c() -> None:
    """For a child about to start: a test run in the background of a shell passes on that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def textnorm_process(*argv: object, **options: Any) -> subprocess.Popen[bytes]:
    """Start the command with pipes for everything that is not given."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([*COMMAND, *map(str, argv)], env=with_source(), **{**pipes, **options})


def run_textnorm(*argv: object, data: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, argv)], input=data, capture_output=True, env=with_source(**env)
    )


_PEAK = (
    "import re, sys; from textnorm.cli import main; code = main(sys.argv[1:]);"
    "peak = re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read());"
    "print(int(peak[1]) / 1024, file=sys.stderr); sys.exit(code)"
)


def peak_megabytes(*argv: object, code: int = 0) -> tuple[float, str]:
    """The peak memory of one process of the command, and what it said; where Linux keeps the books."""
    ran = subprocess.run(
        [sys.executable, "-c", _PEAK, *map(str, argv)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=with_source(),
    )
    said, _, peak = ran.stderr.decode().rstrip().rpartition("\n")
    assert ran.returncode == code, ran.stderr
    return float(peak), said
