"""Make the lexicon of the joins: ``make_lexicon.py WORDS VERBS TOKENS VOCABULARY COMPOUNDS MORE OUT``.

WORDS and VERBS are hazm's ``words.dat`` and ``verbs.dat`` (MIT); TOKENS is edited text with its joiners, one
token a line with a blank line between sentences, plain or gzipped (PerDT's training part, CC BY-SA 4.0);
VOCABULARY and COMPOUNDS are shekar's ``vocab.csv`` (words and how often a large collection of texts holds them) and
``compound_words.csv`` (MIT); MORE is a second edited text, of which the compounds are taken (see `updt_tokens.py`).
The same sources make the same bytes on every Python version.
"""

from __future__ import annotations

import lexicon_arguments
from lexicon_glued import Glued
from lexicon_heh import Heh
from lexicon_pairs import Pairs
from lexicon_sources import add_pairs, count
from lexicon_words import Words

from textnorm.lexicon.table import pack


class Maker(Words, Pairs, Heh, Glued):
    """Gathers the entries, one kind of fact after the other."""

    def make(self) -> dict[str, int]:
        self.add_words()
        self.add_verbs()
        self.add_pairs()
        self.add_heh()
        self.add_after_be()
        self.take_glued_out()
        self.add_arabic()
        self.add_glued()
        self.add_glued_by_trees()
        self.add_members()
        self.add_stems()
        return {key: value for key, value in self.entries.items() if value}


def main() -> None:
    given = lexicon_arguments.read(__doc__)
    counts = count(given.texts)
    add_pairs(counts, given.more)
    given.out.write_bytes(pack(Maker(given.listed, given.verbs, counts, given.known).make()))


if __name__ == "__main__":
    main()
