"""Where the posts of a page begin and end, and which lines of each are its title, its rows and its text."""

from __future__ import annotations

from textnorm.pages.posts.answers import answers_of, date_answers, spans_of_answers
from textnorm.pages.posts.asked_titles import asks_as_title
from textnorm.pages.posts.below import text_and_foot
from textnorm.pages.posts.boxes import lines_of_cards
from textnorm.pages.posts.cards import MOST_OF_NAME, names_account
from textnorm.pages.posts.channels import date_messages
from textnorm.pages.posts.comment_model import part_comments
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.date_lines import shape
from textnorm.pages.posts.edges import lead_of, lead_over_rows
from textnorm.pages.posts.facts import facts_of
from textnorm.pages.posts.headers import is_channel
from textnorm.pages.posts.line_forms import can_title
from textnorm.pages.posts.lists import contents_of
from textnorm.pages.posts.numbered import is_numbered
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.poems import over_verses
from textnorm.pages.posts.reader_views import heads_view
from textnorm.pages.posts.said_words import body_words
from textnorm.pages.posts.several import several
from textnorm.pages.posts.span import Span, edited_row, issue_row, labelled_row, single_row
from textnorm.pages.posts.template import template_of
from textnorm.pages.posts.text_start import main_text
from textnorm.pages.posts.titles import REACH, best_title
from textnorm.pages.posts.titles_alike import give_titles

_DOWN = 6
_FOOT = 12
#: fewest words of a line that announces what stands below it
_ANNOUNCES = 8


def spans_of(page: PageLines) -> list[Span]:
    """Return the posts of a page, in order."""
    if not len(page):
        return []
    if not page.heading:
        date_messages(page)
        date_answers(page)
    spans = _parted(page)
    part_comments(page, spans)
    for span in spans:
        if span.row is None:
            span.row = single_row(page, span)
    if len(spans) == 1 and spans[0].row is None and page.kept is not None:
        spans[0].row = labelled_row(page)
        if spans[0].row is None:
            spans[0].row = issue_row(page)
        if spans[0].row is None:
            spans[0].row = edited_row(page)
    return spans


def _parted(page: PageLines) -> list[Span]:
    answers = answers_of(page) if not page.single and page.kept is not None else None
    template = template_of(page)
    if answers is not None and (template is None or len(template.rows) <= len(answers.rows) + 1):
        return spans_of_answers(page, answers, _single(page.above(answers.heading)))
    if template is None or (page.single and len(template.rows) > 1):
        return [_single(page)]
    spans = several(page, template)
    give_titles(page, spans)
    return spans


# a page of one post ------------------------------------------------------------------------------------


def _single(page: PageLines) -> Span:
    page.forget(_entries(page))
    first = main_text(page)
    title = _title_of_text(page) if page.kept is None else _title_above(page)
    if title is not None and title < first:
        first = _with_introduction(page, title, first)
    if not page.heading and is_channel(page):
        title = None
    if title is not None and _begins_with_text(page, title):
        page.kept = [flag or n < first for n, flag in enumerate(page.kept or [])]
        first, title = 0, None
    start = _header_start(page, first if title is None else title)
    if page.kept is None:
        start = 0
    begin = first if title is None or title < first else title + 1
    if title is not None and (page.kept is None or is_numbered(page.texts[title])):
        begin = _below_rows(page, title)
    last = max((n for n in range(len(page)) if page.is_text(n)), default=len(page) - 1)
    end = len(page) if page.kept is None else min(last + 1 + _FOOT, len(page))
    text, foot = text_and_foot(page, begin, end)
    span = Span(list(range(start, begin)), [n for n in text if n != title], foot, title)
    if not page.told:  # else the lines of the text are known
        span.lead = [*lead_over_rows(page, title, begin), *lead_of(page, range(start, begin), title)]
    return span


def _title_of_text(page: PageLines) -> int | None:
    """Return the title of a text that no menu stands round: the headline right above a day, where it is judged, or the first line."""
    title = None if page.careful or len(page) < 2 else _title_above(page)
    dated = title is not None and title + 1 in page.marks
    return title if dated else _top_title(page)


def _with_introduction(page: PageLines, title: int, first: int) -> int:
    """Return where a text begins: at the long line with a colon above its first sentence, with one line of code between at most."""
    for place in range(first - 1, max(first - 3, title), -1):
        if page.roles[place] or page.is_meta(place):
            break
        if page.texts[place][-1] == ":" and page.words[place] >= _ANNOUNCES:
            page.kept = [flag or place <= n < first for n, flag in enumerate(page.kept or [])]
            return place
        if not page.texts[place].isascii():
            break
    return first


def _begins_with_text(page: PageLines, title: int) -> bool:
    """Tell whether a page begins with a sentence, and no row or line that sites show stands above or below a line that is no title then."""
    if not title or page.kept is None or page.heading or not page.sentences[0] or page.roles[0]:
        return False
    beside = range(1, min(title + 2, len(page)))
    return not any(page.is_meta(n) or (page.is_certain(n) and page.texts[n][-1] != ".") for n in beside)


def _entries(page: PageLines) -> list[int]:
    """Return the dates of a diary or a timeline: bare, written alike, each right above a sentence, none beside who wrote it."""
    inside = threads(page)
    groups: dict[object, list[int]] = {}
    for place, mark in page.marks.items():
        if mark.style == "alone" and place not in inside:
            groups.setdefault(shape(mark), []).append(place)
    found: list[int] = []
    for rows in groups.values():
        above = sum(n + 1 < len(page) and _is_said(page, n + 1) for n in rows)
        signed = any(n - 1 in page.authors or n + 1 in page.authors for n in rows)
        if len(rows) > 1 and above * 5 >= 4 * len(rows) and not signed:
            found += rows
    return found


def _is_said(page: PageLines, place: int) -> bool:
    """Tell whether a line is a sentence, however short where no page model was asked."""
    short = page.kept is None and page.texts[place][-1] in ".!" and not page.roles[place]
    return page.sentences[place] or short


def _title_above(page: PageLines) -> int | None:
    """Return the title of the text that begins at a line, among the lines of a page above it."""
    if page.heading and page.heading in page.keys[: (main := main_text(page)) + 1]:
        return max(place for place, key in enumerate(page.keys[: main + 1]) if key == page.heading)
    candidates, first, body = title_candidates(page)
    if first > 1 and names_account(page, first - 2):
        return None  # what somebody says on a network
    title = best_title(page, candidates, first, body)
    over = over_verses(page, first) if title == first else None
    return title if over is None else over


def title_candidates(page: PageLines) -> tuple[list[int], int, frozenset[str]]:
    """Return the lines that may be the title of a page's main text, where that begins, and its telling words."""
    first = main_text(page)
    if asks_as_title(page, first):
        first += 1  # a question may be the title
    body = body_words(page, [n for n in range(first, min(first + 20, len(page))) if not page.is_meta(n)])
    contents = set(page.once("contents", contents_of))
    above = [n for n in range(first) if n not in contents][-REACH:]
    places = [*above, *range(first, min(first + 1, len(page)))]
    others = {*contents, *page.once("facts", facts_of), *page.once("lines of cards", lines_of_cards)}
    said = _short_in_threads(page)
    others.update(n for n in places if page.keys[n] in said or _is_announced(page, n))
    return [n for n in places if n not in others and (n < first or not page.sentences[n])], first, body


def _is_announced(page: PageLines, place: int) -> bool:
    """Tell whether a line is a quotation that the long one with a colon above it announces: it is said, and no title."""
    above = place - 1
    quoted = place > 0 and page.texts[place][0] in '«“"'
    return quoted and page.texts[above][-1] == ":" and page.words[above] >= _ANNOUNCES


def _short_in_threads(page: PageLines) -> set[str]:
    """Return the lines below a post that have few words, as the names of its readers and of who wrote it."""
    return {page.keys[n] for n in threads(page) if page.words[n] <= MOST_OF_NAME}


def _top_title(page: PageLines) -> int | None:
    """Return the title of a text without a menu: its first line, or the one below a short line about it."""
    top: list[int] = []
    for place in range(min(len(page), _DOWN)):
        if page.is_meta(place) or page.is_certain(place) or heads_view(page, place):
            if top:
                break
        elif not can_title(page.texts[place]):
            if page.texts[place][-1] not in ":؛":
                break
        else:
            top.append(place)
        if page.sentences[place] and page.texts[place][-1] not in "?؟":
            break
    if not top or len(page) < 2:
        return None
    row = top[-1] + 1 < len(page) and page.is_meta(top[-1] + 1)
    second = (
        len(top) == 2 and row and page.words[top[0]] <= 4 and page.words[top[1]] >= max(page.words[top[0]], 3)
    )
    return top[1] if second else top[0]


def _below_rows(page: PageLines, title: int) -> int:
    """Return the first line below a title that is no row about the post."""
    place = title + 1
    while place < len(page) and (page.is_meta(place) or page.is_certain(place)):
        place += 1
    return place if place < len(page) else title + 1


def _header_start(page: PageLines, title: int) -> int:
    """Return the first of the rows about the post that stand right above its title."""
    start, far = title, 0
    for place in range(title - 1, max(title - 8, -1), -1):
        if page.is_meta(place) or page.is_about(place) or page.is_bare(place):
            start, far = place, 0
        else:
            far += 1
            if far > 2 or (page.is_outside(place) and not page.has(place, "section", "navigation")):
                break
    return start
