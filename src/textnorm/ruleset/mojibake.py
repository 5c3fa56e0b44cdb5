"""Mojibake: UTF-8 that was read in another encoding is given back its letters."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from functools import cache
from typing import Any

from ..chars import INVISIBLE, NON_ASCII_SPACES, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule

#: UTF-8 lead bytes of two- and three-byte sequences, as windows-1252 shows them, then a continuation byte
LEADING_1252 = "[\u00c2-\u00ef\u0192]"
CONTINUING_1252 = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_AS_1252 = lazy_pattern(LEADING_1252 + CONTINUING_1252)
#: a factor before a name («2×Škoda»): a multiplication sign and a letter that also continues a sequence
_TIMES = lazy_pattern(r"(?<=[\d\s])×(?=[ŠŽŒŸšžœ][^\W\d_])")
#: what a code page of DOS shows for the lead bytes of Persian: half of such a line would be changed, and the rest lost
_OF_DOS = lazy_pattern("[┘┌█╪][^\\x00-\\x7f]")
_LINE = lazy_pattern(r"[^\n]+")


_LETTERS = lazy_pattern(f"[{PERSIAN_LETTERS}]{{2}}")
#: anything but ASCII and what Persian is written with
_NOT_PERSIAN = lazy_pattern(f"[^\\t -~\\u0600-\\u06ff{INVISIBLE}{NON_ASCII_SPACES}«»–—…]")


def _from_1252(text: str) -> list[Edit]:
    """Return lines that show UTF-8 read as windows-1252 or latin-1: Persian at once, any other as ftfy repairs them."""
    if not _AS_1252.search(text):
        return []
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        if not _OF_DOS.search(line[0]) and any(
            not _TIMES.match(line[0], shown.start()) for shown in _AS_1252.finditer(line[0])
        ):
            fixed = _persian_from_1252(line[0]) or _by_ftfy(line[0])
            if fixed != line[0] and "\n" not in fixed:
                edits.append((line.start(), line.end(), fixed, "mojibake-1252"))
    return edits


@cache
def _shown_1252() -> str:
    """Return what windows-1252 shows for each byte; where it shows nothing, the control that latin-1 has there."""
    known = bytes(range(256)).decode("cp1252", "replace")
    return "".join([chr(byte) if shown == "\ufffd" else shown for byte, shown in enumerate(known)])


@cache
def _map_1252() -> Any:  # a type that codecs keeps to itself
    return codecs.charmap_build(_shown_1252())


@cache
def _bytes_1252() -> dict[int, int]:
    return {ord(shown): byte for byte, shown in enumerate(_shown_1252())}


def bytes_shown(line: str) -> bytes:
    """Return the bytes that *line* shows, read as latin-1, as windows-1252, or as now the one and now the other."""
    with suppress(UnicodeEncodeError):
        return line.encode("latin-1")
    with suppress(UnicodeEncodeError):
        return codecs.charmap_encode(line, "strict", _map_1252())[0]
    return line.translate(_bytes_1252()).encode("latin-1")


def _persian_from_1252(line: str) -> str:
    """Return what *line* shows, where that is Persian from end to end: no text of another language looks like this."""
    try:
        shown = bytes_shown(line).decode("utf-8")
    except UnicodeError:
        return ""
    return shown if _LETTERS.search(shown) and not _NOT_PERSIAN.search(shown) else ""


def _by_ftfy(line: str) -> str:
    from ftfy import fix_encoding

    return fix_encoding(line)


#: what windows-1256 shows for the bytes 80 to BF, which continue a sequence
CONTINUING_1256 = "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟"
_REST = f"[{re.escape(CONTINUING_1256)}]"
_AS_1256 = lazy_pattern(f"(?:[طظعغ]{_REST}|[آأ]{_REST}|\u00e2{_REST}{_REST}|\u00ef{_REST}{_REST})+")
#: signs of which real Persian text has none, and then all that it has none of right behind such a letter
SIGNS_1256 = "".join(map(chr, {*range(0xA1, 0xC0)} - set(map(ord, "«»¬\u00ad")))) + "\u0152\u0192\u02c6"
_SURE_1256 = lazy_pattern(f"[طظعغ][{SIGNS_1256}]")
_ODD_1256 = lazy_pattern("[طظعغ][\u00a1-\u00bf\u0152\u0192\u02c6\u2013-\u203a\u20ac\u2122]")
_ARABIC = lazy_pattern("[\u0600-\u06ff]")
_NOT_ASCII = lazy_pattern("[^\x00-\x7f]+")


def _from_1256(text: str) -> list[Edit]:
    """Return lines that show UTF-8 read as windows-1256: most of their letters stand in such pairs."""
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        sure = _SURE_1256.search(line[0])
        if sure is None or not (
            _ODD_1256.search(line[0], sure.end()) or _ODD_1256.search(line[0], 0, sure.start())
        ):
            continue
        after = _decoded(line[0])
        if _has_words(after):  # from end to end; ASCII stays
            shown = _NOT_ASCII.finditer(text, *line.span())
            edits += [
                (*m.span(), word, "mojibake-1256")
                for m, word in zip(shown, _NOT_ASCII.findall(after), strict=True)
            ]
            continue
        found = [(m, _decoded(m[0])) for m in _AS_1256.finditer(line[0])]
        covered = sum(len(_ARABIC.findall(m[0])) for m, after in found if after)
        if covered * 10 >= 8 * len(_ARABIC.findall(line[0])) and any(_has_words(after) for _, after in found):
            base = line.start()
            edits += [
                (base + m.start(), base + m.end(), after, "mojibake-1256") for m, after in found if after
            ]
    return edits


def _decoded(shown: str) -> str:
    try:
        return shown.encode("cp1256").decode("utf-8")
    except UnicodeError:
        return ""


def _has_words(text: str) -> bool:
    """Tell whether letters stand beside each other: squares, angles and trademarks («ط² + ع²», «ع°») show none."""
    return _LETTERS.search(text) is not None


MOJIBAKE_1256 = Rule(
    id="mojibake-1256",
    family="encoding",
    scope="text",
    why="UTF-8 that was read as windows-1256 turns every letter into a pair such as «ط§»; the pairs are decoded.",
    find=_from_1256,
    trigger_chars=frozenset(SIGNS_1256),
    examples=(("ط³ظ„ط§ظ… ط¯ظ†غŒط§", "سلام دنیا"), ("ظ…ظ‡ظ…ظˆظ†", "مهمون")),
    near_misses=("عکس و طرح", "حفاظت… نه", "«ع» حرفی است", "ع² + ط² = ۲۵", "«ط» و «ظ»"),
    source="Unicode mapping table of windows-1256",
)

MOJIBAKE_1252 = Rule(
    id="mojibake-1252",
    family="encoding",
    scope="text",
    why="UTF-8 that was read as windows-1252 or latin-1 is given back its letters, by ftfy, line by line.",
    find=_from_1252,
    trigger_chars=frozenset(map(chr, [*range(0xC2, 0xF0), 0x192])),
    examples=(("Ø³Ù„Ø§Ù… Ø¯Ù†ÛŒØ§", "سلام دنیا"), ("The cafÃ© is open", "The café is open")),
    near_misses=("Ça va à l’école, où ?", "Ångström und Übermaß", "سلام دنیا"),
    source="ftfy.fix_encoding",
)

#: what none of these rules changes: printable ASCII but «&», letters and signs of the West and of the East that are
#: normal by themselves, no lead byte and no guillemet
_SETTLED = (
    "[ -%'-~\u00a1-\u00aa\u00ac\u00ae-\u00ba\u00bc-\u00c1\u00f0-\u0191\u0193-\u024f\u0391-\u03a1\u03a3-\u03ce\u0400-\u0481\u048a-\u0513"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u21ff\u2500-\u27bf\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]"
)
_SOUND = lazy_pattern(f"{_SETTLED}*+(?:{LEADING_1252}(?!{CONTINUING_1252}){_SETTLED}*+)*+")


def is_sound(line: str) -> bool:
    """Tell whether a quick look shows that *line*, without Arabic script, needs no repair."""
    return _SOUND.fullmatch(line) is not None
