"""The HAZM profile, with informal→formal too: hazm's own answers, on Persian runs only."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given

from support.shared_data import dev_rows
from support.strategies import examples, texts
from textnorm import HAZM, HazmUnavailable, Options, explain, normalise
from textnorm.edits import splice
from textnorm.ruleset import hazm_rules
from textnorm.script.segments import segments

BOTH = Options(engine="hazm", informal="formal")
#: hazm's InformalNormalizer takes seconds to load
each = pytest.mark.parametrize(
    "options", [pytest.param(HAZM, id="HAZM"), pytest.param(BOTH, id="BOTH", marks=pytest.mark.thorough)]
)

#: our own lines, Persian from end to end
PERSIAN = """
باران از صبح می بارید و خیابان ها خیس بودند .
اين كتاب هاي تازه را نمي خوانم؛ وقت ندارم
تیم ما 3 گل زد و "بهترین" بازی فصل را کرد ...
آشپز پیاز را نگینی خرد کرد ،نمک زد و گفت:خوشمزه تر شد
نرم افزار را به روز رسانی کردیم و سرعتش ۲۰% بیشتر شده است
سلاممممم به همه بچه های خوب
هوا سَردتر از دیروز است؛ برف ۱۲سانتی متر بود
نمیدانم چرا میگفت زمین لرزه ای آمده
""".strip().splitlines()

#: what must come out as it went in, on a line with Persian that hazm changes
KEPT = [
    "Python 3.11",
    "https://example.org/a?b=1&c=2",
    "ali@example.org",
    "`x = 10 , y`",
    "<b class='a'>",
    "v1.2.3",
    "C:\\data\\a.txt",
    "لڑکا",
    "👨‍👩‍👧",
    '"quoted text" , 50%',
]
#: words of speech and their formal forms, which hazm knows
SPOKEN = {
    "میخوام": "می‌خواهم",
    "نمیدونم": "نمی‌دانم",
    "کتابا": "کتاب‌ها",
    "خونه": "خانه",
    "اگه": "اگر",
    "میشه": "می‌شود",
}


def hazm_until_it_stays(line: str) -> str | None:
    import hazm

    normalizer = hazm.Normalizer() if not hasattr(hazm_until_it_stays, "one") else hazm_until_it_stays.one
    hazm_until_it_stays.one = normalizer
    for _ in range(8):
        before, line = line, normalizer.normalize(line)
        if line == before:
            return line
    return None


def is_pure(line: str) -> bool:
    return {s.kind for s in segments(line)} == {"persian"}


@pytest.mark.thorough
@pytest.mark.hazm
@pytest.mark.parametrize("line", PERSIAN)
def test_pure_lines_are_hazms(line: str) -> None:
    assert is_pure(line)
    after = hazm_until_it_stays(line)
    assert after != line
    assert normalise(line, HAZM) == after
    assert normalise(f"  {line}\t\r\n", HAZM) == f"  {after}\t\r\n"


@pytest.mark.thorough
@pytest.mark.hazm
def test_dev_lines_are_hazms() -> None:
    """On every pure Persian line of the dev set, the answer is hazm's."""
    lines = [row["noisy"].strip() for row in dev_rows()[::20]]
    pure = [line for line in lines if line and "\n" not in line and is_pure(line)]
    same = [normalise(line, HAZM) == hazm_until_it_stays(line) for line in pure]
    assert len(pure) > 100
    # hazm's answer may hold what hazm itself would not see as pure any more (1.5 → ۱٫۵ and the like)
    assert sum(same) >= 0.99 * len(same)


@pytest.mark.thorough
@pytest.mark.hazm
@each
@pytest.mark.parametrize("kept", KEPT)
def test_everything_else_is_untouched(options: Options, kept: str) -> None:
    after = normalise(f"میخوام كتاب ها را ببینم {kept} نمي دانم", options)
    assert f" {kept} " in after
    assert "كتاب" not in after


@pytest.mark.thorough
@pytest.mark.hazm
def test_lines_without_persian_and_fenced_code_are_untouched() -> None:
    text = "Hello , world ...  5%\n```\nكتاب ها\n```\nکوردی: ئەم کتێبە بۆ منە\n"
    assert normalise(text, HAZM) == text


@pytest.mark.thorough
@pytest.mark.hazm
@each
@examples(0.5)
@given(text=texts)
def test_laws(options: Options, text: str) -> None:
    """Twice is once; the changes make the text; no Latin letter and no line is lost."""
    once = normalise(text, options)
    assert normalise(once, options) == once
    explained = explain(text, options)
    assert explained.text == once
    assert splice(text, [(c.start, c.end, c.after, c.rules) for c in explained.changes]) == once
    assert all(a.end <= b.start for a, b in pairwise(explained.changes))
    assert re.findall("[A-Za-z\n\r]", once) == re.findall("[A-Za-z\n\r]", text)


@pytest.mark.thorough
@pytest.mark.hazm
@pytest.mark.parametrize(("spoken", "formal"), SPOKEN.items())
def test_speech_becomes_formal(spoken: str, formal: str) -> None:
    assert normalise(spoken, BOTH) == formal
    assert normalise(f"See {spoken} ok", BOTH) == f"See {formal} ok"
    assert formal not in normalise(spoken)


@pytest.mark.thorough
@pytest.mark.hazm
def test_the_formal_word_is_hazms() -> None:
    """It is always one of hazm's forms, and its first one wherever that one is formal itself."""
    import hazm

    informal = hazm.InformalNormalizer()
    for word in sorted(set(" ".join(PERSIAN).split()) | set(SPOKEN) | {"خوبه", "چیه"}):
        forms = informal.normalized_word(word)
        assert hazm_rules.formal_word(word) in [*forms, word]
        if all(informal.normalized_word(part)[0] == part for part in forms[0].split()):
            assert hazm_rules.formal_word(word) == forms[0]
    assert hazm_rules.formal_word("خوبه") == "خوب است"  # hazm's first form, «خوبه است», is half spoken


@pytest.mark.hazm
def test_long_lines_take_linear_time() -> None:
    """hazm alone takes quadratic time on a line without spaces: what it is given is bounded."""
    seen: list[int] = []

    def step(part: str) -> str:
        seen.append(len(part))
        return part

    for size in (10_000, 40_000):
        for text in ("ابتبجد" * (size // 6), "کتاب خوب " * (size // 9), "ا" + " " * size + "ب"):
            seen.clear()
            assert hazm_rules.find_changes(text, step) == []
            assert max(seen) <= 2_000
            assert sum(seen) <= size + 2


def test_differences_make_the_text() -> None:
    for before, after in [
        ("", "ا"),
        ("ا ب پ", "ا پ"),
        ("ا  ب", "ا ب"),
        ("ا ب " * 90, "ب ا " * 90),
        (" ا", "ا "),
    ]:
        edits = [(a, b, new, "") for a, b, new in hazm_rules.differences(before, after)]
        assert splice(before, edits) == after
        assert len(list(hazm_rules.differences(after, after))) == 0


def test_a_line_that_never_settles_is_left_as_found() -> None:
    flip = {"ا": "ب", "ب": "ا"}
    assert hazm_rules.settled("ا", flip.__getitem__) == "ا"
    assert hazm_rules.settled("ا", lambda _: "پ") == "پ"


@each
def test_without_hazm_there_is_an_error_and_no_fallback(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textnorm import by_rules, normalisation
    from textnorm.compiled import compile_rules

    known = (by_rules.normalising, by_rules.explaining, compile_rules)
    for cached in (*known, hazm_rules._normalizer, hazm_rules._informal):
        cached.cache_clear()
    monkeypatch.setattr(normalisation, "_latest", (None, str))
    monkeypatch.setitem(sys.modules, "hazm", None)
    for text in ("", "plain", "كتاب"):
        with pytest.raises(HazmUnavailable, match=r"hazm cannot be imported .* Python 3\.12"):
            normalise(text, options)
        with pytest.raises(HazmUnavailable):
            explain(text, options)


def test_hazm_leaves_no_other_choice() -> None:
    with pytest.raises(ValueError, match="digits must be 'keep'"):
        Options(engine="hazm", digits="persian")
    with pytest.raises(ValueError, match="engine must be one of"):
        Options(engine="Hazm")
