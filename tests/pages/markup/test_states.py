"""Articles in the state of scripts: read where the page shows no text, and where it declares no day or name."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import Any

import pytest

from textnorm import html_to_text, read_html
from textnorm.pages.markup.rich_text import RichText

TITLE = "باران شبانه جاده‌های شمال را بست"
FIRST = "باران دیشب در شمال کشور بارید و چند جادهٔ کوهستانی تا صبح بسته ماند و راهداران همه شب کار کردند."
SECOND = "به گفتهٔ راهداران، رانندگان بهتر است تا فردا سفر نکنند و پیش از رفتن از وضع راه‌ها بپرسند."
HEADING = "چه باید کرد؟"
MENU = "".join(
    f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(["خانه", "ورزش", "سیاست", "جهان", "تماس"])
)


def page(script: str, head: str = f"<title>{TITLE} | روزنامهٔ نمونه</title>", shown: str = "") -> str:
    return f"<html><head>{head}</head><body><ul>{MENU}</ul><div id='app'>{shown}</div>{script}</body></html>"


def next_data(value: Any) -> str:
    return f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(value)}</script>"


def assigned(name: str, value: Any) -> str:
    return f"<script>window.{name} = {json.dumps(value)};</script>"


HTML = f"<p>{FIRST}</p><h2>{HEADING}</h2><p>{SECOND}</p>"
ARTICLE = {
    "title": TITLE,
    "publishedAt": "2020-02-18T08:30:00Z",
    "author": {"name": "مریم رضایی"},
    "body": HTML,
}
OTHERS = [
    {"title": f"خبر دیگر {n}", "publishedAt": "2019-01-01", "body": HTML.replace("باران", "برف")}
    for n in range(3)
]
PORTABLE = [
    {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": FIRST[:20]}, {"_type": "span", "text": FIRST[20:]}]},
    {"_type": "image", "alt": "نما", "caption": "عکسی از راه"},
    {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": HEADING}]},
    {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": SECOND}]},
]  # fmt: skip
RICH = {
    "nodeType": "document",
    "content": [
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": FIRST, "marks": []}]},
        {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": HEADING}]},
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": SECOND}]},
    ],
}
EDITOR = {
    "time": 1582014600000,
    "blocks": [
        {"type": "paragraph", "data": {"text": FIRST}},
        {"type": "header", "data": {"text": HEADING, "level": 2}},
        {"type": "image", "data": {"file": {"url": "/a.jpg"}, "caption": "عکسی از راه"}},
        {"type": "paragraph", "data": {"text": SECOND}},
    ],
}
DRAFT = {
    "blocks": [
        {"key": "a", "type": "unstyled", "text": text, "inlineStyleRanges": []}
        for text in (FIRST, HEADING, SECOND)
    ],
    "entityMap": {},
}
CACHE = {
    "ROOT_QUERY": {"article({'slug':'a'})": {"__ref": "Article:12"}},
    "Article:12": {"__typename": "Article", "title": TITLE, 'content({"format":"HTML"})': HTML, "published": 1582014600, "author": {"__ref": "User:3"}},
    "User:3": {"__typename": "User", "name": "مریم رضایی"},
}  # fmt: skip
LINKED = [
    ["Reactive", 1],
    {"data": 2},
    {"article-12": 3},
    {"title": 4, "publishedAt": 5, "author": 6, "body": 8},
    TITLE,
    "2020-02-18T08:30:00Z",
    {"name": 7},
    "مریم رضایی",
    HTML,
]

STATES = {
    "next": next_data({"props": {"pageProps": {"article": ARTICLE, "related": OTHERS}}}),
    "nuxt": f"<script type='application/json' id='__NUXT_DATA__'>{json.dumps(LINKED)}</script>",
    "apollo": assigned("__APOLLO_STATE__", CACHE),
    "redux": assigned("__INITIAL_STATE__", {"user": None, "article": {"current": ARTICLE}}),
    "in a string": f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps({'a': ARTICLE}))})</script>",
    "wordpress": next_data({"post": {"date": "2020-02-18T12:00:00", "title": {"rendered": TITLE}, "content": {"rendered": HTML}, "author": "مریم رضایی"}}),
    "portable text": next_data({"article": ARTICLE | {"body": PORTABLE}}),
    "contentful": next_data({"article": ARTICLE | {"body": RICH}}),
    "editor.js": next_data({"article": ARTICLE | {"body": EDITOR}}),
    "draft.js": next_data({"article": ARTICLE | {"body": DRAFT}}),
    "lines": next_data({"article": ARTICLE | {"body": [FIRST, HEADING, SECOND]}}),
}  # fmt: skip


@pytest.mark.parametrize("name", STATES)
def test_the_article_of_a_page_that_shows_none_is_read(name: str) -> None:
    (post,) = read_html(page(STATES[name])).posts
    assert (post.title, [line for line in post.body.split("\n") if line]) == (TITLE, [FIRST, HEADING, SECOND])
    assert post.author == "مریم رضایی"
    assert post.date is not None
    assert (post.date.isoformat(), post.sources["date"]) == ("2020-02-18", "JSON in a script")
    assert html_to_text(page(STATES[name])).startswith(f"{TITLE}\n\n{FIRST}")


def test_what_a_page_declares_comes_before_its_scripts() -> None:
    head = f"<title>{TITLE}</title><meta property='og:title' content='{TITLE}'><meta property='article:published_time' content='2020-02-17'>"
    (post,) = read_html(page(STATES["next"], head)).posts
    assert post.date is not None
    assert (post.date.isoformat(), post.sources["date"]) == ("2020-02-17", "meta article:published_time")
    assert post.sources["author"] == "JSON in a script"


def test_a_text_that_the_page_shows_stays_and_gets_its_day() -> None:
    shown = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST} {SECOND}</p>"
    (post,) = read_html(page(STATES["next"], shown=shown)).posts
    assert post.body.split("\n")[0] == FIRST
    assert HEADING not in post.body
    assert post.sources["date"] == "JSON in a script"


@pytest.mark.parametrize(
    "script",
    [
        next_data({"items": OTHERS}),
        next_data({"article": {"title": TITLE, "excerpt": FIRST}}),
        assigned("dataLayer", [{"title": TITLE, "author": "مریم رضایی"}]),
        "<script>window.__NUXT__={config:{a:1}}</script>",
        "<script>window.__STATE__ = {\"title\": </script>",
        "<script type='application/json'>[[[[</script>",
    ],
)  # fmt: skip
def test_what_is_no_article_of_the_page_is_not_taken(script: str) -> None:
    shown = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
    with_it, without = read_html(page(script, shown=shown)), read_html(page("", shown=shown))
    assert with_it == without


def test_values_inside_of_themselves_end() -> None:
    loop = json.dumps([["Reactive", 1], {"title": 2, "body": 1, "again": 1}, TITLE])
    assert (
        read_html(page(f"<script type='application/json' id='__NUXT_DATA__'>{loop}</script>")).posts
        is not None
    )
    value: Any = "x"
    for _ in range(200):
        value = {"content": value}
    assert RichText({}).markup(value) == ""


def test_the_pieces_of_a_line_are_one_line() -> None:
    pieces = [{"text": "او "}, {"text": "نمی‌آید", "bold": True}, {"text": "."}]
    assert (
        RichText({}).markup(
            [{"type": "p", "children": pieces}, {"type": "p", "children": [{"text": "پایان"}]}]
        )
        == "<p>او نمی‌آید.</p><p>پایان</p>"
    )


def test_what_refers_to_itself_again_and_again_is_read_once_in_all() -> None:
    """Each list holds the next one twice: written out they would be 2 ** 40 lines."""
    values: list[Any] = [{"title": 1, "content": 2}, TITLE, *([n + 3, n + 3] for n in range(40)), FIRST]
    script = f"<script type='application/json' id='__NUXT_DATA__'>{json.dumps(values)}</script>"
    shown = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
    assert read_html(page(script, shown=shown)).posts[0].body == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("seed", range(40))
def test_any_json_is_read_without_an_error(seed: int) -> None:
    """Values of every type stand where titles, texts, days, names and references are looked for."""
    chance = random.Random(seed)
    keys = [
        "title",
        "headline",
        "body",
        "content",
        "blocks",
        "children",
        "type",
        "__ref",
        "author",
        "name",
        "date",
        "tags",
        "style",
        "published",
    ]

    def value(depth: int) -> Any:
        kind = chance.randrange(9 if depth else 5)
        plain = [
            None,
            True,
            chance.choice([0, -1, 1582014600, 10**20, 1.5]),
            chance.choice(["", TITLE, HTML, "a", "2020-02-18"]),
            [],
        ]
        if kind < 5:
            return plain[kind]
        if kind < 7:
            return [value(depth - 1) for _ in range(chance.randrange(4))]
        return {key: value(depth - 1) for key in chance.sample(keys, chance.randrange(1, 9))}

    for script in (
        next_data(value(5)),
        f"<script type='application/json' id='__NUXT_DATA__'>{json.dumps([value(2) for _ in range(9)])}</script>",
    ):
        assert read_html(page(script)) is not None
        assert html_to_text(page(script)) is not None


VERSES = [
    "دیشب صدای باد از کوچه می‌آمد",
    "گفتم که شاید باران است",
    "پرده را کنار زدم",
    "تنها برگی افتاده بود",
    "و ماه بر بام همسایه",
    "آرام نشسته بود",
    "باد گفت که می‌روم",
    "گفتم بمان",
]


@pytest.mark.parametrize(
    "body",
    [" / ".join(VERSES), "\n".join(["شعر روز", *VERSES]), ("، ".join(VERSES)).replace("می‌آمد", "می آمد")],
)
def test_a_text_that_is_shown_in_other_lines_than_it_is_declared_in_stays_as_it_is_shown(body: str) -> None:
    declared = json.dumps({"@type": "Article", "headline": TITLE, "articleBody": body * 3})
    script = f"<script type='application/ld+json'>{declared}</script>"
    shown = f"<h1>{TITLE}</h1>" + "".join(f"<p>{verse}</p>" for verse in VERSES)
    assert html_to_text(page(script, shown=shown)) == html_to_text(page("", shown=shown))


def test_a_text_in_a_row_of_its_own_is_read_where_a_page_of_next_refers_to_it() -> None:
    size = f"{len(HTML.encode()):x}"
    post = json.dumps({"post": {"title": TITLE, "content": "$1a", "publishedAt": "2020-02-18"}})
    rows = f"1a:T{size},{HTML}2:I[7,[]]\n0:[{post}]\n"
    pieces = [rows[:40], rows[40:]]
    scripts = "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)
    (post_read,) = read_html(page(scripts)).posts
    assert post_read.date == date(2020, 2, 18)
    assert post_read.body.splitlines() == [FIRST, HEADING, SECOND]


@pytest.mark.parametrize(
    "script",
    [
        'window.__NUXT__=(function(a,b){return {data:[{title:a,body:b,published_at:"2020-02-18"}]}}(%s,%s))',
        "window.__NUXT__=(function(a,b){a.x=1;return {data:[{title:a,'body':b,published_at:'2020-02-18',seen:!0,n:void 0}]}})(%s,%s);",
        "window.__INITIAL_STATE__={data:[{title:%s,body:%s,published_at:'2020-02-18',rank:-.5,tags:[]}]}",
    ],
)
def test_values_that_are_no_json_are_read(script: str) -> None:
    found = read_html(page(f"<script>{script % (json.dumps(TITLE), json.dumps(HTML))}</script>"))
    assert [post.date for post in found.posts] == [date(2020, 2, 18)]


@pytest.mark.parametrize(
    "script", ["={a:", "=(function(a){return {b:a}", "=(function(a){}(1))", "={a:b.c}", "=[1,,2]", "=({}"]
)
def test_what_is_no_value_says_nothing(script: str) -> None:
    assert read_html(page(f"<script>window.__NUXT__{script}</script>")) == read_html(page(""))
