"""What the values of flags must look like; an error says what was wanted."""

from __future__ import annotations

import argparse

from textnorm.cli.args.command_names import MOST_JOBS


def jobs(value: str) -> int:
    """Return a number of processes."""
    if not (value.isascii() and value.isdecimal() and value.strip("0")):
        raise argparse.ArgumentTypeError(f"a number of processes, at least 1, not {value!r}")
    if len(value) > 9 or int(value) > MOST_JOBS:
        raise argparse.ArgumentTypeError(f"a number of processes, at most {MOST_JOBS}, not {value[:20]!r}")
    return int(value)


def year(value: str) -> int:
    """Return a year, in whatever digits."""
    if not value.removeprefix("-").isdecimal() or len(value) > 9:
        raise argparse.ArgumentTypeError(f"a Solar Hijri year such as 1397, not {value[:20]!r}")
    return int(value)


def port(value: str) -> int:
    """Return a port; 0 is any that is free."""
    if not (value.isascii() and value.isdecimal() and len(value) < 6 and int(value) < 1 << 16):
        raise argparse.ArgumentTypeError(f"a port from 0 to 65535, not {value!r}")
    return int(value)


def delimiter(value: str) -> str:
    """Return the character between the cells of a table."""
    character = value.replace("\\t", "\t")
    if len(character) != 1 or not character.isascii() or character in '"\r\n':
        raise argparse.ArgumentTypeError("one ASCII character, no quote or newline")
    return character
