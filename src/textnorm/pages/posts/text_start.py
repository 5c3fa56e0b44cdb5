"""Where the main text of a page begins: its first sentence, with the verses, the lead, the facts or the list above it."""

from __future__ import annotations

from textnorm.pages.interface import mask
from textnorm.pages.posts.facts import above_facts
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.poems import VERSES
from textnorm.pages.posts.told_titles import title_parts

#: what a site says in whole sentences above its text
_OF_SITE = mask("newsletter", "cookies", "skip_link", "moderation", "login", "captcha")
#: lines of a list between such a sentence and the text
_LISTED = 16
#: lines of interface between a lead and the text below it
_BETWEEN = 4
#: most words in the heading of a section, fewest in a lead
_HEADING, _LEAD = 5, 10


def main_text(page: PageLines) -> int:
    """Return the first line of the main text: facts above its first sentence belong to it."""
    return above_facts(page, _first_sentence(page))


def _first_sentence(page: PageLines) -> int:
    """Return the first sentence of the largest stretch of text."""
    texts = [n for n in range(len(page)) if page.is_text(n)]
    texts = [n for n in texts if not page.roles[n] & _OF_SITE] or texts
    parts = title_parts(page)
    if len(parts) > 1:  # a headline may end as a sentence does
        texts = [n for n in texts if page.keys[n] not in parts] or texts
    if not texts:
        return next((n for n in range(1, len(page)) if not page.is_meta(n) and not page.is_junk(n)), 0)
    runs = [[texts[0]]]
    for place in texts[1:]:
        between = range(runs[-1][-1] + 1, place)
        if sum(not (page.kept and page.kept[n]) for n in between) > 7:
            runs.append([])
        runs[-1].append(place)
    if page.kept is None:
        return texts[0]
    sizes = [sum(page.words[n] for n in run) for run in runs]
    return _with_verses(
        page, next(run[0] for run, size in zip(runs, sizes, strict=True) if size * 4 >= max(sizes))
    )


def _with_verses(page: PageLines, first: int) -> int:
    """Return the first of the kept lines right above a sentence if there are enough for verses or a list."""
    start = first
    while start and page.kept and page.kept[start - 1] and not page.is_meta(start - 1):
        if (page.is_junk(start - 1) and not page.is_bare(start - 1)) or page.is_path(start - 1):
            break
        start -= 1
    return _with_lead(page, start if first - start >= VERSES else first)


def _with_lead(page: PageLines, first: int) -> int:
    """Return the sentence right above the first one that the model keeps: rows of interface may stand between them."""
    place = first - 1
    while place > max(first - _BETWEEN, 0) and page.is_certain(place):
        place -= 1
    if place > 1 and _heads_part(page, place):
        place -= 1
    above = _over_list(page, first)
    if above is not None:
        return above
    ended = (
        place >= 0 and page.texts[place][-1] not in "?؟" and page.sentences[place] and not page.roles[place]
    )
    return place if ended and not page.is_meta(place) and not _is_long_headline(page, place) else first


def _is_long_headline(page: PageLines, place: int) -> bool:
    """Tell whether a line without the end of a sentence has stood on the page before, or is a part of its title: a headline of many words."""
    key = page.keys[place]
    if len(parts := title_parts(page)) > 1 and key in parts:
        return True
    return page.texts[place][-1] not in ".!…" and page.key_counts[key] > 1 and page.keys.index(key) < place


def _heads_part(page: PageLines, place: int) -> bool:
    """Tell whether a short line is the heading of the first part of a text: rows of the post and a lead stand above it."""
    short = page.words[place] <= _HEADING and not page.sentences[place] and not page.is_about(place)
    lead, row = place - 1, place - 2
    led = page.sentences[lead] and not page.roles[lead] and page.words[lead] >= _LEAD
    return short and led and not page.is_meta(place) and (page.is_meta(row) or page.is_about(row))


def _over_list(page: PageLines, first: int) -> int | None:
    """Return the sentence above a list that stands right above a text, as in recipes."""
    if first and page.sentences[first - 1]:
        return None
    amounts = 0
    for place in range(first - 1, max(first - _LISTED, -1), -1):
        if page.sentences[place] and not page.roles[place]:
            return place if amounts > 1 else None
        if page.is_meta(place) or page.is_outside(place):
            return None
        amounts += page.texts[place][0].isdigit() and page.words[place] > 1
    return None
