"""Lists of headings on a page, and the headings that they name."""

from __future__ import annotations

from textnorm import read_page

LIST = ["محتوای این نوشته", "پوست", "هسته", "انبار کردن"]
LEAD = "انار میوه‌ای است که در باغ‌های ساوه و یزد می‌روید و پاییز که می‌رسد شهر را سرخ می‌کند."
SKIN = "پوست انار را خشک می‌کنند و از آن برای رنگ کردن نخ قالی رنگ زرد می‌گیرند."
SEED = "هسته‌های انار روغنی دارند که امروز در ساختن صابون و کرم به کار می‌آید."
STORE = "انار را در جای خنک و خشک می‌گذارند و گاهی تا شب یلدا نگه می‌دارند."


def _body(*lines: str) -> list[str]:
    return (
        read_page("\n".join(["خانه", "تماس با ما", "انار، یاقوت پاییز", "۱ آذر ۱۴۰۱", LEAD, *lines]))
        .posts[0]
        .body.split("\n")
    )


def test_a_named_heading_is_text_behind_an_advertisement() -> None:
    text = _body(*LIST, "پوست", SKIN, "تبلیغات", "هسته", SEED, "انبار کردن", STORE)
    assert text == [LEAD, "پوست", SKIN, "هسته", SEED, "انبار کردن", STORE]


def test_a_link_behind_an_advertisement_that_no_list_names_goes() -> None:
    assert "هسته" not in _body("پوست", SKIN, "تبلیغات", "هسته", "خرید بلیت", SEED, "انبار کردن", STORE)
