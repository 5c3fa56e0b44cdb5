"""Full stops on the wrong side of a space, and words of two scripts without a space between them."""

from __future__ import annotations

from textnorm.chars import ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern
from textnorm.lexicon.table_keys import words

from ..protection import in_prose
from .known import SEEN, standing

_LONGEST = 40
FULL_STOP, GLUED_LATIN = "full-stop-before-word", "latin-glued-to-word"
_W = f"{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}"
_STOP = lazy_pattern(f"(?<=([{_W}»)])) ([.])(?=[{ARABIC_LETTERS}]{{2}})")
_LAST_WORD = lazy_pattern(f"[{_W}]{{1,{_LONGEST}}}$")
#: words that end no sentence
_OPEN = words("از به در با بر که و تا برای این آن هر یک چون اگر یا بی هم می نمی زبان پسوند دامنه فایل نام")


def find_early_stops(run: str) -> list[Edit]:
    """Return the edits that put the space behind a full stop, not before it.

    >>> find_early_stops("باران آمد .هوا سرد شد")
    [(9, 11, '. ', 'full-stop-before-word')]
    >>> find_early_stops("فایل .نت"), find_early_stops("خانه\\u200cی .بزرگ")
    ([], [])
    """
    return [
        (*match.span(), ". ", FULL_STOP)
        for match in _STOP.finditer(run)
        if (last := _LAST_WORD.search(run, max(0, match.start() - _LONGEST), match.start())) is None
        or (len(last[0].rpartition(ZWNJ)[2]) > 1 and last[0] not in _OPEN)  # no sentence ends in an ezafe
    ]


#: endings of Persian that are written on to Latin words
ENDINGS = words(
    "ها های هایی هایم هایت هایش هایشان هایمان هایتان تر ترین ام ات اش ای اند ایم اید مان تان شان یی گونه وار چی"
)
#: what calls for the rule: letters of both scripts side by side, unless those of Persian are an ending
HINT = f"[A-Za-z](?!(?:{'|'.join(sorted(ENDINGS))})(?![{PERSIAN_LETTERS}]))[{PERSIAN_LETTERS}]{{3}}"
_GLUED = lazy_pattern(
    f"(?<![\\w@#./:\\\\-])[A-Za-z]{{2,40}}([{PERSIAN_LETTERS}]{{3,20}})(?![{_W}\\w@/]|\\.[A-Za-z])"
)


def find_glued_latin(text: str) -> list[Edit]:
    """Return the edits that set a space between a Latin word and a Persian word behind it.

    >>> find_glued_latin("کار با Pythonآغاز شد")
    [(13, 13, ' ', 'latin-glued-to-word')]
    >>> find_glued_latin("Appها و PDFهای ما"), find_glued_latin("کد `Pythonآغاز` بود")
    ([], [])
    """
    found: list[Edit] = [
        (match.start(1), match.start(1), " ", GLUED_LATIN)
        for match in _GLUED.finditer(text)
        if match[1] not in ENDINGS and standing(match[1]) >= SEEN
    ]
    return in_prose(text, found)
