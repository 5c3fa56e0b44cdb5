"""Latin words and numbers whose parts stand in reverse order: «Fi-Wi» for Wi-Fi, «js.Node» for Node.js, «8876-021».

PDFium cuts a line as it stands on the page into parts of one direction: letters of each script, digits with the signs of numbers,
and the rest. In a line with as many Persian parts as Latin ones it gives all parts from right to left, and the letters of each Latin
one from left to right. That is taken back here, and then the order of the page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..cache import BoundedCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS
from ..edits import Edit, splice
from ..lazy import lazy_pattern
from ..ruleset.extracted.order import LATIN, PAIRS, logical
from .glue import find_turned_addresses, find_turned_mail

RULE, LIKELY = "turned-part", "likely-turned-part"
_RIGHT_TO_LEFT = f"{ARABIC_LETTERS}{ARABIC_MARKS}؛؟"
_SIGNS = "-+#%$.,:/\\u00b0\\u00b1\\u2212\\u060c\\u066a-\\u066c"
#: a run without Persian letters that holds a Latin letter or a digit, with the signs of numbers at its edges
_RUN = lazy_pattern(
    f"(?<![{_SIGNS}])[{_SIGNS}]*+(?:[A-Za-z{DIGITS}]|{LATIN})(?:[^{_RIGHT_TO_LEFT}\\r\\n]*(?:[A-Za-z{DIGITS}]|{LATIN}))?[{_SIGNS}]*+"
)
#: runs of one part, which stand as they do in any order
_ONE_PART = lazy_pattern(f"[A-Za-z]++|[{DIGITS}]++(?:[.,/:٫٬][{DIGITS}]++)*+")
_PERSIAN_WORD, _LATIN_WORD = lazy_pattern(f"[{ARABIC_LETTERS}]+"), lazy_pattern(f"{LATIN}+")
#: a mark before its Persian word, as at the end of a line that stands as on the page
_EARLY = lazy_pattern(f"(?<![^ \\n])[.،:؛!؟][{ARABIC_LETTERS}]")
_MIRROR = str.maketrans({bracket: other for pair in PAIRS for bracket, other in (pair, pair[::-1])})
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
    f"(?<={_ENDS_LEFT})(([(«\\[{{‹]) )[{ARABIC_LETTERS}][^{_B}]*(\\2)(?= ?(?:[{_RIGHT_TO_LEFT}.،]|[\\r\\n]|\\Z))"
)
#: brackets that stand as they should beside a Persian word, and mirrored
_BRACKET = lazy_pattern(f"(?<=[ \\n])([()«»])[{ARABIC_LETTERS}]|[{ARABIC_LETTERS}]([()«»])(?=[ \\r\\n.،])")
#: what must be found at the least; and what an address counts that ends with its scheme
_LEAST, _OF_ADDRESS = 2, 2


def find_turned_parts(text: str) -> list[Edit]:
    """Return the edits that put the parts of Latin words and numbers in order, where an address and more show that a reader turned them.

    >>> text = "رمز -256AES را از com.example@info بپرسید"
    >>> [after for _, _, after, _ in find_turned_parts(text)]
    ['AES-256', 'info@example.com']
    >>> find_turned_parts("رمز AES-256 را از com.example@info بپرسید")
    []
    """
    addresses = find_turned_addresses(text) or find_turned_mail(text)
    return parts_in_order(text) if addresses and _is_proven(text) else []


def find_parts_of_pdf(text: str) -> list[Edit]:
    """Return the same edits, also where other words show it.

    >>> [after for _, _, after, _ in find_parts_of_pdf("نسخه 3.1.18v و رمز -256AES و Fi-Wi")]
    ['v3.1.18', 'AES-256', 'Wi-Fi']
    """
    return [(*edit[:3], LIKELY) for edit in parts_in_order(text)] if _is_proven(text) else []


def _is_proven(text: str) -> bool:
    """Return whether parts in reverse order stand in Persian lines, and none that only stands so as it is written."""
    runs = [
        run[0]
        for start, end, is_persian in _lines(text)
        if is_persian
        for run in _RUN.finditer(text, start, end)
    ]
    if any(map(_WRITTEN.search, runs)):
        return False
    signs = [sign[0] for sign in map(_REVERSED.search, runs) if sign is not None]
    found = sum(_OF_ADDRESS if "://" in sign else 1 for sign in signs) + len(find_turned_mail(text))
    return found + (found > 0 and _has_mirrored_brackets(text)) >= _LEAST


def parts_in_order(text: str, words: Sequence[Edit] = ()) -> list[Edit]:
    """Return the edits that put the parts of all Latin words and numbers in Persian lines in order, and the words of Latin lines in
    which a mark stands before its Persian word; with those of *words* that are to be turned back."""
    edits: list[Edit] = []
    turned = iter(sorted(words))
    word = next(turned, None)
    for start, end, is_persian in _lines(text):
        while word is not None and word[0] < start:
            edits.append(word)
            word = next(turned, None)
        inside: list[Edit] = []
        while word is not None and word[0] < end:
            inside.append(word)
            word = next(turned, None)
        if is_persian:
            edits += inside
            edits += _in_persian_line(text, start, end)
        elif _EARLY.search(text, start, end) is None:
            edits += inside
        else:
            moved = [(at - start, behind - start, after, rule) for at, behind, after, rule in inside]
            edits.append((start, end, logical(splice(text[start:end], moved), "joined"), RULE))
    return sorted([*edits, *([] if word is None else [word]), *turned])


def _in_persian_line(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the edits of runs, and of two like brackets that stand round a Latin one or what follows it.

    >>> line = "فایل) Word )و Go( نسخه 2( را"
    >>> splice(line, sorted(_in_persian_line(line, 0, len(line))))
    'فایل (Word) و Go (نسخه 2) را'
    """
    for run in _RUN.finditer(text, start, end):
        if _ONE_PART.fullmatch(run[0]) is None and (after := logical(_on_page(run[0]))) != run[0]:
            yield *run.span(), after, RULE
    for pair in _CLOSE_BOTH.finditer(text, start, end):
        opening = pair[1].translate(_MIRROR)
        yield pair.start(1), pair.end(2), f" {opening}" if pair[2] else opening, RULE
        yield *pair.span(3), f"{pair[1]} ", RULE
    for pair in _OPEN_BOTH.finditer(text, start, end):
        yield *pair.span(1), f" {pair[2]}", RULE
        yield *pair.span(3), pair[2].translate(_MIRROR), RULE


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where lines begin and end that hold both Persian words and Latin ones or numbers, and whether PDFium takes them for
    Persian ones: with as many Persian words as Latin ones at the least."""
    end = -1
    for first in _RUN.finditer(text):
        if first.start() < end:
            continue
        start, end = _line(text, first.start())
        persian = len(_PERSIAN_WORD.findall(text, start, end))
        if persian:
            yield start, end, persian >= len(_LATIN_WORD.findall(text, start, end))


def _line(text: str, at: int) -> tuple[int, int]:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    return start, end - (text[end - 1 : end] == "\r")


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
