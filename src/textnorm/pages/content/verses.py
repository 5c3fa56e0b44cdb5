"""Pages whose text has no sentences: verses of a poem, the words of a song.

The page model looks for sentences. On a page without one that is beyond doubt the text is the longest run of
short lines that no interface is and that speak as verses do: with small words and verbs, which menus have not.
"""

from __future__ import annotations

from itertools import groupby

from textnorm.lazy import lazy_pattern
from textnorm.pages.content.counted_words import stop_words
from textnorm.pages.content.line_features import Own
from textnorm.pages.interface import ALONE, mask
from textnorm.pages.interface.templates import fold, words_of

#: fewest lines in a row that are verses; the longest verse
_FEWEST, _LONGEST = 4, 90
#: a line with this many eighths of menu words is no verse; nor is one of up to this many words with a role
_MENU, _ROLE = 6, 3
#: what stands in no verse, however many words it has
_OUTSIDE = mask(
    "navigation", "login", "footer", "comment_form", "comment_count", "moderation", "archive", "related", "newsletter", "share",
    "taxonomy", "counter", "byline", "date_label",
)  # fmt: skip
#: how a clause ends in verse and in speech
_VERB = lazy_pattern(
    r"(?<!\w)(?:ن?می[\s\u200c]?[^\W\d]+|ن?(?:شد|بود|زد|رفت|آمد|ماند|گرفت|داشت|دید|خواند|گشت|برد|افتاد|کشید|رسید|نوشت|کرد|گفت)(?:م|ی|یم|ید|ند|ه)?"
    r"|است|نیست|باشد|شود|کند|دار(?:م|ی|د|یم|ید|ند)|کن|باش|بیا|برو|برگرد|[^\W\d]{3,}ه[\s\u200c]?(?:ام|ای|اند))$"
)


def verses(page: Own) -> list[bool] | None:
    """Return which lines of a page are verses; None where no run of lines speaks as verses do.

    Of several runs those count that have at least half as many speaking lines as the one that has most.
    """
    rows = zip(page.lines, page.columns["bits"], page.columns["words"], page.columns["hits"], page.columns["dated"], strict=True)  # fmt: skip
    plain = [_is_plain(*row) for row in rows]
    runs = [list(run) for flag, run in groupby(range(len(plain)), plain.__getitem__) if flag]
    weights = {run[0]: sum(_speaks(page.lines[n]) for n in run) for run in runs if len(run) >= _FEWEST}
    found = [run for run in runs if weights.get(run[0], 0) * 2 >= len(run)]
    most = max((weights[run[0]] for run in found), default=0)
    lines = {n for run in found if weights[run[0]] * 2 >= most for n in _without_title(page, run)}
    return [n in lines for n in range(len(plain))] if lines else None


def _without_title(page: Own, run: list[int]) -> list[int]:
    """Return a run of verses without a first line that does not speak: a title."""
    return run if len(run) == _FEWEST or _speaks(page.lines[run[0]]) else run[1:]


def _is_plain(line: str, bits: int, words: int, hits: int, dated: int) -> bool:
    """Tell whether a line may be one of a run of verses.

    Headlines and rows of lists have small words, too. Where a script has capitals they begin with one, so that no run of theirs is
    taken for verses.
    """
    if line[0].isupper():
        return False
    interface = bits & ALONE or bits & _OUTSIDE or (bits and words < _ROLE) or (hits >= _MENU and words > 1)
    plain = any(map(str.isalpha, line)) and not any(map(str.isdigit, line))
    return plain and not interface and not dated and len(line) <= _LONGEST


def _speaks(line: str) -> bool:
    """Tell whether a line has a small word or ends with a verb.

    >>> _speaks("باران که می زند"), _speaks("عکس‌های باغ")
    (True, False)
    """
    if stop_words().intersection(words_of(fold(line))):
        return True
    return _VERB.search(line.rstrip(" .!؟?؛،")) is not None
