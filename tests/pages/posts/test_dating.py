"""One look at some lines for weekdays says of each what a look at it alone says."""

from __future__ import annotations

from hypothesis import given, strategies as st

from textnorm.pages.posts.dating import may_have_weekday

WORDS = "۸ 12 مهر ماه ۱۳۹۷ هزار و سیصد هشتم / - . : از شنبه باران".split()
LINE = st.lists(st.sampled_from([*WORDS, " ", "\u200c"]), max_size=8).map("".join)


@given(st.lists(LINE, min_size=1, max_size=5))
def test_what_stands_beside_a_line_says_nothing_of_it(lines: list[str]) -> None:
    dated = [f"شنبه {line}" for line in lines]
    for some in (lines, dated):
        assert may_have_weekday(some) == [may_have_weekday([line])[0] for line in some]
