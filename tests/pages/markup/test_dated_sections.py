"""Sections with a day in each heading are posts; those of an article, and days alone, are not."""

from __future__ import annotations

import pytest

from textnorm import html_to_text, read_html

pytest.importorskip("lxml")
NOTES = (
    ("نسخه ۲.۴.۰ (۲۲ اسفند ۱۴۰۲)", "برنامه‌ریز روزهای یخبندان را می‌شناسد و یک هفته پیش از آن خبر می‌دهد.", "2024-03-12"),
    ("نسخه ۲.۳.۱ (۱۳ بهمن ۱۴۰۲)", "چاپ دیگر ردیف آخر تقویم را نمی‌اندازد و زودتر پایان می‌یابد.", "2024-02-02"),
    ("نسخه ۲.۳.۰ (۳۰ دی ۱۴۰۲)", "باغچه‌ها را می‌توان با هر چه در آنها می‌روید از سالی به سال دیگر رونوشت گرفت.", "2024-01-20"),
)  # fmt: skip
DIARY = (
    ("باران در باغ - دوشنبه ۱۲ مهر ۱۳۸۲", "امروز باران آمد و همه برگ‌ها را از راه باغچه شست و برد.", "2003-10-04"),
    ("آفتاب - چهارشنبه ۱۴ مهر ۱۳۸۲", "آفتاب برگشت و گنجشک‌ها هم با آن برگشتند و تا شب ماندند.", "2003-10-06"),
    ("مهمان - جمعه ۱۶ مهر ۱۳۸۲", "دوستی از راه دور آمد و با هم نرگس کاشتیم و چای خوردیم.", "2003-10-08"),
)  # fmt: skip


def page(sections: tuple[tuple[str, str, str], ...], head: str = "", order: str = "h2") -> str:
    body = "".join(f"<{order}>{title}</{order}><p>{text}</p><ul><li>{text}</li></ul>" for title, text, _ in sections)  # fmt: skip
    return f"<html lang=fa><head><title>باغچه</title>{head}</head><body><nav><a href=/>خانه</a></nav><main><h1>یادداشت‌ها</h1>{body}</main><footer>© باغچه</footer></body></html>"


@pytest.mark.parametrize(
    ("sections", "titles"),
    [(NOTES, ["نسخه ۲.۴.۰", "نسخه ۲.۳.۱", "نسخه ۲.۳.۰"]), (DIARY, ["باران در باغ", "آفتاب", "مهمان"])],
)
def test_each_section_is_a_post(sections: tuple[tuple[str, str, str], ...], titles: list[str]) -> None:
    posts = read_html(page(sections)).posts
    assert [post.title for post in posts] == titles
    assert [str(post.date) for post in posts] == [day for *_, day in sections]
    assert [post.body for post in posts] == [f"{text}\n{text}" for _, text, _ in sections]
    assert html_to_text(page(sections)).count(sections[1][1]) == 2


def test_a_chronicle_is_one_article() -> None:
    head = "<meta property='og:type' content='article'><meta property='og:title' content='یادداشت‌ها'>"
    assert len(read_html(page(NOTES, head)).posts) == 1


def test_days_alone_and_days_in_no_order_are_no_posts() -> None:
    alone = tuple((title.rpartition("-")[2].strip(), text, day) for title, text, day in DIARY)
    mixed = (NOTES[1], NOTES[0], NOTES[2])
    assert [post.title for post in read_html(page(mixed)).posts] != ["نسخه ۲.۳.۱", "نسخه ۲.۴.۰", "نسخه ۲.۳.۰"]
    assert all(post.title not in {"دوشنبه", "چهارشنبه", "جمعه"} for post in read_html(page(alone)).posts)


def test_english_release_notes() -> None:
    notes = (
        ("2.4.0 – 12 March 2024", "The planner now knows frost days, and tells them a week before.", "2024-03-12"),
        ("2.3.1 – 2 February 2024", "Printing no longer cuts the last row of the calendar off.", "2024-02-02"),
        ("2.3.0 – 20 January 2024", "Beds can be copied with all that grows in them.", "2024-01-20"),
    )  # fmt: skip
    posts = read_html(page(notes, order="h3")).posts
    assert [(post.title, str(post.date)) for post in posts] == [("2.4.0", "2024-03-12"), ("2.3.1", "2024-02-02"), ("2.3.0", "2024-01-20")]  # fmt: skip
