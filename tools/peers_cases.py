"""Holds textnorm against input/expected pairs read off the test suites of other libraries.

    python tools/peers_cases.py cases.jsonl.gz > docs/peers.md     the page of the documentation
    python tools/peers_cases.py cases.jsonl.gz --open              disagreements without a stated reason

A line of the file is a JSON object with source, option, input, expected and contested (true where two suites,
or common sense, disagree). A case agrees when one of the WAYS gives what is expected; for every other one
tests/conformance/peers.toml says why not, by class. The pairs are facts about what others do, and no specification.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from textnorm import EDITORIAL, ENCODING, SEARCH, STANDARD, Options, clean, normalise, to_ascii

REASONS = Path(__file__).parents[1] / "tests" / "conformance" / "peers.toml"
_OPTIONS = {
    "`STANDARD`": STANDARD,
    "`EDITORIAL`": EDITORIAL,
    "`SEARCH`": SEARCH,
    "`ENCODING`": ENCODING,
    '`joins="all"`': Options(joins="all"),
    '`digits="persian"`': Options(digits="persian"),
    '`quotes="guillemets"`': Options(quotes="guillemets"),
    '`signs="persian"`': Options(signs="persian"),
    '`ezafe="hamza"`': Options(ezafe="hamza"),
    '`EDITORIAL`, `joins="all"`': Options(
        digits="persian", quotes="guillemets", ezafe="hamza", signs="persian", joins="all"
    ),
}
#: what may give the expected text; the first one that does is counted
WAYS: dict[str, Callable[[str], str]] = {
    **{name: partial(normalise, options=options) for name, options in _OPTIONS.items()},
    "`to_ascii()`": to_ascii,
    "`clean()`": clean,
}


class Case(NamedTuple):
    """A pair, and how the suite came to it."""

    source: str
    option: str
    input: str
    expected: str
    contested: bool

    @property
    def key(self) -> str:
        """A fingerprint: the name of the case, without its text."""
        told = "\0".join((self.source, self.option, self.input, self.expected))
        return hashlib.sha256(told.encode()).hexdigest()[:8]

    @property
    def suite(self) -> str:
        return self.source.removesuffix(" doctest")


class Reason(NamedTuple):
    """A class of disagreement."""

    name: str
    basis: str
    they: str
    we: str
    profile: str
    example: tuple[str, str]
    cases: frozenset[str]

    @property
    def is_gap(self) -> bool:
        """Whether the peers are right, and we know it."""
        return self.basis.startswith("known gap")


def read_cases(path: Path) -> list[Case]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Case(*(row[field] for field in Case._fields)) for row in map(json.loads, lines)]


@cache
def reasons() -> tuple[Reason, ...]:
    rows = tomllib.loads(REASONS.read_text(encoding="utf-8"))["class"]
    return tuple(
        Reason(**{"profile": "STANDARD", **row, "cases": frozenset(row["cases"].split())}) for row in rows
    )


def way(case: Case) -> str | None:
    """The first way that gives the expected text, if one does."""
    return next((name for name, function in WAYS.items() if function(case.input) == case.expected), None)


def unexplained(cases: list[Case]) -> list[Case]:
    """The disagreements without a stated reason."""
    stated = frozenset[str]().union(*(reason.cases for reason in reasons()))
    return [case for case in cases if case.key not in stated and way(case) is None]


def page(cases: list[Case]) -> Iterator[str]:
    ways = {case: way(case) for case in cases}
    yield "# What the tests of others expect\n"
    yield "<!-- made by tools/peers_cases.py -->\n"
    yield (
        f"{len(cases)} pairs of input and expected text, read off the test suites of other libraries for Persian, as a"
        " differential check: facts about what others do, and no specification. Contested are those where two"
        " suites, or common sense, disagree.\n"
    )
    yield from _by_suite(ways)
    yield "\nWhat gives the expected text, first come first counted:\n\n| way | cases |\n| --- | ---: |"
    for name, count in Counter(filter(None, ways.values())).most_common():
        yield f"| {name} | {count} |"
    yield "\n## Where we differ, and why\n\n| class | they | we | basis | cases |\n| --- | --- | --- | --- | ---: |"
    for reason in sorted(reasons(), key=lambda reason: -len(reason.cases)):
        cells = (reason.name, reason.they, reason.we, reason.basis, str(len(reason.cases)))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _by_suite(ways: dict[Case, str | None]) -> Iterator[str]:
    gaps = frozenset[str]().union(*(reason.cases for reason in reasons() if reason.is_gap))
    yield "| suite | uncontested | agree | reasoned away | known gaps | contested | agree |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for suite in [*sorted({case.suite for case in ways}), "all"]:
        mine = {case: found for case, found in ways.items() if suite in (case.suite, "all")}
        plain = {case: found for case, found in mine.items() if not case.contested}
        gap = sum(case.key in gaps for case in plain)
        agree = sum(found is not None for found in plain.values())
        contested = sum(found is not None for case, found in mine.items() if case.contested)
        row = (len(plain), agree, len(plain) - agree - gap, gap, len(mine) - len(plain), contested)
        yield f"| {suite} | " + " | ".join(map(str, row)) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--open", action="store_true", help="list disagreements without a stated reason")
    options = parser.parse_args()
    cases = read_cases(options.cases)
    if options.open:
        for case in unexplained(cases):
            print(case.key, case.suite, case.option, ascii(case.input), ascii(case.expected), sep="\t")
    else:
        print("\n".join(page(cases)))


if __name__ == "__main__":
    main()
