"""Pages of HTML that hold broken bytes: read as browsers show them, and that is said."""

from __future__ import annotations

import io
import re
from typing import BinaryIO

from textnorm.cli.io.detect import persian
from textnorm.cli.io.encodings import Encoding
from textnorm.cli.io.whole_files import LARGEST_PAGE, whole_input
from textnorm.cli.messages import say

_TAG = re.compile(rb"<(?:!doctype|html|head|meta|title|body|div|p|a|table|span|h[1-6])\b", re.IGNORECASE)
#: a page has no more NUL bytes than one in this number
_RARE = 100
_UTF8, _ARABIC = "utf-8", "cp1256"
#: what bytes that are none of UTF-8 are decoded to
_ESCAPED = re.compile("[\udc80-\udcff]+")
_STRICT = "--errors strict refuses such a page"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def is_page(head: bytes) -> bool:
    r"""Tell whether bytes among which there are NUL bytes are a page nevertheless: they hold tags, and few of those.

    >>> is_page(b"<p>" + b"x" * 200 + b"\0"), is_page(b"\x89PNG\0\0\0\rIHDR"), is_page(b"<p>\0\0\0")
    (True, False, False)
    """
    return head.count(0) * _RARE <= len(head) and _TAG.search(head) is not None


def page_as_utf8(stream: BinaryIO, encoding: Encoding, source: str) -> BinaryIO:
    """Return a stream of a page without its byte order mark, as UTF-8."""
    data = whole_input(stream, LARGEST_PAGE, "page")[len(encoding.bom) :]
    name = _UTF8 if encoding.name == "ascii" else encoding.name
    return io.BytesIO(page_text(data, name, source).encode(_UTF8, "replace"))


def page_text(data: bytes, encoding: str, source: str) -> str:
    """Return a page as text; NUL bytes go, and bytes that are none of its encoding become U+FFFD, which is said.

    In UTF-8 those that are Persian in windows-1256 are read so: a template and what it is filled with are not always of one
    encoding. UTF-16 has NUL bytes that are no fault.
    """
    if not encoding.startswith(("utf-16", "utf-32")) and (count := data.count(0)):
        say(f"{source}: {count} NUL byte{'s' if count > 1 else ''} left out, as browsers do; {_STRICT}")
        data = data.replace(b"\0", b"")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        text, shown = _mended(data, encoding)
        say(f"{source}: not {encoding} from byte {error.start} on in places, {shown}; {_STRICT}")
        return text


def _mended(data: bytes, encoding: str) -> tuple[str, str]:
    """Return what a page with broken bytes is, and how these are shown."""
    if encoding != _UTF8:
        return data.decode(encoding, "replace"), "which is shown as U+FFFD"
    text = data.decode(_UTF8, "surrogateescape")
    broken = "".join(_ESCAPED.findall(text)).encode(_UTF8, "surrogateescape")
    if persian(broken):
        return _ESCAPED.sub(_as_arabic, text), "where it is Persian as windows-1256"
    return _ESCAPED.sub(_REPLACEMENT, text), "which is shown as U+FFFD"


def _as_arabic(run: re.Match[str]) -> str:
    return run[0].encode(_UTF8, "surrogateescape").decode(_ARABIC, "replace")
