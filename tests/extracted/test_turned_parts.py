"""Latin words and numbers whose parts PDFium gives from right to left, and what only looks like them."""

from __future__ import annotations

import pytest

from textnorm import ExtractedOptions, explain_extracted, repair_extracted

#: words that PDFium turned prove what it did to the parts
WITH_TURNED_WORDS = {
    "من دیروز گوشی 5R EOS Canon و زنل mm600 را مدیرخ و هب هناخ مدرب": "من دیروز گوشی Canon EOS R5 و لنز 600mm را خریدم و به خانه بردم",
    "من از هناخ هب شماره ۸۸۷۶۵۴۳۲-۰۲۱ زنگ زدم و ۳±۲۰ نفر اب ۷۵-۲۵ تومان آمدند و هب هسردم رفتند": (
        "من از خانه به شماره ۰۲۱-۸۸۷۶۵۴۳۲ زنگ زدم و ۲۰±۳ نفر با ۲۵-۷۵ تومان آمدند و به مدرسه رفتند"
    ),
    "دیروز هب Fi-Wi و Type-Content و js.Node نگاه کردم و اب %70 از اهنآ هب هناخ رفتم": (
        "دیروز به Wi-Fi و Content-Type و Node.js نگاه کردم و با 70% از آنها به خانه رفتم"
    ),
    # brackets round Latin words, and round Persian ones behind them
    "من هب هناخ رفتم و آب) O2H )را دیدم و Go( نسخه 1.2( را هب او اب هناخ دادم": (
        "من به خانه رفتم و آب (H2O) را دیدم و Go (نسخه 1.2) را به او با خانه دادم"
    ),
    # a line with more Latin words than Persian ones stands as on the page
    "من هب هناخ رفتم و اب او آمدم و هب مدرسه رفتم\n.است Windows, Linux, Debian, macOS کتاب": (
        "من به خانه رفتم و با او آمدم و به مدرسه رفتم\nکتاب Windows, Linux, Debian, macOS است."
    ),
}
#: an address, or other words, prove it where no word was turned
WITHOUT = {
    "اگر 16 PostgreSQL را می‌خواهید به com.example.backup@support نامه بدهید و رمز -256AES را هم بنویسید": (
        "اگر PostgreSQL 16 را می‌خواهید به support@backup.example.com نامه بدهید و رمز AES-256 را هم بنویسید"
    ),
    "در نشانی guide/org.example.docs://https/ نوشته شده است که Started Getting را بخوانید": (
        "در نشانی https://docs.example.org/guide/ نوشته شده است که Getting Started را بخوانید"
    ),
}
STAYS = (
    "بسته io.github.foo@latest را نصب کنید و AES-256 را روشن کنید",
    "بسته com.example.app را در شبکه Fi-Wi و با ماژول js.Node نصب کنید",
    "باتری 3.7v و -12VDC را از مغازه خریدیم و به خانه بردیم",
    "به نشانی https://example.com/a بروید و از com.example@info چیزی نپرسید؛ رمز -256AES است",
    "3D و 4K و 2x و 8GB را در ۳۰۲۰ و 16 PostgreSQL دیدیم",
    "@media و user.name@example.com و .vue@3 را ببینید",
)


@pytest.mark.parametrize(("given", "meant"), WITH_TURNED_WORDS.items(), ids=range(len(WITH_TURNED_WORDS)))
def test_turned_words_prove_turned_parts(given: str, meant: str) -> None:
    assert repair_extracted(given) == meant


@pytest.mark.parametrize(("given", "meant"), WITHOUT.items(), ids=range(len(WITHOUT)))
def test_addresses_prove_turned_parts(given: str, meant: str) -> None:
    assert repair_extracted(given) == meant


@pytest.mark.parametrize("text", STAYS, ids=range(len(STAYS)))
def test_parts_in_order_stay(text: str) -> None:
    assert repair_extracted(text) == text
    assert repair_extracted(text, ExtractedOptions(source="html")) == text


@pytest.mark.parametrize("text", [*WITH_TURNED_WORDS, *WITHOUT, *STAYS])
@pytest.mark.parametrize("source", ["auto", "pdf"])
def test_twice_is_once_and_explained(text: str, source: str) -> None:
    options = ExtractedOptions(source=source)  # type: ignore[arg-type]
    once = repair_extracted(text, options)
    assert repair_extracted(once, options) == once
    assert explain_extracted(text, options).text == once
