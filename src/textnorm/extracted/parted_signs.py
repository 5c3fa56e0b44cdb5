"""Dates and addresses whose signs a reader gave apart from them: «۱۴۰۱۰۹۱۵ //» for ۱۴۰۱/۰۹/۱۵, `.info@example ir`.

LibreOffice draws the signs between digits or Latin letters of a right-to-left line by themselves; pypdf gives them before or
behind what they part, all together.
"""

from __future__ import annotations

import re

from ..chars import ARABIC_LETTERS, DIGITS, TO_ASCII_DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern
from .hinted_patterns import hinted_pattern

RULE = "parted-signs"
_DATE = hinted_pattern(
    f"([{DIGITS}](?<![{DIGITS}].)[{DIGITS}]{{3}})([{DIGITS}]{{2}})([{DIGITS}]{{2}})(?: ?//(?![/\\w])|(?<=(?<![:/])// .{{8}})(?!\\w))",
    (f"^{DIGITS}", DIGITS, DIGITS),
)
_VALID = lazy_pattern(r"(?:1[234]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_PART = "[A-Za-z0-9/?=&#%_+~-]"
#: its signs in the order of the page, which may be glued to the word before them, and an address with as many spaces in it
_ADDRESS = hinted_pattern(
    f"[.:](?:(?<=[\\s–—].)|(?<=^.)|(?<=[{ARABIC_LETTERS}].)(?! ))([.:]{{0,4}}) ?((?:https?|ftp|www|[A-Za-z0-9_+-]+@[A-Za-z0-9-]+)(?: {_PART}+)+)(?![A-Za-z0-9@:])",
    ("\\s–—", ".:", " .:A-Za-z0-9_+-"),
    (ARABIC_LETTERS, ".:", ".:A-Za-z0-9_+-"),
)
#: one of these stands in each of them
_HINTS = hinted_pattern("@| //|www ", (None, "@", None), (None, " ", "/"), (None, "w", "w"))
_SLASHES = hinted_pattern(" //|// ", (None, " ", "/"), (None, "/", "/"))
#: the schemes of addresses, behind which a colon stands
_SCHEME = lazy_pattern("(?:https?|ftp) //")


def find_parted_signs(text: str) -> list[Edit]:
    """Return the edits that set the signs of dates and addresses where they belong.

    >>> [after for *_, after, _ in find_parted_signs("مورخ ۱۴۰۱۰۹۱۵ // در .info@example ir و .: https //example com/a")]
    ['۱۴۰۱/۰۹/۱۵', 'info@example.ir', 'https://example.com/a']
    >>> find_parted_signs("کد ۱۴۰۱۰۹۱۵ و www example ir")
    []
    """
    edits: list[Edit] = []
    if _SLASHES.is_found(text):
        edits += [
            (*_span(date), f"{date[1]}/{date[2]}/{date[3]}", RULE)
            for date in _DATE.finditer(text)
            if _VALID.fullmatch((date[1] + date[2] + date[3]).translate(TO_ASCII_DIGITS))
        ]
    if _HINTS.is_found(text):
        edits += [
            (address.start(), address.start() + len(found[0]), found[1], RULE)
            for address in _ADDRESS.finditer(text)
            if (found := _whole(address)) is not None
        ]
    return sorted(edits)


def _span(date: re.Match[str]) -> tuple[int, int]:
    """Return where a date and its signs stand, which may be before it."""
    return (date.start(), date.end()) if date[0].endswith("/") else (date.start() - len("// "), date.end())


def _whole(address: re.Match[str]) -> tuple[str, str] | None:
    """Return what an address and its signs are as read, and with the signs in it; None where they are none of its own."""
    signs = (address[0][0] + address[1])[::-1]
    parts = address[2].split(" ")
    if (
        len(parts) <= len(signs)
        or (":" in signs) != (_SCHEME.match(address[2]) is not None)
        or ":" in signs[1:]
    ):
        return None
    own, rest = parts[: len(signs) + 1], parts[len(signs) + 1 :]
    after = own[0] + "".join(sign + part for sign, part in zip(signs, own[1:], strict=True))
    read = address[0][: len(address[0]) - len(" ".join(["", *rest]))]
    return read, after if address.start() == 0 or address.string[
        address.start() - 1
    ].isspace() else f" {after}"
