"""The family ``informal``: words of speech made formal, for ``Options(informal="formal")``.

What the rules do lies in `textnorm.informal`, whose lists of words are long, and which is loaded when it is asked for.
"""

from __future__ import annotations

from functools import partial

from ..edits import Edit
from .rule import Rule

SOURCE = "morphology of spoken Persian; lexicon"


def _find_one(rule_id: str, text: str) -> list[Edit]:
    from ..informal import find_formal

    return [edit for edit in find_formal(text, remember=False) if edit[3] == rule_id]


def _find(unwanted: frozenset[str], text: str) -> list[Edit]:
    from ..informal import find_formal

    return [edit for edit in find_formal(text) if edit[3] not in unwanted]


def _rule(
    rule_id: str, why: str, examples: tuple[tuple[str, str], ...], near_misses: tuple[str, ...]
) -> Rule:
    return Rule(
        id=rule_id,
        family="informal",
        scope="text",
        why=why,
        examples=examples,
        near_misses=near_misses,
        find=partial(_find_one, rule_id),
        source=SOURCE,
    )


def in_one_pass(ignore: frozenset[str]) -> Rule:
    """Return all rules of the family as one, without those whose ids are in *ignore*."""
    from ..informal import find_formal

    find = partial(_find, ignore) if ignore else find_formal
    return Rule(
        id="informal", family="informal", scope="text", why="All rules for speech, in one pass.", find=find
    )


RULES = (
    _rule(
        "informal-word",
        "Small words of speech are written as formal Persian writes them.",
        (("اگه باران ببارد", "اگر باران ببارد"), ("یه روز دیگه", "یک روز دیگر"), ("واسه آنها", "برای آنها")),
        ("توی باغ نشستیم", "همین دیگران", "میان ما"),
    ),
    _rule(
        "informal-verb",
        "Verbs of speech get the stem and the ending that they have in writing.",
        (("نمی‌دونم", "نمی‌دانم"), ("میخوام بخوابم", "می‌خواهم بخوابم"), ("باید بشینه", "باید بنشیند")),
        ("می‌دید", "رفتن به تهران", "بدین ترتیب", "بدن سالم"),
    ),
    _rule(
        "informal-copula",
        "A final ـه that stands for است is written out.",
        (("هوا جالبه", "هوا جالب است"), ("این بهتره", "این بهتر است")),
        ("خانه بزرگ", "این ریشه کهن", "آمده است"),
    ),
    _rule(
        "informal-plural",
        "The plural ـا of speech is ها.",
        (("این چیزایی که می‌گویند", "این چیزهایی که می‌گویند"),),
        ("آقا آمد", "فردا و دنیا", "پاندای بزرگ"),
    ),
    _rule(
        "informal-possessive",
        "The possessives ـشون، ـتون، ـمون are ـشان، ـتان، ـمان, and what speech leaves out before them comes back.",
        (("کتابشون", "کتابشان"), ("بچه‌هامون", "بچه‌هایمان")),
        ("ستون خانه", "مضمون شعر"),
    ),
    _rule(
        "informal-object",
        "رو behind a noun is را, and so is the و that is glued to one.",
        (("پنجره رو ببند", "پنجره را ببند"), ("فکرشو کرد", "فکرش را کرد")),
        ("پیاده رو به خانه رفت", "از رو به رو", "رو به دریا"),
    ),
    _rule(
        "informal-vowel",
        "ون is ان where the lexicon knows the word with ان only, and a bare alef آ likewise.",
        (("مهربون", "مهربان"), ("بیابون", "بیابان")),
        ("بیرون", "قانون", "کارتون", "ازدواج"),
    ),
    _rule(
        "informal-space",
        "Words of speech that were typed into others come apart, beside a word that is spoken.",
        (("دختراگه بگه", "دختر اگر بگوید"),),
        ("اگرچه باران آمد", "بااینکه رفت"),
    ),
)
