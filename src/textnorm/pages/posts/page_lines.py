"""The lines of a page as posts see them: what each says, looked up once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from textnorm.pages.content.columns import Column
from textnorm.pages.interface import ALONE, SLOT, mask, role_bits
from textnorm.pages.keys import line_key
from textnorm.pages.posts.bylines import can_sign
from textnorm.pages.posts.date_lines import CLOCK, Mark, dated_row
from textnorm.pages.posts.date_words import MONTHS, folded, label_alone, without_counts
from textnorm.pages.posts.dating import Dating
from textnorm.pages.posts.entry_rows import drop_others
from textnorm.pages.posts.line_forms import can_title, ends, is_bare, is_topic
from textnorm.pages.posts.openings import is_heading, lists_tags, rows_of_tags
from textnorm.pages.posts.paths import is_path
from textnorm.pages.posts.poems import verses_of
from textnorm.pages.posts.told import NOTHING, lines_told

#: roles of lines that stand between a headline and its text, or below the text, and say something of the post
ABOUT = mask(
    "tool", "share", "counter", "comment_count", "rating", "player", "language", "forum", "read_more", "end_mark", "debris",
    "comment_row", "taxonomy", "channel", "date_label", "byline",
)  # fmt: skip
#: roles of lines that stand nowhere but round the posts of a page
OUTSIDE = mask(
    "navigation", "skip_link", "search", "pagination", "login", "footer", "newsletter", "related", "archive", "cookies", "shop",
    "status", "advert", "captcha", "comment_form", "moderation", "section", "blog", "document",
)  # fmt: skip
_SKIP = re.compile(r"(?:رد شدن|رفتن|پرش|عبور|گذر) (?:به|از) (?:محتوا|نوشته|مطلب|بخش)|skip to ", re.IGNORECASE)
_ATOM = re.compile(
    r"(?:\d{1,2}|(?:13|14|20|۱۳|۱۴|۲۰)\d\d|[^\W\d]{2,10}(?:[\s\u200c]?ماه)?(?:\s?\d{2,4})?|\d{1,2}\s?:\s?\d{2}|\d{1,2}\s[^\W\d]{2,10}(?:\s\d{2,4})?)\s*,?"
)
_MONTH = re.compile(MONTHS)
#: most lines that a date in pieces stands on; words of a kept line that is text without an end; characters of a label
_PIECES, _WRAPPED, _LONGEST_LABEL = 4, 10, 30
#: what a site counts of a member, behind the name
_POINTS = re.compile(r"\s\([\d٬,]+ (?:امتیاز|پست|ارسال|رای|رأی)\)$")


class PageLines:
    """The lines of a page that are not blank, and what each of them says.

    ``kept`` says of each line whether the page model takes it for text; None where no model was asked.
    """

    def __init__(
        self,
        texts: Sequence[str],
        kept: Sequence[bool] | None,
        dating: Dating,
        code: Collection[int] = (),
        *,
        roles: Sequence[int] | None = None,
        careful: bool = False,
        told: bool = False,
        heading: str | None = None,
        seen: Mapping[str, Column] | None = None,
    ) -> None:
        self.texts = texts
        #: whether it was said which lines are text, and that there is one post; what the page model saw
        self.told, self.single, self.seen = told, heading is not None, seen
        self.heading = line_key(heading or "")
        #: lines of fenced code, which say nothing of the post
        self.code = frozenset(code)
        self.kept, self.careful, self.dating = kept, careful, dating
        #: the roles of the lines as they stand
        self._bits = [*map(role_bits, texts)] if roles is None else roles
        told_of = enumerate(lines_told(texts, self._bits, dating))
        rows = [NOTHING if n in self.code else row for n, row in told_of]
        self.marks: dict[int, Mark] = {n: row.mark for n, row in enumerate(rows) if row.mark is not None}
        self.authors: dict[int, str] = {n: row.author for n, row in enumerate(rows) if row.author}
        self.roles = [row.bits for row in rows]
        self.words = [text.count(" ") + 1 for text in texts]
        #: lines that are a piece of a date which began further up
        self.pieces: set[int] = set()
        #: whether the page is the export of a chat, and whether rows are known to stand below their posts
        self.exported = self.below = False
        #: lines that are the label of the line below; those that are text, however short
        self.labels, self.messages = set[int](), set[int]()
        #: lines that are a row of tags below a heading of them
        self.rows_of_tags = rows_of_tags(texts)
        self._once: dict[str, list[int]] = {}
        self._join_pieces()
        self._join_labels()

    def once(self, name: str, find: Callable[[PageLines], list[int]]) -> list[int]:
        """Return what a function finds in these lines, computed once; it may not ask for dates."""
        if name not in self._once:
            self._once[name] = find(self)
        return self._once[name]

    def above(self, place: int) -> PageLines:
        """Return the lines above a place as a page of their own."""
        code, kept = [n for n in self.code if n < place], self.kept and self.kept[:place]
        texts, bits = self.texts[:place], self._bits[:place]
        return PageLines(texts, kept, self.dating, code, roles=bits, told=self.told, heading="")

    def __len__(self) -> int:
        return len(self.texts)

    def _join_pieces(self) -> None:
        """Read dates that stand in pieces on several lines: day, month, year and clock."""
        folds = folded("\n".join(text if len(text) <= 16 else "" for text in self.texts)).split("\n")
        named = {n for n, text in enumerate(folds) if text and _MONTH.search(text) and _ATOM.fullmatch(text)}
        named, done = without_counts(named, folds), 0
        for place in sorted({n - up for n in named for up in range(_PIECES) if n >= up}):
            pieces = list(takewhile(_ATOM.fullmatch, folds[place : place + _PIECES])) if place >= done else ()
            sizes = range(len(pieces), 1, -1)
            size = next((n for n in sizes if self._is_date(place, n, named)), 1)
            done = max(done, place + size)

    def _is_date(self, place: int, size: int, named: Set[int]) -> bool:
        if sum(n in named for n in range(place, place + size)) != 1 or any(
            self.marks.get(place + n) and self.marks[place + n].date for n in range(size)
        ):
            return False
        mark = dated_row(" ".join(self.texts[place : place + size]), self.dating)
        if (
            mark is None
            or mark.style != "alone"
            or mark.found is None
            or mark.found.kind in ("partial", "invalid")
        ):
            return False
        self.marks[place] = mark
        for piece in range(place + 1, place + size):
            self.marks.pop(piece, None)
            self.roles[piece] = 0
            self.pieces.add(piece)
        return True

    def _join_labels(self) -> None:
        """Read labels on lines of their own, above the date or the name that they are about; days of events are no dates of posts."""
        for place, text in enumerate(self.texts[:-1]):
            label = label_alone(text) if len(text) <= _LONGEST_LABEL else ""
            value = place + 1
            if not label or place in self.code:
                continue
            mark = self.marks.get(value)
            if label == "forwarded" and self.words[value] <= 4:
                self.labels.update((place, value))
            elif mark is not None and label != "by" and mark.style == "alone":
                self.marks[value] = replace(mark, style="label", label=label)
                self.labels.add(place)
            elif label == "by" and mark is None:
                name = _POINTS.sub("", self.texts[value])
                if can_sign(name, self._signing_roles(place)):
                    self.authors[value] = name
                    self.labels.add(place)
        drop_others(self.marks, self.texts)

    def _signing_roles(self, place: int) -> int:
        """Return the roles of the line below a label that speak against a name: below «توسط» only certain ones."""
        bits = self.roles[place + 1]
        sure = folded(self.texts[place]).rstrip(" :").endswith(("توسط", "by"))
        return 0 if sure and self.has(place + 1, "comment_row", "byline") else bits & ALONE if sure else bits

    def end_of_mark(self, place: int) -> int:
        """Return the place below a date line and its pieces."""
        place += 1
        while place in self.pieces:
            place += 1
        return place

    def is_meta(self, place: int) -> bool:
        """Tell whether a line says something about the post and is not the post."""
        return (
            place in self.marks
            or place in self.authors
            or place in self.labels
            or place in self.pieces
            or place in self._tags
        )

    def is_tags(self, place: int) -> bool:
        """Tell whether a line lists the tags of a post."""
        return place in self._tags

    @cached_property
    def _tags(self) -> frozenset[int]:
        heads = (place for place, text in enumerate(self.texts) if lists_tags(text))
        below = [*zip(self.texts[1:], self.roles[1:], strict=True), ("", 0)]
        return frozenset(n for n in (*heads, *self.rows_of_tags) if not is_topic(self.texts[n], *below[n]))

    def has(self, place: int, *names: str) -> bool:
        """Tell whether a line has one of some roles."""
        return bool(self.roles[place] & mask(*names))

    def is_about(self, place: int) -> bool:
        """Tell whether a line may be a tool, a counter or another row of a post."""
        return bool(self.roles[place] & ABOUT)

    def is_outside(self, place: int) -> bool:
        """Tell whether a line is one of those that stand round the posts of a page, and nothing else."""
        return bool(self.roles[place] & OUTSIDE) and not self.is_about(place)

    def is_junk(self, place: int) -> bool:
        """Tell whether a line is an interface string or holds no letter."""
        bits = self.roles[place]
        return bool(bits & ALONE) or (bits > 0 and self.words[place] <= 4) or self.is_bare(place)

    def is_certain(self, place: int) -> bool:
        """Tell whether a line is an interface string for certain, or holds no letter."""
        return bool(self.roles[place] & ALONE) or self.is_bare(place)

    def is_bare(self, place: int) -> bool:
        """Tell whether a line holds no word: numbers, signs, units."""
        return self._bare[place]

    @cached_property
    def _bare(self) -> list[bool]:
        return [place not in self.code and is_bare(text) for place, text in enumerate(self.texts)]

    @cached_property
    def sentences(self) -> list[bool]:
        """Return which lines are sentences of a text: some words and an end, or many words; no headings."""
        return [
            not self.is_meta(n) and not self.roles[n] & ALONE and not is_heading(text)
            and (words >= 18 or len(text) >= 110 or (words >= 7 and ends(text)))
            for n, (text, words) in enumerate(zip(self.texts, self.words, strict=True))
        ]  # fmt: skip

    def is_prose(self, place: int) -> bool:
        """Tell whether a line is a sentence, or one of verses."""
        return self.sentences[place] or place in self._verses or place in self.messages

    def is_text(self, place: int) -> bool:
        """Tell whether a line is a sentence, and one that the page model keeps, if it was asked.

        A long line that the model keeps need not have the end of its sentence: lines may be wrapped.
        """
        if self.kept is None:
            return self.sentences[place]
        if not self.kept[place]:
            return False
        plain = not self.is_meta(place) and not self.roles[place] & ALONE
        return (plain and self.words[place] >= _WRAPPED) or self.is_prose(place)

    @cached_property
    def _verses(self) -> frozenset[int]:
        return verses_of(self)

    def can_title(self, place: int) -> bool:
        """Tell whether a line can be the title of a post."""
        slot = self.roles[place] & SLOT and not self.is_certain(place)  # words of its own: not only a menu's
        signed = self.has(place, "byline") and CLOCK.search(self.texts[place]) is not None
        other = place in self.code or self.is_meta(place) or (self.is_junk(place) and not slot) or signed
        other = other or self.keys[place] in self.names or self.is_path(place)
        return not other and can_title(self.texts[place])

    def is_path(self, place: int) -> bool:
        """Tell whether a line is the path to the page on its site."""
        return is_path(self.texts[place], self.key_counts)

    def drop(self, place: int) -> None:
        """Take a line for one about a post, whatever the page model says."""
        self.labels.add(place)
        if self.kept is not None:
            self.kept = [flag and n != place for n, flag in enumerate(self.kept)]

    def forget(self, places: Collection[int]) -> None:
        """Take some dates for text: those of a diary or a timeline."""
        for place in places:
            self.marks.pop(place, None)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names in the page's bylines, which are no titles."""
        return frozenset(map(line_key, self.authors.values()))

    @cached_property
    def key_counts(self) -> Counter[str]:
        """Return how many lines of the page have each key."""
        return Counter(self.keys)

    @cached_property
    def keys(self) -> list[str]:
        """Return the letters and digits of each line."""
        return [line_key(text) for text in self.texts]
