"""Pairs judged by their neighbour, and endings by morphology: our own sentences, with near-misses."""

from __future__ import annotations

import pytest

from textnorm.chars import ZWNJ
from textnorm.lexicon.flags import After
from textnorm.ruleset.joiners.context import AGO, PREPOSED, TIME, WINE, between, classes, context_class
from textnorm.ruleset.joiners.finding import find_joins


def joined(text: str) -> str:
    for start, end, replacement, _ in reversed(find_joins(text)):
        text = text[:start] + replacement + text[end:]
    return text.replace(ZWNJ, "_")


@pytest.mark.parametrize(
    "text",
    [
        "آن مرد گیر افتاد و کمک خواست",
        "تیم ما خوب کار می_کند",
        "این در باز نمی_شود",
        "دیوار رو رنگ زدم",
        "نان رو از تنور بردار",
        "پرده را زود جمع کن",
        "کلید را پیش خودت نگه دار",
        "دو کتاب و یک نامه آورد",
        "گربه باز هم خوابید",
        "شاخه درخت در باد آسیب دیده است",
        "هههه چه خنده_دار",
        "شب برای ما قصه گفت و خوابید",
        "کوه ها را گرد و غبار گرفت".replace(" ها", "_ها"),
        "این چوب کار نجار است",
        "با برف بازی کردیم",
        "گربه با طناب بازی می_کند",
        "ماشین را همین_جا نگه دار",
        "پیمان نامه را برد",
        "بیابان گرد و خاک داشت",
        "چند تا بچه داری",
        "از باشگاه داری می_آیی",
        "تو که سرمایه داری چرا غصه می_خوری",
        "روزی عدالت خواهی دید",
        "تو سلامت خواهی بود",
        "بس است دیگر، ول کن برادر",
        "هر جا هستی خوش باشی",
        "به سنگ کاری نداشته باش",
        "زمین تنیس باز خیس شد",
        "دنباله رو نفهمیدم",
        "تازه کار پیدا کرده است",
        "امروز کم آب خورد",
        "هم صدا داشت هم تصویر",
        "ماه پیش فروش خوبی داشتند",
        "چند هفته پیش نمایش را دیدیم",
        "مدت_ها پیش خدمت بزرگی کرد",
        "لانه زنبور پشت در است",
    ],
)
def test_chance_neighbours_stay(text: str) -> None:
    assert joined(text.replace("_", ZWNJ)) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("مادربزرگ از قصه گویی خسته نمی_شود", "مادربزرگ از قصه_گویی خسته نمی_شود"),
        ("او به سفته بازی متهم است", "او به سفته_بازی متهم است"),
        ("حضرت علی علیه السلام", "حضرت علی علیه_السلام"),
        ("لپتاپ تازه", "لپ_تاپ تازه"),
        ("این حقالناس است", "این حق_الناس است"),
        ("آتشکدهای کهن", "آتشکده_ای کهن"),
        ("ستمدیدهای آمد", "ستمدیده_ای آمد"),
        ("لنینگراد و تصدیگری", "لنینگراد و تصدیگری"),
        ("از همه معذرت خواهی کرد", "از همه معذرت_خواهی کرد"),
        ("سرمایه داری را نمی_خواست", "سرمایه_داری را نمی_خواست"),
        ("پیش فروش بلیت", "پیش_فروش بلیت"),
        ("کم کاری کرد", "کم_کاری کرد"),
        ("پیش خرید کردند", "پیش_خرید کردند"),
        ("کف لانه زنبوری", "کف لانه_زنبوری"),
        ("پاکسازی و خونریزی", "پاکسازی و خونریزی"),
    ],
)
def test_word_lists_tell_of_compounds(text: str, after: str) -> None:
    assert joined(text) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("خودروی آسیب دیده را بردند", "خودروی آسیب_دیده را بردند"),
        ("پیاده رو باریک است", "پیاده_رو باریک است"),
        ("کشتی گیر ایرانی برد", "کشتی_گیر ایرانی برد"),
        ("فردا پیش بینی می_شود", "فردا پیش_بینی می_شود"),
        ("بی هدف راه رفت", "بی_هدف راه رفت"),
        ("دروغ پردازی می کند", "دروغ_پردازی می_کند"),
        ("برف بازی کردیم", "برف_بازی کردیم"),
        ("با برف بازی شروع شد", "با برف_بازی شروع شد"),
    ],
)
def test_compounds_are_joined(text: str, after: str) -> None:
    assert joined(text.replace("_", ZWNJ)) == after


@pytest.mark.parametrize(
    "text",
    [
        "کردهای کوهستان",
        "دورهایی از بازی",
        "مدیرهایشان",
        "ما می_میریم و شما می_میرید",
        "خانم میرنجفی و آقای میناوند",
        "هنر میدانی و میگساری",
        "شهر لنینگراد",
        "مشکل حل نشده و مانده",
        "ما میزبانید",
        "پیانوی استاینر",
        "و مافیها",
        "عادیات و ادبیات",
        "گروهی از کوهی آمدند",
    ],
)
def test_endings_that_are_none(text: str) -> None:
    assert joined(text.replace("_", ZWNJ)) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("درس را خواندهاست", "درس را خوانده_است"),
        ("او را ندیدهاند", "او را ندیده_اند"),
        ("می میریم", "می_میریم"),
        ("او می رنجاند و می رنجید", "او می_رنجاند و می_رنجید"),
        ("میمکید و میگراییدم", "می_مکید و می_گراییدم"),
        ("میجویند", "می_جویند"),
        ("نمیدونستی", "نمی_دونستی"),
        ("گوشهاشو گرفت", "گوش_هاشو گرفت"),
        ("پنجره هاتون", "پنجره_هاتون"),
        ("کوچه مون", "کوچه_مون"),
        ("درس هایی", "درس_هایی"),
        ("دفترچههایشان", "دفترچه_هایشان"),
        ("حرفهایها", "حرفه_ای_ها"),
        ("بهترتیب", "به_ترتیب"),
        ("اسکریپتهای تازه", "اسکریپت_های تازه"),
        ("کانتکستهایی ساخت", "کانتکست_هایی ساخت"),
        ("نیمهنهایی و تنها", "نیمه_نهایی و تنها"),
        ("دنیای ما و آسیای میانه", "دنیای ما و آسیای میانه"),
        ("دوستیای قدیمی", "دوستیای قدیمی"),
        ("رایجترین نامها", "رایج_ترین نام_ها"),
        ("پدیدهای نو", "پدیده_ای نو"),
        ("بردهای تیم و برآوردهای ما", "بردهای تیم و برآوردهای ما"),
        ("چهرهپردازی", "چهره_پردازی"),
        ("سهشاخه شد", "سه_شاخه شد"),
        ("بهویژه", "به_ویژه"),
        ("بازی های تان", "بازی_های_تان"),
    ],
)
def test_endings_come_back(text: str, after: str) -> None:
    assert joined(text) == after


@pytest.mark.parametrize(
    ("morpheme", "name"),
    [
        ("است", After.BE),
        ("می", After.PREFIX),
        ("ندارد", After.HAVE),
        ("افتادند", After.VERB),
        ("نخوندم", After.VERB),
        ("هم", After.AGAIN),
        ("را", After.RA),
        ("هایش", After.PLURAL),
        ("", After.END),
        ("؛", After.END),
        ("بزرگ", After.OTHER),
        ("ای", After.ARTICLE),
    ],
)
def test_classes_of_context(morpheme: str, name: After) -> None:
    assert context_class(morpheme) == name


def test_wine_is_a_bit_above_the_classes() -> None:
    assert context_class("جام") == context_class("۱۲") - After.END == WINE
    assert max(After) < PREPOSED
    assert context_class("سال") == TIME
    assert all(len(morpheme) < 12 for _, morphemes in classes() for morpheme in morphemes)


def test_a_time_before_a_pair_is_told_in_its_context() -> None:
    assert between("هفته", "خوبی") == AGO
    assert between("در", "کرد") == PREPOSED | After.VERB
    assert between("کتاب", "۱۲") == After.END
