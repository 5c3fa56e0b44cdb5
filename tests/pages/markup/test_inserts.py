"""What stands inside a text and is none of it: captions, what readers may skip, fields with unseen labels; and what is text all the same."""

from __future__ import annotations

import importlib.util

import pytest

from textnorm import Post, read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
MENU = '<nav><ul><li><a href="/">خانه</a></li><li><a href="/a">خبرها</a></li><li><a href="/b">تماس با ما</a></li></ul></nav>'
FOOT = '<footer><a href="/about">درباره ما</a><p>همه حقوق محفوظ است.</p></footer>'
FIRST = "رودخانه پس از سه روز باران از بستر خود بیرون آمد و باغ‌های پایین روستا را گرفت."
SECOND = "اهالی شبانه با کیسه‌های شن راه آب را بستند و تا صبح بیدار ماندند."
THIRD = "آب در روز چهارم فرو نشست و کشاورزان به باغ‌های خود برگشتند."


def post_of(text: str, *, above: str = "") -> Post:
    html = f"<html lang=fa><title>سیل در باغ‌ها</title><body>{MENU}<main>{above}<h1>سیل در باغ‌ها</h1>{text}</main>{FOOT}"
    (post,) = read_html(html).posts
    return post


def body_of(text: str, *, above: str = "") -> list[str]:
    return [line for line in post_of(text, above=above).body.split("\n") if line]


PARAGRAPHS = f"<p>{FIRST}</p>%s<p>{SECOND}</p><p>{THIRD}</p>"
PICTURE = '<figure><img src="a.jpg">%s</figure>'


@pytest.mark.parametrize(
    "insert",
    [
        PICTURE % "<figcaption><p>باغ‌های روستا پس از سیل</p></figcaption>",
        PICTURE % "<p><span class='visually-hidden'>منبع تصویر، </span>Getty Images</p>",
        '<section><p><a href="#end-of-sound">از پادکست رد شوید و به خواندن ادامه دهید</a></p><p>پادکست هفته، گفت‌وگو با یک کشاورز درباره آب و هوا.</p>'
        '<p id="end-of-sound">پایان پادکست</p></section>',
        "<ul><li><span><span class='visually-hidden'>شغل، </span>خبرنگار محیط زیست</span></li></ul>",
    ],
)
def test_inserts_are_no_text(insert: str) -> None:
    assert body_of(PARAGRAPHS % insert) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("insert", "line"),
    [
        ("<figure><img src='i.png'><table><tr><th>باغ</th><th>هکتار</th></tr><tr><td>گردو</td><td>۴۵</td></tr></table></figure>", "باغ | هکتار\nگردو | ۴۵"),
        ("<p><span class='visually-hidden'>ن</span>خست درخت‌های گردو زیر آب رفتند و بعد تاکستان.</p>", "نخست درخت‌های گردو زیر آب رفتند و بعد تاکستان."),
    ],
)  # fmt: skip
def test_what_is_text_stays(insert: str, line: str) -> None:
    assert body_of(PARAGRAPHS % insert) == [FIRST, *line.split("\n"), SECOND, THIRD]


def test_a_link_that_leads_to_something_skips_nothing() -> None:
    link = f'<p>{FIRST}</p><p><a href="#end">رفتن به دستور پخت</a></p><p>{SECOND}</p><p id="end">{THIRD}</p>'
    assert body_of(link) == [FIRST, SECOND, THIRD]


def test_captions_of_a_gallery_are_its_text() -> None:
    captions = [
        "باغبانی در میان درخت‌های گردوی افتاده",
        "کودکان روی پل چوبی روستا",
        "کیسه‌های شن در کنار رودخانه",
    ]
    figures = "".join(PICTURE % f"<figcaption>{one}</figcaption>" for one in captions)
    assert body_of(f"<p>روستا پس از سیل.</p>{figures}")[1:] == captions


def test_the_line_above_a_headline_is_its_kicker() -> None:
    kicker = '<span class="rutitr">در پی باران سه روزه</span>'
    assert body_of(PARAGRAPHS % "", above=kicker) == [FIRST, SECOND, THIRD]


def test_a_list_of_headings_is_no_text_and_other_lists_are() -> None:
    parts = f"<h2>شب نخست چه گذشت؟</h2><p>{SECOND}</p><h2>آب کی فرو نشست؟</h2><p>{THIRD}</p>"
    headings = "<ul><li>شب نخست چه گذشت؟</li><li>آب کی فرو نشست؟</li></ul>"
    assert body_of(f"<p>{FIRST}</p><div>{headings}</div>{parts}") == body_of(f"<p>{FIRST}</p>{parts}")
    questions = "<ul><li>چه کسی بیدار ماند؟</li><li>کیسه‌ها از کجا آمد؟</li></ul>"
    assert "چه کسی بیدار ماند؟" in body_of(f"<p>{FIRST}</p>{questions}{parts}")


def test_a_year_of_two_digits_is_read_by_the_years_of_the_whole_page() -> None:
    comments = "".join(f"<li><p>نظر خواننده شماره {n} درباره سیل</p></li>" for n in range(12))
    row = '<div class="post-date">۹۶/۰۷/۲۳</div>'
    years = "<aside><ul><li><a href='/m'>مهر ۱۳۹۶ (۳)</a></li></ul></aside>"
    post = post_of(f"{PARAGRAPHS % ''}{row}<div id=comments><ul>{comments}</ul></div>{years}")
    assert post.date is not None
    assert post.date.isoformat() == "2017-10-15"


def test_a_row_of_tools_below_a_text_is_none_of_it_and_a_row_of_words_is() -> None:
    row = '<div>( <a href="/1">ادامه متن...</a> | <a href="/1#c">۲ نظر</a> | امتیاز: ۴ )</div>'
    assert body_of(PARAGRAPHS % "" + row) == [FIRST, SECOND, THIRD]
    words = "<p>آب | خاک | درخت گردو، این بود داستان ما.</p>"
    assert body_of(PARAGRAPHS % "" + words)[-1] == "آب | خاک | درخت گردو، این بود داستان ما."


def test_a_pull_quote_is_no_text_and_a_refrain_is() -> None:
    again = '<aside class="pullquote">اهالی شبانه با کیسه‌های شن راه آب را بستند</aside>'
    assert body_of(PARAGRAPHS % "" + again) == [FIRST, SECOND, THIRD]
    inside = f"<p>{FIRST}</p><p>{SECOND}</p>{again}<p>{THIRD}</p>"
    assert body_of(inside) == [FIRST, SECOND, THIRD]
    refrain = "باران می‌آمد و رود از دور برای باغ‌ها می‌خواند."
    song = f"<p>{FIRST}</p><p>{refrain}</p><p>{SECOND}</p><p>{refrain}</p><p>{THIRD}</p>"
    assert body_of(song) == [FIRST, refrain, SECOND, refrain, THIRD]


def test_footnotes_to_which_a_text_leads_are_of_it() -> None:
    note = "نام دیگر رود در دفترهای کهن آب‌زنگی است."
    text = f'<p>{FIRST}</p><p>{SECOND}<sup><a href="#fn1">۱</a></sup></p><p>{THIRD}</p>'
    assert (
        body_of(f'{text}<section class="footnotes"><ol><li id="fn1">{note}</li></ol></section>')[-1] == note
    )
    assert body_of(f'{text}<div class="footnotes"><p>همه حقوق این سایت محفوظ است.</p></div>')[-1].startswith(
        "آب در روز چهارم"
    )
