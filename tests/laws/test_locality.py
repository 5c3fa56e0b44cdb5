"""What becomes of a word or a gap depends on it and its neighbours, never on characters elsewhere; and it is settled at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given

from support.growth import assert_linear
from support.public import PROFILES
from support.strategies import texts
from textnorm import SEARCH, STANDARD, explain, fixed_point, normalise
from textnorm.script.blocks import blocks

LF = "\n"
FIXTURES = Path(__file__).parents[2] / "fixtures"
each_profile = pytest.mark.parametrize("profile", PROFILES)
#: words whose repair brought something to light that only a second pass saw
LATE = {
    "a comparative that melts, then is half of a compound": "آب لیمو تر",
    "a join of a word that is known without it": "در كشوره اي مصر",
    "a stretched word, cut by a wrong half-space": "ب\u200cیییچاره",
    "the same behind a word": "از ط\u200cرفیییی",
    "a stretched teh marbuta, as mojibake": "\xd8\xb2 \xd9\u2020\xd8\xac\xd9\u2026\xd8\xa9\xd8\xa9\xd8\xa9",
    "a soft hyphen behind a letter of another keyboard": "هر بي\u00adهدگي بود",
    "a plural that melts into a wrongly cut word": "ما م\u200cرد ها آدم",
    "a full stop behind a wrongly cut word": "بیم\u200cار.توی شهر",
    "a hamza in the stretch": "کهءءء",
    "marks that compose over a tanvin": "ﺍﻭ\u064d\u0654",
}


@pytest.mark.parametrize("text", LATE.values(), ids=LATE)
@each_profile
def test_settled_at_once(profile: str, text: str) -> None:
    once = normalise(text, PROFILES[profile])
    assert normalise(once, PROFILES[profile]) == once
    assert explain(text, PROFILES[profile]).text == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ب\u200cیییچاره", "بیچاره"),
        ("از ط\u200cرفیییی", "از طرفی"),
        ("در كشوره اي مصر", "در کشورهای مصر"),
        ("هر بي\u00adهدگي بود", "هر بیهدگی بود"),
    ],
)
def test_what_comes_to_light_is_repaired(text: str, expected: str) -> None:
    assert normalise(text) == expected


@each_profile
@given(text=texts)
@example(text="آب لیمو تر")
@example(text="در كشوره اي مصر")
def test_other_lines_do_not_matter(profile: str, text: str) -> None:
    """A percent sign, digits and forms of another script are rare: they call for looks that clean text is spared."""
    if "<" in text or blocks(f"{text}\n٪ ٤ ﻡ\n{text}"):
        return  # markup decides for a whole text, and so do code and data over several lines
    options = PROFILES[profile]
    rare = normalise("٪ ٤ ﻡ", options)
    # with its line break, for two spaces before one are a line break of Markdown
    assert normalise(f"{text}\n٪ ٤ ﻡ", options) == f"{normalise(text + LF, options)}{rare}"
    assert normalise(f"٪ ٤ ﻡ\n{text}", options) == f"{rare}\n{normalise(text, options)}"


@each_profile
def test_a_line_is_turned_for_its_own_shapes(profile: str) -> None:
    options = PROFILES[profile]
    turned, stays = normalise("ﻡﻼﺳ ﺎﯿﻧﺩ", options), normalise("کتاب را ﺎﺑﺑﺑﺑپُ حادثه", options)
    assert turned == "سلام دنیا"
    assert stays.startswith("کتاب را ")
    for other in ("باد", "a", "ﷲ", "ﺳﻼﻡ", "ﻡﻼﺳ", "http://a.ir"):
        for end in ("\n", "\r\n", "\r", "\f", "\v", "\u2028"):
            assert normalise(f"{other}{end}ﻡﻼﺳ ﺎﯿﻧﺩ", options).endswith(f"{end}{turned}")
            assert normalise(f"کتاب را ﺎﺑﺑﺑﺑپُ حادثه{end}{other}", options).startswith(f"{stays}{end}")


@pytest.mark.parametrize("text", LATE.values(), ids=LATE)
def test_other_words_do_not_matter(text: str) -> None:
    assert normalise(f"باد٪ و {text}") == f"باد٪ و {normalise(f'باد و {text}')[6:]}"


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of loops that were ended by their limits."""
    reported: list[str] = []
    monkeypatch.setattr(fixed_point, "on_limit", [reported.append])
    return reported


@each_profile
def test_no_loop_ends_by_its_limit(profile: str, limits: list[str]) -> None:
    @given(text=texts)
    def check(text: str) -> None:
        normalise(text, PROFILES[profile])
        assert limits == []

    check()


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.*")), ids=lambda path: path.name)
def test_no_loop_ends_by_its_limit_on_fixtures(path: Path, limits: list[str]) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    for options in (STANDARD, SEARCH):
        normalise(text, options)
    assert limits == []


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["ی ", " ،", "\u064b\u0651", "a\u0301\u0323", "\u064e\u0651\u0650", "تر "])
@pytest.mark.parametrize("options", [STANDARD, SEARCH], ids=["standard", "search"])
def test_lines_of_gaps_and_marks_take_linear_time(piece: str, options) -> None:
    small = piece * (8_000 // len(piece))
    assert_linear(lambda text: normalise(text, options), small, 8 * small, 8)


def test_a_letter_with_more_marks_than_any_language_is_left_alone() -> None:
    text = "ab" + "\u0323\u0301" * 20
    assert normalise(text) == text
    assert normalise("ab\u0323\u0301") == "aḅ\u0301"
