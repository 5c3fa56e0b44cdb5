"""Web archives: each page of HTML in one, however it was sent, with its address."""

from __future__ import annotations

import builtins
import gzip
import importlib.util
import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from support.html_pages import CASES, LEAD
from textnorm.cli import main

pytestmark = pytest.mark.skipif(
    not (importlib.util.find_spec("lxml") and importlib.util.find_spec("warcio")),
    reason="lxml and warcio (the extra warc) are not installed",
)
PAGE = CASES["news with a lead and tool rows"].html


def record(kind: str, address: str, head: str, body: bytes) -> bytes:
    """A record as crawlers write it."""
    content = head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body if head else body
    lines = [
        "WARC/1.0", f"WARC-Type: {kind}", "WARC-Record-ID: <urn:uuid:1>", "WARC-Date: 2020-01-01T00:00:00Z",
        f"WARC-Target-URI: {address}", f"Content-Type: application/http; msgtype={kind}", f"Content-Length: {len(content)}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def response(number: int, body: bytes, *headers: str, media: str = "text/html; charset=utf-8") -> bytes:
    head = "\n".join(["HTTP/1.1 200 OK", f"Content-Type: {media}", *headers])
    return record("response", f"https://news.example/{number}", head, body)


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


def arabic(page: str) -> bytes:
    return page.replace("<meta charset='utf-8'>", "").encode("cp1256", "xmlcharrefreplace")


RECORDS = [
    record("warcinfo", "", "", b"software: a crawler"),
    record("request", "https://news.example/1", "GET / HTTP/1.1\nAccept: text/html", b""),
    response(1, PAGE.encode()),
    response(2, b"\x89PNG\r\n\x1a\n", media="image/png"),
    response(
        3, chunked(gzip.compress(PAGE.encode())), "Content-Encoding: gzip", "Transfer-Encoding: chunked"
    ),
    response(4, zlib.compress(PAGE.encode()), "Content-Encoding: deflate"),
    response(5, arabic(PAGE), media="text/html; charset=windows-1256"),
    response(6, arabic(PAGE), media="text/html"),
    response(7, arabic(PAGE), media="application/xhtml+xml; charset=no-such"),
    record("resource", "https://news.example/8", "", PAGE.encode()).replace(
        b"application/http; msgtype=resource", b"text/html"
    ),
]
PAGES = [1, 3, 4, 5, 6, 7, 8]


def posts(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["posts", "--json", *arguments]) == 0
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl"])
def test_each_page_of_an_archive(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    pack = gzip.compress if name.endswith(".gz") else bytes
    path.write_bytes(b"".join(map(pack, RECORDS)))
    found = posts(capfd, str(path))
    assert [post["url"] for post in found] == [f"https://news.example/{number}" for number in PAGES]
    assert {post["body"].split("\n")[0] for post in found} == {LEAD}
    assert {post["sources"]["url"] for post in found} == {"address of the page"}


def test_a_page_in_brotli(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    brotli = pytest.importorskip("brotli")
    path = tmp_path / "crawl.warc"
    path.write_bytes(response(1, brotli.compress(PAGE.encode()), "Content-Encoding: br"))
    assert posts(capfd, str(path))[0]["body"].split("\n")[0] == LEAD


@pytest.mark.parametrize("encoding", ["br", "zstd"])
def test_a_page_that_cannot_be_unpacked_is_said_and_the_others_are_read(
    encoding: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "crawl.warc"
    bad = response(1, b"\xff\xfe\xfd", f"Content-Encoding: {encoding}")
    path.write_bytes(bad + response(2, PAGE.encode()))
    assert main(["posts", "--json", str(path)]) == 2
    shown = capfd.readouterr()
    assert [json.loads(line)["url"] for line in shown.out.splitlines()] == ["https://news.example/2"]
    assert f"{path}:1: a page" in shown.err


def test_an_archive_that_was_cut(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "crawl.warc.gz"
    packed = b"".join(map(gzip.compress, RECORDS))
    path.write_bytes(packed[: len(packed) * 2 // 3])
    assert main(["posts", str(path)]) == 2
    assert "ended before" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (record("request", "a", "GET / HTTP/1.1", b""), "no page of HTML in this archive"),
        (b"WARC/1.0 and then prose\n", "no page of HTML"),
        (b"no archive at all\n", "damaged"),
    ],
)
def test_what_is_no_archive_of_pages(
    data: bytes, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(data)
    assert main(["posts", str(path)]) == 2
    assert said in capfd.readouterr().err


def test_only_posts_read_archives(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(RECORDS[2])
    assert main(["tidy", str(path)]) == 2
    assert "is read by textnorm posts" in capfd.readouterr().err


def test_without_warcio_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(RECORDS[2])
    real = builtins.__import__

    def without(name: str, *args: Any) -> Any:
        if name.startswith("warcio"):
            raise ImportError(name)
        return real(name, *args)

    monkeypatch.setattr(builtins, "__import__", without)
    assert main(["posts", str(path)]) == 2
    assert "textnorm-fa[warc]" in capfd.readouterr().err
