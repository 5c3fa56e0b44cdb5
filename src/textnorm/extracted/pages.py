"""Several pages: lines that repeat at their edges, page numbers and form feeds are taken out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..chars import DIGITS, TO_ASCII_DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern

HEAD, NUMBER, FEED = "running-head", "page-number", "form-feed"
#: pages that must be there, lines at an edge that are looked at, and the share of pages on which a head stands
_LEAST, _EDGE, _SHARE = 3, 2, 0.6
_PAGE = lazy_pattern("[^\f]*")
_LINE = lazy_pattern("[^\n]+")
_NUMBER = lazy_pattern(
    rf"\s*+(?:صفحه|صفحهٔ|page|p\.)?\s*+[-–—|]?\s*+([{DIGITS}]{{1,4}})\s*+(?:(?:/|از|of)\s*+[{DIGITS}]{{1,4}})?\s*+[-–—|]?\s*+"
)
_DIGITS = lazy_pattern(f"[{DIGITS}]+")


class _Place(NamedTuple):
    """A line at the edge of a page."""

    page: int
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """Return the line without its numbers, by which it is known on other pages."""
        return _DIGITS.sub("0", " ".join(self.text.split()))


def find_page_lines(text: str) -> list[Edit]:
    r"""Return the edits that take out running heads, page numbers and form feeds.

    >>> page = "باد و باران\n{}\nمتن {} بود\n"
    >>> text = "\f".join(page.format(n, n * 3) for n in (1, 2, 3))
    >>> from textnorm.edits import splice
    >>> splice(text, find_page_lines(text)).split("\n")
    ['متن 3 بود', 'متن 6 بود', 'متن 9 بود', '']
    """
    if text.count("\f") + 1 < _LEAST:
        return []
    places = list(_edges(text))
    pages = 1 + max((place.page for place in places), default=0)
    edits = [
        (place.start, place.end, "", rule)
        for rule, chosen in ((HEAD, _heads(places, pages)), (NUMBER, _numbers(places)))
        for place in chosen
    ]
    taken = {edit[0] for edit in edits if edit[3] == HEAD}
    edits = [edit for edit in edits if edit[3] == HEAD or edit[0] not in taken]
    edits += [
        (at, at + 1, "" if text[at - 1 : at] in ("\n", "") else "\n", FEED)
        for at, c in enumerate(text)
        if c == "\f"
    ]
    return sorted(edits)


def _edges(text: str) -> Iterator[_Place]:
    """Yield the first and the last lines of each page."""
    for number, page in enumerate(found for found in _PAGE.finditer(text) if found[0].strip()):
        lines = [line for line in _LINE.finditer(text, *page.span()) if line[0].strip()]
        chosen = {line.start(): line for line in (*lines[:_EDGE], *lines[-_EDGE:])}
        for line in chosen.values():
            yield _Place(number, line.start(), min(line.end() + 1, page.end()), line[0])


def _heads(places: list[_Place], pages: int) -> Iterator[_Place]:
    """Yield the lines that stand at the edges of most pages, but for a number that grows with them."""
    same: dict[str, dict[int, _Place]] = {}
    for place in places:
        same.setdefault(place.key, {})[place.page] = place
    for key, found in same.items():
        if len(found) >= max(_LEAST, _SHARE * pages) and key.strip("0 .") and _grows(list(found.values())):
            yield from found.values()


def _grows(places: list[_Place]) -> bool:
    """Return whether the numbers in lines that are alike are those of their pages, or always the same."""
    for numbers in zip(*([_value(n) for n in _DIGITS.findall(place.text)] for place in places), strict=True):
        steps = {number - place.page for number, place in zip(numbers, places, strict=True)}
        if len(set(numbers)) > 1 and len(steps) > 1:
            return False
    return True


def _value(number: str) -> int:
    return int(number[:9].translate(TO_ASCII_DIGITS))


def _numbers(places: list[_Place]) -> Iterator[_Place]:
    """Yield the lines that are numbers which grow by one from page to page."""
    found: dict[int, list[tuple[int, _Place]]] = {}
    for place in places:
        number = _NUMBER.fullmatch(place.text)
        if number is not None:
            value = _value(number[1])
            found.setdefault(value - place.page, []).append((value, place))
    for same in found.values():
        if len({value for value, _ in same}) >= _LEAST:
            yield from (place for _, place in same)
