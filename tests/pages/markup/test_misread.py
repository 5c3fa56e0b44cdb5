"""Pages whose bytes were read in a wrong encoding come out as they were meant; sound pages stay as they are."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from textnorm import html_to_lines, html_to_text, read_html
from textnorm.pages.markup.misread import as_meant

pytest.importorskip("lxml")
#: with letters whose bytes windows-1252 does not show («ف», «پ»), a half-space, guillemets and Persian digits
PAGE = """<html lang="fa"><head><title>جشن انار در باغ | روزنامه باغ</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "جشن انار در باغ", "author": {"name": "پروانه فرخی"}}</script>
</head><body><ul class="menu"><li><a href="/">خانه</a></li></ul><article><h1>جشن انار در باغ</h1><p>۸ مهر ۱۳۹۷</p>
<p>دیروز فروشندگان در باغ شهر گرد آمدند و انار تازه را با «شیره» به مردم پیشکش کردند.</p>
<p>گفته می‌شود این جشن هر سال در همین روزها برپا می‌شود و تا پایان هفته به درازا می‌کشد.</p></article></body></html>"""
#: windows-1256 has no Persian digits and only the Arabic yeh
OLD = PAGE.translate({0x6CC: "ي"} | {0x6F0 + n: str(n) for n in range(10)})


def as_1252(data: bytes) -> str:
    """What a browser shows for bytes in windows-1252: those without a sign are the controls of latin-1."""
    shown = data.decode("cp1252", "replace")
    return "".join(chr(byte) if sign == "\ufffd" else sign for byte, sign in zip(data, shown, strict=True))


FAULTS: dict[str, tuple[str, Callable[[], str]]] = {
    "utf-8 as windows-1252": ("UTF-8 that was read as windows-1252", lambda: as_1252(PAGE.encode())),
    "utf-8 as latin-1": ("UTF-8 that was read as windows-1252", lambda: PAGE.encode().decode("latin-1")),
    "utf-8 three times": ("UTF-8 that was read as windows-1252", lambda: as_1252(as_1252(PAGE.encode()).encode())),
    "utf-8 as windows-1256": ("UTF-8 that was read as windows-1256", lambda: PAGE.encode().decode("cp1256")),
    "windows-1256 as windows-1252": (
        "windows-1256 that was read as windows-1252",
        lambda: as_1252(OLD.encode("cp1256")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_title_author_day_and_text_are_as_they_were_meant(fault: str) -> None:
    name, shown = FAULTS[fault]
    meant = OLD if "1256 as" in name or name.startswith("windows-1256") else PAGE
    assert shown() != meant
    assert as_meant(shown()) == (meant, name)
    (post,) = read_html(shown()).posts
    (right,) = read_html(meant).posts
    assert post.sources["encoding"] == name
    assert (post.title, post.author, post.body, post.start) == (right.title, right.author, right.body, right.start)  # fmt: skip
    assert post.date == datetime.date(2018, 9, 30)
    assert html_to_lines(shown()) == html_to_lines(meant)
    assert html_to_text(shown()) == html_to_text(meant)


def test_bytes_that_are_lost_stay_lost_and_nothing_else() -> None:
    """windows-1252 as Python has it shows nothing for one byte of «ف»: it is not guessed."""
    html, name = as_meant(PAGE.encode().decode("cp1252", "replace"))
    assert name == "UTF-8 that was read as windows-1252"
    assert "دیروز " in html
    assert "Ù\ufffdروشندگان" in html


@pytest.mark.parametrize(
    "html",
    [
        PAGE,
        OLD,
        "<p>Déjà vu à l’école « où ? », naïve, cœur, voilà» façade Ça</p>",
        "<p>Größe über Maß, süß, Öl, Äpfel, Übermaß</p>",
        "<p>Þetta er íslenskt með þæö, ðáé, á í ó</p>",
        "<p>Привет, мир: как дела?</p>",
        "<p>你好，世界。</p>",
        "<p>£3 · €5 © 2020 «x» 2×Škoda</p>",
        "<p>mojibake looks like «cafÃ©» for «café», and like «naÃ¯ve» where «naïve», «déjà», «garçon» are meant</p>",
        "<p>ط² + ع² = ۲۵؛ و ع° زاویه است</p>",
        "<p>plain</p>",
        "",
    ],
)
def test_sound_pages_stay(html: str) -> None:
    assert as_meant(html) == (html, "")


def test_a_page_of_the_west() -> None:
    html = "<h1>Le café à l’ouest</h1><p>Où sont les élèves ? Déjà à l’école.</p>"
    assert as_meant(html.encode().decode("cp1252", "replace"))[0] == html


def test_a_sound_page_says_nothing() -> None:
    assert "encoding" not in read_html(PAGE).posts[0].sources
