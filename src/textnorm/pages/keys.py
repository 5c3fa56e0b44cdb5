"""Folding lines for comparison: letters and digits alone, one case, one spelling of yeh and kaf."""

from __future__ import annotations

import re
from itertools import islice

from textnorm import chars
from textnorm.cache import BoundedCache
from textnorm.lazy import lazy_pattern

_RUNS = lazy_pattern(r"[^\W_]+")
#: the same in one step for lines of ASCII: a table of 128 letters is translated fastest
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
_DIGITS = lazy_pattern(r"\d+")
_WORD = lazy_pattern(r"[^\W_]+(?:[’'\N{ZERO WIDTH NON-JOINER}-][^\W_]+)*")
#: the link to edit a part of an encyclopaedia's article, behind the heading of the part or below it
EDIT_LINK = lazy_pattern(r"\[\s?(?:ویرایش|edit)[^\]]{0,30}\]", re.IGNORECASE)
#: the name of a site and nothing else
_DOMAIN = lazy_pattern(r"(?:www\.)?(?:[a-z0-9-]{1,40}\.){1,5}[a-z]{2,12}/?", re.IGNORECASE)

#: what a blank line may hold: spaces of any kind and characters nobody sees
WHITESPACE = " \t\r\f\v" + chars.NBSP + chars.ZWSP + chars.BOM


def is_domain(line: str) -> bool:
    """Tell whether a line is the name of a site and nothing else.

    >>> is_domain("www.example.org"), is_domain("See example.org")
    (True, False)
    """
    return "." in line and len(line) < 80 and _DOMAIN.fullmatch(line) is not None


def line_key(line: str) -> str:
    """Return the letters and digits of a line, in one case: equal keys mean the same line to a reader.

    >>> line_key("  Read More » ") == line_key("READ MORE")
    True
    """
    return _KEYS[line]


def _key(line: str) -> str:
    if line.isascii():
        return line.translate(_ASCII)
    letters = "".join(line.split())
    key = (letters if letters.isalnum() else "".join(_RUNS.findall(letters))).casefold()
    return key.replace(chars.ARABIC_YEH, chars.YEH).replace(chars.ARABIC_KAF, chars.KAF)


#: the lines of a page are compared more than once
_KEYS: BoundedCache[str, str] = BoundedCache(_key, 4096, 160)


def heading_key(line: str) -> str:
    """Return the key of a heading, without a link to edit what stands below it.

    >>> heading_key("پیدایش[ویرایش]") == line_key("پیدایش")
    True
    """
    return line_key(EDIT_LINK.sub("", line) if "[" in line else line)


def phrase_key(line: str) -> str:
    """Return the key of a line with every number as ``0``, so that counters fall together.

    >>> phrase_key("12 Comments"), phrase_key("(3) comments")
    ('0comments', '0comments')
    """
    return unnumbered(line_key(line))


def unnumbered(key: str) -> str:
    """Return the key of a line with every number as ``0``.

    >>> unnumbered("12comments")
    '0comments'
    """
    return key if key.isalpha() else _DIGITS.sub("0", key)


def words(line: str) -> list[str]:
    """Return the words of a line, without punctuation."""
    return _WORD.findall(line)


def first_words(line: str, count: int) -> list[str]:
    """Return the first words of a line, and look at no others.

    >>> first_words("It rained, all day.", 2)
    ['It', 'rained']
    """
    return [word[0] for word in islice(_WORD.finditer(line), count)]


#: the first step of the path to a page on most sites, as keys
HOME = frozenset(map(line_key, ("خانه", "صفحه اصلی", "صفحه نخست", "صفحه اول", "home")))
