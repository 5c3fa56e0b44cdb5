"""Latin words and numbers whose parts stand in reverse order: «Fi-Wi» for Wi-Fi, «js.Node» for Node.js, «8876-021».

PDFium cuts a line as it stands on the page into parts of one direction: letters of each script, digits with the signs of numbers,
and the rest. In a line with as many Persian parts as Latin ones it gives all parts from right to left, and the letters of each Latin
one from left to right. That is taken back here, and then the order of the page.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from ..cache import BoundedCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS
from ..edits import Edit, splice
from ..lazy import lazy_pattern
from ..ruleset.extracted.order import LATIN, PAIRS, logical
from .glue import find_turned_addresses, find_turned_mail
from .hinted_patterns import hinted_pattern
from .last import last

RULE, LIKELY = "turned-part", "likely-turned-part"
_RIGHT_TO_LEFT = f"{ARABIC_LETTERS}{ARABIC_MARKS}؛؟"
_SIGNS = "-+#%$.,:/\u00b0\u00b1\u2212\u060c\u066a\u066b\u066c"
#: a run without Persian letters from a Latin letter or a digit to the last one, and the signs of numbers behind it
_LATIN = f"A-Za-z{DIGITS}"
_RUN = hinted_pattern(
    f"[{_LATIN}](?<![{_LATIN}].)(?:[^{_RIGHT_TO_LEFT}\\r\\n]*[{_LATIN}])?[{_SIGNS}]*+",
    (f"^{_LATIN}", _LATIN, None),
)
#: runs of one part, which stand as they do in any order
_ONE_PART = lazy_pattern(f"[A-Za-z]++|[{DIGITS}]++(?:[.,/:٫٬][{DIGITS}]++)*+")
_PERSIAN_WORD, _LATIN_WORD = lazy_pattern(f"[{ARABIC_LETTERS}]+"), lazy_pattern(f"{LATIN}+")
#: a mark before its Persian word, as at the end of a line that stands as on the page
_EARLY = lazy_pattern(f"(?<![^ \\n])[.،:؛!؟][{ARABIC_LETTERS}]")
_MIRROR = str.maketrans({bracket: other for pair in PAIRS for bracket, other in (pair, pair[::-1])})
_in_order: BoundedCache[str, str] = BoundedCache(lambda run: logical(_on_page(run)), 1 << 11)
#: kinds of parts by the classes of UAX #9, as PDFium takes them; all other characters stand between parts
_LEFT, _NUMBER, _OTHER = "L", "N", ""
_KINDS = {"L": _LEFT, **dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), _NUMBER)}
_kind: BoundedCache[str, str] = BoundedCache(
    lambda c: _KINDS.get(unicodedata.bidirectional(c), _OTHER), 1 << 10
)
#: what runs in either order hold: parts of addresses and versions, codes with a number, sentences
_REVERSED = lazy_pattern(
    r"://(?:https?|ftp)/?$|(?<![\w.])-\d{1,4}[A-Z]{3}|(?<![\d.])\d++(?:\.\d++){2,}+v(?!\w)|^[a-z]+ (?:[a-z]+ )+(?:The|A|An|In|This|It)\.?$"
)
_WRITTEN = lazy_pattern(
    r"(?:https?|ftp)://\w|[A-Z]{3}-\d|(?<!\w)v\d+\.\d|@[\w-]+\.[a-z]{2}|^(?:The|A|An|In|This|It) (?:[a-z]+ )+[a-z]+\.?$"
)
#: two like brackets: round what ends in Latin letters or digits, behind a word or at the start of a line; and round Persian words
#: behind Latin ones
_B, _ENDS_LEFT = r"()«»\[\]{}‹›\n", f"[A-Za-z{DIGITS}+#]"
_CLOSE_BOTH = lazy_pattern(
    f"([)»\\]}}›])(?:(?<=[{_RIGHT_TO_LEFT}].)(?= )|(?<=\\n.)|(?<=\\A.))( ?)[^ {_B}][^{_B}]*(?<={_ENDS_LEFT})( \\1)(?=[{ARABIC_LETTERS}])"
)
_OPEN_BOTH = lazy_pattern(
    f"(([(«\\[{{‹])(?<={_ENDS_LEFT}.) )[{ARABIC_LETTERS}][^{_B}]*(\\2)(?= ?(?:[{_RIGHT_TO_LEFT}.،]|[\\r\\n]|\\Z))"
)
#: brackets that stand as they should beside a Persian word, and mirrored
_BRACKET = lazy_pattern(f"(?<=[ \\n])([()«»])[{ARABIC_LETTERS}]|[{ARABIC_LETTERS}]([()«»])(?=[ \\r\\n.،])")
_MIRRORED_QUOTE = lazy_pattern(f"(?<=[\\s(])»[{ARABIC_LETTERS}]")
#: what must be found at the least; and what an address counts that ends with its scheme
_LEAST, _OF_ADDRESS = 2, 2


def find_turned_parts(text: str) -> list[Edit]:
    """Return the edits that put the parts of Latin words and numbers in order, where an address or a mirrored quotation mark calls for a look,
    and several show that a reader turned them.

    >>> text = "رمز -256AES را از com.example@info بپرسید"
    >>> [after for _, _, after, _ in find_turned_parts(text)]
    ['AES-256', 'info@example.com']
    >>> find_turned_parts("رمز AES-256 را از com.example@info بپرسید")
    []
    """
    calls = _MIRRORED_QUOTE.search(text) or find_turned_addresses(text) or find_turned_mail(text)
    return parts_in_order(text) if calls and _is_proven(text) else []


def find_parts_of_pdf(text: str) -> list[Edit]:
    """Return the same edits, also where other words show it.

    >>> [after for _, _, after, _ in find_parts_of_pdf("نسخه 3.1.18v و رمز -256AES و Fi-Wi")]
    ['v3.1.18', 'AES-256', 'Wi-Fi']
    """
    return [(*edit[:3], LIKELY) for edit in parts_in_order(text)] if _is_proven(text) else []


@last(2)
def _is_proven(text: str) -> bool:
    """Return whether parts in reverse order stand in Persian lines, and none that only stands so as it is written."""
    lines = _Lines(text)
    signs: list[str] = []
    for start, end in _runs(text):
        run = text[start:end]
        sign = _REVERSED.search(run)
        if (sign is not None or _WRITTEN.search(run)) and lines.at(start).is_persian:
            if sign is None or _WRITTEN.search(run):
                return False
            signs.append(sign[0])
    found = sum(_OF_ADDRESS if "://" in sign else 1 for sign in signs) + len(find_turned_mail(text))
    return found + (found > 0 and _has_mirrored_brackets(text)) >= _LEAST


def parts_in_order(text: str, words: Sequence[Edit] = ()) -> list[Edit]:
    """Return the edits that put the parts of all Latin words and numbers in Persian lines in order, and the words of Latin lines in
    which a mark stands before its Persian word; with those of *words* that are to be turned back.

    >>> line = "فایل) Word )و 2.1 Go( نسخه 2( را"
    >>> splice(line, parts_in_order(line))
    'فایل (Word) و Go 2.1 (نسخه 2) را'
    """
    lines = _Lines(text)
    edits = [*_of_brackets(text, lines)]
    latin: list[tuple[int, int]] = []
    for start, end in _runs(text):
        line = lines.at(start)
        if line.is_persian:
            run = text[start:end]
            if (after := _in_order[run]) != run:
                edits.append((start, end, after, RULE))
        elif (
            line.holds_both
            and (not latin or latin[-1][0] != line.start)
            and _EARLY.search(text, line.start, line.end)
        ):
            latin.append((line.start, line.end))
    return sorted([*edits, *_in_latin_lines(text, latin, sorted(words))])


def _in_latin_lines(text: str, lines: Sequence[tuple[int, int]], words: Sequence[Edit]) -> Iterator[Edit]:
    """Yield an edit for each of *lines*, with the words inside it that are to be turned back; and all other ones of these *words*."""
    number = 0
    for start, end in lines:
        first = bisect_left(words, (start,), number)
        yield from words[number:first]
        number = bisect_left(words, (end,), first)
        inside = [
            (at - start, behind - start, after, rule) for at, behind, after, rule in words[first:number]
        ]
        yield start, end, logical(splice(text[start:end], inside), "joined"), RULE
    yield from words[number:]


def _of_brackets(text: str, lines: _Lines) -> Iterator[Edit]:
    """Yield the edits of two like brackets that stand round Latin words, or round Persian ones behind these."""
    for pair in _CLOSE_BOTH.finditer(text):
        if lines.at(pair.start()).is_persian:
            opening = pair[1].translate(_MIRROR)
            yield pair.start(1), pair.end(2), f" {opening}" if pair[2] else opening, RULE
            yield *pair.span(3), f"{pair[1]} ", RULE
    for pair in _OPEN_BOTH.finditer(text):
        if lines.at(pair.start()).is_persian:
            yield *pair.span(1), f" {pair[2]}", RULE
            yield *pair.span(3), pair[2].translate(_MIRROR), RULE


class _Line(NamedTuple):
    """Where a line begins and ends, whether it holds Persian and other words, and whether PDFium takes it for a Persian one."""

    start: int
    end: int
    holds_both: bool
    is_persian: bool


class _Lines:
    """The lines of a text, asked for from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = _Line(0, -1, holds_both=False, is_persian=False)

    def at(self, place: int) -> _Line:
        """Return the line of a place: a Persian one holds as many Persian words as Latin ones at the least."""
        text, last = self._text, self._last
        if not last.start <= place <= last.end:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = len(text) if end < 0 else end
            end -= text[end - 1 : end] == "\r"
            least = max(len(_LATIN_WORD.findall(text, start, end)), 1)
            persian = len(list(islice(_PERSIAN_WORD.finditer(text, start, end), least)))
            self._last = _Line(start, end, holds_both=persian > 0, is_persian=persian == least)
        return self._last


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of more than one part begin and end, with the signs of numbers before them."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        while start and text[start - 1] in _SIGNS:
            start -= 1
        if start < run.start() or _ONE_PART.fullmatch(run[0]) is None:
            yield start, end


def _on_page(run: str) -> str:
    """Return a run as it stands on the page: other characters were turned round and mirrored until the first Latin part.

    >>> _on_page("5R EOS Canon"), _on_page("3 (CPython (Python")
    ('Canon EOS R5', 'Python (CPython) 3')
    """
    parts: list[str] = []
    is_turned = True
    for kind, characters in groupby(run, _kind.__getitem__):
        part = "".join(characters)
        is_turned = is_turned and kind != _LEFT
        parts.append(part[::-1].translate(_MIRROR) if is_turned and kind == _OTHER else part)
    return "".join(reversed(parts))


def _has_mirrored_brackets(text: str) -> bool:
    """Return whether brackets beside Persian words stand mirrored, twice and always."""
    mirrored = written = 0
    for bracket in _BRACKET.finditer(text):
        turned = bracket[1] in (")", "»") if bracket[1] else bracket[2] in ("(", "«")
        mirrored += turned
        written += not turned
    return mirrored >= _LEAST and not written
