"""What each command does to one text. Only public names of :mod:`textnorm`, imported when used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import textnorm
from textnorm.cli.io.chunks import Text
from textnorm.cli.output import records
from textnorm.cli.output.records import Record


class Settings(NamedTuple):
    """What a command was asked to do, ready to travel to a worker process."""

    command: str
    options: dict[str, Any]  # keyword arguments of the public function
    records: bool = False
    replace: bool = False


def editor(settings: Settings) -> Callable[[str], str]:
    """The function from text to text that the command is."""
    name = "convert_dates" if settings.command == "dates" else settings.command
    function: Callable[..., str] = getattr(textnorm, name)
    return partial(function, **settings.options) if settings.options else function


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
            return iter([{**records.place(source, text), "text": editor(settings)(text.text)}])
