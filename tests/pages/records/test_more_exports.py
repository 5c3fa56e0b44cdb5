"""Exports of forums, messengers and notes: each record once, with day, author and text, whatever the programme did to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.growth import assert_linear
from textnorm import Post, read_records
from textnorm.cli import main
from textnorm.pages.records.read_records import records_in


def read(tmp_path: Path, value: Any, name: str = "export.json") -> list[Post]:
    path = tmp_path / name
    path.write_text(
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8"
    )
    return list(read_records(path))


def rows(posts: list[Post]) -> list[tuple[Any, ...]]:
    return [(p.id, p.author, p.date and p.date.isoformat(), p.body, p.kind) for p in posts]


TOPIC = {
    "id": 9, "title": "باران در شمال", "tags": ["هوا", {"name": "شمال"}],
    "post_stream": {"posts": [
        {"id": 40, "post_number": 1, "post_type": 1, "name": "نرگس", "username": "narges", "created_at": "2020-02-18T22:30:00.000Z", "updated_at": "2020-02-19T08:00:00.000Z", "cooked": "<p>باران <b>نمی</b>&zwnj;آید.</p>\n<pre><code>a  b</code></pre>"},
        {"id": 41, "post_number": 2, "post_type": 1, "name": "", "username": "sara", "created_at": "2020-02-19T09:00:00.000Z", "updated_at": "2020-02-19T09:00:00.000Z", "cooked": "<aside class=\"quote\"><blockquote><p>باران</p></blockquote></aside><p>اینجا آمد.</p>"},
        {"id": 42, "post_number": 3, "post_type": 3, "username": "system", "created_at": "2020-02-20T09:00:00.000Z", "action_code": "closed.enabled", "cooked": ""},
        {"id": 43, "post_number": 4, "post_type": 1, "username": "ali", "created_at": "2020-02-20T10:00:00.000Z", "deleted_at": "2020-02-21T10:00:00.000Z", "cooked": "<p>پاک شد</p>"},
        {"id": 41, "post_number": 2, "post_type": 1, "name": "", "username": "sara", "created_at": "2020-02-19T09:00:00.000Z", "updated_at": "2020-02-19T09:00:00.000Z", "cooked": "<aside class=\"quote\"><blockquote><p>باران</p></blockquote></aside><p>اینجا آمد.</p>"},
    ]},
}  # fmt: skip


def test_a_topic_of_discourse(tmp_path: Path) -> None:
    posts = read(tmp_path, TOPIC)
    assert rows(posts) == [
        ("40", "نرگس", "2020-02-18", "باران نمی\u200cآید.\n```\na  b\n```", "post"),
        ("41", "sara", "2020-02-19", "باران\nاینجا آمد.", "comment"),
        ("42", "system", "2020-02-20", "", "service"),
        ("43", "ali", "2020-02-20", "پاک شد", "trash"),
    ]
    assert [post.title for post in posts[:2]] == ["باران در شمال", None]
    assert (posts[0].tags, str(posts[0].modified), posts[1].modified) == (("شمال", "هوا"), "2020-02-19", None)


POST = {"id": "abc", "name": "t3_abc", "subreddit": "iran", "title": "باد &amp; باران", "selftext": "متن &gt; متن", "author": "narges", "created_utc": 1582014600.0, "permalink": "/r/iran/comments/abc/x/", "link_flair_text": "هوا", "edited": 1582101000.0}  # fmt: skip
COMMENT = {"id": "d1", "subreddit": "iran", "link_id": "t3_abc", "parent_id": "t3_abc", "body": "بله، دیدم.", "author": "sara", "created_utc": "1582014700", "edited": False}  # fmt: skip
GONE = COMMENT | {"id": "d2", "body": "[removed]", "author": "[deleted]"}
REDDIT = [
    ("t3_abc", "narges", "2020-02-18", "متن > متن", "post"),
    ("t1_d1", "sara", "2020-02-18", "بله، دیدم.", "comment"),
    ("t1_d2", None, "2020-02-18", "", "trash"),
]


def test_posts_and_comments_of_reddit_one_a_line(tmp_path: Path) -> None:
    lines = "".join(json.dumps(one) + "\n" for one in (POST, COMMENT, GONE, COMMENT))
    posts = read(tmp_path, lines, "dump.jsonl")
    assert rows(posts) == REDDIT
    assert (posts[0].title, posts[0].tags, str(posts[0].modified)) == ("باد & باران", ("هوا",), "2020-02-19")
    assert posts[0].url == "https://www.reddit.com/r/iran/comments/abc/x/"
    with pytest.raises(ValueError, match="line 3"):
        read(tmp_path, lines.replace(json.dumps(GONE), '{"id": 1}'), "dump.jsonl")


def test_a_page_of_reddit(tmp_path: Path) -> None:
    inner = {
        "kind": "Listing",
        "data": {
            "children": [
                {"kind": "t1", "data": GONE | {"replies": ""}},
                {"kind": "more", "data": {"count": 3}},
            ]
        },
    }
    page = [
        {"kind": "Listing", "data": {"children": [{"kind": "t3", "data": POST}]}},
        {"kind": "Listing", "data": {"children": [{"kind": "t1", "data": COMMENT | {"replies": inner}}]}},
    ]  # fmt: skip
    assert rows(read(tmp_path, page)) == REDDIT
    deep: Any = {"kind": "t1", "data": COMMENT}
    for _ in range(100):
        deep = {
            "kind": "t1",
            "data": COMMENT | {"replies": {"kind": "Listing", "data": {"children": [deep]}}},
        }
    assert rows(read(tmp_path, [deep])) == REDDIT[1:2]


DISQUS = """<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><title>General</title></category>
<thread dsq:id="7"><id>a</id><link>https://a.example/1</link><title>باد و باران</title><message/><createdAt>2019-01-01T00:00:00Z</createdAt><author><name>سایت</name></author></thread>
<post dsq:id="50"><id/><message><![CDATA[<p>باران <b>می</b>&zwnj;آید</p><p>دوم</p>]]></message><createdAt>2020-02-18T08:30:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>نرگس</name><username>n</username></author><thread dsq:id="7"/></post>
<post dsq:id="51"><message>x &amp; y</message><createdAt>2020-02-19T08:30:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><username>sara</username></author><thread dsq:id="7"/><parent dsq:id="50"/></post>
<post dsq:id="52"><message>buy</message><createdAt>2020-02-19T08:30:00Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>z</name></author><thread dsq:id="8"/></post>
<post dsq:id="50"><id/><message><![CDATA[<p>باران <b>می</b>&zwnj;آید</p><p>دوم</p>]]></message><createdAt>2020-02-18T08:30:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>نرگس</name></author><thread dsq:id="7"/></post>
</disqus>"""


def test_comments_of_disqus(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    posts = read(tmp_path, DISQUS, "disqus.xml")
    assert rows(posts) == [
        ("50", "نرگس", "2020-02-18", "باران می\u200cآید\nدوم", "comment"),
        ("51", "sara", "2020-02-19", "x & y", "trash"),
        ("52", "z", "2020-02-19", "buy", "spam"),
    ]
    assert [(p.title, p.url) for p in posts[1:]] == [
        ("باد و باران", "https://a.example/1#comment-51"),
        (None, None),
    ]
    assert main(["posts", "--json", str(tmp_path / "disqus.xml")]) == 0
    assert [json.loads(line)["id"] for line in capfd.readouterr().out.splitlines()] == ["50", "51", "52"]


def event(
    number: int, sender: str, content: dict[str, Any], kind: str = "m.room.message", **more: Any
) -> dict[str, Any]:
    return {"type": kind, "event_id": f"${number}", "sender": f"@{sender}:a.example", "origin_server_ts": 1582014600000 + number * 86_400_000, "content": content} | more  # fmt: skip


ROOM = {
    "room_name": "باغ", "exported_at": "2024-01-01",
    "messages": [
        event(0, "narges", {"membership": "join", "displayname": "نرگس"}, "m.room.member", state_key="@narges:a.example"),
        event(1, "narges", {"msgtype": "m.text", "body": "باران امد"}),
        event(2, "sara", {"msgtype": "m.text", "body": "> <@narges:a.example> باران امد\n\nبله\n> دیدم", "m.relates_to": {"m.in_reply_to": {"event_id": "$1"}}}),
        event(3, "narges", {"msgtype": "m.text", "body": "* باران آمد", "m.new_content": {"msgtype": "m.text", "body": "باران آمد"}, "m.relates_to": {"rel_type": "m.replace", "event_id": "$1"}}),
        event(4, "sara", {"msgtype": "m.image", "body": "IMG_1.jpg", "url": "mxc://a/b"}),
        event(5, "sara", {}),
        event(6, "sara", {"msgtype": "m.text", "body": "a b", "format": "org.matrix.custom.html", "formatted_body": "<mx-reply><blockquote>x</blockquote></mx-reply>a<br>b"}),
    ],
}  # fmt: skip


def test_a_room_of_matrix_has_each_message_once_and_as_it_was_changed(tmp_path: Path) -> None:
    posts = read(tmp_path, ROOM)
    assert rows(posts) == [
        ("$0", "نرگس", "2020-02-18", "", "service"),
        ("$1", "نرگس", "2020-02-19", "باران آمد", "post"),
        ("$2", "@sara:a.example", "2020-02-20", "بله\n> دیدم", "post"),
        ("$4", "@sara:a.example", "2020-02-22", "", "media"),
        ("$5", "@sara:a.example", "2020-02-23", "", "trash"),
        ("$6", "@sara:a.example", "2020-02-24", "a\nb", "post"),
    ]
    assert str(posts[1].modified) == "2020-02-21"


CHAT = {"messages": [
    {"creator": {"name": "نرگس", "email": "n@a.example"}, "created_date": "Tuesday, February 18, 2020 at 11:30:00\u202fPM UTC", "text": "سلام", "topic_id": "t", "message_id": "a/1"},
    {"creator": {"email": "s@a.example"}, "created_date": "Wednesday, 19 February 2020 at 00:30:00 UTC", "updated_date": "Thursday, 20 February 2020 at 00:30:00 UTC", "text": "خوبی؟", "topic_id": "t", "message_id": "a/2"},
    {"creator": {"name": "z"}, "created_date": "Wednesday, 19 February 2020 at 00:31:00 UTC", "message_state": "DELETED", "message_id": "a/3"},
    {"creator": {"name": "z"}, "created_date": "someday", "text": "بعد", "message_id": "a/4"},
    {"creator": {"name": "z"}, "created_date": "Wednesday, 19 February 2020 at 00:32:00 UTC", "attached_files": [{}], "message_id": "a/5"},
]}  # fmt: skip


def test_a_conversation_of_google_chat(tmp_path: Path) -> None:
    posts = read(tmp_path, CHAT)
    assert rows(posts) == [
        ("a/1", "نرگس", "2020-02-18", "سلام", "post"),
        ("a/2", "s@a.example", "2020-02-19", "خوبی؟", "post"),
        ("a/3", "z", "2020-02-19", "", "trash"),
        ("a/4", "z", None, "بعد", "post"),
        ("a/5", "z", "2020-02-19", "", "media"),
    ]
    assert str(posts[1].modified) == "2020-02-20"


def test_notes_of_keep(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    note = {"color": "DEFAULT", "isTrashed": False, "isPinned": False, "isArchived": True, "textContent": "شیر\n\nنان", "title": "خرید", "userEditedTimestampUsec": 1582101000000000, "createdTimestampUsec": 1582014600000000, "labels": [{"name": "خانه"}], "textContentHtml": "<p>شیر</p>"}  # fmt: skip
    (post,) = read(tmp_path, note, "note.json")
    assert (post.title, post.tags, str(post.modified)) == ("خرید", ("خانه",), "2020-02-19")
    assert rows([post]) == [(None, None, "2020-02-18", "شیر\n\nنان", "post")]
    tasks = note | {
        "listContent": [{"text": "تخم‌مرغ", "isChecked": True}, {"text": "ماست", "isChecked": False}],
        "isTrashed": True,
    }
    del tasks["textContent"], tasks["createdTimestampUsec"]
    (listed,) = read(tmp_path, tasks, "list.json")
    assert rows([listed]) == [(None, None, "2020-02-19", "- [x] تخم‌مرغ\n- [ ] ماست", "trash")]
    assert main(["posts", "--json", str(tmp_path / "note.json")]) == 0  # one line, and yet no JSON Lines
    assert json.loads(capfd.readouterr().out)["title"] == "خرید"


SIGNAL = [
    {"date": "2020-02-18T08:30:00+00:00", "sender": "نرگس", "body": "سلام\nخوبی؟", "quote": "", "sticker": "", "reactions": [], "attachments": []},
    {"date": "2020-02-18T08:31:00+00:00", "sender": "Me", "body": "", "quote": "", "sticker": "", "reactions": [{"name": "n", "emoji": "👍"}], "attachments": [{"name": "a.jpg"}]},
    {"date": "2020-02-18T08:32:00+00:00", "sender": "Me", "body": "بله", "quote": ">\n> سلام", "sticker": "", "reactions": [], "attachments": []},
    {"date": "2020-02-18T08:32:00+00:00", "sender": "Me", "body": "بله", "quote": "", "sticker": "", "reactions": [], "attachments": []},
]  # fmt: skip


def test_a_chat_of_signal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = "\n".join(json.dumps(one) for one in SIGNAL) + "\n\n"
    assert rows(read(tmp_path, lines, "data.json")) == [
        ("1", "نرگس", "2020-02-18", "سلام\nخوبی؟", "post"),
        ("2", "Me", "2020-02-18", "", "media"),
        ("3", "Me", "2020-02-18", "بله", "post"),
        ("4", "Me", "2020-02-18", "بله", "post"),  # said twice, and so there twice
    ]
    assert main(["posts", "--json", str(tmp_path / "data.json")]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 4
    with pytest.raises(ValueError, match="line 2"):
        read(tmp_path, lines.replace("\n", "\n[[", 1), "data.json")


def test_posts_of_tumblr(tmp_path: Path) -> None:
    posts = [
        {"id": 1, "id_string": "1", "type": "text", "blog_name": "baran", "post_url": "https://a.example/1", "timestamp": 1582014600, "title": "باد", "body": "<p>یک<br>دو</p>", "tags": ["هوا", 3], "state": "published"},
        {"id": 2, "type": "quote", "blog_name": "baran", "post_url": "https://a.example/2", "timestamp": 1582014600, "text": "گفته", "source": "<a href='x'>کسی</a>", "state": "draft"},
        {"id": 3, "type": "answer", "blog_name": "baran", "post_url": "u", "timestamp": 1582014600, "question": "چرا؟", "answer": "<p>زیرا.</p>"},
        {"id": 4, "type": "photo", "blog_name": "baran", "post_url": "u", "timestamp": 1582014600, "caption": ""},
        {"id": 5, "type": "blocks", "blog_name": "baran", "post_url": "u", "timestamp": 1582014600, "content": [{"type": "text", "text": "الف"}, {"type": "image"}, {"type": "text", "text": "ب"}]},
        {"id": 3, "type": "answer", "blog_name": "baran", "post_url": "u", "timestamp": 1582014600, "question": "چرا؟", "answer": "<p>زیرا.</p>"},
    ]  # fmt: skip
    found = read(tmp_path, {"meta": {"status": 200}, "response": {"posts": posts}})
    assert [(p.id, p.body, p.kind) for p in found] == [
        ("1", "یک\nدو", "post"),
        ("2", "گفته\nکسی", "draft"),
        ("3", "چرا؟\nزیرا.", "post"),
        ("4", "", "media"),
        ("5", "الف\nب", "post"),
    ]
    assert (found[0].title, found[0].tags, found[0].author) == ("باد", ("هوا",), "baran")


def test_a_list_of_feeds_holds_no_posts(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    opml = '<?xml version="1.0"?><opml version="2.0"><body><outline text="باد" xmlUrl="https://a.example/feed"/></body></opml>'
    with pytest.raises(ValueError, match="fetch the feeds that it names"):
        read(tmp_path, opml, "feeds.opml")
    assert main(["posts", str(tmp_path / "feeds.opml")]) == 2
    assert "OPML is a list of feeds" in capfd.readouterr().err


def test_records_that_are_of_another_type_than_they_should_be(tmp_path: Path) -> None:
    odd: list[Any] = [None, 3, "x", [], {}, True, {"a": [1]}]
    for name, value in (
        ("posts", TOPIC["post_stream"]["posts"][0]),
        ("messages", ROOM["messages"][1]),
        ("messages", CHAT["messages"][0]),
    ):  # type: ignore[index]
        for key in value:
            for other in odd:
                items = [value, value | {key: other}]
                export = {"post_stream": {"posts": items}} if name == "posts" else {"messages": items}
                assert read(tmp_path, export)[0].body
    for key in POST:
        for other in odd:
            assert read(tmp_path, [COMMENT, POST | {key: other}])[0].body == "بله، دیدم."


def test_they_take_linear_time() -> None:
    import io

    def room(size: int) -> Any:
        events = [
            event(
                n,
                "a",
                {
                    "msgtype": "m.text",
                    "body": "> x\n" * 9 + str(n),
                    "m.relates_to": {"rel_type": "m.replace", "event_id": f"${n // 2}"},
                },
            )
            for n in range(size)
        ]
        return json.dumps({"messages": events}).encode()

    def posts(size: int) -> Any:
        return "\n".join(json.dumps(COMMENT | {"id": str(n)}) for n in range(size)).encode() + b"\n"

    for make in (room, posts):
        assert_linear(lambda data: list(records_in(io.BytesIO(data))), make(40), make(400), 10)
