"""``textnorm export --for SOFTWARE``: what a profile does to characters, as a table in the form that the software reads."""

from __future__ import annotations

import argparse
import sys
from typing import get_args

from textnorm.cli.io.output import write_whole
from textnorm.cli.io.sources import STDIN
from textnorm.cli.messages import UsageFailure
from textnorm.exports import PROFILES, TARGETS, HalfSpace, export


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags of the command."""
    add = parser.add_argument
    add("--for", dest="target", choices=tuple(TARGETS), help="the software that is to read the table")
    profiles = tuple(name.lower() for name in PROFILES)
    add("--profile", choices=profiles, default="search", help="whose character level; default search")
    add(
        "--half-space",
        choices=get_args(HalfSpace),
        help="what becomes of half-spaces; default: nothing for search, keep for encoding",
    )
    add("-o", "--output", metavar="FILE", help="default: standard output")


def write(args: argparse.Namespace) -> int:
    """Write the table, and return the exit code."""
    if args.target is None:
        raise UsageFailure(f"say for whom: --for {', --for '.join(TARGETS)}")
    table = export(args.target, args.profile.upper(), args.half_space)
    if args.output in (None, STDIN):
        sys.stdout.write(table)
        sys.stdout.flush()
    else:
        write_whole(args.output, table.encode())
    return 0
