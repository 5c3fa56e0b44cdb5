"""The recipes of CONTRIBUTING work: its samples, put into one file of a copy, bring their own tests along."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: each copies the source and starts pytest of its own
pytestmark = pytest.mark.slow
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def sample(heading: str) -> str:
    """The first block of code of a chapter."""
    chapter = GUIDE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    block = re.search(r"^```(?:python|toml)\n(.*?)^```$", chapter, re.MULTILINE | re.DOTALL)
    assert block is not None
    return block[1].rstrip() + (",\n" if block[1].endswith(")\n") else "\n")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("src", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def insert(file: Path, before: str, text: str) -> None:
    """Put *text* where the first *before* stands."""
    source = file.read_text(encoding="utf-8")
    assert before in source
    file.write_text(source.replace(before, text + before, 1), encoding="utf-8")


def passed(copy: Path, tests: str, words: str) -> list[str]:
    """The tests of that name that pass in the copy; all must."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-vv", "-k", words, tests],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert " failed" not in done.stdout, done.stdout
    assert " error" not in done.stdout, done.stdout
    return re.findall(r"::(\S+?)(?:\[.*)? PASSED", done.stdout)


def test_a_rule_brings_its_tests(copy: Path) -> None:
    assert passed(copy, "tests/ruleset/test_rules.py", "reversed-comma") == []
    insert(copy / "src/textnorm/ruleset/letters.py", ")\n\nPERSIAN_DIGIT", sample("Add a rule"))
    assert passed(copy, "tests/ruleset/test_rules.py", "reversed-comma") == [
        "test_example_in_the_chain_and_twice",
        "test_example_needs_its_rule",
        "test_near_miss_stays",
        "test_a_rule_states_its_case",
    ]


def test_a_rule_without_effect_fails(copy: Path) -> None:
    idle = sample("Add a rule").replace("REVERSED COMMA", "REVERSED SEMICOLON")
    insert(copy / "src/textnorm/ruleset/letters.py", ")\n\nPERSIAN_DIGIT", idle)
    with pytest.raises(AssertionError, match="2 failed"):
        passed(copy, "tests/ruleset/test_rules.py", "reversed-comma")


def test_a_date_form_brings_its_test(copy: Path) -> None:
    before = len(passed(copy, "tests/dates/test_api.py", "test_form_examples"))
    insert(copy / "src/textnorm/dates/forms.py", '    Form(\n        "day month",', sample("Add a date form"))
    assert len(passed(copy, "tests/dates/test_api.py", "test_form_examples")) == before + 1


def test_a_phrase_brings_its_test(copy: Path) -> None:
    file = copy / "src/textnorm/pages/data/phrases.toml"
    before = passed(copy, "tests/pages/test_clean.py", "widget")
    file.write_text(
        file.read_text(encoding="utf-8") + "\n" + sample("Add an artefact phrase"), encoding="utf-8"
    )
    brought = Counter(passed(copy, "tests/pages/test_clean.py", "widget")) - Counter(before)
    assert brought == {"test_phrases_leave_their_near_misses": 1, "test_phrases_meet_their_examples": 1}


def test_a_page_kind_brings_its_tests(copy: Path) -> None:
    table = copy / "src/textnorm/pages/detectors/detector_table.py"
    insert(table, '    Detector(\n        kind="breadcrumb",', sample("Add a page kind"))
    assert set(passed(copy, "tests/pages/detectors/test_detectors.py", "reading-time")) >= {
        "test_example",
        "test_it_is_this_detector_that_repairs",
        "test_near_miss",
    }


def test_an_option_brings_its_tests(copy: Path) -> None:
    package = copy / "src/textnorm"
    editorial = package / "ruleset/editorial.py"
    insert(editorial, "PUNCTUATION = (", sample("Add an option").rstrip(",\n") + "\n\n")
    editorial.write_text(
        editorial.read_text(encoding="utf-8").replace("(ELLIPSIS, PERCENT)", "(ELLIPSIS, PERCENT, DASH)"),
        encoding="utf-8",
    )
    described, field, values = re.findall(r"^    .*dashes.*$", GUIDE, re.MULTILINE)[:3]
    insert(package / "options.py", "    fold    :", described + "\n")
    insert(package / "options.py", "    fold: bool", field + "\n")
    insert(package / "options.py", '    "fold":', values + "\n")
    insert(package / "compiled.py", '    "percent":', '    "spaced-hyphen": "dashes",\n')
    assert passed(copy, "tests/ruleset/test_rules.py", "spaced-hyphen") == [
        "test_example_in_the_chain_and_twice",
        "test_example_needs_its_rule",
        "test_near_miss_stays",
        "test_near_miss_stays",
        "test_a_rule_states_its_case",
    ]
