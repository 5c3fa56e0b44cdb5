"""Titles that pages tell without their sites, dialogues in stories, answers under a heading, counters between day and name."""

from __future__ import annotations

import pytest

from textnorm import DateOptions, read_page
from textnorm.pages.posts.date_lines import dated_row
from textnorm.pages.posts.dating import Dating

MENU = ["خانه", "آرشیو", "درباره", "پیوندها", "جستجو"]
TEXT = [
    "اتوبوس که راه افتاد فهمیدم بلیت را اشتباه گرفته‌ام و مرد بغل‌دستی روزنامه‌اش را تا کرد.",
    "تا خود نیشابور از زنش گفت که پارسال همین جاده را با او آمده بود و باران می‌بارید.",
]
FOOT = ["مطالب قدیمی‌تر", "تمامی حقوق محفوظ است."]


def only(*lines: str) -> tuple[str | None, list[str]]:
    """The title and the text of a page with one post."""
    (post,) = read_page("\n".join(lines)).posts
    return post.title, post.body.split("\n")


@pytest.mark.parametrize("sign", ["|", "·", "-"])
def test_the_only_title_stands_without_the_name_of_its_site(sign: str) -> None:
    page = [f"صندلی کنار پنجره {sign} دفتر مینا", *MENU, *TEXT, "© دفتر مینا"]
    assert only(*page)[0] == "صندلی کنار پنجره"


def test_a_title_of_two_parts_stays_where_none_is_the_site() -> None:
    assert only("صندلی کنار پنجره | بخش یکم", *MENU, *TEXT, "© دفتر مینا")[0] == "صندلی کنار پنجره | بخش یکم"


def test_speeches_are_text() -> None:
    said = ["- شما هم می‌روید؟", "+ نه!", "- پس کجا؟"]
    assert only("صندلی", *MENU, TEXT[0], *said, TEXT[1], *FOOT)[1] == [TEXT[0], *said, TEXT[1]]


def test_buttons_with_signs_are_none() -> None:
    buttons = ["+ افزودن", "- نظرات", "+ بیشتر"]
    assert not {*buttons} & {*only("صندلی", *MENU, *TEXT, *buttons, *FOOT)[1]}


def test_an_answer_has_its_heading() -> None:
    asked = "کارفرما می‌گوید به کارگر ساعتی مرخصی تعلق نمی‌گیرد. آیا این حرف درست است؟"
    page = ["آیا کارگر ساعتی مرخصی دارد؟", asked, "پاسخ کارشناس:", *TEXT]
    assert only(*MENU, *page, *FOOT)[1] == page[1:]


def test_a_heading_of_the_second_level_below_the_name_of_a_site() -> None:
    page = ["# دهیاری بالا", *(f"  * {line}" for line in MENU), "## بلیت اتوبوس نیشابور", *TEXT]
    assert only(*page)[0] == "بلیت اتوبوس نیشابور"


def test_a_heading_of_the_first_level_above_its_first_part() -> None:
    page = ["# بلیت اتوبوس نیشابور", "## جاده و باران", *TEXT]
    assert only(*MENU, *page)[0] == "بلیت اتوبوس نیشابور"


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("۲۰ اسفند ۱۳۹۹ بدون دیدگاه یونس", ("یونس",)),
        ("۲ بهمن ۱۳۹۹ ۳ دیدگاه یونس", ("یونس",)),
        ("۲ بهمن ۱۳۹۹ یک نظر", ()),
        ("۲ بهمن ۱۳۹۹ | یونس", ("یونس",)),
    ],
)
def test_counters_between_a_day_and_a_name(row: str, names: tuple[str, ...]) -> None:
    mark = dated_row(row, Dating(DateOptions(), [row]))
    assert mark is not None
    assert mark.names == names


CODE = ["    total = 0", "    for line in open(path):", "        total += 1", "    print(total)"]


@pytest.mark.parametrize("code", [CODE, [line.strip() for line in CODE], ["    # تعداد", *CODE]])
def test_code_without_a_fence_is_text(code: list[str]) -> None:
    found = only("شمردن سطرها", *MENU, TEXT[0], "", *code, "", TEXT[1], *FOOT)[1]
    assert [line for line in found if line] == [TEXT[0], *code, TEXT[1]]


def test_footers_in_english_are_no_code() -> None:
    foot = ["Powered by Hugo (0.101)", "Theme: Stack", "Contact me"]
    assert not {*foot} & {*only("شمردن سطرها", *MENU, *TEXT, *foot)[1]}


@pytest.mark.parametrize(
    "quoted", [["> — Neda (@neda) February 2, 2022"], ["— Neda (@neda)", "February 2, 2022"]]
)
def test_days_of_embedded_posts_part_nothing(quoted: list[str]) -> None:
    (post,) = read_page("\n".join([*MENU, "پشتیبان", "۱۵ بهمن ۱۴۰۰", TEXT[0], *quoted, *TEXT, *FOOT])).posts
    assert post.date_text == "۱۵ بهمن ۱۴۰۰"


def test_hashes_stand_beside_a_day() -> None:
    (post,) = read_page("\n".join([*MENU, "پشتیبان", "Jan 15, 2016  #آموزش #لینوکس", *TEXT, *FOOT])).posts
    assert post.date is not None


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("مینا پارسا نام مستعار آموزگاری در کابل است.", False),
        ("مینا پارسا، پژوهشگر تاریخ در دانشگاه هرات است.", False),
        ("مینا پارسا هر روز با همین اتوبوس به نیشابور می‌رفت و برمی‌گشت.", True),
        ("اتوبوس آخر هم رفته است و کسی در ایستگاه نیست.", True),
    ],
)
def test_what_a_site_says_of_its_writer_is_no_text(line: str, stays: bool) -> None:
    page = ["بلیت اتوبوس نیشابور", "نویسنده: مینا پارسا", "۲۰ فروردین ۱۴۰۲", *TEXT, line]
    assert (line in only(*MENU, *page, *FOOT)[1]) == stays


def test_a_book_with_its_price_between_two_sentences() -> None:
    book = ["جاده‌های سوخته", "نشر سنجاق", "۱۴۵٬۰۰۰ تومان", "افزودن به سبد"]
    assert only("صندلی", *MENU, TEXT[0], *book, TEXT[1], *FOOT)[1] == TEXT


def test_a_heading_between_two_sentences_stays() -> None:
    assert only("صندلی", *MENU, TEXT[0], "جاده نیشابور", TEXT[1], *FOOT)[1] == [
        TEXT[0],
        "جاده نیشابور",
        TEXT[1],
    ]


def test_titles_stand_where_the_others_of_a_page_do() -> None:
    rows = [("پایان عجیب دور سوم", 11), ("کلاس تازه برای کودکان", 3)]
    posts = [
        (title, f"نوشته فرزاد در {day} آبان ۱۳۹۷", text, "ادامه")
        for (title, day), text in zip(rows, TEXT, strict=True)
    ]
    page = read_page("\n".join([*MENU, *(line for post in posts for line in post), *FOOT]))
    assert [post.title for post in page.posts] == [title for title, _ in rows]


def test_links_between_pages_are_no_titles_there() -> None:
    posts = [
        "کلاس تازه",
        "نوشته فرزاد در ۱۱ آبان ۱۳۹۷",
        TEXT[0],
        "صفحه بعدی",
        "نوشته فرزاد در ۳ آبان ۱۳۹۷",
        TEXT[1],
    ]
    page = read_page("\n".join([*MENU, *posts, *FOOT]))
    assert "صفحه بعدی" not in [post.title for post in page.posts]


def test_where_a_text_was_printed_is_no_text() -> None:
    printed = "این نامه در شماره ۱۹ کاغذ کاهی چاپ شده است."
    assert only("بلیت اتوبوس", *MENU, *TEXT, printed, *FOOT)[1] == TEXT
    told = "این نامه در شماره ۱۹ خانه سوخت و کسی آن را نخواند."
    assert only("بلیت اتوبوس", *MENU, *TEXT, told, *FOOT)[1] == [*TEXT, told]
