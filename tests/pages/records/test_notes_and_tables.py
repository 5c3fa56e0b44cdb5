"""Notes, journals, Markdown with front matter, posts of Bluesky, and exports that are tables: each record once."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from support.growth import assert_linear
from textnorm import Post, read_records
from textnorm.cli import main
from textnorm.pages.records.read_records import records_in


def read(tmp_path: Path, text: Any, name: str) -> list[Post]:
    path = tmp_path / name
    path.write_text(text if isinstance(text, str) else json.dumps(text, ensure_ascii=False), encoding="utf-8")
    return list(read_records(path))


def rows(posts: list[Post]) -> list[tuple[Any, ...]]:
    return [(p.id, p.title, p.author, p.date and p.date.isoformat(), p.body, p.kind) for p in posts]


ENEX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240301T000000Z" application="Evernote" version="10.0">
<note><title>باران  در شمال</title><created>20200218T213000Z</created><updated>20200301T080000Z</updated>
<tag>هوا</tag><tag>شمال</tag><note-attributes><author>نرگس</author><source-url>https://example.org/a</source-url></note-attributes>
<content><![CDATA[<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">
<en-note><div>او <b>نمی</b>&zwnj;آید.</div><div><br/></div><div><en-todo checked="true"/>نان</div><div><en-todo/>شیر</div><en-media type="image/png" hash="x"/></en-note>]]></content>
<resource><data encoding="base64">AAAA</data><mime>image/png</mime></resource></note>
<note><title>بی‌متن</title><content><![CDATA[<en-note></en-note>]]></content><updated>20200302T080000Z</updated></note>
</en-export>"""


def test_notes_of_evernote(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, second = read(tmp_path, ENEX, "notes.enex")
    assert rows([first, second]) == [
        (None, "باران در شمال", "نرگس", "2020-02-18", "او نمی\u200cآید.\n[x] نان\n[ ] شیر", "post"),
        (None, "بی‌متن", None, "2020-03-02", "", "media"),
    ]
    assert (first.tags, first.url, str(first.modified)) == (
        ("هوا", "شمال"),
        "https://example.org/a",
        "2020-03-01",
    )
    assert main(["posts", "--json", str(tmp_path / "notes.enex")]) == 0
    assert [json.loads(line)["title"] for line in capfd.readouterr().out.splitlines()] == [
        "باران در شمال",
        "بی‌متن",
    ]


ZOTERO = (
    '\ufeff"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","Url","Abstract Note","Date","Date Added","Notes","Manual Tags"\n'
    '"AB12CD34","journalArticle","2020","نوری, مینا; کریمی, رضا","باران در شمال","هوا","","https://example.org/a","چکیده, با ویرگول","2020-02-18","2021-01-01 10:00:00","<p>او <b>نمی</b>&zwnj;آید.</p><p>ص ۱۲</p>","باران; شمال"\n'
    '"EF56GH78","book","1398","","کتاب ""سبز""","","","","","1398","2021-01-01 10:00:00","",""\n'
)


def test_works_of_zotero(tmp_path: Path) -> None:
    """Several authors, notes as HTML, quotation marks, a year that is no day, and what is empty."""
    first, second = read(tmp_path, ZOTERO, "library.csv")
    assert rows([first, second]) == [
        ("AB12CD34", "باران در شمال", "نوری, مینا; کریمی, رضا", "2020-02-18", "چکیده, با ویرگول\nاو نمی\u200cآید.\nص ۱۲", "reference"),
        ("EF56GH78", 'کتاب "سبز"', None, None, "", "reference"),
    ]  # fmt: skip
    assert (first.tags, first.url, second.date_text) == (("باران", "شمال"), "https://example.org/a", "1398")


DAY_ONE = {"metadata": {"version": "1.0"}, "entries": [
    {"uuid": "A1", "creationDate": "2020-02-18T08:30:00Z", "modifiedDate": "2020-02-19T08:30:00Z", "text": "# باران\\\n\n![](dayone-moment://5F) بارید.", "tags": ["هوا"]},
    {"uuid": "A2", "creationDate": "2020-02-20T08:30:00Z", "text": "باد", "tags": None},
]}  # fmt: skip


def test_a_journal_of_day_one(tmp_path: Path) -> None:
    posts = read(tmp_path, DAY_ONE, "Journal.json")
    assert [(p.id, str(p.date), p.tags) for p in posts] == [
        ("A1", "2020-02-18", ("هوا",)),
        ("A2", "2020-02-20", ()),
    ]
    assert posts[0].body == "# باران\\\n\n بارید."


JEKYLL = """---
layout: post
title: "باران: «روز اول»"   # عنوان
date: 2020-02-18 22:30:00 +0330
author: نرگس
tags: [هوا, "شمال, غرب"]
categories:
  - سفر
  - هوا
description: >
  title: نه، این
  دنبالهٔ آن است
---

او نمی\u200cآید.

---

پایان.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_markdown_with_front_matter(tmp_path: Path, newline: str) -> None:
    (post,) = read(tmp_path, JEKYLL.replace("\n", newline), "rain.md")
    assert (post.title, post.author, str(post.date)) == ("باران: «روز اول»", "نرگس", "2020-02-18")
    assert post.tags == ("هوا", "شمال, غرب", "سفر")
    assert post.body == "او نمی\u200cآید.\n\n---\n\nپایان."


def test_front_matter_of_hugo_and_of_drafts(tmp_path: Path) -> None:
    (post,) = read(
        tmp_path,
        '+++\ntitle = "باد"\ndate = 2020-02-18T10:00:00Z\nlastmod = 2020-03-01\ndraft = true\nauthors = ["نرگس", "سارا"]\n[taxonomies]\ntags = ["هوا"]\n+++\nوزید.\n',
        "wind.md",
    )
    assert rows([post]) == [(None, "باد", "نرگس، سارا", "2020-02-18", "وزید.", "draft")]
    assert (post.tags, str(post.modified)) == (("هوا",), "2020-03-01")
    (post,) = read(
        tmp_path, "---\ntitle: 'it''s'\npublished: false\ntags: هوا، سفر\ndate:\n---\nx\n", "2020-02-18-x.md"
    )
    assert (post.title, post.kind, post.tags) == ("it's", "draft", ("هوا", "سفر"))
    assert (str(post.date), post.sources["date"]) == ("2020-02-18", "name of the file")


@pytest.mark.parametrize(
    "text",
    [
        "---\nباران بارید.\n---\nباد وزید.\n",  # rules between parts of a text
        "---\ntitle: x\nباران بارید.\n---\n",
        "---\ntitle: x\n",
        "--- \nname: نرگس\n---\nمتن",
    ],
)
def test_what_is_no_front_matter(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="no feed"):
        read(tmp_path, text, "a.md")


def bluesky_record(text: str, **more: Any) -> dict[str, Any]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2024-02-18T21:00:00.000Z", **more}


LINK = "باران بارید example.org/rain/20… و رفت #هوا"
START = len("باران بارید ".encode())
FACETS = [
    {"index": {"byteStart": START, "byteEnd": START + len("example.org/rain/20…".encode())}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org/rain/2020"}]},
    {"index": {"byteStart": 60, "byteEnd": 70}, "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "هوا"}]},
    {"index": {"byteStart": -1, "byteEnd": "x"}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://wrong.example"}]},
]  # fmt: skip
HOLDER = {
    "uri": "at://did:plc:abc/app.bsky.feed.post/3k1",
    "author": {"handle": "narges.example", "displayName": "نرگس"},
}
FEED = {"feed": [
    {"post": {**HOLDER, "record": bluesky_record(LINK, facets=FACETS, langs=["fa"])}},
    {"post": {**HOLDER, "record": bluesky_record(LINK, facets=FACETS, langs=["fa"])}},
    {"post": {**HOLDER, "uri": "at://did:plc:abc/app.bsky.feed.post/3k2", "record": bluesky_record("بله", reply={"parent": {}})}},
    {"post": {**HOLDER, "record": bluesky_record(LINK)}, "reason": {"$type": "app.bsky.feed.defs#reasonRepost", "by": {"handle": "sara.example"}, "indexedAt": "2024-03-01T00:00:00Z"}},
]}  # fmt: skip


def test_posts_of_bluesky(tmp_path: Path) -> None:
    posts = read(tmp_path, FEED, "feed.json")
    assert [(p.author, str(p.date), p.body, p.kind) for p in posts] == [
        ("نرگس", "2024-02-18", "باران بارید https://example.org/rain/2020 و رفت #هوا", "post"),
        ("نرگس", "2024-02-18", "بله", "comment"),
        ("sara.example", "2024-03-01", "https://bsky.app/profile/narges.example/post/3k1", "service"),
    ]
    assert (posts[0].tags, posts[0].language) == (("هوا",), "fa")
    listed = {"records": [
        {"uri": "at://did:plc:abc/app.bsky.feed.like/1", "value": {"$type": "app.bsky.feed.like", "createdAt": "2024-01-01T00:00:00Z"}},
        {"uri": "at://did:plc:abc/app.bsky.feed.post/3k1", "value": bluesky_record("باد")},
    ]}  # fmt: skip
    assert [(p.body, p.url) for p in read(tmp_path, listed, "records.json")] == [
        ("باد", "https://bsky.app/profile/did:plc:abc/post/3k1")
    ]
    assert [p.body for p in read(tmp_path, bluesky_record("باد"), "3k1.json")] == ["باد"]


def test_a_repository_as_blocks_says_what_to_do() -> None:
    with pytest.raises(ValueError, match="unpack it into JSON"):
        list(records_in(io.BytesIO(b"\x3a\xa2eroots\x81\xd8*X%\x00\x01q\x12 " + b"x" * 32 + b"gversion\x01")))


LINKEDIN = 'Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\r\n2020-02-18 08:30:00,https://l.example/1,"باران ""بارید"".""\n""باد، وزید.",,,MEMBER_NETWORK\r\n2020-02-19 08:30:00,https://l.example/2,"یک ""دو""\nسه",,,\r\n2020-02-20 08:30:00,https://l.example/3,,https://x.example,,\r\n'
MESSAGES = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\nc1,,نرگس,,سارا,,2020-02-18 08:30:00 UTC,,سلام,INBOX\nc1,,سارا,,نرگس,,2020-02-18 09:30:00 UTC,,سلام,INBOX\n"
YOUTUBE = 'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,Top-Level Comment ID\nU1,UC1,2020-02-18T08:30:00+00:00,0,,,v1,"{""text"":""باران ""},{""text"":""بارید""}",\nU2,UC1,2020-02-18T08:31:00+00:00,0,U1,,v1,"{""takeoutSegments"":[{""text"":""بله""}]}",U1\nU3,UC1,2020-02-18T08:32:00+00:00,0,,,v1,{نه},\n'
POCKET = "title,url,time_added,tags,status\nباران,https://a.example,1582014600,هوا|شمال,unread\n,https://b.example,1582014700,,archive\n"
RAINDROP = 'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n7,باران,"یادداشت\nمن",خلاصه,https://a.example,Unsorted,"هوا, شمال",2020-02-18T08:30:00.000Z,,,false\n'
READWISE = 'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"او رفت.",سفر,نرگس,,"خوب",yellow,"هوا",page,3,2020-02-18 08:30:00+00:00,\n'
INSTAPAPER = 'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example,باران,"او رفت.",Unread,1582014600,"[""هوا""]"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LINKEDIN, [(None, None, None, "2020-02-18", 'باران "بارید".\nباد، وزید.', "post"), (None, None, None, "2020-02-19", 'یک "دو"\nسه', "post"), (None, None, None, "2020-02-20", "", "media")]),
        (MESSAGES, [("c1/1", None, "نرگس", "2020-02-18", "سلام", "comment"), ("c1/2", None, "سارا", "2020-02-18", "سلام", "comment")]),
        ("Date,Link,Message\n2020-02-18 08:30:00,https://l.example/1,آفرین\n", [(None, None, None, "2020-02-18", "آفرین", "comment")]),
        (YOUTUBE, [("U1", None, None, "2020-02-18", "باران بارید", "comment"), ("U2", None, None, "2020-02-18", "بله", "comment"), ("U3", None, None, "2020-02-18", "{نه}", "comment")]),
        (POCKET, [(None, "باران", None, "2020-02-18", "", "bookmark"), (None, None, None, "2020-02-18", "", "bookmark")]),
        (INSTAPAPER, [(None, "باران", None, "2020-02-18", "او رفت.", "bookmark")]),
        (RAINDROP, [("7", "باران", None, "2020-02-18", "خلاصه\nیادداشت\nمن", "bookmark")]),
        (READWISE, [(None, "سفر", "نرگس", "2020-02-18", "او رفت.\nخوب", "highlight")]),
        ("tweet_id,in_reply_to_status_id,timestamp,text\n5,4,2013-02-18 08:30:00 +0000,بله\n5,4,2013-02-18 08:30:00 +0000,بله\n", [("5", None, None, "2013-02-18", "بله", "comment")]),
    ],
)  # fmt: skip
def test_exports_that_are_tables(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], text: str, expected: list[tuple[Any, ...]]
) -> None:
    for written in (text, "\ufeff" + text):
        assert rows(read(tmp_path, written, "export.csv")) == expected
    assert main(["posts", "--json", str(tmp_path / "export.csv")]) == 0
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [one["body"] for one in told] == [row[4] for row in expected]


def test_what_tables_say_beside_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, POCKET, "a.csv")[0].tags == ("هوا", "شمال")
    assert read(tmp_path, INSTAPAPER, "a.csv")[0].tags == ("هوا",)
    (kept,) = read(tmp_path, RAINDROP, "a.csv")
    assert (kept.tags, kept.url) == (("هوا", "شمال"), "https://a.example")
    assert [p.url for p in read(tmp_path, YOUTUBE, "a.csv")][:1] == [
        "https://www.youtube.com/watch?v=v1&lc=U1"
    ]


def test_other_tables_are_no_records(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="no feed"):
        read(tmp_path, "id,text\n1,باران\n", "a.csv")
    assert main(["posts", "--column", "Message", str(tmp_path / "b.csv")]) == 2  # there is no such file
    (tmp_path / "b.csv").write_text(
        "Date,Link,Message\n2020-02-18,https://l.example,باران بارید\n", encoding="utf-8"
    )
    capfd.readouterr()
    assert main(["posts", "--json", "--column", "Message", str(tmp_path / "b.csv")]) == 0
    assert '"kind": "post"' in capfd.readouterr().out  # who names a column wants that one read as a page


def test_a_folder_of_a_blog_as_one_zip_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "blog.zip", "w") as archive:
        archive.writestr("_posts/2020-02-18-rain.md", "---\ntitle: باران\n---\nبارید.\n")
        archive.writestr("README.md", "# خانه\nمتن")
        archive.writestr("Shares.csv", LINKEDIN)
        archive.writestr("numbers.csv", "a,b\n1,2\n")
    posts = list(read_records(tmp_path / "blog.zip"))
    assert [(p.title, str(p.date)) for p in posts] == [
        (None, "2020-02-18"),
        (None, "2020-02-19"),
        (None, "2020-02-20"),
        ("باران", "2020-02-18"),
    ]


def test_long_front_matter_and_facets_cost_no_more_than_their_length() -> None:
    def front(size: int) -> None:
        list(records_in(io.BytesIO(("---\ntitle: x\n" + "a: b\n" * 200 + "---\n" + "متن\n" * size).encode())))

    def facets(size: int) -> None:
        many = [{"index": {"byteStart": n, "byteEnd": n + 3}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://e.example"}]} for n in range(0, 3 * size, 3)]  # fmt: skip
        list(records_in(io.BytesIO(json.dumps(bluesky_record("…" * size, facets=many)).encode())))

    assert_linear(front, 500, 4000, 8)
    assert_linear(facets, 300, 2400, 8)
