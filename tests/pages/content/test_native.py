"""What the native core says of the lines of a page is what Python says of them, to the bit."""

from __future__ import annotations

import json
import re
import threading
from importlib.resources import files

import pytest
from hypothesis import given, strategies as st

from textnorm.core import native_module
from textnorm.pages import phrases
from textnorm.pages.content import columns, line_features
from textnorm.pages.content.characters import LONGEST_HEADER
from textnorm.pages.content.context import context_columns
from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import OWN_NAMES, Own
from textnorm.pages.content.model import EXITS, page_model, source_of
from textnorm.pages.content.native import reader
from textnorm.pages.detectors.repairs import _TWO_NAMES as TWO_NAMES
from textnorm.pages.document import _cut_lines
from textnorm.pages.interface import role_bits
from textnorm.pages.interface.table import shipped_table
from textnorm.pages.keys import WHITESPACE, phrase_key

native = native_module()
pytestmark = pytest.mark.skipif(native is None, reason="there is no native core here")
PHRASES = sorted(shipped_table().exact)[::7]
#: signs, letters of three scripts, digits of three, what folding drops or maps, and what it cannot do alone
SIGNS = "ab cD. ,،:؛!؟?…-–|/»«()'’ پتمیکهأؤةىيكّـ\u200c\u00a0012۳۴٤٥²½ßéĐǅİΣςჯ中か𝔸🙂"
PIECES = st.one_of(
    st.text(SIGNS, min_size=1, max_size=40),
    st.sampled_from(PHRASES),
    st.sampled_from(
        [
            "نظر",
            "۱۲ مهر ۱۳۹۶",
            "3 comments",
            "| لینک ثابت",
            "ادامه مطلب",
            "by",
            "Read more",
            "k5",
            "5k",
            "12th",
        ]
    ),
)
LINES = st.lists(st.lists(PIECES, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=12).map(
    lambda lines: [line.strip(WHITESPACE) for line in lines if line.strip(WHITESPACE)]
)


def python_rows(lines: list[str]) -> list[tuple]:
    return line_features._look(lines)


@given(LINES, st.sampled_from([1, 90]))
def test_lines(lines, times):
    lines = [line * times for line in lines]
    got = reader().look(lines)
    if got is not None and lines:
        assert [*zip(*got[: len(OWN_NAMES)], strict=True)] == [row for _, _, row in python_rows(lines)]
        assert got[-1] == [count for _, count, _ in python_rows(lines)]


@given(LINES)
def test_roles_and_phrases(lines):
    got = reader().glance(lines)
    if got is not None:
        assert got[0] == [role_bits(line) for line in lines]
        short = [n for n, line in enumerate(lines) if len(line) <= phrases.LONGEST]
        headers = [n for n, line in enumerate(lines) if len(line) < LONGEST_HEADER]
        assert {n for n in headers if re.search(r"\d", lines[n])} <= set(got[2])
        assert {n for n in short if phrase_key(lines[n]) in phrases.all_keys()} <= set(got[1])


@given(st.text("ab\n \t\r\u00a0\u200bب", max_size=60))
def test_cutting(text):
    assert native.cut_lines(text, WHITESPACE) == _cut_lines(text, WHITESPACE)


@given(st.text("abABé ب.-", max_size=60))
def test_names_that_are_glued_together(text):
    wanted = [match.start(2) for match in re.finditer(TWO_NAMES, text)]
    assert set(wanted) <= set(native.glued(text))


@given(st.lists(st.integers(0, 3), max_size=300), st.integers(0, 25), st.integers(0, 25))
def test_columns(values, before, after):
    assert native.window(values, before, after) == columns._window(values, before, after)
    for name in ("since", "until", "runs"):
        assert getattr(native, name)(values) == getattr(columns, f"_{name}")(values)


@given(LINES)
def test_shared_words(lines):
    got, lines = reader().look(lines), [*lines, *lines[:2]]
    if got is None or not lines:
        return
    read, rows = reader().look(lines), python_rows(lines)
    sentences = [int(len(line) % 3 > 0) for line in lines]
    first = [int(line not in lines[:place]) for place, line in enumerate(lines)]
    telling, counts, _ = zip(*rows, strict=True)
    assert native.shared(read[-2], read[-1], sentences, first) == columns._shared(
        telling, list(counts), sentences, first
    )


@given(LINES, st.integers(-4000, 4000))
def test_scores(lines, least):
    if not lines:
        return
    read = line_features.own_features(lines)
    raw = page_columns(Own(lines, read.telling, read.counts, read.columns))
    model = json.loads(files("textnorm.pages").joinpath("data", "page_model.json").read_text())
    space: dict = {}
    exec(source_of(len(model["first"]["features"]), model["first"]["trees"], EXITS), space)
    scores = space["score"]([raw[name] for name in model["first"]["features"]])
    assert page_model().first.scores(raw) == scores
    space = {}
    exits = {3: (abs(least), -130 if least < 0 else 130)}
    second = context_columns(raw, scores)
    chosen = [second[name] for name in model["second"]["features"]]
    exec(source_of(len(chosen), model["second"]["trees"], exits), space)
    core = native.Forest(len(chosen), model["second"]["trees"], [(3, *exits[3])])
    assert core.score(chosen) == space["score"](chosen)


@pytest.mark.parametrize(
    "trees",
    [[[]], [[[0, 1]]], [[[0, 1, 0, 0]]], [[[5, 1, 1, 2], [-1, 0], [-1, 0]]], [[[0, 1, 1, 9], [-1, 0]]]],
)
def test_a_broken_tree_is_refused(trees):
    with pytest.raises(ValueError, match="tree"):
        native.Forest(2, trees, [])


def test_wrong_columns_are_refused():
    forest = native.Forest(2, [[[-1, 5]]], [])
    with pytest.raises(ValueError, match="columns"):
        forest.score([[1, 2], [1]])
    with pytest.raises(ValueError, match="2 columns"):
        forest.score([[1, 2]])
    with pytest.raises(ValueError, match="one length"):
        native.shared([b""], [1], [1, 2], [1])
    with pytest.raises(ValueError, match="empty"):
        reader().look(["a", ""])


def test_threads_get_the_same():
    lines = ["تراز آب دریاچه بالا آمد", "Read more", "۱۲ مهر ۱۳۹۶", "ÿ ɐ Ж"] * 50
    want = reader().glance(lines)
    found = []

    def ask():
        own = line_features.reader.__wrapped__()  # its characters are asked for while others read
        found.extend(seen for seen in (own.glance(lines), reader().glance(lines)) if seen is not None)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(seen == want for seen in found)
