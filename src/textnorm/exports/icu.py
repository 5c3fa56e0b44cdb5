"""The table as the rules of a transliterator of ICU."""

from __future__ import annotations

from .character_rows import Table, beyond_form_c


def write(table: Table) -> str:
    """Return the rules: normalisation form C, then one conversion for each row.

    For ``Transliterator::createFromRules``, in the forward direction.
    """
    rules = [f"{_escaped(source)} > {_escaped(target)} ;" for source, target in beyond_form_c(table).items()]
    return "\n".join(["::NFC ;", *rules]) + "\n"


def _escaped(text: str) -> str:
    return "".join(
        f"\\u{ord(character):04X}" if ord(character) < 0x10000 else f"\\U{ord(character):08X}"
        for character in text
    )
