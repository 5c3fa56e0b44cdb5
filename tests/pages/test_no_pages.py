"""Texts that are no pages: clean() leaves them alone, and read_page() loses none of the sentences in them."""

from __future__ import annotations

import re

import pytest

from support.labelled_pages import FOLDER
from textnorm import clean, read_page

_HEAD = re.compile(r"^=== (.*)\n", re.MULTILINE)
_PARTS = _HEAD.split((FOLDER / "no-pages.texts").read_text(encoding="utf-8"))[1:]
TEXTS = {name: text.strip("\n") for name, text in zip(_PARTS[::2], _PARTS[1::2], strict=True)}


@pytest.mark.parametrize("name", TEXTS)
def test_stays_as_it_is(name: str) -> None:
    assert clean(TEXTS[name]) == TEXTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_no_sentence_is_lost(name: str) -> None:
    posts = read_page(TEXTS[name]).posts
    found = "\n".join("\n".join([post.title or "", post.body, *post.comments]) for post in posts)
    sentences = [line for line in TEXTS[name].split("\n") if line.count(" ") > 3 and line[-1] in ".!؟?"]
    assert [line for line in sentences if line not in found] == []


def test_there_are_many() -> None:
    assert len(TEXTS) >= 30
