"""Command-line flags for the options of the public functions, read off their signatures.

Every parameter of a public function whose default is an options dataclass gives one flag for each of
its fields, so an option added to the library is a flag the same day, with the same name and values.
"""

from __future__ import annotations

import argparse
import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import textnorm
from textnorm.cli.args.help import OPTION_HELP
from textnorm.cli.messages import UsageFailure, near, reason

if typing.TYPE_CHECKING:
    from datetime import date

#: in the message of options that know a word like the unknown one
_HINT = "did you mean"
#: options whose value is the path of a file, read by the options themselves
FILES = {"user_words"}
PROFILES = ("STANDARD", "EDITORIAL", "SEARCH", "ENCODING", "HAZM")


def option_parameters(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the parameters of a public function that hold options, with their defaults.

    >>> @dataclasses.dataclass(frozen=True)
    ... class Colour:
    ...     name: str = "red"
    >>> def paint(text, options=Colour(), *, layers=1): ...
    >>> list(option_parameters(paint))
    ['options']
    """
    return {name: value for name, value in _defaults(function).items() if dataclasses.is_dataclass(value)}


def _defaults(function: Any) -> dict[str, Any]:
    """Return what `inspect.signature` would say; that module costs a filter a tenth of its start."""
    positional = function.__code__.co_varnames[: function.__code__.co_argcount]
    values = function.__defaults__ or ()
    last = zip(positional[len(positional) - len(values) :], values, strict=True)
    return {**dict(last), **(function.__kwdefaults__ or {})}


def fields(function: Callable[..., Any]) -> dict[str, Any]:
    """Return every option the function knows that can be written as a word, by name, with its type."""
    found: dict[str, Any] = {}
    for default in option_parameters(function).values():
        hints = typing.get_type_hints(type(default))
        for field in dataclasses.fields(default):
            if field.init and _is_writable(hints[field.name]):
                found.setdefault(field.name, hints[field.name])
    return found


def _is_writable(kind: Any) -> bool:
    plain = (bool, int, str, type(None))
    return _is_set(kind) or all(
        k in plain or _is_date(k) or typing.get_origin(k) is typing.Literal for k in _members(kind)
    )


def _is_date(kind: Any) -> bool:
    return (getattr(kind, "__module__", ""), getattr(kind, "__name__", "")) == ("datetime", "date")


def add_flags(parser: argparse.ArgumentParser, function: Callable[..., Any]) -> None:
    """Give the parser a flag for every option of the function."""
    known = fields(function)
    profiles = any(map(_has_profiles, option_parameters(function).values()))
    note = (
        "The defaults are those of the profile standard; a flag wins over the profile." if profiles else None
    )
    group = parser.add_argument_group("options of the text", note)
    if profiles:
        group.add_argument("--profile", metavar="NAME", help=", ".join(PROFILES).lower())
    for name, kind in known.items():
        _add_flag(group, name, kind)


def _add_flag(group: argparse._ArgumentGroup, name: str, kind: Any) -> None:
    add = partial(
        group.add_argument,
        "--" + name.replace("_", "-"),
        dest=name,
        default=argparse.SUPPRESS,
        help=OPTION_HELP.get(name),
    )
    if kind is bool:
        add(action=argparse.BooleanOptionalAction)
    elif name in FILES:
        add(metavar="FILE")
    elif _is_set(kind):
        add(action="append", metavar="ID[,ID…]")
    else:
        add(metavar=_values(kind))


def build(
    function: Callable[..., Any], given: Mapping[str, Any], profile: str | None = None
) -> dict[str, Any]:
    """Keyword arguments for the function from option names and values, as a user writes them."""
    known = fields(function)
    for name in given:
        if name not in known:
            raise UsageFailure(f"unknown option {name!r}{near(name, known)}")
    values = {name: _convert(name, value, known[name]) for name, value in given.items()}
    starts = option_parameters(function)
    if profile:
        starts = {key: _profile(profile) if _has_profiles(start) else start for key, start in starts.items()}
    changed = {key: _replace(start, _own(start, values, starts)) for key, start in starts.items()}
    defaults = option_parameters(function)
    return {key: value for key, value in changed.items() if value != defaults[key]}


def _has_profiles(options: Any) -> bool:
    return isinstance(options, textnorm.Options)


def _own(start: Any, values: Mapping[str, Any], starts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that are for these options; words of a set only where they are known."""
    names = {field.name for field in dataclasses.fields(start)}
    own = {name: value for name, value in values.items() if name in names}
    for name, value in own.items():
        others = [s for s in starts.values() if s is not start and hasattr(s, name)]
        if others and isinstance(value, frozenset):
            own[name] = frozenset(word for word in value if _is_for(start, others, name, word))
    return own


def _is_for(start: Any, others: Iterable[Any], name: str, word: str) -> bool:
    """Tell whether a word is for these options: they know it, or nobody does and they know one like it."""
    refusal, elsewhere = _refusal(start, name, word), [_refusal(other, name, word) for other in others]
    if not refusal or not all(elsewhere):
        return not refusal
    return _HINT in refusal or not any(_HINT in other for other in elsewhere)


def _refusal(options: Any, name: str, word: str) -> str:
    try:
        dataclasses.replace(options, **{name: frozenset({word})})
    except ValueError as error:
        return str(error)
    return ""


def _replace(start: Any, changes: dict[str, Any]) -> Any:
    try:
        return dataclasses.replace(start, **changes)
    except (OSError, UnicodeDecodeError) as error:
        file = next(value for name, value in changes.items() if name in FILES)
        raise UsageFailure(reason(error), file) from None
    except (ValueError, TypeError) as error:
        raise UsageFailure(str(error)) from None


def _profile(name: str) -> Any:
    if name.upper() not in PROFILES:
        known = [profile.lower() for profile in PROFILES]
        hint = near(name.lower(), known) or f"; the profiles are {', '.join(known)}"
        raise UsageFailure(f"unknown profile {name!r}{hint}")
    try:
        return getattr(textnorm, name.upper())
    except AttributeError:
        raise UsageFailure(f"profile {name.lower()!r} is not in this version of textnorm") from None


def _convert(name: str, value: Any, kind: Any) -> Any:
    kinds = _members(kind)
    if value is None or (value == "none" and type(None) in kinds):
        return None
    if name in FILES and isinstance(value, str):
        return value
    if _is_set(kind):
        return _words(value, frozenset)
    if bool in kinds:
        return _truth(name, value)
    if any(map(_is_date, kinds)) and isinstance(value, str):
        return _day(name, value)
    if int in kinds and isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value


def _words(value: Any, collect: Callable[[Iterable[str]], Any]) -> Any:
    pieces = [value] if isinstance(value, str) else value
    return collect(word.strip() for piece in pieces for word in str(piece).split(",") if word.strip())


def _truth(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() in ("true", "yes", "on", "1"):
        return True
    if str(value).lower() in ("false", "no", "off", "0"):
        return False
    raise UsageFailure(f"option {name!r} is yes or no, not {value!r}")


def _day(name: str, value: str) -> date:
    from datetime import date  # no text of normalise has one

    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageFailure(f"option {name!r} is a date like 2018-09-30, not {value!r}") from None


def _members(kind: Any) -> tuple[Any, ...]:
    is_union = typing.get_origin(kind) in (typing.Union, types.UnionType)
    return typing.get_args(kind) if is_union else (kind,)


def _is_set(kind: Any) -> bool:
    return any(
        typing.get_origin(member) in (frozenset, set, typing.AbstractSet)
        or member in (frozenset, set)
        or "Set" in str(typing.get_origin(member))
        for member in _members(kind)
    )


def _values(kind: Any) -> str:
    choices = [
        str(c)
        for member in _members(kind)
        if typing.get_origin(member) is typing.Literal
        for c in typing.get_args(member)
    ]
    return "{" + ",".join(choices) + "}" if choices else "VALUE"
