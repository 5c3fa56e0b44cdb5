"""What scrapers write twice: titles, captions, and titles glued into a sentence.

Refrains are safe: a line that stands in a stanza, with short lines right beside it, is never dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from textnorm.pages.content.characters import LONGEST_TITLE, MOST_ADDED, TITLE_LINES
from textnorm.pages.detectors.detector import heads, likely_titles, titles
from textnorm.pages.detectors.scrape_evidence import is_scraped, mark_at
from textnorm.pages.document import Document
from textnorm.pages.keys import line_key, words
from textnorm.pages.options import PageOptions
from textnorm.pages.posts.openings import starts_with
from textnorm.pages.results import Artefact, Certainty


def find_titles(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the lines of a post's head that say its title again."""
    again = document.look.again
    for head in heads(document, lambda head: not again.isdisjoint(head[1:TITLE_LINES])) if again else ():
        yield from _titles_again(document, head[:TITLE_LINES])


def _short(document: Document, head: Sequence[int]) -> list[int]:
    """Return the lines of a head that may be titles by their length."""
    return [number for number in head[:TITLE_LINES] if len(document.lines[number]) <= LONGEST_TITLE]


def _titles_again(document: Document, head: Sequence[int]) -> Iterator[Artefact]:
    groups: dict[str, list[int]] = {}
    short = _short(document, head)
    keys = [line_key(document.lines[n]) for n in short]
    if len(set(keys)) == len(keys):
        return
    for number, key in zip(short, keys, strict=True):
        if _can_be_title(document, number):
            groups.setdefault(key, []).append(number)
    for key, numbers in groups.items():
        top = numbers[0] == head[0] or (numbers[0] == head[1] and _heads_text(document, head, numbers))
        if len(numbers) > 1 and top and key and not _verse_title(document, numbers):
            numbers = _with_run(document, numbers)
            best = max(numbers, key=lambda n: (_grace(document.lines[n]), -n))
            for number in numbers:
                if number != best:
                    yield document.drop(number, "title-again", "A", document.lines[best])


def _can_be_title(document: Document, number: int) -> bool:
    line = document.lines[number]
    return (
        _real_words(line) >= 3
        and line[-1] not in ".…"
        and not line.startswith(("- ", "– ", "— "))
        and not document.is_quoted(number)
        and mark_at(document, number) is None
    )


def _real_words(line: str) -> int:
    """Count the words of two letters and more: data and code have few."""
    found = words(line.replace("\N{ZERO WIDTH NON-JOINER}", ""))
    return len([word for word in found if len(word) > 1 and word.isalpha()])


def _heads_text(document: Document, head: Sequence[int], numbers: Sequence[int]) -> bool:
    """Tell whether the second line of a head is the title: the first is no sentence, a paragraph follows the last copy."""
    first = document.lines[head[0]]
    if document.is_paragraph(head[0]) or first[-1] in ".:!،,؛;":
        return False
    below = [number for number in head if number > numbers[-1]][:2]
    return any(map(document.is_paragraph, below)) or line_key(document.lines[numbers[0]]) in line_key(first)


def _with_run(document: Document, numbers: list[int]) -> list[int]:
    """Return the same lines, and those equal to them that follow the last one at once."""
    last = numbers[-1]
    below = islice(document.nonblank, bisect_right(document.nonblank, last), None)
    return numbers + list(takewhile(lambda n: document.lines[n] == document.lines[last], below))


def _verse_title(document: Document, numbers: Sequence[int]) -> bool:
    """Tell whether a repeated line is the first line or the refrain of a poem, after which it is named: then it must stay."""
    return any(_is_verse(document, beside, numbers) for n in numbers[1:] for beside in (n - 1, n + 1))


def _is_verse(document: Document, number: int, numbers: Sequence[int]) -> bool:
    """Tell whether a line beside a repeated one can be a verse: short, and neither a date nor a byline."""
    if (
        number >= len(document.lines)
        or number in numbers
        or not document.lines[number]
        or document.is_paragraph(number)
    ):
        return False
    line = document.lines[number]
    return mark_at(document, number) is None and not any(
        starts_with(line, kind) for kind in ("byline", "home")
    )


def _grace(line: str) -> tuple[bool, int, int]:
    """Better titles are not in capitals only, have their punctuation, and their names in capitals."""
    marks = sum(not (c.isalnum() or c.isspace()) for c in line)
    return not line.isupper(), marks, sum(map(str.isupper, line))


def find_captions(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find a caption on two consecutive lines, equal or nearly, in a text that was scraped; of more equal ones the first stays."""
    lines = document.lines
    for number in document.look.alike:
        first, second, below = lines[number], lines[number + 1], number + 1
        if first == second and number and lines[number - 1] == first:
            continue  # seen with the first of them
        if first != second and (
            abs(len(first) - len(second)) > MOST_ADDED or first[:3].casefold() != second[:3].casefold()
        ):
            continue
        certainty = None if document.is_quoted(number) else _alike(first, second)
        last = _last_equal(lines, number) if first == second else below
        if certainty and _is_caption(document, number, last) and is_scraped(document):
            if _punctuation(first) < _punctuation(second):
                yield document.drop(number, "caption-again", certainty, first)
            else:
                yield from (
                    document.drop(n, "caption-again", certainty, first) for n in range(below, last + 1)
                )


def _last_equal(lines: Sequence[str], number: int) -> int:
    """Return the last of the lines that are the same as the one above each."""
    last = number
    while last + 1 < len(lines) and lines[last + 1] == lines[number]:
        last += 1
    return last


def _punctuation(line: str) -> int:
    return sum(not (c.isalnum() or c.isspace()) for c in line)


def _alike(first: str, second: str) -> Certainty | None:
    if first == second:
        return "A" if _real_words(first) >= 4 else None
    left, right = words(first.casefold()), words(second.casefold())
    if len(left) < 4:
        return None
    if left == right:
        return "B"
    changed = set(left) ^ set(right)
    if len(left) < 11 or len(changed) != 1 or any(c.isdigit() for word in changed for c in word):
        return None
    return "B"


def _is_caption(document: Document, number: int, last: int) -> bool:
    """Tell whether lines are a caption: they stand in no stanza, and a paragraph stands near."""
    line, beside = document.lines[number], (number - 1, last + 1)
    if any(n >= 0 and _is_verse(document, n, ()) and document.lines[n] != line for n in beside):
        return False
    return _prose_near(document, number, last)


def _prose_near(document: Document, number: int, last: int, reach: int = 6) -> bool:
    beside = (
        *range(max(number - reach, 0), number),
        *range(last + 1, min(last + 1 + reach, len(document.lines))),
    )
    return any(document.is_paragraph(n) for n in beside if document.lines[n])


def find_glued(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find a title or caption of the same text glued into a sentence."""
    text = document.text
    again = [title for title in likely_titles(document) if text.count(title) > 1]  # each is a line, too
    found = [glued for title in again for glued in _glued(text, title)]
    real = frozenset(titles(document)) if found else ()
    return (glued for glued in found if glued.evidence in real)


def _glued(text: str, title: str) -> Iterator[Artefact]:
    if len(title.split()) >= 4:
        place = text.find(title)
        while place >= 0:
            end = place + len(title)
            before, after = text[place - 1 : place], text[end : end + 1]
            left, right = before.isalnum(), after.isalnum()
            if left != right and "\n" not in (before, after) and before and after:
                cut = end + 1 if left and after == " " else end
                wanted = " " if left else ""
                yield Artefact(place, cut, "title-glued", wanted, "B", title)
            place = text.find(title, end)
