"""Clauses of another language in Arabic script: Arabic, Urdu, Kurdish, and vocalised quotations."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from ..chars import ARABIC_LETTERS, FOREIGN_LETTERS, SHORT_VOWELS, ZWNJ
from ..lazy import lazy_pattern
from .foreignness import (
    LIMIT_BESIDE_OTHERS,
    LIMIT_OF_PERSIAN_LETTERS,
    LIMIT_WITH_ARTICLE,
    foreignness,
    is_foreign,
)
from .function_words import BESIDE_ARABIC, PERSIAN_WORDS, SURELY_ARABIC
from .languages import ARTICLE, is_arabic, is_persian, is_vocalised, may_be_of_another, names_language
from .stretches import arabic_phrases, foreign_words, formulas
from .words import ASCII_MARK, CLAUSE_ENDS, CLOSING_QUOTES, QUOTES, WORD as A_WORD, fold

_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_VOWEL = lazy_pattern(f"[{SHORT_VOWELS}]")
_PERSIAN_ONLY = lazy_pattern("[پچژگ]")
#: letters that make it worth asking for the language of a clause
LANGUAGE_HINT = lazy_pattern(
    f"[{FOREIGN_LETTERS}{SHORT_VOWELS}\u0623\u0625\u0629\u0643\u0649\u064a\u06c1\u06be\u06d2\u06d5\ufb50-\ufdff\ufe70-\ufefc]"
)
#: of those, the letters for which two looks at the words of the line settle most cases
_HARD_HINT = lazy_pattern(
    f"[{FOREIGN_LETTERS}{SHORT_VOWELS}\u06c1\u06be\u06d2\u06d5\ufb50-\ufdff\ufe70-\ufefc]"
)
#: a word that may have the Arabic article, without which no clause of Persian letters alone is looked at
ARTICLE_HINT = lazy_pattern(f"(?<![{ARABIC_LETTERS}]){ARTICLE}[{ARABIC_LETTERS}]{{3}}")
WORD = lazy_pattern(f"{A_WORD}|[{CLAUSE_ENDS}]")
#: a letter or a digit of whatever script
_LETTER_OR_DIGIT = lazy_pattern(r"[^\W_]")
_ATTACHED = "?!.,;:؟،؛"
#: the marks behind the last word of a quotation or of brackets
_CLOSED = lazy_pattern(f"[ \\t]*[{_ATTACHED}]+(?=[ \\t]*[{CLOSING_QUOTES})\\]])")
#: what closes a quotation, behind its own marks
_CLOSING = lazy_pattern(f"[ \\t{_ATTACHED}]*[{CLOSING_QUOTES}]")

#: what may be the name of a language before a colon: what follows is in that language, or about it
_BEFORE_COLON = r"[*_]{0,3}[ \t]?:"
_NAME = f"(?<![{ARABIC_LETTERS}])[{ARABIC_LETTERS}]{{2,14}}+"
#: how many words before the colon may be the name: «در عربی می‌گویند:»
_NAMED_WITHIN = 4
_NAMED = lazy_pattern(
    rf"({_NAME}(?: [{ARABIC_LETTERS}{ZWNJ}]{{2,14}}+){{0,{_NAMED_WITHIN - 1}}}+){_BEFORE_COLON}"
)
_COLON = lazy_pattern(_BEFORE_COLON)
if TYPE_CHECKING:
    _Span = tuple[Literal["other"], int, int]


def has_language_hint(text: str) -> bool:
    """Tell whether a letter of *text* makes it worth asking for the language of its clause."""
    return LANGUAGE_HINT.search(text) is not None


def may_hold_others(text: str, start: int, end: int) -> bool:
    """Tell whether a letter, a mark, an Arabic article or the name of a language makes it worth asking for the languages of clauses."""
    return (
        LANGUAGE_HINT.search(text, start, end) is not None
        or ASCII_MARK.search(text, start, end) is not None
        or ARTICLE_HINT.search(text, start, end) is not None
        or has_name(text, start, end)
    )


def has_name(text: str, start: int, end: int) -> bool:
    """Tell whether the name of a language stands before a colon."""
    if text.find(":", start, end) < 0:
        return False
    return any(any(map(names_language, match[1].split(" "))) for match in _NAMED.finditer(text, start, end))


def is_surely_persian(text: str, start: int, end: int) -> bool:
    """Tell at a glance whether the letters and words of a line leave no doubt that it is Persian."""
    if has_name(text, start, end):
        return False
    hint = LANGUAGE_HINT.search(text, start, end)
    if hint is None:
        may_ask = ASCII_MARK.search(text, start, end) or ARTICLE_HINT.search(text, start, end)
        return not may_ask or not may_be_of_another(text[start:end])
    return not _HARD_HINT.search(text, hint.start(), end) and not may_be_of_another(text[start:end])


def other_languages(line: str, start: int, end: int) -> list[_Span]:
    """Return the words of other languages between *start* and *end*, judged clause by clause, with the marks behind them."""
    clauses: list[list[re.Match[str]]] = [[]]
    for word in WORD.finditer(line, start, end):
        if _LETTER.match(word[0]):
            clauses[-1].append(word)
        elif clauses[-1]:
            clauses.append([])
    judged = [_judged(clause, _keeps_mark(line, clause, end)) for clause in clauses]
    for index, clause in enumerate(clauses):
        if judged[index] or not clause or not _is_among_others(clauses, judged, index):
            continue
        if _is_doubtful(clause) or _is_foreign_beside(clause) or _is_quoted_by_others(line, clauses, index):
            judged[index] = [_whole(clause)]
    _judge_behind_names(line, clauses, judged)
    found = [span for spans in judged for span in spans]
    return _with_marks(line, found, end) if found else found


def _judge_behind_names(line: str, clauses: list[list[re.Match[str]]], judged: list[list[_Span]]) -> None:
    """Judge anew the clauses behind the name of a language («کردی: …», «در عربی می‌گویند: …»): there little speaks for that language."""
    expected = False
    for index, clause in enumerate(clauses):
        if expected and clause and (_is_foreign_beside(clause) or _is_doubtful(clause)):
            judged[index] = [_whole(clause)]
        elif clause:
            expected = _names_language(line, clause[-_NAMED_WITHIN:])


def _is_foreign_beside(clause: list[re.Match[str]]) -> bool:
    """Return whether a clause is foreign enough for one beside a clause of another language, or behind the name of one."""
    return foreignness([word[0] for word in clause]) > LIMIT_BESIDE_OTHERS


def _names_language(line: str, words: list[re.Match[str]]) -> bool:
    return any(names_language(word[0]) for word in words) and _COLON.match(line, words[-1].end()) is not None


def _is_doubtful(clause: list[re.Match[str]]) -> bool:
    """Return whether a clause has letters of others and no word that only Persian has, or no word that Arabic has not."""
    words = [word[0] for word in clause]
    folded = set(map(fold, words))
    plain = {fold(word) for word in words if not _HARD_HINT.search(word)}
    if any(map(_HARD_HINT.search, words)) and PERSIAN_WORDS.isdisjoint(plain):
        return True
    return (
        len(words) > 1 and folded <= BESIDE_ARABIC | SURELY_ARABIC and any(map(LANGUAGE_HINT.search, words))
    )


def _is_among_others(clauses: list[list[re.Match[str]]], judged: list[list[_Span]], index: int) -> bool:
    """Return whether a clause beside this one is of another language from end to end."""
    before = next((other for other in range(index - 1, -1, -1) if not _is_letter(clauses[other])), None)
    after = next((other for other in range(index + 1, len(clauses)) if not _is_letter(clauses[other])), None)
    return any(
        clauses[other] and judged[other] == [_whole(clauses[other])]
        for other in (before, after)
        if other is not None
    )


def _is_letter(clause: list[re.Match[str]]) -> bool:
    """Return whether a clause is one letter alone, as that of a blessing in brackets: «(ص)»."""
    return len(clause) == 1 and len(clause[0][0]) == 1


def _is_quoted_by_others(line: str, clauses: list[list[re.Match[str]]], index: int) -> bool:
    """Return whether a clause stands in quotation marks, and neither it nor those around it have a word that only Persian has."""
    first, last = clauses[index][0].start(), clauses[index][-1].end()
    if not first or line[first - 1] not in QUOTES or not _CLOSING.match(line, last):
        return False
    words = [word[0] for clause in clauses[max(0, index - 1) : index + 2] for word in clause]
    return PERSIAN_WORDS.isdisjoint(map(fold, words))


def _whole(clause: list[re.Match[str]]) -> _Span:
    return "other", clause[0].start(), clause[-1].end()


def _keeps_mark(line: str, clause: list[re.Match[str]], end: int) -> bool:
    """Return whether a mark of ASCII stands in a clause or behind it, where it stays what it is if the clause is another language's."""
    if not clause:
        return False
    last = _end_of_marks(line, clause[-1].end(), end)
    if _LETTER_OR_DIGIT.search(line, last, end) is None and end == len(line):
        last = end
    return ASCII_MARK.search(line, clause[0].start(), last) is not None


def _end_of_marks(line: str, last: int, following: int) -> int:
    """Return where the marks end that are attached to a word, or close its quotation with it."""
    if closed := _CLOSED.match(line, last, following):
        return closed.end()
    while last < following and line[last] in _ATTACHED:
        last += 1
    return last


def _with_marks(line: str, others: list[_Span], end: int) -> list[_Span]:
    """Return stretches of other languages with the neutral characters behind them: all of them where no Persian follows."""
    found: list[_Span] = []
    for index, (kind, first, last) in enumerate(others):
        following = others[index + 1][1] if index + 1 < len(others) else end
        if _LETTER_OR_DIGIT.search(line, last, following) is None and (following < end or end == len(line)):
            last = following - (line[following - 1 : following] == "\n")
        else:
            last = _end_of_marks(line, last, following)
        if found and found[-1][2] == first:
            found[-1] = (kind, found[-1][1], last)
        else:
            found.append((kind, first, last))
    return found


def _judged(clause: list[re.Match[str]], marked: bool) -> list[_Span]:
    words = [word[0] for word in clause]
    # a clause without a hint of its own would be Persian as soon as the rest of its line is repaired
    if not any(map(LANGUAGE_HINT.search, words)):
        foreign = marked and is_foreign(words) and foreignness(words) > LIMIT_OF_PERSIAN_LETTERS
        return [_whole(clause)] if foreign or is_saying(words) else []
    if not is_persian(words) and not _is_persian_beside_formulas(words):
        return [_whole(clause)]
    spans = foreign_words(words)
    spans += [span for span in formulas(words) if not any(_meet(span, other) for other in spans)]
    spans += [
        span
        for span in arabic_phrases(words)
        if any(map(LANGUAGE_HINT.search, words[slice(*span)]))
        and not any(_meet(span, other) for other in spans)
    ]
    spans += [span for span in _vocalised_quotations(words) if not any(_meet(span, other) for other in spans)]
    return [("other", clause[first].start(), clause[last - 1].end()) for first, last in sorted(spans)]


def is_saying(words: list[str]) -> bool:
    """Tell whether a clause of Persian letters alone is Arabic, as sayings are typed on a Persian keyboard.

    Only a clause with an Arabic article is one, which is built as Arabic is and has no word that only Persian has.

    >>> is_saying("خیر الامور اوسطها".split()), is_saying("علی بن الحسین آمد".split()), is_saying("من جد وجد".split())
    (True, False, False)
    """
    if not any(map(ARTICLE_HINT.match, words)) or any(map(_PERSIAN_ONLY.search, words)):
        return False
    return foreignness(words) > LIMIT_WITH_ARTICLE and not is_persian(words)


def _is_persian_beside_formulas(words: list[str]) -> bool:
    """Tell whether a clause that formulas of Arabic make Arabic is Persian without them.

    >>> _is_persian_beside_formulas("رضي الله عنه و ديگران آمدند".split())
    True
    >>> _is_persian_beside_formulas("الحمد لله رب العالمين".split())
    False
    """
    within = {at for start, end in formulas(words) for at in range(start, end)}
    beside = [word for at, word in enumerate(words) if at not in within]
    return bool(within) and foreignness(beside) < 0 and not any(is_arabic(fold(word)) for word in beside)


def _vocalised_quotations(words: list[str]) -> list[tuple[int, int]]:
    """Find runs of words with vowel marks of which two at least are vocalised: quotations, as of the Quran.

    >>> _vocalised_quotations("گفت اِنَّ اللهَ مَعَ الصّابِرین و رفت".split())
    [(1, 5)]
    >>> _vocalised_quotations("مُلکِ ما مَعَ او".split())
    []
    """
    if sum(map(is_vocalised, words)) < 2:
        return []
    marked = groupby(enumerate(words), lambda word: _VOWEL.search(word[1]) is not None)
    runs = [list(run) for with_vowels, run in marked if with_vowels]
    return [(run[0][0], run[-1][0] + 1) for run in runs if sum(is_vocalised(word) for _, word in run) > 1]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
