"""The name in an element that is called after who wrote."""

from __future__ import annotations

import importlib.util

import pytest

from textnorm import read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("توسط <b>kavir</b> » 14 دی 1389 21:10", "kavir"),
        ("نویسنده: مینا یوسفی | ۳ آبان ۱۴۰۱", "مینا یوسفی"),
        ("مینا یوسفی در ۳ آبان ۱۴۰۱", "مینا یوسفی"),
        ("by Petra Novak - May 3, 2021", "Petra Novak"),
        ("Petra Novak, 10:12", "Petra Novak"),
        ("علی - 72", "علی - 72"),
        ("مینا یوسفی، آرش فلاح", "مینا یوسفی، آرش فلاح"),
        ("گروه در سفر", "گروه در سفر"),
    ],
)
def test_the_day_behind_a_name_is_none_of_it(html: str, name: str) -> None:
    from lxml.html import fromstring

    from textnorm.pages.markup.people import authors_in

    block = fromstring(f"<div><p class='author'>{html}</p></div>")
    assert list(authors_in(block)) == [name]


@pytest.mark.parametrize("name", ["author", "نویسنده", "Writer", "نام نویسنده"])
def test_the_word_for_who_wrote_is_no_name(name: str) -> None:
    text = "".join(f"<p>باران {n} روز در شمال بارید و جاده‌ها تا شب بسته ماند.</p>" for n in range(2, 6))
    html = f"<meta name=author content='{name}'><meta property='og:type' content=article><h1>باران در شمال</h1>{text}"
    (post,) = read_html(html).posts
    assert (post.title, post.author) == ("باران در شمال", None)
