"""The command line: a thin layer over the public names of :mod:`textnorm`.

Only ``main`` lives here, and it imports nothing until it knows that it needs it: ``textnorm --version``
costs little more than Python itself.
"""

from __future__ import annotations

import sys

__all__ = ["main", "script"]


def script() -> None:
    """Run the command as a process of its own; never returns."""
    try:
        from textnorm.cli import startup

        startup.script()
    except KeyboardInterrupt:  # while modules are loaded, there is nobody else to take it
        sys.exit(130)


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 fine, 1 would change, 2 bad usage or input."""
    args = sys.argv[1:] if argv is None else argv
    if args[:1] in (["--version"], ["-V"]):
        from textnorm._version import __version__
        from textnorm.core import state

        sys.stdout.write(f"textnorm {__version__} (native core: {state()})\n")
        return 0
    from textnorm.cli.startup import stub_unused_stdlib

    stub_unused_stdlib()
    from textnorm.cli.dispatch import run

    return run(args)
