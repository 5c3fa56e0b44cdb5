"""What is found, what is refused, and every day in every form."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from support.date_cases import FOUND, FOUND_WITHOUT_FRAME, REFUSED
from support.date_forms import FORMS, NUMERIC, spelled
from textnorm.dates import (
    DateOptions,
    FoundDate,
    convert_dates,
    find_dates,
    from_gregorian,
    resolve,
    to_gregorian,
)
from textnorm.dates.forms import FORMS as GRAMMAR, Form

SLOW = os.environ.get("TEXTNORM_SLOW_TESTS")
#: later years in numbers look like lunar ones
LAST_IN_NUMBERS = to_gregorian(1405, 12, 29).toordinal()
FIRST, LAST = to_gregorian(1206, 1, 1).toordinal(), to_gregorian(1498, 12, 30).toordinal()


def days(text: str, options: DateOptions | None = None) -> list[str]:
    return [date.iso for date in find_dates(text, options or DateOptions()) if date.iso]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۵ اردبیهشت ۱۴۰۲", ["2023-04-25"]),
        ("جلسهٔ ۷ شهرویرماه ۱۴۰۱", ["2022-08-29"]),
        ("3 فرودین 1400", ["2021-03-23"]),
        ("۱۰ اسفندد ۱۳۹۹", ["2021-02-28"]),
        ("۵ اردبیهشت باران آمد", []),
        ("۱۲ مداد ۱۳۹۵", []),
    ],
)
def test_slips_in_names_of_months(text: str, expected: list[str]) -> None:
    assert days(text, DateOptions(reference=datetime.date(2023, 4, 1))) == expected


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert days(text) == []


@pytest.mark.slow
@pytest.mark.parametrize(("text", "expected"), FOUND)
@pytest.mark.parametrize("frame", ["باران {} بارید", "({})", "The rain of {} was heavy.", "«{}»،", "\n{}\n"])
def test_found_in_a_frame(frame: str, text: str, expected: list[str]) -> None:
    if text in FOUND_WITHOUT_FRAME:
        pytest.skip("only alone on a line")
    if "/" in text and text.isascii() and frame[0] == "T":
        pytest.skip("numbers in an English sentence may stand in either order")
    assert days(frame.format(text)) == expected


@pytest.mark.parametrize("form", GRAMMAR, ids=lambda form: form.name)
def test_form_examples(form: Form) -> None:
    options = DateOptions(compact=True)
    assert form.name in [date.form for date in find_dates(form.example, options)]
    assert days(form.near_miss, options) == []


@pytest.mark.slow
@pytest.mark.parametrize(("place", "name"), list(enumerate([*FORMS, *NUMERIC])))
def test_every_day(place: int, name: str) -> None:
    """Every day in every form when slow; else every day in one form, the forms taking turns."""
    write = FORMS.get(name) or NUMERIC[name]
    last = LAST if name in FORMS else LAST_IN_NUMBERS
    for ordinal in range(FIRST + (0 if SLOW else place), last + 1, 1 if SLOW else len(FORMS) + len(NUMERIC)):
        day = datetime.date.fromordinal(ordinal)
        text = write(*from_gregorian(day))
        assert days(text) == [day.isoformat()], text


@pytest.mark.parametrize(("name", "write"), [*FORMS.items(), *NUMERIC.items()])
def test_every_form_on_awkward_days(name: str, write: object) -> None:
    assert callable(write)
    for solar in [(1397, 7, 8), (1399, 12, 30), (1206, 1, 1), (1357, 11, 22), (1400, 6, 31), (1404, 1, 1)]:
        assert days(write(*solar)) == [to_gregorian(*solar).isoformat()]


@pytest.mark.parametrize(("name", "write"), [*FORMS.items(), *NUMERIC.items()])
def test_days_that_do_not_exist(name: str, write: object) -> None:
    assert callable(write)
    if "weekday" in name or name in ("header", "paired"):
        return
    for solar in [(1402, 12, 30), (1397, 7, 31), (1397, 12, 31)]:
        assert days(write(*solar)) == []


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_name(month: int) -> None:
    day = to_gregorian(1397, month, 8).isoformat()
    names = [(language, name) for language, number, name in spelled() if number == month]
    assert len(names) > 9
    for language, name in names:
        for text in (f"۸ {name} ۱۳۹۷", f"1397 {name} 8", f"{name} 8, 1397"):
            assert days(text) == [day], (language, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("مهر ۱۳۹۷", "partial"),
        ("۸ مهر", "partial"),
        ("هشتم مهر", "partial"),
        ("14مهر92", "ambiguous"),
        ("۱۴۱۰/۷/۸", "ambiguous"),
        ("on 7/8/1397 AP", "ambiguous"),
        ("۳۰ اسفند ۱۴۰۲", "invalid"),
        ("۱۳۹۷/۱۳/۸", "invalid"),
    ],
)
def test_a_reason_and_no_day(text: str, kind: str) -> None:
    (found,) = find_dates(text)
    assert (found.kind, found.date, found.iso) == (kind, None, None)
    assert found.reason


@pytest.mark.parametrize(
    "text", ["5/12/23", "3-1-1", "۳-۲-۱", "۲۵-۲۳-۲۱", "25-23-21", "The score was 97/7/8"]
)
def test_numbers_that_are_not_even_ambiguous(text: str) -> None:
    assert find_dates(text) == []


def test_what_a_form_does_is_in_its_fields() -> None:
    """No module asks for the name of a form."""
    for path in Path(resolve.__file__).parent.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        named = [form.name for form in GRAMMAR if f'"{form.name}"' in source]
        assert not named or path.name == "forms.py", (path.name, named)


def test_weekday_is_a_flag() -> None:
    assert [find_dates(f"{name} ۸ مهر ۱۳۹۷")[0].weekday_agrees for name in ("یکشنبه", "دوشنبه")] == [
        True,
        False,
    ]
    assert find_dates("۸ مهر ۱۳۹۷")[0].weekday_agrees is None
    assert days("دوشنبه ۸ مهر ۱۳۹۷") == ["2018-09-30"]


@pytest.mark.parametrize("name", ["پنجشنبه", "پنج شنبه", "پنچشنبه", "پنچ\u200cشنبه"])
def test_thursday_is_known_with_its_usual_slip(name: str) -> None:
    assert find_dates(f"{name} ۵ مهر ۱۳۹۷")[0].weekday_agrees is True


def test_weekday_or_twin_decides_numbers_that_could_be_lunar() -> None:
    assert days("پنجشنبه ۱۴۰۷/۷/۷") == [to_gregorian(1407, 7, 7).isoformat()]
    assert days("شنبه ۱۴۰۷/۷/۷") == []
    assert days("۱۴۰۷/۷/۸ (2028-09-29)") == ["2028-09-29"]
    assert days("۱۴۰۷/۷/۸ (2028-09-30)") == []


def test_twin_is_a_checksum() -> None:
    assert find_dates("۸ مهر ۱۳۹۷ (۳۰ سپتامبر ۲۰۱۸)")[0].twin_agrees is True
    assert find_dates("۸ مهر ۱۳۹۷ (۲۹ سپتامبر ۲۰۱۸)")[0].twin_agrees is False


def test_two_digit_years() -> None:
    recent = DateOptions(two_digit_years="recent")
    assert days("14مهر92", recent) == ["2013-10-06"]
    assert days("۸ مهر ۰۳", recent) == ["2024-09-29"]
    assert days("97/7/8", recent) == ["2018-09-30"]
    assert days("۹/۸/۰۷", recent) == []


def test_reference() -> None:
    options = DateOptions(reference=datetime.date(2018, 10, 5))
    assert days("هشتم مهر", options) == ["2018-09-30"]
    assert days("۲۸ اسفند", DateOptions(reference=datetime.date(2018, 4, 1))) == ["2018-03-19"]
    assert days("دیروز باران بارید و پس‌فردا برف", options) == ["2018-10-04", "2018-10-07"]
    assert find_dates("دیروز باران بارید") == []


NOVEMBER = DateOptions(reference=datetime.date(2026, 11, 29))


@pytest.mark.parametrize(
    "text",
    [
        "در ۸ مهر همان سال (۱۳۹۷) باران آمد",
        "۸ مهر، سال ۹۷",
        "۸ مهر سال قبل",
        "۸ مهر ماه سال گذشته، ۱۳۹۰",
        "سال ۱۳۹۷: ۸ مهر",
        "۳۰ آذر ۲۰۱۸",
        "۸ مهر، 2018",
        "8 Mehr in 1397",
        "در سال ۱۳۹۵ و در روز ۸ مهر",
        "شنبه ۳ دی",
    ],
)
def test_a_year_beside_or_a_weekday_is_stronger_than_the_reference(text: str) -> None:
    assert "reference" not in [date.evidence for date in find_dates(text, NOVEMBER)]


def test_a_weekday_picks_the_year_near_the_reference() -> None:
    (found,) = find_dates("پنجشنبه ۳ دی", NOVEMBER)
    assert (found.iso, found.weekday_agrees) == ("2026-12-24", True)
    (found,) = find_dates("چهارشنبه ۳ دی", NOVEMBER)
    assert found.iso == "2025-12-24"


@pytest.mark.parametrize(
    "text",
    [
        "سرباز ۳ تیر شلیک کرد",
        "۷ تیر از ترکش بیرون کشید",
        "پای سند ۳ مهر خورده بود",
        "۱۵ تیر چوبی سقف",
        "با ۲ تیر گوزن را زد",
        "در کوه ۳ بهمن سقوط کرد",
        "تفنگ ۶ تیر داشت",
        "گواهی ۲ مهر و ۳ امضا دارد",
    ],
)
def test_nouns_that_look_like_months(text: str) -> None:
    assert days(text, NOVEMBER) == []


@pytest.mark.parametrize(
    "text",
    [
        "جلسه ۱۲ تیر برگزار شد",
        "مدرسه‌ها ۱ مهر باز شد",
        "روز ۵ مهر نامه رسید",
        "۳ بهمن برف بارید",
        "۱۴ تیر هوا گرم بود",
    ],
)
def test_months_that_look_like_nouns(text: str) -> None:
    assert len(days(text, NOVEMBER)) == 1


def test_relative_days_and_spans() -> None:
    options = DateOptions(reference=datetime.date(2018, 9, 30))
    assert days("۳ روز پیش، سه روز قبل و ۲ روز دیگر", options) == ["2018-09-27", "2018-09-27", "2018-10-02"]
    (found,) = find_dates("هفته گذشته", options)
    assert (found.kind, found.iso) == ("relative", None)
    assert days("۳ روز پیش از عید", options) == []
    assert find_dates("۳ روز پیش") == []


def test_gregorian_dates_on_request() -> None:
    options = DateOptions(gregorian=True)
    text = "۳۰ سپتامبر ۲۰۱۸، ۱۳ مارچ، ٥ أيلول ٢٠١٨ و ١٢ تشرين الأول ٢٠١٩، ۸ مهر ۱۳۹۷"
    found = [(date.kind, date.iso) for date in find_dates(text, options)]
    assert found == [
        ("gregorian", "2018-09-30"),
        ("gregorian", None),
        ("gregorian", "2018-09-05"),
        ("gregorian", "2019-10-12"),
        ("date", "2018-09-30"),
    ]
    assert [date.kind for date in find_dates(text)] == ["date"]
    assert days("۱۳ مارچ", DateOptions(gregorian=True, reference=datetime.date(2020, 2, 1))) == ["2020-03-13"]
    assert find_dates("۵ می و ۶ مه و v2018.09.30", options) == []


def test_a_space_where_a_word_touches_the_day() -> None:
    assert convert_dates("شنبه ششم مرداد ۱۳۹۷ساعت 21:33") == "شنبه 2018-07-28 ساعت 21:33"
    assert convert_dates("یکشنبه۸مهر۱۳۹۷") == "یکشنبه 2018-09-30"
    assert convert_dates("۱۳۹۷/۰۷/۰۸۱۲:۳۰") == "2018-09-30 ۱۲:۳۰"
    assert convert_dates("«۸ مهر ۱۳۹۷»،") == "«2018-09-30»،"
    append = DateOptions(style="append")
    assert convert_dates("۸ مهر ۱۳۹۷برگزار شد", append) == "۸ مهر ۱۳۹۷ (2018-09-30) برگزار شد"


def test_urls_and_compact_on_request() -> None:
    url = "https://example.com/1397/07/08/rain"
    assert days(url) == []
    assert days(url, DateOptions(urls=True)) == ["2018-09-30"]
    assert days("#۸_مهر_۱۳۹۷") == []
    assert days("#۸_مهر_۱۳۹۷ باران", DateOptions(urls=True)) == ["2018-09-30"]
    assert days("13970708") == []
    assert days("13970708", DateOptions(compact=True)) == ["2018-09-30"]
    assert days("13971308 01397070811", DateOptions(compact=True)) == []


def test_outside_the_official_list() -> None:
    (found,) = find_dates("۸ مهر ۱۱۵۰")
    assert (found.official, found.date) == (False, to_gregorian(1150, 7, 8))


@pytest.mark.parametrize("gap", range(80))
def test_any_distance_apart(gap: int) -> None:
    """No date is cut where the pieces end in which a text is read."""
    text = "۸ مهر ۱۳۹۷ " + "باران " * (gap // 6) + "ا" * (gap % 6) + " در ۱۲ اردیبهشت‌ماه باران بارید"
    assert [date.text for date in find_dates(text)] == ["۸ مهر ۱۳۹۷", "۱۲ اردیبهشت‌ماه"]


def test_offsets() -> None:
    text = "😀 در یکشنبه ۸ مهر ۱۳۹۷ و ۱۳۹۷/۷/۹ ه.ش"
    found = find_dates(text)
    assert [text[date.start : date.end] for date in found] == ["۸ مهر ۱۳۹۷", "۱۳۹۷/۷/۹ ه.ش"]


def test_found_date_is_frozen() -> None:
    found: FoundDate = find_dates("۸ مهر ۱۳۹۷")[0]
    with pytest.raises(AttributeError):
        found.start = 3  # type: ignore[misc]
