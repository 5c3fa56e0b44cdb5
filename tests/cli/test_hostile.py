"""Files that mean harm, and things that go wrong in the middle: no data lost, nothing run, one clear line."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from support.shell import COMMAND, put, run_textnorm, with_source

KAF, KEHEH = "كتاب\n", "کتاب\n"
posix = pytest.mark.skipif(os.name != "posix", reason="rules of Unix")


# --- XML -------------------------------------------------------------------------------------------------
ENTITIES = f"""<?xml version="1.0"?>
<!DOCTYPE rss [
 <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY file SYSTEM "file:///etc/hostname">
]>
<rss><channel><item><title>&b; &file; {KAF.strip()}</title></item></channel></rss>
"""


@pytest.mark.parametrize("text", [ENTITIES, '<!DOCTYPE rss SYSTEM "x.dtd" [ ]>\n<rss><title>a</title></rss>'])
def test_a_feed_with_entities_of_its_own_is_refused(command: Callable, tmp_path: Path, text: str) -> None:
    path = put(tmp_path / "a.rss", text)
    for flags in (["-i"], [], ["--check"]):
        ran = command("normalise", *flags, path)
        assert (ran.code, ran.out) == (2, b"")
        assert "declares entities" in ran.err
    ran = command("clean", "--json", path)
    assert (ran.code, ran.out) == (2, b"")
    assert path.read_text(encoding="utf-8") == text


def test_a_feed_may_name_its_document_type_and_write_about_entities(command: Callable) -> None:
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd">\n'
        "<rss><item><title>ك</title><description><![CDATA[<!DOCTYPE a [<!ENTITY b 'c'>]>]]></description></item></rss>"
    )
    ran = command("normalise", "--format", "feed", stdin=text.encode())
    assert (ran.code, ran.out.decode()) == (0, text.replace("ك", "ک"))


def test_an_entity_nobody_knows_is_neither_expanded_nor_lost(command: Callable) -> None:
    text = "<rss><item><title>&unknown; ك</title><summary>&lt;ك&gt;</summary></item></rss>"
    ran = command("normalise", "--format", "feed", stdin=text.encode())
    assert ran.out.decode() == text.replace("&lt;ك", "&lt;ک")


# --- tables ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "cell", ["=1+1", "+SUM(A1)", "-2+3", "@x", '"=HYPERLINK(""http://x"",""a"")"', "\t=1"]
)
def test_formulas_stay_what_they_are_data(command: Callable, cell: str) -> None:
    table = f"id,text\n1,{cell}\n{cell},ك\n"
    ran = command("normalise", "--format", "csv", "--column", "text", stdin=table.encode())
    assert (ran.code, ran.out.decode()) == (0, table.replace("ك", "ک"))


def test_a_quoted_field_with_newlines_is_one_record(command: Callable, tmp_path: Path) -> None:
    table = 'id,text\r\n1,"ك\r\n\n""x"", ك"\r\n2,"\n"\r\n'
    path = put(tmp_path / "a.csv", table)
    assert command("normalise", "-i", "--column", "text", path).code == 0
    assert path.read_bytes().decode() == table.replace("ك", "ک")


# --- numbers ---------------------------------------------------------------------------------------------
NUMBERS = [
    "1" * 5000,
    "-0.0",
    "1e999999",
    "0.1000",
    "1E+2",
    "123456789012345678901234567890.5",
    "NaN",
    "-Infinity",
]


@pytest.mark.parametrize("suffix", [".jsonl", ".json"])
@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_come_out_as_they_are_spelt(
    command: Callable, tmp_path: Path, suffix: str, number: str
) -> None:
    record = f'{{"n":{number},"text":"ك","text":"ك","n":{number}}}\n'
    path = put(tmp_path / f"a{suffix}", record)
    assert command("normalise", "-i", path).code == 0
    assert path.read_text(encoding="utf-8") == record.replace("ك", "ک")


# --- terminals -------------------------------------------------------------------------------------------
def test_names_and_data_do_not_drive_the_terminal(command: Callable, tmp_path: Path) -> None:
    names = ["a\x1b]0;title\x07.jsonl", "b\u202etxt.jsonl", "c\r\x1b[2J.jsonl", "d\x9b31m.jsonl"]
    for name in names:
        put(tmp_path / "in" / name, b'{"text":"\x1b[31m\xd9\x83"}\nbad \x1b[5m\n')
    for flags in (["--check"], ["-i"], ["--progress", "json", "--check"], ["--fail-fast", "--check"]):
        said = command("normalise", *flags, tmp_path / "in").err
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said), said
    assert "\\x1b]0;title\\x07" in command("normalise", "--check", tmp_path / "in").err


@pytest.mark.parametrize(
    "argv",
    [
        ["--column", "\x1b[2J", "t.csv"],
        ["--config", "\x1b[2J.toml"],
        ["--\x1b[2J"],
        ["--profile", "\x1b[2J"],
        ["--encoding", "\x1b[2J"],
        ["--digits", "\x1b[2J"],
        ["-o", "no/\x1b[2J/a", "t.csv"],
        ["--rejects", "no/\x1b[2J", "--format", "jsonl", "t.csv"],
    ],
)
def test_nor_do_messages_about_flags(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "t.csv", "id,\x1b[31m\n1,2\n")
    ran = command("normalise", *argv)
    assert ran.code == 2
    assert "\x1b" not in ran.err


def test_a_title_of_a_table_is_data_in_a_message(command: Callable) -> None:
    ran = command("normalise", "--format", "csv", "--column", "x", stdin=b"\x1b[31mred,b\n1,2\n")
    assert (ran.code, "\x1b" in ran.err, "\\x1b[31mred" in ran.err) == (2, False, True)


# --- empty, NUL, one line --------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv", "a.rss", "a"])
def test_empty_files_stay_empty(command: Callable, tmp_path: Path, name: str) -> None:
    path = put(tmp_path / name, b"")
    for flags in (["-i"], ["--check"], [], ["-i", "-j", "2"]):
        ran = command("normalise", "--column", "1", "--no-header", *flags, path)
        assert (ran.code, ran.out) == (0, b""), ran.err
    assert path.read_bytes() == b""


@pytest.mark.parametrize("data", [b"\0", b"\0" * 100_000, b"text \0 text\n", b"\xff\xfe\0\0"])
def test_files_with_nul_stay(command: Callable, tmp_path: Path, data: bytes) -> None:
    path = put(tmp_path / "a.txt", data)
    ran = command("normalise", "-i", path)
    assert (ran.code, path.read_bytes()) == (0, data)


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_in_place(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", "rain and wind. " * 3_500_000 + KAF)
    assert run_textnorm("normalise", "-i", "--isolated", path).returncode == 0
    assert path.read_bytes() == ("rain and wind. " * 3_500_000 + KEHEH).encode()


# --- disks and archives ----------------------------------------------------------------------------------
@pytest.mark.slow
@posix
@pytest.mark.parametrize(
    "flags", [["-i"], ["-i", "-j", "2"], ["-o", "out"], ["-o", "out/"], ["--report", "out"]]
)
def test_no_more_than_the_system_allows(tmp_path: Path, flags: list[str]) -> None:
    """A limit on the size of files acts like a full disk, and needs no rights."""
    big = put(tmp_path / "big.txt", KAF * 100_000)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000));"
        "from textnorm.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "normalise", "--isolated", *flags, "big.txt"],
        capture_output=True, env=with_source(), cwd=tmp_path,
    )  # fmt: skip
    assert ran.returncode == 2
    assert b"file too large" in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert big.read_text(encoding="utf-8") == KAF * 100_000
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["big.txt"]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_truncated_archive_in_place_among_others(command: Callable, tmp_path: Path, suffix: str) -> None:
    pack = gzip.compress if suffix == ".gz" else pytest.importorskip("zstandard").compress
    packed = pack("".join(f"{number} {KAF}" for number in range(60_000)).encode())
    cut = put(tmp_path / f"a.txt{suffix}", packed[:-10])
    fine = put(tmp_path / "b.txt", KAF)
    for flags in (["-i"], ["-o", f"{tmp_path}/out/"]):
        ran = command("normalise", *flags, cut, fine)
        assert ran.code == 2
        assert f"{cut}: " in ran.err
    assert cut.read_bytes() == packed[:-10]
    assert fine.read_text(encoding="utf-8") == KEHEH
    assert sorted(path.name for path in tmp_path.rglob("*txt*")) == [cut.name, "b.txt", "b.txt"]


#: all that is needed is loaded before the rights are dropped: root's Python may be nobody else's
AS_NOBODY = """
import os, sys
from textnorm.cli import main
assert main(["normalise", "-i", "--isolated", sys.argv[1]]) == 0
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(main(["normalise", "-i", "--isolated", sys.argv[2]]))
"""


@pytest.fixture
def folder_of_all() -> Iterator[Path]:
    """Return a folder that others may enter: pytest closes its own to them, and anew with every session that begins."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        if os.geteuid() == 0 and not all(above.stat().st_mode & 1 for above in folder.parents):
            pytest.skip("temporary files lie where others may not go")
        yield folder


@posix
def test_a_folder_in_which_nothing_may_be_made(folder_of_all: Path) -> None:
    mine, path = put(folder_of_all / "mine.txt", KAF), put(folder_of_all / "closed" / "a.txt", KAF)
    path.chmod(0o666)
    for folder, file, reason in ((0o555, 0o666, "permission denied"), (0o777, 0o444, "is read-only")):
        path.parent.chmod(folder)
        path.chmod(file)
        argv = [sys.executable, "-c", AS_NOBODY, str(mine), str(path)]
        ran = subprocess.run(argv, capture_output=True, env=with_source())
        assert (ran.returncode, ran.stderr.decode()) == (2, f"textnorm: {path}: {reason}\n")
        assert path.read_text(encoding="utf-8") == KAF
        assert os.listdir(path.parent) == ["a.txt"]


def test_what_is_read_is_never_written_over(command: Callable, tmp_path: Path) -> None:
    path, link = put(tmp_path / "a.txt", KAF), tmp_path / "link.txt"
    link.symlink_to(path)
    for argv in (
        ["normalise", "--report"],
        ["posts", "--report"],
        ["posts", "--sqlite"],
        ["normalise", "--rejects"],
    ):
        for name in (path, link):
            ran = command(*argv, name, path)
            assert (ran.code, ran.err.count("\n")) == (2, 1)
            assert path.read_text(encoding="utf-8") == KAF
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "link.txt", "standard-input"]


def test_a_text_is_no_place_for_a_data_base(command: Callable, tmp_path: Path) -> None:
    path, other = put(tmp_path / "a.txt", KAF), put(tmp_path / "b.txt", KAF)
    ran = command("posts", "--sqlite", other, path)
    assert (ran.code, ran.err) == (
        2,
        f"textnorm: {other}: is a file already, and no data base; name another one\n",
    )
    assert other.read_text(encoding="utf-8") == KAF
    other.write_bytes(b"")
    assert command("posts", "--sqlite", other, path).code == 0


def test_a_list_of_words_that_cannot_be_read_is_named(command_here: Callable, tmp_path: Path) -> None:
    path, broken = put(tmp_path / "a.txt", KAF), tmp_path / "broken"
    broken.write_bytes(b"\xff\n")
    for words, why in (
        (tmp_path / "missing", "no such file or directory"),
        (tmp_path, "is a directory"),
        (broken, "not UTF-8 at byte 0"),
    ):
        ran = command_here("normalise", "--isolated", "--user-words", words, path)
        assert (ran.code, ran.err) == (2, f"textnorm: {words}: {why}\n")


@posix
def test_a_message_that_cannot_be_written_changes_no_exit_code(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no device that is always full")
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [*COMMAND, "normalise", "--isolated", tmp_path / "missing"], stderr=full, env=with_source()
        )
    assert ran.returncode == 2


# --- processes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (IndexError("x"), "IndexError x"),
        (MemoryError(), "out of memory"),
        (AssertionError(), "AssertionError"),
        (KeyError("k"), "KeyError 'k'"),
    ],
)
def test_whatever_a_function_raises_stops_one_file_only(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    import textnorm

    def clean(text: str) -> str:
        if "bad" in text:
            raise error
        return text.upper()

    monkeypatch.setattr(textnorm, "clean", clean)
    bad, fine = put(tmp_path / "a.txt", "bad"), put(tmp_path / "b.txt", "fine")
    ran = command("clean", "-i", bad, fine)
    assert (ran.code, bad.read_text(), fine.read_text()) == (2, "bad", "FINE")
    assert f"{bad}: {said}\n" in ran.err


def test_exit_codes_two_wins(command: Callable, tmp_path: Path) -> None:
    changed, bad = put(tmp_path / "a.txt", KAF), put(tmp_path / "b.txt", b"\xff")
    assert command("normalise", "--check", changed).code == 1
    assert command("normalise", "--check", changed, bad).code == 2
    assert command("normalise", "--check", bad, changed).code == 2


# --- interrupted ------------------------------------------------------------------------------------------


def test_progress_is_for_terminals_and_machines_only(command: Callable, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", KAF)
    assert command("normalise", path).err == ""
    last = json.loads(command("normalise", "--progress", "json", path).err)
    assert last["seconds"] >= 0
    if shutil.which("script"):
        ran = subprocess.run(
            ["script", "-qec", f"{sys.executable} -m textnorm normalise -i {path}", "/dev/null"],
            capture_output=True, env=with_source(),
        )  # fmt: skip
        assert ran.returncode == 0


def test_what_is_no_text_at_all_is_said_of_standard_input(command: Callable) -> None:
    ran = command("normalise", stdin=b"\xff" * 70_000)
    assert ran.code == 2
    assert "not UTF-8 at byte 0" in ran.err


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["json", "telegram", "jsonl"])
@pytest.mark.parametrize("unit", ["[", '{"messages":', '{"messages":[{"text":['])
def test_data_that_is_nested_too_deeply_is_said(command: Callable, name: str, unit: str) -> None:
    ran = command("normalise", "--format", name, stdin=unit.encode() * 20_000)
    assert ran.code == 2
    assert "nested too deeply" in ran.err
