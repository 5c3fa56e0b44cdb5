"""The roles of a line: looked up by its key, by its beginning and end, or as a row of phrases.

Time is linear in the length of a line, and lines of many words are not looked at.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache
from itertools import accumulate

from textnorm.cache import BoundedCache
from textnorm.lazy import lazy_function
from textnorm.pages.interface.lookup import Slotted, Table, shipped_table
from textnorm.pages.interface.templates import fold, keys_of, words_of

#: the roles in the order of their bits
ROLES = (
    "navigation", "skip_link", "search", "pagination", "login", "footer", "comment_form", "comment_count",
    "moderation", "comment_row", "tool", "share", "newsletter", "related", "read_more", "taxonomy", "archive",
    "counter", "rating", "cookies", "shop", "player", "forum", "status", "advert", "captcha", "language",
    "document", "section", "date_label", "byline", "end_mark", "blog", "channel", "debris",
)  # fmt: skip
#: flags beside the roles: the list says that a line which is this and nothing else is no part of a text; words
#: of its own fill a slot of the template; the line is a row of several phrases (the latter two are never alone)
ALONE, SLOT, ROW = 1 << 40, 1 << 41, 1 << 42
#: lines of more words are no interface
MOST_WORDS_OF_A_PHRASE = 26
#: most words of a phrase in a row, of the fixed beginning or end of a template, and of a row
_PHRASE, _EDGE, _LONGEST_ROW = 6, 8, 16
#: what the native core says of a line, by the same tables; None without a core, and where it cannot tell
_native_bits = lazy_function("textnorm.pages.content.native", "role_bits")


@cache
def mask(*names: str) -> int:
    """Return the bits of some roles.

    >>> mask("search") & role_bits("Search results") > 0
    True
    """
    return sum(1 << ROLES.index(name) for name in names)


def roles_of(line: str) -> frozenset[str]:
    """Return the names of the roles that a line may have; none for a line that is not on the list.

    >>> sorted(roles_of("اندازه متن")), sorted(roles_of("باران متن شد"))
    (['tool'], [])
    """
    bits = role_bits(line)
    return frozenset(name for place, name in enumerate(ROLES) if bits >> place & 1)


def role_bits(line: str) -> int:
    """Return the roles of a line as bits, with ``ALONE``, ``SLOT`` and ``ROW``; 0 for what is not on the list."""
    return _BITS[line]


def python_bits(line: str) -> int:
    """Return the same, told without the native core."""
    return bits_of_words(words_of(fold(line)))


def _bits(line: str) -> int:
    told: int | None = _native_bits(line)
    return python_bits(line) if told is None else told


#: the lines of a page are asked for more than once, and those of a site on every page
_BITS: BoundedCache[str, int] = BoundedCache(_bits, 8192)


def bits_of_words(words: Sequence[str]) -> int:
    """Return the same for the words of a folded line."""
    if not 0 < len(words) <= MOST_WORDS_OF_A_PHRASE:
        return 0
    table = shipped_table()
    key = "".join(words)
    if not key.isalpha():
        words = keys_of(words)
        key = "".join(words)
    found = table.exact.get(key)
    if found:
        return found
    if len(words) < 2:
        return 0
    bits = 0
    if _begins(table.heads, key):
        bits = _begun(table, words, key)
    if _ends(table.tails, key):
        bits |= _ended(table, words, key)
    if bits or len(words) > _LONGEST_ROW or not _begins(table.firsts, key):
        return bits
    return _row(table, words)


def _begins(known: Container[str], key: str) -> bool:
    """Tell whether the first letters of a key are those of something known, which may be shorter."""
    return key[:4] in known or key[:3] in known or key[:2] in known


def _ends(known: Container[str], key: str) -> bool:
    return key[-4:] in known or key[-3:] in known or key[-2:] in known


def _begun(table: Table, words: Sequence[str], key: str) -> int:
    """Return the roles of the templates that the line begins like, with words of its own behind."""
    bits = 0
    for place, end in enumerate(accumulate(map(len, words[:_EDGE])), 1):
        entries = table.starts.get(key[:end])
        if entries:
            for entry in entries:
                bits |= _fits(entry, key, end, len(words) - place)
    return bits


def _ended(table: Table, words: Sequence[str], key: str) -> int:
    """Return the roles of the templates that have words of the line's own first, and end like it."""
    bits = 0
    for place, size in enumerate(accumulate(map(len, words[: -_EDGE - 1 : -1])), 1):
        entries = table.ends.get(key[-size:]) if place < len(words) else None
        if entries:
            for entry in entries:
                bits |= _fits(entry, key, 0, len(words) - place)
    return bits


def _fits(entry: Slotted, key: str, start: int, left: int) -> int:
    """Return the roles of one template whose first (or only) piece was found; ``left`` words are not in it."""
    _, inner, last, most, bits = entry
    rest = key[start:]
    if not 0 < left <= most + 2 * (len(inner) + bool(last)):
        return 0
    if last and not (rest.endswith(last) and len(rest) > len(last)):
        return 0
    for piece in inner:
        place = rest.find(piece)
        if place < 0:
            return 0
        rest = rest[place + len(piece) :]
    return bits & ~ALONE | SLOT


def _row(table: Table, words: Sequence[str]) -> int:
    """Return the roles of a row like «17 نظر | لینک ثابت», which is made of phrases of the list and nothing else."""
    exact, bits, place, size = table.exact, 0, 0, len(words)
    while place < size:
        for end in range(min(place + _PHRASE, size), place, -1):
            found = exact.get("".join(words[place:end]))
            if found:
                bits |= found
                place = end
                break
        else:
            return 0
    return bits & ~ALONE | ROW
