"""Coverage-guided fuzzing of every public function with atheris (in an environment of its own: see .ci/fuzz).

    python tools/fuzz.py -max_total_time=60                 bounded
    python tools/fuzz.py -max_total_time=36000 FOLDER       a night; what it learns is kept in the folder
    python tools/fuzz.py CRASH-FILE                         a finding again

Arguments are libFuzzer's. The first byte of an input chooses the target, the rest is its text. Without a folder
it starts from the examples and near-misses of the rules.
"""

from __future__ import annotations

import contextlib
import datetime
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textnorm import Options

Target = Callable[[str], None]


def _twice_is_once(function: Callable[[str], str], text: str) -> None:
    once = function(text)
    assert function(once) == once, ("twice", function, text)


def _explained(function: Callable[[str], str], explaining: Callable[[str], object], text: str) -> None:
    """The changes put into the source make the text that the function gives."""
    done = explaining(text)
    at, pieces = 0, []
    for change in done.changes:  # type: ignore[attr-defined]
        assert at <= change.start <= change.end, ("order", explaining, text)
        assert text[change.start : change.end] == change.before, ("before", explaining, text)
        pieces += [text[at : change.start], change.after]
        at = change.end
    assert "".join([*pieces, text[at:]]) == done.text == function(text), ("splice", explaining, text)  # type: ignore[attr-defined]


def targets() -> dict[str, Target]:
    """What is held against an input, by name; every public function is in one of them."""
    import textnorm as t

    explained = {
        **{
            f"normalise {name}": (partial(t.normalise, options=o), partial(t.explain, options=o))
            for name, o in profiles().items()
        },
        **{
            f"convert_dates {name}": (
                partial(t.convert_dates, options=o),
                partial(t.explain_dates, options=o),
            )
            for name, o in {
                "default": t.DateOptions(),
                "append": t.DateOptions(style="append", urls=True, compact=True),
            }.items()
        },
        **{
            f"clean {mode}": (partial(t.clean, options=o), partial(t.explain_clean, options=o))
            for mode, o in {mode: t.PageOptions(mode=mode) for mode in ("careful", "page", "auto")}.items()
        },
        "tidy": (t.tidy, t.explain_tidy),
    }
    twice = {name: function for name, (function, _) in explained.items()}
    twice |= {
        "to_ascii": t.to_ascii,
        "romanise": partial(t.to_ascii, persian="romanise"),
        "slugify": t.slugify,
    }
    return {
        **{f"twice {name}": partial(_twice_is_once, function) for name, function in twice.items()},
        **{f"explained {name}": partial(_explained, *both) for name, both in explained.items()},
        "html_to_text": t.html_to_text if find_spec("lxml") else t.artefact_kinds().get,
        "find_dates": _find_dates,
        "pages": _pages,
        "calendar": _calendar,
        "tables": _tables,
        "pieces": _pieces,
        "extracted": _extracted,
        "files": _files,
    }


def profiles() -> dict[str, Options]:
    """The profiles, and the choices of EDITORIAL apart, for what one leaves another may look at."""
    import textnorm as t

    return {
        **{name: getattr(t, name) for name in ("STANDARD", "EDITORIAL", "SEARCH", "ENCODING")},
        "all joins": t.Options(joins="all"),
        "signs": t.Options(signs="persian"),
        "quotes and digits": t.Options(quotes="guillemets", digits="persian"),
        "ezafe": t.Options(ezafe="hamza"),
    }


def _pieces(text: str) -> None:
    """Many texts, pieces of one, keys for an index and columns of dates."""
    from textnorm import (
        InvalidDateError,
        normalise,
        normalise_many,
        normalise_spans,
        normalize,
        search_keys,
        to_gregorian_many,
    )

    assert [*normalise_many([text, text])] == [normalise(text)] * 2, ("many", text)
    half = len(text) // 2
    assert "".join(normalise_spans([text[:half], text[half:]])) is not None
    assert normalize(text) == normalise(text), ("normalize", text)
    assert "\u200c" not in "".join(search_keys(text)), ("keys", text)
    with contextlib.suppress(InvalidDateError):
        assert len([*to_gregorian_many([text])]) == 1, ("many dates", text)


def _extracted(text: str) -> None:
    from textnorm import explain_extracted, repair_extracted

    done = explain_extracted(text)
    _explained(lambda given: repair_extracted(given), lambda _: done, text)


def _files(text: str) -> None:
    """HTML where its parser is at hand, exports, and bytes that are no PDF."""
    from textnorm import html_to_lines, pdf_to_text, read_html, read_records

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.json"
        path.write_text(text, encoding="utf-8", errors="replace")
        with contextlib.suppress(ValueError):
            [*read_records(path)]
    if find_spec("lxml"):
        html_to_lines(text)
        read_html(text)
    if find_spec("pdfminer"):
        with contextlib.suppress(ValueError):
            pdf_to_text(text.encode("utf-8", "replace"))


def _find_dates(text: str) -> None:
    from textnorm import InvalidDateError, find_dates, parse_date

    for found in find_dates(text):
        assert text[found.start : found.end] == found.text, ("find_dates", text)
    with contextlib.suppress(InvalidDateError):
        parse_date(text)


def _pages(text: str) -> None:
    from textnorm import find_artefacts, learn_site, read_page, read_pages

    assert all(0 <= found.start <= found.end <= len(text) for found in find_artefacts(text)), ("pages", text)
    assert all(0 <= post.start <= post.end <= len(text) for post in read_page(text).posts), ("pages", text)
    learn_site([text, text[: len(text) // 2]])
    read_pages([text])


def _calendar(text: str) -> None:
    """The text as three numbers: a day there and back, or a reason."""
    from textnorm import InvalidDateError, calendar_table, from_gregorian, to_gregorian

    year, month, day = ([ord(c) for c in text[:3]] + [1, 1, 1])[:3]
    with contextlib.suppress(InvalidDateError):
        there = to_gregorian(year, month % 16, day % 40)
        assert tuple(from_gregorian(there))[:3] == (year, month % 16, day % 40), ("calendar", text)
    with contextlib.suppress(InvalidDateError):
        from_gregorian(datetime.date.fromordinal(1 + (year * 40 + day) % 3_000_000))
    calendar_table(1206 + year % 293)


def _tables(text: str) -> None:
    from textnorm import Options, rules

    assert rules()
    with contextlib.suppress(ValueError):
        Options(ignore=frozenset({text}))


def one_input(found: list[Target], data: bytes) -> None:
    """One text: UTF-8 where it is, surrogates for what is not."""
    if data:
        found[data[0] % len(found)](data[1:].decode("utf-8", "surrogateescape"))


def examples() -> set[str]:
    """The texts to start from: the examples and near-misses of the rules."""
    from textnorm import rules

    return {text for rule in rules() for pair in (*rule.examples, rule.near_misses) for text in pair}


def seeds(folder: Path, count: int) -> None:
    """Files to start from: each example for some of the targets."""
    for number, text in enumerate(sorted(examples())):
        for target in {number % count, (7 * number + 3) % count}:
            (folder / f"{number}-{target}").write_bytes(bytes([target]) + text.encode())


def main(arguments: list[str]) -> None:
    import atheris

    with atheris.instrument_imports(include=["textnorm"]):
        from textnorm import dates, explained, normalisation, pages  # noqa: F401
        from textnorm.script import segments  # noqa: F401
    found = list(targets().values())
    with tempfile.TemporaryDirectory() as folder:
        if not [argument for argument in arguments[1:] if not argument.startswith("-")]:
            seeds(Path(folder), len(found))
            arguments = [*arguments, folder]
        atheris.Setup(arguments, partial(one_input, found))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
