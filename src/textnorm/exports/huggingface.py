"""The table as the ``normalizer`` of a ``tokenizer.json`` (Hugging Face tokenizers)."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from typing import Any

from .character_rows import Table, beyond_form_c

_Step = dict[str, Any]


def write(table: Table) -> str:
    """Return a ``Sequence`` of normalisers as JSON: Unicode's own forms, then a replacement for each target.

    To be set as the ``normalizer`` of a ``tokenizer.json``.
    """
    steps = _folded(table) if table.folds else [{"type": "NFC"}, *_replacements(beyond_form_c(table))]
    return json.dumps({"type": "Sequence", "normalizers": steps}, ensure_ascii=True, indent=1) + "\n"


def _folded(table: Table) -> list[_Step]:
    """Return steps that leave compatibility forms and case to the normalisers that do all of Unicode at once."""
    forms = {source: _form(source) for source in table.rows}
    single = {source: target for source, target in table.rows.items() if forms[source] == source}
    first = {
        source: target
        for source, target in table.rows.items()
        if "".join(single.get(character, character) for character in forms[source]) != target
    }
    return [*_replacements(first), {"type": "NFKC"}, {"type": "Lowercase"}, *_replacements(single)]


def _form(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _replacements(rows: dict[str, str]) -> list[_Step]:
    """Return one step for all characters that become the same."""
    sources: dict[str, str] = defaultdict(str)
    for source, target in rows.items():
        sources[target] += source
    return [
        {"type": "Replace", "pattern": {"Regex": _class(characters)}, "content": target}
        for target, characters in sources.items()
    ]


def _class(characters: str) -> str:
    return "[" + "".join(f"\\x{{{ord(character):X}}}" for character in characters) + "]"
