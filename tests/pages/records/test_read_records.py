"""Feeds and exports: one post a record, each once, with traps of each format."""

from __future__ import annotations

import contextlib
import datetime
import json
import random
from pathlib import Path

import pytest

from textnorm import Post, read_records
from textnorm.cli import main

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>باغچه</title><language>fa</language><image><title>نشان</title></image>
<item><title>باران &amp;amp; باد</title><link>https://g.example/1</link><guid isPermaLink="false">g-1</guid><dc:creator>نرگس</dc:creator><category>هوا</category><category>هوا</category>
<pubDate>Thu, 20 Sep 2018 23:30:00 +0430</pubDate><description>کوتاه&nbsp;شده</description><content:encoded><![CDATA[<p>او <b>می</b>&zwnj;آید</p><p>دوم</p>]]></content:encoded></item>
<item><title>دوم</title><guid>https://g.example/2</guid><pubDate>پنجشنبه ۲۹ شهریور ۱۳۹۷</pubDate><author>a@b.example (کاوه)</author><description>خط یک
خط دو\x0b</description></item>
<item><title>سوم</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>باغچه</title><author><name>نرگس</name></author>
<entry><id>tag:1</id><title type="html">یک &lt;b&gt;دو&lt;/b&gt;</title><link rel="edit" href="https://g.example/edit"/><link href="https://g.example/1"/><published>2018-09-20T01:00:00+04:30</published><updated>2019-01-02T00:00:00Z</updated><category term="گل"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نمی<b>‌</b>آید</p><p>دوم</p></div></content><media:title>نه</media:title></entry>
<entry><id>tag:2</id><title>a &lt; b</title><author><name>کاوه</name></author><updated>2019-01-02T00:00:00Z</updated><content type="text">a &lt;p&gt; is a tag</content></entry></feed>"""
WXR = """<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><language>fa-IR</language>
<wp:author><wp:author_login>admin</wp:author_login><wp:author_display_name><![CDATA[نرگس کاظمی]]></wp:author_display_name></wp:author>
<item><title>نوشته</title><link>https://g.example/1</link><pubDate>Wed, 19 Sep 2018 20:30:00 +0000</pubDate><dc:creator>admin</dc:creator><content:encoded><![CDATA[<!-- wp:paragraph -->بند یک

بند دو[caption id="x"]تصویر[/caption]<pre>a
b</pre>]]></content:encoded><excerpt:encoded>نه</excerpt:encoded><wp:post_id>7</wp:post_id><wp:post_date>2018-09-20 01:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>سارا</wp:comment_author><wp:comment_date>2018-09-21 10:00:00</wp:comment_date><wp:comment_content>خوب بود</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_content>buy</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment></item>
<item><title>نیمه</title><content:encoded>x</content:encoded><wp:post_id>8</wp:post_id><wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>درباره</title><wp:post_id>9</wp:post_id><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item></channel></rss>"""
BLOGGER = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#" xmlns:blogger="http://schemas.google.com/blogger/2018">
<entry><id>tag:s</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#settings"/><title>نه</title></entry>
<entry><id>tag:1</id><published>2013-12-06T08:00:00.000+03:30</published><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><category scheme="http://www.blogger.com/atom/ns#" term="برف"/><title>برف</title><content type="html">برف&lt;br /&gt;آمد</content></entry>
<entry><id>tag:2</id><app:control><app:draft>yes</app:draft></app:control><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><title>نیمه</title></entry>
<entry><id>tag:3</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#comment"/><content type="html">سلام</content></entry>
<entry><id>tag:4</id><blogger:type>PAGE</blogger:type><blogger:status>LIVE</blogger:status><title>درباره</title></entry></feed>"""
CHAT = {
    "name": "c", "type": "public_channel", "id": 5,
    "messages": [
        {"id": 1, "type": "service", "date": "2020-05-01T10:00:00", "actor": "نرگس", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2020-05-01T23:59:00", "edited": "2020-05-03T10:00:00", "from": "نرگس", "text": ["می", {"type": "bold", "text": "‌روم "}, {"type": "hashtag", "text": "#باغ"}],
         "text_entities": [{"type": "plain", "text": "می"}, {"type": "bold", "text": "‌روم "}, {"type": "hashtag", "text": "#باغ"}]},
        {"id": 2, "type": "message", "date": "2020-05-01T23:59:00", "text": "دوباره"},
        {"id": 3, "type": "message", "date": "2020-05-02T00:00:00", "from": None, "photo": "x.jpg", "text": ""},
        {"id": 4, "type": "message", "date": "2020-05-02T00:00:00", "text": "", "poll": {"question": "کدام؟", "answers": [{"text": "رز"}]}},
    ],
}  # fmt: skip
ANDROID = """‏۱۳۹۷/۶/۲۹،‏ ۱۰:۰۰ - پیام‌ها رمزنگاری شده‌اند
‏۱۳۹۷/۶/۲۹،‏ ۱۰:۰۱ - نرگس: سلام
خط دوم: ادامه
‏۱۳۹۷/۶/۳۰،‏ ۱۰:۰۲ - سارا: <رسانه حذف شد>
‏۱۳۹۷/۶/۳۰،‏ ۱۰:۰۳ - سارا: نشانی https://a.example
"""
IOS = """[\u200e13/2/21, 9:05:11\u202fPM] نرگس: سلام
\u200e[1/2/21, 9:06:00 PM] سارا: \u200eimage omitted
[1/3/21, 9:06:00 PM] سارا: یک
1/3/21 تاریخ مهمی است
"""


def records(tmp_path: Path, name: str, text: str) -> list[Post]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return list(read_records(path))


def days(posts: list[Post]) -> list[str | None]:
    return [post.date and post.date.isoformat() for post in posts]


def test_rss(tmp_path: Path) -> None:
    one, two, three = posts = records(tmp_path, "a.rss", RSS)
    assert days(posts) == ["2018-09-20", "2018-09-20", None]
    assert (one.title, one.author, one.tags, one.id, one.url) == ("باران & باد", "نرگس", ("هوا",), "g-1", "https://g.example/1")  # fmt: skip
    assert one.body == "او می‌آید\nدوم"
    assert (two.author, two.url, two.body, two.language) == (
        "کاوه",
        "https://g.example/2",
        "خط یک\nخط دو",
        "fa",
    )
    assert (three.body, three.kind) == ("", "post")


def test_atom(tmp_path: Path) -> None:
    one, two = records(tmp_path, "a.atom", ATOM)
    assert (one.title, one.author, one.url, one.tags) == ("یک دو", "نرگس", "https://g.example/1", ("گل",))
    assert one.body == "نمی‌آید\nدوم"
    assert days([one]) == ["2018-09-20"]
    assert (two.title, two.author, two.date, two.body) == (
        "a < b",
        "کاوه",
        datetime.date(2019, 1, 2),
        "a <p> is a tag",
    )
    assert two.modified is not None


def test_wordpress(tmp_path: Path) -> None:
    posts = records(tmp_path, "a.xml", WXR)
    assert [post.kind for post in posts] == ["post", "comment", "spam", "draft", "page"]
    assert days(posts) == ["2018-09-20", "2018-09-21", None, None, None]
    assert posts[0].author == "نرگس کاظمی"
    assert posts[0].body.split("\n") == ["بند یک", "بند دوتصویر", "```", "a", "b", "```"]
    assert [post.id for post in posts] == ["7", "7#3", "7#4", "8", "9"]


def test_blogger(tmp_path: Path) -> None:
    posts = records(tmp_path, "blog.xml", BLOGGER)
    assert [post.kind for post in posts] == ["settings", "post", "draft", "comment", "page"]
    assert (posts[1].body, posts[1].tags, days(posts)[1]) == ("برف\nآمد", ("برف",), "2013-12-06")


@pytest.mark.parametrize("account", [False, True])
def test_telegram(tmp_path: Path, account: bool) -> None:
    export = {"chats": {"list": [CHAT]}, "left_chats": {"list": [CHAT]}} if account else CHAT
    posts = records(tmp_path, "result.json", json.dumps(export))
    assert [(post.id, post.kind) for post in posts] == [("5/1", "service"), ("5/2", "post"), ("5/3", "media"), ("5/4", "post")]  # fmt: skip
    assert (posts[1].body, posts[1].tags, posts[1].author) == ("می‌روم #باغ", ("باغ",), "نرگس")
    assert days(posts)[:2] == ["2020-05-01", "2020-05-01"]
    assert posts[3].body == "کدام؟\nرز"


@pytest.mark.thorough
def test_no_export_breaks_it(tmp_path: Path) -> None:
    """300 mutated exports, and 200 with values of other types, are read or refused with a reason."""
    chance = random.Random(27)
    texts = [RSS, ATOM, WXR, BLOGGER, ANDROID, IOS]
    for _ in range(300):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        scrap = chance.choice(["<", "&", "</item>", "&nbsp;", "&foo;", "]]>", "<item>", "۹", "/", "\0"])
        text = text[:start] + scrap + text[start + chance.choice((0, 1, 60)) :]
        with contextlib.suppress(ValueError):
            records(tmp_path, "x", text)
    for _ in range(200):
        with contextlib.suppress(ValueError):
            records(tmp_path, "x", json.dumps(varied(CHAT, chance)))


def varied(value: object, chance: random.Random) -> object:
    """The value with some parts of another type."""
    if chance.random() < 0.15:
        return chance.choice([None, 1, "x", [], {}, [None], True, 1.5])
    if isinstance(value, dict):
        return {key: varied(part, chance) for key, part in value.items()}
    return [varied(part, chance) for part in value] if isinstance(value, list) else value


def test_whatsapp(tmp_path: Path) -> None:
    posts = records(tmp_path, "chat.txt", ANDROID)
    assert [(post.kind, post.author) for post in posts] == [("service", None), ("post", "نرگس"), ("media", "سارا"), ("post", "سارا")]  # fmt: skip
    assert posts[1].body == "سلام\nخط دوم: ادامه"
    assert days(posts)[1:3] == ["2018-09-20", "2018-09-21"]
    posts = records(tmp_path, "ios.txt", IOS)
    assert days(posts) == ["2021-02-13", "2021-02-01", "2021-03-01"]
    assert [post.kind for post in posts] == ["post", "media", "post"]
    assert posts[2].body == "یک\n1/3/21 تاریخ مهمی است"
    unclear = records(tmp_path, "b.txt", "1/2/21, 10:00 - a: x\n3/4/21, 10:00 - a: y\n")
    assert days(unclear) == [None, None]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>", "entities of its own"),
        ("<rss><item><title>x</item>", "not XML"),
        ('{"a": 1}', "no feed"),
        ("<?xml version='1.0' encoding='tf-8'?><rss/>", "unknown encoding"),
        ("باران آمد.", "no feed"),
    ],
)
def test_what_is_no_export_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        records(tmp_path, "x", text)


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [("a.rss", RSS, 3), ("a.atom", ATOM, 2), ("a.wxr", WXR, 5), ("blog.xml", BLOGGER, 5), ("r.json", json.dumps(CHAT), 4), ("c.txt", ANDROID, 4)],
)  # fmt: skip
def test_command(tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, text: str, count: int) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert main(["posts", "--json", str(path)]) == 0
    found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert len(found) == count
    assert [record["id"] for record in found] == [post.id for post in read_records(path)]


def test_other_json_is_read_as_before(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "باران\\n\\n۸ مهر ۱۳۹۷\\n\\nامروز در شمال باران بارید."}]', encoding="utf-8")
    assert main(["posts", "--json", str(path)]) == 0
    assert json.loads(capfd.readouterr().out)["date"] == "2018-09-30"
