"""Letters that the font of a file names wrongly all through: alef for آ, or a small hamza on every heh.

A font draws آ as an alef and a madda, and heh with its hamza as a heh and a hamza. A writer of PDF files may name
only one of both, or call every heh of the file a heh with a hamza: which one it did, the words of the text tell.
"""

from __future__ import annotations

from unicodedata import normalize

from ..cache import BoundedCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, HAMZA_ABOVE, HEH, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.kashida_signs import CONTROLS
from ..ruleset.extracted.known import SEEN, UNKNOWN, standing
from .hinted_patterns import hinted_pattern
from .word_evidence import pieces

MADDA, HAMZA, PARTS, ONE_GLYPH = "lost-madda", "hamza-on-every-heh", "letter-in-parts", "heh-as-one-glyph"
_ALEF, _ALEF_MADDA = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}"
#: what readers give for a glyph without a name
_CODE = rf"\x00{CONTROLS}"
#: an alef at the start of a word, or one that stands apart from it, and not among other letters that do
_WORD = lazy_pattern(
    f"(?<![{_L}]){_ALEF}(?:([{_CODE}]+)|((?<![^{_L}][{_L}] .) (?![{_L}]{{1,20}}+ [{_L}](?![{_L}]))))?"
    f"([{PERSIAN_LETTERS}]{{1,20}})(?![{ARABIC_MARKS}])"
)
_APART = lazy_pattern(f"{_ALEF}[{_CODE}]+[{PERSIAN_LETTERS}]")
_WITH_MADDA = lazy_pattern(f"(?<![{_L}]){_ALEF_MADDA}")
#: words that lost their madda, at the least; and characters of a text to each آ where most of them did
_LEAST, _RARE = 3, 400


def find_lost_madda(text: str) -> list[Edit]:
    """Return the edits that write آ for an alef at the start of words, where several are none without it and few have one.

    >>> text = "امده بود و ازمایشگاه اماده شد"
    >>> [after for *_, after, _ in find_lost_madda(text)]
    ['آ', 'آ', 'آ']
    >>> find_lost_madda("اما باران امد و رفت")
    []
    """
    if text.count(_ALEF_MADDA) * _RARE > len(text) or not _may_have_lost(text):
        return []
    edits: list[Edit] = [
        (word.start(), word.start(3), _ALEF_MADDA, MADDA)
        for word in _WORD.finditer(text)
        if (_takes_apart if word[1] or word[2] else _takes_madda)[word[3]]
    ]
    proven = len(edits) >= _LEAST and len(edits) > len(_WITH_MADDA.findall(text))
    return edits if proven else []


#: letters that a font may draw in two parts, which readers give as they come
_PARTS = ("ا\u0653", "ا\u0654", "و\u0654")
_IN_PARTS = hinted_pattern("|".join(_PARTS), (None, "او", "\u0653\u0654"))


def find_letters_in_parts(text: str) -> list[Edit]:
    """Return the edits that write one letter for an alef or a waw and the mark on it, as Persian does.

    >>> find_letters_in_parts("قرا\u0653ن")
    [(2, 4, 'آ', 'letter-in-parts')]
    """
    return [(*parts.span(), normalize("NFC", parts[0]), PARTS) for parts in _IN_PARTS.finditer(text)]


_HEH_YEH = "\N{ARABIC LETTER HEH WITH YEH ABOVE}"
_AS_ONE = lazy_pattern(_HEH_YEH)


def find_hehs_as_one_glyph(text: str) -> list[Edit]:
    """Return the edits that write heh and its small hamza, as Persian does, where a font has one glyph for both.

    >>> find_hehs_as_one_glyph("خان\u06c0 ما")
    [(3, 4, 'ه\u0654', 'heh-as-one-glyph')]
    """
    return [(*glyph.span(), HEH + HAMZA_ABOVE, ONE_GLYPH) for glyph in _AS_ONE.finditer(text)]


def _may_have_lost(text: str) -> bool:
    """Return whether unknown words begin with an alef, or alefs stand apart."""
    places, odd = pieces(text)
    apart = sum(text[start:middle] == _ALEF for start, middle, _ in places)
    words = sum(text[start] == _ALEF and _takes_madda[text[start + 1 : end]] for start, end in odd)
    return apart + words + len(_APART.findall(text)) >= _LEAST


#: whether what follows an alef makes a word behind آ alone, and whether it does so where a space stands between them
_takes_madda: BoundedCache[str, bool] = BoundedCache(
    lambda rest: standing(_ALEF + rest) == UNKNOWN and standing(_ALEF_MADDA + rest) >= SEEN, 1 << 12
)
_takes_apart: BoundedCache[str, bool] = BoundedCache(
    lambda rest: standing(_ALEF_MADDA + rest) >= max(SEEN, standing(_ALEF + rest)), 1 << 12
)

#: a small hamza on a heh, or before it as some readers have it
_ON_HEH = lazy_pattern(f"{HEH}{HAMZA_ABOVE}|{HAMZA_ABOVE}{HEH}")
#: words that never have one
_NEVER = lazy_pattern(f"{HAMZA_ABOVE}(?:(?<=[کبچ]{HEH}.)|(?<=[کبچ].)(?={HEH}))")
_BARE = lazy_pattern(f"(?<![{_L}])[کبچ]{HEH}(?![{_L}])")
_HAMZATED = lazy_pattern(f"(?<![{_L}])[کبچ](?:{HEH}{HAMZA_ABOVE}|{HAMZA_ABOVE}{HEH})(?![{_L}])")


def find_hamzas_on_every_heh(text: str) -> list[Edit]:
    """Return the edits that take every small hamza off its heh, where «که», «به» and «چه» have one, as they never do.

    >>> [edit[:3] for edit in find_hamzas_on_every_heh("نمونه\u0654 که\u0654 به\u0654 خانه\u0654 برد و به\u0654 ما داد")][:2]
    [(4, 6, 'ه'), (8, 10, 'ه')]
    >>> find_hamzas_on_every_heh("خانه\u0654 ما که به شهر")
    []
    """
    if HAMZA_ABOVE not in text or _NEVER.search(text) is None:
        return []
    hamzated = len(_HAMZATED.findall(text))
    if hamzated < _LEAST or hamzated <= len(_BARE.findall(text)):
        return []
    return [(*found.span(), HEH, HAMZA) for found in _ON_HEH.finditer(text)]
