"""PDF files: their text is read, repaired and given to the command; nothing is written back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import textnorm
from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.whole_files import LARGEST_DOCUMENT, whole_input
from textnorm.cli.messages import Failure

_ADVICE = (
    "a PDF file: pip install 'textnorm-fa[pdf]' reads it, or pipe it from a reader:"
    " pdftotext FILE - | textnorm tidy --source pdf"
)


class Pdf(NamedTuple):
    """A whole PDF file; it needs the extra ``pdf``."""

    reflow: bool = False

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        yield Chunk(whole_input(stream, LARGEST_DOCUMENT, "document"), source)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = edit(self._text(chunk)).rstrip("\n")
        return Result(f"{text}\n".encode() if text else b"", changed=True)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        yield Text(self._text(chunk), chunk.line)

    def _text(self, chunk: Chunk) -> str:
        try:
            read = textnorm.pdf_to_text(chunk.data)
        except textnorm.PdfExtraMissing:
            raise Failure(_ADVICE) from None
        except ValueError as error:
            raise Failure(str(error)) from None
        options = textnorm.ExtractedOptions(source="pdf", reflow=self.reflow)
        return textnorm.repair_extracted(read, options).replace("\f", "\n\n")


def make(name: str, asked: Asked) -> Pdf:
    """Return the format that the flags ask for."""
    if asked.in_place:
        raise Failure("a PDF file is read and not written back; use -o")
    return Pdf(asked.reflow)
