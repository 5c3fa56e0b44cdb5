"""The GitHub Action's own step, run by bash as GitHub runs it, with a textnorm that is not installed."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def step(folder: Path, flags: str, paths: str = "mine") -> subprocess.CompletedProcess[str]:
    command = folder / "textnorm" / "bin" / "textnorm"
    command.parent.mkdir(parents=True)
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m textnorm "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    script = textwrap.dedent((ROOT / "action.yml").read_text(encoding="utf-8").rpartition("run: |\n")[2])
    given = {"RUNNER_TEMP": str(folder), "COMMAND": "normalise", "FLAGS": flags, "PATHS": paths}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "good.md").write_text("علی کتاب می\u200cخواند\n", encoding="utf-8")
    (tmp_path / "mine" / "bad.txt").write_text("علي كتاب\n", encoding="utf-8")
    return tmp_path


def test_fails_and_shows_what_would_change(folder: Path) -> None:
    done = step(folder, "")
    assert done.returncode == 1
    assert "+علی کتاب" in done.stdout


def test_patterns_reach_textnorm(folder: Path) -> None:
    (folder / "other.md").write_text("علي\n", encoding="utf-8")
    assert step(folder, "--include *.md").returncode == 0


def test_flags_are_not_run_by_the_shell(folder: Path) -> None:
    done = step(folder, "", "mine;touch seen $(touch seen)")
    assert done.returncode == 2
    assert not (folder / "seen").exists()


def test_bad_flags_are_no_pass(folder: Path) -> None:
    assert step(folder, "--nonsense").returncode == 2
