"""Rows that part posts and rows of readers that look like them; topics and tags; texts without a page round them."""

import pytest

from textnorm import PageOptions, read_page

_KEEP = PageOptions(comments="keep")
_MENU = "خانه\nدرباره من\nتماس با ما\n"
_FORM = "دیدگاهتان را بنویسید\nنام\nایمیل\nوب‌سایت"
_POSTS = (
    ("غروب در بندر کنگ", "رسیدیم بندر کنگ و هوا شرجی بود و بادگیرها نگاهمان می‌کردند."),
    ("فیلم‌های کهنه", "دوستی ده حلقه فیلم کهنه برایم آورد که رنگشان بنفش شده بود."),
    ("تعمیر زنیت", "پرده دوربین گیر کرده بود و تعمیرکار گفت نگه دار برای نوه‌ات."),
)


def _archive(*names: str) -> str:
    rows = zip(_POSTS, names, (17, 12, 2), strict=True)
    return _MENU + "\n".join(f"{title}\n{day} ژوئن ۲۰۱۴ {name}\n{text}" for (title, text), name, day in rows)


def test_rows_that_one_author_signs_part_posts() -> None:
    posts = read_page(_archive("آرش", "آرش", "آرش")).posts
    assert [post.title for post in posts] == [title for title, _ in _POSTS]
    assert {post.author for post in posts} == {"آرش"}


def test_rows_that_several_sign_do_not() -> None:
    assert len(read_page(_archive("آرش", "مینا", "کاوه")).posts) == 1


_POST = """صفحه اصلی
پیکان ۴۸ من روشن شد
چهارشنبه 14 تیر 1391 12:33 ب.ظ
نویسنده : سعید
بعد از سه سال خوابیدن در حیاط امروز پیکان روشن شد و صدایش مثل روز اول است.
کاربراتورش را از یک اوراقی در شهر ری پیدا کردم و شمع‌ها را هم عوض کردم.
برچسب ها : پیکان
"""
_READERS = """مینا
پنجشنبه 15 تیر 1391 09:10 ق.ظ
دمت گرم، عکسش را هم بگذار تا ببینیم چه شکلی شده است.
reza_k
پنجشنبه 15 تیر 1391 11:52 ب.ظ
مبارک باشه. من هم یک جوانان ۵۵ دارم که لوازمش پیدا نمی‌شود.
"""


def test_days_below_names_are_those_of_readers() -> None:
    (post,) = read_page(_POST + _READERS, _KEEP).posts
    assert post.comments == tuple(_READERS.splitlines())


def test_days_with_bylines_are_those_of_posts() -> None:
    second = _POST.replace("پیکان ۴۸", "ژیان ۵۲").replace("14 تیر", "21 تیر").partition("\n")[2]
    assert len(read_page(_POST + second).posts) == 2


@pytest.mark.parametrize(
    ("below", "title"),
    [("ابزارهای موضوع", "برگ‌های زاموفیلیا زرد شده"), ("بازدید : 214", None)],
)
def test_the_label_of_a_topic_is_that_of_tags_elsewhere(below: str, title: str | None) -> None:
    text = "دو ماه است که برگ‌های زاموفیلیا یکی یکی زرد می‌شود و می‌افتد."
    page = f"تالار گفتگو\nلیست کاربران\nموضوع: برگ‌های زاموفیلیا زرد شده\n{below}\n1393/02/21\n{text}\nپاسخ با نقل قول"
    assert read_page(page).posts[0].title == title


def test_tags_end_above_a_label_with_its_value() -> None:
    text = "معاون وزیر گفت مستاجران از هفته آینده قرارداد خود را رایگان ثبت می‌کنند.\n" * 2
    page = f"{_MENU}مسکن\n{text}برچسب‌ها:\nاجاره\nمستاجر\nلینک کوتاه: https://spr.example/x7\nاخبار مرتبط"
    assert read_page(page).posts[0].tags == ("اجاره", "مستاجر")


@pytest.mark.parametrize(
    ("row", "day"),
    [("پانزدهم شهریور هزار و سیصد و نود و هفت", "2018-09-06"), ("هزار و سیصد و نود و هفت تومان", "None")],
)
def test_days_in_words_are_days(row: str, day: str) -> None:
    text = "دیروز باران آمد و همه خیابان‌های شهر را آب گرفت.\nامروز هم باران می‌آید و کسی بیرون نمی‌رود."
    assert str(read_page(f"{_MENU}باران در شمال\n{row}\n{text}").posts[0].date) == day


def test_a_text_that_begins_with_a_sentence_keeps_it() -> None:
    series = "This is part of a series with a nonprofit that teaches people how to garden without any poison."
    verses = "Do not raise\nyour small voice against it. And do not\ntake cover. Instead, curl your toes\ninto the grass"
    text = (
        "Even for the most optimistic of us it can be hard to stay positive in these days of rain and wind.\n"
        * 9
    )
    body = read_page(f"{series}\n\n{verses}\n—Ross Gay, Thank You\n\n{text}").posts[0].body
    assert series in body
    assert "into the grass" in body


_QUESTION = """پرسا
خانه
افزودن پرسش
چرا بعضی‌ها در خواب راه می‌روند؟
دنبال کردن
"""
_ANSWER = """{name}
{row}
راه رفتن در خواب زمانی رخ می‌دهد که بخشی از مغز بیدار می‌شود و بخش دیگر نه.
"""


@pytest.mark.parametrize(
    ("rows", "posts"), [(("پزشک · ۲ سال", "خوابگرد · ۱ سال"), 3), (("۲ قاشق", "۱ قاشق"), 1)]
)
def test_answers_say_how_old_they_are(rows: tuple[str, str], posts: int) -> None:
    said = zip(("مینا مهدوی", "علی رضایی"), rows, strict=True)
    page = read_page(_QUESTION + "".join(_ANSWER.format(name=name, row=row) for name, row in said))
    assert len(page.posts) == posts
    assert page.posts[0].title == "چرا بعضی‌ها در خواب راه می‌روند؟"


def test_an_answer_may_have_no_day() -> None:
    question = "سلام. من هر روز صبح پیش از صبحانه دو فنجان قهوه می‌خورم و معده‌ام می‌سوزد."
    answer = "قهوه ترشح اسید را زیاد می‌کند و با معده خالی می‌تواند سوزش بدهد."
    page = f"خانه\nپرسش و پاسخ\nآیا قهوه برای معده ضرر دارد؟\n۱۹ مهر ۱۴۰۰\n{question}\nپاسخ پزشک\nدکتر مینا افشار\n{answer}\nپرسش‌های مشابه"
    asked, answered = read_page(page).posts
    assert (asked.body, answered.body, answered.author) == (question, answer, "دکتر مینا افشار")


def _messages(*names: str) -> str:
    texts = (text for _, text in _POSTS)
    return "خانه\nکاوش\n" + "\n".join(
        f"{name} صبوری\n@sabouri_{len(name)}\n۲ ساعت\n{text}\n۳\n۱۲"
        for name, text in zip(names, texts, strict=True)
    )


def test_messages_of_one_account_are_posts() -> None:
    posts = read_page(_messages("مینا", "مینا", "مینا")).posts
    assert [(post.author, post.title) for post in posts] == [("مینا صبوری", None)] * 3


def test_a_sentence_of_wordpress_is_a_row() -> None:
    text = "چادر را کنار جاده زدم و راننده کامیونی یک خربزه داد و رفت.\nصبح ردپای شترها دور چادر بود و هیچ چیز کم نشده بود."
    row = "این نوشته در ۱۳ مرداد ۱۳۹۴ توسط کیوان در سفرنامه ارسال شده است."
    (post,) = read_page(f"{_MENU}شبی در کویر\n{text}\n{row}\nپاسخی بگذارید").posts
    assert (str(post.date), post.author, post.body) == ("2015-08-04", "کیوان", text)


def test_when_and_where_belong_to_the_text() -> None:
    facts = "زمان: پنجشنبه ۱۶ آذر، ساعت ۱۸\nمکان: تالار کودک، طبقه دوم"
    text = "برق تالار را خاموش می‌کنیم و سه قصه‌گو از سه شهر قصه می‌گویند.\nکودکان زیر شش سال با یکی از بزرگ‌ترها بیایند."
    page = f"{_MENU}برنامه‌ها\nشب قصه‌گویی در نور شمع\n{{}}{text}\nثبت‌نام\nبرنامه‌های بعدی\nکارگاه صحافی"
    assert read_page(page.format(f"{facts}\n")).posts[0].body == f"{facts}\n{text}"
    assert read_page(page.format("زمان: ۱۶ آذر\n")).posts[0].body == text


def test_the_mail_of_a_list_says_who_sent_it_and_when() -> None:
    text = "پیشنهاد من برای این واژه «ابزارک» است و در پنجره تنظیمات هم جا می‌شود."
    rows = "Dara Novak dara at lists.example.org\nTue Mar 17 21:40:12 IRST 2009\nPrevious message: [l10n] نشست بعدی"
    (post,) = read_page(
        f"[l10n] ترجمه واژه ابزار\n{rows}\nMessages sorted by: [ date ] [ thread ]\n{text}\nدارا"
    ).posts
    assert (post.title, post.author, str(post.date)) == (
        "[l10n] ترجمه واژه ابزار",
        "Dara Novak",
        "2009-03-17",
    )


@pytest.mark.parametrize(
    ("row", "author"), [("رحمان ۳ تیر ۱۴۰۰ ۲ دیدگاه", "رحمان"), ("برداشت ۳ تیر ۱۴۰۰ ۲ دیدگاه", None)]
)
def test_a_given_name_beside_the_day_below_a_title_signs(row: str, author: str | None) -> None:
    text = "شب‌ها کندوها را می‌بندیم و صبح در دشت خوی باز می‌کنیم.\nزنبورها یک ساعت گیج می‌مانند و بعد انگار همیشه همان‌جا بوده‌اند."
    assert read_page(f"{_MENU}کوچ به دشت آفتابگردان\n{row}\n{text}\n{_FORM}").posts[0].author == author


def test_the_day_beside_the_number_of_an_issue_dates_a_page() -> None:
    text = "نویسنده‌ای را می‌شناسم که هر روز صبح پشت میز می‌نشیند و منتظر می‌ماند.\nپارسال پرسیدم آمد و گفت یک بار آمد، من برای چای رفته بودم."
    page = f"روزنامه آفتاب\n{{}}\nصفحه اول\nاندیشه\nآرشیو\nداستانی که خودش را نوشت\nنوشته: کامران نیا\n{text}\nنسخه چاپی"
    assert str(read_page(page.format("شماره ۹۱۲ - پنجشنبه ۸ مرداد ۱۳۸۳")).posts[0].date) == "2004-07-29"
    assert read_page(page.format("امروز پنجشنبه ۸ مرداد ۱۳۸۳")).posts[0].date is None


@pytest.mark.parametrize(
    ("row", "day"), [("نوشته خبرچین در دوشنبه ۱۱ فوریه ۲۰۰۸", "2008-02-11"), ("نوشته‌ها", "None")]
)
def test_who_wrote_in_one_row_with_the_day(row: str, day: str) -> None:
    text = "برای بار سوم در یک ماه لوله آب خیابان یازدهم ترکید و پیاده‌رو یخ زد.\nشهرداری می‌گوید لوله‌ها متعلق به آب و فاضلاب است."
    (post,) = read_page(f"{_MENU}لوله باز هم ترکید\n{row}\n{text}\n{_FORM}").posts
    assert (str(post.date), post.author) == (day, "خبرچین" if day != "None" else None)


def test_tags_with_hashes_end_no_text() -> None:
    text = "پژوهشگران چهار اختاپوس را پنجاه روز زیر نظر گرفتند و رنگشان را ثبت کردند.\n#خواب این روزها واژه‌ای است که همه از آن می‌گویند و می‌نویسند."
    (post,) = read_page(f"{_MENU}اختاپوس‌ها\n{text}\n#اختاپوس #خواب\n{_FORM}").posts
    assert (post.body, post.tags) == (text, ("اختاپوس", "خواب"))


def test_a_question_on_the_first_line_of_a_page_is_its_title() -> None:
    title, text = (
        "چرا خواب بعدازظهر بعضی‌ها را خسته‌تر می‌کند؟",
        "همه ما کسی را می‌شناسیم که بعد از ده دقیقه چرت سرحال می‌شود.",
    )
    page = (
        f"{title}\nنیلوفر امینی\n۳ ساعت پیش\nزمان مطالعه: ۵ دقیقه\n{text}\n{text[:-1]} و کار می‌کند.\n{_FORM}"
    )
    assert read_page(page).posts[0].title == title
