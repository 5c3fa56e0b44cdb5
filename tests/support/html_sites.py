"""Pages of HTML of our own writing after the templates of real systems, each with what is right about it."""

from __future__ import annotations

from support.html_pages import FOOT, GARDEN, LAKE, LEAD, MENU, MORE, SCHOOL, TITLE, Case, ld, paragraphs

TALK = (
    ("نگار", "۸ مهر ۱۳۹۷", "2018-09-30", "1397/07/08", "سلام دوستان، لپ تاپ من بعد از به روز رسانی دیگر به شبکه بی سیم وصل نمی شود و نمی دانم چه کنم."),
    ("بهروز", "۹ مهر ۱۳۹۷", "2018-10-01", "1397/07/09", "راه انداز کارت شبکه را پاک کنید و دوباره از سایت سازنده بگیرید، مشکل من با همین کار حل شد."),
    ("پیام", "۱۰ مهر ۱۳۹۷", "2018-10-02", "1397/07/10", "من هم همین مشکل را داشتم و با خاموش کردن صرفه جویی در باتری همه چیز درست شد."),
)  # fmt: skip
TOPIC = "وصل نشدن به شبکه بی سیم"


def page(body: str, head: str = "", lang: str = "fa") -> str:
    return f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def thread(row: str, around: str = "{}", head: str = "", menu: str = MENU) -> str:
    """A thread whose posts are written by one row each."""
    rows = "".join(
        row.format(n=n, name=name, day=day, iso=iso, solar=solar, text=text)
        for n, (name, day, iso, solar, text) in enumerate(TALK, 1)
    )
    return page(menu + around.format(rows) + FOOT, f"<title>{TOPIC} - انجمن رایانه</title>{head}")


def blog(row: str, around: str = "{}", head: str = "", heading: str = "h2") -> str:
    """A front page of a blog, whose posts are written by one row each."""
    rows = "".join(
        row.format(n=n, title=title, day=day, iso=iso, text=text, more=MORE, h=heading)
        for n, (title, day, iso, text) in enumerate(GARDEN)
    )
    return page(MENU + around.format(rows) + FOOT, f"<title>باغچه ما</title>{head}")


def posts(
    author: str | None = None, first: str | None = TOPIC
) -> tuple[tuple[str | None, str | None, str | None, str], ...]:
    """What is right about the thread."""
    return tuple((None, iso, name, text) for name, _, iso, _, text in TALK)


def entries(author: str | None = None) -> tuple[tuple[str | None, str | None, str | None, str], ...]:
    return tuple((title, iso, author, text) for title, _, iso, text in GARDEN)


VBULLETIN3 = """<table class='tborder' id='post{n}'><tr><td class='thead'><a name='post{n}'></a> {solar}, 10:2{n} AM</td><td class='thead' align='right'>#<a href='showpost.php?p={n}'>{n}</a></td></tr>
<tr valign='top'><td class='alt2' width='175'><div id='postmenu_{n}'><a class='bigusername' href='member.php?u={n}'>{name}</a></div><div class='smallfont'>کاربر فعال</div><div class='smallfont'>تاریخ عضویت: Jan 2010</div><div class='smallfont'>نوشته ها: ۱۲{n}</div></td>
<td class='alt1' id='td_post_{n}'><div id='post_message_{n}'>{text}</div></td></tr><tr><td class='alt2'>&nbsp;</td><td class='alt1' align='right'><a href='newreply.php?p={n}'>پاسخ با نقل قول</a></td></tr></table>"""
VBULLETIN4 = """<li class='postbitlegacy postbitim postcontainer' id='post_{n}'><div class='posthead'><span class='postdate'><span class='date'>{solar},&nbsp;<span class='time'>10:2{n}</span></span></span><span class='nodecontrols'><a href='#post{n}' class='postcounter'>#{n}</a></span></div>
<div class='postdetails'><div class='userinfo'><div class='username_container'><a class='username offline popupctrl' href='member.php?{n}'><strong>{name}</strong></a></div><span class='usertitle'>کاربر تازه وارد</span><dl class='userinfo_extra'><dt>تاریخ عضویت</dt><dd>۱۳۹۰</dd><dt>نوشته‌ها</dt><dd>۱۴{n}</dd></dl></div>
<div class='postbody'><div class='postrow'><div class='content'><div id='post_message_{n}'><blockquote class='postcontent restore'>{text}</blockquote></div></div></div></div></div><div class='postfoot'><a class='newreply'>پاسخ</a></div></li>"""
SMF = """<div class='windowbg'><div class='post_wrapper'><div class='poster'><h4><a href='index.php?action=profile;u={n}'>{name}</a></h4><ul class='user_info'><li class='postgroup'>عضو معمولی</li><li class='postcount'>ارسال: ۷{n}</li></ul></div>
<div class='postarea'><div class='keyinfo'><h5 id='subject_{n}'><a href='index.php?topic=1.msg{n}#msg{n}'>پاسخ : وصل نشدن به شبکه بی سیم</a></h5><div class='smalltext'>&#171; <strong>پاسخ #{n} :</strong> {day}، ۱۰:۲{n} &#187;</div></div><div class='post'><div class='inner' id='msg_{n}'>{text}</div></div></div></div></div>"""
PHPBB3 = """<div id='p{n}' class='post has-profile bg1'><div class='inner'><dl class='postprofile' id='profile{n}'><dt><a href='./memberlist.php?u={n}' class='username'>{name}</a></dt><dd class='profile-posts'><strong>پست:</strong> ۳{n}</dd><dd class='profile-joined'><strong>تاریخ عضویت:</strong> شنبه ۲۳ آذر ۱۳۹۲</dd></dl>
<div class='postbody'><div id='post_content{n}'><h3><a href='#p{n}'>Re: وصل نشدن به شبکه بی سیم</a></h3><p class='author'><a class='unread' href='./viewtopic.php?p={n}'>پست</a> <span class='responsive-hide'>توسط <strong><a class='username' href='./memberlist.php?u={n}'>{name}</a></strong> » </span>{day}، ۱۰:۲{n} ق.ظ</p><div class='content'>{text}</div></div></div></div></div><hr class='divider'>"""
XENFORO2 = """<article class='message message--post js-post' data-author='{name}' data-content='post-{n}' id='js-post-{n}'><div class='message-inner'><div class='message-cell message-cell--user'><section class='message-user'><div class='message-userDetails'><h4 class='message-name'><a class='username' href='/members/{n}'>{name}</a></h4><h5 class='userTitle message-userTitle'>کاربر</h5></div><div class='message-userExtras'><dl class='pairs pairs--justified'><dt>ارسالی‌ها</dt><dd>1{n}</dd></dl></div></section></div>
<div class='message-cell message-cell--main'><div class='message-main'><header class='message-attribution'><ul class='message-attribution-main'><li class='u-concealed'><a href='/threads/1/post-{n}'><time class='u-dt' datetime='{iso}T10:2{n}:00+0330' title='{day}'>{day}</time></a></li></ul><ul class='message-attribution-opposite'><li><a href='/threads/1/post-{n}'>#{n}</a></li></ul></header><div class='message-content'><article class='message-body js-selectToQuote'><div class='bbWrapper'>{text}</div></article></div><footer class='message-footer'><div class='message-actionBar'><a class='actionBar-action'>پاسخ</a></div></footer></div></div></div></article>"""
DISCOURSE = """<div id='post_{n}' itemprop='comment' itemscope itemtype='http://schema.org/Comment' class='topic-body crawler-post'><div class='crawler-post-meta'><span class='creator' itemprop='author' itemscope itemtype='http://schema.org/Person'><a itemprop='url' rel='nofollow' href='/u/{n}'><span itemprop='name'>{name}</span></a></span><span class='crawler-post-infos'><time itemprop='datePublished' datetime='{iso}T06:50:0{n}Z' class='post-time'>{day}</time><meta itemprop='dateModified' content='{iso}T06:50:0{n}Z'><span itemprop='position'>{n}</span></span></div><div class='post' itemprop='text'><p>{text}</p></div><div itemprop='interactionStatistic'><span class='post-likes'>۲ پسند</span></div></div>"""
MYBB = """<a name='pid{n}' id='pid{n}'></a><div class='post classic' id='post_{n}'><div class='post_author scaleimages'><div class='author_information'><strong><span class='largetext'><a href='user-{n}.html'>{name}</a></span></strong><br><span class='smalltext'>عضو<br></span></div><div class='author_statistics'>ارسال‌ها: ۲{n}<br>موضوع‌ها: ۳<br>تاریخ عضویت: Feb 2012</div></div>
<div class='post_content'><div class='post_head'><div class='float_right'><strong><a href='#pid{n}'>#{n}</a></strong></div><span class='post_date'>{solar}، ۱۰:۲{n} ق.ظ</span></div><div class='post_body scaleimages' id='pid_{n}'>{text}</div></div></div>"""
FLARUM = """<div class='PostStream-item' data-number='{n}'><article class='CommentPost Post'><header class='Post-header'><ul><li class='item-user'><h3 class='PostUser'><a href='/u/{n}'><span class='username'>{name}</span></a></h3></li><li class='item-meta'><a class='Dropdown-toggle'><time pubdate datetime='{iso}T06:52:00+00:00' data-humantime>{day}</time></a></li></ul></header><div class='Post-body'><p>{text}</p></div></article></div>"""
ASK = """<div class='answer' id='answer-{n}'><div class='votecell'><button>رای مثبت</button><span>{n}</span><button>رای منفی</button></div><div class='answercell'><div class='post-text'><p>{text}</p></div><div class='user-info'><div class='user-action-time'>پاسخ داده شده <span class='relativetime' title='{iso} 06:50:00Z'>{day}</span></div><div class='user-details'><a href='/users/{n}'>{name}</a><span class='reputation-score'>۱۲{n}</span></div></div></div></div>"""
TELEGRAM = """<div class='tgme_widget_message_wrap'><div class='tgme_widget_message' data-post='garden/{n}'><div class='tgme_widget_message_bubble'><div class='tgme_widget_message_author'><a class='tgme_widget_message_owner_name'><span dir='auto'>باغچه ما</span></a></div><div class='tgme_widget_message_text js-message_text' dir='auto'>{text}<br>{more}</div><div class='tgme_widget_message_footer'><div class='tgme_widget_message_info'><span class='tgme_widget_message_views'>1.2K</span><a class='tgme_widget_message_date' href='https://t.me/garden/{n}'><time datetime='{iso}T08:00:00+00:00' class='time'>08:00</time></a></div></div></div></div></div>"""

BLOCKS = """<li class='wp-block-post post-{n} post type-post status-publish hentry'><h2 class='wp-block-post-title'><a href='https://garden.example/{n}'>{title}</a></h2><div class='wp-block-post-date'><time datetime='{iso}T09:00:00+03:30'><a href='https://garden.example/{n}'>{day}</a></time></div><div class='entry-content wp-block-post-content'><p>{text}</p><p>{more}</p></div></li>"""
HATOM = """<div class='hentry'><h3 class='entry-title'><a rel='bookmark' href='/{n}'>{title}</a></h3><p class='meta'>نوشته <span class='author vcard'><span class='fn'>سارا کریمی</span></span> در <abbr class='published' title='{iso}T10:00:00+03:30'>{day}</abbr></p><div class='entry-content'><p>{text}</p><p>{more}</p></div></div>"""
HENTRY = """<article class='h-entry'><h2 class='p-name'><a class='u-url' href='/{n}'>{title}</a></h2><div><a class='p-author h-card' href='/sara'>سارا کریمی</a> <time class='dt-published' datetime='{iso}'>{iso}</time></div><div class='e-content'><p>{text}</p><p>{more}</p></div></article>"""
MICRODATA = """<div itemscope itemtype='http://schema.org/BlogPosting'><h2 itemprop='headline'><a itemprop='url' href='/{n}'>{title}</a></h2><meta itemprop='datePublished' content='{iso}'><span itemprop='author' itemscope itemtype='http://schema.org/Person'><span itemprop='name'>سارا کریمی</span></span><div itemprop='articleBody'><p>{text}</p><p>{more}</p></div></div>"""
BLOGSKY = """<div class='post'><div class='post-title'><a href='/1397/0{n}'>{title}</a></div><div class='post-body'><p>{text}</p><p>{more}</p></div><div class='post-footer'><span class='author'>سارا کریمی</span> | {day} ساعت ۱۰:۱{n} | <a href='#c'>نظرات (۲)</a></div></div>"""
MIHAN = """<table class='posttable' width='100%'><tr><td class='posttitle'><a href='/post/{n}'>{title}</a></td></tr><tr><td class='postdate'>{day}</td></tr><tr><td class='postbody'>{text}<br><br>{more}</td></tr><tr><td class='postinfo'>نویسنده: سارا کریمی | نظرات : <a href='#'>نظر بدهید</a></td></tr></table>"""
GHOST = """<article class='post-card post'><div class='post-card-content'><a class='post-card-content-link' href='/{n}/'><header class='post-card-header'><h2 class='post-card-title'>{title}</h2></header><div class='post-card-excerpt'>{text} {more}</div></a><footer class='post-card-meta'><time class='post-card-meta-date' datetime='{iso}'>{day}</time><span class='post-card-meta-length'>۲ دقیقه مطالعه</span></footer></div></article>"""

SIDE = "<aside class='sidebar'><h3>پربازدیدها</h3><ul><li><a href='/a'>برف در کوهستان</a></li><li><a href='/b'>قیمت نان</a></li><li><a href='/c'>جشن مهر</a></li></ul></aside>"
_LAKE_BODY = f"<div class='body'>{paragraphs(LAKE)}</div>"
_AUTHOR = "مریم احمدی"

FORUMS = {
    "vBulletin 3": Case(thread(VBULLETIN3, "<div id='posts'>{}</div>"), posts()),
    "vBulletin 4": Case(thread(VBULLETIN4, "<h1><span class='threadtitle'><a>" + TOPIC + "</a></span></h1><ol id='posts' class='posts'>{}</ol>"), posts()),
    "SMF": Case(thread(SMF, "<div id='forumposts'><h3 class='catbg'>موضوع: " + TOPIC + " (دفعات بازدید: ۵۱۲ بار)</h3>{}</div>"), posts()),
    "phpBB 3": Case(thread(PHPBB3, "<h2 class='topic-title'><a href='./viewtopic.php'>" + TOPIC + "</a></h2>{}"), posts()),
    "XenForo 2": Case(thread(XENFORO2, "<h1 class='p-title-value'>" + TOPIC + "</h1><div class='block-body js-replyNewMessageContainer'>{}</div>"), posts()),
    "Discourse": Case(thread(DISCOURSE, "<div id='topic-title'><h1><a href='/t/1'>" + TOPIC + "</a></h1></div><div itemscope itemtype='http://schema.org/DiscussionForumPosting'>{}</div>"), posts()),
    "MyBB": Case(thread(MYBB, "<table class='tborder'><tr><td class='thead'><strong>" + TOPIC + "</strong></td></tr><tr><td id='posts_container'><div id='posts'>{}</div></td></tr></table>"), posts()),
    "Flarum": Case(thread(FLARUM, "<header class='Hero'><h1 class='DiscussionHero-title'>" + TOPIC + "</h1></header><div class='PostStream'>{}</div>"), posts()),
}  # fmt: skip

SITES = {
    "JSON-LD graph, author by reference": Case(page(MENU + f"<main><h1>{TITLE}</h1>{_LAKE_BODY}</main>" + SIDE + FOOT, f"<title>{TITLE} - خبرگزاری نمونه</title><meta property='og:site_name' content='خبرگزاری نمونه'>" + ld('{"@context":"https://schema.org","@graph":[{"@type":"WebSite","@id":"#w","name":"خبرگزاری نمونه"},{"@type":"Person","@id":"#p","name":"مریم احمدی"},{"@type":"NewsArticle","headline":"آب دریاچه بالا آمد","datePublished":"2020-02-18T08:00:00+03:30","author":{"@id":"#p"}}]}')), ((TITLE, "2020-02-18", _AUTHOR, LEAD),)),
    "JSON-LD ItemList of a front page": Case(blog("<div class='card'><{h}><a href='/{n}'>{title}</a></{h}><time datetime='{iso}'>{day}</time><p>{text}</p><p>{more}</p></div>", "<main>{}</main>", ld('{"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"url":"https://g.example/0","name":"کاشت پیاز نرگس"},{"@type":"ListItem","position":2,"url":"https://g.example/1"}]}')), entries()),
    "JSON-LD of wrong types": Case(page(MENU + f"<article><h1>{TITLE}</h1>{_LAKE_BODY}</article>" + FOOT, "<meta property='article:published_time' content='2020-02-18T08:00:00+03:30'><meta name='author' content='مریم احمدی'>" + ld('[{"@type":["Article",7],"headline":["x"],"datePublished":{"a":1},"author":12,"keywords":{"a":"b"}},null,3]') + ld('{"@type":"Article",')), ((TITLE, "2020-02-18", _AUTHOR, LEAD),)),
    "JSON-LD author is the organisation": Case(page(MENU + f"<article><h1>{TITLE}</h1>{_LAKE_BODY}</article>" + FOOT, "<meta property='og:site_name' content='خبرگزاری نمونه'>" + ld('{"@type":"NewsArticle","headline":"آب دریاچه بالا آمد","datePublished":"2020-02-18","author":{"@type":"Organization","name":"خبرگزاری نمونه"}}')), ((TITLE, "2020-02-18", None, LEAD),)),
    "microdata of a front page": Case(blog(MICRODATA), entries("سارا کریمی")),
    "hAtom": Case(blog(HATOM), entries("سارا کریمی")),
    "h-entry": Case(blog(HENTRY), entries("سارا کریمی")),
    "WordPress block theme, front page": Case(blog(BLOCKS, "<main class='wp-block-group'><div class='wp-block-query'><ul class='wp-block-post-template'>{}</ul></div></main>"), entries()),
    "WordPress block theme, one post": Case(page("<header class='wp-block-template-part'><p class='wp-block-site-title'><a href='/'>باغچه ما</a></p><nav class='wp-block-navigation'><ul><li><a href='/'>خانه</a></li><li><a href='/about'>درباره</a></li></ul></nav></header>" f"<main class='wp-block-group'><h1 class='wp-block-post-title'>{TITLE}</h1><div class='wp-block-post-date'><time datetime='2020-02-18T08:00:00+03:30'>۲۹ بهمن ۱۳۹۸</time></div><div class='wp-block-post-author'><div class='wp-block-post-author__content'><p class='wp-block-post-author__name'>مریم احمدی</p></div></div><div class='entry-content wp-block-post-content'>{paragraphs(LAKE)}</div></main><nav class='wp-block-group'><div class='post-navigation-link-previous wp-block-post-navigation-link'><span>قبلی: </span><a href='/1'>برف در کوهستان</a></div></nav>" + FOOT), ((TITLE, "2020-02-18", _AUTHOR, LEAD),)),
    "Blogsky": Case(blog(BLOGSKY, "<div id='posts'>{}</div>" + SIDE), entries("سارا کریمی")),
    "Mihanblog tables": Case(blog(MIHAN), entries("سارا کریمی")),
    "Ghost cards": Case(blog(GHOST, "<main class='post-feed'>{}</main>"), entries()),
    "Telegram preview": Case(blog(TELEGRAM, "<main class='tgme_main'><section class='tgme_channel_history'>{}</section></main>"), tuple((None, iso, "باغچه ما", text) for _, _, iso, text in GARDEN)),
    "Virgool": Case(page(f"<header><a href='/'>ویرگول نمونه</a><a href='/login'>ورود</a></header><main><article><header><a href='/@maryam'>مریم احمدی</a><span>۲۹ بهمن ۱۳۹۸</span><span>خواندن ۴ دقیقه</span></header><h1>{TITLE}</h1>{''.join(f'<p>{t}</p>' for t in LAKE)}</article><div class='tags'><a href='/t/a'>آب</a><a href='/t/b'>محیط زیست</a></div><section><h4>شاید از این پست‌ها خوشتان بیاید</h4><a href='/p/1'>برف در کوهستان</a></section></main>", f"<title>{TITLE} - ویرگول نمونه</title><meta property='og:site_name' content='ویرگول نمونه'><meta property='og:title' content='{TITLE}'><meta property='og:type' content='article'>"), ((TITLE, "2020-02-18", _AUTHOR, LEAD),)),
    "a news system of Iran": Case(page(MENU + f"<div class='news_body'><div class='news_nav'><span>کد خبر: ۸۸۱۲۳۴</span><span>تاریخ انتشار: ۲۹ بهمن ۱۳۹۸ - ۱۰:۲۰</span></div><div class='rutitr'>مدیر آب منطقه خبر داد؛</div><h1 class='Htag'><a href='/fa/news/881234'>{TITLE}</a></h1><div class='subtitle'>{LAKE[0]}</div><div class='body'><p>{LAKE[1]}</p><p>{LAKE[2]}</p><p>انتهای پیام/ م</p></div><div class='tags_title'>برچسب ها:</div><a class='tags_item'>دریاچه</a><div class='comments'><h3>نظر شما</h3><form><input placeholder='نام'><textarea></textarea></form></div></div>" + SIDE + FOOT, f"<title>{TITLE} | پایگاه خبری نمونه</title>"), ((TITLE, "2020-02-18", None, LEAD),)),
    "a Dari site": Case(page("<div class='top'><a>صفحه نخست</a><a>افغانستان</a><a>جهان</a></div>" f"<div class='post-single'><h1 class='post-title'>مکتب تازه در ولسوالی</h1><div class='meta'><span>گزارشگر: احمد رحیمی</span><span>۸ میزان ۱۳۹۷</span><span>شریک سازید</span></div>{''.join(f'<p>{t}</p>' for t in SCHOOL)}<div>نظریات</div></div>" + FOOT, lang="fa-AF"), (("مکتب تازه در ولسوالی", "2018-09-30", "احمد رحیمی", SCHOOL[0]),)),
    "meta contradicts the line of the text": Case(page(MENU + f"<article><h1>{TITLE}</h1><p class='date'>سه‌شنبه ۲۹ بهمن ۱۳۹۸</p>{_LAKE_BODY}</article>" + FOOT, "<meta property='article:published_time' content='2021-05-01T08:00:00+03:30'>"), ((TITLE, "2020-02-18", None, LEAD),)),
    "AMP": Case("<!doctype html><html amp lang='fa' dir='rtl'><head><meta charset='utf-8'><link rel='canonical' href='https://news.example/881234'><style amp-custom>p{color:#000}</style>" + ld('{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://news.example/881234","headline":"آب دریاچه بالا آمد","datePublished":"2020-02-18T08:00:00Z","author":{"@type":"Person","name":"مریم احمدی"}}') + f"</head><body><amp-sidebar id='s' layout='nodisplay'><ul><li><a>سیاست</a></li><li><a>ورزش</a></li></ul></amp-sidebar><header><a href='/'>نمونه</a></header><main><article><h1>{TITLE}</h1><amp-img src='a.jpg' width='3' height='2'></amp-img><p>{LAKE[0]}</p><amp-ad width='300' height='250' type='x'></amp-ad><p>{LAKE[1]}</p><p>{LAKE[2]}</p></article><amp-social-share type='telegram'></amp-social-share></main><footer>تمامی حقوق محفوظ است</footer></body></html>", ((TITLE, "2020-02-18", _AUTHOR, LEAD),)),
    "a mobile page of plain blocks": Case(page("<div data-role='page'><div data-role='header'><a href='#menu'>منو</a><a href='/'>خانه</a></div><div data-role='content'>" f"<div><b>{TITLE}</b></div><div><small>۱۳۹۸/۱۱/۲۹ - ۱۰:۲۰</small></div><div>{LAKE[0]}</div><div>{LAKE[1]}</div><div>{LAKE[2]}</div><div><a href='/full'>نسخه کامل</a></div></div><div data-role='footer'>نمونه</div></div>", f"<title>{TITLE}</title>"), ((TITLE, "2020-02-18", None, LEAD),)),
    "Joomla K2": Case(page(MENU + f"<div id='k2Container' class='itemView'><div class='itemHeader'><span class='itemDateCreated'>سه‌شنبه, 29 بهمن 1398 ساعت 10:20</span><h2 class='itemTitle'>{TITLE}</h2><span class='itemAuthor'>نوشته شده توسط <a rel='author' href='/u'>مریم احمدی</a></span></div><div class='itemToolbar'><ul><li>اندازه قلم</li><li><a>چاپ</a></li><li><a>ایمیل</a></li></ul></div><div class='itemBody'><div class='itemIntroText'><p>{LAKE[0]}</p></div><div class='itemFullText'><p>{LAKE[1]}</p><p>{LAKE[2]}</p></div></div><div class='itemLinks'><div class='itemHits'>خوانده شده <b>512</b> مرتبه</div></div></div>" + FOOT), ((TITLE, "2020-02-18", _AUTHOR, LEAD),)),
    "Drupal with RDFa": Case(page(MENU + f"<article role='article' about='/n/1' typeof='schema:Article' class='node node--type-article'><h1><span property='schema:name' class='field field--name-title'>{TITLE}</span></h1><footer class='node__meta'><div class='node__submitted'>ارسال شده توسط <span rel='schema:author'><span property='schema:name' class='username'>مریم احمدی</span></span> در <span property='schema:dateCreated' content='2020-02-18T06:50:00+00:00'>سه‌شنبه, 02/18/2020 - 10:20</span></div></footer><div class='node__content'><div property='schema:text' class='field field--name-body'>{paragraphs(LAKE)}</div></div></article>" + FOOT), ((TITLE, "2020-02-18", _AUTHOR, LEAD),)),
    "the site before the title": Case(page(MENU + f"<div class='content'><h1>{TITLE}</h1><time datetime='2020-02-18' class='published'>۲۹ بهمن ۱۳۹۸</time>{_LAKE_BODY}</div>" + FOOT, f"<title>خبرگزاری نمونه | {TITLE}</title><meta property='og:title' content='خبرگزاری نمونه | {TITLE}'><meta property='og:site_name' content='خبرگزاری نمونه'>"), ((TITLE, "2020-02-18", None, LEAD),)),
    "English with a Solar Hijri day": Case(page("<nav><a>Home</a><a>About</a></nav><article><h1>Rain in the valley</h1><p class='byline'>By Sara Karimi, 8 Mehr 1397</p><p>It rained all day in the valley, and the roads to the north were closed until the evening.</p><p>The river rose by half a metre, but nobody was hurt and the bridges held.</p></article><footer>All rights reserved</footer>", "<title>Rain in the valley</title>", "en"), (("Rain in the valley", "2018-09-30", "Sara Karimi", "It rained all day in the valley, and the roads to the north were closed until the evening."),)),
    "questions and answers": Case(thread(ASK, "<div id='question-header'><h1><a href='/q/1'>" + TOPIC + "</a></h1></div><div id='answers'><h2>۳ پاسخ</h2>{}</div>"), posts()),
}  # fmt: skip
