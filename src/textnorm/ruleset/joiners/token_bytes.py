"""What the scan knows of a token: its morphemes, and in one byte whether it deserves a look beside the next token."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from ...edits import Edit
from .boundaries import LEFT_ROLE, RIGHT_ROLE, LeftRole, RightRole

#: the byte of a line break, the bit of a token that is cut in stripped text only, and of one with an edit inside
BREAK, LOST, INSIDE = 64, 32, 16
#: bits beside CLOSES and CLOSES_FREE: the token is an ending; it is any token or none
_ENDING, _ANY = 1, 2


#: the right roles that make a pair with a left role
_PAIRS: dict[int, int] = {
    LeftRole.OPENS: RightRole.CLOSES,
    LeftRole.OPENS_ALL: RightRole.CLOSES | RightRole.CLOSES_FREE,
}


def _wanted_right_roles(byte: int) -> int:
    """Return what a token asks of the next one for there to be something to do: one of these bits."""
    left = byte & LEFT_ROLE
    pairs = _PAIRS.get(left, 0)
    return pairs | _ENDING | (_ANY if left == LeftRole.PREFIX or byte & INSIDE else 0)


def _right_role_bits(byte: int) -> int:
    """Return what a token has of these bits."""
    right = byte & RIGHT_ROLE
    return _ANY | (_ENDING if right == RightRole.SUFFIX else right)


ASKED = bytes(map(_wanted_right_roles, range(32))) * 8
OFFERED = bytes(map(_right_role_bits, range(32))) * 8


def places(marks: bytes) -> Iterable[int]:
    """Return the indexes of the tokens with something to do inside or behind them, by the bytes of all tokens."""
    asked = _number(marks.translate(ASKED), "little")
    offered = _number(marks.translate(OFFERED)[1:] + _LAST, "little")
    found = asked & offered  # of all tokens at once
    return compress(range(len(marks)), found.to_bytes(len(marks), "little")) if found else ()


_number, _LAST = int.from_bytes, bytes([_ANY])


_NOT_LOST = bytes(byte for byte in range(256) if not byte & LOST)
_NOT_LACKING = bytes(byte for byte in range(256) if byte & (LOST | INSIDE) != INSIDE)


def may_be_stripped(marks: bytes) -> bool:
    """Return whether a token among these is cut where others have lost their half-spaces."""
    return bool(marks.translate(None, _NOT_LOST))


def lacks_any(marks: bytes) -> bool:
    """Return whether a token among these has an edit inside, and is none of those."""
    return bool(marks.translate(None, _NOT_LACKING))


class TokenAnalysis:
    """What is known of one token.

    *head* holds the morphemes of its first run of letters and *tail* those of its last one; either is empty when
    something else stands at that end of the token. *whole*: it is one run; *dotted*: a full stop alone parts its first
    run from another; *lost*: it is cut otherwise in text that lost its half-spaces.
    """

    __slots__ = ("dotted", "head", "inside", "lost", "tail", "whole")

    def __init__(
        self,
        head: tuple[str, ...],
        tail: tuple[str, ...],
        inside: tuple[Edit, ...],
        whole: bool,
        dotted: bool = False,
        lost: bool = False,
    ) -> None:
        self.head, self.tail, self.inside, self.whole = head, tail, inside, whole
        self.dotted, self.lost = dotted, lost
