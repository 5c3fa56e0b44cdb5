"""Does a line read like somebody's name, or like the name of a user? Never proof alone: it weighs where a line stands."""

from __future__ import annotations

import re

from textnorm.cache import BoundedCache
from textnorm.lazy import lazy_pattern
from textnorm.pages.content.counted_words import name_words, stop_words
from textnorm.pages.interface.templates import fold, words_of

_MOST_WORDS, _LONGEST = 4, 40
#: an account: one word of Latin letters that is no word of a sentence
_USER = lazy_pattern(r"@?(?=\S*[a-z])[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*_?")
#: how names of sites end
_SITE = lazy_pattern(r"\.(?:com|ir|org|net|info|edu|gov|af|io|co|tv)$", re.IGNORECASE)
#: a given name made with «الله», or of two names
_COMPOUND = lazy_pattern(
    r"(?P<god>[^\W\d]{3,6}الله|عبدال[^\W\d]{3,7})|(?:محمد|امیر|علی|غلام|سید|میر|گل)(?P<second>[^\W\d]{2,9})"
)
#: what no name holds
_NO = lazy_pattern(r"[0-9۰-۹٠-٩:؛!?؟/|»«()\[\]]|\.\.|…$")

#: what somebody made, before the name: «نوشته سینا پارسا», «ترجمهٔ مینا کریمی»
_MADE = lazy_pattern(
    r"(?:نوشته|متن|گزارش|ترجمه|یادداشت)(?:[ٔهۀ]|[\s\u200c]ی)?\s(?:از\s)?(?=\S)|(?:به قلم|قلم)\s?:?\s"
)


def name_of_maker(field: str) -> str:
    """Return the name behind a word for what somebody made, alone in a field of a row; nothing where none is.

    >>> name_of_maker("نوشته فرزانه"), name_of_maker("نوشته خوب")
    ('فرزانه', '')
    """
    made = _MADE.match(field)
    name = field[made.end() :] if made else ""
    return name if name and may_be_name(name) else ""


def name_from(field: str) -> str:
    """Return the name of somebody from whom something is, alone in a field of a row; nothing where none is.

    >>> name_from("از مهسا کریمی"), name_from("از شهر کرمان")
    ('مهسا کریمی', '')
    """
    name = field.removeprefix("از ")
    return name if name != field and is_name(name) else ""


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name: a given name and one to three words more.

    >>> is_name("مینا کریمی"), is_name("دکتر رضا نوری"), is_name("باران پاییزی در شمال کشور")
    (True, True, False)
    """
    return _GRADES[text] == 2


def may_be_name(text: str) -> bool:
    """Tell whether a line is a name, a given name alone or the name of an account.

    >>> may_be_name("مینا"), may_be_name("sahar_k"), may_be_name("Rye bread")
    (True, True, False)
    """
    return _GRADES[text] > 0


def is_account(text: str) -> bool:
    """Tell whether a line is the name of an account: one Latin word, in small letters or with signs.

    >>> is_account("sahar_k"), is_account("linux"), is_account("sahar.example.com")
    (True, True, False)
    """
    if not text.isascii() or len(text) > _LONGEST or text.istitle() or is_site(text):
        return False
    return _USER.fullmatch(text) is not None


def is_site(text: str) -> bool:
    """Tell whether a line ends as the name of a site does.

    >>> is_site("sahar.example.com"), is_site("amir.k")
    (True, False)
    """
    return "." in text and _SITE.search(text) is not None


def _grade(text: str) -> int:
    if is_account(text):
        return 1
    words = words_of(fold(text)) if len(text) <= _LONGEST and not _NO.search(text) else []
    titled = len(words) > 1 and words[0] in name_words("before")
    if titled:
        words = words[1:]
    if not 0 < len(words) <= _MOST_WORDS or stop_words().intersection(words):
        return 0
    if not _is_given(words[0]):
        return int(titled)
    return 2 if titled or len(words) > 1 else 1


def _is_given(word: str) -> bool:
    """Tell whether a word is a given name: on the list, made with «الله», or of two that are on it."""
    given = name_words("given_name")
    if word in given:
        return True
    parts = _COMPOUND.fullmatch(word)
    return parts is not None and (parts["god"] is not None or parts["second"] in given)


_GRADES: BoundedCache[str, int] = BoundedCache(_grade, 4096)
