"""Numbers in words: «بیست و سوم», «هزار و سیصد و نود و هفت», and «سه شنبه», which is no number."""

from __future__ import annotations

from . import vocabulary
from .kinds import Kind, Token, number_kind
from .match_key import fold

_NUMBER_WORDS = (Kind.CARDINAL, Kind.ORDINAL)


def join_numerals(found: list[Token]) -> list[Token]:
    """Return the tokens with number words joined with «و»: «بیست و سوم», «هزار و سیصد و نود و هفت»."""
    joined: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        if token.kind == Kind.CARDINAL and 1 <= token.value <= 5 and shanbeh(found, index):
            token = Token("W", token.start, found[index + 1].end, (token.value + 5) % 7)
            index += 2
        elif token.kind in _NUMBER_WORDS:
            token, index = numeral(found, index)
            if token.key == _NINE and joined and joined[-1].kind in "&,":
                token = token._replace(kind="o")
        else:
            index += 1
        joined.append(token)
    return joined


def shanbeh(found: list[Token], index: int) -> bool:
    """Tell whether the next token is «شنبه», which makes a weekday of a number word: «سه شنبه»."""
    return index + 1 < len(found) and found[index + 1].key == SHANBEH


#: «نه»: nine, but behind «و» rather «not»
_NINE = fold("نه")
SHANBEH = fold("شنبه")


def numeral(found: list[Token], index: int) -> tuple[Token, int]:
    """Return the number that starts at the index, and the index after it."""
    first = last = found[index]
    total = first.value
    index += 1
    while last.kind == Kind.CARDINAL:
        step = 2 if index + 1 < len(found) and links(last, found[index]) else 1
        if index + step - 1 >= len(found):
            break
        following = found[index + step - 1]
        if following.kind not in _NUMBER_WORDS or (size := added(total, last.value, following, step)) is None:
            break
        total, last = size, following
        index += step
    if last.value in vocabulary.TEN.values() and index < len(found) and found[index].key == "ام":
        last = found[index]._replace(kind="1")
        index += 1
    kind = "Y" if 1200 <= total <= 1500 else number_kind(total, 2) if 0 < total < 100 else "x"
    if last.kind == Kind.ORDINAL and kind == Kind.TWO_DIGITS:
        kind = "x"
    return Token(kind, first.start, last.end, total, first.key if first is last else ""), index


def links(last: Token, token: Token) -> bool:
    """Tell whether it is the «و» between number words, or the hyphen of «twenty-first»."""
    return token.kind == Kind.AND or (
        token.kind == "-" and last.key in vocabulary.ENGLISH_TENS and token.start == last.end
    )


def added(total: int, last: int, following: Token, step: int) -> int | None:
    """Return the sum after one more word, or None when the word starts another number."""
    value = following.value
    if step == 1:
        if value == 1000 and total == 1:
            return 1000
        if value == 100 and last in (3, 4, 30):
            return total - last + (400 if last == 4 else 300)
        return None
    if value < 10 and last in vocabulary.TEN.values():
        return total + value
    if value < 100 and last in (100, 200, 300, 400):
        return total + value
    if value < 1000 and last == 1000:
        return total + value
    return None
