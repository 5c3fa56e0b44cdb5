"""What has no end: read no further than one page, document, record or export can be, and refused in one line."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.run.test_bounded import Endless
from textnorm.cli.formats.html import Html
from textnorm.cli.formats.pdf import Pdf
from textnorm.cli.formats.plain import Plain
from textnorm.cli.formats.records import Records
from textnorm.cli.io import line_chunks
from textnorm.cli.messages import Failure
from textnorm.pages.records import read_records as reading

_MOST, _BLOCK = 4_000_000, 1 << 20
MAIL = b"From a@b.example Tue Feb 18 08:30:00 2020\nFrom: a@b.example\nSubject: x\nDate: Tue, 18 Feb 2020 08:30:00 +0330\n\n"
RSS = b'<?xml version="1.0"?><rss version="2.0"><channel><title>a</title><item><title>'


@pytest.mark.parametrize(
    ("format_", "limit", "start"),
    [
        (Html(), "formats.html.LARGEST_PAGE", b"<p>"),
        (Pdf(), "formats.pdf.LARGEST_DOCUMENT", b"%PDF-1.4\n"),
        (Records(Plain()), "formats.records.LARGEST_DOCUMENT", b'{"messages": ['),
    ],
)
def test_what_is_read_at_once_has_a_longest(
    format_: Html, limit: str, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"textnorm.cli.{limit}", 1000)
    stream = Endless(start, b"a ", _MOST)
    with pytest.raises(Failure, match=r"more than 0 MB; is it one (page|document|export)\?"):
        list(format_.chunks(io.BufferedReader(stream), "-"))
    assert stream.given <= _BLOCK


@pytest.mark.parametrize(
    ("start", "unit"),
    [
        (MAIL, b"a line\n"),
        (MAIL, b"a line "),
        (RSS, b"a title "),
        (b"12/3/20, 10:11 - Sara: b\n12/3/20, 10:12 - Sara: b\n", b"a line\n"),
        (b"---\ntitle: x\ndate: 2020-01-01\n---\n", b"a line\n"),
    ],
)
def test_a_record_without_an_end_is_refused(
    start: bytes, unit: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_LONGEST", 200_000)
    stream = Endless(start, unit, _MOST)
    with pytest.raises(ValueError, match=r"a record that takes more than 0 MB; is it one\?"):
        list(reading.records_in(io.BufferedReader(stream)))
    assert stream.given <= _BLOCK


def test_lines_of_a_record_count_by_the_memory_that_they_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LONGEST", 600_000)
    note = b"---\ntitle: x\ndate: 2020-01-01\n---\n"
    assert len(list(reading.records_in(io.BytesIO(note + b"rain and wind " * 20_000)))) == 1
    with pytest.raises(ValueError, match="takes more than 0 MB"):
        list(reading.records_in(io.BytesIO(note + b"y\n" * 40_000)))


def test_records_that_each_have_an_end_are_all_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LONGEST", 600_000)
    message = MAIL + b"a line\n" * 9_000 + b"\n"
    assert len(list(reading.records_in(io.BytesIO(message * 5)))) == 5


def test_an_export_that_is_read_at_once_has_a_largest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LARGEST", 100_000)
    with pytest.raises(ValueError, match="more than 0 MB in one"):
        list(reading.records_in(io.BufferedReader(Endless(b'{"messages": ["', b"a ", _MOST))))


def test_a_page_has_no_more_lines_than_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_chunks, "_MOST_LINES", 100)
    text = b"rain\n" * 250 + b"\nwind\n" * 40
    chunks = list(Plain(True).chunks(io.BytesIO(text), "-"))
    assert b"".join(chunk.data for chunk in chunks) == text
    assert max(chunk.data.count(b"\n") for chunk in chunks) <= 100
    assert all(chunk.part for chunk in chunks)


def test_a_page_without_an_end_is_said_and_nothing_is_written(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textnorm.cli.formats.html.LARGEST_PAGE", 1000)
    page = tmp_path / "a.html"
    page.write_bytes(b"<html><p>" + b"a " * 2000)
    ran = command("tidy", "--isolated", page, "-o", tmp_path / "out.txt")
    assert ran.code == 2
    assert f"{page}: more than 0 MB; is it one page?\n" in ran.err
    assert not (tmp_path / "out.txt").exists()
