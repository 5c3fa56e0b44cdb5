"""Generated mixed text for the engines: Persian as it is scraped, English, code, addresses, dates. Same seed, same rows."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CLEAN = (
    "باران برف هوا شهر تیم بازی کتاب خانه و در از به که را با این آن است شد بود کرد دستور پخت برنج زعفران بازیکن گل زد نیمه دوم "
    "هوای سرد تازه امروز دیروز فردا بعد پیش زیر روی میان باغ رود کوه دریا جنگل نان پنیر چای قند نمک آب آتش باد خاک سنگ چوب راه جاده "
    "پل خیابان میدان مدرسه کلاس درس معلم دوست همسایه مهمان سفر قطار اتوبوس ساعت هفته ماه سال روز شب صبح ظهر عصر داور مربی زمین توپ "
    "برنامه رایانه پرونده پوشه شبکه نسخه کاربر صفحه خط واژه حرف عدد نشانی پیام تصویر صدا رنگ سبز آبی سرخ سفید سیاه بزرگ کوچک بلند کوتاه "
    "کتاب‌ها می‌بارد نمی‌دانم خانه‌ای نسخهٔ زمستان بهار تابستان پاییز ابر مه تگرگ توفان دما درجه فشار رطوبت پیش‌بینی گزارش خبر یادداشت"
).split(" ")
DAMAGED = (
    "تيم بازي كتاب كتابها مي‌خواهم خانه\u00a0ها می\u200c\u200cبارد ميروند هواي رساني سـلام مَشكل عاليييي ,ولي «برف » ( تهران ) ٣٤ "
    "&nbsp;باران &zwnj;ها 12 ۱۴۰۲ 3.5% ... یہ لە"
).split(" ")
APART = ["نمي دانم", "كتاب هاي", "دروازه بان", "نرم افزار", "شده است ،", "مي خواهم", "به روز رساني"]
ENGLISH = (
    "the rain stopped and then it snowed on hills north of town while players waited for a second half with tea bread rice "
    "saffron recipe software version update file README.md v1.2.3 https://example.org/a?b=c&d `x  =  a[i]` ali@example.org "
    "Python 3.11 code page user network weather forecast report cold warm green blue road bridge school teacher friend journey"
).split(" ")
DATES = (
    "۸ مهر ۱۳۹۷",
    "۱۴۰۲/۷/۸",
    "سی ام اسفند ۱۴۰۳",
    "1398-02-30",
    "شنبه ۳۱ مهر ۱۴۰۰",
    "مهر ۱۴۰۲",
    "3 May 2021",
)
#: no UTF-8
BAD_BYTES = b"\xff\xfe bad \x80"
MISSING_EVERY, BAD_EVERY = 97, 1009


def sentence(dice: random.Random) -> str:
    """A sentence of one language; in Persian about one word in twelve is damaged."""
    length = dice.randrange(6, 24)
    if dice.random() < 0.25:
        return " ".join(dice.choices(ENGLISH, k=length)) + "."
    words = dice.choices(CLEAN, k=length)
    for _ in range(length // 12 + 1):
        words[dice.randrange(length)] = dice.choice(DAMAGED + APART)
    if dice.random() < 0.1:
        words.insert(length // 2, dice.choice(DATES))
    return " ".join(words) + dice.choice((".", " .", "؟", "!", "،"))


def document(dice: random.Random) -> str:
    """Some lines of some sentences each."""
    lines = (" ".join(sentence(dice) for _ in range(3)) for _ in range(dice.randrange(2, 12)))
    return "\n".join(lines)


def rows(size: int, seed: int = 9) -> Iterator[tuple[int, str | None]]:
    """Number and text until *size* bytes are made; every 97th row has no text."""
    dice = random.Random(seed)
    number = made = 0
    while made < size:
        text = None if number % MISSING_EVERY == 5 else document(dice)
        made += len((text or "").encode())
        yield number, text
        number += 1


def is_bad(number: int) -> bool:
    """Whether the files hold a row here that cannot be read, in place of its text."""
    return number % BAD_EVERY == 7


def write_json_lines(path: Path, table: list[tuple[int, str | None]]) -> None:
    """A record a line; the bad ones are cut off in the middle."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in table:
            line = json.dumps({"id": number, "text": text}, ensure_ascii=False)
            file.write((line[:-9] if is_bad(number) and text else line) + "\n")


def write_parquet(path: Path, table: list[tuple[int, str | None]], groups: int = 16) -> None:
    """Strings as other programs leave them: some are no UTF-8."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    raw: list[Any] = [BAD_BYTES if is_bad(number) else text and text.encode() for number, text in table]
    texts = pa.array(raw, pa.binary()).view(pa.string())
    ids = pa.array([number for number, _ in table], pa.int64())
    pq.write_table(
        pa.table({"id": ids, "text": texts}),
        path,
        row_group_size=max(1, len(table) // groups),
        use_dictionary=False,
    )
