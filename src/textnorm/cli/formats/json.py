"""A JSON file that is one value, among them the exports of Telegram Desktop."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.formats.json_pieces import pieces
from textnorm.cli.formats.json_strings import LEAF, RICH, Span, find_strings, replace_strings, wanted
from textnorm.cli.formats.records import Records
from textnorm.cli.formats.telegram_escapes import repaired_escapes
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.encodings import decode
from textnorm.cli.io.newlines import Newlines
from textnorm.cli.messages import Failure

#: a text of Telegram is a string, or a list of strings and objects whose type says whether it is prose
_RICH_TEXT: dict[str, Any] = {LEAF: {}, RICH: {}}
_MESSAGE: dict[str, Any] = {
    "text": _RICH_TEXT,
    "text_entities": _RICH_TEXT,
    "title": {LEAF: {}},  # of a group, a topic, a song
    "new_title": {LEAF: {}},
    "poll": {"question": _RICH_TEXT, "answers": {"text": _RICH_TEXT}},
    "inline_bot_buttons": {"text": {LEAF: {}}},
}
_MESSAGES = {"messages": _MESSAGE}
_CHATS = {"list": _MESSAGES}
#: one chat, or an account with its chats; or records, as in JSON Lines
TELEGRAM = {**_MESSAGES, "chats": _CHATS, "left_chats": _CHATS, "text": {LEAF: {}}}
#: messages one a line, as ``jq -c '.messages[]'`` writes them
TELEGRAM_LINES = _MESSAGE


class JsonDocument(NamedTuple):
    """One JSON value; without ``fields`` it is an export of Telegram Desktop, or records with a ``text``."""

    fields: tuple[str, ...] = ()
    errors: str = "strict"

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        line, offset = 1, 0
        for data, before, after in pieces(stream):
            context = (before.decode("utf-8", "replace"), after.decode())
            yield Chunk(data, source, line, offset, context=context)
            line, offset = line + data.count(b"\n"), offset + len(data)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text, spans = self._found(chunk)
        edited = replace_strings(text, spans, Newlines(edit)).encode("utf-8")
        return Result(edited, edited != chunk.data, records=bool(text.strip(_EMPTY)), hits=bool(spans))

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        text, spans = self._found(chunk)
        line, seen = chunk.line, 0
        for span in spans:
            line, seen = line + text.count("\n", seen, span.start), span.start
            yield Text(span.value, line, in_record=True)

    def _found(self, chunk: Chunk) -> tuple[str, list[Span]]:
        """Return the text of a piece, and the wanted strings in it."""
        text = repaired_escapes(decode(chunk, self.errors))
        before, after = map(repaired_escapes, chunk.context)
        if not text and not before:
            return text, []
        try:
            spans = find_strings(before + _whole(text, before, after) + after, self._tree())
        except json.JSONDecodeError as error:
            line = chunk.line + text.count("\n", 0, max(error.pos - len(before), 0))
            raise Failure(f"not JSON: {error.msg} in line {line}") from None
        except RecursionError:
            raise Failure("nested too deeply") from None
        return text, [s._replace(start=s.start - len(before), end=s.end - len(before)) for s in spans]

    def _tree(self) -> dict[str, Any]:
        return wanted(self.fields) if self.fields else TELEGRAM


def make(name: str, asked: Asked) -> JsonDocument | Records:
    """Return the format that the flags ask for."""
    document = JsonDocument(() if name == "telegram" else asked.fields, asked.errors)
    return Records(document) if asked.posts and not document.fields else document


#: a list or an object without anything in it has no record in which a text is missing
_EMPTY = " \t\r\n[]{}"
_CLOSING = re.compile(r"\s*[\]}]")


def _whole(text: str, before: str, after: str) -> str:
    if before and _CLOSING.match(text):
        raise json.JSONDecodeError("a value is missing", text, len(before))
    return text[:-1] if after else text
