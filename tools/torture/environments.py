"""Strange environments: the same texts give the same bytes in every one, or one clear line."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from common import ROOT, SOURCE, Attack, is_clean

_BARE = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(SOURCE)}
_LOCALES = (
    "C",
    "POSIX",
    "C.UTF-8",
    "fa_IR.UTF-8",
    "fa_IR",
    "en_US.ISO-8859-1",
    "tr_TR.UTF-8",
    "ja_JP.eucJP",
    "nonsense",
)
_COMMANDS = (["normalise", "--isolated"], ["normalise", "--isolated", "--profile", "editorial", "--explain"], ["tidy", "--isolated"],
             ["dates", "--isolated", "--json"])  # fmt: skip


def environments(folder: Path) -> dict[str, dict[str, Any]]:
    """Return names and what ``subprocess.run`` is given for each."""
    read_only = folder / "read-only"
    read_only.mkdir(mode=0o555)
    found: dict[str, dict[str, Any]] = {f"LC_ALL={name}": {"env": {"LC_ALL": name}} for name in _LOCALES}
    found |= {
        f"LC_ALL={name} without UTF-8 mode": {
            "env": {"LC_ALL": name, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        }
        for name in _LOCALES[:4]
    }
    for name, value in (
        ("PYTHONHASHSEED", "0"), ("PYTHONHASHSEED", "1"), ("PYTHONHASHSEED", "4294967295"), ("PYTHONOPTIMIZE", "1"), ("PYTHONOPTIMIZE", "2"),
        ("PYTHONIOENCODING", "ascii"), ("PYTHONIOENCODING", "utf-16"), ("PYTHONDEVMODE", "1"), ("PYTHONMALLOC", "debug"),
        ("PYTHONWARNINGS", "error"), ("PYTHONDONTWRITEBYTECODE", "1"), ("PYTHONUNBUFFERED", "1"), ("PYTHONNODEBUGRANGES", "1"),
        ("TZ", "Asia/Tehran"), ("TZ", "nonsense"), ("HOME", "/nonexistent"), ("TMPDIR", "/nonexistent"), ("TERM", "dumb"), ("COLUMNS", "1"),
        ("NO_COLOR", "1"), ("LANGUAGE", "fa"), ("TEXTNORM_DEBUG", ""), ("PYTHONSAFEPATH", "1"),
    ):  # fmt: skip
        found[f"{name}={value}"] = {"env": {name: value}}
    found["no environment but the path"] = {"env": {}}
    found["a folder that is read-only"] = {"cwd": read_only}
    found["a folder that is gone"] = {"preexec_fn": _gone}
    found["few open files"] = {"preexec_fn": _limit(resource.RLIMIT_NOFILE, 24)}
    found["400 MB of memory"] = {"preexec_fn": _limit(resource.RLIMIT_AS, 400 << 20)}
    found["no core files and a umask"] = {"preexec_fn": lambda: os.umask(0o777)}
    found["nobody"] = {"preexec_fn": _nobody} if os.geteuid() == 0 else {}
    return found


def _gone() -> None:
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    os.rmdir(folder)


def _nobody() -> None:
    os.setgroups([])
    os.setgid(65534)


def _limit(which: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(which, (most, most))


def attack(quick: bool, seed: int) -> list[Attack]:
    """Try the commands in all environments; a quick run tries one command in each."""
    total = Attack("environments")
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    data = b"\n".join(path.read_bytes() for path in sorted((ROOT / "fixtures").rglob("*.txt"))[:60])
    commands = _COMMANDS[:1] if quick else _COMMANDS
    expected = {tuple(command): _digest(command, data, {}) for command in commands}
    names = environments(folder)
    for name, given in names.items():
        for command in commands:
            total.check(
                _digest(command, data, given) == expected[tuple(command)], f"{name} {' '.join(command)}"
            )
    print(f"environments: {len(names)} of them")
    shutil.rmtree(folder, ignore_errors=True)
    return [total]


def _digest(command: list[str], data: bytes, given: dict[str, Any]) -> str:
    more = {key: value for key, value in given.items() if key != "env"}
    env = {**_BARE, **given.get("env", {})}
    done = subprocess.run(
        [sys.executable, "-m", "textnorm", *command],
        input=data,
        capture_output=True,
        env=env,
        timeout=300,
        **more,
    )
    said = done.stderr if b"Warning" in done.stderr or done.returncode else b""
    return (
        hashlib.sha256(done.stdout).hexdigest()
        if is_clean(done, (0,)) and not said
        else f"{done.returncode} {said!r}"
    )
