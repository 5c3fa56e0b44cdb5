"""The sources of the lexicon and of its trees, as they are named on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import lexicon_sources as sources


class Sources(NamedTuple):
    """The lists, both texts, and the file that is written."""

    listed: sources.WordList
    verbs: list[str]
    known: sources.Vocabulary
    texts: list[list[str]]
    more: list[list[str]]
    out: Path


def read(description: str | None) -> Sources:
    """Read the sources that are named on the command line: WORDS VERBS TOKENS VOCABULARY COMPOUNDS MORE OUT."""
    parser = argparse.ArgumentParser(description=description)
    names = ("words", "verbs", "tokens", "vocabulary", "compounds", "more")
    for name in (*names, "out"):
        parser.add_argument(name, type=Path)
    asked = parser.parse_args()
    words, verbs, tokens, vocabulary, compounds, more = (
        sources.open_lines(getattr(asked, name)) for name in names
    )
    listed, known = sources.read_words(words), sources.read_vocabulary(vocabulary, compounds)
    return Sources(
        listed, verbs, known, list(sources.sentences(tokens)), list(sources.sentences(more)), asked.out
    )
