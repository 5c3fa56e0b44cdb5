"""Text in, text out, and one clear line for everything that goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

KAF = "كتاب\n".encode()
KEHEH = "کتاب\n".encode()


def test_standard_input_is_the_default(command: Callable) -> None:
    assert command("normalise", stdin=KAF) == (0, KEHEH, "")
    assert command("normalise", "-", stdin=KAF).out == KEHEH


def test_files_follow_one_another_in_the_order_given(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(KAF)
    (tmp_path / "b").write_bytes(b"second")
    assert command("normalise", tmp_path / "b", tmp_path / "a").out == b"second" + KEHEH


@pytest.mark.parametrize("text", ["", "a", "a\r\nb\rc\n", "\r", "a\x0bb\x0cc\u2028d\u0085e\n\n"])
@pytest.mark.parametrize("name", ["normalise", "tidy", "clean"])
def test_what_a_function_leaves_alone_comes_out_byte_for_byte(
    command: Callable, name: str, text: str
) -> None:
    assert command(name, stdin=text.encode()).out == text.encode()


def test_newlines_of_changed_lines_are_kept(command: Callable) -> None:
    assert command("normalise", stdin="ك\r\nك\rك\nك".encode()).out == "ک\r\nک\rک\nک".encode()


def test_check_writes_nothing_and_says_which_files_would_change(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "right").write_bytes(KEHEH)
    (tmp_path / "wrong").write_bytes(KAF)
    ran = command("normalise", "--check", tmp_path / "right", tmp_path / "wrong")
    assert (ran.code, ran.out) == (1, b"")
    would, summary = ran.err.splitlines()
    assert would == f"textnorm: {tmp_path / 'wrong'}: would change"
    assert summary == "textnorm: 2 files: 1 would change, 1 unchanged"
    assert command("normalise", "--check", tmp_path / "right") == (0, b"", "")


def test_one_bad_file_does_not_stop_the_others_and_2_wins(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "wrong").write_bytes(KAF)
    (tmp_path / "bad").write_bytes(b"ok \xff\xfe")
    missing, bad, wrong = tmp_path / "missing", tmp_path / "bad", tmp_path / "wrong"
    ran = command("normalise", missing, bad, wrong)
    assert (ran.code, ran.out) == (2, KEHEH)
    assert ran.err.splitlines()[0] == f"textnorm: {missing}: no such file or directory"
    assert ran.err.splitlines()[1].startswith(
        f"textnorm: {bad}: not UTF-8 at byte 3 (0xff); try --encoding auto"
    )
    assert command("normalise", "--check", wrong, missing).code == 2


def test_replace_takes_undecodable_bytes(command: Callable) -> None:
    assert command("normalise", "--errors", "replace", stdin=b"a\xffb").out == "a\ufffdb".encode()


def test_an_empty_file_is_said_in_one_line(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    ran = command("tidy", tmp_path / "empty")
    assert ran == (0, b"", f"textnorm: {tmp_path / 'empty'}: empty, nothing to do\n")


def test_escapes_of_a_file_name_do_not_reach_the_terminal(command: Callable) -> None:
    ran = command("normalise", "no\x1b[2J\nfile\u202e")
    assert ran.code == 2
    assert ran.err == "textnorm: no\\x1b[2J\\nfile\\u202e: no such file or directory\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["normalized"], "did you mean 'normalise'?"),
        (["normalise", "--profile", "serach"], "did you mean 'search'?"),
        (["normalise", "--digits", "roman"], "digits is None or 'persian', not 'roman'"),
        (["normalise", "--nonsense"], "--nonsense"),
        (["normalise", "--jobs", "0"], "at least 1"),
        (["normalise", "--json", "--check"], "--check"),
    ],
)
def test_bad_usage_is_one_line_and_code_2(command: Callable, argv: list[str], said: str) -> None:
    ran = command(*argv)
    assert (ran.code, ran.out) == (2, b"")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_every_flag_does_what_it_says(command: Callable) -> None:
    assert command("normalise", "--shout", stdin=b"abc").out == b"ABC"
    assert command("normalise", "--profile", "search", stdin=b"abc").out == b"ABC"
    assert command("normalise", "--profile", "search", "--no-shout", stdin=b"abc").out == b"abc"


def test_two_processes_give_what_one_gives(command: Callable, tmp_path: Path) -> None:
    lines = "".join(f"{number} كتاب\n" for number in range(60_000)).encode()
    (tmp_path / "long").write_bytes(lines)
    ran = command("normalise", "-j", "2", tmp_path / "long", tmp_path / "missing", tmp_path / "long")
    assert ran.code == 2
    assert ran.out == lines.replace("ك".encode(), "ک".encode()) * 2


def test_fenced_code_is_never_cut_in_two(tmp_path: Path) -> None:
    from textnorm.cli.io.line_chunks import CHUNK_BYTES, line_chunks

    block = b"```\n" + b"x\n" * CHUNK_BYTES + b"```\n"
    (tmp_path / "code").write_bytes(b"before\n" * 10 + block + b"after\n")
    with (tmp_path / "code").open("rb") as stream:
        chunks = list(line_chunks(stream, "code"))
    assert b"".join(chunk.data for chunk in chunks) == (tmp_path / "code").read_bytes()
    assert all(chunk.data.count(b"```") % 2 == 0 for chunk in chunks)
    assert len(chunks) > 1
    for chunk in chunks:
        before = (tmp_path / "code").read_bytes()[: chunk.offset]
        assert chunk.line == before.count(b"\n") + 1


def test_normalize_is_another_spelling_of_the_command(command: Callable) -> None:
    assert command("normalize", stdin=KAF) == (0, KEHEH, "")
