"""Show that the tests of each kind of fault mean something: they fail on the build before the faults were mended.

    git worktree add /tmp/before f9e5451
    python tools/torture/red_before.py /tmp/before

Every kind is held by tests of this checkout, or by a check below where a test cannot be loaded beside a build that lacks
the modules it looks at. Each is run against the source of the other build, where it has to fail by what it asserts (a
module or a name that is not there is no proof), and against this one, where it has to hold. The exit code is 1 otherwise.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
_OUTPUTS, _STREAMS = "tests/cli/io/test_outputs.py", "tests/cli/io/test_streams.py"
_FORMATS, _LINES = "tests/cli/formats/test_more_formats.py", "tests/script/test_data_in_lines.py"
#: kinds of issue and the tests that hold them. That of an absurd -j is left out: the older build starts as many processes
TESTS = {
    "1 outputs: devices, FIFOs, links": [
        f"{_OUTPUTS}::test_a_device_gets_the_bytes_and_stays_a_device",
        f"{_OUTPUTS}::test_a_fifo_gets_the_bytes_and_stays_a_fifo",
        f"{_OUTPUTS}::test_a_file_of_several_names_is_not_parted",
    ],
    "1 outputs: texts below a directory, standard output as a dash, none at all": [
        f"{_OUTPUTS}::test_a_text_below_a_directory_is_no_place_for_what_else_is_written",
        f"{_OUTPUTS}::test_a_dash_is_standard_output",
        f"{_OUTPUTS}::test_an_output_that_nothing_was_written_to_is_said",
    ],
    "2 files that end in the middle, ragged rows": ["tests/cli/formats/test_cut_files.py"],
    "2 an input that breaks": [f"{_OUTPUTS}::test_a_broken_input_leaves_the_old_file_whole"],
    "3 streams, flags, configurations": [
        f"{_STREAMS}::{name}"
        for name in (
            "test_closed_streams", "test_a_fifo_in_a_folder_is_left_out_with_a_word",
            "test_names_behind_two_dashes", "test_what_is_no_encoding_is_said", "test_a_port_that_is_none", "test_an_empty_name_is_said",
            "test_wrong_types_in_a_configuration", "test_a_configuration_that_cannot_be_read_is_not_silently_none",
        )
    ],
    "3 data that is nested too deeply": ["tests/cli/test_hostile.py::test_data_that_is_nested_too_deeply_is_said"],
    "6 formats": [_FORMATS],
    "6 documents with two parts of one name": ["tests/cli/formats/test_office.py::test_an_archive_with_two_parts_of_one_name_loses_neither"],
    "10 quotations in whatever marks": [f"{_LINES}::test_quotations_are_of_their_own_language_in_whatever_marks"],
}  # fmt: skip
#: failures that only say that a module, a name or a fixture is not there
_NOT_THERE = re.compile(r"^(ImportError|ModuleNotFoundError|AttributeError|NameError|fixture )")


def tested(checkout: Path, nodes: list[str]) -> tuple[int, int, int]:
    """Run tests of this checkout against the source of another; return how many ran, failed, and failed by an assertion."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        command = [
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "slow or not slow", "-o", f"pythonpath={checkout / 'src'} tests",
            f"--junitxml={told}", "--timeout=120", *nodes,
        ]  # fmt: skip
        command = [word for word in command if not word.startswith("--timeout") or _has("pytest_timeout")]
        subprocess.run(command, cwd=ROOT, env=_with(checkout), capture_output=True, check=False)
        cases = list(ElementTree.parse(told).iter("testcase"))
    ran = [case for case in cases if case.find("skipped") is None]
    failed = [
        fault for case in ran for fault in (case.find("failure"), case.find("error")) if fault is not None
    ]
    return len(ran), len(failed), sum(not _NOT_THERE.match(fault.get("message", "")) for fault in failed)


def _has(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


def _with(checkout: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(checkout / "src"), "TEXTNORM_CORE": "0"}


def is_linear(checkout: Path) -> bool:
    """Time marks that canonical ordering sorts, single letters and commas, and signs that are romanised, at two lengths."""
    normalise, romanise = (
        "__import__('textnorm').normalise",
        "lambda text: __import__('textnorm').to_ascii(text, persian='romanise')",
    )
    called = [(normalise, unit) for unit in ("\u064b\u0651", "ی ", " ،")] + [(romanise, "\u064b\u0651")]
    return all(_growth(checkout, call, unit) < _MOST_GROWTH for call, unit in called)


def reads_feeds_in_one_pass(checkout: Path) -> bool:
    """Time feeds whose CDATA nothing closes, at two lengths."""
    call = (
        "lambda text: (open('x.rss', 'w', encoding='utf-8').write(text),"
        " __import__('textnorm.cli', fromlist=['main']).main(['normalise', '--isolated', '-o', 'y.rss', 'x.rss']))"
    )
    return _growth(checkout, call, "<title><![CDATA[x]", (4_000, 64_000)) < _MOST_GROWTH


#: linear work gives 16 and what is constant less; quadratic work gives 256. No other work on a machine makes one of the other,
#: since CPU time is taken, the least of three calls
_LENGTHS, _MOST_GROWTH = (1_500, 24_000), 28.0
_CALL = """
import contextlib, os, sys, time
function, least = eval(sys.argv[1]), []
for length in map(int, sys.argv[3:]):
    spent = []
    for turn in range(3):
        start = time.process_time()
        with open(os.devnull, "w") as null, contextlib.redirect_stdout(null), contextlib.redirect_stderr(null), contextlib.suppress(SystemExit):
            function(sys.argv[2] * (length // len(sys.argv[2]) - turn))
        spent.append(time.process_time() - start)
    least.append(min(spent))
print(least[1] / least[0])
"""


def _growth(checkout: Path, call: str, unit: str, lengths: tuple[int, int] = _LENGTHS) -> float:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", _CALL, call, unit, *map(str, lengths)],
            env=_with(checkout), cwd=folder, capture_output=True, text=True, check=True,
        )  # fmt: skip
    return float(done.stdout)


_LOSING = """
import os, runpy, signal, sys, weakref

class Held: ...

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that starts jobs behind it has them ignore it
held = [Held()]
reference = weakref.ref(held[0], lambda _: os.kill(os.getpid(), signal.SIGINT))
sys.addaudithook(lambda event, names: held.clear() if event == "import" and names[0] == "textnorm.options" else None)
sys.argv = ["textnorm", "normalise", "--isolated"]
runpy.run_module("textnorm", run_name="__main__")
"""


def heeds_every_signal(checkout: Path) -> bool:
    """Send SIGINT while Python runs the callback of a weak reference, where it cannot raise: the command ends all the same."""
    done = subprocess.run(
        [sys.executable, "-c", _LOSING], env=_with(checkout), input=b"x\n", capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    return done.returncode in (-signal.SIGINT, 128 + signal.SIGINT)


def holds_few_threads(checkout: Path) -> bool:
    """Let 200 clients of ``serve`` begin a request and wait: the server has a bounded number of threads."""
    with _server(checkout) as (process, port):
        clients = []
        for _ in range(200):
            client = socket.create_connection(("127.0.0.1", port), timeout=300)
            client.sendall(b"POST /")
            clients.append(client)
        time.sleep(2)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        for client in clients:
            client.close()
    return int(re.findall(r"Threads:\s+(\d+)", status)[0]) < 100


@contextmanager
def _server(checkout: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "textnorm", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, env=_with(checkout), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            for _ in range(200):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield process, port
        finally:
            process.kill()


def says_or_saves_memory(checkout: Path) -> bool:
    """Work on a record of 18 MB: it takes less than six times its size, or what it takes is said before."""
    text = "هوا سرد است و باران مي بارد. Weather in the north. " * 250_000
    code = "import re, sys; from textnorm.cli import main; main(sys.argv[1:]); print(open('/proc/self/status').read(), file=sys.stderr)"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_text(json.dumps({"text": text}, ensure_ascii=False) + "\n", encoding="utf-8")
        size = path.stat().st_size
        done = subprocess.run(
            [sys.executable, "-c", code, "normalise", "--isolated", str(path)],
            env=_with(checkout), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    peak = int(re.findall(r"VmHWM:\s+(\d+) kB", done.stderr)[0]) * 1024
    return peak < 6 * size or "a record of" in done.stderr


def counts_work(checkout: Path) -> bool:
    """Look whether the tests of growth count calls, which are the same however busy the machine is."""
    return any("def calls(" in path.read_text("utf-8") for path in (checkout / "tests").rglob("growth.py"))


def is_released_with_proof(checkout: Path) -> bool:
    """Look for a workflow that builds and attests wheels, and for what writes the list of parts."""
    release = checkout / ".github" / "workflows" / "release.yml"
    return (
        release.exists()
        and "attest" in release.read_text("utf-8")
        and (checkout / "tools" / "make_sbom.py").exists()
    )


def is_tortured(checkout: Path) -> bool:
    """Look for the attacks and for the page that tells of them."""
    return (checkout / "tools" / "torture" / "all.py").exists() and (
        checkout / "docs" / "torture.md"
    ).exists()


CHECKS: dict[str, Callable[[Path], bool]] = {
    "3 a signal where Python cannot raise": heeds_every_signal,
    "4 linear in hostile text": is_linear,
    "4 feeds in one pass": reads_feeds_in_one_pass,
    "4 threads of serve": holds_few_threads,
    "5 memory": says_or_saves_memory,
    "7 tests that count work": counts_work,
    "8 supply": is_released_with_proof,
    "9 attacks that are committed": is_tortured,
}


def main() -> int:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("before", type=Path, help="a checkout of the older build")
    parser.add_argument(
        "kinds", nargs="*", metavar="KIND", help="the first characters of kinds, such as 1 or 4"
    )
    asked = parser.parse_args()
    before, wrong = asked.before.resolve(), 0
    for name in (*TESTS, *CHECKS):
        if asked.kinds and not name.startswith(tuple(asked.kinds)):
            continue
        if name in TESTS:
            (ran, failed, proved), (now, faults, _) = (
                tested(checkout, TESTS[name]) for checkout in (before, ROOT)
            )
            good = bool(proved and now and not faults)
            said = f"before: {failed} of {ran} failed, {proved} by what they assert; now: {faults} of {now} failed"
        else:
            holds, held = (CHECKS[name](checkout) for checkout in (before, ROOT))
            good = held and not holds
            said = f"before: {'holds' if holds else 'fails'}; now: {'holds' if held else 'fails'}"
        wrong += not good
        print(f"{'red before' if good else 'NO PROOF  '} {name}: {said}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
