"""Configuration: ``textnorm.toml``, or ``[tool.textnorm]`` in ``pyproject.toml``, found upwards.

Keys are the long flags of a command, with ``_`` or ``-``. What stands under the name of a command, as in
``[tool.textnorm.normalise]``, is for that command alone.
"""

from __future__ import annotations

import argparse
import os
from typing import Any

from textnorm.cli.errors import UsageFailure, reason
from textnorm.cli.flags import near

Table = dict[str, Any]


def settings_for(command: str, parser: argparse.ArgumentParser, path: str | None) -> tuple[str, Table]:
    """The configuration file and what it sets for a command; every key it holds must be one of some flag."""
    from textnorm.cli.parser import NOT_CONFIGURABLE, TEXT_COMMANDS, build_parser

    file, table = (path, _load(path)) if path else find(os.getcwd())
    if not table:
        return "", {}
    own = {action.dest: action for action in parser._actions if action.dest not in NOT_CONFIGURABLE}
    result: Table = {}
    for scope, entries in _scopes(table, TEXT_COMMANDS):
        if scope not in ("", command):
            continue
        for key, value in entries.items():
            name = key.replace("-", "_")
            if name in own:
                result[name] = _checked(f"{file}: {key}", own[name], value)
            elif scope or not _known_elsewhere(name, TEXT_COMMANDS, build_parser):
                raise UsageFailure(f"{file}: unknown key {key!r}{near(name, [*own, *TEXT_COMMANDS])}")
    return file, result


def _scopes(table: Table, commands: Any) -> list[tuple[str, Table]]:
    general = {key: value for key, value in table.items() if key not in commands}
    special = [(key, value) for key, value in table.items() if key in commands]
    for key, value in special:
        if not isinstance(value, dict):
            raise UsageFailure(f"{key} is a table of keys for that command, not {value!r}")
    return [("", general), *special]


def _known_elsewhere(name: str, commands: Any, build_parser: Any) -> bool:
    """Whether another command has the flag: general keys are for all commands that know them."""
    from textnorm.cli.parser import NOT_CONFIGURABLE

    flags = (action.dest for command in commands for action in build_parser(command)._actions)
    return name not in NOT_CONFIGURABLE and name in flags


def _checked(where: str, action: argparse.Action, value: Any) -> Any:
    is_switch = action.nargs == 0
    if is_switch and not isinstance(value, bool):
        raise UsageFailure(f"{where} is true or false, not {value!r}")
    if is_switch:
        return value
    if isinstance(action, argparse._AppendAction):
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]
    if action.choices is not None and value not in action.choices:
        raise UsageFailure(f"{where} is one of {', '.join(map(str, action.choices))}, not {value!r}")
    if not callable(action.type):
        return value
    try:
        return action.type(str(value))
    except (ValueError, argparse.ArgumentTypeError) as error:
        raise UsageFailure(f"{where}: {error}") from None


def find(folder: str) -> tuple[str, Table]:
    """The nearest configuration at or above a directory, and where it stands."""
    while True:
        for name in ("textnorm.toml", "pyproject.toml"):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                table = _load(path)
                if name == "textnorm.toml" or table:
                    return path, table
        above = os.path.dirname(folder)
        if above == folder:
            return folder, {}
        folder = above


def _load(path: str) -> Table:
    try:
        with open(path, "rb") as stream:
            content = stream.read().decode("utf-8")
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
    return dict(inner or {}) if is_shared or inner is not None else table


def _parse(path: str, content: str) -> Table:
    import tomllib

    try:
        return tomllib.loads(content)
    except ValueError as error:
        raise UsageFailure(f"not TOML: {error}", path) from None
