"""Settings for the whole suite."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support.shell import Ran

# the same examples at every run where CI is set, so that a failure there is that of the change; elsewhere new ones,
# and fewer: the quick tier is for between two thoughts
_IN_CI = bool(os.environ.get("CI"))
settings.register_profile(
    "quick",
    max_examples=120 if _IN_CI else 12,
    deadline=None,
    derandomize=_IN_CI,
    suppress_health_check=[HealthCheck.too_slow],
)
# what does not hang on the version of Python need not be tried on as many texts with each of them
settings.register_profile("few", settings.get_profile("quick"), max_examples=25)
settings.register_profile(
    "deep", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("TEXTNORM_HYPOTHESIS", "quick"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("thorough") or item.get_closest_marker("nightly"):
            item.add_marker("slow")
    if find_spec("hazm") is None:
        for item in items:
            if item.get_closest_marker("hazm"):
                item.add_marker(pytest.mark.skip(reason="hazm runs on Python 3.12 and 3.13 only"))


@pytest.fixture
def command_here(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Callable[..., Ran]:
    """Run the command in this process: ``command_here("normalise", "file", stdin=b"…")``."""
    from textnorm.cli import main

    def run(*argv: object, stdin: bytes = b"") -> Ran:
        given = tmp_path / "standard-input"
        given.write_bytes(stdin)
        with given.open("rb") as stream:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
            code = main([str(argument) for argument in argv])
        out, err = capfdbinary.readouterr()
        return Ran(code, out, err.decode("utf-8"))

    return run


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.passed and "hazm" in report.keywords:
        _HAZM_PASSED.append(report.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many examples Hypothesis tried: its plugin keeps the statistics of a test with its report."""
    told = [
        vars(report).get("_hypothesis_stats") or ""
        for reports in terminalreporter.stats.values()
        for report in reports
    ]
    counted = [int(count) for text in told for count in re.findall(r"(\d+) (?:pass|fail)ing", text)]
    if counted:
        laws = sum(bool(text) for text in told)
        terminalreporter.write_line(f"Hypothesis: {sum(counted):,} examples of {laws} laws")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where hazm must be there, a run that skips its tests is no success."""
    if (
        os.environ.get("TEXTNORM_REQUIRE_HAZM") == "1"
        and not _HAZM_PASSED
        and exitstatus == pytest.ExitCode.OK
    ):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print("\nTEXTNORM_REQUIRE_HAZM=1, but no test that needs hazm has passed")


_HAZM_PASSED: list[str] = []
