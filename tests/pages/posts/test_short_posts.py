"""Posts of a few words, whose rows are those of the other posts; who signs all rows; headings made of words of sites."""

import pytest

from textnorm import read_page

_MENU = "خانه\nدرباره من\nتماس با ما\n"
_LONG = (
    "ساعت سه صبح است و بخش ساکت است و فقط صدای باران از پشت پنجره می‌آید.",
    "سه ماه است که نامه‌ای نرسیده و پستچی هر روز سر کوچه دست تکان می‌دهد.",
)
_VERSES = "دستت که سرد شد\nهمه پنجره‌ها را بستم\nو زمستان\nاز در آمد"


def _blog(*bodies: str) -> str:
    row = "+ نوشته شده در {} ۱۳۸۸ ساعت ۳:۴۰ توسط ریحانه | ۱۲ نظر"
    days = ("شنبه ۱۷ بهمن", "جمعه ۹ بهمن", "چهارشنبه ۳۰ دی")
    titles = ("شیفت شب", "صندوق نامه", "برای مادر")
    posts = zip(titles, bodies, days, strict=False)
    return _MENU + "\n".join(f"{title}\n{body}\n{row.format(day)}" for title, body, day in posts)


def test_verses_above_the_last_row_are_a_post() -> None:
    posts = read_page(_blog(*_LONG, _VERSES) + "\nمطالب قدیمی‌تر\nآرشیو موضوعی\nپیوندها").posts
    assert [post.title for post in posts] == ["شیفت شب", "صندوق نامه", "برای مادر"]
    assert posts[-1].body == _VERSES


def test_names_of_archives_above_a_row_are_no_post() -> None:
    page = (
        _blog(*_LONG)
        + "\nمطالب قدیمی‌تر\nآرشیو موضوعی\nپیوندها\n+ نوشته شده در چهارشنبه ۳۰ دی ۱۳۸۸ توسط ریحانه"
    )
    assert [post.title for post in read_page(page).posts] == ["شیفت شب", "صندوق نامه"]


def _thread(last: str) -> str:
    card = "{}\nعضویت: 1398/04/17\nتعداد پست: 833\n{}\n1400/12/02 14:{}\n0\nگزارش\nنقل قول\n"
    said = (("نسترن۷۰", _LONG[0], 21), ("مامان_آوین", _LONG[1], 29), ("نسترن۷۰", last, 48))
    return "تبادل نظر\nورود | عضویت\nباران روی پشت بام\n" + "".join(card.format(*post) for post in said)


def test_few_words_of_a_member_are_a_post() -> None:
    posts = read_page(_thread("خدا خیرت بده عزیزم درست شد")).posts
    assert [post.body for post in posts] == [*_LONG, "خدا خیرت بده عزیزم درست شد"]
    assert posts[-1].author == "نسترن۷۰"
    assert posts[-1].title is None


def _archive(name: str, menu: str = "") -> str:
    days = ("۲۷ دی ۱۳۹۷", "۱۹ دی ۱۳۹۷", "۱۱ دی ۱۳۹۷")
    titles = ("برف سبک", "صف نان", "کتابخانه محله")
    posts = zip(titles, (*_LONG, _LONG[0].replace("سه", "پنج")), days, strict=True)
    rows = "\n".join(f"{title}\n{body}\n{name} در {day}\n۳ دیدگاه" for title, body, day in posts)
    return f"{_MENU}{menu}{rows}\nصفحه ۱ از ۹\nنوشته‌های قدیمی‌تر »"


def test_a_name_on_no_list_signs_all_rows() -> None:
    assert {post.author for post in read_page(_archive("مهرنوش")).posts} == {"مهرنوش"}


def test_the_name_of_a_menu_signs_none() -> None:
    assert {post.author for post in read_page(_archive("روزنوشت", "روزنوشت\nسفرنامه\n")).posts} == {None}


_OFFER = """وزارت راه
صفحه اصلی
اسناد
دعوت به داوطلبی پروژه سرک
یکشنبه ۱۳۹۸/۵/۱۳ - ۱۰:۱۷
وزارت راه از تمام شرکت‌های واجد شرایط دعوت می‌کند تا در پروسه داوطلبی این سرک سهم بگیرند.
داوطلبان می‌توانند شرطنامه را از ریاست تدارکات، منزل دوم، اتاق شماره ۲۴ به دست آورند.
{}
جواز فعالیت معتبر
تصفیه حسابات سال قبل
آفرها باید تا ساعت ده قبل از ظهر روز دوشنبه ۲۸ اسد تسلیم داده شود.
آخرین اعلانات
تماس با ما"""


def test_the_heading_of_a_list_stays_though_sites_have_its_words() -> None:
    assert (
        "شرایط اشتراک:\nجواز فعالیت معتبر\nتصفیه" in read_page(_OFFER.format("شرایط اشتراک:")).posts[0].body
    )


def test_the_heading_of_links_does_not() -> None:
    assert "بیشتر بخوانید" not in read_page(_OFFER.format("بیشتر بخوانید:")).posts[0].body


@pytest.mark.parametrize("name", ["دکتر مریم ثابت", "مریم ثابت"])
def test_a_surname_that_is_a_button_too_stays(name: str) -> None:
    page = f"آوای دانش\nدرس‌گفتارها\nاستادان\nورود\nهنر روایت در تاریخ بیهقی\n{name}\n۱۶ بهمن ۱۴۰۰\n{_LONG[0]}\n{_LONG[1]}\nنظرات\nتماس با ما"
    assert read_page(page).posts[0].author == name


def test_similar_questions_with_counters_are_no_posts() -> None:
    row = "{} شده در {} توسط farzad (۱۲۰ امتیاز)"
    page = [
        "پرسش و پاسخ", "سوال بپرسید", "چرا خازن داغ می‌شود؟", row.format("سوال", "۱۲ مرداد ۱۳۹۸"), _LONG[0],
        "ارسال یک دیدگاه", "۱ پاسخ", row.format("پاسخ داده", "۱۳ مرداد ۱۳۹۸"), _LONG[1], "سوالات مشابه",
        "تفاوت دو رگولاتور در چیست؟", row.format("سوال", "۲ تیر ۱۳۹۷"), "۰ امتیاز", "۰ پاسخ", "۶۴ بازدید",
        "محاسبه هیت‌سینک برای رگولاتور", row.format("سوال", "۳۰ دی ۱۳۹۷"), "۰ امتیاز", "۱ پاسخ",
    ]  # fmt: skip
    assert [post.body for post in read_page("\n".join(page)).posts] == [*_LONG]


def _front(second: str) -> str:
    names = ("ژاله مقدم", second, "مینا کریمی")
    days = ("۴ اسفند ۱۳۹۸", "۲۷ بهمن ۱۳۹۸", "۱۵ بهمن ۱۳۹۸")
    titles = ("کافه‌های بی‌منو", "تماشای باران", "نامه‌ای از اتاق")
    texts = (*_LONG, "هفتاد ساعت تصویر دارم و هر شب یکی از آدم‌ها از پرده بیرون می‌آید و چیزی می‌پرسد.")
    posts = zip(titles, names, days, texts, strict=True)
    return _MENU + "\n".join("\n".join((*post, "بیشتر")) for post in posts) + "\nصفحه ۱ از ۱۴\nبعدی"


def test_a_name_on_no_list_stands_where_the_others_stand() -> None:
    posts = read_page(_front("بردیا سالمی")).posts
    assert [post.title for post in posts] == ["کافه‌های بی‌منو", "تماشای باران", "نامه‌ای از اتاق"]
    assert [post.author for post in posts] == ["ژاله مقدم", "بردیا سالمی", "مینا کریمی"]


def test_members_sign_though_the_topic_names_one_of_them() -> None:
    card = "{}\nعضو تازه وارد\n{} اردیبهشت ۱۴۰۰\n#{}\n{}\nپاسخ\n"
    said = (
        ("کوهپیما", "۵", "۱", _LONG[0]),
        ("رکاب‌زن ۶۸", "۶", "۲", _LONG[1]),
        ("کوهپیما", "۹", "۳", "درست شد. مرسی."),
    )
    page = "انجمن‌ها\nورود\nترمز جیغ می‌کشد\nشروع کننده موضوع کوهپیما\n" + "".join(
        card.format(*post) for post in said
    )
    posts = read_page(page + "برای ارسال پاسخ باید وارد شوید یا ثبت نام کنید.\nموضوعات مشابه").posts
    assert [post.author for post in posts] == ["کوهپیما", "رکاب‌زن ۶۸", "کوهپیما"]
    assert [post.body for post in posts] == [*_LONG, "درست شد. مرسی."]
