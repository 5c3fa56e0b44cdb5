"""Hypothesis strategies for texts: what people feed us, and what nobody wrote on purpose.

``texts`` looks like what comes in, ``every_text`` holds every category of Unicode and what breaks parsers besides;
the others are made of dates, of words that are joined, and of what readers of PDF files give.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import cycle, islice

from hypothesis import settings, strategies as st

from support.shared_data import ROOT
from textnorm import rules
from textnorm.chars import (
    ARABIC_DIGITS,
    BIDI_CONTROLS,
    BIDI_MARKS,
    INVISIBLE,
    NON_ASCII_SPACES,
    PERSIAN_DIGITS,
    PERSIAN_LETTERS,
    ZWNJ,
)
from textnorm.lexicon.table_keys import words as word_list
from textnorm.ruleset.joiners.affixes import (
    COMPARATIVE_FORMS,
    COMPARATIVES,
    COPULAS,
    PLURALS,
    POSSESSIVES,
    VERB_PREFIXES,
)


def examples(share: float) -> settings:
    """Return settings for a law that is tried on so many times the examples of the other laws."""
    return settings(max_examples=max(1, round(share * settings.default.max_examples)))


WORDS = (
    "باد باران كتاب ها می رود ميروم خانه ای ی را از به که کتابها نامه‌ای ام است، گفت: «برف» ﺳﻼﻡ مَشکل نُه سلاممم "
    "Python 3.11 foo,bar x=1 https://example.org/a?b=c&d ali@example.org @ali #هوا `a  b` <b> </b> &zwnj; &amp; "
    "&#1740; v1.2.3 C:\\a ./b ۱۴۰۲/۷/۸ 12:30 لڑکا ہے کوردی لە ئەو في المدرسة بِسْمِ اللَّهِ 👨‍👩‍👧 ❤️ ... ؟ ! ( ) \" ' - ,"
).split(" ")
SPACES = [
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u00a0",
    "\u200c",
    "\u200c\u200c",
    "\u200f",
    "",
    ", ",
    " .",
    "،",
    "\u00ad",
    "ـ",
]
ALPHABET = (
    PERSIAN_LETTERS
    + "يكىھہەۀےٹڕەژ"
    + "ًَُِّْٰٔٓ"
    + INVISIBLE
    + NON_ASCII_SPACES[:6]
    + PERSIAN_DIGITS[:4]
    + ARABIC_DIGITS[:3]
    + "abZ0129 \n\t.,;:!?؟،؛«»\"'()[]{}<>/\\@#&`~*-_=+|%٪…ØÙÛâ€Œطظعغ§¬ـ©é\u0301\x00\x1b"
)

words = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), max_size=14).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
letters = st.text(st.sampled_from(ALPHABET), max_size=40)
anything = st.text(max_size=30)
texts = st.one_of(words, letters, anything, st.tuples(words, letters).map("".join))

CATEGORIES = (
    "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn".split()
)
ARABIC_BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
NEWLINES = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029")
EMOJI = (
    "👨‍👩‍👧",
    "❤️",
    "👍🏽",
    "🏳️‍🌈",
    "1️⃣",
    "🇮🇷",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "☺\ufe0e",
    "©",
    "\u200d",
)
DAMAGE = (
    *"&#0; &#xD800; &amp;amp;lt; &zwnj &#1740; &lt;b&gt; <b <!-- --> ]]> ``` ` `` \x1b[31m \x1b]0;t\x07 Ø§ÛŒ ط§ظ„ â€Œ ï»؟ \ufeff \x00 \ufffd \ufffe".split(
        " "
    ),
    "```\n",
    "~~~\n",
)
DATES = "۱۴۰۲/۷/۸ 1402-07-08 ۸ مهر ۱۳۹۷ ۳۰ اسفند ۱۴۰۰ سی‌ام آبان ه.ش 13970708 ۹۲/۱/۱ مهرماه دیروز پنجشنبه 2018-09-30 ۰/۰/۰ ۹۹۹۹/۹۹/۹۹".split(
    " "
)
PAGES = (
    "ادامه مطلب",
    "نوشته شده در",
    "دسته‌بندی: باد",
    "نویسنده:",
    "تصویر: باران",
    "http://a.example/1.jpg",
    "[1]",
    "| |",
    "***",
    "باد و باران در شهر ما بسیار بود.",
)


#: so many characters of each category, from all over Unicode, so that each is as likely
_SPREAD = 200


@cache
def _categories() -> dict[str, str]:
    found: dict[str, list[str]] = {category: [] for category in CATEGORIES}
    for character in map(chr, range(0x110000)):
        found[unicodedata.category(character)].append(character)
    return {
        category: "".join(islice(cycle(all_[:: max(1, len(all_) // _SPREAD)]), _SPREAD))
        for category, all_ in found.items()
    }


_character = st.one_of(
    st.sampled_from("".join(_categories().values())),
    st.sampled_from([chr(code) for first, last in ARABIC_BLOCKS for code in range(first, last + 1)]),
    st.sampled_from(PERSIAN_LETTERS),
    st.sampled_from(INVISIBLE + NON_ASCII_SPACES + BIDI_MARKS + BIDI_CONTROLS + " \t"),
    st.sampled_from((*NEWLINES, *EMOJI, *DAMAGE, *DATES, *PAGES)),
)


@cache
def _written() -> tuple[str, ...]:
    """What somebody wrote on purpose: the words of the rules' examples and near-misses, and of the fixtures."""
    found = [text for rule in rules() for pair in (*rule.examples, rule.near_misses) for text in pair]
    found += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").rglob("*.txt"))]
    return tuple(dict.fromkeys(word for text in found for word in (*text.split(), text[:60])))


real_words = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(_written()), st.sampled_from([" ", " ", *SPACES])).map("".join),
        _character,
    ),
    max_size=10,
).map("".join)
combining_runs = st.tuples(
    st.sampled_from(PERSIAN_LETTERS + "aé가"),
    st.text(st.sampled_from(_categories()["Mn"]), min_size=2, max_size=12),
).map("".join)
strange = st.lists(st.one_of(_character, combining_runs), max_size=24).map("".join)
lines = st.lists(
    st.tuples(
        st.one_of(texts, strange, st.sampled_from(DATES + list(PAGES))),
        st.sampled_from((*NEWLINES[:3], "\n\n", " ")),
    ),
    max_size=6,
).map(lambda pairs: "".join(line + end for line, end in pairs))
#: surrogates included: a str may hold them (surrogateescape), and nothing may crash on one
every_text = st.one_of(texts, strange, lines, real_words)

_DATE_PIECES = (
    *(
        "۸ 8 12 ۱۳ 31 97 1397 ۱۳۹۷ 1402 ۱۴۰۷ 2018 30 مهر اسفند دی تیر میزان تله Mehr Aban Day سال "
        "ماه مهرماه یکشنبه Sunday جمعه سه شنبه هشتم اول سی ام بیست و سوم هزار سیصد نود هفت تا الی "
        "از د ه.ش هـ ه.ق AP AH هجری شمسی قمری میلادی ش م ساعت 12:30 شماره صفحه نفر تومان برابر با "
        'سپتامبر September / / / - - . , ، ( ) : \\ ٫ T _ # " * ـ 2018-09-30'
    ).split(),
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\u200c",
    "\u200f",
    "\xa0",
    "\ufeff",
    " (2018-09-30)",
)
date_texts = st.lists(st.sampled_from(_DATE_PIECES), max_size=24).map("".join) | st.text(max_size=40)
spaced_dates = st.lists(st.sampled_from(_DATE_PIECES), max_size=20).map(" ".join)


_HOSTS = word_list(
    "کتاب خانه رفته شده گفته کار بد بزرگ تنها دختر زندگی برنامه ریزی پیش بینی دانش آموز اعلام انجام در از "
    "را است ماه جام رود روم گوید هوشمندان روز حرف حرفه آن این هم بی سی که و ۱۲ خوش دست پا راه نامه ساز "
    "کننده شناس جمع"
)
_ATOMS = sorted(
    {*_HOSTS, *PLURALS, *COMPARATIVES, *COMPARATIVE_FORMS, *COPULAS, *POSSESSIVES, *VERB_PREFIXES}
)
_SEPARATORS = [" ", " ", " ", ZWNJ, "", "\n", "، ", ". ", " («"]
persian_letters = st.text(PERSIAN_LETTERS + ZWNJ + "   \n۱۲۳،.«»()\u064b\u0654", max_size=60)
words_to_join = st.lists(st.tuples(st.sampled_from(_ATOMS), st.sampled_from(_SEPARATORS)), max_size=12).map(
    lambda parts: "".join(word + separator for word, separator in parts)
)
repeated_letters = st.lists(
    st.tuples(st.sampled_from(PERSIAN_LETTERS + " ۱.!"), st.integers(1, 5)), max_size=20
).map(lambda parts: "".join(letter * times for letter, times in parts))


_READ_WORDS = (
    "هوا خانه‌ها می روم کتاب باران را از در و است بالا باال اطالعات خانٔه لطف ًا ٔ ِ نم هب هک اهباتک یمیدق شد .آمد باد. ، ؟ «چه خوب» »سرد«"
    " ۱۳۹۷ ۷۹۳۱ ۸/۷/۷۹۳۱ 3-2 Python C++ https://example.com/a downloads/org.python.www://https/ خ11ط نخس1ت ب1اران ﺎﻫﺮﺒﺧ ﺧﺒﺮﻫﺎ ﻼﻃ"
    " \u202bدر\u202c \u202a ۸\u202c هواشناس ی inter\u00adnational ها های اند نان‌زور‌ره‌ام ‌ \u00ad \u200f"
).split(" ")
extracted_texts = st.lists(
    st.lists(st.sampled_from(_READ_WORDS), max_size=9).flatmap(
        lambda words: st.sampled_from((" ".join(words), " ".join(words)[::-1], "".join(words)))
    ),
    max_size=5,
).map("\n".join)
