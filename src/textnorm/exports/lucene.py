"""The table as the file of a MappingCharFilter (Lucene, Solr) and as the settings of an index (Elasticsearch, OpenSearch)."""

from __future__ import annotations

import json

from ..ruleset.joiners.affixes import GLUED, VERB_PREFIXES
from .character_rows import Table

_GAP = "[ \\u200C]+"


def write(table: Table) -> str:
    """Return a line ``"source" => "target"`` for each row, in escapes of UTF-16."""
    return "".join(f'"{_escaped(source)}" => "{_escaped(target)}"\n' for source, target in _rows(table))


def write_settings(table: Table) -> str:
    """Return the settings of an index with two analysers, `textnorm_glued` and `textnorm_spaced`, as JSON.

    The first joins what half-spaces part, and prefixes and endings that were typed apart; the second puts a space in
    their place. Map a field with a subfield for each, and ask both.
    """
    mappings = [
        f"{_escaped(source)} => {_escaped(target)}" for source, target in _rows(table) if source != "\u200c"
    ]
    filters = {
        "textnorm_characters": {"type": "mapping", "mappings": mappings},
        "textnorm_prefixes": _replaced(f"(?<!\\p{{L}})({_choice(VERB_PREFIXES)}){_GAP}(?=\\p{{L}})", "$1"),
        "textnorm_endings": _replaced(f"(?<=\\p{{L}}){_GAP}({_choice(GLUED)})(?!\\p{{L}})", "$1"),
        "textnorm_no_half_space": _replaced("\\u200C+", ""),
        "textnorm_space": _replaced("\\u200C+", " "),
    }
    shared = ["textnorm_characters"]
    glued = [*shared, "textnorm_prefixes", "textnorm_endings", "textnorm_no_half_space"]
    analysers = {
        "textnorm_glued": _analyser(glued),
        "textnorm_spaced": _analyser([*shared, "textnorm_space"]),
    }
    analysis = {"char_filter": filters, "analyzer": analysers}
    return json.dumps({"settings": {"analysis": analysis}}, ensure_ascii=True, indent=1) + "\n"


def _rows(table: Table) -> list[tuple[str, str]]:
    return sorted({**table.rows, **table.compositions}.items())


def _analyser(char_filters: list[str]) -> dict[str, object]:
    return {"type": "custom", "char_filter": char_filters, "tokenizer": "standard", "filter": ["lowercase"]}


def _replaced(pattern: str, replacement: str) -> dict[str, str]:
    return {"type": "pattern_replace", "pattern": pattern, "replacement": replacement}


def _choice(words: frozenset[str] | tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _escaped(text: str) -> str:
    units = text.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02X}{units[at + 1]:02X}" for at in range(0, len(units), 2))
