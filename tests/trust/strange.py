"""Hypothesis strategies for texts that nobody wrote on purpose: every category of Unicode, and what breaks parsers."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import cycle, islice

from hypothesis import strategies as st
from shared_data import ROOT
from texts import SPACES, texts as plain_texts

from textnorm import rules
from textnorm.chars import BIDI_CONTROLS, BIDI_MARKS, INVISIBLE, ODD_SPACES, PERSIAN_LETTERS

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
    st.sampled_from(INVISIBLE + ODD_SPACES + BIDI_MARKS + BIDI_CONTROLS + " \t"),
    st.sampled_from((*NEWLINES, *EMOJI, *DAMAGE, *DATES, *PAGES)),
)


@cache
def _written() -> tuple[str, ...]:
    """What somebody wrote on purpose: the words of the rules' examples and near-misses, and of the fixtures."""
    texts = [text for rule in rules() for pair in (*rule.examples, rule.near_misses) for text in pair]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").rglob("*.txt"))]
    return tuple(dict.fromkeys(word for text in texts for word in (*text.split(), text[:60])))


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
        st.one_of(plain_texts, strange, st.sampled_from(DATES + list(PAGES))),
        st.sampled_from((*NEWLINES[:3], "\n\n", " ")),
    ),
    max_size=6,
).map(lambda pairs: "".join(line + end for line, end in pairs))
#: surrogates included: a str may hold them (surrogateescape), and nothing may crash on one
every_text = st.one_of(plain_texts, strange, lines, real_words)
