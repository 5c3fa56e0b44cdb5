"""Bytes to text: UTF-8 and byte order marks by default, other encodings by name or by guess."""

from __future__ import annotations

import codecs
import io
from typing import Any, BinaryIO, NamedTuple

from textnorm.cli.io.chunks import Chunk
from textnorm.cli.messages import Failure
from textnorm.lazy import lazy_pattern

UTF8 = "utf-8"
#: longest first: the mark of UTF-32-LE starts with that of UTF-16-LE
_BOMS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: names that mean: see the mark
_WITH_MARK = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": UTF8}
_DECLARATION = lazy_pattern(
    rb"""(<\?xml[^>]{0,100}?\bencoding\s{0,4}=\s{0,4}["'])([A-Za-z][\w.:-]{0,40})(?=["'])"""
)
#: what Python calls encodings of text and no file is written in
_NOT_FOR_FILES = ("undefined", "punycode", "idna")
#: bytes looked at to tell a binary file and to guess an encoding
SAMPLE = 1 << 16


class Encoding(NamedTuple):
    """How a file is encoded, and the byte order mark at its start."""

    name: str = UTF8
    bom: bytes = b""
    guessed: bool = False


def detect(head: bytes, asked: str | None) -> Encoding:
    """Return the encoding of a file: its byte order mark, then what was asked for, what its XML says, UTF-8."""
    for bom, name in _BOMS:
        if head.startswith(bom):
            return Encoding(name, bom)
    if asked == "auto":
        from textnorm.cli.io.detect import guess

        return Encoding(guess(head), guessed=True)
    if asked is None:
        return Encoding(_declared(head) if head.startswith(b"<?xml") else UTF8)
    name = canonical(asked)
    if name in _WITH_MARK:  # these names stand for a mark, and there is none
        from textnorm.cli.io.detect import wide

        name = (wide(head) if name == "utf-16" else "") or _WITH_MARK[name]
    return Encoding(name)


def _declared(head: bytes) -> str:
    found = _DECLARATION.match(head)
    name = canonical(found[2].decode()) if found else UTF8
    return UTF8 if name in _WITH_MARK or name.startswith(("utf-16", "utf-32")) else name


def canonical(name: str) -> str:
    """Return the name Python uses; raises :class:`Failure` for a name it does not know.

    >>> canonical("windows-1256"), canonical("UTF8")
    ('cp1256', 'utf-8')
    """
    try:
        info = codecs.lookup(name)
    except LookupError:
        raise Failure(f"unknown encoding {name!r}; try utf-8, windows-1256, utf-16 or auto") from None
    if not info._is_text_encoding or info.name in _NOT_FOR_FILES:
        raise Failure(f"{name!r} is no encoding of text")
    return info.name


def looks_binary(head: bytes, encoding: Encoding) -> bool:
    """Say whether a file is no text: NUL bytes where the encoding has none."""
    return b"\0" in head and not encoding.name.startswith(("utf-16", "utf-32"))


def as_utf8(stream: BinaryIO, encoding: Encoding, errors: str) -> BinaryIO:
    """Return the stream without its byte order mark, as UTF-8."""
    stream.read(len(encoding.bom))
    if encoding.name in (UTF8, "ascii"):
        return stream
    return io.BufferedReader(_Transcoder(stream, encoding, errors))


class _Transcoder(io.RawIOBase):
    """Reads another encoding as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: Encoding, errors: str) -> None:
        self._stream, self._name = stream, encoding.name
        self._decoder = codecs.getincrementaldecoder(encoding.name)(errors)
        self._at, self._ready, self._ended = len(encoding.bom), b"", False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready and not self._ended:
            self._fill()
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _fill(self) -> None:
        data = self._stream.read(SAMPLE)
        self._ended = not data
        waiting = len(self._decoder.getstate()[0])
        try:
            self._ready = self._decoder.decode(data, final=self._ended).encode(UTF8)
        except UnicodeDecodeError as error:
            at = self._at - waiting + error.start
            raise Failure(f"not {self._name} at byte {at}; try --encoding auto or --errors replace") from None
        except UnicodeEncodeError as error:
            raise Failure(f"a lone surrogate near byte {self._at + error.start}") from None
        self._at += len(data)


class Encoder:
    """UTF-8 of whole characters to another encoding, with one mark at the start where the encoding has one."""

    def __init__(self, encoding: Encoding) -> None:
        self._name = encoding.name
        self._codec = None if encoding.name == UTF8 else codecs.getincrementalencoder(encoding.name)()
        self._redeclares = False

    def begin(self, before: Encoding) -> None:
        """Note that a file starts, which was in another encoding or in the same."""
        self._redeclares = before.name != self._name

    def encode(self, data: bytes) -> bytes:
        """Return the next bytes of the file."""
        if self._redeclares and data:
            data, self._redeclares = _redeclared(data, self._name), False
        if self._codec is None:
            return data
        try:
            return self._codec.encode(data.decode(UTF8))
        except UnicodeEncodeError as error:
            character = f"U+{ord(error.object[error.start]):04X}"
            raise Failure(
                f"{character} cannot be written in {self._name}; use --output-encoding utf-8"
            ) from None

    def finish(self) -> bytes:
        """Return what the encoding wants at the end."""
        return b"" if self._codec is None else self._codec.encode("", final=True)


def _redeclared(data: bytes, name: str) -> bytes:
    """Return an XML file that says how it is encoded now.

    >>> _redeclared(b'<?xml version="1.0" encoding="utf-8"?>', "cp1256")
    b'<?xml version="1.0" encoding="windows-1256"?>'
    """
    if not data.startswith(b"<?xml"):
        return data
    return _DECLARATION.sub(lambda match: match[1] + _public(name).encode(), data, count=1)


def _public(name: str) -> str:
    """Return the name by which others than Python know an encoding."""
    return name.replace("cp125", "windows-125").replace("iso8859", "iso-8859")


def decode(chunk: Chunk, errors: str = "strict") -> str:
    """Decode a chunk; the error names the byte offset in the file and what to try."""
    try:
        return chunk.data.decode(UTF8, errors)
    except UnicodeDecodeError as error:
        byte = chunk.data[error.start]
        raise Failure(
            f"not UTF-8 at byte {chunk.offset + error.start} (0x{byte:02x}); "
            f"try {_advice(chunk.data)} or --errors replace",
            chunk.source,
        ) from None


def _advice(data: bytes) -> str:
    """Return what to try for bytes that are no UTF-8."""
    from textnorm.cli.io.detect import persian

    name = persian(data[:SAMPLE])
    return f"--encoding {_public(name)}, as which it is Persian," if name else "--encoding auto"
