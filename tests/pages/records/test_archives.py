"""Exports as zip files, and of Ghost: each record once, with the names that other files hold."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from textnorm import Post, read_records
from textnorm.cli import main
from textnorm.pages.records.read_records import records_in


def packed(files: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in files.items():
            archive.writestr(name, value if isinstance(value, str | bytes) else json.dumps(value))
    return buffer.getvalue()


def rows(posts: list[Post]) -> list[tuple[Any, ...]]:
    return [(p.id, p.title, p.author, p.date and p.date.isoformat(), p.body, p.kind) for p in posts]


def read(data: bytes) -> list[Post]:
    return list(records_in(io.BytesIO(data)))


SLACK = {
    "users.json": [{"id": "U1", "name": "mina", "profile": {"real_name": "مینا راد"}}, {"id": "U2", "name": "ali", "profile": {}}],
    "channels.json": [{"id": "C1", "name": "باغ", "members": ["U1", "U2"]}],
    "integration_logs.json": [],
    "باغ/2020-02-18.json": [
        {"type": "message", "user": "U1", "text": "گل‌ها را <@U2> آب بده &amp; برو", "ts": "1582014600.000100"},
        {"type": "message", "subtype": "channel_join", "user": "U2", "text": "<@U2> has joined the channel", "ts": "1582014601.000100"},
    ],
    "عمومی/2020-02-18.json": [{"type": "message", "user": "U2", "text": "سلام", "ts": "1582014600.000100"}],
}  # fmt: skip
OF_SLACK = [
    ("باغ/1582014600.000100", None, "مینا راد", "2020-02-18", "گل‌ها را @ali آب بده & برو", "post"),
    ("باغ/1582014601.000100", None, "ali", "2020-02-18", "@ali has joined the channel", "service"),
    ("عمومی/1582014600.000100", None, "ali", "2020-02-18", "سلام", "post"),
]


def test_a_workspace_of_slack(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(packed(SLACK))
    assert rows(list(read_records(path))) == OF_SLACK
    assert main(["posts", "--json", str(path)]) == 0
    assert len(capfdbinary.readouterr().out.splitlines()) == len(OF_SLACK)


def test_a_chat_of_whatsapp_beside_its_pictures() -> None:
    chat = "[1/9/20, 10:05:11] نرگس: سلام\n[1/13/20, 10:06:00] سارا: خوبی؟\n"
    posts = read(packed({"IMG-1.jpg": b"\xff\xd8", "WhatsApp Chat with سارا.txt": chat, "readme.txt": chat}))
    assert [(post.author, post.body) for post in posts] == [("نرگس", "سلام"), ("سارا", "خوبی؟")]


def test_posts_of_medium_and_their_drafts() -> None:
    pytest.importorskip("lxml")
    page = (
        '<!DOCTYPE html><html><head><title>%s</title></head><body><article class="h-entry"><header><h1 class="p-name">%s</h1></header>'
        '<section data-field="body" class="e-content"><p>باران از صبح می‌بارید و کوچه پر از آب شد.</p><p>ما پشت پنجره نشستیم و چای خوردیم.</p></section>'
        '<footer><p>By <a href="https://medium.com/@mina" class="p-author h-card">مینا</a> on <time class="dt-published" datetime="2020-02-18T08:30:00.000Z">February 18, 2020</time>.</p></footer></article></body></html>'
    )  # fmt: skip
    files = {
        "posts/2020-02-18_x-1.html": page % ("روز باران", "روز باران"),
        "posts/draft_y-2.html": page % ("شب برف", "شب برف"),
        "bookmarks/bookmarks-0001.html": page % ("دیگری", "دیگری"),
    }
    posts = read(packed(files))
    assert [(post.title, post.kind, post.id) for post in posts] == [
        ("روز باران", "post", "2020-02-18_x-1"),
        ("شب برف", "draft", "draft_y-2"),
    ]
    assert all("پشت پنجره" in post.body for post in posts)


def test_posts_of_substack_by_their_table() -> None:
    table = 'post_id,post_date,is_published,type,title,subtitle\r\n12.baran,2020-02-18T08:30:00.000Z,true,newsletter,"باران، و باد",یک روز\r\n13.barf,,false,newsletter,برف,\r\n'
    files = {
        "posts.csv": table,
        "posts/12.baran.html": "<p>باران آمد.</p>",
        "posts/13.barf.html": "<p>برف آمد.</p>",
    }
    assert rows(read(packed(files))) == [
        ("12.baran", "باران، و باد", None, "2020-02-18", "یک روز\nباران آمد.", "post"),
        ("13.barf", "برف", None, None, "برف آمد.", "draft"),
    ]


GHOST = {"db": [{"meta": {"version": "5.0"}, "data": {
    "users": [{"id": "u1", "name": "رعنا"}, {"id": "u2", "name": "بهرام"}],
    "tags": [{"id": "t1", "name": "نان"}, {"id": "t2", "name": "#internal"}],
    "posts_tags": [{"post_id": "p1", "tag_id": "t2", "sort_order": 0}, {"post_id": "p1", "tag_id": "t1", "sort_order": 1}],
    "posts_authors": [{"post_id": "p1", "author_id": "u2", "sort_order": 1}, {"post_id": "p1", "author_id": "u1", "sort_order": 0}],
    "posts": [
        {"id": "p1", "title": "نان", "html": "<p>خمیر را <b>ورز</b> دهید.</p><ul><li>آرد</li></ul>", "plaintext": "x", "status": "published", "type": "post", "published_at": "2020-02-18T08:30:00.000Z", "updated_at": "2020-02-20 08:30:00"},
        {"id": "p2", "title": "درباره", "html": "<p>ما</p>", "status": "draft", "page": 1, "author_id": "u1", "created_at": 1582014600000, "published_at": None},
        {"id": "p3", "title": "خالی", "html": None, "plaintext": None, "status": "sent", "type": "post"},
        "no post",
    ],
}}]}  # fmt: skip


def test_a_site_of_ghost() -> None:
    posts = read(json.dumps(GHOST).encode())
    assert rows(posts) == [
        ("p1", "نان", "رعنا، بهرام", "2020-02-18", "خمیر را ورز دهید.\nآرد", "post"),
        ("p2", "درباره", "رعنا", "2020-02-18", "ما", "page-draft"),
        ("p3", "خالی", None, None, "", "media"),
    ]
    assert posts[0].tags == ("نان",)


@pytest.mark.parametrize("files", [{}, {"a.txt": "rain"}, {"a.json": {"b": 1}, "c.xml": "<a/>"}])
def test_an_archive_without_records_says_so(files: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="textnorm reads"):
        read(packed({"b.png": b"x", **files}))


def test_a_cut_archive_says_so() -> None:
    with pytest.raises(ValueError, match="zip"):
        read(packed(SLACK)[:-30])
