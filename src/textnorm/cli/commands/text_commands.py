"""What each command does to one text. Only public names of :mod:`textnorm`, imported when used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

import textnorm
from textnorm.cli.io.chunks import Text
from textnorm.cli.output import json_records
from textnorm.cli.output.json_records import Record


class Settings(NamedTuple):
    """What a command was asked to do, ready to travel to a worker process."""

    command: str
    options: dict[str, Any]  # keyword arguments of the public function
    records: bool = False
    replace: bool = False
    extracted: textnorm.ExtractedOptions | None = None  # what is repaired first
    dropped: bool = False  # whether what was dropped of pages is reported with their posts


def editor(settings: Settings) -> Callable[[str], str]:
    """Return the function from text to text that the command is."""
    name = "convert_dates" if settings.command == "dates" else settings.command
    function: Callable[..., str] = getattr(textnorm, name)
    if settings.extracted is not None:
        return partial(_repaired, partial(function, **settings.options), settings.extracted)
    if settings.command == "normalise":
        return _Normalising(settings.options)
    return partial(function, **settings.options) if settings.options else function


class _Normalising:
    """Normalise a text, or the pieces of one that markup parts: those are judged together."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options, self._function = options, textnorm.normalise

    def __call__(self, text: str) -> str:
        return self._function(text, **self._options)

    def pieces(self, pieces: list[str]) -> list[str]:
        """Return the pieces, normalised as one text."""
        return textnorm.normalise_spans(pieces, **self._options)


def _repaired(edit: Callable[[str], str], options: textnorm.ExtractedOptions, text: str) -> str:
    return edit(textnorm.repair_extracted(text, options))


def explained(settings: Settings, name: str, text: str) -> textnorm.Explained:
    """Return what the function called *name* explains, behind what is repaired first."""
    function: Callable[..., textnorm.Explained] = getattr(textnorm, name)
    if settings.extracted is None:
        return function(text, **settings.options)
    repaired = textnorm.explain_extracted(text, settings.extracted)
    return repaired.then(function(repaired.text, **settings.options))


def _page(text: Text, options: dict[str, Any]) -> textnorm.Page:
    """Return the posts of a text, or of the HTML page that it was."""
    if text.html is None:
        return textnorm.read_page(text.text, **options)
    return textnorm.read_html(text.html, url=text.url, **options)


def _posts(settings: Settings, source: str, text: Text) -> Iterator[Record]:
    """Return the posts of a text, and what was dropped of it where that is wanted."""
    if text.posts:
        return json_records.post_records(source, text, text.posts)
    page = _page(text, settings.options)
    found = json_records.post_records(source, text, page.posts)
    return chain(found, json_records.dropped_records(source, text, page)) if settings.dropped else found


def describe(settings: Settings, source: str, text: Text) -> Iterator[Record]:
    """Return the records the command reports about one text."""
    options = settings.options
    match settings.command:
        case "normalise":
            return json_records.change_records(source, text, explained(settings, "explain", text.text))
        case "dates":
            return json_records.date_records(source, text, textnorm.find_dates(text.text, **options))
        case "posts":
            return _posts(settings, source, text)
        case _:
            return iter([{**json_records.place(source, text), "text": editor(settings)(text.text)}])
