"""Rules of Windows and macOS, as far as another system can try them: paths, newlines, processes, replacing."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import textnorm
from support.shell import with_source
from support.source import FILES, PACKAGE, tree

KAF, KEHEH = "كتاب", "کتاب"
#: modules that one of the three systems lacks
PARTIAL = {
    "fcntl",
    "termios",
    "pwd",
    "grp",
    "resource",
    "tty",
    "pty",
    "msvcrt",
    "winreg",
    "_winapi",
    "posix",
    "nt",
}


def test_nothing_is_imported_that_a_system_lacks() -> None:
    for path in FILES:
        for node in ast.walk(tree(path)):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & PARTIAL, path
            assert not (
                isinstance(node, ast.Attribute) and node.attr in ("fork", "forkpty", "register_at_fork")
            ), path


def test_every_file_of_text_is_opened_with_its_encoding() -> None:
    """Without one, Windows would take the code page of the country."""
    for path in (path for path in FILES if path.is_relative_to(PACKAGE / "cli")):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
                mode = next((arg.value for arg in node.args[1:2] if isinstance(arg, ast.Constant)), "r")
                assert "b" in mode or any(k.arg == "encoding" for k in node.keywords), (path, node.lineno)


STARTING = """
import multiprocessing, sys
from textnorm.cli import main

if __name__ == "__main__":
    multiprocessing.set_start_method("{}")
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_workers_start_by_any_method(tmp_path: Path, method: str) -> None:
    if method == "forkserver" and os.name != "posix":
        pytest.skip("rules of Unix")
    lines = "".join(f"{number} {KAF}\n" for number in range(40_000))
    (tmp_path / "a.txt").write_text(lines, encoding="utf-8", newline="")
    script = tmp_path / "start.py"
    script.write_text(STARTING.format(method))
    for argv in (
        ["normalise", "-j", "2"],
        ["normalise", "-j", "2", "--statistics"],
        ["dates", "-j", "2", "--json"],
    ):
        ran = subprocess.run(
            [sys.executable, str(script), *argv, "--isolated", "a.txt"],
            capture_output=True, env=with_source(), cwd=tmp_path,
        )  # fmt: skip
        assert (ran.returncode, ran.stderr) == (0, b"")
        if argv == ["normalise", "-j", "2"]:
            assert ran.stdout.decode() == lines.replace(KAF, KEHEH)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
@pytest.mark.parametrize("flags", [["-o", "out/"], ["-i"], [], ["-o", "out/", "--fail-fast"]])
def test_workers_take_files_by_any_method(tmp_path: Path, method: str, flags: list[str]) -> None:
    if method == "forkserver" and os.name != "posix":
        pytest.skip("rules of Unix")
    (tmp_path / "in").mkdir()
    for number in range(70):
        (tmp_path / "in" / f"{number:02}.txt").write_text(f"{number} {KAF}\n", encoding="utf-8", newline="")
    script = tmp_path / "start.py"
    script.write_text(STARTING.format(method))
    ran = subprocess.run(
        [sys.executable, str(script), "normalise", "--isolated", "-q", "-j", "2", *flags, "in"],
        capture_output=True, env=with_source(), cwd=tmp_path,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, b"")
    paths = sorted((tmp_path / ("out" if "-o" in flags else "in")).iterdir())
    written = b"".join(path.read_bytes() for path in paths) if flags else ran.stdout
    assert written.decode() == "".join(f"{number} {KEHEH}\n" for number in range(70))


@pytest.mark.parametrize("flags", [["-i"], ["-i", "-j", "2"], ["-o", "."]])
def test_a_file_is_closed_before_it_is_replaced(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: list[str]
) -> None:
    """Windows replaces no file that somebody has open."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("looks for open files as Linux shows them")
    replace, seen = os.replace, []

    def replaced(source: str, target: str) -> None:
        seen.append([link for fd in os.listdir("/proc/self/fd") if (link := points_to(fd)) == target])
        replace(source, target)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "replace", replaced)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(KAF, encoding="utf-8")
    assert command("normalise", *flags, "a.txt", "b.txt").code == 0
    assert seen == [[], []]


def points_to(descriptor: str) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}")
    except OSError:
        return ""


def test_without_what_only_unix_has(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def no_folders(path: str, *more: int, **keywords: int) -> int:
        if os.path.isdir(path):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *more, **keywords)

    (tmp_path / "a.txt").write_bytes(f"{KAF}\r\n".encode())
    with monkeypatch.context() as patch:
        for name in ("O_TMPFILE", "fchown", "fchmod", "listxattr", "getxattr", "setxattr"):
            patch.delattr(os, name, raising=False)
        patch.setattr(os, "open", no_folders)
        assert command("normalise", "-i", tmp_path / "a.txt").code == 0
    assert (tmp_path / "a.txt").read_bytes() == f"{KEHEH}\r\n".encode()
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "standard-input"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["normalise", "clean", "tidy"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("last", [True, False])
def test_newlines_of_each_system_stay(name: str, end: str, last: bool) -> None:
    text = end.join([KAF, "", "rain", f"{KAF} {KAF}"]) + end * last
    ran = subprocess.run(
        [sys.executable, "-m", "textnorm", name, "--isolated"],
        input=text.encode(), capture_output=True, env=with_source(),
    )  # fmt: skip
    expected = getattr(textnorm, name)(text.replace(end, "\n")).replace("\n", end)
    assert ran.stdout.decode() == expected
    assert expected.count(end) >= 3


def test_the_marks_of_macos_stay_in_file_names(command: Callable, tmp_path: Path) -> None:
    """A name that macOS has taken apart is opened and written as it is spelt."""
    (tmp_path / "in").mkdir()
    for name in ("cafe\u0301.txt", "ا\u0653ب.txt"):
        (tmp_path / "in" / name).write_text(KAF, encoding="utf-8")
    assert (
        command(
            "normalise",
            "--include",
            "café.txt",
            "--include",
            "آب.txt",
            "-o",
            tmp_path / "out",
            tmp_path / "in",
        ).code
        == 0
    )
    assert sorted(os.listdir(tmp_path / "out")) == sorted(os.listdir(tmp_path / "in"))


def test_a_name_that_is_no_text_is_a_name_all_the_same(command: Callable, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has names of bytes")
    path = os.path.join(os.fsencode(tmp_path), b"in", b"\xff\xfe.txt")
    (tmp_path / "in").mkdir()
    with open(path, "wb") as stream:
        stream.write(KAF.encode())
    assert command("normalise", "--check", tmp_path / "in").code == 1
    assert "\\udcff\\udcfe.txt: would change" in command("normalise", "--check", tmp_path / "in").err
    assert command("normalise", "-i", tmp_path / "in").code == 0
    with open(path, "rb") as stream:
        assert stream.read() == KEHEH.encode()
    records = command("clean", "--json", tmp_path / "in")
    assert (records.code, b"udcff" in records.out) == (0, True)
