"""Texts that are hard for patterns, normalisation forms, the search of dates and readers of files, in any length."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from typing import NamedTuple

#: in a unit the number of the repetition, in digits and in Persian letters: no piece is one that a call remembers
NUMBER, WORD = "\ue001", "\ue002"
_LETTERS = "ابپتجچدرزسشفقکگلمنوهی"

UNITS = (
    "\u064b\u0651", "\u0651\u064b", "\u0654", "\u0301\u0323", "ی ", " ،", "،", "« ", "»", "([", ")]", "{", "<a ", "</", "&amp;", "&#", "`",
    "``` ", "~", "http://", "a@", "@", "#", "www.", ".", "..", "1", "۱", "۱/", "1-", "۱۳۹۷ ", "مهر ", "۸ مهر ", "ها ", "می ", "\u200c",
    "\u200cی", "ـ", "ك", "ي ", "باد ", "x ", "x=", "\\", "/", "|", "- ", "* ", "> ", "\t", "\n", " \n", "\r", "\u200f", "\u202b", "\ufeff", "\0",
    "<title><![CDATA[x]", "<content type='xhtml'>x", '"', '{"text":"', "-->\n<", 'msgid "a"\nmsgstr "', "Dialogue: ,,,,,,,,,{", "😀", "\u200d😀", "\ud800", "Ù", "Ø§", "Ã", "ÿ", "&lt;", "By ", "Comments ", "ادامه مطلب\n", "Home » ", "a\n\n", "12:30 ", "%d", "_", "…", "ا\u0653",
)  # fmt: skip
LEADS = ("", "باد ", "۸ مهر ۱۳۹۷\n\n", "<", "`", "«")
#: pieces of which no two are the same
NUMBERED = (
    f"{NUMBER} ", f"{WORD} ", f"{WORD}\n", f"{WORD}‌ها ", f"می {WORD}م ", f"{WORD}ي كتاب{NUMBER}،", f"«{WORD}» ", f"{WORD} w{NUMBER} ", f"۱۳۹۷/۷/{NUMBER} ", f"{NUMBER} مهر ",
    f"باد {WORD}، باران.\n\n", f"text {NUMBER}\n", f"<t{NUMBER}>", f"<t{NUMBER} a{NUMBER}='x' ", f"http://a{NUMBER}.ir ", f"{NUMBER}. باد\n", f'{{"a{NUMBER}":', f"[{NUMBER}](", f"`{NUMBER}", f"&a{NUMBER};",
    f"<item><title>{WORD}</title><pubDate>{NUMBER}</pubDate></item>", f"<p class='c{NUMBER}'>{WORD} باد آمد.</p>", f"<div id=i{NUMBER}>", f"{WORD} در تاریخ ۸ مهر ۱۳۹۷ نوشت:\n{WORD}\n\n",
)  # fmt: skip
#: what opens so often as it closes
NESTED = (
    ("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("\u2067", "\u2069"), ("\u202b", "\u202c"), ("<div>", "</div>"), ("<b>باد ", "</b>"), ('{"text":', "1}"), ("<![CDATA[", "]]>"),
    ("<!--", "-->"), ("<content type='xhtml'>", "</content>"), ("> ", "\n"), ("```\n", "\n```\n"), ("**", "**"), ("<table><tr><td>", "</table>"), ("‘", "’"), ("<script>", "</script>"),
)  # fmt: skip


class Text(NamedTuple):
    """A text of any length: a lead, a unit again and again, and so often an end."""

    lead: str
    unit: str
    end: str = ""

    def make(self, length: int, turn: int = 0) -> str:
        """Return the text with about *length* characters; that of another turn holds other numbers and words."""
        times = length // len(self.unit + self.end)
        if NUMBER in self.unit or WORD in self.unit:
            units = (
                self.unit.replace(NUMBER, str(number)).replace(WORD, _word(number))
                # numbers of as many digits and words of as many letters from the first one on: length alone is to count
                for number in range((turn + 1) * 1_000_000, (turn + 1) * 1_000_000 + times)
            )
            return self.lead + "".join(units) + self.end * times
        return self.lead + self.unit * (times - turn % 5) + self.end * times


def _word(number: int) -> str:
    word = ""
    while number or len(word) < 3:
        number, letter = divmod(number, len(_LETTERS))
        word += _LETTERS[letter]
    return word


def texts(quick: bool, seed: int) -> Iterator[Text]:
    """Yield all units, all pieces and nestings, and by chance pairs of units and units behind leads."""
    chance = random.Random(seed)
    singles = [Text("", unit) for unit in (*UNITS, *NUMBERED)] + [Text("", *pair) for pair in NESTED]
    pairs = [Text("", left + right) for left, right in itertools.permutations(UNITS, 2)]
    led = [Text(lead, unit) for lead in LEADS[1:] for unit in (*UNITS, *NUMBERED)]
    rest = pairs + led
    chance.shuffle(rest)
    yield from chance.sample(singles, 8) if quick else singles
    yield from rest[: 4 if quick else 150]
