"""to_ascii() and slugify(): Latin letters and symbols in ASCII, Persian kept or romanised.

The one module that imports unidecode, and only when a text has something for it to do.
"""

from __future__ import annotations

import re
from typing import Literal
from unicodedata import normalize

from .arguments import check_text
from .chars import ARABIC_DIGITS, ARABIC_LETTERS, ARABIC_MARKS, LETTER_VARIANTS, PERSIAN_DIGITS, ZWJ, ZWNJ

#: letters, with UNGEGN's romanisation less its diacritics (â is a) …
CONSONANTS = dict(
    zip(
        "بپتثجچحخدذرزژسشصضطظعغفقکگلمنهءأؤئإة",
        "b p t s j ch h kh d z r z zh s sh s z t z ' gh f q k g l m n h ' a ' ' e t".split(),
        strict=True,
    )
)
#: … the long vowels inside a word, …
LONG_VOWELS = {"ا": "a", "آ": "a", "و": "u", "ی": "i"}
#: … what they are at its start and before another long vowel: carrier or consonant, …
INITIALS = {"ا": "a", "آ": "a", "و": "v", "ی": "y"}
#: … short vowels, where the text writes them, and signs
SIGNS = {"\u064e": "a", "\u064f": "o", "\u0650": "e", "\u064b": "an", "\u064c": "on", "\u064d": "en"} | {
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "۔": ".", "؍": "/", "؉": "%0", "؊": "%00", "«": '"', "»": '"', ZWNJ: "-",
}  # fmt: skip
#: the scheme at work: word, romanised
EXAMPLES = {
    "سلام": "salam",
    "تهرانی": "tehrani",
    "کتاب‌ها": "ketab-ha",
    "مرد": "mrd",  # mard or mord
    "مُلک": "molk",
    "نجّار": "njjar",
    "مُحِقّ": "moheqq",
    "قطعاً": "qt'an",
    "نامهٔ": "nameh-ye",
    "خانه": "khaneh",
    "راه": "rah",
    "ایران": "iran",
    "والیبال": "valibal",
    "پاییز": "payiz",
    "موی": "muy",
    "خواب": "khab",
}

#: what Unicode's order of marks parts from its letter, the alef that carries tanvin, heh with the ezafe's hamza
_SHADDA_LAST = re.compile("([\u064b-\u0650])\u0651")
_TANVIN = re.compile("ا\u064b|\u064bا")
_EZAFE = re.compile("ه\u0654|ۀ")
_DIGITS = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, "0123456789" * 2)
_VARIANTS = str.maketrans(LETTER_VARIANTS)
#: signs that stand for words which their compatibility form does not spell, or not as Persian does
_NAMED_SIGNS = {
    "\N{AFGHANI SIGN}": "افغانی",
    "\ufdfd": "بسم الله الرحمن الرحیم",
    "\ufdfa": "صلی الله علیه و سلم",
}
#: punctuation, currency, ornate brackets and ligature signs of Arabic script (ranges)
_SIGNS = (
    "\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\ufbb2-\ufbc2\ufd3e-\ufd4f\ufdfa-\ufdff"
)
_ARABIC = f"{ARABIC_LETTERS}{ARABIC_MARKS}{PERSIAN_DIGITS}{ARABIC_DIGITS}{_SIGNS}\u0640{ZWNJ}{ZWJ}"
_HAS_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
#: what has to become ASCII, with the single spaces between and around it
_FOREIGN = re.compile(f"( ?)([^\x00-\x7f{_ARABIC}]+(?: [^\x00-\x7f{_ARABIC}]+)*)( ?)")
_FOREIGN_ALONE = re.compile(f"( ?)([^\x00-\x7f{_ARABIC}«»]+(?: [^\x00-\x7f{_ARABIC}«»]+)*)( ?)")
_SPACES = re.compile(" {2,}")
_RUN = re.compile(f"( ?)([{_ARABIC}«»]+(?: [{_ARABIC}«»]+)*)( ?)")
_WORD = re.compile(f"[{ARABIC_LETTERS}{ARABIC_MARKS}]+")
#: signs that stand for a word: each with that word, as a word of its own
_WORD_SIGN = re.compile("[\N{AFGHANI SIGN}\ufdfa-\ufdfd]")
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n\n", "\x85": "\n"})
_DROPPED = re.compile(f"['{ARABIC_MARKS}\u0640{ZWJ}]+")
#: a run that is put into a normalisation form whatever marks it has
_SHORT = 32
_NOT_SLUG = re.compile(f"[^0-9a-z{ARABIC_LETTERS}{PERSIAN_DIGITS}{ARABIC_DIGITS}]+")


def to_ascii(text: str, *, persian: Literal["keep", "romanise"] = "keep") -> str:
    """Return *text* with Latin letters and symbols in ASCII; Arabic script is kept, or romanised on request.

    Why: unidecode alone turns سلام into ``slm``, which helps nobody, so it never sees Arabic script here.
    ``persian="keep"``: letters, marks, digits, punctuation, signs (﷼, ؋, ﷺ) and ZWNJ of Arabic script stay, and
    guillemets on lines that hold Arabic letters. ``persian="romanise"``: UNGEGN's consonants and long vowels
    without diacritics. The script does not tell short vowels: they appear in words that have one reading
    (تهران is ``tehran``) and where the text writes them; گل, gol or gel, is ``gl``. و and ی are consonants at
    the start of a word and before a long vowel, ی also after alef.
    Signs that stand for a word are named (﷼ is ``riyal``).
    What has no ASCII form (emoji, private use) is dropped, with one of the two spaces around it. Twice is once. Raises ValueError for an
    unknown *persian*.

    >>> print(to_ascii("Café Žižkov – “باد” در تهران، ½"))
    Cafe Zizkov - "باد" در تهران، 1/2
    >>> to_ascii("کتاب‌های ایران ۱۴۰۲", persian="romanise")
    'ketab-haye iran 1402'
    """
    check_text(text)
    if persian not in ("keep", "romanise"):
        raise ValueError(f"persian must be 'keep' or 'romanise', not {persian!r}")
    if text.isascii():
        return text
    text = text.translate(_LINE_ENDS)
    if persian == "romanise":
        text = _RUN.sub(_romanised_run, _WORD_SIGN.sub(_named, text))
    return "\n".join(map(_line, text.split("\n")))


def slugify(
    text: str, *, persian: Literal["keep", "romanise"] = "keep", max_length: int | None = None
) -> str:
    """Return a slug for URLs and file names: lower case, words joined by single hyphens, ZWNJ a hyphen too.

    Persian letters and digits are kept (browsers show them), or romanised as in `to_ascii`; signs that stand for a
    word are written as it (﷼ is ریال); short vowels, tatweel and apostrophes go. *max_length*, in code points, cuts between words; only a first word that is longer
    is itself cut. A text without any letter or digit gives ``""``: have a name ready for it. Twice is once.
    Raises ValueError for a max_length below 1.

    >>> print(slugify("Café: کتاب‌های خوب!"), slugify("کتاب‌های خوب", persian="romanise"))
    cafe-کتاب-های-خوب ketab-haye-khub
    >>> slugify("The weather of Tehran", max_length=14)
    'the-weather-of'
    """
    check_text(text)
    if max_length is not None and max_length < 1:
        raise ValueError(f"max_length must be at least 1, not {max_length}")
    plain = _DROPPED.sub("", to_ascii(_WORD_SIGN.sub(_named, text), persian=persian).lower())
    slug = _NOT_SLUG.sub("-", plain).strip("-")
    return slug if max_length is None else _cut(slug, max_length)


def _cut(slug: str, length: int) -> str:
    if len(slug) <= length:
        return slug
    end = slug.rfind("-", 0, length + 1)
    return slug[: end if end > 0 else length]


def _line(line: str) -> str:
    foreign = _FOREIGN_ALONE if _HAS_ARABIC.search(line) else _FOREIGN
    return foreign.sub(_in_ascii, line)


def _in_ascii(run: re.Match[str]) -> str:
    """Return a run in ASCII between the spaces around it: what is dropped takes one of them with it, and none is doubled."""
    before, after = run[1], run[3]
    plain = _SPACES.sub(" ", _unidecoded(run[2]))
    if not plain.strip(" "):
        return before or after or plain
    return f"{before}{plain.lstrip(' ') if before else plain}".rstrip(" " if after else "") + after


def _named(sign: re.Match[str]) -> str:
    """Return the word that a sign stands for, parted by spaces from letters and digits beside it."""
    before, after = (
        sign.string[max(0, sign.start() - 1) : sign.start()],
        sign.string[sign.end() : sign.end() + 1],
    )
    word = _NAMED_SIGNS.get(sign[0]) or normalize("NFKC", sign[0])
    follows = after.isalnum() and not _WORD_SIGN.match(after)
    return f"{' ' if before.isalnum() else ''}{word}{' ' if follows else ''}"


def _unidecoded(run: str) -> str:
    from unidecode import unidecode

    return unidecode("".join(c for c in run if not "\ud800" <= c <= "\udfff"))


def _romanised_run(run: re.Match[str]) -> str:
    """Return words of Arabic script in ASCII between the spaces around them: one of which nothing is left takes a space with it."""
    words = [plain for word in run[2].split(" ") if (plain := _romanised(word).strip(" "))]
    return f"{run[1]}{' '.join(words)}{run[3]}" if words else run[1] or run[3]


def _romanised(run: str) -> str:
    """Return a run of Arabic script in ASCII; letters that Persian does not have are left to unidecode."""
    run = _in_compatibility_form(run).translate(_VARIANTS).translate(_DIGITS)
    words = _WORD.sub(lambda word: _romanised_word(word[0]), _EZAFE.sub(f"ه{ZWNJ}ی", run))
    return _unidecoded("".join(SIGNS.get(c, c) for c in words))


def _in_compatibility_form(run: str) -> str:
    """Return a run in normalisation form KC, but for letters with more marks than any language writes: these are sorted in quadratic time."""
    if len(run) <= _SHORT:
        return normalize("NFKC", run)
    from .ruleset.stream_safe import stream_safe

    pieces, at = [], 0
    for start, end in stream_safe(run):
        pieces += [run[at:start], normalize("NFKC", run[start:end])]
        at = end
    return "".join([*pieces, run[at:]])


def _romanised_word(word: str) -> str:
    from .romanised import known

    return known(word) or _spelled(word)


def _spelled(word: str) -> str:
    """Return a word as its letters and marks tell it: consonants, long vowels, what short ones are written."""
    word = _TANVIN.sub("\u064b", _SHADDA_LAST.sub("\u0651\\1", word.replace("خوا", "خا")))
    return "".join(_letter(word, at) for at in range(len(word)))


def _letter(word: str, at: int) -> str:
    letter, before, after = word[at], word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if letter == "\u0651":  # shadda
        return CONSONANTS.get(before, "")
    if letter == "ا" and not before and after and after in "وی":
        return ""  # a carrier only: ایران, او
    if letter == "ه" and before and not after and before in CONSONANTS:
        return "eh"
    if letter in LONG_VOWELS:
        return (INITIALS if _is_consonant(letter, at, before, after) else LONG_VOWELS)[letter]
    return CONSONANTS.get(letter) or SIGNS.get(letter, letter)


def _is_consonant(letter: str, at: int, before: str, after: str) -> bool:
    if not before:
        return True
    if before == "ا" and at == 1:  # a carrier
        return False
    glide = letter == "ی" and (before in ("ا", "آ") or (before == "و" and not after))
    return glide or after in ("ا", "آ")
