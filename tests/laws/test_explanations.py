"""Explanations on arbitrary text: they replay, and offsets go both ways."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from importlib.util import find_spec

import pytest
from hypothesis import example, given, strategies as st

from support.shared_data import dev_rows
from support.strategies import texts
from textnorm import (
    EDITORIAL,
    ENCODING,
    HAZM,
    SEARCH,
    STANDARD,
    Change,
    DateOptions,
    Explained,
    Options,
    PageOptions,
    clean,
    convert_dates,
    explain,
    explain_clean,
    explain_dates,
    explain_tidy,
    normalise,
    tidy,
)

DATES = [
    "۸ مهر ۱۳۹۷",
    "1397/7/8",
    "۱۳۹۷/۷/۳۱",
    "۱ فروردین ۱۴۰۰ (2021-03-21)",
    "دوشنبه ۲ آبان ۹۲",
    "\nRead More\n",
]
with_dates = st.lists(st.one_of(st.sampled_from(DATES), texts), max_size=4).map(" ".join)

#: name: (function, its explaining twin), both of a text alone
PAIRS: dict[str, tuple[Callable[[str], str], Callable[[str], Explained]]] = {}
for name, options in {
    "STANDARD": STANDARD, "EDITORIAL": EDITORIAL, "SEARCH": SEARCH, "ENCODING": ENCODING,
    "ALL_JOINS": Options(joins="all"), "NO_SPACING": Options(spacing=False),
}.items():  # fmt: skip
    PAIRS[name] = (lambda text, o=options: normalise(text, o), lambda text, o=options: explain(text, o))
for name, dated in {
    "dates": DateOptions(), "append": DateOptions(style="append"), "isolate": DateOptions(isolate=True),
}.items():  # fmt: skip
    PAIRS[name] = (lambda text, o=dated: convert_dates(text, o), lambda text, o=dated: explain_dates(text, o))
for name, paged in {"clean": PageOptions(), "request": PageOptions(certain="ABC")}.items():
    PAIRS[name] = (lambda text, o=paged: clean(text, o), lambda text, o=paged: explain_clean(text, o))
if find_spec("hazm"):
    PAIRS["HAZM"] = (lambda text: normalise(text, HAZM), lambda text: explain(text, HAZM))
PAIRS["tidy"] = (tidy, explain_tidy)
each_pair = pytest.mark.parametrize(
    "pair", [pytest.param(name, marks=[pytest.mark.thorough] * (name == "HAZM")) for name in PAIRS]
)


def tidied(text: str) -> Explained:
    """Three steps as one, as a pipeline would have them."""
    cleaned = explain_clean(text)
    dated = explain_dates(cleaned.text)
    return cleaned.then(dated).then(explain(dated.text))


def spliced(source: str, changes: tuple[Change, ...]) -> str:
    """The changes put into the source, in the plainest way."""
    for change in reversed(changes):
        source = source[: change.start] + change.after + source[change.end :]
    return source


def is_lawful(source: str, done: Explained) -> None:
    """Sorted, disjoint, never empty, replayable."""
    end = 0
    for change in done.changes:
        assert end <= change.start <= change.end
        assert source[change.start : change.end] == change.before != change.after
        assert change.rules
        end = change.end
    assert spliced(source, done.changes) == done.text
    assert done.source == source


@each_pair
@given(text=with_dates)
@example(text="واژۀ ســکو")
@example(text="\n\n\nRead More\n")
def test_explaining_is_doing(pair: str, text: str) -> None:
    function, explaining = PAIRS[pair]
    done = explaining(text)
    assert done.text == function(text)
    is_lawful(text, done)


@pytest.mark.slow
@pytest.mark.parametrize("pair", [name for name in PAIRS if name.isupper()])
def test_explaining_the_dev_set(pair: str) -> None:
    function, explaining = PAIRS[pair]
    for row in dev_rows()[:: 1 if pair == "STANDARD" else 5]:
        done = explaining(row["noisy"])
        assert done.text == function(row["noisy"])
        is_lawful(row["noisy"], done)


@given(text=with_dates)
def test_steps_compose(text: str) -> None:
    done = tidied(text)
    assert done.text == normalise(convert_dates(clean(text)))
    is_lawful(text, done)


def unchanged(done: Explained) -> list[tuple[int, int]]:
    """The offsets in the source and in the result of every character that no change covers."""
    pairs, at, lag = [], 0, 0
    for change in done.changes:
        pairs += [(i, i + lag) for i in range(at, change.start)]
        at, lag = change.end, lag + len(change.after) - len(change.before)
    return pairs + [(i, i + lag) for i in range(at, len(done.source))]


@given(text=with_dates)
def test_offsets_are_inverse_where_nothing_changed(text: str) -> None:
    done = tidied(text)
    for source, result in unchanged(done):
        assert done.to_result(source) == result
        assert done.to_source(result) == source
        assert text[source] == done.text[result]


@given(text=with_dates)
def test_offsets_never_run_backwards(text: str) -> None:
    done = tidied(text)
    to_source = [done.to_source(offset) for offset in range(len(done.text) + 1)]
    to_result = [done.to_result(offset) for offset in range(len(text) + 1)]
    assert to_source == sorted(to_source)
    assert to_result == sorted(to_result)
    assert to_source[-1] == len(text)
    assert to_result[-1] == len(done.text)


@given(text=with_dates, data=st.data())
@example(text="سلامممم  دنیا", data=None)
@example(text="کتابها", data=None)
def test_a_span_takes_changes_whole(text: str, data: st.DataObject | None) -> None:
    done = tidied(text)
    size = len(done.text)
    start, end = (4, 6) if data is None else sorted(data.draw(st.tuples(*[st.integers(0, size)] * 2)))
    first, last = done.map_span(start, end)
    assert 0 <= first <= last <= len(text)
    if start == end:
        assert first == last
        return
    lag = 0
    for change in done.changes:
        c0, c1 = change.start + lag, change.start + lag + len(change.after)
        lag = c1 - change.end
        if max(c0, start) < min(c1, end):
            assert first <= change.start <= change.end <= last
        elif c0 < c1:
            assert change.end <= first or last <= change.start
    # all of the span comes back but what was inserted at its edges: no character of the source stands for that
    back = done.map_span(first, last, to="result")
    for lost in ((start, max(start, back[0])), (min(end, back[1]), end)):
        assert len(set(done.map_span(*lost))) == 1 or first == last


@given(text=texts)
def test_a_span_of_the_source_comes_back(text: str) -> None:
    done = explain(text)
    for source, result in unchanged(done):
        assert done.map_span(source, source + 1, to="result") == (result, result + 1)
        assert done.map_span(result, result + 1) == (source, source + 1)


@given(text=with_dates)
def test_written_and_read_back(text: str) -> None:
    done = tidied(text)
    done.to_source(0)
    assert pickle.loads(pickle.dumps(done)) == done
    assert Explained.from_json(done.to_json()) == done
    assert "\n" not in done.to_json()


def test_a_name_is_carried_into_the_result_and_back() -> None:
    text = "اين كتاب هاي علي  رضايي است"
    done = explain(text)
    name = text.index("علي"), text.index(" است")
    start, end = done.map_span(*name, to="result")
    assert done.text[start:end] == "علی رضایی"
    assert done.map_span(start, end) == name


def test_what_was_removed_is_an_empty_span() -> None:
    done = explain("سلام\u00ad دنیا")
    assert done.map_span(4, 5, to="result") == (4, 4)
    assert (done.to_result(4), done.to_source(4)) == (4, 5)


@pytest.mark.parametrize("offset", [-1, 13])
def test_offsets_outside_are_refused(offset: int) -> None:
    done = explain("سلامممم دنیا")
    with pytest.raises(IndexError, match="not between 0 and 12"):
        done.to_result(offset)
    with pytest.raises(IndexError, match="not between"):
        done.to_source(offset)
    with pytest.raises(IndexError, match="not between"):
        done.map_span(min(0, offset), offset if offset > 0 else 2)


def test_impossible_spans_and_steps_are_refused() -> None:
    done = explain("سلام")
    with pytest.raises(ValueError, match="must not end before it starts"):
        done.map_span(2, 1)
    with pytest.raises(ValueError, match="'source' or 'result'"):
        done.map_span(0, 1, to="both")
    with pytest.raises(ValueError, match="does not start from"):
        done.then(explain("another text"))


@pytest.mark.parametrize("function", [explain_dates, explain_clean, explain])
def test_bytes_are_refused(function: Callable[[str], Explained]) -> None:
    with pytest.raises(TypeError):
        function(b"abc")
