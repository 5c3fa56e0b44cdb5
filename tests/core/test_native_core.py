"""The native core says what the pipeline says, or nothing: for every profile, whatever it remembers, whatever comes in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

import textnorm
from support import public
from support.native import built, lines
from support.shared_data import dev_rows
from support.strategies import texts
from textnorm import core, normalise, pipeline
from textnorm.compiled import compile_rules
from textnorm.recorder import Recorder

ROOT = Path(__file__).parents[2]
PROFILES = {name: options for name, options in public.PROFILES.items() if options.engine == "textnorm"}
PROFILES |= {
    "NO_SPACING": textnorm.Options(spacing=False),
    "ALL_JOINS": textnorm.Options(joins="all"),
    "NO_JOINS": textnorm.Options(joins="none"),
    "LETTERS": textnorm.Options(words="letters"),
    "DIGITS": textnorm.Options(digits="persian", signs="persian"),
    "IGNORING": textnorm.Options(ignore=frozenset({"space-run", "joiners.verb"})),
}
each_profile = pytest.mark.parametrize("profile", PROFILES)


def core_of(profile: str, most: int = 1 << 15) -> Any:
    """Return a core of its own for the profile, that remembers at most so many words; None if it has none."""
    module = core._native()[0]
    options = PROFILES[profile]
    return None if core.core_for(options) is None else core.new_core(module, options, most)


@pytest.fixture(scope="module")
def cores() -> dict[str, list[Any]]:
    """A core that remembers much and one that remembers next to nothing, for each profile."""
    return {profile: [core_of(profile), core_of(profile, 4)] for profile in PROFILES}


@built
@each_profile
@given(text=st.one_of(lines, texts))
@example(text="شامپانزه \t ي ديگري")
@example(text="12:30 15 می رفتند")
@example(text="12:30 ۱۵ می رفتند")
@example(text="w\u200c۵ می رفتند")
@example(text="ﷲى@هی")
@example(text="m\u200e1أ")
@example(text="rain_x000D_\nwind _x0041_")
@example(text="ی\u200c😀")
@example(text="ظ…ع©")
@example(text="تر ەاvه")
@example(text="خوش بختانه")
@example(text="hخوب Pythonآغاز")
@example(text="ﻼی ﻡﻼﺳ")
@example(text="لطف اً و لطف \u064bا")
@example(text="خ1111ط نخس11ت خ_ـ\u200c_وب")
@example(text="نابز اما ،دش مکح")
@example(text="آمد .هوا و زبان .نت")
@example(text="تابع\u00a0`v-bind`\u00a0CSS است")
@example(text="/\u200c/ ب")
@example(text="ا0.2:21x")
@example(text="1000) ل")
@example(text="س\u200cمی كای")
@example(text="بار ها آمد و کشور های دیگر")
@example(text="شلة\u200c1 *\u200cدالر \u200c(باد)")
@example(text="⁧رخصتي ده.⁩ می\u200fرود ‎.")
@example(text="از `x` و [متن](/a-b) و <Tag> {#سر} ````x`٣")
@example(text="باد\n```\u00a0")
@example(text="ي\xad\u0654")
@example(text="asبند\u200c")
@example(text="خانهخانهی")
@example(text="باد های\tباد ")
@example(text="&#1705;ه&nbsp;باد &zwnj;آمد &amp;nbsp; &#x200c;")
@example(text="\u202bباد \u200fخنک\u200e بود.\u202c \u202aباد")
@example(text="ﻡﻼﺳ ﺳﻼﻡ \u200fباد")
@example(text="زمانهتری هایمو و کتابهای خانوادهاش میرفتهاند")
@example(text="خانه\u200cاش نشین و کار هایی و شهر های")
@example(text="کاشتنهءا  بہانۂ\u200cء .")
@example(text="گفْــــِتهءـاها و همهء اشیاء")
@example(text="\u00a0```\u06be")
@example(text="نامهای که رسید، هر دورهای، نهادهای مدنی و نامهای «که»")
@example(text="سی ان ان، جی‌پی اس و اس اس دی‌ها، اچ تی ام ال، (پی دی) اف")
@example(text="باد ،نهادهای گروهک ،سیتاد دمآ ،باران")
@example(text="نـامهای <\xad!-- ي --> را")
@example(text="ساااال و الکتروووونیکی")
@example(text="ء3\xad۱E.md")
@example(text="ردد\xadد")
@example(text="?@\u200b1ء ")
@example(text="شهایها و مها\xadیها")
@example(text="،رایـراب")
@example(text="باد;/\u200c2")
@example(text="\u200c 12:30 باد")
@example(text="1,2باد\u200b./ابر")
@example(text='a=""\u00a0>\u00adز')
@example(text="<b>```\nباد</b> :كتاب")
@example(text="با <b>Pythonکتاب</b> و <i title='باد'>x</i>")
@example(text="\u064b\u200cناما ،دش مکح")
@example(text="باد ۲ <3 ي\n4 > ي")
@example(text="باد <b\n title='ي'> كتاب")
@example(text="باد\n \u200c ```\nكتاب\n``` \u200c```")
@example(text='ک\t╪"')
@example(text="ک  ╪, a")
@example(text=",\n)\u064e,\n, ی")
@example(text='ه د=\t""')
@example(text="باد;12:\u200c30")
@example(text="نشانهٔ «&nbsp;» و '&zwnj;' است")
@example(text="زمان;۱۲:\u200c۳۰")
@example(text="زمان;۱۲\u200f:۳۰")
@example(text=" ر;\u200c;م")
@example(text="باد     ^      \u00a0باد")
@example(text="<v>\n&nbsp\u0651; باد")
@example(text="<d\n>(\n#)\ufdf2")
@example(text="<code>x</code> باد <code>y</code> كتاب\nباد <pre>x\ny</pre> باد <pre>y\nx</pre> كتاب")
def test_the_core_says_what_the_pipeline_says(cores: dict[str, list[Any]], profile: str, text: str) -> None:
    expected = pipeline.run(text, compile_rules(PROFILES[profile]))
    for one in cores[profile]:
        if one is not None:
            assert one.answer(text) in (None, expected)
            assert one.normalise(text) == expected
            assert one.normalise(expected) == expected


@pytest.mark.slow
@built
@each_profile
def test_on_lines_of_the_dev_set(cores: dict[str, list[Any]], profile: str) -> None:
    rows = dev_rows()[:: 11 if profile == "STANDARD" else 41]
    rules = compile_rules(PROFILES[profile])
    for one in filter(None, cores[profile]):
        for row in rows:
            assert one.normalise(row["noisy"]) == pipeline.run(row["noisy"], rules)


def recorded(text: str, profile: str) -> Any:
    recorder = Recorder(text)
    return recorder.explained(pipeline.run(text, compile_rules(PROFILES[profile]), recorder))


@built
@each_profile
@given(text=st.one_of(lines, texts))
@example(text="مي ,باد")
@example(text="رف \u200cها")
@example(text="می\t رود")
@example(text="أ=")
@example(text="خالهی")
@example(text="بسمَ")
@example(text="بِسْم  كِتابهايي\tﻭ\u00a0ﺩﺭ")
@example(text="3. %  <%باد")
@example(text="باد  \n<script>\n كتاب\n</script>\nكتاب ها")
@example(text="&zwj;\n<A>")
@example(text="<b>باد</b>\nنمي&zwnj;رود\n\n- x\n")
def test_changes_by_the_core_make_the_text_of_the_pipeline(profile: str, text: str) -> None:
    done, expected = textnorm.explain(text, PROFILES[profile]), recorded(text, profile)
    assert done.text == expected.text
    assert done.source == text
    assert all(change.before != change.after for change in done.changes)


@built
@pytest.mark.parametrize("profile", ["STANDARD", "EDITORIAL", "ENCODING"])
def test_changes_by_the_core_are_those_that_the_pipeline_records(profile: str) -> None:
    for row in dev_rows()[:: 11 if profile == "STANDARD" else 41]:
        assert textnorm.explain(row["noisy"], PROFILES[profile]) == recorded(row["noisy"], profile)


@built
@pytest.mark.parametrize(
    "text",
    [
        "بار ها و كار ها",
        "رد\tها رفت",
        "كر  تر",
        "تند\u00a0تر",
        "زّ\u064eباد",
        "كرايه ي بـــاد ,باران",
        "مرد 	 ها",
        "می\u200c\xa0تنی",
    ],
)
def test_words_that_melt_into_one_are_explained_as_the_pipeline_records(text: str) -> None:
    assert textnorm.explain(text) == recorded(text, "STANDARD")


@built
def test_most_lines_are_answered_without_the_pipeline() -> None:
    one = core_of("STANDARD")
    shares = {}
    for kind, least in (
        ("clean", 0.99),
        ("mixed-noise", 0.9),
        ("mixed-script", 0.9),
        ("html-entities", 0.9),
    ):
        found = [row["noisy"] for row in dev_rows() if row["kind"] == kind]
        shares[kind] = sum(one.answer(line) is not None for line in found) / len(found)
        assert shares[kind] >= least, shares


@built
@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "باد \ud800 باد",
        "\udfff" * 9,
        "باد\x00باد",
        "\x00",
        "",
        "\n" * 5000,
        "باد\n" * 3,
        "\U0010ffff باد",
        "\ue000 باد ab",
        "باد \u0627\u0654\u0648\u200b باران",
    ],
    ids=ascii,
)
def test_strange_texts(text: str) -> None:
    for profile in ("STANDARD", "EDITORIAL", "ENCODING"):
        assert core_of(profile).normalise(text) == pipeline.run(text, compile_rules(PROFILES[profile]))


@built
def test_only_strings_are_taken() -> None:
    one = core_of("STANDARD")
    for wrong in (b"x", None, 3, ["x"]):
        with pytest.raises(TypeError, match="textnorm works on str"):
            one.normalise(wrong)

    class Text(str):
        pass

    assert one.normalise(Text("علي")) == "علی"


def test_the_core_can_be_turned_off() -> None:
    script = "import textnorm, textnorm.core as c; print(textnorm.normalise('\\u0639\\u0644\\u064a') == '\\u0639\\u0644\\u06cc', c.state())"
    for setting, said in (("0", "True no (turned off by TEXTNORM_CORE=0)"), ("1", "True ")):
        environment = os.environ | {"TEXTNORM_CORE": setting, "PYTHONPATH": str(ROOT / "src")}
        ran = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
        )
        assert ran.stdout.startswith(said)


@built
def test_no_function_of_the_core_is_long() -> None:
    for path in sorted((Path(core.__file__).parent / "native").glob("*.[ch]")):
        source = path.read_text(encoding="utf-8").splitlines()
        assert source[0].startswith("/* "), f"{path.name}: what the file owns stands at its head"
        start = 0
        for number, line in enumerate(source):
            if line.endswith("{") and not line.startswith((" ", "}")):
                start = number
            if line == "}":
                assert number - start < 60, f"{path.name}:{start + 1}"
        assert all(len(line) <= 140 for line in source), path.name


@built
def test_many_is_one_after_another() -> None:
    rows = [row["noisy"] for row in dev_rows()[::97]]
    assert list(textnorm.normalise_many(rows)) == [normalise(row) for row in rows]
    assert list(textnorm.normalise_many(rows, textnorm.SEARCH)) == [
        normalise(row, textnorm.SEARCH) for row in rows
    ]
    endless = textnorm.normalise_many(iter(lambda: "علي", None))
    assert [next(endless) for _ in range(3)] == ["علی"] * 3
    assert json.dumps(list(textnorm.normalise_many([]))) == "[]"
