"""The path to a page, «خانه / گیاهان / گل سرخ»: where the page stands on its site. It is no headline and no verse."""

from __future__ import annotations

from collections.abc import Container

from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import line_key

#: the steps of a path; those that a headline can hardly have
_STEP = lazy_pattern(r"\s+(?:[»›>/→‹])\s+")
_SURE = "»›→‹"
#: most words of each step but the last, which may be the headline
_WORDS = 4
#: the first of them on most sites
HOME = frozenset(map(line_key, ("خانه", "صفحه اصلی", "صفحه نخست", "صفحه اول", "home")))


def is_path(text: str, lines: Container[str] = ()) -> bool:
    """Tell whether a line is a path: two steps and more, or one from home, or from a line of the page, by its key.

    >>> is_path("صائب » دیوان » غزلیات"), is_path("خانه / باران"), is_path("برد / باخت")
    (True, True, False)
    >>> is_path("برد / باخت", ["برد"]), is_path("رمان « باد » از زبان باران")
    (True, False)
    """
    parts = _STEP.split(text)
    if len(parts) < 2 or "«" in text or any(part.count(" ") >= _WORDS for part in parts[:-1]):
        return False
    first = line_key(parts[0])
    return len(parts) > 2 or first in HOME or first in lines or any(sign in text for sign in _SURE)
