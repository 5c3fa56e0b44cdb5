"""Which lines of a text are none, judged by trees that were trained on labelled pages (tools/train_line_model.py)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

from textnorm.pages.content.model import Forest
from textnorm.pages.posts.edges import heads_first_part
from textnorm.pages.posts.line_signs import signs_of
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.pairs import is_event
from textnorm.pages.posts.salutations import closes_letter, opens_letter
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.text import is_heading, sure_lines

#: at these log-odds, in thousandths, a line is none of a text whatever the rules say
_NEVER = -1500
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
    sure = sure_lines(page, lines)
    return [n for n in lines if n not in sure and not page.sentences[n] and not _is_sure(page, n)]


def _is_sure(page: PageLines, place: int) -> bool:
    letter = opens_letter(page, place) or closes_letter(page, place)
    told = letter or is_heading(page, place) or is_event(page, place) or _is_asked(page, place)
    told = told or heads_first_part(page, place)
    return told or place in page.code


def _is_asked(page: PageLines, place: int) -> bool:
    """Tell whether a line is a question that no site shows, beside a sentence: above its answer, or at the end of what was told."""
    asks = page.texts[place][-1] in "؟?" and page.words[place] >= _ASKING and not page.roles[place]
    return asks and any(0 <= n < len(page) and page.sentences[n] for n in (place - 1, place + 1))
