"""The article «ای» behind a silent heh in a word that was written without its joiner, and the plural that it looks like."""

from __future__ import annotations

from ...chars import HEH
from ...lexicon import load
from ...lexicon.flags import PARTICIPLE, SILENT_HEH, TOLD_AS_ARTICLE, TOLD_AS_PLURAL, UNCLEAR_HEH, WORD
from . import ids

#: what stands for the article «ای» behind a silent heh
OLD_ARTICLE = "یی"
#: what stands before «ـه‌ای», and behind it, and beside no plural with its ezafe
ONE = ("یک", "هیچ", "هر", "چنین")
NO_EZAFE = tuple(
    "که را و از برای یا اما ولی به تا نیز است نیست بود بودند نبود باشد باشند شد شدند نشد شود شوند نشود هست هستند نیستند "
    "دارد دارند دارم داریم دارید داشت داشتند داشتم داشته ندارد ندارند نداشت نوشت نوشتم".split()
)
#: those that no plural of speech stands behind («یک حرف‌های خنده‌داری»), and adverbs, behind which an adjective stands («کاملاً حرفه‌ای»), so that
#: they tell of a word with a commoner plural too
NEVER_BEFORE_PLURALS = ("هیچ", "هر", "کاملاً", "کاملا", "نسبتاً", "نسبتا")


def may_be_article(word: str) -> bool:
    """Return whether *word* is as well one in heh with «ای» as the plural of one without: «نامهای»."""
    look = load().get
    return word.endswith("های") and bool(look(word[:-2]) & UNCLEAR_HEH) and not look(word) & WORD


def told_by_neighbours(word: str) -> int:
    """Return TOLD_AS_ARTICLE or TOLD_AS_PLURAL where the words beside *word* may give it its rarer reading: «نشستهای خبری»."""
    return load().get(word) & (TOLD_AS_ARTICLE | TOLD_AS_PLURAL) if word.endswith("های") else 0


def old_article(word: str) -> tuple[tuple[int, str], ...]:
    """Return the split point before the «یی» that some write for «ای»: «مقاله‌یی»."""
    host = word.removesuffix(OLD_ARTICLE)
    is_host = host != word and host[-1] == HEH and load().get(host) & (SILENT_HEH | PARTICIPLE)
    return ((len(host), ids.HEH),) if is_host else ()
