"""Formats find their texts in one pass: markup that opens and never closes, or closes once for all, costs no more than other text."""

from __future__ import annotations

import contextlib
import io

import pytest

from support.growth import assert_linear
from textnorm.cli.formats.base import Asked
from textnorm.cli.formats.registry import Formats
from textnorm.cli.messages import Failure

#: what is repeated, and what stands behind it
UNITS = {
    "feed": [
        ("<title><![CDATA[x]", ""),
        ("<title><![CDATA[x", "]]></title>"),
        ("<wp:meta_key>rank_math_title</wp:meta_key><wp:meta_value><![CDATA[x", ""),
        ("<content type='xhtml'>x", "</content>"),
        ("<content type='xhtml'><![CDATA[", "</content>"),
        ("<content type='xhtml'><!-- x", "</content>"),
        ("<category nicename='a'>", "</category>"),
        ("<title>", "</title>"),
    ],
    "srt": [("-->\n<", ""), ("1\n00:00:01,000 --> 00:00:02,000\n{\\", "\n"), ("&", ";")],
    "ass": [("Dialogue: ,,,,,,,,,{", "}"), ("Format: a, Text\n", "Dialogue: 0,x")],
    "po": [('msgid "a"\nmsgstr "%(', ")"), ('msgstr "{', '}"'), ("\\", '"')],
    "json": [('"', "]"), ('{"text":"x"},', "]")],
    "jsonl": [('{"text":"', '"}'), ("\\", "\n")],
    "csv": [('"', "\n"), ('a,"\n', '"'), ('a"b,', "\n"), ("\r", "")],
    "text": [("```\n", ""), ("x ", "\n")],
}
_SIZE, _TIMES = 4_000, 8


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "unit", "tail"), [(name, *pair) for name, pairs in UNITS.items() for pair in pairs]
)
def test_texts_are_found_in_linear_time(name: str, unit: str, tail: str) -> None:
    table = name == "csv"
    asked = Asked(
        columns=("1",) if table else (), header=not table, fields=("text",) if name == "json" else ()
    )
    format_ = Formats(name, asked).make(Formats(name, asked).of("x", b""))

    def read(data: bytes) -> None:
        with contextlib.suppress(Failure):
            for chunk in format_.chunks(io.BytesIO(data), "x"):
                format_.edit(chunk, str)
                list(format_.texts(chunk))

    small, large = (f"{unit * (size // len(unit))}{tail}".encode() for size in (_SIZE, _SIZE * _TIMES))
    assert_linear(read, small, large, _TIMES)
