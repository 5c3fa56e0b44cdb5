"""Guess the encoding of a text that is no UTF-8 and has no byte order mark.

Persian was written in windows-1256, seldom in ISO-8859-6; a general guesser takes both for something
else. The letters that Persian uses most decide between them. Where a text is not Persian,
charset-normalizer is asked if it is installed.
"""

from __future__ import annotations

import codecs
from collections import Counter

#: letters of Persian and Arabic that make up most of any text, commonest first
_COMMON = "ايینمرهودتبشلسکكگفقخجعپزحآطصضغچظثژذأئء؟،"
_ARABIC = ("cp1256", "iso8859-6")
_MOSTLY = 0.6


def guess(sample: bytes) -> str:
    """Return the most likely encoding, always one that Python knows.

    >>> guess("این متن فارسی است".replace("ی", "ي").encode("cp1256"))
    'cp1256'
    >>> guess("متن".encode("utf-16-le") * 20)
    'utf-16-le'
    """
    if is_utf8(sample):
        return "utf-8"
    return wide(sample) or persian(sample) or _general(sample)


def persian(sample: bytes) -> str:
    """Return the encoding in which most of the sample is Persian, or nothing.

    >>> persian("اين كتاب است".encode("iso8859-6")), persian("été".encode("cp1252"))
    ('iso8859-6', '')
    """
    best = max(_ARABIC, key=lambda name: _share(sample, name))
    return best if _share(sample, best) >= _MOSTLY else ""


def is_utf8(sample: bytes) -> bool:
    """Say whether bytes are UTF-8, which may be cut at their end."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return b"\0" not in sample and not wide(sample)


def wide(sample: bytes) -> str:
    """UTF-16 shows by the same high byte, 0 or 6, in every second place."""
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        counts = Counter(high)
        if len(high) > 8 and counts[0] + counts[6] + counts[0x20] > 0.9 * len(high) and counts[0] + counts[6]:
            return name
    return ""


def _share(sample: bytes, name: str) -> float:
    """Return the share of common Persian letters among the characters above ASCII, weighed by rank."""
    letters = [character for character in sample.decode(name, "replace") if character > "\x7f"]
    weight = sum(1.0 if character in _COMMON[:18] else 0.5 for character in letters if character in _COMMON)
    return weight / len(letters) if letters else 0.0


def _general(sample: bytes) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return "cp1252"
    best = from_bytes(sample).best()
    return codecs.lookup(best.encoding).name if best else "cp1252"
