"""Page mode: which lines of a naive scrape are text, judged by the page model and the list of interface phrases."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.content.columns import Column
from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import MENU, Own, own_features
from textnorm.pages.content.model import page_model
from textnorm.pages.content.verses import verses
from textnorm.pages.document import Document
from textnorm.pages.interface import ALONE, SLOT, mask
from textnorm.pages.keys import line_key

#: log-odds in thousandths from which on a line is text, and one that may be an interface phrase
_TEXT, _DOUBTED = -300, 600
#: a page whose best sentence scores less than the former, but not less than the latter, is a short one
_SURE, _LEAST = 1000, -1500
#: a text of which less than this share of lines would go is no naive scrape
_GATE = 0.2
#: a page has lines of menus, forms and footers: at least this many among its first and last ten, of which at least
#: this many are certain interface phrases, or this many without one; "read": a text that is taken for a page
_EDGE = 10
_AT_EDGES = {"read": (3, 1, 4), "auto": (3, 2, 7)}
#: the fewest in all of a text that the caller says is a page
_IN_ALL = 2
#: what stands at the edges of pages
_ROUND = mask(
    "navigation", "skip_link", "search", "pagination", "login", "footer", "newsletter", "related", "archive", "cookies",
    "shop", "status", "advert", "captcha", "comment_form", "moderation", "blog", "share", "tool", "comment_count",
    "counter", "document",
)  # fmt: skip
#: or, in a text that is taken for a page, at least this many lines at its edges that may belong to menus
_MENUS = _ROUND | mask("section", "language", "forum")
_LIKELY = 6
#: or at least this many short lines without a full stop on top, and this many that may belong to menus
_ON_TOP, _SHORT, _STOPS, _FEW = (
    6,
    6,
    frozenset(".!?:;,\N{ARABIC QUESTION MARK}\N{ARABIC COMMA}\N{ARABIC SEMICOLON}…"),
    2,
)
_FEWEST = 8
#: or this many above a path to the page
_OVER_PATH = 3
#: scores further from zero say no more
_MOST = 6000
#: the steps of a path to the page
_STEPS = (" › ", " » ", " > ", " / ", " ‹ ", " « ")
#: the first of them on most sites
_HOME = frozenset(map(line_key, ("خانه", "صفحه اصلی", "صفحه نخست", "صفحه اول", "home")))
#: what is no text even with words of its own in it
_NEVER = mask("end_mark")
#: what may be an interface phrase and needs more to be text
_DOUBTFUL = mask(
    "related", "read_more", "rating", "comment_row", "forum", "channel", "comment_form", "comment_count", "moderation",
    "newsletter", "cookies", "share", "login", "pagination", "skip_link", "advert", "captcha", "status", "taxonomy", "tool",
)  # fmt: skip


def kept_lines(document: Document, gate: str) -> list[bool] | None:
    """Return which lines that are not blank are text; None when the document is no naive scrape.

    ``gate`` is "page" for what is said to be a page, "read" for what is taken for one, "auto" for any text.
    """
    if len(document.nonblank) < _FEWEST:
        return None
    lines = [document.lines[number] for number in document.nonblank]
    asked = lines if gate == "page" else _edges(lines)
    page = _new(document, asked)
    hits, roles = zip(*map(document.known["hits and roles"].__getitem__, asked), strict=True)
    sure = _has_menus(hits, roles, gate) or _has_path(lines)
    if not sure and not (gate == "read" and _opens_with_menu(lines, roles)):
        return None
    if page is None or len(page.lines) < len(lines):
        page = _remembered(document, _whole(document, lines, page))
    document.know_roles(lines, page.columns["bits"])
    fenced = [number in document.fenced for number in document.nonblank]
    seen = document.known.setdefault("seen by the page model", {})
    kept = keepers(page, fenced, lift=gate != "auto", seen=seen)
    plain = not sure and _drops_verses(page, kept)
    return kept if 1 - sum(kept) / len(kept) >= _GATE and any(kept) and not plain else None


def _drops_verses(page: Own, kept: Sequence[bool]) -> bool:
    """Tell whether more lines of some words that no interface has would go than lines would stay: verses, a list."""
    rows = zip(kept, page.columns["words"], page.columns["bits"], strict=True)
    return sum(not flag and words >= _SHORT and not bits for flag, words, bits in rows) > sum(kept)


def _new(document: Document, lines: Sequence[str]) -> Own | None:
    """Look at lines for words of menus and roles, unless all of them stood there before: then None."""
    known = document.known.setdefault("hits and roles", {})
    if all(line in known for line in lines):
        return None
    return _remembered(document, own_features(lines, document.known.setdefault("own features", {})))


def _remembered(document: Document, page: Own) -> Own:
    """Keep what the gate asks of lines: what is left of a page is judged once more."""
    found = zip(page.columns["hits"], page.columns["bits"], strict=True)
    document.known["hits and roles"].update(zip(page.lines, found, strict=True))
    return page


def _whole(document: Document, lines: Sequence[str], edges: Own | None) -> Own:
    """Look at all lines of a page, of which the edges may have been looked at."""
    known = document.known.setdefault("own features", {})
    inner = edges and own_features(lines[_EDGE:-_EDGE], known)
    return (edges and inner and edges.with_inner(_EDGE, inner)) or own_features(lines, known)


def _edges(lines: Sequence[str]) -> Sequence[str]:
    """Return the first and the last lines of a page."""
    return [*lines[:_EDGE], *lines[_EDGE:][-_EDGE:]]


def _has_menus(hits: Sequence[int], roles: Sequence[int], gate: str) -> bool:
    """Tell whether lines are made of the words of menus, or are interface phrases, as they are on a page.

    Menus stand at the edges of a page; in code, glossaries and reviews such words stand inside.
    """
    certain = [bits & ALONE > 0 and bits & _ROUND > 0 for bits in roles]
    found = [count >= MENU or sure for count, sure in zip(hits, certain, strict=True)]
    if gate == "page":
        return sum(found) >= _IN_ALL
    fewest, fewest_certain, many = _AT_EDGES[gate]
    edges = _at_edges(found)
    if (edges >= fewest and _at_edges(certain) >= fewest_certain) or edges >= many:
        return True
    likely = [bits & _MENUS > 0 and not bits & SLOT for bits in roles]
    return gate == "read" and _at_edges(likely) >= _LIKELY


def _has_path(lines: Sequence[str]) -> bool:
    """Tell whether a path to the page stands on top, below a few short lines of which one is its first step or home.

    >>> _has_path(["باغ", "گیاهان", "ابزار", "تماس", "گیاهان / گل سرخ"]), _has_path(["باغ", "گیاه", "گل", "سبز / زرد"])
    (True, False)
    """
    for place, line in enumerate(lines[:_EDGE]):
        step = next((step for step in _STEPS if step in line), "")
        if step:
            first, above = line_key(line.split(step)[0]), [line_key(over) for over in lines[:place]]
            return place >= _OVER_PATH and len(first) > 2 and (first in _HOME or first in above)
        if line.count(" ") >= _SHORT or line[-1] in _STOPS:
            return False
    return False


def _opens_with_menu(lines: Sequence[str], roles: Sequence[int]) -> bool:
    """Tell whether a page has a row of short lines on top, or above a path, and a few at its edges that may be those of menus."""
    steps = [any(step in line for step in _STEPS) for line in lines[:_EDGE]]
    path = any(steps)
    above = steps.index(True) if path else 0
    rows = zip(lines[: above if above >= _OVER_PATH else _ON_TOP], steps, strict=False)
    short = [step or (line.count(" ") < _SHORT and line[-1] not in _STOPS) for line, step in rows]
    return all(short) and sum(bits & _MENUS > 0 and not bits & SLOT for bits in roles) >= (_FEW - path)


def _at_edges(flags: Sequence[bool]) -> int:
    return sum(flags[:_EDGE]) + sum(flags[_EDGE:][-_EDGE:])


def keepers(
    page: Own, fenced: Sequence[bool], *, lift: bool = False, seen: dict[str, Column] | None = None
) -> list[bool]:
    """Return which lines of a page are text: those of which the model says so, but no interface phrase.

    ``lift`` finds a text on any page that has a sentence, however short it is; ``seen`` gets what the model saw.
    """
    model, columns = page_model(), page_columns(page)
    context = model.context(columns)
    scores = model.second.scores(context)
    if seen is not None:
        limited = Column(scores).at_least(-_MOST).at_most(_MOST) // 100
        seen.update(columns | context | {"model": limited})
    if lift and not _has_sentence(scores, page):
        if found := verses(page):
            rows = zip(found, scores, page.columns["bits"], strict=True)
            return [verse or (score > _TEXT and not bits) for verse, score, bits in rows]
        scores = _lifted(scores, page.lines)
    return [
        score > (_DOUBTED if bits & _DOUBTFUL else _TEXT)
        and (code or line[0] == ">" or not (bits & ALONE or bits & _NEVER))
        for score, bits, code, line in zip(scores, page.columns["bits"], fenced, page.lines, strict=True)
    ]


def line_scores(page: Own) -> list[int]:
    """Return the model's log-odds, in thousandths, that each line is text."""
    return page_model().scores(page_columns(page))


def _has_sentence(scores: Sequence[int], page: Own) -> bool:
    """Tell whether a page has a sentence that is text beyond doubt."""
    rows = zip(scores, page.lines, page.columns["bits"], strict=True)
    return any(score >= _SURE and not bits and _is_sentence(line) for score, line, bits in rows)


def _lifted(scores: list[int], lines: Sequence[str]) -> list[int]:
    """Return the scores, raised until the best sentence of the page is likely text."""
    sentences = [score for score, line in zip(scores, lines, strict=True) if _is_sentence(line)]
    best = max(sentences, default=_SURE)
    return [score + _SURE - best for score in scores] if _LEAST < best < _SURE else scores


def _is_sentence(line: str) -> bool:
    return line[-1] in ".!?\N{ARABIC QUESTION MARK}" and line.count(" ") >= 10
