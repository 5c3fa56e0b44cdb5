"""Months whose names are nouns as well: twelve arrows «۱۲ تیر», five stamps «۵ مهر», three avalanches «۳ بهمن».

A day and a month without a year are such a noun where its own verbs and things stand behind it, or a word that
counts stands before it. A year, a weekday, «روز», «ماه» and the like leave no doubt, and are not looked at here.
"""

from __future__ import annotations

from typing import NamedTuple

from .adjacency import touch
from .candidate import Candidate
from .kinds import Kind, Token
from .match_key import fold
from .months import EVERYDAY
from .vocabulary import CARDINAL


class Noun(NamedTuple):
    """What stands behind a noun, right behind it or anywhere in its clause, and what stands before its number."""

    next: frozenset[str]
    near: frozenset[str]
    before: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


#: the object marker, «دیگر» and verbs of having and getting say «noun» right behind it only: «۸ مهر خانه خرید» is a date
_HAVING = "را دیگر دارد داشت داشتند دارند داریم خرید خریدند فروخت آورد آوردند برد برداشت گرفت ساخت ساختند شمرد دید دیده لازم نیاز کم باقی"
_ARROWS = Noun(
    next=_words(
        _HAVING + " خورد خوردند خورده خوردم زد زدند زده زدم انداخت انداختند رها کشید کشیدند شکست نشست "
        "خلاص غیب مشقی جنگی هوایی اضافی چوبی فلزی آهنی بتنی سقف بلند"
    ),
    near=_words(
        "هدف کمان ترکش کماندار کمانداران شلیک پرتاب اصابت تیرانداز تیراندازی تفنگ اسلحه فشنگ گلوله سیبل خورد خوردند "
        "انداخت انداختند چراغ برق چوب چوبی آهن پی‌درپی چله خطا"
    ),
    before=_words("تفنگ اسلحه کلت کماندار تیرانداز سرباز شکارچی پلیس"),
)
_STAMPS = Noun(
    next=_words(
        _HAVING
        + " زد زدند زده زدم خورد خورده کوبید تایید تأیید نماز تربت رسمی پلاستیکی لاستیکی ژلاتینی برجسته "
        "استاندارد شرکت اداره شعبه سازمان دفتر بانک مدرسه مدیر رئیس"
    ),
    near=_words("تایید تأیید امضا امضاء ممهور مهرها استامپ جوهر سند نامه پاکت نماز سجاده موم مادری پدری"),
)
_AVALANCHES = Noun(
    next=_words(_HAVING + " سقوط ریزش آمد بزرگ کوچک پیاپی سنگین مهیب برفی"),
    near=_words("سقوط ریزش کوهنورد کوهنوردان"),
)
#: «دی» of chemistry and of English letters: «۲ دی اکسید», «دی ان ای»
_TWOS = Noun(
    next=_words("اکسید اکسیدکربن آکسید متیل اتیل فنیل کلرو کلرید سولفید فسفات الکتریک اکسین وی ان جی"),
    near=frozenset(),
    before=_words("سی وی"),
)
NOUNS = {4: _ARROWS, 7: _STAMPS, 10: _TWOS, 11: _AVALANCHES}
#: before a number, these count or say with what
_COUNTING = _words(
    "با هر چند فقط تنها حدود تقریبا این آن کمتر بیشتر بیش دستکم حداقل حداکثر مجموعا جمعا تعداد دارای شامل"
)
#: kinds that say that a day follows: «روز ۵ مهر نامه رسید», «در ۱۲ تیر به هدف خود رسید»
_DATING = frozenset((Kind.DAY_WORD, Kind.WEEKDAY, Kind.DATED, Kind.IN, Kind.TO))
#: how many tokens make the rest of a clause
_CLAUSE = 5


def is_counted_noun(candidate: Candidate) -> bool:
    """Tell whether a day and a month without a year count things: «۱۲ تیر به هدف خورد»."""
    window, at = candidate.window, candidate.at
    if candidate.form.year != "none" or candidate.form.order != "dm":
        return False
    day, month = window.pieces[at["d"]], window.pieces[at["m"]]
    noun = NOUNS.get(month.value)
    if noun is None or month.kind != Kind.MONTH or month.key not in _NAMES or is_ordinal(window.text, day):
        return False
    if window.shape[candidate.last - 1] == Kind.MONTH_WORD:
        return False
    before = window.pieces[candidate.first - 1] if candidate.first else None
    if before is not None and before.kind in _DATING:
        return False
    if before is not None and (before.key in _COUNTING or before.key in noun.before):
        return True
    clause = _clause_after(candidate)
    return bool(clause) and (clause[0] in noun.next or not noun.near.isdisjoint(clause))


def is_ordinal(text: str, number: Token) -> bool:
    """Tell whether a number is a word that numbers and does not count: «هفتم», but not «هفت» or «۷»."""
    words = text[number.start : number.end].split()
    return not number.key.isdigit() and fold(words[-1]) not in CARDINAL


_NAMES = _words("تیر مهر دی بهمن")
WORDS_OF_NOUNS = frozenset().union(_COUNTING, _NAMES, *(words for noun in NOUNS.values() for words in noun))


def _clause_after(candidate: Candidate) -> list[str]:
    """Return the words behind a candidate, up to the next sign or number."""
    window, last = candidate.window, candidate.last
    found = []
    for piece in window.pieces[last : last + _CLAUSE]:
        key = fold(window.text[piece.start : piece.end])
        if key.isalpha():
            found.append(key)
        elif not key.isdigit():
            break
    return found


#: «جمعه دوم», the second Friday of a month at most the fifth
_LAST_COUNT = 5


def may_count_weekdays(candidate: Candidate) -> bool:
    """Tell whether an ordinal may count weekdays: «جمعهٔ دوم مهر ۱۳۹۷» is the second Friday, if the second is no Friday."""
    window, at = candidate.window, candidate.at
    if (
        candidate.form.order != "dmy"
        or candidate.numeric
        or at["d"] != candidate.first
        or not candidate.first
    ):
        return False
    day, before = window.pieces[candidate.first], window.pieces[candidate.first - 1]
    if day.value > _LAST_COUNT or not is_ordinal(window.text, day):
        return False
    return before.kind == Kind.WEEKDAY or (before.key == "ی" and candidate.before[-2:-1] == Kind.WEEKDAY)


def is_disc(candidate: Candidate) -> bool:
    """Tell whether it is a CD, in one word: «سی‌دی ۱۴۰۰»."""
    if "d" not in candidate.at or "m" not in candidate.at or candidate.form.order[:2] != "dm":
        return False
    day, month = candidate.window.pieces[candidate.at["d"]], candidate.window.pieces[candidate.at["m"]]
    text = candidate.window.text
    return (text[day.start : day.end], month.key) == ("سی", "دی") and touch(text, day.end, month.start)


def is_everyday_word(candidate: Candidate) -> bool:
    """Tell whether a short month is rather a word, «۵ مرد ۱۴۰۰ سکه»: between other words it is."""
    if "m" not in candidate.at:
        return False
    pieces, month = candidate.window.pieces, candidate.window.pieces[candidate.at["m"]]
    if month.kind != Kind.SHORT_MONTH or month.key not in EVERYDAY:
        return False
    beside = (
        pieces[max(0, candidate.first - 1) : candidate.first] + pieces[candidate.last : candidate.last + 1]
    )
    return any(piece.kind not in _ALONE for piece in beside)


#: what may stand beside a date that stands alone
_ALONE = frozenset(
    (Kind.WEEKDAY, Kind.TIME, Kind.CLOCK, Kind.ERA, Kind.DATED, Kind.OTHER, Kind.BAR, Kind.STOP, *":,()-/")
)
