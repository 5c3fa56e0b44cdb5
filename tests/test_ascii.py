"""to_ascii and slugify: Persian kept or romanised by the scheme, twice is once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from support.strategies import texts
from textnorm import slugify, to_ascii
from textnorm.ascii import CONSONANTS, EXAMPLES, _spelled
from textnorm.chars import ARABIC_LETTERS
from textnorm.romanised import _FIELDS, WORDS

both = pytest.mark.parametrize("persian", ["keep", "romanise"])
LETTERS = re.compile(f"[{ARABIC_LETTERS}]")


@pytest.mark.parametrize(("word", "romanised"), EXAMPLES.items())
def test_scheme(word: str, romanised: str) -> None:
    assert to_ascii(word, persian="romanise") == romanised
    assert to_ascii(word) == word


def test_every_consonant_is_written() -> None:
    assert all(value.isascii() and value for value in CONSONANTS.values())


def skeleton(romanised: str) -> str:
    """The consonants, each once where it is doubled."""
    return re.sub(r"([kcszg]h|.)\1+", r"\1", re.sub("[aeiouvwy']", "", romanised))


def test_a_known_word_has_the_consonants_of_its_letters() -> None:
    assert [word for word, romanised in WORDS.items() if not re.fullmatch("[a-z']+", romanised)] == []
    both_ways = {word: (skeleton(romanised), skeleton(_spelled(word))) for word, romanised in WORDS.items()}
    assert {word: (a, b) for word, (a, b) in both_ways.items() if a != b} == {}


def test_known_words_stand_once_and_are_needed() -> None:
    assert len(_FIELDS) == 2 * len(WORDS) > 1000
    assert [word for word in WORDS if _spelled(word) == WORDS[word]] == []


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


@pytest.mark.parametrize(
    ("text", "kept", "romanised", "slug"),
    [
        ("بلیت ۹۰ ﷼", "بلیت ۹۰ ﷼", "belit 90 riyal", "بلیت-۹۰-ریال"),
        ("نان ۱۲؋", "نان ۱۲؋", "nan 12 afghani", "نان-۱۲-افغانی"),
        ("﴾باد﴿", "﴾باد﴿", "bad", "باد"),
        ("۱۴۰۲؍۵؍۱", "۱۴۰۲؍۵؍۱", "1402/5/1", "۱۴۰۲-۵-۱"),
        ("(﷼)", "(﷼)", "(riyal)", "ریال"),
    ],
)
def test_signs_of_arabic_script_stay_or_are_named(text: str, kept: str, romanised: str, slug: str) -> None:
    assert to_ascii(text) == kept
    assert to_ascii(text, persian="romanise") == romanised
    assert slugify(text) == slug


@both
@pytest.mark.parametrize("text", ["wind 😀 rain", "باد 😀 باران", "wind \ue000 rain", "½ 😀 ½"])
def test_what_is_dropped_leaves_no_two_spaces(persian: str, text: str) -> None:
    assert "  " not in to_ascii(text, persian=persian)
    assert to_ascii(text, persian=persian).count(" ") >= 1


#: every code point of the Arabic blocks
ARABIC = [
    chr(code)
    for block in ("0600-06FF", "0750-077F", "08A0-08FF", "FB50-FDFF", "FE70-FEFF")
    for code in range(int(block[:4], 16), int(block[5:], 16) + 1)
]


@both
@pytest.mark.parametrize("line", ["wind {0} rain", "باد {0} باران", "{0} {0} wind", "باد {0}"])
def test_no_sign_of_arabic_script_leaves_two_spaces(persian: str, line: str) -> None:
    found = {sign: to_ascii(line.format(sign), persian=persian) for sign in ARABIC}
    assert [sign for sign, text in found.items() if "  " in text] == []


def test_per_mille_is_as_that_of_latin_script() -> None:
    assert to_ascii("۵ ؉ و ۶ ؊", persian="romanise") == "5 %0 va 6 %00"
    assert to_ascii("5 ‰") == "5 %0"


def test_refusals() -> None:
    with pytest.raises(ValueError, match="'keep' or 'romanise'"):
        to_ascii("باد", persian="drop")
    with pytest.raises(ValueError, match="at least 1"):
        slugify("باد", max_length=0)
