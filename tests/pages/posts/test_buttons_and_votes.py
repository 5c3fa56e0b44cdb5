"""Buttons and votes of readers, days on which something takes place, channels that sign."""

from textnorm import PageOptions, read_page

_KEEP = PageOptions(comments="keep")
_MENU = "خانه\nدرباره من\nتماس با ما\nجستجو\nورود"
_FORM = "دیدگاهتان را بنویسید\nنام\nایمیل\nوب‌سایت"
_PROSE = "باغ تازه شهر امروز باز شد و مردم از صبح زیر درختان توت نشستند و چای خوردند.\nباغبان می‌گوید این درختان را پدرش پنجاه سال پیش کاشته است."


def test_links_to_reply_and_votes_are_no_comments() -> None:
    said = "نظرات شما (۲)\nکیانا\n۲ آبان ۱۴۰۱، ۱۹:۳۳\nچه باغ خوبی.\nپاسخ دهید\n👍 ۱۸\n👎 ۲\nآرش\n۳ آبان ۱۴۰۱، ۰۰:۱۲\nما هم رفتیم.\nپاسخ دهید\n👍 ۷\n👎 ۱"
    page = f"{_MENU}\nباغ تازه\n۱ آبان ۱۴۰۱\n{_PROSE}\n{said}\n{_FORM}"
    (post,) = read_page(page, _KEEP).posts
    assert list(post.comments) == ["کیانا", "۲ آبان ۱۴۰۱، ۱۹:۳۳", "چه باغ خوبی.", "آرش", "۳ آبان ۱۴۰۱، ۰۰:۱۲", "ما هم رفتیم."]  # fmt: skip


def test_a_link_to_reply_tells_a_comment_below_other_texts() -> None:
    said = "شاید بپسندید\nباران در راه\nسینا آزادی\n۲ سال پیش\nایده خوبی بود.\nپاسخ"
    (post,) = read_page(f"{_MENU}\nباغ تازه\n۱ آبان ۱۴۰۱\n{_PROSE}\n{said}\n{_FORM}", _KEEP).posts
    assert list(post.comments) == ["سینا آزادی", "۲ سال پیش", "ایده خوبی بود."]


def test_when_something_takes_place_is_no_day_of_the_post_that_has_one() -> None:
    page = f"{_MENU}\nنشست باغ‌داران\n{_PROSE}\nزمان: دوشنبه ۱۹ آذر ۱۳۹۷، ساعت ۹\nورود برای همه آزاد است و چای هم هست.\nتاریخ انتشار: ۱۲ آذر ۱۳۹۷\n{_FORM}"
    (post,) = read_page(page).posts
    assert str(post.date) == "2018-12-03"
    assert "زمان: دوشنبه ۱۹ آذر ۱۳۹۷، ساعت ۹" in post.body


def test_a_channel_without_days_signs_its_messages() -> None:
    message = "باغ بان\n{}\n1.2K views\n1{}:04"
    texts = ("آب باغ فردا از ساعت ۸ تا ۱۲ قطع است.", "درختان توت ته باغ را امروز با کمک همسایه‌ها هرس کردیم.", "نهال انجیر رسید و برای همه اعضای باغ رایگان است.")  # fmt: skip
    page = "Telegram\nباغ بان\n@bagh_ban\n8.21K\nsubscribers\nDownload Telegram\n" + "\n".join(
        message.format(text, n) for n, text in enumerate(texts)
    )
    assert [(post.author, post.body) for post in read_page(page).posts] == [
        ("باغ بان", text) for text in texts
    ]
