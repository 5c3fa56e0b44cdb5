"""Reader of hand-labelled pages: a label before every line, and what read_page() should find.

fixtures/pages/blogfa.pages says how they look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, cast

from textnorm import Page, PageOptions, Post, read_page, to_gregorian
from textnorm.pages.options import Mode

#: what forums write before a title, which is none of it
_LABEL = re.compile(r"\A(?:عنوان|موضوع)\s?:\s")
FOLDER = Path(__file__).parents[2] / "fixtures" / "pages"


@dataclass
class Expected:
    """One post of a page: what its labels and its `post:` line say."""

    said: dict[str, str]
    title: str | None = None
    body: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def take(self, label: str, line: str) -> None:
        if label == "t":
            self.title = _LABEL.sub("", line).lstrip("# ")
        elif label in "bc":
            (self.body if label == "b" else self.comments).append(line)

    @property
    def date(self) -> date | None:
        """The Gregorian day; days are written in either calendar."""
        if "date" not in self.said:
            return None
        year, month, day = map(int, self.said["date"].split("-"))
        return to_gregorian(year, month, day) if year < 1700 else date(year, month, day)

    def many(self, name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.said.get(name, "").replace("،", ",").split(",") if part)


@dataclass
class Case:
    """A page with its mode and its posts."""

    name: str
    mode: Mode | Literal["default"] = "careful"
    #: known not to come out right yet
    fails: bool = False
    lines: list[str] = field(default_factory=list)
    #: of each line its label, and the number of the post that it stands in or below
    labels: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    boilerplate: list[str] = field(default_factory=list)
    neutral: list[str] = field(default_factory=list)
    posts: list[Expected] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def read(self, comments: Literal["drop", "keep"] = "drop") -> Page:
        if self.mode == "default":
            return read_page(self.text, PageOptions(comments=comments))
        return read_page(self.text, PageOptions(mode=self.mode, comments=comments))

    def add(self, row: str) -> None:
        label, bar, line = row[:1], row[1:2], row[2:]
        assert not row or (bar == "|" and label in "tbicxn"), f"{self.name}: {row!r}"
        self.lines.append(line)
        self.labels.append(label)
        self.numbers.append(max(len(self.posts) - 1, 0))
        if label == "x":
            self.boilerplate.append(line)
        elif label == "n":
            self.neutral.append(line.strip())
        elif label:
            self.posts[-1].take(label, line)


KNOWN_FAILURES = FOLDER / "known-failures.pages"


#: the row of a page that does not come out right yet
FAILS = "fails: yes"


def cases(fails: bool = False) -> list[Case]:
    """All pages of the fixtures that should come out right, or all that do not yet."""
    return [
        case for path in sorted(FOLDER.glob("*.pages")) for case in read_cases(path) if case.fails == fails
    ]


def mended(case: Case) -> None:
    """Take the row `fails: yes` from a page that comes out right now."""
    path = FOLDER / f"{case.name.partition(':')[0]}.pages"
    head, mark, rest = path.read_text(encoding="utf-8").partition(f"=== {case.name.partition(': ')[2]}\n")
    path.write_text(head + mark + rest.replace(FAILS + "\n", "", 1), encoding="utf-8")


def read_cases(path: Path) -> list[Case]:
    found: list[Case] = []
    for row in path.read_text(encoding="utf-8").split("\n"):
        if row.startswith("=== "):
            found.append(Case(f"{path.stem}: {row[4:]}", fails=path == KNOWN_FAILURES))
        elif row.startswith("read: "):
            found[-1].mode = cast(Mode, row[6:])
        elif row == FAILS:
            found[-1].fails = True
        elif row.startswith("post:"):
            found[-1].posts.append(Expected(_said(row[5:])))
        elif found:
            found[-1].add(row)
    return found


def _said(row: str) -> dict[str, str]:
    """``date=1397-07-08 author=Dara Novak`` as a table; values may hold spaces."""
    said: dict[str, str] = {}
    name = ""
    for word in row.split():
        key, equals, value = word.partition("=")
        if equals:
            name, said[key] = key, value
        else:
            said[name] += f" {word}"
    return said


def filled(text: str) -> list[str]:
    """The lines of a text that are not blank."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def faults(case: Case, comments: Literal["drop", "keep"]) -> list[str]:
    """What is wrong with the posts that were found, in words; nothing when all is right."""
    posts = case.read(comments).posts
    if len(posts) != len(case.posts):
        return [f"{len(posts)} posts instead of {len(case.posts)}: {[post.title for post in posts]}"]
    return [
        fault
        for number, (post, wanted) in enumerate(zip(posts, case.posts, strict=True), 1)
        for fault in _faults(number, post, wanted, comments == "keep", case.neutral)
    ]


def _faults(number: int, post: Post, wanted: Expected, kept: bool, neutral: list[str]) -> list[str]:
    pairs = {
        "title": (post.title, wanted.title),
        "author": (post.author, wanted.said.get("author")),
        "tags": (post.tags, wanted.many("tags")),
        "comments": ([line.strip() for line in post.comments], wanted.comments if kept else []),
        "body": (
            [line for line in filled(post.body) if line not in neutral],
            [line.strip() for line in wanted.body],
        ),
        "date": (post.date, None if wanted.said.get("date") == "?" else wanted.date),
    }
    if "captions" in wanted.said:
        pairs["captions"] = (post.captions, wanted.many("captions"))
    return [
        f"post {number}: {name} {got!r}, not {want!r}"
        for name, (got, want) in pairs.items()
        if got != want and wanted.said.get(name) != "?"
    ]
