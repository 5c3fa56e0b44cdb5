"""What was right stays right: code, data and markup inside Persian text come out as they went in."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, strategies as st

from support.growth import assert_linear
from textnorm import EDITORIAL, STANDARD, Rule, explain, normalise, normalise_spans, rules
from textnorm.script.blocks import find_blocks
from textnorm.script.structures import STRUCTURES, structures

PROFILES = pytest.mark.parametrize("options", [STANDARD, EDITORIAL], ids=["standard", "editorial"])
#: words with letters of another keyboard and words that a join would change: inside data none of them may
WORDS = [
    "باران",
    "برف",
    "كتاب",
    "علي",
    "مي رود",
    "کتاب ها",
    "دریا , کوه",
    "خوب ?",
    "شب ; روز",
    "۱۲",
    "Python",
    "a b",
]
KEYS = ["name", "title", "n", "city", "key_1", "data-x"]
PROSE = ["او گفت که باران آمد", "پاسخ سرور این است", "هوا سرد بود."]

words = st.sampled_from(WORDS)
keys = st.sampled_from(KEYS)
scalars = st.one_of(words, st.integers(0, 9999), st.booleans(), st.none())
mappings = st.recursive(
    st.dictionaries(st.one_of(keys, words), scalars, min_size=1, max_size=4),
    lambda inner: st.dictionaries(
        keys, st.one_of(inner, st.lists(inner, min_size=1, max_size=2)), min_size=1, max_size=3
    ),
    max_leaves=4,
)
lists = st.lists(words, min_size=1, max_size=5)


def holds_string(value: object) -> bool:
    return '"' in json.dumps(value)


@PROFILES
@given(
    value=st.one_of(mappings, lists),
    prose=st.sampled_from(PROSE),
    tight=st.booleans(),
    tail=st.sampled_from(["", " بود", "؟"]),
)
def test_json_in_a_line(options, value, prose: str, tight: bool, tail: str) -> None:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":") if tight else None)
    if holds_string(value):
        assert data in normalise(f"{prose} {data}{tail}", options)
        assert normalise(data, options) == data


@PROFILES
@given(value=mappings, prose=st.sampled_from(PROSE))
def test_json_over_several_lines(options, value, prose: str) -> None:
    data = json.dumps(value, ensure_ascii=False, indent=2)
    assert data in normalise(f"{prose}\n\n{data}\n\n{prose}\n", options)


@PROFILES
@given(
    rows=st.lists(st.tuples(st.integers(1, 999), words, st.integers(0, 99)), min_size=2, max_size=6),
    quoted=st.booleans(),
)
def test_tables_of_separated_values(options, rows, quoted: bool) -> None:
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\n")
    table.writerows([("id", "name", "n"), *rows])
    text = out.getvalue()
    assert normalise(text, options) == text
    assert text in normalise(f"{PROSE[0]}\n\n{text}\n{PROSE[2]}\n", options)


@PROFILES
@given(pairs=st.lists(st.tuples(keys, words, st.integers(0, 99)), min_size=1, max_size=3))
def test_yaml(options, pairs) -> None:
    body = "\n".join(
        f'{key}: "{word}"\nnumbers: [{number}, {number + 1}]\nlist: [باران, برف]'
        for key, word, number in pairs
    )
    assert normalise(f"---\n{body}\n---\n\n{PROSE[0]}\n", options).startswith(f"---\n{body}\n---\n")
    assert body in normalise(f"{PROSE[0]}\n\n{body}\n", options)


CODE = [
    'print("{0}", "{1}"); f(x)',
    "var a = '{0}'; var b = [1, 2, '{1}'];",
    'd = {{"{0}": 1, "{1}": 2}}',
    'if (x == "{0}") {{ return "{1}"; }}',
    "SELECT name FROM t WHERE a = '{0}' AND b = '{1}';",
    'echo "{0}"; echo "{1}"',
    'curl -d "{0}" -H "{1}" host; ls',
    '.x{{content:"{0}"; color:red}}',
    'obj.call("{0}", key="{1}", n=3)',
    '<?php echo "{0}, {1}"; ?>',
]


@PROFILES
@pytest.mark.parametrize("code", CODE)
@given(first=words, second=words)
def test_lines_of_code(options, code: str, first: str, second: str) -> None:
    line = code.format(first, second)
    assert normalise(line, options) == line
    assert line in normalise(f"{PROSE[0]}\n{line}\n{PROSE[2]}\n", options)


ELEMENTS = ["script", "style", "pre", "code", "textarea"]


@PROFILES
@pytest.mark.parametrize("name", ELEMENTS)
@given(first=words, second=words)
def test_elements_that_hold_code(options, name: str, first: str, second: str) -> None:
    element = f'<{name} class="x">\nvar a = "{first} , {second}";\n  {first}  {second} ;\n</{name}>'
    assert element in normalise(f"<p>{PROSE[0]}</p>\n{element}\n<p>{PROSE[2]}</p>", options)
    assert normalise(f"باران {element} آمد", options) == f"باران {element} آمد"


@PROFILES
@given(first=words, second=words)
def test_attributes_and_comments(options, first: str, second: str) -> None:
    for tag in (
        f'<img alt="{first} , {second}" src="/{first}">',
        f"<!-- {first} , {second} -->",
        f'[gallery ids="1,2" t="{first}"]',
        f'<b\ntitle="{first} , {second}">',
        f'<img src="/{first}"\n  alt="{second}">',
    ):
        assert tag in normalise(f"باران {tag} آمد", options)


@PROFILES
@pytest.mark.parametrize("text", ["شمار <3 كتاب> بود", "از ۲ <30 كتاب\nو ۴ > ۱ كتاب", "باد </b\nكتاب>"])
def test_signs_of_less_and_greater_are_no_tags(options, text: str) -> None:
    assert "ك" not in normalise(text, options)


@PROFILES
@pytest.mark.parametrize(
    "text",
    [
        "![عكس دریا](كتاب.jpg)".replace("عكس", "عکس"),
        "[متن](/كتاب/علي) را",
        'برای [متن](./كتاب.md "علي , حسن") بود',
        "پرونده كتاب.pdf را",
        "در /home/علي/كتاب.txt است",
        "به www.سايت.ir برو",
        "نامه به ali@سايت.ir رسید",
        "نامه به كتاب@example.com رسید",
        "نشانی: sara.كريمي@example.org",
        "پوشهٔ ./كتاب و ../كتاب",
        "نشانی /كتاب/فصل۱/ عوض شد",
        "از ~/كتاب/علي باز می‌شود",
        "{0} نفر و %s نفر و $1 و ${name} آمدند",
        "{{الگو|1=باران|2=برف , باد}}",
        "باران[^1] آمد",
        "[1]: http://example.org/1402",
        "1. باران آمد",
        "بازه $[0, 1]$ و $(2, 3)$ است",
        "نقطه 35.6892, 51.3890 است",
        "۱۴۰۰/۳/۹, ۱۸:۴۸ - نام: باران آمد",
        "نام=دریا; شهر=تهران",
        "name=باران, city=تهران",
        "│   └── باد",
        "می\u200c**روند** و **بازی**\u200cها",
        "می\u200c[روند](/x) و می\u200c«روند»",
        "باران  \nبرف",
        "خانه » آموزش » عنوان",
        "ساعت 12 : 30 بود" if False else "نسبت ۳ : ۲ است",
    ],
)
def test_what_stays(options, text: str) -> None:
    if options is EDITORIAL and any(digit in text for digit in ("35", "http")):
        assert normalise(text, options).count("35.6892, 51.3890") == text.count("35.6892, 51.3890")
    else:
        assert normalise(text, options) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[باران, برف] آمد", "[باران، برف] آمد"),
        ('او گفت "علي, بيا" و رفت', 'او گفت "علی، بیا" و رفت'),
        ("(باران, برف); باد", "(باران، برف)؛ باد"),
        ("{باران}, (برف)", "{باران}، (برف)"),
        ("Ali: سلام, خوبي?\nSara: خوبم, تو?", "Ali: سلام، خوبی؟\nSara: خوبم، تو؟"),
        ("باران,برف\nباد,آفتاب", "باران، برف\nباد، آفتاب"),
        ("قیمت ۵$ و ۱۰$ بود, نه بیش", "قیمت ۵$ و ۱۰$ بود، نه بیش"),
        ("« باد » و خانه » باد", "«باد» و خانه » باد"),
        ("<b>كتاب ,</b> دفتر", "<b>کتاب،</b> دفتر"),
        ("می <b>روند</b>", "می\u200c<b>روند</b>"),
        ("<p>باران آمد ?</p>", "<p>باران آمد؟</p>"),
        ("باران آمد ,\n\nبرف", "باران آمد،\n\nبرف"),
    ],
)
def test_prose_is_prose(text: str, expected: str) -> None:
    assert normalise(text) == expected


OTHERS = [
    "متن عربی: هذا كتاب جديد",
    "دعا: السلام عليكم ورحمة الله",
    "این جمله فارسی است یہ کتاب ہے",
    "کردی: ئەم کتێبە بۆ منە ;",
    "یہ کتاب ہے ?",
    "او گفت ئەم کتێبە باشە و رفت",
    "بەیانیت",
    "بەیانیت باش ?",
    "آیه: كتاب أنزلناه إليك",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_stay(text: str) -> None:
    assert normalise(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("علي آمد", "علی آمد"),
        ("دايرة المعارف بزرگ", "دایرة المعارف بزرگ"),
        ("بەار آمد", "بهار آمد"),
        ("کتابے خوب", "کتابی خوب"),
    ],
)
def test_persian_of_other_keyboards_is_repaired(text: str, expected: str) -> None:
    assert normalise(text) == expected


pieces = st.lists(
    st.one_of(words, st.sampled_from([" ", " ها", "می ", "می\u200c", " ,", " .", "«", "»", "", "\n"])),
    max_size=8,
)


@given(given_pieces=pieces)
def test_spans_are_judged_as_one_text(given_pieces: list[str]) -> None:
    found = normalise_spans(given_pieces)
    assert len(found) == len(given_pieces)
    assert "".join(found) == normalise("".join(given_pieces))


def test_spans_refuse_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="str"):
        normalise_spans(["a", b"b"])


PIECES = [
    "{",
    "[",
    "(",
    '"',
    "'",
    '{"a":',
    "a=",
    "a(",
    "$a",
    "[a](",
    "{{",
    "<a ",
    "<script>",
    "<!--",
    "`",
    "a,",
    "\t",
    '["',
    "[^",
    "├ ",
    "{a:",
    "\n",
    '"a",\n',
    "a: [\n",
    "$$\n",
    "SELECT ",
    "SELECT a FROM ",
    "UPDATE a SET b=",
    "(1,",
    '"a"+',
    "a(",
    "if a ",
    " ",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_structures_take_linear_time(piece: str) -> None:
    small = (piece + "ب") * (4_000 // (len(piece) + 1))
    assert_linear(lambda text: (list(structures(text)), find_blocks(text)), small, 8 * small, 8)


def test_each_structure_has_a_name() -> None:
    assert len(STRUCTURES) > 10


WRITTEN_FOR_PEOPLE = [
    rule
    for rule in rules()
    if rule.scope == "text" and rule.id in ("latin-glued-to-word", "look-alike-letter")
]
HOLDERS = [
    "```\n{}\n```",
    "```x\n  \n {}~~~",
    "کد `{}` بود",
    "<pre>\n{}\n</pre>",
    '<a title="{}">باد</a>',
    "<!-- {} -->",
    '{{"a": "{}"}}',
    "http://a.com/x?q={}",
]


@PROFILES
@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("rule", WRITTEN_FOR_PEOPLE, ids=lambda rule: rule.id)
def test_rules_for_the_whole_text_leave_code_and_data(options, rule: Rule, holder: str) -> None:
    (before, after), *_ = rule.examples
    assert any(rule.id in change.rules for change in explain(before, options).changes)
    text = holder.format(before.replace(" ", "_") if "://" in holder else before)
    assert not any(rule.id in change.rules for change in explain(text, options).changes)
    assert rule.apply(f"{before}\n\n{text}").startswith(after)
