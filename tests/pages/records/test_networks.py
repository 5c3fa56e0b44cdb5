"""Exports of chats and networks: each record once, with its day, whatever its fields hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from textnorm import Post, read_records
from textnorm.cli import main


def read(tmp_path: Path, value: Any, name: str = "export.json") -> list[Post]:
    path = tmp_path / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return list(read_records(path))


def rows(posts: list[Post]) -> list[tuple[Any, ...]]:
    return [(p.id, p.author, p.date and p.date.isoformat(), p.body, p.kind) for p in posts]


def spoilt(text: str) -> str:
    """Return a text as Meta exports it."""
    return text.encode().decode("latin-1")


DISCORD = {
    "guild": {"id": "1", "name": "باغ"}, "channel": {"id": "7", "name": "گفتگو"}, "exportedAt": "2024-01-01T00:00:00+00:00",
    "messages": [
        {"id": "10", "type": "Default", "timestamp": "2020-02-18T08:30:00.123+00:00", "timestampEdited": "2020-02-19T08:30:00+00:00", "content": "باران آمد\nدر #شمال", "author": {"id": "3", "name": "mina", "nickname": "مینا"}},
        {"id": "11", "type": "Reply", "timestamp": "2020-02-18T08:31:00+00:00", "content": "بله، دیدم.", "author": {"name": "sara", "nickname": None}, "reference": {"messageId": "10"}},
        {"id": "12", "type": "GuildMemberJoin", "timestamp": "2020-02-18T08:32:00+00:00", "content": "Joined the server.", "author": {"name": "ali"}},
        {"id": "13", "type": "Default", "timestamp": "2020-02-18T08:33:00+00:00", "content": "", "attachments": [{"url": "a.png"}], "author": {"name": "ali"}},
        {"id": "11", "type": "Reply", "timestamp": "2020-02-18T08:31:00+00:00", "content": "بله، دیدم.", "author": {"name": "sara"}},
        "no message",
    ],
}  # fmt: skip


def test_a_channel_of_discord(tmp_path: Path) -> None:
    posts = read(tmp_path, DISCORD)
    assert rows(posts) == [
        ("7/10", "مینا", "2020-02-18", "باران آمد\nدر #شمال", "post"),
        ("7/11", "sara", "2020-02-18", "بله، دیدم.", "post"),
        ("7/12", "ali", "2020-02-18", "Joined the server.", "service"),
        ("7/13", "ali", "2020-02-18", "", "media"),
    ]
    assert posts[0].tags == ("شمال",)
    assert posts[0].modified is not None
    assert posts[0].modified.isoformat() == "2020-02-19"


def test_a_package_of_discord(tmp_path: Path) -> None:
    messages = [
        {"ID": 5, "Timestamp": "2021-03-04 05:06:07", "Contents": "سلام", "Attachments": ""},
        {"ID": 6, "Timestamp": "x", "Contents": "بعد"},
    ]
    assert rows(read(tmp_path, messages)) == [
        ("5", None, "2021-03-04", "سلام", "post"),
        ("6", None, None, "بعد", "post"),
    ]


def test_a_day_of_slack(tmp_path: Path) -> None:
    messages = [
        {"type": "message", "subtype": "channel_join", "ts": "1582014600.000100", "user": "U1", "text": "<@U1> has joined the channel"},
        {"type": "message", "ts": "1582014600.000200", "user": "U1", "user_profile": {"real_name": "مینا رضایی"}, "text": "ببین <https://a.example/?x=1&amp;y=2|این> را &lt;اینجا&gt;", "client_msg_id": "c-1"},
        {"type": "message", "ts": "1582014700.000200", "user": "U2", "text": "<!here> <#C1|general> <https://b.example>", "edited": {"user": "U2", "ts": "1582101000.000000"}},
        {"type": "message", "subtype": "bot_message", "ts": "1582014800.0", "username": "خبر", "text": "باد می‌آید."},
        {"type": "message", "ts": 7, "text": "بی روز"},
    ]  # fmt: skip
    assert rows(read(tmp_path, messages)) == [
        ("1582014600.000100", "U1", "2020-02-18", "@U1 has joined the channel", "service"),
        ("c-1", "مینا رضایی", "2020-02-18", "ببین این را <اینجا>", "post"),
        ("1582014700.000200", "U2", "2020-02-18", "@here #general https://b.example", "post"),
        ("1582014800.0", "خبر", "2020-02-18", "باد می‌آید.", "post"),
        ("7", None, None, "بی روز", "post"),
    ]


OUTBOX = {
    "@context": "https://www.w3.org/ns/activitystreams", "id": "outbox.json", "type": "OrderedCollection", "totalItems": 4,
    "orderedItems": [
        {"id": "a/1", "type": "Create", "actor": "https://m.example/users/mina", "published": "2020-02-18T08:30:00Z", "object": {
            "id": "https://m.example/1", "type": "Note", "summary": None, "inReplyTo": None, "published": "2020-02-18T08:30:00Z", "url": "https://m.example/@mina/1",
            "attributedTo": "https://m.example/users/mina", "content": "<p>او <b>نمی</b>&zwnj;آید<br>و <a href='/t'>#<span>باران</span></a></p><p>دوم</p>",
            "contentMap": {"fa": "<p>x</p>"}, "tag": [{"type": "Hashtag", "name": "#باران"}, {"type": "Mention", "name": "@x"}], "attachment": []}},
        {"id": "a/2", "type": "Announce", "actor": "https://m.example/users/mina", "published": "2020-02-19T08:30:00Z", "object": "https://other.example/9"},
        {"id": "a/3", "type": "Create", "published": "2020-02-20T08:30:00Z", "object": {"id": "https://m.example/3", "type": "Note", "inReplyTo": "https://o.example/2", "summary": "هشدار", "content": "<p>پاسخ</p>"}},
        {"id": "a/4", "type": "Create", "published": "2020-02-21T08:30:00Z", "object": {"id": "https://m.example/4", "type": "Note", "content": "", "attachment": [{"type": "Document"}]}},
        None,
    ],
}  # fmt: skip


def test_an_outbox_of_mastodon(tmp_path: Path) -> None:
    posts = read(tmp_path, OUTBOX)
    mina = "https://m.example/users/mina"
    assert rows(posts) == [
        ("https://m.example/1", mina, "2020-02-18", "او نمی\u200cآید\nو #باران\nدوم", "post"),
        ("a/2", mina, "2020-02-19", "https://other.example/9", "service"),
        ("https://m.example/3", None, "2020-02-20", "پاسخ", "comment"),
        ("https://m.example/4", None, "2020-02-21", "", "media"),
    ]
    assert (posts[0].tags, posts[0].language, posts[0].url) == (("باران",), "fa", "https://m.example/@mina/1")
    assert posts[2].title == "هشدار"


TWEETS = [
    {"tweet": {"id_str": "1", "created_at": "Tue Feb 18 23:30:00 +0000 2020", "lang": "fa", "full_text": "باد &amp; باران https://t.co/a https://t.co/b",
               "entities": {"hashtags": [{"text": "شمال"}], "urls": [{"url": "https://t.co/a", "expanded_url": "https://a.example/x"}], "media": [{"url": "https://t.co/b"}]}}},
    {"tweet": {"id_str": "2", "created_at": "Wed Feb 19 08:30:00 +0000 2020", "full_text": "@sara بله", "in_reply_to_status_id_str": "9", "lang": "und"}},
    {"tweet": {"id_str": "3", "created_at": "soon", "full_text": "بی روز"}},
    {"tweet": {"id_str": "2", "created_at": "Wed Feb 19 08:30:00 +0000 2020", "full_text": "@sara بله", "in_reply_to_status_id_str": "9"}},
]  # fmt: skip


@pytest.mark.parametrize("head", ["", "window.YTD.tweets.part0 = ", "\ufeffwindow.YTD.tweet.part12 = "])
def test_an_archive_of_twitter(tmp_path: Path, head: str) -> None:
    posts = read(tmp_path, head + json.dumps(TWEETS), "tweets.js")
    assert rows(posts) == [
        ("1", None, "2020-02-18", "باد & باران https://a.example/x", "post"),
        ("2", None, "2020-02-19", "@sara بله", "comment"),
        ("3", None, None, "بی روز", "post"),
    ]
    assert (posts[0].tags, posts[0].language, posts[1].language) == (("شمال",), "fa", None)


@pytest.mark.parametrize("wrap", [list, lambda items: {"ig_reels_media": items}])
def test_posts_of_instagram(tmp_path: Path, wrap: Any) -> None:
    several = {
        "media": [{"uri": "a.jpg", "creation_timestamp": 1582014600, "title": ""}, {"uri": "b.jpg"}],
        "title": spoilt("باران در #شمال\nدوم"),
        "creation_timestamp": 1582101000,
    }
    single = {"media": [{"uri": "c.jpg", "creation_timestamp": 1582014600, "title": spoilt("خانه")}]}
    silent = {"media": [{"uri": "d.jpg", "creation_timestamp": 1582014600, "title": ""}]}
    posts = read(tmp_path, wrap([several, single, silent]))
    assert rows(posts) == [
        (None, None, "2020-02-19", "باران در #شمال\nدوم", "post"),
        (None, None, "2020-02-18", "خانه", "post"),
        (None, None, "2020-02-18", "", "media"),
    ]
    assert posts[0].tags == ("شمال",)


def test_posts_of_facebook(tmp_path: Path) -> None:
    posts = [
        {
            "timestamp": 1582014600,
            "data": [{"post": spoilt("باد آمد.")}, {"update_timestamp": 1582014601}],
            "title": "Mina updated her status.",
        },
        {"timestamp": 1582014700, "attachments": [{"data": []}], "title": "Mina shared a link."},
    ]
    assert rows(read(tmp_path, posts)) == [
        (None, None, "2020-02-18", "باد آمد.", "post"),
        (None, None, "2020-02-18", "", "media"),
    ]


def test_a_chat_of_instagram(tmp_path: Path) -> None:
    chat = {
        "participants": [{"name": spoilt("مینا")}], "title": spoilt("مینا"), "thread_path": "inbox/x",
        "messages": [
            {"sender_name": spoilt("مینا"), "timestamp_ms": 1582014600123, "content": spoilt("سلام")},
            {"sender_name": "Sara", "timestamp_ms": 1582014600123, "photos": [{"uri": "x.jpg"}]},
            {"sender_name": "Sara", "timestamp_ms": 1582014600000, "call_duration": 0, "content": "Sara called you."},
        ],
    }  # fmt: skip
    assert rows(read(tmp_path, chat)) == [
        (None, "مینا", "2020-02-18", "سلام", "post"),
        (None, "Sara", "2020-02-18", "", "media"),
        (None, "Sara", "2020-02-18", "Sara called you.", "service"),
    ]


@pytest.mark.parametrize(
    "value",
    [
        [],
        [1, 2],
        [{"text": "x"}],
        {"type": "OrderedCollection"},
        [{"ts": "1", "type": "event"}],
        {"guild": 1},
        [{"media": [], "title": "x"}],
    ],
)
def test_what_is_none_of_them(tmp_path: Path, value: Any) -> None:
    with pytest.raises(ValueError, match="no feed"):
        read(tmp_path, value)


def test_the_command_reads_them(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "tweets.js").write_text("window.YTD.tweets.part0 = " + json.dumps(TWEETS), encoding="utf-8")
    (tmp_path / "channel.json").write_text(json.dumps(DISCORD), encoding="utf-8")
    for name, count in (("tweets.js", 3), ("channel.json", 4)):
        assert main(["posts", "--json", str(tmp_path / name)]) == 0
        found = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
        assert len(found) == count
        assert found[0]["date"] == "2020-02-18"
