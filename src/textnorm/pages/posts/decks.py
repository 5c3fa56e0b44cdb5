"""Decks and subtitles below a headline, told from the headline below a kicker or the name of a section."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from textnorm.pages.interface import ALONE
from textnorm.pages.posts.line_forms import ends_in_verb
from textnorm.pages.posts.names import is_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.said_words import shared
from textnorm.pages.posts.title_forms import INTRODUCES, RESULT, STEP, introduces_somebody

#: how a kicker ends, or begins
_KICKS = re.compile(
    r"[:؛]$|^(?:بر ?اساس|بر پایه|طبق|بنا ?بر|به (?:گفته|گزارش|مناسبت|همت|دعوت)|با (?:حضور|اشاره)|در (?:پی|نشست|آیین|حاشیه|گفت))(?!\w)|(?:گفت|خبر داد|اعلام کرد|تاکید کرد|تأکید کرد|گزارش می[\s\u200c]?دهد|بررسی (?:می[\s\u200c]?کند|کرد)|مطرح کرد|عنوان کرد)$"
)
#: most words of a section whose name stands above the headline and in the menu; fewest of a deck below them
_SECTION, _DECK, _ASKING = 2, 10, 7
#: how decks begin, and the fewest words of one
_TELLS = re.compile(r"(?:روایت|گزارشی|درباره|نگاهی|نقد|یادداشتی|سفری|مروری|داستان|قصه)(?:[\u200cیٔ]{1,2})?\s")
_CLAUSE = 6
#: how a line points back at what stands above it
_OF_IT = re.compile(
    r"(?:[^\W\d][\w\u200c]*\s){0,2}(?:آن|آنها|آن[\s\u200c]ها|او)(?:\s(?:به|را|از|در|با|هم|که|تا)\s|\s[^\W\d])"
)
#: a headline of more words has a deck of any length below it: «نگاهی به رمان «برف سیاه»»
_HEADLINE = 4
#: more words than the name of a section has, most words of a subtitle
_FEW = 4
#: how the name of a series ends: «سه‌شنبه‌ها با کتاب — شماره‌ی ۱۸»
_SERIES = re.compile(r"(?:شماره|قسمت|بخش|فصل)(?:[\s\u200c]?ی|ٔ)?\s(?:\d{1,4}|[^\W\d]{2,8})$")
#: a line that scores as a headline so much less than the one below it is the name of a section, and has no deck
_APART = 4.6
#: which of a series something is, and nothing else: «اپیزود ۱۷»
_NUMBER = re.compile(
    r"(?:اپیزود|قسمت|فصل|جلسه[ٔ]?|درس|برنامه[ٔ]?|پرونده[ٔ]?|روز|هفته[ٔ]?|شماره[ٔ]?)(?:[\s\u200c]ی)?(?:\sشماره[ٔ]?)?\s(?:\d{1,4}|[^\W\d]{1,4}(?:ول|وم|رم|جم|شم|تم|هم))"
)
#: who holds the rights of a page
LEGAL = re.compile(r"©|copyright|rights reserved|حقوق|محفوظ|متعلق|قدرت گرفته|powered", re.IGNORECASE)


def stands_below_title(
    page: PageLines, place: int, scores: Mapping[int, float], body: frozenset[str]
) -> bool:
    """Tell whether a line is the deck or the subtitle of the headline above it; both have scores."""
    candidates = [*scores]
    below = _is_deck(page, place, candidates, body) or _is_subtitle(page, place, candidates, body)
    return below and scores[place] - scores[place - 1] < _APART


def _is_deck(page: PageLines, place: int, candidates: Sequence[int], body: frozenset[str]) -> bool:
    """Tell whether a line is the deck of the headline above it, above which the name of a section stands."""
    over, section = place - 1, place - 2
    named = section >= 0 and (
        (page.words[section] == 1 and page.has(section, "section"))
        or (
            page.words[section] <= _SECTION
            and page.words[place] >= (_ASKING if page.texts[place][-1] in "؟?" else _DECK)
            and page.key_counts[page.keys[section]] > 1
        )
    )
    kicked = section >= 0 and _KICKS.search(page.texts[section]) is not None and page.words[section] > _FEW
    asked = section >= 0 and page.texts[over][-1] in "؟?" and page.key_counts[page.keys[section]] > 1
    named = (
        named
        or kicked
        or (asked and page.texts[place][-1] not in "؟?")
        or (over > 2 and _says_what_is_told(page, place, over))
    )
    tells = _TELLS.match(page.texts[place]) is not None and page.words[over] > _HEADLINE
    longer = (
        over in candidates
        and page.texts[over][-1] not in ":؛"
        and (tells or 2 <= page.words[over] < page.words[place])
    )
    path = page.key_counts[page.keys[over]] > 1 or page.keys[over] in page.keys[place]
    path = path or STEP.search(page.texts[over]) is not None
    path = path or (over > 0 and page.texts[over] == f"درباره {page.texts[0]}")
    kicker = introduces_somebody(page.texts[over]) or _KICKS.search(page.texts[over])
    plain = not page.roles[over] and not path and not kicker
    clause = page.texts[place][-1] in "؟?" and ends_in_verb(page.texts[over])
    if _points_back(page, place, over) and over in candidates and plain:
        return True
    return named and longer and plain and (kicked or clause or shared(page, over, body) > 0)


def _points_back(page: PageLines, place: int, over: int) -> bool:
    """Tell whether a line speaks of what the headline above it names: «طول آن به سیصد متر می‌رسد»; both are clauses."""
    clauses = ends_in_verb(page.texts[over]) and ends_in_verb(page.texts[place])
    return clauses and page.words[over] > _HEADLINE and _OF_IT.match(page.texts[place]) is not None


def _says_what_is_told(page: PageLines, place: int, over: int) -> bool:
    """Tell whether a line reads like the deck below a headline of a few words: «روایت مردی که …» below «تعمیرکار رادیو»."""
    tells = _TELLS.match(page.texts[place]) is not None
    clause = tells or " که " in page.texts[place]
    alone = page.key_counts[page.keys[over]] == 1 and not (
        page.words[over] == 3 and " و " in page.texts[over]
    )
    told = 0 if page.words[over] > _HEADLINE else page.words[over] + 1
    longer = max(_CLAUSE, 3 * page.words[over] // 2) if not tells else told
    parted = "|" in page.texts[place]  # as headlines are, and what a site says of itself
    return clause and alone and not parted and page.words[place] >= longer


def is_number(page: PageLines, place: int, candidates: Mapping[int, float]) -> bool:
    """Tell whether a line says which of a series something is, and no more, right above its headline, below which its rows stand."""
    under = place + 1
    if _NUMBER.fullmatch(page.texts[place]) is None or under not in candidates or under + 1 >= len(page):
        return False
    plain = not page.roles[under] and not is_name(page.texts[under]) and page.words[under] > 1
    return plain and (page.is_meta(under + 1) or page.is_about(under + 1))


def _is_subtitle(page: PageLines, place: int, candidates: Sequence[int], body: frozenset[str]) -> bool:
    """Tell whether a line of a few words, the name of a series or the result of a match is the subtitle of the headline above it, which says more of the text."""
    over = place - 1
    named = _SERIES.search(page.texts[place]) or RESULT.fullmatch(page.texts[place])
    series = page.words[over] >= _FEW and named is not None
    few = page.words[place] <= _FEW and page.words[over] > page.words[place]
    short = over in candidates and (few or series)
    said = (
        page.texts[place][0] == "«" or INTRODUCES.match(page.texts[over]) or _KICKS.search(page.texts[over])
    )
    if not short or said or page.roles[over] & ALONE or page.is_outside(over):
        return False
    once = page.key_counts[page.keys[over]] == 1 and not page.is_path(over)
    plain = once and not ends_in_verb(page.texts[place])
    return plain and (shared(page, over, body) > shared(page, place, body) or _is_of_owner(page, place))


def _is_of_owner(page: PageLines, place: int) -> bool:
    """Tell whether a line is the name of whoever holds the rights of the page."""
    return any(
        page.keys[place] in page.keys[n] and LEGAL.search(page.texts[n]) for n in range(place + 1, len(page))
    )
