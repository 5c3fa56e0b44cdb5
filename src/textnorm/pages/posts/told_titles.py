"""The headline that a page tells itself: in its title, which tools write above the text, or as its heading in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import methodcaller

from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import line_key
from textnorm.pages.posts.names import is_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.said_words import shared

#: what parts a headline from the name of the site in the title of a page
_OF_PAGE = lazy_pattern(r"\s(?:[|»«•·:]|[–—-]|::)\s")
#: fewest words of a headline that the title of the page says too, and the least share of them in the text
_FEW, _SAID = 4, 0.25
#: lines below such a headline of which one is the day of the post, and one more
_ROWS = 4
#: lines on top of a page, among which the name of the site stands; fewest lines of a menu below it
_TOP, _MENU = 2, 4


def without_site(page: PageLines, best: int, candidates: Sequence[int]) -> int:
    """Return the headline that the title of a page, with the name of the site in it, says again: «باران | نامه‌ها» above «باران»."""
    longest = line_key(max(_OF_PAGE.split(page.texts[best]), key=len))
    return next((n for n in candidates if n > best and page.keys[n] == longest), best)


def told_headline(page: PageLines, places: Sequence[int], body: frozenset[str]) -> int | None:
    """Return the line that the page tells to be its headline, if the text says its words or a day stands below.

    It is the only heading of the first level in Markdown, or the first above a day, or the line that the first line of the
    page says too, alone or beside the site's name: the title of the page, which many tools write above its text.
    """
    heading = _first_heading(page, places, body)
    if heading is not None:
        return heading
    parts = _headlines_of(title_parts(page))

    def nearness(place: int) -> tuple[bool, float, int, int]:
        """Return how surely a line is it: the day right below says most."""
        part = -parts.index(page.keys[place])
        return place + 1 in page.marks, shared(page, place, body), part, place

    return max(_said_on_top(page, places, parts, body), key=nearness, default=None)


def own_title(page: PageLines) -> str | None:
    """Return the first line of a page, its title, without the name of its site, which a line below says too, or a right in it."""
    parts = _OF_PAGE.split(page.texts[0])
    if len(parts) != 2 or not all(parts):
        return None
    below = page.keys[1:]
    rights = [key for key, text in zip(below, page.texts[1:], strict=True) if "©" in text]
    site = [part for part in parts if _names_site(line_key(part), below, rights)]
    return parts[parts[0] == site[0]].strip() if len(site) == 1 else None


def _names_site(key: str, below: Sequence[str], rights: Sequence[str]) -> bool:
    """Tell whether a part of a page's title is the name of the site: a line below, the start of one of the first, or in a right."""
    started = any(map(methodcaller("startswith", key), below[:_TOP]))
    return key in below or started or any(key in right for right in rights)


def title_parts(page: PageLines) -> list[str]:
    """Return the keys of the parts of the first line of a page, which may be its title: the headline and the site's name."""
    return [line_key(part) for part in _OF_PAGE.split(f" {page.texts[0]} ") if part.strip()]


def _headlines_of(parts: Sequence[str]) -> list[str]:
    """Return what may be the headline in the title of a page: a part of it, or all but the last or the first, which names the site.

    >>> _headlines_of(["rain", "anote", "site"])
    ['rain', 'anote', 'site', 'rainanote', 'anotesite']
    """
    return (
        list(dict.fromkeys([*parts, "".join(parts[:-1]), "".join(parts[1:])])) if len(parts) > 1 else [*parts]
    )


def _first_heading(page: PageLines, candidates: Sequence[int], body: frozenset[str]) -> int | None:
    """Return the first heading of the first level above a day, or the only one, if the text says its words."""
    dated = [n for n in candidates if _is_dated(page, n)]
    heads = [n for n, text in enumerate(page.texts) if text.startswith("# ") and n in candidates]
    said = 0.0 if len(heads) != 1 or dated else shared(page, heads[0], body)
    second = [n for n in candidates if page.texts[n].startswith("## ")] if said else []
    if len(second) == 1 and second[0] - heads[0] > _MENU and shared(page, second[0], body) > said:
        return second[0]  # the only heading of the first level is the name of the site, with its menu below
    return next((n for n in heads if said >= _SAID or n in dated), None)


def _said_on_top(
    page: PageLines, places: Sequence[int], parts: Sequence[str], body: frozenset[str]
) -> Iterator[int]:
    """Yield the lines that a part of the page's first line is, but names: with a day below, with words of the text, or below the site's name."""
    has_site = len(parts) > 1 or page.texts[0][0] in "|–—-"
    names: set[str] = set()
    for n in places:
        if not n or page.keys[n] not in parts or is_name(page.texts[n]) or page.is_meta(n):
            continue
        near = any(m in page.marks for m in range(n + 1, n + _ROWS))
        few = page.words[n] < 2 and not (has_site and n + 1 in page.marks)
        alone = n > _MENU and page.key_counts[page.keys[n]] == 2 and _opens(page, n)
        dated = near and (has_site or page.words[n] > _FEW or alone)
        said = page.words[n] >= _FEW and n > _TOP and shared(page, n, body) >= _SAID
        if not few and (dated or said or (names and page.words[n] >= _FEW)):
            yield n
        names.add(page.keys[n])


def _opens(page: PageLines, place: int) -> bool:
    """Tell whether a sentence stands below a line and the day right below that, with rows of a site between at most."""
    below = place + 2
    while below < len(page) and (page.roles[below] or page.is_meta(below)):
        below += 1
    return place + 1 in page.marks and below < len(page) and page.sentences[below]


def _is_dated(page: PageLines, place: int) -> bool:
    """Tell whether a day stands right below a line, or below a short one there."""
    return place + 1 in page.marks or (place + 2 in page.marks and page.words[place + 1] == 1)
