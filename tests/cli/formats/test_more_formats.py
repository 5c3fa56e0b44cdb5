"""Subtitles, catalogues, documents of an office, exports and tables: texts change, all else stays to the byte."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from pathlib import Path

import pytest

KAF, KEHEH = "كتاب", "کتاب"

SRT = """1
00:00:01,000 --> 00:00:04,000 X1:10
<i>كتاب</i> {\\an8}كتاب
- كتاب

2
00:00:05,000 --> 00:00:06,000
كتاب

"""
VTT = """WEBVTT - كتاب

STYLE
::cue(.ك) { color: lime }

NOTE كتاب

كتاب
00:01.000 --> 00:04.000 line:0
<v ك>كتاب</v> <c.ك>كتاب</c>&nbsp;<00:02.000>كتاب

00:05.000 --> 00:06.000
كتاب
"""
ASS = """[Script Info]
Title: كتاب

[V4+ Styles]
Style: كتاب,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:01.00,0:00:02.00,ك,ك,0,0,0,,كتاب
Dialogue: 0,0:00:01.00,0:00:02.00,ك,ك,0,0,0,,{\\fnك\\i1}كتاب{\\i0}, كتاب\\Nكتاب
Dialogue: 0,0:00:01.00,0:00:02.00,ك,ك,0,0,0,,{\\p1}m 0 0 l ك{\\p0}كتاب
"""
PO = """# كتاب
msgid ""
msgstr ""
"Language-Team: كتاب\\n"

#: src/ك.c:3
msgctxt "ك"
msgid "كتاب %s"
msgid_plural "كتاب %(ك)s"
msgstr[0] "كتاب %(ك)s\\n"
msgstr[1] ""
"كتاب {ك} <b ك='1'>كتاب</b> "
"\\"كتاب\\"\\n"

#~ msgid "old"
#~ msgstr "كتاب"
"""
#: which of the words change: all but those whose number stands here
TEXTS = {
    "a.srt": (SRT, ()),
    "a.vtt": (VTT, (0, 1, 2, 3, 4, 5, 7)),
    "a.ass": (ASS, (0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12)),
    "a.po": (PO, ()),
}


def expected_of(text: str, start: str) -> str:
    return text.replace(start, start.replace("ك", "ک"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_subtitles_of_subrip(command: Callable, tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(SRT.replace("\n", end).encode())
    assert command("normalise", path).out.decode() == SRT.replace("ك", "ک").replace("\n", end)


def test_subtitles_of_webvtt(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(VTT, encoding="utf-8")
    expected = VTT.replace(">كتاب", ">کتاب").replace("6.000\nكتاب", "6.000\nکتاب")
    assert command("normalise", path).out.decode() == expected
    assert command("normalise", stdin=VTT.encode()).out.decode() == expected


def test_subtitles_of_substation_alpha(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.ass"
    path.write_text(ASS, encoding="utf-8")
    expected = ASS.replace("}كتاب", "}کتاب").replace(", كتاب\\Nكتاب", "، کتاب\\Nکتاب")
    assert command("normalise", path).out.decode() == expected


def test_a_catalogue_of_translations(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "fa.po"
    path.write_text(PO, encoding="utf-8")
    head, tail = PO.split("msgstr[0]")
    translations, obsolete = tail.split("#~", 1)
    expected = f"{head}msgstr[0]{translations.replace(KAF, KEHEH)}#~{obsolete}"
    assert command("normalise", path).out.decode() == expected


def test_cues_are_records_of_their_lines(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text(SRT, encoding="utf-8")
    records = [json.loads(line) for line in command("normalise", "--explain", path).out.splitlines()]
    assert [record["line"] for record in records][-1] == 8


# --- Word and Excel ---------------------------------------------------------------------------------------


# --- Telegram ---------------------------------------------------------------------------------------------
MESSAGE = {
    "id": 1, "type": "message", "from": "ك", "title": "كتاب", "text": ["كتاب ", {"type": "bold", "text": "كتاب"}],
    "text_entities": [{"type": "plain", "text": "كتاب "}, {"type": "bold", "text": "كتاب"}],
    "poll": {"question": "كتاب", "answers": [{"text": "كتاب", "voters": 3}]},
    "inline_bot_buttons": [[{"type": "url", "text": "كتاب", "data": "ك"}]],
}  # fmt: skip


def dumped(value: object, **options: object) -> str:
    return json.dumps(value, ensure_ascii=False, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("name", ["result.json", "-"])
def test_polls_buttons_and_titles_of_telegram_on_one_line_or_many(
    command: Callable, tmp_path: Path, indent: int | None, name: str
) -> None:
    export = dumped({"name": "ك", "type": "private_channel", "messages": [MESSAGE]}, indent=indent) + "\n"
    (tmp_path / "result.json").write_text(export, encoding="utf-8")
    ran = command("normalise", name if name == "-" else tmp_path / name, stdin=export.encode())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.decode() == export.replace(KAF, KEHEH)


def test_messages_of_telegram_one_a_line(command: Callable) -> None:
    lines = dumped(MESSAGE) + "\n" + dumped({**MESSAGE, "id": 2}) + "\n"
    ran = command("normalise", stdin=lines.encode())
    assert (ran.code, ran.out.decode()) == (0, lines.replace(KAF, KEHEH))


@pytest.mark.parametrize("lines", [False, True])
def test_control_characters_as_telegram_desktop_writes_them(
    command: Callable, tmp_path: Path, lines: bool
) -> None:
    body = '{"id": 1, "from": "a\\x0Bb", "text": "كتاب \\x0Bكتاب \\\\x0B", "text_entities": []}'
    export = f"{body}\n" if lines else '{"messages": [\n' + body + "\n]}\n"
    path = tmp_path / ("result.jsonl" if lines else "result.json")
    path.write_text(export, encoding="utf-8")
    ran = command("normalise", path)
    assert (ran.code, ran.err) == (0, "")
    read = json.loads(ran.out)
    message = read if lines else read["messages"][0]
    assert (message["from"], message["text"]) == ("a\x0bb", "کتاب \x0bکتاب \\x0B")
    assert b'"a\\u000Bb"' in ran.out


# --- feeds ------------------------------------------------------------------------------------------------
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">كتاب <b>كتاب</b></div></title>
<entry><content type='xhtml' xml:lang="fa"><div><p title="ك">كتاب <a href="http://x/ك">كتاب</a> &amp; كتاب</p><pre>ك</pre><code>ك</code>
<script>ك</script><!-- ك --></div></content><author><name>ك</name></author></entry>
<entry><content type="html">كتاب</content></entry></feed>
"""
WXR = """<?xml version="1.0"?>
<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:category><wp:category_nicename>ك</wp:category_nicename><wp:cat_name><![CDATA[كتاب]]></wp:cat_name>
<wp:category_description><![CDATA[كتاب]]></wp:category_description></wp:category>
<wp:tag><wp:tag_slug>ك</wp:tag_slug><wp:tag_name><![CDATA[كتاب]]></wp:tag_name></wp:tag>
<item><title>كتاب</title><excerpt:encoded><![CDATA[كتاب]]></excerpt:encoded>
<category domain="category" nicename="ك"><![CDATA[كتاب]]></category>
<wp:postmeta><wp:meta_key><![CDATA[_yoast_wpseo_metadesc]]></wp:meta_key><wp:meta_value><![CDATA[كتاب]]></wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_edit_lock</wp:meta_key><wp:meta_value>ك</wp:meta_value></wp:postmeta>
</item></channel></rss>
"""


@pytest.mark.parametrize(("name", "text"), [("a.atom", ATOM), ("a.wxr", WXR)])
def test_atom_with_xhtml_and_exports_of_wordpress(
    command: Callable, tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    ran = command("normalise", path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.decode() == text.replace(KAF, KEHEH)


# --- tables -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("how", ["-o", "-o DIR", "-i"])
def test_a_byte_order_mark_of_a_table_stays(command: Callable, tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(codecs.BOM_UTF8 + "id,text\n1,كتاب\n".encode())
    out = {"-i": path, "-o": tmp_path / "b.csv", "-o DIR": tmp_path / "out" / "a.csv"}[how]
    flags = {"-i": ["-i"], "-o": ["-o", out], "-o DIR": ["-o", f"{tmp_path}/out/"]}[how]
    assert command("normalise", "--column", "text", *flags, path).code == 0
    assert out.read_bytes() == codecs.BOM_UTF8 + "id,text\n1,کتاب\n".encode()


def test_unicode_text_of_excel_is_a_table(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF16_LE + "id\ttext\r\n1\tكتاب\r\n2\t\r\n".encode("utf-16-le"))
    ran = command("normalise", path)
    assert (ran.code, ran.out) == (2, b"")
    assert "they are id, text" in ran.err
    assert command("normalise", "--column", "text", path).out.decode() == "id\ttext\r\n1\tکتاب\r\n2\t\r\n"
    path.write_bytes(codecs.BOM_UTF16_LE + "كتاب\r\nكتاب\r\n".encode("utf-16-le"))
    assert command("normalise", path).out.decode() == "کتاب\r\nکتاب\r\n"


TABLES = ["id,text\n1,ك\n2,ك\n", "نام;سن;شهر\nك;1;ك\nك;2;ك\n", "ك\tك2\nك\t3\n", 'a,b\n"x\ny",2\n3,4\n']
PROSE = ["Rain, wind and snow.\nCold, but dry.\n", "one\ntwo\n", "باران , باد\nسرد , گرم\n", "a\tb\nc\n", "one,two\n",
         "سلام, خوبی؟\nبله, خوبم.\n", "x = f(a,b)\ny = g(c,d)\n"]  # fmt: skip


@pytest.mark.parametrize("data", TABLES)
def test_a_table_on_standard_input_is_never_taken_for_prose(command: Callable, data: str) -> None:
    ran = command("normalise", stdin=data.encode())
    assert (ran.code, ran.out) == (2, b"")
    assert "--column" in ran.err
    assert "--format text" in ran.err
    assert command("normalise", "--column", "1", stdin=data.encode()).code == 0
    assert command("normalise", "--format", "text", stdin=data.encode()).code == 0


@pytest.mark.parametrize(
    ("flags", "data", "expected"),
    [
        (["--column", "text"], "id\ttext\nك\tكتاب\n", "id\ttext\nك\tکتاب\n"),
        (["--field", "a"], '{"a": "كتاب", "b": "كتاب"}\n', '{"a": "کتاب", "b": "كتاب"}\n'),
        (["--column", "text"], "كتاب\n", "کتاب\n"),
        ([], '{"a": "كتاب"}\n', '{"a": "کتاب"}\n'),
    ],
)
def test_columns_and_fields_that_are_asked_for_make_a_table_of_a_text(
    command: Callable, tmp_path: Path, flags: list[str], data: str, expected: str
) -> None:
    (tmp_path / "a.txt").write_text(data, encoding="utf-8")
    assert command("normalise", *flags, tmp_path / "a.txt").out.decode() == expected


@pytest.mark.parametrize("data", PROSE)
def test_prose_with_commas_is_no_table(command: Callable, data: str) -> None:
    assert command("normalise", stdin=data.encode()).code == 0


# --- source code ------------------------------------------------------------------------------------------
def test_source_code_in_a_folder_is_left_out_with_a_word(command: Callable, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.py", "b.js", "Makefile", "c.yaml", "notes.txt"):
        (folder / name).write_text("كتاب\n", encoding="utf-8")
    ran = command("normalise", folder)
    assert (ran.code, ran.out.decode()) == (0, "کتاب\n")
    assert "4 files of source code left out" in ran.err
    assert command("normalise", folder / "a.py").out.decode() == "کتاب\n"
    assert command("normalise", "--include", "*.py", folder).out.decode() == "کتاب\n"
    assert command("normalise", "-q", "--format", "text", folder).out.decode() == "کتاب\n" * 5


# --- texts at the borders of entities ---------------------------------------------------------------------
def test_what_stands_on_both_sides_of_a_style_is_judged_together(
    command_here: Callable, tmp_path: Path
) -> None:
    def ran(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return command_here("normalise", "--isolated", tmp_path / name).out.decode()

    export = '{"messages": [{"text": ["كتاب", {"type": "bold", "text": " ها"}, {"type": "link", "text": "x"}, " ها"]}]}'
    joined = '{"messages": [{"text": ["کتاب", {"type": "bold", "text": "\u200cها"}, {"type": "link", "text": "x"}, " ها"]}]}'
    assert ran("a.json", export) == joined
    assert ran("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nكتاب<b> ها</b>\nكتاب\nها\n") == (
        "1\n00:00:01,000 --> 00:00:02,000\nکتاب<b>\u200cها</b>\nکتاب\nها\n"
    )
    assert ran("a.po", 'msgid "a %s"\nmsgstr "كتاب %s ها"\n') == 'msgid "a %s"\nmsgstr "کتاب %s ها"\n'
