"""The pipeline works line by line: what becomes of a line does not depend on the lines around it."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from support import public
from support.shared_data import dev_rows
from support.strategies import texts
from textnorm import Options, normalise
from textnorm.compiled import compile_rules

PROFILES = public.PROFILES | {
    "NO_SPACING": Options(spacing=False),
    "NO_LETTERS": Options(ignore=frozenset({"letters", "space-run", "stray-zwnj"})),
}
each_profile = pytest.mark.parametrize("profile", PROFILES)


@each_profile
@given(first=texts, second=texts)
@example(first="دایرة ", second=" الارف")
def test_no_rule_looks_over_the_end_of_a_line(profile: str, first: str, second: str) -> None:
    for rule in compile_rules(PROFILES[profile]).persian_rules:
        # each with its line break: two spaces before one are a line break of Markdown
        assert rule.apply(f"{first}\n{second}") == rule.apply(f"{first}\n") + rule.apply(second)


@pytest.mark.slow
@each_profile
def test_a_document_is_its_lines(profile: str) -> None:
    lines = [row["noisy"] for row in dev_rows()[:: 7 if profile == "STANDARD" else 31]]
    lines = [
        line for line in lines if "`" not in line and "~" not in line and "<" not in line and "\n" not in line
    ]
    whole = normalise("\n".join(lines), PROFILES[profile])
    alone = [normalise(line + "\n", PROFILES[profile])[:-1] for line in lines[:-1]]
    assert whole.split("\n") == [*alone, normalise(lines[-1], PROFILES[profile])]
