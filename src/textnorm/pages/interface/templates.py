"""Read data/interface.toml: the templates of what sites show, written out to the phrases they stand for.

A phrase is compared by its *key*: the letters and digits of its words, in lower case and one spelling, with
nothing between them, and ``0`` for every number, date or clock. So «دیدگاه ها», «دیدگاه‌ها» and «دیدگاهها»
are one key, and so are «۳ نظر» and «12 نظر».
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from textnorm.lazy import lazy_pattern
from textnorm.pages.shipped import shipped

_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
#: one spelling of each letter; what is not heard or only joins is left out
_FOLDS = (
    ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER FARSI YEH}"),
    ("\N{ARABIC LETTER ALEF MAKSURA}", "\N{ARABIC LETTER FARSI YEH}"),
    ("\N{ARABIC LETTER KAF}", "\N{ARABIC LETTER KEHEH}"),
    ("\N{ARABIC LETTER HEH WITH YEH ABOVE}", "\N{ARABIC LETTER HEH}"),
    ("\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER HEH}"),
    ("\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}", "\N{ARABIC LETTER ALEF}"),
    ("\N{ARABIC HAMZA ABOVE}", ""),
    ("\N{ARABIC TATWEEL}", ""),
    ("\N{RIGHT SINGLE QUOTATION MARK}", ""),
    ("'", ""),
    (_ZWNJ, ""),
)  # fmt: skip
_WORD = lazy_pattern(r"[^\W_]+")
_GROUP = lazy_pattern(r"\(([^()\[\]]*)\)(\?)?|\[([^()\[\]]*)\]")
_SLOT = lazy_pattern(r"\{(n|name|text)\}")
#: how many words a slot takes
SLOT_WORDS = {"name": 5, "text": 20}
#: words that belong to a date, or to a number, when a number stands beside them: «۱٫۲ هزار بازدید»
DATE_WORDS = frozenset(
    "فروردین اردیبهشت خرداد تیر مرداد امرداد شهریور مهر آبان آذر دی بهمن اسفند حمل ثور جوزا سرطان اسد سنبله "
    "هزار میلیون میزان عقرب قوس جدی دلو حوت شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه ماه ساعت "
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed "
    "thu fri sat sun am pm st nd rd th".split()
)


class Template(NamedTuple):
    """The fixed pieces of a template with slots, as keys, and the most words its slots take."""

    pieces: tuple[str, ...]
    most: int


def fold(text: str) -> str:
    """Return the text in lower case and one spelling of each letter; lines stay lines.

    >>> fold("Don’t") == "dont"
    True
    """
    text = text.lower()
    for before, after in _FOLDS:
        if before in text:
            text = text.replace(before, after)
    return text


def words_of(folded: str) -> list[str]:
    """Return the words of a folded line: its runs of letters and digits."""
    return _WORD.findall(folded)


def keys_of(words: Sequence[str]) -> list[str]:
    """Return the words as they stand in a key: numbers, and the words of dates beside them, as one ``0``."""
    keys: list[str] = []
    for word in words:
        number = word[0].isdigit() and (
            word.isdigit() or word[-1] in "kmp" or word.lstrip("0123456789") in DATE_WORDS
        )
        if number or (keys and keys[-1] == "0" and word in DATE_WORDS):
            while keys and keys[-1] in DATE_WORDS:
                keys.pop()
            if not keys or keys[-1] != "0":
                keys.append("0")
        else:
            keys.append(word)
    return keys


def key_of(text: str) -> str:
    """Return the key of a whole line.

    >>> key_of("۳ دیدگاه") == key_of("12 دیدگاه")
    True
    """
    return "".join(keys_of(words_of(fold(text))))


@cache
def roles_data() -> tuple[dict[str, Any], ...]:
    """Return the entries of the data file."""
    return tuple(tomllib.loads(shipped("interface.toml").decode())["role"])


def templates(text: str) -> list[str]:
    """Return the templates of one value of the data file."""
    return [part for line in text.splitlines() for part in map(str.strip, line.split(" / ")) if part]


def phrases(template: str) -> Iterator[str]:
    """Yield every phrase that a template stands for.

    >>> list(phrases("(next|last) [page|post]"))
    ['next page', 'next post', 'next', 'last page', 'last post', 'last']
    """
    match = _GROUP.search(template)
    if match is None:
        yield " ".join(template.split())
        return
    inner = match.group(1) if match.group(1) is not None else match.group(3)
    choices = inner.split("|")
    if match.group(2) or match.group(3) is not None:
        choices.append("")
    before, after = template[: match.start()], template[match.end() :]
    for choice in choices:
        yield from phrases(f"{before}{choice}{after}")


def compiled(phrase: str) -> str | Template:
    """Return the key of a phrase, or its pieces when it has slots for words."""
    parts = _SLOT.split(phrase.replace("{n}", " 0 "))
    if len(parts) == 1:
        return key_of(phrase.replace("{n}", " 0 "))
    return Template(tuple(map(key_of, parts[::2])), sum(SLOT_WORDS[name] for name in parts[1::2]))
