"""The path to a page, «خانه / گیاهان / گل سرخ»: where the page stands on its site. It is no headline and no verse."""

from __future__ import annotations

import re
from collections.abc import Container

from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import HOME, line_key

#: the steps of a path; those that a headline can hardly have
_STEP = lazy_pattern(r"(?<!\s)\s+(?:[»›>/→‹])\s+")
_SURE = "»›→‹"
#: most words of each step but the last, which may be the headline; of the last of two that nothing else tells from one
_WORDS, _LAST = 4, 3
#: what a headline may say of its kind in the first of two steps: «عکس / بهار در شیراز»
_KIND = lazy_pattern(
    r"(?:عکس|تصاویر|فیلم|ویدیو|ویدئو|صوت|گزارش|یادداشت|سرمقاله|تحلیل|گفت[\s\u200c]?و[\s\u200c]?گو|مصاحبه|اینفوگرافیک|اینفوگرافی|کاریکاتور|کارتون|نقد|شعر|داستان|video|photos?|opinion)(?: تصویری| ویدیویی| ویژه)?",
    re.IGNORECASE,
)


def is_path(text: str, lines: Container[str] = ()) -> bool:
    """Tell whether a line is a path: it has steps that no headline has, or begins at home or with a line of the page, by its key.

    >>> is_path("صائب » دیوان » غزلیات"), is_path("خانه / باران"), is_path("برد / باخت / تساوی")
    (True, True, False)
    >>> is_path("برد / باخت", ["برد"]), is_path("عکس / باران", ["عکس"])
    (True, False)
    >>> is_path("سبز » زرد"), is_path("رمان « باد » از زبان باران")
    (True, False)
    """
    parts = _STEP.split(text)
    if len(parts) < 2 or "«" in text or any(part.count(" ") >= _WORDS for part in parts[:-1]):
        return False
    first = line_key(parts[0])
    short = len(parts) > 2 or parts[-1].count(" ") < _LAST
    section = first in lines and short and _KIND.fullmatch(parts[0]) is None
    sure = any(sign in text for sign in _SURE) or (">" in text and len(parts) > 2)
    return first in HOME or section or sure


def last_step(title: str) -> str:
    """Return the title of a page of which the heading says the whole path to it: the last of three steps and more.

    >>> last_step("صائب » غزلیات » غزل شماره ۴"), last_step("سبز » زرد"), last_step("رمان « باد » از « باران » تا برف")
    ('غزل شماره ۴', 'سبز » زرد', 'رمان « باد » از « باران » تا برف')
    """
    steps = _STEP.split(title)
    return steps[-1].strip() if len(steps) > 2 and is_path(title) else title
