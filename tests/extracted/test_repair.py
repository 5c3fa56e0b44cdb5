"""Whole texts as readers give them: what comes out right, and what must stay."""

from __future__ import annotations

from pathlib import Path

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
