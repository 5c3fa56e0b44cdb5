"""Protected spans of a line: what no rule may touch, such as addresses, code, markup, file names and emoji."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..lazy import lazy_pattern
from .structures import may_hold_structure, structures
from .verse_lines import may_hold_verse, verse_gap

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}"
#: what no address but a path of Windows goes on behind, in brackets of a pattern
PATH_END = r"\s<>\"«»،؛؟`"
#: what a name of letters of any script is made of: those of a file, a folder, a host
_NAME = f"[\\w{ARABIC_MARKS}\u200c~%+-]"
#: what an address with a sign at its head stands behind only as a part of a word, in brackets of a pattern
_WRITTEN_ON = f"\\w{ARABIC_MARKS}"
#: each kind of span that no rule may touch, tried in this order at each place
PROTECTED = {
    "code": r"``(?:[^`\n]|`(?!`)){1,2000}``|`[^`\n]{1,2000}`",
    "tag": r"</?(?:[A-Za-z][A-Za-z0-9:-]{0,40}(?:\s[^<>]{0,2000})?|[0-9]{1,3})/?>|<!--[^<>]{0,2000}-->",
    "url": rf"[A-Za-z][A-Za-z0-9+.-]{{1,20}}://[^{PATH_END}]+|(?:mailto|tel|data|javascript):[^{PATH_END}]+|www\.[^{PATH_END}]+",
    "email": rf"(?:[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}|[A-Za-z0-9][\w.+-]{{0,63}}"
    rf"|(?<![{_WRITTEN_ON}.])[{ARABIC_LETTERS}][{ARABIC_LETTERS}\d_.+-]{{0,63}})"
    rf"@(?:{_HOST}|{_NAME}{{1,63}}\.[A-Za-z]{{2,24}})",
    "bare-url": rf"(?<![A-Za-z0-9@]){_HOST}(?::\d{{1,5}})?(?:[/?#][^{PATH_END}]*)?",
    "handle": rf"(?<![{_WRITTEN_ON}])@[\w.\u200c]{{1,60}}",
    "hashtag": rf"#[\w{ARABIC_MARKS}\u200c]{{1,140}}",
    "windows-path": r"(?<![A-Za-z0-9])[A-Za-z]:\\[^\s\"«»<>|?*]*|\\\\[A-Za-z0-9][^\s\"«»<>|?*]*",
    "request": rf"(?<![{_WRITTEN_ON}/])/{_NAME}{{1,80}}(?:/[\w.~@%+\u200c-]{{0,80}}){{0,40}}\?{_NAME}{{1,80}}=[^{PATH_END}]*",
    "unix-path": rf"(?<![{_WRITTEN_ON}/])(?:~|\.{{1,2}})?/(?=[A-Za-z0-9_.])[A-Za-z0-9_.~@%+/-]*"
    rf"(?:(?<=/){_NAME}[\w.~@%+/\u200c-]*)?"
    rf"|(?<![{_WRITTEN_ON}/])(?:~|\.{{1,2}})?/{_NAME}{{1,80}}(?:/[\w.~@%+\u200c-]{{0,80}}){{1,40}}|\.{{1,2}}/{_NAME}{{1,80}}",
    "file-name": rf"(?<![\w.\u200c/])[{ARABIC_LETTERS}]{_NAME}{{0,80}}(?:\.{_NAME}{{1,80}}){{0,3}}"
    r"\.(?:[a-z][a-z0-9]{1,4}|[A-Z][A-Z0-9]{1,4}|[a-z]7z)(?![\w.]*\w)",
    "relative-path": rf"(?<![\w/.\u200c]){_NAME}{{1,80}}(?:/{_NAME}{{1,80}}){{1,20}}\.(?:[a-z][a-z0-9]{{0,4}}|[A-Z]{{2,4}})(?![\w.]*\w)(?::\d+)?",
    "iso-date": r"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])",
    "ip": r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?![\d.])",
    "version": r"(?<![\w.])[vV]?[0-9]{1,6}(?:\.[0-9]{1,6}){2,6}(?:[-+.][0-9A-Za-z.+-]{1,40})?",
    "time": r"\d{1,2}:\d{2}(?::\d{2})?",
    "emoji": "[0-9#*]\ufe0f?\u20e3|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u231a-\u2328\u232b-\u23ff\u00a9\u00ae\u203c\u2049\u3030]"
    "(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    "|\u200d[\U0001f000-\U0001faff\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff])*",
}


_PROTECTED = lazy_pattern("|".join(f"(?:{pattern})" for pattern in PROTECTED.values()))


#: no span but a structure is protected without one of these
PROTECTED_HINT = lazy_pattern(
    "[-@#`<\\\\/:.\u00a9\u00ae\u200d\u203c\u2049\u20e3\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u3030\ufe0f\U0001f000-\U0001faff]"
    r"(?:(?<![-:.])|(?=[\dA-Za-z/\\]))"
)
_SPACED = lazy_pattern(f"{PROTECTED['code']}|{PROTECTED['tag']}")
_INK = lazy_pattern(r"[^\s`<]+")
_TRAILING = ".,;:!?'\""


def protected(line: str) -> Iterator[tuple[int, int]]:
    """Yield the protected spans of a line, in order; where two meet, the one that begins first stays."""
    found: Iterable[tuple[int, int]] = _in_words(line)
    gap = verse_gap(line) if may_hold_verse(line) else None
    if gap is not None:
        found = sorted([*found, gap], key=_place)
    elif may_hold_structure(line):
        words = list(found)
        code = [span for span in words if line[span[0]] == "`"]
        found = sorted([*words, *structures(line, code)], key=_place)
    at = 0
    for start, end in found:
        if start >= at:
            yield start, end
            at = end


def _place(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _in_words(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans that a pattern knows. Only words with a hint in them are looked at."""
    at = 0
    while (hint := PROTECTED_HINT.search(line, at)) is not None:
        place = hint.start()
        if line[place] in "`<":
            span = _SPACED.match(line, place)
            if span is not None:
                yield span.span()
            at = span.end() if span is not None else place + 1
        else:
            start = _word_start(line, at, place)
            word = _INK.match(line, start)
            at = word.end() if word is not None else place + 1
            yield from _in_word(line, start, at)


def _word_start(line: str, floor: int, place: int) -> int:
    while place > floor and not line[place - 1].isspace() and line[place - 1] not in "`<":
        place -= 1
    return place


def _in_word(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _PROTECTED.finditer(line, start, end):
        first = match.start()
        last = first + len(_untrailed(match[0]))
        if last - first > 1 or (last > first and not line[first].isascii()):
            yield first, last


def _untrailed(span: str) -> str:
    """Return a URL without the sentence's punctuation after it, nor a bracket that opened before it."""
    closing = span.count(")") - span.count("(")
    end = len(span)
    while end and (span[end - 1] in _TRAILING or (span[end - 1] == ")" and closing > 0)):
        end -= 1
        closing -= span[end] == ")"
    return span[:end]


def is_address(span: str) -> bool:
    """Return whether a span ends in an address that readers would find in the text.

    >>> is_address("https://a.ir/x"), is_address("(https://a.ir/x)"), is_address("`https://a.ir/x`")
    (True, False, False)
    """
    if "://" not in span and "www." not in span:
        return False
    word = span.split()[-1]
    return ("://" in word or word.startswith("www.")) and word[-1] not in "`>)"
