"""Mail: a message as a post, of one file (.eml) or of a folder as mbox, as Thunderbird, Gmail and lists write it."""

from __future__ import annotations

import email
import re
from collections.abc import Iterable, Iterator
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import record
from textnorm.pages.results import Post

#: the line between two messages of mbox; a line of a text that begins so has no clock
_BETWEEN = re.compile(
    rb"From (?:\S+ )?.{0,40}\d\d:\d\d(?::\d\d)?(?: [A-Z]{3,4}| [+-]\d{4})? \d{4}(?: [+-]\d{4})?\s*$"
)
_QUOTED = re.compile(rb">+From ")
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:")
_WHO = re.compile(rb"^(?:from|subject):", re.IGNORECASE | re.MULTILINE)
_WHEN = re.compile(rb"^(?:date|message-id|received|mime-version):", re.IGNORECASE | re.MULTILINE)
#: pages that browsers save as a message are pages
_PAGE = re.compile(rb"^(?:snapshot-content-location:|from: <?saved by)", re.IGNORECASE | re.MULTILINE)
_COMMA = re.compile("[,،]")
_FLAGS = re.compile("[0-9a-fA-F]{1,8}")
#: a line that goes on in the next one (RFC 3676); the line above a signature does not
_FLOWS = re.compile(r"(?<!^--) \r?\n(?!>)", re.MULTILINE)
#: what bytes are of which nothing says it, or nothing true
_CHARSETS = ("utf-8", "windows-1256")
#: what Thunderbird notes of a message that is deleted and still there
_DELETED = 0x0008


def is_mail(head: bytes) -> bool:
    """Tell whether some bytes are the beginning of mail.

    >>> is_mail(b"From: a@b.example\\nDate: x\\n\\nrain"), is_mail(b"From - Tue Feb 18 08:30:00 2020\\nX: y\\n"), is_mail(b"From: me")
    (True, True, False)
    """
    start = head.lstrip(b"\xef\xbb\xbf\r\n")
    if _BETWEEN.match(start.partition(b"\n")[0]):
        return True
    fields = start.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    is_headed = bool(_FIELD.match(fields) and _WHO.search(fields) and _WHEN.search(fields))
    return is_headed and _PAGE.search(fields) is None


def mail_posts(lines: Iterable[bytes]) -> Iterator[Post]:
    """Yield a post for each message; an answer is of the kind ``"comment"``, one that is marked as deleted ``"trash"``.

    The text is that of the HTML where a message has both; attachments and messages in a message are none of it.
    """
    for number, data in enumerate(_messages(lines), 1):
        message = _parsed(data)
        name, address = parseaddr(_said(message, "From"))
        deleted = int(_flags(message["X-Mozilla-Status"]), 16) & _DELETED
        yield record(
            "\n".join(line for part in _texts(message) for line in _lines(part)),
            _said(message, "Date"),
            _said(message, "Message-ID").strip("<>") or number,
            author=name or address,
            title=_said(message, "Subject"),
            tags=[word.strip() for word in _COMMA.split(_said(message, "Keywords"))],
            url=_said(message, "Archived-At").strip("<>"),
            kind="trash" if deleted else "comment" if message["In-Reply-To"] else "post",
        )


def _messages(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the messages of a folder, or the only one."""
    message: list[bytes] = []
    is_blank, is_folder = True, False
    for line in lines:
        if is_blank and line.startswith(b"From ") and _BETWEEN.match(line):
            if any(map(bytes.strip, message)):
                yield b"".join(message)
            message, is_folder = [], True
        else:
            message.append(line[1:] if is_folder and _QUOTED.match(line) else line)
        is_blank = not line.strip()
    if any(map(bytes.strip, message)):
        yield b"".join(message)


def _parsed(data: bytes) -> Message:
    try:
        return email.message_from_bytes(data)
    except RecursionError:  # parts in parts in parts: no reader shows what is in them
        return BytesHeaderParser().parsebytes(data.partition(b"\n\n")[0])


def _flags(value: object) -> str:
    text = str(value or "0").strip()
    return text if _FLAGS.fullmatch(text) else "0"


def _said(message: Message, name: str) -> str:
    """Return a field of a head as text, on one line."""
    try:
        pieces = decode_header(message.get(name) or "")
        text = "".join(
            _decoded(piece, charset) if isinstance(piece, bytes) else piece for piece, charset in pieces
        )
    except ValueError:
        text = str(message.get(name))
    return " ".join(text.split())


def _decoded(data: bytes, charset: str | None) -> str:
    for name in (charset, *_CHARSETS):
        try:
            return data.decode(name or "ascii")
        except (LookupError, UnicodeError):
            continue
    return data.decode("utf-8", "replace")


def _texts(message: Message) -> Iterator[Message]:
    """Yield the parts of a message that are its text: of those that say the same the HTML."""
    if message.get_content_disposition() == "attachment" or message.get_content_maintype() == "message":
        return
    if not message.is_multipart():
        if message.get_content_type() in ("text/plain", "text/html"):
            yield message
        return
    parts = [part for part in message.get_payload() if isinstance(part, Message)]
    found = [list(_texts(part)) for part in parts]
    if message.get_content_subtype() == "alternative":
        found = [texts for texts in found if any(map(_is_html, texts))] or [texts for texts in found if texts]
        found = found[-1:]
    for texts in found:
        yield from texts


def _is_html(part: Message) -> bool:
    return part.get_content_type() == "text/html"


def _lines(part: Message) -> list[str]:
    payload = part.get_payload(decode=True)
    text = _decoded(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""
    if _is_html(part):
        return _lines_of_html(text)
    if str(part.get_param("format") or "").lower() == "flowed":
        text = _FLOWS.sub(" ", text)
    return [line for line in map(str.strip, text.splitlines()) if line]


def _lines_of_html(text: str) -> list[str]:
    """Return the lines that a reader sees; without the extra ``html`` those that are hidden too."""
    from textnorm.pages.markup.tree import HtmlExtraMissing, html_to_lines

    try:
        return html_to_lines(text).splitlines()
    except HtmlExtraMissing:
        return fragment_lines(text)
