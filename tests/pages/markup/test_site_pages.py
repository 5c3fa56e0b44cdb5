"""Whole pages of our own writing as real systems serve them, menus and all: fixtures/pages/sites with what is right about each.

What is not right yet is named under "fails" in expected.json.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from textnorm import Page, PageOptions, html_to_lines, read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
FOLDER = Path(__file__).parents[3] / "fixtures" / "pages" / "sites"
EXPECTED: dict[str, dict[str, Any]] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def html_of(name: str) -> str:
    return (FOLDER / f"{name}.html").read_text(encoding="utf-8")


@cache
def page_of(name: str) -> Page:
    """A page as it is read by default."""
    return read_html(html_of(name), url=EXPECTED[name].get("address"))


def faults(name: str, page: Page) -> set[str]:
    """The names of what is wrong about a page."""
    expected = EXPECTED[name]
    if len(page.posts) != len(expected["posts"]):
        return {"posts"}
    wrong = set()
    for post, right in zip(page.posts, expected["posts"], strict=True):
        if right["title"] not in (None, post.title):
            wrong.add("title")
        if (post.date.isoformat() if post.date else None) != right["date"]:
            wrong.add("date")
        if post.author != right["author"]:
            wrong.add("author")
        if right.get("url") not in (None, post.url):
            wrong.add("url")
        if not right["body"] and post.body:
            wrong.add("body")
        if not all(line in post.body for line in right["body"]):
            wrong.add("body")
    whole = "\n".join(f"{post.title}\n{post.body}" for post in page.posts)
    wrong |= {"drop" for words in expected["drop"] if words in whole}
    return wrong | {"keep" for words in expected["keep"] if words not in whole}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_reader_finds(name: str) -> None:
    assert faults(name, page_of(name)) == set(EXPECTED[name].get("fails", ()))


#: pages whose expected bodies begin with the first line of the text and end with its last one
WHOLE = [name for name, right in EXPECTED.items() if right.get("whole")]
THREADS = [name for name, right in EXPECTED.items() if "comments" in right]


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_stands_before_or_behind_a_text(name: str) -> None:
    posts = page_of(name).posts
    found = [(post.body.split("\n")[0], post.body.split("\n")[-1]) for post in posts]
    assert found == [(right["body"][0], right["body"][-1]) for right in EXPECTED[name]["posts"]]


@pytest.mark.parametrize("name", THREADS)
def test_comments_are_records_of_their_own(name: str) -> None:
    posts = read_html(html_of(name), PageOptions(comments="keep")).posts
    found = [
        [post.author, post.date.isoformat() if post.date else None, post.body]
        for post in posts
        if post.kind == "comment"
    ]
    assert found == EXPECTED[name]["comments"]


@pytest.mark.parametrize("name", EXPECTED)
def test_no_line_is_lost(name: str) -> None:
    """Every line of a page is in a post, says something of it, or is dropped with its reason."""
    text, page = html_to_lines(html_of(name)), page_of(name)
    dropped = {text[one.start : one.end] for one in page.dropped}
    for post, right in zip(page.posts, EXPECTED[name]["posts"], strict=True):
        assert dropped.isdisjoint(right["body"])
        assert text[post.start : post.end]
