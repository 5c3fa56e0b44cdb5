"""Pieces of made-up Persian pages: names, dates, words and sentences, and where they are read from."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from textnorm.pages.interface.templates import phrases, roles_data, templates

Rows = list[tuple[str, str]]
MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
DAYS = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"]
NAMES = "مینا کاوه سارا رضا مریم بهنام نسرین پویا لیلا آرش شیرین فرهاد نرگس سینا الهام کیان سحر حمید زهرا امیر".split()
FAMILIES = "کریمی رستمی احمدی نوری صادقی کاظمی شریفی مرادی جلالی رحیمی بهاری یزدی کاویانی فرهمند".split()
UNITS = "پیمانه قاشق گرم عدد کیلو لیوان متر دقیقه برگ بسته".split()
CODE = [
    "pip install rain",
    "print(x + 1)",
    "x = 1",
    "git clone https://example.org/a.git",
    "sudo apt update",
    "}",
    "return total",
]
HEADS = [
    "نتیجه",
    "مواد لازم",
    "طرز تهیه",
    "روش کار",
    "نکته‌ها",
    "جمع‌بندی",
    "پرسش‌های رایج",
    "مقدمه",
    "منابع",
    "مرحله اول",
    "چند نکته",
]
#: what the lines of a table are called
FIELDS = (
    "رنگ وزن ابعاد جنس قیمت وضعیت ظرفیت توان مدل برند اندازه طول عرض ارتفاع حقوق سابقه مدرک محل مهلت زمان مدت تعداد کالری "
    "سختی هزینه ناشر نویسنده مترجم قطع صفحه‌ها شابک بیمه گارانتی محله متراژ طبقه پارکینگ کارگردان بازیگران"
).split()
#: words that neither begin nor end a headline
EDGES = set(
    "و در به از که این آن را با است برای تا بر یک هم می شد شود کرد کند بود ها اما یا نیز خود او ما شما من آنها پس هر اگر باید های ای".split()
)
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


class Pieces:
    """One source of pieces: the strings by role, the sentences, and a random generator."""

    def __init__(self, strings: dict[str, list[list[str]]], sentences: Sequence[str], seed: int) -> None:
        self.strings, self.sentences, self.random = strings, sentences, random.Random(seed)
        self.latin = False
        self.place = 0

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, choices: Sequence[str]) -> str:
        return self.random.choice(choices)

    def number(self, least: int, most: int) -> str:
        text = str(self.random.randint(least, most))
        return text if self.latin else text.translate(PERSIAN)

    def string(self, role: str) -> str:
        """An interface string of a role, its slots filled."""
        text = self.one(self.random.choice(self.strings[role]))
        text = re.sub(r"\{n\}", lambda _: self.number(1, 90), text)
        text = re.sub(r"\{name\}", lambda _: self.words(1, 2), text)
        return re.sub(r"\{text\}", lambda _: self.words(2, 6), text)

    def sentence(self) -> str:
        """The next sentence of the source: neighbours stay neighbours."""
        self.place = (self.place + 1) % len(self.sentences)
        return self.sentences[self.place]

    def words(self, least: int, most: int) -> str:
        """Some words from inside a sentence: a headline, a name of a section."""
        self.place = (self.place + self.random.randint(1, 50)) % len(self.sentences)
        found = self.sentences[self.place].rstrip(" .!؟").split()
        size = self.random.randint(least, most)
        start = self.random.randint(0, max(len(found) - size, 0))
        found = found[start : start + size]
        while found and (found[0] in EDGES or not found[0].isalnum()):
            found = found[1:]
        while found and found[-1] in EDGES:
            found = found[:-1]
        return " ".join(found).strip(' ،؛:.«»()-"') or self.one(HEADS)

    def name(self) -> str:
        return self.one(NAMES) if self.chance(0.5) else f"{self.one(NAMES)} {self.one(FAMILIES)}"

    def date(self) -> str:
        day, month, year = self.number(1, 29), self.one(MONTHS), self.number(1385, 1403)
        clock = f"{self.number(0, 23)}:{self.number(10, 59)}"
        shapes = [
            f"{day} {month} {year}", f"{self.one(DAYS)} {day} {month} {year}", f"{year}/{self.number(1, 12)}/{day}",
            f"{day} {month} {year} - {clock}", f"{self.one(DAYS)}، {day} {month} {year} {clock}", f"{day} {month} {year} ساعت {clock}",
        ]  # fmt: skip
        return self.one(shapes)

    def paragraph(self, most: int = 5) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(1, most)))

    def many(self, least: int, most: int, make: Callable[[], str], label: str = "d") -> Rows:
        return [(make(), label) for _ in range(self.random.randint(least, most))]


def strings_of() -> dict[str, list[list[str]]]:
    """The Persian phrases of our list by role, those of one template together."""
    found: dict[str, list[list[str]]] = {}
    for role in roles_data():
        groups = [
            [phrase for phrase in phrases(template) if any("\u0600" < c < "\u06ff" for c in phrase)]
            for value in ("alone", "likely")
            for template in templates(role.get(value, ""))
        ]
        found[role["name"]] = [group for group in groups if group]
    return found


def sentences_of(path: Path) -> list[str]:
    """The sentences of a list of tokens, punctuation set as in print."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        whole = lines.read()
    found = [" ".join(block.split("\n")) for block in whole.split("\n\n")]
    for before, after in (
        (" .", "."),
        (" ،", "،"),
        (" :", ":"),
        (" ؟", "؟"),
        (" !", "!"),
        (" ؛", "؛"),
        ("« ", "«"),
        (" »", "»"),
        ("( ", "("),
        (" )", ")"),
    ):
        found = [text.replace(before, after) for text in found]
    return [text.strip() for text in found if len(text.split()) > 4]
