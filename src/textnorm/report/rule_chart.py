"""Counts by rule as a bar chart that filters the lines, without script: radio buttons and :has()."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_CHOICE = (
    '<li><input type="radio" name="rule" id="f{number}"{checked}><label for="f{number}">'
    '<span class="id">{name}</span> <span class="count">{count:,}</span>'
    '<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="{width:.1f}" height="6"/></svg>'
    "</label></li>"
)


def filters(by_rule: Mapping[str, int], changes: int, names: Sequence[str], why: Mapping[str, str]) -> str:
    """Return a list of choices: every change, or those of one rule. *why*: what a rule is for, shown on hovering."""
    most = max(by_rule.values(), default=1)
    choices = [_choice(0, "all changes", changes, 100.0)]
    for number, rule in enumerate(names, 1):
        choices.append(_choice(number, rule, by_rule[rule], 100 * by_rule[rule] / most, why.get(rule, "")))
    return f'<fieldset class="filters"><legend>Changes by rule</legend><ul>{"".join(choices)}</ul></fieldset>'


def _choice(number: int, name: str, count: int, width: float, why: str = "") -> str:
    checked = "" if number else " checked"
    choice = _CHOICE.format(number=number, name=escape(name), count=count, width=width, checked=checked)
    return choice.replace("<li>", f'<li title="{escape(why)}">', 1) if why else choice


def filter_style(names: Sequence[str]) -> str:
    """Hide, for each choice, the rows of the others."""
    return "".join(
        f"body:has(#f{number}:checked) .row:not(.r{number}){{display:none}}\n"
        for number in range(1, len(names) + 1)
    )
