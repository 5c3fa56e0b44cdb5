"""Front pages and threads as templates of blogs, news systems and forums write them, round posts of our own."""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """A post: its title, its day as the page writes it and as ISO, its author and two paragraphs."""

    title: str
    day: str
    iso: str
    author: str
    first: str
    second: str


ITEMS = tuple(Item(*item) for item in (
    ("برف در کوهستان", "۲۹ بهمن ۱۳۹۸", "2020-02-18", "نرگس", "دیشب در کوهستان برف سنگینی بارید و راه روستا تا ظهر بسته ماند. اهالی با بیل راه را باز کردند.", "بچه‌ها در حیاط مدرسه آدم‌برفی ساختند و معلم هم به آن‌ها کمک کرد تا هویج پیدا کنند."),
    ("نان محلی", "۲۷ بهمن ۱۳۹۸", "2020-02-16", "نرگس", "مادربزرگ هر هفته نان محلی می‌پزد و بوی آن همه کوچه را پر می‌کند. من هم خمیر را ورز می‌دهم.", "آرد سبوس‌دار بهتر است و خمیر باید یک شب بماند تا ور بیاید، سپس آن را در تنور می‌زنند."),
    ("کتابخانه تازه", "۲۵ بهمن ۱۳۹۸", "2020-02-14", "کاوه", "کتابخانه تازه محله از امروز باز است و هر کس می‌تواند پنج کتاب به امانت ببرد. ثبت نام رایگان است.", "قفسه کودکان هم پر از کتاب‌های مصور است و جمعه‌ها قصه‌خوانی دارند که خیلی شلوغ می‌شود."),
))  # fmt: skip
_MENU = "<ul id='menu'>" + "".join(f"<li><a href='/c'>{word}</a></li>" for word in "خانه درباره تماس بایگانی پیوندها عکس‌ها".split()) + "</ul>"  # fmt: skip
_RECENT = "".join(f"<li><a href='/p{n}'>{item.title}</a></li>" for n, item in enumerate(ITEMS))
_SIDE = (
    f"<div id='sidebar'><h3>آخرین نوشته‌ها</h3><ul>{_RECENT}</ul><h3>پیوندها</h3><ul><li><a>وبلاگ باغبان</a></li>"
    "<li><a>روزنامه شهر</a></li></ul><h3>بایگانی</h3><ul><li><a>بهمن ۱۳۹۸</a></li><li><a>دی ۱۳۹۸</a></li></ul></div>"
)
_FOOT = "<div id='footer'>تمامی حقوق محفوظ است. قدرت گرفته از وردپرس</div>"
_SITE = (
    "<!doctype html><html lang='fa'><head><title>وبلاگ ما</title></head><body><div id='header'><h1><a href='/'>وبلاگ ما</a></h1>"
    f"<p>یادداشت‌های روزانه</p></div>{_MENU}<div id='content'>POSTS</div>{_SIDE}{_FOOT}</body></html>"
)
#: what one post is in a template; {n} its number, {re} what a forum writes before the title of an answer
TEMPLATES = {
    "WordPress": "<article id='post-{n}' class='post-{n} post type-post hentry'><header class='entry-header'><h2 class='entry-title'><a href='/p{n}' rel='bookmark'>{title}</a></h2><div class='entry-meta'><span class='posted-on'><a href='/p{n}'><time class='entry-date published' datetime='{iso}T10:00:00+03:30'>{day}</time></a></span> <span class='byline'>توسط <a class='url fn n' href='/a'>{author}</a></span></div></header><div class='entry-content'><p>{first}</p><p>{second}</p><a class='more-link' href='/p{n}'>ادامه مطلب</a></div><footer class='entry-footer'>دسته: <a>روزانه</a> <a href='#c'>۳ دیدگاه</a></footer></article>",
    "Bayan": "<div class='post'><div class='post-title'><h2><a href='/post/{n}'>{title}</a></h2></div><div class='post-date'><span class='day'>{number}</span><span class='month'>{month} ۹۸</span></div><div class='post-matn'><p>{first}</p><p>{second}</p></div><div class='post-foot'><a>۱۲ دیدگاه</a> <a>موافقین ۳</a> <a>مخالفین ۰</a></div></div>",
    "Blogfa": "<div class='posttitle'><a href='/post-{n}.aspx'>{title}</a></div><div class='postbody'>{first}<br><br>{second}</div><div class='postdesc'>+ نوشته شده در &nbsp;{day}ساعت&nbsp;10:12&nbsp;توسط {author} | <a>نظر بدهید</a></div>",
    "Blogspot": "<div class='date-outer'><h2 class='date-header'><span>{year} {month} {number}</span></h2><div class='date-posts'><div class='post hentry'><h3 class='post-title entry-title'><a href='/p{n}.html'>{title}</a></h3><div class='post-body entry-content'>{first}<br/><br/>{second}</div><div class='post-footer'>ارسال شده توسط <span class='fn'>{author}</span> در <a>۱۰:۱۲</a> <a>هیچ نظری موجود نیست:</a></div></div></div></div>",
    "cards": "<div class='card'><img src='{n}.jpg'><div class='card-body'><span class='badge'>روزانه</span><h3 class='card-title'><a href='/p{n}'>{title}</a></h3><p class='card-text'>{first} {second}</p><small class='text-muted'>{day}</small></div></div>",
    "days as numbers": "<section><h2><a href='/p{n}'>{title}</a></h2><time datetime='{iso}'>{iso}</time><p>{first}</p><p>{second}</p></section>",
    "without days": "<article class='post'><h2><a href='/p{n}'>{title}</a></h2><p>{first}</p><p>{second}</p></article>",
    "days in the markup alone": "<article class='post'><h2><a href='/p{n}'>{title}</a></h2><time datetime='{iso}T09:00:00Z'></time><p>{first}</p><p>{second}</p></article>",
    "SMF": "<div class='windowbg'><div class='post_wrapper'><div class='poster'><h4><a>{author}{n}</a></h4><ul><li>عضو تازه‌کار</li><li>ارسال: ۱۲</li></ul></div><div class='postarea'><div class='keyinfo'><h5 id='subject_{n}'><a href='#msg{n}'>{re}گفتگوی برف</a></h5><div class='smalltext'>« در: {day}، ۱۰:۱۲:۰۰ »</div></div><div class='post'><div class='inner'>{first}<br>{second}</div></div></div><div class='moderatorbar'>خارج شده است</div></div></div>",
    "phpBB": "<div id='p{n}' class='post has-profile bg2'><div class='inner'><dl class='postprofile'><dt><a class='username'>{author}{n}</a></dt><dd>پست: 12</dd><dd>تاریخ عضویت: شنبه ۳ آبان ۱۳۹۳</dd></dl><div class='postbody'><h3 class='first'><a href='#p{n}'>{re}گفتگوی برف</a></h3><p class='author'><a>پست</a> توسط <strong><a class='username'>{author}{n}</a></strong> » {day} 10:12</p><div class='content'>{first}<br>{second}</div></div></div></div>",
    "vBulletin": "<li class='postbitlegacy postcontainer' id='post_{n}'><div class='posthead'><span class='date'>{day}، 10:12</span><span class='nodecontrols'>#{n}</span></div><div class='userinfo'><a class='username'>{author}{n}</a><span class='usertitle'>کاربر ویژه</span><dl><dt>تاریخ عضویت</dt><dd>آبان ۱۳۹۳</dd><dt>نوشته‌ها</dt><dd>۱۲</dd></dl></div><div class='postbody'><div class='content'><blockquote class='postcontent restore'>{first}<br>{second}</blockquote></div></div><div class='postfoot'><a>پاسخ با نقل قول</a></div></li>",
    "tables": "<table><tr><td class='t'><b><a href='/p{n}'>{title}</a></b></td></tr><tr><td class='d'>{day}</td></tr><tr><td class='b'><p>{first}</p><p>{second}</p></td></tr></table>",
}  # fmt: skip
FORUMS = ("SMF", "phpBB", "vBulletin")
WITHOUT_DAYS = ("without days",)


def front_page(name: str) -> str:
    """The page of a template; a thread has a heading of its own."""
    posts = "".join(_post(TEMPLATES[name], number, item) for number, item in enumerate(ITEMS))
    thread = "<h1>گفتگوی برف</h1>" if name in FORUMS else ""
    return _SITE.replace("POSTS", thread + posts)


def _post(template: str, number: int, item: Item) -> str:
    day, month, year = item.day.split()
    again = "پاسخ: " if number else ""
    return template.format(n=number, re=again, number=day, month=month, year=year, **item._asdict())
