"""Every public function refuses what it cannot take with an error that says what to do."""

import datetime
import inspect
from collections.abc import Callable
from typing import Any

import pytest

import textnorm

#: what people hand over instead of a text
NO_TEXTS = [None, b"wind", bytearray(b"wind"), 3, 2.5, ["a"], object()]


def _taking(first: set[str]) -> list[str]:
    """The public functions whose first parameter has one of these names."""
    functions = {name: getattr(textnorm, name) for name in dir(textnorm)}
    plain = {name: function for name, function in functions.items() if inspect.isfunction(function)}
    return [
        name
        for name, function in plain.items()
        if next(iter(inspect.signature(function).parameters), "") in first
    ]


ONE_TEXT = _taking({"text", "html", "line"})
SEVERAL = [*_taking({"texts", "pages", "pieces", "values"})]


def test_all_are_covered() -> None:
    assert {
        "normalise",
        "explain",
        "clean",
        "tidy",
        "find_dates",
        "slugify",
        "read_page",
        "read_html",
    } <= set(ONE_TEXT)
    assert {"normalise_many", "normalise_spans", "read_pages", "learn_site", "to_gregorian_many"} == set(
        SEVERAL
    )


@pytest.mark.parametrize("name", ONE_TEXT)
def test_one_text_is_asked_for(name: str) -> None:
    for given in NO_TEXTS:
        if name == "tidy" and given is None:
            message = "tidy\\(\\) takes a text or html="
        else:
            message = f"textnorm works on str, not {type(given).__name__}"
        with pytest.raises(TypeError, match=message):
            getattr(textnorm, name)(given)


@pytest.mark.parametrize("name", SEVERAL)
@pytest.mark.parametrize("given", ["باد", b"wind"], ids=["str", "bytes"])
def test_several_texts_are_asked_for(name: str, given: object) -> None:
    with pytest.raises(TypeError, match=r"several texts are asked for, not one \w+: put it in a list"):
        list(getattr(textnorm, name)(given))


@pytest.mark.parametrize("name", [name for name in SEVERAL if name != "to_gregorian_many"])
@pytest.mark.parametrize("given", [[b"wind"], ["باد", None], [3]], ids=repr)
def test_each_is_a_text(name: str, given: list[object]) -> None:
    with pytest.raises(TypeError, match="textnorm works on str"):
        list(getattr(textnorm, name)(given))


def _with_options() -> list[str]:
    """The public functions that take options by position."""
    names = (*ONE_TEXT, *SEVERAL)
    return [name for name in names if "options" in inspect.signature(getattr(textnorm, name)).parameters]


@pytest.mark.parametrize("name", _with_options())
@pytest.mark.parametrize("options", ["STANDARD", None, {"digits": "persian"}], ids=repr)
def test_options_are_of_the_kind_asked_for(name: str, options: object) -> None:
    texts: Any = "باد" if name in ONE_TEXT else ["باد"]
    with pytest.raises(TypeError, match=r"options must be textnorm\.\w*Options, not"):
        list(getattr(textnorm, name)(texts, options=options))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: textnorm.from_gregorian("2018-09-30"), r"takes a datetime\.date, not '2018-09-30'"),  # type: ignore[arg-type]
        (lambda: textnorm.to_gregorian("1397", 7, 8), "as whole numbers; parse_date"),  # type: ignore[arg-type]
        (lambda: textnorm.to_gregorian(1397, 7.5, 8), "as whole numbers; parse_date"),  # type: ignore[arg-type]
        (lambda: textnorm.DateOptions(reference="2018-09-30"), r"reference must be a datetime\.date"),  # type: ignore[arg-type]
        (lambda: textnorm.pdf_to_text("report.pdf"), "takes the bytes of a file, not str"),  # type: ignore[arg-type]
    ],
)
def test_what_to_do_is_said(call: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        call()


def test_a_date_with_a_time_is_a_date() -> None:
    assert textnorm.from_gregorian(datetime.datetime(2018, 9, 30, 12)) == (1397, 7, 8)
