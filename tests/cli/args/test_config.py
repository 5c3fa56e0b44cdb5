"""Configuration files: found upwards, overridden by flags, strict about what they hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose deep folder is the place of work."""
    deep = tmp_path / "project" / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    return tmp_path / "project"


def put(project: Path, content: str, name: str = "textnorm.toml") -> None:
    (project / name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("textnorm.toml", "shout = true"),
        ("pyproject.toml", "[tool.textnorm]\nshout = true"),
        ("textnorm.toml", "[normalise]\nshout = true"),
        ("pyproject.toml", "[tool.textnorm.normalise]\nshout = true\n[tool.textnorm.clean]\nshout = false"),
        ("textnorm.toml", 'profile = "search"'),
    ],
)
def test_a_file_above_sets_options_and_flags_win(
    command: Callable, project: Path, name: str, content: str
) -> None:
    put(project, content, name)
    assert command("normalise", stdin=b"a").out == b"A"
    assert command("normalise", "--no-shout", stdin=b"a").out == b"a"
    assert command("normalise", "--isolated", stdin=b"a").out == b"a"


def test_a_section_is_for_its_command_alone(command: Callable, project: Path) -> None:
    put(project, "[normalise]\nshout = true")
    assert command("clean", stdin=b"a").out == b"a"


def test_the_nearest_file_wins_and_another_may_be_named(command: Callable, project: Path) -> None:
    put(project, "shout = true")
    put(project / "a", "[project]\nname = 'x'", "pyproject.toml")
    assert command("normalise", stdin=b"a").out == b"A"
    put(project / "a", "shout = false")
    assert command("normalise", stdin=b"a").out == b"a"
    assert command("normalise", "--config", project / "textnorm.toml", stdin=b"a").out == b"A"


def test_keys_of_one_command_do_not_disturb_another(command: Callable, project: Path) -> None:
    put(project, 'jobs = 1\nfield = ["body"]\nformat = "jsonl"')
    assert command("normalise", stdin='{"body":"ك"}'.encode()).out == '{"body":"ک"}'.encode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("shuot = true", "unknown key 'shuot'; did you mean 'shout'?"),
        ("[normalise]\nshuot = true", "did you mean 'shout'?"),
        ("in-place = 3", "in-place is true or false, not 3"),
        ('errors = "ignore"', "errors is one of strict, replace"),
        ("jobs = 0", "jobs: a number of processes, at least 1"),
        ("jobs = [", "not TOML"),
        ('digits = "roman"', "digits is None or 'persian'"),
        ("files = ['a']", "unknown key 'files'"),
    ],
)
def test_what_is_wrong_is_one_line(command: Callable, project: Path, content: str, said: str) -> None:
    put(project, content)
    ran = command("normalise", stdin=b"a")
    assert (ran.code, ran.out) == (2, b"")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_show_config_marks_what_was_set(command: Callable, project: Path) -> None:
    put(project, "shout = true")
    out = command("normalise", "--show-config", "-j", "2").out.decode().splitlines()
    assert "shout = True  # set" in out
    assert "jobs = 2  # set" in out
    assert "errors = None" in out
