"""Blocks of made-up Persian pages, menus, tool rows, posts, threads, footers, in an order that real templates have."""

from __future__ import annotations

from collections.abc import Callable

from training_pieces import CODE, FIELDS, HEADS, MONTHS, UNITS, Pieces, Rows


class Maker(Pieces):
    """Put pieces together to the blocks of a page, and blocks to pages."""

    def entry(self) -> str:
        """A line of a menu: a string of the interface or the name of a section."""
        roles = ("navigation", "login", "footer", "archive", "taxonomy")
        return self.string(self.one(roles)) if self.chance(0.45) else self.words(1, 3)

    def top(self) -> Rows:
        rows: Rows = []
        if self.chance(0.4):
            rows.append((self.string("skip_link"), "d"))
        rows += self.many(1, 2, lambda: self.words(1, 6))
        rows += self.many(0, 4, lambda: self.string("login"))
        rows += self.many(3, 22, self.entry)
        rows += self.many(0, 2, lambda: self.string("search"))
        if self.chance(0.25):
            rows.append((self.date(), "d"))
        if self.chance(0.25):
            rows += self.many(2, 8, lambda: self.words(4, 9))
        if self.chance(0.3):
            rows.append(
                (f"خانه {self.one('»›>/')} {self.words(1, 2)} {self.one('»›>/')} {self.words(2, 5)}", "d")
            )
        return rows

    def tools(self) -> Rows:
        roles = (
            "tool",
            "share",
            "counter",
            "comment_count",
            "rating",
            "date_label",
        )
        rows = self.many(0, 5, lambda: self.string(self.one(roles)))
        if self.chance(0.3):
            rows.append(
                (f"{self.one(['کد خبر', 'شناسه', 'بازدید', 'کد مطلب'])}: {self.number(10, 99999)}", "d")
            )
        return rows

    def about(self) -> Rows:
        """The rows that say who wrote a post and when."""
        label = self.one(["تاریخ انتشار: ", "نوشته شده در ", "ارسال شده در ", "منتشر شده: ", "", "", "", ""])
        rows: Rows = [(label + self.date(), "t")]
        if self.chance(0.5):
            rows.append((self.one(["نویسنده: ", "توسط ", "به قلم ", "", ""]) + self.name(), "a"))
        if self.chance(0.3):
            rows = [
                (
                    f"{label}{self.date()} توسط {self.name()}{self.one(['', ' | ' + self.number(1, 20) + ' نظر'])}",
                    "t",
                )
            ]
        self.random.shuffle(rows)
        return rows

    def listed(self) -> Rows:
        """Short lines that are text: a list, a table, a recipe, code, verses, dialogue."""
        kinds: list[Callable[[], str]] = [
            lambda: f"{self.number(1, 9)} {self.one(UNITS)} {self.words(1, 3)}",
            lambda: f"{self.words(1, 2)}: {self.words(1, 5)}",
            lambda: f"{self.words(1, 3)} {self.number(1, 500)} {self.one(UNITS)}",
            lambda: self.words(3, 8),
            lambda: f"- {self.words(2, 9)}",
            lambda: self.one(CODE),
            lambda: f"— {self.words(2, 8)}{self.one(['.', '؟', '!'])}",
            lambda: f"{self.number(1, 9)}. {self.words(3, 12)}",
        ]
        kind = self.random.choice(kinds)
        head = self.one(HEADS) if self.chance(0.4) else self.words(2, 6)
        head = self.sentence().rstrip(" .؟!") if self.chance(0.3) else head
        opening = [(head + self.one([":", ":", ""]), "k")] if self.chance(0.75) else []
        return opening + self.many(2, 8, kind, "k")

    def table(self) -> Rows:
        """Names of fields and their values, each on a line of its own or both on one."""
        split = self.chance(0.6)
        rows: Rows = (
            [(self.one(["مشخصات", "ویژگی‌ها", "شرایط", "جزئیات", "اطلاعات کتاب"]), "k")]
            if self.chance(0.4)
            else []
        )
        for field in self.random.sample(FIELDS, self.random.randint(2, 7)):
            unit = f"{self.number(1, 900)} {self.one(UNITS)}"
            value = unit if self.chance(0.4) else self.words(1, 4)
            rows += [(field, "k"), (value, "k")] if split else [(f"{field}: {value}", "k")]
        return rows

    def verses(self) -> Rows:
        """Lines of a poem, some with a refrain."""
        refrain = self.words(1, 3) if self.chance(0.4) else ""
        return self.many(
            6, 16, lambda: f"{self.words(3, 6)} {refrain if self.chance(0.5) else ''}".strip(), "k"
        )

    def talk(self) -> Rows:
        """Speakers and what they say, as in an interview or in minutes."""
        names = [self.name(), self.one(["رئیس", "خبرنگار", "پرسش", "منشی"])]
        return [(f"{self.one(names)}: {self.paragraph(2)}", "k") for _ in range(self.random.randint(3, 9))]

    def text(self, most: int) -> Rows:
        """The text of a post: prose, or prose with a table before or below it, verses, talk."""
        kind = self.random.random()
        if kind < 0.74:
            return self.body(most)
        if kind < 0.82:
            return self.table() + self.body(max(most // 3, 1))
        if kind < 0.9:
            return self.body(max(most // 3, 1)) + self.table()
        if kind < 0.95:
            return self.verses()
        return ([(self.paragraph(2), "k")] if self.chance(0.6) else []) + self.talk()

    def body(self, most: int) -> Rows:
        rows: Rows = [(self.words(2, 8), "x")] if self.chance(0.15) else []
        for number in range(self.random.randint(1, most)):
            if number and self.chance(0.2):
                rows.append(
                    (
                        self.one(HEADS)
                        if self.chance(0.2)
                        else self.words(2, 6) + self.one(["", "", "؟", ":"]),
                        "k",
                    )
                )
            rows.append((self.paragraph(), "k"))
            if self.chance(0.22):
                rows += self.listed()
            if self.chance(0.06):
                rows.append((self.string("related") + self.one([":", ""]), "d"))
                rows += self.many(1, 3, lambda: self.words(4, 9))
            if self.chance(0.04):
                rows.append((f"{self.one(['بیشتر بخوانید', 'همچنین بخوانید'])}: {self.words(4, 9)}", "d"))
            if self.chance(0.06):
                rows.append((self.words(2, 9), "x"))
            if self.chance(0.04):
                rows.append((self.one(["تبلیغات", "تبلیغ", "آگهی"]), "d"))
        return rows

    def below(self) -> Rows:
        rows: Rows = (
            [(self.one(["انتهای پیام", "انتهای پیام/", "پایان پیام/" + self.number(10, 99)]), "d")]
            if self.chance(0.15)
            else []
        )
        if self.chance(0.4):
            tags = self.many(2, 6, lambda: self.words(1, 2), "g")
            rows += (
                tags
                if self.chance(0.4)
                else [("برچسب‌ها: " + self.one(["، ", " ", ", "]).join(t for t, _ in tags), "g")]
            )
        return rows + self.tools()

    def post(self, most: int = 9, dated: str = "") -> Rows:
        title: Rows = [(self.words(3, 11) + self.one(["", "", "", "؟", "!"]), "i")]
        dated = dated or self.one(["above", "under", "below"])
        if dated == "above":
            return self.about() + title + self.text(most) + self.below()
        if dated == "under":
            return title + self.about() + self.tools() + self.text(most) + self.below()
        return title + self.text(most) + self.below() + self.about()

    def teasers(self) -> Rows:
        role = self.one(["related", "related", "archive", "pagination", "read_more"])
        rows: Rows = [(self.string(role), "d")]
        dated, ranked, lead = self.chance(0.25), self.chance(0.15), self.chance(0.15)
        for place in range(self.random.randint(3, 12)):
            rows += [(str(place + 1), "d")] if ranked else []
            rows.append((self.words(4, 11), "d"))
            rows += [(self.date(), "d")] if dated else []
            rows += (
                [(self.sentence()[:140].rstrip(" .") + " ...", "d"), (self.string("read_more"), "d")]
                if lead
                else []
            )
        return rows

    def thread(self) -> Rows:
        rows: Rows = [(self.string("comment_count"), "d")]
        for _ in range(self.random.randint(0, 5)):
            rows += [
                (self.name() + self.one(["", " گفت:", ":", " می‌گوید:"]), "c"),
                (self.date(), "c"),
                (self.paragraph(2), "c"),
            ]
            rows += [
                (self.one(["پاسخ", "پاسخ دادن", "لایک " + self.number(0, 9), "پاسخ به این دیدگاه"]), "d")
            ]
        if self.chance(0.3):
            rows.append((self.string("moderation"), "d"))
        return rows + self.many(3, 8, lambda: self.string("comment_form"))

    def side(self) -> Rows:
        rows: Rows = (
            [
                (self.one(["درباره وبلاگ", "درباره من", "درباره نویسنده", "درباره ما"]), "d"),
                (self.paragraph(2), "d"),
            ]
            if self.chance(0.4)
            else []
        )
        if self.chance(0.4):
            rows += [
                (self.string("archive"), "d"),
                *self.many(3, 9, lambda: f"{self.one(MONTHS)} {self.number(1385, 1403)}"),
            ]
        if self.chance(0.4):
            rows += [(self.string("taxonomy"), "d"), *self.many(3, 9, lambda: self.words(1, 3))]
        if self.chance(0.3):
            rows += [
                (self.one(["پیوندها", "لینک دوستان", "پیوندهای روزانه"]), "d"),
                *self.many(3, 9, lambda: self.words(1, 4)),
            ]
        if self.chance(0.3):
            rows += self.many(2, 5, lambda: self.string("newsletter"))
        if self.chance(0.2):
            rows += self.many(4, 10, lambda: self.string("shop"))
        return rows

    def foot(self) -> Rows:
        rows = self.many(2, 12, self.entry) + self.many(1, 4, lambda: self.string("footer"))
        if self.chance(0.3):
            rows.append((f"{self.one(['نشانی', 'آدرس'])}: {self.words(4, 9)}", "d"))
        if self.chance(0.3):
            rows.append(
                (
                    f"{self.one(['تمامی حقوق', 'کلیه حقوق', 'همه حقوق'])} {self.one(['این سایت', 'مادی و معنوی', 'مطالب'])} {self.one(['محفوظ است', 'متعلق به ' + self.words(1, 3) + ' است'])}.",
                    "d",
                )
            )
        if self.chance(0.2):
            rows += self.many(1, 4, lambda: self.string("cookies"))
        return rows

    def member(self) -> Rows:
        rows: Rows = [(self.name(), "a"), *self.many(0, 4, lambda: self.string("forum"))]
        rows.append(
            (f"{self.one(['ارسال', 'ارسال‌ها', 'پست', 'نوشته‌ها', 'تشکر'])}: {self.number(1, 3000)}", "d")
        )
        return rows + [(self.date(), "t")] + [(f"#{self.number(1, 9)}", "d")] * self.chance(0.5)

    def forum(self) -> Rows:
        rows: Rows = [(self.words(3, 9), "i"), *self.many(0, 5, lambda: self.string("forum"))]
        for _ in range(self.random.randint(2, 5)):
            short = [(self.paragraph(2), "k")]
            rows += (
                self.member()
                + (short if self.chance(0.5) else self.body(3))
                + self.many(0, 4, lambda: self.string("forum"))
            )
            rows += [(self.words(3, 9), "d")] * self.chance(0.3)
        return rows

    def channel(self) -> Rows:
        rows: Rows = []
        for _ in range(self.random.randint(2, 6)):
            rows += [
                *self.body(2),
                (f"{self.number(100, 9000)} {self.one(['بازدید', 'views'])}", "d"),
                (self.date(), "t"),
            ]
        return rows

    def page(self) -> Rows:
        self.latin = self.chance(0.3)
        self.place = self.random.randrange(len(self.sentences))
        kind = self.random.random()
        dated = self.one(["above", "under", "below"])
        if kind < 0.5:
            middle = self.post()
        elif kind < 0.75:
            middle = [row for _ in range(self.random.randint(2, 6)) for row in self.post(4, dated)]
        else:
            middle = self.forum() if kind < 0.9 else self.channel()
        rows = self.top() + middle
        parts = [part for part in (self.teasers, self.teasers, self.thread, self.side) if self.chance(0.55)]
        self.random.shuffle(parts)
        return rows + [row for part in parts for row in part()] + self.foot()
