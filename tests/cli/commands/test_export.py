"""``textnorm export``: the table goes to standard output or to a file, and what is wrong is said in a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from textnorm.cli.dispatch import run
from textnorm.exports import TARGETS, export

#: each of these starts a process or more
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("target", TARGETS)
def test_the_table_is_written(target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "table"
    assert run(["export", "--for", target, "--profile", "encoding", "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == export(target, "ENCODING")
    assert run(["export", "--for", target, "--profile", "encoding"]) == 0
    assert capsys.readouterr().out == export(target, "ENCODING")


def test_half_spaces_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--for", "sentencepiece", "--half-space", "space"]) == 0
    assert "200C\t20\n" in capsys.readouterr().out


def test_settings_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--for", "elasticsearch"]) == 0
    assert set(json.loads(capsys.readouterr().out)["settings"]["analysis"]) == {"char_filter", "analyzer"}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "say for whom: --for sentencepiece"),
        (["--for", "solr"], "invalid choice: 'solr'"),
        (["--for", "icu", "--profile", "hazm"], "invalid choice: 'hazm'"),
    ],
)
def test_what_is_wrong_is_said(argv: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", *argv]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--for", "icu", "-o", str(tmp_path / "no" / "table")]) == 2
    assert "no such file or directory" in capsys.readouterr().err.lower()
