"""What `textnorm COMMAND --help` says of each option of the public functions, in one line."""

from __future__ import annotations

OPTION_HELP = {
    # of normalise
    "spacing": "set spaces and punctuation of Persian text (yes)",
    "words": "repair words and letters (all), or letters only",
    "joins": "half-spaces to restore: none, the certain ones (default), or the likely ones too",
    "digits": "digits of Persian text: keep (default), or set Persian ones",
    "quotes": "quotation marks of Persian text: keep (default), or set guillemets",
    "ezafe": "ezafe after heh: keep (default), or write it with a hamza",
    "signs": "three dots and per cent: keep (default), or set … and ٪",
    "fold": "fold for search (no)",
    "engine": "whose rules: textnorm's (default), or hazm's own",
    "informal": "words of speech: keep (default), or make them formal",
    "user_words": "a file with your own names and jargon, one a line: never cut, joined as they are written there",
    # of dates
    "style": "write the Gregorian date in place of the other (default), or in brackets after it",
    "isolate": "put direction isolates round written dates, so that they are shown in order (no)",
    "two_digit_years": "years such as 92: no date (default), or one of the hundred years from --pivot",
    "pivot": "the first of the hundred years that two digits may stand for (default 20: 92 is 1392, 20 is 1320, 03 is 1403)",
    "context": "what decides a date that leaves a choice: what stands beside it (date, default), or all dates of the text",
    "reference": "the day (2018-09-30) that «دیروز» and dates without a year count from",
    "gregorian": "answer with Gregorian dates too (no)",
    "urls": "read dates inside addresses too (no)",
    "compact": "read eight digits such as 13970708 too (no)",
    # of pages
    "mode": "keep the article of a whole page, repair artefacts only (careful), or see which it is (auto, default)",
    "certain": "how certain an artefact must be to go: letters out of A, B and C; default AB",
    "comments": "the comments below a post: drop (default) or keep",
    # of several
    "ignore": "leave these out: rules, families of rules, or kinds of artefacts",
}
