"""What calls for the rules of this folder that few texts need: their ids and characters. Their code is loaded when one of them is called for."""

from __future__ import annotations

from itertools import chain, starmap

EMBEDDING, DIRECTION_MARK = "embedding", "direction-mark"
CP1256, LOOKALIKE = "cp1256-as-1252", "look-alike-letter"
VISUAL_SHAPES, VISUAL_WORDS = "visual-order", "visual-order-words"
#: what windows-1252 shows for the letters of windows-1256
SHOWN = (
    "\u0160\u017d\u02dc\u0161\u0178\xa1\xaa\xba\xbf\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd0\xd1"
    "\xd2\xd3\xd4\xd5\xd6\xd8\xd9\xda\xdb\xdc\xdd\xde\xdf\xe1\xe3\xe4\xe5\xe6\xec\xed\xf0\xf1\xf2\xf3\xf5\xf6\xf8\xfa\xff"
)
#: letters of other alphabets that stand for Persian ones in decorated text
LOOKALIKES = frozenset("\u06c5\u05d1\u05d3\u05d5\u06cb\u06d0")
_RANGES = ((0xFB50, 0xFBB2), (0xFBD3, 0xFD3E), (0xFD50, 0xFDC8), (0xFDF0, 0xFDFD), (0xFE70, 0xFEFD))
#: presentation forms that show a mark alone, or nothing
_MARKS = "\ufc5e\ufc5f\ufc60\ufc61\ufc62\ufc63\ufd90\ufd91\ufe70\ufe72\ufe73\ufe74\ufe75\ufe76\ufe78\ufe7a\ufe7c\ufe7e"
#: every presentation form, as ranges for use between brackets and as a set; and every one of a letter
FORM_RANGES = "".join(f"{chr(first)}-{chr(last - 1)}" for first, last in _RANGES)
FORMS = frozenset(map(chr, chain.from_iterable(starmap(range, _RANGES))))
SHAPES = FORMS.difference(_MARKS)
#: a mark in front of its word, as visual order has it
EARLY_MARKS = "،.؛:؟!"
