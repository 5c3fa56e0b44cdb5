"""Catalogues of gettext: placeholders are words of a translation, and come out as they went in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textnorm.cli.formats import catalogue
from textnorm.cli.formats.base import Asked
from textnorm.cli.io.chunks import Chunk


def test_marks_beside_placeholders_are_set_as_in_a_text(command_here: Callable, tmp_path: Path) -> None:
    path = tmp_path / "fa.po"
    path.write_text('msgid "a"\nmsgstr "%s , باران آمد و <b>%(n)d</b> , برف"\n', encoding="utf-8")
    assert command_here("normalise", "-i", path).code == 0
    after = 'msgid "a"\nmsgstr "%s، باران آمد و <b>%(n)d</b>، برف"\n'
    assert path.read_text(encoding="utf-8") == after


def test_a_placeholder_that_an_edit_would_change_comes_out_as_it_went_in() -> None:
    """What stands between such ones is edited piece by piece."""
    chunk = Chunk(b'msgid "a"\nmsgstr "ab %s cd <b>{x} e</b>"\n', "fa.po")
    edited = catalogue.make("po", Asked()).edit(chunk, str.upper)
    assert edited.data == b'msgid "a"\nmsgstr "AB %s CD <b>{x} E</b>"\n'
