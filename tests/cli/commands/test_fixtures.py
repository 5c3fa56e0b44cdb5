"""The runner of fixture files: its format, its verdicts, and --update."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textnorm.cli.commands.fixtures import escapes
from textnorm.cli.commands.fixtures.parsing import FixtureError, read_cases

HOLDS = """A comment.
run: normalise

=== kaf
--- input

كتاب

--- expected
کتاب

=== another function
run: tidy
run: normalise shout=yes ignore=a,b digits=persian
--- input
1
--- expected
1
"""
DIFFERS = HOLDS.replace("کتاب", "کتب")


def keep(folder: Path, content: str, name: str = "some.txt") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_what_is_written_is_read_back(text: str) -> None:
    written = escapes.write(text)
    assert escapes.read(written.strip("\n")) == text
    assert not any(line != line.strip(" ") for line in written.split("\n"))


@pytest.mark.parametrize(
    "text", ["=== a", "--- input", "<ZWNJ>", "\\u200c", "\n\na\n", " ", "\n", "a\n\n\nb"]
)
def test_awkward_texts_are_read_back(text: str) -> None:
    assert escapes.read(escapes.write(text)) == text
    assert not escapes.write(text).startswith(("===", "---"))


def test_cases_that_hold(command: Callable, tmp_path: Path) -> None:
    keep(tmp_path, HOLDS)
    assert command("fixtures", tmp_path) == (0, b"", "textnorm: 2 of 2 cases hold\n")


def test_a_case_that_differs_is_shown_with_a_diff(command: Callable, tmp_path: Path) -> None:
    path = keep(tmp_path, DIFFERS)
    ran = command("fixtures", tmp_path)
    assert ran.code == 1
    out = ran.out.decode()
    assert f"{path}:4: kaf" in out
    assert "- کتب" in out
    assert "+ کتاب" in out


def test_invisible_differences_are_visible(command: Callable, tmp_path: Path) -> None:
    keep(tmp_path, "run: normalise\n=== zwnj\n--- input\nمی<ZWNJ>روم\n--- expected\nمی روم\n")
    assert "+ می<ZWNJ>روم" in command("fixtures", tmp_path).out.decode()


def test_update_accepts_and_keeps_the_rest_of_the_file(command: Callable, tmp_path: Path) -> None:
    path = keep(tmp_path, DIFFERS)
    assert command("fixtures", "--update", tmp_path).code == 0
    assert path.read_text(encoding="utf-8") == HOLDS
    assert command("fixtures", tmp_path).code == 0


def test_update_keeps_the_line_ends_of_the_file(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"run: normalise\r\n\r\n=== a\r\n--- input\r\nx\r\n--- expected\r\ny\r\n")
    command("fixtures", "--update", tmp_path)
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") == 7


def test_unchanged_texts_need_no_expected(command: Callable, tmp_path: Path) -> None:
    keep(tmp_path / "unchanged", "run: normalise\n=== right\n--- input\nکتاب\n")
    assert command("fixtures", tmp_path).code == 0
    path = keep(tmp_path / "unchanged", "run: normalise\n=== wrong\n--- input\nكتاب\n")
    assert command("fixtures", "--update", tmp_path).code == 1
    assert "كتاب" in path.read_text(encoding="utf-8")


def test_known_failures_must_fail(command: Callable, tmp_path: Path) -> None:
    keep(tmp_path / "known-failures", DIFFERS.partition("=== another")[0])
    assert command("fixtures", tmp_path).code == 0
    keep(tmp_path / "known-failures", HOLDS)
    ran = command("fixtures", "--update", tmp_path)
    assert ran.code == 1
    assert "passes now: move it out of known-failures" in ran.out.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("=== a\n--- input\nx\n--- expected\nx\n", "line 1: no `run: FUNCTION`"),
        ("run: tidy\n=== a\n--- expected\nx\n", "line 2: no '--- input'"),
        ("run: tidy\n=== a\n--- input\nx\n", "line 2: no '--- expected'"),
        ("run: tidy\n=== a\n--- inptu\nx\n", "line 3: a marker is"),
        ("run: tidy\n--- input\nx\n", "without a new title"),
        ("run: tidy\n=== a\n--- input\n--- input\n", "without a new title"),
    ],
)
def test_a_file_that_cannot_be_understood_names_its_line(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(FixtureError) as caught:
        read_cases(keep(tmp_path, content))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("normalize", "did you mean 'normalise'?"),
        ("normalise digit=persian", "did you mean 'digits'?"),
        ("normalise digits", "NAME=VALUE"),
        ("normalise shout=maybe", "yes or no"),
        ("normalise profile=SERACH", "did you mean 'search'?"),
    ],
)
def test_a_wrong_run_line_is_bad_and_does_not_stop_the_others(
    command: Callable, tmp_path: Path, line: str, said: str
) -> None:
    keep(tmp_path, HOLDS, "a.txt")
    keep(tmp_path, f"=== wrong\nrun: {line}\n--- input\nx\n--- expected\nx\n", "b.txt")
    ran = command("fixtures", tmp_path)
    assert ran.code == 2
    assert said in ran.err
    assert "2 of 3 cases hold" in ran.err


def test_a_folder_without_cases_is_an_error(command: Callable, tmp_path: Path) -> None:
    assert command("fixtures", tmp_path / "missing").code == 2
    assert command("fixtures", tmp_path).code == 2
