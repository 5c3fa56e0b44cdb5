"""Page mode: which lines of a naive scrape are text, judged by the page model and the list of interface phrases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress

from textnorm.pages.content.columns import Column
from textnorm.pages.content.fact_rows import with_facts
from textnorm.pages.content.gate import (
    edges,
    has_menus,
    has_path,
    is_of_code,
    opens_with_few,
    opens_with_menu,
    opens_with_rows,
)
from textnorm.pages.content.headlines import with_headlines
from textnorm.pages.content.judged import SURE, judged
from textnorm.pages.content.level import text_level
from textnorm.pages.content.line_features import Own, own_features
from textnorm.pages.content.model import page_model
from textnorm.pages.content.verses import verses
from textnorm.pages.document import Document

#: a line beside verses is text from these on
_VERSES = -300
#: a page whose best sentence is not sure, but scores no less than this, is a short one
_LEAST = -1500
#: a text of which less than this share of lines would go is no naive scrape
_GATE = 0.2
#: and what is said to be one, with rows on top that no list of menus knows, if less than this would go
_GATE_OF_ROWS = 0.5
#: or, where nothing is known to be of a menu, less than this number of rows above the text, and this share of lines round it, each of which
#: scores less than this in hundredths
_ROWS_ABOVE, _MOST_ABOVE, _ROUND, _SURELY_NONE = 3, 30, 0.3, -25
#: the fewest lines of a page; a line of as many words may be a verse
_FEWEST, _VERSE = 8, 6


def kept_lines(document: Document, gate: str, *, reading: bool = False) -> list[bool] | None:
    """Return which lines that are not blank are text; None when the document is no naive scrape.

    ``gate`` is "page" for what is said to be a page, "read" for what is taken for one, "auto" for any text. For who is
    *reading* posts, what the model sees of each line is kept.
    """
    if len(document.nonblank) < _FEWEST:
        return None
    lines, known = [document.lines[number] for number in document.nonblank], document.known
    asked = lines if gate == "page" else edges(lines)
    page = own_features(asked, known)
    roles = page.columns["bits"]
    sure = has_menus(asked, page.columns["hits"], roles, gate) or has_path(lines)
    rows = not sure and gate == "page" and opens_with_rows(lines)
    opens = gate == "read" and opens_with_menu(lines, roles)
    asks = reading and gate == "read" and not sure and not opens and opens_with_few(lines)
    if not (sure or rows or opens or asks) or (reading and gate == "read" and is_of_code(lines)):
        return None
    if len(asked) < len(lines):
        page = own_features(lines, known)
    document.know_roles(lines, page.columns["bits"])
    code = document.fenced
    fenced = [number in code for number in document.nonblank] if code else [False] * len(lines)
    told = judged(page, page_model(), fully=reading)
    kept = keepers(page, told, fenced)
    plain = not sure and _drops_verses(page, kept)
    if asks and not _stands_between(kept, told["model"]):
        return None
    if reading:
        document.of_lines("seen by the page model").update(told)
    least = _GATE_OF_ROWS if rows else _GATE
    if plain or not any(kept):
        return None
    if 1 - sum(kept) / len(kept) >= least:
        return kept if reading else with_headlines(lines, kept, told["headline"])
    return _within_edges(kept) if sure and gate != "page" else None


def _within_edges(kept: Sequence[bool]) -> list[bool] | None:
    """Return all lines of a long text between what stands above and below it; None where that is nothing."""
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    return [first <= place < last for place in range(len(kept))] if last - first < len(kept) else None


def _stands_between(kept: Sequence[bool], scores: Column) -> bool:
    """Tell whether rows above a text, or above and below it, are none for certain, and many: no menu words tell that it is a page."""
    if not any(kept):
        return False
    above, below = kept.index(True), kept[::-1].index(True)
    edges = (scores.tolist()[:above], scores.tolist()[len(kept) - below :])
    top, end = (len(edge) if edge and sum(edge) < _SURELY_NONE * len(edge) else 0 for edge in edges)
    return (
        above <= _MOST_ABOVE
        and above + below >= _ROUND * len(kept)
        and (top >= _ROWS_ABOVE or (top == _ROWS_ABOVE - 1 and end > 0))
    )


def _drops_verses(page: Own, kept: Sequence[bool]) -> bool:
    """Tell whether more lines of some words that no interface has would go than lines would stay: verses, a list."""
    rows = zip(kept, page.columns["words"], page.columns["bits"], strict=True)
    return sum(not flag and words >= _VERSE and not bits for flag, words, bits in rows) > sum(kept)


def keepers(page: Own, told: Mapping[str, Column], fenced: Sequence[bool]) -> list[bool]:
    """Return which lines of a page are text, given what is told of them: those of which the model says so, but no interface phrase.

    A text is found on any page that has a sentence or verses, however short it is.
    """
    exact = told["exact"]
    if not any(map(_is_sentence, compress(page.lines, told["certain"]))):
        if found := verses(page):
            rows = zip(found, exact, page.columns["bits"], strict=True)
            return [verse or (score > _VERSES and not bits) for verse, score, bits in rows]
        exact = _lifted(exact, page.lines)
    over = exact > told["doubted"] + text_level(exact, page.columns["words"])
    kept = [*map(bool, over & told["open"])]
    for place in compress(range(len(kept)), over & told["open"].equals(0)):
        kept[place] = fenced[place] or page.lines[place][0] == ">"
    return with_facts(page.lines, told, kept)


def line_scores(page: Own) -> list[int]:
    """Return the model's log-odds, in thousandths, that each line is text."""
    return judged(page, page_model())["exact"].tolist()


def _lifted(scores: Column, lines: Sequence[str]) -> Column:
    """Return the scores, raised until the best sentence of the page is likely text."""
    sentences = [score for score, line in zip(scores, lines, strict=True) if _is_sentence(line)]
    best = max(sentences, default=SURE)
    return scores + (SURE - best) if _LEAST < best < SURE else scores


def _is_sentence(line: str) -> bool:
    return line[-1] in ".!?\N{ARABIC QUESTION MARK}" and line.count(" ") >= 10
