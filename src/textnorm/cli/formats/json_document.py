"""A JSON file that is one value, among them the exports of Telegram Desktop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from textnorm.cli.chunks import Chunk, Problem, Result, Text
from textnorm.cli.encodings import decode
from textnorm.cli.errors import Failure
from textnorm.cli.formats.base import Edit
from textnorm.cli.json_strings import LEAF, RICH, find_strings, replace_strings, wanted
from textnorm.cli.newlines import keep_newlines

#: a text of Telegram is a string, or a list of strings and objects whose type says whether it is prose
_RICH_TEXT: dict[str, Any] = {LEAF: {}, RICH: {}}
_MESSAGES = {"messages": {"text": _RICH_TEXT, "text_entities": _RICH_TEXT}}
_CHATS = {"list": _MESSAGES}
#: one chat, or an account with its chats
TELEGRAM = {**_MESSAGES, "chats": _CHATS, "left_chats": _CHATS}


class JsonDocument(NamedTuple):
    """One JSON value; without ``fields`` it is an export of Telegram Desktop."""

    fields: tuple[str, ...] = ()
    errors: str = "strict"

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        yield Chunk(stream.read(), source)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = decode(chunk, self.errors)
        spans = find_strings(text, self._tree()) if text else []
        edited = replace_strings(text, spans, lambda value: keep_newlines(value, edit))
        if text and not spans:
            raise Failure("holds no text at the wanted places; name them with --field")
        return Result(edited.encode("utf-8"), edited != text)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        text = decode(chunk, self.errors)
        for span in find_strings(text, self._tree()) if text else []:
            yield Text(span.value, text.count("\n", 0, span.start) + 1, in_record=True)

    def _tree(self) -> dict[str, Any]:
        return wanted(self.fields) if self.fields else TELEGRAM
