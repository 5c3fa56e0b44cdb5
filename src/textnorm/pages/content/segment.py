"""Page mode: which lines of a naive scrape are text, judged by the page model and the list of interface phrases."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import MENU, Own, own_features
from textnorm.pages.content.model import page_model
from textnorm.pages.document import Document
from textnorm.pages.interface import ALONE, mask
from textnorm.pages.options import PageOptions

#: log-odds in thousandths from which on a line is text, and one that may be an interface phrase
_TEXT, _DOUBTED = -300, 600
#: a page whose best sentence scores less than the former, but not less than the latter, is a short one
_SURE, _LEAST = 1000, -1500
#: a text of which less than this share of lines would go is no naive scrape
_GATE = 0.2
#: a page has lines of menus, forms and footers: so many among its first and last ten, or of a text that is said to
#: be a page, in all
_AT_EDGES = {"page": 2, "auto": 3}
_IN_ALL = 2
_EDGE = 10
#: what stands at the edges of pages
_ROUND = mask(
    "navigation", "skip_link", "search", "pagination", "login", "footer", "newsletter", "related", "archive", "cookies",
    "shop", "status", "advert", "captcha", "comment_form", "moderation", "blog", "share", "tool", "comment_count",
    "counter",
)  # fmt: skip
_FEWEST = 8
#: what is no text even with words of its own in it
_NEVER = mask("end_mark")
#: what may be an interface phrase and needs more to be text
_DOUBTFUL = mask(
    "related", "read_more", "rating", "comment_row", "forum", "channel", "comment_form", "comment_count", "moderation",
    "newsletter", "cookies", "share", "login", "pagination", "skip_link", "advert", "captcha", "status", "taxonomy", "tool",
)  # fmt: skip


def kept_lines(document: Document, options: PageOptions, *, said: bool = True) -> list[bool] | None:
    """Return which lines that are not blank are text; None when the document is no naive scrape.

    ``said`` is whether page mode was asked for, or is only taken for a text that is likely a page.
    """
    if len(document.nonblank) < _FEWEST:
        return None
    lines = [document.lines[number] for number in document.nonblank]
    page = own_features(lines, document.known.setdefault("own features", {}))
    if not _has_menus(page, options.mode, said=said):
        return None
    fenced = [number in document.fenced for number in document.nonblank]
    kept = keepers(page, fenced, lift=options.mode == "page")
    return kept if 1 - sum(kept) / len(kept) >= _GATE and any(kept) else None


def _has_menus(page: Own, mode: str, *, said: bool) -> bool:
    """Tell whether lines are made of the words of menus, or are interface phrases, as they are on a page.

    Menus stand at the edges of a page; in code, glossaries and reviews such words stand inside.
    """
    found = [
        hits >= MENU or (bits & ALONE > 0 and bits & _ROUND > 0)
        for hits, bits in zip(page.columns["hits"], page.columns["bits"], strict=True)
    ]
    edges = sum(found[:_EDGE]) + sum(found[_EDGE:][-_EDGE:])
    return edges >= _AT_EDGES[mode] or (mode == "page" and said and sum(found) >= _IN_ALL)


def keepers(page: Own, fenced: Sequence[bool], *, lift: bool = False) -> list[bool]:
    """Return which lines of a page are text: those of which the model says so, but no interface phrase.

    ``lift`` finds a text on any page that has a sentence, however short it is.
    """
    scores = line_scores(page)
    if lift:
        scores = _lifted(scores, page.lines)
    return [
        score > (_DOUBTED if bits & _DOUBTFUL else _TEXT)
        and (code or line[0] == ">" or not (bits & ALONE or bits & _NEVER))
        for score, bits, code, line in zip(scores, page.columns["bits"], fenced, page.lines, strict=True)
    ]


def line_scores(page: Own) -> list[int]:
    """Return the model's log-odds, in thousandths, that each line is text."""
    return page_model().scores(page_columns(page))


def _lifted(scores: list[int], lines: Sequence[str]) -> list[int]:
    """Return the scores, raised until the best sentence of the page is likely text."""
    sentences = [score for score, line in zip(scores, lines, strict=True) if _is_sentence(line)]
    best = max(sentences, default=_SURE)
    return [score + _SURE - best for score in scores] if _LEAST < best < _SURE else scores


def _is_sentence(line: str) -> bool:
    return line[-1] in ".!?\N{ARABIC QUESTION MARK}" and line.count(" ") >= 10
