"""Encodings: what a file says of itself, what it looks like, and one mark at the start of what is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

KAF, KEHEH = "كتاب", "کتاب"
TEXT = "سلام، اين كتاب در باره هواي بهار است و باران مي بارد.\n"
CLEAN = TEXT.replace("ي", "ی").replace("ك", "ک")


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["cp1256", "iso8859-6", "utf-16-le", "utf-16-be"])
def test_encodings_of_persian_are_guessed(command: Callable, tmp_path: Path, name: str) -> None:
    path = put(tmp_path / "a", TEXT.encode(name))
    ran = command("normalise", "--encoding", "auto", path)
    assert (ran.out.decode(), ran.err) == (CLEAN, f"textnorm: {path}: read as {name}\n")


def test_a_guess_looks_past_ascii(command: Callable, tmp_path: Path) -> None:
    path = put(tmp_path / "a", b"plain words\n" * 20_000 + TEXT.encode("cp1256"))
    ran = command("normalise", "--encoding", "auto", path)
    assert ran.err == f"textnorm: {path}: read as cp1256\n"
    assert ran.out.decode() == "plain words\n" * 20_000 + CLEAN


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (
            TEXT.encode("cp1256"),
            "not UTF-8 at byte 0 (0xd3); try --encoding windows-1256, as which it is Persian,",
        ),
        (TEXT.encode("iso8859-6"), "try --encoding iso-8859-6"),
        ("déjà".encode("cp1252"), "not UTF-8 at byte 1 (0xe9); try --encoding auto or --errors replace"),
    ],
)
def test_what_to_try_depends_on_the_bytes(command: Callable, data: bytes, advice: str) -> None:
    ran = command("normalise", stdin=data)
    assert ran.code == 2
    assert advice in ran.err


@pytest.mark.parametrize(("name", "known"), [("utf-16-le", True), ("utf-16-be", True), ("utf-8", False)])
def test_a_wide_text_without_a_mark_is_refused_with_advice(command: Callable, name: str, known: bool) -> None:
    ran = command("normalise", stdin=f"{TEXT}\0".encode(name))
    assert (ran.code, ran.out) == (2, b"")
    assert "-: a binary file" in ran.err
    assert (f"say --encoding {name}" in ran.err) is known


@pytest.mark.parametrize(
    ("begins", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
        (b"PK\3\4" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "save it as .docx"),
        (b"PK\3\4" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "unpack it"),
        (b"PK\3\4" + b"\0" * 26 + b"[Content_Types].xml", "call it .docx"),
    ],
)
def test_what_to_do_with_a_document_that_is_not_read(command: Callable, begins: bytes, advice: str) -> None:
    ran = command("normalise", stdin=begins + bytes(600))
    assert (ran.code, ran.out) == (2, b"")
    assert advice in ran.err


@pytest.mark.parametrize("name", ["utf-16", "utf-8-sig", "utf-32"])
def test_one_mark_at_the_start_of_the_output(command: Callable, tmp_path: Path, name: str) -> None:
    text = f"{KAF}\n" * 60_000
    path = put(tmp_path / "a", text.encode())
    expected = text.replace(KAF, KEHEH)
    assert command("normalise", "--output-encoding", name, path).out.decode(name) == expected
    assert command("normalise", "--output-encoding", name, "-o", tmp_path / "out", path).code == 0
    assert (tmp_path / "out").read_bytes().decode(name) == expected


@pytest.mark.parametrize("name", ["utf-16", "utf-16-be", "utf-8-sig"])
def test_no_mark_is_added_in_place(command: Callable, tmp_path: Path, name: str) -> None:
    real = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(name, name)
    path = put(tmp_path / "a", TEXT.encode(real))
    assert command("normalise", "-i", "--encoding", name, path).code == 0
    assert path.read_bytes() == CLEAN.encode(real)


def test_half_a_character_at_the_end_of_utf16_is_said(command: Callable) -> None:
    data = TEXT.encode("utf-16")
    ran = command("normalise", stdin=data[:-1])
    assert ran.code == 2
    assert f"not utf-16-le at byte {len(data) - 2}" in ran.err
    assert command("normalise", "--errors", "replace", stdin=data[:-1]).code == 0


XML = '<?xml version="1.0" encoding="{}"?>\n<rss><item><title>{}</title></item></rss>\n'


def test_a_feed_says_how_it_is_encoded_and_goes_on_saying_so(command: Callable, tmp_path: Path) -> None:
    path = put(tmp_path / "a.xml", XML.format("windows-1256", KAF).encode("cp1256"))
    assert command("normalise", path).out.decode() == XML.format("utf-8", KEHEH)
    assert command("normalise", "-i", "--output-encoding", "utf-8", path).code == 0
    assert path.read_text(encoding="utf-8") == XML.format("utf-8", KEHEH)


def test_in_place_a_feed_keeps_its_encoding(command: Callable, tmp_path: Path) -> None:
    path = put(tmp_path / "a.xml", XML.format("ISO-8859-1", "café &#x643;").encode("latin-1"))
    ran = command("normalise", "-i", path)
    assert (ran.code, "cannot be written in iso8859-1" in ran.err) == (2, True)
    assert path.read_bytes() == XML.format("ISO-8859-1", "café &#x643;").encode("latin-1")
    ran = command("normalise", "--encoding", "utf-8", path)
    assert "not UTF-8" in ran.err
