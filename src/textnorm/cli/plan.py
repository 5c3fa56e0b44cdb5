"""From parsed arguments to a run: which format, which command, which writer."""

from __future__ import annotations

import argparse

import textnorm
from textnorm.cli.commands import Settings
from textnorm.cli.errors import UsageFailure
from textnorm.cli.flags import build, fields
from textnorm.cli.formats.plain import Plain
from textnorm.cli.parser import TEXT_COMMANDS
from textnorm.cli.reading import STDIN
from textnorm.cli.running import Run
from textnorm.cli.work import Task
from textnorm.cli.writing import Nothing, StandardOutput


def run_from(args: argparse.Namespace) -> int:
    """Build the run the arguments ask for, and do it."""
    settings = settings_from(args)
    if args.check and settings.records:
        raise UsageFailure("--check is for commands that write text, not for records")
    format_ = Plain(whole=settings.command != "normalise" or settings.records, errors=args.errors)
    writer = Nothing() if args.check else StandardOutput()
    run = Run(Task(format_, settings, args.json), writer, args.check, args.jobs)
    return run.over(args.files or [STDIN])


def settings_from(args: argparse.Namespace) -> Settings:
    """The command and the options of its public function."""
    replace = bool(getattr(args, "replace", False))
    name = "convert_dates" if replace else TEXT_COMMANDS[args.command][0]
    function = getattr(textnorm, name)
    given = {key: getattr(args, key) for key in fields(function) if hasattr(args, key)}
    options = build(function, given, getattr(args, "profile", None))
    records = args.json or (args.command in ("dates", "posts") and not replace)
    return Settings(args.command, options, records, replace)
