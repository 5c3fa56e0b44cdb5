"""read_page(): the posts of a page, with title, author, date, tags, comments and captions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, repeat

from textnorm.arguments import check_text
from textnorm.edits import OffsetMap
from textnorm.lazy import lazy_pattern
from textnorm.pages.api import Cleaning
from textnorm.pages.document import Document
from textnorm.pages.keys import line_key
from textnorm.pages.link_markup import shown
from textnorm.pages.options import DEFAULT, PageOptions
from textnorm.pages.posts.code_lines import code_lines
from textnorm.pages.posts.date_lines import Mark
from textnorm.pages.posts.dating import Dating
from textnorm.pages.posts.heads_of_tools import ToolHead, head_of_tool, with_head
from textnorm.pages.posts.label import Label, Part, labels_of
from textnorm.pages.posts.openings import starts_with
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.told_titles import own_title
from textnorm.pages.results import Artefact, Page, Post
from textnorm.pages.shown import Shown, shown_page

#: what forums write before a title
_TITLE_LABEL = lazy_pattern(r"\A(?:عنوان|موضوع)\s?:\s")
#: a heading of an item of a list in Markdown
_HEADING = lazy_pattern(r"\A[*+•-]\s+(?=#)")
#: the mark of a link to a heading behind it: «باران#», «باران ¶»; «زبان C#» is none
_ANCHOR = lazy_pattern(r"(?<![A-Za-z0-9\s])#\Z|\s[#¶]\Z|¶\Z")


def read_page(text: str, options: PageOptions = DEFAULT) -> Page:
    """Return the posts of a scraped page, cleaned, each with what the page says about it.

    A page of several posts is parted at their date lines, Solar Hijri or Gregorian, above the posts
    (Blogspot), under the titles (WordPress) or below the posts (Blogfa). The dates of a diary or of a
    timeline part nothing. What is not said is ``None``, never guessed. Every line of the page is in a post
    or in ``dropped``. Markup is not read: `read_html` reads pages of HTML. ``TypeError`` for bytes.

    >>> page = read_page("۱۳۹۷ مهر ۸, یکشنبه\\n\\nRain on the coast\\n\\nIt rained all day in the north.")
    >>> page.posts[0].title, page.posts[0].date.isoformat()
    ('Rain on the coast', '2018-09-30')
    """
    check_text(text)
    reading = Reading(text, options)
    return reading.page()


class Reading:
    """One page on its way to posts.

    *kept* says of each line of the text whether it is an article's, where something else than the text told that;
    with a *heading* it told that there is one, and which line is its title ("" where it did not tell that).
    """

    def __init__(
        self,
        text: str,
        options: PageOptions,
        kept: Sequence[bool] | None = None,
        *,
        heading: str | None = None,
    ) -> None:
        self.options = options
        self._kept = kept
        self._heading = heading
        #: what a tool wrote above the text
        self._head: ToolHead | None = None
        #: the page as its lines were judged
        self._shown: Shown | None = None
        #: the title of the page without the name of its site, where it is that of a post
        self._own_title: str | None = None
        self.labels: dict[int, Label] = {}
        self.cleaning = Cleaning(text, options, reading=True)

    def lines(self) -> PageLines:
        """Clean as far as the lines can be judged: whitespace and site lines, or all where no model is asked."""
        cleaning = self.cleaning
        cleaning.prepare()
        self._take_head()
        document = self._as_shown()
        kept = (
            self._told()
            if self._kept
            else cleaning.judge(document)
            if self.options.mode != "careful"
            else None
        )
        if kept is None and cleaning.careful():
            document = self._as_shown()
            document.known.pop("seen by the page model", None)  # its lines were others
        lines = [document.lines[number] for number in document.nonblank]
        coded = document.fenced if self._kept else code_lines(document)
        code = [n for n, number in enumerate(document.nonblank) if number in coded]
        dating = Dating(self.options.dates, lines)
        careful = self.options.mode == "careful"
        return PageLines(
            lines,
            kept,
            dating,
            code,
            roles=[document.roles[number] for number in document.nonblank],
            careful=careful,
            told=bool(self._kept),
            seen=document.known.get("seen by the page model"),
            heading=self._heading,
        )

    @property
    def sizes(self) -> Sequence[int] | None:
        """Return of each line as the page was judged how many it is of the page; None where it was judged as it is."""
        return None if self._shown is None else self._shown.sizes

    def _take_head(self) -> None:
        """Take what a tool wrote above a text out of the page, and remember it."""
        document = self.cleaning.document
        head = None if self._kept else head_of_tool(document)
        if head is not None:
            self.cleaning.make(
                [document.drop(n, "front-matter", "A", "said above the text") for n in head.lines]
            )
            self._head = head

    def _as_shown(self) -> Document:
        """Return the page as its lines are judged; as it is where that was told, or nothing is to be taken for a page."""
        document = self.cleaning.document
        plain = self._kept or self.options.mode == "careful"
        self._shown = None if plain else shown_page(document)
        return document if self._shown is None else self._shown.document

    def _told(self) -> list[bool]:
        """Return which of the lines that are not blank were said to be an article's."""
        assert self._kept is not None
        document, origin = self.cleaning.document, self.cleaning.composer.to_source()
        starts = [0, *accumulate(len(line) + 1 for line in self.cleaning.source.split("\n"))]
        ends = (origin.point(document.end(number) - 1) for number in document.nonblank)
        return [self._kept[bisect_right(starts, end) - 1] for end in ends]

    def page(self) -> Page:
        """Label the lines, drop those of no post, clean what is left, and put the posts together."""
        lines = self.lines()
        labels = labels_of(lines)
        if labels and labels[0].part == Part.TITLE and not self._kept:
            self._own_title = own_title(lines)
        if self._head is not None:
            labels = _titled(labels, lines, self._head.told.title)
        if self.sizes is not None:
            labels = [*chain.from_iterable(map(repeat, labels, self.sizes))]
        self._drop(labels, self.cleaning.composer.to_source())
        self.cleaning.careful()
        made = self.cleaning.composer.artefacts()
        posts = tuple(self._posts(labels, made))
        if self._head is not None and len(posts) == 1:
            posts = (with_head(posts[0], self._head.told),)
        return Page(posts, tuple(made))

    def _drop(self, labels: Sequence[Label], origin: OffsetMap) -> None:
        """Take the lines of no post out of the page, and remember where the others stood in the source."""
        document = self.cleaning.document
        drops: list[Artefact] = []
        for number, label in zip(document.nonblank, labels, strict=True):
            if label.part == Part.DROPPED:
                drops.append(document.drop(number, "boilerplate", "B", label.why))
            elif label.part == Part.COMMENT and self.options.comments == "drop":
                drops.append(document.drop(number, "boilerplate", "B", "comment thread"))
            else:
                self.labels[origin.point(document.starts[number])] = label
        self.cleaning.make([a for a in drops if a.kind not in self.options.ignore])

    def _posts(self, labels: Sequence[Label], made: Sequence[Artefact]) -> Iterator[Post]:
        document = self.cleaning.document
        done = self.cleaning.composer.to_source()
        posts: dict[int, _Lines] = {}
        for number in document.nonblank:
            label = self.labels.get(done.point(document.starts[number]))
            if label is None:
                continue
            lines = posts.setdefault(label.post, _Lines(label))
            lines.add(number, label)
        captions = {line_key(a.evidence) for a in made if a.kind == "caption-again"}
        for post in sorted(posts):
            yield self._post(document, posts[post], captions, done)

    def _post(self, document: Document, lines: _Lines, captions: set[str], done: OffsetMap) -> Post:
        about = lines.label.about
        mark = about.mark
        comments = tuple(document.lines[n] for n in lines.comments)
        said = str if self._shown is None else self._shown.said
        title_line = _HEADING.sub("", " ".join(document.lines[n] for n in lines.title)).lstrip("# ")
        if self._own_title and self._own_title in title_line:
            title_line = self._own_title
        title = _ANCHOR.sub("", _TITLE_LABEL.sub("", title_line)) or None
        if title and self._shown is not None and self._shown.linked:
            title = shown(title)
        return Post(
            title=title,
            author=None if about.author is None else said(about.author),
            date=None if mark is None else mark.date,
            date_text=None if mark is None else said(_date_text(mark)),
            body=body_of(document, lines.body),
            tags=tuple(map(said, about.tags)),
            comments=comments,
            captions=tuple(document.lines[n] for n in lines.body if _is_caption(document.lines[n], captions)),
            start=done.point(document.starts[lines.first]),
            end=done.point(document.end(lines.last)),
        )


def _titled(labels: list[Label], lines: PageLines, title: str | None) -> list[Label]:
    """Return the labels of a page whose only post has a title of its own above it: no other line is one."""
    if not title or any(label.post > 0 for label in labels):
        return labels
    key = line_key(title)
    return [
        replace(label, part=Part.BODY) if label.part == Part.TITLE and own != key else label
        for label, own in zip(labels, lines.keys, strict=True)
    ]


@dataclass(slots=True)
class _Lines:
    """The lines of the cleaned page that belong to one post."""

    label: Label
    first: int = -1
    last: int = -1
    title: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)

    def add(self, number: int, label: Label) -> None:
        self.first = number if self.first < 0 else self.first
        self.last = number
        if label.part == Part.TITLE:
            self.title.append(number)
        elif label.part == Part.BODY:
            self.body.append(number)
        elif label.part == Part.COMMENT:
            self.comments.append(number)


def _date_text(mark: Mark) -> str:
    return mark.line.lstrip("# ") if mark.style == "alone" else mark.text


def _is_caption(line: str, captions: set[str]) -> bool:
    said = bool(captions) and line_key(line) in captions
    return said or (len(line) < 200 and bool(starts_with(line, "photo")))


def body_of(document: Document, lines: Sequence[int]) -> str:
    """Return the lines with the blank lines between them, as they stood."""
    parts: list[str] = []
    above = None
    for number in lines:
        if above is not None and number > above + 1:
            parts += [""] * _gap(document, above, number)
        parts.append(document.raw[number].rstrip())
        above = number
    return "\n".join(parts)


def _gap(document: Document, above: int, below: int) -> int:
    """Count the blank lines between two lines of a post: those of fenced code stand, else one at most."""
    if above in document.fenced and below in document.fenced:
        return below - above - 1
    return int(any(not document.lines[n] for n in range(above + 1, below)))
