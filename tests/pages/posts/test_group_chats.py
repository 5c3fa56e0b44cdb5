"""Chats of groups are parted at the names above the clocks of their messages."""

from __future__ import annotations

from textnorm import read_page

MESSAGES = [
    ("پیمان", "۰۸:۱۴", "برنامه جمعه سر جای خودش است و ساعت پنج صبح جلوی پمپ بنزین راه می‌افتیم."),
    ("ژینو", "۰۸:۲۰", "پارسال نیمه راه یخ زده بود و دو نفر مجبور شدند با ترس برگردند."),
    ("پیمان", "۰۸:۳۱", "باتوم و چراغ پیشانی هم فراموش نشود، چون برگشت به تاریکی می‌خورد."),
]
TOP = ["گروه کوهنوردان شاهو", "۲۱۴ عضو"]


def chat(*days: str) -> str:
    parted = [*days, *[""] * (len(MESSAGES) - len(days))]
    rows = [line for day, message in zip(parted, MESSAGES, strict=True) for line in (day, *message) if line]
    return "\n".join([*TOP, *rows])


def test_each_message_is_a_post_of_its_sender() -> None:
    posts = read_page(chat()).posts
    assert [(post.author, post.body) for post in posts] == [(name, said) for name, _, said in MESSAGES]


def test_a_day_above_messages_is_that_of_all_below_it() -> None:
    posts = read_page(chat("۱۲ مهر ۱۴۰۱", "", "۱۳ مهر ۱۴۰۱")).posts
    assert [str(post.date) for post in posts] == ["2022-10-04", "2022-10-04", "2022-10-05"]


def test_one_sender_is_enough_for_a_channel() -> None:
    posts = read_page(chat().replace("ژینو", "پیمان")).posts
    assert [post.body for post in posts] == [said for _, _, said in MESSAGES]


def test_names_and_clocks_below_a_text_are_no_messages() -> None:
    text = "دیروز با گروه به کوه رفتیم و تا غروب در برف راه رفتیم و برگشتیم."
    posts = read_page("\n".join(["خانه", "تماس با ما", "کوه در برف", text, *chat().split("\n")[2:]])).posts
    assert posts[0].body.startswith(text)
    assert len(posts) == 1
