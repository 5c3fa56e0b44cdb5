"""Feeds and exports as other hands write them: what the programme itself wrote, drafts, bases, orders of day and month."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest

from support.growth import assert_linear
from textnorm import Post, read_records
from textnorm.cli import main
from textnorm.pages.records.read_records import records_in

SYSTEM = """\
۱۳۹۹/۵/۱۲،‏ ۱۰:۰۴ - نرگس گروه «باغ: بهار» را ایجاد کرد
۱۳۹۹/۵/۱۲،‏ ۱۰:۰۵ - سارا موضوع را از «باغ» به «باغ: پاییز» تغییر داد
۱۳۹۹/۵/۱۲،‏ ۱۰:۰۶ - نرگس: سلام: خوبی؟
۱. نان
۱۲/۵ - دوغ
۱۳۹۹/۵/۱۲،‏ ۱۰:۰۷ - سارا: IMG-20200802-WA0001.jpg (فایل پیوست شده است)
عکس باغ
۱۳۹۹/۵/۱۲،‏ ۱۰:۰۸ - سارا: این پیام حذف شد
۱۳۹۹/۵/۱۲،‏ ۱۰:۰۹ - سارا: فردا می‌آیم <این پیام ویرایش شد>
"""
IOS = """\
[۱۳۹۹/۵/۱۲،‏ ۱۰:۰۵:۱۱] گروه باغ: \u200eپیام‌ها و تماس‌ها سرتاسر رمزگذاری شده‌اند.
\u200e[۱۳۹۹/۵/۱۲،‏ ۱۰:۰۶:۱۱ ق.ظ.] نرگس: \u200eتصویر حذف شد
[۱۳۹۹/۵/۱۲،‏ ۱۰:۰۶:۱۹ بعدازظهر] ~ نرگس: سلام
[۱۳۹۹/۵/۱۳،‏ ۱۰:۰۶:۱۹] سارا: \u200ePOLL:
کدام گل؟
"""
BLOGGER = """<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<entry><id>a</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><blogger:filename>/2010/a.html</blogger:filename><link/></entry>
<entry><id>b</id><blogger:type>COMMENT</blogger:type><blogger:status>SPAM_COMMENT</blogger:status></entry>
<entry><id>c</id><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status></entry>
<entry><id>d</id><blogger:type>PAGE</blogger:type><blogger:status>DRAFT</blogger:status></entry></feed>"""
ATOM = """

<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa" xml:base="https://g.example/"><title>باغچه</title><author><name>کاوه</name></author>
<entry xml:base="b/"><id>1</id><title>یک</title><link href="1.html"/><author><name>سارا</name></author><author><name>امید</name></author></entry>
<entry xml:lang="en"><id>2</id><title>Two</title><source><title>other</title><author><name>Mina</name></author></source></entry></feed>"""
WXR = """<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>نیمه</title><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_id>2</wp:post_id><wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:status>draft</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>خصوصی</title><wp:post_id>3</wp:post_id><wp:post_date>2020-03-20 00:30:00</wp:post_date><wp:post_modified>2020-04-01 00:30:00</wp:post_modified><wp:status>private</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"""


def records(text: str) -> list[Post]:
    return list(records_in(io.BytesIO(text.encode())))


def days(text: str) -> list[str | None]:
    return [post.date and post.date.isoformat() for post in records(text)]


def test_what_the_programme_wrote_is_no_message() -> None:
    posts = records(SYSTEM)
    assert [post.kind for post in posts] == ["service", "service", "post", "post", "service", "post"]
    assert [post.author for post in posts] == [None, None, "نرگس", "سارا", "سارا", "سارا"]
    assert [post.body for post in posts[2:]] == ["سلام: خوبی؟\n۱. نان\n۱۲/۵ - دوغ", "عکس باغ", "این پیام حذف شد", "فردا می‌آیم"]  # fmt: skip
    assert {post.date and post.date.isoformat() for post in posts} == {"2020-08-02"}


def test_marks_tell_what_the_programme_wrote() -> None:
    posts = records(IOS)
    assert [post.kind for post in posts] == ["service", "media", "post", "post"]
    assert posts[3].body.endswith("کدام گل؟")


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["10/9/20", "11/9/20", "1/10/20"], ["2020-09-10", "2020-09-11", "2020-10-01"]),
        (["8/2/20", "8/12/20", "9/1/20"], ["2020-08-02", "2020-08-12", "2020-09-01"]),
        (["1/2/21", "3/4/21"], [None, None]),
        (["۹۹/۵/۱۲", "۹۹/۵/۱۳"], ["2020-08-02", "2020-08-03"]),
        (["11/9/20", "10/9/20"], [None, None]),
    ],
)
def test_order_of_day_and_month(heads: list[str], expected: list[str | None]) -> None:
    assert days("".join(f"{head}, 10:00 - a: x\n" for head in heads)) == expected


def test_status_of_blogger() -> None:
    posts = records(BLOGGER)
    assert [post.kind for post in posts] == ["post", "spam", "trash", "page-draft"]
    assert posts[0].url == "/2010/a.html"


def test_bases_and_languages() -> None:
    one, two = records(ATOM)
    assert (one.url, one.language, one.author) == ("https://g.example/b/1.html", "fa", "سارا، امید")
    assert (two.language, two.author) == ("en", "Mina")


def test_a_draft_without_a_day() -> None:
    """WordPress writes «Mon, 30 Nov -0001» for it, which Python's parser of mail takes for a day of 2000."""
    draft, private = records(WXR)
    assert (draft.date, draft.kind) == (None, "page-draft")
    assert (private.kind, private.modified and private.modified.isoformat()) == ("private", "2020-04-01")


PRINT = """\
انجمن رایانه

شبکه => بی سیم => موضوع آغاز شده توسط: نگار در ۸ مهر ۱۳۹۷، ۱۰:۲۲:۱۳

عنوان: وصل نشدن به شبکه
نوشته شده توسط: نگار در ۸ مهر ۱۳۹۷، ۱۰:۲۲:۱۳

سلام، شبکه پیدا نمی شود.
عنوان: این خط خود متن است

عنوان: پاسخ : وصل نشدن به شبکه
نوشته شده توسط: پیام در ۹ مهر ۱۳۹۷، ۱۱:۰۲:۱۰

نقل قول از: نگار در ۸ مهر ۱۳۹۷
راه انداز را در ۷ مهر ۱۳۹۷ عوض کردم.

SMF 2.0.15 | SMF © 2017, Simple Machines
"""
PRINT_EN = PRINT.replace("عنوان:", "Title:").replace("نوشته شده توسط: نگار در ۸ مهر ۱۳۹۷، ۱۰:۲۲:۱۳", "Post by: Negar on September 30, 2018, 10:22:13 AM")  # fmt: skip


def test_each_post_of_a_print_of_a_board_once() -> None:
    one, two = records(PRINT)
    assert (one.id, one.title, one.author) == ("5", "وصل نشدن به شبکه", "نگار")
    assert one.body == "سلام، شبکه پیدا نمی شود.\nعنوان: این خط خود متن است"
    assert (two.id, two.title, two.author) == ("11", "پاسخ : وصل نشدن به شبکه", "پیام")
    assert two.body == "نقل قول از: نگار در ۸ مهر ۱۳۹۷\nراه انداز را در ۷ مهر ۱۳۹۷ عوض کردم."
    assert days(PRINT) == ["2018-09-30", "2018-10-01"]


def test_a_print_in_english() -> None:
    assert (records(PRINT_EN)[0].author, days(PRINT_EN)[0]) == ("Negar", "2018-09-30")


def test_prose_with_a_title_is_no_print() -> None:
    with pytest.raises(ValueError, match="no feed"):
        records("عنوان: باران\nباران در ۸ مهر ۱۳۹۷ بارید.\n" * 3)


def test_an_entry_of_atom_that_is_only_updated_has_that_day() -> None:
    entry = "<entry><id>1</id><updated>2018-10-01T10:00:00Z</updated></entry><entry><id>2</id><published>دیروز</published><updated>2018-10-01T10:00:00Z</updated></entry>"
    one, two = records(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>')
    assert one.date == one.modified
    assert one.sources["date"] == "updated"
    assert two.date is None


def test_who_signed_in_a_channel_and_the_subjects_of_dublin_core() -> None:
    signed = '{"name":"b","type":"public_channel","id":1,"messages":[{"id":1,"type":"message","from":"باغچه","author":"سارا","text":"نرگس"}]}'
    assert records(signed)[0].author == "سارا"
    item = "<item><title>نرگس</title><dc:subject>گل</dc:subject></item>"
    feed = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/">{item}</rdf:RDF>'
    assert records(feed)[0].tags == ("گل",)


def test_what_atom_says_in_base64_is_read_and_a_picture_is_not() -> None:
    inside = base64.b64encode("باران <b>تند</b> بارید".encode()).decode()
    old = f'<entry><title mode="base64">{inside}</title><content type="application/octet-stream">\n {inside}\n</content></entry>'
    picture = '<entry><title>یک</title><content type="image/png">iVBORw0KGgo=</content></entry>'
    one, two = records(f'<feed xmlns="http://www.w3.org/2005/Atom">{old}{picture}</feed>')
    assert (one.title, one.body, two.body) == ("باران تند بارید", "باران تند بارید", "")
    kept = '<entry><content type="text/plain">iVBORw0KGgo=</content></entry><entry><content type="application/xhtml+xml">a</content></entry>'
    assert [post.body for post in records(f'<feed xmlns="http://www.w3.org/2005/Atom">{kept}</feed>')] == ["iVBORw0KGgo=", "a"]  # fmt: skip


@pytest.mark.parametrize(
    "space", ["http://backend.userland.com/rss2", "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/"]
)  # fmt: skip
def test_feeds_of_old_whose_elements_have_a_namespace(space: str) -> None:
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    item = "<item><title>باران</title><description>تند بارید</description><dcterms:created>2002-09-28</dcterms:created><dc:author>سارا</dc:author></item>"
    (post,) = records(f'<rss xmlns="{space}" {dublin}><channel>{item}</channel></rss>')
    assert (post.title, post.body, post.author, str(post.date)) == (
        "باران",
        "تند بارید",
        "سارا",
        "2002-09-28",
    )


@pytest.mark.parametrize(
    "text",
    [
        '<body xmlns="http://www.w3.org/1999/xhtml"><p>تند بارید</p></body>',
        "<fullitem>&lt;p&gt;تند بارید&lt;/p&gt;</fullitem>",
        '<s:summary xmlns:s="http://www.itunes.com/DTDs/Podcast-1.0.dtd">تند بارید</s:summary>',
    ],
)
def test_texts_of_feeds_under_other_names(text: str) -> None:
    (post,) = records(f"<rss><channel><item>{text}</item></channel></rss>")
    assert post.body == "تند بارید"


def test_namespaces_that_are_written_as_secure_addresses() -> None:
    """The export of WordPress's own test data does."""
    private, draft = records(WXR.replace("http:", "https:"))[::-1]
    assert (private.kind, draft.kind) == ("private", "page-draft")


_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def test_the_news_of_a_sitemap(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    about = "<news:publication><news:name>باغ</news:name><news:language>fa</news:language></news:publication>"
    one = f"<url><loc>https://g.example/1</loc><news:news>{about}<news:publication_date>2018-09-30T01:00:00+03:30</news:publication_date><news:title>باران &amp; باد</news:title><news:keywords>هوا، باغ</news:keywords></news:news></url>"
    text = f"<urlset {_SITEMAP}>{one}</urlset>"
    (post,) = records(text)
    assert (post.title, str(post.date), post.url, post.tags, post.language) == ("باران & باد", "2018-09-30", "https://g.example/1", ("هوا", "باغ"), "fa")  # fmt: skip
    path = tmp_path / "news.xml"
    path.write_text(text, encoding="utf-8")
    assert main(["posts", "--json", str(path)]) == 0
    assert json.loads(capfd.readouterr().out)["title"] == "باران & باد"


@pytest.mark.parametrize("inside", ["<urlset {0}><url><loc>https://g.example/1</loc></url></urlset>", "<sitemapindex {0}><sitemap/></sitemapindex>"])  # fmt: skip
def test_other_sitemaps_hold_no_posts(inside: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sitemap.xml"
    path.write_text(inside.format(_SITEMAP), encoding="utf-8")
    assert main(["posts", "--json", str(path)]) == 2
    assert "a sitemap lists addresses and holds no posts" in capfd.readouterr().err


def test_a_film_is_no_address_of_a_post() -> None:
    links = (
        '<link rel="enclosure">http://g.example/film</link><link rel="alternate" href="http://g.example/1"/>'
    )
    (post,) = records(f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>{links}</entry></feed>')
    assert post.url == "http://g.example/1"


def test_who_speaks_in_a_podcast() -> None:
    item = (
        "<item><title>قسمت ۱</title><itunes:author>نیما</itunes:author><itunes:title>۱</itunes:title></item>"
    )
    feed = f'<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>{item}</channel></rss>'
    assert [(post.title, post.author) for post in records(feed)] == [("قسمت ۱", "نیما")]


BARE = """<rss version="2.0"><channel><title>a & b</title>
<item><title>باد & باران</title><link>https://g.example/?a=1&b=2</link><guid>https://g.example/?p=1&amp;x=2</guid><description>گل &nosuch;&nbsp;و&#x200c;نان &#8; R&D</description></item>
<item><title><![CDATA[تنها & در CDATA]]></title><description><![CDATA[<p>a & b &amp; c</p>]]></description><!-- R&D --></item>
<item><title>سوم</title><enclosure url="https://g.example/?a&b" type="audio/mpeg"/></item></channel></rss>"""


def test_ampersands_that_begin_no_entity() -> None:
    """Bare in a text, an address, an attribute; CDATA and comments keep theirs; a name that means nothing; a forbidden number."""
    one, two, three = records(BARE)
    assert (one.title, one.url, one.id) == ("باد & باران", "https://g.example/?a=1&b=2", "https://g.example/?p=1&x=2")  # fmt: skip
    assert one.body == "گل &nosuch;\N{NO-BREAK SPACE}و\N{ZERO WIDTH NON-JOINER}نان R&D"
    assert (two.title, two.body, two.conflicts) == ("تنها & در CDATA", "a & b & c", ())
    assert [post.conflicts for post in (one, three)] == [
        (f"not XML: {count} & without an entity read as the sign itself",) for count in (4, 1)
    ]


@pytest.mark.parametrize("cut", [1, 2, 3, 5, 7, 33, 34, 35])
def test_a_piece_may_end_anywhere(cut: int) -> None:
    class Drops(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(cut)

    assert list(records_in(Drops(BARE.encode()))) == records(BARE)


@pytest.mark.thorough
def test_work_on_ampersands_is_linear() -> None:
    for scrap in ("&", "&a", "<![CDATA[", "<!--", "&#x", "]]>", "& <!-- -->"):
        assert_linear(refused, "<rss><item>" + 8_000 * scrap, "<rss><item>" + 32_000 * scrap, 4)


def refused(text: str) -> None:
    with pytest.raises(ValueError, match="not XML"):
        records(text)


FEED = {
    "version": "https://jsonfeed.org/version/1.1", "title": "باغچه", "home_page_url": "https://g.example/b/", "language": "fa",
    "authors": [{"name": "نرگس"}, {"url": "https://g.example/who"}],
    "items": [
        {"id": 7, "url": "1.html", "title": "باران &\n باد", "content_html": "<p>او می&zwnj;آید</p><p>دوم</p>", "content_text": "نه",
         "date_published": "2018-09-20T01:00:00+04:30", "date_modified": "2019-01-02T00:00:00Z", "tags": ["هوا", "هوا", None]},
        {"id": "b", "external_url": "https://o.example/", "content_text": "a <p> is a tag\n\nدوم", "authors": [{"name": "کاوه"}, {"name": "Mina"}], "language": "en"},
        {"id": "c", "summary": "کوتاه", "author": {"name": "سارا"}, "date_published": "دیروز", "title": None, "tags": "نه"},
        "نه", {"id": True, "url": "https://g.example/d", "authors": None},
    ],
}  # fmt: skip


def test_items_of_a_json_feed() -> None:
    """Numbers as ids, HTML before text, authors of both versions, a day that is none, values of other types."""
    one, two, three, four = records(json.dumps(FEED))
    assert (one.id, one.title, one.url, one.author, one.tags) == ("7", "باران & باد", "https://g.example/b/1.html", "نرگس", ("هوا",))  # fmt: skip
    assert (one.body, one.language, one.sources) == ("او می\N{ZERO WIDTH NON-JOINER}آید\nدوم", "fa", {"date": "date_published", "modified": "date_modified"})  # fmt: skip
    assert (one.date and one.date.isoformat(), one.modified and one.modified.isoformat()) == ("2018-09-20", "2019-01-02")  # fmt: skip
    assert (two.body, two.author, two.url, two.language) == ("a <p> is a tag\nدوم", "کاوه، Mina", "https://o.example/", "en")  # fmt: skip
    assert (three.body, three.author, three.date, three.date_text, three.tags) == ("کوتاه", "سارا", None, "دیروز", ())  # fmt: skip
    assert (four.id, four.body, four.author) == ("https://g.example/d", "", "نرگس")


@pytest.mark.parametrize("indent", [None, 1])
def test_command_on_a_json_feed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], indent: int | None
) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(FEED, ensure_ascii=False, indent=indent), encoding="utf-8")
    assert main(["posts", "--json", str(path)]) == 0
    assert [json.loads(line)["id"] for line in capfd.readouterr().out.splitlines()] == ["7", "b", "c", "https://g.example/d"]  # fmt: skip


def _feed(*items: str) -> str:
    return f'<rss version="2.0"><channel>{"".join(f"<item>{item}</item>" for item in items)}</channel></rss>'


def test_an_item_that_comes_again_is_given_once(tmp_path: Path) -> None:
    rain, more = (
        "<guid>g1</guid><description>باران بارید.</description>",
        "<guid>g1</guid><description>برف بارید.</description>",
    )
    path = tmp_path / "feed.xml"
    path.write_text(
        _feed(rain, "<guid>g2</guid><description>باد</description>", rain, more), encoding="utf-8"
    )
    found = [(post.id, post.body, len(post.conflicts)) for post in read_records(path)]
    assert found == [("g1", "باران بارید.", 0), ("g2", "باد", 0), ("g1", "برف بارید.", 1)]


def test_items_without_a_name_are_all_given(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(_feed(*["<description>باد</description>"] * 2), encoding="utf-8")
    assert [(post.id, post.conflicts) for post in read_records(path)] == [(None, ())] * 2
