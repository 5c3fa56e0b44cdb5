"""Lucene itself reads the mapping file and the settings as we do, where Debian's package of it and Java are installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from support.scripts import load_script
from support.search_engines import corpus
from textnorm import normalise
from textnorm.chars import ZWNJ
from textnorm.exports import PROFILES, export
from textnorm.exports.character_rows import character_level

JARS = sorted(Path("/usr/share/java").glob("lucene-core-8.*.jar")) + sorted(
    Path("/usr/share/java").glob("lucene-analyzers-common-8.*.jar")
)
LINES = [
    "كتاب هاي عليِ قديمي در ﻻلهزار",
    "«باد» ۵۰٪ و ٢٫٥ — مـــی\u200cرود",
    "Straße ＡＢＣ cafe\u0301 E\u0301 𝐀 ﬁ",
    "مؤسسهٔ رؤیا، مسئول آموزش",
]


#: each of these starts Java
pytestmark = pytest.mark.slow
lucene = pytest.mark.skipif(len(JARS) < 2 or shutil.which("java") is None, reason="no Lucene 8 or no Java")


def by_java(source: str, lines: list[str], *arguments: str) -> list[str]:
    """What a program over Lucene writes for some lines."""
    path = ":".join(map(str, JARS))
    command = ["java", "-cp", path, str(Path(__file__).with_name(source)), *arguments]
    done = subprocess.run(
        command, input="\n".join(lines), capture_output=True, encoding="utf-8", check=True, timeout=300
    )
    return done.stdout.split("\n")[:-1]


@lucene
@pytest.mark.parametrize("profile", PROFILES)
def test_lucene_reads_the_mapping(profile: str, tmp_path: Path) -> None:
    (tmp_path / "mapping.txt").write_text(export("lucene", profile), encoding="utf-8")
    options, half_space = PROFILES[profile]
    ours = [normalise(line, character_level(options)) for line in LINES]
    if half_space == "nothing":
        ours = [line.replace(ZWNJ, "") for line in ours]
    assert by_java("Map.java", LINES, str(tmp_path), "mapping.txt") == ours


def analysed(analyser: str, lines: list[str], folder: Path) -> list[str]:
    """The tokens of lines by an analyser of the settings for Elasticsearch, each line as one string."""
    analysis = json.loads(export("elasticsearch"))["settings"]["analysis"]
    rows = []
    for name in analysis["analyzer"][analyser]["char_filter"]:
        found = analysis["char_filter"][name]
        if found["type"] == "mapping":
            rules = folder / "rules.txt"
            rules.write_text("\n".join(found["mappings"]), encoding="utf-8")
            rows.append(f"mapping\t{rules}")
        else:
            rows.append(f"{found['type']}\t{found['pattern']}\t{found['replacement']}")
    (folder / "filters.txt").write_text("\n".join(rows), encoding="utf-8")
    return by_java("Analyse.java", lines, str(folder / "filters.txt"))


@lucene
def test_lucene_reads_the_settings_of_elasticsearch(tmp_path: Path) -> None:
    typed = [
        "می روم",
        "می\u200cروم",
        "ميروم",
        "کتاب هاي ما",
        "کتاب\u200cهای ما",
        "کتابهای ما",
        "كلم ها را «ديد»",
    ]
    found = analysed("textnorm_glued", typed, tmp_path)
    assert found == ["میروم"] * 3 + ["کتابهای ما"] * 3 + ["کلمها را دید"]
    found = analysed("textnorm_spaced", typed, tmp_path)
    assert found[:2] == ["می روم"] * 2


@lucene
@pytest.mark.slow
def test_lucene_finds_by_the_settings_what_is_typed_with_half_spaces_or_spaces(tmp_path: Path) -> None:
    benchmark, lines = load_script("search", "benchmarks"), corpus()
    drawn = benchmark.windows(lines, 300)
    ways = ("half-space", "space", "glued")
    typed = [benchmark.typed(window, way) for way in ways for _, window in drawn]
    found = [False] * len(typed)
    for analyser in ("textnorm_glued", "textnorm_spaced"):
        tokens = analysed(analyser, lines + typed, tmp_path)
        for at, phrase in enumerate(tokens[len(lines) :]):
            line = tokens[drawn[at % len(drawn)][0]]
            found[at] = found[at] or f" {phrase} " in f" {line} "
    counts = {way: sum(found[at * 300 : at * 300 + 300]) for at, way in enumerate(ways)}
    print(counts)
    assert counts["half-space"] == counts["space"] == 300, counts
    assert counts["glued"] > 270, counts
