"""Pages as text tools give them: the title of the page on top, a menu, a list of headings, long posts, a footer."""

from __future__ import annotations

import datetime
from itertools import product

import pytest

from textnorm import read_page

WHO = ("باغبان پیر", "همسایهٔ ما", "دختر بزرگش", "کارگر تازه", "آن مهمان ناخوانده", "مرد بازنشسته")
WHAT = (
    "هر صبح پیش از طلوع آفتاب به گلخانه می‌رفت و خاک گلدان‌ها را با دست زیر و رو می‌کرد.",
    "می‌گفت که بوته‌های کهنه را نباید یک‌باره برید، چون ریشه‌هایشان خاک شیب را نگه می‌دارد.",
    "دفتری داشت که روز نخستین شکوفه و اندازهٔ باران هر هفته را در آن می‌نوشت.",
    "با سطل قدیمی از چاه آب می‌کشید و به نوبت پای درخت‌های انار می‌ریخت.",
    "از سرمای بهار سال پیش گله داشت که نیمی از شکوفه‌های بادام را ریخته بود.",
    "شب‌ها کنار تنور می‌نشست و برای بچه‌ها از باغ‌های آن سوی رودخانه قصه می‌گفت.",
    "چند نهال گردو را کنار دیوار شمالی کاشت تا باد سرد کمتر به بوته‌ها برسد.",
    "دربارهٔ آفت تازهٔ برگ‌ها با کارشناسان شهر نامه‌نگاری کرد و پاسخشان را نگه داشت.",
)
BODY = [f"{who} {what}" for what, who in product(WHAT, WHO)]
MENU = ["فهرست سایت", "صفحه نخست", "فهرست مطالب", "تماس", "فید", "بازگشت"]
FOOT = ["دسته‌بندی:", "باغ", "نظرات", "کاوه باغبان. تمام حقوق محفوظ است."]
DAY = datetime.date(2016, 9, 8)


def headed(headings: list[str]) -> list[str]:
    """Return the body with headings over equal parts of it."""
    size = len(BODY) // len(headings)
    return [line for n, text in enumerate(headings) for line in (text, *BODY[n * size : (n + 1) * size])]


@pytest.mark.parametrize(
    "title", ["باغ‌داری، از حرف تا عمل", "خاک باغ را با چه بپوشانیم؟", "کالبدشکافی یک گلخانه", "نهال"]
)
@pytest.mark.parametrize("shown", [[], ["{} | یادداشت‌های باغ | کاوه باغبان"], ["کاوه باغبان - {}"]])
@pytest.mark.parametrize("mark", ["", "#  "])
def test_the_headline_above_the_day_is_the_title(title: str, shown: list[str], mark: str) -> None:
    top = [line.format(title) for line in shown]
    (post,) = read_page("\n".join([*top, *MENU, mark + title, "۱۳۹۵/۰۶/۱۸", *BODY, *FOOT])).posts
    assert (post.title, post.date) == (title, DAY)
    assert post.body.split("\n") == BODY


@pytest.mark.parametrize(
    "headings",
    [
        ["خاک", "آب و باران", "باد شمال", "سخن آخر"],
        ["چرا خاک می‌میرد؟", "آب و باران", "باد شمال", "از کود تازه هرگز استفاده نکنید!", "سخن آخر", "سپاس"],
    ],
)
def test_a_list_of_headings_stands_between_the_day_and_the_text(headings: list[str]) -> None:
    contents = ["فهرست مطالب", *headings]
    text = headed(headings)
    page = read_page("\n".join([*MENU, "گلخانهٔ کوچک", "۱۳۹۵/۰۶/۱۸", *contents, *BODY[:1], *text, *FOOT]))
    (post,) = page.posts
    assert (post.title, post.date) == ("گلخانهٔ کوچک", DAY)
    assert post.body.split("\n") == [*BODY[:1], *text]


def test_a_list_of_headings_may_say_one_in_other_words() -> None:
    headings = ["خاک", "آب و باران", "باد شمال", "سرمای بهار", "آفت برگ‌ها", "سخن آخر"]
    listed = [*headings[:3], "یخبندان ناگهانی بهار", *headings[4:]]
    page = read_page(
        "\n".join([*MENU, "گلخانهٔ کوچک", "۱۳۹۵/۰۶/۱۸", *listed, *BODY[:1], *headed(headings), *FOOT])
    )
    (post,) = page.posts
    assert (post.title, post.date) == ("گلخانهٔ کوچک", DAY)
    assert post.body.split("\n") == [*BODY[:1], *headed(headings)]


def test_a_heading_of_many_words_with_an_end_is_no_sentence() -> None:
    title = "باغ‌های کوچک شهر ما: همیشه از ما بهتران!"
    menu = ["فهرست سایت", "  * صفحه نخست", "  * تماس", "  * فید", "بازگشت"]
    (post,) = read_page("\n\n".join([*menu, f"#  {title}", "۱۳۹۵/۰۶/۱۸", *BODY])).posts
    assert (post.title, post.body.count("باغبان پیر")) == (title, 8)


def test_what_a_line_announces_in_quotation_marks_is_no_title() -> None:
    said = [
        "گاهی از راه نامه یا تلفن با پرسش‌هایی روبه‌رو می‌شوم با این مضمون:",
        "«… به نظرت کدام نهال را بکارم؟…»",
    ]
    (post,) = read_page(
        "\n".join([*MENU, "شتاب کار باغ نیست!", "۱۳۹۳/۱۱/۲۴", *said, *BODY[:20], *FOOT])
    ).posts
    assert post.title == "شتاب کار باغ نیست!"
    assert post.body.split("\n")[:2] == said


def test_a_long_text_keeps_all_lines_between_its_edges() -> None:
    inside = ["نهال", "خاک و برگ"]  # lines that would go from a short page
    text = [*BODY[:24], *inside, *BODY[24:]]
    (post,) = read_page("\n".join([*MENU, "گلخانهٔ کوچک", "۱۳۹۵/۰۶/۱۸", *text, *FOOT])).posts
    assert post.body.split("\n") == text


LONG = "از کشف بیست دستگاه پمپ دزدی در سه روستای بالادست تا دستگیری مردی که شیرهای آب باغ‌ها را می‌برد"
NEWS = [
    "عکس", "فیلم", "صوت", "سیاسی", "گروه :", "اقتصادی", "عکس", "ورزشی", "قیمت طلا و ارز", "جدول‌های ورزشی و نتایج زنده", "آرشیو",
    "تبلیغات", "عکس", "درباره ما", "تماس با ما",
]  # fmt: skip
ROWS = ["نسخه چاپی", "۲۱ اردیبهشت ۱۳۹۹ - ۱۸:۵۹", "کد خبر : ۷۳۴۹۹۲۶", "گروه :", "مازندران"]
CASE = [
    "مهم‌ترین خبرهای انتظامی باغ‌های بالادست را این‌جا بخوانید.",
    "سرگرد ناصری گفت: مأموران در گشت شبانه به مردی مشکوک شدند که کیسه‌ای پر از شیر آب بر دوش داشت.",
    "او افزود: در بازرسی از خانهٔ این مرد بیست دستگاه پمپ آب پیدا شد که همه از باغ‌های سه روستا دزدیده شده بود.",
    "این مقام انتظامی از باغداران خواست پمپ‌ها را شب‌ها بیرون از انبار نگذارند.",
]


def test_a_headline_of_many_words_that_the_title_of_the_page_says_is_no_lead() -> None:
    menu = [*NEWS, LONG, "باران امروز باغ‌ها را سیراب کرد", "ورود"]  # the page is in its list of the newest
    (post,) = read_page("\n".join([LONG, *menu, *ROWS, LONG, *CASE, "انتهای پیام/", *FOOT[2:]])).posts
    assert (post.title, post.date) == (LONG, datetime.date(2020, 5, 10))
    assert post.body.split("\n") == CASE


def test_the_only_heading_of_the_first_level_is_the_headline() -> None:
    (post,) = read_page("\n".join([*NEWS, *ROWS, f"#  {LONG}", *CASE, "انتهای پیام/", *FOOT[2:]])).posts
    assert (post.title, post.body.split("\n")) == (LONG, CASE)


def test_the_name_of_a_site_on_top_is_no_headline_where_it_stands_again() -> None:
    site = "پایگاه خبری باغ‌های شمال کشور"
    (post,) = read_page("\n".join([site, *NEWS, *ROWS, "پمپ‌های دزدی پیدا شد", site, *CASE, *FOOT[2:]])).posts
    assert post.title == "پمپ‌های دزدی پیدا شد"


def test_the_title_of_the_page_tells_which_line_above_the_day_is_the_headline() -> None:
    top = [
        "زندگی ما | Garden Notes",
        "کاوه باغبان",
        "اکنون",
        "جستجو",
    ]  # the text has none of the headline's words
    rows = ["ژانویهٔ 25, 2022", "\xa0·\xa0کاوه باغبان"]
    (post,) = read_page("\n".join([*top, "زندگی ما", *rows, *BODY[:9], *FOOT[2:]])).posts
    assert (post.title, post.author, post.date) == ("زندگی ما", "کاوه باغبان", datetime.date(2022, 1, 25))
    (draft,) = read_page(
        "\n".join([*top, "زندگی ما", "[draft]", *rows, "باغ", "#", *BODY[:9], *FOOT[2:]])
    ).posts
    assert draft.title == "زندگی ما"


def test_the_longer_part_of_a_title_may_be_the_site() -> None:
    site = "باغ‌نامه، سایت آموزش رایگان باغ‌داری و گل‌کاری"
    top = [
        f"هرس انار | {site}",
        "کاوه باغبان",
        "خانه",
        "بلاگ",
        "آموزش‌ها",
        "درباره ما",
        site,
        "آموزشی",
        "انار",
    ]
    text = [f"در {site} این بار سراغ هرس می‌رویم و شاخه‌های خشک را می‌بریم.", *BODY[:9]]
    (post,) = read_page(
        "\n".join([*top, "هرس انار", "2019/07/11/", "۷ دقیقه برای خواندن", *text, *FOOT[2:]])
    ).posts
    assert (post.title, post.date) == ("هرس انار", datetime.date(2019, 7, 11))


@pytest.mark.parametrize(
    ("heading", "title"),
    [("# هرس انار#", "هرس انار"), ("# هرس انار ¶", "هرس انار"), ("# آموزش C#", "آموزش C#")],
)
def test_the_mark_of_a_link_to_a_heading_is_none_of_the_title(heading: str, title: str) -> None:
    (post,) = read_page("\n".join(["کاوه باغبان", "  * اکنون", heading, "ژانویهٔ 25, 2022", *BODY[:9]])).posts
    assert post.title == title


def test_signs_alone_make_no_channel() -> None:
    lines = [line for text in BODY[:9] for line in (text, "@")]
    top = ["هرس انار | باغ‌نامه", "خانه", "بلاگ", "تماس با ما", "هرس انار", "2019/07/11"]
    (post,) = read_page("\n".join([*top, *lines, *FOOT[2:]])).posts
    assert post.title == "هرس انار"


POEMS = [
    ("عشق آن حدیث نیست", "۱۲ اسفند ۱۳۸۹"),
    ("باغ‌نوشت ۲۷", "۰۹ اسفند ۱۳۸۹"),
    ("شعر پارک شهر", "۰۱ اسفند ۱۳۸۹"),
]
VERSES = ["با", "دیدنت، آخر باغ", "مرا با نام", "صدا زد باران"]
MONTHS = [text for month in ("بهمن", "آذر", "مهر", "تیر") for text in (f"{month} ۱۴۰۴", "۱۲")]


def test_months_of_an_archive_with_counts_are_no_days() -> None:
    posts = [line for n, (title, day) in enumerate(POEMS) for line in (title, day, *BODY[n * 4 : n * 4 + 4])]
    page = read_page("\n".join(["باغ‌نوشت", "خانه", "تماس با ما", *posts, "بایگانی ماهانه", *MONTHS]))
    assert [(post.title, post.date_text) for post in page.posts] == POEMS


def test_verses_between_a_headline_with_its_day_and_a_link_to_the_whole_are_a_post() -> None:
    posts = [line for title, day in POEMS for line in (title, day, *VERSES, "ادامه مطلب ←", "💬 ۳ دیدگاه")]
    others = [
        line
        for n, day in ((0, "۲۱ بهمن ۱۳۸۹"), (1, "۱۷ بهمن ۱۳۸۹"))
        for line in ("باران باغ", day, *BODY[n * 5 : n * 5 + 5])
    ]
    page = read_page("\n".join(["باغ‌نوشت", "خانه", "تماس با ما", *others, *posts, "بایگانی ماهانه", *MONTHS]))
    assert [post.date_text for post in page.posts] == [
        "۲۱ بهمن ۱۳۸۹",
        "۱۷ بهمن ۱۳۸۹",
        *(day for _, day in POEMS),
    ]


def test_headlines_may_be_headings_of_items_of_a_list() -> None:
    days = ("Jul 23, 2018", "Jun 26, 2018", "Jun 14, 2018")
    posts = [
        line
        for n, day in enumerate(days)
        for line in (f"  * #### {POEMS[n][0]}", "", f"#### {day}", "", *BODY[n * 4 : n * 4 + 4], "بیشتر", "")
    ]
    page = read_page("\n".join(["Toggle navigation", "  * /home", "  * ~/blog", "", *posts]))
    assert [(post.title, post.date_text) for post in page.posts] == [
        (title, day) for (title, _), day in zip(POEMS, days, strict=True)
    ]


def test_pictures_before_the_words_of_rows_are_none_of_them() -> None:
    rows = ["#####  __کاوه باغبان", "#####  __شنبه، ۲۳ اردیبهشت ۱۳۹۶", "#####  __داستان"]
    (post,) = read_page(
        "\n".join(["  * صفحه اصلی", "  * داستان", "", "##  خاک و باران", *rows, *BODY[:9]])
    ).posts
    assert (post.title, post.author, post.date) == ("خاک و باران", "کاوه باغبان", datetime.date(2017, 5, 13))


def test_fields_of_a_row_on_lines_of_their_own_are_one_row() -> None:
    days = ("سپتامبر 3, 2017", "ژوئیهٔ 28, 2017", "ژوئن 14, 2017")
    posts = [
        line
        for n, day in enumerate(days)
        for line in (POEMS[n][0], *BODY[n * 4 : n * 4 + 2], day, "\xa0·\xa07 دقیقه\xa0·\xa0کاوه باغبان")
    ]
    page = read_page(
        "\n".join(["کاوه باغبان", "کاوه باغبان", *posts, "«\xa0صفحه قبلی\xa0", "صفحه بعدی\xa0\xa0»"])
    )
    assert [(post.title, post.author, post.date_text) for post in page.posts] == [
        (title, "کاوه باغبان", day) for (title, _), day in zip(POEMS, days, strict=True)
    ]
    assert [post.body.split("\n") for post in page.posts] == [BODY[n * 4 : n * 4 + 2] for n in range(3)]


def test_a_name_above_a_button_is_no_row() -> None:
    (post,) = read_page(
        "\n".join(["Lena Marsh", "·", "Follow", "خاک و باران", "۸ مهر ۱۳۹۷", *BODY[:9]])
    ).posts
    assert post.title == "خاک و باران"


def test_whoever_wrote_stands_in_the_title_of_the_page_too() -> None:
    menu = ["وبلاگ کاوه باغبان", "یادداشت‌ها", "موضوعات", "درباره", "رزومه", "English"]
    head = ["اصول هرس انار - مقدماتی", "کاوه باغبان", "گلخانه‌دار", "دوشنبه ۱۹ آذر ۱۳۹۷", "مقدمه"]
    (post,) = read_page("\n".join(["اصول هرس انار - مقدماتی | کاوه باغبان", *menu, *head, *BODY[:9]])).posts
    assert post.title == "اصول هرس انار - مقدماتی"


def test_what_a_page_says_of_scripts_is_no_text() -> None:
    top = ["This app works best with JavaScript enabled.", "# دفتر یک باغبان", "بلاگدرباره کاوه"]
    (post,) = read_page(
        "\n\n".join([*top, "# نود و هفت: کوله‌بار سال تازه", "۲ فروردین ۱۳۹۸", *BODY[:9]])
    ).posts
    assert (post.title, post.date) == ("نود و هفت: کوله‌بار سال تازه", datetime.date(2019, 3, 22))


def test_a_headline_right_below_the_name_of_the_site_or_with_a_full_stop_may_be_told() -> None:
    (film,) = read_page(
        "\n".join(["فیلم باران | کاوه باغبان", "کاوه باغبان", "فیلم باران", "فوریهٔ 5, 2017", *BODY[:9]])
    ).posts
    assert (film.title, film.date) == ("فیلم باران", datetime.date(2017, 2, 5))
    top = [
        "۴ گلی که تا سال ۲۰۲۴ دیگر وجود نخواهند داشت. - تک باغ کاوه",
        "تماس با من",
        "درباره‌من",
        "تک باغ کاوه",
    ]
    rows = [
        "۴ گلی که تا سال ۲۰۲۴ دیگر وجود نخواهند داشت.",
        "18 مهٔ 2022",
        "·",
        "کاوه",
        "·",
        "زمان مطالعه 2 دقیقه",
    ]
    (post,) = read_page("\n".join([*top, *rows, *BODY[:9]])).posts
    assert (post.title, post.date) == (rows[0], datetime.date(2022, 5, 18))


@pytest.mark.parametrize(
    ("title", "site", "rows"),
    [
        ("کودک", "مریم پارسا", ["نوامبر 2, 2017"]),
        ("پشه‌ها از کجا آمدند؟ – یادداشت‌های تابستان", "کلبه مریم", ["18 اوت 2022", "·", "مریم", "·"]),
        ("کوه - داستان کوتاه یک راه!", "مریم پارسا", ["مریم پارسا", "کوه‌نورد", "پنج‌شنبه 05 مهر 1397"]),
        ("چرا دیگر به کوه نمی‌روم", "کلبه", ["مریم"]),
    ],
    ids=["one word above the day", "a part of its own", "a part and a writer", "below the name of the site"],
)
def test_the_title_element_tells_the_headline(title: str, site: str, rows: list[str]) -> None:
    text = [
        "تابستان که می‌رسد همه اهل محل پنجره‌ها را باز می‌گذارند و شب‌ها روی بام می‌خوابند تا خنک شوند.",
        "پارسال همین روزها بود که برادرم با یک پشه‌بند سفید از سفر برگشت و آن را وسط حیاط آویزان کرد.",
        "حالا دیگر کسی روی بام نمی‌خوابد و حیاط‌ها را آپارتمان‌های شش‌طبقه گرفته‌اند و پنجره‌ها بسته است.",
    ]
    page = [
        f"{title} | {site}",
        site,
        "یادداشت‌ها",
        "درباره من",
        title,
        *rows,
        *text,
        "نوشته‌های دیگر",
        "تماس با من",
    ]
    (post,) = read_page("\n".join(page)).posts
    assert (post.title, post.body) == (title, "\n".join(text))
