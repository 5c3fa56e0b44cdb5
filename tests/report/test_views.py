"""--diff, --explain, --statistics, --report and rules ID, through the command itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import textnorm
from support.shell import Ran
from textnorm import explain
from textnorm.report.diff import diff


class Said(NamedTuple):
    """How a command ended, and what it said as text."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def command(
    command_here: Callable[..., Ran],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """Run the command in an empty folder, away from any configuration file."""
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))

    def run(*argv: object, stdin: str = "") -> Said:
        ran = command_here(*argv, stdin=stdin.encode())
        return Said(ran.code, ran.out.decode(), ran.err)

    return run


TEXT = "باد آمد\nاو علي بود\r\nكتاب ها و كار\n"


def test_diff_names_lines_and_code_points(command: Command) -> None:
    done = command("normalise", "--diff", stdin=TEXT)
    assert done.out.splitlines() == [
        "--- -", "+++ -",
        "@@ -2 +2 @@", "-او علي بود", "+او علی بود", "line 2: U+064A→U+06CC [arabic-yeh]",
        "@@ -3 +3 @@", "-كتاب ها و كار", "+کتاب‌ها و کار",
        "line 3: U+0643→U+06A9 ×2 [arabic-kaf], U+0020→U+200C [joiners.plural]",
    ]  # fmt: skip
    assert done.code == 0


def test_diff_with_check_says_so_in_the_exit_code(command: Command) -> None:
    assert command("normalise", "--diff", "--check", stdin=TEXT).code == 1
    same = command("normalise", "--diff", "--check", stdin="باد آمد\n")
    assert (same.code, same.out) == (0, "")


def test_diff_counts_lines_that_come_and_go() -> None:
    text = "يك\n\n\nRead More\n\nكار"
    done = textnorm.explain_clean(text)
    heads = [line for line in diff(text, done.then(explain(done.text))) if line.startswith("@@")]
    assert heads[0] == "@@ -1 +1 @@"
    assert len(heads) >= 2


def test_colour_is_put_on_whole_words() -> None:
    lines = list(diff("اين كتاب", explain("اين كتاب"), colour=True))
    assert lines[2] == "\x1b[34m+\x1b[0m\x1b[34mاین\x1b[0m \x1b[34mکتاب\x1b[0m"
    assert "\x1b" not in "".join(diff("اين كتاب", explain("اين كتاب")))


def test_on_a_terminal_nothing_drives_the_terminal() -> None:
    text = "ي\x07\x9b31m \u202eabc\u202c"
    assert set("".join(diff(text, explain(text), colour=True))) & set("\x07\x9b\u202e\u202c") == set()


def test_explain_gives_offsets_into_the_file(command: Command) -> None:
    records = [json.loads(line) for line in command("normalise", "--explain", stdin=TEXT).out.splitlines()]
    assert [record["line"] for record in records] == [2, 3, 3, 3]
    for record in records:
        assert TEXT[record["start"] : record["end"]] == record["before"]
    assert records[0]["rules"] == ["arabic-yeh"]


def test_explain_goes_with_every_command_that_changes_text(command: Command) -> None:
    dates = command("dates", "--replace", "--explain", stdin="در ۸ مهر ۱۳۹۷\n")
    assert json.loads(dates.out)["after"] == "2018-09-30"
    cleaned = command("clean", "--explain", stdin="Rain is expected.\n\nRead More\n")
    assert "read-more" in cleaned.out


def test_explain_reads_records_too(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "علي"}\n{"text": "باد"}\n{"text": "كار"}\n', encoding="utf-8")
    found = [json.loads(line) for line in command("normalise", "--explain", path).out.splitlines()]
    assert [(record["line"], record["start"]) for record in found] == [(1, 2), (3, 0)]


def test_statistics(command: Command) -> None:
    done = command("normalise", "--statistics", stdin=TEXT)
    assert done.out.splitlines()[:2] == ["4 changes in 2 of 3 lines", "          2  arabic-kaf"]
    counts = json.loads(command("normalise", "--statistics", "--json", stdin=TEXT).out)
    assert counts["rules"] == {"arabic-kaf": 2, "arabic-yeh": 1, "joiners.plural": 1}


def test_statistics_are_the_same_with_more_processes(command: Command, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path in paths:
        path.write_text(TEXT * 5, encoding="utf-8")
    one, two = (command("normalise", "--statistics", "-j", jobs, *paths).out for jobs in (1, 2))
    assert one == two
    assert one.startswith("60 changes in 30 of 45 lines")


def test_a_report_is_written_whole(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    done = command("normalise", "--report", path, stdin=TEXT)
    assert (done.code, done.out) == (0, "")
    assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert command("normalise", "--report", path, stdin=TEXT).code == 0  # once more, over its own
    assert command("normalise", "--report", tmp_path / "none" / "out.html", stdin=TEXT).code == 2


def test_a_report_is_not_written_over_a_text_that_may_be_the_input(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"text")
    done = command("normalise", "--report", path)
    assert (done.code, path.read_bytes()) == (2, b"text")
    assert "no input is named" in done.err


@pytest.mark.parametrize(
    "flags",
    [
        ("--diff", "--explain"),
        ("--diff", "-o", "x"),
        ("--statistics", "--in-place"),
        ("--report", "a", "--diff"),
    ],
)
def test_views_that_exclude_one_another(command: Command, flags: tuple[str, ...]) -> None:
    done = command("normalise", *flags, stdin=TEXT)
    assert done.code == 2
    assert done.err.count("\n") == 1


def test_dates_need_replace_for_a_diff(command: Command) -> None:
    assert "add --replace" in command("dates", "--diff", stdin=TEXT).err


def test_rules_in_a_line_each_and_in_full(command: Command) -> None:
    assert len(command("rules").out.splitlines()) == len(textnorm.rules())
    full = command("rules", "arabic-yeh").out
    assert full.startswith("### arabic-yeh\n")
    assert "stays:" in full
    record = json.loads(command("rules", "arabic-yeh", "--json").out)
    assert (record["id"], record["certainty"]) == ("arabic-yeh", "certain")
    wrong = command("rules", "arabic-yej")
    assert wrong.code == 2
    assert "did you mean 'arabic-yeh'" in wrong.err
