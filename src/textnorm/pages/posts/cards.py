"""Lines round a post that may be the name of who wrote it, and the cards that forums show of their members."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages.content.counted_words import name_words
from textnorm.pages.interface import ALONE, mask, role_bits
from textnorm.pages.interface.templates import fold, words_of
from textnorm.pages.posts.bylines import is_job
from textnorm.pages.posts.date_words import folded
from textnorm.pages.posts.names import is_account, is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines

_NAME_WORDS, _LONGEST_USER = 4, 20
#: an account, alone or with how long ago it said something
_ACCOUNT = lazy_pattern(r"@[A-Za-z][\w.]{2,29}(?:@[\w.-]{3,40})?(?:\s?[·•]\s?[^.!؟:]{1,20})?")
#: what a button says rather than a name
_BUTTON = lazy_pattern(
    r"(?:افزودن|شروع|ارسال|دنبال|مشاهده|نمایش|اضافه|ثبت|گزارش|پاسخ|نقل|اشتراک|آخرین|بیشتر|get|add|share|follow|reply|view|show|read|more)\b",
    re.IGNORECASE,
)
#: the rank of a member, below the name in a forum
_RANK = lazy_pattern(
    r"\(?آ(?:ف|ن)لاین\)?|(?:عضو|کاربر|مدیر|ناظر|مهمان(?!\s[^\W\d])|تازه[\s\u200c]?(?:وارد|کار)|کارشناس|متخصص|پیشکسوت|همراه همیشگی|استاد انجمن)(?!\w)|.{0,20}آ[نف]لا[يی]ن ن[يی]ست"
    r"|(?:[a-z]{2,8}\.?\s){0,2}(?:member|newbie|moderator|administrator|guest|registered)\b",
    re.IGNORECASE,
)
#: a member with a number behind the name: «سیمرغ ۵۲»
_NUMBERED = lazy_pattern(r"[^\W\d](?:[^\W\d]|\u200c){2,16}[ _]\d{2,4}")
_OFFLINE = lazy_pattern(r"^(?:آفلاین|آنلاین)\s+(?=\S)|(?<=\S)\s+(?:آفلاین|آنلاین)$")
#: roles of one word behind a name: what a member is, or a button beside it
_STATES = mask("forum", "comment_row", "share", "login", "status", "blog")
#: most words of who wrote a post or a comment, on a line of their own
MOST_OF_NAME = 3


def can_be_name(page: PageLines, place: int) -> bool:
    """Tell whether a line has the form of a name: a few words that are no interface, or a user's name."""
    text = page.texts[place]
    person, comma, job = text.partition("\N{ARABIC COMMA} ")
    if comma and is_name(person) and is_job(job):
        return True
    user = " " not in text and len(text) <= _LONGEST_USER
    given = may_be_name(text) and not is_account(text)
    return (
        page.words[place] <= _NAME_WORDS
        and (user or not any(map(str.isdigit, text)) or _NUMBERED.fullmatch(text) is not None)
        and (not page.roles[place] or (given and not page.roles[place] & ALONE))
        and ":" not in text
        and " و " not in text
        and text[-1] not in "?؟!…"
        and (page.can_title(place) or text.startswith("@") or given or page.keys[place] in page.names)
        and _BUTTON.match(text) is None
        and not is_rank(text)
        and not name_words("no_name").intersection(words_of(fold(text)))
    )


def names_account(page: PageLines, place: int) -> bool:
    """Tell whether a line is the name above an account, as those of who says something on networks are: «نسیم», «@nasim_p»."""
    below = place + 1
    if below >= len(page) or _ACCOUNT.fullmatch(page.texts[below]) is None:
        return False
    return page.words[place] <= _NAME_WORDS and not page.sentences[place] and not page.is_meta(place)


def is_rank(text: str) -> bool:
    """Tell whether a line is the rank of a member.

    >>> is_rank("High Hero Member"), is_rank("مدیر انجمن"), is_rank("مهمان ناخوانده")
    (True, True, False)
    """
    return _RANK.match(folded(text)) is not None


def carded(page: PageLines, zone: Sequence[int], title: int | None = None) -> int | None:
    """Return the name on top of the card of a member: the line above its rank."""
    for place in zone:
        if _OFFLINE.search(page.texts[place]) and page.words[place] <= _NAME_WORDS:
            return place
        below = place + 1
        if (
            place != title
            and below < len(page)
            and (is_rank(page.texts[below]) or _is_of_member(page, below))
            and can_be_name(page, place)
        ):
            return place
    return None


def has_rank(page: PageLines, place: int) -> bool:
    """Tell whether a rank stands between a name and a row of its member's card."""
    rank = place + 1
    counted = rank + 1 < len(page) and _is_of_member(page, rank + 1)
    return counted and is_rank(page.texts[rank]) and can_be_name(page, place)


def is_unknown_rank(page: PageLines, place: int) -> bool:
    """Tell whether a line right above such a row may be a rank of a wording of its own: two words below a name, no name itself."""
    return page.words[place] > 1 and not may_be_name(page.texts[place]) and can_be_name(page, place - 1)


def _is_of_member(page: PageLines, place: int) -> bool:
    """Tell whether a line is a row of a member's card: since when, how many posts."""
    counted = page.has(place, "forum") and any(map(str.isdigit, page.texts[place]))
    return counted or (place in page.marks and page.marks[place].label == "other")


def without_state(name: str) -> str:
    """Return a name without the sign of an account, whether its owner is there, and the button beside it.

    >>> without_state("آفلاین کوه‌نورد"), without_state("@sahar"), without_state("نگین باقری ارسال ایمیل")
    ('کوه‌نورد', 'sahar', 'نگین باقری')
    >>> without_state("دکتر مریم ثابت"), without_state("مریم ارسال ایمیل")
    ('دکتر مریم ثابت', 'مریم')
    """
    words = _OFFLINE.sub("", name).lstrip("@").split(" ")
    sizes = range(1, len(words))
    end = next((n for n in sizes if role_bits(" ".join(words[n:])) & ALONE), len(words))
    if end == len(words) - 1 and not role_bits(words[end]) & _STATES:
        return " ".join(words)  # a surname that a button says, too
    return " ".join(words[:end])
