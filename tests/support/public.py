"""The public functions and profiles that the laws are held against."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from textnorm import (
    EDITORIAL,
    ENCODING,
    SEARCH,
    STANDARD,
    DateOptions,
    ExtractedOptions,
    Options,
    PageOptions,
    clean,
    convert_dates,
    normalise,
    repair_extracted,
    slugify,
    tidy,
    to_ascii,
)

PROFILES = {
    "STANDARD": STANDARD,
    "EDITORIAL": EDITORIAL,
    "SEARCH": SEARCH,
    "ENCODING": ENCODING,
    "ALL_JOINS": Options(joins="all"),
}
DATE_OPTIONS = {
    "default": DateOptions(),
    "append": DateOptions(style="append"),
    "isolate": DateOptions(isolate=True),
    "bold": DateOptions(
        two_digit_years="recent", reference=datetime.date(2020, 1, 1), urls=True, compact=True
    ),
}
PAGE_OPTIONS = {
    "careful": PageOptions(),
    "page": PageOptions(mode="page"),
    "auto": PageOptions(mode="auto"),
    "all": PageOptions(certain="ABC"),
}
#: every public function from text to text
STR_TO_STR: dict[str, Callable[[str], str]] = {
    **{f"normalise {name}": partial(normalise, options=options) for name, options in PROFILES.items()},
    **{
        f"convert_dates {name}": partial(convert_dates, options=options)
        for name, options in DATE_OPTIONS.items()
    },
    **{f"clean {name}": partial(clean, options=options) for name, options in PAGE_OPTIONS.items()},
    "repair_extracted": repair_extracted,
    "repair_extracted pdf": partial(repair_extracted, options=ExtractedOptions(source="pdf")),
    "tidy": tidy,
    "to_ascii": to_ascii,
    "to_ascii romanise": partial(to_ascii, persian="romanise"),
    "slugify": slugify,
}
