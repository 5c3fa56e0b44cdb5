"""The libraries that textnorm is measured against, and how each is called, in an environment of its own.

    python benchmarks/peers.py install DIR [NAME …]     make the environments below DIR
    python benchmarks/peers.py list

A peer is a pip requirement, a Python expression for its function from text to text, and the kinds of text
it is meant for. Environments of their own keep their dependencies apart; what cannot be installed is left
out of the table with a word on standard error.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple


class Peer(NamedTuple):
    """How a library is installed and called."""

    requirement: str
    setup: str
    call: str
    for_persian: bool = True


PEERS = {
    "hazm": Peer("hazm==0.12.1", "import hazm; n = hazm.Normalizer()", "n.normalize"),
    "ftfy": Peer("ftfy==6.3.1", "import ftfy", "ftfy.fix_text", False),
    "shekar": Peer("shekar", "from shekar import Normalizer; n = Normalizer()", "n.normalize"),
    "parsivar": Peer("parsivar", "from parsivar import Normalizer; n = Normalizer()", "n.normalize"),
    "piraye": Peer(
        "piraye",
        "from piraye import NormalizerBuilder; n = NormalizerBuilder().alphabet_fa().digit_fa().punctuation_fa().build()",
        "n.normalize",
    ),
    "parsikit": Peer(
        "parsikit",
        "from parsikit import beautify_persian_spacing as b, standardize_persian as s",
        "lambda t: b(s(t))",
    ),
    "rishe": Peer("rishe", "import rishe; n = rishe.Normalizer()", "n.normalize"),
    "unidecode": Peer("Unidecode", "from unidecode import unidecode", "unidecode", False),
    "anyascii": Peer("anyascii", "from anyascii import anyascii", "anyascii", False),
}


def python_of(folder: Path, name: str) -> Path:
    """The interpreter of a peer's environment below *folder*."""
    return folder / name / "bin" / "python"


def install(folder: Path, names: list[str]) -> None:
    """Make the environments that are not there yet."""
    for name in names or PEERS:
        if python_of(folder, name).exists():
            continue
        venv.create(folder / name, with_pip=True)
        command = [str(python_of(folder, name)), "-m", "pip", "install", "--quiet", PEERS[name].requirement]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        works = subprocess.run(
            [str(python_of(folder, name)), "-c", f"{PEERS[name].setup}; print(({PEERS[name].call})('سلام'))"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or works.returncode:
            last = ((done.stderr if done.returncode else works.stderr).strip().splitlines() or [""])[-1]
            print(f"{name}: left out: {last}", file=sys.stderr)
            python_of(folder, name).unlink(missing_ok=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["install"]:
        install(Path(sys.argv[2]), sys.argv[3:])
    else:
        print("\n".join(PEERS))
