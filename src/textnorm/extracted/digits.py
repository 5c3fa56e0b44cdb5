"""Numbers in Persian or Arabic digits that stand in reverse order, where the numbers of the text prove it."""

from __future__ import annotations

from ..cache import BoundedCache
from ..chars import ARABIC_DIGITS, ARABIC_LETTERS, PERSIAN_DIGITS, TO_ASCII_DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern
from .clues import windows
from .hinted_patterns import hinted_pattern

RULE = "turned-digits"
_D = f"[{PERSIAN_DIGITS}{ARABIC_DIGITS}]"
_NUMBER = hinted_pattern(f"{_D}{_D}*+(?:[/.:٫٬,]{_D}+)*", (f"^{_D[1:-1]}", _D[1:-1], None))
_PERSIAN_NUMBER = lazy_pattern(f"[{PERSIAN_DIGITS}]++(?:[/.:٫٬,][{PERSIAN_DIGITS}]++)*")
_YEAR = lazy_pattern(r"1[23]\d\d|14[0-4]\d|20[0-2]\d|19\d\d")
_DATE = lazy_pattern(r"1[234]\d\d/(?:1[0-2]|0[1-9]|(1[0-2]|0?[1-9])/(3[01]|[12]\d|0?[1-9]))")
_DATE_AT_END = lazy_pattern(r"(3[01]|[12]\d|0?[1-9])/(1[0-2]|0?[1-9])/(1[234]\d\d)")
#: with its thousands set apart
_GROUPED = lazy_pattern(r"[1-9]\d{0,2}(?:[٬,]\d{3})+")
#: what numbers must say together
_PROVEN = 2
#: what a number says that is a year, a date or round thousands as it stands, and begins with a nought backwards
_CERTAIN = -2
#: what one says that is a year as it stands, and any number backwards
_DOUBTFUL = -1
_LATIN_CHARACTER = lazy_pattern("[A-Za-z0-9]")
_GLUED_TO_LATIN = hinted_pattern(f"[A-Za-z0-9](?={_D})", (None, "A-Za-z0-9", _D[1:-1]))
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
#: the number of a telephone, eleven digits whose parts are turned one by one: its first one begins with a nought then
_PHONE = lazy_pattern(
    f"[۰٠](?<!\\d{_D}{{4}})(?:(?<={_D}{{3}})-(?:{_D}{{8}}|{_D}{{4}}-{_D}{{4}})|(?<={_D}{{4}})-(?:{_D}{{7}}|{_D}{{3}}-{_D}{{4}}))(?![\\w-])"
)
_IN_PHONE = hinted_pattern(f"-(?<={_D}.)(?={_D})", (_D[1:-1], "-", _D[1:-1]))
#: one that is written without a sign, and other numbers that may begin with noughts, as those of people do
_TELEPHONE, _CODE = lazy_pattern(r"09\d{9}"), lazy_pattern(r"\d{8,}")
_TIME = lazy_pattern(r"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?")


def find_turned_digits(text: str) -> list[Edit]:
    """Return the edits that turn all numbers in Persian digits round, where more of them make sense backwards than as they stand.

    >>> [after for *_, after, _ in find_turned_digits("سال ۷۹۳۱ در ۸/۷/۷۹۳۱ بود")]
    ['۱۳۹۷', '۱۳۹۷/۷/۸']
    >>> [after for *_, after, _ in find_turned_digits("سال ۷۹۳۱ و ۵/۵/۷۹۳۱ با ۱۲۰-۶۶۵۵۴۴۸۸")]
    ['۱۳۹۷', '۱۳۹۷/۵/۵', '۰۲۱', '۸۸۴۴۵۵۶۶']
    >>> [after for *_, after, _ in find_turned_digits("سال ۷۹۳۱ و ۰۰۰٬۵۸ تومان و ۵/۵/۷۹۳۱ در ۱۳۹۳/۰۷")]
    ['۱۳۹۷', '۸۵٬۰۰۰', '۱۳۹۷/۵/۵']
    >>> find_turned_digits("سال ۱۳۹۷ و ۷۹۳۱ نفر")
    []
    """
    seen = windows(text)
    if not any(_gain_of[number[0]] > 0 for number in _NUMBER.finditer(seen)):
        return []
    phones = (
        {at for phone in _PHONE.finditer(text) for at in range(phone.start() - 3, phone.end())}
        if _IN_PHONE.is_found(text)
        else set()
    )
    found = [(number.start(), number[0]) for number in _NUMBER.finditer(text)]
    latin = _beside_latin(text, [at for at, _ in found])
    numbers = [(at, number, 0 if at in phones else _gain_of[number], at in latin) for at, number in found]
    if not _is_proven([gain for *_, gain, is_latin in numbers if not is_latin]):
        return []
    turns_all = sum(gain for *_, gain, is_latin in numbers if is_latin) >= 0
    return [
        (at, at + len(number), after, RULE)
        for at, number, gain, is_latin in numbers
        if gain >= 0 and (turns_all or not is_latin) and number != (after := number[::-1])
    ]


def _beside_latin(text: str, numbers: list[int]) -> set[int]:
    """Return where those *numbers* begin that stand in lines that hold Latin words alone, and those that are glued to Latin characters.

    A reader that turns digits round keeps their order in some of these.
    """
    if _LATIN_CHARACTER.search(text) is None:
        return set()
    found = {number.end() for number in _GLUED_TO_LATIN.finditer(text)}
    end, is_latin = -1, False
    for number in numbers:
        if number > end:
            start, end = text.rfind("\n", 0, number) + 1, text.find("\n", number)
            end = len(text) if end < 0 else end
            is_latin = not _LETTER.search(text, start, end) and bool(
                _LATIN_CHARACTER.search(text, start, end)
            )
        if is_latin:
            found.add(number)
    return found


def stand_turned(text: str) -> bool:
    """Return whether the numbers of `text` in Persian digits make more sense backwards, as pypdf alone gives them."""
    return _is_proven(list(map(_gain_of.__getitem__, _PERSIAN_NUMBER.findall(text))))


def _is_proven(gains: list[int]) -> bool:
    """Return whether the numbers that make sense backwards only outweigh the others.

    Years that stand as they should are no evidence where a number proves the fault by itself: beside Latin words a reader keeps
    the order of digits.
    """
    kept = gains.count(_DOUBTFUL) if -_CERTAIN in gains else 0
    return sum(gains) - _DOUBTFUL * kept >= _PROVEN - _CERTAIN * gains.count(_CERTAIN)


def _gain(number: str) -> int:
    """Return how much more sense `number` makes backwards."""
    return _sense(number[::-1]) - _sense(number)


def _sense(number: str) -> int:
    """Return how much sense `number` makes.

    2 for a year, a date, a month of a year, round thousands or the number of a mobile telephone, 0 for a clock time that no clock shows or a
    nought that begins a short number.
    """
    plain = number.translate(TO_ASCII_DIGITS)
    if _DATE.fullmatch(plain) or _YEAR.fullmatch(plain) or _DATE_AT_END.fullmatch(plain):
        return 2
    if _GROUPED.fullmatch(plain) and plain.endswith("00"):
        return 2
    if ":" in plain:
        return 1 if _TIME.fullmatch(plain) else 0
    if _TELEPHONE.fullmatch(plain):
        return 2
    return 0 if plain[0] == "0" and plain[1:2] not in (".", "٫") and not _CODE.fullmatch(plain) else 1


_gain_of: BoundedCache[str, int] = BoundedCache(_gain, 1 << 11)
