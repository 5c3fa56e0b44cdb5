"""Part the lines of a page of HTML into posts: those that are text, by their days, or else by the elements they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from textnorm.pages.keys import WHITESPACE, line_key, phrase_key
from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.builder import CELLS, LineBuilder, main_place
from textnorm.pages.markup.dated_sections import dated_sections
from textnorm.pages.markup.declared_data import Declared
from textnorm.pages.markup.declared_text import TITLE, declared_lines
from textnorm.pages.markup.discussions import discussion_in
from textnorm.pages.markup.edge_elements import without_edges
from textnorm.pages.markup.index_pages import are_headlines, is_better, listed_in
from textnorm.pages.markup.inserts import with_notes, without_inserts
from textnorm.pages.markup.items import items_of
from textnorm.pages.markup.labels import without_banners, without_labels, without_offers
from textnorm.pages.markup.main_text import article_lines
from textnorm.pages.markup.own_headline import are_dated, own_headlines
from textnorm.pages.markup.post_elements import parted_by_blocks
from textnorm.pages.markup.thread import without_apart
from textnorm.pages.markup.trimming import is_read_on
from textnorm.pages.options import PageOptions
from textnorm.pages.phrases import keys
from textnorm.pages.posts.boards import board_posts, is_board
from textnorm.pages.posts.read_page import Reading, read_page
from textnorm.pages.results import Artefact, Page, Post

#: characters at the top of a page in which a print of a board shows that it is one
_HEAD = 4000
#: most lines of metadata above a text, below it, above its title; most lines between title and text
_ABOVE, _BELOW, _OVER_TITLE, _HIGHEST = 35, 15, 8, 80


#: signs that stand beside a link to another article
_SLACK = 3


def posts_in(
    found: LineBuilder, declared: Declared, options: PageOptions, *, text_only: bool = False
) -> Page:
    """Return the posts in the lines of a page; with *text_only* it may be that nothing but their titles and texts is right."""
    text = "\n".join(found.lines)
    if is_board(text[:_HEAD]):
        return _printed(found)
    if options.mode == "careful":
        return read_page(text, options)
    text_lines, titles = _told_apart(found, declared)
    listed = listed_in(found, text_lines, declared, options)
    if (talk := discussion_in(found, text_lines, declared, options)) is not None:
        return listed if listed is not None and are_headlines(talk, listed) else talk
    if (sections := dated_sections(found, text_lines, declared, options)) is not None:
        return sections
    asked = replace(options, mode="page")
    if not any(text_lines):
        return _better(listed, read_page(text, asked))
    single = declared.is_single
    page = _text_alone(found.lines, text_lines, titles, asked) if single and text_only else None
    page = page or _windowed(found.lines, text_lines, titles, asked, single=single, alone=text_only)
    if single:
        page = _with_whole_text(page, found.lines, text_lines, titles)
    is_one = single or (declared.is_article and len(page.posts) == 1)  # lists in an article are part of it
    items = [] if is_one else items_of(found.lines, found.places, text_lines, declared)
    empty = sum(not post.body for post in page.posts)
    if len(items) > len(page.posts) - min(empty, 1) and not _is_beside(items, found, declared, options):
        page = _of_items(found.lines, text_lines, items, asked)
    if _better(listed, page) is listed:
        return listed
    names = {line_key(name) for name, _ in declared.page.found.get("author", ())}
    return without_edges(parted_by_blocks(page, found), found, names)


def _is_beside(items: Sequence[range], found: LineBuilder, declared: Declared, options: PageOptions) -> bool:
    """Tell whether items stand beside an article with a headline and a day of its own."""
    links = [
        one for _, heading in declared.headings for one in (*heading.iter("a"), *heading.iterancestors("a"))
    ]
    own = own_headlines(declared, set(links))
    return bool(own) and are_dated(own, found, {n for item in items for n in item}, options.dates)


def _better(listed: Page | None, page: Page) -> Page:
    return page if listed is None or not is_better(listed, page) else listed


def _told_apart(found: LineBuilder, declared: Declared) -> tuple[list[bool], list[int]]:
    """Return which lines of a page are text, and the numbers of those that are its title."""
    numbers = [number for number, line in enumerate(found.lines) if line.strip(WHITESPACE)]
    lines = [found.lines[number].strip(WHITESPACE) for number in numbers]
    said = declared_lines(lines, declared)
    kept = article_lines(lines, [found.places[number] for number in numbers], said)
    kept = kept or without_banners([found.main[number] for number in numbers])
    every = dict(zip(numbers, kept or (), strict=kept is not None))
    text_lines = [
        every.get(number, False)
        and not _leads_on(found.places[number])
        and not _is_of_another(found.lines[number], found.places[number])
        for number in range(len(found.lines))
    ]
    text_lines = without_inserts(without_offers(without_labels(text_lines, found), found), found)
    text_lines = with_notes(without_apart(text_lines, found), found)
    titles = [number for number, what in zip(numbers, said, strict=True) if what == TITLE]
    return text_lines, titles


def _printed(found: LineBuilder) -> Page:
    """Return the posts of the print page of a board; what stands above the first is dropped."""
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    posts = list(board_posts(found.lines))
    firsts = [int(post.id or 1) - 1 for post in posts]
    lasts = [*firsts[1:], len(found.lines)]
    whole = (
        replace(post, id=None, start=starts[first], end=starts[last] - 1)
        for post, first, last in zip(posts, firsts, lasts, strict=True)
    )
    above = (_left(starts, number) for number in range(firsts[0]) if found.lines[number].strip(WHITESPACE))
    return Page(tuple(whole), tuple(above))


def _leads_on(parts: Parts) -> bool:
    """Tell whether a line is a link to read on."""
    place = main_place(parts)
    while place is not None and place.link == 1:
        if place.element.tag == "a":
            return is_read_on(place.element)
        place = place.parent
    return False


def _is_of_another(line: str, parts: Parts) -> bool:
    """Tell whether a line is a link to another article behind words that say so: «بیشتر بخوانید: …»."""
    label, colon, _ = line.partition(":")
    if not colon or phrase_key(label) not in keys("also_read"):
        return False
    linked = sum(size for size, place in parts if place is not None and place.link == 1)
    return linked >= len(line) - len(label) - _SLACK


def _of_items(
    lines: Sequence[str], kept: Sequence[bool], items: Sequence[range], options: PageOptions
) -> Page:
    """Read the items of a page one by one; what stands between them is dropped."""
    places = [0, *accumulate(len(line) + 1 for line in lines)]
    posts: list[Post] = []
    dropped: list[Artefact] = []
    end = 0
    for item in items:
        dropped += [_left(places, n) for n in range(end, item.start) if lines[n].strip(WHITESPACE)]
        end = item.stop
        part = slice(item.start, item.stop)
        page = _moved(Reading("\n".join(lines[part]), options, kept[part]).page(), places[item.start])
        posts += page.posts
        dropped += page.dropped
    dropped += [_left(places, n) for n in range(end, len(lines)) if lines[n].strip(WHITESPACE)]
    return Page(tuple(posts), tuple(dropped))


def _moved(page: Page, by: int) -> Page:
    """Return a page that stands further down in its text."""
    if not by:
        return page
    return Page(
        tuple(replace(post, start=post.start + by, end=post.end + by) for post in page.posts),
        tuple(
            Artefact(a.start + by, a.end + by, a.kind, a.replacement, a.certainty, a.evidence)
            for a in page.dropped
        ),
    )


def _text_alone(
    lines: Sequence[str], kept: Sequence[bool], titles: Sequence[int], options: PageOptions
) -> Page | None:
    """Read the lines of a page's only article from its title to the last of its text, and nothing round them; ``None`` where
    no title stands above the text."""
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    above = _title_above(titles, first)
    if above is None:
        return None
    places = [0, *accumulate(len(line) + 1 for line in lines)]
    own = slice(above, last + 1)
    page = Reading("\n".join(lines[own]), options, kept[own], heading=lines[above]).page()
    return _moved(Page(page.posts, ()), places[above]) if len(page.posts) == 1 else None


def _title_above(titles: Sequence[int], first: int) -> int | None:
    """Return the line nearest above a text that is the title of the page."""
    return next((number for number in reversed(titles) if first - _HIGHEST < number < first), None)


def _windowed(
    lines: Sequence[str],
    kept: Sequence[bool],
    titles: Sequence[int],
    options: PageOptions,
    *,
    single: bool,
    alone: bool,
) -> Page:
    """Read the lines round those that are text and round the title; what stands further off is dropped unread, and not noted
    where the posts are wanted *alone*."""
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    above = _title_above(titles, first)
    start = max(first - _ABOVE if above is None else above - _OVER_TITLE, 0)
    start = _below_rows(lines, start, first if above is None else above)
    end = len(lines) if options.comments == "keep" else min(last + _BELOW, len(lines))
    places = [0, *accumulate(len(line) + 1 for line in lines)]
    at = places[start]
    heading = None if not single else "" if above is None else lines[above]
    reading = Reading("\n".join(lines[start:end]), options, kept[start:end], heading=heading)
    page = reading.page()
    if alone:
        return _moved(Page(page.posts, ()), at)
    page = _moved(page, at)
    rest = [
        _left(places, number)
        for number in (*range(start), *range(end, len(lines)))
        if lines[number].strip(WHITESPACE)
    ]
    cut = sum(artefact.start < at for artefact in rest)
    return Page(page.posts, (*rest[:cut], *page.dropped, *rest[cut:]))


def _below_rows(lines: Sequence[str], start: int, end: int) -> int:
    """Return where the lines begin that may say something of a text: below the rows of a table above it."""
    return next((number + 1 for number in range(end - 1, start, -1) if _is_row(lines, number)), start)


def _is_row(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line is one of two rows on end of a table with several columns."""
    cells = [lines[n].count(CELLS) for n in (number - 1, number)]
    return min(cells) > 1 and cells[0] == cells[1]


def _with_whole_text(page: Page, lines: Sequence[str], kept: Sequence[bool], titles: Sequence[int]) -> Page:
    """Return the page of one article with all lines that are text where its post has not even half of them."""
    own = [n for n, text in enumerate(kept) if text and n not in titles]
    words = sum(lines[n].count(" ") + 1 for n in own)
    if len(page.posts) != 1 or page.posts[0].body.count(" ") * 2 >= words:
        return page
    places = [0, *accumulate(len(line) + 1 for line in lines)]
    (post,) = page.posts
    start, end = min(post.start, places[own[0]]), max(post.end, places[own[-1] + 1] - 1)
    inside = set(own)
    dropped = (one for one in page.dropped if bisect_right(places, one.start) - 1 not in inside)
    body = "\n".join(lines[n].strip(WHITESPACE) for n in own)
    return Page((replace(post, body=body, start=start, end=end),), tuple(dropped))


def _left(places: Sequence[int], number: int) -> Artefact:
    last = number + 2 == len(places)
    return Artefact(places[number], places[number + 1] - last, "boilerplate", "", "B", "far from the text")
