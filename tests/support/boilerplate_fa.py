"""A generator of Persian boilerplate round clean posts, in the shapes of Blogfa, Blogspot, WordPress and news.

All text is our own writing on neutral subjects.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

POSTS = (
    ("باران پاییزی در شمال", "باران از بامداد امروز در شهرهای شمالی آغاز شد و تا شب ادامه خواهد داشت.\nهواشناسی اعلام کرد که دمای هوا در این منطقه تا پنج درجه کاهش می‌یابد و مردم باید لباس گرم همراه داشته باشند.\nرانندگان نیز بهتر است پیش از سفر از وضع جاده‌ها آگاه شوند، زیرا در گردنه‌ها مه غلیظ دیده می‌شود."),
    ("طرز تهیه آش رشته", "برای پختن آش رشته ابتدا نخود و لوبیا را از شب پیش در آب خیس کنید تا زودتر نرم شود.\nسپس پیاز را سرخ کنید، سبزی خردشده را به آن بیفزایید و با آب روی شعله ملایم بگذارید.\nدر پایان رشته را اضافه کنید و آش را با کشک، نعناداغ و سیرداغ بیارایید."),
    ("برد تیم شهر در آخرین دقیقه", "تیم فوتبال شهر در دیداری پرهیجان توانست با گل دقیقه نود حریف خود را شکست دهد.\nمربی تیم پس از بازی گفت که بازیکنان تا سوت پایان جنگیدند و سزاوار این برد بودند.\nاین تیم هفته آینده در ورزشگاه خانگی خود به دیدار صدرنشین جدول می‌رود."),
    ("معرفی یک ویرایشگر متن", "نسخه تازه این ویرایشگر متن با پشتیبانی بهتر از زبان فارسی منتشر شده است.\nدر این نسخه می‌توان چند پرونده را کنار هم باز کرد و نیم‌فاصله را با یک کلید نوشت.\nبرنامه رایگان است و روی همه سیستم‌های رایج اجرا می‌شود، هرچند راهنمای آن هنوز کامل نیست."),
    ("گردش یک‌روزه در دره گل‌ها", "صبح زود راه افتادیم و پس از دو ساعت رانندگی به دره رسیدیم که پر از گل‌های زرد و بنفش بود.\nدر مسیر رودخانه ناهار خوردیم و بچه‌ها کنار آب با سنگ‌ها خانه کوچکی ساختند.\nهنگام غروب با خاطره‌ای خوش برگشتیم و قرار گذاشتیم که بهار آینده دوباره به آنجا برویم."),
)  # fmt: skip

#: date as Blogspot, as Blogfa and as news sites write it, with its Gregorian day
DATES = (
    ("۱۳۹۷ مهر ۸, یکشنبه", "۸ مهر ۱۳۹۷", "2018-09-30"),
    ("۱۳۹۷ مهر ۱, یکشنبه", "۱ مهر ۱۳۹۷", "2018-09-23"),
    ("۱۳۹۷ شهریور ۲۶, دوشنبه", "۲۶ شهریور ۱۳۹۷", "2018-09-17"),
    ("۱۳۹۷ شهریور ۲۴, شنبه", "۲۴ شهریور ۱۳۹۷", "2018-09-15"),
    ("۱۳۹۷ شهریور ۱۶, جمعه", "۱۶ شهریور ۱۳۹۷", "2018-09-07"),
)
NAMES = ("مینا رستگار", "آرش پاکدل", "نگار فرهمند")


Posts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Expected:
    """What read_page() should find: (title, day, body lines) of each post."""

    posts: tuple[tuple[str, str, tuple[str, ...]], ...]


#: the same in English: Persian boilerplate stands round English posts too
POSTS_EN = (
    ("A quiet morning at the harbour", "The first boats left the harbour at five, and the sea was so flat that the lamps stood in it like pillars.\nNobody spoke on the quay, and even the gulls waited on the roof of the fish hall.\nAt seven the wind came up from the west, and the day began as it always does."),
    ("How to keep basil alive", "Basil from the shop dies because twenty plants share one small pot and fight for light.\nTake them apart, plant four together, and water them from below in the morning.\nPinch off the flowers as soon as they show, or the leaves will turn bitter."),
    ("A draw in the rain", "The match ended without a goal, although the home side hit the post twice in the last ten minutes.\nThe pitch was heavy after three days of rain, and every long ball stopped where it fell.\nBoth coaches said that they would have been glad of a dry hour."),
)  # fmt: skip

MENU = (
    "خانه", "درباره ما", "تماس با ما", "آرشیو", "ورود", "صفحه نخست", "جستجو", "عضویت", "ارتباط با ما", "نقشه سایت",
    "دانلود", "گالری عکس", "پست الکترونیک", "پروفایل مدیر وبلاگ",
)  # fmt: skip
TITLES = (
    "دفتر خاطرات", "چند عکس تازه", "سفر به کویر", "طرز تهیه مربای به", "پل چوبی روستا", "خرید دوچرخه دست دوم",
    "نمایشگاه گل باز شد", "آغاز فصل اسکی", "کتابخانه شهر نوسازی شد",
)  # fmt: skip
MONTHS = ("مهر ۱۳۹۷ (۳)", "شهریور ۱۳۹۷ (۵)", "مرداد ۱۳۹۷ (۱)", "تیر ۱۳۹۷ (۷)")
HEADINGS = ("آخرین مطالب", "مطالب مرتبط", "پربازدیدترین‌ها", "نوشته‌های تازه", "پیوندهای روزانه")
SHARE = ("اشتراک‌گذاری", "تلگرام", "واتساپ", "توییتر", "ایمیل", "لینک کوتاه")
THREAD = (
    "۲ دیدگاه", "مینا می‌گوید:", "۱۲ آبان ۱۳۹۷ در ۹:۳۰", "خیلی خوب بود، سپاس.", "پاسخ", "آرش می‌گوید:",
    "۱۳ آبان ۱۳۹۷ در ۱۰:۱۵", "عکس هم بگذارید.", "پاسخ", "دیدگاهتان را بنویسید", "نام *", "ایمیل *",
)  # fmt: skip
FOOTERS = (
    ("کلیه حقوق این سایت محفوظ است.", "طراحی قالب: نگاره"),
    ("تمامی حقوق مادی و معنوی محفوظ است", "قوانین و مقررات", "حریم خصوصی"),
    ("استفاده از مطالب با ذکر منبع بلامانع است.", "RSS", "آمار بازدید: ۱۲۳۴"),
)


def blogspot(rng: random.Random, count: int, posts: Posts = POSTS) -> tuple[str, Expected]:
    """Date above, title, body, byline and comment count below."""
    chosen = rng.sample(posts, count)
    lines: list[str] = []
    for (title, body), (above, _, _) in zip(chosen, DATES, strict=False):
        lines += [
            above,
            "",
            title,
            "",
            *body.split("\n"),
            "",
            f"ارسال شده توسط {rng.choice(NAMES)}",
            "هیچ نظری موجود نیست:",
            "",
        ]
    return "\n".join(lines), _expected(chosen)


def blogfa(rng: random.Random, count: int, posts: Posts = POSTS) -> tuple[str, Expected]:
    """Title, body, then the byline with the date, below each post."""
    chosen = rng.sample(posts, count)
    lines: list[str] = []
    for (title, body), (_, day, _) in zip(chosen, DATES, strict=False):
        lines += [
            title,
            *body.split("\n"),
            f"نوشته شده توسط {rng.choice(NAMES)} در {day} ساعت ۱۳:۲۰",
            "نظر بدهید",
            "",
        ]
    return "\n".join(lines), _expected(chosen)


def wordpress(rng: random.Random, count: int, posts: Posts = POSTS) -> tuple[str, Expected]:
    """Title, date under it, body, tags."""
    chosen = rng.sample(posts, count)
    lines: list[str] = []
    for (title, body), (_, day, _) in zip(chosen, DATES, strict=False):
        lines += [title, "", day, "", *body.split("\n"), "", "برچسب‌ها: هوا، شهر", "۳ دیدگاه", ""]
    return "\n".join(lines), _expected(chosen)


def news(rng: random.Random, count: int = 1, posts: Posts = POSTS) -> tuple[str, Expected]:
    """One article with its label rows above and its widgets below."""
    chosen = rng.sample(posts, 1)
    (title, body), (_, day, _) = chosen[0], DATES[0]
    lines = [
        "خانه » اخبار » جامعه",
        title,
        f"تاریخ انتشار: {day} - ۱۰:۲۵",
        "کد خبر: ۴۵۶۷۸",
        "",
        *body.split("\n"),
        "",
    ]
    lines += ["برچسب‌ها: هوا، شهر", "", "اخبار مرتبط", "نمایشگاه گل باز شد", "کتابخانه شهر نوسازی شد"]
    return "\n".join(lines), _expected(chosen)


def _expected(chosen: list[tuple[str, str]]) -> Expected:
    return Expected(
        tuple(
            (title, day, tuple(body.split("\n")))
            for (title, body), (_, _, day) in zip(chosen, DATES, strict=False)
        )
    )


SHAPES = {"blogspot": blogspot, "blogfa": blogfa, "wordpress": wordpress, "news": news}


def naive(text: str, rng: random.Random) -> str:
    """The page with menu, side bar, archive, share row, thread and footer, as a naive scraper leaves it.

    The side bar stands above the posts or below them; the thread only below them, and not always.
    """
    side = [rng.choice(HEADINGS), *rng.sample(TITLES, rng.randint(3, 5)), "آرشیو وبلاگ", *MONTHS]
    above, below = (side, []) if rng.random() < 0.5 else ([], side)
    menu = rng.sample(MENU, rng.randint(5, 10))
    share = rng.sample(SHARE, rng.randint(3, 6))
    thread = THREAD if rng.random() < 0.5 else ()
    return "\n".join([*menu, *above, *text.split("\n"), *share, *thread, *below, *rng.choice(FOOTERS)])
