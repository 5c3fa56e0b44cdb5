"""What a command loads and what two processes cost: start-up is counted in modules, work in CPU time of the same run."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from support.shell import run_textnorm, with_source

KAF, KEHEH = "كتاب\n".encode(), "کتاب\n".encode()


def test_the_version_loads_little() -> None:
    """Start-up is counted in modules, not seconds: next to none of our own, and few of the standard library."""
    code = (
        "import sys; before = set(sys.modules); from textnorm.cli import main; main(['--version']);"
        "print(*(set(sys.modules) - before), sep=',')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=with_source(), check=True)
    loaded = ran.stdout.decode().splitlines()[-1].split(",")
    assert "textnorm" in loaded
    assert len([name for name in loaded if name.startswith("textnorm")]) <= 8
    assert len(loaded) <= 60


HEAVY = (
    "hazm",
    "nltk",
    "convertdate",
    "unidecode",
    "ftfy",
    "regex",
    "multiprocessing",
    "pyarrow",
    "numpy",
    "tomllib",
    "json",
    "signal",
    "locale",
    "ast",
)


def test_a_filter_loads_nothing_heavy() -> None:
    code = (
        "import sys; from textnorm.cli import main; main(['normalise', '--isolated']);"
        f"sys.exit(', '.join(name for name in {HEAVY!r} if name in sys.modules) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], input=KAF, capture_output=True, env=with_source())
    assert (ran.stdout, ran.stderr) == (KEHEH, b"")


@pytest.mark.slow
def test_two_processes_spend_little_more_than_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("علي كتاب را مي خواند و باران مي بارد\n".encode() * 200_000)

    def run(jobs: int) -> tuple[bytes, float]:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        output = run_textnorm("normalise", "--isolated", "-j", jobs, path).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return output, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    for _ in range(3):  # a busy machine may spoil one comparison, not three; measured: see the benchmark
        (one, alone), (two, together) = run(1), run(2)
        assert one == two != path.read_bytes()
        if together < 1.5 * alone:
            return
    pytest.fail(f"two processes spent {together / alone:.1f} times what one did")
