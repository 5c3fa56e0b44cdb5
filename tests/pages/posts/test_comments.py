"""What stands below the heading of a comment thread."""

from __future__ import annotations

import pytest

from textnorm import read_page

STUDY = [
    "خواب و تنفس در دانشجویان",
    "این پژوهش نشان می‌دهد که هشت هفته تمرین تنفس چگونه خواب دانشجویان یک دانشکدهٔ کوچک را بهتر کرده است.",
    "یافته‌ها با کارهای پیشین سازگار است و نشان می‌دهد که هفته‌های نخست از هفته‌های دیگر مهم‌تر بوده است.",
]
BELOW = [
    "محدودیت‌ها",
    "شمار شرکت‌کنندگان اندک بود و همهٔ آنان در یک شهر زندگی می‌کردند، پس نمی‌توان نتیجه را به همه گسترش داد.",
    "نتیجه‌گیری",
    "تمرین کوتاه روزانه خواب را بهتر می‌کند و ارزش آن را دارد که در دانشگاه‌های دیگر نیز آزموده شود.",
]


@pytest.mark.parametrize("heading", ["بحث", "Discussion", "گفتگو"])
def test_the_discussion_of_a_study_is_no_thread(heading):
    (post,) = read_page("\n".join([*STUDY, heading, *BELOW])).posts
    assert [line for line in [*STUDY[1:], *BELOW] if line not in post.body] == []
    assert post.comments == ()
