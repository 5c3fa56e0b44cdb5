"""The laws of the design on every public function, over texts of every category of Unicode.

Quick in every run; ``TEXTNORM_HYPOTHESIS=deep`` runs 20,000 examples a test.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import example, given

from support.public import DATE_OPTIONS, PAGE_OPTIONS, PROFILES, STR_TO_STR
from support.strategies import every_text
from textnorm import (
    Explained,
    InvalidDateError,
    clean,
    convert_dates,
    explain,
    explain_clean,
    explain_dates,
    explain_tidy,
    find_artefacts,
    find_dates,
    learn_site,
    normalise,
    parse_date,
    read_page,
    tidy,
)
from textnorm.script.segments import persian_spans, segments

#: a function, and what explains it
EXPLAINED: dict[str, tuple[Callable[[str], str], Callable[[str], Explained]]] = {
    **{
        f"explain {name}": (partial(normalise, options=options), partial(explain, options=options))
        for name, options in PROFILES.items()
    },
    **{
        f"explain_dates {name}": (
            partial(convert_dates, options=options),
            partial(explain_dates, options=options),
        )
        for name, options in DATE_OPTIONS.items()
    },
    **{
        f"explain_clean {name}": (partial(clean, options=options), partial(explain_clean, options=options))
        for name, options in PAGE_OPTIONS.items()
    },
    "explain_tidy": (tidy, explain_tidy),
}


def spliced(text: str, done: Explained) -> str:
    """The changes put into the source; they must be sorted, disjoint, true and never empty."""
    at, pieces = 0, []
    for change in done.changes:
        assert at <= change.start <= change.end <= len(text)
        assert text[change.start : change.end] == change.before != change.after
        assert change.rules
        pieces += [text[at : change.start], change.after]
        at = change.end
    return "".join([*pieces, text[at:]])


@pytest.mark.parametrize("name", STR_TO_STR)
@given(text=every_text)
@example(text="باد 3.11, ")  # signs after digits that become Persian
@example(text='Python  "،" ')
@example(text='باد "\u200cباد"')
@example(text="باد 6??")
@example(text="باد?? ۴???")  # found by the fuzzer
@example(text='" ." باد ')  # what opens a quotation is not what closes one
@example(
    text="في في\tPython\tرا باد "
)  # a clause is Arabic whatever stands around the Persian word of another
@example(text="الكتاب الجديد المدرسي. باد،را ديد")
@example(text="کان  قد. كتاب")  # and by its own letters
@example(text="Python ... باد ")  # signs beside another script are its own
@example(text="n ), م")
@example(text="ه  y ),")
@example(text="رد\u200cة")  # rules that look around look again
@example(text="ۀ«ب")
@example(text='ه\u200cی"د"')
@example(text="\u06c0\u064b")  # heh with yeh above and a tanvin: the two marks would change places
def test_twice_is_once(name: str, text: str) -> None:
    once = STR_TO_STR[name](text)
    assert STR_TO_STR[name](once) == once


@pytest.mark.parametrize("name", EXPLAINED)
@given(text=every_text)
def test_changes_make_the_text(name: str, text: str) -> None:
    function, explaining = EXPLAINED[name]
    done = explaining(text)
    assert spliced(text, done) == done.text == function(text)
    assert done.source == text
    assert Explained.from_json(done.to_json()) == done


@given(text=every_text)
def test_segments_and_spans(text: str) -> None:
    found = segments(text)
    assert "".join(text[s.start : s.end] for s in found) == text
    persian = [(s.start, s.end) for s in found if s.kind == "persian"]
    assert persian == persian_spans(text)


@pytest.mark.parametrize("name", DATE_OPTIONS)
@given(text=every_text)
def test_found_dates_stand_where_they_say(name: str, text: str) -> None:
    at = 0
    for found in find_dates(text, DATE_OPTIONS[name]):
        assert at <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert (found.date is None) <= bool(found.reason)
        at = found.end


@given(text=every_text)
def test_a_line_before_shifts_the_dates(text: str) -> None:
    before = "\n\n"
    shifted = [(found.start - 2, found.end - 2, found.date) for found in find_dates(before + text)]
    assert shifted == [(found.start, found.end, found.date) for found in find_dates(text)]


@given(text=every_text)
def test_parse_date_gives_a_day_or_says_why(text: str) -> None:
    days = {found.date for found in find_dates(text) if found.date is not None}
    if len(days) == 1:
        assert parse_date(text) in days
    else:
        with pytest.raises(InvalidDateError, match=r"."):
            parse_date(text)


@pytest.mark.parametrize("name", PAGE_OPTIONS)
@given(text=every_text)
def test_artefacts_are_sorted_and_inside(name: str, text: str) -> None:
    at = 0
    for artefact in find_artefacts(text, PAGE_OPTIONS[name]):
        assert at <= artefact.start <= artefact.end <= len(text)
        at = artefact.end


@pytest.mark.parametrize("name", PAGE_OPTIONS)
@given(text=every_text)
def test_posts_lie_in_the_page(name: str, text: str) -> None:
    at = 0
    for post in read_page(text, PAGE_OPTIONS[name]).posts:
        assert at <= post.start <= post.end <= len(text)
        at = post.end


@given(text=every_text, other=every_text)
def test_learn_site_takes_any_pages(text: str, other: str) -> None:
    learn_site([text, other, text])


@given(text=every_text)
def test_explanations_are_printable_json(text: str) -> None:
    line = explain(text).to_json()
    assert "\n" not in line
    assert json.loads(line)["text"] == normalise(text)
