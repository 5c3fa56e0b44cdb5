"""What stands at the edges tells pages from texts: the small pages and near-misses of fixtures/edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from textnorm import PageOptions, clean
from textnorm.pages.content.gate import has_menus
from textnorm.pages.interface import role_bits

EDGES = Path(__file__).parents[3] / "fixtures" / "edges"


def cases(file: str) -> dict[str, list[tuple[str, str]]]:
    """Return the labelled lines of each case of a file."""
    parts = (EDGES / file).read_text(encoding="utf-8").split("\n=== ")[1:]
    rows = (part.rstrip("\n").split("\n") for part in parts)
    return {name: [(row[0], row[2:]) for row in body] for name, *body in rows}


PAGES, TEXTS = cases("pages.lines"), cases("texts.lines")


@pytest.mark.parametrize("name", PAGES)
def test_the_text_of_a_small_page_stays_alone(name):
    rows = PAGES[name]
    left = clean("\n".join(line for _, line in rows)).split("\n")
    asked = [line for line in left if line and ("x", line) not in rows]
    assert asked == [line for label, line in rows if label == "k"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_comes_out_whole(name):
    text = "\n".join(line for _, line in TEXTS[name])
    assert clean(text) == text


def weighed(*lines: str) -> bool:
    """Tell whether lines without menu words are enough."""
    return has_menus(lines, [0] * len(lines), [*map(role_bits, lines)], "auto")


def test_rows_of_one_shape_count_once():
    assert weighed("تماس با ما", "نقشه سایت", "ارسال نظر")
    assert not weighed(*(f"قیمت: {price} تومان" for price in range(1000, 1020)))
    assert not weighed(*(["Read more"] * 9))


GERMAN = [
    *("Start", "Politik", "Kultur", "Reise", "Sport", "Wetter", "Mein Bereich", "Stellenmarkt"),
    "Am Morgen stieg der Fluss über die Ufer, und zwei Brücken im Tal blieben bis zum Abend gesperrt.",
    "Die Bewohner sagen, dass das Bett des Flusses seit vielen Jahren nicht mehr geräumt worden ist.",
    "Der Bürgermeister versprach, dass die Arbeiten noch vor dem Herbst beginnen und die Brücken geprüft werden.",
    *("Mehr aus der Region", "Neue Buslinie im Süden", "Markt am Samstag", "Kontakt", "Datenschutz"),
]


def test_a_text_that_is_said_to_be_a_page_needs_no_menu_words_of_ours():
    kept = clean("\n".join(GERMAN), PageOptions(mode="page")).splitlines()
    assert kept == GERMAN[8:11]


def test_a_list_with_little_to_drop_stays_in_page_mode():
    recipe = ["Mehl", "Zucker", "Butter", "Eier", "Milch", "Salz", *GERMAN[8:11] * 3]
    assert clean("\n".join(recipe), PageOptions(mode="page")) == clean(
        "\n".join(recipe), PageOptions(mode="careful")
    )


def test_rows_of_facts_on_a_small_page_stay():
    facts = ["مدت دوره: ده جلسه", "ساعت: ۱۷ تا ۱۸:۳۰", "هزینه: ۹۰۰٬۰۰۰ تومان", "رده سنی: ۸ تا ۱۲ سال"]
    lines = ["خانه", "دوره‌ها", "درباره ما", "تماس با ما", "ورود", "کلاس سفال نوجوانان"]
    lines += ["در این دوره کار با چرخ و پخت لعاب را از پایه یاد می‌گیرید و هر گروه شش نفر است.", *facts]
    lines += ["ثبت‌نام", "دوره‌های مشابه", "کلاس نقاشی", "تمامی حقوق این سایت محفوظ است."]
    kept = clean("\n".join(lines)).splitlines()
    assert [line for line in facts if line not in kept] == []
    assert not {"خانه", "تماس با ما", "دوره‌های مشابه", "تمامی حقوق این سایت محفوظ است."} & {*kept}


def test_rights_with_a_name_speak_for_a_page():
    lines = [
        "کارگاه نجاری",
        "نمونه‌ها",
        "خدمات",
        "تماس با ما",
        "میز بلوط",
        "این میز را با چوب بلوط و بی میخ ساخته‌ایم.",
    ]
    rights = ["سفارش", "کلیه حقوق این سایت متعلق به کارگاه نجاری است."]
    assert clean("\n".join([*lines, *rights, "بازگشت به بالا"])).splitlines()[-1] == lines[-1]
