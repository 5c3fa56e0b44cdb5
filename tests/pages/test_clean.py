"""clean() and find_artefacts(): texts that must not change first, then repairs, then laws."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from support.strategies import examples
from textnorm.edits import splice
from textnorm.pages import PageOptions, clean, find_artefacts, learn_site, phrases
from textnorm.pages.keys import phrase_key
from textnorm.pages.phrases import entries

LONG = "The storm moved north in the night, and by the morning the harbour was quiet again for the first time in days."

KEPT = {
    "refrain": "The river runs\nand runs to the sea\n\nand it never comes back again\nand it never comes back again\n\nThe end",
    "poem named after its first line": "The snow fell on the town\n\nThe snow fell on the town\nand nobody saw it\nbut the dog",
    "code": "Run this:\n\n```\ndef f():\n\n\n    return 1\n```\n\nThen look.",
    "read more in prose": f"{LONG}\n\nRead more slowly when the text is hard.\n\n{LONG}",
    "comments in prose": f"{LONG}\n\nComments on the match came from both coaches.",
    "bare link": f"{LONG}\n\nhttps://example.org/sources",
    "brands": f"{LONG} We like ownCloud and displayName() here.",
    "call": "Use print(text) or room(s).",
    "single keep": "See also: the manual\n\n" + LONG,
    "persian": "باران از بامداد امروز آغاز شد و تا شب ادامه دارد.\n\nهوا سرد است.",
    "timeline": f"History\n\n1990\n{LONG}\n\n1991\n{LONG}",
}

REPAIRED = {
    "nbsp": ("a wet\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}day", "a wet day"),
    "blank lines": ("one\n\n\n\n\ntwo", "one\n\ntwo"),
    "image": (f"{LONG}\n\nhttps://example.org/a/b.jpg\n\n{LONG}", f"{LONG}\n\n{LONG}"),
    "caption": (f"Storm moves north\n\n{LONG}\n\nThe harbour after the storm\nThe harbour after the storm\n\n{LONG}", f"Storm moves north\n\n{LONG}\n\nThe harbour after the storm\n\n{LONG}"),
    "breadcrumb": (f"Home News Weather Storm moves north at last\n\nStorm moves north at last\n\n{LONG}", f"Storm moves north at last\n\n{LONG}"),
    "title": (f"Storm moves north: at last\n\nSTORM MOVES NORTH AT LAST\n\n{LONG}", f"Storm moves north: at last\n\n{LONG}"),
    "acronym": ("the Weather Office(WMO) said", "the Weather Office (WMO) said"),
    "persian tail": ("باران از بامداد امروز در شهرهای شمالی آغاز شد و تا شب ادامه خواهد داشت.\n\nاخبار مرتبط\nنمایشگاه گل", "باران از بامداد امروز در شهرهای شمالی آغاز شد و تا شب ادامه خواهد داشت."),
    "also read": (f"{LONG}\n\nAlso Read: City opens a new library", LONG),
    "glued title": (f"City win the cup at last\n\n{LONG} They won the cupCity win the cup at last again.", f"City win the cup at last\n\n{LONG} They won the cup again."),
    "drop cap": (f"Autumn\n\nootball season starts again in the north.\n\n{LONG} Football is loved here.", f"Autumn\n\nFootball season starts again in the north.\n\n{LONG} Football is loved here."),
    "names": (f"{LONG} Coach Petra NovakDara Lind spoke. Novak Dara was there.", f"{LONG} Coach Petra Novak Dara Lind spoke. Novak Dara was there."),
    "quote": ('He said: "It was a long day. "(Harbour News)', 'He said: "It was a long day." (Harbour News)'),
}  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_kept(name: str) -> None:
    assert clean(KEPT[name]) == KEPT[name]


@pytest.mark.parametrize("name", REPAIRED)
def test_repaired(name: str) -> None:
    source, wanted = REPAIRED[name]
    assert clean(source).rstrip() == wanted


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["kind"])
def test_phrases_leave_their_near_misses(entry: dict[str, str]) -> None:
    text = f"{LONG}\n\n{entry['near_miss']}\n\n{LONG}"
    assert clean(text) == text


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["kind"])
def test_phrases_meet_their_examples(entry: dict[str, str]) -> None:
    example = phrase_key(entry["example"])
    assert any(example.startswith(phrase_key(phrase)) for phrase in (*entry["en"], *entry["fa"]))


@pytest.mark.parametrize("kind", sorted({entry["kind"] for entry in entries()}))
def test_every_kind_of_phrase_is_asked_for(kind: str) -> None:
    sources = Path(phrases.__file__).parent.rglob("*.py")
    assert any(f'"{kind}"' in source.read_text(encoding="utf-8") for source in sources)


PIECES = st.sampled_from([
    "Read More", "Comments", "3 Comments", "Home News Storm moves north at last", "Storm moves north at last", LONG,
    "\N{NO-BREAK SPACE}", "", " ", "https://example.org/a.png", "Latest news", "۱۳۹۷ مهر ۸, یکشنبه", "خانه", "ادامه مطلب",
    "Also Read: a storm", 'It "was. "(A)', "Corps(ABC)", "he Big North Wind", "```", "The same short line here", "\t", "\r",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("\n".join))


@pytest.mark.parametrize("mode", ["careful", "page", "auto"])
@examples(1)
@given(text=TEXTS)
def test_twice_is_once(mode: str, text: str) -> None:
    options = PageOptions(mode=mode)  # type: ignore[arg-type]
    once = clean(text, options)
    assert clean(once, options) == once


@examples(1.25)
@given(text=TEXTS)
def test_edits_are_sorted_disjoint_and_complete(text: str) -> None:
    found = find_artefacts(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert splice(text, [a.edit for a in found]) == clean(text)


@pytest.mark.parametrize("name", ["captions-again", "nbsp2", "arabic-yeh"])
def test_an_unknown_kind_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"unknown kind of artefact '{name}'"):
        PageOptions(ignore=frozenset({name}))


def test_an_ignored_kind_stays() -> None:
    text = "a wet\N{NO-BREAK SPACE}day\n\n\nand a dry one"
    assert (
        clean(text, PageOptions(ignore=frozenset({"nbsp"}))) == "a wet\N{NO-BREAK SPACE}day\n\nand a dry one"
    )


def test_site_lines_go() -> None:
    pages = [
        f"Harbour Gazette since 1950\n{LONG}\nStory number {n}\nWrite to the desk"
        for n in ["one", "two", "three", "four"]
    ]
    options = PageOptions(
        site=learn_site(p.replace(LONG, LONG + p[-20:-18] * n) for n, p in enumerate(pages))
    )
    assert "Gazette" not in clean(pages[0], options)
    assert "Story number one" in clean(pages[0], options)


def test_headings_inside_the_text_stay() -> None:
    def page(number: int) -> str:
        story = f"{LONG} It was storm number {number * 7} of the year."
        return f"Harbour Gazette\n\nStorm {number}\n{story}\n\nWhat it left\n\n{story} Again.\n\nWrite to the desk"

    site = learn_site(map(page, range(1, 5)))
    cleaned = clean(page(2), PageOptions(site=site))
    assert "What it left" in cleaned
    assert "Gazette" not in cleaned
    assert "desk" not in cleaned


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode"):
        clean(b"text")  # type: ignore[arg-type]
