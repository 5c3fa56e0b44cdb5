"""What each command does to one text. Only public names of :mod:`textnorm`, imported when used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import textnorm
from textnorm.cli import records
from textnorm.cli.chunks import Text
from textnorm.cli.records import Record


@dataclass(frozen=True)
class Settings:
    """What a command was asked to do, ready to travel to a worker process."""

    command: str
    options: dict[str, Any] = field(default_factory=dict)  # keyword arguments of the public function
    records: bool = False
    replace: bool = False


def edit(settings: Settings, text: str) -> str:
    """The text as the command writes it."""
    name = "convert_dates" if settings.command == "dates" else settings.command
    result: str = getattr(textnorm, name)(text, **settings.options)
    return result


def describe(settings: Settings, source: str, text: Text) -> Iterator[Record]:
    """The records the command reports about one text."""
    options = settings.options
    match settings.command:
        case "normalise":
            return records.change_records(source, text, textnorm.explain(text.text, **options))
        case "dates":
            return records.date_records(source, text, textnorm.find_dates(text.text, **options))
        case "posts":
            return records.post_records(source, text, textnorm.read_page(text.text, **options))
        case _:
            return iter([{"file": source, "text": edit(settings, text.text)}])
