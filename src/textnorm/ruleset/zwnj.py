"""The ZWNJ where it has no work to do. Where it is missing is the matter of `joiners`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, SHORT_VOWELS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon import load
from ..lexicon.flags import (
    COMMON,
    FUNCTION,
    PARTICIPLE,
    SILENT_HEH,
    TOLD_AS_PLURAL,
    WORD,
    After,
)
from ..ruleset.rule import Rule
from .extracted.known import FREQUENT, LISTED, SEEN, UNKNOWN, standing
from .joiners.affixes import GLUED, PLURALS, VERB_PREFIXES
from .joiners.articles import NEVER_BEFORE_PLURALS, NO_EZAFE, ONE, may_be_article, told_by_neighbours
from .joiners.pair_context import CLASS, context_class

#: what may stand before a ZWNJ: a letter, also behind marks of Markdown, quotes and brackets
_BEFORE = f"{ARABIC_LETTERS}{ARABIC_MARKS}\\d»)\\]\"'”’*_~{ZWNJ}"
#: what may stand between it and the next letter
_OPENING = "*_~[(\"'“‘«"
_SIGN = f"[^{ARABIC_LETTERS}\\s\\d{ZWNJ}]"
#: a ZWNJ beside a sign or a mark: once it is gone, or the line is turned round, what stands there may be another segment
AT_SIGN = lazy_pattern(f"{ZWNJ}(?:(?<={_SIGN}{ZWNJ})|(?={_SIGN}))")
#: letters after which a final heh is silent; after ا, و and ی it is sounded
CONSONANTS = "".join(letter for letter in PERSIAN_LETTERS if letter not in "اآویأؤئ")

STRAY = Rule(
    id="stray-zwnj",
    family="zwnj",
    token_local=True,
    why="A ZWNJ at the edge of a word, or doubled, cannot be seen. Beside marks of Markdown, quotes and brackets with"
    " a letter behind them it can.",
    pattern=f"{ZWNJ}(?:(?<={ZWNJ}{ZWNJ})|(?<![{_BEFORE}]{ZWNJ})"
    f"|(?!{ZWNJ}*+[{re.escape(_OPENING)}]{{0,3}}[{ARABIC_LETTERS}\\d]))",
    literals=(ZWNJ,),
    examples=(("هر\u200c باد", "هر باد"), ("می\u200c\u200cرود", "می\u200cرود")),
    near_misses=(
        "می\u200cرود",
        "«باد»\u200cها",
        "۲۰\u200cساله",
        "می\u200c**روند**",
        "**باد**\u200cها",
        "می\u200c[روند](/x)",
    ),
    source="«دستور خط فارسی»; Unicode on ZWNJ",
)

AFTER_EMPHASIS = Rule(
    id="space-at-emphasis",
    family="zwnj",
    why="Where one half of a word is emphasised, tools that write Markdown set a space beside the marks; the ZWNJ tells that"
    " the halves are one word.",
    pattern=f"(?<=[{ARABIC_LETTERS}][*_]) (?={ZWNJ}[{ARABIC_LETTERS}])|(?<=[{ARABIC_LETTERS}][*_]{{2}}) (?={ZWNJ}[{ARABIC_LETTERS}])",
    literals=(f" {ZWNJ}",),
    examples=(
        ("**می** \u200cرود", "**می**\u200cرود"),
        ("_باد_ \u200cها", "_باد_\u200cها"),
    ),
    near_misses=("**می** رود", "**باد**\u200cها", "باد * باران"),
    source="html2text, «دستور خط فارسی»",
)

#: what HEH_YEH puts together: words that lean on the one before them, and what that one ends in
LEANING, HOSTS = ("ی",), ("ه",)
HEH_YEH = Rule(
    id="heh-yeh",
    family="zwnj",
    why="The ezafe after a silent heh belongs to its word: a ی that stands apart is joined. EDITORIAL writes هٔ.",
    pattern=f"(?<=[{PERSIAN_LETTERS}][{CONSONANTS}])ه ی(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])",
    replacement=f"ه{ZWNJ}ی",
    literals=("ه ی",),
    examples=(("خانه ی ما", "خانه\u200cی ما"), ("درباره ی باد", "درباره\u200cی باد")),
    near_misses=("خانه یکی از ماست", "حرف به ی رسید", "راه ی", "گروه ی"),
    source="«دستور خط فارسی», on ezafe",
)

#: flags of words whose final heh is silent
EZAFE_HOST = SILENT_HEH | PARTICIPLE
_GLUED_EZAFE = lazy_pattern(
    f"(?<![{PERSIAN_LETTERS}])[{PERSIAN_LETTERS}]{{2,38}}هی(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])"
)


def _glued_ezafes(text: str) -> list[Edit]:
    """Return the edits of words that are none but for an ezafe behind their silent heh: «خانهی»."""
    return [
        (word.end() - 1, word.end() - 1, ZWNJ, "glued-ezafe")
        for word in _GLUED_EZAFE.finditer(text)
        if _is_glued_ezafe(word[0])
    ]


@lru_cache(maxsize=8192)
def _is_glued_ezafe(word: str) -> bool:
    look = load().get
    return not look(word) & WORD and bool(look(word[:-1]) & EZAFE_HOST)


GLUED_EZAFE = Rule(
    id="glued-ezafe",
    family="zwnj",
    settles_words=True,
    token_local=True,
    why="The ezafe after a silent heh takes a ZWNJ; where a tool has taken that out, the lexicon knows the word.",
    find=_glued_ezafes,
    literals=("هی",),
    examples=(("خانهی ما", "خانه\u200cی ما"), ("دربارهی باد", "درباره\u200cی باد")),
    near_misses=("گروهی آمدند", "آگاهی و راهی", "توجهی نکرد", "مسائل فقهی", "بدیهی است"),
    source="lexicon",
)

_IN_HEH_AY = lazy_pattern(
    f"(?<![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])([{PERSIAN_LETTERS}]{{2,38}}ه)ای(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])"
)
_ONE, _NEVER = (
    lazy_pattern(f"(?<![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])(?:{'|'.join(before)}) $")
    for before in (ONE, NEVER_BEFORE_PLURALS)
)
_NO_EZAFE = lazy_pattern(
    f"[.،؛؟!](?![.…])| (?:{'|'.join(NO_EZAFE)})(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])"
)
_LONGEST_ONE = max(map(len, (*ONE, *NEVER_BEFORE_PLURALS))) + 1


#: what begins behind a plural with its ezafe
_NEXT_WORD = lazy_pattern(f" ([{PERSIAN_LETTERS}]{{2,38}})(?![{ARABIC_LETTERS}{ARABIC_MARKS}])")
_OF_NOUNS = (After.OTHER, After.PRONOUN)


def _glued_articles(text: str) -> list[Edit]:
    """Return the edits of words that may be plurals too, where no ezafe can follow: «نامهای که»; or must: «نشستهای خبری»."""
    places = ((word, _place(text, word)) for word in _IN_HEH_AY.finditer(text))
    return [(at, at, ZWNJ, "glued-article") for word, at in places if at]


def _place(text: str, word: re.Match[str]) -> int:
    """Return where the ZWNJ of such a word belongs, 0 where its neighbours do not tell."""
    told, is_unclear = told_by_neighbours(word[0]), may_be_article(word[0])
    if not told and not is_unclear:
        return 0
    if told != TOLD_AS_PLURAL or is_unclear:
        start = word.start()
        before = _ONE if is_unclear else _NEVER
        is_one = before.search(text, max(0, start - _LONGEST_ONE), start)
        if is_one or _NO_EZAFE.match(text, word.end()):
            return word.end(1)
    return word.end(1) - 1 if told == TOLD_AS_PLURAL and _has_noun_behind(text, word.end()) else 0


def _has_noun_behind(text: str, end: int) -> bool:
    found = _NEXT_WORD.match(text, end)
    return bool(found and context_class(found[1]) & CLASS in _OF_NOUNS and not _NO_EZAFE.match(text, end))


GLUED_ARTICLE = Rule(
    id="glued-article",
    family="zwnj",
    why="«نامهای» may be «نام‌های» or «نامه‌ای»; behind «یک», and before «که», «را», «به» and the end of a clause, it is no plural, for"
    " its ezafe needs a word behind it.",
    find=_glued_articles,
    literals=("های",),
    examples=(
        ("نامهای که رسید", "نامه‌ای که رسید"),
        ("هر دورهای زود گذشت", "هر دوره‌ای زود گذشت"),
        ("نیک کردهای، بمان", "نیک کرده‌ای، بمان"),
        ("پیشرفتهای بود که", "پیشرفته‌ای بود که"),
        ("نشستهای خبری", "نشست‌های خبری"),
        ("هیچ زمینهای دیگر", "هیچ زمینه‌ای دیگر"),
        ("دورهای دارند", "دوره‌ای دارند"),
    ),
    near_misses=(
        "کردهای غرب",
        "نامهای خیابان",
        "دورهای زمین",
        "روزهای که",
        "نهادهای در حال رشد",
        "نامهای ...",
    ),
    source="«دستور خط فارسی»; lexicon",
)

_JOINED = lazy_pattern(f"(?<![{PERSIAN_LETTERS}{ZWNJ}])[{PERSIAN_LETTERS}]++(?:{ZWNJ}[{PERSIAN_LETTERS}]++)+")
#: the same, but for a part of a word that has a vowel left in it
_UNMARKED = lazy_pattern(f"(?<![{SHORT_VOWELS}]){_JOINED.pattern}(?![{SHORT_VOWELS}])")
_LONGEST = 40


def _wrong_joins(text: str) -> list[Edit]:
    """Return the ZWNJs of words that are known without them, where some piece between them is nothing by itself."""
    return [
        (place, place + 1, "", "wrong-zwnj")
        for word in _UNMARKED.finditer(text)
        if is_wrongly_cut(word[0])
        for place in range(word.start(), word.end())
        if text[place] == ZWNJ
    ]


@lru_cache(maxsize=8192)
def is_wrongly_cut(word: str) -> bool:
    look = load().get
    whole = word.replace(ZWNJ, "")
    if len(whole) > _LONGEST or not look(whole) & COMMON:
        return False
    return any(
        not look(piece) and piece not in GLUED and piece not in VERB_PREFIXES for piece in word.split(ZWNJ)
    )


#: words that no other is written on to: «رو‌به» is no «روبه»
APART = frozenset("به از در را و با تا که".split())
#: what is no word by itself: endings, and what plurals begin with
WRITTEN_ON = frozenset("شان مان تان یی م ت ش ی ان ات ند یم ید ام ای ایم اید اند اش هٔ ه".split()) | frozenset(
    GLUED
)
PLURAL_STARTS = tuple(sorted(PLURALS))


def _unseen(text: str) -> list[Edit]:
    """Return the ZWNJs behind letters that never join, where both sides make one word."""
    return [
        (at, at + 1, "", "unseen-zwnj")
        for word in _JOINED.finditer(text)
        for at in _unseen_places(word[0], word.start())
    ]


def _unseen_places(word: str, base: int) -> list[int]:
    parts = word.split(ZWNJ)
    places: list[int] = []
    at = base
    for left, right in pairwise(parts):
        at += len(left)
        if left[-1] in NON_JOINING and _is_one_word(left, right):
            places.append(at)
        at += 1
    return places


@lru_cache(maxsize=8192)
def _is_one_word(left: str, right: str) -> bool:
    """Tell whether the two are one word in pieces, and not two words that stand side by side."""
    if right in WRITTEN_ON or right.startswith(PLURAL_STARTS):
        return True
    if left + right in VERB_PREFIXES:
        return True
    if right in APART and standing(left) >= LISTED:
        return False
    whole, less, more = standing(left + right), *sorted((standing(left), standing(right)))
    if whole >= LISTED:  # «را‌هم» are two words, though «راهم» is one, and so are «هر‌روز»
        functions = sum(bool(load().get(word) & FUNCTION) for word in (left, right))
        return whole >= (LISTED, SEEN, FREQUENT)[functions]
    return less == UNKNOWN and (more < SEEN or whole > UNKNOWN)


UNSEEN = Rule(
    id="unseen-zwnj",
    family="zwnj",
    token_local=True,
    settles_words=True,
    why="A ZWNJ after a letter that never joins cannot be seen: it goes where both sides are one word. Between two"
    " words it is all that keeps them apart.",
    find=_unseen,
    literals=(ZWNJ,),
    examples=(("دار\u200cم", "دارم"), ("بازار\u200cها", "بازارها"), ("آ\u200cب", "آب")),
    near_misses=(
        "کند\u200cمی",
        "هر\u200cروز",
        "رو\u200cبه پایان",
        "دکتر\u200cاحمدی",
        "برادر\u200cکوچک من",
        "می\u200cرود",
    ),
    source="«دستور خط فارسی»; Unicode on ZWNJ; lexicon",
)

WRONG = Rule(
    id="wrong-zwnj",
    family="zwnj",
    token_local=True,
    settles_words=True,
    why="A ZWNJ inside a common word, beside a piece that is neither a word nor an affix, came there by accident.",
    find=_wrong_joins,
    literals=(ZWNJ,),
    examples=(("دب\u200cیرستان", "دبیرستان"), ("بیم\u200cارستان", "بیمارستان"), ("تلف\u200cن", "تلفن")),
    near_misses=("می\u200cرود", "کتاب\u200cها", "خانه\u200cای", "دست\u200cکم"),
    source="lexicon",
)
