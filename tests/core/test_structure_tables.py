"""What the automata of structures tell: every kind that stands in a line, and of the others few."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from support.native import built
from support.strategies import texts
from textnorm import STANDARD
from textnorm.core import core_for, native_module, patterns, tables
from textnorm.core.structure_tables import make
from textnorm.lazy import lazy_pattern
from textnorm.script import structures

KINDS = {kind: lazy_pattern(pattern) for kind, pattern in structures.STRUCTURES.items()}
PIECES = [
    *"abx1۱ب \t=:;,.\"'()[]{}<>$%\\#@^/|`-+_",
    *(
        "{{",
        "%}",
        "SELECT ",
        " FROM ",
        "INTO t ",
        "VALUES (",
        "let ",
        "def ",
        "](",
        "{#",
        "\\cite{",
        "\\verb|",
        "s/",
        "/g",
    ),
    *(
        "Ctrl",
        "```",
        "import ",
        "from ",
        ">>> ",
        "$ ls",
        "for ",
        "if ",
        "return ",
        "«باران»",
        "\u200c",
        "╔",
        "lambda ",
    ),
]
LINES = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
    texts.map(lambda text: text.partition("\n")[0]),
)


@pytest.fixture(scope="module", name="core")
def core_of_standard() -> Any:
    core = core_for(STANDARD)
    if core is None:
        pytest.skip("no core")
    return core


def told(core: Any, line: str) -> set[str]:
    bits = core.structures(line)
    return {kind for number, kind in enumerate(KINDS) if bits >> number & 1}


@pytest.mark.thorough
@given(line=LINES)
@example(line="12/05/2024, 10:30\u202fب.ظ")
@example(line="x = f(1)\n")
def test_no_kind_is_missed(core: Any, line: str) -> None:
    assert {kind for kind, pattern in KINDS.items() if pattern.search(line)} <= told(core, line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("او x = a[i] + 1  # TODO گفت", set()),
        ("x = a[i]", {"named"}),
        ("گفت ۳ = 3; باران", set()),
        ("نشانی https://a.ir/b?x=1&y=2 است", {"pairs"}),
        (r"پوشهٔ C:\Users\Ali را باز کن", set()),
        (r"متن \cite{باران} آمد", {"latex"}),
        ("متن {باران} آمد", set()),
        ("در \nچند خط", set(KINDS)),
    ],
)
def test_what_may_stand_in_a_line(core: Any, line: str, expected: set[str]) -> None:
    assert told(core, line) == expected


@pytest.mark.thorough
@given(line=LINES)
def test_the_structures_of_a_line_are_the_same_without_the_core(core: Any, line: str) -> None:
    structures.tell_kinds_by(structures.kinds_by_pieces)
    without = list(structures.structures(line))
    structures.tell_kinds_by(core.structures)
    assert list(structures.structures(line)) == without


@built
@given(text=LINES)
@example(text="x = 1")
@example(text="1. باد\n2) باران")
def test_the_hint_of_the_core_misses_nothing(text: str) -> None:
    compiler = patterns.Compiler(dict(tables.read() or {}), native_module().Sieve)
    may_hold = compiler.hint(structures.STRUCTURE_HINT.pattern)
    assert may_hold is not None
    if structures.STRUCTURE_HINT.search(text):
        assert may_hold(text)


def test_the_tables_are_small() -> None:
    assert len(make()["structures"]) < 600_000
