"""The report of pages: their posts as cards, and what went, by kind; one HTML file to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import Any

import textnorm

from .html_file import document
from .inline import plain

Record = Mapping[str, Any]
#: most posts that are shown, sampled evenly
MOST = 300
#: most examples of each kind of what was removed; most characters of a text, and of a short one
_EXAMPLES, _LONGEST, _SHORT = 8, 1500, 160
_STYLE = """
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
.card { border: 1px solid var(--rule); border-radius: .4rem; background: var(--panel); padding: .5rem 1rem .75rem; content-visibility: auto; contain-intrinsic-size: auto 14rem; break-inside: avoid; }
.card h2 { margin: .25rem 0; }
.card h2, .card .body, .gone q { unicode-bidi: plaintext; text-align: start; overflow-wrap: anywhere; font-family: Vazirmatn, Vazir, "Noto Naskh Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, "Geeza Pro", "DejaVu Sans", sans-serif; }
.card .body { margin: .25rem 0 0; line-height: 1.9; white-space: pre-wrap; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin: 0; padding: 0; list-style: none; color: var(--soft); font-size: .875rem; }
.facts bdi { color: var(--ink); overflow-wrap: anywhere; }
.conflict { border-inline-start: .25rem solid var(--out-line); padding-inline-start: .5rem; margin: .25rem 0; font-size: .875rem; }
.none { color: var(--soft); font-style: italic; }
.gone dt { font-weight: 600; margin-top: .5rem; font-size: .9rem; }
.gone dd { margin: 0; font-size: .85rem; color: var(--soft); }
.gone q { display: block; quotes: none; color: var(--ink); border-top: 1px solid var(--rule); }
"""
_BODY = """<header><h1>{title}</h1><p class="sum">{sum}</p></header>
<div class="columns">
<nav aria-label="What went"><fieldset class="gone"><legend>What went</legend><dl>{gone}</dl></fieldset></nav>
<main><ol class="cards">{cards}</ol></main>
</div>"""
#: fields that are shown behind their names
_FACTS = ("date", "author", "kind", "modified", "language", "tags", "url", "id", "file")


class PostTally:
    """The posts of a run, counted, and an even sample of them; what went, counted, with the first examples."""

    def __init__(self, most: int = MOST) -> None:
        self.posts = self.dated = self.titled = self.conflicts = 0
        self.shown: list[Record] = []
        self.gone: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = {}
        self._most, self._step = most, 1

    def add(self, record: Record) -> None:
        """Count a record: a post, or what was dropped."""
        if "dropped" in record:
            self._drop(record["dropped"])
            return
        if self.posts % self._step == 0:
            self.shown.append(record)
            if len(self.shown) > 2 * self._most:
                del self.shown[1::2]
                self._step *= 2
        self.posts += 1
        self.dated += record.get("date") is not None
        self.titled += record.get("title") is not None
        self.conflicts += bool(record.get("conflicts"))

    def _drop(self, record: Record) -> None:
        kind, text = str(record["kind"]), str(record["text"]).strip()
        self.gone[kind] += 1
        examples = self.examples.setdefault(kind, [])
        if text and len(examples) < _EXAMPLES and text[:_SHORT] not in examples:
            examples.append(text[:_SHORT])


def posts_report(tally: PostTally, title: str = "Posts") -> str:
    """Return the page as text: self-contained, without script, everything of the texts escaped.

    >>> tally = PostTally()
    >>> tally.add({"title": "<b>", "body": "باران", "date": None})
    >>> "&lt;b&gt;" in posts_report(tally)
    True
    """
    body = _BODY.format(
        title=plain(title), sum=_sum(tally), gone=_gone(tally), cards="".join(map(_card, tally.shown))
    )
    return document(title, body, _STYLE)


def _sum(tally: PostTally) -> str:
    said = (
        f"{tally.posts:,} posts: {tally.titled:,} with a title, {tally.dated:,} with a date, "
        f"{tally.conflicts:,} with a contradiction. {sum(tally.gone.values()):,} artefacts went."
    )
    if len(tally.shown) < tally.posts:
        said += f" <strong>This page shows {len(tally.shown):,} of the posts</strong>, drawn evenly; the counts are of all."
    return said


def _gone(tally: PostTally) -> str:
    known = textnorm.artefact_kinds()
    parts = []
    for kind, count in tally.gone.most_common():
        quotes = "".join(f"<q>{plain(text)}</q>" for text in tally.examples.get(kind, ()))
        parts.append(f"<dt>{plain(kind)} · {count:,}</dt><dd>{plain(known.get(kind, ''))}{quotes}</dd>")
    return "".join(parts) or "<dd>Nothing.</dd>"


def _card(post: Record) -> str:
    title = post.get("title")
    head = plain(title) if title else '<span class="none">without a title</span>'
    conflicts = "".join(f'<p class="conflict">{plain(said)}</p>' for said in post.get("conflicts") or ())
    return f'<li class="card" dir="auto"><h2>{head}</h2><ul class="facts">{_facts(post)}</ul>{conflicts}{_text(post)}</li>'


def _facts(post: Record) -> str:
    sources = post.get("sources") or {}
    parts = []
    for name in _FACTS:
        value = post.get(name)
        if not value or (name == "kind" and value == "post"):
            continue
        shown = " · ".join(value) if isinstance(value, (list, tuple)) else str(value)
        if name == "date" and post.get("date_text"):
            shown += f" ({post['date_text']})"
        source = f' title="{escape(str(sources[name]))}"' if name in sources else ""
        parts.append(f"<li>{name}: <bdi{source}>{plain(shown)}</bdi></li>")
    return "".join(parts)


def _text(post: Record) -> str:
    body = str(post.get("body") or "")
    if not body:
        return '<p class="none">without a text</p>'
    more = (
        f'<span class="none"> … {len(body) - _LONGEST:,} characters more</span>'
        if len(body) > _LONGEST
        else ""
    )
    lines = "".join(
        f'<p class="body">{plain(line)}</p>' for line in body[:_LONGEST].split("\n") if line.strip()
    )
    return f"{lines}{more}"
