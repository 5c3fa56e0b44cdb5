"""Memory that does not grow with the file: long lines, long pages, JSON documents, archives that explode."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.shell import peak_megabytes
from textnorm.cli.formats import json_pieces
from textnorm.cli.formats.delimited import Table
from textnorm.cli.formats.feed import Feed
from textnorm.cli.formats.json import JsonDocument
from textnorm.cli.formats.plain import Plain
from textnorm.cli.io import line_chunks
from textnorm.cli.io.chunks import Chunk
from textnorm.cli.messages import Failure

linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the process table of Linux")


class Endless(io.RawIOBase):
    """A stream of so many bytes that counts what was read."""

    def __init__(self, start: bytes, unit: bytes, size: int) -> None:
        self.start, self.unit, self.left, self.given = start, unit, size, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        size = min(len(buffer), self.left)
        data = (self.start + self.unit * (size // len(self.unit) + 1))[:size]
        self.start = b""
        buffer[:size] = data
        self.left -= size
        self.given += size
        return size


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits of bytes instead of megabytes."""
    for module in (line_chunks, json_pieces):
        monkeypatch.setattr(module, "CHUNK_BYTES", 40)
        monkeypatch.setattr(module, "LONGEST_RECORD", 400)
    monkeypatch.setattr(line_chunks, "LONGEST_TEXT", 120)
    monkeypatch.setattr(line_chunks, "LONGEST_PAGE", 120)


def shout(chunks: Iterator[Chunk], format_: Plain) -> str:
    return b"".join(
        format_.edit(chunk, lambda text: f"<{text.strip().upper()}>").data for chunk in chunks
    ).decode()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("whole", [False, True])
def test_a_line_that_is_too_long_is_cut_after_a_sentence_and_no_blank_is_lost(whole: bool) -> None:
    text = "rain and wind. " * 40
    format_ = Plain(whole)
    chunks = list(format_.chunks(io.BytesIO(text.encode()), "-"))
    assert len(chunks) > 3
    assert all(chunk.part and chunk.data.endswith(b". ") for chunk in chunks)
    assert all(len(chunk.data) <= 160 for chunk in chunks)
    assert shout(iter(chunks), format_).replace("<", "").replace(">", "") == text.upper()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("text", ["x" * 1000, "باران" * 200, "a\nb" + "ک" * 500 + "\n" + "d\r\ne" * 100])
@pytest.mark.parametrize("whole", [False, True])
def test_no_character_is_cut_in_two(text: str, whole: bool) -> None:
    format_ = Plain(whole, places=True)
    chunks = list(format_.chunks(io.BytesIO(text.encode()), "-"))
    assert "".join(chunk.data.decode() for chunk in chunks) == text
    for chunk in chunks:
        before = text.encode()[: chunk.offset].decode()
        assert (chunk.character, chunk.line) == (len(before), before.count("\n") + 1)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_that_is_too_long_is_cut_between_paragraphs(end: str) -> None:
    paragraph = f"rain{end}and wind.{end}{end}"
    chunks = list(Plain(True).chunks(io.BytesIO((paragraph * 40).encode()), "-"))
    assert len(chunks) > 3
    assert all(chunk.data.decode().endswith(paragraph) for chunk in chunks)


def test_lines_of_dates_and_changes_say_where_in_the_file_they_stand(
    command: Callable, tmp_path: Path
) -> None:
    text = "باران و باد ۱۲\n" * 30_000 + "۸ مهر ۱۳۹۷\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    record = json.loads(command("dates", "--json", tmp_path / "a.txt").out.splitlines()[-1])
    assert (record["line"], text[record["start"] : record["end"]]) == (30_001, "۸ مهر ۱۳۹۷")


def test_changes_far_down_a_file_have_the_offsets_of_the_file(command: Callable, tmp_path: Path) -> None:
    text = "باران و باد\r\n" * 30_000 + "علي\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (record,) = [
        json.loads(line) for line in command("normalise", "--explain", tmp_path / "a.txt").out.splitlines()
    ]
    assert (record["line"], text[record["start"] : record["end"]]) == (30_001, "ي")


# --- JSON documents -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "format_",
    [JsonDocument(("t",)), Table(("1",), ",", header=False)],
)
def test_a_record_that_never_ends_is_refused(
    format_: JsonDocument | Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textnorm.cli.formats import delimited

    monkeypatch.setattr(delimited, "LONGEST_RECORD", 400)
    monkeypatch.setattr(delimited, "CHUNK_BYTES", 40)
    stream = Endless(b'["', b"x", 100_000)
    with pytest.raises(Failure, match="line 1: a record of more than"):
        list(format_.chunks(io.BufferedReader(stream, 64), "-"))
    assert stream.given < 2_000


def test_a_json_line_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_chunks, "LONGEST_RECORD", 1 << 20)
    stream = Endless(b'{}\n{"', b"x", 1 << 24)
    with pytest.raises(Failure, match="line 2: a record of more than"):
        list(line_chunks.record_chunks(io.BufferedReader(stream), "-"))
    assert stream.given < 2 << 20


def test_a_feed_whose_items_never_end_costs_linear_work() -> None:
    reads = {}
    for size in (1 << 22, 1 << 25):
        raw = Endless(b"<rss>", b"</b>", size)
        stream = Counting(raw)
        list(Feed().chunks(stream, "-"))  # type: ignore[arg-type]
        reads[size] = stream.reads
    assert reads[1 << 25] <= reads[1 << 22] + 5


class Counting:
    """Counts how often somebody reads."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self.raw, self.reads = io.BufferedReader(raw), 0

    def read(self, size: int) -> bytes:
        self.reads += 1
        return self.raw.read(size)


# --- memory ---------------------------------------------------------------------------------------------
@pytest.mark.slow
@linux
@pytest.mark.parametrize("command", ["normalise", "clean", "dates", "posts"])
def test_a_long_text_takes_bounded_memory(tmp_path: Path, command: str) -> None:
    paragraph = "هوا سرد است و باران مي بارد.\n\nWeather in the north\n"
    (tmp_path / "a.txt").write_text(paragraph * 90_000, encoding="utf-8")
    assert peak_megabytes(command, "--isolated", tmp_path / "a.txt")[0] < 150


@pytest.mark.slow
@linux
def test_a_long_line_takes_bounded_memory(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("هوا سرد است و باران مي بارد. " * 200_000, encoding="utf-8")
    assert peak_megabytes("normalise", "--isolated", tmp_path / "a.txt")[0] < 150


@pytest.mark.slow
@linux
def test_a_telegram_export_takes_bounded_memory(tmp_path: Path) -> None:
    message = {
        "id": 1,
        "type": "message",
        "text": ["باران ", {"type": "bold", "text": "و باد"}],
        "more": "x" * 300,
    }
    with (tmp_path / "result.json").open("w", encoding="utf-8") as stream:
        stream.write(
            '{"name": "x", "messages": [' + ",\n".join([json.dumps(message, indent=1)] * 30_000) + "]}"
        )
    assert peak_megabytes("normalise", "--isolated", tmp_path / "result.json")[0] < 60


def bomb(suffix: str, unit: bytes, times: int) -> bytes:
    """An archive that grows at least a hundred times."""
    if suffix == ".zst":
        return bytes(pytest.importorskip("zstandard").compress(unit * times))
    return {".gz": gzip, ".bz2": bz2, ".xz": lzma}[suffix].compress(unit * times)


@pytest.mark.slow
@linux
@pytest.mark.parametrize(
    ("suffix", "unit"), [(".gz", b" "), (".gz", b"\n"), (".bz2", b"x"), (".xz", b"ab "), (".zst", b" ")]
)
def test_an_archive_that_explodes_is_streamed(tmp_path: Path, suffix: str, unit: bytes) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(bomb(suffix, unit, 80_000_000 // len(unit)))
    assert path.stat().st_size < 100_000
    assert peak_megabytes("normalise", "--check", "--isolated", path)[0] < 150


@pytest.mark.slow
@linux
@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.zst", "a.json.xz", "a.rss.gz"])
def test_a_record_that_explodes_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    start = b'"' if "csv" in name else b'{"text": "'
    path.write_bytes(bomb(path.suffix, start + b" " * 99_999_999, 1))
    peak, said = peak_megabytes("normalise", "--check", "--isolated", "--column", "1", path, code=2)
    assert "a record of more than 64 MB" in said
    assert peak < 350  # the record up to its limit, and what is read beside it


@pytest.mark.slow
@linux
@pytest.mark.parametrize("suffix", [".xz", ".zst"])
def test_an_archive_that_wants_much_memory_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.txt{suffix}"
    if suffix == ".xz":
        filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]
        path.write_bytes(lzma.compress(b"text", filters=filters))
    else:  # a frame whose header asks for a window of 2 GB: no size of its content, then an empty last block
        path.write_bytes(bytes.fromhex("28b52ffd 00 a8 010000"))
        pytest.importorskip("zstandard")
    peak, said = peak_megabytes("normalise", "--isolated", path, code=2)
    assert "more than 128 MB of memory" in said
    assert "decompress it with" in said
    assert peak < 100


def test_xz_of_several_streams_with_padding(tmp_path: Path) -> None:
    from textnorm.cli.io import compression

    packed = lzma.compress(b"one ") + bytes(8) + lzma.compress(b"two") + bytes(4)
    assert compression.reader(io.BytesIO(packed), ".xz").read() == b"one two"
    with pytest.raises(EOFError):
        compression.reader(io.BytesIO(packed[:40]), ".xz").read()
    with pytest.raises(OSError, match="damaged"):
        compression.reader(io.BytesIO(b"no archive"), ".xz").read()


def test_random_bytes_of_an_archive_are_not_read_ahead(tmp_path: Path) -> None:
    """zstd hands out what a few bytes stand for, not what a file stands for."""
    zstandard = pytest.importorskip("zstandard")
    from textnorm.cli.io import compression

    data = random.Random(3).randbytes(100_000) + b" " * 100_000_000
    (tmp_path / "a.zst").write_bytes(zstandard.compress(data))
    with (tmp_path / "a.zst").open("rb") as raw:
        stream = compression.reader(raw, ".zst")
        assert stream.read(100_000) == data[:100_000]
        assert stream.read(10) == b" " * 10
        assert raw.tell() < 120_000
