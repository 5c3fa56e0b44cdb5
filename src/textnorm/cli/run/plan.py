"""From parsed arguments to a run: which files, which formats, which command, which writer."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator

import textnorm
from textnorm.cli.args.command_names import DEFAULTS, PAGE_COMMANDS, TEXT_COMMANDS
from textnorm.cli.args.option_flags import build, fields
from textnorm.cli.commands.text_commands import Settings
from textnorm.cli.formats.base import Asked
from textnorm.cli.formats.registry import Formats
from textnorm.cli.formats.sniff import is_code
from textnorm.cli.io import encodings
from textnorm.cli.io.chunks import Chunk, Result
from textnorm.cli.io.listed_files import listed
from textnorm.cli.io.output import refuse_foreign, refuse_if_read
from textnorm.cli.io.reading import Reader
from textnorm.cli.io.separate import InPlace, OutputDirectory
from textnorm.cli.io.sources import STDIN, Selection, Source
from textnorm.cli.io.writing import Nothing, OutputFile, StandardOutput, Writer
from textnorm.cli.messages import UsageFailure, printable
from textnorm.cli.output.views import view_of
from textnorm.cli.run.progress import Progress
from textnorm.cli.run.rejects import Rejects
from textnorm.cli.run.runner import Run
from textnorm.cli.run.task import EditTask
from textnorm.cli.startup import settle


def run_from(args: argparse.Namespace) -> int:
    """Build the run the arguments ask for, and do it."""
    settings = settings_from(args)
    _check(args, settings)
    if args.show_config:
        return _show(args)
    task, writer = _task_and_writer(args, settings)
    sources: Iterable[Source] = _sources(args, writer)
    known: list[Source] | None = None
    if args.jobs > 1 or args.progress == "json" or (args.progress == "auto" and sys.stderr.isatty()):
        sources = known = list(sources)
    progress = Progress(
        args.progress, None if known is None else len(known), None if known is None else _size(known)
    )
    kind, jobs = _shared(args.jobs, known)
    run = kind(
        task, writer, Rejects(args.rejects), progress,
        check=args.check, fail_fast=args.fail_fast, jobs=jobs,
    )  # fmt: skip
    reader = Reader(_formats(args, settings), args.encoding, settings.records)
    settle()
    code = run.over(sources, reader)
    if (args.in_place or args.check or isinstance(writer, OutputDirectory)) and not args.quiet:
        run.counts.say_if_many(args.check)
    return code


def _shared(jobs: int, known: list[Source] | None) -> tuple[type[Run], int]:
    """Return what makes the run, and how many of the processes that are asked for have something to do."""
    if jobs == 1 or known is None:
        return Run, 1
    from textnorm.cli.run.batches import SharedRun, useful

    jobs = useful(jobs, known)
    return Run if jobs == 1 else SharedRun, jobs


def _task_and_writer(
    args: argparse.Namespace, settings: Settings
) -> tuple[Callable[[Chunk], Result], Writer]:
    view = view_of(args)
    if view is None:
        return EditTask(settings, args.json or _is_table(args)), _writer(args, settings)
    from textnorm.cli.output import changes
    from textnorm.cli.run.explain_task import ExplainTask

    return ExplainTask(settings, view, changes.wants_colour(args, view)), changes.writer_for(args, view)


def settings_from(args: argparse.Namespace) -> Settings:
    """Return the command and the options of its public function."""
    name = "convert_dates" if args.replace else TEXT_COMMANDS[args.command][0]
    function = getattr(textnorm, name)
    given = {key: getattr(args, key) for key in fields(function) if hasattr(args, key)}
    options = build(function, given, args.profile)
    if args.site:
        from textnorm.cli.commands import sites

        options = sites.with_profile(options, function, args.site)
    elif args.command == "posts" and any(map(os.path.isdir, args.files)):
        from textnorm.cli.commands import sites

        options = sites.with_learned(options, function, args)
    records = args.json or (args.command in ("dates", "posts") and not args.replace)
    return Settings(args.command, options, records, args.replace, _extracted(args), _with_dropped(args))


def _extracted(args: argparse.Namespace) -> textnorm.ExtractedOptions | None:
    if args.source is None and not args.reflow:
        return None
    return textnorm.ExtractedOptions(source=args.source or "auto", reflow=args.reflow)


def _check(args: argparse.Namespace, settings: Settings) -> None:
    if args.encoding not in (None, "auto"):
        encodings.canonical(args.encoding)
    for flag in ("check", "in_place"):
        if settings.records and getattr(args, flag):
            raise UsageFailure(f"--{flag.replace('_', '-')} is for commands that write text, not for records")
    if args.in_place and (args.check or args.output):
        raise UsageFailure("--in-place, --check and --output exclude one another")
    if args.check and args.output:
        raise UsageFailure("--check writes nothing; leave out --output")
    if args.resume and not (args.output and _is_folder(args)):
        raise UsageFailure("--resume needs -o DIR, where it sees what is done")
    if args.rejects and args.output and os.path.realpath(args.rejects) == os.path.realpath(args.output):
        raise UsageFailure("--rejects and --output are the same file")
    if args.rejects and (args.rejects.endswith("/") or os.path.isdir(args.rejects)):
        raise UsageFailure(f"--rejects takes a file, not a directory: {args.rejects}")
    folders = [path for path in args.files if os.path.isdir(path)]
    is_named = bool(args.files or args.files0_from)
    refuse_foreign("report", args.report, b"<!doctype html>", folders, is_named)
    refuse_foreign("rejects", args.rejects, b'{"file"', folders, is_named)
    cards = args.command == "posts" and args.report
    if sum(map(bool, (args.csv, args.sqlite, args.json, cards))) > 1:
        raise UsageFailure("--csv, --sqlite, --json and --report exclude one another")
    if (args.sqlite or cards) and args.output:
        raise UsageFailure(
            f"--{'sqlite' if args.sqlite else 'report'} names its file itself; leave out --output"
        )
    if args.csv and args.output and _is_folder(args):
        raise UsageFailure("--csv writes one table; name a file with -o")
    if args.replace and args.json:
        raise UsageFailure("--replace writes text, --json writes records")


def _formats(args: argparse.Namespace, settings: Settings) -> Formats:
    asked = Asked(
        fields=tuple(args.field),
        columns=tuple(args.column),
        delimiter=args.delimiter,
        header=args.header,
        errors=args.errors or "strict",
        as_shown=args.errors is None,
        whole=settings.command not in ("normalise", "dates")
        or (settings.command == "normalise" and args.json)
        or settings.extracted is not None,
        places=settings.records or args.explain,
        drop_bad=bool(args.rejects) and not args.in_place,
        in_place=args.in_place,
        reflow=args.reflow,
        posts=settings.command == "posts",
        page=settings.command in PAGE_COMMANDS,
        url=args.url,
    )
    return Formats(args.format, asked, html=settings.command in PAGE_COMMANDS)


def _is_table(args: argparse.Namespace) -> bool:
    return bool(args.csv or _with_dropped(args))


def _with_dropped(args: argparse.Namespace) -> bool:
    """Tell whether what was dropped is shown beside the posts."""
    return bool(args.sqlite or (args.command == "posts" and args.report))


def _writer(args: argparse.Namespace, settings: Settings) -> Writer:
    if not _is_table(args):
        return _plain_writer(args, settings)
    if args.report:
        from textnorm.cli.output.post_cards import PostReport

        return PostReport(args.report)
    from textnorm.cli.output.post_tables import Csv, Sqlite

    return Sqlite(args.sqlite) if args.sqlite else Csv(_plain_writer(args, settings))


def _plain_writer(args: argparse.Namespace, settings: Settings) -> Writer:
    if args.check:
        return Nothing()
    if args.in_place:
        return InPlace(args.output_encoding)
    if args.output is None:
        return StandardOutput(args.output_encoding)
    if _is_folder(args):
        suffix = ".jsonl" if settings.records and args.json else ""
        return OutputDirectory(args.output, args.output_encoding, suffix)
    return OutputFile(args.output, args.output_encoding)


def _is_folder(args: argparse.Namespace) -> bool:
    from textnorm.cli.io.output import descriptor_of, is_stream

    path = args.output
    if path.endswith(("/", os.sep)) or os.path.isdir(path):
        return True
    if not any(map(os.path.isdir, args.files)) or is_stream(path) or descriptor_of(path) is not None:
        return False
    if os.path.lexists(path):
        raise UsageFailure("is a file; for directories -o names a directory", path)
    return True


def _sources(args: argparse.Namespace, writer: Writer) -> Iterator[Source]:
    paths = args.files if args.files or args.files0_from else [STDIN]
    own = tuple(path for path in (args.output, args.rejects, args.report, args.sqlite) if path)
    selection = Selection(
        tuple(args.include), tuple(args.exclude), args.gitignore, not args.in_place, own, _leave(args),
        args.command in PAGE_COMMANDS,
    )  # fmt: skip
    more = listed(args.files0_from) if args.files0_from else []
    written: dict[str, str] = {}
    for source in selection.of([*paths, *more]):
        if isinstance(writer, OutputDirectory):
            if args.resume and writer.is_done(source):
                continue
            source = _apart(source, writer.target(source), written)
        elif isinstance(writer, InPlace):
            if (place := os.path.normpath(source.path)) in written:
                continue  # named twice, as once would do
            written[place] = source.path
        for flag in ("report", "sqlite"):
            refuse_if_read(flag, getattr(args, flag), source.path)
        yield source


def _apart(source: Source, target: str, written: dict[str, str]) -> Source:
    """Let no two sources meet in one output."""
    if source.problem or source.unfit:
        return source
    if target in written:
        return source._replace(problem=f"{written[target]} was already written to {target}")
    written[target] = source.path
    return source


def _leave(args: argparse.Namespace) -> Callable[[str], bool]:
    """Return what tells the files below a directory that are no text."""
    return is_code if args.format == "auto" else lambda path: False


def _size(sources: Iterable[Source]) -> int:
    return sum(source.size or 0 for source in sources)


def _show(args: argparse.Namespace) -> int:
    """Print what is in force and where it comes from, with a mark at what differs from the default."""
    hidden = ("command", "show_config", "isolated", "config", "files", "found")
    if args.found:
        sys.stdout.write(f"# {printable(args.found)}\n")
    for key, value in sorted(vars(args).items()):
        if key not in hidden:
            mark = "" if DEFAULTS.get(key) == value else "  # set"
            sys.stdout.write(f"{key} = {value!r}{mark}\n")
    sys.stdout.flush()
    return 0
