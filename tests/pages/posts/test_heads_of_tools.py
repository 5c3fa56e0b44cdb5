"""What a tool writes above a text goes to the post, and nothing else is taken for it."""

from __future__ import annotations

import datetime

import pytest

from textnorm import Post, read_page

TEXT = "باران از صبح می‌بارید و کسی در کوچه نبود.\n\nفردا هم می‌بارد، می‌گوید هواشناسی."


def only(text: str) -> Post:
    (post,) = read_page(text).posts
    return post


def test_front_matter_of_a_file() -> None:
    post = only(
        f'---\ntitle: "باران در شمال"\nauthor: مینا کریمی\ndate: 1398-05-02\ntags:\n  - باران\n  - شمال\ndraft: false\n---\n\n{TEXT}'
    )
    assert (post.title, post.author, post.date) == ("باران در شمال", "مینا کریمی", datetime.date(2019, 7, 24))
    assert (post.tags, post.body, post.sources["title"]) == (("باران", "شمال"), TEXT, "front matter")
    assert list(post.sources) == ["title", "author", "date", "tags"]  # the same in every process


def test_the_head_of_a_reader_service() -> None:
    post = only(
        f"Title: باران در شمال\n\nURL Source: https://bam.example/p\n\nPublished Time: 2023-03-09T07:30:00+00:00\n\nMarkdown Content:\n{TEXT}"
    )
    assert (post.title, post.url, post.date) == (
        "باران در شمال",
        "https://bam.example/p",
        datetime.date(2023, 3, 9),
    )
    assert post.body == TEXT


def test_a_heading_of_the_text_is_no_second_title() -> None:
    post = only(f"---\ntitle: باران در شمال\n---\n\nآنچه دیدم\n\n{TEXT}")
    assert (post.title, post.body) == ("باران در شمال", f"آنچه دیدم\n\n{TEXT}")


def test_what_was_taken_stands_in_dropped() -> None:
    page = read_page(f"---\ntitle: باران\ndate: 2023-03-09\n---\n{TEXT}")
    assert {found.kind for found in page.dropped} == {"front-matter"}


@pytest.mark.parametrize(
    "head",
    ["---\nباران\n---", "Title: باران", "---\ntitle: باران\nباد\n---", "---"],
)
def test_nothing_else_is_front_matter(head: str) -> None:
    page = read_page(f"{head}\n{TEXT}")
    assert "front-matter" not in {found.kind for found in page.dropped}
    assert page.posts[0].sources == {}
