"""Configuration: ``textnorm.toml``, or ``[tool.textnorm]`` in ``pyproject.toml``, found upwards.

Keys are the long flags of a command, with ``_`` or ``-``. What stands under the name of a command, as in
``[tool.textnorm.normalise]``, is for that command alone.
"""

from __future__ import annotations

import argparse
import os
import stat
from collections.abc import Callable
from typing import Any

from textnorm.cli.args.command_names import TEXT_COMMANDS
from textnorm.cli.io.whole_files import whole
from textnorm.cli.messages import UsageFailure, near, reason

Table = dict[str, Any]
#: seconds after which nobody is expected to write to a FIFO any more
_WAIT = 2.0

Flags = dict[str, argparse.Action]


def settings_for(command: str, flags_of: Callable[[str], Flags], path: str | None) -> tuple[str, Table]:
    """Return the configuration file and what it sets for a command.

    Every key must be a flag of some command; *flags_of* returns those of one.
    """
    file, table = (path, _load(path)) if path else find(os.getcwd())
    if not table:
        return "", {}
    own = flags_of(command)
    result: Table = {}
    for scope, entries in _scopes(file, table):
        if scope not in ("", command):
            continue
        for key, value in entries.items():
            name = key.replace("-", "_")
            if name in own:
                result[name] = _checked(f"{file}: {key}", own[name], value)
            elif scope or not _is_known_elsewhere(name, flags_of):
                raise UsageFailure(f"{file}: unknown key {key!r}{near(name, [*own, *TEXT_COMMANDS])}")
    return file, result


def _scopes(file: str, table: Table) -> list[tuple[str, Table]]:
    general = {key: value for key, value in table.items() if key not in TEXT_COMMANDS}
    special = [(key, value) for key, value in table.items() if key in TEXT_COMMANDS]
    for key, value in special:
        if not isinstance(value, dict):
            raise UsageFailure(f"{file}: {key} is a table of keys for that command, not {value!r}")
    return [("", general), *special]


def _is_known_elsewhere(name: str, flags_of: Callable[[str], Flags]) -> bool:
    """Say whether another command has the flag: general keys are for all commands that know them."""
    return any(name in flags_of(command) for command in TEXT_COMMANDS)


def _checked(where: str, action: argparse.Action, value: Any) -> Any:
    is_switch = action.nargs == 0
    if is_switch != isinstance(value, bool):
        raise UsageFailure(f"{where} is {'true or false' if is_switch else 'a word'}, not {value!r}")
    if is_switch:
        return value
    if isinstance(action, argparse._AppendAction):
        return [_word(where, item) for item in (value if isinstance(value, list) else [value])]
    word = _word(where, value)
    if action.choices is not None and word not in action.choices:
        raise UsageFailure(f"{where} is one of {', '.join(map(str, action.choices))}, not {value!r}")
    if not callable(action.type):
        return word
    try:
        return action.type(word)
    except (ValueError, argparse.ArgumentTypeError) as error:
        raise UsageFailure(f"{where}: {error}") from None


def _word(where: str, value: Any) -> str:
    """Return a value as a user would write it behind a flag."""
    if isinstance(value, (list, dict, bool)):
        raise UsageFailure(f"{where} is a word or a number, not {value!r}")
    return str(value)


def find(folder: str) -> tuple[str, Table]:
    """Return the nearest configuration at or above a directory, and where it stands."""
    while True:
        for name in ("textnorm.toml", "pyproject.toml"):
            path = os.path.join(folder, name)
            if os.path.lexists(path):
                if _is_fifo(path):  # to read it would wait for who writes to it
                    raise UsageFailure("is a FIFO", path)
                table = _load(path)
                if name == "textnorm.toml" or table:
                    return path, table
        above = os.path.dirname(folder)
        if above == folder:
            return folder, {}
        folder = above


def _is_fifo(path: str) -> bool:
    return os.path.exists(path) and stat.S_ISFIFO(os.stat(path).st_mode)


def _read(path: str) -> bytes:
    with open(path, "rb") as stream:
        return whole(stream, path)


def _from_fifo(path: str) -> bytes:
    """Return what is written to a FIFO or a process substitution; nobody is waited for who does not open it."""
    import select

    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as stream:
        is_opened = bool(select.select([stream], [], [], _WAIT)[0])
        first = stream.read(1)  # None: somebody has it open, and has not written yet
        if first == b"" and not is_opened:
            raise UsageFailure("is a FIFO, and nobody writes to it", path)
        os.set_blocking(stream.fileno(), True)
        return (first or b"") + whole(stream, path)


def _load(path: str) -> Table:
    try:
        content = (_from_fifo(path) if _is_fifo(path) else _read(path)).decode("utf-8-sig")
    except OSError as error:
        raise UsageFailure(reason(error), path) from None
    except UnicodeDecodeError:
        raise UsageFailure("not UTF-8", path) from None
    is_shared = os.path.basename(path) == "pyproject.toml"
    if is_shared and "textnorm" not in content:
        return {}  # reading TOML is dear, and this file has nothing for us
    table = _parse(path, content)
    tool = table.get("tool")
    inner = tool.get("textnorm") if isinstance(tool, dict) else None
    if inner is not None and not isinstance(inner, dict):
        raise UsageFailure(f"tool.textnorm is a table of keys, not {inner!r}", path)
    return dict(inner or {}) if is_shared or inner is not None else table


def _parse(path: str, content: str) -> Table:
    import tomllib

    try:
        return tomllib.loads(content)
    except ValueError as error:
        raise UsageFailure(f"not TOML: {error}", path) from None
    except RecursionError:
        raise UsageFailure("nested too deeply", path) from None
