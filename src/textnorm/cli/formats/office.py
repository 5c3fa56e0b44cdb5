"""Documents of Word (.docx) and workbooks of Excel (.xlsx): texts are edited, every other part stays byte for byte.

Both are archives of XML. No library is needed to find texts in them, and none keeps so much: those that read
a workbook into objects lose the charts and pictures they do not know when they write it again.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.formats.spliced import XML, Group, splice
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.encodings import decode
from textnorm.cli.io.line_chunks import LONGEST_RECORD
from textnorm.cli.messages import Failure

#: the parts that hold texts, and the element that holds one text: a paragraph, a string
_PARTS = {
    "docx": (re.compile(r"word/(?:document\d*|footnotes|endnotes|comments|header\d*|footer\d*)\.xml"), "p"),
    "xlsx": (re.compile(r"xl/(?:sharedStrings|worksheets/sheet\d+)\.xml"), "(?:si|is)"),
}
#: most bytes that an archive may hold when it is unpacked
_MOST = 1 << 30
#: a text, or how a word is read aloud, which is none; formulas are written with ``m:t``
_TEXT = re.compile(
    r"<(?:\w{1,20}:)?rPh\b.{0,4000}?</(?:\w{1,20}:)?rPh>|<((?:(?!m:)\w{1,20}:)?t)(?:\s[^<>]{0,200})?>([^<]+)</\1>",
    re.DOTALL,
)
#: any text, an empty one too: the same number of them before an edit and after it
_ELEMENT = re.compile(r"<((?:\w{1,20}:)?t)(\s[^<>]{0,200})?>([^<]*)</\1>")


def make(name: str, asked: Asked) -> Office:
    """Return the format that the flags ask for."""
    return Office(name, asked.errors)


class Office(NamedTuple):
    """An archive; each of its parts that holds texts is a chunk."""

    name: str
    errors: str = "strict"

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        with _open(self.name, stream) as archive:
            for info in self._parts(archive):
                yield Chunk(archive.read(info), source, context=(info.filename,))

    def _parts(self, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > _MOST:
            raise Failure(f"more than {_MOST >> 20} MB when it is unpacked")
        wanted = _PARTS[self.name][0].fullmatch
        parts = [info for info in infos if wanted(info.filename)]
        if len({info.filename for info in infos}) < len(infos):
            raise Failure("holds several parts of one name")
        if not parts:
            raise Failure(f"no {self.name} file: it holds no part with text")
        if any(info.file_size > LONGEST_RECORD for info in parts):
            raise Failure(f"a part of more than {LONGEST_RECORD >> 20} MB")
        return parts

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = self._xml(chunk)
        edited = _with_spaces_kept(text, splice(text, self._groups(text), XML, edit))
        return Result(edited.encode(), edited != text)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        text = self._xml(chunk)
        for number, group in enumerate(self._groups(text), 1):
            yield Text("".join(XML.read(text[a:b]) for a, b in group), number, in_record=True)

    def _xml(self, chunk: Chunk) -> str:
        text = decode(chunk, self.errors)
        if "<!DOCTYPE" in text[:2000] or "<!ENTITY" in text[:2000]:
            raise Failure("declares entities of its own, which no document needs: refused")
        return text

    def _groups(self, text: str) -> Iterator[Group]:
        """Yield the places of each text."""
        ends = re.compile(rf"</(?:\w{{1,20}}:)?{_PARTS[self.name][1]}>")
        at = 0
        for end in ends.finditer(text):
            if group := [match.span(2) for match in _TEXT.finditer(text, at, end.start()) if match[2]]:
                yield group
            at = end.end()

    def sink_of(self, stream: BinaryIO) -> Callable[[BinaryIO], Any]:
        """Return what writes an archive like this one with other texts."""
        if not isinstance(stream.name, str):
            raise Failure(f"a {self.name} file is read twice: name the file")
        return partial(Sink, self, stream.name)


class Sink:
    """Takes the parts with texts in their order, and copies all others."""

    def __init__(self, format_: Office, source: str, stream: BinaryIO) -> None:
        self._from = _open(format_.name, source)
        self._waiting = [info.filename for info in format_._parts(self._from)]
        self._to = zipfile.ZipFile(stream, "w")
        self._written: dict[str, bytes] = {}

    def write(self, data: bytes) -> None:
        """Take one part; the encoder's empty last word is none."""
        if self._waiting and data:
            self._written[self._waiting.pop(0)] = data

    def close(self) -> None:
        """Write the archive; the stream below stays open."""
        with self._from, self._to:
            for info in self._from.infolist():
                data = self._written.get(info.filename)
                self._to.writestr(info, self._from.read(info) if data is None else data)


def _with_spaces_kept(before: str, after: str) -> str:
    """Return *after* with the mark by which Word and Excel show a space at the edge of a text, where an edit put one there."""
    if after == before:
        return after
    output: list[str] = []
    at = 0
    for old, new in zip(_ELEMENT.finditer(before), _ELEMENT.finditer(after), strict=True):
        is_new = any(new[3][edge].isspace() > old[3][edge].isspace() for edge in (slice(1), slice(-1, None)))
        if is_new and "xml:space" not in (new[2] or ""):
            output += after[at : new.end(1)], ' xml:space="preserve"'
            at = new.end(1)
    return "".join([*output, after[at:]])


def _open(name: str, stream: BinaryIO | str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError) as error:
        raise Failure(f"no whole {name} file: {error}") from None
