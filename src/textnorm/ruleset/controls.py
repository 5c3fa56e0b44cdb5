"""Control characters: signs that a code page shows, what word processors and spreadsheets leave behind, and the rest."""

from __future__ import annotations

import re
from functools import cache

from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule

#: 0x85 is a line break too: an ellipsis is one in front of a space or a closing mark
_C1 = lazy_pattern('[\x80-\x84\x86-\x9f]|(?<=\\S)\x85(?=[ \\n"»”)])')
_LOW = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f]+|[\x80-\x84\x86-\x9f]+")
_ARABIC = frozenset(map(chr, range(0x600, 0x700)))
#: the two hyphens of Word: the one that does not break a line, and the one that is seen where a line breaks
_HYPHENS = {"\x1e": "-", "\x1f": ""}
#: what is a control in windows-1252 too, where windows-1256 has پ چ ڈ گ and the half-space
_NO_SIGNS = "\x81\x8d\x8f\x90\x9d"
#: text of two bytes a character, every second byte of which is zero
_WIDE = lazy_pattern("(?:[^\x00\\s]\x00){3,}")


@cache
def _shown_by(codec: str) -> dict[str, str]:
    """Return what a code page of Windows shows for the bytes that are controls in latin-1."""
    return {
        chr(byte): shown for byte in range(0x80, 0xA0) if (shown := bytes([byte]).decode(codec, "ignore"))
    }


def _signs(text: str) -> list[Edit]:
    """Return controls that are signs of windows-1252, or beside letters of Arabic script of windows-1256."""
    edits: list[Edit] = []
    kept = -1  # the place behind a control that may be half of a sequence
    for match in _C1.finditer(text):
        at = match.start()
        if at == kept or _may_continue(text, at):
            kept = at + 1
            continue
        beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        shown = _shown_by("cp1252" if _ARABIC.isdisjoint(beside) else "cp1256").get(match[0])
        if shown is not None:
            edits.append((at, at + 1, shown, "c1-sign"))
    return edits


def _may_be_letter(text: str, at: int) -> bool:
    """Tell whether the control at *at* may be a letter of windows-1256 that was read as windows-1252, beside one that shows («\x81ÏÑ»)."""
    beside = text[at - 1 : at] + text[at + 1 : at + 2] if at else text[1:2]
    return text[at] in _NO_SIGNS and any("\xc0" <= sign <= "\xff" for sign in beside)


def _may_continue(text: str, at: int) -> bool:
    """Tell whether the control at *at* may continue a sequence of UTF-8 that was read in another encoding («t\u0139\x99e»)."""
    before = text[at - 1 : at]
    if not before.isalpha() or before.isascii() or before in _ARABIC:
        return False
    return before > "\xff" or "\xc2" <= before <= "\xdf" or "\x80" <= text[at + 1 : at + 2] <= "\xbf"


def _controls(text: str) -> list[Edit]:
    """Return controls beside a space or at an edge go; between two signs that can be seen a space keeps these apart."""
    edits: list[Edit] = []
    wide = [match.span() for match in _WIDE.finditer(text)] if "\x00" in text else []
    for match in _LOW.finditer(text):
        start, end = match.span()
        while wide and wide[0][1] <= start:
            wide.pop(0)
        inside = bool(wide) and wide[0][0] < start
        if match[0][0] >= "\x80" and (_may_continue(text, start) or _may_be_letter(text, start)):
            continue
        hyphens = [_HYPHENS[control] for control in match[0] if control in _HYPHENS]
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        melts = bool(before and after) and not before.isspace() and not after.isspace() and not inside
        edits.append((start, end, (hyphens[0] if hyphens else " ") if melts else "", "control"))
    return edits


#: what the escape of a control character by a spreadsheet begins with
ESCAPE_START = "_x00"
#: and how it goes on, also where other rules take something away or decode it before
_MAY_BE_ESCAPE = lazy_pattern(f"{ESCAPE_START}(?:[01&]|[^ -~])")
#: the escapes that break lines, for what they stand; what the others stand for is a control as any other
_BREAKS = {"0A": "\n", "0B": "\n", "0C": "\n"}


def may_hold_escape(text: str) -> bool:
    """Return whether an escape of a spreadsheet may stand in *text*, or come to light in it.

    >>> may_hold_escape("باد_x000D_"), may_hold_escape("/@id/__x00__{id}")
    (True, False)
    """
    return ESCAPE_START in text and _MAY_BE_ESCAPE.search(text) is not None


def _escaped(match: re.Match[str]) -> str:
    """Return what an escape of a spreadsheet stands for; a carriage return gives way to a line feed or the end."""
    digits, line_end = match[1].upper(), match[2]
    if digits == "0D":
        return " " if line_end is None else line_end
    return _BREAKS.get(digits, chr(int(digits, 16))) + (line_end or "")


RULES = (
    Rule(
        id="c1-sign",
        family="encoding",
        scope="text",
        why="Controls of latin-1 are the dashes, quotes and letters that windows-1252 has there, or windows-1256 beside"
        " Persian. What may be half of a sequence of UTF-8 stays.",
        find=_signs,
        trigger_chars=frozenset(map(chr, range(0x80, 0xA0))),
        examples=(
            ("It\x92s", "It’s"),
            ("باد \x96 باران", "باد – باران"),
            ("می\x9dرود", "می\u200cرود"),
            ("رفت\x85 آمد", "رفت… آمد"),
        ),
        near_misses=("t\u0139\x99e", "a\tb", "باد\x85باران"),
        source="Unicode mapping tables of windows-1252 and windows-1256",
    ),
    Rule(
        id="spreadsheet-escape",
        family="encoding",
        scope="text",
        why="Spreadsheets write control characters as escapes, a carriage return as _x000D_, and the underscore of such a text"
        " as _x005F_.",
        pattern=rf"(?<!_x005[fF]){ESCAPE_START}([01][0-9a-fA-F])_(\r?\n|$)?",
        replacement=_escaped,
        hint=f"{ESCAPE_START}[01][0-9a-fA-F]_",
        examples=(
            ("باد_x000D_\nباران", "باد\nباران"),
            ("باد_x000D_باران", "باد باران"),
            ("باد_x000B_باران", "باد\nباران"),
            ("rain_x000D_\nwind", "rain\nwind"),
            ("۲۰_x001E_۳۰", "۲۰-۳۰"),
        ),
        near_misses=("x000D", "_x0041_", "باد_x005F_x000D_"),
        source="ECMA-376, ST_Xstring",
    ),
    Rule(
        id="symbol-bullet",
        family="encoding",
        scope="text",
        why="Bullets of Word in the font Symbol or Wingdings are private characters that no other font has.",
        pattern="(?m)(?<![^\\n])([ \\t]*)[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8]",
        replacement=lambda match: f"{match[1]}{_BULLETS[match[0][-1]]}",
        trigger_chars=frozenset("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8"),
        examples=(("\uf0b7 باد", "• باد"),),
        near_misses=("باد \uf0b7 باران",),
        source="fonts Symbol and Wingdings",
    ),
    Rule(
        id="control",
        family="encoding",
        scope="text",
        why="Control characters other than line breaks and tabs cannot be seen and break other tools. Between two signs"
        " that can be seen a space, or the hyphen that Word had there, keeps these apart.",
        find=_controls,
        trigger_chars=frozenset(map(chr, [*range(9), *range(14, 32), *range(127, 133), *range(134, 160)])),
        examples=(("آب\x00 و\x08 باد", "آب و باد"), ("۲۰\x1e۳۰", "۲۰-۳۰"), ("باد\x07باران", "باد باران")),
        near_misses=("a\tb\r\nc", "صفحه\x0cبعد"),
        source="Unicode category Cc",
    ),
)
_BULLETS: dict[str, str] = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf076": "❖",
    "\uf0fc": "✓",
    "\uf02d": "-",
    "\uf0a8": "□",
}
