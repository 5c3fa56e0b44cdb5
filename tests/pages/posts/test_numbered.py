"""Works that have a number for a title, between links to those before and behind."""

from __future__ import annotations

import pytest

from textnorm import read_page
from textnorm.pages.posts.numbered import is_beside, is_numbered

VERSES = [
    "باد آمد و بوی نان تازه آورد",
    "از کوچه صدای تازه آورد",
    "آن را که به خانه راه می‌جست",
    "تا بر در خانه باز آورد",
    "ای دوست چراغ را نگه دار",
    "کاین باد هزار راز آورد",
]
MENU = ["دفتر باران", "شاعران", "جستجو", "ورود", "خانه » باران یزدی » قطعات » قطعهٔ شمارهٔ ۲۱"]
BELOW = ["وزن: مفعول مفاعلن فعولن", "حاشیه‌ها", "برای نوشتن حاشیه باید وارد شوید.", "دربارهٔ ما"]


@pytest.mark.parametrize("beside", [["قطعهٔ شمارهٔ ۲۰", "قطعهٔ شمارهٔ ۲۲"], ["قطعهٔ شمارهٔ ۲۲"]])
def test_the_number_is_the_title_and_the_links_beside_end_the_verses(beside: list[str]) -> None:
    post = read_page("\n".join([*MENU, "قطعهٔ شمارهٔ ۲۱", *VERSES, *beside, *BELOW])).posts[0]
    assert (post.title, post.body.split("\n")) == ("قطعهٔ شمارهٔ ۲۱", VERSES)


@pytest.mark.parametrize("line", ["غزل شمارهٔ ۲", "شماره ۱۴", "بخش دوم شماره‌ی 7"])
def test_numbered(line: str) -> None:
    assert is_numbered(line)


@pytest.mark.parametrize("line", ["شماره ۲ مجله", "شماره تلفن", "بخش ۲", "غزل"])
def test_not_numbered(line: str) -> None:
    assert not is_numbered(line)


def test_beside() -> None:
    assert is_beside("فصل 3", "فصل 2")
    assert not is_beside("فصل 3", "فصل 3")
    assert not is_beside("۱۲", "فصل ۱۲")
    assert not is_beside("فصل", "فصل ۱۲")
