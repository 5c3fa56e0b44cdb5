"""The page to try texts on: a form, and what becomes of the text. No script; every answer is a whole page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from textnorm import normalisation
from textnorm.dates import FoundDate, explain_dates, find_dates
from textnorm.explained import Explained
from textnorm.normalisation import Options, explain
from textnorm.ruleset import ALL

from .html_file import document
from .inline import plain
from .page import lines, reasons
from .rule_chart import filter_style, filters
from .tally import Tally

#: the profiles of this version, by the name on the form
PROFILES: dict[str, Options] = {
    name.lower(): getattr(normalisation, name)
    for name in ("STANDARD", "EDITORIAL", "SEARCH", "ENCODING", "HAZM")
    if hasattr(normalisation, name)
}
EXAMPLE = "اين كتاب هاي خوب را در ۸ مهر ۱۳۹۷ می خوانم ,  see README.md v1.2 ,ok"
#: changed lines shown
_LINES = 300

_BODY = """<div class="playground">
<h1>textnorm</h1>
<form method="post" action="/" accept-charset="utf-8">
<label for="text">Text</label>
<textarea id="text" name="text" dir="auto" spellcheck="false" autofocus>
{text}</textarea>
<div class="controls">
<label>Profile <select name="profile">{profiles}</select></label>
<label><input type="checkbox" name="dates" value="yes"{dates}> convert dates</label>
<button type="submit">Show</button>
</div>
<details{open}><summary>Leave rules out</summary><div class="choices">{rules}</div></details>
</form>
{answer}
</div>"""

_ANSWER = """<h2 id="result">Result</h2>
<textarea readonly dir="auto" aria-labelledby="result" spellcheck="false">
{text}</textarea>
<h2>Dates</h2>
{dates}
<h2>Changes</h2>
{changes}"""


@dataclass(frozen=True)
class Asked:
    """What the form was sent with."""

    text: str = EXAMPLE
    profile: str = "standard"
    dates: bool = True
    ignore: frozenset[str] = frozenset()

    @property
    def options(self) -> Options:
        """Return the options it stands for; ValueError for a profile or a rule that is none."""
        if self.profile not in PROFILES:
            raise ValueError(f"unknown profile {self.profile!r}; there are {', '.join(PROFILES)}")
        options = PROFILES[self.profile]
        return replace(options, ignore=options.ignore | self.ignore)


def asked(form: Mapping[str, Sequence[str]]) -> Asked:
    """Read the fields of the form; browsers send line ends as CR LF."""
    text = form.get("text", [""])[0].replace("\r\n", "\n")
    profile = form.get("profile", ["standard"])[0]
    return Asked(text, profile, "dates" in form, frozenset(form.get("ignore", ())))


def answer(wanted: Asked) -> Explained:
    """Return the text with its dates converted, if so wanted, and normalised."""
    if not wanted.dates:
        return explain(wanted.text, wanted.options)
    dated = explain_dates(wanted.text)
    return dated.then(explain(dated.text, wanted.options))


def playground(wanted: Asked) -> str:
    """Return the whole page.

    >>> "2018-09-30" in playground(Asked())
    True
    """
    tally = Tally(limit=_LINES)
    try:
        done = answer(wanted)
    except (ValueError, RuntimeError) as error:  # no such rule; a profile whose package is not there
        return _page(wanted, f'<p class="error" role="alert">{plain(str(error))}</p>', [])
    tally.add("text", wanted.text, done)
    names = list(tally.ordered())
    changes = _changes(tally, names)
    text = escape(_sendable(done.text))
    return _page(
        wanted, _ANSWER.format(text=text, dates=_dates(find_dates(wanted.text)), changes=changes), names
    )


def _changes(tally: Tally, names: list[str]) -> str:
    if not tally.changes:
        return "<p>Nothing changed.</p>"
    shown = len(tally.shown())
    sample = (
        f"<p>A sample: {shown:,} of {tally.changed_lines:,} changed lines.</p>"
        if shown < tally.changed_lines
        else ""
    )
    chart = filters(tally.by_rule, tally.changes, names, reasons())
    return f'{sample}<div class="columns"><nav aria-label="Filter">{chart}</nav><main>{lines(tally, names)}</main></div>'


def _page(wanted: Asked, answer: str, names: Sequence[str]) -> str:
    body = _BODY.format(
        text=escape(_sendable(wanted.text)),
        profiles="".join(_option(name, name == wanted.profile) for name in PROFILES),
        dates=" checked" if wanted.dates else "",
        open=" open" if wanted.ignore else "",
        rules=_rules(wanted.ignore),
        answer=answer,
    )
    return document("textnorm", body, filter_style(names), form="'self'")


def _option(name: str, chosen: bool) -> str:
    return f'<option value="{name}"{" selected" if chosen else ""}>{name}</option>'


def _rules(ignored: frozenset[str]) -> str:
    families = groupby(sorted(ALL, key=lambda rule: rule.family), key=lambda rule: rule.family)
    return "".join(
        f"<fieldset><legend>{escape(family)}</legend>{''.join(_rule(r.id, r.why, r.id in ignored) for r in members)}</fieldset>"
        for family, members in families
    )


def _rule(name: str, why: str, left_out: bool) -> str:
    checked = " checked" if left_out else ""
    box = f'<input type="checkbox" name="ignore" value="{escape(name)}"{checked}>'
    return f'<label title="{escape(why)}">{box} {escape(name)}</label>'


def _dates(found: Iterable[FoundDate]) -> str:
    rows = "".join(
        f'<tr><td><bdi dir="auto">{plain(date.text)}</bdi></td><td><bdi dir="ltr">{date.iso or "–"}</bdi></td>'
        f"<td>{escape(date.kind)}</td><td>{plain(date.reason or '')}</td></tr>"
        for date in list(found)[:_LINES]
    )
    note = '<p class="sum">Beside Persian letters a screen may turn such a date round; its characters are in order.</p>'
    head = "<tr><th>in the text</th><th>Gregorian</th><th>kind</th><th>reason</th></tr>"
    return f"<table>{head}{rows}</table>{note}" if rows else "<p>None found.</p>"


def _sendable(text: str) -> str:
    """Without lone surrogates, which no page can carry."""
    return text.encode("utf-8", "replace").decode("utf-8")
