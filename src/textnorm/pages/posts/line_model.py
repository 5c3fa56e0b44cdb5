"""Which lines of a text are none, judged by trees that were trained on labelled pages (tools/train_line_model.py)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, pairwise

from textnorm.pages.content.model import Forest
from textnorm.pages.posts.edges import heads_answer, heads_first_part
from textnorm.pages.posts.line_forms import is_code
from textnorm.pages.posts.line_signs import signs_of
from textnorm.pages.posts.lists import heads_rows
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.pairs import is_event
from textnorm.pages.posts.salutations import closes_letter, opens_letter
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.text import is_heading, sure_lines

#: at these log-odds, in thousandths, a line is none of a text whatever the rules say
_NEVER = -700
#: how rows of a list with numbers or clocks begin
_NUMBERED = re.compile(r"\d{1,2}(?::\d\d){0,2}[.)]?[ -]\s?[^\W\d]")
#: most buttons between code and its heading
_BUTTONS = 3
#: the fewest words of a question
_ASKING = 3


@cache
def line_model() -> Forest:
    """Return the trees that come with the package."""
    return Forest.shipped("line_model.json")


def second_look(page: PageLines, spans: Sequence[Span], texts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the lines of each post's text without those that are none for certain; of a text something stays."""
    asked = [_doubtful(page, lines) for lines in texts]
    if not any(asked):
        return [*map(list, texts)]
    scores = line_model().scores(signs_of(page, spans, asked))
    never = {n for n, score in zip(chain(*asked), scores, strict=True) if score < _NEVER}
    return [[n for n in lines if n not in never] or list(lines) for lines in texts]


def _doubtful(page: PageLines, lines: Sequence[int]) -> list[int]:
    """Return the lines of a text that may be none: no sentences, no code, no questions, no headings between two parts, no list, no facts, no letter's edge."""
    sure = sure_lines(page, lines).union(_announced(page, lines), _numbered(page, lines), page.messages)
    return [n for n in lines if n not in sure and not page.sentences[n] and not _is_sure(page, n)]


def _announced(page: PageLines, lines: Sequence[int]) -> set[int]:
    """Return the lines of a text that stand below a line of it with a colon at its end, one below the other: the list that it announces."""
    found: set[int] = set()
    for above, place in pairwise(lines):
        opens = page.texts[above][-1] == ":"
        like = above in found and _begins(page, above) == _begins(page, place)
        if above == place - 1 and (opens or like) and not (page.sentences[place] or page.is_certain(place)):
            found.add(place)
    return found


def _begins(page: PageLines, place: int) -> str:
    """Return how a line begins: with a letter, with a digit, or with which sign."""
    first = page.texts[place][0]
    return "letter" if first.isalpha() else "digit" if first.isdigit() else first


def _numbered(page: PageLines, lines: Sequence[int]) -> set[int]:
    """Return the lines of a text that begin with a number or a clock, one below the other: «۰۲:۱۵ شاخه رو به داخل»."""
    rows = {n for n in lines if _NUMBERED.match(page.texts[n])}
    return {n for n in rows if n - 1 in rows or n + 1 in rows}


def _is_sure(page: PageLines, place: int) -> bool:
    letter = opens_letter(page, place) or closes_letter(page, place)
    told = letter or is_heading(page, place) or is_event(page, place) or _is_asked(page, place)
    told = (
        told
        or heads_rows(page, place)
        or heads_first_part(page, place)
        or heads_answer(page, place)
        or _heads_below_box(page, place)
        or _heads_code(page, place)
    )
    return told or place in page.code


def _heads_below_box(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of the sentence below it, right below the end of a box to skip: the text goes on."""
    below = place + 1
    return below < len(page) and page.sentences[below] and place > 0 and page.has(place - 1, "skip_link")


def _heads_code(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of a piece of code below it, with buttons to copy between: right below a sentence."""
    below = place + 1
    while below - place <= _BUTTONS and below < len(page) and page.roles[below]:
        below += 1
    code = below < len(page) and is_code(page.texts[below])
    return code and place > 0 and page.sentences[place - 1] and not page.roles[place]


def _is_asked(page: PageLines, place: int) -> bool:
    """Tell whether a line is a question that no site shows, beside a sentence: above its answer, or at the end of what was told."""
    asks = page.texts[place][-1] in "؟?" and page.words[place] >= _ASKING and not page.roles[place]
    return asks and any(0 <= n < len(page) and page.sentences[n] for n in (place - 1, place + 1))
