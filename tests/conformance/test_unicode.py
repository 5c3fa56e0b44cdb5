"""Unicode's own test files: normalisation form C, emoji sequences and grapheme clusters survive.

Run where the files are at hand: TEXTNORM_UCD, or where Debian's package unicode-data puts them.
"""

from __future__ import annotations

import bz2
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from textnorm import EDITORIAL, ENCODING, STANDARD, normalise

UCD = Path(os.environ.get("TEXTNORM_UCD", "/usr/share/unicode"))
#: canonical forms that STANDARD and ENCODING go beyond on purpose: spaces that are no plain space
SPACES = {"\u2000", "\u2001", "\u2002", "\u2003", "\u00a0"}


def data_lines(name: str) -> Iterator[str]:
    """The lines of a file of Unicode's database, without comments; skips the test where there is none."""
    plain, packed = UCD / name, UCD / f"{name}.bz2"
    if not plain.exists() and not packed.exists():
        pytest.skip(f"{name} is not at hand; install unicode-data or set TEXTNORM_UCD")
    text = plain.read_text("utf-8") if plain.exists() else bz2.decompress(packed.read_bytes()).decode("utf-8")
    for line in text.splitlines():
        if data := line.split("#")[0].strip():
            yield data


def decoded(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


@pytest.mark.thorough
def test_normalisation_form_c() -> None:
    """Columns 1 to 3 of NormalizationTest.txt become column 2, outside Persian and spaces."""
    wrong = []
    count = 0
    for line in data_lines("NormalizationTest.txt"):
        if line.startswith("@"):
            continue
        source, nfc, nfd = map(decoded, line.split(";")[:3])
        if any("\u0600" <= c <= "\u08ff" or "\ufb50" <= c <= "\ufeff" or c in SPACES for c in source + nfd):
            continue  # the Arabic blocks have their own table; odd spaces become plain ones
        if any(unicodedata.category(c) == "Cn" for c in source):
            continue  # newer than this Python's Unicode
        count += 1
        wrong += [(line, s) for s in (source, nfc, nfd) if normalise(s, ENCODING) != nfc]
    assert count > 15_000
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "around", [("", ""), ("باران ", " آمد"), ("rain ", " came"), ("باران", "آمد")], ids=ascii
)
def test_emoji_sequences_survive(around: tuple[str, str]) -> None:
    before, after = around
    texts = [before + decoded(line.split(";")[0]) + after for line in data_lines("emoji/emoji-test.txt")]
    assert len(texts) > 3_000
    for profile in (STANDARD, EDITORIAL, ENCODING):
        assert [ascii(text) for text in texts if normalise(text, profile) != text] == []


def test_no_grapheme_cluster_is_torn() -> None:
    """Of the clusters of GraphemeBreakTest.txt, normalised text has no break where there was none."""
    regex = pytest.importorskip("regex")
    torn = []
    for line in data_lines("auxiliary/GraphemeBreakTest.txt"):
        text = decoded(line.replace("÷", " ").replace("×", " "))
        if any("\ud800" <= c <= "\udfff" for c in text):
            continue
        after = normalise(text, STANDARD)
        if len(regex.findall(r"\X", after)) > len(regex.findall(r"\X", text)):
            torn.append(line)
    assert torn == []
