"""Ways to write a day, for the round trips: a name and a function from (year, month, day) to text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textnorm import chars
from textnorm.dates import to_gregorian
from textnorm.dates.months import CAREFUL, PLAIN

UNITS = [
    "یکم",
    "دوم",
    "سوم",
    "چهارم",
    "پنجم",
    "ششم",
    "هفتم",
    "هشتم",
    "نهم",
    "دهم",
    "یازدهم",
    "دوازدهم",
    "سیزدهم",
    "چهاردهم",
    "پانزدهم",
    "شانزدهم",
    "هفدهم",
    "هجدهم",
    "نوزدهم",
]
CARDINALS = [
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
]
TENS = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
WEEKDAYS = ["دوشنبه", "سه\u200cشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"]
Writer = Callable[[int, int, int], str]


def persian(number: int | str) -> str:
    return str(number).translate(chars.TO_PERSIAN_DIGITS)


def arabic(number: int | str) -> str:
    return str(number).translate(str.maketrans(chars.ASCII_DIGITS, chars.ARABIC_DIGITS))


def mixed(number: int | str) -> str:
    return "".join((persian, arabic)[index % 2](digit) for index, digit in enumerate(str(number)))


def ordinal(day: int, joint: str = " و ") -> str:
    if day < 20:
        return UNITS[day - 1]
    if day == 20:
        return "بیستم"
    return "سی‌ام" if day == 30 else TENS[day // 10 - 2] + joint + UNITS[day % 10 - 1]


def cardinal(number: int) -> str:
    if number < 20:
        return CARDINALS[number - 1]
    ten, unit = divmod(number, 10)
    return TENS[ten - 2] + (f" و {CARDINALS[unit - 1]}" if unit else "")


def year_words(year: int) -> str:
    hundreds = {2: "دویست", 3: "سیصد", 4: "چهارصد"}[year // 100 % 10]
    rest = year % 100
    return f"هزار و {hundreds}" + (f" و {cardinal(rest)}" if rest else "")


def weekday(year: int, month: int, day: int) -> str:
    return WEEKDAYS[to_gregorian(year, month, day).weekday()]


def names(table: dict[str, str], language: str) -> list[list[str]]:
    return [variants.split("|") for variants in table[language].split()]


FA = [variants[0] for variants in names(PLAIN, "fa")]
DARI, PASHTO = ([variants[0] for variants in names(CAREFUL, language)] for language in ("fa-AF", "ps"))
SORANI = [variants[0] for variants in names(PLAIN, "ckb")]
LATIN = [variants[0] for variants in names(PLAIN, "en")]

FORMS: dict[str, Writer] = {
    "d m y": lambda y, m, d: f"{persian(d)} {FA[m - 1]} {persian(y)}",
    "y m d": lambda y, m, d: f"{persian(y)} {FA[m - 1]} {persian(d)}",
    "m d, y": lambda y, m, d: f"{FA[m - 1]} {persian(d)}, {persian(y)}",
    "header": lambda y, m, d: f"{persian(y)} {FA[m - 1]} {persian(d)}, {weekday(y, m, d)}",
    "weekday": lambda y, m, d: f"{weekday(y, m, d)}، {persian(d)} {FA[m - 1]} {persian(y)}",
    "mah sal": lambda y, m, d: f"{persian(d)} {FA[m - 1]} ماه سال {persian(y)}",
    "mah joined": lambda y, m, d: f"مورخ {persian(d)} {FA[m - 1]}\u200cماه {persian(y)}",
    "mah glued": lambda y, m, d: f"به تاریخ {d} {FA[m - 1]}ماه {y}",
    "ordinal": lambda y, m, d: f"{ordinal(d)} {FA[m - 1]} {persian(y)}",
    "ordinal zwnj": lambda y, m, d: f"{ordinal(d, chr(0x200C) + 'و' + chr(0x200C))} {FA[m - 1]} {persian(y)}",
    "cardinal": lambda y, m, d: f"{cardinal(d)} {FA[m - 1]} {persian(y)}",
    "words": lambda y, m, d: f"{ordinal(d)} {FA[m - 1]} {year_words(y)}",
    "suffix": lambda y, m, d: f"{persian(d)}م {FA[m - 1]} {persian(y)}",
    "suffix apart": lambda y, m, d: f"{persian(d)} ام {FA[m - 1]} {persian(y)}",
    "glued": lambda y, m, d: f"{d}{FA[m - 1]}{y}",
    "dashes": lambda y, m, d: f"{d}-{FA[m - 1]}-{y}",
    "nbsp": lambda y, m, d: f"{persian(d)}\u00a0{FA[m - 1]}\u00a0{persian(y)}",
    "bidi": lambda y, m, d: f"\u202b{persian(d)}\u200f \u200e{FA[m - 1]}\u200f {persian(y)}\u202c",
    "tatweel": lambda y, m, d: f"{persian(d)} {FA[m - 1][0]}\u0640{FA[m - 1][1:]} {persian(y)}",
    "arabic yeh": lambda y, m, d: f"{persian(d)} {FA[m - 1].replace('ی', 'ي')} {persian(y)}",
    "era": lambda y, m, d: f"{persian(d)} {FA[m - 1]} {persian(y)} هـ.ش",
    "era words": lambda y, m, d: f"{persian(d)} {FA[m - 1]} سال {persian(y)} هجری شمسی",
    "latin": lambda y, m, d: f"{d} {LATIN[m - 1]} {y}",
    "latin us": lambda y, m, d: f"{LATIN[m - 1]} {d}, {y}",
    "latin era": lambda y, m, d: f"{LATIN[m - 1]} {d}, {y} AP",
    "slashes era": lambda y, m, d: f"{persian(y)}/{persian(m)}/{persian(d)} ه‍.ش",
    "era first": lambda y, m, d: f"AP {persian(y)}-{persian(f'{m:02}')}-{persian(f'{d:02}')}",
    "weekday numeric": lambda y, m, d: f"{weekday(y, m, d)} {persian(y)}/{persian(m)}/{persian(d)}",
    "arabic digits": lambda y, m, d: f"{arabic(y)}/{arabic(m)}/{arabic(d)} خورشیدی",
    "mixed digits": lambda y, m, d: f"{mixed(d)} {FA[m - 1]} {mixed(y)}",
    "timed": lambda y, m, d: f"{persian(d)} {FA[m - 1]} {persian(y)} ساعت ۱۲:۳۰",
    "bracketed year": lambda y, m, d: f"{persian(d)} {FA[m - 1]} ({persian(y)})",
    "two names": lambda y, m, d: f"{persian(d)} {DARI[m - 1]}/{FA[m - 1]} {persian(y)}",
    "dari": lambda y, m, d: f"{persian(d)} {DARI[m - 1]} سال {persian(y)} خورشیدی",
    "pashto": lambda y, m, d: f"د {persian(y)} لمریز کال د {PASHTO[m - 1]} په {persian(d)}مه",
    "sorani": lambda y, m, d: f"{arabic(d)}ی {SORANI[m - 1]}ی {arabic(y)}ی هەتاوی",
    "paired": lambda y, m, d: f"{persian(d)} {FA[m - 1]} {persian(y)} ({to_gregorian(y, m, d).isoformat()})",
    "last": lambda y, m, d: f"مورخ {persian(d)}/{persian(m)}/{persian(y)} شمسی",
}
#: numbers alone are certain before 1406 only
NUMERIC: dict[str, Writer] = {
    "y/m/d": lambda y, m, d: f"{persian(y)}/{persian(m)}/{persian(d)}",
    "y/mm/dd": lambda y, m, d: f"{y}/{m:02}/{d:02}",
    "y-mm-dd": lambda y, m, d: f"{y}-{m:02}-{d:02}",
    "y.m.d": lambda y, m, d: f"{y}.{m}.{d}",
    "y\\m\\d": lambda y, m, d: f"{y}\\{m}\\{d}",
    "y / m / d": lambda y, m, d: f"{persian(y)} / {persian(m)} / {persian(d)}",
    "y mm dd": lambda y, m, d: f"{y} {m:02} {d:02}",
    "d/m/y": lambda y, m, d: f"{persian(d)}/{persian(m)}/{persian(y)}",
    "iso time": lambda y, m, d: f"{y}-{m:02}-{d:02}T10:20:30",
}


def spelled() -> Iterator[tuple[str, int, str]]:
    """Every month name of every language: language, month, name."""
    for table in (PLAIN, CAREFUL):
        for language in table:
            for month, variants in enumerate(names(table, language), 1):
                for name in variants:
                    yield language, month, name
