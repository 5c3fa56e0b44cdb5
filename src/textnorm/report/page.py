"""The report: what changed in some texts, as one HTML file to look at."""

from __future__ import annotations

from collections.abc import Iterable

import textnorm
from textnorm.ruleset import ALL

from .html_file import document
from .inline import plain
from .line import line
from .rule_chart import filter_style, filters
from .tally import Tally

_BODY = """<header><h1>{title}</h1>
<p class="sum">{sum}</p>
<p class="legend"><del>taken out</del> of the source, <ins>put into</ins> the result; <bdi dir="ltr" class="chip">ZWNJ</bdi> labels stand for characters that nobody sees.</p>
</header>
<div class="columns">
<nav aria-label="Filter">{filters}{why}</nav>
<main>{lines}</main>
</div>"""


def reasons() -> dict[str, str]:
    """Return what each rule is for, and why each kind of artefact goes."""
    return {**textnorm.artefact_kinds(), **{rule.id: rule.why for rule in ALL}}


def report(tally: Tally, title: str = "What textnorm changed") -> str:
    """Return the page as text: self-contained, without script, everything of the texts escaped.

    >>> from textnorm import explain
    >>> tally = Tally()
    >>> tally.add("notes.txt", "علي <b>", explain("علي <b>"))
    >>> "&lt;b&gt;" in report(tally)
    True
    """
    names = list(tally.ordered())
    body = _BODY.format(
        title=plain(title),
        sum=_sum(tally),
        filters=filters(tally.by_rule, tally.changes, names, reasons()),
        why=_why(names),
        lines=lines(tally, names),
    )
    return document(title, body, filter_style(names))


def _why(names: Iterable[str]) -> str:
    """Return the rules and kinds of the page with their reasons, to unfold."""
    known = reasons()
    items = [f"<dt>{plain(name)}</dt><dd>{plain(known[name])}</dd>" for name in names if name in known]
    return f"<details><summary>Why</summary><dl>{''.join(items)}</dl></details>" if items else ""


def lines(tally: Tally, names: list[str]) -> str:
    """Return the changed lines as a list."""
    numbers = {rule: number for number, rule in enumerate(names, 1)}
    shown = tally.shown()
    one_text = len({place.name for place in shown}) < 2
    items = [line(row, summary, numbers, "" if one_text else name) for name, row, summary in shown]
    return f'<ol class="lines">{"".join(items)}</ol>' if items else "<p>Nothing changed.</p>"


def _sum(tally: Tally) -> str:
    shown = len(tally.shown())
    said = (
        f"{tally.changes:,} changes in {tally.changed_lines:,} of {tally.lines:,} lines, "
        f"{_many(tally.texts, 'text')}, {tally.characters:,} characters."
    )
    if shown < tally.changed_lines:
        said += f" <strong>This page shows a sample: {shown:,} of the {tally.changed_lines:,} changed lines</strong>, drawn evenly, with the first lines of every rule; the counts are of all."
    return said


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
