"""Lucene itself reads the mapping file as we do, where Debian's package of it and Java are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from textnorm import normalise
from textnorm.chars import ZWNJ
from textnorm.exports import PROFILES, export
from textnorm.exports.table import character_level

JARS = sorted(Path("/usr/share/java").glob("lucene-core-8.*.jar")) + sorted(
    Path("/usr/share/java").glob("lucene-analyzers-common-8.*.jar")
)
LINES = [
    "كتاب هاي عليِ قديمي در ﻻلهزار",
    "«باد» ۵۰٪ و ٢٫٥ — مـــی\u200cرود",
    "Straße ＡＢＣ cafe\u0301 E\u0301 𝐀 ﬁ",
    "مؤسسهٔ رؤیا، مسئول آموزش",
]


@pytest.mark.skipif(len(JARS) < 2 or shutil.which("java") is None, reason="no Lucene 8 or no Java")
@pytest.mark.parametrize("profile", PROFILES)
def test_lucene_reads_the_mapping(profile: str, tmp_path: Path) -> None:
    (tmp_path / "mapping.txt").write_text(export("lucene", profile), encoding="utf-8")
    path = ":".join(map(str, JARS))
    command = ["java", "-cp", path, str(Path(__file__).with_name("Map.java")), str(tmp_path), "mapping.txt"]
    done = subprocess.run(
        command, input="\n".join(LINES), capture_output=True, encoding="utf-8", check=True, timeout=300
    )
    options, half_space = PROFILES[profile]
    ours = [normalise(line, character_level(options)) for line in LINES]
    if half_space == "nothing":
        ours = [line.replace(ZWNJ, "") for line in ours]
    assert done.stdout.split("\n")[:-1] == ours
