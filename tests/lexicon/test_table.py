"""The table: what it holds, how it is read, and that it is what its maker makes."""

from __future__ import annotations

import importlib
import os
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textnorm.lexicon import flags, is_word, load, pair_key, stem, stem_pair_key
from textnorm.lexicon.table import MAGIC, Table, pack

ROOT = Path(__file__).parents[2]
ARTEFACT = ROOT / "src" / "textnorm" / "lexicon" / "joins.bin"
SOURCES = tuple(
    f"TEXTNORM_{name}" for name in ("WORDS", "VERBS", "TOKENS", "VOCABULARY", "COMPOUNDS", "MORE_TOKENS")
)
PERSIAN = st.text("ابپتسشکگلمنهی\u200c", max_size=8)


@given(st.dictionaries(PERSIAN, st.integers(1, 2**32 - 1), max_size=20), PERSIAN)
def test_a_table_answers_like_the_dictionary_it_was_made_from(entries: dict[str, int], other: str) -> None:
    table = Table(pack(entries))
    assert len(table) == len(entries)
    for text in (*entries, other):
        assert table.get(text) == entries.get(text, 0)


def test_the_order_of_the_entries_does_not_show() -> None:
    entries = {"کتاب": 1, "خانه": 2, "باران": 3}
    assert pack(entries) == pack(dict(reversed(entries.items())))


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="not a lexicon"):
        Table(b"something else")


@pytest.mark.parametrize("word", ["کتاب", "خانه", "رفته", "میدان", "تنها", "سلام", "لامپ", "متعددی"])
def test_words_are_known(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["", "کتابب", "میرود", "برنامهریزی", "ززز"])
def test_what_is_no_word_is_not(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize("form", ["رود", "روم", "رفتند", "گوید", "توان", "نوشته", "سوزانند", "آید"])
def test_verb_forms_follow_me(form: str) -> None:
    assert load().get(form) & flags.VERB


@pytest.mark.parametrize(("left", "right"), [("پیش", "بینی"), ("دانش", "آموز"), ("برنامه", "ریزی")])
def test_known_compounds_are_joined(left: str, right: str) -> None:
    assert load().get(pair_key(left, right)) & (flags.JOINED | flags.IN_CONTEXT)


@pytest.mark.parametrize(("left", "right"), [("این", "که"), ("به", "طور"), ("زنده", "یاد"), ("کار", "خوب")])
def test_open_pairs_are_not_joined(left: str, right: str) -> None:
    table = load()
    assert not (table.get(pair_key(left, right)) | table.get(stem_pair_key(left, right))) & (
        flags.JOINED | flags.IN_CONTEXT
    )


@given(PERSIAN)
def test_a_stem_is_never_longer_than_its_word(word: str) -> None:
    assert len(stem(word)) <= len(word)


@given(st.lists(st.integers(1, 40), max_size=2, unique=True))
def test_cuts_are_kept_as_they_are(places: list[int]) -> None:
    assert flags.cuts(flags.with_cuts(tuple(places))) == tuple(places)


def test_the_artefact_is_small_and_of_this_version() -> None:
    data = ARTEFACT.read_bytes()
    assert data.startswith(MAGIC)
    assert len(data) < 4_000_000
    assert len(data) == len(MAGIC) + 4 * 4097 + 12 * len(load())


def test_many_threads_get_the_same_answers() -> None:
    words = ["کتاب", "رود", pair_key("پیش", "بینی"), "هیچ‌چیز"] * 50
    expected = [load().get(word) for word in words]
    answers: list[list[int]] = []
    threads = [
        threading.Thread(target=lambda: answers.append([load().get(word) for word in words]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4


@pytest.mark.skipif(
    not all(os.environ.get(name) for name in SOURCES),
    reason=f"the sources of the lexicon are not at hand: set {', '.join(SOURCES)}",
)
def test_the_artefact_is_what_its_maker_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    maker = importlib.import_module("make_lexicon")
    out = tmp_path / "joins.bin"
    monkeypatch.setattr(sys, "argv", ["make_lexicon.py", *(os.environ[name] for name in SOURCES), str(out)])
    maker.main()
    assert out.read_bytes() == ARTEFACT.read_bytes()
