"""Unknown words: of two known halves, whose pattern is a living one, «بلوط‌شناسی», «پیش‌بارگذاری», and plurals, «کامپوننت‌ها»."""

from __future__ import annotations

from ...chars import HAMZA_ABOVE, HEH, NON_JOINING, YEH
from ...lexicon import load
from ...lexicon.flags import COMMON, FUNCTION, RARE, SILENT_HEH, STEM_FERTILE, STEM_PRODUCTIVE, VERB, WORD
from ...lexicon.table_keys import words
from . import ids
from .affixes import GLUED, POSSESSIVES

#: a split point: its place in the word and the rule that made it
Split = tuple[int, str]
#: the ending that all plurals begin with
PLURAL = "ها"
#: what makes an adjective or a noun of a known word, in one with it where a tool took the joiner out
PREFIXES_OF_ADJECTIVES = words("نیمه درون برون میان بین پیش شبه کم سه نیم تمام تک خوش هم بی")
#: numbers, and what they measure in one adjective with them: «هشت‌ساله»
NUMBERS = words("یک سه پنج شش هفت هشت نه ده یازده دوازده سیزده پانزده شانزده هفده هجده بیست سی چهل پنجاه شصت")
MEASURED = words(
    "ساله ماهه روزه ساعته نفره نفری تایی ضلعی بعدی رقمی طبقه کیلویی گرمی متری سانتی تومانی درصدی قسمتی جلدی جانبه گانه مرحله"
)
#: the Arabic article, which begins the second half of compounds: «واجب‌القتل»
ARTICLE = "ال"


def living_compound(word: str, value: int) -> tuple[Split, ...]:
    """Return the split point of *word*, of which the lexicon says *value*, if it is such a one."""
    if place := not value and (_of_twice_the_same(word) or _before_article(word)):
        return ((place, ids.GLUED_PRODUCTIVE),)
    if value & RARE or word[-1] in "مش":
        return ()
    for place in range(2, len(word) - 2):
        if word[place - 1] not in NON_JOINING and _makes_compound(word[:place], word[place:]):
            is_living = load().get(word[place:]) & STEM_PRODUCTIVE
            stands = _stands(word) or (not is_living and _is_read_otherwise(word, place))
            return () if stands else ((place, ids.GLUED_PRODUCTIVE),)
    return ()


def _of_twice_the_same(word: str) -> int:
    """Return where a word that is said twice begins anew, «نم‌نم»; 0 for names («کیکی») and for a word with an ending («کمکم»)."""
    middle = len(word) // 2
    half = word[:middle]
    if half != word[middle:] or half[-1] in NON_JOINING or (len(half) < 3 and half[-1] == YEH):
        return 0
    get = load().get
    return 0 if not get(half) & WORD or get(word[:-1]) & WORD else middle


def _before_article(word: str) -> int:
    """Return where an Arabic article begins the second half of a compound of two known words: «مشکوک‌الوصول», but «چنگال‌مانند»."""
    place, get = word.find(ARTICLE, 2), load().get
    if place < 2 or len(word) < place + 5 or word[place - 1] in NON_JOINING:
        return 0
    first = get(word[:place])
    second = word[place + 2 :]
    is_first = first & WORD and first & COMMON and not first & FUNCTION and not get(word[: place + 2]) & WORD
    return place if is_first and second not in POSSESSIVES and get(second) & WORD else 0


def _is_read_otherwise(word: str, place: int) -> bool:
    """Return whether two common words make up *word* with another bound than *place*: «یکهزار» is no «یکه‌زار»."""
    get, common = load().get, WORD | COMMON
    return any(
        get(word[:at]) & common == common == get(word[at:]) & common
        for at in range(2, len(word) - 1)
        if at != place
    )


def _makes_compound(left: str, right: str) -> bool:
    """Return whether two halves of an unknown word make one by a living pattern: «بلوط‌شناسی», «وصله‌گیری», «پیش‌بارگذاری».

    A heh that is not sounded never joins the next letter, so that behind one any common word will do: «تخته‌نرد».
    """
    known = load().get(right)
    if not known & WORD:
        return False
    if left in NUMBERS and right in MEASURED:
        return bool(known & COMMON)
    if left in PREFIXES_OF_ADJECTIVES:
        return len(right) > 3 and bool(known & COMMON) and not known & (FUNCTION | VERB)
    if len(left) < 3:
        return False
    first = load().get(left)
    is_apart = left[-1] == HEH and first & SILENT_HEH and first & COMMON and len(left) > 3
    if is_apart and len(right) > 2 and known & COMMON and not known & FUNCTION:
        return True
    if not known & (STEM_PRODUCTIVE | STEM_FERTILE):
        return False
    sure = known & STEM_PRODUCTIVE or (first & COMMON and len(left) > 3)
    return bool(first & WORD and sure) and not first & FUNCTION


def is_unknown_noun(host: str, ending: str, *, may_be_heh: bool) -> bool:
    """Return whether the plural of an unknown word holds no other word: «کامپوننتها», but «اجارهبها», «بینرشتهای»."""
    get = load().get
    if len(host) < (5 if len(ending) < 4 else 4) or (ending == PLURAL and get(host + HEH) & WORD):
        return False  # «متشابها» is of «متشابه»
    ends = (ending, PLURAL, *((HEH,) if may_be_heh else ()))
    return not any(
        get(host[at:] + end) & WORD and (len(host) > at + 2 or get(host[:at]) & WORD)
        for at in range(1, len(host))
        for end in ends
    )


def _stands(word: str) -> bool:
    """Return whether *word* is a known word with a suffix that needs no joiner («روزهایم»)."""
    for ending in (*GLUED, HAMZA_ABOVE, "یم", "ی", "ان", "م", "ش", "ت"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            host = word[: -len(ending)]
            if load().get(host) & WORD and (host[-1] in NON_JOINING or len(ending) < 3):
                return True
    return False
