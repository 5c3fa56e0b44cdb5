"""What the native core says of the lines of a page is what Python says of them, to the bit."""

from __future__ import annotations

import json
import re
import threading
from importlib.resources import files
from string import ascii_letters

import pytest
from hypothesis import given, strategies as st

from textnorm.core import native_module, table
from textnorm.pages import phrases
from textnorm.pages.content import columns, line_features, native as content_native, shared_words
from textnorm.pages.content.characters import (
    COMMON,
    LONGEST_HEADER,
    TITLE_LINES,
    characters_of,
    shipped_characters,
)
from textnorm.pages.content.features import page_columns
from textnorm.pages.content.forest_tables import FILES, from_image, image as forest_image, parts
from textnorm.pages.content.judged import judged
from textnorm.pages.content.line_features import OWN_NAMES, Own
from textnorm.pages.content.model import EXITS, Forest, page_model, source_of
from textnorm.pages.content.native import reader
from textnorm.pages.content.neighbour_scores import context_columns
from textnorm.pages.detectors.links import _is_image
from textnorm.pages.detectors.repairs import (
    _ACRONYM as ACRONYM,
    _TWO_NAMES as TWO_NAMES,
    _closing,
    _is_lead,
)
from textnorm.pages.document import Document
from textnorm.pages.interface.image import check, image
from textnorm.pages.interface.lookup import shipped_table
from textnorm.pages.interface.match import python_bits, role_bits
from textnorm.pages.interface.templates import fold, words_of
from textnorm.pages.keys import WHITESPACE, phrase_key
from textnorm.pages.look import Look, NativeLook, _cut_lines
from textnorm.pages.shipped import shipped

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
        assert got[-1].tolist() == [count for _, count, _ in python_rows(lines)]


@given(LINES, st.data())
def test_lines_that_are_known(lines, data):
    known = {}
    before = data.draw(st.lists(st.sampled_from(lines))) if lines else []
    reader().look(before, known)
    assert {*before} >= known.keys()
    got, again = reader().look(lines, known), reader().look(lines)
    assert (got is None) == (again is None)
    if got is not None:
        rows = [
            [part if isinstance(part, list) else part.tolist() for part in found] for found in (got, again)
        ]
        assert rows[0] == rows[1]
        assert known.keys() == {*before, *lines}


def test_what_is_known_of_a_line_is_a_row():
    for wrong, error in ((b"", ValueError), (1, TypeError)):
        with pytest.raises(error):
            reader().look(["باران"], {"باران": wrong})


@given(PIECES, st.sampled_from(["", " ", " | "]), PIECES)
def test_the_roles_of_a_line(left, between, right):
    for line in (left, f"{left}{between}{right}", f"{right} {left}{between}{right}" * 9):
        told = reader().roles(line)
        assert told is None or told == python_bits(line)


def test_the_image_of_the_phrases_is_laid_out_anew_for_another_list(monkeypatch):
    source = shipped("interface.bin")
    assert bytes(table("page_phrases")) == image(source)
    other = bytes(8) + bytes(table("page_phrases"))[8:]
    assert int.from_bytes(other[:4], "little") != check(source)
    monkeypatch.setattr(content_native, "table", lambda name: memoryview(other))
    assert content_native._image() == image(source)


def looked(lines: list[str]) -> tuple[Document, Look | None, Look]:
    """What the core and what Python say of a text."""
    document = Document("\n".join(lines))
    found = reader().glance(document.text, document.starts)
    own = Look(document.text, document.lines, document.nonblank, python_bits)
    return document, None if found is None else NativeLook(found), own


@given(st.lists(st.one_of(LINES, st.just([""]), st.just([" "]))))
def test_a_look(stretches):
    document, got, own = looked([line for lines in stretches for line in lines])
    if got is None:
        return
    lines = document.lines
    assert (got.roles, got.every_role) == (own.roles, own.every_role)
    short = [n for n, line in enumerate(lines) if len(line) <= phrases.LONGEST]
    headers = [n for n, line in enumerate(lines) if len(line) < LONGEST_HEADER]
    assert {n for n in headers if re.search(r"\d", lines[n])} <= set(got.dates)
    assert {n for n in short if lines[n] and phrase_key(lines[n]) in phrases.all_keys()} <= set(got.phrases)
    starts = phrases.texts("also_read")
    assert {n for n, line in enumerate(lines) if line.startswith(starts)} <= set(got.opened) & set(own.opened)
    homes = phrases.texts("home")
    assert {n for n, line in enumerate(lines) if line.startswith(homes)} <= set(got.homes) & set(own.homes)
    for name in ("alike", "unended"):
        assert set(getattr(own, name)) <= set(getattr(got, name))


SCRAPED = st.lists(
    st.sampled_from(
        [
            "//",
            "http:",
            "https:",
            "a.org/b.jpg",
            ' "',
            '"',
            ".",
            ",",
            "…",
            "(",
            "AB",
            "c)",
            "rain",
            " ",
            "\r",
            "\u00a0",
            "د",
            "Home ",
        ]
    ),
    max_size=8,
).map("".join)


@given(st.lists(SCRAPED, max_size=5))
def test_a_look_finds_every_line_with_signs(lines):
    document, got, own = looked(lines)
    assert got is not None
    images = {n for n in document.nonblank if _is_image(document.lines[n])}
    assert images <= set(got.addresses) & set(own.addresses)
    quotes = {n for n in document.nonblank if [*_closing(document.raw[n], 0)]}
    assert quotes <= set(got.closing) & set(own.closing)
    assert got.may_have_acronyms >= (ACRONYM.search(document.text) is not None)
    assert got.may_have_leads >= any(_is_lead(document.lines[n]) for n in document.nonblank)


@given(
    st.lists(PIECES, min_size=1, max_size=2),
    st.sampled_from(["", " ", "-", "\u200c"]),
    st.lists(PIECES, max_size=7),
)
def test_a_look_finds_every_title_that_is_said_again(pieces, between, others):
    lines = [" ".join(pieces), *others, between.join(pieces).upper(), *others[:2]]
    _, got, own = looked([line.strip(WHITESPACE) for line in lines])
    assert got is None or got.again >= own.again


def test_a_title_is_said_again_near_by():
    far = [f"Line {number}" for number in range(TITLE_LINES - 2)]
    for between, again in ((far, {TITLE_LINES - 1}), ([*far, "", "Rain"], set())):
        text = "\n".join(["Wind on the coast", *between, "wind on the COAST.", "x" * 300, "x" * 300])
        document = Document(text)
        both = document.look, Look(text, document.lines, document.nonblank, role_bits)
        assert [look.again for look in both] == [again, again]


def test_a_glued_name_is_looked_for_behind_a_name():
    for text, may in (
        ("Coach NovakPetra", True),
        ("Coach \nNovakPetra spoke", True),
        ("Coach\nNovakPetra", False),
        ("the getName() of NovakPetra", True),  # «of» may be the end of a name, as far as two letters tell
        ("A NovakPetra", False),
    ):
        look = NativeLook(reader().glance(text, Document(text).starts))
        assert (look.may_have_names, bool(look.glued)) == (may, True)


def test_a_look_leaves_out_what_is_none_for_certain():
    text = "باران شمال\nRain fell\nRaisins ran\n\nWind on the coast NovakPetra\n" + "x" * 120
    document = Document(text)
    look = NativeLook(reader().glance(text, document.starts))
    assert (look.alike, look.opened, look.unended, look.dates) == ([1], [], [5], [])
    assert [text[place : place + 5] for place in look.glued] == ["Petra"]
    assert (look.homes, look.addresses, look.closing) == ([], [], [])
    assert (look.may_have_acronyms, look.may_have_leads) == (False, True)
    assert (look.again, look.may_have_names) == (set(), True)


def test_lines_outside_of_the_text_are_refused():
    for starts in ([0, 9], [1, 0], [-1, 2]):
        with pytest.raises(ValueError, match="lines"):
            reader().glance("ab", starts)


@given(st.text("ab\n \t\r\u00a0\u200bب`~", max_size=60))
def test_cutting(text):
    assert native.cut_lines(text, WHITESPACE) == _cut_lines(text, WHITESPACE)


@given(st.text("abABé ب.-", max_size=60))
def test_names_that_are_glued_together(text):
    wanted = [match.start(2) for match in TWO_NAMES.finditer(text)]
    assert set(wanted) <= set(NativeLook(reader().glance(text, Document(text).starts)).glued)


NUMBERS = st.lists(st.integers(-3, 3), max_size=300)
#: by the name of a method: what it is called with beside the column, where C is another column and N a number
METHODS = {
    "shifted": "NN", "totals": "", "lowest": "", "since": "", "until": "", "runs": "", "sum": "", "sums": "C", "peaks": "C", "held": "CN",
    "held_below": "CN", "equals": "C", "at_most": "N", "at_least": "C", "has": "N", "__add__": "C", "__sub__": "N",
    "__rsub__": "N", "__mul__": "C", "__floordiv__": "N", "__and__": "C", "__or__": "N", "__lt__": "N", "__gt__": "C",
    "tolist": "", "__len__": "", "steps": "C", "max": "", "bit_lengths": "",
}  # fmt: skip


@pytest.mark.parametrize("name", METHODS)
@given(NUMBERS, st.randoms(use_true_random=False), st.integers(-4, 4))
def test_columns(name, values, random, number):
    other = random.choices([0, 1, 2], k=len(values))
    if name == "bit_lengths":
        values = [abs(value) for value in values]
    if (name in ("max", "steps") and not values) or (name == "__floordiv__" and not number):
        return
    found = [
        getattr(kind(values), name)(*(kind(other) if what == "C" else number for what in METHODS[name]))
        for kind in (native.Column, columns.ListColumn)
    ]
    native_one, in_python = (list(one) if hasattr(one, "__iter__") else one for one in found)
    assert native_one == in_python


@given(NUMBERS, st.integers(0, 25), st.integers(0, 25))
def test_sums_over_windows(values, before, after):
    one, other = native.Column(values), columns.ListColumn(values)
    assert one.window(before, after).tolist() == other.window(before, after).tolist()
    assert native.Column.filled(after, before).tolist() == columns.ListColumn.filled(after, before).tolist()
    assert native.Column.places(after).tolist() == list(range(after))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 3)), max_size=40))
def test_sums_over_a_tree(rows):
    places, numbers = [place for place, _ in rows], [number for _, number in rows]
    above = [min(place, n) for n, place in enumerate(places)]
    for kind in (native.Column, columns.ListColumn):
        gathered = kind(numbers).gathered(kind(places), 10).tolist()
        assert gathered == [sum(number for at, number in rows if at == place) for place in range(10)]
        raised = kind(numbers).raised(kind(above)).tolist()
        assert sum(raised[n] for n in range(len(rows)) if above[n] == n) == sum(numbers)
        assert kind([1, 2, 4]).raised(kind([0, 0, 1])).tolist() == [7, 6, 4]
        inward = [kind(above).inward(place, 3).tolist() for place in range(len(rows))]
        assert all(inward[n][n] == 1 and not any(inward[n][:n]) for n in range(len(rows)))
        branches = kind(above).branches(kind(places)).tolist()
        assert all(branches[n] == n or places[above[n]] for n in range(len(rows)))
        assert kind([0, 0, 1, 2, 3]).inward(1, 3).tolist() == [0, 1, 2, 3, 3]
        assert kind([0, 0, 1, 2, 0]).branches(kind([1, 0, 1, 1, 0])).tolist() == [0, 0, 2, 2, 0]


def test_places_that_do_not_exist_are_refused():
    for wrong in (
        lambda: native.Column([1]).gathered(native.Column([1]), 1),
        lambda: native.Column([1]).raised(native.Column([1])),
        lambda: native.Column([1]).inward(0, 5),
        lambda: native.Column([1]).branches(native.Column([1])),
    ):
        with pytest.raises(IndexError):
            wrong()


def test_columns_that_do_not_go_together_are_refused():
    for kind in (native.Column, columns.ListColumn):
        column = kind([1, 2])
        assert (column == kind([1, 2]), column != kind([1, 2]), column == [1, 2]) == (True, False, False)
        for wrong in (kind([1]), kind([1, 2, 3])):
            with pytest.raises(ValueError, match="one length"):
                column + wrong
        with pytest.raises(ZeroDivisionError):
            column // 0
        with pytest.raises(IndexError):
            column[2]
    for wrong_call in (
        lambda: native.Column(["1"]),
        lambda: native.Column([1]) + "1",
        lambda: native.Column([1]).window(1),
        lambda: native.Column([1]).has("1"),
    ):
        with pytest.raises(TypeError):
            wrong_call()
    with pytest.raises(ValueError, match="one length"):
        native.Column([1]).sums(native.Column([1, 2]))
    with pytest.raises(OverflowError):
        native.Column([1 << 70])


@given(LINES)
def test_shared_words(lines):
    got, lines = reader().look(lines), [*lines, *lines[:2]]
    if got is None or not lines:
        return
    read, rows = reader().look(lines), python_rows(lines)
    sentences = [int(len(line) % 3 > 0) for line in lines]
    first = [int(line not in lines[:place]) for place, line in enumerate(lines)]
    telling, counts, _ = zip(*rows, strict=True)
    flags = map(native.Column, (sentences, first))
    assert native.shared(read[-2], read[-1], *flags).tolist() == shared_words._shared(
        telling, list(counts), sentences, first
    )
    found = native.repeats(lines, read[-1])
    assert tuple(column.tolist() for column in found) == shared_words._repeats(lines)
    assert found[0].tolist() == first


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
    told = judged(Own(lines, read.telling, read.counts, read.columns), page_model())
    assert told["exact"].tolist() == page_model().second.scores(context_columns(raw, scores))
    core = Forest.of_data(model["second"], exits)
    assert core.score(chosen) == space["score"](chosen)


@pytest.mark.parametrize(
    "trees",
    [[[]], [[[0, 1]]], [[[0, 1, 0, 0]]], [[[5, 1, 1, 2], [-1, 0], [-1, 0]]], [[[0, 1, 1, 9], [-1, 0]]]],
)
def test_a_broken_tree_is_refused(trees):
    with pytest.raises(ValueError, match="tree"):
        Forest.of_data({"features": ["x", "y"], "trees": trees}, {})


def test_trees_that_the_core_cannot_hold_are_refused():
    one = {"features": ["x"], "trees": [[[-1, 5]]]}
    for exits in ({2: (1, 1)}, {0: (1, 1), 1: (1, 1)}):
        with pytest.raises(ValueError, match="exits"):
            Forest.of_data(one, exits)
    with pytest.raises(ValueError, match="range"):
        Forest.of_data({"features": ["x"], "trees": [[[-1, 5]] * 256]}, {})
    with pytest.raises(ValueError, match="features"):
        Forest.of_data({"features": ["x"] * 256, "trees": [[[-1, 5]]]}, {})
    with pytest.raises(ValueError, match="a row for each node"):
        native.Forest(1, b"\x02", bytes(8), [])


def chain(right: bool) -> list[list[int]]:
    """The largest tree that the core holds, 255 nodes, each inner one with a leaf on one side."""
    if right:
        inner = [([0, at, 2 * at + 1, 2 * at + 2], [-1, at]) for at in range(127)]
        return [node for pair in inner for node in pair] + [[-1, -9]]
    return [[0, 126 - at, at + 1, 254 - at] for at in range(127)] + [[-1, at - 40] for at in range(128)]


def leaf(tree: list[list[int]], value: int) -> int:
    """What a tree of one feature adds."""
    at = 0
    while tree[at][0] >= 0:
        _, threshold, left, right = tree[at]
        at = left if value <= threshold else right
    return tree[at][1]


@pytest.mark.parametrize("lines", [1, 8, 9, 140])
def test_the_largest_trees_are_gone_through_to_their_ends(lines):
    trees = [chain(True), chain(False), [[-1, 3]], chain(True)]
    values = [at * 131 // lines - 2 for at in range(lines)]
    forest = Forest.of_data({"features": ["x"], "trees": trees}, {})
    assert forest.score([native.Column(values)]) == [sum(leaf(t, value) for t in trees) for value in values]


def test_forests_of_a_section_are_those_of_their_files():
    sources = {file: shipped(file) for file in FILES}
    made = memoryview(forest_image(sources))
    for file, source in sources.items():
        assert from_image(made, file, source) == parts(source)
        assert from_image(table("forests"), file, source) in (None, parts(source))
        assert from_image(made, file, source + b" ") is None


def test_wrong_columns_are_refused():
    forest = Forest.of_data({"features": ["x", "y"], "trees": [[[-1, 5]]]}, {})
    with pytest.raises(ValueError, match="columns"):
        forest.score([[1, 2], [1]])
    with pytest.raises(ValueError, match="2 columns"):
        forest.score([[1, 2]])
    one, two = native.Column([1]), native.Column([1, 2])
    for wrong in ((one, two, one), (one, one, [1])):
        with pytest.raises(ValueError, match="one length"):
            native.shared([b""], *wrong)
    for wrong in (two, [1]):
        with pytest.raises(ValueError, match="one length"):
            native.repeats(["a"], wrong)
    with pytest.raises(TypeError):
        native.repeats([[]], one)
    with pytest.raises(ValueError, match="a row"):
        native.shared([b""], one, one, one)
    with pytest.raises(ValueError, match="empty"):
        reader().look(["a", ""])


def test_threads_get_the_same():
    document = Document("\n".join(["تراز آب دریاچه بالا آمد", "Read more", "۱۲ مهر ۱۳۹۶", "ÿ ɐ Ж"] * 50))
    asked = document.text, document.starts
    want = reader().glance(*asked)
    found = []

    def ask():
        own = line_features.reader.__wrapped__()  # its characters are asked for while others read
        found.extend(seen for seen in (own.glance(*asked), reader().glance(*asked)) if seen is not None)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(seen == want for seen in found)


@pytest.mark.parametrize("page", [*COMMON, 0x4E])
def test_what_the_tables_say_of_characters_is_what_they_are(page: int) -> None:
    shipped = table("page_characters")
    older = b"1.1.0".ljust(8) + bytes(len(shipped) - 8)
    assert (
        shipped_characters(page, shipped)
        == shipped_characters(page, memoryview(older))
        == characters_of(page)
    )


def test_letters_that_long_lines_are_counted_by_stand_in_words():
    arabic = [chr(code) for code in range(0x627, 0x64B) if chr(code) != "\N{ARABIC TATWEEL}"]
    assert [letter for letter in [*ascii_letters, *arabic] if len(words_of(fold(f"1 {letter}"))) != 2] == []


@pytest.mark.parametrize("gap", [" ", " - " * 40, "\u0640" * 300, " \u200c" * 200])
def test_long_lines_of_few_words_have_roles_too(gap):
    _, found, own = looked(["لینک" + gap + "ثابت", "باران " * 80, "- " * 150])
    assert list(found.roles) == own.roles
    assert found.roles[0]
    assert not any(found.roles[1:])
