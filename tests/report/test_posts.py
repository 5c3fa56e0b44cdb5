"""The report of posts: cards, what went, a sample of many; in a browser from the right where a post is Persian."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.browser import browser, needs_chromium
from textnorm.cli import main
from textnorm.report.posts import PostTally, posts_report

PERSIAN = "بارش برف در شمال از دیشب آغاز شد و راه‌های کوهستانی بسته است."
ENGLISH = "The snow in the north began last night and the mountain roads are closed."


def filled(count: int) -> PostTally:
    tally = PostTally(most=10)
    for number in range(count):
        tally.add({"title": f"title {number}", "body": PERSIAN, "date": "2020-02-18" if number % 2 else None})
    return tally


def test_counts_are_of_all_and_the_sample_is_even() -> None:
    tally = filled(1000)
    assert (tally.posts, tally.dated, tally.titled) == (1000, 500, 1000)
    shown = [int(str(post["title"]).split()[1]) for post in tally.shown]
    assert 10 <= len(shown) <= 20
    assert shown == list(range(0, 1000, shown[1]))
    assert "drawn evenly" in posts_report(tally)
    assert "drawn evenly" not in posts_report(filled(5))


def test_what_went_is_told_by_kind() -> None:
    tally = PostTally()
    for text in ("خانه", "سیاست", "<b>"):
        tally.add({"dropped": {"kind": "boilerplate", "text": text}})
    tally.add({"title": None, "body": "", "date": None, "conflicts": ["date: the text says 1, the markup 2"]})
    page = posts_report(tally)
    assert "boilerplate · 3" in page
    assert "&lt;b&gt;" in page
    assert "without a title" in page
    assert "the markup 2" in page


def test_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "page.txt", tmp_path / "posts.html"
    source.write_text(f"برف در شمال\n\n۲۹ بهمن ۱۳۹۸\n\n{PERSIAN}\n\nادامه مطلب\n", encoding="utf-8")
    assert main(["posts", "--report", str(target), str(source)]) == 0
    page = target.read_text(encoding="utf-8")
    assert "2020-02-18" in page
    assert PERSIAN in page
    assert main(["posts", "--report", str(target), "--json", str(source)]) == 2
    assert main(["posts", "--report", str(target), "-o", str(source), str(source)]) == 2
    assert "exclude one another" in capfd.readouterr().err


@pytest.mark.slow
@needs_chromium
def test_persian_cards_stand_from_the_right(tmp_path: Path) -> None:
    tally = PostTally()
    for title, body in (("برف در شمال", PERSIAN), ("Snow", ENGLISH)):
        tally.add({"title": title, "body": body, "date": "2020-02-18", "date_text": "۲۹ بهمن ۱۳۹۸"})
    path = tmp_path / "posts.html"
    path.write_text(posts_report(tally), encoding="utf-8")
    with browser() as page:
        page.size(1200, 900)
        page.open(path.as_uri())
        assert page.problems == []
        sides = "[...document.querySelectorAll('.card')].map(card => card.matches(':dir(rtl)'))"
        assert json.dumps(page.js(sides)) == "[true, false]"
        assert page.js("document.documentElement.scrollWidth <= innerWidth")
