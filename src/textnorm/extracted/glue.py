"""Numbers, Latin words and marks that stand glued to Persian words, and addresses that were turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon.table_keys import words
from ..ruleset.extracted.found_lines import lines_with
from .clues import windows
from .hinted_patterns import hinted_pattern

GLUED, TABLE, ADDRESS, MAIL = "glued-number", "glued-table", "turned-address", "turned-mail"
_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
_RUN = f"A-Za-z{DIGITS}٪"
#: the first character of a number, a Latin word or a path behind a Persian word, or behind a mark at its end
_BEHIND = hinted_pattern(
    f"[{_RUN}/](?<![A-Za-z{DIGITS} ].)(?:(?<=/)(?=[A-Za-z][A-Za-z0-9._-]*/[A-Za-z0-9])|(?<!/))(?:(?<=[{_L}].)(?<!\u0640.)|(?<=[{_L}][؛؟،:.].)(?<!\u0640..))",
    (f"{_L}؛؟،:.", _RUN, None),
    (f"{_L}؛؟،:.", "/", "A-Za-z"),
)
#: the last character of a number or a Latin word before a Persian word, which is no ending
_BEFORE = hinted_pattern(
    f"[{_RUN}+#](?=[{_L}])(?!\u0640)(?:(?<=[{_RUN}])|(?<=[{_RUN}+#].))", (None, f"{_RUN}+#", _L)
)
#: no word goes on behind an alef with tanvin, or a heh with its small hamza
_ENDS = ("ا\u064b", "ه\u0654")
_WORD_END = hinted_pattern(
    f"[\u064b\u0654](?:{'|'.join(f'(?<={end})' for end in _ENDS)})(?=[{ARABIC_LETTERS}])",
    ("اه", "\u064b\u0654", ARABIC_LETTERS),
)
#: three digits behind a separator of thousands, before a number that has one too, or behind the Arabic one before any digit
_THOUSANDS_END = hinted_pattern(
    f"[٬,][{DIGITS}]{{3}}(?<=[{DIGITS}]....)(?:(?=[{DIGITS}]{{1,3}}[٬,][{DIGITS}]{{3}})|(?<=٬...)(?=[{DIGITS}]))",
    (DIGITS, "٬,", DIGITS),
)
#: a percent sign between two numbers
_PERCENT = hinted_pattern(f"٪(?<=[{DIGITS}].)(?=[{DIGITS}])", (DIGITS, "٪", DIGITS))
#: characters of a number that may be a share of a hundred, at the most
_SHARE = 4
_OF_NUMBER = f"{DIGITS}.,٫٬"
_NUMBER_BEFORE, _NUMBER_BEHIND = (
    lazy_pattern(f"[{_OF_NUMBER}]{{1,15}}$"),
    lazy_pattern(f"[{_OF_NUMBER}]{{1,15}}"),
)
#: several decimal separators in what looks like one number
_DECIMAL = "\N{ARABIC DECIMAL SEPARATOR}"
_DECIMALS = lazy_pattern(f"(?<![{DIGITS}])[{DIGITS}]++(?:{_DECIMAL}[{DIGITS}]++){{2,}}")
_AMID_DECIMALS = lazy_pattern(f"{_DECIMAL}[{DIGITS}]++{_DECIMAL}")
#: a mark that ends a word, or a closing one, behind which the next word stands; and a bracket that opens behind a word
_MARK_END = hinted_pattern(
    f"[.»)](?=[{ARABIC_LETTERS}]{{2}})(?:(?<=[{_L}][{_L}]\\.)|(?<=[{_L}.؟!A-Za-z{DIGITS}][»)]))",
    (f"{_L}.؟!A-Za-z{DIGITS}", ".»)", ARABIC_LETTERS),
)
_OPENING = hinted_pattern(f"\\((?<=[{_L}][{_L}].)(?=[A-Za-z{DIGITS}])", (_L, "(", f"A-Za-z{DIGITS}"))
_WORD = lazy_pattern(f"[{_L}\u200c]{{1,40}}")
#: endings that are written on to numbers and Latin words
_ENDINGS = words(
    "ها های هایی هایم هایت هایش ام ای اند ایم ی م ت ش تا اش ات مین امین ساله نفره گانه تایی روزه ماهه درصدی"
)


def find_glued_numbers(text: str) -> list[Edit]:
    """Return the edits that set a space between a Persian word and what is glued to it or to the mark behind it, unless it is an ending.

    >>> [place for place, *_ in find_glued_numbers("در سال ۱۳۹۷دمای هوا")]
    [11]
    """
    places = [run.start() for pattern in (_BEHIND, _OPENING) for run in pattern.finditer(text)]
    places += [
        run.end()
        for pattern in (_BEFORE, _MARK_END)
        for run in pattern.finditer(text)
        if (word := _WORD.match(text, run.end())) is not None and word[0] not in _ENDINGS
    ]
    places += [end.end() for end in _WORD_END.finditer(text)]
    places += [end.end() for end in _THOUSANDS_END.finditer(text)]
    if "٪" in text:
        places += [_percent_place(text, sign.start()) for sign in _PERCENT.finditer(text)]
    if _AMID_DECIMALS.search(text) is not None:
        places += [place for number in _DECIMALS.finditer(text) for place in _between_decimals(number)]
    return [(place, place, " ", GLUED) for place in sorted(places)]


def _percent_place(text: str, at: int) -> int:
    """Return on which side of the percent sign between two numbers a space is missing: it belongs to the one that may be a share."""
    before, behind = _NUMBER_BEFORE.search(text[max(at - 15, 0) : at]), _NUMBER_BEHIND.match(text, at + 1)
    assert before is not None
    assert behind is not None
    return at if len(before[0]) > _SHARE >= len(behind[0]) else at + 1


def _between_decimals(numbers: re.Match[str]) -> Iterator[int]:
    """Yield where numbers end that have as many decimals as the last of them."""
    *_, decimals = numbers[0].split(_DECIMAL)
    at = numbers.start()
    for group in numbers[0].split(_DECIMAL)[:-1]:
        if at > numbers.start() and len(group) > len(decimals):
            yield at + len(decimals)
        at += len(group) + 1


#: numbers that are glued to the words beside them, at the least; and as many as stand alone
_LEAST = 4
_NUMBER = lazy_pattern(f"[{DIGITS}]+(?:[.,/:٫٬][{DIGITS}]+)*")
_GLUED_NUMBER = lazy_pattern(f"[{DIGITS}](?<=[{ARABIC_LETTERS}].)|[{DIGITS}](?=[{ARABIC_LETTERS}])")


def find_many_glued_numbers(text: str) -> list[Edit]:
    """Return the same edits, where most numbers of the text are glued to words, as no one writes them.

    >>> len(find_many_glued_numbers("۱سپید ۱۲\\n۲آبی ۱۱\\n۳سرخ ۹\\n۴زرد ۸"))
    4
    >>> find_many_glued_numbers("اتاق۱ و اتاق۲ و اتاق۳")
    []
    """
    if len(_GLUED_NUMBER.findall(windows(text))) < _LEAST:
        return []
    edits: list[Edit] = [(*edit[:3], TABLE) for edit in find_glued_numbers(text)]
    numbers = len(_NUMBER.findall(text))
    return edits if len(edits) >= _LEAST and len(edits) * 2 >= numbers else []


#: what the host of an e-mail address ends with
_DOMAINS = ("com", "org", "net", "edu", "gov", "info", "ir", "af", "io")
#: an e-mail address that begins with a name that ends one, and does not end with such a name
_MAIL = lazy_pattern(
    rf"(?:{'|'.join(_DOMAINS)})(?:\.[A-Za-z0-9-]+)+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*+"
    + "".join(rf"(?<!\.{name})" for name in _DOMAINS)
)
_AT = lazy_pattern("@[A-Za-z]")
_WORD_WITH_AT = lazy_pattern(r"(?<![\w.@-])[acegino][\w.-]*+@[\w.-]*\w(?![\w@-])")
_PERSIAN_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_SCHEME = lazy_pattern("://(?:http|ftp)")
_ADDRESS = lazy_pattern(r"(?<!\S)((?:[\w.-]+/)*[\w.-]+)://(https?|ftp)(/?)(?!\S)")


def find_turned_addresses(text: str) -> list[Edit]:
    """Return the edits that put the parts of a web address in order again.

    >>> find_turned_addresses("downloads/org.python.www://https/")[0][2]
    'https://www.python.org/downloads/'
    """
    if "://http" not in text and "://ftp" not in text:
        return []
    found: list[Edit] = []
    end = 0
    for scheme in _SCHEME.finditer(text):
        if scheme.start() < end:  # an address holds one, and nothing that parts words
            continue
        before = text[end : scheme.start()]
        start = scheme.start() - (
            0 if before[-1:].isspace() or not before else len(before.rsplit(None, 1)[-1])
        )
        address = _ADDRESS.match(text, start)
        end = scheme.end() if address is None else address.end()
        if address is not None:
            found.append((*address.span(), _address(address[1], address[2]) + address[3], ADDRESS))
    return found


def find_turned_mail(text: str) -> list[Edit]:
    """Return the edits that put the parts of an e-mail address in order again; one that begins so may be a package and its version.

    >>> find_turned_mail("به org.example@info بنویس")[0][2]
    'info@example.org'
    >>> find_turned_mail("info@example.org"), find_turned_mail("use io.github.foo@latest")
    ([], [])
    """
    if "@" not in text:
        return []
    return [
        (*word.span(), _backwards(word[0]), MAIL)
        for start, end in lines_with(_AT, text)
        if _PERSIAN_LETTER.search(text, start, end)
        for word in _WORD_WITH_AT.finditer(text, start, end)
        if _MAIL.fullmatch(word[0])
    ]


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
