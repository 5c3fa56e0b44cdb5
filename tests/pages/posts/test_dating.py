"""The look that spares lines the search for weekdays."""

from __future__ import annotations

from hypothesis import given, strategies as st

from textnorm.dates import DateOptions
from textnorm.dates.windows import has_places

PIECES = st.sampled_from(
    [
        "۸",
        "12",
        "مهر",
        "ماه",
        "۱۳۹۷",
        "هزار",
        "و",
        "سیصد",
        "هشتم",
        "/",
        "-",
        ".",
        ":",
        "از",
        "شنبه",
        "\u200c",
        " ",
        "باران",
    ]
)
LINE = st.lists(PIECES, min_size=1, max_size=8).map("".join)


@given(st.lists(LINE, min_size=1, max_size=5))
def test_a_text_may_hold_the_dates_that_its_lines_may_hold(lines: list[str]) -> None:
    one_may = any(has_places(line, DateOptions()) for line in lines)
    assert has_places("\n".join(lines), DateOptions()) or not one_may
