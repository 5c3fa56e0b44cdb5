"""The rules for words, addresses and numbers that a reader turned one by one, as data."""

from __future__ import annotations

from ..ruleset.rule import Rule
from . import degrees, glue, turned_parts, turned_words
from .font_rules import FAMILY

TURNED_WORDS = Rule(
    id=turned_words.RULE,
    family=FAMILY,
    scope="text",
    why="PDFium turns words round one by one, by the shapes of their last letters; the words that the lexicon knows"
    " tell which.",
    find=turned_words.find_turned_words,
    examples=(
        ("نم میروم و اهباتک را هب خانههای یمیدق میبرم", "من میروم و کتابها را به خانههای قدیمی میبرم"),
        (
            "هناخ\u0654 او هب همان\u0654 تازه و هویم\u0654 او و هخسن\u0654 نو بهتر است",
            "خانه\u0654 او به نامه\u0654 تازه و میوه\u0654 او و نسخه\u0654 نو بهتر است",
        ),
    ),
    near_misses=("من می‌روم و کتاب‌ها را به خانه‌های قدیمی می‌برم", "زا و نم هوا"),
    source="pypdfium2",
)
TURNED_PARTS = Rule(
    id=turned_parts.RULE,
    family=FAMILY,
    scope="text",
    why="PDFium gives the parts of Latin words and numbers in Persian lines from right to left, each with its letters in order.",
    find=turned_parts.find_turned_parts,
    examples=(
        (
            "اگر نسخه 3.1.18v را نداری از نشانی downloads/org.python.www://https بگیر",
            "اگر نسخه v3.1.18 را نداری از نشانی https://www.python.org/downloads بگیر",
        ),
        (
            "رمز -256AES برای Fi-Wi خوب است و باید از com.example@info بپرسید",
            "رمز AES-256 برای Wi-Fi خوب است و باید از info@example.com بپرسید",
        ),
    ),
    near_misses=(
        "رمز AES-256 را از com.example@info بپرسید",
        "بسته com.example@info را بگیرید",
        "نسخه v3.1 در https://example.com است",
    ),
    source="pypdfium2; UAX #9",
)
PARTS_OF_PDF = TURNED_PARTS.replace(
    id=turned_parts.LIKELY,
    certainty="likely",
    find=turned_parts.find_parts_of_pdf,
    examples=(("نسخه 3.1.18v و رمز -256AES و Fi-Wi", "نسخه v3.1.18 و رمز AES-256 و Wi-Fi"),),
    near_misses=("نسخه v3.1.18 و رمز -256AES و Fi-Wi", "باتری 3.7v و -12VDC", "رمز -256AES و Fi-Wi"),
)
ADDRESS = Rule(
    id=glue.ADDRESS,
    family=FAMILY,
    scope="text",
    why="No address ends with its scheme: the parts between its signs were turned round.",
    find=glue.find_turned_addresses,
    examples=(("downloads/org.python.www://https/", "https://www.python.org/downloads/"),),
    near_misses=("https://www.python.org/downloads/", "see a://b", "info@example.org", "org.smith@mail.com"),
    source="pypdfium2",
)
TURNED_MAIL = Rule(
    id=glue.MAIL,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Few e-mail addresses begin with the name that ends them: in the lines of a reader that turns words their parts were turned.",
    find=glue.find_turned_mail,
    examples=(("به org.example@info بنویس", "به info@example.org بنویس"),),
    near_misses=("به info@example.org بنویس", "org.smith@mail.com", "io.github.foo@latest"),
    source="pypdfium2",
)
TURNED_DEGREES = Rule(
    id=degrees.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="In a line from right to left the unit of degrees stands on the left of their number, and readers take it for the start.",
    find=degrees.find_turned_degrees,
    examples=(("دمای C°180 و °25C بود", "دمای 180°C و 25°C بود"),),
    near_misses=("دمای 180°C و 25°C بود", "زاویه °30 و A°3"),
    source="every reader; UAX #9",
)
