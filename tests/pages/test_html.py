"""HTML pages as text: the article in them, and a clear word where the package that parses them is not installed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from textnorm import HtmlExtraMissing, html_to_text, tidy
from textnorm.cli import main

FOLDER = Path(__file__).parents[2] / "fixtures" / "pages" / "html"
needs_parser = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)

#: what must be in the tidied page, line for line, and words that must not be
PAGES = {
    "blogspot": (
        [
            "اولین برف در حیاط",
            "صبح که پرده را کنار زدم حیاط یک‌دست سفید بود و روی شاخه انار یک گنجشک نشسته بود.",
            "برف تا زانوی بچه‌ها می‌رسید و تا ظهر آدم‌برفی بزرگی کنار حوض ساختند.",
            "شب دوباره بارید و رد پاها را پوشاند، صبح همه جا یخ بسته بود.",
        ],
        ["بایگانی", "Blogger", "ناشناس"],
    ),
    "wordpress": (
        [
            "سوپ جو برای روزهای سرد",
            "جو پرک را بشویید و با آب مرغ روی شعله ملایم بگذارید تا آرام آرام لعاب بیندازد.",
            "هویج و کرفس را نگینی خرد کنید و وقتی جو نیم‌پز شد به آن بیفزایید.",
            "در پایان شیر را کم‌کم اضافه کنید، نمک و فلفل بزنید و با جعفری تازه سر سفره ببرید.",
        ],
        ["دسرها", "پریسا", "محفوظ"],
    ),
    "blogfa": (
        [
            "هرس کردن گل رز",
            "بهترین زمان هرس گل رز آخر زمستان است، پیش از آن که جوانه‌ها باز شوند و هوا گرم شود.",
        ],
        ["پیوندها", "نگاره"],
    ),
    "news": (
        [
            "Tram line nine opens a month early",
            "The first tram of line nine left the harbour at five past six on Monday with forty people on board.",
            "line 9:  harbour  ->  hill",
            "Read the timetable before you go, it changes in July.",
        ],
        ["Related news", "Home", "©"],
    ),
}


@needs_parser
@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_found_and_tidied(name: str) -> None:
    wanted, unwanted = PAGES[name]
    text = tidy(html=(FOLDER / f"{name}.html").read_text(encoding="utf-8"))
    assert [line for line in wanted if line not in text.split("\n")] == []
    assert [word for word in unwanted if word in text] == []
    assert tidy(text) == text


@needs_parser
def test_half_spaces_and_emoji_come_through() -> None:
    paragraph = (
        "برنامه‌ها را هر هفته می&zwnj;خوانیم و خانواده 👨‍👩‍👧 هم آن&#8204;ها را دوست دارد و نمی&#x200C;فروشد."
    )
    text = html_to_text(
        f"<html><body><article><p>{paragraph}</p><p>{paragraph} و باز</p></article></body></html>"
    )
    for word in ("برنامه‌ها", "می‌خوانیم", "آن‌ها", "نمی‌فروشد", "👨‍👩‍👧"):
        assert word in text


@needs_parser
def test_nothing_is_kept_between_calls() -> None:
    page = (FOLDER / "news.html").read_text(encoding="utf-8")
    assert len({tidy(html=page) for _ in range(6)}) == 1


@needs_parser
def test_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["tidy", str(FOLDER / "blogspot.html")]) == 0
    assert capfd.readouterr().out.split("\n")[0] == "اولین برف در حیاط"
    empty = tmp_path / "empty.html"
    empty.write_text("<html><body></body></html>", encoding="utf-8")
    assert main(["tidy", str(empty)]) == 2
    assert "no article was found" in capfd.readouterr().err


def test_a_page_is_not_written_back(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.htm"
    page.write_text("<html><body>علي</body></html>", encoding="utf-8")
    assert main(["tidy", "--in-place", str(page)]) == 2
    assert "not written back" in capfd.readouterr().err
    assert "علي" in page.read_text(encoding="utf-8")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(HtmlExtraMissing, match=r"pip install 'textnorm-fa\[html\]'"):
        tidy(html="<html><body><p>text</p></body></html>")
    assert main(["tidy", str(FOLDER / "news.html")]) == 2
    assert "needs the extra 'html'" in capfd.readouterr().err


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode"):
        tidy(html=b"<html></html>")  # type: ignore[arg-type]


def test_a_word_about_markup_stays_text(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "notes.txt"
    page.write_text("<p> is a tag, علي said.\n", encoding="utf-8")
    assert main(["tidy", str(page)]) == 0
    assert capfd.readouterr().out == "<p> is a tag, علی said.\n"
