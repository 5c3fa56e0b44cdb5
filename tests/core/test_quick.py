"""The quick road gives what the whole road gives, on every text and with every profile."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shared_data import dev_rows
from texts import ALPHABET, texts

from textnorm import STANDARD, Options, road
from textnorm.quick import lines_of, run
from trust import public

PROFILES = public.PROFILES | {
    "NO_SPACING": Options(spacing=False),
    "NO_LETTERS": Options(ignore=frozenset({"letters", "space-run", "stray-zwnj"})),
}
each_profile = pytest.mark.parametrize("profile", PROFILES)

#: words of lines that the quick road takes, and some that make it turn back
WORDS = (
    "باد باران‌ها می رود ميروم كتاب كه علي تأثير أو في هذا قد البته الكتاب ی ي ی، ه خانه ها تر ترین سلاممم هْوا بِسْمِ اللَّهِ مے ۀ "
    "آن ۱۲ ١٢ ۱۲:۳۰ ۵۰٪ ۱۴۰۲/۷/۸ 12 3.11 12:30 5 2023-04-04 - – / * + = % \t ، . .. ... ؟ ! : ؛ ( ) « » [ ] , ; ? «باد» (باد) باد، باد, باد. "
    "باد،باران وزید.سپس گفت:باران «كتاب » ) ،باران .باد \tباد باد\t \u200fباد باد\u200e \u200e ¬ ـ ســلام می¬رود خانه\u200bها کتا\u00adب باد\u00a0خنک "
    "Python foo.bar a,b ok. (see x) && >= [1, 2, 3.14; `x` `x  هوا` Cécile world’s naïve, SÃ© ÉTÉ 3.14; 18; 1999.) .) (12) http://e.org/a?b=1&c @ali #tag #هوا a<b i<10; <b> </b> <a href= `x `a b` & && &amp; &zwnj; &#1740; باد&nbsp;&nbsp;خنک, و&nbsp; را&#1730; \"باد\" 'x' "
    '1998، 20, 1998،باد بود؟". باد.». باد٬ ص\t(باد \u200e\t \u200f.\u200f \u200c, \u200f? \u200f، \t، ة. كتابة كرة\tال Ø¨Ø§Ø¯ Ø¨Ø§Ø¯Ø\xa0 Ã© ط¨ط§ط¯ ط¨ط§ط¯طŒ ط¨\xa0 '
    "<<باد باران>> <<باد>> << >> '' ''باد'' باد''. <<ی >>، <<علي &lt;باد &Oslash;&sect; &amp;zwnj; ط³ظ„â€Œظ‡ط§ ظ…ظ‡ظ…ظˆظ† Ø³Ù„Ø§Ù…â€Œ "
    "«Hello» «Hello Hello، Hello؟ «Hello»، “Hello” “Hello Hello” Hello… Hello–world 😀 → © ° € باد-باد باد/ها می-رود ۱٬۰۰۰ ۱۲،۵ ۱۲-۱۳ ميروم‌۱۲-۱۳ "
    "<<B>>؟ ط« ظ†ظ„ ط«ظ…ظ† ط² ع²=۳ ع\xad ها\u202f ۳.۱ âŒ "
    "ﺳﻼﻡ ﷺ café é ✓ 😀 لڑکا ہے یہ بە کە \r \x0b \u2028 \x00"
).split(" ")
lines = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(st.sampled_from(ALPHABET), max_size=5)), max_size=9
).map(" ".join)


@each_profile
@given(text=st.one_of(lines, texts, st.lists(lines, max_size=4).map("\n".join)))
@example(text="Python 12 می رود")
@example(text="12 می رود")
@example(text="علي علي 2023-04-04 می")
@example(text="~~~ ميروم")
@example(text="#هوا ها")
@example(text="« باد")
@example(text="& http://e.org/a?b=1&c ء،ء")
@example(text="باد a  -")
@example(text="a 0\t باد")
@example(text="\u200c, A ؟")
@example(text="باد \u200b\tء")
@example(text="<b>\nباد&nbsp;خنک")
@example(text="دایرة MMM الارف")
@example(text="\u200c\u200c\u200e")
@example(text="...\u200f ۱۲:۳۰ باد")
@example(text="الكتاب علی خنک یِا\u0653 كتاب")
@example(text="باد Âª")
@example(text="ظ„ط«")
@example(text="م âŒ ")
@example(text="ام عچغ¬غ“")
@example(text=" \u200fب")
@example(text="م...")
@example(text="Python ۳.۱ ")
@example(text="(12) \t ۱۲-۱۳  é")
@example(text="ميروم\u200c۱۲-۱۳")
@example(text="<<\t؟\t''باد''   مے >>\nۀ")
@example(text="باد \u2003\u2068\tعلي \t كه")
def test_both_roads_meet(profile: str, text: str) -> None:
    quick = lines_of(PROFILES[profile])
    assert run(text, quick) == road.run(text, quick.plan)


@each_profile
@given(first=st.one_of(lines, texts), second=st.one_of(lines, texts))
@example(first="دایرة ", second=" الارف")
def test_no_rule_looks_over_the_end_of_a_line(profile: str, first: str, second: str) -> None:
    for function in (step[2] for step in lines_of(PROFILES[profile]).plan.repairing):
        assert function(f"{first}\n{second}") == f"{function(first)}\n{function(second)}"


@each_profile
def test_both_roads_meet_on_the_dev_set(profile: str) -> None:
    quick = lines_of(PROFILES[profile])
    for row in dev_rows()[:: 1 if profile == "STANDARD" else 11]:
        assert run(row["noisy"], quick) == road.run(row["noisy"], quick.plan)


def test_most_lines_are_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards against a change that sends every line the long way: a few words of every common kind."""
    lines = (
        "باد خنک از شمال وزید و «باران» آمد؛ سپس، هوا بهتر شد.",
        "اين كتاب هاي خوب را مي خوانم , ولي نه همه را .",
        "با Python 3 و https://example.org/a?b=c کار می کنند.",
        "  خانه ی ما ،  در\tباد . «  باران » آمد",
        "دستور `x = a[i]` را با foo  (bar, 2) &&  baz بنویسید.",
        "باد&nbsp;خنک و&nbsp;باران نِمی وزید",
        "باد\u00a0خنک\u00a0و\u00a0باران\u00a0،\u00a0می\u00a0وزید",
        "Ø¨Ø§Ø¯ Ù…ÛŒ Ø±ÙˆØ¯",
        "ط¨ط§ط¯ ظ…غŒ ط±ظˆط¯",
        "این یک iPhone، و «Hello» است 😀 مي وزيد",
        "بخش اقتصادی-اجتماعي ۱٬۰۰۰ تومان ۱۲-۱۳ متر",
        "گفت: <<باد مي وزید>> و ''باران'' آمد",
        "\u200f«باد آمد؟». \u200e\t در سال 1998، باران بود",
    )
    quick = lines_of(STANDARD)
    expected = [road.run(line, quick.plan) for line in lines]
    monkeypatch.delattr(road, "run")
    assert [run(line, quick) for line in lines] == expected
