"""``textnorm rules [ID …]``: what the rules do, in a line each or in full."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import textnorm
from textnorm.cli.messages import UsageFailure, near
from textnorm.cli.output.json_records import to_json
from textnorm.report.reference import described, record


def show(names: Sequence[str], as_json: bool) -> int:
    """Write the rules with these ids or of these families; without names, all of them."""
    for rule in _wanted(names):
        if as_json:
            sys.stdout.write(to_json(record(rule)) + "\n")
        else:
            sys.stdout.write(described(rule) + "\n" if names else f"{rule.id:<28} {rule.why}\n")
    sys.stdout.flush()
    return 0


def _wanted(names: Sequence[str]) -> list[textnorm.Rule]:
    rules = textnorm.rules()
    known = {rule.id for rule in rules} | {rule.family for rule in rules}
    for name in names:
        if name not in known:
            raise UsageFailure(
                f"unknown rule or family {name!r}{near(name, sorted(known)) or '; `textnorm rules` lists them'}"
            )
    return [rule for rule in rules if not names or {rule.id, rule.family} & set(names)]
