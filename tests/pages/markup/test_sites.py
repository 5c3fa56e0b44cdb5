"""Threads of forums and pages of real systems: every post once, with its author, its day and its text alone."""

from __future__ import annotations

import importlib.util
from functools import cache

import pytest

from support.html_more_sites import MORE_SITES
from support.html_pages import TITLE, Case, article
from support.html_sites import FORUMS, SITES, TALK
from textnorm import Page, html_to_lines, html_to_text, read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
ALL = FORUMS | SITES | MORE_SITES


@cache
def page_of(name: str) -> Page:
    return read_html(ALL[name].html)


#: what is not right about some of them yet
UNDATED = {"Virgool"}
LEFT = {"a mobile page of plain blocks": {"نسخه کامل"}}
_SHORT = 30


@pytest.mark.parametrize("name", ALL)
def test_every_post_with_author_and_day(name: str) -> None:
    case = ALL[name]
    found = page_of(name).posts
    assert len(found) == len(case.posts)
    for post, (title, day, author, lead) in zip(found, case.posts, strict=True):
        assert title in (None, post.title)
        assert author is None or author not in (post.title or "")
        assert lead in post.body
        if name not in UNDATED:
            assert (post.date and post.date.isoformat(), post.author) == (day, author)


@pytest.mark.parametrize("name", ALL)
def test_nothing_but_the_text_is_in_the_body(name: str) -> None:
    """Names, counters and rows of the members are in no text."""
    short = {line for post in page_of(name).posts for line in post.body.split("\n") if len(line) < _SHORT}
    assert short == LEFT.get(name, set())


@pytest.mark.parametrize("name", ALL)
def test_no_line_is_lost(name: str) -> None:
    case = ALL[name]
    text = html_to_lines(case.html)
    page = page_of(name)
    dropped = {text[one.start : one.end] for one in page.dropped}
    for post, (_, _, _, lead) in zip(page.posts, case.posts, strict=True):
        assert lead not in dropped
        assert post.body
    assert [(one.start, one.end) for one in page.dropped] == sorted(
        (one.start, one.end) for one in page.dropped
    )


@pytest.mark.parametrize("name", FORUMS)
def test_the_text_of_a_thread_is_what_was_said(name: str) -> None:
    text = html_to_text(FORUMS[name].html)
    assert [said in text for *_, said in TALK] == [True] * 3


def test_paragraphs_with_days_of_their_own_are_no_posts() -> None:
    """One article, in whose text days are declared: it stays whole."""
    body = "".join(
        f"<p>{said} این را در <time datetime='{iso}'>{day}</time> گفت و همه شنیدند که چه گفت.</p>"
        for _, day, iso, _, said in TALK
    )
    case = Case(article(f"<article><h1>{TITLE}</h1>{body}</article>"), ())
    assert len(read_html(case.html).posts) == 1


def test_links_side_by_side_are_two_words_and_other_elements_are_not() -> None:
    assert html_to_lines("<p><a>خانه</a><a>ورزش</a></p>") == "خانه ورزش"
    assert html_to_lines("<p><time>۲۹ بهمن</time><span>سارا</span></p>") == "۲۹ بهمن سارا"
    assert html_to_lines("<p><b>کتاب</b><i>خانه</i> <a>می</a>روم") == "کتابخانه میروم"


def test_a_table_that_lays_out_the_page_is_no_table_of_rows() -> None:
    """Old boards head the columns of a thread; cells that hold tables are no cells of a row."""
    rows = "<tr><td>نگار</td><td><table><tr><td>سلام</td></tr></table></td></tr>"
    assert (
        html_to_lines(f"<table><tr><th>نویسنده</th><th>پیام</th></tr>{rows}</table>")
        == "نویسنده\nپیام\nنگار\nسلام"
    )
    flat = "<table><tr><th>شهر</th><th>دما</th></tr><tr><td>یزد</td><td>۳۱</td></tr></table>"
    assert html_to_lines(flat) == "شهر | دما\nیزد | ۳۱"
