"""Made-up Persian pages as HTML: the blocks of training_blocks in the elements and classes that real templates have."""

from __future__ import annotations

import html
from collections.abc import Sequence

from training_blocks import Maker
from training_pieces import Rows

OPEN, CLOSE = "<", ">"
#: what the elements round each kind of block are called by templates: WordPress themes, news systems, hosts of blogs, forums
KINDS = {
    "header": "header|header site-header|div#header|div header-top|div#masthead|div topbar|div head|td header|div blog-title|header main-header|div css-1hd",
    "nav": "nav|nav main-navigation|div menu|ul nav navbar-nav|div#menu|nav primary|ul#menu-main|div main-menu|td menu|div nav-wrap|div css-nv2",
    "breadcrumb": "div breadcrumb|nav woocommerce-breadcrumb|div news_path|ol breadcrumb|div path|ul breadcrumbs",
    "article": "article|article post hentry|div post|div#item|div news_body|div single-post|div entry|td|article item|div itemView|div newsDetail|div node|div content-area|div css-ar9|main|div",
    "meta": "div entry-meta|div post-meta|ul list-inline|div news_nav|div meta|p post-info|div postInfo|div item-date|div post-footer|footer post-footer|div byline|div newsInfo|div submitted|div css-mt4|div",
    "tools": "div tools|div share|ul share-buttons|div print|div post-actions|div newsTools|div social|div action-bar|div item-share|div rating|div css-tl7|div",
    "body": "div entry-content|div body|div item-text|div content|div post-content|div postContent|div story|div newsBody|div text|div articleBody|div field-item|div post-body|td text|div css-bd5|div|div matn",
    "tags": "div tags|ul tags|div post-tags|section tags|div tagcloud|p keywords|div labels|div css-tg3",
    "related": "div related|section related|div related-posts|aside widget|div box related|div more-news|div recent-posts|section latest|div col-left|div suggested|div block views-block|div css-rl8|div",
    "inline": "div inline-related|ul readmore|div related-in-text|section box related in-text|blockquote related|div jnews_inline_related_post",
    "author": "div author-box|div about-author|section author-info|div author-card|div author-bio",
    "comments": "div#comments|section comments|div comments-area|div respond|ol commentlist|div nazarat|section comment-list|div css-cm6|div comments_title",
    "side": "aside sidebar|div#sidebar|aside|div widget-area|td|div col-right|div side|div right|div left-column|aside#secondary|div css-sd1|div block",
    "footer": "footer|footer site-footer|div#footer|div foot|div copyright|td footer|div bottom|footer#colophon|div css-ft2",
    "thread": "div#posts|ol posts|div forumposts|div topic|form|div block-body",
    "member": "div userinfo|dl postprofile|div poster|div message-user|td alt2|div author_information",
    "said": "div content|blockquote postcontent|div inner|div post_message|div messageText|div post_body|td alt1",
}
#: how the rows of a block are written, and inside what
ROWS = {
    "header": "div|p|a|h1|span", "nav": "ul:li>a|a|ul:li|div>a|span", "breadcrumb": "a|span|ol:li>a", "meta": "span|ul:li|div|a|li",
    "tools": "a|span|ul:li>a|button|div", "tags": "a|ul:li>a|span", "related": "ul:li>a|div>a|div>h3>a|article>h3>a|h3>a|p>a|a",
    "inline": "ul:li>a|a|p>a|strong>a", "author": "p|h4|div", "comments": "p|div|li|span", "side": "ul:li>a|div>a|p|a|ul:li",
    "footer": "p|a|ul:li>a|div|span", "member": "dd|div|li|span|a", "said": "p|div", "thread": "div|p|h3",
}  # fmt: skip
_LONG = 9


class MarkupMaker(Maker):
    """Put pages together as HTML, in which each block stands in an element of its kind."""

    def wrapped(self, kind: str, rows: Rows) -> Rows:
        return [(kind, OPEN), *rows, (kind, CLOSE)] if rows else rows

    def top(self) -> Rows:
        rows = super().top()
        cut = self.random.randint(0, min(3, len(rows)))
        path = [row for row in rows[-1:] if " » " in row[0] or " › " in row[0] or " / " in row[0]]
        rows = rows[: len(rows) - len(path)]
        found = self.wrapped("header", rows[:cut]) + self.wrapped("nav", rows[cut:])
        return found + self.wrapped("breadcrumb", path)

    def tools(self) -> Rows:
        return self.wrapped("tools", super().tools())

    def about(self) -> Rows:
        return self.wrapped("meta", super().about())

    def text(self, most: int) -> Rows:
        return self.wrapped("body", super().text(most))

    def below(self) -> Rows:
        rows = super().below()
        tags = [row for row in rows if row[1] == "g"]
        author = [(self.name(), "d"), (self.sentence(), "d")] if self.chance(0.2) else []
        rest = [row for row in rows if row[1] != "g"]
        return self.wrapped("tags", tags) + rest + self.wrapped("author", author)

    def post(self, most: int = 9, dated: str = "") -> Rows:
        return self.wrapped("article", super().post(most, dated))

    def teasers(self) -> Rows:
        return self.wrapped("related", super().teasers())

    def thread(self) -> Rows:
        return self.wrapped("comments", super().thread())

    def side(self) -> Rows:
        return self.wrapped("side", super().side())

    def foot(self) -> Rows:
        return self.wrapped("footer", super().foot())

    def member(self) -> Rows:
        return self.wrapped("member", super().member())

    def forum(self) -> Rows:
        return self.wrapped("thread", super().forum())

    def html_page(self) -> tuple[str, str]:
        """Return a page, and the text in it."""
        writer = _Writer(self)
        rows = self.page()
        body = "".join(writer.written(text, label) for text, label in rows)
        text = "\n".join(" ".join(row.split()) for row, label in rows if label == "k")
        title = next((row for row, label in rows if label == "i"), "")
        meta = f"<meta property='og:title' content='{html.escape(title)}'>" if self.chance(0.5) else ""
        head = f"<head><meta charset='utf-8'><title>{html.escape(title)}</title>{meta}</head>"
        return f"<!doctype html><html lang='fa' dir='rtl'>{head}<body>{body}</body></html>", text


class _Writer:
    """Write the rows of one page: one template has one way for each kind of block."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.open: list[str] = []
        self.elements: list[str] = []
        self.ways: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.heading = maker.one(["h1", "h2", "h1", "h3", "div class='title'"])
        self.paragraph = maker.one(["p", "p", "p", "div", "br"])

    def written(self, text: str, label: str) -> str:
        if label == OPEN:
            return self._opened(text)
        if label == CLOSE:
            self.open.pop()
            return self.elements.pop()
        return self._row(html.escape(" ".join(text.split())), label)

    def _opened(self, kind: str) -> str:
        one = self.names.setdefault(kind, self.maker.one(KINDS[kind].split("|")))
        tag, _, names = one.partition(" ")
        tag, _, name = tag.partition("#")
        tag = "div" if tag in ("td", "ul", "ol", "dl") else tag
        attributes = (f" id='{name}'" if name else "") + (f" class='{names}'" if names else "")
        self.open.append(kind)
        way = self.ways.setdefault(kind, self.maker.one(ROWS.get(kind, "p").split("|")))
        outer, inner = way.partition(":")[::2]
        self.elements.append((f"</{outer}>" if inner else "") + f"</{tag}>\n")
        return f"<{tag}{attributes}>" + (f"<{outer}>" if inner else "")

    def _row(self, text: str, label: str) -> str:
        kind = self.open[-1] if self.open else "footer"
        if label == "i":
            return f"<{self.heading}>{text}</{self.heading.split()[0]}>"
        if kind in ("body", "article", "said"):
            return self._of_text(text, label)
        way = self.ways.setdefault(kind, self.maker.one(ROWS[kind].split("|"))) if kind in ROWS else "p"
        tags = way.rpartition(":")[2].split(">")
        if label == "c" and text.count(" ") >= _LONG:
            tags = ["p"]
        return _within(tags, text) + self.maker.one(["", " "])

    def _of_text(self, text: str, label: str) -> str:
        if label in "dx":
            names = {
                "x": ["figcaption", "p class='caption'"],
                "d": ["div class='inline-related'", "ul class='readmore'", "p", "div"],
            }
            tag = self.maker.one(names[label])
            inner = f"<a href='/r'>{text}</a>" if label == "d" else text
            return f"<{tag}>{inner}</{tag.split()[0]}>"
        if label == "k" and text.count(" ") < _LONG and text[-1] not in ".؟!":
            return _within([self.maker.one(["h2", "h3", "p", "li", "strong", "div"])], text) + "\n"
        if self.paragraph == "br":
            return f"{text}<br><br>"
        return f"<{self.paragraph}>{text}</{self.paragraph}>\n"


def _within(tags: Sequence[str], text: str) -> str:
    for tag in reversed(tags):
        text = f"<{tag} href='/a'>{text}</{tag}>" if tag == "a" else f"<{tag}>{text}</{tag}>"
    return text
