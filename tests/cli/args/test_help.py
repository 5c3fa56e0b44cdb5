"""The help of the command line: short to begin with, and a word on every flag."""

from __future__ import annotations

import pytest

import textnorm
from textnorm.cli.args.command_names import OTHER_COMMANDS, TEXT_COMMANDS
from textnorm.cli.args.help import OPTION_HELP
from textnorm.cli.args.option_flags import fields
from textnorm.cli.args.parser import build_parser
from textnorm.cli.messages import UsageFailure

COMMANDS = [*TEXT_COMMANDS, *OTHER_COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_usage_is_one_line(command: str) -> None:
    usage = build_parser(command).format_usage()
    assert usage.startswith(f"usage: textnorm {command}")
    assert usage.count("\n") == 1


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "completion"])
def test_every_flag_is_explained(command: str) -> None:
    silent = [action.dest for action in build_parser(command)._actions if not action.help]
    assert silent == []


def test_a_misspelt_flag_gets_a_hint() -> None:
    with pytest.raises(UsageFailure, match="did you mean '--report'"):
        build_parser("tidy").parse_args(["--reprot", "x"])
    with pytest.raises(UsageFailure, match="see `textnorm tidy --help`"):
        build_parser("tidy").parse_args(["--xyzzy"])


def test_no_help_without_its_option() -> None:
    known = {name for function, _ in TEXT_COMMANDS.values() for name in fields(getattr(textnorm, function))}
    assert set(OPTION_HELP) == known
