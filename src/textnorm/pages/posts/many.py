"""read_pages(): the pages of one site, which teach each other what is the site's and what is the page's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textnorm.arguments import check_options, check_several
from textnorm.pages.options import DEFAULT, PageOptions
from textnorm.pages.posts.read_page import read_page
from textnorm.pages.results import Page
from textnorm.pages.site import learn_site

#: fewest different pages of a site that tell which of its lines belong to no page
FEWEST = 5


def read_pages(pages: Iterable[str], options: PageOptions = DEFAULT) -> list[Page]:
    r"""Return what `read_page` finds on each page of one site.

    From five different pages on the lines that most of them repeat are learned first, as with `learn_site`,
    and go before anything else is judged: menus of the site hide no headline then. A profile that the options
    bring is taken as it is. All pages are read before the first is judged. ``TypeError`` for bytes.

    >>> pages = [f"Our Club\n\nMatch {n}\n\nIt was match {n} of the year, and it rained all day." for n in range(5)]
    >>> [page.posts[0].title for page in read_pages(pages)][:2]
    ['Match 0', 'Match 1']
    """
    check_options(options, PageOptions)
    texts = list(check_several(pages))
    if options.site is None and len(texts) >= FEWEST:
        site = learn_site(texts)
        options = replace(options, site=site) if site.pages >= FEWEST else options
    return [read_page(text, options) for text in texts]
