"""The 64-bit fingerprint under which the table keeps a string.

Two checksums of the same bytes, read forwards and backwards: stable over Python versions, processes and
machines, and several times faster than a cryptographic hash. Among 200,000 entries the chance that an
absent string meets a stored fingerprint is about one in 10**14.
"""

from __future__ import annotations

from zlib import crc32


def fingerprint(text: str) -> int:
    """Return the fingerprint of `text`.

    >>> fingerprint("سلام") == fingerprint("سلام")
    True
    >>> fingerprint("سلام") == fingerprint("مالس")
    False
    """
    data = text.encode("utf-8", "surrogatepass")
    return crc32(data[::-1]) << 32 | crc32(data)
