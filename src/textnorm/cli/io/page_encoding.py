"""How a page of HTML is encoded: what its bytes are first, what it declares next."""

from __future__ import annotations

import codecs
import re

from textnorm.cli.io.detect import guess, is_utf8, persian, wide

_META = re.compile(
    rb"""<meta\b[^>]{0,300}?\bcharset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z][\w.:-]{0,40})""", re.IGNORECASE
)
#: names that browsers take for a larger encoding of the same bytes
_LARGER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
#: declared by servers that do not know better
_DEFAULTS = ("cp1252", "utf-8")
#: bytes that are none of UTF-8, and characters of more than one byte; how many times more of these there are in a page of UTF-8
_BROKEN, _ABOVE_ASCII, _FEW = re.compile("[\udc80-\udcff]"), re.compile("[\x80-\ud7ff\ue000-\U0010ffff]"), 4
#: a declaration stands in the first bytes
_HEAD = 1 << 14


def page_encoding(head: bytes, sample: bytes | None = None, *, declared: str = "") -> str:
    """Return the encoding of a page without a byte order mark, by its first bytes.

    *sample* is what tells most where the first bytes are ASCII, *declared* what the server said. Bytes that are UTF-8 are UTF-8, whatever is declared; Persian in windows-1256 is seen where nothing, or the
    default of a server, is declared.

    >>> page_encoding('<meta charset="utf-8"><p>اين كتاب خوب است'.encode("cp1256"))
    'cp1256'
    >>> page_encoding("<meta charset=windows-1256><p>این کتاب".encode())
    'utf-8'
    >>> page_encoding(b"<meta http-equiv=content-type content='text/html; charset=windows-1251'><p>\\xe4\\xe0")
    'cp1251'
    """
    sample = head if sample is None else sample
    if is_utf8(sample) or _is_nearly_utf8(sample):
        return "utf-8"
    names = [name for name in (_known(declared), _declared(head)) if name]
    found = next((name for name in names if name not in _DEFAULTS), names[0] if names else "")
    if not found or found in _DEFAULTS:
        return persian(sample) or found or guess(sample)
    return found


def _is_nearly_utf8(sample: bytes) -> bool:
    """Tell whether few of the characters above ASCII are broken if bytes are read as UTF-8."""
    text = sample.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(text))
    return not wide(sample) and len(_ABOVE_ASCII.findall(text)) > _FEW * broken


def _declared(head: bytes) -> str:
    match = _META.search(head[:_HEAD])
    return _known(match[1].decode()) if match else ""


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        return ""
    # what can declare itself in ASCII is not wide
    return "" if name.startswith(("utf-16", "utf-32")) else _LARGER.get(name, name)
