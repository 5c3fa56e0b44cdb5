"""Folds of words for a search: spellings of one word, and words that are written as one, with a half-space and apart."""

from __future__ import annotations

import re

from ..chars import PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon import load
from ..lexicon.flags import AFTER_BE, COMMON, FUNCTION, WORD
from ..lexicon.table_keys import words
from .rule import Rule

_L = f"[{PERSIAN_LETTERS}]"
_END = f"(?!{_L})"
_POINTING = words("که چه را طور گونه جا قدر بار گاه همه چنین چنان")
_NAMES = words(
    "رضا حسین علی حسن مهدی جواد کاظم باقر صادق تقی نقی هادی امین اکبر اصغر محمد قاسم عباس ابراهیم صالح طاها"
)
#: words that are written together, with a half-space or apart, and mean the same: the second ones by the first
PAIRS = {
    **dict.fromkeys(words("این آن همین همان چنین چنان"), _POINTING),
    "هیچ": words("کس کدام گاه یک وقت گونه جا چیز"),
    "هر": words("چه کس کسی گاه یک کدام چند جا وقت گونه حال روز کجا چیز که"),
    "یک": words("دیگر بار باره جا طرفه مرتبه پارچه صد"),
    "هم": words("دیگر"),
    "تا": words("کنون"),
    "در": words("باره حالی حالیکه صورتی صورتیکه"),
    "همه": words("چیز کس جا"),
    "نه": words("تنها"),
    "دست": words("کم"),
    "چه": words("قدر طور گونه کار کاره"),
    **dict.fromkeys(words("اگر گر"), words("چه")),
    **dict.fromkeys(words("بل چون زیرا کسی جایی حالی زمانی صورتی طوری وقتی هنگامی"), words("که")),
    **dict.fromkeys(words("محمد امیر علی غلام حسین سید"), _NAMES),
}
#: what stands between the halves of some, where it is no space
_BETWEEN = {"چ": "ه ", "گفت": " و ", "جست": " و ", "شست": " و "}
_PREVERBS = words("بر در باز فرو وا فرا ور")
#: what makes a word of any other and is written before it in all three ways
_PREFIXES = words("ضد غیر چند سوء")


def _at_start(word: str) -> str:
    """Return a pattern for *word* where a word starts. It begins with a letter, so that it is found quickly."""
    return f"{word}(?<!{_L}{word})"


_PREFIXED = lazy_pattern(f"(?:{'|'.join(map(_at_start, sorted(_PREFIXES)))})(?=آ|{_L}{{3}})")
#: what makes another word of a word, and is glued to it by most
DERIVING = words(
    "گر گری گرا گرایی گران مند مندی مندان گاه گاهی وار واره چی ناک بان دان ستان کده گانه گون زار سار ور وری وند"
)
#: second halves of pairs with «و», and their endings
_SECOND = lazy_pattern(
    "(?:آمد|بازدید|برگشت|بیش|پا|پز|تاب|تار|تنها|جو|جوش|خاک|خم|خو|خورد|خوراک|خیز|دار|رو|ساز|ستد|سوز|شو|صدا|فروش|گداز|گریز|گو|ولد|هوا)"
    "(?:ی|یی|ها|های|هایی|گر|گرها|گرهای)?"
)
_REST = lazy_pattern(f"{_L}*+")
_GLUED_BE = lazy_pattern(f"{_at_start('ب')}{_L}{{2,40}}+")
_ENDING_APART = lazy_pattern(f"(?<={_L}{{2}}) (?=[متش]ان{_END})|(?<={_L}ی) (?=تر(?:ی|ین)?{_END})")
_LAST_WORD = lazy_pattern(f"(?<!{_L}){_L}+$")
_LONGEST = 40
_HAMZA = ("ؤو", "أت", "مسوول", "هیات", "جرات", "نشات")
_FINAL_HAMZA = ("اء", "وء", "یء", "سئوال")
#: pairs that are glued with «و» left out
_WITHOUT_AND = {"گفت": "گو", "جست": "جو", "شست": "شو"}
#: what a word begins with, and what it holds, of which a fold may look at more than half-spaces, marks and letters: see `may_be_parted`
STARTS = sorted(
    {left + right for left, rights in PAIRS.items() for right in rights}
    | {left + right for left, right in _WITHOUT_AND.items()}
    | {f"{preverb}{no}می" for preverb in _PREVERBS for no in ("", "ن")}
    | {f"چ{right}" for right in PAIRS["چه"]}
    | _PREFIXES
)
PIECES = sorted((*_HAMZA, *_FINAL_HAMZA))
BE = "ب"
_STARTS = tuple(STARTS)
#: what a word is that may belong to the one before it, each before those that it begins with
ENDINGS = ("مان", "تان", "شان", "ترین", "تری", "تر")


#: words of which each half-space before or behind them is a space, some of these only beside some others
_APART_BEFORE, _APART_BEHIND = frozenset(("به", "و")) | _PREFIXES, ("است", "تا", "و")
_ARE, _ARTICLE, AND = "اند", "ال", "و"
#: no other part of a word decides what becomes of the half-space behind it, or, by what it begins with, before it
LEFTS, RIGHTS = sorted({*PAIRS, *_APART_BEFORE}), sorted((*_APART_BEHIND, _ARE, _ARTICLE))


def may_be_parted(word: str) -> bool:
    """Return whether letters that stand together may be two words by a fold.

    >>> [may_be_parted(word) for word in ("اینکه", "بزودی", "غیرت", "این", "برای")]
    [True, True, True, False, False]
    """
    return word.startswith(_STARTS) or (word[:1] == BE and load().get(word[1:]) & AFTER_BE > 0)


def stands_apart(left: str, right: str) -> bool:
    """Return whether two parts of a word are searched as two words however they are written: «این‌که», «به‌نام».

    >>> [stands_apart(*word.split()) for word in ("این که", "به نام", "گفته است", "کتاب ها")]
    [True, True, True, False]
    """
    return (
        right in PAIRS.get(left, ())
        or left in _APART_BEFORE
        or right in _APART_BEHIND
        or (right == _ARE and not left.endswith("ه"))
        or (right.startswith(_ARTICLE) and len(right) > 3)
    )


def parted_and(right: str) -> bool:
    """Return whether the second part of «گفت‌وگو» begins with the word «و».

    >>> [parted_and(part) for part in ("وگو", "وآمدهای", "وقت", "ورک")]
    [True, True, False, False]
    """
    return right[:1] == AND and _SECOND.fullmatch(right, 1) is not None


def _pairs_pattern() -> str:
    """Return a pattern of the first word of a pair, and other halves, to which the second one is glued."""
    ways = [(left, "|".join(sorted(PAIRS[left])) + ")" + _END) for left in sorted(PAIRS)]
    ways.append(("چ", "|".join(sorted(PAIRS["چه"])) + ")" + _END))
    ways += [(preverb, f"ن?می{ZWNJ})") for preverb in sorted(_PREVERBS)]
    ways += [(left, f"{right})") for left, right in _WITHOUT_AND.items()]
    return "|".join(f"{_at_start(left)}(?=(?:{rights})" for left, rights in ways)


def _apart(match: re.Match[str]) -> str:
    return match[0] + _BETWEEN.get(match[0], " ")


def _prefixed(run: str) -> list[Edit]:
    """Return the edits behind a prefix that is glued to a common word."""
    found: list[Edit] = []
    for prefix in _PREFIXED.finditer(run):
        rest = _REST.match(run, prefix.end())
        if rest and load().get(rest[0]) & (WORD | COMMON) == WORD | COMMON:
            found.append((prefix.end(), prefix.end(), " ", "search-prefix"))
    return found


def _glued_be(run: str) -> list[Edit]:
    """«به» that was glued to a word which makes an adverb with it, as «بزودی»."""
    get = load().get
    return [
        (word.start(), word.start() + 1, "به ", "search-be")
        for word in _GLUED_BE.finditer(run)
        if get(word[0][1:]) & AFTER_BE and not get(word[0]) & COMMON
    ]


def _endings_apart(run: str) -> list[Edit]:
    """Return the edits of a space before a possessive or a comparative that was typed apart: «دوست شان», «دستی تر»."""
    found: list[Edit] = []
    for space in _ENDING_APART.finditer(run):
        word = _LAST_WORD.search(run, max(0, space.start() - _LONGEST), space.start())
        known = load().get(word[0]) if word else FUNCTION
        if not known & FUNCTION and (known & WORD or run.startswith("تر", space.end())):
            found.append((*space.span(), "", "search-ending"))
    return found


RULES = (
    Rule(
        id="search-hamza",
        family="search",
        why="«مسئول» is also written «مسؤول» and «مسوول», «هیئت» «هیأت» and «هیات», «سؤال» «سئوال», «املاء» «املا».",
        pattern=f"ؤ(?=و)|أ(?<=[رشی]أ)(?=ت)|مسو(?=ول)|هیا(?=ت{_END})|(?:{_at_start('جر')}|{_at_start('نش')})ا(?=ت{_END})",
        replacement=lambda match: match[0][:-1] + "ئ",
        literals=_HAMZA,
        profiles=("SEARCH",),
        examples=(
            ("مسؤول", "مسئول"),
            ("مسوولیت", "مسئولیت"),
            ("هیأت", "هیئت"),
            ("هیات مدیره", "هیئت مدیره"),
            ("جرأت", "جرئت"),
        ),
        near_misses=("تأثیر", "مؤمن", "مسأله", "برات", "حیات"),
        source="«دستور خط فارسی», on hamza",
    ),
    Rule(
        id="search-apart",
        family="search",
        why="Some pairs of words are written as one, with a half-space and apart, and are the same: «اینکه», «این‌که», «این که».",
        pattern=_pairs_pattern(),
        replacement=_apart,
        profiles=("SEARCH",),
        examples=(
            ("اینکه", "این که"),
            ("هیچکس", "هیچ کس"),
            ("محمدرضا", "محمد رضا"),
            ("چقدر", "چه قدر"),
            ("جستجوگر", "جست و جوگر"),
            ("برمی\u200cگردد", "بر می\u200cگردد"),
        ),
        near_misses=("این که", "آنها", "هرگز", "درباری", "علیرغم"),
        source="«دستور خط فارسی», on words written together and apart",
    ),
    Rule(
        id="search-prefix",
        family="search",
        why="«ضد», «غیر», «چند» and «سوء» are written before a word in all three ways: «غیرقانونی», «غیر‌قانونی», «غیر قانونی».",
        find=_prefixed,
        literals=tuple(sorted(_PREFIXES)),
        profiles=("SEARCH",),
        examples=(("غیرقانونی", "غیر قانونی"), ("ضدآب", "ضد آب")),
        near_misses=("غیرت", "چندین", "ضدیت"),
        source="«دستور خط فارسی», on words written together and apart",
    ),
    Rule(
        id="search-final-hamza",
        family="search",
        why="A hamza behind ا, و or ی at the end of a word of Arabic is left out by most; «سئوال» has one too many.",
        pattern=f"ء(?<=[اوی]ء){_END}|ئ(?<=سئ)(?=وال)",
        literals=_FINAL_HAMZA,
        profiles=("SEARCH",),
        examples=(("املاء و انشاء", "املا و انشا"), ("شیء", "شی"), ("سئوال", "سوال")),
        near_misses=("جزء", "قرائت", "ماوراءالنهر"),
        source="«دستور خط فارسی», on hamza",
    ),
    Rule(
        id="search-be",
        family="search",
        why="«به» is glued to a word by many: «بزودی» is «به زودی».",
        find=_glued_be,
        literals=("ب",),
        profiles=("SEARCH",),
        examples=(("بزودی", "به زودی"), ("بعنوان", "به عنوان")),
        near_misses=("برای", "بخش", "بدون"),
        source="«دستور خط فارسی», on «به»; lexicon",
    ),
    Rule(
        id="search-ending",
        family="search",
        why="A possessive or comparative ending is written with its word or apart: «دوست شان» is «دوستشان».",
        find=_endings_apart,
        literals=(" مان", " تان", " شان", " تر"),
        profiles=("SEARCH",),
        examples=(("دوست شان", "دوستشان"), ("دستی تر", "دستیتر")),
        near_misses=("در شان او", "تو و شان", "لباس تر"),
        source="«دستور خط فارسی», on possessives",
    ),
)
