"""Lines at the edges of a text and between its parts that look like a site's, and are not; and calls that look like headings."""

import pytest

from textnorm import read_page

_TOP = "ترجمان\nنوشتار\nگفتگو\nفروشگاه\nورود\nنوشتار\nچرا در سکوت راه نمی‌رویم؟\n"
_LEAD = "پیاده‌روی زمانی آخرین پناه آدم‌های خسته بود و حالا دیگر نیست.\n"
_ROWS = "نویسنده: هلن وارد\nمترجم: شهاب نیکزاد\nمرجع: Aeon\nیکشنبه ۲۳ مرداد ۱۴۰۱\n۱۴ دقیقه\n"
_FIRST = "اولین بار که بدون گوشی از خانه بیرون رفتم دستم مدام به جیبم می‌رفت و انگار چیزی را جا گذاشته بودم.\n"
_SECOND = "یکی از آن‌ها گفت که نیم ساعت اول سخت است و بعد صدای کلاغ و اتوبوس برمی‌گردد.\n"
_END = "بیشتر بخوانید\nخیابان‌های بن‌بست\nنظرات\nنام\nایمیل\nتمام حقوق محفوظ است"


def _body(middle: str = "", lead: str = "", close: str = "") -> list[str]:
    (post,) = read_page(_TOP + lead + _ROWS + _FIRST + middle + _SECOND + close + _END).posts
    assert post.title == "چرا در سکوت راه نمی‌رویم؟"
    return post.body.splitlines()


def test_the_lead_above_the_rows_of_a_post_is_text() -> None:
    assert _body(lead=_LEAD) == [_LEAD.strip(), _FIRST.strip(), _SECOND.strip()]


def test_what_a_site_says_there_is_none() -> None:
    cookies = "این سایت برای بهبود تجربه شما از کوکی‌ها استفاده می‌کند و با ادامه می‌پذیرید.\n"
    assert _body(lead=cookies) == [_FIRST.strip(), _SECOND.strip()]


@pytest.mark.parametrize("heading", ["بازگشت به خیابان", "از پنجره"])
def test_headings_that_begin_as_links_do_stay(heading: str) -> None:
    assert _body(heading + "\n") == [_FIRST.strip(), heading, _SECOND.strip()]


@pytest.mark.parametrize("line", ["برای مشاوره با وکیل کلیک کنید", "دریافت نوبت از متخصص قلب"])
def test_calls_between_two_parts_go(line: str) -> None:
    assert _body(line + "\n") == [_FIRST.strip(), _SECOND.strip()]


def test_headings_that_are_counted_stay_below_buttons() -> None:
    parts = f"۱. کابل‌ها\n{_FIRST}اشتراک‌گذاری\n۲. یک تمرین\n{_SECOND}"
    assert [line[:2] for line in _body(middle=parts)][1:5:2] == ["۱.", "۲."]


def test_a_heading_stays_below_an_advert_if_the_sentence_says_it() -> None:
    assert _body(middle=f"تبلیغات\nصدا\nصدای {_SECOND}")[1] == "صدا"
    assert "بلیت ارزان" not in _body(middle=f"تبلیغات\nبلیت ارزان\nصدای {_SECOND}")


def test_a_headline_with_its_number_in_a_series_stands_above_its_subtitle() -> None:
    page = f"چراغ قوه\nSubscribe\nSign in\nشماره ۳۷: چرا پل‌ها آواز می‌خوانند\nمهندسی، صدا و یک اشتباه\nنیما فرهادی\nOct 21, 2023\nShare\n{_FIRST}{_SECOND}"
    assert read_page(page).posts[0].title == "شماره ۳۷: چرا پل‌ها آواز می‌خوانند"


def test_thanks_and_the_office_end_a_letter() -> None:
    assert _body(close="با تشکر\nمدیریت دبستان\n")[-2:] == ["با تشکر", "مدیریت دبستان"]


def test_an_office_signs_above_an_unknown_line_and_the_form() -> None:
    assert _body(close="روابط عمومی بیمارستان\nتصویر خبر ما\n")[-1] == "روابط عمومی بیمارستان"


def test_an_office_in_a_list_below_does_not() -> None:
    links = "روابط عمومی بیمارستان\nسرای آینه\nدیوار کوتاه\nباغ انار\n"
    assert _body(close=links)[-1] == _SECOND.strip()


def test_thanks_below_the_words_of_readers_do_not() -> None:
    assert _body(close="نظر شما پس از تایید نمایش داده می‌شود.\nبا تشکر\n") == [
        _FIRST.strip(),
        _SECOND.strip(),
    ]


_SEMINAR = """دانشگاه کویر
آموزش
پژوهش
سمینار هفتگی گراف‌های تصادفی
۲۰ آبان ۱۴۰۲
سخنران: دکتر لادن معتمدی، دانشگاه تبریز
زمان: چهارشنبه ۲۴ آبان ۱۴۰۲، ساعت ۱۴ تا ۱۵:۳۰
مکان: کلاس ۲۰۴
چکیده:
در این سخنرانی نخست قضیه ویزینگ را یادآوری می‌کنیم و سپس رده گراف‌های تصادفی را می‌شماریم.
تماس با ما
نقشه سایت"""


def test_facts_of_a_meeting_stand_above_the_heading_of_its_text() -> None:
    (post,) = read_page(_SEMINAR).posts
    assert [line.partition(":")[0] for line in post.body.splitlines()[:4]] == [
        "سخنران",
        "زمان",
        "مکان",
        "چکیده",
    ]


def test_who_liked_a_message_is_none_of_it() -> None:
    thread = "انجمن\nورود\nآب سرد\n" + "".join(
        f"{name}\nعضو\n۷ ارسال\nنوشته شده در {day} تیر ۱۳۹۳ - ۱۹:۳۲\n{text}{likes}"
        for name, day, text, likes in (
            ("Behrad", "۱۰", _FIRST, ""),
            ("sahar_k", "۱۱", _SECOND, "Behrad از این پست خوشش آمده\n"),
        )
    )
    assert [post.body for post in read_page(thread + "بازگشت به ماهی‌ها").posts] == [
        _FIRST.strip(),
        _SECOND.strip(),
    ]
