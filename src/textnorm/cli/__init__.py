"""The command line: a thin layer over the public names of :mod:`textnorm`.

Only ``main`` lives here, and it imports nothing until it knows that it needs it: ``textnorm --version``
costs little more than Python itself.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 fine, 1 would change, 2 bad usage or input."""
    args = sys.argv[1:] if argv is None else argv
    if args in (["--version"], ["-V"]):
        from textnorm._version import __version__

        sys.stdout.write(f"textnorm {__version__}\n")
        return 0
    from textnorm.cli.late import load_late

    load_late("inspect")
    from textnorm.cli.app import run

    return run(args)
