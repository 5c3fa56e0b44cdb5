"""The table as a normalisation rule file (TSV) of SentencePiece."""

from __future__ import annotations

from .character_rows import Table


def write(table: Table) -> str:
    """Return the rows as code points in hexadecimal: the source, a tab, and what it becomes.

    For ``--normalization_rule_tsv`` of ``spm_train``. SentencePiece takes the longest source at each place and does not
    look at its own output again.
    """
    rows = sorted({**table.rows, **table.compositions}.items())
    return "".join(f"{_hexadecimal(source)}\t{_hexadecimal(target)}\n" for source, target in rows)


def _hexadecimal(text: str) -> str:
    return " ".join(f"{ord(character):X}" for character in text)
