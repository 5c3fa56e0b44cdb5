"""The posts of a page that has several: each with its row, its title above or below it, and its text."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.below import text_and_foot
from textnorm.pages.posts.cards import can_be_name, carded, names_account
from textnorm.pages.posts.closed import closed
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.edges import lead_of
from textnorm.pages.posts.headers import (
    constant,
    drop_constant,
    is_channel,
    nearest_title,
    over_names,
    topic_above,
)
from textnorm.pages.posts.line_forms import ends_inside
from textnorm.pages.posts.names import is_account, is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.said_words import body_words, shared
from textnorm.pages.posts.span import Span, first_text
from textnorm.pages.posts.template import Template

#: lines of a header that may stand above its row
_UP = 4
#: the same where a member's card stands there
_CARD = 12
_FOOT = 12
#: lines of a member's card below one that only forums have
_VALUES = 5
#: most words of a question that may be a headline
_QUESTION = 14
#: most words of a tag of a discussion, which may stand below its topic
_TAG = 2
#: what readers gave a post: «امتیاز: ۴ از ۵»
_STARS = lazy_pattern(r"امتیاز.{0,12}\d.{0,4} از \d")


def several(page: PageLines, template: Template) -> list[Span]:
    """Return the posts of a page whose rows part them."""
    if template.side == "above":
        return _opened(page, template)
    return closed(page, template)


# posts whose row stands above their text ---------------------------------------------------------------


def _opened(page: PageLines, template: Template) -> list[Span]:
    rows = template.rows
    ends = [*rows[1:], _end_of_posts(page, rows[-1])]
    firsts = [first_text(page, page.end_of_mark(row), end) for row, end in zip(rows, ends, strict=True)]
    firsts = _below_questions(page, rows, firsts)
    inside = threads(page)
    outside = [n for n in range(len(page)) if n not in inside]
    forum = sum(_is_of_discussion(page, n) for n in outside) >= max(3, len(rows))
    channel = is_channel(page)
    most = _CARD if forum else _UP
    ups = [_above(page, row, _floor(page, rows, n, most), most) for n, row in enumerate(rows)]
    downs = [list(range(page.end_of_mark(row), first)) for row, first in zip(rows, firsts, strict=True)]
    forum = forum or _has_members(page, ups)
    titles = [None] * len(rows) if channel else _titles(page, rows, firsts, ups, downs, forum=forum)
    starts = _starts(page, rows, titles, ups)
    spans = []
    for n, row in enumerate(rows):
        end = starts[n + 1] if n + 1 < len(rows) else ends[-1]
        body, foot = text_and_foot(page, firsts[n], end)
        dated = row if row in page.marks else None
        if dated is None and names_account(page, row - 1):
            page.authors[row] = page.texts[row - 1]
        span = Span(list(range(starts[n], firsts[n])), body, foot, titles[n], dated)
        span.zone, span.card = [*ups[n], *downs[n]], forum and not channel
        span.lead = lead_of(page, range(starts[n], firsts[n]), titles[n])
        spans.append(span)
    drop_constant(page, spans)
    return spans


def _below_questions(page: PageLines, rows: Sequence[int], firsts: Sequence[int]) -> list[int]:
    """Return where texts begin: below a question right under its row where other posts have a headline there."""
    far = [first - page.end_of_mark(row) for row, first in zip(rows, firsts, strict=True)]
    titled = sum(distance == 1 for distance in far)
    return [
        first + 1 if titled and not distance and _is_question(page, first) else first
        for first, distance in zip(firsts, far, strict=True)
    ]


def _is_question(page: PageLines, place: int) -> bool:
    """Tell whether a line is a question that may be a headline, with a sentence below it."""
    text = page.texts[place]
    short = text[-1] in "?؟" and page.words[place] <= _QUESTION and not ends_inside(text)
    return short and page.can_title(place) and place + 1 < len(page) and page.sentences[place + 1]


def _is_of_discussion(page: PageLines, place: int) -> bool:
    """Tell whether a line is one that stands round the posts of a discussion and not round those of a blog."""
    said = page.has(place, "forum", "comment_row", "rating")
    other = said and page.has(place, "share", "tool", "newsletter", "byline")
    return said and not other and not _STARS.search(page.texts[place])  # as posts of blogs have them


def _has_members(page: PageLines, ups: Sequence[Sequence[int]]) -> bool:
    """Tell whether the names of several accounts stand right above the rows, as in a discussion."""
    near = [
        place for up in ups for place in up[-2:] if is_account(page.texts[place]) or carded(page, [place])
    ]
    return len({page.keys[place] for place in near}) > 1 and len(near) * 5 >= 3 * len(ups)


def _starts(
    page: PageLines, rows: Sequence[int], titles: Sequence[int | None], ups: Sequence[Sequence[int]]
) -> list[int]:
    """Return where each header begins: rows above a title belong to it when the first post has some too."""
    starts = [row if title is None or title > row else title for row, title in zip(rows, titles, strict=True)]
    starts = [_from_name(page, *at) for at in zip(starts, rows, titles, ups, strict=True)]
    longer = [_with_rows(page, start, up) for start, up in zip(starts, ups, strict=True)]
    return longer if longer[0] < starts[0] else starts


def _from_name(page: PageLines, start: int, row: int, title: int | None, up: Sequence[int]) -> int:
    """Return the line with a name or a byline above the row of a post without a title: its header begins there."""
    if title is not None or start != row:
        return start
    above = [
        n
        for n in up
        if n in page.authors or (page.words[n] <= 5 and is_name(page.texts[n]) and not page.sentences[n])
    ]
    return above[-1] if above else start


def _end_of_posts(page: PageLines, row: int) -> int:
    """Return the end of the last post: the end of the page, or what follows its text and rows."""
    if page.kept is None:
        return len(page)
    last = max((n for n in range(row, len(page)) if page.is_text(n)), default=row)
    return min(last + 1 + _FOOT, len(page))


def _floor(page: PageLines, rows: Sequence[int], number: int, most: int) -> int:
    """Return the place above which nothing belongs to the header of a row."""
    if not number:
        return max(rows[0] - most - 2, 0)
    before = page.end_of_mark(rows[number - 1])
    above = rows[number] - 1
    end = above if above > before and _is_headline(page, above) else rows[number]
    return max((n + 1 for n in range(before, end) if page.sentences[n]), default=before)


def _is_headline(page: PageLines, place: int) -> bool:
    """Tell whether a line is a question that may be a headline, below a row of the post above or its text."""
    text = page.texts[place]
    short = text[-1] in "?؟" and page.words[place] <= _QUESTION and not ends_inside(text)
    return short and page.can_title(place) and (page.is_about(place - 1) or page.is_meta(place - 1))


def _above(page: PageLines, row: int, floor: int, most: int) -> list[int]:
    """Return the lines right above a row that may belong to its header, from the top down."""
    found: list[int] = []
    for place in range(row - 1, max(floor, row - most - 3) - 1, -1):
        if page.has(place, "pagination") and not found:
            continue
        ends = page.is_outside(place) or page.has(place, "comment_count", "read_more", "end_mark")
        card = (n for n in range(max(place - _VALUES, 0), place) if page.is_certain(n))
        of_card = page.has(place, "forum") or any(page.has(n, "forum") for n in card)
        if (
            (ends and not of_card and not (place == row - 1 and _is_of_town(page, place)))
            or page.is_tags(place)
            or len(found) > most
        ):
            break
        found.append(place)
    return found[::-1]


def _is_of_town(page: PageLines, place: int) -> bool:
    """Tell whether the name of a section that stands nowhere else is where a member comes from: below a name that no menu has."""
    once = page.has(place, "section") and page.words[place] == 1 and page.key_counts[page.keys[place]] == 1
    return once and can_be_name(page, place - 1) and not page.roles[place - 1]


def _titles(
    page: PageLines,
    rows: Sequence[int],
    firsts: Sequence[int],
    ups: Sequence[Sequence[int]],
    downs: Sequence[Sequence[int]],
    *,
    forum: bool,
) -> list[int | None]:
    """Return the title of each post, from the side of the rows on which more of them have one."""
    near = [place for zone in ([up[-1:] for up in ups] + [down[:1] for down in downs]) for place in zone]
    often = constant(page, [[*up, *down] for up, down in zip(ups, downs, strict=True)], near, rows)
    bodies = [_first_words(page, first) for first in firsts]
    above = [nearest_title(page, up[::-1], often, body, forum) for up, body in zip(ups, bodies, strict=True)]
    if not forum:
        above = over_names(page, above, ups, often, bodies)
    below = [nearest_title(page, down, often, body, forum) for down, body in zip(downs, bodies, strict=True)]
    above, below = _no_names(page, above, bodies), _no_names(page, below, bodies)
    up_share = sum(found is not None for found in above[1:]) / max(len(rows) - 1, 1)
    down_share = sum(found is not None for found in below) / len(rows)
    if above[0] is None:
        up_share -= 0.2
    by_row = down_share == up_share and down_share and _closer(rows, below, above)
    if down_share > up_share or by_row:
        titles = _in_one_place(page, below, downs)
    else:
        titles = _over_subtitles(page, above, ups, bodies)
    if titles[0] is None or (forum and page.words[titles[0]] <= _TAG):
        titles[0] = topic_above(page, rows[0], firsts[0], bodies[0], often) or titles[0]
    zones = [[*up, *down] for up, down in zip(ups, downs, strict=True)]
    return _of_topic(page, titles, zones, bodies) if forum else titles


def _in_one_place(
    page: PageLines, titles: list[int | None], downs: Sequence[Sequence[int]]
) -> list[int | None]:
    """Return the titles right below their rows, with those that look like names where others stand and rows sign the posts."""
    right_below = [down[0] if down else None for down in downs]
    told = sum(title is not None and title == first for title, first in zip(titles, right_below, strict=True))
    if not page.authors or not told:
        return titles
    return [
        first if title is None and first is not None and page.can_title(first) else title
        for title, first in zip(titles, right_below, strict=True)
    ]


def _first_words(page: PageLines, first: int) -> frozenset[str]:
    """Return the telling words of the first lines of a post, without the rows among them."""
    places = range(first, min(first + 8, len(page)))
    return body_words(page, [n for n in places if page.sentences[n] or (page.kept and page.kept[n])])


def _no_names(page: PageLines, found: list[int | None], bodies: Sequence[frozenset[str]]) -> list[int | None]:
    """Return the lines again, or none where they are names: one or two words each, of which no text says any."""
    pairs = [(place, body) for place, body in zip(found, bodies, strict=True) if place is not None]
    short = all(page.words[place] <= 2 and not shared(page, place, body) for place, body in pairs)
    if len(pairs) > 1 and short and any(may_be_name(page.texts[place]) for place, _ in pairs):
        return [None] * len(found)
    return found


def _over_subtitles(
    page: PageLines, titles: list[int | None], ups: Sequence[Sequence[int]], bodies: Sequence[frozenset[str]]
) -> list[int | None]:
    """Return the lines above the found ones where all of these are long and have a shorter line above: subtitles."""
    upper: list[int | None] = []
    for title, up, body in zip(titles, ups, bodies, strict=True):
        over = None if title is None or title - 1 not in up or not page.can_title(title - 1) else title - 1
        longer = (
            over is not None
            and 2 <= page.words[over] < page.words[over + 1]
            and not page.sentences[over]
            and page.texts[over][-1] not in ":،"
        )
        own = over is not None and longer and shared(page, over, body) > 0
        upper.append(over if own else None)
    return upper if all(place is not None for place in upper) else titles


def _of_topic(
    page: PageLines,
    titles: list[int | None],
    zones: Sequence[Sequence[int]],
    bodies: Sequence[frozenset[str]],
) -> list[int | None]:
    """Return the titles of a discussion: the first is its topic, and later ones say it again («Re: …»).

    Where all texts say the words of a title of their own the posts are no discussion.
    """
    keys = {page.keys[place] for place in titles if place is not None and page.words[place] > 2}
    pairs = zip(titles, bodies, strict=True)
    own = [place for place, body in pairs if place is not None and shared(page, place, body)]
    if len(keys) == len(own) == len(titles):
        return titles
    topic = page.keys[titles[0]] if titles[0] is not None else ""
    again = [next((n for n in zone if topic and topic in page.keys[n]), None) for zone in zones[1:]]
    return [titles[0], *again]


def _closer(rows: Sequence[int], below: Sequence[int | None], above: Sequence[int | None]) -> bool:
    far = sum(place - row for place, row in zip(below, rows, strict=True) if place is not None)
    return far < sum(row - place for place, row in zip(above, rows, strict=True) if place is not None)


def _with_rows(page: PageLines, start: int, up: Sequence[int]) -> int:
    """Return the first of the rows about the post that stand right above the start of its header."""
    while start - 1 in up and page.is_meta(start - 1) and start - 1 not in page.marks:
        start -= 1
    return start
