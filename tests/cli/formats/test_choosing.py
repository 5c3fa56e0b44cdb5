"""Which format a file is read as, by its name and by what it holds; which files are taken, and where they go."""

from __future__ import annotations

import json
import ntpath
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from textnorm.cli.formats.registry import guess
from textnorm.cli.io.separate import device
from textnorm.cli.io.sources import below, matches

KAF, KEHEH = "كتاب", "کتاب"
RECORD = f'{{"text":"{KAF}","n":1.50}}'
FEED = f'<?xml version="1.0"?>\n<rss><channel><item><title>{KAF}</title></item></channel></rss>\n'


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (RECORD, "jsonl"),
        (f"{RECORD}\n{RECORD}\n", "jsonl"),
        (f"\n[1]\n{RECORD}\n", "jsonl"),
        ('{"a":\n1}\n', "json"),
        ('[{"text":"a"}]', "json"),
        ("[" + '{"text":"a"},\n' * 20_000, "json"),
        ("[" * 80_000, "text"),
        ("[۸ مهر] باران آمد", "text"),
        ('{"text": باران}', "text"),
        ("{a} and {b}", "text"),
        (FEED, "feed"),
        ("<p>no feed</p>", "text"),
        ("", "text"),
    ],
)
def test_formats_by_content(head: str, name: str) -> None:
    assert guess("-", head.encode()[: 1 << 16]) == name
    assert guess("notes.txt", head.encode()) == "text"


def test_what_comes_through_a_pipe_is_no_plain_text_if_it_is_json_or_a_feed(command: Callable) -> None:
    for text in (RECORD, f"{RECORD}\n{RECORD}\n", FEED, f"[\n {RECORD}\n]\n"):
        ran = command("normalise", stdin=text.encode())
        assert (ran.code, ran.out.decode(), ran.err) == (0, text.replace(KAF, KEHEH), "")


def test_a_json_file_of_several_lines_is_json_lines(command: Callable, tmp_path: Path) -> None:
    path = put(tmp_path / "a.json", f"{RECORD}\n{RECORD}\n")
    assert command("normalise", path).out.decode() == f"{RECORD}\n{RECORD}\n".replace(KAF, KEHEH)


def test_a_json_document_is_taken_apart_like_records(command: Callable, tmp_path: Path) -> None:
    text = f'[{RECORD}, {{"meta": {{"text": "{KAF}"}}}}]'
    path = put(tmp_path / "a.json", text)
    assert command("normalise", path).out.decode() == text.replace(KAF, KEHEH, 1)
    assert command("normalise", "--field", "meta.text", path).out.decode() == KEHEH.join(text.rsplit(KAF, 1))
    ran = command("normalise", "--field", "no.such", path)
    assert ran.code == 2
    assert "--field" in ran.err


def test_parquet_by_name_and_a_table_without_columns(command: Callable) -> None:
    ran = command("normalise", "--format", "parquet", stdin=b"text")
    assert (ran.code, "no whole Parquet file" in ran.err) == (2, True)
    ran = command("normalise", "--format", "csv", stdin=b"id,text\n1,2\n")
    assert (ran.code, "--column NAME; they are id, text" in ran.err) == (2, True)


# --- which files -----------------------------------------------------------------------------------------
def test_a_run_does_not_take_what_it_wrote_itself(command: Callable, tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt", KAF)
    for _ in range(2):
        assert command("normalise", "-o", tmp_path / "in" / "out", tmp_path / "in").code == 0
        assert names(tmp_path / "in") == ["a.txt", "out/a.txt"]
    assert (
        command("normalise", "--rejects", tmp_path / "in" / "r", "-o", tmp_path / "x", tmp_path / "in").code
        == 0
    )


def test_in_place_leaves_links_below_directories_alone(command: Callable, tmp_path: Path) -> None:
    outside = put(tmp_path / "outside.txt", KAF)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(outside)
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    assert "no file to take" in command("normalise", "-i", tmp_path / "in").err
    assert outside.read_text(encoding="utf-8") == KAF
    assert command("normalise", tmp_path / "in").out.decode() == KEHEH
    assert command("normalise", "-i", tmp_path / "in" / "link.txt").code == 0
    assert outside.read_text(encoding="utf-8") == KEHEH


def test_a_directory_that_gives_nothing_is_said(command: Callable, tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt", KAF)
    ran = command("normalise", "--check", "--include", "*.md", tmp_path / "in")
    assert (ran.code, ran.err) == (0, f"textnorm: {tmp_path / 'in'}: no file to take below it\n")


def test_a_folder_nobody_may_read_is_an_error_and_the_rest_goes_on(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "in" / "a.txt", KAF)
    put(tmp_path / "in" / "closed" / "b.txt", KAF)
    scan = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    ran = command("normalise", tmp_path / "in")
    assert (ran.code, ran.out.decode()) == (2, KEHEH)
    assert f"{tmp_path / 'in' / 'closed'}: permission denied" in ran.err


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("a.txt", "*.txt", True),
        ("sub/a.txt", "*.txt", True),
        ("sub/a.txt", "sub/*", True),
        ("sub/a.txt", "./sub/a.txt", True),
        ("a.txt", "**/a.txt", True),
        ("x/y/a.txt", "**/a.txt", True),
        ("sub/a.txt", "other/*", False),
        ("a.TXT", "*.txt", False),
        ("cafe\u0301.txt", "café.txt", True),
        ("آب.txt", "آب.txt", True),
        ("آب.txt", "ا\u0653ب.*", True),
    ],
)
def test_patterns(path: str, pattern: str, fits: bool) -> None:
    assert matches(path, [pattern]) is fits


def test_patterns_with_the_slashes_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not matches("sub/a.txt", ["sub\\a.txt"])
    monkeypatch.setattr(os, "sep", "\\")
    assert matches("sub\\a.txt", ["sub\\*"])
    assert matches("sub\\a.txt", ["sub/*"])


# --- where they go ---------------------------------------------------------------------------------------
def test_a_list_of_files_keeps_its_tree(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/x.txt", "b/x.txt", "c/d/e.txt"):
        put(tmp_path / "work" / name, KAF)
    monkeypatch.chdir(tmp_path / "work")
    listing = "a/x.txt\0./b/x.txt\0c\0"
    ran = command("normalise", "--files0-from", put(tmp_path / "list", listing), "-o", f"{tmp_path}/out/")
    assert ran.code == 0
    assert names(tmp_path / "out") == ["a/x.txt", "b/x.txt", "d/e.txt"]


@pytest.mark.parametrize(
    ("path", "stays"),
    [("../../x.txt", "x.txt"), ("a/../../../x.txt", "x.txt"), ("/x/y.txt", "x/y.txt"), ("a/./b/../c", "a/c")],
)
def test_no_path_of_a_list_leads_out_of_the_output(path: str, stays: str) -> None:
    assert below(path) == stays


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        (r"C:\x\y.txt", r"x\y.txt"),
        (r"\\server\share\x.txt", "x.txt"),
        (r"..\..\x.txt", "x.txt"),
        ("a/b.txt", r"a\b.txt"),
        (r"C:x.txt", "x.txt"),
    ],
)
def test_nor_does_one_of_windows(path: str, stays: str) -> None:
    assert below(path, ntpath) == stays


def test_names_of_devices() -> None:
    for name in ("nul", "NUL.txt", "a/con", r"a\b\LPT9.json", "aux .md"):
        assert device(name), name
    for name in ("null", "console.txt", "a.nul", "com", "com10", "lpt0"):
        assert not device(name), name


def test_a_link_in_the_output_directory_leads_nowhere(command: Callable, tmp_path: Path) -> None:
    put(tmp_path / "in" / "sub" / "a.txt", KAF)
    put(tmp_path / "in" / "b.txt", KAF)
    secret = put(tmp_path / "secret" / "a.txt", "mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "sub").symlink_to(secret.parent)
    (tmp_path / "out" / "b.txt").symlink_to(secret)
    ran = command("normalise", "-o", tmp_path / "out", tmp_path / "in")
    assert ran.code == 2
    assert ran.err.count("leads out of") == 2
    assert secret.read_text(encoding="utf-8") == "mine"


def test_the_output_directory_itself_may_be_a_link(command: Callable, tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt", KAF)
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    assert command("normalise", "-o", tmp_path / "out", tmp_path / "in").code == 0
    assert names(tmp_path / "real") == ["a.txt"]


def test_two_parquet_files_or_one_and_a_text_make_no_file(command: Callable, tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"text": [KAF]}), tmp_path / "a.parquet")
    text = put(tmp_path / "b.txt", KAF)
    ran = command("normalise", "--column", "text", "-o", tmp_path / "out", text, tmp_path / "a.parquet")
    assert (ran.code, "stands alone" in ran.err) == (2, True)
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "out.partial").read_text(encoding="utf-8") == KEHEH


# --- flags -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--flied", "text"], "unrecognized arguments: --flied; did you mean '--field'?"),
        (["--inplace"], "did you mean '--in-place'?"),
        (["--encodng=utf-8"], "did you mean '--encoding'?"),
        (["-j", "many"], "at least 1, not 'many'"),
    ],
)
def test_near_matches_of_flags(command: Callable, argv: list[str], said: str) -> None:
    ran = command("normalise", *argv)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert said in ran.err


def test_rejects_never_go_into_a_file_that_is_read_or_written(command: Callable, tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", f"bad\n{RECORD}\n")
    ran = command("normalise", "--rejects", path, path)
    assert (ran.code, path.read_text(encoding="utf-8")) == (2, f"bad\n{RECORD}\n")
    assert "--rejects" in ran.err
    assert command("normalise", "--rejects", tmp_path / "o", "-o", tmp_path / "o", path).code == 2
    assert not (tmp_path / "o").exists()


def test_show_config_says_where_it_comes_from(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "project" / "textnorm.toml", "shout = true")
    monkeypatch.chdir(tmp_path / "project")
    assert (
        command("normalise", "--show-config")
        .out.decode()
        .startswith(f"# {tmp_path / 'project' / 'textnorm.toml'}\n")
    )
    put(tmp_path / "project" / "textnorm.toml", "normalise = 3")
    assert "normalise is a table of keys" in command("normalise").err


def test_records_say_what_they_hold_as_json(command: Callable) -> None:
    ran = command("clean", "--json", stdin=RECORD.encode())
    assert json.loads(ran.out) == {"file": "-", "line": 1, "text": KEHEH}
