"""Configuration: ``textnorm.toml``, or ``[tool.textnorm]`` in ``pyproject.toml``, found upwards.

Keys are the long flags of a command, with ``_`` or ``-``. What stands under the name of a command, as in
``[tool.textnorm.normalise]``, is for that command alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from textnorm.cli.errors import UsageFailure, reason
from textnorm.cli.flags import near

Table = dict[str, Any]


def settings_for(command: str, parser: argparse.ArgumentParser, path: str | None) -> Table:
    """What the configuration sets for a command; every key it holds must be one of some flag."""
    from textnorm.cli.parser import NOT_CONFIGURABLE, TEXT_COMMANDS, build_parser

    file, table = _load(Path(path)) if path else find(Path.cwd())
    if not table:
        return {}
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
    return result


def _scopes(table: Table, commands: Any) -> list[tuple[str, Table]]:
    general = {key: value for key, value in table.items() if key not in commands}
    special = [(key, value) for key, value in table.items() if key in commands and isinstance(value, dict)]
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


def find(start: Path) -> tuple[Path, Table]:
    """The nearest configuration at or above a directory, and where it stands."""
    for folder in (start, *start.parents):
        for name in ("textnorm.toml", "pyproject.toml"):
            if (folder / name).is_file():
                path, table = _load(folder / name)
                if name == "textnorm.toml" or table:
                    return path, table
    return start, {}


def _load(path: Path) -> tuple[Path, Table]:
    import tomllib

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageFailure(reason(error), str(path)) from None
    except ValueError as error:
        raise UsageFailure(f"not TOML: {error}", str(path)) from None
    tool = content.get("tool")
    inner = tool.get("textnorm") if isinstance(tool, dict) else None
    if path.name == "pyproject.toml" or inner is not None:
        return path, dict(inner or {})
    return path, content
