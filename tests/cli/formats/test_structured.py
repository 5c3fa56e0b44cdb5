"""JSON Lines, JSON, tables and feeds: the wanted texts change, every other byte stays."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textnorm.cli.formats.json_strings import find_strings, replace_strings, wanted

#: a record whose own spelling is easily lost: spaces, big and odd numbers, escapes, a key twice
ODD = (
    '{ "id" : 12345678901234567890123456789 ,"x":1.0e+400, "n": -0.0,"k":1,"k":2, "e":"\\u06a9\\/",'
    '"text": "ك \\" \\\\ \\n",  "nan": NaN }'
)


def records(command: Callable, data: str, *flags: str) -> bytes:
    ran = command("normalise", "--format", "jsonl", *flags, stdin=data.encode())
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n\n"])
def test_every_byte_outside_the_field_stays(command: Callable, end: str) -> None:
    assert records(command, ODD + end) == (ODD + end).replace("ك", "ک").encode()


def test_a_record_of_five_thousand_digits_passes(command: Callable) -> None:
    line = '{"n": %s, "text": "ك"}' % ("9" * 5000)
    assert records(command, line) == line.replace("ك", "ک").encode()


@pytest.mark.parametrize(
    ("flags", "line", "expected"),
    [
        (["--field", "a"], '{"a":"ك","text":"ك"}', '{"a":"ک","text":"ك"}'),
        (["--field", "a.b"], '{"a":{"b":"ك","c":"ك"}}', '{"a":{"b":"ک","c":"ك"}}'),
        (
            ["--field", "a.b", "--field", "c"],
            '{"c":"ك","a":[{"b":"ك"},{"b":["ك"]}]}',
            '{"c":"ک","a":[{"b":"ک"},{"b":["ک"]}]}',
        ),
        (["--field", r"a\.b"], '{"a.b":"ك"}', '{"a.b":"ک"}'),
        ([], '{"text":"\\u0643"}', '{"text":"\\u06a9"}'),
        ([], '{"text":"\\u0643 ك"}', '{"text":"ک ک"}'),
        ([], '{"text":"ك\\/a"}', '{"text":"ک\\/a"}'),
        ([], '{"text":"\\ud83d ك"}', '{"text":"\\ud83d ک"}'),
        ([], '{"text":"ك","text":"ك"}', '{"text":"ک","text":"ک"}'),
        ([], '{"text":5}\n{"text":"ك"}', '{"text":5}\n{"text":"ک"}'),
    ],
)
def test_fields(command: Callable, flags: list[str], line: str, expected: str) -> None:
    assert records(command, line, *flags) == expected.encode()


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None, exclude_categories=())),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "text"]), values), st.booleans())
def test_any_record_is_what_json_says_with_the_field_edited(record: dict, ascii_only: bool) -> None:
    line = json.dumps(record, ensure_ascii=ascii_only)
    spans = find_strings(line, wanted(["text", "a.b"]))
    assert replace_strings(line, spans, lambda text: text) == line
    assert all(json.loads(line[span.start : span.end]) == span.value for span in spans)
    edited = replace_strings(line, spans, lambda text: text + "!")
    if isinstance(record.get("text"), str):
        record["text"] += "!"
        assert json.dumps(json.loads(edited)["text"]) == json.dumps(record["text"])


@given(st.text('{}[]",:\\ 1ae.u', max_size=30))
def test_what_json_refuses_is_refused_and_the_rest_is_not(line: str) -> None:
    try:
        json.loads(line)
    except ValueError:
        with pytest.raises(ValueError, match=r".*"):
            find_strings(line, wanted(["a"]))
    else:
        find_strings(line, wanted(["a"]))


BAD_LINES = b'{"text":"\xd9\x83"}\nnot json\n{"text":"\xd9\x83"\n{"text":"\xff"}\n' + b"[" * 100_000 + b"\n"


def test_bad_records_stay_and_do_not_stop_the_rest(command: Callable) -> None:
    ran = command("normalise", "--format", "jsonl", stdin=BAD_LINES)
    assert ran.code == 2
    assert ran.out == BAD_LINES.replace(b'{"text":"\xd9\x83"}', b'{"text":"\xda\xa9"}')
    said = ran.err.splitlines()
    assert [line.split(":")[2] for line in said] == ["2", "3", "4", "5"]
    assert "not UTF-8 at byte 9" in said[2]


def test_rejects_takes_bad_records_out_and_keeps_them_with_the_reason(
    command: Callable, tmp_path: Path
) -> None:
    rejects = tmp_path / "rejects.jsonl"
    ran = command("normalise", "--format", "jsonl", "--rejects", rejects, stdin=BAD_LINES)
    assert (ran.code, ran.out) == (2, '{"text":"ک"}\n'.encode())
    kept = [json.loads(line) for line in rejects.read_bytes().splitlines()]
    data = [
        (r["line"], r["data"].encode() if "data" in r else base64.b64decode(r["data_base64"])) for r in kept
    ]
    assert data == [(number, BAD_LINES.split(b"\n")[number - 1] + b"\n") for number in (2, 3, 4, 5)]
    assert all(record["reason"] for record in kept)


def test_fail_fast_stops(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"bad\n")
    (tmp_path / "b.jsonl").write_bytes(b'{"text": ""}\n')
    ran = command("normalise", "--fail-fast", tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert (ran.code, ran.out) == (2, b"bad\n")


def test_a_field_that_no_record_has_is_an_error(command: Callable) -> None:
    ran = command("normalise", "--format", "jsonl", "--field", "txt", stdin=b'{"text":"a"}\n')
    assert ran.code == 2
    assert "--field" in ran.err


def test_records_of_a_field_carry_the_line(command: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = command("clean", "--json", "--format", "jsonl", stdin='{"text":"ك"}\n{"text":"b"}\n'.encode())
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == ["ک", "b"]


TABLE = 'id,"te""xt",note\r\n1,ك,ك\r\n2,"ك, ""a""\r\n\nك",""\n3,\n4,"x",5" pipe\r5,ك,'


def test_a_column_changes_and_every_other_byte_stays(command: Callable) -> None:
    ran = command("normalise", "--format", "csv", "--column", 'te"xt', stdin=TABLE.encode())
    expected = TABLE.replace(",ك,", ",ک,").replace('"ك, ""a""\r\n\nك"', '"ک, ""a""\r\n\nک"')
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == expected.encode()


@pytest.mark.parametrize(
    ("flags", "data", "expected"),
    [
        (["--column", "2"], "a;b\nك;ك\n", "a;b\nك;ک\n"),
        (["--column", "1", "--no-header"], "ك,1\n", "ک,1\n"),
        (["--column", "b", "--delimiter", "|"], "a,x|b\nك|ك\n", "a,x|b\nك|ک\n"),
        (["--column", "b", "--format", "tsv"], 'a\tb\nك\tك"\n', 'a\tb\nك\tک"\n'),
    ],
)
def test_tables(command: Callable, flags: list[str], data: str, expected: str) -> None:
    assert command("normalise", "--format", "csv", *flags, stdin=data.encode()).out == expected.encode()


@pytest.mark.parametrize(
    ("flags", "data", "said"),
    [
        (["--column", "txt"], b"id,text\n", "did you mean 'text'?"),
        ([], b"id,text\n", "--column"),
        (["--column", "text"], b'id,text\n1,"open\n2,b\n', "line 2: a quoted field never ends"),
    ],
)
def test_wrong_tables(command: Callable, flags: list[str], data: bytes, said: str) -> None:
    ran = command("normalise", "--format", "csv", *flags, stdin=data)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.thorough
def test_a_long_table_is_cut_only_between_records(command: Callable) -> None:
    rows = "".join(f'{number},"ك\nline, ""two""\n"\r\n' for number in range(60_000))
    ran = command("normalise", "-j", "2", "--format", "csv", "--column", "t", stdin=("n,t\n" + rows).encode())
    assert ran.out == ("n,t\n" + rows.replace("ك", "ک")).encode()


def test_an_endless_quote_costs_linear_work() -> None:
    from textnorm.cli.formats.delimited import Table

    class Counting:
        def __init__(self, size: int) -> None:
            self.left, self.reads = size, 0

        def read(self, size: int) -> bytes:
            self.reads += 1
            size = min(size, self.left)
            start = b'a,"' if self.reads == 1 else b""
            self.left -= size
            return (start + b"x" * size)[:size]

    reads = {}
    for size in (1 << 22, 1 << 25):
        stream = Counting(size)
        list(Table(("1",), ",", header=False).chunks(stream, "-"))  # type: ignore[arg-type]
        reads[size] = stream.reads
    assert reads[1 << 25] <= reads[1 << 22] + 5


TELEGRAM = """{
 "name": "ك",
 "messages": [
  {"id": 1, "text": "ك", "text_entities": [{"type": "plain", "text": "ك"}]},
  {"id": 2, "text": ["ك ", {"type": "link", "text": "ك"}, {"type": "bold", "text": " ك"}, " "], "from": "ك"}
 ]
}
"""


def test_telegram_texts_change_and_links_and_names_do_not(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(TELEGRAM, encoding="utf-8")
    expected = TELEGRAM.replace('"text": "ك",', '"text": "ک",').replace(
        '"plain", "text": "ك"', '"plain", "text": "ک"'
    )
    expected = expected.replace('"ك "', '"ک "').replace('" ك"', '" ک"')
    ran = command("normalise", tmp_path / "result.json")
    assert ran.out.decode() == expected
    assert ran.code == 0


FEED = """<?xml version="1.0"?>
<rss><channel><title>ك &amp; b</title><link>http://x/ك</link>
<item><title a="ك"><![CDATA[ك <b>&lt;]]></title><guid>ك</guid><content:encoded><![CDATA[<p>ك</p>]]></content:encoded></item>
<item><description>&lt;p&gt;ك &#x643; &amp;</description><summary>ك&nbsp;</summary><category>ك</category></item></channel></rss>
"""


@pytest.mark.parametrize(
    ("written", "edited"),
    [
        ("ك & ب", "ک & ب"),
        ("R&D ك &amp; ب &#38; ي", "R&D ک &amp; ب &#38; ی"),
        ("ك &nosuch; & ب", "ك &nosuch; & ب"),
        ("ك &lt;b&gt; & ب", "ک &lt;b&gt; & ب"),
    ],
)
def test_ampersands_of_a_feed_stay_as_they_were_written(
    command: Callable, tmp_path: Path, written: str, edited: str
) -> None:
    feed = "<rss><channel><item><title>{}</title></item></channel></rss>"
    (tmp_path / "feed.xml").write_text(feed.format(written), encoding="utf-8")
    assert command("normalise", tmp_path / "feed.xml").out.decode() == feed.format(edited)


def test_a_feed(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED, encoding="utf-8")
    ran = command("normalise", tmp_path / "feed.xml")
    expected = FEED.replace("<title>ك &amp; b", "<title>ک &amp; b").replace("[CDATA[ك", "[CDATA[ک")
    expected = expected.replace("<p>ك</p>", "<p>ک</p>").replace("&gt;ك &#x643; &", "&gt;ک ک &")
    assert ran.out.decode() == expected
