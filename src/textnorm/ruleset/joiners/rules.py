"""The joiner rules, each with its reason, its examples and the texts that it leaves alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class JoinRule:
    """What one joiner rule does and what it leaves alone."""

    id: str
    why: str
    certainty: str = "certain"
    examples: tuple[tuple[str, str], ...]
    near_misses: tuple[str, ...] = ()
    family: str = "joiners"


RULES = (
    JoinRule(
        id="joiners.verb",
        why="می and نمی are parts of the verb and stand before it with a joiner.",
        examples=(
            ("او به مدرسه می رود", "او به مدرسه می‌رود"),
            ("نمیدانم کجا میروند", "نمی‌دانم کجا می‌روند"),
            ("خورشید برمی آید", "خورشید برمی‌آید"),
        ),
        near_misses=("جام می", "میدان شهر", "میوه و نان", "ماه می", "میز و میله", "میهن ما"),
    ),
    JoinRule(
        id="joiners.plural",
        why="The plural ها and its forms stand with a joiner, or at once after a letter that does not join.",
        examples=(("کتاب ها", "کتاب‌ها"), ("کتابهای خوب", "کتاب‌های خوب"), ("دختر ها", "دخترها")),
        near_misses=("تنها ماند", "بهای نان", "رها شد", "آنها آمدند", "انتهای راه", "تنهایی"),
    ),
    JoinRule(
        id="joiners.comparative",
        why="تر and ترین stand with a joiner after an adjective.",
        examples=(("هوا سرد است و شب تاریک تر", "هوا سرد است و شب تاریک‌تر"), ("شفافتر", "شفاف‌تر")),
        near_misses=("لباس تر", "دفتر", "دکتر", "ده متر", "خشک و تر", "بهتر و بیشتر"),
    ),
    JoinRule(
        id="joiners.heh",
        why="ام، ای، اند… after a silent heh stand with a joiner.",
        examples=(("رفته اند", "رفته‌اند"), ("خانه ای بزرگ", "خانه‌ای بزرگ"), ("زلزلهای آمد", "زلزله‌ای آمد")),
        near_misses=("ای دوست", "جمعه‌ای", "به ای"),
    ),
    JoinRule(
        id="joiners.possessive",
        why="Possessives after heh or yeh stand with a joiner.",
        examples=(("خانه اش", "خانه‌اش"), ("بازی شان", "بازی‌شان")),
        near_misses=("این شان و مقام",),
    ),
    JoinRule(
        id="joiners.compound",
        why="Edited text writes this compound with a joiner, and not with a space.",
        examples=(("پیش بینی هوا", "پیش‌بینی هوا"), ("برنامهریزی", "برنامه‌ریزی")),
        near_misses=("این که", "به طور کلی", "یکی از", "زنده یاد"),
    ),
    JoinRule(
        id="joiners.productive",
        why="Half of the word occurs in compounds alone, so the other half belongs to it.",
        examples=(("توپ سازی", "توپ‌سازی"),),
    ),
)
