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
_FORMATS = "tests/cli/formats/test_more_formats.py"
#: kinds of issue and the tests that hold them. That of an absurd -j is left out: the older build starts as many processes
TESTS = {
    "1 outputs: devices, FIFOs, links": [
        f"{_OUTPUTS}::test_a_device_gets_the_bytes_and_stays_a_device",
        f"{_OUTPUTS}::test_a_fifo_gets_the_bytes_and_stays_a_fifo",
        f"{_OUTPUTS}::test_a_file_of_several_names_is_not_parted",
    ],
    "2 an input that breaks": [f"{_OUTPUTS}::test_a_broken_input_leaves_the_old_file_whole"],
    "3 streams, flags, configurations": [
        f"{_STREAMS}::{name}"
        for name in (
            "test_closed_streams", "test_a_fifo_in_a_folder_is_left_out_with_a_word",
            "test_names_behind_two_dashes", "test_what_is_no_encoding_is_said", "test_a_port_that_is_none", "test_an_empty_name_is_said",
            "test_wrong_types_in_a_configuration", "test_a_configuration_that_cannot_be_read_is_not_silently_none",
        )
    ],
    "6 formats": [_FORMATS],
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
    """Count the instructions of marks that canonical ordering sorts, of single letters and of commas, at three lengths."""
    units = ("\u064b\u0651", "ی ", " ،")
    return all(_growth(checkout, unit) < _MOST_GROWTH for unit in units)


#: linear work gives 5 for (16,000 - 1,000) / (4,000 - 1,000), and quadratic work 17
_LENGTHS, _MOST_GROWTH = (1_000, 4_000, 16_000), 8.0
_CALL = "import sys, textnorm; textnorm.normalise(eval(sys.argv[1]) * (int(sys.argv[2]) // len(eval(sys.argv[1]))))"


def _growth(checkout: Path, unit: str) -> float:
    counts = []
    for length in _LENGTHS:
        command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", sys.executable, "-c", _CALL]  # fmt: skip
        env = {**_with(checkout), "PYTHONHASHSEED": "0"}
        done = subprocess.run(
            [*command, ascii(unit), str(length)], env=env, capture_output=True, text=True, check=True
        )
        told = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
        assert told is not None, done.stderr[-300:]
        counts.append(float(told[1].replace(",", "")))
    return (counts[2] - counts[1]) / (counts[1] - counts[0])


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
    "4 linear in hostile text": is_linear,
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
