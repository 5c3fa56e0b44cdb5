"""Words, verb forms and joins: generated data and its reader.

`load()` gives the table, which answers what the language does with a word or a pair of words. It is made by
``tools/make_lexicon.py`` and read as it is; nothing that happens to be installed takes part.
"""

from __future__ import annotations

from .flags import WORD
from .table import Table, load
from .table_keys import pair_key, stem, stem_pair_key

__all__ = ["Table", "is_word", "load", "pair_key", "stem", "stem_pair_key"]


def is_word(word: str) -> bool:
    """Return whether *word* is a word of edited Persian.

    >>> [is_word(word) for word in ("کتاب", "خانه", "کتااب")]
    [True, True, False]
    """
    return bool(load().get(word) & WORD)
