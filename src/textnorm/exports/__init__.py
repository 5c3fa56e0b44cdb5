"""The character level of a profile as tables for other software: SentencePiece, Hugging Face tokenizers, Lucene, ICU.

A table sees one character at a time, and no language: what a profile does to words, to the gaps between them and to
Persian alone it cannot do. `character_rows.py` makes the rows out of the rules themselves; a module for each software writes
them in its form.
"""

from __future__ import annotations

from collections.abc import Callable

from ..normalisation import ENCODING, SEARCH, Options
from . import huggingface, icu, lucene, sentencepiece
from .character_rows import HalfSpace, Table, make_table

__all__ = ["PROFILES", "TARGETS", "HalfSpace", "Table", "export", "make_table"]

#: what is written for whom
TARGETS: dict[str, Callable[[Table], str]] = {
    "sentencepiece": sentencepiece.write,
    "tokenizers": huggingface.write,
    "lucene": lucene.write,
    "elasticsearch": lucene.write_settings,
    "icu": icu.write,
}
#: the profiles that have a character level of their own, and what becomes of half-spaces in it
PROFILES: dict[str, tuple[Options, HalfSpace]] = {
    "SEARCH": (SEARCH, "nothing"),
    "ENCODING": (ENCODING, "keep"),
}


def export(target: str, profile: str = "SEARCH", half_space: HalfSpace | None = None) -> str:
    """Return the character level of *profile* in the form that *target* reads.

    target     : a name of `TARGETS`
    profile    : ``"SEARCH"`` or ``"ENCODING"``
    half_space : what becomes of a half-space: ``"nothing"`` (the default of SEARCH), ``"space"`` or ``"keep"``
                 (the default of ENCODING)

    Raises ValueError for other names.

    >>> "41\\t61" in export("sentencepiece").splitlines()  # A becomes a
    True
    >>> '"\\\\uFF5E" => "\\\\u007E"' in export("lucene").splitlines()  # a wide tilde
    True
    """
    for given, known in ((target, TARGETS), (profile, PROFILES)):
        if given not in known:
            raise ValueError(f"no export for {given!r}; there are {', '.join(known)}")
    options, usual = PROFILES[profile]
    return TARGETS[target](make_table(options, half_space or usual))
