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
from typing import Literal, NamedTuple

from .chars import (
    ARABIC_DIGITS,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    BIDI_CONTROLS,
    BIDI_MARKS,
    FOREIGN_LETTERS,
    INVISIBLE,
    NOT_SIGN,
    PERSIAN_DIGITS,
    SHORT_VOWELS,
)
from .languages import ARABIC_WORDS, has_foreign_letter, is_persian, is_vocalised

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
    "ip": r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?![\d.])",
    "time": r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])",
    "emoji": "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u231a-\u23ff\u00a9\u00ae\u203c\u2049\u3030]"
    "(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    "|\u200d[\U0001f000-\U0001faff\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff])*",
}
_PROTECTED = re.compile("|".join(f"(?:{pattern})" for pattern in PROTECTED.values()))
_PROTECTED_HINT = re.compile(r"[@#`<\\/]|:(?=[\d/\\])|[\dA-Za-z]\.(?=[\dA-Za-z])|(?:mailto|tel|data|javascript):|[\u00a9\u00ae\u200d\u203c-\u3030\ufe0f\U0001f000-\U0001faff]")
_TRAILING = ".,;:!?'\""
_FENCE = re.compile(r"(?m)^[ \t]{0,3}(```+|~~~+)[^\n]*$")

# --- lines -----------------------------------------------------------------------------------------------
_ARABIC_LETTER = re.compile(f"[{ARABIC_LETTERS}]")
#: a line without any of these is Persian from end to end
_MIXED = re.compile(
    f"[A-Za-z\u00c0-\u024f\u0370-\u058f\u1e00-\u1fff@#`<\\\\{FOREIGN_LETTERS}{SHORT_VOWELS}"
    "\u0643\u0649\u064a\u0623\u0625\u0629\u06c1\u06be\u06d2\u06d5\ufb50-\ufbb1\ufe70-\ufefc"
    "\u0590-\u05ff\u0700-\u074f\u0780-\u07ff\u0900-\u1cff\u2c00-\u2fff\u3040-\ua7ff\uac00-\ud7af"
    "\u200d\u2190-\u21ff\u2600-\u27bf\U00010000-\U0010ffff/:]"
)
_JOINERS = f"{INVISIBLE}{NOT_SIGN}\u0640"
_ATOM = re.compile(
    rf"(?P<persian>[{ARABIC_LETTERS}][{ARABIC_LETTERS}{ARABIC_MARKS}{_JOINERS}]*)"
    rf"|(?P<mark>[،؛؟٪٫٬۔])"
    rf"|(?P<space>\s+)"
    rf"|(?P<neutral>[\d_{ARABIC_MARKS}{_JOINERS}]+)"
    rf"|(?P<latin>[^\W\d_{ARABIC_LETTERS}{ARABIC_MARKS}][^\W\d{ARABIC_LETTERS}{ARABIC_MARKS}]*)"
    rf"|(?P<other>[^\s\w{ARABIC_MARKS}{_JOINERS}،؛؟٪٫٬۔]+|.)",
    re.DOTALL,
)
_CLAUSE_END = re.compile(r"[.!؟?؛:«»\"()\[\]\u06d4]")
_SENTENCE_END = re.compile(r"[.!؟?:؛…]['\"»)\]]*$")
_EDGE_JOINERS = f"{INVISIBLE}{NOT_SIGN}\u0640"
_LANGUAGE_HINT = re.compile(
    f"[{FOREIGN_LETTERS}{SHORT_VOWELS}\u0623\u0625\u0629\u0643\u0649\u064a\u06c1\u06be\u06d2\u06d5]"
)
_PERSIAN_SIGN = re.compile(f"[{PERSIAN_DIGITS}{ARABIC_DIGITS}،؛؟«»٪]")
_BIDI = re.compile(f"[{BIDI_MARKS}{BIDI_CONTROLS}]+")

_Atom = tuple[str, int, int]  # class letter, start, end: P O L X (strong), N (neutral), S (space)


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
    for segment in _cut(text):
        if found and found[-1].kind == segment.kind and segment.kind != "protected":
            found[-1] = Segment(segment.kind, found[-1].start, segment.end)
        else:
            found.append(segment)
    return found


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


def _cut(text: str) -> Iterator[Segment]:
    at = 0
    for start, end in _fences(text):
        yield from _cut_lines(text, at, start)
        yield Segment("protected", start, end)
        at = end
    yield from _cut_lines(text, at, len(text))


def _fences(text: str) -> Iterator[tuple[int, int]]:
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


def _cut_lines(text: str, start: int, stop: int) -> Iterator[Segment]:
    find = text.find
    at = start
    while at < stop:
        end = find("\n", at, stop) + 1 or stop
        if not _ARABIC_LETTER.search(text, at, end) and not _PERSIAN_SIGN.search(text, at, end):
            yield Segment("latin", at, end)
        elif not _MIXED.search(text, at, end):
            yield Segment("persian", at, end)
        else:
            yield from _cut_line(text[at:end], at)
        at = end


def _cut_line(line: str, base: int) -> Iterator[Segment]:
    atoms = _atoms(line)
    _mark_other_languages(line, atoms)
    kinds = _resolve(line, atoms)
    for kind, (_, start, end) in zip(kinds, atoms, strict=True):
        yield Segment(kind, base + start, base + end)


def _atoms(line: str) -> list[_Atom]:
    """The line as protected spans and, between them, words, spaces and neutral characters."""
    atoms: list[_Atom] = []
    at = 0
    if _PROTECTED_HINT.search(line):
        for match in _PROTECTED.finditer(line):
            start, end = match.start(), match.end()
            if line[start] not in "`<":
                end = start + len(_untrailed(line[start:end]))
            if end - start > 1 or not line[start].isascii():
                _words(line, at, start, atoms)
                atoms.append(("X", start, end))
                at = end
    _words(line, at, len(line), atoms)
    return atoms


def _untrailed(span: str) -> str:
    """A URL without the sentence's punctuation after it, nor a bracket that opened before it."""
    while span and (span[-1] in _TRAILING or (span[-1] == ")" and span.count("(") < span.count(")"))):
        span = span.rstrip(_TRAILING) if span[-1] != ")" else span[:-1]
    return span


_CLASS = {"persian": "P", "mark": "M", "space": "S", "latin": "L", "neutral": "N", "other": "N"}


def _words(line: str, start: int, end: int, atoms: list[_Atom]) -> None:
    for match in _ATOM.finditer(line, start, end):
        kind = _CLASS[match.lastgroup or "other"]
        if kind == "N" and _BIDI.fullmatch(match[0]):
            kind = "S"
        atoms.append((kind, match.start(), match.end()))


def _mark_other_languages(line: str, atoms: list[_Atom]) -> None:
    """Turn the class of Persian-looking words into O where they are of another language."""
    if not _LANGUAGE_HINT.search(line) and ARABIC_WORDS.isdisjoint(line.split()):
        return
    clause: list[int] = []
    for index, (kind, start, end) in enumerate(atoms):
        if kind == "P":
            clause.append(index)
        elif clause and kind == "N" and _CLAUSE_END.search(line, start, end):
            _judge(line, atoms, clause)
            clause = []
    _judge(line, atoms, clause)


def _judge(line: str, atoms: list[_Atom], clause: list[int]) -> None:
    words = [line[atoms[index][1] : atoms[index][2]] for index in clause]
    persian = is_persian(words)
    vocalised = [is_vocalised(word) for word in words]
    for position, (index, word) in enumerate(zip(clause, words, strict=True)):
        quoted = vocalised[position] and (
            (position > 0 and vocalised[position - 1]) or (position + 1 < len(words) and vocalised[position + 1])
        )
        if quoted or not persian or has_foreign_letter(word):
            atoms[index] = ("O", atoms[index][1], atoms[index][2])


_KIND: dict[str, Kind] = {"P": "persian", "M": "persian", "L": "latin", "X": "protected", "O": "other"}


def _resolve(line: str, atoms: list[_Atom]) -> list[Kind]:
    """Give each neutral atom to the run around it."""
    kinds: list[Kind] = ["latin"] * len(atoms)
    strong = [index for index, atom in enumerate(atoms) if atom[0] in "PLXO"]
    for index in strong:
        kinds[index] = _KIND[atoms[index][0]]
    bounds = [-1, *strong, len(atoms)]
    for left, right in zip(bounds, bounds[1:], strict=False):
        if right - left > 1:
            before = atoms[left][0] if left >= 0 else ""
            after = atoms[right][0] if right < len(atoms) else ""
            _share(line, atoms, kinds, left + 1, right, before, after)
    _cede_joiners(line, atoms, kinds)
    return kinds


def _share(
    line: str, atoms: list[_Atom], kinds: list[Kind], start: int, end: int, before: str, after: str
) -> None:
    """Share the neutral atoms of [start, end) between the run before and the run after."""
    if not (before or after):
        text = line[atoms[start][1] : atoms[end - 1][2]]
        kinds[start:end] = ["persian" if _PERSIAN_SIGN.search(text) else "latin"] * (end - start)
        return
    left, right = _neutral_kind(before or after), _neutral_kind(after or before)
    spaces = [index for index in range(start, end) if atoms[index][0] == "S"]
    if left == right or not before or not after or not spaces:
        same = left if before else right
        kinds[start:end] = [same] * (end - start)
    else:
        first, last = spaces[0], spaces[-1]
        head = line[: atoms[first][1]]
        middle = right if left == "persian" and _SENTENCE_END.search(head[-8:]) else left
        kinds[start:first] = [left] * (first - start)
        kinds[first:last] = [middle] * (last - first)
        kinds[last + 1 : end] = [right] * (end - last - 1)
        seam = first if middle == right else last
        kinds[last] = right
        kinds[first] = left
        kinds[seam] = "persian" if "persian" in (left, right) else "latin"
    if left == "persian" or right == "persian" or (before and after and left != "other"):
        for index in range(start, end):
            if atoms[index][0] == "M" and "other" not in (left, right):
                kinds[index] = "persian"


def _neutral_kind(strong: str) -> Kind:
    """The kind that neutral characters take from the strong run beside them."""
    return "persian" if strong == "P" else "other" if strong == "O" else "latin"


def _cede_joiners(line: str, atoms: list[_Atom], kinds: list[Kind]) -> None:
    """A ZWNJ between a Persian and a foreign letter belongs to neither rule: give it to the foreign side."""
    for index in range(len(atoms) - 1):
        kind, start, end = atoms[index]
        if kinds[index] == "persian" and kinds[index + 1] != "persian" and line[end - 1] in _EDGE_JOINERS and kind == "P":
            core = len(line[start:end].rstrip(_EDGE_JOINERS))
            atoms[index : index + 2] = [(kind, start, start + core), (atoms[index + 1][0], start + core, atoms[index + 1][2])]
