"""More pages of HTML of our own writing after the templates of real systems, each with what is right about it."""

from __future__ import annotations

from support.html_pages import FOOT, GARDEN, MENU, MORE, Case
from support.html_sites import SIDE, TOPIC, blog, entries, page, posts, thread

MORE_SITES: dict[str, Case] = {}
MORE_SITES["Invision"] = Case(
    thread(
        """<article id='elComment_{n}' class='cPost ipsBox ipsComment ipsComment_parent'><aside class='ipsComment_author cAuthorPane'><h3 class='ipsType_sectionHead cAuthorPane_author'><strong><a href='https://f.example/profile/{n}-a/'>{name}</a></strong></h3><ul class='cAuthorPane_info'><li>عضو</li><li>{n}12 ارسال</li></ul></aside><div class='ipsColumn ipsColumn_fluid'><div class='ipsComment_header'><div class='ipsComment_meta'><p class='ipsType_reset'><a href='#c{n}'>ارسال شده در <time datetime='{iso}T06:52:00Z' title='{day}'>{day}</time></a></p></div></div><div class='cPost_contentWrap'><div data-role='commentContent' class='ipsType_normal ipsType_richText'><p>{text}</p></div><div class='ipsItemControls'><ul><li><a>نقل قول</a></li></ul></div></div></div></article>""",
        "<div class='ipsPageHeader'><h1 class='ipsType_pageTitle'>"
        + TOPIC
        + "</h1></div><div data-role='commentFeed'>{}</div>",
    ),
    posts(),
)
MORE_SITES["bbPress"] = Case(
    thread(
        """<li><div id='post-{n}' class='bbp-reply-header'><div class='bbp-meta'><span class='bbp-reply-post-date'>{day} در ۱۰:۲{n}</span><a href='#post-{n}' class='bbp-reply-permalink'>#{n}</a></div></div><div class='post-{n} reply type-reply hentry'><div class='bbp-reply-author'><a href='/users/a{n}' class='bbp-author-link'><span class='bbp-author-name'>{name}</span></a><div class='bbp-author-role'>مشارکت کننده</div></div><div class='bbp-reply-content'><p>{text}</p></div></div></li>""",
        "<h1 class='entry-title'>" + TOPIC + "</h1><ul class='forums bbp-replies'>{}</ul>",
    ),
    posts(),
)
MORE_SITES["itemprop forum"] = Case(
    thread(
        """<article class='topic-post m-b-1' id='post-{n}' itemprop='comment' itemscope itemtype='http://schema.org/Comment'><div class='topic-post__user'><a href='/user/{n}/posts' class='col-xs-9 text-xs-right' itemprop='author' itemscope itemtype='http://schema.org/Person'><span itemprop='name'>{name}</span></a><div class='post-count'>تعداد پست: ۱۲{n}</div></div><div class='post-message topic-post__message' itemprop='text'><p>{text}</p></div><div class='topic-post__footer'><meta itemprop='dateCreated' content='{iso}T10:00:00'><span class='date'>{solar} <span>10:2{n}</span></span></div></article>""",
        "<h1 class='topic-title' itemprop='headline'>" + TOPIC + "</h1>{}",
    ),
    posts(),
)
MORE_SITES["Blogger shared day"] = Case(
    page(
        MENU
        + "<div class='blog-posts hfeed'>"
        + "".join(
            f"<div class='date-outer'><h2 class='date-header'><span>{d}</span></h2><div class='date-posts'><div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'><a href='/{n}.html'>{t}</a></h3><div class='post-body entry-content'>{x}<br><br>{MORE}</div><div class='post-footer'><span class='post-author vcard'>ارسال شده توسط <span class='fn'>سارا کریمی</span></span> <span class='post-timestamp'>در <abbr class='published' title='{i}T10:00:00+03:30'>۱۰:۰۰</abbr></span> <a class='comment-link'>۲ نظر:</a></div></div></div></div></div>"
            for n, (t, d, i, x) in enumerate(GARDEN)
        )
        + "</div>"
        + SIDE
        + FOOT
    ),
    entries("سارا کریمی"),
)
MORE_SITES["Drupal 7 teasers"] = Case(
    blog(
        """<div id='node-{n}' class='node node-article node-teaser clearfix' about='/n/{n}' typeof='sioc:Item foaf:Document'><h2 property='dc:title'><a href='/n/{n}'>{title}</a></h2><div class='submitted'><span property='dc:date dc:created' content='{iso}T10:00:00+03:30' datatype='xsd:dateTime' rel='sioc:has_creator'>ارسال شده توسط <span class='username' typeof='sioc:UserAccount' property='foaf:name'>سارا کریمی</span> در {day} - ۱۰:۰۰</span></div><div class='content'><div class='field field-name-body'><p>{text}</p><p>{more}</p></div></div><ul class='links inline'><li><a>ادامه مطلب</a></li></ul></div>"""
    ),
    entries("سارا کریمی"),
)
MORE_SITES["Bayan"] = Case(
    blog(
        """<div class='post'><div class='post-title'><h2><a href='/post/{n}'>{title}</a></h2></div><div class='post-matn'><p>{text}</p><p>{more}</p></div><div class='post-details'><ul><li class='ico-comment'>۲ نظر</li><li class='ico-like'>موافقین ۳</li><li class='ico-date'>{day} ، ۱۰:۱{n}</li><li class='ico-author'>سارا کریمی</li></ul></div></div>"""
    ),
    entries("سارا کریمی"),
)
MORE_SITES["PHP-Nuke tables"] = Case(
    page(
        "<table width='100%'><tr><td width='150'><b>منوی اصلی</b><br><a>صفحه نخست</a><br><a>انجمن</a><br><a>دانلود</a></td><td>"
        + "".join(
            f"<table class='story'><tr><td><font class='option'><b>{t}</b></font></td></tr><tr><td><font class='tiny'>نوشته شده در {d} توسط سارا</font></td></tr><tr><td><font class='content'>{x}<br><br>{MORE}</font></td></tr><tr><td align='right'>( <a>ادامه ...</a> | <a>نظر؟</a> )</td></tr></table><br>"
            for t, d, i, x in GARDEN
        )
        + "</td><td width='150'><b>آمار</b><br>امروز: ۱۲</td></tr></table>"
    ),
    entries("سارا"),
)
MORE_SITES["Tumblr posts without titles"] = Case(
    blog(
        """<article class='post text' id='p{n}'><div class='post-content'><p>{text}</p><p>{more}</p></div><div class='meta'><a href='/post/{n}'><time datetime='{iso}'>{day}</time></a> <a class='notes'>1{n} notes</a></div></article>""",
        "<section id='posts'>{}</section>",
    ),
    tuple((None, i, None, x) for t, d, i, x in GARDEN),
)
MORE_SITES["XenForo 1"] = Case(
    thread(
        """<li id='post-{n}' class='message' data-author='{name}'><div class='messageUserInfo'><div class='messageUserBlock'><div class='avatarHolder'><a class='avatar' href='members/{n}/'><img alt='{name}'></a></div><h3 class='userText'><a href='members/a.{n}/' class='username'>{name}</a><em class='userTitle'>کاربر فعال</em></h3><div class='extraUserInfo'><dl class='pairsJustified'><dt>ارسال‌ها:</dt><dd>12{n}</dd></dl></div></div></div><div class='messageInfo primaryContent'><div class='messageContent'><article><blockquote class='messageText SelectQuoteContainer'>{text}</blockquote></article></div><div class='messageMeta'><div class='privateControls'><span class='item muted'><a href='members/a.{n}/' class='username author'>{name}</a>, <a class='datePermalink' href='posts/{n}/'><abbr class='DateTime' title='{day}'>{day}</abbr></a></span></div><div class='publicControls'><a class='item muted postNumber'>#{n}</a></div></div></div></li>""",
        "<div class='titleBar'><h1>" + TOPIC + "</h1></div><ol class='messageList' id='messageList'>{}</ol>",
    ),
    posts(),
)
