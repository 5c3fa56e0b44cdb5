"""Whether a text is a page: what stands at its edges speaks for menus, forms and footers.

Menus stand at the edges of a page; in code, glossaries, price lists and reviews such words stand inside, or in one row after
the other of the same shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.content.columns import Column
from textnorm.pages.content.line_features import MENU
from textnorm.pages.interface import ALONE, SLOT, mask
from textnorm.pages.keys import HOME, line_key, phrase_key

#: as many lines on top, and at the end, are the edges
EDGE = 10
#: what stands round a text, by the roles that say so
_ROUND = mask(
    "navigation", "skip_link", "search", "pagination", "login", "footer", "newsletter", "related", "archive", "cookies",
    "shop", "status", "advert", "captcha", "comment_form", "moderation", "blog", "share", "tool", "comment_count",
    "counter", "document",
)  # fmt: skip
_EVIDENCE = _ROUND | mask("channel", "comment_row", "read_more", "forum", "taxonomy")
#: of these, what the rows of a list have too: prices, counters, stars, links to the whole story
_OF_ROWS = mask("shop", "counter", "rating", "read_more", "date_label")
#: what is certain with a number in it, and what is evidence with words of its own
_COUNTED = mask("comment_count", "pagination", "cookies", "comment_form")
_SIGNED = mask("footer", "channel", "comment_form", "cookies")
#: rights and makers of the site, which name it with words of its own beside at least this number of menu words, are certain
_NAMED, _WORDS_OF_RIGHTS = mask("footer"), 2
#: what the edges must have: a certain interface phrase counts two, another or a line of menu words one
_ENOUGH = {"auto": 5, "read": 3}
#: the fewest certain or likely lines in all of a text that the caller says is a page
_IN_ALL = 2
#: or at least this many different phrases, in a text that is taken for a page lines that may belong to menus
_MENUS = _ROUND | mask("section", "language", "forum")
_LIKELY = 6
#: or at least this many short lines without a full stop on top, and this many that may belong to menus
_ON_TOP, _SHORT, _FEW = 6, 6, 2
_STOPS = frozenset(".!?:;,\N{ARABIC QUESTION MARK}\N{ARABIC COMMA}\N{ARABIC SEMICOLON}…")
#: or this many lines of a word or two on top, with as few that may belong to menus
_BARE = 4
#: or this many above a path to the page
_OVER_PATH = 3
#: the steps of a path to the page
_STEPS = (" › ", " » ", " > ", " / ", " ‹ ", " « ")
#: one of their signs is in the text of every path: to look for a character is cheapest
_SIGNS = tuple(map(str.strip, _STEPS))
#: how lines of programs, of data and of subtitles look
_OF_CODE = lazy_pattern(
    r"[{}\[\]|$<]|(?:def|class|return|import|from|if|elif|for|while|print|try|except|with|function|const|let|var)\b.{0,200}[:(){};=]?$|[\w.]{1,40}\s?[+*/-]?=\s?\S"
    r"|\d{1,5}$|\d\d:\d\d:\d\d[,.]\d|#!|//|#\s?[a-z]|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d"
)


def is_of_code(lines: Sequence[str]) -> bool:
    """Tell whether most lines of a text are those of programs, of data or of subtitles.

    >>> is_of_code(["import os", "x = 1", "print(x)"]), is_of_code(["Home", "News", "The river rose."])
    (True, False)
    """
    return sum(_OF_CODE.match(line) is not None for line in lines) * 3 >= 2 * len(lines)


def edges(lines: Sequence[str]) -> Sequence[str]:
    """Return the first and the last lines of a page."""
    return [*lines[:EDGE], *lines[EDGE:][-EDGE:]]


def has_menus(
    lines: Sequence[str], hits: Sequence[int] | Column, roles: Sequence[int] | Column, gate: str
) -> bool:
    """Tell whether lines are made of the words of menus, or are interface phrases, as they are on a page.

    ``lines`` are those at its edges, or all lines where ``gate`` is "page".
    """
    if not any(roles) and max(hits, default=0) < MENU:
        return False
    if gate == "page":
        found = (
            hit >= MENU or bits & ALONE > 0 < bits & _ROUND for hit, bits in zip(hits, roles, strict=True)
        )
        return sum(islice(filter(None, found), _IN_ALL)) == _IN_ALL
    if _weighs(lines, hits, roles, _ENOUGH[gate]) or len(_phrases(lines, roles)) >= _LIKELY:
        return True
    return gate == "read" and sum(bits & _MENUS > 0 and not bits & SLOT for bits in roles) >= _LIKELY


def _weighs(
    lines: Sequence[str], hits: Sequence[int] | Column, roles: Sequence[int] | Column, enough: int
) -> bool:
    """Tell whether lines speak enough for a page; rows of the same shape, as lists have them, count once.

    So do all lines together that are no phrases but have the words of menus: a list of changes has as many.
    """
    weights: dict[str | int, int] = {}
    total = 0
    for line, count, bits in zip(lines, hits, roles, strict=True):
        if (bits or count >= MENU) and (weight := _speaks(line, count, bits)):
            shape = phrase_key(line) if bits and not bits & SLOT else bits
            total += max(0, weight - weights.get(shape, 0))
            weights[shape] = max(weight, weights.get(shape, 0))
            if total >= enough:
                return True
    return False


def _phrases(lines: Sequence[str], roles: Sequence[int] | Column) -> set[str]:
    """Return the different lines without a number that are phrases of what stands round texts."""
    found = (line for line, bits in zip(lines, roles, strict=True) if bits & _EVIDENCE and not bits & SLOT)
    return {phrase_key(line) for line in found if not _is_numbered(line)}


def _is_numbered(line: str) -> bool:
    """Tell whether a line has a digit."""
    return not line.isalpha() and any(map(str.isdigit, line))


def _speaks(line: str, hits: int, bits: int) -> int:
    """Return how much a line with a role or words of menus speaks for a page: 2 a certain phrase, 1 another one or menu words.

    A link to the whole story, a price, a number of views are rows of lists, too, and what names a thing before it says something
    of it may be a row of code or of a glossary.
    """
    if "@" in line or (not bits and _is_numbered(line)):
        return 0
    if bits & ALONE and bits & _EVIDENCE:
        certain = bits & _EVIDENCE & ~_OF_ROWS and (bits & _COUNTED or not _is_numbered(line))
        return 2 if certain else 1
    if bits & SLOT and bits & _NAMED and hits >= _WORDS_OF_RIGHTS:
        return 2
    if hits >= MENU:
        return 1 if bits or not (":" in line[:-1] or "=" in line) else 0
    return 1 if bits & SLOT and bits & _SIGNED else 0


def has_path(lines: Sequence[str]) -> bool:
    """Tell whether a path to the page stands on top, below a few short lines of which one is its first step or home.

    >>> has_path(["باغ", "گیاهان", "ابزار", "تماس", "گیاهان / گل سرخ"]), has_path(["باغ", "گیاه", "گل", "سبز / زرد"])
    (True, False)
    """
    top = lines[:EDGE]
    if not any(map("\n".join(top).__contains__, _SIGNS)):
        return False
    for place, line in enumerate(top):
        step = next((step for step in _STEPS if step in line), "")
        if step:
            first, above = line_key(line.split(step)[0]), [line_key(over) for over in lines[:place]]
            return place >= _OVER_PATH and len(first) > 2 and (first in HOME or first in above)
        if line.count(" ") >= _SHORT or line[-1] in _STOPS:
            return False
    return False


def opens_with_rows(lines: Sequence[str]) -> bool:
    """Tell whether a text has a row of short lines on top, as menus in any language have.

    >>> opens_with_rows(["Start", "Politik", "Kultur", "Reise", "Sport", "Wetter", "Der Fluss stieg."])
    True
    """
    return all(line.count(" ") < _SHORT and line[-1] not in _STOPS for line in lines[:_ON_TOP])


def opens_with_few(lines: Sequence[str]) -> bool:
    """Tell whether two of the first three lines are short ones without a stop: what may be rows above a text."""
    return sum(line.count(" ") < _SHORT and line[-1] not in _STOPS for line in lines[:3]) > 1


def opens_with_menu(lines: Sequence[str], roles: Sequence[int] | Column) -> bool:
    """Tell whether a page has a row of short lines on top, or above a path, and a few at its edges that may be those of menus."""
    steps = [any(step in line for step in _STEPS) for line in lines[:EDGE]]
    path = any(steps)
    above = steps.index(True) if path else 0
    rows = zip(lines[: above if above >= _OVER_PATH else _ON_TOP], steps, strict=False)
    short = [step or (line.count(" ") < _SHORT and line[-1] not in _STOPS) for line, step in rows]
    likely = [bits & _MENUS > 0 and not bits & SLOT for bits in roles]
    bare = [*takewhile(lambda line: line.count(" ") < _FEW and line[-1].isalpha(), lines[:EDGE])]
    if len(bare) >= _BARE and sum(likely[: len(bare)]) >= _FEW:
        return True
    top = [*takewhile(lambda line: line.count(" ") < _SHORT and line[-1] not in _STOPS, lines[:EDGE])]
    if len(top) >= _BARE and _says_again(top):
        return True
    menus = sum(likely)
    return all(short) and menus + _says_again(lines[:EDGE]) >= _FEW - path


def _says_again(lines: Sequence[str]) -> bool:
    """Tell whether a line of one word or two stands twice on top: a section, in the menu and above the headline."""
    few = [line for line in lines if line.count(" ") < _FEW and line[-1].isalpha()]
    return len(set(few)) < len(few)
