"""Whole texts as readers give them: what comes out right, and what must stay."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from textnorm import ExtractedOptions, explain_extracted, normalise, repair_extracted

#: one page of our own, printed with three fonts and read by six readers
FOLDER = Path(__file__).with_name("readers")
WORDS = normalise((FOLDER / "truth.txt").read_text(encoding="utf-8")).split()
FILES = sorted(FOLDER.glob("*.read.txt"))
CLEAN = (
    "هوا امروز خوب است و بچه‌ها در حیاط بازی می‌کنند.\nسال ۱۴۰۲ بارش ۳۴٫۷ میلی‌متر بود؛ ساعت ۱۲:۳۰ باران آمد.",
    "زبان Python 3.12 را از https://www.python.org/downloads/ بگیرید (رایگان است).",
    "رفت باد و آمد باران\nماند در دل یاد یاران",
    "The weather is fine.\nIt rained 3-2 in Tabriz: 1,200 people came.",
    "```\nx = a[1]  # ۱۲\n```",
    "«باد» گفت: «چه خوب!»\n(کوه بلند) [۲]",
)


def right(text: str) -> float:
    """The share of the words of the truth that stand in `text`."""
    found = text.split()
    return sum(min(found.count(word), WORDS.count(word)) for word in set(WORDS)) / len(WORDS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.split(".")[0])
def test_words_are_right_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert right(normalise(repair_extracted(text))) >= max(0.93, right(normalise(text)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.split(".")[0])
def test_twice_is_once_and_explained(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for options in (ExtractedOptions(), ExtractedOptions(source="pdf")):
        done = explain_extracted(text, options)
        assert done.text == repair_extracted(text, options)
        assert repair_extracted(done.text, options) == done.text
        at, pieces = 0, []
        for change in done.changes:
            assert at <= change.start
            pieces += [text[at : change.start], change.after]
            at = change.end
        assert "".join([*pieces, text[at:]]) == done.text


@pytest.mark.parametrize("text", CLEAN, ids=lambda text: ascii(text)[:20])
def test_text_without_evidence_stays(text: str) -> None:
    assert repair_extracted(text) == text
    assert repair_extracted(text, ExtractedOptions(source="pdf")) == text
    assert explain_extracted(text).changes == ()


#: right text in short lines, with words that look like pieces of others: می (wine), تر (wet), ای (oh)
SHORT_LINES = """دل ناب در ساغر
باد و باران آمد
جام می بر میز بود
می ناب در ساغر ریخت
تر و تازه
ای دوست بیا
ای کاش باران ببارد
ماه می رسید
از می و مطرب سخن گفت"""
FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.mark.parametrize("source", ["auto", "pdf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f"], ids=ascii)
def test_right_words_in_short_lines_stay(end: str, source: Literal["auto", "pdf"]) -> None:
    options = ExtractedOptions(source=source)
    for text in (SHORT_LINES, (FIXTURES / "joins_traps.txt").read_text(encoding="utf-8")):
        for least in (1, 3, 1_000):
            lines = text.splitlines()
            for at in range(0, len(lines), least):
                part = end.join(lines[at : at + least])
                rules = {rule for change in explain_extracted(part, options).changes for rule in change.rules}
                assert rules.isdisjoint({"visual-order", "word-order", "turned-word"}), part


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.split(".")[0])
def test_lines_are_judged_alike_whatever_ends_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    windows = repair_extracted(text.replace("\n", "\r\n"))
    assert windows.replace("\r\n", "\n") == repair_extracted(text)


def test_one_word_against_the_other_lines_turns_no_line() -> None:
    assert (
        repair_extracted("هوا امروز خوب است\nهناخ\nباران آمد و رفت")
        == "هوا امروز خوب است\nهناخ\nباران آمد و رفت"
    )
    assert repair_extracted("تسا بوخ زورما اوه\nهناخ") == "هوا امروز خوب است\nخانه"


def test_a_visual_line_comes_back_whole() -> None:
    read = ".دمآ سپس و )تخس( دیزو ۱۲:۳۰ ات داب ،مه Tabriz Park رد زورید"
    assert repair_extracted(read) == "دیروز در Tabriz Park هم، باد تا ۱۲:۳۰ وزید (سخت) و سپس آمد."


def test_bytes_and_foreign_options_are_refused() -> None:
    with pytest.raises(TypeError, match="decode first"):
        repair_extracted(b"x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="ExtractedOptions"):
        repair_extracted("x", "pdf")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="source must be one of"):
        ExtractedOptions(source="doc")  # type: ignore[arg-type]
