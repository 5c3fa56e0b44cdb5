"""The headline of a post: the best of the short lines round its date and above its text, by many weak signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textnorm.pages.interface import ROW
from textnorm.pages.keys import line_key
from textnorm.pages.posts.cards import names_account
from textnorm.pages.posts.decks import LEGAL, is_number, stands_below_title
from textnorm.pages.posts.facts import facts_of
from textnorm.pages.posts.line_counts import KeyIndex, KindCounts
from textnorm.pages.posts.line_forms import can_title
from textnorm.pages.posts.lists import links_of
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.numbered import numbered_title
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.said_words import shared
from textnorm.pages.posts.title_forms import INTRODUCES, PATH, STEP, is_of_series, own_signs, skeleton, speaks
from textnorm.pages.posts.title_model import chosen_title, is_settled, seen_titles
from textnorm.pages.posts.told_titles import told_headline, without_site

#: most lines above a text in which its title is searched for
REACH = 30
#: lines of a menu or of pairs have so few words
_FEW = 4
_NEWEST = 4  # lines of a list of posts, its heading and a link to all of them among them
#: a headline of such phrases has more than this share of its words in common with the text
_MOST = 0.25
#: a line that scores less is no headline, even if no other line is a better one
LEAST = -4.0
#: how much each sign speaks for a headline, fitted on labelled pages by tools/fit_titles.py
WEIGHTS: dict[str, float] = {
    "one word": -0.85,
    "two words": -1.18,
    "some words": 0.82,
    "many words": 1.36,
    "too many words": -0.15,
    "shared": 1.49,
    "kept": -0.02,
    "role": -1.22,
    "about": -0.55,
    "interface": -0.70,
    "like beside": -0.68,
    "in a run": -0.77,
    "question": 1.14,
    "fields": 0.42,
    "digits": 1.06,
    "others between": -0.13,
    "lines between": -0.32,
    "no lines between": 0.03,
    "dated below": 0.90,
    "dated above": 0.05,
    "rows below": -0.36,
    "rows above": -0.23,
    "dated between": 1.52,
    "outside between": -1.03,
    "kicker above": -0.01,
    "outside above": -0.28,
    "outside below": -1.30,
    "said again": 0.15,
    "said again above": 0.35,
    "section again": -0.6,
    "in a path": 1.05,
    "quoted": 0.59,
    "short beside": 0.06,
    "site name": -0.25,
    "at the top": -1.17,
    "most words": 1.59,
    "last": -0.16,
    "last but one": -0.22,
    "below the rows": -0.58,
    "pair": -1.41,
    "path": -1.68,
    "name": -0.36,
    "amount": -0.12,
    "often": 0.20,
    "caption": -0.25,
    "full stop inside": -0.31,
    "account below": 2.10,
    "a saying": 0.26,
    "goes on": -0.23,
    "says one above": -0.92,
    "opens the text": 1.2,
    "announces": 0.7,
    "introduces": -1.5,
    "labelled": -1.5,
    "organisation": -1.5,
    "verb": 0.4,
    "of the site": -2.0,
    "address": -2.0,
    "below a path": 1.0,
    "listed": -1.5,
    "over pairs": 1.5,
    "made by one": 0.8,
    "heads the text": -2.0,
    "among the newest": 1.5,
    "below counters": 2.0,
}


def best_title(page: PageLines, places: Sequence[int], first: int, body: frozenset[str]) -> int | None:
    """Return the place of the headline among some lines, for a text that begins at *first*: by rules, and by trees where these are sure."""
    candidates = title_lines(page, places, body)
    known = numbered_title(page, candidates, first)
    known = told_headline(page, places, body) if known is None else known
    if known is not None:
        return known
    rows, scores = scored_titles(page, candidates, first, body)
    best, seen = ruled_title(page, scores, body), seen_titles(scores)
    series = best is not None and is_of_series(page.texts[best]) and scores[best] == max(scores.values())
    if best is not None and not (page.told or series or is_settled(best, scores, seen)):
        best = chosen_title(page, best, scores, named_signs(rows, seen), first)
    return best if best is None else without_site(page, best, candidates)


def title_lines(page: PageLines, places: Sequence[int], body: frozenset[str]) -> list[int]:
    """Return those of some lines that may be a headline."""
    return [place for place in places if page.can_title(place) or _is_headline(page, place, body)]


def scored_titles(
    page: PageLines, candidates: Sequence[int], first: int, body: frozenset[str]
) -> tuple[dict[int, list[float]], dict[int, float]]:
    """Return for each of some lines the signs that it is a headline, and what they weigh."""
    rows = dict(zip(candidates, signs_of(page, candidates, first, body), strict=True))
    return rows, {place: _score(row) for place, row in rows.items()}


def named_signs(rows: Mapping[int, Sequence[float]], places: Sequence[int]) -> dict[int, dict[str, float]]:
    """Return the signs of some lines by name."""
    return {place: dict(zip(WEIGHTS, rows[place], strict=True)) for place in places}


def ruled_title(page: PageLines, scores: Mapping[int, float], body: frozenset[str]) -> int | None:
    """Return the line that the weights of the signs and the rules for decks and names take for a headline."""
    best = max(scores, key=lambda place: (scores[place], place), default=None)
    if best is not None and (names_account(page, best) or (not best and names_account(page, 1))):
        return None  # what somebody says on a network, whose name may stand above
    if best is not None and scores[best] < LEAST:
        return None
    if best is not None and stands_below_title(page, best, scores, body):
        best -= 1
    elif best is not None and is_number(page, best, scores):
        best += 1
    if best is None or not is_name(page.texts[best]):
        return best
    below = page.texts[best + 1 : best + 2]
    return best if shared(page, best, body) and not (below and below[0].startswith("@")) else None


def _is_headline(page: PageLines, place: int, body: frozenset[str]) -> bool:
    """Tell whether a line of phrases that menus have, or one with a day in it, may be a headline: the text says its words."""
    mark = page.marks.get(place)
    if mark is not None:
        day = mark.style == "signed" and not mark.clock and not any(map(may_be_name, mark.names))
        return (
            day
            and page.words[place] > _FEW
            and can_title(page.texts[place])
            and shared(page, place, body) > 0
        )
    row = page.roles[place] & ROW and page.words[place] > 2 and "|" not in page.texts[place]
    return bool(row) and can_title(page.texts[place]) and shared(page, place, body) > _MOST


def _score(signs: Sequence[float]) -> float:
    return sum(weight * sign for weight, sign in zip(WEIGHTS.values(), signs, strict=True))


def signs_of(
    page: PageLines, candidates: Sequence[int], first: int, body: frozenset[str]
) -> list[list[float]]:
    """Return the signs, in the order of `WEIGHTS`, that each of some lines is the headline of a text."""
    if not candidates:
        return []
    most = max(page.words[place] for place in candidates)
    kinds, index = KindCounts(page, candidates[0], max(first, candidates[-1])), KeyIndex(page.keys)
    rows = []
    for order, place in enumerate(candidates):
        below, above = candidates[order + 1 :], candidates[:order]
        signs = own_signs(page, place) | _near_signs(page, place, first, kinds)
        signs |= _page_signs(page, place, index) | {"shared": shared(page, place, body)}
        signs["says one above"] = any(
            page.words[n] > 1 and page.keys[n] in page.keys[place] and page.keys[n] != page.keys[place]
            for n in above
        )
        signs["most words"] = page.words[place] / most
        said = bool(below) and below[0] == place + 1 and speaks(page.texts[place + 1])
        signs["introduces"] = said and INTRODUCES.match(page.texts[place]) is not None
        signs["last"] = not below
        signs["last but one"] = len(below) == 1
        above_rows = kinds.count("rows", place + 1, first)
        signs["below the rows"] = not above_rows and kinds.count("rows", candidates[0] + 1, place) > 0
        start = (
            page.keys[place] if "(" not in page.texts[place] else line_key(page.texts[place].split("(")[0])
        )
        signs["opens the text"] = (
            place < first < len(page)
            and len(start) > 3
            and page.keys[first].startswith(start)
            and not signs["organisation"]
        )
        rows.append([float(signs[name]) for name in WEIGHTS])
    return rows


def _near_signs(page: PageLines, place: int, first: int, kinds: KindCounts) -> dict[str, float]:
    between = range(place + 1, first)
    above, below = place - 1, place + 1
    return {
        "others between": min(kinds.count("others", place + 1, first), 8),
        "lines between": min(len(between), 20) ** 0.5,
        "no lines between": not between,
        "dated below": below < first and page.is_meta(below),
        "dated above": above >= 0 and page.is_meta(above),
        "rows below": below < first and page.is_about(below) and not page.is_meta(below),
        "rows above": above >= 0 and page.is_about(above) and not page.is_meta(above),
        "dated between": kinds.count("dated", place + 1, first) > 0,
        "outside between": kinds.count("outside", place + 1, first) > 0,
        "account below": any(may_be_name(page.texts[n]) for n in range(below, min(place + 3, first))),
        "kicker above": above >= 0 and page.texts[above][-1] in ":؛",
        "outside above": above >= 0 and page.is_outside(above),
        "outside below": below < first and page.is_outside(below),
    }


def _page_signs(page: PageLines, place: int, index: KeyIndex) -> dict[str, float]:
    key, long = page.keys[place], page.words[place] >= 3
    again = [n for n in index.lines_with(key) if n != place]
    same = [n for n in again if page.keys[n] == key]
    inside = [n for n in again if page.keys[n] != key]
    beside = [n for n in (place - 2, place - 1, place + 1, place + 2) if 0 <= n < len(page)]
    return {
        "said again": bool(same) and long,
        "said again above": long and any(n < place for n in same),
        "section again": not long and any(n < place for n in same),
        "in a path": any(
            page.keys[n].endswith(key) and PATH.search(page.texts[n])
            for n in inside
            if long or _ends_path(page, n, place)
        ),
        "among the newest": page.is_text(min(place + 1, len(page) - 1)) and _is_newest(page, same),
        "below counters": place > 1 and _heads_below_counter(page, place),
        "quoted": long and any(n > place for n in inside),
        "short beside": sum(
            page.words[n] <= 3 and not page.is_meta(n) and not page.is_about(n) for n in beside
        ),
        "site name": any(LEGAL.search(page.texts[n]) is not None for n in inside if n > place),
        "at the top": place < 3,
        "below a path": place > 0 and len(STEP.split(page.texts[place - 1])) > 1 and page.is_path(place - 1),
        "like beside": any(
            n in beside and skeleton(page, n) == skeleton(page, place) for n in (place - 1, place + 1)
        ),
        "in a run": min(_run(page, place), 12) / 4,
        "listed": place in page.once("links of lists", links_of)
        and place + 1 in page.once("links of lists", links_of),
    }


def _heads_below_counter(page: PageLines, place: int) -> bool:
    """Tell whether a line that no site shows stands between counters, with which side columns end, and a text."""
    counted = all(page.has(n, "counter") and page.words[n] > 1 for n in (place - 2, place - 1))
    return counted and not page.roles[place] and page.is_text(min(place + 1, len(page) - 1))


def _is_newest(page: PageLines, same: Sequence[int]) -> bool:
    """Tell whether a line stands right below the heading of a list of posts, or as one of the first of it."""
    return any(page.has(above, "related") for n in same for above in range(max(n - _NEWEST, 0), n))


def _ends_path(page: PageLines, path: int, place: int) -> bool:
    """Tell whether a line is the last step of the path to the page right above it."""
    steps = STEP.split(page.texts[path]) if path == place - 1 else ()
    return len(steps) > 1 and line_key(steps[-1]) == page.keys[place]


def _run(page: PageLines, place: int) -> int:
    """Return how many lines of few words stand on end beside a line that is one itself: those of a menu or of pairs."""
    if page.words[place] > _FEW:
        return 0
    size, facts = 0, page.once("facts", facts_of)
    for step in (-1, 1):
        beside = place + step
        while (
            0 <= beside < len(page) and page.words[beside] <= _FEW and not page.is_meta(beside) and size < 12
        ):
            if beside in facts:
                break
            size, beside = size + 1, beside + step
    return size
