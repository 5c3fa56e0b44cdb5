"""What may be written on the command line. One parser a command, built only when it is asked for.

Flags that are not given leave no trace in the result; :data:`~.names.DEFAULTS` and the configuration file fill
in, so that a flag always wins over the file.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NoReturn

from textnorm.cli.args.command_names import (
    ALIASES,
    DEFAULTS,
    EXTRACTED_COMMANDS,
    NOT_CONFIGURABLE,
    OTHER_COMMANDS,
    PAGE_COMMANDS,
    PATHS,
    TEXT_COMMANDS,
)
from textnorm.cli.args.values import delimiter, jobs, port, year
from textnorm.cli.messages import UsageFailure, near

OVERVIEW = """usage: textnorm COMMAND [flags] [FILE | DIRECTORY | -] ...

Files, directories or standard input, to standard output, in UTF-8.

{commands}

Exit codes: 0 fine, 1 would change (--check) or a fixture failed, 2 bad usage or input.
`textnorm COMMAND --help` explains the flags of a command; `textnorm --version` says the version.
"""


#: how the commands that do not take texts are written
_USAGE = {
    "rules": "textnorm rules [--json] [ID ...]",
    "serve": "textnorm serve [--port PORT] [--open]",
    "export": "textnorm export --for SOFTWARE [--profile PROFILE] [--half-space ...] [-o FILE]",
    "fixtures": "textnorm fixtures [--update] [DIR | FILE ...]",
    "completion": "textnorm completion {bash,zsh,fish}",
    "demo": "textnorm demo",
}


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        unknown = message.partition("unrecognized arguments: ")[2].split(" ")[0].partition("=")[0]
        flags = [flag for action in self._actions for flag in action.option_strings]
        hint = near(unknown, flags) if unknown.startswith("-") else ""
        raise UsageFailure(f"{message}{hint or f'; see `{self.prog} --help`'}")

    def format_help(self) -> str:
        """Return the help; the width of the terminal is asked for here alone, since that takes time."""
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()


def overview() -> str:
    """Return the help of ``textnorm`` itself."""
    lines = {name: text for name, (_, text) in TEXT_COMMANDS.items()} | OTHER_COMMANDS
    return OVERVIEW.format(commands="\n".join(f"  {name:<11}{text}" for name, text in lines.items()))


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; raises :class:`UsageFailure` with a near match for an unknown command."""
    name, rest = ALIASES.get(argv[0], argv[0]), argv[1:]
    parser = build_parser(name)
    rest, names = _split_at_dashes(rest)
    given = vars(parser.parse_intermixed_args(rest))
    if names:
        _add_names(parser, given, names)
    _refuse_empty_paths(given)
    if given.get("isolated") and given.get("config"):
        raise UsageFailure("--isolated and --config exclude one another")
    configured: dict[str, Any] = {}
    found = ""
    if name in TEXT_COMMANDS and not given.get("isolated"):
        from textnorm.cli.args.config import settings_for

        found, configured = settings_for(name, _flags_of, given.get("config"))
    return argparse.Namespace(**{**DEFAULTS, **configured, **given, "command": name, "found": found})


def _split_at_dashes(words: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """Split at ``--``: what follows are names, though they begin with a dash."""
    if "--" not in words:
        return words, []
    at = list(words).index("--")
    return words[:at], list(words[at + 1 :])


def _add_names(parser: Parser, given: dict[str, Any], names: list[str]) -> None:
    """Add what follows ``--`` to the positional arguments, if the command has any."""
    places = [action for action in parser._actions if not action.option_strings and action.nargs == "*"]
    if not places:
        parser.error(f"unrecognized arguments: {' '.join(names)}")
    default = places[0].default
    before = given.get(places[0].dest, [])
    given[places[0].dest] = [*([] if before is default else before), *names]


def _refuse_empty_paths(given: dict[str, Any]) -> None:
    for flag in PATHS:
        if given.get(flag) == "":
            raise UsageFailure(f"--{flag.replace('_', '-')} wants a name, and got an empty one")
    if "" in (*given.get("files", ()), *given.get("paths", ())):
        raise UsageFailure("FILE wants a name, and got an empty one")


def _flags_of(name: str) -> dict[str, argparse.Action]:
    """Return the flags of a command that a configuration file may set."""
    actions = build_parser(name)._actions
    return {action.dest: action for action in actions if action.dest not in NOT_CONFIGURABLE}


def build_parser(name: str) -> Parser:
    """Return the parser of one command."""
    known = [*TEXT_COMMANDS, *OTHER_COMMANDS]
    if name not in known:
        if name.startswith("-"):
            raise UsageFailure(
                f"{name} stands before the command: textnorm COMMAND {name} …; see `textnorm --help`"
            )
        hint = near(name, known)
        others = "" if hint else f"; the commands are {', '.join(known)}"
        raise UsageFailure(f"unknown command {name!r}{hint}{others}")
    about = TEXT_COMMANDS[name][1] if name in TEXT_COMMANDS else OTHER_COMMANDS[name]
    parser = Parser(
        prog=f"textnorm {name}",
        usage=_USAGE.get(name, f"textnorm {name} [flags] [FILE | DIRECTORY | -] ..."),
        description=about[0].upper() + about[1:] + ".",
        allow_abbrev=False,
        formatter_class=partial(argparse.HelpFormatter, width=80),
        argument_default=argparse.SUPPRESS,
    )
    if name in TEXT_COMMANDS:
        _add_text_command(parser, name)
    else:
        _OTHERS[name](parser)
    return parser


def _add_text_command(parser: Parser, name: str) -> None:
    import textnorm
    from textnorm.cli.args.option_flags import add_flags
    from textnorm.cli.output import views

    _add_input_flags(parser)
    _add_format_flags(parser)
    _add_output_flags(parser)
    _add_run_flags(parser)
    if name == "dates":
        parser.add_argument("--replace", action="store_true", help="write the text with Gregorian dates")
        parser.add_argument(
            "--table", type=year, metavar="YEAR", help="print the months of a Solar Hijri year"
        )
    if name in PAGE_COMMANDS:
        parser.add_argument("--site", metavar="FILE", help="a site profile, made by textnorm learn-site")
    if name == "posts":
        parser.add_argument("--url", help="the address of a page of HTML, to make its links whole")
    if name in EXTRACTED_COMMANDS:
        _add_extracted_flags(parser)
    (views.add_table_flags if name == "posts" else views.add_flags)(parser)
    add_flags(parser, getattr(textnorm, TEXT_COMMANDS[name][0]))


def _add_extracted_flags(parser: Parser) -> None:
    add = parser.add_argument_group("text out of a PDF or HTML reader").add_argument
    add("--source", choices=("auto", "pdf", "html"), help="repair first what such readers break")
    add("--reflow", action="store_true", help="join wrapped lines, drop running heads and page numbers")


def _add_input_flags(parser: Parser) -> None:
    add = parser.add_argument_group("input").add_argument
    parser.add_argument("files", nargs="*", metavar="FILE", help="files, directories, - for standard input")
    add("--files0-from", metavar="FILE", help="take NUL-separated paths from a file or -")
    add("--include", action="append", metavar="GLOB", help="below directories, take only such files")
    add(
        "--exclude",
        action="append",
        metavar="GLOB",
        help="below directories, leave out such files and folders",
    )
    add("--no-gitignore", dest="gitignore", action="store_false", help="take files that git ignores too")
    add(
        "--encoding",
        metavar="NAME",
        help="of the input: a name, or auto; default UTF-8 or the byte order mark",
    )
    add(
        "--errors",
        choices=("strict", "replace"),
        help="what to do with undecodable bytes; default strict, and for pages of HTML as browsers do",
    )


def _add_format_flags(parser: Parser) -> None:
    from textnorm.cli.formats.registry import NAMES

    add = parser.add_argument_group("format").add_argument
    add("--format", choices=NAMES, help="default: by the name and the first bytes")
    add("--field", action="append", metavar="PATH", help="of JSON records, like text or meta.title")
    add(
        "--column",
        action="append",
        metavar="NAME",
        help="of a table: a name of its header, or a number from 1",
    )
    add("--delimiter", metavar="CHAR", type=delimiter, help="of a table; default: seen in its first line")
    add("--no-header", dest="header", action="store_false", help="the table has no header")


def _add_output_flags(parser: Parser) -> None:
    add = parser.add_argument_group("output").add_argument
    add(
        "-o",
        "--output",
        metavar="FILE|DIR",
        help="write to a file, or below a directory (a path that ends in /)",
    )
    add(
        "-i",
        "--in-place",
        action="store_true",
        help="change the files themselves, each in one step; links below directories are left alone",
    )
    add("--check", action="store_true", help="write nothing; exit code 1 if a file would change")
    add("--json", action="store_true", help="write records, one JSON object a line")
    add("--output-encoding", metavar="NAME", help="default UTF-8; with --in-place that of the input")
    add("--rejects", metavar="FILE", help="keep what could not be handled there, with the reason")


def _add_run_flags(parser: Parser) -> None:
    add = parser.add_argument_group("run").add_argument
    add("-j", "--jobs", type=jobs, metavar="N", help="use N processes")
    add("--progress", choices=("auto", "json", "none"), help="on standard error; auto: only at a terminal")
    add("--resume", action="store_true", help="with -o DIR: leave out files that are done")
    add("--fail-fast", action="store_true", help="stop at the first failure")
    add("-q", "--quiet", action="store_true", help="no summary")
    add("--config", metavar="FILE", help="take the configuration from this file")
    add("--isolated", action="store_true", help="ignore every configuration file")
    add("--show-config", action="store_true", help="print what is in force, and do nothing")


def _add_rules_flags(parser: Parser) -> None:
    parser.add_argument(
        "names", nargs="*", default=[], metavar="ID", help="rules or families to show in full"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a rule")


def _add_serve_flags(parser: Parser) -> None:
    parser.add_argument("--port", type=port, default=0, help="default: any that is free")
    parser.add_argument("--open", action="store_true", default=False, help="show it in the browser")


def _add_fixture_flags(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="*", default=["fixtures"], metavar="DIR|FILE", help="default: fixtures"
    )
    parser.add_argument(
        "--update", action="store_true", default=False, help="accept what the functions give now"
    )


def _add_export_flags(parser: Parser) -> None:
    from textnorm.cli.commands import export

    export.add_flags(parser)


def _add_completion_flags(parser: Parser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def _add_learn_flags(parser: Parser) -> None:
    from textnorm.cli.commands import sites

    _add_input_flags(parser)
    _add_format_flags(parser)
    sites.add_learn_flags(parser)


_OTHERS: dict[str, Callable[[Parser], Any]] = {
    "learn-site": _add_learn_flags,
    "rules": _add_rules_flags,
    "serve": _add_serve_flags,
    "fixtures": _add_fixture_flags,
    "export": _add_export_flags,
    "completion": _add_completion_flags,
    "demo": lambda parser: None,
}
