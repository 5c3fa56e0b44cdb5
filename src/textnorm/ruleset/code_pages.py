"""UTF-8 that was read in a code page of DOS, of the Mac or of Cyrillic Windows: Persian shows as lines and Cyrillic."""

from __future__ import annotations

from ..chars import PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule
from ..script.words import in_persian_letters
from .extracted.known import SEEN, standing
from .joiners.affixes import GLUED

#: the lead bytes of Persian letters in UTF-8, D8 to DB, as each code page shows them: to ask the codecs takes time at start
LEADS = {
    "cp437": "╪┘┌█",
    "cp850": "Ï┘┌█",
    "cp1251": "ШЩЪЫ",
    "mac_roman": "ÿŸ⁄€",
    "cp852": "ě┘┌█",
    "cp866": "╪┘┌█",
    "koi8_r": "ьызш",
    "mac_cyrillic": "ЎўЏџ",
}
_LINE = lazy_pattern(r"[^\n]+")
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}{ZWNJ}]+")
#: words of a line that must be known, out of a hundred
_SHARE = 60


def _shown_utf8(text: str) -> list[Edit]:
    """Return lines that are Persian, mostly of known words, when what some code page shows is read as UTF-8."""
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        for codec, leads in LEADS.items():
            if sum(map(line[0].count, leads)) > 1 and (after := _decoded(line[0], codec)):
                edits.append((line.start(), line.end(), after, "utf8-as-code-page"))
                break
    return edits


def _decoded(line: str, codec: str) -> str:
    """Return what *line* shows, where it is known Persian; "" for anything else."""
    try:
        after = line.encode(codec).decode("utf-8")
    except UnicodeError:
        return ""
    words = _WORD.findall(in_persian_letters(after))
    known = [word for word in words if len(word) > 1 and all(map(_is_seen, word.split(ZWNJ)))]
    return after if known and len(known) * 100 >= _SHARE * len(words) else ""


def _is_seen(piece: str) -> bool:
    """Return whether a piece of a word between its half-spaces is common, or an ending."""
    return standing(piece) >= SEEN or piece in GLUED


CODE_PAGES = Rule(
    id="utf8-as-code-page",
    family="encoding",
    scope="text",
    why="UTF-8 that was read in a code page of DOS, of the Mac or of Cyrillic Windows is decoded where the whole line is"
    " Persian then, most of its words known.",
    find=_shown_utf8,
    trigger_chars=frozenset("".join(LEADS.values())),
    examples=(("╪│┘ä╪º┘à ╪»┘å█î╪º", "سلام دنیا"), ("ШіЩ„Ш§Щ… ШЇЩ†ЫЊШ§", "سلام دنیا"), ("ÿ≥ŸÑÿßŸÖ", "سلام")),
    near_misses=("╪══╪ ┘└ ┌┐", "Шёлк и Щука", "ŸÿŸÿ", "ЫШЩ"),
    source="Unicode mapping tables; lexicon",
)
