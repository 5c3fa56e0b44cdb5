"""The commands: from arguments to an exit code. Nothing ends in a traceback."""

from __future__ import annotations

import argparse
import os
import sys

from textnorm.cli.args.parser import overview, parse
from textnorm.cli.messages import Failure, Terminated, reason, say

#: exit codes: wrong usage or input; 128 and the number of the signal that ended the command
BAD, INTERRUPTED, PIPE_CLOSED, TERMINATED = 2, 130, 141, 143


def run(argv: list[str]) -> int:
    """Run one command; every way to fail is one line on standard error and an exit code."""
    _speak_utf8()
    try:
        return _dispatch(argv)
    except Failure as failure:
        say(failure)
        return BAD
    except Terminated:
        say("terminated")
        return TERMINATED
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # as after `| head`: nothing to say
        _close_stdout()
        return PIPE_CLOSED
    except (OSError, MemoryError) as error:
        say(reason(error))
        return BAD
    except Exception as error:
        if os.environ.get("TEXTNORM_DEBUG"):
            raise
        say(
            f"internal error, please report it: {type(error).__name__}: {error} (TEXTNORM_DEBUG=1 shows where)"
        )
        return BAD


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_stdout() -> None:
    """Send what is left in the buffers nowhere, so that Python does not complain at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)


def _dispatch(argv: list[str]) -> int:
    if not argv or argv[0] in ("-h", "--help"):
        sys.stdout.write(overview())
        return 0 if argv else BAD
    args = parse(argv)
    match args.command:
        case "rules":
            from textnorm.cli.commands.rules import show

            return show(args.names, args.json)
        case "learn-site":
            from textnorm.cli.commands.sites import learn

            return learn(args)
        case "serve":
            from textnorm.cli.commands.serve import serve

            return serve(args.port, args.open)
        case "fixtures":
            from textnorm.cli.commands.fixtures.command import main

            return main(args.paths, update=args.update)
        case "export":
            from textnorm.cli.commands.export import write

            return write(args)
        case "demo":
            from textnorm.cli.commands.demo import show as show_demo

            return show_demo()
        case "completion":
            return _completion(args.shell)
        case "dates" if args.table is not None:
            return _table(args)
        case _:
            from textnorm.cli.run.plan import run_from

            return run_from(args)


def _completion(shell: str) -> int:
    from textnorm.cli.args.completion import script

    sys.stdout.write(script(shell))
    return 0


def _table(args: argparse.Namespace) -> int:
    """Print one line a month: number, name, the Gregorian date of its first day, days; return the exit code."""
    import textnorm

    if args.files or args.files0_from or args.replace:
        raise Failure(
            "--table prints the months of a year, and reads no file: leave out the files and --replace"
        )
    try:
        months = textnorm.calendar_table(args.table)
    except ValueError as error:
        raise Failure(str(error)) from None
    for month, name, first, days in months:
        sys.stdout.write(f"{args.table}-{month:02}  {name:<12}  {first}  {days}\n")
    sys.stdout.flush()
    return 0
