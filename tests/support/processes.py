"""Python processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import textnorm
from support.shared_data import ROOT

SOURCE = Path(textnorm.__file__).parents[1]


def run(code: str, *, script: Path | None = None, **environment: str) -> str:
    """Return what a fresh interpreter prints for code or a script; it finds textnorm and this package."""
    path = os.pathsep.join(map(str, (SOURCE, ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, *(["-c", code] if script is None else [str(script)])],
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
