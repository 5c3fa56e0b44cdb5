"""Characters that touch a date and make it a part of something else: a path, a file name, a longer number."""

from __future__ import annotations

import re

from textnorm import chars
from textnorm.lazy import lazy_pattern

#: glued to a date on either side, these say: a query, a tag, an address, a price, a sum
_GLUE = "=&#@%٪_+×÷$€£^"
#: around a date these are emphasis, between letters or digits they are glue
_EMPHASIS = "_*"
#: of HTML, left in the text: «۸ مهر ۱۳۹۷&raquo;»
_ENTITY = lazy_pattern(r"&#?\w{1,8};")
_PATH = "/\\<"
_URL = lazy_pattern(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
#: how much of a run without white space is searched for the start of a URL
_LONGEST_URL = 300


def is_latin(char: str) -> bool:
    """Tell whether it is a letter of the Latin script (ASCII and its accented relatives)."""
    return char.isalpha() and char < "\u0250"


def is_foreign_letter(char: str) -> bool:
    """Tell whether it is a letter of neither Latin nor Arabic script."""
    return char.isalpha() and not is_latin(char) and not ("\u0600" <= char <= "\u08ff" or char >= "\ufb50")


def is_persian(char: str) -> bool:
    """Tell whether it is a letter of the Arabic script."""
    return "\u0620" <= char <= "\u06ff" and char.isalpha()


def glued_before(text: str, start: int, urls: bool) -> bool:
    """Tell whether the character before the offset holds on to the date."""
    if text[start - 1 : start].isspace():
        return False
    index = _visible(text, start - 1, -1)
    if index < 0 or text[index].isspace():
        return False
    if text[index] in _EMPHASIS and emphasised(text, index, -1):
        return False
    char, further = text[index], _visible(text, index - 1, -1)
    previous = text[further] if further >= 0 else ""
    if urls and char in "/-=_#":
        return False
    if is_latin(char) or char.isdigit() or char in _GLUE:
        return True
    if char in _PATH and not (char == "/" and previous and is_persian(previous)):
        return True
    if char == "/" and not is_letter(text, further - 1):  # م/۱۳۹۷/۷/۸
        return True
    if char in "-.:" and previous and (is_latin(previous) or previous.isdigit()) and char != ":":
        return True
    return in_url(text, start)


def glued_after(text: str, end: int, urls: bool) -> bool:
    """Tell whether the character at the offset holds on to the date."""
    if text[end : end + 1].isspace():
        return False
    index = _visible(text, end, 1)
    if index >= len(text):
        return False
    if text[index] in _EMPHASIS and emphasised(text, index, 1):
        return False
    further = _visible(text, index + 1, 1)
    char, following = text[index], text[further : further + 1]
    if urls and (char in "_&#/-." or is_latin(char)):
        return False
    if char == "T" and following.isdigit():
        return False
    if char in _GLUE or is_latin(char):
        return _ENTITY.match(text, index) is None
    if char == ".":
        return is_latin(following) and following.islower()
    if char == "/" and is_persian(following) and not is_letter(text, further + 1):  # ۱۳۹۷/۷/۸/ت
        return True
    return char in "/\\" and is_latin(following)


def is_letter(text: str, index: int) -> bool:
    """Tell whether a letter stands at the index."""
    return 0 <= index < len(text) and text[index].isalpha()


def in_url(text: str, start: int) -> bool:
    """Tell whether the run without white space before the offset starts as a URL does."""
    if start <= 0 or text[start - 1].isspace():
        return False
    pieces = text[max(0, start - _LONGEST_URL) : start].rsplit(None, 1)
    return bool(pieces) and bool(_URL.search(pieces[-1]))


def emphasised(text: str, index: int, step: int) -> bool:
    """Tell whether the run of these marks ends at no letter or digit."""
    for _ in range(3):
        if not 0 <= index < len(text) or text[index] not in _EMPHASIS:
            break
        index += step
    return not 0 <= index < len(text) or not (text[index].isalnum() or text[index] in _GLUE)


def touch(text: str, left: int, right: int) -> bool:
    """Tell whether nothing that can be seen stands between the offsets."""
    return left == right or all(char in chars.INVISIBLE for char in text[left:right])


def _visible(text: str, index: int, step: int) -> int:
    """Return the index of the next character that can be seen, sixteen steps away at most."""
    for _ in range(16):
        if not 0 <= index < len(text) or text[index] not in chars.INVISIBLE:
            break
        index += step
    return index
