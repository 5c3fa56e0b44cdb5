"""What calls for the rules whose code is loaded late is what that code looks for."""

from __future__ import annotations

import codecs

from textnorm.ruleset.extracted import triggers, visual


def test_the_signs_of_windows_1252_are_those_of_the_letters_of_windows_1256() -> None:
    read = {bytes([byte]) for byte in range(0x81, 0x100)}
    letters = {byte for byte in read if "\u0600" < byte.decode("cp1256") < "\u06ff"}
    assert set(triggers.SHOWN) == {
        shown for byte in letters if (shown := codecs.decode(byte, "cp1252", "ignore"))
    }


def test_the_shapes_are_those_of_the_character_database() -> None:
    assert frozenset("".join(visual.BY_KIND.values())) == triggers.SHAPES
