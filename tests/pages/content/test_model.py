"""The page model: small, in whole numbers, made of columns that the reader makes; and its work is linear."""

from __future__ import annotations

from importlib.resources import files

import pytest

from textnorm import clean
from textnorm.pages.content import columns, line_features
from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import own_features
from textnorm.pages.content.model import Forest, page_model
from textnorm.pages.content.neighbour_scores import context_columns
from textnorm.pages.content.segment import kept_lines, line_scores
from textnorm.pages.content.verses import verses
from textnorm.pages.document import Document

MENU = ["خانه", "درباره ما", "تماس با ما", "جستجو در سایت", "ورود کاربران", "اقتصادی", "ورزشی"]
TEXT = [
    "بارندگی دیشب رودخانه را بالا آورد و دو پل کوچک روستا تا صبح زیر آب ماند و راه بسته شد.",
    "اهالی می‌گویند سال‌هاست که کسی بستر رود را لایروبی نکرده و آب راهی جز کوچه‌ها ندارد.",
    "دهیار روستا وعده داد که کار لایروبی پیش از پاییز آغاز شود و پل‌ها نیز تعمیر شوند.",
]
FOOT = [
    "مطالب مرتبط",
    "نان سنگک چگونه پخته می‌شود",
    "دیدگاهتان را بنویسید",
    "نام",
    "ایمیل",
    "تمامی حقوق این سایت محفوظ است.",
]


def test_it_is_small():
    size = len(files("textnorm.pages").joinpath("data", "page_model.json").read_bytes())
    assert size <= 100_000


def test_its_features_are_the_columns():
    raw = page_columns(own_features([*MENU, *TEXT]))
    model = page_model()
    assert set(model.first.features) <= set(raw)
    assert set(model.second.features) <= set(context_columns(raw, [0] * 10))


@pytest.mark.parametrize("size", [1, 2, 9, 300])
def test_every_column_has_a_number_for_each_line(size):
    lines = [*MENU, *TEXT, *FOOT] * 20
    raw = page_columns(own_features(lines[:size]))
    both = raw | context_columns(raw, [*range(size)])
    assert {name for name, column in both.items() if len(column) != size} == set()
    assert all(isinstance(value, int) for column in both.values() for value in column)


def test_a_page_of_menus_and_text():
    document = Document("\n".join([*MENU, *TEXT, *FOOT]))
    kept = kept_lines(document, "page")
    assert [line for line, stays in zip(document.lines, kept, strict=True) if stays] == TEXT


def test_a_text_without_menus_is_not_judged():
    assert kept_lines(Document("\n".join(TEXT * 4)), "page") is None
    assert clean("\n".join(TEXT)).strip() == "\n".join(TEXT)


def test_equal_pages_score_equally():
    lines = [*MENU, *TEXT, *FOOT]
    assert line_scores(own_features(lines)) == line_scores(own_features(list(lines)))


def test_a_forest_sums_its_trees_and_ends_early():
    tree = [[0, 4, 1, 2], [-1, -900], [-1, 700]]
    forest = Forest.of_data({"features": ["x"], "trees": [tree, tree, tree]}, {2: (1500, 200)})
    assert forest.scores({"x": [4, 5]}) == [-3600, 2100]


@pytest.mark.parametrize("kind", dict.fromkeys((columns.Column, columns.ListColumn)))
def test_windows_and_distances(kind):
    assert kind([1, 0, 2, 0]).window(1, 1).tolist() == [1, 3, 2, 2]
    assert kind([0, 0, 1]).until().tolist() == [2, 1, 0]
    assert kind([1, 1, 0, 1]).runs().tolist() == [2, 2, 0, 1]
    assert kind([1, 2, 3]).shifted(-1, 9).tolist() == [9, 1, 2]
    assert kind([0] * 999 + [1]).until().tolist()[:2] == [columns.GAP[-1]] * 2
    assert kind([5, 6, 7]).held(kind([0, 1, 0]), -1).tolist() == [-1, 6, 6]
    assert kind([5, 6, 7]).peaks(kind([0, 0, 1])).tolist() == [6, 6, 7]


def test_a_line_is_read_once_however_often_it_comes(monkeypatch):
    monkeypatch.setattr(line_features, "reader", lambda: None)
    known = {}
    page = own_features(["باران"] * 5000, known)
    assert [len(found) for found in known.values()] == [1]
    assert len(page.telling) == 5000


def test_rows_with_capitals_are_no_verses():
    rows = [
        "Sets of the week",
        "Lamps for the desk",
        "Chairs by the sea",
        "Shelves in the hall",
        "Rugs and more",
    ]
    assert verses(own_features(rows)) is None
    assert verses(own_features([row.lower() for row in rows])) is not None
