"""What the attacks share: the command in a process of its own, findings, and figures."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
sys.path[:0] = [str(SOURCE), str(ROOT / "tests")]

KAF, KEHEH = "كتاب", "کتاب"
LINE = f"{KAF} علي\n"
COMMAND = [sys.executable, "-m", "textnorm"]


class Attack:
    """Counts what was tried, and keeps what failed."""

    def __init__(self, name: str) -> None:
        self.name, self.tried, self.failed = name, 0, 0

    def check(self, holds: bool, what: str, *details: object) -> None:
        """Count one trial; print it if it failed."""
        self.tried += 1
        if not holds:
            self.failed += 1
            if self.failed <= 20:
                print(
                    f"FAILED {self.name}: {what}", *(ascii(detail)[:3000] for detail in details), flush=True
                )

    def summary(self) -> str:
        """Return one line of figures."""
        return f"{self.name}: {self.tried:,} tried, {self.failed} failed"


def environment(**more: str) -> dict[str, str]:
    """Return the environment in which a child finds this source."""
    return {**os.environ, "PYTHONPATH": str(SOURCE), **more}


def run(*argv: object, data: bytes = b"", **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end."""
    given = {"capture_output": True, "input": data, "timeout": 300, "env": environment(), **options}
    return subprocess.run([*COMMAND, *map(str, argv)], check=False, **given)


def is_clean(done: subprocess.CompletedProcess[bytes], codes: tuple[int, ...] = (0, 1, 2)) -> bool:
    """Say whether a command ended as it should: a code of its own, no traceback, no internal error."""
    said = done.stderr or b""
    return done.returncode in codes and b"Traceback" not in said and b"internal error" not in said


Part = Callable[[bool, int], list[Attack]]
