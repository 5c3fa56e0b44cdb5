"""The report as text: what is in it, and what never is."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given

from support.growth import assert_linear
from support.hostile_texts import LINES
from support.strategies import texts
from textnorm import EDITORIAL, Change, Explained, explain
from textnorm.report import Tally, report
from textnorm.report.changed_lines import rows
from textnorm.report.clip import clipped
from textnorm.report.inline import side


def page_of(*texts: str, limit: int = 100) -> str:
    tally = Tally(limit)
    for number, text in enumerate(texts):
        tally.add(f"text-{number}", text, explain(text, EDITORIAL))
    return report(tally)


class Reader(HTMLParser):
    """Elements and the text of what was read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@given(text=texts)
def test_rows_are_the_changed_lines(text: str) -> None:
    done = explain(text, EDITORIAL)
    found = list(rows(text, done))
    assert sum(1 for row in found for piece in row.pieces if piece.rules) == len(done.changes)
    lines = text.split("\n")
    for row in found:
        before = "".join(piece.before for piece in row.pieces)
        count = before.count("\n") + 1
        assert before == "\n".join(lines[row.line - 1 : row.line - 1 + count])
        assert "".join(piece.after for piece in row.pieces) in done.text


@given(text=texts)
def test_a_side_says_its_text_and_nothing_else(text: str) -> None:
    """Without the labels, the HTML of a side is its text; only elements of ours stand in it."""
    for row in rows(text, explain(text)):
        for which in ("before", "after"):
            html = side(row.pieces, which)
            assert set(Reader(html).tags) <= {"bdi", "del", "ins"}
            shown = "".join(getattr(piece, which) for piece in row.pieces)
            visible = [c for c in shown if c.isprintable() and c != " "]
            bare = unescape(re.sub(r"<[^>]*>", "", re.sub(r'<bdi dir="ltr" class="chip".*?</bdi>', "", html)))
            assert [c for c in bare if c.isprintable() and c != " "] == visible
            assert not set(html) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x00\x1b")


def test_each_line_of_a_row_is_read_in_its_own_direction() -> None:
    gone = Explained("۱ باد", (Change(0, 5, "Home\n", "", ("gone",)),))
    (row,) = rows("Home\n۱ باد", gone)
    assert re.sub(r"<[^>]*>", "", side(row.pieces, "before")) == "Home↵\n۱ باد"


@pytest.mark.slow
def test_hostile_text_is_text() -> None:
    page = page_of(*LINES)
    reader = Reader(page)
    assert "script" not in reader.tags
    assert "img" not in reader.tags
    assert not {name for name in reader.attributes if name.startswith("on") or name == "style"}
    assert reader.tags.count("style") == 1
    assert len(page) < 100_000
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b\ud800-\udfff]", page)


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    page = page_of("كتاب")
    [style] = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    [policy] = re.findall('Content-Security-Policy" content="(.*?)"', page)
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"""https?://|url\(|@import|src=""", page)


def test_a_sample_says_that_it_is_one() -> None:
    lines = [f"كتاب {number}" for number in range(400)] + ["سلامممم"]
    page = page_of("\n".join(lines), limit=50)
    assert "This page shows a sample" in page
    assert "of the 401 changed lines" in page
    assert page.count('class="row') <= 50 + 3 * 5
    assert "repeats.letters" in page  # the one line of a rare rule is there
    assert "sample" not in page_of("\n".join(lines[:40]), limit=50)


def test_the_sample_is_the_same_every_time_and_from_everywhere() -> None:
    tally = Tally(30)
    text = "كتاب\n" * 3000
    tally.add("text", text, explain(text))
    places = [shown.row.line for shown in tally.shown()]
    assert places == sorted(set(places))
    assert max(places) > 2000
    again = Tally(30)
    again.add("text", text, explain(text))
    assert again.shown() == tally.shown()


def test_counts_are_those_of_all_lines() -> None:
    tally = Tally(2)
    text = "كتاب علي\n" * 50
    tally.add("text", text, explain(text))
    assert tally.ordered() == {"arabic-kaf": 50, "arabic-yeh": 50}
    assert (tally.lines, tally.changed_lines, tally.changes) == (50, 50, 100)


def test_long_lines_keep_what_changed() -> None:
    text = "متن " * 500 + "كتاب" + " متن" * 500
    [row] = rows(text, explain(text))
    short = clipped(row)
    assert sum(len(piece.before) for piece in short.pieces) < 430
    assert sum(piece.left_out + len(piece.before) for piece in short.pieces) == len(text)
    assert [piece for piece in short.pieces if piece.rules] == [piece for piece in row.pieces if piece.rules]


def test_what_is_hidden_is_still_counted_and_found() -> None:
    tally = Tally()
    text = "كتاب " * 300 + "علي"
    tally.add("text", text, explain(text))
    [shown] = tally.shown()
    assert shown.summary.rules == ("arabic-kaf", "arabic-yeh")
    assert str(shown.summary) == "U+0643→U+06A9 ×300 [arabic-kaf], U+064A→U+06CC [arabic-yeh]"
    assert all("ي" not in piece.before for piece in shown.row.pieces)


def test_numbers_of_several_parts_keep_their_order() -> None:
    text = "در ۱۳۹۷/٠۷/۸ و 12:30 كار"
    [row] = rows(text, explain(text))
    assert '<bdi dir="ltr">۱۳۹۷/<ins title="arabic-digit">۰</ins>۷/۸</bdi>' in side(row.pieces, "after")
    assert '<bdi dir="ltr">12:30</bdi>' in side(row.pieces, "after")


@pytest.mark.slow
@pytest.mark.parametrize("text", ["كتاب ", "كتاب\n", "۱۲:۳۰ ي"])
def test_the_report_is_linear(text: str) -> None:
    def show(done: Explained) -> None:
        tally = Tally(50)
        tally.add("text", done.source, done)
        report(tally)

    assert_linear(show, explain(text * 2_000), explain(text * 16_000), 8)
