"""Pages with broken bytes are read as browsers show them, and that is said; --errors strict refuses them."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from support.html_pages import CASES, LEAD
from textnorm.cli import main

pytest.importorskip("lxml")
PAGE = CASES["news with a lead and tool rows"].html
#: how the lead ends, which stands in it with references that are no letters
END = LEAD[-9:].encode()


def with_bytes(inside_lead: bytes) -> bytes:
    assert PAGE.encode().count(END) == 1
    return PAGE.encode().replace(END, inside_lead + END)


CUT = with_bytes(b"\xff")
SHOWN = f"{LEAD[:-9]}\ufffd{LEAD[-9:]}"


def bodies(data: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str], *flags: str) -> tuple[str, str]:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert main(["posts", "--json", *flags, str(path)]) == 0
    out, err = capfd.readouterr()
    (post,) = map(json.loads, out.splitlines())
    return post["body"].split("\n")[0], err


@pytest.mark.parametrize("declared", [True, False])
def test_a_broken_byte_is_shown(declared: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = CUT if declared else CUT.replace(b"<meta charset='utf-8'>", b"")
    lead, err = bodies(data, tmp_path, capfd)
    assert lead == SHOWN
    at = data.index(b"\xff")
    assert (
        f"page.html: not utf-8 from byte {at} on in places, which is shown as U+FFFD; --errors strict" in err
    )


def test_other_commands_read_it_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(CUT)
    assert main(["tidy", str(path)]) == 0
    out, err = capfd.readouterr()
    assert LEAD[:30] in out
    assert "U+FFFD" in err


def test_strict_refuses_and_replace_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(CUT)
    assert main(["posts", "--errors", "strict", str(path)]) == 2
    assert "not UTF-8 at byte" in capfd.readouterr().err
    assert bodies(CUT, tmp_path, capfd, "--errors", "replace") == (SHOWN, "")


def test_persian_of_windows_1256_in_a_page_of_utf_8(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    extra = "باران در شمال تا فردا ادامه دارد"
    extra = extra.replace("ی", "ي")
    old = extra.encode("cp1256")
    lead, err = bodies(with_bytes(old + b" "), tmp_path, capfd)
    assert lead == f"{LEAD[:-9]}{extra} {LEAD[-9:]}"
    assert "where it is Persian as windows-1256" in err


def test_nul_bytes_go(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = with_bytes(b"\0")
    lead, err = bodies(data, tmp_path, capfd)
    assert lead == LEAD
    assert "page.html: 1 NUL byte left out, as browsers do" in err
    path = tmp_path / "page.html"
    assert main(["posts", "--errors", "strict", str(path)]) == 0
    assert "skipped: a binary file (it holds NUL bytes)" in capfd.readouterr().err


def test_a_picture_called_a_page_is_skipped(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8)
    assert main(["posts", str(path)]) == 0
    assert "skipped: a binary file" in capfd.readouterr().err


def test_a_saved_page_with_a_broken_byte(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = EmailMessage()
    whole["From"] = "<Saved by Blink>"
    whole.make_related()
    part = EmailMessage()
    part.set_content(CUT, maintype="text", subtype="html", params={"charset": "utf-8"})
    whole.attach(part)
    path = tmp_path / "page.mhtml"
    path.write_bytes(whole.as_bytes())
    assert main(["posts", "--json", str(path)]) == 0
    out, err = capfd.readouterr()
    assert json.loads(out)["body"].startswith(SHOWN)
    assert err.count("U+FFFD") == 1


def test_a_page_that_was_misread_is_read_as_it_was_meant(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lead, err = bodies(PAGE.encode().decode("latin-1").encode(), tmp_path, capfd)
    assert lead == LEAD
    assert "UTF-8 that was read as windows-1252; it is read as it was meant" in err
