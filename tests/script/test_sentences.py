"""Sentences of another script with Persian words or guillemets in them keep their own marks."""

from __future__ import annotations

import pytest

from textnorm import EDITORIAL, STANDARD, normalise

#: nothing changes
STAYS = (
    "The word کتاب, meaning book, is common.",
    "The word , کتاب , means book in Persian.",
    'She wrote "سلام" , then left the room ; nobody asked why ?',
    "In Persian, سلام means hello ; خداحافظ means goodbye ?",
    "Un « acte 45 », une marche mondiale pour le climat",
    "« Oui », dit-il ; « Non » ?",
    "Он сказал: «Да», и ушёл ; «Нет» ?",
    "»Ja«, sagte er, »nein« ?",
    "We use باران , باد , and snow in this small paper.",
    "Rasht (رشت), Iran",
    "Sari (ساری); Rasht (رشت); Zanjan (زنجان)",
    "Bahar (Persian: بهار باران; 1901–1950)",
    "2. Kerman (کرمان), 3. Bam (بم)",
    "Author: علی, Title: باران, Year: 2001",
    "Translate باران, برف, or باد for us.",
    'Translate "باران", "برف", or "باد" for us.',
    'She said "باران" to me.',
    '"باران", "برف", "باد"',
    "Русский и персидский (فارسی), два языка",
)
#: words of another script in a Persian sentence, and marks between Persian words
CHANGES = {
    "این کتاب , که Python in Action نام دارد , خوب است .": "این کتاب، که Python in Action نام دارد، خوب است.",
    "Python, Java و Rust , زبان‌های برنامه‌نویسی هستند": "Python, Java و Rust، زبان‌های برنامه‌نویسی هستند",
    "کتاب Learning to code, second edition را خواندم ,خوب بود": "کتاب Learning to code, second edition را خواندم، خوب بود",
    "The title was كتاب and the author علي , both famous.": "The title was کتاب and the author علی , both famous.",
    "رشت (Rasht) , شهر باران": "رشت (Rasht)، شهر باران",
    "Linux (لینوکس) , برف , و باد": "Linux (لینوکس)، برف، و باد",
    "«باران» ,«باد»": "«باران»، «باد»",
}
#: a comma right behind words of another script, where the Persian sentence goes on
GOES_ON = {
    "گوشی Nokia, لپ‌تاپ Asus, و دوربین خرید": "گوشی Nokia، لپ‌تاپ Asus، و دوربین خرید",
    "حافظه: 16 GB, رنگ: سیاه": "حافظه: 16 GB، رنگ: سیاه",
    "کتابخانه (React), که کوچک است, خوب بود": "کتابخانه (React)، که کوچک است، خوب بود",
    "در `main`, در **Rust**, در <b>Go</b>, و در باد": "در `main`، در **Rust**، در <b>Go</b>، و در باد",
    'با "Hello", «باران» را گفت': 'با "Hello"، «باران» را گفت',
    "نسخهٔ 2.10.3, یک کار تازه دارد": "نسخهٔ 2.10.3، یک کار تازه دارد",
    # not a list of the other script, nor an address, nor without a space
    "از Java, Go, باران و برف": "از Java, Go, باران و برف",
    "نشانی https://a.example/b, باران": "نشانی https://a.example/b, باران",
    "خطای File not found, try again را دید": "خطای File not found, try again را دید",
    "تابع f(x, y), باران": "تابع f(x, y), باران",
    "نقطه‌ی x,y را دید": "نقطه‌ی x,y را دید",
}


@pytest.mark.parametrize("options", [STANDARD, EDITORIAL], ids=["standard", "editorial"])
@pytest.mark.parametrize("text", STAYS)
def test_marks_of_the_other_script_stay(text: str, options: object) -> None:
    assert normalise(text, options) == text  # type: ignore[arg-type]


@pytest.mark.parametrize("text", CHANGES)
def test_marks_of_persian_become_persian(text: str) -> None:
    assert normalise(text) == CHANGES[text]


@pytest.mark.parametrize("text", GOES_ON)
def test_a_comma_behind_another_script_is_of_the_persian_sentence_that_goes_on(text: str) -> None:
    assert normalise(text) == GOES_ON[text]
    assert normalise(GOES_ON[text]) == GOES_ON[text]


@pytest.mark.parametrize("mark", [",", ";", "?"])
def test_a_mark_inside_guillemets_of_another_script_is_of_what_is_quoted(mark: str) -> None:
    text = f"گفت « Tu viens {mark} » و « Oui {mark} » , بعد"
    assert normalise(text) == f"گفت « Tu viens {mark} » و « Oui {mark} »، بعد"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("گفت « کتاب Python ? » و رفت", "گفت «کتاب Python؟ » و رفت"),
        ("« علي » و Python ? » رفت", "«علی» و Python؟ » رفت"),
        ("صفحهٔ Python ? » بعد", "صفحهٔ Python؟ » بعد"),
    ],
)
def test_a_mark_inside_guillemets_with_persian_is_persian(text: str, expected: str) -> None:
    assert normalise(text) == expected
