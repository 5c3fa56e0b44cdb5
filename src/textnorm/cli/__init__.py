"""The command line: a thin layer over the public names of :mod:`textnorm`.

Only ``main`` lives here, and it imports nothing until it knows that it needs it: ``textnorm --version``
costs little more than Python itself.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["main", "script"]


def script() -> NoReturn:
    """The command as a process of its own.

    It ends at once when all is said: what Python would take apart before it ends, the system frees anyway, and
    that is a tenth of what a filter over one line costs.
    """
    import gc
    import os

    gc.disable()  # what is loaded stays; the run turns it on again
    try:
        code = main()
        sys.stdout.flush()
    except OSError as error:  # nobody to write to, or no room
        sys.stderr.write(f"textnorm: standard output: {error.strerror}\n")
        code = 2
    os._exit(code)


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 fine, 1 would change, 2 bad usage or input."""
    args = sys.argv[1:] if argv is None else argv
    if args in (["--version"], ["-V"]):
        from textnorm._version import __version__

        sys.stdout.write(f"textnorm {__version__}\n")
        return 0
    from textnorm.cli.late import load_few

    load_few()
    from textnorm.cli.app import run

    return run(args)
