r"""Subtitles: SubRip (.srt), WebVTT (.vtt) and SubStation Alpha (.ass, .ssa).

The words that are shown are texts; times, numbers and names of cues, styles, comments, tags and drawings are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm.cli.formats.base import Asked
from textnorm.cli.formats.spliced import PLAIN, Group, Spliced, between

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_CUE_MARKUP = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}|&#?\w{1,10};|\\[Nnh]")
_ASS_MARKUP = re.compile(r"\{[^{}\n]{0,1000}\}|\\[Nnh]")
#: what turns drawing on and off inside an override block
_DRAWING = re.compile(r"\\p(\d+)")
#: fields before the text of a dialogue, where no Format line says so
_FIELDS = 9


def make(name: str, asked: Asked) -> Spliced:
    """Return the format that the flags ask for."""
    find = find_dialogues if name == "ass" else find_cues
    return Spliced(find, PLAIN, asked.errors)


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
    fields = _FIELDS
    for start, end in _lines(text):
        line = text[start:end]
        if line.startswith("Format:") and "Text" in line:
            fields = line.count(",")
        if not line.startswith("Dialogue:"):
            continue
        parts = line.split(",", fields)
        if len(parts) == fields + 1 and (group := _spoken(text, end - len(parts[-1]), end)):
            yield group


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
