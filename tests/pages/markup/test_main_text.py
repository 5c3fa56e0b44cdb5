"""Which lines of a page of HTML are text: by what the elements round them are and hold, not by one page's names."""

from __future__ import annotations

import importlib.util
from importlib.resources import files

import pytest

from textnorm import PageOptions, html_to_lines, html_to_text, read_html
from textnorm.pages.content.columns import Column
from textnorm.pages.markup.main_text import without_weak_runs

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)

TEXT = (
    "شهرداری از فردا خط تازه اتوبوس میان میدان بزرگ و دانشگاه را راه می‌اندازد و بلیت آن در هفته نخست رایگان است.",
    "مدیر این خط گفت که دوازده اتوبوس نو خریده شده است و هر پانزده دقیقه یکی از آن‌ها از میدان راه می‌افتد.",
    "مسافران می‌توانند برنامه حرکت را در ایستگاه‌ها ببینند یا از راننده بپرسند که کی به دانشگاه می‌رسند.",
)
REMARK = "به نظر من این خط باید تا بیمارستان هم برود چون آن جا هیچ اتوبوسی ندارد و مردم پیاده می‌روند."
TEASER = "بازار میوه از هفته آینده در جای تازه‌ای باز می‌شود و فروشندگان از آن راضی نیستند، چون دور است."


def page(box: str, comments: str, side: str, *, tag: str = "div") -> str:
    """A page whose parts are called as templates call them."""
    menu = "".join(f"<li><a href='/{n}'>بخش {n}</a></li>" for n in range(14))
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    thread = "".join(f"<div class='item'><b>نام {n}</b><p>{REMARK} {n}</p></div>" for n in range(4))
    more = "".join(f"<li><a href='/t{n}'>{TEASER} {n}</a></li>" for n in range(5))
    return (
        f"<html><body><ul class='menu'>{menu}</ul><h1>خط تازه اتوبوس</h1><{tag} class='{box}'>{text}</{tag}>"
        f"<div class='{comments}'>{thread}</div><div class='{side}'><ul>{more}</ul></div>"
        "<div id='footer'><p>همه حقوق نزد روزنامه است.</p></div></body></html>"
    )


@pytest.mark.parametrize("box", ["entry-content", "post-body", "matn", "story", ""])
@pytest.mark.parametrize(("comments", "side"), [("comments", "related-posts"), ("commentlist", "sidebar")])
def test_the_text_stays_and_what_stands_round_it_goes(box: str, comments: str, side: str) -> None:
    (post,) = read_html(page(box, comments, side)).posts
    assert (post.title, post.body) == ("خط تازه اتوبوس", "\n".join(TEXT))


def test_elements_that_say_what_they_are() -> None:
    html = page("x", "comments", "z", tag="article").replace("<ul class='menu'>", "<ul>")
    text = html_to_text(html)
    assert text == "خط تازه اتوبوس\n\n" + "\n".join(TEXT)


_PARAGRAPHS = (
    "<h1>کاشت زعفران</h1><p>زعفران گیاهی پرحوصله است و اگر پیازش را در زمان درست بکارید، سال‌ها گل می‌دهد.</p>"
    "<p>پس از کاشت تنها یک بار آب بدهید و تا پاییز صبر کنید.</p>"
)
_AROUND = "<div class=menu><a>خانه</a><a>گیاهان</a></div>{}<div class=related><h3>مطالب مشابه</h3><a>ریحان زرد</a><a>کود خانگی</a></div>"


def body_with(end: str, around: str = "article") -> str:
    """The body of an article with something below its last paragraph."""
    html = _AROUND.format(f"<{around}>{_PARAGRAPHS}{end}</{around}>")
    return read_html(f"<html lang=fa><body>{html}<div>© باغچه</div></body></html>").posts[0].body


@pytest.mark.parametrize("around", ["article", "div", "section"])
@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("<ul><li>بیلچه</li><li>دستکش</li></ul>", "\nبیلچه\nدستکش"),
        (
            "<h3>ابزار</h3><ul class='wp-block-list'><li>بیلچه</li><li>گلدان</li></ul>",
            "\nابزار\nبیلچه\nگلدان",
        ),
        (
            "<table><tr><th>خاک</th><th>آب</th></tr><tr><td>رسی</td><td>کم</td></tr></table>",
            "\nخاک | آب\nرسی | کم",
        ),
        (
            "<figure class='wp-block-table'><table><tr><td>رسی</td><td>کم</td></tr></table></figure>",
            "\nرسی\nکم",
        ),
        ("<dl><dt>خاک</dt><dd>رسی</dd></dl>", "\nخاک\nرسی"),
        ("<pre><code>box = []\nbox.append(1)</code></pre>", "\n```\nbox = []\nbox.append(1)\n```"),
    ],
)
def test_lists_tables_and_code_below_a_paragraph_stay(around: str, end: str, last: str) -> None:
    assert body_with(end, around).endswith(last)


@pytest.mark.parametrize(
    "end",
    [
        "<ul class='share'><li>تلگرام</li><li>واتساپ</li></ul>",
        "<ul><li><a href='/t/1'>زعفران</a></li><li><a href='/t/2'>باغچه</a></li></ul>",
        "<ul><li>چاپ</li><li>اشتراک‌گذاری</li><li>ارسال نظر</li></ul>",
        "<div><p>نام</p><ul><li>بیلچه</li></ul></div>",
    ],
)
def test_lists_that_are_called_something_or_lead_away_go(end: str) -> None:
    assert body_with(end).endswith("صبر کنید.")


def test_a_piece_of_a_page_is_whole() -> None:
    html = "".join(f"<p>{line}</p>" for line in TEXT)
    assert html_to_text(html) == "\n".join(TEXT)


def test_every_line_is_in_a_post_or_dropped() -> None:
    html = page("entry", "comments", "widget")
    lines = html_to_lines(html)
    found = read_html(html)
    dropped = "".join(lines[a.start : a.end] for a in found.dropped)
    (post,) = found.posts
    assert lines[post.start : post.end].startswith("خط تازه اتوبوس")
    kept = [post.title or "", *post.body.split("\n")]
    assert [line for line in lines.split("\n") if line not in kept and line not in dropped] == []
    assert [a.start for a in found.dropped] == sorted(a.start for a in found.dropped)


def test_careful_judges_nothing() -> None:
    (post,) = read_html(page("entry", "comments", "widget"), PageOptions(mode="careful")).posts
    assert TEASER[:30] in post.body


@pytest.mark.parametrize(
    "html", ["<div>" * 3000 + TEXT[0], "<p>" + "<b><i>" * 2000 + TEXT[0], "<td>" * 500 + TEXT[0]]
)
def test_deep_pages(html: str) -> None:
    assert TEXT[0] in html_to_lines(html)
    read_html(html)


def test_the_model_is_small() -> None:
    size = len(files("textnorm.pages").joinpath("data", "markup_model.json").read_bytes())
    assert size < 100_000


def test_a_page_written_without_markup_stays_whole() -> None:
    """Most of it stands in ``pre``: short rows there are text too, and menus round it are not."""
    rows = ["یادداشت هفتگی انجمن باغبانی", "", "۱. آب", *[f"بند {n}: باغچه‌ها را صبح زود آب بدهید تا خاک نم بماند." for n in range(9)], "۲. کود"]  # fmt: skip
    menu = "".join(
        f"<li><a href='/{name}'>{name}</a></li>" for name in "خانه سیاست اقتصاد ورزش فرهنگ جهان تماس".split()
    )
    found = html_to_text(f"<ul class='menu'>{menu}</ul><pre>{'<br>'.join(rows)}</pre>")
    assert all(row in found for row in rows)
    assert "اقتصاد" not in found


@pytest.mark.parametrize(
    ("scores", "rows", "kept"),
    [
        ([4000, 3000, -9, -9, 300, 500, -9, -9, 3500], (), "tt------t"),
        ([4000, 3000, -9, -9, 300, 500, -9, -9, 3500], (4, 5), "tt--tt--t"),
        ([4000, 3000, -9, -9, 300, 1200, -9, -9, 3500], (), "tt--tt--t"),
        ([4000, 3000, -9, 300, 500, -9, -9, -9, 3500], (), "tt-tt---t"),
        ([400, 300, -9, -9, 110, 120, -9, -9, 350], (), "tt--tt--t"),
        ([500, -9, -9, 4000, 3000, 3500, -9, -9, 500], (), "t--ttt---"),
        ([-9] * 9, (), "-" * 9),
    ],
)
def test_lines_that_stand_apart_are_text_where_one_is_as_sure_as_the_text(
    scores: list[int], rows: tuple[int, ...], kept: str
) -> None:
    words, fixed = Column([20] * len(scores)), [n in rows for n in range(len(scores))]
    found = without_weak_runs([score > 0 for score in scores], scores, words, fixed)
    assert found == [letter == "t" for letter in kept]
