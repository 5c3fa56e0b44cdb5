"""Refusals: what stands around a candidate and says that it is no date at all."""

from __future__ import annotations

from textnorm.lazy import lazy_pattern

from .adjacency import glued_after, glued_before, is_latin, touch
from .calendar import day_of, problem
from .candidate import Candidate, Window
from .kinds import Kind, Token
from .named import is_versioned
from .noun_months import is_counted_noun, is_disc, is_everyday_word
from .ranges import days_before

_OWNER = lazy_pattern("[kKScqhseuv]")
#: in front of a number, alone or with a colon, these say that it counts something
_KEY = lazy_pattern(r"[kKS][:.]?$")
_KEY_COLON = lazy_pattern(r"k[oiaqv]{1,2}:$")
#: what has a number of its own: «شماره ملی ۱۳۹۷-۷-۸»
OWN = frozenset("ملی ثبت حساب کارت پرونده شناسنامه همراه بیمه پیگیری رهگیری فنی سریال".split())
#: the second of two numbers that it counts: «بند ۵ و ۸», «ساعت ۸ تا ۱۲», pp. 7-8
_KEY_LIST = lazy_pattern(r"[kKShc][!:]?i?n[-t&]$")
#: a number before a dash that is no end of a date; one of its own: «صفحه ۵ - ۳ مرداد ۱۳۹۷»
_NUMBER_DASH = lazy_pattern(r"(?<![-/.\\Mm])n-$")
_NUMBERED_DASH = lazy_pattern(r"[kKS][!:]?n-$")
#: the full stop of an abbreviation is no end of a sentence: «No. 5», «ص. ۵»
_KEY_SHORT = lazy_pattern(r"[kKS]!$")
#: in front of numbers alone
_NAMED = lazy_pattern(r"q[.:!]?$")
_CLOCK = lazy_pattern(r"c$")
#: a date that ends with a dash: the first half of a range
_DATE_DASH = lazy_pattern(r"(?:Y([/.\\])n\1n|n[mM]a?Y|n([/.\\])n\2Y)E?-$")
#: that, or a date with a month name and a slash, the other half of a pair, or a time with a dash
_OTHER_HALF = lazy_pattern(_DATE_DASH.pattern + r"|(?:(?:nN,?|N,?n,?)g|nMa?Y)E?/$|T-$")
_REST = lazy_pattern(r"Y([-/.\\])n\1n")
#: most teams, parts or people that are numbered in words: «نفر دوم»
_FEW = 5
RANKED = frozenset({"نفر", "بار", "گل"})
#: kinds of numbers that a date may begin with, and of all numbers
_NUMERALS = (Kind.DAY, Kind.YEAR, Kind.TWO_DIGITS, Kind.EIGHT_DIGITS)
_NUMBER = "".join((*_NUMERALS, Kind.NUMBER, Kind.GREGORIAN_YEAR))
_SEPARATORS = "/-.\\:_|"


def is_rejected(candidate: Candidate) -> bool:
    """Tell whether the candidate is a part of something that is no date."""
    if candidate.form.compact and not candidate.window.options.compact:
        return True
    return (
        (candidate.form.year == "two" and is_short_year_suspect(candidate))
        or is_glued(candidate)
        or (bool(candidate.before) and is_numbered_item(candidate))
        or is_quantity(candidate)
        or is_annotated(candidate)
        or (
            is_version(candidate) or continues_as_number(candidate)
            if candidate.numeric
            else is_other_phrase(candidate)
        )
    )


def is_other_phrase(candidate: Candidate) -> bool:
    """Tell whether the words of a candidate with a month name say something else."""
    return (
        contradicts_itself(candidate)
        or is_counted_noun(candidate)
        or is_disc(candidate)
        or is_everyday_word(candidate)
        or starts_another_date(candidate)
    )


def is_short_year_suspect(candidate: Candidate) -> bool:
    """Tell whether its two digits are no year: English 9/30/01, «۳-۲-۱», «۸ مهر چهار», «۸ مهر ۵»."""
    if candidate.numeric:
        if not year_and_day(candidate):
            return True
        if candidate.window.shape[candidate.last : candidate.last + 1] == Kind.ERA:
            return False
        if candidate.window.evidence is not None and candidate.window.evidence.short_order:
            return False
        # alone on a line, 5/12/23 is as likely Gregorian; 97/7/8 is not
        return candidate.ascii and (candidate.in_latin or (candidate.alone and "y" not in _kinds(candidate)))
    return len(candidate.window.pieces[candidate.at["y"]].key) != 2


def _kinds(candidate: Candidate) -> str:
    return candidate.window.shape[candidate.first : candidate.last]


def year_and_day(candidate: Candidate) -> bool:
    """Tell whether the middle is a month, one end a year of two digits and the other a day."""
    first, middle, last = candidate.window.pieces[candidate.first : candidate.last : 2]
    if middle.kind != Kind.DAY or middle.value > 12:
        return False
    return any(len(year.key) == 2 and day.kind == Kind.DAY for year, day in ((first, last), (last, first)))


def is_glued(candidate: Candidate) -> bool:
    """Tell whether the characters beside it hold on to it. The dash of a range does not."""
    text, urls = candidate.window.text, candidate.window.options.urls
    if candidate.numeric and candidate.separator in "_|" and not is_file_stamp(candidate):
        return True
    if glued_after(text, candidate.end, urls) and not era_touches(candidate):
        return True
    if not glued_before(text, candidate.start, urls):
        return False
    if candidate.before[-1:] == "T" and candidate.numeric:  # 12:301397/07/08
        return False
    return not (_OTHER_HALF.search(candidate.before) or days_before(candidate))


def is_file_stamp(candidate: Candidate) -> bool:
    """Tell whether it is a date as names of files have it, 1397_07_08, and not a row of numbers."""
    window, separator = candidate.window, candidate.separator
    if separator in candidate.before[-1:] + window.shape[candidate.last : candidate.last + 1]:
        return False
    return all(len(window.pieces[candidate.at[part]].key) == 2 for part in "md")


def era_touches(candidate: Candidate) -> bool:
    """Tell whether the letters that touch it are an era: «1397AP», «1397Sh»."""
    pieces = candidate.window.pieces[candidate.last : candidate.last + 1]
    return any(piece.kind in (Kind.ERA, Kind.SHEEN) and piece.key != "ش" for piece in pieces)


def is_numbered_item(candidate: Candidate) -> bool:
    """Tell whether a word such as «صفحه» or «شماره» owns the first number."""
    before = candidate.before
    kind = candidate.window.shape[candidate.first]
    if _OWNER.search(before) is None or kind not in _NUMERALS or is_saturday(candidate):
        return False
    if _KEY_SHORT.search(before) and len(candidate.window.pieces[candidate.first - 2].key) <= 3:
        return True
    if kind == Kind.DAY and not candidate.numeric and (is_ranked(candidate) or ends_a_list(candidate)):
        return True
    if _KEY.search(before) or (kind == Kind.DAY and not candidate.numeric and _CLOCK.search(before)):
        return True
    if not candidate.numeric:
        return False
    own = before[-2:-1] == "k" and candidate.window.pieces[candidate.first - 1].key in OWN
    return own or bool(_KEY_COLON.search(before) or _NAMED.search(before))


def ends_a_list(candidate: Candidate) -> bool:
    """Tell whether the first number is the second one that a word before it counts; the hyphen between them is tight."""
    if _KEY_LIST.search(candidate.before) is None:
        return False
    left, link = candidate.window.pieces[candidate.first - 2 : candidate.first]
    if link.kind != "-":
        return True
    text = candidate.window.text
    return touch(text, left.end, link.start) and touch(text, link.end, candidate.start)


def is_ranked(candidate: Candidate) -> bool:
    """Tell whether the day numbers weeks or editions: «هفتهٔ دوم مهر ۱۳۹۷», «چاپ دوم تیر», but not «تیم هشتم مهر»."""
    pieces, index = candidate.window.pieces, candidate.first - 1
    if index > 0 and pieces[index].key == "ی":
        index -= 1
    if index < 0 or pieces[index].kind == Kind.PERIOD:
        return index >= 0
    if pieces[candidate.first].key.isdigit():
        return False
    few = pieces[candidate.first].value <= _FEW
    return pieces[index].kind == Kind.YEAR_WORD or (
        few and (pieces[index].kind == Kind.EDITION or pieces[index].key in RANKED)
    )


def is_version(candidate: Candidate) -> bool:
    """Tell whether numbers with full stops stand behind a Latin word that is none of those before dates: «Python 1397.7.8»."""
    window, first = candidate.window, candidate.first
    if not candidate.numeric or window.shape[first + 1] != "." or window.shape[first - 1 : first] != "o":
        return False
    return is_versioned(window.text, window.pieces[first - 1])


def is_quantity(candidate: Candidate) -> bool:
    """Tell whether the last number counts what follows: «۸ دی ۱۴۰۰ نفر», «1397.7.8 ریال»."""
    shape, last = candidate.window.shape, candidate.last
    return shape[last : last + 1] == "u" and (candidate.numeric or shape[last - 1] == "Y")


def contradicts_itself(candidate: Candidate) -> bool:
    """Tell whether its parts disagree: two names of no one month, «Mehr 8 of 1397», a score «۳ - ۲ آبان ۱۳۹۷»."""
    if "m2" in candidate.at and candidate.value("m") != candidate.value("m2"):
        return True
    if candidate.form.order == "dmy":
        return is_score(candidate) or ends_a_sentence(candidate)
    if candidate.form.order != "mdy":
        return False
    if stray_careful(candidate):
        return True
    return any(piece.key in ("of", "the") for piece in between(candidate, "d", "y"))


def ends_a_sentence(candidate: Candidate) -> bool:
    """Tell whether a full stop behind the day ends a sentence: «8. Mehr» is a date in Latin letters only."""
    window, day, month = candidate.window, candidate.at["d"], candidate.at["m"]
    return window.shape[day + 1 : day + 2] == Kind.STOP and not is_latin(
        window.text[window.pieces[month].start]
    )


def is_score(candidate: Candidate) -> bool:
    """Tell whether a greater number and a dash stand before the day, but no list mark at the start."""
    before, pieces, first = candidate.before, candidate.window.pieces, candidate.first
    if len(before) <= 2 or _NUMBER_DASH.search(before) is None or _NUMBERED_DASH.search(before):
        return False
    return pieces[first - 2].value > pieces[first].value


def stray_careful(candidate: Candidate) -> bool:
    """Tell whether it is a month only beside others, behind a word of its sentence: «به میزان ۱۲، ۱۴۰۰»."""
    window, month = candidate.window, candidate.window.pieces[candidate.at["m"]]
    return (
        month.kind == Kind.CAREFUL_MONTH
        and candidate.before[-1:] in ("o", "j", "Y")
        and not is_latin(window.text[month.start])
    )


def between(candidate: Candidate, first: str, second: str) -> list[Token]:
    """Return the tokens between two parts of a candidate."""
    return candidate.window.pieces[candidate.at[first] + 1 : candidate.at[second]]


def continues_as_number(candidate: Candidate) -> bool:
    """Tell whether separators and numbers go on beside it, as in a version or an IP address."""
    return _continues_before(candidate) or _continues_after(candidate)


def _continues_before(candidate: Candidate) -> bool:
    window, first = candidate.window, candidate.first
    shape, pieces = window.shape, window.pieces
    if first and shape[first - 1] in (Kind.NUMBER, Kind.EIGHT_DIGITS) and candidate.form.spaced:
        return True
    if first < 2 or shape[first - 1] not in _SEPARATORS or shape[first - 2] not in _NUMBER:
        return False
    if shape[first - 1] == Kind.BAR and candidate.separator != Kind.BAR:  # cells of a table: ۵|۱۳۹۷/۷/۸
        return False
    if _DATE_DASH.search(candidate.before):
        return False
    left, sign = pieces[first - 2], pieces[first - 1]
    return touch(window.text, left.end, sign.start) and touch(window.text, sign.end, candidate.start)


def _continues_after(candidate: Candidate) -> bool:
    window, last = candidate.window, candidate.last
    after = window.shape[last : last + 2]
    if after == "-o" and slug_after(window, last):
        return True
    if len(after) < 2 or after[0] not in _SEPARATORS or after[1] not in _NUMBER:
        return False
    pieces = window.pieces
    glued = touch(window.text, candidate.end, pieces[last].start) and touch(
        window.text, pieces[last].end, pieces[last + 1].start
    )
    return glued and not (after[0] in "-|" and candidate.separator != after[0])


def starts_another_date(candidate: Candidate) -> bool:
    """Tell whether its year is that of a date in numbers: «Tir 7 1397-7-8»."""
    return _REST.match(candidate.window.shape, candidate.last - 1) is not None


def slug_after(window: Window, last: int) -> bool:
    """Tell whether a Latin word touches it with a hyphen: «1397-7-8-fix»."""
    dash, word = window.pieces[last : last + 2]
    text = window.text
    tight = touch(text, dash.end, word.start) and touch(text, window.pieces[last - 1].end, dash.start)
    return tight and is_latin(text[word.start])


#: RFC 9557: what stands in brackets behind an ISO date says how to show it; the date itself is Gregorian
_ANNOTATION = lazy_pattern(
    r"(?:T[\d:.,]*(?:Z|[+-][\d:]+)?)?\[!?(?:[a-z_][a-z0-9_-]*=|[A-Za-z_]+/[A-Za-z_]|[+-]\d)"
)
_CHRISTIAN_ERA = lazy_pattern(r"[ \u00a0]?(?:(?:A\. ?D|B\. ?C|C\. ?E)\b|a[pv]\. ?J)")


def is_annotated(candidate: Candidate) -> bool:
    """Tell whether it is Gregorian by a dotted era, or an ISO date by an annotation of RFC 9557: ``1397-07-08[u-ca=persian]``."""
    if _CHRISTIAN_ERA.match(candidate.window.text, candidate.end):
        return True
    if not candidate.numeric or candidate.separator != "-":
        return False
    return _ANNOTATION.match(candidate.window.text, candidate.end) is not None


def is_saturday(candidate: Candidate) -> bool:
    """Tell whether the «ش» that opens a line is Saturday, as libraries abbreviate it: the day is one."""
    if candidate.before != Kind.SHEEN or candidate.first != 1 or candidate.form.order != "dmy":
        return False
    values = candidate.value("y"), candidate.value("m"), candidate.value("d")
    year, month, day = (value or 0 for value in values)
    return year >= 1000 and problem(year, month, day) is None and day_of(year, month, day).weekday() == 5
