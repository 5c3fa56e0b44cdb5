"""Streams that are closed, names that are odd, flags that are absurd: one clear line, the right code, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.shell import COMMAND, textnorm_process, with_source

KAF, KEHEH = "كتاب\n", "کتاب\n"
posix = pytest.mark.skipif(os.name != "posix", reason="a shell of Unix")


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a line of sh in which T is the command."""
    setting = f"T() {{ '{sys.executable}' -m textnorm \"$@\"; }}; "
    return subprocess.run(
        ["sh", "-c", setting + line], cwd=folder, env=with_source(), capture_output=True, timeout=300
    )


# --- closed streams ---------------------------------------------------------------------------------------
@pytest.mark.slow
@posix
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("T normalise --isolated a.txt >&-", 2, b"textnorm: standard output is closed\n"),
        ("T normalise --isolated --diff a.txt >&-", 2, b"textnorm: standard output is closed\n"),
        ("T rules >&-", 2, b"textnorm: bad file descriptor\n"),
        ("T --version >&-", 2, b"textnorm: standard output: Bad file descriptor\n"),
        ("T --help >&-", 2, b"textnorm: bad file descriptor\n"),
        ("T normalise --isolated <&-", 2, b"textnorm: -: standard input is closed\n"),
        ("T normalise --isolated --files0-from - <&-", 2, b"textnorm: standard input is closed\n"),
        ("T normalise --isolated -i a.txt >&-", 0, b""),
        ("T normalise --isolated -i a.txt <&- >&-", 0, b""),
        ("T normalise --isolated -o b.txt a.txt >&-", 0, b""),
        ("T normalise --isolated -i a.txt 2>&-", 0, b""),
        ("T normalise --isolated -i missing 2>&-", 2, b""),
        ("T normalise --isolated -i a.txt missing <&- >&- 2>&-", 2, b""),
        ("T normalise --no-such-flag 2>&-", 2, b""),
        ("T normalise --isolated -j 2 -i a.txt b.txt <&- >&- 2>&-", 0, b""),
    ],
)
def test_closed_streams(tmp_path: Path, line: str, code: int, said: bytes) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(KAF, encoding="utf-8")
    ran = shell(line, tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (code, b"", said)
    if " -i a.txt" in line:
        assert (tmp_path / "a.txt").read_text(encoding="utf-8") == KEHEH


# --- -j ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("jobs", ["0", "-1", "513", "100000000", "9" * 5000, "1.5", "two", ""])
def test_an_absurd_number_of_processes_is_one_line(command: Callable, jobs: str) -> None:
    ran = command("normalise", "-j", jobs)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "number of processes" in ran.err or "expected one argument" in ran.err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="counts processes that are forked")
def test_no_more_processes_than_there_is_work_for(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textnorm.cli.run import batches, workers

    made: list[object] = []

    class Counted(workers.Worker):
        def __init__(self, task: object) -> None:
            made.append(task)
            super().__init__(task)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "Worker", Counted)
    names = [tmp_path / f"{name}.txt" for name in "abc"]
    for size, processes in ((1, 0), (batches.MOST_BYTES, 3)):
        made.clear()
        times = size // len(KAF.encode()) + 1
        for name in names:
            name.write_text(KAF * times, encoding="utf-8")
        assert command("normalise", "-j", 300, *names).out.decode() == KEHEH * times * 3
        assert len(made) == processes


# --- names ------------------------------------------------------------------------------------------------
@posix
def test_a_fifo_in_a_folder_is_left_out_with_a_word(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(KAF, encoding="utf-8")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    process = textnorm_process("normalise", "--isolated", "in", cwd=tmp_path, stdin=subprocess.DEVNULL)
    out, said = process.communicate(timeout=300)
    assert (process.returncode, out.decode()) == (0, KEHEH)
    assert said == b"textnorm: in/pipe.txt: skipped: no regular file\n"


@posix
def test_a_fifo_is_neither_a_configuration_nor_a_fixture(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "textnorm.toml")
    os.mkfifo(tmp_path / "a.txt")
    for words, said in ((["normalise"], b"is a FIFO"), (["fixtures", "."], b"no case found")):
        done = subprocess.run(
            [sys.executable, "-m", "textnorm", *words],
            input=b"x", capture_output=True, cwd=tmp_path, env=with_source(), timeout=300, check=False,
        )  # fmt: skip
        assert (done.returncode, said in done.stderr, done.stderr.count(b"\n")) == (2, True, 1)


@posix
def test_a_configuration_is_read_from_whoever_writes_it(tmp_path: Path) -> None:
    """A process substitution is a FIFO; one that nobody opens is said, and not waited for."""
    os.mkfifo(tmp_path / "settings.toml")
    (tmp_path / "a.txt").write_text("1 باد", encoding="utf-8")
    writer = "(sleep 0.2; echo 'digits=\"persian\"' > settings.toml) & "
    written = shell(f"{writer} T normalise --config settings.toml a.txt", tmp_path)
    assert (written.returncode, written.stdout.decode(), written.stderr) == (0, "۱ باد", b"")
    alone = shell("T normalise --config settings.toml a.txt", tmp_path)
    assert (alone.returncode, alone.stdout) == (2, b"")
    assert alone.stderr == b"textnorm: settings.toml: is a FIFO, and nobody writes to it\n"


@pytest.mark.parametrize("argv", [["--", "-x.txt"], ["-x.txt"], ["a.txt", "--", "-x.txt", "--"]])
def test_names_behind_two_dashes(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("-x.txt", "a.txt", "--"):
        (tmp_path / name).write_text(KAF, encoding="utf-8")
    ran = command("normalise", *argv)
    if argv[0] == "-x.txt":
        assert (ran.code, ran.err.count("\n")) == (2, 1)
    else:
        assert (ran.code, ran.out.decode(), ran.err) == (0, KEHEH * (len(argv) - 1), "")


def test_commands_without_files_take_none_behind_two_dashes(command: Callable) -> None:
    ran = command("demo", "--", "x")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", ["undefined", "punycode", "idna", "rot13", "base64", "hex", "no-such"])
@pytest.mark.parametrize("flag", ["--encoding", "--output-encoding"])
def test_what_is_no_encoding_is_said(command: Callable, flag: str, name: str) -> None:
    ran = command("normalise", flag, name, stdin=b"a.b..c\n")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert "internal error" not in ran.err


def test_two_columns_of_one_name_are_told_apart_by_their_numbers(command: Callable) -> None:
    data = "a,text,text\nك,ك,ك\n".encode()
    ran = command("normalise", "--format", "csv", "--column", "text", stdin=data)
    assert (ran.code, ran.out) == (2, b"")
    assert "2 columns are called 'text'; give the number: 2 or 3" in ran.err
    ran = command("normalise", "--format", "csv", "--column", "3", stdin=data)
    assert ran.out.decode() == "a,text,text\nك,ك,ک\n"


@pytest.mark.parametrize("port", ["99999", "-1", "65536", "http", ""])
def test_a_port_that_is_none(command: Callable, port: str) -> None:
    ran = command("serve", "--port", port)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "internal error" not in ran.err


@pytest.mark.parametrize("flag", ["-o", "--output", "--report", "--rejects", "--config", "--files0-from"])
def test_an_empty_name_is_said(command: Callable, flag: str) -> None:
    ran = command("normalise", flag, "", stdin=KAF.encode())
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert "wants a name" in ran.err


# --- configuration ----------------------------------------------------------------------------------------
WRONG = {
    "encoding = 5": "unknown encoding '5'",
    "encoding = true": "encoding is a word",
    "encoding = []": "encoding is a word or a number",
    "encoding = {a = 1}": "encoding is a word or a number",
    "jobs = 2.5": "jobs: a number of processes",
    "jobs = [2]": "jobs is a word or a number",
    "quiet = 1": "quiet is true or false",
    "quiet = 'yes'": "quiet is true or false",
    "field = [1, [2]]": "field is a word or a number",
    "field = {a = 1}": "field is a word or a number",
    "exclude = true": "exclude is a word",
    "format = 7": "format is one of",
    "normalise = 5": "normalise is a table",
    "rejects = ''": "",
}


@pytest.mark.parametrize("text", WRONG)
def test_wrong_types_in_a_configuration(command: Callable, tmp_path: Path, text: str) -> None:
    file = tmp_path / "textnorm.toml"
    file.write_text(text, encoding="utf-8")
    ran = command("normalise", "--config", file, stdin=KAF.encode())
    if WRONG[text]:
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
        assert WRONG[text] in ran.err
    assert "internal error" not in ran.err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("pyproject.toml", b"[tool.textnorm\nquiet = true", "not TOML"),
        ("pyproject.toml", b"[tool]\ntextnorm = 5", "tool.textnorm is a table"),
        ("pyproject.toml", b"[tool]\ntextnorm = [1]", "tool.textnorm is a table"),
        ("pyproject.toml", "[tool.textnorm]".encode("utf-16"), "not UTF-8"),
        ("pyproject.toml", b"[tool.textnorm]\nquiet = \xff", "not UTF-8"),
        ("textnorm.toml", b"quiet = ", "not TOML"),
        ("textnorm.toml", b"quiet = " + b"[" * 5_000, "nested"),
        ("textnorm.toml", None, "is a directory"),
        ("pyproject.toml", None, "is a directory"),
        ("textnorm.toml", "nowhere", "no such file"),
        ("pyproject.toml", "nowhere", "no such file"),
    ],
)
def test_a_configuration_that_cannot_be_read_is_not_silently_none(
    command: Callable,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    data: bytes | str | None,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    if data is None:
        path.mkdir()
    elif isinstance(data, str):
        path.symlink_to(data)
    else:
        path.write_bytes(data)
    ran = command("normalise", stdin=KAF.encode())
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert said in ran.err.lower() or said in ran.err
    assert "internal error" not in ran.err


@pytest.mark.parametrize("name", ["textnorm.toml", "pyproject.toml"])
def test_a_byte_order_mark_is_none_of_a_configuration(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("[tool.textnorm]\nfield = 'a'\n", encoding="utf-8-sig")
    ran = command("normalise", "--format", "jsonl", stdin='{"a": "ك", "text": "ك"}'.encode())
    assert (ran.code, json.loads(ran.out)) == (0, {"a": "ک", "text": "ك"})


def test_a_configuration_that_is_named_and_ignored(command: Callable) -> None:
    ran = command("normalise", "--isolated", "--config", "a.toml", stdin=b"x")
    assert (ran.code, ran.err) == (2, "textnorm: --isolated and --config exclude one another\n")


def test_the_command_is_the_module() -> None:
    assert COMMAND[1:] == ["-m", "textnorm"]
