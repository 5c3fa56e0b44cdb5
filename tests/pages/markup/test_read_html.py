"""read_html: the text of a page by lines, and what the markup declares."""

from __future__ import annotations

import importlib.util
import json
import pickle
import random
import sys
from pathlib import Path

import pytest

from support.html_pages import CASES, FOOT, LEAD, article, paragraphs
from textnorm import HtmlExtraMissing, Post, html_to_lines, read_html, read_page
from textnorm.cli import main

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)


@pytest.mark.parametrize("name", CASES)
def test_pages(name: str) -> None:
    case = CASES[name]
    posts = read_html(case.html).posts
    assert len(posts) == len(case.posts)
    for post, (title, date, author, line) in zip(posts, case.posts, strict=True):
        assert (post.date and post.date.isoformat()) == date
        assert title is None or post.title == title
        assert author is None or post.author == author
        assert line in post.body.split("\n")
        assert "محفوظ" not in post.body
        assert "اندازه متن" not in post.body


def one(html: str, **kwargs: str) -> Post:
    (post,) = read_html(html, **kwargs).posts
    return post


def test_sources_are_said() -> None:
    post = one(CASES["news with JSON-LD in a graph"].html)
    assert post.sources["date"] == post.sources["author"] == "JSON-LD"
    assert post.sources["language"] == "html lang"
    assert post.language == "fa"
    assert pickle.loads(pickle.dumps(post)) == post
    assert hash(post)


def test_contradictions_are_said_and_the_text_is_first() -> None:
    post = one(CASES["the day of the text first"].html)
    assert post.conflicts == ("date: the text says 2020-02-18, meta article:published_time says 2020-03-01",)
    assert "date" not in post.sources
    two = one(CASES["two declarations that contradict one another"].html)
    assert two.date is None
    assert [c.partition(":")[0] for c in two.conflicts] == ["date"]
    surer = one(CASES["a surer declaration and a time of something else"].html)
    assert surer.conflicts == ("date: meta article:published_time says 2020-02-18, JSON-LD says 2020-02-16",)
    assert one(CASES["the day in a permanent link"].html).sources["date"] == "address"


def test_utc_may_be_a_day_behind() -> None:
    html = CASES["the day of the text first"].html.replace("2020-03-01", "2020-02-17T21:30:00Z")
    assert one(html).conflicts == ()


@pytest.mark.parametrize(
    "day", ["1970-01-01", "0000-00-00", "2020-13-45", "دیروز", "1398-13-01", "", "9" * 5000]
)
def test_no_day_is_guessed(day: str) -> None:
    html = CASES["news with a lead and tool rows"].html.replace("2020-02-18T22:00:00+03:30", day)
    assert one(html).date is None


def test_a_copyright_line_is_no_date() -> None:
    html = article(
        f"<article><h1>باران</h1>{paragraphs((LEAD,) * 1)}<p>{LEAD} و باز هم باران بارید.</p></article><p>© 2016</p>"
    )
    assert one(html).date is None


def test_addresses_are_whole() -> None:
    posts = read_html(
        CASES["a blog front page, rows below the titles"].html, url="https://garden.example/page/2"
    ).posts
    assert [post.url for post in posts] == [f"https://garden.example/post/{n}" for n in range(3)]
    html = CASES["the day of the text first"].html
    based = html.replace(
        "<head>", "<head><base href='https://lake.example/x/'><link rel='canonical' href='../news/1'>"
    )
    assert one(based).url == "https://lake.example/news/1"


def test_the_site_is_no_title_of_posts() -> None:
    posts = read_html(CASES["a blog front page, its own meta elements are the site's"].html).posts
    assert all(not post.conflicts and "title" not in post.sources for post in posts)


def test_the_title_is_found_where_the_text_has_none() -> None:
    post = one(CASES["news with a lead and tool rows"].html)
    assert post.title == "آب دریاچه بالا آمد"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>او <b>می</b>رود و می&zwnj;آید و می<wbr>&zwnj;خواند", ["او میرود و می‌آید و می‌خواند"]),
        ("<p>کتاب<span>&zwnj;ها</span><!-- x -->ی ما</p>", ["کتاب‌های ما"]),
        ("<div>یک<div>دو</div>سه</div>", ["یک", "دو", "سه"]),
        ("<p>یک<br>دو\n  سه</p>", ["یک", "دو سه"]),
        ("<style>p{}</style><p>متن<script>var a='<p>'</script> ماند</p><noscript>x</noscript>", ["متن ماند"]),
        ("<p>یک</p><p style='display: none'>دو</p>سه<p hidden>چهار</p>", ["یک", "سه"]),
        ("<ul><li>یک<li>دو<ul><li>سه</ul></ul>", ["یک", "دو", "سه"]),
        ("<table><tr><td>یک</td><td>دو</td></tr></table>", ["یک", "دو"]),
        ("<table><tr><th>شهر<th>دما</tr><tr><td><p>رشت</p><td>۱۲</tr></table>", ["شهر | دما", "رشت | ۱۲"]),
        ("<pre>a  b\n\n c</pre>", ["```", "a  b", "", " c", "```"]),
        ("<pre>شعر اول\nشعر دوم</pre>", ["شعر اول", "شعر دوم"]),
        ("<p>&zwnj", ["&zwnj".replace("&zwnj", "‌")]),
        ("<?xml version='1.0' encoding='windows-1256'?><html><meta charset=windows-1256><p>گاو", ["گاو"]),
        ("", []),
        ("\0<p>a\0b\ud800c", ["abc"]),
    ],
)  # fmt: skip
def test_lines(html: str, lines: list[str]) -> None:
    assert html_to_lines(html).split("\n") == (lines or [""])


def test_nothing_is_lost_in_unclosed_elements() -> None:
    html = "".join(f"<font><b><span>خط {n}<br>" for n in range(600))
    assert len(html_to_lines(html).split("\n")) == 600


@pytest.mark.thorough
def test_no_page_breaks_it() -> None:
    """300 mutated pages give posts, and the offsets of the posts stay inside the lines."""
    chance = random.Random(27)
    sources = [case.html for case in CASES.values()]
    scraps = ["<", ">", "</", "<table>", "</p>", '"', "&#0;", "&zwnj", "]]>", "<!--", "<script>", "{", "@type", "\ud800", "\0", "<time datetime='", "٣", FOOT]  # fmt: skip
    for _ in range(300):
        html = chance.choice(sources)
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(html))
            end = min(len(html), start + chance.choice((0, 1, 8, 200)))
            html = html[:start] + chance.choice(scraps) * chance.randint(0, 2) + html[end:]
        lines = html_to_lines(html)
        for post in read_html(html).posts:
            assert 0 <= post.start <= post.end <= max(len(lines), len(html))


def test_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(CASES["a blog front page, rows below the titles"].html, encoding="utf-8")
    assert main(["posts", "--json", str(page)]) == 0
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [record["date"] for record in records] == ["2018-09-20", "2018-09-21", "2018-09-22"]
    assert records[0]["sources"]["url"] == "link of the title"


def test_text_has_no_sources() -> None:
    post = read_page("باران در شمال\n\n۸ مهر ۱۳۹۷\n\nامروز در شمال باران بارید.").posts[0]
    assert (post.sources, post.conflicts, post.kind, post.url) == ({}, (), "post", None)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(HtmlExtraMissing, match="textnorm-fa"):
        read_html("<p>text</p>")
    with pytest.raises(TypeError, match="decode"):
        read_html(b"<p>")  # type: ignore[arg-type]


def test_a_page_that_shows_nothing_without_scripts_is_read_as_readers_without_them_see_it() -> None:
    html = (
        f"<body><div id='app'></div><noscript><article><h1>Rain</h1><p>{LEAD}</p></article></noscript></body>"
    )
    assert html_to_lines(html) == f"Rain\n{LEAD}"
    assert html_to_lines("<p>x</p><noscript>y</noscript>") == "x"


def test_fields_of_a_row_are_words_apart_and_pieces_of_a_word_are_not() -> None:
    row = "<div><span>نویسنده: سارا</span><span>نظرات</span></div>"
    assert html_to_lines(row) == "نویسنده: سارا نظرات"
    styled = "<div><span style='color:red'>کتاب</span><span style='color:red'>خانه</span></div>"
    assert html_to_lines(styled) == "کتابخانه"
    assert html_to_lines("<p><span>کتاب</span><span>خانه</span></p>") == "کتابخانه"


_BODY = "باران از نیمه‌شب آغاز شد. جاده‌های کوهستانی تا ظهر بسته ماند. راهداران از مردم خواستند سفر نکنند."


def _declaring(shown: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": "باران در شمال", "articleBody": _BODY})
    return f'<script type="application/ld+json">{data}</script><div id="app">{shown}</div>'


def test_a_page_that_waits_for_its_scripts_has_the_text_that_it_declares() -> None:
    assert one(_declaring("<p>چند لحظه صبر کنید")).body == _BODY


@pytest.mark.parametrize("shown", [f"<p>{_BODY}", f"<p>{LEAD} {LEAD}"])
def test_what_a_page_shows_is_not_replaced(shown: str) -> None:
    assert html_to_lines(_declaring(shown)) == html_to_lines(shown)


_EDITED = "<div class='modified'>آخرین ویرایش در شنبه, 21 بهمن 1396 ساعت 08:15</div>"
_TOOLS = "<p>چاپ</p><p>ایمیل</p><p>اندازه قلم</p><p>این مورد را ارزیابی کنید</p>"


def test_a_day_above_a_title_in_the_element_of_its_text() -> None:
    day = "<div class='created'>پنجشنبه, 19 بهمن 1396 ساعت 11:42</div>"
    text = f"{_TOOLS}<p>{LEAD}</p><p>{LEAD} باز هم باران بارید.</p>{_EDITED}"
    html = f"<div class='post'>{day}<h2>آب رودخانه بالا آمد</h2>{text}</div>"
    assert str(one(f"<p>صفحه اصلی</p><p>درباره ما</p>{html}<p>آمار بازدید</p>").date) == "2018-02-08"
