"""Odd files, full disks, devices and streams: each ends in one clear line or none, and nothing is lost or replaced.

As root on Linux the part runs itself again in a mount namespace of its own, where it makes devices and small disks.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from common import COMMAND, KAF, KEHEH, LINE, Attack, environment, is_clean, run
from odd import odd_files

_INSIDE = "TEXTNORM_TORTURE_NAMESPACE"


def attack(quick: bool, seed: int) -> list[Attack]:
    """Try all odd files in all ways; a quick run tries each in one way."""
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    try:
        done = [_odd_files(folder, quick), _outputs(folder), _streams(folder)]
        if os.name == "posix" and os.geteuid() == 0 and shutil.which("unshare"):
            done.append(_in_a_namespace(folder))
        else:
            print("devices and full disks: NOT TRIED, which needs root on Linux")
        return done
    finally:
        shutil.rmtree(folder, ignore_errors=True)


WAYS = (
    [],
    ["-i"],
    ["--check"],
    ["-o", "OUT"],
    ["-o", "OUTDIR/"],
    ["--json"],
    ["--explain"],
    ["--encoding", "auto"],
    ["--errors", "replace"],
)


def _odd_files(folder: Path, quick: bool) -> Attack:
    total = Attack("odd files, each in several ways")
    for number, (name, data) in enumerate(odd_files().items()):
        for way in [WAYS[number % len(WAYS)]] if quick else WAYS:
            place = folder / "odd"
            place.mkdir()
            path = place / name
            path.write_bytes(data)
            words = [
                word.replace("OUTDIR", str(place / "dir")).replace("OUT", str(place / "out")) for word in way
            ]
            (place / "out").write_bytes(b"old")
            done = run("normalise", "--isolated", "--column", "text", *words, "--", path)
            lines = done.stderr.decode("utf-8", "replace").count("\n")
            fine = is_clean(done) and lines <= 20 and b"\x1b" not in done.stderr
            if "-i" not in way or done.returncode == 2:
                fine = fine and (path.read_bytes() == data or name.endswith(".jsonl"))
            if done.returncode == 2 and "OUT" in way and not name.endswith((".jsonl", "ragged.csv")):
                fine = fine and (place / "out").read_bytes() == b"old"
            total.check(fine, f"{name} {way}", done.returncode, done.stderr)
            shutil.rmtree(place)
    return total


def _outputs(folder: Path) -> Attack:
    total = Attack("outputs: FIFOs, links, descriptors")
    source = folder / "in.txt"
    source.write_text(LINE, encoding="utf-8")
    for flag in ("-o", "--report", "--rejects"):
        for kind in ("fifo", "stdout", "hard link", "soft link", "folder", "missing folder"):
            out = folder / "out"
            if kind == "fifo":
                os.mkfifo(out)
                reader = subprocess.Popen(["cat", str(out)], stdout=subprocess.PIPE)
            elif kind in ("hard link", "soft link"):
                (folder / "other").write_bytes(b"old")
                (os.link if kind == "hard link" else os.symlink)(folder / "other", out)
            elif kind == "folder":
                out.mkdir()
            target = {"stdout": "/dev/stdout", "missing folder": str(folder / "no" / "out")}.get(
                kind, str(out)
            )
            data = b"bad\n" if flag == "--rejects" else b""
            words = ["--format", "jsonl", "-"] if data else [str(source)]
            done = run("normalise", "--isolated", flag, target, *words, data=data)
            fine = is_clean(done)
            if kind == "fifo":
                fine = fine and stat.S_ISFIFO(out.lstat().st_mode)
                if done.returncode == 2 and flag != "--rejects":
                    reader.kill()
                fine = fine and reader.communicate(timeout=300)[0] != b""
            if kind == "hard link" and flag != "--rejects":
                fine = fine and done.returncode == 2 and (folder / "other").read_bytes() == b"old"
            if kind == "soft link":
                fine = fine and out.is_symlink()
            total.check(fine, f"{flag} {kind}", done.returncode, done.stderr)
            if out.is_dir() and not out.is_symlink():
                shutil.rmtree(out)
            for path in (out, folder / "other"):
                path.unlink(missing_ok=True)
    return total


def _streams(folder: Path) -> Attack:
    total = Attack("standard streams closed or full")
    (folder / "s.txt").write_text(LINE, encoding="utf-8")
    commands = ("normalise --isolated s.txt", "normalise --isolated -i s.txt", "normalise --isolated", "normalise --isolated -j 2 s.txt",
                "dates --isolated s.txt", "rules", "--version", "--help", "posts --json s.txt", "normalise --diff s.txt")  # fmt: skip
    closings = (
        "<&-",
        ">&-",
        "2>&-",
        "<&- >&-",
        "<&- 2>&-",
        ">&- 2>&-",
        "<&- >&- 2>&-",
        ">/dev/full",
        "2>/dev/full",
        "</dev/null",
    )
    for command in commands:
        for closing in closings:
            line = f"{' '.join(COMMAND)} {command} {closing}"
            done = subprocess.run(
                ["sh", "-c", line],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                env=environment(),
                capture_output=True,
                timeout=300,
            )
            whole = (folder / "s.txt").read_text(encoding="utf-8") in (
                LINE,
                LINE.replace(KAF, KEHEH).replace("علي", "علی"),
            )
            total.check(is_clean(done) and whole, f"{command} {closing}", done.returncode, done.stderr)
    return total


# --- in a namespace of its own ----------------------------------------------------------------------------
def _in_a_namespace(folder: Path) -> Attack:
    total = Attack("devices and full disks, in a namespace")
    command = ["unshare", "-m", "--propagation", "private", sys.executable, __file__, str(folder)]
    done = subprocess.run(
        command, env={**environment(), _INSIDE: "1"}, capture_output=True, text=True, timeout=600
    )
    try:
        for holds, what in json.loads(done.stdout):
            total.check(holds, what)
    except ValueError:
        print(f"devices and full disks: NOT TRIED: {done.stderr.strip().splitlines()[-1:]}")
    return total


def _inside(folder: Path) -> list[tuple[bool, str]]:
    """Work on a private disk; nothing of it is seen outside, and it is gone when this process ends."""
    results: list[tuple[bool, str]] = []
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=True)
    source = disk / "in.txt"
    source.write_text(LINE, encoding="utf-8")
    for name, number in (("null", 3), ("full", 7), ("zero", 5)):
        device = disk / name
        os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, number))
        for flag in ("-o", "--report", "--rejects"):
            done = run("normalise", "--isolated", flag, device, source)
            same = stat.S_ISCHR(device.lstat().st_mode) and device.lstat().st_rdev == os.makedev(1, number)
            code = 2 if name == "full" and flag != "--rejects" else 0
            results.append(
                (
                    same and is_clean(done) and done.returncode == code,
                    f"{flag} /dev/{name} {done.returncode} {done.stderr!r}",
                )
            )
    for device in ("null", "full", "zero"):
        (disk / device).unlink()
    for kilobytes in range(16, 272, 16):
        results += _full_disk(folder, kilobytes)
    return results


def _full_disk(folder: Path, kilobytes: int) -> list[tuple[bool, str]]:
    """A disk with so much room: what does not fit is said, and the old text stays whole."""
    results = []
    small = folder / "small"
    small.mkdir(exist_ok=True)
    for way in (["-i"], ["-o", "OUT"], ["-i", "-j", "2"], ["--report", "OUT"]):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(small)], check=True)
        before = LINE * (100_000 // len(LINE.encode()))
        source, out = small / "in.txt", small / "out"
        source.write_text(before, encoding="utf-8")
        (small / "filler").write_bytes(b"x" * ((190 - min(kilobytes, 180)) << 10))
        out.write_bytes(b"old")
        done = run("normalise", "--isolated", *[word.replace("OUT", str(out)) for word in way], source)
        after = before.replace(KAF, KEHEH).replace("علي", "علی")
        text, other = source.read_text(encoding="utf-8"), out.read_bytes()
        whole = text in (before, after) and (done.returncode == 0 or (text == before and other == b"old"))
        left = sorted(path.name for path in small.iterdir() if path.name not in ("in.txt", "out", "filler"))
        results.append(
            (
                whole and not left and is_clean(done),
                f"full disk {kilobytes} {way} {done.returncode} {done.stderr!r} {left}",
            )
        )
        subprocess.run(["umount", str(small)], check=True)
    return results


if __name__ == "__main__":
    assert os.environ[_INSIDE] == "1"
    print(json.dumps(_inside(Path(sys.argv[1]))))
