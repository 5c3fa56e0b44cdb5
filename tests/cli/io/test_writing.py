"""Files that are changed in place, written below a directory, compressed and encoded."""

from __future__ import annotations

import bz2
import codecs
import gzip
import lzma
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support.shell import with_source

KAF, KEHEH = "كتاب\n", "کتاب\n"


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def keep(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("data", ["ك\r\nك\rك\nك", "\ufeffك\n", "ك", "\r\nك\r\n\r\n"])
def test_in_place_keeps_newlines_and_the_byte_order_mark(
    command: Callable, tmp_path: Path, data: str
) -> None:
    path = keep(tmp_path / "a", data)
    assert command("normalise", "-i", path) == (0, b"", "")
    assert path.read_bytes().decode() == data.replace("ك", "ک")
    assert names(tmp_path) == ["a", "standard-input"]


def test_in_place_keeps_mode_and_leaves_unchanged_files_untouched(command: Callable, tmp_path: Path) -> None:
    changed, same = keep(tmp_path / "a", KAF), keep(tmp_path / "b", KEHEH)
    changed.chmod(0o640)
    os.utime(same, ns=(10**18, 10**18))
    before = same.stat()
    assert command("normalise", "-i", changed, same).code == 0
    assert stat.S_IMODE(changed.stat().st_mode) == 0o640
    assert (same.stat().st_mtime_ns, same.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_in_place_takes_a_file_once_however_often_it_is_named(command: Callable, tmp_path: Path) -> None:
    first, second = keep(tmp_path / "in" / "a", KAF), keep(tmp_path / "in" / "b", KAF)
    ran = command("normalise", "-i", "--no-gitignore", first, tmp_path / "in", second)
    assert (ran.code, ran.err) == (0, "textnorm: 2 files: 2 changed\n")
    assert first.read_text() == second.read_text() == KEHEH


def test_a_symbolic_link_stays_and_its_target_changes(command: Callable, tmp_path: Path) -> None:
    target = keep(tmp_path / "deep" / "target", KAF)
    link = tmp_path / "link"
    link.symlink_to(Path("deep", "target"))
    assert command("normalise", "-i", link).code == 0
    assert link.is_symlink()
    assert target.read_text() == KEHEH


def test_hard_links_are_not_parted(command: Callable, tmp_path: Path) -> None:
    path = keep(tmp_path / "a", KAF)
    os.link(path, tmp_path / "b")
    ran = command("normalise", "-i", path)
    assert ran.code == 2
    assert "2 hard links" in ran.err
    assert path.read_text() == (tmp_path / "b").read_text() == KAF


def test_a_file_that_breaks_in_the_middle_stays_whole(command: Callable, tmp_path: Path) -> None:
    data = KAF.encode() * 100_000 + b"\xff\n"
    path = keep(tmp_path / "a", data)
    ran = command("normalise", "-i", path)
    assert (ran.code, path.read_bytes()) == (2, data)
    assert f"byte {len(data) - 2} (0xff)" in ran.err
    assert names(tmp_path) == ["a", "standard-input"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_directory(command: Callable, tmp_path: Path) -> None:
    path = keep(tmp_path / "closed" / "a", KAF)
    path.parent.chmod(0o500)
    try:
        ran = command("normalise", "-i", path)
    finally:
        path.parent.chmod(0o700)
    assert ran.code == 2
    assert names(path.parent) == ["a"]


@pytest.mark.parametrize("step", ["fsync", "replace", "link", "fchmod"])
def test_whatever_step_fails_the_original_is_whole_and_nothing_is_left(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    first, second = keep(tmp_path / "a", KAF), keep(tmp_path / "b", KAF)
    monkeypatch.setattr(os, step, full)
    ran = command("normalise", "-i", first, second)
    assert ran.code == 2
    assert ran.err.count("no space left on device") == 2
    assert first.read_text() == second.read_text() == KAF
    assert names(tmp_path) == ["a", "b", "standard-input"]


PACKERS = {".gz": gzip, ".bz2": bz2, ".xz": lzma}


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_files_stay_compressed(command: Callable, tmp_path: Path, suffix: str) -> None:
    packer = PACKERS[suffix]
    path = keep(tmp_path / f"a.txt{suffix}", packer.compress(KAF.encode() * 3))
    assert command("normalise", path).out.decode() == KEHEH * 3
    assert command("normalise", "-i", path).code == 0
    assert packer.decompress(path.read_bytes()).decode() == KEHEH * 3


@pytest.mark.parametrize("suffix", [*PACKERS, ".zst"])
def test_a_cut_or_wrong_archive_is_said_and_stays(command: Callable, tmp_path: Path, suffix: str) -> None:
    if suffix == ".zst":
        packed = pytest.importorskip("zstandard").compress(random.Random(1).randbytes(50_000).hex().encode())
    else:
        packed = PACKERS[suffix].compress(random.Random(1).randbytes(50_000).hex().encode())
    cut = keep(tmp_path / f"cut.txt{suffix}", packed[:-40])
    wrong = keep(tmp_path / f"wrong.txt{suffix}", b"this is no archive at all, whatever its name says")
    ran = command("normalise", "-i", cut, wrong)
    assert ran.code == 2
    assert "internal error" not in ran.err
    assert cut.read_bytes() == packed[:-40]
    assert [str(cut) in ran.err, str(wrong) in ran.err] == [True, True]


def test_zst_of_several_frames(command: Callable, tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    path = keep(tmp_path / "a.txt.zst", zstandard.compress(KAF.encode()) * 3)
    assert command("normalise", path).out.decode() == KEHEH * 3
    assert command("normalise", "-i", path).code == 0
    assert zstandard.ZstdDecompressor().stream_reader(path.open("rb")).read().decode() == KEHEH * 3


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE])
def test_utf16_and_utf32_are_seen_by_their_mark_and_kept(
    command: Callable, tmp_path: Path, bom: bytes
) -> None:
    name = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(bom, "utf-32-le")
    path = keep(tmp_path / "a", bom + KAF.encode(name))
    assert command("normalise", path).out.decode() == KEHEH
    assert command("normalise", "-i", path).code == 0
    assert path.read_bytes() == bom + KEHEH.encode(name)


def test_windows_1256_by_name_and_by_guess(command: Callable, tmp_path: Path) -> None:
    text = "اين كتاب را در خانه خواندم و به دوستم دادم\n"
    path = keep(tmp_path / "a", text.encode("cp1256"))
    expected = text.replace("ي", "ی").replace("ك", "ک").encode()
    assert command("normalise", "--encoding", "windows-1256", path).out == expected
    ran = command("normalise", "--encoding", "auto", path)
    assert (ran.out, ran.err) == (expected, f"textnorm: {path}: read as cp1256\n")
    assert command("normalise", "--encoding", "nonsense", path).code == 2


def test_in_place_never_writes_what_the_encoding_lacks(command: Callable, tmp_path: Path) -> None:
    path = keep(tmp_path / "a", "علي".encode("cp1256"))
    ran = command("normalise", "-i", "--encoding", "cp1256", path)
    assert (ran.code, path.read_bytes()) == (2, "علي".encode("cp1256"))
    assert "U+06CC cannot be written in cp1256; use --output-encoding utf-8" in ran.err
    assert command("normalise", "-i", "--encoding", "cp1256", "--output-encoding", "utf-8", path).code == 0
    assert path.read_text(encoding="utf-8") == "علی"


def test_binary_files_are_skipped_with_a_word(command: Callable, tmp_path: Path) -> None:
    path = keep(tmp_path / "a", b"\x7fELF\0\0")
    ran = command("normalise", "-i", path)
    assert (ran.code, path.read_bytes()) == (0, b"\x7fELF\0\0")
    assert "skipped: a binary file" in ran.err


def test_a_directory_keeps_its_tree(command: Callable, tmp_path: Path) -> None:
    source = tmp_path / "in"
    for name in ("a.txt", "x/b.txt", "x/c.md", "x/skip/d.txt", ".hidden", "build/e.txt", "x/f.log"):
        keep(source / name, KAF)
    keep(source / ".gitignore", "build/\n*.log\n!keep.log\n")
    flags = ("--include", "*.txt", "--exclude", "skip")
    ran = command("normalise", "-o", tmp_path / "out", *flags, source)
    assert ran.code == 0
    assert names(tmp_path / "out") == ["a.txt", "x/b.txt"]
    assert (tmp_path / "out" / "x" / "b.txt").read_text() == KEHEH
    assert command("normalise", "--no-gitignore", "-o", tmp_path / "all", source).code == 0
    assert names(tmp_path / "all") == ["a.txt", "build/e.txt", "x/b.txt", "x/c.md", "x/f.log", "x/skip/d.txt"]


def test_gitignore_files_above_the_directory_count_too(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    keep(tmp_path / "repo" / ".gitignore", "*.log\n/a/b/no.txt\n")
    for name in ("a/b/no.txt", "a/b/yes.txt", "a/b/x.log", "a/b/c/no.txt"):
        keep(tmp_path / "repo" / name, KAF)
    keep(tmp_path / "repo" / "a" / ".gitignore", "!x.log\n")
    assert command("normalise", "-o", tmp_path / "out", tmp_path / "repo" / "a" / "b").code == 0
    assert names(tmp_path / "out") == ["c/no.txt", "x.log", "yes.txt"]


def test_two_files_never_meet_in_one_output(command: Callable, tmp_path: Path) -> None:
    first, second = keep(tmp_path / "1" / "a", "1"), keep(tmp_path / "2" / "a", "2")
    ran = command("normalise", "-o", f"{tmp_path}/out/", first, second)
    assert ran.code == 2
    assert "was already written to" in ran.err
    assert (tmp_path / "out" / "a").read_text() == "1"


def test_output_to_a_file_may_be_the_input(command: Callable, tmp_path: Path) -> None:
    path = keep(tmp_path / "a", KAF)
    assert command("normalise", "-o", path, path) == (0, b"", "")
    assert path.read_text() == KEHEH
    assert command("normalise", "-o", tmp_path / "no" / "such", path).code == 2


def test_resume_leaves_out_what_is_done(command: Callable, tmp_path: Path) -> None:
    for name in "abc":
        keep(tmp_path / "in" / name, KAF)
    out = tmp_path / "out"
    assert command("normalise", "--no-gitignore", "-o", out, tmp_path / "in").code == 0
    (out / "b").unlink()
    keep(out / "a", "mine")
    ran = command("normalise", "--no-gitignore", "--resume", "-o", out, tmp_path / "in")
    assert ran.code == 0
    assert [(out / name).read_text() for name in "abc"] == ["mine", KEHEH, KEHEH]


def test_resume_does_again_what_a_power_failure_may_have_emptied(command: Callable, tmp_path: Path) -> None:
    keep(tmp_path / "in" / "a", KAF)
    keep(tmp_path / "in" / "empty", "")
    out = tmp_path / "out"
    keep(out / "a", "")
    before = keep(out / "empty", "").stat().st_ino
    assert command("normalise", "--no-gitignore", "--resume", "-o", out, tmp_path / "in").code == 0
    assert ((out / "a").read_text(), (out / "empty").stat().st_ino) == (KEHEH, before)


def test_what_is_replaced_or_large_is_on_the_disk_before_it_is_there(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_size))
    small, large = keep(tmp_path / "in" / "a", KAF), KAF * 200_000
    keep(tmp_path / "in" / "b", large)
    for again in (False, True):
        synced.clear()
        assert command("normalise", "-o", tmp_path / "out", tmp_path / "in").code == 0
        assert synced == [len(KAF.encode())] * again + [len(large.encode())]
    synced.clear()
    assert command("normalise", "-i", small).code == 0
    assert synced == [len(KAF.encode())]


def test_a_file_that_appears_meanwhile_is_not_replaced(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import textnorm

    def late(text: str) -> str:
        keep(tmp_path / "out" / "a", "mine")
        return text

    monkeypatch.setattr(textnorm, "clean", late)
    ran = command("clean", "-o", f"{tmp_path}/out/", keep(tmp_path / "a", KAF))
    assert (ran.code, (tmp_path / "out" / "a").read_text()) == (2, "mine")
    assert "changed while it was being read" in ran.err
    assert names(tmp_path / "out") == ["a"]


def test_a_small_file_costs_few_questions_about_paths(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100):
        keep(tmp_path / "in" / "deep" / "deeper" / f"{number}.txt", KAF)
    asked: list[object] = []
    for name in ("stat", "lstat", "mkdir", "readlink"):
        one = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *a, one=one, **k: (asked.append(a), one(*a, **k))[1])
    assert command("normalise", "-o", tmp_path / "out", tmp_path / "in").code == 0
    assert len(names(tmp_path / "out")) == 100
    assert len(asked) < 600


def test_files0_from(command: Callable, tmp_path: Path) -> None:
    first, second = keep(tmp_path / "a b", "1"), keep(tmp_path / "c\nd", "2")
    listing = keep(tmp_path / "list", f"{first}\0{second}\0")
    assert command("normalise", "--files0-from", listing).out == b"12"


def test_progress_for_machines(command: Callable, tmp_path: Path) -> None:
    import json

    path = keep(tmp_path / "a", KAF * 10)
    last = json.loads(command("normalise", "--progress", "json", path).err.splitlines()[-1])
    assert (last["files"], last["of"], last["bytes"], last["of_bytes"]) == (
        1,
        1,
        path.stat().st_size,
        path.stat().st_size,
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of Unix")
@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM"])
def test_killed_at_random_moments_every_file_is_whole(tmp_path: Path, how: str) -> None:
    before = "".join(f"اين كتاب {number} است\n" for number in range(400))
    after = before.replace("اين كتاب", "این کتاب")
    paths = [tmp_path / f"{number:03}.txt" for number in range(200)]
    chance = random.Random(7)
    for _ in range(4):
        for path in paths:
            keep(path, before)
        first = paths[0].stat().st_ino
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "textnorm",
                "normalise",
                "-i",
                "--no-gitignore",
                "--isolated",
                str(tmp_path),
            ],
            stderr=subprocess.DEVNULL,
            env=with_source(),
        )
        while paths[0].stat().st_ino == first and process.poll() is None:
            time.sleep(0.002)  # until it is at work
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(getattr(signal, how))
        process.wait()
        texts = [path.read_text(encoding="utf-8") for path in paths]
        assert set(texts) <= {before, after}
        assert texts[0] == after
        hidden = [path for path in tmp_path.iterdir() if path.name.startswith(".")]
        assert len(hidden) <= (how == "SIGKILL")  # between naming and replacing lies one system call
        for path in hidden:
            assert path.read_text(encoding="utf-8") == after
            path.unlink()
