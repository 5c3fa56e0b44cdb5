"""One cheap look at a text: whether anything in it calls for a closer look at the order of letters or words."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ZWNJ
from ..lazy import lazy_pattern

#: the commonest words of Persian, written backwards: one of them stands in nearly every line in visual order
_BACKWARDS = (
    " هک ",
    "تسا",
    " هب ",
    " ار ",
    " نیا ",
    "یاه",
    " زا ",
    " رد ",
    "دوب ",
    " یم ",
    "هدش",
    " اب ",
    "نآ ",
)
#: marks before their words, as at the start of a line that runs from left to right
_EARLY = (" ،", " .", "\n.", "\n،", "\n؟", "\n!", "\n:", " ؛")
#: endings before their words, می at the end of a line
_LOOSE = (f"ها{ZWNJ}", f"های{ZWNJ}", f"{ZWNJ}می", "می\n", "می \n")
_SEAM = lazy_pattern(f"[A-Za-z](?<=[{ARABIC_LETTERS}].)|[A-Za-z](?=[{ARABIC_LETTERS}])")
#: so many characters are looked at, in so many places
_WINDOW, _PLACES = 1_500, 8


def windows(text: str) -> str:
    """Return `text` with line feeds at the ends of its lines, or of a long one parts from its beginning to its end."""
    text = text.replace("\r\n", "\n")
    if len(text) <= _WINDOW * _PLACES:
        return text
    step = (len(text) - _WINDOW) // (_PLACES - 1)
    return "\n".join(text[at * step : at * step + _WINDOW] for at in range(_PLACES))


def letters_may_be_turned(text: str) -> bool:
    """Return whether words that are written backwards, or marks before their words, stand in `text`."""
    seen = windows(text)
    return any(clue in seen for clue in _BACKWARDS) or _begins_with_mark(seen)


def words_may_be_turned(text: str) -> bool:
    """Return whether marks, endings or glued words show that words may stand in another order."""
    seen = windows(text)
    return _begins_with_mark(seen) or any(clue in seen for clue in _LOOSE) or _SEAM.search(seen) is not None


def _begins_with_mark(seen: str) -> bool:
    return seen[:1] in (".", "،", "؟", "!", ":") or any(clue in seen for clue in _EARLY)
