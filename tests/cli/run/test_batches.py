"""Small files in batches: several processes give what one gives, in the same order, and say the same."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from support.shell import Ran, put
from textnorm.cli.io.chunks import Batch
from textnorm.cli.io.line_chunks import CHUNK_BYTES
from textnorm.cli.io.sources import Source
from textnorm.cli.run.batches import MOST_BYTES, MOST_FILES, batches, useful

KAF, KEHEH = "كتاب\n", "کتاب\n"


def sources(*sizes: int | None) -> list[Source]:
    return [Source(f"{number}.txt", f"{number}.txt", size=size) for number, size in enumerate(sizes)]


def test_a_batch_is_full_by_files_or_by_bytes() -> None:
    many = list(batches(sources(*[10] * (2 * MOST_FILES + 1))))
    assert [len(batch.sources) for batch in many if isinstance(batch, Batch)] == [MOST_FILES, MOST_FILES, 1]
    heavy = list(batches(sources(*[MOST_BYTES // 2] * 5)))
    assert [len(batch.sources) for batch in heavy if isinstance(batch, Batch)] == [2, 2, 1]


def test_what_is_large_packed_or_unknown_stands_alone_and_in_its_place() -> None:
    listed = [*sources(1, CHUNK_BYTES + 1, 1, None, 1), Source("a.txt.gz", "a.txt.gz", size=9)]
    pieces = list(batches(listed))
    assert [isinstance(piece, Batch) for piece in pieces] == [True, False, True, False, True, False]
    flat = [source for piece in pieces for source in (piece.sources if isinstance(piece, Batch) else [piece])]
    assert flat == listed


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([1, 1], 1), ([1] * (MOST_FILES + 1), 2), ([CHUNK_BYTES * 3], 4), ([None], 9), ([], 1)],
)
def test_processes_that_have_something_to_do(sizes: list[int | None], expected: int) -> None:
    assert useful(9, sources(*sizes)) == expected


# --- the same from one process and from several -----------------------------------------------------------
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder in which something is wrong with every tenth file."""
    inside = tmp_path / "in"
    for number in range(150):
        path = inside / f"{number // 40}" / f"{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{number} {KAF if number % 3 else KEHEH}".encode() * (number % 7 + 1))
    (inside / "0" / "010.txt").write_bytes(b"\xff\n")
    (inside / "0" / "020.txt").write_bytes(b"")
    (inside / "1" / "050.txt").write_bytes(b"\x7fELF\0")
    (inside / "1" / "060.jsonl").write_bytes(('{"text": "ك"}\n' * 20 + "{bad\n" * 15).encode())
    (inside / "2" / "090.txt").write_bytes(KAF.encode() * (CHUNK_BYTES // 4))
    (inside / "2" / "100.txt.gz").write_bytes(b"no archive")
    with zipfile.ZipFile(inside / "3" / "130.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w:document><w:p><w:r><w:t>ك</w:t></w:r></w:p></w:document>")
    if os.name == "posix":
        os.mkfifo(inside / "3" / "pipe.txt")
    return inside


def both(command: Callable[..., Ran], *argv: object) -> tuple[Ran, Ran]:
    one, two = (command(*argv[:1], "--no-gitignore", "-j", jobs, *argv[1:]) for jobs in (1, 2))
    return one, two


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("command_name", ["normalise", "clean"])
@pytest.mark.parametrize("flags", [[], ["--check"], ["--check", "-q"], ["--fail-fast"], ["-o", os.devnull]])
def test_what_is_written_and_said_is_the_same(
    command: Callable[..., Ran], folder: Path, command_name: str, flags: list[str]
) -> None:
    one, two = both(command, command_name, *flags, *sorted(folder.iterdir()), folder / "missing")
    assert one == two
    assert one.code == 2
    assert one.err.count("\n") > 2 or "--fail-fast" in flags


@pytest.mark.parametrize("view", [["--diff"], ["--explain"], ["--statistics", "--json"]])
def test_what_is_explained_is_the_same(
    command_here: Callable[..., Ran], folder: Path, view: list[str]
) -> None:
    one, two = both(command_here, "normalise", *view, "--isolated", folder / "0", folder / "1")
    assert one == two
    assert "كتاب" in one.out.decode() or '"arabic-kaf"' in one.out.decode()


def test_files_and_rejects_are_the_same(command: Callable[..., Ran], tmp_path: Path, folder: Path) -> None:
    made = {}
    for jobs in ("1", "2"):
        out, rejects = tmp_path / f"out{jobs}", tmp_path / f"rejects{jobs}"
        ran = command("normalise", "--no-gitignore", "-j", jobs, "--rejects", rejects, "-o", out, folder)
        made[jobs] = (ran, tree(out), rejects.read_text(encoding="utf-8"))
    assert made["1"] == made["2"]
    ran, files, rejected = made["1"]
    assert (ran.code, len(files), rejected.count("\n")) == (2, 150, 17)
    assert ran.err.splitlines()[-1].startswith("textnorm: 154 files: ")


def test_in_place_is_the_same(command: Callable[..., Ran], tmp_path: Path, folder: Path) -> None:
    import shutil

    again = tmp_path / "again" / "in"
    shutil.copytree(folder, again, ignore=shutil.ignore_patterns("pipe.txt"))
    (folder / "3" / "pipe.txt").unlink()
    one = command("normalise", "--no-gitignore", "-i", folder)
    two = command("normalise", "--no-gitignore", "-i", "-j", "2", again)
    assert (one.code, one.err) == (two.code, two.err.replace(str(again), str(folder)))
    assert tree(folder) == tree(again)


def test_after_the_first_failure_nothing_more_is_written(
    command: Callable[..., Ran], tmp_path: Path, folder: Path
) -> None:
    for jobs in ("1", "2"):
        out = tmp_path / f"out{jobs}"
        ran = command("normalise", "--no-gitignore", "--fail-fast", "-j", jobs, "-o", out, folder)
        assert ran.code == 2
        assert sorted(tree(out)) == [f"0/{number:03}.txt" for number in range(10)]


def test_two_files_never_meet_in_one_output(command: Callable[..., Ran], tmp_path: Path) -> None:
    for side in "ab":
        for number in range(50):
            put(tmp_path / side / f"{number:02}.txt", side)
    ran = command(
        "normalise", "--no-gitignore", "-j", "2", "-o", tmp_path / "out", tmp_path / "a", tmp_path / "b"
    )
    assert (ran.code, ran.err.count("was already written to")) == (2, 50)
    assert set(tree(tmp_path / "out").values()) == {b"a"}


def test_rejects_that_are_read_are_refused(command: Callable[..., Ran], tmp_path: Path, folder: Path) -> None:
    rejects = folder / "0" / "005.txt"
    for jobs in ("1", "2"):
        ran = command(
            "normalise",
            "--no-gitignore",
            "-j",
            jobs,
            "--rejects",
            rejects,
            "-o",
            tmp_path / "out",
            rejects,
            folder,
        )
        assert ran.code == 2
        assert "is the file of --rejects too" in ran.err


def test_progress_counts_the_files_and_bytes_of_workers(command: Callable[..., Ran], tmp_path: Path) -> None:
    import json

    for number in range(100):
        put(tmp_path / "in" / f"{number}.txt", KAF)
    ran = command("normalise", "--progress", "json", "-j", "2", "-o", tmp_path / "out", tmp_path / "in")
    last = json.loads(ran.err.splitlines()[-2])
    assert (last["files"], last["of"], last["bytes"], last["of_bytes"]) == (
        100, 100, 100 * len(KAF.encode()), 100 * len(KAF.encode()),
    )  # fmt: skip


def test_a_failure_of_a_worker_ends_the_run_with_its_message(
    command: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textnorm.cli.io import separate

    def fail(self: object, opened: object) -> None:
        raise ValueError("as no one expects")

    monkeypatch.setattr(separate.OutputDirectory, "begin", fail)
    for number in range(100):
        put(tmp_path / "in" / f"{number}.txt", KAF)
    ran = command("normalise", "-j", "2", "-o", tmp_path / "out", tmp_path / "in")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "as no one expects" in ran.err
