"""What the command line says when something is wrong: one clear line, written as advice."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterable

#: control characters, bidi controls, line separators, lone surrogates: what could drive or confuse a terminal
_UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


class Terminated(KeyboardInterrupt):
    """SIGTERM, which must clean up like Ctrl-C where there is something to clean up."""


class Failure(Exception):
    """Bad usage or input. The message is one line; ``source`` names the file it is about."""

    def __init__(self, message: str, source: str | None = None) -> None:
        super().__init__(message, source)
        self.message = message
        self.source = source

    def __str__(self) -> str:
        return self.message if self.source is None else f"{self.source}: {self.message}"


class UsageFailure(Failure):
    """The command itself is wrong: nothing was read or written."""


class OutputRefused(Failure):
    """A file is not to be replaced."""


class OutputFailure(UsageFailure):
    """The output cannot be written at all: nothing more can be done."""


def printable(text: str) -> str:
    r"""Write the characters that could drive a terminal as escapes.

    >>> printable("a\x1b[2Jb\nc")
    'a\\x1b[2Jb\\nc'
    >>> printable("پرونده.txt")
    'پرونده.txt'
    """
    return re.sub(_UNSAFE, lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def say(message: object) -> None:
    """Write one line to standard error; where that is full or gone the exit code tells the rest."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"textnorm: {printable(str(message))}\n")
        sys.stderr.flush()


def reason(error: BaseException) -> str:
    """Say in one line what went wrong, without the file name, which the caller adds.

    >>> reason(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    if isinstance(error, Failure):
        return error.message
    if isinstance(error, UnicodeDecodeError):
        return f"not {error.encoding.upper()} at byte {error.start}"
    if isinstance(error, MemoryError):
        return "out of memory"
    known = isinstance(error, (OSError, ValueError, RuntimeError, ImportError, EOFError)) and str(error)
    return known or f"{type(error).__name__} {error}".rstrip()


def near(word: str, known: Iterable[str]) -> str:
    """'; did you mean …?' where a known word is close.

    >>> near("digit", ["digits", "quotes"])
    "; did you mean 'digits'?"
    """
    import difflib

    close = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {close[0]!r}?" if close else ""
