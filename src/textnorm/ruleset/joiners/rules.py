"""The joiner rules, each with its reason, its examples and the texts that it leaves alone.

What they decide by lies elsewhere: the affixes in `affixes`, glued words in `morphemes` and `living`, spaces in `boundaries`,
and the evidence in the lexicon. Source: the Academy's orthography, «دستور خط فارسی», and edited text.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Literal

from ...edits import Edit
from ..rule import Rule
from . import ids
from .scan import join_finder

SOURCE = "«دستور خط فارسی»; lexicon and pair counts"


def _find_one(rule_id: str, run: str) -> list[Edit]:
    return [edit for edit in join_finder(frozenset())(run) if edit[3] == rule_id]


def _rule(rule_id: str, **fields: Any) -> Rule:
    """Return a joiner rule; by itself it finds its own edits among those of all rules."""
    certainty: Literal["certain", "likely"] = "likely" if rule_id in ids.LIKELY else "certain"
    find_it = partial(_find_one, rule_id)
    return Rule(id=rule_id, family="joiners", find=find_it, certainty=certainty, source=SOURCE, **fields)


RULES = (
    _rule(
        ids.VERB,
        why="می and نمی belong to the verb and stand before it with a joiner; a preverb stays.",
        examples=(
            ("او به مدرسه می رود", "او به مدرسه می‌رود"),
            ("نمیدانم کجا میروند", "نمی‌دانم کجا می‌روند"),
            ("خورشید برمی آید", "خورشید برمی‌آید"),
            ("باز می گردد", "باز می‌گردد"),
            ("باران نمی بارید", "باران نمی‌بارید"),
        ),
        near_misses=(
            "جام می بر میز بود",
            "در ماه می هوا گرم شد",
            "۱۵ می رفتند",
            "میدان شهر شلوغ است",
            "میوه و نان خرید",
            "میهن ما",
            "میز و میله",
            "نمیرا و نمین",
        ),
    ),
    _rule(
        ids.PLURAL,
        why="The plural ها and its forms stand with a joiner, or at once after a letter that does not join.",
        examples=(
            ("کتاب ها", "کتاب‌ها"),
            ("کتابهای خوب", "کتاب‌های خوب"),
            ("دختر ها", "دخترها"),
            ("آن ها رفتند", "آن‌ها رفتند"),
            ("کامپوننتها", "کامپوننت‌ها"),
            ("پنجره هایی باز", "پنجره‌هایی باز"),
        ),
        near_misses=(
            "تنها ماند",
            "بهای نان",
            "رها شد",
            "آنها آمدند",
            "اینها ماندند",
            "انتهای راه",
            "تنهایی و اشتها",
            "فقها و سفها",
            "کارهای خانه",
            "شانگهای بزرگ",
        ),
    ),
    _rule(
        ids.COMPARATIVE,
        why="تر and ترین follow an adjective with a joiner, or at once after a letter that does not join.",
        examples=(
            ("شب تاریک تر از روز است", "شب تاریک‌تر از روز است"),
            ("آب شفافتر شد", "آب شفاف‌تر شد"),
            ("بزرگ ترین شهر", "بزرگ‌ترین شهر"),
            ("حال او بد تر شد", "حال او بدتر شد"),
            ("خوشحالتریم", "خوشحال‌تریم"),
            ("زیرکترهای خانه", "زیرک‌ترهای خانه"),
            ("اساسیترین قانون", "اساسی‌ترین قانون"),
        ),
        near_misses=(
            "لباس تر",
            "دفتر دکتر",
            "ده متر",
            "خشک و تر",
            "بهتر و بیشتر",
            "چوب تر و خاک تر",
            "دکترها",
        ),
    ),
    _rule(
        ids.HEH,
        why="ام، ای، ایم، اید and اند stand with a joiner after a silent heh.",
        examples=(
            ("آنها رفته اند", "آنها رفته‌اند"),
            ("خانه ای بزرگ", "خانه‌ای بزرگ"),
            ("زلزلهای آمد", "زلزله‌ای آمد"),
            ("گفتهام و نوشتهایم", "گفته‌ام و نوشته‌ایم"),
            ("مقالهیی نوشت", "مقاله‌یی نوشت"),
        ),
        near_misses=(
            "ای دوست",
            "نه ای باد",
            "به ای",
            "روزهای خوب",
            "شانگهای",
            "ابهام و الهام",
            "سهام شرکت",
            "چشم‌اندازهای زیبا",
            "باد برهاند",
        ),
    ),
    _rule(
        ids.POSSESSIVE,
        why="Possessives, and ای after yeh, stand with a joiner after a silent heh or a yeh.",
        examples=(
            ("خانه اش", "خانه‌اش"),
            ("زندگی ات", "زندگی‌ات"),
            ("برنامه مان", "برنامه‌مان"),
            ("مدرسهاش", "مدرسه‌اش"),
            ("دختر دو سالهاش", "دختر دو ساله‌اش"),
        ),
        near_misses=("دوستیای ما", "این شان و مقام", "برای شان", "جهات و شبهات", "راه مان", "پاهای تان"),
    ),
    _rule(
        ids.COMPOUND,
        why="Edited text writes these two words with a joiner and not with a space.",
        examples=(
            ("پیش بینی هوا", "پیش‌بینی هوا"),
            ("برنامه ریزی کرد", "برنامه‌ریزی کرد"),
            ("دانش آموزان آمدند", "دانش‌آموزان آمدند"),
        ),
        near_misses=(
            "این که آمد",
            "به طور کلی",
            "یکی از خانه ها".replace(" ها", "‌ها"),
            "به یقین",
            "زنده یاد",
            "کار خانه",
            "بی بی سی",
            "هم فکر می‌کنم",
            "چند بچه داری",
            "سال پیش خرید کرد",
        ),
    ),
    _rule(
        ids.PARTICIPLE,
        why="A participle used as an adjective is one word with what comes before it; the next word tells.",
        examples=(
            ("نتایج اعلام شده در روزنامه", "نتایج اعلام‌شده در روزنامه"),
            ("کارهای انجام شدهٔ ما", "کارهای انجام‌شدهٔ ما"),
        ),
        near_misses=("نتایج اعلام شده است", "کار انجام شده بود", "این کار انجام شد و تمام شده"),
    ),
    _rule(
        ids.GLUED_COMPOUND,
        why="Edited text writes this word with a joiner, and not without one.",
        examples=(("برنامهریزی", "برنامه‌ریزی"), ("دانشآموزان", "دانش‌آموزان"), ("پیشبینی", "پیش‌بینی")),
        near_misses=("کتابخانه", "هاشمی‌پور", "پاسخگو", "دانشگاه", "گلستان", "بیشتر", "میزبان", "همکار"),
    ),
    _rule(
        ids.LIKELY_COMPOUND,
        why="Edited text writes these two words with a joiner more often than not, or a word list does.",
        examples=(("زنده یاد استاد", "زنده‌یاد استاد"),),
        near_misses=("به طور کلی", "این که", "یکی از آنها"),
    ),
    _rule(
        ids.PRODUCTIVE,
        why="The second half is a suffix that edited text hardly ever writes apart.",
        examples=(("بلوط شناسی", "بلوط‌شناسی"),),
        near_misses=("کار سازی که می‌زند", "باد سازی نمی‌زند"),
    ),
    _rule(
        ids.GLUED_PRODUCTIVE,
        why="Both halves are words, and the second one ends many kinds of compounds or begins with the Arabic article, or the first one is"
        " a prefix, the same as the second, a number of what is measured, or ends in a heh that is not sounded, which joins no letter;"
        " edited text does not write the two in one.",
        examples=(
            ("بلوطشناسی", "بلوط‌شناسی"),
            ("لینکشده", "لینک‌شده"),
            ("وصلهگیری", "وصله‌گیری"),
            ("پیشبارگذاری", "پیش‌بارگذاری"),
            ("نقطهشروع", "نقطه‌شروع"),
            ("سریعالزوال", "سریع‌الزوال"),
            ("همپرواز", "هم‌پرواز"),
            ("چهلمتری", "چهل‌متری"),
            ("گرمگرم", "گرم‌گرم"),
        ),
        near_misses=(
            "خداشناسی",
            "ماهشهر",
            "ناشناس",
            "دوستی",
            "یکهزار",
            "راهروها",
            "انگورها",
            "روانکار",
            "کمانداران",
            "کمکم کن",
            "اعمالمان",
            "بیدارند",
        ),
    ),
    _rule(
        ids.STRIPPED,
        why="Many words are right in one and with a joiner, which edited text mostly sets. Such a word is cut where its line has lost its joiners:"
        " it has none, and another word in it surely lacks its own. Where likely joins are asked for, it is cut anywhere.",
        examples=(
            ("کشتیرانی تعطیل میشود", "کشتی‌رانی تعطیل می‌شود"),
            ("بنادر و کشتیرانی کشورها را میشناسند", "بنادر و کشتی‌رانی کشورها را می‌شناسند"),
        ),
        near_misses=(
            "سازمان بنادر و کشتیرانی",
            "کشتیرانی می‌ماند و تعطیل نمی‌شود",
        ),
    ),
)
