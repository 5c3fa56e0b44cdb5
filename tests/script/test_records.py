"""Records that programs write or read in a line or a block: logs, exceptions, crontabs, graphs, configurations; and prose like them."""

from __future__ import annotations

import pytest

from support.growth import assert_linear
from textnorm import EDITORIAL, STANDARD, Options, normalise
from textnorm.script.blocks import find_blocks

PROFILES = pytest.mark.parametrize("options", [STANDARD, EDITORIAL], ids=["STANDARD", "EDITORIAL"])


@PROFILES
@pytest.mark.parametrize(
    "text",
    [
        "2024-01-02 10:11:12,345 WARN  [web] كتاب علي نيست , id=5",
        "[2024-01-02T10:11:12Z] app.ERROR: كتاب ; نيست",
        "Jan  2 10:11:12 host app[12]: كتاب , علي",
        "org.a.KitabException: كتاب علي , نيست\n\tat org.a.B.c(B.java:1)",
        "Caused by: org.a.KitabException: كتاب ?",
        'Exception in thread "main" org.a.KitabError: كتاب ?',
        'File "علي.py", line 3, in كتاب\n    سن = علي\nKeyError: كتاب , علي',
        '*/5 0 * * 1-5 /home/علي/a.sh "كتاب , نو"',
        "A[كتاب , نو] --> B{علي ?};",
        "A -->|كتاب ?| B((علي))",
        "[1, 2; 3, 4]",
        "(1; 2; 3)",
        "server {\n    location /كتاب {\n        root /علي;\n    }\n}",
        "const a = {\n  كتاب: 'علي ,',\n  نام: \"ي\",\n};",
    ],
)
def test_records_stay(options: Options, text: str) -> None:
    assert normalise(text, options) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-02 10:11:12 علي , رضا", "2024-01-02 10:11:12 علی، رضا"),
        ("2024-01-02 خطاي INFO , چيست", "2024-01-02 خطای INFO، چیست"),
        ("Jan 2 علي: كتاب ,", "Jan 2 علی: کتاب،"),
        ("خطاي KitabException: كتاب نيست ,", "خطای KitabException: کتاب نیست،"),
        ('File "علي.py", line 3\n    سن = علي\nكتاب , علي', 'File "علي.py", line 3\n    سن = علي\nکتاب، علی'),
        ("12 30 كتاب * و علي ,", "12 30 کتاب * و علی،"),
        ("* * * علي , رضا", "* * * علی، رضا"),
        ("A --> كتاب , علي", "A --> کتاب، علی"),
        ("A[كتاب] --> B یعنی چه ?", "A[کتاب] --> B یعنی چه؟"),
        ("(1; 2; علي)", "(1؛ 2؛ علی)"),
        ("C++, علي و Ctrl+C , كتاب", "C++، علی و Ctrl+C، کتاب"),
        ("{\nعلي آمد;\nرضا رفت;\n}", "{\nعلی آمد؛\nرضا رفت؛\n}"),
        ("متن {\nنام: علي ,\n}", "متن {\nنام: علی،\n}"),
    ],
)
def test_prose_like_records_is_mended(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize("key", [",", ";", "?"])
def test_a_mark_that_is_a_key_stays(key: str) -> None:
    assert normalise(f"كليد Ctrl+{key} يا Ctrl + Shift + {key} را بزن") == (
        f"کلید Ctrl+{key} یا Ctrl + Shift + {key} را بزن"
    )


@pytest.mark.parametrize(
    "above", ["", "باد [\n", "[\nباد\n", "[\n1]\n", "(\n" + "1\n" * 5_001, "باد\n" * 5_001]
)
@pytest.mark.parametrize("rows", ["[\n'باد',\n]", "({ \n'باد': 1})"])
def test_brackets_over_several_lines_are_rows_wherever_they_stand(above: str, rows: str) -> None:
    text = above + rows
    assert find_blocks(text)[-1:] == [(len(above), len(text))]


@pytest.mark.parametrize(
    "text", ["[\nباد\n]", "['باد',\n1]", "[\n'باد',", "(\n" + "1\n" * 5_001 + "'باد')", "باد (\n'باد')"]
)
def test_brackets_that_are_no_rows(text: str) -> None:
    assert find_blocks(text) == []


@pytest.mark.thorough
@pytest.mark.parametrize(
    "unit",
    ["(\n", "( ", "(\nباد\n", "a=1\nباد\n", "a,b\nباد\n", "a\tb\n", " - \n", '"":\n', "a.", "[a]\n", "[ "],
)
def test_rows_are_found_in_linear_time(unit: str) -> None:
    assert_linear(find_blocks, unit * 300, unit * 3_000, 10)


@pytest.mark.thorough
@pytest.mark.parametrize("start", ["a:", "- a:", "a=", "[a", '"a', " a:"])
def test_a_row_that_goes_on_for_long_takes_linear_time(start: str) -> None:
    assert_linear(find_blocks, start + " " * 300 + "\x01", start + " " * 3_000 + "\x01", 10)
