"""PDF files on the command line and `pdf_to_text`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import textnorm

FILE = Path(__file__).with_name("readers") / "page.pdf"
ROOT = Path(textnorm.__file__).parents[1]


def run(*args: str, data: bytes = b"", without: str = "") -> subprocess.CompletedProcess[str]:
    hide = f"import sys; sys.modules[{without!r}] = None\n" if without else ""
    script = (
        f"{hide}import sys; sys.argv[0] = 'textnorm'; from textnorm.cli import script; sys.exit(script())"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *args],
        input=data.decode("utf-8", "surrogateescape") if data else None,
        capture_output=True, encoding="utf-8", errors="surrogateescape", env={"PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_a_file_is_read_and_repaired() -> None:
    pytest.importorskip("pdfminer")
    truth = textnorm.normalise((FILE.parent / "truth.txt").read_text(encoding="utf-8")).split()
    done = run("normalise", str(FILE))
    assert (done.returncode, done.stderr) == (0, "")
    words = done.stdout.split()
    assert sum(min(words.count(word), truth.count(word)) for word in set(truth)) >= 0.97 * len(truth)
    assert run("normalise", "-", data=FILE.read_bytes()).stdout == done.stdout


def test_without_the_extra_the_answer_says_what_to_do() -> None:
    done = run("tidy", str(FILE), without="pdfminer")
    assert done.returncode == 2
    assert "textnorm-fa[pdf]" in done.stderr
    assert "pdftotext FILE - | textnorm tidy --source pdf" in done.stderr


def test_what_is_no_pdf_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no PDF file"):
        textnorm.pdf_to_text(b"text")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"text")
    done = run("tidy", str(path))
    assert (done.returncode, "no PDF file" in done.stderr) == (2, True)


def test_source_repairs_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(".ﺪﻣآ ۱۲:۳۰ ﺖﻋﺎﺳ نارﺎﺑ\n", encoding="utf-8")
    assert run("normalise", "--source", "pdf", str(path)).stdout == "باران ساعت ۱۲:۳۰ آمد.\n"
    explained = run("normalise", "--source", "auto", "--explain", str(path)).stdout
    assert '"visual-order"' in explained


def test_reflow_joins_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    lines = (
        "هوا امروز در شهرهای شمالی سرد و بارانی بود و مردم در خانه",
        "ماندند و چای نوشیدند تا باران تمام شود و خیابان‌ها خشک",
        "شوند و بچه‌ها بیرون بروند و بازی کنند و سپس همه به خانه",
        "برگشتند.",
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run("normalise", "--reflow", str(path)).stdout == " ".join(lines) + "\n"
