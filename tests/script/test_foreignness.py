"""Short sentences of other languages that no letter or function word gives away, and Persian ones that look like them."""

from __future__ import annotations

import pytest

from support import native
from textnorm import EDITORIAL, STANDARD, Options, normalise, pipeline
from textnorm.compiled import compile_rules
from textnorm.script.foreignness import BUCKETS, foreignness, pieces, weights

OTHERS = [
    "طقس اليوم جميل",
    "وصل القطار متأخرا",
    "علم النفس التربوي",
    "سافر أخي ليلا",
    "میرا بھائی اسکول جاتا ہے",
    "دوست کا گھر دور ہے",
    "ناوی من ئازادە",
    "منهنجو گهر پري آهي",
    "الدرس الثالث",
    "پلار مې راغی",
    "کتاب مې ولوست",
]
#: sayings in Persian letters alone, whose last «ها» is a pronoun and whose article is no half of a compound
SAYINGS = [
    "خیر الامور اوسطها",
    "شر الامور محدثاتها",
    "لا اکراه فی الدین",
    "انا مدینه العلم و علی بابها",
    "الحمد لله رب العالمین",
    "و الشمس و ضحیها و القمر اذا تلیها",
    "اذا زلزلت الارض زلزالها",
]
#: lines with an article that are Persian, whose half-spaces come back
WITH_ARTICLES = [
    ("کتابهای ابن الهیثم", "کتاب\u200cهای ابن الهیثم"),
    ("سخن های علی بن الحسین", "سخن\u200cهای علی بن الحسین"),
    ("البته بچه ها خوبند", "البته بچه\u200cها خوبند"),
    ("الگو های خیاطی", "الگوهای خیاطی"),
    ("مسجد الاقصی و زائر هایش", "مسجد الاقصی و زائرهایش"),
    ("الکترون های لایه بیرونی", "الکترون\u200cهای لایه بیرونی"),
]
BEHIND_NAMES = [
    "آذری: سن هارا گئدیرسن ?",
    "پشتو: دا زما کتاب دی ,",
    "عربی: شكرا جزيلا , يا أخي",
    "**کردی**: باران دەبارێت ;",
    "عربی: تأخر القطار , ثم رجعت",
    "در عربی می\u200cگویند: الجار ثم الدار ?",
    "کشمیری: مے کتاب پڑھن ;",
    "«أهلا بكم جميعا» , قالها مبتسما",
]
PERSIAN = [
    ("هواي امروز ابري بود , بله", "هوای امروز ابری بود، بله"),
    ("ترنزيشن بين عناصر ;", "ترنزیشن بین عناصر؛"),
    ("نمودار سفارشي كاميونيتي ?", "نمودار سفارشی کامیونیتی؟"),
    ("عربي: زباني سامي است , دانستي ?", "عربی: زبانی سامی است، دانستی؟"),
    ("تركي: غذاي خوبي بود ?", "ترکی: غذای خوبی بود؟"),
    ("كليد: علي", "کلید: علی"),
    ("معلم عربي گفت: كتاب تازه ?", "معلم عربی گفت: کتاب تازه؟"),
    ("ترنزیشن بین عناصر ;", "ترنزیشن بین عناصر؛"),
    ("جاوا اسکریپت , آپشن و ماکرو ?", "جاوا اسکریپت، آپشن و ماکرو؟"),
    ("به زبان عربي : تأخر القطار ?", "به زبان عربی: تأخر القطار ?"),
]


@pytest.mark.parametrize("options", [STANDARD, EDITORIAL], ids=["STANDARD", "EDITORIAL"])
@pytest.mark.parametrize("text", [*(f"نمونه: {sentence} ;" for sentence in OTHERS), *BEHIND_NAMES])
def test_others_stay_with_their_marks(options: Options, text: str) -> None:
    assert normalise(text, options) == text


@pytest.mark.parametrize(("text", "expected"), PERSIAN)
def test_persian_is_mended(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_each_weight_is_a_byte() -> None:
    assert len(weights()) == BUCKETS
    assert min(weights()) >= -127


def test_presentation_forms_say_nothing() -> None:
    assert pieces("ﻛﺘﺎﺏ") == []
    assert foreignness(["ﻛﺘﺎﺏ"]) == 0


@native.built
@pytest.mark.parametrize("text", [*OTHERS, *BEHIND_NAMES, *(text for text, _ in PERSIAN)])
def test_the_core_agrees(text: str) -> None:
    assert normalise(text) == pipeline.run(text, compile_rules(STANDARD))


@pytest.mark.parametrize("text", SAYINGS)
def test_arabic_sayings_in_persian_letters_stay(text: str) -> None:
    assert normalise(text) == text
    assert normalise(f"گفته‌اند: «{text}».") == f"گفته‌اند: «{text}»."


@pytest.mark.parametrize(("text", "expected"), WITH_ARTICLES)
def test_persian_with_an_arabic_article_is_persian(text: str, expected: str) -> None:
    assert normalise(text) == expected
