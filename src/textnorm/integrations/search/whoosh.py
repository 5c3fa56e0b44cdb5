"""Full-text search with Whoosh (package `whoosh-reloaded`): the two fields, and queries as people type them."""

from __future__ import annotations

from typing import Any

from whoosh import query as whoosh_query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import TEXT

from .query import All, AnyOf, Query, Words, field_texts, query


def schema_fields() -> dict[str, Any]:
    """Return the two fields of a schema: ``Schema(id=ID(stored=True), **schema_fields())``."""
    return {field: TEXT(analyzer=SpaceSeparatedTokenizer()) for field in ("glued", "spaced")}


def fields(text: str) -> dict[str, str]:
    """Return the two fields of a document: ``writer.add_document(id="1", **fields(text))``."""
    return field_texts(text)._asdict()


def make_query(text: str, *, phrase: bool = False) -> Any:
    """Return the query for ``searcher.search`` for what somebody typed: all of its words, or the phrase."""
    return _query(query(text, phrase=phrase))


def _query(asked: Query) -> Any:
    match asked:
        case Words(field, words, True) if len(words) > 1:
            return whoosh_query.Phrase(field, list(words))
        case Words(field, words):
            return whoosh_query.And([whoosh_query.Term(field, word) for word in words])
        case All(parts):
            return whoosh_query.And([_query(part) for part in parts])
        case AnyOf(parts):
            return whoosh_query.Or([_query(part) for part in parts]) if parts else whoosh_query.NullQuery
