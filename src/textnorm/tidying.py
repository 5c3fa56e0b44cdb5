"""tidy(): all three jobs on a scraped page, as text, and with every change when asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textnorm.arguments import check_text
from textnorm.dates import DateOptions, convert_dates, explain_dates
from textnorm.explained import Explained
from textnorm.fixed_point import report_limit
from textnorm.lazy import lazy_function
from textnorm.normalisation import STANDARD, Options, explain, normalise
from textnorm.pages.api import Cleaner
from textnorm.pages.options import DEFAULT, PageOptions
from textnorm.recorder import Recorder

#: most pages are given as text
_html_to_text = lazy_function("textnorm.pages.markup.read_html", "html_to_text")
#: a page is one text: its certain dates decide what the others leave open
_DATES = DateOptions(context="text")
#: what one job brings to light another may mend; a page stays as it is long before this
_MOST_PASSES = 6


def tidy(
    text: str | None = None,
    options: Options = STANDARD,
    *,
    pages: PageOptions = DEFAULT,
    dates: DateOptions = _DATES,
    html: str | None = None,
) -> str:
    """Return a scraped page as clean text: artefacts out, Solar Hijri dates as Gregorian, Persian normalised.

    Give the page as *text*, or as *html*, read as `html_to_text` does (the extra ``html``; without it
    `HtmlExtraMissing`). The lines of the page stay in their order; use `read_page` for posts with title, author and date.
    Left alone on purpose: all that `clean`, `convert_dates` and `normalise` leave alone. Doing it twice
    changes nothing more. Raises TypeError for anything but str, and for both or neither of text and html.

    >>> print(tidy("۱۳۹۷ مهر ۸, یکشنبه\\n\\nباران در شمال\\n\\nامروز بارش ها كم تر شد.\\n\\nادامه مطلب"))
    2018-09-30، یکشنبه
    <BLANKLINE>
    باران در شمال
    <BLANKLINE>
    امروز بارش‌ها کم‌تر شد.
    <BLANKLINE>
    """
    if (text is None) == (html is None):
        raise TypeError("tidy() takes a text or html=, one of them")
    text = _html_to_text(html) if html is not None else text
    assert text is not None
    check_text(text)
    jobs = (
        Cleaner(pages).clean,
        lambda page: convert_dates(page, dates),
        lambda page: normalise(page, options),
    )
    return _settled(text, jobs, "tidy")


def _settled(text: str, jobs: Sequence[Callable[[str], str]], name: str) -> str:
    """Do some jobs in turn until the text stays as it is; each leaves alone what it has done itself.

    A loop that is ended by its limit is reported by its *name*, see `textnorm.fixed_point`.
    """
    quiet = 0
    for number in range(_MOST_PASSES * len(jobs)):
        before, text = text, jobs[number % len(jobs)](text)
        quiet = quiet + 1 if text == before else 1
        if quiet == len(jobs):
            return text
    report_limit(name, _MOST_PASSES)
    return text


def explain_tidy(
    text: str, options: Options = STANDARD, *, pages: PageOptions = DEFAULT, dates: DateOptions = _DATES
) -> Explained:
    """Do what `tidy` does, and return every change: spans of the tidied text point into the raw page.

    >>> tidied = explain_tidy("جلسه در ۸ مهر ۱۳۹۷ بود")
    >>> tidied.text, tidied.changes[0].before
    ('جلسه در 2018-09-30 بود', '۸ مهر ۱۳۹۷')
    """
    check_text(text)
    recorder, cleaner = Recorder(text), Cleaner(pages)

    def cleaned(page: str) -> str:
        page, edits = cleaner.edits(page)
        recorder.record(edits)
        return page

    def dated(page: str) -> str:
        return _recorded(recorder, explain_dates(page, dates))

    def normalised(page: str) -> str:
        return _recorded(recorder, explain(page, options))

    return recorder.explained(_settled(text, (cleaned, dated, normalised), "explain_tidy"))


def _recorded(recorder: Recorder, step: Explained) -> str:
    """Take over the changes of a step; return its text."""
    recorder.record([(c.start, c.end, c.after, c.rules) for c in step.changes])
    return step.text
