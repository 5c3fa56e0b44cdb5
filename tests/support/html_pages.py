"""Pages of HTML of our own writing, each with what is right about it: (title, date, author, lead) for each post."""

from __future__ import annotations

from typing import NamedTuple

MENU = "<nav><ul>" + "".join(f"<li><a href='/{w}'>{w}</a></li>" for w in "خانه سیاست اقتصاد ورزش فرهنگ جهان".split()) + "</ul></nav>"  # fmt: skip
FOOT = "<footer><p>تمامی حقوق این سایت محفوظ است.</p><a href='/about'>درباره ما</a> <a href='/contact'>تماس با ما</a></footer>"
LAKE = (
    "تراز آب دریاچه پس از دو هفته بارش پی&zwnj;درپی چهل سانتی&#8204;متر بالا آمد.",
    "مدیر آب منطقه گفت که این بالا آمدن آب در ده سال گذشته <b>بی</b>&zwnj;سابقه بوده و کشاورزان از آن خوشحال هستند.",
    "او افزود که رودهای بالادست هنوز پر آب هستند و تا پایان ماه آینده آب بیشتری به دریاچه می‌رسد.",
)
LEAD = "تراز آب دریاچه پس از دو هفته بارش پی‌درپی چهل سانتی‌متر بالا آمد."
SCHOOL = (
    "مکتب تازه‌ای با دوازده صنف درسی در ولسوالی ما گشایش یافت و ششصد شاگرد در آن درس می‌خوانند.",
    "رییس معارف ولایت گفت که کار ساختمان این مکتب در یک سال به پایان رسید و مردم محل نیز در آن همکاری کردند.",
    "باشنده‌گان ولسوالی می‌گویند که فرزندان شان پیش از این زیر خیمه درس می‌خواندند.",
)
GARDEN = (
    ("کاشت پیاز نرگس", "۲۹ شهریور ۱۳۹۷", "2018-09-20", "امروز پیازهای نرگس را در باغچه کاشتم و روی آن‌ها را با خاک برگ پوشاندم تا سرما نخورند."),
    ("رز رونده", "۳۰ شهریور ۱۳۹۷", "2018-09-21", "رز رونده کنار دیوار امسال تا بالای پنجره رسید و همه‌اش پر از غنچه است."),
    ("انار و گنجشک", "۳۱ شهریور ۱۳۹۷", "2018-09-22", "انارها هنوز نرسیده‌اند اما پوستشان سرخ شده و چند تایی هم ترک برداشته است."),
)  # fmt: skip
MORE = "اگر پاییز گرم باشد باید تا هفته دیگر هر روز آبشان داد و خاک را نرم نگه داشت."


class Case(NamedTuple):
    """A page, and for each of its posts title, day, author and a line that must be in its text."""

    html: str
    posts: tuple[tuple[str | None, str | None, str | None, str], ...]


def article(body: str, head: str = "", lang: str = "fa") -> str:
    """Wrap the text of an article in a site."""
    return f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{MENU}{body}{FOOT}</body></html>"


def paragraphs(texts: tuple[str, ...]) -> str:
    return f"<p class='lead'>{texts[0]}</p>" + "".join(f"<p>{text}</p>" for text in texts[1:])


def ld(json: str) -> str:
    return f"<script type='application/ld+json'>{json}</script>"


def garden(row: str, heading: str = "h2") -> str:
    """A front page of three posts; ``row`` may name the day, its ISO form and the number."""
    return "".join(
        f"<div class='post'><{heading}><a href='/post/{n}'>{title}</a></{heading}>"
        f"{row.format(day=day, iso=iso, n=n)}<p>{text}</p><p>{MORE}</p></div>"
        for n, (title, day, iso, text) in enumerate(GARDEN)
    )


TOOLS = "<div class='tools'><span>چاپ</span><br><span>لینک کوتاه</span><br><span>اندازه متن</span></div>"
TITLE = "آب دریاچه بالا آمد"
LAKE_POST = (TITLE, "2020-02-18", None, LEAD)
GARDEN_POSTS = tuple((title, iso, None, text) for title, _, iso, text in GARDEN)
NARGES = tuple((title, iso, "نرگس", text) for title, _, iso, text in GARDEN)

CASES = {
    "news with a lead and tool rows": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            f"<meta property='og:title' content='{TITLE} - خبرگزاری کوهستان'><meta property='og:site_name' content='خبرگزاری کوهستان'>"
            "<meta property='article:published_time' content='2020-02-18T22:00:00+03:30'>",
        ),
        (LAKE_POST,),
    ),
    "news with JSON-LD in a graph": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            ld('{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"' + TITLE + '","author":{"@id":"#m"},'
               '"datePublished":"2020-02-18T10:00:00Z"},{"@id":"#m","@type":"Person","name":"مینا کاظمی"}]}'),
        ),
        ((TITLE, "2020-02-18", "مینا کاظمی", LEAD),),
    ),
    "a plugin's Solar Hijri day in the markup": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            ld('<!-- [{"@type":"BlogPosting","headline":"' + TITLE + '","datePublished":"۱۳۹۸-۱۱-۲۹T10:00:00+03:30"}] -->'),
        ),
        (LAKE_POST,),
    ),
    "the day of the text first": Case(
        article(
            f"<article><h1>{TITLE}</h1><div>۲۹ بهمن ۱۳۹۸ - ۱۲:۱۰</div>{paragraphs(LAKE)}</article>",
            "<meta property='article:published_time' content='2020-03-01'>",
        ),
        (LAKE_POST,),
    ),
    "itemprop": Case(
        article(
            "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>" + TITLE + "</h1>"
            "<meta itemprop='datePublished' content='2020-02-18'><span itemprop='author' itemscope itemtype='https://schema.org/Person'>"
            f"<meta itemprop='name' content='مینا کاظمی'></span>{TOOLS}{paragraphs(LAKE)}</div>"
        ),
        ((TITLE, "2020-02-18", "مینا کاظمی", LEAD),),
    ),
    "a Dari article": Case(
        article(
            f"<main><h1>مکتب تازه‌ای گشایش یافت</h1><div>۲۵ حمل ۱۳۹۹</div><div><a>شریک سازید</a></div>{paragraphs(SCHOOL)}</main>",
            lang="fa-AF",
        ),
        (("مکتب تازه‌ای گشایش یافت", "2020-04-13", None, SCHOOL[0]),),
    ),
    "a WordPress theme": Case(
        article(
            f"<main class='content-with-sidebar'><article class='post'><header><h1 class='entry-title'>{TITLE}</h1><div class='entry-meta'>"
            "<time class='entry-date published' datetime='2020-02-18T10:00:00+03:30'>۲۹ بهمن ۱۳۹۸</time> توسط "
            f"<a rel='author' href='/a'>مینا کاظمی</a></div></header>{paragraphs(LAKE)}</article>"
            "<section id='comments'><h2>۲ دیدگاه</h2><ol><li>پریسا می‌گوید: <time datetime='2021-01-01'>دیروز</time> عالی بود</li></ol></section></main>"
        ),
        ((TITLE, "2020-02-18", "مینا کاظمی", LEAD),),
    ),
    "a blog front page, rows below the titles": Case(
        article(garden("<div class='meta'>{day} | نویسنده: نرگس</div>")), NARGES
    ),
    "a blog front page, its own meta elements are the site's": Case(
        article(
            garden("<div class='meta'><time datetime='{iso}'>{day}</time> | نویسنده: نرگس</div>"),
            "<meta property='og:title' content='باغچه ما'><meta property='og:type' content='website'>",
        ),
        NARGES,
    ),
    "a forum thread": Case(
        article(
            "<h1>آبیاری قطره‌ای</h1>"
            + "".join(
                f"<div class='message'><div>{day} - ۱۲:۳۰</div><div>{name}</div><div>عضو فعال</div><div><p>{text}</p><p>{MORE}</p></div></div>"
                for name, (_, day, _, text) in zip(("باغبان", "سارا", "کاوه"), GARDEN, strict=True)
            )
        ),
        tuple((None, iso, None, text) for _, _, iso, text in GARDEN),
    ),
    "a table and code": Case(
        article(
            "<article><h1>Tram line nine opens</h1><p>14 June 2021</p><p>The first tram of line nine left the harbour at five past six on Monday.</p>"
            "<table><tr><th>stop</th><th>time</th></tr><tr><td>harbour</td><td>06:05</td></tr></table>"
            "<pre><code>a  -&gt;  b\n\n  c</code></pre><p>Engineers had planned two more weeks of tests, but the brakes passed all of them.</p></article>",
            lang="en",
        ),
        (("Tram line nine opens", "2021-06-14", None, "a  ->  b"),),
    ),
    "two declarations that contradict one another": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            ld('{"@type":"Article","headline":"' + TITLE + '","datePublished":"2020-02-18"}') + ld('{"@type":"Article","headline":"' + TITLE + '","datePublished":"2012-01-01"}'),
        ),
        ((TITLE, None, None, LEAD),),
    ),
    "a surer declaration and a time of something else": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article><div class='box'><time datetime='2012-01-01'></time></div>",
            "<meta property='article:published_time' content='2020-02-18'>" + ld('{"@type":"Article","headline":"' + TITLE + '","datePublished":"2020-02-16"}'),
        ),
        ((TITLE, "2020-02-18", None, LEAD),),
    ),
    "the day of a page that linked data call an article nowhere": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            "<meta property='og:type' content='article'>" + ld('{"@graph":[{"@type":"WebPage","name":"' + TITLE + '","datePublished":"2020-02-18T10:00:00+03:30"}]}'),
        ),
        ((TITLE, "2020-02-18", None, LEAD),),
    ),
    "the day of a page of linked data that is no article": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            "<meta property='og:type' content='website'>" + ld('{"@graph":[{"@type":"WebPage","name":"' + TITLE + '","datePublished":"2020-02-18T10:00:00+03:30"}]}'),
        ),
        ((TITLE, None, None, LEAD),),
    ),
    "the day in a permanent link": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            "<link rel='canonical' href='https://example.org/weblog/1398/11/29/rain'>",
        ),
        ((TITLE, "2020-02-18", None, LEAD),),
    ),
    "an archive of a day is no permanent link": Case(
        article(
            f"<article><h1>{TITLE}</h1>{TOOLS}{paragraphs(LAKE)}</article>",
            "<link rel='canonical' href='https://example.org/weblog/2020/02/18/'>",
        ),
        ((TITLE, None, None, LEAD),),
    ),
}  # fmt: skip
