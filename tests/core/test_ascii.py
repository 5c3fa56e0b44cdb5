"""to_ascii and slugify: Persian kept or romanised by the scheme, twice is once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from texts import texts

from textnorm import slugify, to_ascii
from textnorm.ascii import CONSONANTS, EXAMPLES
from textnorm.chars import ARABIC_LETTERS

both = pytest.mark.parametrize("persian", ["keep", "romanise"])
LETTERS = re.compile(f"[{ARABIC_LETTERS}]")


@pytest.mark.parametrize(("word", "romanised"), EXAMPLES.items())
def test_scheme(word: str, romanised: str) -> None:
    assert to_ascii(word, persian="romanise") == romanised
    assert to_ascii(word) == word


def test_every_consonant_is_written() -> None:
    assert all(value.isascii() and value for value in CONSONANTS.values())


@both
@given(text=texts)
def test_laws(persian: str, text: str) -> None:
    once = to_ascii(text, persian=persian)
    assert to_ascii(once, persian=persian) == once
    if persian == "romanise":
        assert once.isascii()
    else:
        assert LETTERS.findall(once) == LETTERS.findall(text)


@both
@pytest.mark.parametrize("length", [None, 1, 7])
@given(text=texts)
def test_slug_laws(persian: str, length: int | None, text: str) -> None:
    slug = slugify(text, persian=persian, max_length=length)
    assert slugify(slug, persian=persian, max_length=length) == slug
    assert length is None or len(slug) <= length
    assert not re.search(r"[A-Z\s\u200c]|--|^-|-$", slug)
    assert bool(slug) == bool(slugify(text, persian=persian))


def test_refusals() -> None:
    with pytest.raises(ValueError, match="'keep' or 'romanise'"):
        to_ascii("باد", persian="drop")
    with pytest.raises(ValueError, match="at least 1"):
        slugify("باد", max_length=0)
