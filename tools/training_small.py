"""Made-up small pages: a few links, a heading, a sentence or two and rows of facts, as shops, practices, courses and notices have."""

from __future__ import annotations

from training_blocks import Maker
from training_pieces import DAYS, FIELDS, UNITS, Rows

#: names of facts by the kind of their values
FACTS = {
    "price": "قیمت|قیمت هر متر|هزینه|هزینه ثبت‌نام|شهریه|ودیعه|اجاره ماهانه|حقوق|مبلغ|بهای بلیت|پیش‌پرداخت|کرایه|تخفیف",
    "hours": "ساعت|ساعت کار|ساعت بازدید|ساعات پاسخگویی|زمان|زمان برگزاری|حرکت|بازگشت|شروع|پایان|زمان پخت|مدت",
    "days": "روزهای کاری|روزهای حضور|روزهای برگزاری|روز|تعطیل|نوبت‌ها",
    "phone": "تلفن|تلفن ثابت|شماره تماس|همراه|موبایل|فکس|کد پستی|شناسه ملی|شماره نظام پزشکی|شماره حساب|شابک",
    "place": "نشانی|آدرس|محل برگزاری|مکان|محدوده|محله|شعبه مرکزی|مبدأ|مقصد",
    "size": "متراژ|زیربنا|ابعاد|وزن|ظرفیت|توان|طول|ارتفاع|حجم|کارکرد|مصرف|سن بنا|تعداد صفحات|ظرفیت هر دوره|تعداد اتاق|طبقه|سال ساخت|سابقه کار",
    "name": "مدرس|مربی|مدیر|نویسنده|مترجم|کارگردان|آهنگساز|سازنده|برگزارکننده|پزشک|راهنمای سفر|مسئول",
    "words": "رنگ|جنس|نوع|وضعیت|برند|مدل|سطح|موضوع|ژانر|وسیله|مدرک|شرایط|پیش‌نیاز|گارانتی|کاربرد|مزه|نوع سند|امکانات|خدمات|اقامت|زبان|رده سنی",
}  # fmt: skip
_LISTS = (
    "وسایل لازم",
    "مواد لازم",
    "امکانات",
    "خدمات ما",
    "سرفصل‌ها",
    "مدارک لازم",
    "شرایط",
    "مزایا",
    "برنامه سفر",
    "ویژگی‌ها",
    "تخصص‌ها",
)
_STREETS = ("خیابان", "بلوار", "میدان", "کوچه", "بازار", "پاساژ", "ساختمان")


class SmallMaker(Maker):
    """Put together small pages among the others."""

    def page(self) -> Rows:
        return self.small() if self.chance(0.3) else super().page()

    def small(self) -> Rows:
        """A page of some ten to thirty lines."""
        self.latin = self.chance(0.2)
        self.place = self.random.randrange(len(self.sentences))
        rows = [*self.links(), (self.words(2, 6), "i")]
        if self.chance(0.25):
            rows += self.about()
        said: Rows = [(self.sentence(), "k") for _ in range(self.random.randint(0, 2))]
        parts = [self.facts(), said, *([self.items()] if self.chance(0.4) else [])]
        self.random.shuffle(parts)
        rows += [row for part in parts for row in part]
        if self.chance(0.3):
            rows.append((self.sentence(), "k"))
        return rows + self.end()

    def links(self) -> Rows:
        roles = ("navigation", "navigation", "login", "search", "shop", "language")
        rows: Rows = [(self.words(1, 3), "d")] * self.chance(0.4)
        for _ in range(self.random.randint(2, 6)):
            rows.append((self.string(self.one(roles)) if self.chance(0.75) else self.words(1, 2), "d"))
        if self.chance(0.15):
            rows.append((f"خانه {self.one('»›>/')} {self.words(1, 2)}", "d"))
        return rows

    def facts(self) -> Rows:
        """Rows of facts: the name and what it is on one line, or each on its own."""
        kind = self.random.random()
        rows: Rows = []
        for _ in range(self.random.randint(2, 8)):
            name, value = self.fact()
            if kind < 0.75:
                rows.append((f"{name}{self.one([': ', ': ', ':', ' : '])}{value}", "k"))
            elif kind < 0.87:
                rows += [(name, "k"), (value, "k")]
            else:
                rows.append((f"{name} {value}", "k"))
        return rows

    def fact(self) -> tuple[str, str]:
        kind = self.one([*FACTS])
        value = {
            "price": self._price, "hours": self._hours, "days": self._days, "phone": self._phone, "place": self._place,
            "size": lambda: f"{self.number(1, 900)} {self.one(UNITS)}", "name": self.name, "words": lambda: self.words(1, 4),
        }[kind]  # fmt: skip
        name = self.one(FACTS[kind].split("|"))
        return (self.one(FIELDS) if kind == "words" and self.chance(0.3) else name), value()

    def _price(self) -> str:
        thousands = self.one(["٬", ",", "،"]).join([self.number(1, 999), self.one(["000", "500"])])
        amount = self.one([thousands, f"{self.number(5, 900)} هزار", f"{self.number(1, 90)} میلیون"])
        return f"{amount} {self.one(['تومان', 'تومان', 'ریال'])}"

    def _hours(self) -> str:
        first, last = self.number(6, 14), self.number(15, 23)
        days = f"{self.one(DAYS)} تا {self.one(DAYS)} " if self.chance(0.3) else ""
        ends = [
            f"{first} تا {last}",
            f"{first}:30 الی {last}",
            f"ساعت {first}",
            f"{first} صبح",
            f"{first} دقیقه",
        ]
        return days + self.one(ends)

    def _days(self) -> str:
        return self.one(["، ", " و ", " تا "]).join(self.random.sample(DAYS, self.random.randint(2, 3)))

    def _phone(self) -> str:
        return self.one(["0", "021-", "09", ""]) + self.number(1000000, 99999999)

    def _place(self) -> str:
        parts = [f"{self.one(_STREETS)} {self.words(1, 2)}" for _ in range(self.random.randint(1, 3))]
        return "، ".join(parts) + (f"، پلاک {self.number(1, 300)}" if self.chance(0.5) else "")

    def items(self) -> Rows:
        head: Rows = [(self.one(_LISTS) + self.one(["", "", ":"]), "k")]
        return head + self.many(2, 6, lambda: self.one(["", "", "- "]) + self.words(1, 4), "k")

    def end(self) -> Rows:
        roles = ("shop", "tool", "share", "comment_form", "counter", "newsletter", "login", "status")
        rows = self.many(0, 4, lambda: self.string(self.one(roles)))
        if self.chance(0.5):
            rows += [(self.string("related"), "d"), *self.many(2, 4, lambda: self.words(2, 5))]
        rows += self.many(0, 2, lambda: self.string("comment_form"))
        return rows + self.many(1, 3, lambda: self.string("footer"))
