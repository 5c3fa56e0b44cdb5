"""Page mode: which lines of a naive scrape are the article, judged by the page model.

Two steps: boosted trees score each line alone in its surroundings, then the best stretches of the page are
found by dynamic programming, so that a teaser far from the article needs much more to stay than a short
line inside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import MENU, Own, own_features
from textnorm.pages.content.model import page_forest
from textnorm.pages.document import Document
from textnorm.pages.interface import ALONE, mask
from textnorm.pages.options import PageOptions

#: log-odds in thousandths; all three chosen by cross-validation over sites
_INSIDE, _OUTSIDE = -1000, 1000
_STRETCH = 12000
#: a sentence right below a stretch belongs to it from this score on
_NEAR = -1000
_MOST = 3000
#: a page whose best sentence scores less than the former, but not less than the latter, is a short one
_SURE, _LEAST = 1000, -1000
_WEIGHT = [int((words + 1) ** 0.5 * 100) for words in range(1, 30)]

#: a text of which less than this share of lines would go is no naive scrape
_GATE = 0.2
#: a page has menus, forms and footers at its edges: so many of its first and last ten lines, by mode
_EDGE, _AT_EDGES = 10, {"page": 2, "auto": 3}
#: what stands at the edges of pages
_ROUND = mask(
    "navigation", "skip_link", "search", "pagination", "login", "footer", "newsletter", "related", "archive", "cookies", "shop",
    "status", "advert", "captcha", "comment_form", "moderation", "blog", "share", "tool", "comment_count", "counter",
)  # fmt: skip
_FEWEST = 8


def line_scores(page: Own) -> list[int]:
    """The model's log-odds, in thousandths, that each line belongs to the article."""
    forest = page_forest()
    names, columns = page_columns(page)
    by_name = dict(zip(names, columns, strict=True))
    rows = list(zip(*(by_name[name] for name in forest.features), strict=True))
    score = forest.score
    known = {row: score(row) for row in set(rows)}
    return [known[row] for row in rows]


def stretches(scores: Sequence[int], lines: Sequence[str]) -> list[bool]:
    """Which lines lie inside the stretches of the page that are worth more than they cost.

    A stretch costs half of what the best one is worth, at most ``_STRETCH``: a short post is still the
    best of its page, and beside it nothing much weaker stays.
    """
    values = [
        (score if -_MOST < score < _MOST else _MOST if score > 0 else -_MOST) * weight // 100
        for score, weight in zip(scores, map(_weight, lines), strict=True)
    ]
    cost = min(_STRETCH, _best(values) // 2)
    outside, inside = 0, -(10**9)
    came_in, came_out = [], []
    for value in values:
        opens = outside - cost
        came_out.append(inside > outside)
        came_in.append(inside >= opens)
        outside, inside = max(outside, inside), max(inside, opens) + value
    state = inside > outside
    result = []
    for stayed, left in zip(reversed(came_in), reversed(came_out), strict=True):
        result.append(state)
        state = stayed if state else left
    return result[::-1]


def _weight(line: str) -> int:
    blanks = line.count(" ")
    return _WEIGHT[blanks if blanks < len(_WEIGHT) else -1]


def _best(values: Sequence[int]) -> int:
    """What the best stretch is worth."""
    best = here = 0
    for value in values:
        here = max(here + value, 0)
        best = max(best, here)
    return best


def keepers(page: Own, *, lift: bool = False) -> list[bool]:
    """Return which lines of a page are the article.

    ``lift`` finds an article on any page that has a sentence, however short it is.
    """
    lines = page.lines
    scores = _lifted(line_scores(page), lines) if lift else line_scores(page)
    limits = (_OUTSIDE, _INSIDE)
    inside = stretches(scores, lines)
    for place in range(1, len(lines)):
        if inside[place - 1] and scores[place] > _NEAR and _is_sentence(lines[place]):
            inside[place] = True
    return [score > limits[within] for score, within in zip(scores, inside, strict=True)]


def _lifted(scores: list[int], lines: Sequence[str]) -> list[int]:
    """The scores, raised until the best sentence of the page is likely text."""
    best = max(
        (score for score, line in zip(scores, lines, strict=True) if _is_sentence(line)), default=_MOST
    )
    return [score + _SURE - best for score in scores] if _LEAST < best < _SURE else scores


def _is_sentence(line: str) -> bool:
    return line[-1] in ".!?؟" and line.count(" ") >= 10


def furniture_share(kept: Sequence[bool]) -> float:
    """The share of lines that are furniture."""
    return 1 - sum(kept) / len(kept)


def kept_lines(document: Document, options: PageOptions) -> list[bool] | None:
    """Return which lines that are not blank are the article; None when the text is no naive scrape."""
    if len(document.nonblank) < _FEWEST:
        return None
    page = own_features([document.lines[number] for number in document.nonblank])
    roles = [document.roles[number] for number in document.nonblank]
    if edge_lines(page, roles) < _AT_EDGES[options.mode]:
        return None
    kept = keepers(page, lift=options.mode == "page")
    return kept if furniture_share(kept) >= _GATE and any(kept) else None


def edge_lines(page: Own, roles: Sequence[int]) -> int:
    """Count the lines at the edges of a text that are made of the words of menus, or are interface strings.

    Menus stand at the edges of a page; in code, glossaries and reviews such words stand inside.
    """
    hits, size = page.columns["hits"], len(page.lines)
    edge = {*range(min(_EDGE, size)), *range(max(size - _EDGE, 0), size)}
    return sum(hits[n] >= MENU or (roles[n] & ALONE > 0 and roles[n] & _ROUND > 0) for n in edge)
