"""Mixed prose with known dates, for the F1 of find_dates. The templates lie in prose/, one text a line.

In a template ``[…]`` is a date whose day is known, ``⟨…⟩`` one that has no certain day, and ``{y}`` a field.
``{y}`` and ``{d}`` belong to a first day, ``{d2}`` to a later day of its month, ``{d4}`` to a later month of
its year, ``{d3}`` and ``{d5}`` to other days. ``@ps`` on a line says which digits the file is written in.
The templates were written from what sites, letters and papers print, and not from the forms of forms.py.

``python tests/support/date_prose.py GOLD.jsonl PRED.jsonl`` writes what the scorers of date finders read: a JSON
object a line with ``id``, ``text``, ``spans`` and ``ignore``, and the answers of find_dates.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from support.date_words import CARDINAL, ENGLISH_ORDINAL, NAME, ORDINAL, PASHTO_ORDINAL, TENS
from textnorm import chars
from textnorm.dates import find_dates, to_gregorian
from textnorm.dates.calendar import month_length

FOLDER = Path(__file__).parents[1] / "dates" / "prose"


@dataclass
class Item:
    """A text with the days in it."""

    text: str
    source: str
    noise: str
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    ignore: list[tuple[int, int]] = field(default_factory=list)


def year_words(rest: int) -> str:
    """«نود و هفت» of 1397, with the hundreds before it."""
    hundreds, rest = divmod(rest, 100)
    tail = "" if not rest else CARDINAL[rest - 1] if rest < 20 else TENS[rest // 10 - 2]
    if rest > 20 and rest % 10:
        tail += f"_و_{CARDINAL[rest % 10 - 1]}"
    head = {2: "دویست", 3: "سیصد", 4: "چهارصد"}[hundreds]
    return f"{head}_و_{tail}".removesuffix("_و_").replace("_", " ")


def english_ending(day: int) -> str:
    """The ending of 1st, 2nd, 3rd, 4th."""
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


class Days:
    """The days of one text, drawn when a field asks for them."""

    def __init__(self, chance: random.Random) -> None:
        """Draw the first day such that later ones fit into its month and year."""
        self.chance = chance
        month = chance.randint(1, 12)
        self.year, self.month = chance.choice([1300, 1340, 1360, 1380, 1390]) + chance.randint(0, 15), month
        self.day = {"": chance.choice([1, 8, 12, 20, 29, chance.randint(1, 31)])}

    def solar(self, which: str, template: str) -> tuple[int, int, int]:
        """The triple that the suffix of a field names."""
        if which not in self.day:
            self.day[which] = self.chance.randint(1, 29)
        later = bool(re.search(r"\{\w+[24]\}", template))
        first = min(self.day[""], 20) if re.search(r"\{\w+2\}", template) else self.day[""]
        month = min(self.month, 11) if later else self.month
        if which == "":
            return self.year, month, min(first, month_length(self.year, month))
        if which == "2":
            return self.year, month, min(first + 1 + self.day["2"] % 8, 29)
        if which == "4":
            return self.year, month + 1, self.day["4"]
        return self.year - int(which) % 3 - 1, self.month % 12 + 1, self.day[which]


def value(name: str, which: str, solar: tuple[int, int, int], chance: random.Random) -> str:
    """What a field is written as."""
    year, month, day = solar
    gregorian = to_gregorian(*solar)
    if name == "e":
        return NAME["E"][month - 1].lower()
    if name in ("M", "A", "P", "K", "Kh", "E", "X", "AE", "TR", "TG", "TGi", "AZ"):
        return NAME[name][month - 1]
    if name in ("G", "GA", "GE", "GP", "GK"):
        return NAME[name][gregorian.month - 1].replace("\u200c", " ")
    if name in ("L", "LE"):
        return NAME[name][(month * 5 + day) % 12].replace("-", " ")
    if name in ("W", "WE", "WK"):
        return NAME[name][gregorian.weekday()]
    simple = {
        "y": year,
        "m": month,
        "d": day,
        "mm": f"{month:02}",
        "dd": f"{day:02}",
        "yy": f"{year % 100:02}",
        "ynext": year + 1,
        "ylate": 1406 + day * 3,
        "gy": gregorian.year,
        "gm": gregorian.month,
        "gd": gregorian.day,
        "giso": gregorian.isoformat(),
        "ly": year + 43,
        "lm": (month * 5 + day) % 12 + 1,
        "ld": (day + 11) % 29 + 1,
        "do": ORDINAL[day - 1].replace("_", chance.choice([" ", " ", "\u200c"])),
        "dc": CARDINAL[day - 1].replace("_", " "),
        "dg": ORDINAL[day - 1].replace("_", "", 1).replace("_", " "),
        "dow": ENGLISH_ORDINAL[day - 1],
        "Wd": ["دوشنبه", "3شنبه", "4شنبه", "۵ شنبه", "جمعه", "شنبه", "1شنبه"][gregorian.weekday()],
        "yg": "هزار و" + year_words(year - 1000).replace(" و ", "و "),
        "dp": PASHTO_ORDINAL[day - 1],
        "yw": chance.choice(["هزار و ", "یک هزار و ", "یکهزار و "]) + year_words(year - 1000),
        "yx": year_words(year - 1000),
        "th": english_ending(day),
        "n": chance.randint(2, 25),
        "big": chance.randint(10_000, 999_999),
        "h": f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}",
    }
    return str(simple[name])


PIECE = re.compile(r"\{(?P<name>[A-Za-z]+?)(?P<which>[2-5]?)\}|(?P<mark>[\[\]⟨⟩])|(?P<text>[^{\[\]⟨⟩]+|\{)")
#: in blogs a bracket may be a bracket: there it stands beside a space, as in «[ ۱۲:۳۰ ]»
LITERAL_BRACKET = re.compile(r"\[(?=\s)|(?<=\s)\]")


def pieces(template: str, chance: random.Random) -> list[tuple[str, str]]:
    """Kind (mark or text) and text of each piece, and ``=`` with the ISO day before each closing mark."""
    days = Days(chance)
    template = LITERAL_BRACKET.sub(lambda match: {"[": "\ue000", "]": "\ue001"}[match.group()], template)
    found: list[tuple[str, str]] = []
    inside = ""
    for match in PIECE.finditer(template):
        if match["mark"]:
            if match["mark"] == "]":
                found.append(("=", inside))
            found.append((match["mark"], ""))
        elif match["name"]:
            solar = days.solar(match["which"], template)
            if match["name"] in ("d", "dd", "do", "dc", "dp", "dg", "dow"):
                inside = to_gregorian(*solar).isoformat()
            found.append(("text", value(match["name"], match["which"], solar, chance)))
        else:
            plain = match.group().replace("\\t", "\t").replace("\\n", "\n")
            found.append(("text", plain.replace("\ue000", "[").replace("\ue001", "]")))
    return found


DIGITS = {"fa": chars.PERSIAN_DIGITS, "ascii": chars.ASCII_DIGITS, "ar": chars.ARABIC_DIGITS}
MONTHS_OF_IRAN = frozenset(NAME["M"])


def arabic_letters(text: str, chance: random.Random) -> str:
    """Yeh and kaf of an Arabic keyboard, and no madda."""
    return text.translate({ord("ی"): "ي", ord("ک"): "ك", ord("آ"): "ا"})


def nbsp(text: str, chance: random.Random) -> str:
    """No-break spaces."""
    return text.replace(" ", "\u00a0")


def wide(text: str, chance: random.Random) -> str:
    """Two spaces for one, here and there."""
    return "".join(char + " " * (char == " " and chance.random() < 0.4) for char in text)


def marks(text: str, chance: random.Random) -> str:
    """Directional marks beside words and numbers."""
    return re.sub(r"\b", lambda _: chance.choice(["", "", "", "\u200f", "\u200e", "\u061c"]), text)


def embedded(text: str, chance: random.Random) -> str:
    """A number in an embedding or an isolate."""
    left, right = chance.choice(["\u202b\u202c", "\u202a\u202c", "\u2067\u2069", "\u2068\u2069"])
    return left + text + right if text.isdigit() else text


def tatweel(text: str, chance: random.Random) -> str:
    """A month name drawn out."""
    return text[0] + "\u0640" * chance.randint(1, 3) + text[1:] if text in MONTHS_OF_IRAN else text


def plain(text: str, chance: random.Random) -> str:
    """As it is."""
    return text


NOISES = [plain, plain, plain, plain, arabic_letters, nbsp, wide, marks, embedded, tatweel]


def item(template: str, source: str, digits: str, chance: random.Random) -> Item:
    """One text of a template, in some digits and with some noise."""
    noise = chance.choice(NOISES)
    if noise in (arabic_letters, tatweel) and digits != "fa":
        noise = plain
    kinds = {"en": ["ascii"], "fa": ["fa", "fa", "ascii", "ar"], "ps": ["fa", "fa", "ar", "ascii"]}[digits]
    written = DIGITS[chance.choice(kinds)]
    made = Item("", source, noise.__name__)
    start, iso = 0, ""
    latin = re.compile(r"[A-Za-z#]")
    ascii_only = bool(latin.search(re.sub(r"\{\w+\}", "", template)))
    for kind, text in pieces(template, chance):
        if kind == "text":
            clean = ascii_only or text[:3] in ("192",)
            shown = text if clean else text.translate(str.maketrans(chars.ASCII_DIGITS, written))
            made.text += noise(shown, chance)
        elif kind == "=":
            iso = text
        elif kind in "[⟨":
            start = len(made.text)
        elif kind == "]":
            made.spans.append((start, len(made.text), iso))
        else:
            made.ignore.append((start, len(made.text)))
    return made


def templates() -> Iterator[tuple[str, str, str]]:
    """Source, digits and text of each template."""
    for path in sorted(FOLDER.glob("*.txt")):
        digits = "fa"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@") and len(line) == 3:
                digits = line[1:]
            elif line and not line.startswith("# "):
                yield path.stem, digits, line


def items(rounds: int, seed: int) -> list[Item]:
    """So many texts of each template."""
    chance = random.Random(seed)
    return [item(text, source, digits, chance) for _ in range(rounds) for source, digits, text in templates()]


def main(gold: str, pred: str, rounds: str = "8", seed: str = "1") -> None:
    """Write the texts with their days, and what find_dates answers."""
    with open(gold, "w", encoding="utf-8") as texts, open(pred, "w", encoding="utf-8") as answers:
        for number, made in enumerate(items(int(rounds), int(seed))):
            spans = [
                {"start": a, "end": b, "iso": iso, "surface": made.text[a:b]} for a, b, iso in made.spans
            ]
            ignore = [{"start": a, "end": b} for a, b in made.ignore]
            row = {"id": number, "text": made.text, "source": made.source, "tags": [made.noise]}
            texts.write(json.dumps(row | {"spans": spans, "ignore": ignore}, ensure_ascii=False) + "\n")
            dates = [{"start": d.start, "end": d.end, "iso": d.iso} for d in find_dates(made.text) if d.date]
            answers.write(json.dumps({"id": number, "dates": dates}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
