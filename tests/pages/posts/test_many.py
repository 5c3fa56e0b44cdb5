"""Pages of one site, read together; and that no line of a page is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from textnorm import PageOptions, read_page, read_pages
from textnorm.pages.keys import line_key

STORY = "It rained all day in the valley, and match number {} of the year was played in front of {} friends of the club."
PAGES = [
    f"Our Club\nGoals\nFriends of the club\nMatch {n}\n{STORY.format(n, 7 * n + 1)}\n{STORY.format(n + 9, n + 40)}\nThe stand\nWrite to us"
    for n in range(6)
]


def test_five_pages_teach_each_other() -> None:
    alone = [read_page(page).posts[0].title for page in PAGES]
    together = [page.posts[0].title for page in read_pages(PAGES)]
    assert together == [f"Match {n}" for n in range(6)]
    assert alone != together


def test_four_pages_are_read_alone() -> None:
    assert read_pages(PAGES[:4]) == [read_page(page) for page in PAGES[:4]]


def test_a_folder_is_a_site(tmp_path: Path) -> None:
    for number, page in enumerate(PAGES):
        (tmp_path / f"{number}.txt").write_text(page, encoding="utf-8")
    command = [sys.executable, "-m", "textnorm", "posts", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    titles = {line[7:] for line in done.stdout.splitlines() if line.startswith("title: ")}
    assert titles == {f"Match {n}" for n in range(6)}


LOST = {
    "a counter under each post": "باران\n"
    + "امروز باران ریزی بر باغ بارید و بوی خاک خیس همه جا را پر کرد.\n۶ دیدگاه\nنان\nپختن نان در تنور کار آسانی نیست، ولی همسایه ما هر روز خمیر می‌گیرد.\n۱۲ دیدگاه\n",
    "two date lines side by side": "باران\nباد\nنوشته شده در ۸ مهر ۱۳۹۶\nنوشته شده در ۸ مهر ۱۳۹۷",
    "a thread without names": "Rain\nIt rained all day in the north and the roads were wet.\n3 Comments\nIt rained in the south as well, and there the roads were dry.\n",
    "dates of all kinds": "\n".join(
        f"{n} May 2021\nWe walked {n} miles along the river and slept in a hut." for n in range(3, 9)
    ),
}


@pytest.mark.parametrize("name", LOST)
@pytest.mark.parametrize("mode", ["careful", "page", "auto"])
def test_no_line_of_prose_is_lost(name: str, mode: str) -> None:
    text = LOST[name]
    page = read_page(text, PageOptions(mode=mode, comments="keep"))  # type: ignore[arg-type]
    kept = "\n".join(
        "\n".join([post.title or "", post.body, *post.comments, post.date_text or ""]) for post in page.posts
    )
    dropped = "\n".join(text[found.start : found.end] for found in page.dropped)
    for line in text.split("\n"):
        if line.endswith("."):
            assert line_key(line) in line_key(kept) + line_key(dropped)


def test_a_list_of_headings_goes_and_the_headings_stay() -> None:
    story = [STORY.format(n, n + 3) for n in range(4)]
    text = "\n".join(
        [
            "Three cups",
            "4 May 2021",
            story[0],
            "The first cup",
            "The last cup",
            "The first cup",
            story[1],
            story[2],
            "The last cup",
            story[3],
        ]
    )
    (post,) = read_page(text).posts
    assert post.body.split("\n") == [story[0], "The first cup", story[1], story[2], "The last cup", story[3]]
