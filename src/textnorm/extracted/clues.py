"""One cheap look at a text: whether anything in it calls for a closer look at the order of letters or words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_function, lazy_pattern
from ..ruleset.extracted.kashida_signs import CONTROLS
from ..ruleset.extracted.torn_marks import ODD_HAMZA
from . import glance
from .glance import BACKWARDS, ENDINGS, SHORT, enough
from .last import Last, last

#: a mark before its word, as at the start of a line that runs from left to right
_EARLY = lazy_pattern(f"[.،؛؟!:](?:(?<= .)|(?:(?<=\\n.)|(?<=^.))[ «]*)[{ARABIC_LETTERS}]")
#: endings before their words, می behind its word or at the end of a line
_LOOSE = lazy_pattern(f"{ZWNJ}(?:(?<=ها.)|(?<=های.)|می(?![{ARABIC_LETTERS}{ZWNJ}]))")
_DANGLING = lazy_pattern(f"(?:(?<![{ARABIC_LETTERS}])|(?<![{ARABIC_LETTERS}].)(?<=ن))می ?\\n")
#: letters of both scripts side by side, but for the endings that are written on to Latin words
_SEAM = lazy_pattern(
    f"[A-Za-z](?:(?<=[{ARABIC_LETTERS}].)|(?=[{ARABIC_LETTERS}])(?!(?:{'|'.join(ENDINGS)})(?![{ARABIC_LETTERS}])))"
)
#: a sign, or a glyph without a code, between letters of which the first joins the next one
_LETTER = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]"
SIGN = lazy_pattern(
    f"[{CONTROLS}!-~](?<=[{PERSIAN_LETTERS}{ARABIC_MARKS}].)(?<![{NON_JOINING}].)[{CONTROLS}!-~]*+(?={_LETTER})"
)
_count = lazy_function("textnorm.extracted.automaton", "count")
#: where the presentation forms of letters stand
FORM = lazy_pattern("[\ufb50-\ufdff\ufe70-\ufefc]")
#: characters that are sampled at each place, and places
_WINDOW, _PLACES = 1_500, 8


class Clues:
    """What calls for a closer look at a text: seen by the core in one look, or looked for when it is asked for."""

    def __init__(self, seen: str) -> None:
        self._seen = seen
        self._found = glance.calls(seen)

    def _holds(self, clue: int, look: Callable[[], bool]) -> bool:
        return look() if self._found == glance.EVERYTHING else bool(self._found & clue)

    @cached_property
    def forms(self) -> bool:
        """Tell whether presentation forms of letters stand in the text."""
        return self._holds(glance.FORM, lambda: FORM.search(self._seen) is not None)

    @cached_property
    def turned_letters(self) -> bool:
        """Tell whether words that are written backwards stand in the text."""
        return self._holds(glance.TURNED_LETTERS, self._has_turned_letters)

    @cached_property
    def odd_hamza(self) -> bool:
        """Tell whether a small hamza stands on no heh, as it does behind a word that is written backwards."""
        return self._holds(glance.HAMZA, lambda: True) and ODD_HAMZA.search(self._seen) is not None

    @cached_property
    def turned_words(self) -> bool:
        """Tell whether marks, endings or glued words show that words may stand in another order."""
        return self._holds(glance.LOOSE, self._has_turned_words)

    @cached_property
    def signs(self) -> bool:
        """Tell whether a sign stands between letters, as kashidas without a code do."""
        return self._holds(glance.SIGN, lambda: SIGN.search(self._seen) is not None)

    @cached_property
    def many_signs(self) -> bool:
        """Tell whether signs stand between letters as often as kashidas do."""
        return self._holds(glance.often(glance.SIGN), self._has_many_signs)

    def _has_turned_letters(self) -> bool:
        return any(word in self._seen for word in BACKWARDS)

    def _has_turned_words(self) -> bool:
        lines = f"{self._seen}\n"
        if all(pattern.search(lines) is None for pattern in (_EARLY, _LOOSE, _DANGLING, _SEAM)):
            return False
        return len(self._seen) <= SHORT or _count(glance.LOOSE, self._seen) >= enough(self._seen)

    def _has_many_signs(self) -> bool:
        return len(SIGN.findall(self._seen)) >= enough(self._seen)


def clues(text: str) -> Clues:
    """Return what calls for a closer look at `text`."""
    return _clues(windows(text))


_clues = Last(Clues, 4)


@last(4)
def windows(text: str) -> str:
    """Return `text` with line feeds at the ends of its lines, or of a long one parts from its beginning to its end."""
    text = text.replace("\r\n", "\n") if "\r" in text else text
    if len(text) <= _WINDOW * _PLACES:
        return text
    step = (len(text) - _WINDOW) // (_PLACES - 1)
    return "\n".join(text[at * step : at * step + _WINDOW] for at in range(_PLACES))


def changed_lines(text: str, edits: Sequence[Edit]) -> str:
    """Return the lines of `text` that edits have changed; these are of the text before.

    >>> changed_lines("ab\\nc\\nd", [(1, 3, "b", ""), (6, 6, "d", "")])
    'ab\\nd'
    """
    lines: list[str] = []
    shift, last = 0, -1
    for start, end, after, _ in edits:
        first, behind = start + shift, start + shift + len(after)
        shift += len(after) - (end - start)
        if behind <= last:
            continue
        start = max(text.rfind("\n", 0, first) + 1, last + 1)
        last = text.find("\n", behind)
        last = len(text) if last < 0 else last
        lines.append(text[start:last])
    found = "\n".join(lines)
    return found.replace("\r", "\n") if "\r" in found else found
