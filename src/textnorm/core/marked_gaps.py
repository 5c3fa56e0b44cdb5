"""More of the commonest gaps, by family: numbers, quotations, Markdown, what stands beside words of other scripts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

Sides = list[tuple[int, int]]
#: classes of words (by their letters, up to three) and of spans: a word of another script, several of them, emoji, tags
_ONE, _WORDS, _SPANS, _RARE_SPANS = (1, 2, 3), (2, 3), (6, 8), (7, 10, 11)
_NUMBERS = "1۱١"
_MARKS = ("", ".", "،", ":", "؛", "!", "؟", "?", ",")
#: quotation marks as keyboards and word processors set them
_QUOTES = ("“", "”", "„", "''", "<<", ">>", "‘", "’")
_OPENING = ("", "(", "[", "**", "_", "«", '"')
_OPENED = tuple(f"{first}{second}" for first, second in product(_OPENING, _OPENING) if first != second)
_CLOSING = ("", ")", "]", "**", "_", "»", '"')
_CLOSED = tuple(f"{first}{second}" for first, second in product(_CLOSING, _CLOSING) if first != second)
_LIST_MARKS = ("- ", "* ", "1. ", "۱. ", "# ", "## ", "### ", "> ", "| ", "!", "::: ", "11. ")
_VERSIONS = (
    "1.1",
    "11.11",
    "1.11",
    "11.1",
    "1.1.1",
    "1.1.11",
    "1.11.1",
    "1.1+",
    "1+",
    "1%",
    "1/1",
    "۱.۱",
    "۱.۱.۱",
    "۱٪",
)


def families() -> Iterator[tuple[set[str], Sides]]:
    """Yield families of gaps, each with the classes of what stands on both sides of them."""
    words = list(product(_ONE, _ONE))
    yield _of_numbers(), words
    yield _lists_of_numbers(), list(product(_WORDS, _WORDS))
    yield _of_quotations(), words
    yield _versions(), list(product(_ONE, _WORDS))
    yield {f"{gap.rstrip()}\n" for gap in _versions()}, [(left, 0) for left in _WORDS]
    ends = {f"{mark}{quote}{end}" for mark in _MARKS for quote in (*_QUOTES, "") for end in _MARKS} - {""}
    ends |= {f" {number}{end}" for number in _NUMBERS for end in (".", " .", ")", ").", " (.", "!", "؟", "")}
    yield {*ends, *(f"{end}\n" for end in ends)}, [(left, 0) for left in _ONE]
    yield from _of_markdown()
    yield from _beside_spans()
    yield _times(), list(product(_WORDS, (*_WORDS, 6)))
    yield _starting_numbers(), [(0, right) for right in (*_WORDS, *_SPANS)]


def _of_numbers() -> set[str]:
    before = (" ", "، ", " ، ", ", ", ": ", ") ", " (", "  ")
    behind = (" ", "، ", " ، ", ". ", " - ", " (", ") ", ": ", "  ", ", ")
    return {f"{first}{number}{last}" for first in before for number in _NUMBERS for last in behind}


def _lists_of_numbers() -> set[str]:
    """Return two numbers and three with what parts them."""
    found = set()
    for number, part in product(_NUMBERS, ("، ", " ، ", "/", " / ", " - ", "-", " ", ", ")):
        for row in (part.join(number * 2), part.join(number * 3)):
            found |= {
                f"{first}{row}{last}"
                for first in (" ", ": ", "، ", " (", "  ")
                for last in (" ", "، ", ") ", ". ")
            }
    return found


def _of_quotations() -> set[str]:
    opened = {f"{mark}{blank}{quote}" for mark in _MARKS for blank in (" ", "  ") for quote in _QUOTES}
    closed = {
        f"{mark}{quote}{behind}"
        for mark in ("", ".", "!", "؟")
        for quote in _QUOTES
        for behind in ("، ", ". ", " ", ": ", " (")
    }
    typed = {
        f"{quote}{blank}{mark}{behind}"
        for quote in ("»", ")", '"')
        for blank in ("", " ")
        for mark in "،.:!؟"
        for behind in ("", " ")
    }
    return {*opened, *closed, *typed}


def _versions() -> set[str]:
    return {
        f" {opened}{version}{last}"
        for opened in ("", "(")
        for version in _VERSIONS
        for last in (" ", "، ", ". ", ") ", ": ")
    }


def _of_markdown() -> Iterator[tuple[set[str], Sides]]:
    inner = (*_WORDS, *_SPANS)
    opened = {f"{mark} {opening}" for mark in ("", ".", "،", ":") for opening in _OPENED}
    yield opened, list(product(_WORDS, inner))
    yield {f"{opening}" for opening in _OPENED}, [(0, right) for right in inner]
    yield {f"{mark}{opening}" for mark in _LIST_MARKS for opening in _OPENED}, [(0, right) for right in inner]
    closed = {f"{closing}{mark}" for closing in _CLOSED for mark in ("", ".", "،", ":", "!", "؟")}
    yield {f"{gap} " for gap in closed}, list(product(inner, _WORDS))
    yield {f"{gap}\n" for gap in closed}, [(left, 0) for left in inner]
    yield (
        {"", " ", ".", "، ", ". ", ": ", " (", ") ", ")"},
        [*product(_WORDS, _RARE_SPANS), *product(_RARE_SPANS, (*_WORDS, 5))],
    )
    yield {"\n", "", ".\n", " .", "."}, [(left, 0) for left in _RARE_SPANS]
    yield {"", "- ", "## ", "  - ", "# ", "1. "}, [(0, right) for right in _RARE_SPANS]


def _beside_spans() -> Iterator[tuple[set[str], Sides]]:
    """Yield what stands between a word and what is of another script, with marks of both."""
    ends = ("", ".", "!", "?", "!!", "!!!!", "...", "..", "?!", "!?")
    behind = {
        f"{blank}{end}{closing} "
        for blank in ("", " ")
        for end in ends
        for closing in ("", ")", '"', "”", "'")
    }
    behind |= {
        f" {number}{last}" for number in "1۱" for last in (" ", ". ", ", ", ".) ", ") ", ": ", "، ", "? ")
    }
    yield behind, list(product(_SPANS, _ONE))
    marks = ("", ".", ":", "،", "؟", "!", "!؟")
    before = {
        f"{mark} {opened}"
        for mark in marks
        for opened in ("", "(", '"', "- ", "1 ", "(1) ", "1. ", '("', "1", "۱ ", "[", "“")
    }
    yield before, list(product(_ONE, _SPANS))
    operators = {
        f"{blank}{sign}{number}{end}"
        for blank in ("", " ")
        for sign in ("; }", "}", ";", "= ", ">= ", "<= ", "> ", "+ ", "* ", "- ")
        for number in ("", "1", "1.1")
        for end in ("", ";", ")", "};")
    }
    yield {gap.strip() and f"{gap} " for gap in operators} - {""}, list(product(_SPANS, _WORDS))
    yield operators - {"", " "}, [(left, 0) for left in _SPANS]


def _times() -> set[str]:
    """Return times, dates and large numbers, of which each digit counts."""
    found = set()
    for digit in "1\u06f1":
        written = (
            "1:11",
            "11:11",
            "1/1/1111",
            "11/11/1111",
            "1111/1/1",
            "1111/11/11",
            "1111-11-11",
            "1,111",
            "11,111",
            "1.111",
        )
        for number in (pattern.replace("1", digit) for pattern in written):
            found |= {
                f"{before}{number}{behind}"
                for before in (" ", ". ", " (", ": ", "\u060c ")
                for behind in (" ", "\u060c ", ". ", ") ")
            }
    return found


def _starting_numbers() -> set[str]:
    """Return numbers at the start of a line, where each digit counts."""
    numbers = ("1", "11", "111", "1111", "1,111", "11,111", "111,111", "1,111,111", "11,111,111")
    found = {
        f"{sign}{number}{end}"
        for sign in ("", "$", "(")
        for number in numbers
        for end in ("", " ", "% ", ". ", ") ", "- ")
    }
    return found | {gap.replace("1", "\u06f1") for gap in found}
