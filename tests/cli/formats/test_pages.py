"""Pages of HTML as they lie on disks: in any encoding, saved as one file, saved with a folder beside them."""

from __future__ import annotations

import importlib.util
import json
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from support.html_pages import CASES, LEAD
from textnorm.cli import main

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
PAGE = CASES["news with a lead and tool rows"].html
ADDRESS = "https://news.example/1"


def posts(path: Path, capfd: pytest.CaptureFixture[str], *flags: str) -> list[dict[str, Any]]:
    assert main(["posts", "--json", *flags, str(path)]) == 0
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1256", "cp1256"),
        ("utf-8", "cp1256"),
        ("iso-8859-1", "cp1256"),
        ("", "cp1256"),
        ("windows-1256", "utf-8"),
        ("", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_encodings(declared: str, encoding: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What the bytes say is first; what is declared decides between encodings that fit."""
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    text = PAGE.replace("<meta charset='utf-8'>", meta).replace("<html lang='fa'>", "<html>")
    path = tmp_path / "page.html"
    path.write_bytes(text.encode(encoding, "xmlcharrefreplace"))
    (post,) = posts(path, capfd)
    assert post["body"].split("\n")[0] == LEAD


def test_long_ascii_before_the_text(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    style = f"<style>{'a{color:red} ' * 9000}</style>"
    text = PAGE.replace("<meta charset='utf-8'>", style)
    path.write_bytes(text.encode("cp1256", "xmlcharrefreplace"))
    assert posts(path, capfd)[0]["body"].split("\n")[0] == LEAD


def message(encoding: str = "utf-8") -> bytes:
    """The page as a browser saves it in one file, with a frame and a style."""
    whole = EmailMessage()
    whole["From"], whole["Snapshot-Content-Location"] = "<Saved by Blink>", ADDRESS
    whole.make_related()
    for content, kind, where in ((PAGE, "html", ADDRESS), ("<p>تبلیغ</p>", "html", "https://ads.example/"), ("p{}", "css", "cid:a")):  # fmt: skip
        part = EmailMessage()
        part.set_content(content, subtype=kind, charset=encoding, cte="quoted-printable")
        part["Content-Location"] = where
        whole.attach(part)
    return whole.as_bytes()


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page"])
def test_a_page_saved_as_one_file(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.write_bytes(message())
    (post,) = posts(path, capfd)
    assert post["body"].split("\n")[0] == LEAD
    assert (post["url"], post["sources"]["url"]) == (ADDRESS, "address of the page")
    assert main(["tidy", str(path)]) == 0
    assert "تبلیغ" not in capfd.readouterr().out
    assert main(["normalise", str(path)]) == 2
    assert "is read by posts, tidy and clean" in capfd.readouterr().err


def test_a_message_without_a_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mail.mhtml"
    path.write_text("From: a\nContent-Type: text/plain\n\nباران\n", encoding="utf-8")
    assert main(["posts", str(path)]) == 2
    assert "no page of HTML" in capfd.readouterr().err


def test_the_folder_beside_a_saved_page_is_left_out(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    saved = f"<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->\n{PAGE}"
    (tmp_path / "news.html").write_text(saved, encoding="utf-8")
    for folder in ("news_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "saved_resource.html").write_text(PAGE, encoding="utf-8")
    found = posts(tmp_path, capfd)
    assert [Path(post["file"]).parent.name for post in found] == [tmp_path.name, "other_files"]
    assert found[0]["url"] == ADDRESS


def test_url_makes_links_whole(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "front.html"
    path.write_text(CASES["a blog front page, rows below the titles"].html, encoding="utf-8")
    found = posts(path, capfd, "--url", "https://garden.example/blog/")
    assert [post["url"] for post in found] == [f"https://garden.example/post/{n}" for n in range(3)]
