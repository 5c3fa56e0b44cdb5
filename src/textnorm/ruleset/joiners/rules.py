"""The joiner rules, each with its reason, its examples and the texts that it leaves alone.

What they decide by lies elsewhere: the affixes in `affixes`, glued words in `atoms`, spaces in `boundaries`,
and the evidence in the lexicon. Source: the Academy's orthography, «دستور خط فارسی», and edited text.
"""

from __future__ import annotations

from typing import NamedTuple


class JoinRule(NamedTuple):
    """What one joiner rule does and what it leaves alone."""

    id: str
    why: str
    examples: tuple[tuple[str, str], ...]
    certainty: str = "certain"
    near_misses: tuple[str, ...] = ()
    family: str = "joiners"


RULES = (
    JoinRule(
        id="joiners.verb",
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
    JoinRule(
        id="joiners.plural",
        why="The plural ها and its forms stand with a joiner, or at once after a letter that does not join.",
        examples=(
            ("کتاب ها", "کتاب‌ها"),
            ("کتابهای خوب", "کتاب‌های خوب"),
            ("دختر ها", "دخترها"),
            ("آن ها رفتند", "آن‌ها رفتند"),
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
        ),
    ),
    JoinRule(
        id="joiners.comparative",
        why="تر and ترین follow an adjective with a joiner, or at once after a letter that does not join.",
        examples=(
            ("شب تاریک تر از روز است", "شب تاریک‌تر از روز است"),
            ("آب شفافتر شد", "آب شفاف‌تر شد"),
            ("بزرگ ترین شهر", "بزرگ‌ترین شهر"),
            ("حال او بد تر شد", "حال او بدتر شد"),
        ),
        near_misses=("لباس تر", "دفتر دکتر", "ده متر", "خشک و تر", "بهتر و بیشتر", "چوب تر و خاک تر"),
    ),
    JoinRule(
        id="joiners.heh",
        why="ام، ای، ایم، اید and اند stand with a joiner after a silent heh.",
        examples=(
            ("آنها رفته اند", "آنها رفته‌اند"),
            ("خانه ای بزرگ", "خانه‌ای بزرگ"),
            ("زلزلهای آمد", "زلزله‌ای آمد"),
            ("گفتهام و نوشتهایم", "گفته‌ام و نوشته‌ایم"),
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
    JoinRule(
        id="joiners.possessive",
        why="Possessives, and ای after yeh, stand with a joiner after a silent heh or a yeh.",
        examples=(
            ("خانه اش", "خانه‌اش"),
            ("زندگی ات", "زندگی‌ات"),
            ("برنامه مان", "برنامه‌مان"),
            ("مدرسهاش", "مدرسه‌اش"),
        ),
        near_misses=("این شان و مقام", "برای شان", "جهات و شبهات", "راه مان", "پاهای تان"),
    ),
    JoinRule(
        id="joiners.compound",
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
        ),
    ),
    JoinRule(
        id="joiners.participle",
        why="A participle used as an adjective is one word with what comes before it; the next word tells.",
        examples=(
            ("نتایج اعلام شده در روزنامه", "نتایج اعلام‌شده در روزنامه"),
            ("کارهای انجام شدهٔ ما", "کارهای انجام‌شدهٔ ما"),
        ),
        near_misses=("نتایج اعلام شده است", "کار انجام شده بود", "این کار انجام شد و تمام شده"),
    ),
    JoinRule(
        id="joiners.glued-compound",
        why="Edited text writes this word with a joiner, and not without one.",
        examples=(("برنامهریزی", "برنامه‌ریزی"), ("دانشآموزان", "دانش‌آموزان"), ("پیشبینی", "پیش‌بینی")),
        near_misses=("کتابخانه", "هاشمی‌پور", "پاسخگو", "دانشگاه", "گلستان", "بیشتر", "میزبان", "همکار"),
    ),
    JoinRule(
        id="joiners.likely-compound",
        why="Edited text writes these two words with a joiner more often than not, or a word list does.",
        certainty="likely",
        examples=(("زنده یاد استاد", "زنده‌یاد استاد"),),
        near_misses=("به طور کلی", "این که", "یکی از آنها"),
    ),
    JoinRule(
        id="joiners.productive",
        why="The second half is a suffix that edited text hardly ever writes apart.",
        examples=(("بلوط شناسی", "بلوط‌شناسی"),),
        near_misses=("کار سازی که می‌زند", "باد سازی نمی‌زند"),
    ),
    JoinRule(
        id="joiners.glued-productive",
        why="The second half is a suffix that edited text hardly ever writes apart; both halves are words.",
        examples=(("بلوطشناسی", "بلوط‌شناسی"),),
        near_misses=("خداشناسی", "ناشناس", "دوستی"),
    ),
)
