"""Processes killed at random moments: a file is whole and old or whole and new, and nothing is left behind."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from common import COMMAND, Attack, environment

QUICK, FULL = 12, 150
BEFORE = "".join(f"اين كتاب {number} است\n" for number in range(3_000))
AFTER = BEFORE.replace("اين كتاب", "این کتاب")
_SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
#: how the command writes; IN and OUT are folders
_WAYS = (
    ["-i", "IN"], ["-i", "-j", "2", "IN"], ["-o", "OUT/", "IN"], ["-o", "OUT/", "-j", "2", "IN"],
    ["-o", "OUT/one.txt", "IN/000.txt"], ["--report", "OUT/one.html", "IN"],
)  # fmt: skip


def attack(quick: bool, seed: int) -> list[Attack]:
    """Kill so many processes."""
    chance = random.Random(seed)
    total = Attack("kills")
    for number in range(QUICK if quick else FULL):
        folder = Path(tempfile.mkdtemp(prefix="torture-"))
        try:
            _kill_one(total, folder, _WAYS[number % len(_WAYS)], chance)
        finally:
            shutil.rmtree(folder)
    return [total]


def _kill_one(total: Attack, folder: Path, way: list[str], chance: random.Random) -> None:
    inside, out = folder / "in", folder / "out"
    inside.mkdir(), out.mkdir()
    paths = [inside / f"{number:03}.txt" for number in range(30)]
    for path in paths:
        path.write_text(BEFORE, encoding="utf-8")
    (out / "one.txt").write_text("old", encoding="utf-8")
    words = [word.replace("IN", str(inside)).replace("OUT", str(out)) for word in way]
    process = subprocess.Popen(
        [*COMMAND, "normalise", "--isolated", "--no-gitignore", *words],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment(), start_new_session=True,
    )  # fmt: skip
    time.sleep(chance.uniform(0.05, 0.8))
    how = chance.choice(_SIGNALS)
    process.send_signal(how)
    _, said = process.communicate(timeout=300)
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    whole = all(text in (BEFORE, AFTER) for text in texts.values())
    if "-i" not in words:
        whole = whole and set(texts.values()) == {BEFORE}
    one = (out / "one.txt").read_text(encoding="utf-8")
    whole = whole and one in ("old", AFTER)
    made = [path for path in out.glob("*.txt") if path.name != "one.txt"]
    whole = whole and all(path.read_text(encoding="utf-8") == AFTER for path in made)
    hidden = [path for place in (inside, out) for path in place.iterdir() if path.name.startswith(".")]
    # between naming a file and putting it in its place lies one system call, which only SIGKILL and SIGHUP can hit
    few = len(hidden) <= (how in (signal.SIGKILL, signal.SIGHUP))
    total.check(whole and few and not _is_ours(said), f"{how.name} {way}", said, hidden)


def _is_ours(said: bytes) -> bool:
    """Say whether a traceback is the command's: before its first line runs, a signal is Python's own matter."""
    return b"Traceback" in said and b"textnorm/cli/" in said.replace(b"\\", b"/")
