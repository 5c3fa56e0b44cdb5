"""What clean(), find_artefacts() and read_page() should do, in one immutable object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textnorm.dates import DateOptions
from textnorm.pages.results import check_kinds
from textnorm.pages.site import SiteProfile

_DATES = DateOptions()
Mode = Literal["careful", "page", "auto"]
_MODES = ("careful", "page", "auto")
_COMMENTS = ("drop", "keep")


@dataclass(frozen=True, kw_only=True, slots=True)
class PageOptions:
    """How scraped text should come out.

    ``mode``: ``"careful"`` repairs artefacts and never judges prose; ``"page"`` takes the text for every
    visible line of a page and keeps the article; ``"auto"``, the default, is page in ``read_page``, which is
    given pages, and in ``clean`` and ``tidy`` looks whether menus and footers stand at the text's edges first.
    ``site``: lines that most pages of the site repeat go too (see ``learn_site``).
    ``certain``: the certainties to repair, out of ``"A"``, ``"B"`` and ``"C"``.
    ``comments``: ``"drop"`` or ``"keep"`` the comment thread below a post (``read_page`` keeps it apart
    from the body).
    ``dates``: how the dates of posts are read; years of two digits are read by the page's other years or the
    weekday, or as ``DateOptions(two_digit_years="recent")`` says.
    ``ignore``: kinds of artefacts to leave alone (see ``artefact_kinds``).

    An unknown value or kind is a ``ValueError`` that names the near matches.

    >>> PageOptions(mode="careless")
    Traceback (most recent call last):
    ...
    ValueError: mode must be one of careful, page, auto, not 'careless'
    >>> PageOptions(ignore={"captions-again"})
    Traceback (most recent call last):
    ...
    ValueError: unknown kind of artefact 'captions-again' in ignore; did you mean 'caption-again'?
    """

    mode: Mode = "auto"
    site: SiteProfile | None = None
    certain: str = "AB"
    comments: Literal["drop", "keep"] = "drop"
    ignore: frozenset[str] = frozenset()
    dates: DateOptions = _DATES

    def __post_init__(self) -> None:
        if self.mode not in _MODES:
            raise ValueError(f"mode must be one of {', '.join(_MODES)}, not {self.mode!r}")
        if self.comments not in _COMMENTS:
            raise ValueError(f"comments must be drop or keep, not {self.comments!r}")
        if not set(self.certain) <= set("ABC"):
            raise ValueError(f"certain must be made of A, B and C, not {self.certain!r}")
        names = {self.ignore} if isinstance(self.ignore, str) else self.ignore
        object.__setattr__(self, "ignore", frozenset(names))
        if self.ignore:
            check_kinds(self.ignore)


DEFAULT = PageOptions()
