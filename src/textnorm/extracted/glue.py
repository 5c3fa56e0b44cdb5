"""Numbers and Latin words that stand glued to Persian words, and addresses that were turned round."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon.keys import words

GLUED, ADDRESS = "glued-number", "turned-address"
_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: numbers, Latin words, and the first of the names in a path
_RUN = lazy_pattern(f"(?:/(?=[A-Za-z][A-Za-z0-9._-]*/[A-Za-z0-9]))?[A-Za-z{DIGITS}٪][A-Za-z{DIGITS}٪+#]*")
#: no word goes on behind an alef with tanvin
_WORD_END = lazy_pattern(f"ا\u064b(?=[{ARABIC_LETTERS}])")
_LETTER = lazy_pattern(f"[{_L}]")
_MARKS = frozenset("؛؟،:.")
_WORD = lazy_pattern(f"[{_L}\u200c]{{1,40}}")
#: endings that are written on to numbers and Latin words
_ENDINGS = words(
    "ها های هایی هایم هایت هایش ام ای اند ایم ی م ت ش تا اش ات مین امین ساله نفره گانه تایی روزه ماهه درصدی"
)


def find_glued_numbers(text: str) -> list[Edit]:
    """Return the edits that set a space between a Persian word and what is glued to it, unless it is an ending.

    >>> [place for place, *_ in find_glued_numbers("در سال ۱۳۹۷دمای هوا")]
    [11]
    """
    edits: list[Edit] = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start and (
            _is_letter(text, start - 1)
            or (text[start - 1] in _MARKS and start > 1 and _is_letter(text, start - 2))
        ):
            edits.append((start, start, " ", GLUED))
        if _is_letter(text, end) and (word := _WORD.match(text, end)) is not None and word[0] not in _ENDINGS:
            edits.append((end, end, " ", GLUED))
    edits += [(end.end(), end.end(), " ", GLUED) for end in _WORD_END.finditer(text)]
    return sorted(edits)


def _is_letter(text: str, place: int) -> bool:
    return _LETTER.match(text, place) is not None and text[place] != "\u0640"


#: an e-mail address that begins with the name that ends one
_MAIL = lazy_pattern(
    r"(?<![\w.@-])(?:com|org|net|edu|gov|info|ir|af|io)(?:\.[A-Za-z0-9-]+)+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*+(?![\w@-]|\.\w)"
)
_ADDRESS = lazy_pattern(r"(?<!\S)((?:[\w.-]+/)*[\w.-]+)://(https?|ftp)(/?)(?!\S)")


def find_turned_addresses(text: str) -> list[Edit]:
    """Return the edits that put the parts of an address in order again.

    >>> find_turned_addresses("downloads/org.python.www://https/")[0][2]
    'https://www.python.org/downloads/'
    >>> find_turned_addresses("org.example@info")[0][2], find_turned_addresses("info@example.org")
    ('info@example.org', [])
    """
    edits: list[Edit] = []
    if "://http" in text or "://ftp" in text:
        for found in _ADDRESS.finditer(text):
            edits.append((*found.span(), _address(found[1], found[2]) + found[3], ADDRESS))
    if "@" in text:
        edits += [(*found.span(), _backwards(found[0]), ADDRESS) for found in _MAIL.finditer(text)]
    return sorted(edits)


def _address(parts: str, scheme: str) -> str:
    return f"{scheme}://{_backwards(parts)}"


def _backwards(parts: str) -> str:
    """Return the names and separators of an address in the other order."""
    return "".join(reversed(_names(parts)))


def _names(parts: str) -> list[str]:
    """Return names and separators of an address."""
    found: list[str] = [""]
    for c in parts:
        if c in "./?=&@":
            found += [c, ""]
        else:
            found[-1] += c
    return found
