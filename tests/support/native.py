"""The native core for tests: a mark for tests that need it, and lines of the kinds that it takes apart by itself."""

from __future__ import annotations

import os

import pytest
from hypothesis import strategies as st

from textnorm import core

built = pytest.mark.skipif(
    core._native()[0] is None and os.environ.get("TEXTNORM_REQUIRE_CORE") != "1",
    reason="the core is not built",
)
#: words, gaps and lines of the kinds that the core takes apart by itself
PIECES = (
    "باد كتاب علي خانه ی می رود ميروم کتابها برنامه‌ریزی نامه‌اي ة خانة دایرة المعارف مسلماً همهٔ خانۀ واژهء ســلام مَشکل نُه "
    "سلاممم ﺳﻼﻡ ﷲ ال في المدرسة ہے سَے نے کیا می‌ ‌رود دب‌یرستان جام ماه شده است را های ها تر ترین ام اند ای"
).split(" ")
GAPS = [
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "،",
    " ،",
    ", ",
    ".",
    "...",
    " (",
    ") ",
    "( ",
    "«",
    "» ",
    ": ",
    " - ",
    "-",
    "\n",
    "\r\n",
    "\u200c",
    "",
]
GAPS += [
    " ۱۴۰۲ ",
    "12:30",
    " 1.5 ",
    " foo ",
    " foo bar 2.0 ",
    " x.y/z?a=1 ",
    "(foo)",
    "foo، ",
    " @ali ",
    "#",
    " `a b` ",
    " <b>",
    " 😀 ",
    "😀",
    "\u200f",
]
lines = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=12).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
