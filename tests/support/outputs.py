"""One hash for each public function over texts of our own; run as a script, it prints them.

What the functions give for these texts is the same on every version of Python, for every seed of hashes, in
every locale, and in every thread, process and sub-interpreter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import textnorm
from support.labelled_pages import FOLDER, read_cases
from support.public import DATE_OPTIONS, PAGE_OPTIONS, PROFILES, STR_TO_STR

FIXTURES = Path(__file__).parents[2] / "fixtures"
#: what fixtures do not hold: texts that break parsers
ODD = (
    "",
    "\x00باد\ud800 \udfff\ufffe\u0378",
    "Ø¨Ø§Ø¯ Ùˆ Ø¨Ø§Ø±Ø§Ù† آمد، ط§ظ„ط؛",
    "&amp;zwnj; &#1740;ک \x1b[31mباد\x1b[0m",
    "👨‍👩‍👧 ❤️ 1️⃣ 🇮🇷 باد\u200f \u202bباران\u202c",
    "قالَ لَهُمْ إنَّ الْمَطَرَ، لڑکا ہے، لە ئەو",
    "۳۰ اسفند ۱۴۰۲، 14مهر92 و ۱۴۰۲/۷/۸ تا ۱۲ مهر، ۸ مهر ۱۳۹۷",
    "Autumn\n\nootball season starts again in the north.\n\n"
    + "The harbour was quiet and the train was late. " * 4
    + "Football.",
    "باران در کوه\n\nیکشنبه ۸ مهر ۱۳۹۷ توسط مینا رستگار\n\n" + "باران در کوه آمد و راه بسته شد. " * 4,
    "Straße ＡＢＣ ﬁ İ ① ½ “باد”\r\nباران\u2028برف\x85",
)
DEEDS: dict[str, Callable[[str], object]] = {
    **STR_TO_STR,
    **{
        f"explain {name}": lambda text, options=options: textnorm.explain(text, options).to_json()
        for name, options in PROFILES.items()
    },
    **{
        f"find_dates {name}": lambda text, options=options: textnorm.find_dates(text, options)
        for name, options in DATE_OPTIONS.items()
    },
    **{
        f"read_page {name}": lambda text, options=options: textnorm.read_page(text, options)
        for name, options in PAGE_OPTIONS.items()
    },
    "find_artefacts": textnorm.find_artefacts,
    "explain_tidy": lambda text: textnorm.explain_tidy(text).to_json(),
    "learn_site": lambda text: textnorm.learn_site([text, text[::2]]),
    "parse_date": lambda text: _day_or_reason(text),
    "calendar_table": lambda text: textnorm.calendar_table(1300 + len(text) % 150),
    "from_gregorian": lambda text: textnorm.from_gregorian(date.fromordinal(700_000 + 7 * len(text))),
    "to_gregorian": lambda text: textnorm.to_gregorian(1206 + len(text) % 293, 12, 29),
}


def _day_or_reason(text: str) -> object:
    try:
        return textnorm.parse_date(text)
    except textnorm.InvalidDateError as error:
        return str(error)


def texts() -> list[str]:
    """The rules' examples and near-misses, every fixture that is a text, and the odd texts."""
    rules = textnorm.rules()
    examples = [text for rule in rules for pair in (*rule.examples, rule.near_misses) for text in pair]
    return [*examples, *(path.read_bytes().decode() for path in sorted(FIXTURES.rglob("*.txt"))), *ODD]


def corpus() -> list[str]:
    """The same, and the longest page of each file of pages."""
    pages = (
        max(read_cases(path), key=lambda case: len(case.text)) for path in sorted(FOLDER.glob("*.pages"))
    )
    return [*texts(), *(page.text for page in pages)]


def digests() -> dict[str, str]:
    """A hash for each function over the whole corpus."""
    found = corpus()
    return {name: _digest(deed, found) for name, deed in DEEDS.items()}


def _digest(deed: Callable[[str], object], texts: list[str]) -> str:
    hashed = hashlib.sha256()
    for text in texts:
        hashed.update(ascii(deed(text)).encode() + b"\0")
    return hashed.hexdigest()[:16]


if __name__ == "__main__":
    print(json.dumps(digests()))
