"""What the command line costs over the library: JSON Lines through `textnorm normalise` and a plain loop.

    PYTHONPATH=src:tests python benchmarks/files.py --megabytes 100 --folder SCRATCH [--kind mixed|english]

The same file goes through a plain loop (json.loads, normalise, json.dumps), ``-j 1`` and ``-j 2``, in
processes of their own; CPU seconds of each with its children, and the most memory that one process held.
The outputs are compared by their hashes: those of ``-j 1`` and ``-j 2`` are equal, those of the loop say the
same. ``english`` is the hardest case for the command, since next to nothing is to be done to a text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

from support import mixed

LOOP = """
import json, sys
from textnorm import normalise
with open(sys.argv[1], "rb") as source, open(sys.argv[2], "wb") as target:
    for line in source:
        record = json.loads(line)
        record["text"] = normalise(record["text"])
        target.write(json.dumps(record, ensure_ascii=False).encode() + b"\\n")
"""


def make(path: Path, megabytes: int, kind: str) -> None:
    """Records of about 2.5 kB, the text in the middle; a few megabytes of them, again and again."""
    texts = [text for _, text in mixed.rows(4_000_000) if text]
    if kind == "english":
        texts = [" ".join(mixed.ENGLISH * 8)] * 100
    block = b"".join(
        json.dumps({"id": number, "text": text, "source": "x"}, ensure_ascii=False).encode() + b"\n"
        for number, text in enumerate(texts)
    )
    with path.open("wb") as stream:
        while stream.tell() < megabytes * 1_000_000:
            stream.write(block)


def spent(command: list[str]) -> tuple[float, int]:
    """CPU seconds of a command and its children, and the most memory of any process so far, in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss // 1024


def digest(path: Path, parsed: bool) -> str:
    """A hash of the bytes of a file, or of what its records say."""
    result = hashlib.sha256()
    with path.open("rb") as stream:
        for line in stream:
            result.update(repr(json.loads(line)).encode() if parsed else line)
    return result.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--kind", choices=("mixed", "english"), default="mixed")
    args = parser.parse_args()
    source, outputs = args.folder / "in.jsonl", {}
    make(source, args.megabytes, args.kind)
    size = source.stat().st_size / 1e6
    cli = [sys.executable, "-m", "textnorm", "normalise", "--isolated", str(source), "-o"]
    commands = {
        "-j 1": lambda out: [*cli, out, "-j", "1"],
        "-j 2": lambda out: [*cli, out, "-j", "2"],
        "loop": lambda out: [sys.executable, "-c", LOOP, str(source), out],
    }
    first = 0.0
    for name, command in commands.items():
        outputs[name] = args.folder / f"out{len(outputs)}.jsonl"
        seconds, memory = spent(command(str(outputs[name])))
        first = first or seconds
        print(
            f"{name}: {seconds:7.1f} s CPU, {size / seconds:6.2f} MB/s, {seconds / first:5.2f} of -j 1, {memory} MB"
        )
    assert digest(outputs["-j 1"], False) == digest(outputs["-j 2"], False)
    assert digest(outputs["-j 1"], True) == digest(outputs["loop"], True)
    for path in (source, *outputs.values()):
        os.unlink(path)


if __name__ == "__main__":
    main()
