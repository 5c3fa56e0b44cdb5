"""Report and playground in a real browser: what a reader sees, and what hostile text cannot do."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.browser import Browser, browser, needs_chromium
from support.hostile_texts import ENDLESS, LINES, OVERRIDE, SCRIPT
from textnorm import EDITORIAL, explain, explain_dates
from textnorm.report import Tally, report
from textnorm.report.server import server

pytestmark = [needs_chromium, pytest.mark.slow]

PLAIN = ["اين كتاب هاي خوب را می خوانم ,  see README.md", "در ۸ مهر ۱۳۹۷ باران آمد", "The wind  and اين شهر"]


@pytest.fixture(scope="module")
def page() -> Iterator[Browser]:
    with browser() as running:
        running.size(1200, 900)
        yield running


def written(folder: Path, lines: list[str]) -> str:
    """A report of these lines, as the address of a file."""
    text = "\n".join(lines)
    dated = explain_dates(text)
    tally = Tally(500)
    tally.add("<b>name</b>", text, dated.then(explain(dated.text, EDITORIAL)))
    path = folder / "report.html"
    path.write_text(report(tally), encoding="utf-8")
    return path.as_uri()


def test_a_report_of_plain_text(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, PLAIN))
    assert page.problems == []
    assert len(page.requests) == 1
    sides = (
        "[...document.querySelectorAll('.row')].map(row => row.querySelector('.source').matches(':dir(rtl)'))"
    )
    assert page.js(sides) == [True, True, False]
    assert page.js("document.querySelectorAll('ins').length") > 5
    assert page.js("document.documentElement.scrollWidth <= innerWidth")


def test_marks_do_not_part_letters(page: Browser, tmp_path: Path) -> None:
    """The word with marked letters is drawn as wide as the word without: every letter keeps its joined shape."""
    page.open(written(tmp_path, ["كشتي ميكنيم"]))
    widths = page.js(
        """(() => { const width = node => { const range = document.createRange(); range.selectNodeContents(node);
        return range.getBoundingClientRect().width; };
        const line = document.querySelector('.source'); const marked = width(line);
        line.textContent = line.textContent; return [marked, width(line)]; })()"""
    )
    assert widths[0] == pytest.approx(widths[1], abs=0.6)
    parted = page.js(
        """(() => { const line = document.querySelector('.source'); const before = line.getBoundingClientRect();
        line.textContent = [...line.textContent].join('\\u200c'); const range = document.createRange();
        range.selectNodeContents(line); return range.getBoundingClientRect().width; })()"""
    )
    assert abs(parted - widths[1]) > 5  # and the measure can tell


def test_a_written_date_reads_from_left_to_right(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, ["باد ١٤٠٢/٠٧/٠٨ 12:30 كار"]))
    order = page.js(
        """[...document.querySelectorAll('.result bdi[dir=ltr]:not(.chip)')].map(bdi => {
        const text = document.createTreeWalker(bdi, NodeFilter.SHOW_TEXT); const left = [];
        while (text.nextNode()) for (let i = 0; i < text.currentNode.length; i++) {
          const range = document.createRange(); range.setStart(text.currentNode, i); range.setEnd(text.currentNode, i + 1);
          left.push(range.getBoundingClientRect().left); }
        return left; })"""
    )
    assert len(order) == 2
    assert all(lefts == sorted(lefts) for lefts in order)


def test_a_filter_works_without_script(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, ["كتاب", "علي", "سلاممممم"]))
    shown = "[...document.querySelectorAll('.row')].filter(row => row.getBoundingClientRect().height).length"
    assert page.js(shown) == 3
    page.js("document.querySelector('input[name=rule]').focus()")
    for kind in ("keyDown", "keyUp"):
        page.call(
            "Input.dispatchKeyEvent", type=kind, key="ArrowDown", code="ArrowDown", windowsVirtualKeyCode=40
        )
    page.settle()
    assert page.js("document.querySelector('input:checked').id") == "f1"
    assert page.js(shown) == 1
    assert page.js("document.scripts.length") == 0


def test_hostile_text_shows_as_text(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, LINES))
    assert page.problems == []
    assert len(page.requests) == 1
    assert page.js("document.title") == "What textnorm changed"
    said = page.js("document.querySelector('main').innerText")
    assert "<script>document.title='hacked'</script>" in said
    assert "RLO" in said
    assert page.js("document.querySelectorAll('main script, main img, main style').length") == 0
    assert page.js("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_stand_out_in_light_and_dark(page: Browser, tmp_path: Path, scheme: str) -> None:
    page.open(written(tmp_path, PLAIN))
    page.media(scheme=scheme)
    page.settle()
    ratios = page.js(
        """(() => { const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(v => {
          v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
          return .2126 * r + .7152 * g + .0722 * b; };
        const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((x, y) => y - x); return (x + .05) / (y + .05); };
        const ink = getComputedStyle(document.body).color;
        return ['del', 'ins'].map(tag => { const s = getComputedStyle(document.querySelector('main ' + tag));
          return [ratio(ink, s.backgroundColor), s.textDecorationLine, s.textDecorationStyle]; }); })()"""
    )
    page.media()
    assert all(ratio >= 7 for ratio, _, _ in ratios)  # WCAG AAA
    assert [style for _, _, style in ratios] == ["wavy", "solid"]  # told apart without colour


def test_print_shows_every_line(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, PLAIN * 40))
    data = page.call("Page.printToPDF")["data"]
    assert len(data) > 10_000
    page.media("print")
    assert page.js("getComputedStyle(document.querySelector('.row')).contentVisibility") == "visible"
    page.media()


@pytest.fixture
def address() -> Iterator[str]:
    running = server()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()


def ask(page: Browser, text: str, profile: str = "standard") -> None:
    """Fill in the form and send it, as a user would."""
    page.leave(
        f"document.getElementById('text').value = {json.dumps(text)};"
        f"document.querySelector('select').value = '{profile}'; document.querySelector('button').click()"
    )


def test_the_playground_answers(page: Browser, address: str) -> None:
    page.open(address)
    ask(page, "اين كتاب در ۸ مهر ۱۳۹۷ و ۳۱ اسفند ۱۳۹۰", "editorial")
    assert page.problems == []
    assert "این کتاب در" in page.js("document.querySelector('textarea[readonly]').value")
    assert page.js("document.querySelector('table').innerText").count("2018-09-30") == 1
    assert "29 days" in page.js("document.querySelector('table').innerText")
    assert page.js("document.querySelectorAll('ins').length") > 2
    assert page.js("document.querySelector('select').value") == "editorial"


def test_the_playground_leaves_rules_out(page: Browser, address: str) -> None:
    page.open(address)
    page.js("document.querySelector('input[value=arabic-kaf]').checked = true")
    ask(page, "اين كتاب")
    assert page.js("document.querySelector('textarea[readonly]').value") == "این كتاب"


@pytest.mark.parametrize("text", [SCRIPT, OVERRIDE, ENDLESS[:150_000], "\n\n  </textarea><script>"])
def test_hostile_text_on_the_playground(page: Browser, address: str, text: str) -> None:
    page.open(address)
    ask(page, text)
    assert page.problems == []
    assert page.js("document.title") == "textnorm"
    assert page.js("document.getElementById('text').value") == text
    assert page.js("document.scripts.length") == 0
    assert {request.split("?")[0] for request in page.requests} == {address}
