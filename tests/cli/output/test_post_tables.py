"""Posts as tables: --csv and --sqlite."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import pytest

from textnorm.cli import main

FEED = """<rss version="2.0"><channel><item><title>یک; "دو"</title><guid>1</guid><category>a</category><category>b</category>
<pubDate>Thu, 20 Sep 2018 10:00:00 +0430</pubDate><description>خط یک
خط دو</description></item><item><title>=2+3</title><guid>2</guid></item></channel></rss>"""
PAGE = """باران در شمال

۸ مهر ۱۳۹۷

امروز در شمال باران بارید و هوا خنک شد و همه خوشحال شدند.

ادامه مطلب
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "a.rss").write_text(FEED, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    return [str(tmp_path / "a.rss"), str(tmp_path / "b.txt")]


def test_csv_has_one_header(files: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["posts", "--csv", *files]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert [row["title"] for row in rows] == ['یک; "دو"', "=2+3", "باران در شمال"]
    assert rows[0]["tags"] == "a; b"
    assert rows[0]["body"] == "خط یک\nخط دو"
    assert [row["date"] for row in rows] == ["2018-09-20", "", "2018-09-30"]


def test_csv_to_a_file(files: list[str], tmp_path: Path) -> None:
    assert main(["posts", "--csv", "-o", str(tmp_path / "out.csv"), files[1]]) == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").count("file,line,id") == 1


def test_sqlite(files: list[str], tmp_path: Path) -> None:
    base = tmp_path / "posts.db"
    for _ in range(2):  # the second run replaces the first
        assert main(["posts", "--sqlite", str(base), *files]) == 0
        with sqlite3.connect(base) as opened:
            assert opened.execute("SELECT id, date FROM posts").fetchall() == [("1", "2018-09-20"), ("2", None), (None, "2018-09-30")]  # fmt: skip
            texts = [text for (text,) in opened.execute("SELECT text FROM dropped")]
        opened.close()
        assert "ادامه مطلب" in "".join(texts)
    assert not (tmp_path / "posts.db.partial").exists()


def test_a_broken_file_leaves_no_rows(files: list[str], tmp_path: Path) -> None:
    broken = tmp_path / "c.rss"
    broken.write_text("<rss><channel><item><title>x</title></item><item>", encoding="utf-8")
    base = tmp_path / "posts.db"
    assert main(["posts", "--sqlite", str(base), str(broken), files[1]]) == 2
    with sqlite3.connect(base) as opened:
        assert opened.execute("SELECT count(*) FROM posts").fetchone() == (1,)
    opened.close()


@pytest.mark.parametrize(
    "flags",
    [
        ["--csv", "--json"],
        ["--sqlite", "x.db", "--csv"],
        ["--sqlite", "x.db", "-o", "y"],
        ["--csv", "-o", "y/"],
    ],
)
def test_what_excludes_one_another(
    flags: list[str], files: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["posts", *flags, *files]) == 2
    assert capfd.readouterr().err
