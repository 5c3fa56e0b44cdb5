"""The pages of fixtures/pages: hand-written, hand-labelled."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from textnorm.pages import PageOptions, read_page

SOURCE = Path(__file__).parents[2] / "fixtures" / "pages" / "pages.toml"
PAGES = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["page"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_page(page: dict[str, Any]) -> None:
    found = read_page(page["text"], PageOptions(mode=page["mode"])).posts
    assert [(p.title, p.date.isoformat() if p.date else None, p.author, p.body) for p in found] == [
        (post["title"], post.get("date"), post.get("author"), post["body"]) for post in page["posts"]
    ]
