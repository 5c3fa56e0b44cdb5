"""Full-text search with tantivy (package `tantivy`): the two fields, their tokeniser, and queries as people type them."""

from __future__ import annotations

from typing import Any

import tantivy

from .query import All, AnyOf, Query, Words, field_texts, query

TOKENIZER = "textnorm"


def add_fields(builder: Any) -> Any:
    """Give a `tantivy.SchemaBuilder` the fields ``glued`` and ``spaced``, and return it."""
    for field in ("glued", "spaced"):
        builder.add_text_field(field, stored=False, tokenizer_name=TOKENIZER)
    return builder


def register(index: Any) -> None:
    """Give an index the tokeniser of the two fields, whenever it is made or opened."""
    index.register_tokenizer(TOKENIZER, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def fields(text: str) -> dict[str, str]:
    """Return the two fields of a document: ``tantivy.Document(id=1, **fields(text))``."""
    return field_texts(text)._asdict()


def make_query(schema: Any, text: str, *, phrase: bool = False) -> Any:
    """Return the `tantivy.Query` for what somebody typed: all of its words, or the phrase."""
    return _query(schema, query(text, phrase=phrase))


def _query(schema: Any, asked: Query) -> Any:
    all_of, any_of = tantivy.Occur.Must, tantivy.Occur.Should
    match asked:
        case Words(field, words, True) if len(words) > 1:
            return tantivy.Query.phrase_query(schema, field, list(words))
        case Words(field, words):
            terms = [(all_of, tantivy.Query.term_query(schema, field, word)) for word in words]
            return tantivy.Query.boolean_query(terms)
        case All(parts):
            return tantivy.Query.boolean_query([(all_of, _query(schema, part)) for part in parts])
        case AnyOf(parts):
            return tantivy.Query.boolean_query([(any_of, _query(schema, part)) for part in parts])
