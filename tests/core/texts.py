"""Hypothesis strategies: texts that look like what people feed us, and texts that nobody would write."""

from __future__ import annotations

from hypothesis import strategies as st

from textnorm.chars import ARABIC_DIGITS, INVISIBLE, ODD_SPACES, PERSIAN_DIGITS, PERSIAN_LETTERS

WORDS = (
    "باد باران كتاب ها می رود ميروم خانه ای ی را از به که کتابها نامه‌ای ام است، گفت: «برف» ﺳﻼﻡ مَشکل سلاممم "
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
    + ODD_SPACES[:6]
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
