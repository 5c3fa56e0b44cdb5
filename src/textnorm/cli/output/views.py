"""The flags that ask for what changed instead of the changed text; what they show is in ``changes``."""

from __future__ import annotations

import argparse

import textnorm
from textnorm.cli.messages import UsageFailure

#: command: the public function that explains it
FUNCTIONS = {
    "normalise": "explain",
    "dates": "explain_dates",
    "clean": "explain_clean",
    "tidy": "explain_tidy",
}
VIEWS = ("diff", "explain", "statistics", "report")


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags of this module."""
    add = parser.add_argument_group("what changed, instead of the text").add_argument
    add("--diff", action="store_true", help="changed lines, and their changes in code points")
    add("--explain", action="store_true", help="every change with its offsets, one JSON object a line")
    add("--statistics", action="store_true", help="how often each rule was at work (--json: as JSON)")
    add("--report", metavar="FILE", help="one HTML page to look at")
    add("--colour", choices=("auto", "always", "never"), help="of --diff; auto: only at a terminal")


def add_table_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags of ``post_tables``, which posts have instead."""
    add = parser.add_argument_group("posts as a table, or to look at").add_argument
    add("--csv", action="store_true", help="write a row for each post, below a header")
    add("--sqlite", metavar="FILE", help="write a data base with the tables posts and dropped")
    add("--report", metavar="FILE", help="write one HTML page: the posts as cards, and what went")


def view_of(args: argparse.Namespace) -> str | None:
    """Return which view was asked for, if any; :class:`UsageFailure` for two, or for one that cannot be."""
    if args.command == "posts":
        return None  # its report is of posts, not of changes
    wanted = [view for view in VIEWS if getattr(args, view, None)]
    if not wanted:
        return None
    if len(wanted) > 1:
        raise UsageFailure(f"--{wanted[0]} and --{wanted[1]} exclude one another")
    view = wanted[0]
    if args.command == "dates" and not args.replace:
        raise UsageFailure(f"--{view} is for text that changes; add --replace")
    if not hasattr(textnorm, FUNCTIONS.get(args.command, "")):
        raise UsageFailure(f"--{view} does not go with {args.command}")
    for flag in ("in_place", "output"):
        if getattr(args, flag):
            raise UsageFailure(
                f"--{view} shows what changes and writes no text; leave out --{flag.replace('_', '-')}"
            )
    return view
