"""Accounts for every letter and digit of a text: kept, mapped by a named rule, or removed by a named rule.

Outside the changes that explain() lists nothing may differ. Inside a change the letters and digits before
and after are compared as readers read them (compatibility forms, Persian keyboards and digit shapes made
one); what is then missing or new must be owned by a rule that says it removes or makes letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from textnorm import Change, Options, explain
from textnorm.chars import LETTER_VARIANTS, TO_ASCII_DIGITS

#: rules whose work is to write another text in place of what stood there: they decode
DECODING = {
    "mojibake-1252",
    "mojibake-1256",
    "cp1256-as-1252",
    "utf8-as-code-page",
    "c1-sign",
    "spreadsheet-escape",
    "look-alike-letter",
    "html-entity",
    "terminal-escape",
}
#: rules that make two spellings of one word the same: a carrier of hamza for another, «به» for ب, «و» in «گفتگو», «رحمان» for «رحمن»
RESPELLING = {"search-hamza", "search-apart", "search-be", "search-classical"}
#: rules that may put letters in another order
REORDERING = {
    "embedding",
    "visual-order",
    "visual-order-words",
    "turned-lam-alef",
    "torn-tanvin",
    "torn-hamza",
}
#: rules that may take letters away, each with the letters it may take (None: any)
REMOVING: dict[str, str | None] = {
    "repeats.letters": None,
    "tatweel": "\u0640",
    "kashida-as-sign": "1",
    "turned-lam-alef": "ا",  # the one too many of «االله»
    "heh-hamza": "ء",  # the small one stands for it
    "torn-hamza": "ه",  # the teh marbuta that stood for the hamza
    "heh-ezafe": "یء",
    "search-double-waw": "و",
    "search-final-hamza": "ءی",  # that of «املاء», and the one too many of «سئوال»
    "search-mark": "\u06e5\u06e6",  # small waw and yeh: letters to Unicode, marks above a line to readers
}
_READ_ALIKE = str.maketrans(
    {**LETTER_VARIANTS, **dict.fromkeys("أإآٱ", "ا"), "ؤ": "و", "ئ": "ی", "ۀ": "ه", "ة": "ه"}
)


class Loss(NamedTuple):
    """Letters of one change for which no rule answers."""

    change: Change
    missing: str
    new: str


def letters(text: str) -> str:
    """The letters and digits of *text* as readers tell them apart: one form each.

    >>> letters("كتاب ۱۲, Straße")
    'کتاب12strasse'
    """
    for _ in range(3):  # casefolding and compatibility forms bring each other to light
        text = (
            unicodedata.normalize("NFKD", text).casefold().translate(_READ_ALIKE).translate(TO_ASCII_DIGITS)
        )
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN" and c != "\u0640")


def losses(text: str, options: Options) -> Iterator[Loss]:
    """What explain() cannot account for; also checks that nothing differs outside its changes."""
    done = explain(text, options)
    at = 0
    pieces = []
    for change in done.changes:
        assert at <= change.start
        pieces += [text[at : change.start], change.after]
        at = change.end
        yield from _loss(change)
    assert "".join([*pieces, text[at:]]) == done.text


def _loss(change: Change) -> Iterator[Loss]:
    if (DECODING | RESPELLING) & set(change.rules):
        return
    before, after = letters(change.before), letters(change.after)
    if REORDERING & set(change.rules):
        before, after = "".join(sorted(before)), "".join(sorted(after))
    missing, extra = _difference(before, after)
    allowed = [REMOVING[rule] for rule in change.rules if rule in REMOVING]
    if extra or (missing and not any(taken is None or set(missing) <= set(taken) for taken in allowed)):
        yield Loss(change, missing, extra)


def _difference(before: str, after: str) -> tuple[str, str]:
    """The letters of *before* that *after* lacks, where *after* is what is left of it in order; else all of both."""
    missing, at = [], 0
    for letter in before:
        if at < len(after) and after[at] == letter:
            at += 1
        else:
            missing.append(letter)
    return "".join(missing), after[at:]
