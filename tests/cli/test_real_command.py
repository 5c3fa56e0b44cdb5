"""The real command in its own process: pipes, signals, locales, a full disk, memory and start-up."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import textnorm
from support.shell import heed_ctrl_c, peak_megabytes, run_textnorm, textnorm_process, with_source
from textnorm.cli.io.line_chunks import CHUNK_BYTES

#: each of these starts a process or more
pytestmark = pytest.mark.slow

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAGE = FIXTURES / "page" / "weather-blog.txt"
KAF, KEHEH = "كتاب\n".encode(), "کتاب\n".encode()
#: seconds after which processes that are waited for will not come any more, however busy the machine
PATIENCE = 300
posix = pytest.mark.skipif(os.name != "posix", reason="rules of Unix")


def one_line(said: bytes) -> str:
    text = said.decode("utf-8")
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    return text


def test_version_and_help() -> None:
    assert (
        run_textnorm("--version")
        .stdout.decode()
        .startswith(f"textnorm {textnorm.__version__} (native core: ")
    )
    assert run_textnorm("--help").stdout.startswith(b"usage: textnorm COMMAND")
    assert run_textnorm().returncode == 2
    for name in ("normalise", "dates", "posts", "rules", "fixtures", "completion"):
        assert run_textnorm(name, "--help").returncode == 0


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_utf8_whatever_the_locale(locale: str) -> None:
    ran = run_textnorm(
        "normalise", "--isolated", data=KAF, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == (KEHEH, b"", 0)
    ran = run_textnorm(
        "rules", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii"
    )
    assert (ran.stderr, ran.returncode) == (b"", 0)


@posix
@pytest.mark.parametrize("argv", [["normalise", "--isolated"], ["rules"], ["dates", "--isolated"]])
def test_a_closed_pipe_is_silent(argv: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = textnorm_process(*argv, stdout=writing)
    os.close(writing)
    _, said = process.communicate(("۸ مهر ۱۳۹۷ كتاب\n" * 50_000).encode())
    assert (said, process.returncode) == (b"", 141)


@posix
def test_ctrl_c_is_one_line() -> None:
    process = textnorm_process("normalise", "--isolated", preexec_fn=heed_ctrl_c)
    assert process.stdin
    assert process.stdout
    process.stdin.write(
        KAF * (CHUNK_BYTES // len(KAF) + 100)
    )  # more than a chunk, and the rest fits into the pipe
    process.stdin.flush()
    process.stdout.read(10)  # it is at work
    process.send_signal(signal.SIGINT)
    process.stdout.read()  # what is left; a reader that goes away would end it in another way
    assert process.stderr
    said = process.stderr.read()
    assert process.wait() == 130
    one_line(said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_standard_output_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        process = textnorm_process("normalise", "--isolated", stdout=full)
        _, said = process.communicate(KAF)
    assert "standard output: no space left on device" in one_line(said)
    assert process.returncode == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A tmpfs of 256 KiB, where this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if not mount or subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("may not mount a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_original_whole(small_disk: Path) -> None:
    (small_disk / "big.txt").write_bytes(KAF * 20_000)
    (small_disk / "small.txt").write_bytes(KAF)
    ran = run_textnorm(
        "normalise", "-i", "--isolated", "--quiet", small_disk / "big.txt", small_disk / "small.txt"
    )
    assert ran.returncode == 2
    assert "big.txt: no space left on device" in one_line(ran.stderr)
    assert (small_disk / "big.txt").read_bytes() == KAF * 20_000
    assert (small_disk / "small.txt").read_bytes() == KEHEH
    assert sorted(os.listdir(small_disk)) == ["big.txt", "small.txt"]


def test_a_read_only_disk_is_one_line_for_each_file(small_disk: Path) -> None:
    (small_disk / "a.txt").write_bytes(KAF)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    ran = run_textnorm("normalise", "-i", "--isolated", small_disk / "a.txt")
    assert ran.returncode == 2
    assert "read-only" in one_line(ran.stderr)
    assert os.listdir(small_disk) == ["a.txt"]
    assert (small_disk / "a.txt").read_bytes() == KAF


@posix
def test_named_pipes_and_devices_are_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    process = textnorm_process("normalise", "-i", "--isolated", tmp_path / "pipe")
    (tmp_path / "pipe").write_bytes(KAF)
    _, said = process.communicate()
    assert "is no regular file" in one_line(said)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the process table of Linux")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    line = json.dumps({"id": 1, "text": "rain and wind " * 30, "note": "x" * 500}) + "\n"
    peaks = {}
    for size in (4, 64):
        path = tmp_path / f"{size}.jsonl"
        path.write_bytes(line.encode() * (size * 1_000_000 // len(line)))
        peaks[size] = peak_megabytes("normalise", "--isolated", path)[0]
    assert peaks[64] < 150
    assert peaks[64] < peaks[4] + 10


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_passes(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"rain and wind " * 3_600_000)
    ran = run_textnorm("normalise", "--isolated", tmp_path / "long.txt")
    assert ran.returncode == 0
    assert ran.stdout == b"rain and wind " * 3_600_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["normalise", "--isolated"], ["rules"]])
def test_a_full_disk_behind_standard_output_is_one_line(words: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "textnorm", *words],
            input=KAF, stdout=full, stderr=subprocess.PIPE, env=with_source(),
        )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1
    assert b"no space left" in ran.stderr.lower()


def test_posts_of_a_page_are_records() -> None:
    records = [json.loads(line) for line in run_textnorm("posts", "--json", PAGE).stdout.splitlines()]
    posts = textnorm.read_page(PAGE.read_text(encoding="utf-8")).posts
    assert [(r["title"], r["author"], r["date"], r["body"]) for r in records] == [
        (post.title, post.author, post.date and post.date.isoformat(), post.body) for post in posts
    ]
    assert {"file", "date_text", "tags"} <= records[0].keys()
    assert len(records) > 1


def test_dates_of_a_page_are_records_with_lines_and_offsets() -> None:
    text = PAGE.read_text(encoding="utf-8")
    records = [json.loads(line) for line in run_textnorm("dates", "--json", PAGE).stdout.splitlines()]
    assert len(records) == len(textnorm.find_dates(text)) > 0
    for record in records:
        assert text[record["start"] : record["end"]] == record["text"]
        assert record["line"] == text.count("\n", 0, record["start"]) + 1
        assert {"file", "iso", "kind", "reason", "weekday_agrees"} <= record.keys()


def test_dates_flags() -> None:
    text = "یکشنبه ۸ مهر ۱۳۹۷ باران آمد".encode()
    assert "2018-09-30" in run_textnorm("dates", "--replace", data=text).stdout.decode()
    assert run_textnorm("dates", data=text).stdout.decode().startswith("-:1: 2018-09-30\t")
    table = run_textnorm("dates", "--table", 1397).stdout.decode().splitlines()
    assert len(table) == 12
    assert "2018-09-23" in table[6]
    with_reference = run_textnorm(
        "dates", "--json", "--reference", "2018-09-30", data="دیروز باران آمد".encode()
    )
    assert json.loads(with_reference.stdout)["iso"] == "2018-09-29"
    assert b"--reference" in run_textnorm("dates", "--help").stdout
    assert "2018-09-30, not 'soon'" in one_line(
        run_textnorm("dates", "--reference", "soon", data=text).stderr
    )


def test_changes_are_records_that_splice() -> None:
    text = "علي  كتاب را مي خواند"
    record = json.loads(run_textnorm("normalise", "--json", data=text.encode()).stdout)
    spliced, at = [], 0
    for change in record["changes"]:
        assert text[change["start"] : change["end"]] == change["before"]
        spliced += [text[at : change["start"]], change["after"]]
        at = change["end"]
    assert "".join([*spliced, text[at:]]) == record["text"] == textnorm.normalise(text)


@pytest.mark.parametrize("profile", ["standard", "editorial", "search", "encoding"])
def test_profiles_and_flags_are_those_of_the_library(profile: str) -> None:
    text = 'در سال 1402 "باران" آمد ,خانه ی ما...'
    ran = run_textnorm("normalise", "--profile", profile, data=text.encode())
    assert ran.stdout.decode() == textnorm.normalise(text, getattr(textnorm, profile.upper()))
    ran = run_textnorm("normalise", "--digits", "persian", "--ignore", "comma,spaces", data=text.encode())
    if ran.returncode == 0:
        options = textnorm.Options(digits="persian", ignore=frozenset({"comma", "spaces"}))
        assert ran.stdout.decode() == textnorm.normalise(text, options)
    else:
        assert "unknown rule or family 'comma'" in one_line(ran.stderr)


def test_rules_as_records() -> None:
    records = [json.loads(line) for line in run_textnorm("rules", "--json").stdout.splitlines()]
    assert [record["id"] for record in records] == [rule.id for rule in textnorm.rules()]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for children as Linux shows them")
def test_workers_do_not_outlive_a_killed_main_process() -> None:
    process = textnorm_process("normalise", "--isolated", "-j", 2)
    assert process.stdin
    process.stdin.write(KAF * 30_000)
    process.stdin.flush()
    until = time.monotonic() + PATIENCE
    children: list[str] = []
    while len(children) < 2 and time.monotonic() < until:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 2
    process.kill()
    process.wait()
    until = time.monotonic() + PATIENCE
    while any(Path("/proc", child).exists() and is_alive(child) for child in children):
        assert time.monotonic() < until
        time.sleep(0.1)


def is_alive(pid: str) -> bool:
    try:
        return Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_flag(shell: str) -> None:
    script = run_textnorm("completion", shell).stdout.decode()
    assert "normalise" in script
    assert "in-place" in script
    if shutil.which(shell):
        assert subprocess.run([shell, "-n"], input=script.encode(), capture_output=True).returncode == 0
