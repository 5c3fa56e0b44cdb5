"""Edit the texts that stand between markup, and leave every other character as it is.

A format says where its texts are: groups of places, each group one text that markup cuts into pieces (a cue of
subtitles, a paragraph of a document). Here they are edited and put back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape

from textnorm.cli.formats.base import Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.encodings import decode
from textnorm.cli.io.line_chunks import LONGEST_RECORD
from textnorm.cli.io.newlines import edit_record
from textnorm.cli.messages import Failure

#: where a piece starts and ends
Place = tuple[int, int]
#: the places of one text
Group = list[Place]


class Escapes(NamedTuple):
    """How a format writes what its markup needs for itself."""

    read: Callable[[str], str]
    write: Callable[[str], str]


def _same(text: str) -> str:
    return text


def _read_xml(text: str) -> str:
    return _XML.sub(lambda match: html.unescape(match[0]), text)


PLAIN = Escapes(_same, _same)
_XML = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
#: the five entities of XML and numeric ones; no other is ever expanded
XML = Escapes(_read_xml, escape)


#: where a file is broken, and how
Fault = tuple[int, str]


def _no_faults(text: str) -> Iterable[Fault]:
    return ()


class Spliced(NamedTuple):
    """A format whose texts *find* finds; *faults* finds what is broken, as in a file that was cut: it is said, and stays."""

    find: Callable[[str], Iterable[Group]]
    escapes: Escapes
    errors: str = "strict"
    faults: Callable[[str], Iterable[Fault]] = _no_faults

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        data = stream.read(LONGEST_RECORD + 1)
        if len(data) > LONGEST_RECORD:
            raise Failure(f"more than {LONGEST_RECORD >> 20} MB; is it one file of its format?")
        yield Chunk(data, source)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = decode(chunk, self.errors)
        edited = splice(text, self.find(text), self.escapes, edit)
        broken = next(
            (f"line {fault.line}: {fault.message}" for fault in self._problems(text, chunk.line)), None
        )
        return Result(edited.encode(), edited != text, broken=broken)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        text = decode(chunk, self.errors)
        line, seen = chunk.line, 0
        for group in self.find(text):
            line, seen = line + text.count("\n", seen, group[0][0]), group[0][0]
            yield Text("".join(self.escapes.read(text[a:b]) for a, b in group), line, in_record=True)
        yield from self._problems(text, chunk.line)

    def _problems(self, text: str, line: int) -> Iterator[Problem]:
        seen = 0
        for at, message in self.faults(text):
            line, seen = line + text.count("\n", seen, at), at
            end = text.find("\n", at)
            yield Problem(line, message, text[at : len(text) if end < 0 else end].encode())


def between(text: str, start: int, end: int, markup: re.Pattern[str]) -> Group:
    """Return the places between the markup."""
    group: Group = []
    at = start
    for match in markup.finditer(text, start, end):
        if match.start() > at:
            group.append((at, match.start()))
        at = match.end()
    if end > at:
        group.append((at, end))
    return group


def splice(text: str, groups: Iterable[Group], escapes: Escapes, edit: Edit) -> str:
    """Return the text with the pieces of all groups edited; the text itself where none changes."""
    output: list[str] = []
    at = 0
    for group in (run for whole in groups for run in _runs(text, whole)):
        raw = [text[start:end] for start, end in group]
        before = [escapes.read(piece) for piece in raw]
        after = edit_pieces(before, edit)
        for (start, end), old, piece, new in zip(group, before, raw, after, strict=True):
            output += text[at:start], piece if new == old else escapes.write(new)
            at = end
    return "".join([*output, text[at:]])


#: what may stand between two pieces that are read as one: tags, but none for a break, and the seam of two strings
_SEAM = re.compile(
    r"""(?:<(?!/?(?:\w+:)?(?:br|tab|cr|sym|ptab|noBreakHyphen)\b)[^<>]*+>|\{\\[^{}]*+\}|"[ \t]*\r?\n[ \t]*")++"""
)


def _runs(text: str, group: Group) -> Iterator[Group]:
    """Cut a group where more than style stands between two pieces: a line end, a placeholder, code."""
    run: Group = []
    for place in group:
        if run and not _SEAM.fullmatch(text, run[-1][1], place[0]):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def edit_pieces(pieces: Sequence[str], edit: Edit) -> list[str]:
    """Edit the pieces of one text, which markup parts; their outer spaces carry meaning, and stay.

    An *edit* that has a method ``pieces`` sees them together, so that what it does at their borders fits.
    """
    together: Callable[[list[str]], list[str]] | None = getattr(edit, "pieces", None)
    if together is None or len(pieces) < 2:
        return [edit_piece(piece, edit) for piece in pieces]
    filled = [place for place, piece in enumerate(pieces) if piece.strip()]
    if not filled:
        return list(pieces)
    first, last = filled[0], filled[-1]
    cores = list(pieces[first : last + 1])
    start, end = len(cores[0]) - len(cores[0].lstrip()), len(cores[-1].rstrip())
    after = cores[-1][end:]
    cores[-1] = cores[-1][:end]
    before, cores[0] = cores[0][:start], cores[0][start:]
    done = together(cores)
    done[0] = before + done[0]
    done[-1] += after
    return [*pieces[:first], *done, *pieces[last + 1 :]]


def edit_piece(piece: str, edit: Edit) -> str:
    """Edit a piece without its outer spaces.

    >>> edit_piece(" a ", str.upper), edit_piece("  ", str.upper)
    (' A ', '  ')
    """
    core = piece.strip()
    if not core:
        return piece
    start = piece.index(core)
    return piece[:start] + edit_record(core, edit).strip() + piece[start + len(core) :]
