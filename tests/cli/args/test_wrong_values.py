"""Values that cannot be meant: one line that says what is wrong, and exit code 2, whichever flag they stand behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from textnorm.cli.args.command_names import PATHS
from textnorm.cli.io import listed_files, whole_files


def refused(ran: object) -> str:
    """Return the one line that a command said, which ended with exit code 2 and wrote nothing."""
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1), ran  # type: ignore[attr-defined]
    return str(ran.err)  # type: ignore[attr-defined]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text("كتاب ۸ مهر ۱۳۹۷\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("flag", PATHS)
def test_an_empty_name_is_none(command_here: Callable, page: Path, flag: str) -> None:
    name = flag.replace("_", "-")
    command = "tidy" if flag in ("site", "profile", "user_words") else "posts"
    said = refused(command_here(command, f"--{name}=", page))
    assert f"--{name} wants a name, and got an empty one" in said


def test_an_empty_name_of_a_folder_of_fixtures_is_none(command_here: Callable) -> None:
    assert "got an empty one" in refused(command_here("fixtures", ""))


@pytest.mark.parametrize(
    "arguments",
    [
        ("normalise", "--config", "/dev/zero", "a.txt"),
        ("normalise", "--user-words", "/dev/zero", "a.txt"),
        ("tidy", "--site", "/dev/zero", "a.txt"),
        ("fixtures", "/dev/zero"),
    ],
)
def test_what_has_no_end_is_not_read_to_its_end(
    command_here: Callable, page: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("there is no endless device")
    monkeypatch.setattr(whole_files, "_MOST", 1 << 12)
    monkeypatch.setattr("textnorm.options._MOST_CHARACTERS", 1 << 12)
    assert "/dev/zero" in refused(command_here(*arguments))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a.txt\0\0a.txt", "an empty path"),
        (b"a.txt\n" * 20, "no NUL in"),
        (b"a.txt\0" * 9, "more than 8 paths: give them in parts"),
    ],
)
def test_a_list_of_paths_has_an_end(
    command_here: Callable, page: Path, content: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed_files, "_MOST", 8)
    monkeypatch.setattr(listed_files, "_LONGEST", 100)
    Path("list").write_bytes(content)
    for command in ("normalise", "posts"):
        assert f"list: {said}" in refused(command_here(command, "--files0-from", "list"))


def test_a_list_of_paths_without_an_end_is_not_read_to_its_end(command_here: Callable, page: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("there is no endless device")
    assert "/dev/zero: an empty path" in refused(command_here("normalise", "--files0-from", "/dev/zero"))


@pytest.mark.parametrize("arguments", [("posts", "--report", "."), ("normalise", "--report", "."), ("export", "--for", "icu", "-o", ".")])  # fmt: skip
def test_a_directory_is_no_file_to_write(
    command_here: Callable, page: Path, arguments: tuple[str, ...]
) -> None:
    files = () if arguments[0] == "export" else (page,)
    assert "is a directory" in refused(command_here(*arguments, *files))


def test_a_data_base_in_no_folder_says_why_in_the_words_of_the_system(
    command_here: Callable, page: Path
) -> None:
    assert refused(command_here("posts", "--sqlite", "nowhere/x.db", page)).endswith(
        "no such file or directory\n"
    )


@pytest.mark.parametrize(("year", "said"), [("x", "a Solar Hijri year such as 1397"), ("", "a Solar Hijri year"), ("9" * 9, "the year must be")])  # fmt: skip
def test_a_table_is_that_of_a_year(command_here: Callable, year: str, said: str) -> None:
    assert said in refused(command_here("dates", "--table", year))


@pytest.mark.parametrize("more", [("a.txt",), ("--replace",), ("--files0-from", "a.txt")])
def test_a_table_reads_no_file(command_here: Callable, page: Path, more: tuple[str, ...]) -> None:
    assert "reads no file" in refused(command_here("dates", "--table", "1397", *more))


def test_a_flag_before_the_command_says_where_it_belongs(command_here: Callable, page: Path) -> None:
    assert "--profile stands before the command" in refused(command_here("--profile", "search", page))


def test_the_version_needs_no_more_words(command_here: Callable) -> None:
    ran = command_here("--version", "--help")
    assert (ran.code, ran.out.split(b" ")[0]) == (0, b"textnorm")
