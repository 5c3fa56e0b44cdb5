"""Files that end in the middle, as after a broken download: it is said, and all that is there comes out."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

RSS = (
    '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>كتاب</title>\n'
    "<item><title>كتاب</title><description><![CDATA[<p>كتاب</p>]]></description></item>\n"
    "<item><title>كتاب</title></item>\n</channel></rss >\n<!-- كتاب -->\n"
)
ATOM = (
    '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>كتاب</title>\n'
    '<entry><content type="xhtml"><div>كتاب <b>كتاب</b></div></content></entry></feed>'
)
PO = 'msgid ""\nmsgstr ""\n"Language: fa\\n"\n\n# كتاب\nmsgid "a"\nmsgstr "كتاب"\n\nmsgid "b"\nmsgid_plural "c"\nmsgstr[0] "كتاب"\n'
SRT = "1\n00:00:01,000 --> 00:00:02,000\n1404\n\n2\n00:00:03,000 --> 00:00:04,000\nكتاب\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000 line:0\nكتاب\n\n59:58.000 --> 1:00:01.000\nكتاب\n"
ASS = "[Events]\nFormat: Layer, Start, Text\nDialogue: 0,0:00:01.00,كتاب\nDialogue: 0,0:00:02.00,كتاب, كتاب\n"
FILES = {"a.rss": RSS, "a.atom": ATOM, "a.po": PO, "a.srt": SRT, "a.vtt": VTT, "a.ass": ASS}


def cut(name: str) -> Iterator[str]:
    """Beginnings of a file, each in another place; all hold its second line, with the root of a feed."""
    text = FILES[name]
    start = text.index("\n", text.index("\n") + 1)
    return (text[:end] for end in range(start, len(text), 5))


def folded(text: str) -> str:
    return text.replace("ك", "ک")


@pytest.mark.parametrize("name", FILES)
def test_whole_files_are_fine(command: Callable, tmp_path: Path, name: str) -> None:
    for text in (FILES[name], FILES[name].replace("\n", "\r\n")):
        (tmp_path / name).write_bytes(text.encode())
        ran = command("normalise", "--isolated", tmp_path / name)
        assert (ran.code, ran.err) == (0, "")
        assert folded(text) == folded(ran.out.decode()) != ran.out.decode().replace("ک", "ك")


@pytest.mark.parametrize("name", FILES)
def test_nothing_that_is_there_is_lost(command: Callable, tmp_path: Path, name: str) -> None:
    for text in cut(name):
        (tmp_path / name).write_bytes(text.encode())
        ran = command("normalise", "--isolated", tmp_path / name)
        assert folded(ran.out.decode()) == folded(text)
        assert (ran.code, ran.err.count("\n")) in ((0, 0), (2, 1)), text


@pytest.mark.parametrize("name", ["a.rss", "a.atom"])
def test_a_feed_that_ends_before_its_root_does_is_said(command: Callable, tmp_path: Path, name: str) -> None:
    for text in cut(name):
        (tmp_path / name).write_bytes(text.encode())
        ran = command("normalise", "--isolated", "-i", tmp_path / name)
        whole = ">" in text.rpartition("</rss")[2] if name == "a.rss" and "</rss" in text else False
        assert ("the file was cut" in ran.err, ran.code) == (not whole, 0 if whole else 2), text
        assert folded((tmp_path / name).read_bytes().decode()) == folded(text)


@pytest.mark.parametrize(
    ("name", "ends", "line"),
    [
        ("a.po", 'msgstr "كت', 7),
        ("a.po", 'msgid "b"\n', 9),
        ("a.po", "\nmsgstr[", 11),
        ("a.srt", "\n\n2", 5),
        ("a.srt", "\n\n2\n00:00:0", 5),
        ("a.srt", "00:00:03,000 --> 00:00", 6),
        ("a.vtt", "\n\n59:58.0", 6),
        ("a.vtt", "59:58.000 -->", 6),
        ("a.ass", "Dialogue: 0,0:00:02", 4),
    ],
)
def test_what_ends_in_its_markup_is_said(
    command: Callable, tmp_path: Path, name: str, ends: str, line: int
) -> None:
    text = FILES[name]
    (tmp_path / name).write_bytes(text[: text.index(ends) + len(ends)].encode())
    ran = command("normalise", "--isolated", tmp_path / name)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert f"{name}: line {line}: " in ran.err


@pytest.mark.parametrize("name", FILES)
def test_the_output_of_an_earlier_run_stays_whole(command: Callable, tmp_path: Path, name: str) -> None:
    text = FILES[name][: {"a.rss": -30, "a.atom": -5, "a.po": -3}.get(name)]
    if name in ("a.srt", "a.vtt", "a.ass"):
        text += {"a.srt": "\n3\n00:0", "a.vtt": "\n59:59", "a.ass": "Dialogue: 0,"}[name]
    (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "out").write_bytes(b"old")
    ran = command("normalise", "--isolated", "-o", tmp_path / "out", tmp_path / name)
    assert (ran.code, (tmp_path / "out").read_bytes()) == (2, b"old")
    assert folded((tmp_path / "out.partial").read_text(encoding="utf-8")) == folded(text)
    assert command("normalise", "--isolated", "-i", tmp_path / name).code == 2
    assert (tmp_path / name).read_bytes() == text.encode()


def test_posts_before_the_cut_are_printed(command_here: Callable, tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(RSS[: RSS.rindex("<item>") + 12].encode())
    ran = command_here("posts", "--isolated", tmp_path / "a.rss")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.out.decode() == "title: كتاب\n\nكتاب\n\n----\n"


TELEGRAM = json.dumps(
    {
        "name": "باد", "type": "public_channel", "id": 1,
        "messages": [
            {"id": n, "type": "message", "date": f"2024-01-0{n}T10:00:00", "from": "باد", "text": f"باران {n} [ {{ آمد."}
            for n in range(1, 6)
        ],
    },
    ensure_ascii=False, indent=1,
)  # fmt: skip


@pytest.mark.parametrize("place", ['"id": 4', "04T10", "باران 4", '"باران 4 [ { آمد."\n', '"id": 5'])
def test_messages_before_the_cut_are_printed(command_here: Callable, tmp_path: Path, place: str) -> None:
    """As where Telegram was stopped in the middle of an export."""
    (tmp_path / "result.json").write_text(
        TELEGRAM[: TELEGRAM.index(place) + len(place)], encoding="utf-8", newline=""
    )
    ran = command_here("posts", "--isolated", "--json", tmp_path / "result.json")
    bodies = [json.loads(line)["body"] for line in ran.out.splitlines()]
    assert bodies[:3] == [f"باران {n} [ {{ آمد." for n in (1, 2, 3)]
    assert len(bodies) in (3, 4)
    assert (ran.code, ran.err.count("\n"), "not JSON" in ran.err) == (2, 1, True)


def test_a_list_of_no_records_is_no_fault(command: Callable) -> None:
    for text in (b"[]", b"{}\n", b"[\n]\n"):
        ran = command("normalise", "--isolated", "--format", "json", stdin=text)
        assert (ran.code, ran.out, ran.err) == (0, text, "")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("3", "1 field where"),
        ("3\tكتاب\tكتاب", "3 fields where"),
        ("3\tكتاب\t", ""),
        ("", ""),
    ],
)
def test_a_row_of_other_columns_stays_and_is_said(command: Callable, row: str, said: str) -> None:
    data = f"id\ttext\n1\tكتاب\n{row}\n4\tكتاب\n"
    ran = command("normalise", "--isolated", "--format", "tsv", "--column", "text", stdin=data.encode())
    expected = folded(data).replace(folded(row), row) if said else folded(data)
    assert ran.out.decode() == expected
    assert (ran.code, ran.err.count("\n")) == ((2, 1) if said else (0, 0))
    assert f"-:3: {said}" in ran.err if said else not ran.err


def test_a_table_with_one_short_row_on_standard_input_is_still_one(command: Callable) -> None:
    ran = command("normalise", "--isolated", stdin="id\ttext\n1\tكتاب\n2\n4\tكتاب\n".encode())
    assert (ran.code, ran.out) == (2, b"")
    assert "name its columns with --column NAME" in ran.err


LINES = "كتاب علي\n" * 3_000


def _packed(suffix: str) -> bytes:
    if suffix == ".zst":
        return bytes(pytest.importorskip("zstandard").compress(LINES.encode()))
    return {".gz": gzip, ".xz": lzma, ".bz2": bz2}[suffix].compress(LINES.encode())


def _unpacked(suffix: str, data: bytes) -> str:
    """All whole characters that a cut archive holds."""
    if suffix == ".zst":
        frame = pytest.importorskip("zstandard").ZstdDecompressor().decompressobj()
    else:
        frames = {
            ".gz": lambda: zlib.decompressobj(31),
            ".xz": lzma.LZMADecompressor,
            ".bz2": bz2.BZ2Decompressor,
        }
        frame = frames[suffix]()
    return str(frame.decompress(data).decode("utf-8", "ignore"))


@pytest.mark.parametrize("suffix", [".gz", ".bz2", ".xz", ".zst"])
@pytest.mark.parametrize("lines", [1, 3_000])
def test_what_follows_compressed_data_is_said_and_all_before_it_comes_out(
    command: Callable, tmp_path: Path, suffix: str, lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "LINES", "كتاب علي\n" * lines)
    file = tmp_path / f"a.txt{suffix}"
    file.write_bytes(_packed(suffix) + b"trailing bytes")
    done = command("normalise", file)
    assert done.code == 2
    assert done.out.decode() == folded(LINES).replace("علي", "علی")
    assert done.err.count("\n") == 1
    assert "what follows the compressed data is not compressed, and was left out" in done.err
    assert command("normalise", "-i", file).code == 2
    assert file.read_bytes().endswith(b"trailing bytes")


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".bz2", ".zst"])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_all_that_a_cut_archive_holds_comes_out(
    command: Callable, tmp_path: Path, suffix: str, share: float
) -> None:
    packed = _packed(suffix)
    file = tmp_path / f"a.txt{suffix}"
    file.write_bytes(packed[: int(len(packed) * share)])
    done = command("normalise", file, "-o", tmp_path / "out.txt")
    assert done.code == 2
    assert "ended before the end-of-stream marker" in done.err
    assert not (tmp_path / "out.txt").exists()
    partial = tmp_path / "out.txt.partial"
    came = partial.read_text(encoding="utf-8") if partial.exists() else ""
    assert came == folded(_unpacked(suffix, file.read_bytes())).replace("علي", "علی")


@pytest.mark.parametrize(("suffix", "packer", "name"), [(".gz", gzip, "gzip"), (".bz2", bz2, "bz2")])
def test_several_streams_and_zeros_behind_them_are_one_text(
    command: Callable, tmp_path: Path, suffix: str, packer: ModuleType, name: str
) -> None:
    file = tmp_path / f"a.txt{suffix}"
    file.write_bytes(packer.compress("كتاب\n".encode()) + packer.compress("علي\n".encode()) + bytes(512))
    done = command("normalise", file)
    assert (done.code, done.out.decode(), done.err) == (0, "کتاب\nعلی\n", "")
    file.write_bytes("كتاب".encode())
    assert f"not a {name} file" in command("normalise", file).err


def test_rejects_into_a_directory_are_refused_before_anything_is_read(
    command: Callable, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("كتاب\n", encoding="utf-8")
    for target in (f"{tmp_path}/", f"{tmp_path}/none/"):
        done = command("normalise", tmp_path / "a.txt", "--rejects", target)
        assert (done.code, done.out) == (2, b"")
        assert "--rejects takes a file, not a directory" in done.err
