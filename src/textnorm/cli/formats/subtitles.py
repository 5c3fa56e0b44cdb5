r"""Subtitles: SubRip (.srt), WebVTT (.vtt) and SubStation Alpha (.ass, .ssa).

The words that are shown are texts; times, numbers and names of cues, styles, comments, tags and drawings are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm.cli.formats.base import Asked
from textnorm.cli.formats.spliced import PLAIN, Fault, Group, Spliced, between

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_CUE_MARKUP = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}|&#?\w{1,10};|\\[Nnh]")
_ASS_MARKUP = re.compile(r"\{[^{}\n]{0,1000}\}|\\[Nnh]")
#: what turns drawing on and off inside an override block
_DRAWING = re.compile(r"\\p(\d+)")
#: a number or a time as far as it goes, with the beginning of an arrow
_PART = re.compile(r"\d[\d:.,]{0,20}(?:[ \t]{0,9}-{1,2})?")
#: fields before the text of a dialogue, where no Format line says so
_FIELDS = 9


def make(name: str, asked: Asked) -> Spliced:
    """Return the format that the flags ask for."""
    if name == "ass":
        return Spliced(find_dialogues, PLAIN, asked.errors, find_short)
    return Spliced(find_cues, PLAIN, asked.errors, find_cut)


def find_cues(text: str) -> Iterator[Group]:
    r"""Find the texts of SubRip and WebVTT: the lines between a line of times and a blank one.

    >>> text = "1\n00:00:01,000 --> 00:00:02,000\n<i>One</i> two\nthree\n\nNOTE no cue\n"
    >>> [[text[a:b] for a, b in group] for group in find_cues(text)]
    [['One', ' two', 'three']]
    """
    group: Group = []
    inside = False
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip():
            if group:
                yield group
            group, inside = [], False
        elif "-->" in line:
            inside = True
        elif inside:
            group += between(text, start, end, _CUE_MARKUP)
    if group:
        yield group


def find_dialogues(text: str) -> Iterator[Group]:
    r"""Find the texts of SubStation Alpha: the last field of each dialogue.

    >>> text = "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\i1}One{\\i0}, two\\Nthree\n"
    >>> [[text[a:b] for a, b in group] for group in find_dialogues(text)]
    [['One', ', two', 'three']]
    """
    for _, end, parts, fields in _dialogues(text):
        if len(parts) > fields and (group := _spoken(text, end - len(parts[-1]), end)):
            yield group


def _dialogues(text: str) -> Iterator[tuple[int, int, list[str], int]]:
    """Yield where each dialogue starts and ends, its fields, and how many stand before the text."""
    fields = _FIELDS
    for start, end in _lines(text):
        line = text[start:end]
        if line.startswith("Format:") and "Text" in line:
            fields = line.count(",")
        if line.startswith("Dialogue:"):
            yield start, end, line.split(",", fields), fields


def find_cut(text: str) -> Iterator[Fault]:
    r"""Find a last cue that was cut in its number or its times.

    >>> cue = "1\n00:00:01,000 --> 00:00:02,000\n1404\n\n"
    >>> list(find_cut(cue)), list(find_cut(cue + "2\n")), list(find_cut(cue + "2\n00:00:03,000 --> 00:0"))
    ([], [(38, 'a cue without its times')], [(40, 'a cue without its times')])
    """
    block: list[tuple[int, str]] = []
    between_cues = True
    for start, end in _lines(text):
        line = text[start:end].strip()
        if line and between_cues:
            block.clear()
        if line:
            block.append((start, line))
        between_cues = not line
    if block and all(_PART.fullmatch(line) for _, line in block):
        yield block[0][0], "a cue without its times"
    elif block:
        start, line = block[-1]
        first, arrow, second = line.partition("-->")
        if arrow and _PART.fullmatch(first.strip()) and len((second.split() or [""])[0]) < len(first.strip()):
            yield start, "a cue without its times"


def find_short(text: str) -> Iterator[Fault]:
    r"""Find dialogues of fewer fields than the format says.

    >>> list(find_short("[Events]\nDialogue: 0,0:00:01.00,0:00"))
    [(9, 'fewer fields than a dialogue has')]
    """
    for start, _, parts, fields in _dialogues(text):
        if len(parts) <= fields:
            yield start, "fewer fields than a dialogue has"


def _spoken(text: str, start: int, end: int) -> Group:
    """Return the pieces that are no drawing."""
    group: Group = []
    at, drawing = start, False
    for match in _ASS_MARKUP.finditer(text, start, end):
        if match.start() > at and not drawing:
            group.append((at, match.start()))
        at = match.end()
        if switches := _DRAWING.findall(match[0]):
            drawing = int(switches[-1]) > 0
    if end > at and not drawing:
        group.append((at, end))
    return group


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends, without its line end."""
    for match in _LINE.finditer(text):
        yield match.start(), match.start() + len(match[0].rstrip("\r\n"))
