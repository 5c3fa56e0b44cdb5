"""Run the real command in a process of its own, from the source tree or as installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import textnorm

COMMAND = [sys.executable, "-m", "textnorm"]


def with_source(**more: str) -> dict[str, str]:
    """The environment in which a child finds the same textnorm as this process."""
    source = str(Path(textnorm.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": source, **more}


def textnorm_process(*argv: object, **options: Any) -> subprocess.Popen[bytes]:
    """Start the command with pipes for everything that is not given."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([*COMMAND, *map(str, argv)], env=with_source(), **{**pipes, **options})


def run_textnorm(*argv: object, data: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, argv)], input=data, capture_output=True, env=with_source(**env)
    )
