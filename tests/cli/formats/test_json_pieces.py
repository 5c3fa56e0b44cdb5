"""JSON documents that are read in pieces are read as they would be whole."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textnorm.cli.formats import json_pieces
from textnorm.cli.formats.json import JsonDocument
from textnorm.cli.messages import Failure


def edited(data: bytes, fields: tuple[str, ...] = ("t",)) -> bytes:
    """The document with the strings at the fields in capitals, piece by piece."""
    format_ = JsonDocument(fields)
    chunks = list(format_.chunks(io.BytesIO(data), "-"))
    result = b"".join(format_.edit(chunk, str.upper).data for chunk in chunks)
    assert b"".join(chunk.data for chunk in chunks) == data
    return result


values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text('ab\\"{}[],:é\n', max_size=30),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["t", "a", 'x"{', "y,]"]), inner),
    max_leaves=40,
)


def uppercase(value: object, wanted: bool = False) -> object:
    """What editing every string at ``t`` makes of a value: lists are walked through, other keys are not."""
    if isinstance(value, str):
        return value.upper() if wanted else value
    if isinstance(value, list):
        return [uppercase(item, wanted) for item in value]
    if isinstance(value, dict) and not wanted:
        return {key: uppercase(item, True) if key == "t" else item for key, item in value.items()}
    return value


@given(values, st.sampled_from([None, 1]), st.integers(1, 60))
def test_a_document_in_pieces_is_the_document(value: object, indent: int | None, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pieces, "CHUNK_BYTES", size)
        data = json.dumps(value, indent=indent, ensure_ascii=False).encode()
        assert json.loads(edited(data)) == uppercase(value)


@given(st.text('{}[]",:\\ 1ae.u', max_size=40), st.integers(1, 9))
def test_what_json_refuses_is_refused_in_pieces_too(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pieces, "CHUNK_BYTES", size)
        try:
            json.loads(text or "0")
        except ValueError:
            with pytest.raises((Failure, ValueError)):
                edited(text.encode())
        else:
            edited(text.encode())


@pytest.mark.thorough
def test_a_broken_document_says_the_line(command: Callable, tmp_path: Path) -> None:
    data = '{"messages": [\n' + '{"text": "علي"},\n' * 30_000 + '{"text": "a" "b"}\n]}'
    (tmp_path / "a.json").write_text(data, encoding="utf-8")
    ran = command("normalise", "-i", tmp_path / "a.json")
    assert (ran.code, (tmp_path / "a.json").read_text(encoding="utf-8")) == (2, data)
    assert "not JSON" in ran.err
    assert "line 30002" in ran.err
