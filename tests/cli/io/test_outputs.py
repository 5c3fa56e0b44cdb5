"""Where output goes: devices and pipes get bytes, files are replaced whole or not at all."""

from __future__ import annotations

import gzip
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from support.shell import run_textnorm, textnorm_process, with_source

#: each of these starts a process or more
pytestmark = pytest.mark.slow

KAF, KEHEH = "كتاب\n", "کتاب\n"
posix = pytest.mark.skipif(os.name != "posix", reason="rules of Unix")
root = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root makes device nodes")
#: what writes to the path OUT: arguments, and what the output begins with
WRITERS = {
    "-o": (["normalise", "--isolated", "-o", "OUT", "IN"], KEHEH.encode()),
    "--report": (["normalise", "--isolated", "--report", "OUT", "IN"], b"<!"),
    "learn-site": (["learn-site", "-q", "-o", "OUT", "PAGE1", "PAGE2"], b"{"),
}


def arguments(name: str, folder: Path, out: object) -> list[str]:
    (folder / "in.txt").write_text(KAF, encoding="utf-8")
    for number in (1, 2):
        (folder / f"page{number}.txt").write_text(
            f"Menu of the site\n\nText {number} of it.\n", encoding="utf-8"
        )
    names = {"OUT": str(out), "IN": str(folder / "in.txt")}
    names |= {f"PAGE{number}": str(folder / f"page{number}.txt") for number in (1, 2)}
    return [names.get(word, word) for word in WRITERS[name][0]]


@root
@pytest.mark.parametrize("name", WRITERS)
def test_a_device_gets_the_bytes_and_stays_a_device(tmp_path: Path, name: str) -> None:
    null = tmp_path / "null"
    try:
        os.mknod(null, stat.S_IFCHR | 0o666, os.makedev(1, 3))
        null.write_bytes(b"x")
    except OSError:
        pytest.skip("no device nodes may be made or opened here")
    ran = run_textnorm(*arguments(name, tmp_path, null))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert stat.S_ISCHR(null.lstat().st_mode)
    assert null.lstat().st_rdev == os.makedev(1, 3)


@posix
@pytest.mark.parametrize("name", WRITERS)
def test_a_fifo_gets_the_bytes_and_stays_a_fifo(tmp_path: Path, name: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    ran = run_textnorm(*arguments(name, tmp_path, pipe))
    assert ran.returncode == 0
    assert stat.S_ISFIFO(pipe.lstat().st_mode)  # or nobody will ever write to the reader
    reader.join(300)
    assert got[0].startswith(WRITERS[name][1])


@posix
@pytest.mark.parametrize("path", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
@pytest.mark.parametrize("name", WRITERS)
def test_standard_output_by_its_path_is_appended_to_and_never_replaced(
    tmp_path: Path, name: str, path: str
) -> None:
    if not os.path.exists("/dev/fd/1"):
        pytest.skip("no such paths here")
    if path == "link":
        (tmp_path / "link").symlink_to("/dev/stdout")
        path = str(tmp_path / "link")
    target = tmp_path / "target"
    target.write_bytes(b"before\n")
    inode = target.stat().st_ino
    with target.open("ab") as stream:
        process = textnorm_process(*arguments(name, tmp_path, path), stdout=stream)
        assert process.communicate()[1] == b""
    assert process.returncode == 0
    assert target.read_bytes().startswith(b"before\n" + WRITERS[name][1])
    assert target.stat().st_ino == inode


@posix
def test_a_process_substitution_gets_the_bytes(tmp_path: Path) -> None:
    arguments("-o", tmp_path, "")
    command = f"{sys.executable} -m textnorm normalise --isolated -o >(cat >copy) in.txt; sleep 0.1; wait"
    try:
        ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=with_source(), capture_output=True)
    except FileNotFoundError:
        pytest.skip("no bash here")
    assert ran.stderr == b""
    assert (tmp_path / "copy").read_text(encoding="utf-8") == KEHEH


@posix
def test_rejects_go_to_a_fifo_too(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    ran = run_textnorm("normalise", "--isolated", "--format", "jsonl", "--rejects", pipe, data=b"bad\n")
    reader.join(300)
    assert ran.returncode == 2
    assert b'"bad\\n"' in got[0]
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


@posix
@pytest.mark.parametrize("name", WRITERS)
def test_a_file_of_several_names_is_not_parted(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"before")
    os.link(out, tmp_path / "other")
    ran = run_textnorm(*arguments(name, tmp_path, out))
    assert ran.returncode == 2
    assert b"2 hard links" in ran.stderr
    assert ran.stderr.count(b"\n") == 1
    assert out.read_bytes() == (tmp_path / "other").read_bytes() == b"before"


@posix
def test_a_device_below_an_output_directory_is_not_replaced(tmp_path: Path) -> None:
    arguments("-o", tmp_path, "")
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / "in.txt")
    ran = run_textnorm("normalise", "--isolated", "-o", f"{tmp_path}/out/", tmp_path / "in.txt")
    assert ran.returncode == 2
    assert b"no regular file" in ran.stderr
    assert stat.S_ISFIFO((tmp_path / "out" / "in.txt").lstat().st_mode)


def test_a_file_is_no_place_for_directories(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(KAF, encoding="utf-8")
    (tmp_path / "out").write_bytes(b"before")
    ran = command("normalise", "-o", tmp_path / "out", tmp_path / "in")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert (tmp_path / "out").read_bytes() == b"before"


# --- an input that breaks ---------------------------------------------------------------------------------
ROWS = "".join(f"{number},كتاب\n" for number in range(60_000))
#: what breaks in the middle, and what breaks before anything could be written: file, its bytes, flags
MIDDLE = {
    "bad-byte.txt": (KAF.encode() * 60_000 + b"\xff\n", []),
    "bad-byte.csv": (f"id,text\n{ROWS}".encode() + b"1,\xff\n", ["--column", "text"]),
    "open-quote.csv": (f'id,text\n{ROWS}1,"open\n'.encode(), ["--column", "text"]),
    "cut.txt.gz": (gzip.compress((KAF * 400_000).encode(), 1)[:-20], []),
    "cut.json": (('{"messages": [' + '{"text": "كتاب"},\n' * 60_000).encode(), []),
}
START = {
    "bad-byte.txt": (b"\xff\n", []),
    "misspelt.csv": (b"id,text\n1,a\n", ["--column", "txet"]),
    "open-quote.csv": (b'"open\n', ["--column", "1", "--no-header"]),
    "wrong.txt.xz": (b"no archive", []),
    "missing.txt": (None, []),
}


def broken(folder: Path, name: str, data: bytes | None) -> Path:
    path = folder / name
    if data is not None:
        path.write_bytes(data)
    return path


@pytest.mark.parametrize("before", [None, b"old text"])
@pytest.mark.parametrize("name", [*MIDDLE, *(f"early {name}" for name in START)])
def test_a_broken_input_leaves_the_old_file_whole(
    command: Callable, tmp_path: Path, name: str, before: bytes | None
) -> None:
    early = name.startswith("early ")
    name = name.removeprefix("early ")
    data, flags = (START if early else MIDDLE)[name]
    out = tmp_path / "out.txt"
    if before is not None:
        out.write_bytes(before)
    source = broken(tmp_path, name, data)
    ran = command("normalise", *flags, "-o", out, source)
    assert (ran.code, ran.out) == (2, b"")
    assert (out.read_bytes() if out.exists() else None) == before
    kept = "not written" if before is None else "left as it was"
    assert f"{out}: {kept}" in ran.err
    partial = tmp_path / "out.txt.partial"
    if partial.exists():
        assert str(partial) in ran.err
        assert (
            partial.read_bytes()
            .decode()
            .startswith(("کتاب", "id,text\n0,کتاب", '{"messages": [{"text": "کتاب"}'))
        )
    assert partial.exists() is not early
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []


def test_a_partial_file_that_is_there_stays(command: Callable, tmp_path: Path) -> None:
    source = broken(tmp_path, "in.txt", MIDDLE["bad-byte.txt"][0])
    (tmp_path / "out.partial").write_bytes(b"mine")
    ran = command("normalise", "-o", tmp_path / "out", source)
    assert ran.code == 2
    assert "already there" in ran.err
    assert (tmp_path / "out.partial").read_bytes() == b"mine"
    assert not (tmp_path / "out").exists()


def test_a_damaged_page_of_parquet_breaks_its_file_alone(command: Callable, tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [f"كتاب {n}" for n in range(5_000)]}), path, row_group_size=1_000)
    data = bytearray(path.read_bytes())
    group = pq.ParquetFile(path).metadata.row_group(2).column(0)
    at = group.dictionary_page_offset or group.data_page_offset
    data[at + 8 : at + 400] = bytes(392)
    path.write_bytes(data)
    out = tmp_path / "out.parquet"
    out.write_bytes(b"old")
    ran = command("normalise", "--column", "text", "-o", out, path)
    assert (ran.code, out.read_bytes()) == (2, b"old")
    assert "internal error" not in ran.err
    assert f"{path}: " in ran.err
    whole = pq.read_table(tmp_path / "out.parquet.partial").column("text").to_pylist()
    assert whole == [f"کتاب {n}" for n in range(2_000)]


def test_a_broken_file_among_others_keeps_the_output_from_being_replaced(
    command: Callable, tmp_path: Path
) -> None:
    bad, fine = broken(tmp_path, "a.txt", b"\xff"), broken(tmp_path, "b.txt", KAF.encode())
    out = broken(tmp_path, "out", b"old")
    ran = command("normalise", "-o", out, bad, fine)
    assert (ran.code, out.read_bytes()) == (2, b"old")
    assert (tmp_path / "out.partial").read_text(encoding="utf-8") == KEHEH


def test_bad_records_are_no_broken_input(command: Callable, tmp_path: Path) -> None:
    source = broken(tmp_path, "a.jsonl", '{"text": "ك"}\nbad\n'.encode())
    ran = command("normalise", "-o", tmp_path / "out", source)
    assert (ran.code, (tmp_path / "out").read_text(encoding="utf-8")) == (2, '{"text": "ک"}\nbad\n')


@pytest.mark.parametrize(
    ("flag", "own"), [("report", b"<!doctype html>\n"), ("rejects", b'{"file": "a", "line": 1}\n')]
)
def test_a_text_below_a_directory_is_no_place_for_what_else_is_written(
    command_here: Callable, tmp_path: Path, flag: str, own: bytes
) -> None:
    """It was left out of what is read as a file of this run, and replaced or added to."""
    (tmp_path / "in").mkdir()
    text, other = broken(tmp_path, "in/a.txt", KAF.encode()), broken(tmp_path, "in/b.txt", own)
    ran = command_here("normalise", f"--{flag}", text, tmp_path / "in")
    assert (ran.code, text.read_text(encoding="utf-8")) == (2, KAF)
    assert f"{text}: is the file of --{flag} too" in ran.err
    assert command_here("normalise", f"--{flag}", other, tmp_path / "in").code == 0


def test_a_read_only_file_is_not_replaced(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = broken(tmp_path, "a.txt", KAF.encode()), broken(tmp_path, "out.txt", b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != out)  # root may write everywhere
    ran = command("normalise", "-o", out, source)
    assert (ran.code, out.read_bytes(), ran.err) == (2, b"old", f"textnorm: {out}: is read-only\n")


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    broken(tmp_path, "a.txt", KAF.encode())
    done = subprocess.run(
        [sys.executable, "-m", "textnorm", "normalise", "--isolated", "-o", "-", "a.txt"],
        cwd=tmp_path, env=with_source(), capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.decode() == KEHEH
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_output_that_nothing_was_written_to_is_said(command: Callable, tmp_path: Path) -> None:
    source = broken(tmp_path, "a.bin", b"\x7fELF\0\0")
    ran = command("normalise", "-o", tmp_path / "out", source)
    assert (ran.code, (tmp_path / "out").exists()) == (2, False)
    assert f"{tmp_path / 'out'}: not written, since no input could be read" in ran.err
