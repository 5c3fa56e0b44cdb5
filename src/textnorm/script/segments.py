"""Cut text into Persian runs, Latin runs, protected spans and words of other languages.

Every rule for Persian sees Persian runs only, so no rule's author has to think about URLs, code or
Urdu. Neutral characters (spaces, digits, punctuation) belong to the run around them: the digits of
``Python 3.11`` are Latin, those of ``سال 1402`` are Persian. Joining the segments gives the text back.

One line is cut at a time, save for fenced code; a line that holds no Latin letter, no mark of a
protected span and no foreign letter is Persian as a whole, and that is found with two fast scans.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..lazy import lazy_pattern
from .blocks import blocks
from .clauses import ARTICLE_HINT, has_name, is_surely_persian, may_hold_others, other_languages
from .languages import is_spelt_by_others
from .neutrals import ARABIC_SIGNS, SIGN, with_neutrals
from .protected import protected
from .structures import may_hold_structure
from .verse_lines import may_hold_verse, verse_gap

if TYPE_CHECKING:
    from .neutrals import Cut, Kind


class Segment:
    """A piece of a text: its kind and its place, in code points of the text."""

    __slots__ = ("end", "kind", "start")

    def __init__(self, kind: Kind, start: int, end: int) -> None:
        self.kind, self.start, self.end = kind, start, end


# --- lines -----------------------------------------------------------------------------------------------
#: any letter of another script
FOREIGN_LETTER = f"[^\\W\\d_\u0640\ufdfa\ufdfb{ARABIC_LETTERS}{ARABIC_MARKS}]"
#: a line of nothing but these (and without language hints) is Persian from end to end: Arabic script, ASCII that
#: begins no markup, and neutral signs. Said as what is outside them, which compiles ten times as fast.
_MIXED = lazy_pattern(
    '[^\\x00-"$-;=-?\\[\\]^_{-\u00a8\u00ab-\u00ad\u00af-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf'
    "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u2000-\u203b\u203e-\u2048\u204a-\u206f\u218a-\u218f\u2200-\u22ff\u2400-\u245f"
    "\u27c0-\u2aff\u2e00-\u2e2e\u2e30-\u3004\ud800-\uf8ff\ufb50-\ufe0e\ufe10-\uff20\uffdd-\uffff]"
)
#: what makes a line without Latin letters worth a look for protected spans: times, IPs, versions, paths
_DIGITAL = lazy_pattern(r"[-:./](?:(?<=\d[-:.])(?=\d)|(?<=/)(?=[0-9_.])|(?<![^\s.~(«:]/)(?<=/)(?=\w))")
#: what clean Persian lines hardly hold: anything but letters of Persian without a hint at another language, the marks
#: of its spelling, its digits, and the punctuation of sentences; and the same where the language is another question
_STIRRING = lazy_pattern("[^ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئؤء\u200c\u064b\u0654۰-۹ ،؛؟!.:()«»…-]")
_UNPLAIN = lazy_pattern("[^\u0600-\u06ff\u200b-\u200f \t?،؛؟!.:()«»…\xa0\n-]")
_FOREIGN_SPAN = lazy_pattern(f"{FOREIGN_LETTER}(?:[^\\n{ARABIC_SIGNS}]*{FOREIGN_LETTER})?")

_LONGEST_REMEMBERED, _MOST_REMEMBERED = 500, 1 << 11


def segments(text: str) -> list[Segment]:
    """Return the pieces of *text*, in order; joined they are the text.

    Kinds: ``persian``, ``latin`` (any script that is not Arabic, with its digits and punctuation, and
    lines of nothing but neutral characters), ``protected`` (URL, e-mail, @handle, #tag, code, tag,
    path, IP, time, emoji) and ``other`` (words of other languages in Arabic script, vocalised Arabic).

    >>> text = "سایت example.com را با Python 3.11 نوشت"
    >>> [(s.kind, text[s.start:s.end]) for s in segments(text)]
    [('persian', 'سایت '), ('protected', 'example.com'), ('persian', ' را با '), ('latin', 'Python 3.11'), ('persian', ' نوشت')]
    """
    found: list[Segment] = []
    for kind, start, end in _cut(text):
        if found and found[-1].kind == kind and kind != "protected":
            found[-1] = Segment(kind, found[-1].start, end)
        else:
            found.append(Segment(kind, start, end))
    return found


def has_arabic(text: str) -> bool:
    """Tell whether *text* holds any letter, digit or mark of Arabic script: without one nothing in it is Persian."""
    return SIGN.search(text) is not None


def is_calm(line: str) -> bool:
    """Return whether one look shows that *line* has nothing of another script or language and no protected span."""
    return (
        not _STIRRING.search(line)
        and "    " not in line
        and not _DIGITAL.search(line)
        and not has_name(line, 0, len(line))
        and not ARTICLE_HINT.search(line)
    )


def persian_spans(text: str) -> list[tuple[int, int]]:
    """Return the Persian runs of *text*: what the rules for Persian see. Neighbouring lines make one run."""
    return _persian(_cut(text))


def persian_spans_in(text: str, start: int, stop: int, *, arabic: bool = False) -> list[tuple[int, int]]:
    """Return the same between *start* and *stop*, where no block stands; *arabic*: Arabic too, which has the letters of Persian."""
    found: Cut = []
    _cut_lines(text, start, stop, found)
    return _persian(_with_arabic(text, found) if arabic else found)


def _with_arabic(text: str, cut: Cut) -> Cut:
    return [
        ("persian" if kind == "other" and not is_spelt_by_others(text[start:end]) else kind, start, end)
        for kind, start, end in cut
    ]


def _persian(cut: Cut) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for kind, start, end in cut:
        if kind == "persian":
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _cut(text: str) -> Cut:
    found: Cut = []
    at = 0
    for start, end in blocks(text):
        _cut_lines(text, at, start, found)
        found.append(("protected", start, end))
        at = end
    _cut_lines(text, at, len(text), found)
    return found


def _cut_lines(text: str, start: int, stop: int, found: Cut) -> None:
    end = text.find("\n", start, stop) + 1 or stop
    one = end == stop
    plain = not one and not may_hold_verse(text, start, stop) and is_plain(text, start, stop)
    hints = one or may_hold_others(text, start, stop)
    at = start
    while at < stop:
        end = text.find("\n", at, stop) + 1 or stop
        if not SIGN.search(text, at, end):
            found.append(("latin", at, end))
        elif (plain or is_plain(text, at, end)) and not (hints and not is_surely_persian(text, at, end)):
            found.append(("persian", at, end))
        else:
            line = text[at:end]
            _fill(foreign_pieces(line), at, end, found)
        at = end


def is_persian(text: str, start: int, end: int) -> bool:
    """Return whether a line is Persian as a whole, as a look at its characters shows."""
    return is_plain(text, start, end) and is_surely_persian(text, start, end)


def holds_others(line: str) -> bool:
    """Return whether a line holds words of another language in Arabic script.

    >>> holds_others("این کتاب به زبان عربی است"), holds_others("این کتاب ئەم کتێبە باشە")
    (False, True)
    """
    return any(kind == "other" for kind, _, _ in foreign_pieces(line))


def foreign_pieces(line: str) -> Cut:
    """Return what of a line with Arabic script is no Persian, as kinds and bounds."""
    return _cut_remembered(line) if len(line) <= _LONGEST_REMEMBERED else _cut_line(line)


def is_plain(text: str, start: int, end: int) -> bool:
    """Tell whether nothing between *start* and *end* belongs to another script or to a protected span."""
    if _UNPLAIN.search(text, start, end) and (
        _MIXED.search(text, start, end) or may_hold_structure(text[start:end])
    ):
        return False
    if _DIGITAL.search(text, start, end):
        return False
    return not may_hold_verse(text, start, end) or verse_gap(text[start:end]) is None


def _fill(cut: Cut, base: int, end: int, found: Cut) -> None:
    """Add the pieces of a line: what is not Persian, and Persian between."""
    at = base
    for kind, first, last in cut:
        if base + first > at:
            found.append(("persian", at, base + first))
        found.append((kind, base + first, base + last))
        at = base + last
    if at < end:
        found.append(("persian", at, end))


def _cut_line(line: str) -> Cut:
    cut = with_neutrals(line, foreign_spans(line))
    if is_surely_persian(line, 0, len(line)):
        return cut
    found: Cut = []
    at = 0
    for item in cut:
        found += other_languages(line, at, item[1])
        found.append(item)
        at = item[2]
    return found + other_languages(line, at, len(line))


#: a line is cut for each pass of the rules, and most passes change few lines
_cut_remembered = lru_cache(maxsize=_MOST_REMEMBERED)(_cut_line)


def foreign_spans(line: str) -> Cut:
    """Return protected spans, and between them the stretches from one Latin letter to the last before an Arabic sign."""
    found: Cut = []
    at = 0
    for start, end in protected(line):
        found += [("latin", m.start(), m.end()) for m in _FOREIGN_SPAN.finditer(line, at, start)]
        found.append(("protected", start, end))
        at = end
    return found + [("latin", m.start(), m.end()) for m in _FOREIGN_SPAN.finditer(line, at)]
