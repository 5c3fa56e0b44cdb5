r"""Translation catalogues of gettext (.po, .pot): translations are texts; keys, comments and placeholders stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.formats.spliced import Escapes, Fault, Group, Spliced, between, edit_piece, edit_pieces
from textnorm.cli.io.chunks import Chunk, Result

#: a line with a string: its keyword, if it has one, and the place of what stands between the quotes
_STRING = re.compile(
    r'^[ \t]*+(?:(msg\w+(?:\[\d+\])?)[ \t]*+)?"((?:[^"\\\r\n]++|\\.)*+)"[ \t]*\r?$', re.MULTILINE
)
#: a line that is no comment
_NO_COMMENT = re.compile(r"^[ \t]*+(?=[^\s#])", re.MULTILINE)
#: placeholders of C, Python, Qt and ICU
_HOLDER = re.compile(
    r"%(?:\(\w{1,60}\)|\d{1,2}\$)?[-+#0]{0,3}\d{0,3}(?:\.\d{1,3})?[A-Za-z]{1,2}|%%|%[Ln]?\d{1,2}"
    r"|[$#]?\{[^{}\n]{0,200}\}"
)
#: tags, entities and escapes
_MARKUP = re.compile(r"<[^<>\n]{0,200}>|&#?\w{1,10};|\\.")


def make(name: str, asked: Asked) -> Catalogue:
    """Return the format that the flags ask for."""
    return Catalogue(find_translations, Escapes(str, _quoted), asked.errors, find_faults)


class Catalogue(Spliced):
    """A catalogue: placeholders are words of their texts, and come out as they went in."""

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        return super().edit(chunk, _Holding(edit))


class _Holding:
    """Edits a text with its placeholders in it; where one of them would change, what stands between them."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def __call__(self, text: str) -> str:
        done = self._edit(text)
        if _HOLDER.findall(done) == _HOLDER.findall(text):
            return done
        output, at = "", 0
        for holder in _HOLDER.finditer(text):
            output += edit_piece(text[at : holder.start()], self._edit) + holder[0]
            at = holder.end()
        return output + edit_piece(text[at:], self._edit)

    def pieces(self, pieces: list[str]) -> list[str]:
        """Return the pieces of one text, edited together where their placeholders stay."""
        done = edit_pieces(pieces, self._edit)
        if list(map(_HOLDER.findall, done)) == list(map(_HOLDER.findall, pieces)):
            return done
        return [edit_piece(piece, self) for piece in pieces]


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def find_translations(text: str) -> Iterator[Group]:
    r"""Find the translations: all strings of a ``msgstr`` but that of the header, whose ``msgid`` is empty.

    >>> text = 'msgid ""\nmsgstr "Language: fa\\n"\n\nmsgid "a %s"\nmsgstr ""\n"one %s"\n" two\\n"\n'
    >>> [[text[a:b] for a, b in group] for group in find_translations(text)]
    [['one %s', ' two']]
    """
    keyword, key = "", ""
    group: Group = []
    for match in _STRING.finditer(text):
        if match[1]:
            if group:
                yield group
            keyword, group = match[1], []
        if keyword == "msgid":
            key = match[2] if match[1] else key + match[2]
        elif keyword.startswith("msgstr") and key:
            group += between(text, match.start(2), match.end(2), _MARKUP)
    if group:
        yield group


def find_faults(text: str) -> Iterator[Fault]:
    r"""Find lines that are neither string nor comment, and a last ``msgid`` without its ``msgstr``: so a file ends that was cut.

    >>> list(find_faults('msgid "a"\nmsgstr "b"\n')), list(find_faults('msgid "a"\nmsgstr "b\n'))
    ([], [(10, 'no string, or one that nothing closes')])
    >>> list(find_faults('msgid "a"\nmsgstr "b"\n\nmsgid "c"\n'))
    [(22, 'a msgid without its msgstr')]
    """
    key: int | None = None
    for line in _NO_COMMENT.finditer(text):
        string = _STRING.match(text, line.start())
        if string is None:
            yield line.start(), "no string, or one that nothing closes"
            key = None
        elif string[1]:
            key = line.start() if string[1] == "msgid" else None
    if key is not None:
        yield key, "a msgid without its msgstr"
