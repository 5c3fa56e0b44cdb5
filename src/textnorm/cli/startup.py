"""Start and end the process quickly.

| trick | what it gains |
| --- | --- |
| :func:`stub_unused_stdlib` | a quarter of what a filter over one line costs |
| garbage collection is off while modules load | a few per cent of the same |
| :func:`script` ends the process without taking Python apart | a tenth of the same |
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn


class _Lazy(ModuleType):
    """Stands in for a module until a name of it is asked for that it has not, then has all its names."""

    def __init__(self, name: str, names: dict[str, Any]) -> None:
        super().__init__(name)
        self.__dict__.update(names)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by the import itself
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(vars(module))
        return getattr(module, name)


def _load_lazily(name: str, **names: Any) -> None:
    """Let ``import name`` cost nothing until something is used that is not among *names*."""
    sys.modules.setdefault(name, _Lazy(name, names))


def stub_unused_stdlib() -> None:
    """Put stubs in the place of what the standard library loads at start-up and a filter does not use.

    ``dataclasses`` imports ``inspect``, and from Python 3.12 on asks it for the annotations of each class;
    ``argparse`` imports ``gettext``, to translate its own words into languages that our own are not in.
    Together they are a quarter of what a filter over one line costs.
    """
    _load_lazily("inspect", get_annotations=lambda cls: dict(cls.__annotations__))
    _load_lazily("gettext", gettext=str, ngettext=lambda one, many, count: one if count == 1 else many)


class _Closed(io.TextIOBase):
    """Stands in for standard output where that is closed: writing to it fails, as it does for ``cat``."""

    closed = True

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    def flush(self) -> None:
        """Do nothing: nothing is kept back."""

    def isatty(self) -> bool:
        return False


def hold_closed_streams() -> None:
    """Take the numbers of standard streams that are closed, so that no file gets them.

    A file with the number 1 or 2 would get what others write there. Messages go nowhere where standard
    error is closed; reading and writing a closed stream fails with a message.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process


def repeat_lost_interrupts() -> None:
    """Raise an interrupt again that came where Python cannot raise it, as in the callback of a weak reference: it would be printed and lost."""
    otherwise = sys.unraisablehook

    def hear(lost: Any) -> None:
        import signal

        if not isinstance(lost.exc_value, KeyboardInterrupt) or not hasattr(signal, "setitimer"):
            otherwise(lost)
            return
        kind = type(lost.exc_value)

        def again(*_: object) -> None:
            raise kind

        signal.signal(signal.SIGALRM, again)
        signal.setitimer(signal.ITIMER_REAL, 0.01)

    sys.unraisablehook = hear


def settle() -> None:
    """Collect garbage again, of what comes from now on: what is loaded stays."""
    gc.freeze()
    gc.enable()


def script() -> NoReturn:
    """Run the command as a process of its own, and end that at once when all is said.

    What Python would take apart before it ends, the system frees anyway.
    """
    from textnorm.cli import main

    gc.disable()
    hold_closed_streams()
    repeat_lost_interrupts()
    try:
        code = main()
        sys.stdout.flush()
    except OSError as error:  # nobody to write to, or no room
        sys.stderr.write(f"textnorm: standard output: {error.strerror}\n")
        code = 2
    os._exit(code)
