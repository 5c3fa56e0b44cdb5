"""What may be written on the command line. One parser a command, built only when it is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from textnorm.cli.errors import UsageFailure
from textnorm.cli.flags import near

#: command: (public function whose options it takes, what it does)
TEXT_COMMANDS = {
    "tidy": ("tidy", "clean a scraped page, convert its dates and normalise it"),
    "normalise": ("normalise", "normalise mixed Persian and English text"),
    "clean": ("clean", "take scraping artefacts out"),
    "dates": ("find_dates", "find Solar Hijri dates, or write them as Gregorian"),
    "posts": ("read_page", "split a scraped page into posts"),
}
OTHER_COMMANDS = {
    "rules": "list the rules of normalise",
    "fixtures": "run fixture files: texts with what should become of them",
}

OVERVIEW = """usage: textnorm COMMAND [flags] [FILE ... | -]

Files or standard input, to standard output, in UTF-8.

{commands}

Exit codes: 0 fine, 1 would change (--check) or a fixture failed, 2 bad usage or input.
`textnorm COMMAND --help` explains the flags of a command; `textnorm --version` says the version.
"""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageFailure(f"{message}; see `{self.prog} --help`")


def overview() -> str:
    """The help of ``textnorm`` itself."""
    lines = {name: text for name, (_, text) in TEXT_COMMANDS.items()} | OTHER_COMMANDS
    return OVERVIEW.format(commands="\n".join(f"  {name:<11}{text}" for name, text in lines.items()))


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; raises :class:`UsageFailure` with a near match for an unknown command."""
    name, rest = argv[0], argv[1:]
    parser = _parser(name)
    namespace = parser.parse_intermixed_args(rest)
    namespace.command = name
    return namespace


def _parser(name: str) -> Parser:
    known = [*TEXT_COMMANDS, *OTHER_COMMANDS]
    if name not in known:
        raise UsageFailure(
            f"unknown command {name!r}{near(name, known)}; the commands are {', '.join(known)}"
        )
    about = TEXT_COMMANDS[name][1] if name in TEXT_COMMANDS else OTHER_COMMANDS[name]
    parser = Parser(
        prog=f"textnorm {name}", description=about[0].upper() + about[1:] + ".", allow_abbrev=False
    )
    if name in TEXT_COMMANDS:
        _add_text_flags(parser, name)
    else:
        _OTHERS[name](parser)
    return parser


def _add_text_flags(parser: Parser, name: str) -> None:
    import textnorm
    from textnorm.cli.flags import add_flags

    parser.add_argument("files", nargs="*", metavar="FILE", help="files; - or nothing is standard input")
    parser.add_argument("--json", action="store_true", help="write records, one JSON object a line")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit code 1 if text would change"
    )
    parser.add_argument("-j", "--jobs", type=_jobs, default=1, metavar="N", help="use N processes")
    parser.add_argument(
        "--errors", choices=("strict", "replace"), default="strict", help="for undecodable bytes"
    )
    if name == "dates":
        _add_date_flags(parser)
    add_flags(parser, getattr(textnorm, TEXT_COMMANDS[name][0]))


def _add_date_flags(parser: Parser) -> None:
    parser.add_argument("--replace", action="store_true", help="write the text with Gregorian dates")
    parser.add_argument("--table", type=int, metavar="YEAR", help="print the months of a Solar Hijri year")


def _add_rules_flags(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a rule")


def _add_fixture_flags(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="*", default=["fixtures"], metavar="DIR|FILE", help="default: fixtures"
    )
    parser.add_argument("--update", action="store_true", help="accept what the functions give now")


def _jobs(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1 process")
    return number


_OTHERS: dict[str, Callable[[Parser], Any]] = {"rules": _add_rules_flags, "fixtures": _add_fixture_flags}
