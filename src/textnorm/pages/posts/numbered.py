"""Pages of numbered works: «غزل شمارهٔ ۱۲» is the title, «غزل شمارهٔ ۱۱» and «غزل شمارهٔ ۱۳» lead to the pages beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import line_key
from textnorm.pages.posts.page_lines import PageLines

_NUMBER = lazy_pattern(r"\d+")
#: a title that says which of a collection a work is
_NUMBERED = lazy_pattern(r"(?:[^\W\d_]+[\s\u200c]){0,3}شمار(?:[هۀ]\u0654?|ه[\s\u200c]?ی)\s?\d{1,4}")


def is_numbered(text: str) -> bool:
    """Tell whether a line says which of a collection a work is.

    >>> is_numbered("غزل شمارهٔ ۱۲"), is_numbered("شماره ۱۲ این مجله"), is_numbered("غزل تازه")
    (True, False, False)
    """
    return _NUMBERED.fullmatch(text) is not None


def numbered_title(page: PageLines, candidates: Sequence[int], first: int) -> int | None:
    """Return the line that says the number of the work which begins at *first* or a few lines above it.

    Nothing but candidates stands between; of several the one in the path to the page.
    """
    numbered = [n for n in candidates if is_numbered(page.texts[n]) and n < first]
    own = [n for n in numbered if page.key_counts[page.keys[n]] > 1 or _ends_path(page, n)]
    chosen = (own or numbered)[-1:]
    if not chosen:
        return None
    between = (n for n in range(chosen[0] + 1, first) if not page.has(n, "pagination"))
    return None if any(page.is_meta(n) or page.is_outside(n) for n in between) else chosen[0]


def _ends_path(page: PageLines, place: int) -> bool:
    key = page.keys[place]
    return any(other.endswith(key) and other != key for other in page.keys[:place])


def is_beside(text: str, title: str) -> bool:
    """Tell whether a line is a title but for its number: it leads to the page before or behind.

    >>> is_beside("« غزل شمارهٔ ۱۱", "غزل شمارهٔ ۱۲"), is_beside("غزل شمارهٔ ۱۲", "غزل شمارهٔ ۱۲")
    (True, False)
    """
    if not _NUMBER.search(title) or not _NUMBER.search(text):
        return False
    line, own = line_key(text), line_key(title)
    return line != own and _NUMBER.sub("#", line) == _NUMBER.sub("#", own)
