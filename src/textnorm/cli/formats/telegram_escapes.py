r"""Read what Telegram Desktop writes for control characters: ``\x0B``, which JSON does not know, is ``\u000B``."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)


def repaired_escapes(text: str) -> str:
    r"""Write ``\x0B`` as JSON writes it; what only looks like it, behind a backslash of its own, stays.

    >>> print(repaired_escapes(r'"a\x0Bb \\x0B"'))
    "a\u000Bb \\x0B"
    """
    if "\\x" not in text:
        return text
    return _ESCAPE.sub(lambda match: f"\\u00{match[1]}" if match[1] else match[0], text)
