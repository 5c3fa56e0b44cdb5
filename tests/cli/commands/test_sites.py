"""textnorm learn-site, and --site on the commands that clean pages."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

import textnorm
from textnorm import SiteProfile
from textnorm.cli import main
from textnorm.pages.site import LineCounts

STORIES = (
    "Rain fell on the coast all night.",
    "The cup final ended without goals.",
    "A train stood still at noon.",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for number, story in enumerate(STORIES):
        page = f"Harbour Gazette\nخانه\n\n{story} It was news number {number} in the town.\n\nWrite to the desk\n"
        (tmp_path / f"{number}.txt").write_text(page, encoding="utf-8")
    return tmp_path


def learnt(site: Path) -> Path:
    target = site / "site.json"
    assert main(["learn-site", *map(str, sorted(site.glob("*.txt"))), "-o", str(target), "--quiet"]) == 0
    return target


def test_learn_then_clean(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    profile = learnt(site)
    assert main(["clean", "--site", str(profile), str(site / "0.txt")]) == 0
    assert capfd.readouterr().out == "Rain fell on the coast all night. It was news number 0 in the town.\n"


@pytest.mark.parametrize("command", ["clean", "tidy"])
def test_statistics_and_report_count_by_kind(
    site: Path, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    profile, page, report = learnt(site), str(site / "1.txt"), site / "report.html"
    assert main([command, "--site", str(profile), "--statistics", "--json", page]) == 0
    assert json.loads(capfd.readouterr().out)["rules"]["site-line"] == 2
    assert main([command, "--site", str(profile), "--report", str(report), page]) == 0
    assert "<dt>site-line</dt><dd>most pages of the site repeat the line</dd>" in report.read_text("utf-8")


def test_posts_take_the_profile(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["posts", "--json", "--site", str(learnt(site)), str(site / "2.txt")]) == 0
    assert "Gazette" not in json.loads(capfd.readouterr().out)["body"]


def test_the_profile_goes_to_standard_output(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["learn-site", str(site)]) == 0
    shown = capfd.readouterr()
    assert SiteProfile.from_json(shown.out).pages == 3
    assert "3 different pages; most of them repeat 3 lines" in shown.err


@pytest.mark.parametrize("data", [b"[" * 100_000, b"\xff", b'{"format":1,"pages":1e400,"lines":{}}', b""])
def test_what_is_no_profile_is_said(tmp_path: Path, data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "site.json"
    path.write_bytes(data)
    assert main(["clean", "--site", str(path)]) == 2
    said = capfd.readouterr().err
    assert "not a site profile" in said or "not UTF-8 at byte 0" in said
    assert said.count("\n") == 1


def test_pages_in_records(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = [json.dumps({"body": f"Menu\n{story}"}) for story in STORIES]
    (tmp_path / "pages.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert main(["learn-site", "--field", "body", str(tmp_path / "pages.jsonl")]) == 0
    assert SiteProfile.from_json(capfd.readouterr().out).repeats("menu")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["clean", "--site", "missing.json", "0.txt"], "missing.json: no such file"),
        (["tidy", "--site", "0.txt", "0.txt"], "0.txt: this is not a site profile"),
        (["learn-site", "0.txt"], "needs 2 different pages of one site, and has 1"),
        (["clean", "--ignore", "site-lines", "0.txt"], "did you mean 'site-line'"),
        (["tidy", "--ignore", "site-lines", "0.txt"], "did you mean 'site-line'"),
        (["tidy", "--ignore", "arabic-yej", "0.txt"], "did you mean 'arabic-yeh'"),
        (["tidy", "--ignore", "qqqq", "0.txt"], "unknown rule or family 'qqqq'"),
    ],
)
def test_what_is_wrong_is_said(
    site: Path,
    arguments: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(site)
    assert main(arguments) == 2
    assert message in capfd.readouterr().err


def test_a_page_that_cannot_be_read_is_said_and_the_rest_is_learnt(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "bad.txt").write_bytes(b"\xff\xff")
    assert main(["learn-site", str(site)]) == 2
    shown = capfd.readouterr()
    assert SiteProfile.from_json(shown.out).pages == 3
    assert "not UTF-8" in shown.err


@pytest.mark.thorough
def test_pages_of_html_are_not_piled_up_while_a_site_is_learned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("lxml")
    for number in range(60):
        lines = "".join(f"<div class=c{n}><p>Line {n} of page {number} is here." for n in range(40))
        (tmp_path / f"{number}.html").write_text(f"<html><body>{lines}", encoding="utf-8")
    alive: list[int] = []

    def counting(pages: Iterable[str]) -> SiteProfile:
        for _ in pages:
            modules = (str(type(found).__module__) for found in gc.get_objects())
            alive.append(sum(module.startswith(("textnorm.", "lxml.")) for module in modules))
        return SiteProfile(0, {})

    monkeypatch.setattr(textnorm, "learn_site", counting)
    gc.freeze()  # what other tests have left says when all is collected
    gc.collect()
    gc.disable()  # as the command does while it starts
    try:
        assert main(["posts", str(tmp_path)]) == 0
    finally:
        gc.enable()
        gc.unfreeze()
    assert len(alive) == 60
    assert max(alive) < alive[0] * 60 / 2


def test_lines_of_few_pages_are_forgotten() -> None:
    counts = LineCounts()
    sizes = []
    for number in range(3000):
        counts.add(["menu", f"section {number % 7}", *(f"line {n} of {number}" for n in range(20))])
        sizes.append(len(counts))
    assert max(sizes) <= 20 * 100 + 10
    kept = counts.above(1)
    assert kept["menu"] == counts.pages
    assert all(3000 / 7 - 1 <= kept[f"section {n}"] <= 3000 / 7 + 1 for n in range(7))


def test_a_line_that_comes_late_is_counted_one_page_in_a_hundred_too_high_at_most() -> None:
    counts = LineCounts()
    for number in range(3000):
        counts.add(["new menu" if number >= 1400 else "old menu"])
    assert 1600 <= counts.above(1)["new menu"] <= 1600 + 30
