"""Files as nobody should write them, and some as many do: broken encodings, archives, data, tables, feeds, documents, names."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import warnings
import zipfile

from common import KAF, LINE


def odd_files() -> dict[str, bytes]:
    """Return names and contents; a name stands for its bytes, as ``os.fsencode`` has it."""
    return {**_first(), **_texts(), **_data(), **_feeds(), **_documents(), **_packed(), **_names()}


def _first() -> dict[str, bytes]:
    text = LINE.encode() * 50
    deep = b"[" * 100_000
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:p><w:t>" + KAF + "</w:t></w:p>")
    return {
        "empty.txt": b"", "newline.txt": b"\n", "nul.txt": b"\0", "nuls.txt": b"\0" * 100_000, "bom.txt": codecs.BOM_UTF8,
        "bom-text.txt": codecs.BOM_UTF8 + text, "two-boms.txt": codecs.BOM_UTF8 * 2 + text, "utf16.txt": LINE.encode("utf-16"),
        "utf16-cut.txt": LINE.encode("utf-16")[:-1], "utf16-lone.txt": codecs.BOM_UTF16_LE + b"\x00\xd8a\x00",
        "utf32.txt": LINE.encode("utf-32"), "utf32-bad.txt": codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff", "cp1256.txt": "علي".encode("cp1256"),
        "latin.txt": "café".encode("latin-1"), "bad-byte.txt": text + b"\xff", "cut-char.txt": text + b"\xd9", "surrogate.txt": b"\xed\xa0\x80",
        "overlong.txt": b"\xc0\xaf", "cr.txt": text.replace(b"\n", b"\r"), "mixed-ends.txt": b"a\r\nb\rc\n\rd", "no-end.txt": text[:-1],
        "long-line.txt": text.replace(b"\n", b" ") * 1000, "controls.txt": bytes(range(1, 32)), "escape.txt": b"\x1b[2J\x1b]0;x\x07",
        "rtl.txt": "\u202e\u202b\u2067abc\u2069".encode(), "marks.txt": "\u064b\u0651".encode() * 5_000, "emoji.txt": "👩‍👩‍👧‍👦🏽".encode() * 500,
        "elf.txt": b"\x7fELF\0\1\2", "png.txt": b"\x89PNG\r\n\x1a\n\0\0", "fence.md": b"```\n" + text, "tilde.md": b"~~~ x\n" * 999,
        "bad.json": b'{"text": ', "deep.json": deep, "two.json": b'{"text":"a"} {"text":"b"}', "nan.json": b'{"text":"a","n":NaN}',
        "dup.json": '{"text":"ك","text":"ك"}'.encode(), "lone.json": b'{"text":"\\ud800"}', "x0b.json": b'{"messages":[{"text":"a\\x0Bb"}]}',
        "deep.jsonl": deep + b"\n", "bad.jsonl": b"no json\n{}\n\xff\n", "blank.jsonl": b"\n\n{}\n", "list.jsonl": b"[]\n1\nnull\n",
        "open.csv": b'id,text\n1,"open\n', "cr.csv": b"id,text\r1,a\r", "wide.csv": b"a," * 10_000 + b"b\n", "quotes.csv": b'id,text\n1,""""""\n',
        "same.csv": b"text,text\n1,2\n", "formula.csv": b"id,text\n1,=1+1\n", "bom.csv": codecs.BOM_UTF8 + "id,text\n1,ك\n".encode(),
        "table.tsv": "id\ttext\n1\tك\n".encode(), "entity.rss": b'<!DOCTYPE r [<!ENTITY a "b">]><rss><title>&a;</title></rss>',
        "cdata.rss": b"<rss><item><title><![CDATA[open</title></item></rss>", "cut.rss": b"<rss><item><title>a", "no.atom": b"<feed>",
        "page.html": b"<!doctype html><p>a", "cut.gz": gzip.compress(text)[:-5], "twice.txt.gz": gzip.compress(text) * 2,
        "junk.txt.gz": gzip.compress(text) + b"junk", "wrong.txt.bz2": b"BZh9wrong", "cut.txt.bz2": bz2.compress(text)[:-5],
        "cut.txt.xz": lzma.compress(text)[:-5], "wrong.txt.zst": b"\x28\xb5\x2f\xfdwrong", "bomb.txt.gz": gzip.compress(b" " * 20_000_000),
        "wrong.parquet": b"PAR1wrongPAR1", "tiny.parquet": b"PAR1", "none.parquet": b"", "good.docx": packed.getvalue(),
        "cut.docx": packed.getvalue()[:-9], "no.docx": b"PK\3\4", "no.xlsx": text, "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{LINE}\n".encode(),
        "a.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n<i>{LINE}".encode(), "a.ass": f"Dialogue: 0,0,0,,,,,,,{LINE}".encode(),
        "a.po": f'msgid "a"\nmsgstr "{KAF}"\n'.encode(), "code.py": b"x = 1\n", "-dash.txt": text, "a\nb.txt": text, "a b'\".txt": text,
        "\u202exyz.txt": text, "نام.txt": text, ".hidden.txt": text, "x" * 240 + ".txt": text,
    }  # fmt: skip


def _texts() -> dict[str, bytes]:
    text = LINE.encode()
    wide = LINE * 40_000
    return {
        "word.txt": (KAF * 200_000).encode(), "half-spaces.txt": "\u200c".encode() * 100_000, "clusters.txt": ("ا" + "\u0300" * 50_000).encode(),
        "nothing.txt": "".join(map(chr, (*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF, 0x1FFFF))).encode(), "private.txt": "\ue000\U000f0000".encode() * 99,
        "fences.md": b"```\n~~~\n" * 20_000, "ticks.md": b"`" * 99_999, "crlf-at-the-seam.txt": ("x" * 65_535 + "\r\n" + LINE).encode(),
        "cr-at-the-end.txt": text + b"\r", "letter-at-the-seam.txt": b"x" * 65_535 + text, "bom-inside.txt": text + codecs.BOM_UTF8 + text,
        "utf7.txt": LINE.encode("utf-7"), "utf16-no-bom.txt": LINE.encode("utf-16-le"), "utf16-be.txt": codecs.BOM_UTF16_BE + LINE.encode("utf-16-be"),
        "utf16-long.txt": wide.encode("utf-16"), "utf8-then-1256.txt": text * 99 + "علي".encode("cp1256"), "separators.txt": "a\u2028b\u2029c\x85d\x0ce".encode(),
        "tags.txt": "\U000e0041\U000e0042".encode() * 99, "isolates.txt": "\u2067".encode() * 9_999, "null-line.txt": text + b"\0\n" + text,
    }  # fmt: skip


def _data() -> dict[str, bytes]:
    return {
        "bom.json": codecs.BOM_UTF8 + b'{"text":"a"}', "utf16.json": '{"text":"ك"}'.encode("utf-16"), "crlf.jsonl": '{"text":"ك"}\r\n'.encode() * 9,
        "separator.jsonl": '{"text":"ك\u2028ي"}\n'.encode(), "kinds.jsonl": b'{"text":1}\n{"text":null}\n{"text":["a"]}\n{"text":{"text":"a"}}\n',
        "literal.json": "{'text': 'ك'}".encode(), "numbers.json": b'{"text":"a","n":1e400,"m":-0,"k":0.10,"l":' + b"9" * 5_000 + b"}",
        "messages-twice.json": '{"messages":[{"text":"ك"}],"messages":[{"text":"ي"}]}'.encode(), "comma.json": b'[{"text":"a"},]', "half.jsonl": b'{"text":"a"}\n{"te',
        "x0b-in-a-key.json": b'{"messages":[{"te\\x0Bxt":"a"}]}', "escapes.json": b'{"text":"\\ud83d\\ude00\\u0643\\/"}', "deep-key.json": b'{"a":' * 50_000,
        "nul.csv": b"id,text\n1,a\0b\n", "head.csv": b"id,text\n", "bom-quotes.csv": codecs.BOM_UTF8 + '"id","text"\r\n"1","ك"\r\n'.encode(),
        "ragged.csv": "id,text\n1\n2,ك,3\n\n".encode(), "long.csv": b"id,text\n1," + b"a" * 200_000 + b"\n", "quote.csv": b'id,text\n1,a"b\n2,"a"b\n',
        "semicolon.csv": "id;text;n\n1;ك;1,5\n".encode(), "utf16.tsv": "id\ttext\r\n1\tك\r\n".encode("utf-16"), "no-end.csv": "id,text\n1,ك".encode(),
        "spaces.csv": "id, text\n1, ك\n".encode(), "lines.csv": 'id,text\n1,"ك\r\nي\n"\n'.encode(),
    }  # fmt: skip


def _feeds() -> dict[str, bytes]:
    head = '<?xml version="1.0" encoding="{}"?>'
    item = f"<rss><channel><item><title>{KAF}</title></item></channel></rss>"
    return {
        "cdata-open.rss": b"<rss><title>a</title>" + b"<title><![CDATA[x]" * 9_999, "xhtml-open.atom": b"<feed><entry>" + b'<content type="xhtml">x' * 9_999,
        "comment-open.rss": b"<rss><!--" + b"<title>a</title>" * 999, "1256.rss": (head.format("windows-1256") + item).encode("cp1256"),
        "undefined.rss": (head.format("undefined") + item).encode(), "rot13.rss": (head.format("rot13") + item).encode(), "zlib.rss": (head.format("zlib") + item).encode(),
        "says-utf16.rss": (head.format("utf-16") + item).encode(), "is-utf16.rss": (head.format("utf-8") + item).encode("utf-16"), "ns.rss": f"<rdf:RDF>{item}</rdf:RDF>".encode(),
        "charset.html": f"<meta charset=nonsense><p>{KAF}".encode(), "cut.mhtml": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a",
        "cut.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP", "meta.wxr": f"<rss><wp:meta_key>rank_math_title</wp:meta_key><wp:meta_value>{KAF}".encode(),
        "crlf.srt": f"1\r\n00:00:01,000 --> 00:00:02,000\r\n{KAF}".encode(), "bom.vtt": codecs.BOM_UTF8 + f"WEBVTT\n\n00:01.000 --> 00:02.000\n{KAF}\n".encode(),
        "format.ass": f"[Events]\nFormat: Text\nDialogue: {KAF}\nFormat: a\nDialogue: {KAF}\n".encode(), "plural.po": f'msgid "a"\r\nmsgstr[0] "{KAF}"\r\n'.encode(),
        "open.po": f'msgid "a"\nmsgstr "{KAF}\n'.encode(), "utf16.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{KAF}\n".encode("utf-16"),
    }  # fmt: skip


def _documents() -> dict[str, bytes]:
    part = f"<w:p><w:t>{KAF}</w:t></w:p>"
    whole = _archive({"word/document.xml": part})
    encrypted = bytearray(whole)
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        encrypted[whole.index(mark) + at] |= 1
    return {
        "same.docx": _archive({"word/document.xml": part}, again="word/document.xml"), "encrypted.docx": bytes(encrypted), "bomb.docx": _archive({"word/document.xml": "x" * 300_000_000}),
        "out.docx": _archive({"../../word/document.xml": part, "/etc/x": "x"}), "wide.docx": _archive({"word/document.xml": part.encode("utf-16")}),
        "bytes.docx": _archive({"word/document.xml": b"\xff"}), "nothing.docx": _archive({}), "old.docx": b"\xd0\xcf\x11\xe0" * 99, "entity.xlsx": _archive({"xl/sharedStrings.xml": f"<si><t>{KAF}&nbsp;</t></si>"}),
        "open.xlsx": _archive({"xl/sharedStrings.xml": f"<si><t>{KAF}"}), "crc.docx": whole.replace(KAF.encode()[:4], b"abcd", 1), "cut.pdf": b"%PDF-1.7\n1 0 obj", "foot.parquet": b"PAR1" + b"\xff" * 99 + b"PAR1",
    }  # fmt: skip


def _archive(parts: dict[str, str | bytes], again: str = "") -> bytes:
    made = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        warnings.simplefilter("ignore")
        for name, data in parts.items():
            archive.writestr(name, data)
        if again:
            archive.writestr(again, "<w:p><w:t>علي</w:t></w:p>")
    return made.getvalue()


def _packed() -> dict[str, bytes]:
    text = LINE.encode() * 50
    named = bytearray(gzip.compress(text))
    named[3] |= 8  # a file name in the head
    named[10:10] = b"\x1b[31m\0"
    return {
        "twice.gz.gz": gzip.compress(gzip.compress(text)), "empty.txt.gz": b"", "name.txt.gz": bytes(named), "two.txt.xz": lzma.compress(text) * 2, "two.txt.bz2": bz2.compress(text) * 2,
        "plain.txt.gz": text, "crc.txt.gz": gzip.compress(text)[:-8] + b"\0" * 8, "zeros.txt.gz": gzip.compress(text) + b"\0" * 512, "empty.txt.zst": b"", "lines.jsonl.gz": gzip.compress('{"text":"ك"}\n'.encode()),
    }  # fmt: skip


def _names() -> dict[str, bytes]:
    text = LINE.encode()
    return dict.fromkeys(
        ("\udcff.txt", " ", "*.txt", "C:x.txt", "a;b.txt", "$(x).txt", "~", "a\tb.txt", "%s.txt", "e\u0301.txt", "x.TXT", "no-suffix", "x.txt.",
         "\x1b[31m.txt", "CON"), text,
    )  # fmt: skip
