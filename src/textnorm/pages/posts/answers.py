"""A question and the answers below it: pages whose question is dated on another side than its answers, or one answer alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.below import text_and_foot
from textnorm.pages.posts.date_lines import Mark, shape
from textnorm.pages.posts.date_words import folded
from textnorm.pages.posts.line_forms import is_code
from textnorm.pages.posts.names import is_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.several import several
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.template import Side, Template

#: the heading of the answers: «۲ پاسخ», «پاسخ‌های کاربران (۲)», "3 Answers"
_WHO = (
    r"(?:وکیل|وکلا|پزشک|پزشکان|دکتر|کارشناس|کارشناسان|متخصص|مشاور|مشاوران|استاد|کاربر|کاربران|سایت|داده شده)"
)
_HEADING = lazy_pattern(
    rf"(?:\d{{1,4}}|یک|دو|سه|چهار)\s(?:پاسخ|جواب)(?:\s{_WHO})?|(?:پاسخ|جواب)\s{_WHO}"
    rf"|(?:پاسخ|جواب)[\s\u200c]?ها(?:ی\s{_WHO})?(?:\s?:?\s?\(?\d{{1,4}}\)?)?|\d{{1,4}} answers?|answers(?:\s?\(?\d{{1,4}}\)?)?",
    re.IGNORECASE,
)
#: what says that a page asks something
_ASKED = lazy_pattern(
    r"پرسش|پرسیده|س[وؤ]ال|question|asked|(?:پاسخ|جواب) (?:شما|خود)|your answer", re.IGNORECASE
)
#: the tag of a question, the name of a member
_LABEL = lazy_pattern(r"[^\W\d][\w\u200c+#.-]{0,24}(?:\s[^\W\d][\w\u200c]{0,20})?(?<![.:])")
#: how old an answer is, alone or behind what somebody is
_AGED = lazy_pattern(r"(?:[^\d.!؟?]{3,40}\s[·•]\s)?\d{1,2}\s(?:سال|ماه|هفته|روز|ساعت)")
#: most words of a line that says so, and of a title
_FEW, _TITLE = 8, 14
#: most lines about who answers, below the name
_UNDATED = 4
#: fewest words of an answer that is no sentence
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Answers:
    """The heading of the answers to a question, and the rows that part them; none where one answer has no day."""

    heading: int
    template: Template | None

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the rows that part the answers."""
        return () if self.template is None else self.template.rows


def date_answers(page: PageLines) -> None:
    """Mark how old answers are below the names of who answers a question, two and more: «متخصص پوست · ۲ سال»."""
    aged = [
        n for n, text in enumerate(page.texts) if n > 1 and _AGED.fullmatch(text) and _name_above(page, n)
    ]
    asked = any(text[-1] in "؟?" for text in page.texts[: aged[0]]) if aged else False
    if len(aged) < 2 or not asked or not any(_ASKED.search(text) for text in page.texts[: aged[0]]):
        return
    for place in aged:
        page.marks[place] = Mark("alone", None, page.texts[place], None, text=page.texts[place])
        page.roles[place] = 0
        name = _name_above(page, place)
        page.authors[name] = page.texts[name]


def _name_above(page: PageLines, place: int) -> int:
    """Return the line with somebody's name above a row, right above it or above what somebody is; 0 where none is."""
    return next((n for n in (place - 1, place - 2) if n > 0 and is_name(page.texts[n])), 0)


def answers_of(page: PageLines) -> Answers | None:
    """Find the answers below a question: a heading that counts them, and below it days with a text of their own each."""
    aged = [n for n, mark in sorted(page.marks.items()) if mark.found is None and _AGED.fullmatch(mark.line)]
    if aged:
        return Answers(_name_above(page, aged[0]) - 1, Template(tuple(aged), "above", dated=True))
    headings = [n for n, text in enumerate(page.texts) if _HEADING.fullmatch(folded(text))]
    if not headings or not _asks(page, headings):
        return None
    for heading in headings:
        if _asked_above(page, heading):
            rows, side = _rows(page, heading)
            if rows:
                return Answers(heading, Template(rows, side, dated=True))
            return Answers(heading, None) if _is_one(page, heading) else None
    return None


def spans_of_answers(page: PageLines, answers: Answers, question: Span) -> list[Span]:
    """Return the posts of such a page: the question, read as a page of its own, and the answers, which have no titles."""
    if answers.template is None:
        return [question, _undated(page, answers.heading)]
    rows = answers.rows
    like = shape(page.marks[rows[0]])
    below = [n for n in question.foot if n in page.marks and shape(page.marks[n]) == like]
    asking = [n for n in range(answers.heading + 1) if page.texts[n][-1] in "؟?" and page.can_title(n)]
    if (
        asking
        and page.marks[rows[0]].found is None
        and not any(page.is_prose(n) and n not in asking for n in question.body)
    ):
        question.title, question.head, question.body = asking[-1], asking[-1:], []  # all that is asked
    question.asked, question.row = True, below[-1] if below else None
    spans = several(page, answers.template)
    for span in spans:
        span.title = None
        span.head, span.lead, span.zone = (
            [n for n in places if n > answers.heading] for places in (span.head, span.lead, span.zone)
        )
    for span in [question, *spans]:
        span.card = True
        tail = _tail(page, span.body)
        span.body, span.foot = span.body[: len(span.body) - len(tail)], [*tail, *span.foot]
        span.zone += tail
    question.card = bool(below)
    question.zone = question.foot if below else []
    return [question, *spans]


def _is_one(page: PageLines, heading: int) -> bool:
    """Tell whether somebody's name and a text stand right below the heading: one answer, without a day."""
    below = range(heading + 1, min(heading + 2 + _UNDATED, len(page)))
    return len(below) > 1 and is_name(page.texts[below[0]]) and any(map(page.is_text, below))


def _undated(page: PageLines, heading: int) -> Span:
    """Return the only answer of a page, which has a name and no day."""
    first = next(n for n in range(heading + 1, len(page)) if page.is_text(n))
    end = next((n for n in range(first, len(page)) if _ends(page, n)), len(page))
    text, foot = text_and_foot(page, first, end)
    head = list(range(heading + 1, first))
    page.authors[heading + 1] = page.texts[heading + 1]
    return Span(head, text, foot, zone=head, card=True)


def _tail(page: PageLines, body: list[int]) -> list[int]:
    """Return the lines at the end of a text that are its tags or who wrote it: one word or two that nothing ends."""
    labels = (_LABEL.fullmatch(page.texts[n]) is not None and not is_code(page.texts[n]) for n in body[:0:-1])
    start = len(body) - sum(takewhile(bool, labels))
    return [n for n in body[start:] if n not in page.code]


def _asks(page: PageLines, headings: list[int]) -> bool:
    """Tell whether a question stands on a page, and a line of the site that speaks of questions."""
    question = any(text[-1] in "؟?" for text in page.texts[: headings[-1]])
    return question and any(
        page.words[n] <= _FEW and not page.sentences[n] and _ASKED.search(text)
        for n, text in enumerate(page.texts)
        if n not in headings
    )


def _asked_above(page: PageLines, heading: int) -> bool:
    """Tell whether more than a question of one line stands above the heading of the answers."""
    prose = [n for n in range(heading) if page.is_prose(n)]
    return len(prose) > 1 or any(page.texts[n][-1] not in "؟?" or page.words[n] > _TITLE for n in prose)


def _rows(page: PageLines, heading: int) -> tuple[tuple[int, ...], Side]:
    """Return the days of the answers, all written alike and with a text of their own, and on which side of it they are."""
    end = next((n for n in range(heading + 1, len(page)) if _ends(page, n)), len(page))
    dated = [n for n in range(heading + 1, end) if _is_row(page, n)]
    rows = [n for n in dated if shape(page.marks[n]) == shape(page.marks[dated[0]])]
    texts = [n for n in range(heading + 1, end) if page.is_prose(n)]
    if not rows or not texts:
        return (), "below"
    said = [n for n in range(heading + 1, end) if page.is_prose(n) or _may_answer(page, n)]
    side: Side = "below" if texts[0] < rows[0] else "above"
    if side == "below":
        own = [row for start, row in zip([heading, *rows], rows, strict=False) if _any(said, start, row)]
        alone = texts[-1] < rows[-1]
    else:
        own = [row for row, stop in zip(rows, [*rows[1:], end], strict=True) if _any(said, row, stop)]
        alone = True
    return (tuple(own) if alone else ()), side


def _any(texts: list[int], start: int, stop: int) -> bool:
    return any(start < n < stop for n in texts)


def _may_answer(page: PageLines, place: int) -> bool:
    """Tell whether a line that is no sentence, and that the page model keeps, may be an answer beside others that are."""
    kept = page.kept is not None and page.kept[place]
    return kept and page.words[place] >= _LEAST and not page.roles[place] and not page.is_meta(place)


def _is_row(page: PageLines, place: int) -> bool:
    mark = page.marks.get(place)
    return mark is not None and mark.date is not None and mark.label != "other" and mark.style != "signed"


def _ends(page: PageLines, place: int) -> bool:
    """Tell whether a line ends the answers: a form, or a list of other questions."""
    return page.is_certain(place) and page.has(place, "comment_form", "related", "moderation", "footer")
