"""What is counted for many lines at once is what a look at each line between two others counts."""

from __future__ import annotations

from hypothesis import given, strategies as st

from textnorm.pages.posts.dating import Dating
from textnorm.pages.posts.line_counts import KeyIndex, KindCounts
from textnorm.pages.posts.page_lines import PageLines

LINES = ["۸ مهر ۱۳۹۷", "خانه", "نظرات (3)", "باران شدید در شمال", "12", "نوشته شده توسط نگار", "ورود"]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), st.data())
def test_kinds_between_lines(lines, data):
    page = PageLines(lines, [True] * len(lines), Dating(lines=lines))
    first = data.draw(st.integers(0, len(lines) - 1))
    kinds = KindCounts(page, first, len(lines))
    start, end = (data.draw(st.integers(first, len(lines))) for _ in range(2))
    between = range(start, end)
    assert kinds.count("dated", start, end) == sum(map(page.is_meta, between))
    assert kinds.count("rows", start, end) == sum(page.is_meta(n) or page.is_about(n) for n in between)
    assert kinds.count("others", start, end) == sum(
        not page.is_meta(n) and not page.is_junk(n) for n in between
    )
    assert kinds.count("outside", start, end) == sum(map(page.is_outside, between))


@given(st.lists(st.text("ab", max_size=5), max_size=9), st.text("ab", min_size=1, max_size=3))
def test_lines_that_say_something_again(keys, key):
    assert [*KeyIndex(keys).lines_with(key)] == [n for n, other in enumerate(keys) if key in other]
