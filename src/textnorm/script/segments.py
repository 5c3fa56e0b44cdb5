"""Cut text into Persian runs, Latin runs, protected spans and words of other languages.

Every rule for Persian sees Persian runs only, so no rule's author has to think about URLs, code or
Urdu. Neutral characters (spaces, digits, punctuation) belong to the run around them: the digits of
``Python 3.11`` are Latin, those of ``سال 1402`` are Persian. Joining the segments gives the text back.

One line is cut at a time, save for fenced code; a line that holds no Latin letter, no mark of a
protected span and no foreign letter is Persian as a whole, and that is found with two fast scans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from ..chars import (
    ARABIC_DIGITS,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    BIDI_CONTROLS,
    BIDI_MARKS,
    FOREIGN_LETTERS,
    INVISIBLE,
    NOT_SIGN,
    ODD_SPACES,
    PERSIAN_DIGITS,
    SHORT_VOWELS,
)
from ..lazy import lazy_pattern
from .languages import (
    VOCALISED,
    count_signs,
    has_foreign_letter,
    is_persian,
    is_vocalised,
    may_be_arabic,
)

Kind = Literal["persian", "latin", "protected", "other"]


class Segment(NamedTuple):
    """A piece of a text: its kind and its place, in code points of the text."""

    kind: Kind
    start: int
    end: int


# --- protected spans -----------------------------------------------------------------------------------
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}"
_PATH_END = r"\s<>\"«»،؛؟`"
#: each kind of span that no rule may touch, tried in this order at each place
PROTECTED = {
    "code": r"``[^`\n]{1,2000}``|`[^`\n]{1,2000}`",
    "tag": r"</?[A-Za-z][A-Za-z0-9:-]{0,40}(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->",
    "url": rf"[A-Za-z][A-Za-z0-9+.-]{{1,20}}://[^{_PATH_END}]+|(?:mailto|tel|data|javascript):[^{_PATH_END}]+",
    "email": rf"[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}@{_HOST}",
    "bare-url": rf"(?<![A-Za-z0-9@]){_HOST}(?::\d{{1,5}})?(?:[/?#][^{_PATH_END}]*)?",
    "handle": r"(?<![A-Za-z0-9])@[A-Za-z0-9_.]{1,60}",
    "hashtag": rf"#[\w{ARABIC_MARKS}\u200c]{{1,140}}",
    "windows-path": r"(?<![A-Za-z0-9])[A-Za-z]:\\[^\s\"«»<>|?*]*|\\\\[A-Za-z0-9][^\s\"«»<>|?*]*",
    "unix-path": r"(?<![\w/])(?:~|\.{1,2})?/(?=[A-Za-z0-9_.])[A-Za-z0-9_.~@%+/-]*",
    "iso-date": r"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])",
    "ip": r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?![\d.])",
    "version": r"(?<![\w.])[vV]?[0-9]{1,6}(?:\.[0-9]{1,6}){2,6}(?:[-+.][0-9A-Za-z.+-]{1,40})?",
    "time": r"\d{1,2}:\d{2}(?::\d{2})?",
    "emoji": "[0-9#*]\ufe0f?\u20e3|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u231a-\u23ff\u00a9\u00ae\u203c\u2049\u3030]"
    "(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    "|\u200d[\U0001f000-\U0001faff\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff])*",
}


@cache
def _protected_pattern() -> re.Pattern[str]:
    """Compiled when first met: most Persian text has no such span, and it is the longest of the patterns."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in PROTECTED.values()))


#: no span is protected without one of these
PROTECTED_HINT = lazy_pattern(
    "[-@#`<\\\\/:.\u00a9\u00ae\u200d\u203c\u2049\u20e3\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u3030\ufe0f\U0001f000-\U0001faff]"
    r"(?:(?<![-:.])|(?=[\dA-Za-z/\\]))"
)
_SPACED = lazy_pattern(f"{PROTECTED['code']}|{PROTECTED['tag']}")
_INK = lazy_pattern(r"[^\s`<]+")
_TRAILING = ".,;:!?'\""
_FENCE = lazy_pattern(r"(?m)^[ \t]{0,3}(```+|~~~+)[^\n]*$")

# --- lines -----------------------------------------------------------------------------------------------
#: what can only stand in Persian or its neighbours: letters, marks, digits and punctuation of Arabic script
_ARABIC = f"\u0640{ARABIC_LETTERS}{ARABIC_MARKS}{PERSIAN_DIGITS}{ARABIC_DIGITS}،؛؟٪٫٬۔«»"
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_SIGN = lazy_pattern(f"[{_ARABIC}]")
#: any letter of another script
ALIEN = f"[^\\W\\d_\u0640\ufdfa\ufdfb{ARABIC_LETTERS}{ARABIC_MARKS}]"
#: a line of nothing but these (and without language hints) is Persian from end to end: Arabic script, ASCII that
#: begins no markup, and neutral signs. Said as what is outside them, which compiles ten times as fast.
_MIXED = lazy_pattern(
    '[^\\x00-"$-;=-?\\[\\]^_{-\u00a8\u00ab-\u00ad\u00af-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf'
    "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u2000-\u203b\u203e-\u2048\u204a-\u206f\u218a-\u218f\u2200-\u22ff\u2400-\u245f"
    "\u27c0-\u2aff\u2e00-\u2e2e\u2e30-\u3004\ud800-\uf8ff\ufb50-\ufe0e\ufe10-\uff20\uffdd-\uffff]"
)
#: what makes a line without Latin letters worth a look for protected spans: times, IPs, versions, paths
_DIGITAL = lazy_pattern(r"[-:./](?:(?<=\d[-:.])(?=\d)|(?<=/)(?=[0-9_.]))")
#: letters that make it worth asking for the language of a clause
_LANGUAGE_HINT = lazy_pattern(
    f"[{FOREIGN_LETTERS}{SHORT_VOWELS}\u0623\u0625\u0629\u0643\u0649\u064a\u06c1\u06be\u06d2\u06d5\ufb50-\ufdff\ufe70-\ufefc]"
)
#: of those, the letters for which two looks at the words of the line settle most cases
_HARD_HINT = lazy_pattern(
    f"[{FOREIGN_LETTERS}{SHORT_VOWELS}\u06c1\u06be\u06d2\u06d5\ufb50-\ufdff\ufe70-\ufefc]"
)
_CLUSTER = lazy_pattern(f"{ALIEN}(?:[^\\n{_ARABIC}]*{ALIEN})?")
WORD = lazy_pattern(
    f'[{ARABIC_LETTERS}][{ARABIC_LETTERS}{ARABIC_MARKS}{INVISIBLE}{NOT_SIGN}\u0640]*|[.!؟?؛:…«»"()\\[\\]\u06d4]'
)
#: after these a stretch of another script ends with the word
SENTENCE_END = ".!?؟:؛…"
_BIDI = BIDI_MARKS + BIDI_CONTROLS
_BLANK = frozenset(" \t\r\n\f\v" + ODD_SPACES + _BIDI)
_JOINERS = f"{INVISIBLE}{NOT_SIGN}\u0640"

_Cut = list[tuple[Kind, int, int]]  # what is not Persian in a line, sorted and disjoint


def segments(text: str) -> list[Segment]:
    """The pieces of *text*, in order; joined they are the text.

    Kinds: ``persian``, ``latin`` (any script that is not Arabic, with its digits and punctuation, and
    lines of nothing but neutral characters), ``protected`` (URL, e-mail, @handle, #tag, code, tag,
    path, IP, time, emoji) and ``other`` (words of other languages in Arabic script, vocalised Arabic).

    >>> text = "سایت example.com را با Python 3.11 نوشت"
    >>> [(s.kind, text[s.start:s.end]) for s in segments(text)]
    [('persian', 'سایت '), ('protected', 'example.com'), ('persian', ' را با '), ('latin', 'Python 3.11'), ('persian', ' نوشت')]
    """
    found: list[Segment] = []
    for kind, start, end in _cut(text):
        if found and found[-1].kind == kind and kind != "protected":
            found[-1] = Segment(kind, found[-1].start, end)
        else:
            found.append(Segment(kind, start, end))
    return found


def has_arabic(text: str) -> bool:
    """Whether *text* holds any letter, digit or mark of Arabic script: without one nothing in it is Persian."""
    return _SIGN.search(text) is not None


def persian_spans(text: str) -> list[tuple[int, int]]:
    """The Persian runs of *text*: what the rules for Persian see. Neighbouring lines make one run."""
    spans: list[tuple[int, int]] = []
    for kind, start, end in _cut(text):
        if kind == "persian":
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _cut(text: str) -> _Cut:
    found: _Cut = []
    at = 0
    for start, end in blocks(text):
        _cut_lines(text, at, start, found)
        found.append(("protected", start, end))
        at = end
    _cut_lines(text, at, len(text), found)
    return found


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Fenced code blocks, from the opening fence to the closing one (or the end of the text)."""
    if "```" not in text and "~~~" not in text:
        return
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            if "`" not in fence[0].strip().lstrip("`") or fence[1][0] == "~":
                opened = fence
        elif fence[1].startswith(opened[1]) and fence[0].strip() == fence[1]:
            yield opened.start(), fence.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(text)


def _cut_lines(text: str, start: int, stop: int, found: _Cut) -> None:
    mixed = _MIXED.search(text, start, stop) or _DIGITAL.search(text, start, stop)
    hints = _LANGUAGE_HINT.search(text, start, stop)
    at = start
    while at < stop:
        end = text.find("\n", at, stop) + 1 or stop
        if not _SIGN.search(text, at, end):
            found.append(("latin", at, end))
        elif (mixed and not is_plain(text, at, end)) or (hints and not is_surely_persian(text, at, end)):
            _fill(_cut_line(text[at:end]), at, end, found)
        else:
            found.append(("persian", at, end))
        at = end


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether nothing between *start* and *end* belongs to another script or to a protected span."""
    return not _MIXED.search(text, start, end) and not _DIGITAL.search(text, start, end)


def is_surely_persian(text: str, start: int, end: int) -> bool:
    """A quick yes for lines whose letters and words leave no doubt."""
    hint = _LANGUAGE_HINT.search(text, start, end)
    if hint is None:
        return True
    return not _HARD_HINT.search(text, hint.start(), end) and not may_be_arabic(text[start:end])


def is_persian_throughout(text: str) -> bool:
    """Whether each clause of *text*, which holds no other script, is Persian."""
    return not _other_languages(text, 0, len(text))


def _fill(cut: _Cut, base: int, end: int, found: _Cut) -> None:
    """The pieces of a line: what is not Persian, and Persian between."""
    at = base
    for kind, first, last in cut:
        if base + first > at:
            found.append(("persian", at, base + first))
        found.append((kind, base + first, base + last))
        at = base + last
    if at < end:
        found.append(("persian", at, end))


def _cut_line(line: str) -> _Cut:
    cut = _with_neutrals(line, aliens(line))
    if not _LANGUAGE_HINT.search(line) or is_surely_persian(line, 0, len(line)):
        return cut
    found: _Cut = []
    at = 0
    for item in cut:
        found += _other_languages(line, at, item[1])
        found.append(item)
        at = item[2]
    return found + _other_languages(line, at, len(line))


def aliens(line: str) -> _Cut:
    """Protected spans, and between them the stretches from one Latin letter to the last before an Arabic sign."""
    found: _Cut = []
    at = 0
    for start, end in _protected(line):
        found += [("latin", m.start(), m.end()) for m in _CLUSTER.finditer(line, at, start)]
        found.append(("protected", start, end))
        at = end
    return found + [("latin", m.start(), m.end()) for m in _CLUSTER.finditer(line, at)]


def _protected(line: str) -> Iterator[tuple[int, int]]:
    """The protected spans of a line. Only words with a hint in them are looked at."""
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
            yield from _protected_in_word(line, start, at)


def _word_start(line: str, floor: int, place: int) -> int:
    while place > floor and not line[place - 1].isspace() and line[place - 1] not in "`<":
        place -= 1
    return place


def _protected_in_word(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _protected_pattern().finditer(line, start, end):
        first = match.start()
        last = first + len(_untrailed(match[0]))
        if last - first > 1 or (last > first and not line[first].isascii()):
            yield first, last


def _untrailed(span: str) -> str:
    """A URL without the sentence's punctuation after it, nor a bracket that opened before it."""
    closing = span.count(")") - span.count("(")
    end = len(span)
    while end and (span[end - 1] in _TRAILING or (span[end - 1] == ")" and closing > 0)):
        end -= 1
        closing -= span[end] == ")"
    return span[:end]


def _with_neutrals(line: str, aliens: _Cut) -> _Cut:
    """Each alien stretch with the neutral characters that belong to it: Persian is what is left."""
    found: _Cut = []
    floor = 0  # up to here the line is shared out
    for index, (kind, start, end) in enumerate(aliens):
        found += _latin(_before(line, floor, start, index > 0), start)
        found.append((kind, start, end))
        following = aliens[index + 1][1] if index + 1 < len(aliens) else len(line)
        floor = _after(line, end, following)
        found += _latin(end, floor)
    return found


def _latin(start: int, end: int) -> _Cut:
    return [("latin", start, end)] if start < end else []


def _after(line: str, start: int, stop: int) -> int:
    """Where the neutral characters after an alien stretch end; *stop* if nothing Persian follows."""
    sign = _SIGN.search(line, start, stop)
    if sign is None:
        return stop
    blanks = [index for index in range(start, sign.start()) if line[index] in _BLANK]
    if not blanks:
        return sign.start()
    if line[blanks[0] - 1] in SENTENCE_END or line[blanks[0]] in _BIDI:
        return blanks[0]
    last = blanks[-1]
    while last > start and line[last - 1] in _BLANK:
        last -= 1
    return last


def _before(line: str, floor: int, start: int, inside: bool) -> int:
    """Where the neutral characters before an alien stretch begin; *floor* if nothing Persian precedes."""
    last = start
    while last > floor and not _SIGN.match(line, last - 1):
        last -= 1
    if last == floor:
        return floor if not inside or floor == start else start
    blanks = [index for index in range(last, start) if line[index] in _BLANK]
    if blanks:
        return (blanks[0] if line[blanks[0] - 1] in SENTENCE_END else blanks[-1]) + 1
    return last + len(line[last:start].rstrip(_JOINERS)) if line[start - 1] in _JOINERS else start


def _other_languages(line: str, start: int, end: int) -> _Cut:
    """The words of other languages between *start* and *end*, judged clause by clause."""
    found: _Cut = []
    clause: list[re.Match[str]] = []
    for word in WORD.finditer(line, start, end):
        if _LETTER.match(word[0]):
            clause.append(word)
        else:
            found += _judged(clause)
            clause = []
    return found + _judged(clause)


def _judged(clause: list[re.Match[str]]) -> _Cut:
    words = [word[0] for word in clause]
    # a clause without a hint of its own would be Persian as soon as the rest of its line is repaired
    if any(map(_LANGUAGE_HINT.search, words)) and not is_persian(words):
        return [("other", clause[0].start(), clause[-1].end())]
    vocalised = [False, *map(is_vocalised, words), False]
    return [
        ("other", word.start(), word.end())
        for index, word in enumerate(clause, 1)
        if has_foreign_letter(word[0])
        or (vocalised[index] and (vocalised[index - 1] or vocalised[index + 1]))
    ]


def language_signs(text: str) -> int:
    """How many signs of each kind the words of *text* give for its language, for `leaves_no_doubt`."""
    words = [word for word in WORD.findall(text) if _LETTER.match(word)]
    return count_signs(words) + (sum(map(is_vocalised, words)) << VOCALISED)


def has_language_hint(text: str) -> bool:
    """Whether a letter of *text* makes it worth asking for the language of its clause."""
    return _LANGUAGE_HINT.search(text) is not None


def has_hard_hint(text: str) -> bool:
    """Whether only a close look at each clause can tell its language."""
    return _HARD_HINT.search(text) is not None
