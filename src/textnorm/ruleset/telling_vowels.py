"""Short vowels that tell a word from another one of the same letters: «نُه تن» are nine, and «نه تن» is "not body".

Whoever writes one vowel in a line of bare letters mostly writes it for that. The list holds readings that nobody would
take the bare word for, or that are as common as the other one; each is written with the marks that tell it and no other. Of a word
with several readings one that is by far the commonest is not listed («گُل», «بَعد», «مِهر»), so that marks strewn for ornament go as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..chars import (
    ARABIC_LETTERS,
    ARABIC_MARKS,
    HAMZA_ABOVE,
    NON_JOINING,
    SHORT_VOWELS,
    ZWNJ,
)
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon.table_keys import words
from ..script.words import in_persian_letters
from .joiners.affixes import COMPARATIVES, GLUED_FORMS, PLURALS

RULE = "short-vowel"
#: nouns, adjectives and numbers; a sukun says that no vowel stands there («کُنْد» is no «کُنَد»)
NAMES = words("""
نُه دَه دِه دهُم گِل پَر دُر دُم سُم شُش تُن سُر سرّی مُهر مَهر شُکر مُلک مِلک مَلک ملِک ملَک جَو دَین دَیر سَیر
جُنگ خُم کِرم کرِم کَرم گُرد گِرد گَرد کُرد تُرک تَرک ترَک چَک چَرا مِه مَه خُرد خِرد خرَد خُرّم خرّم دَور
قُوت قوّت قوَت خُلق رُب رَب زَهره سَبک سبُک سِرو سِنت سِنی صِرف صفَر طَبق عِرض عَلم علَم عمَر فِر قَسم قسَم قِسم قُطر قطَر قدَر
کَره کُره کرّه کلّه کُنْد لُنگ لَنگ لِنگ محرّم مُحرم مَحرم مَرکب مُرکب مرکّب مُسکن مسکّن مَفصل مُفصل مفصّل مَقدم مُقدم مقدّم
منکَر منکِر مسلِم مُسلم مسلّم مُبلغ مبلّغ نَفس نفَس عالِم عالَم سِحر گلّه گَله گِله بُعد بُعدی بنّا خیّر حکَم حِکم شُک پُست پَست تُنگ
جِرم حُب حَب حُسن دِبی رحِم سِمت شُل شَل کَل کِی کَی گرَم گِرم گُنده گَنده مثَل مَثل مُشک مَشک نُرم نُقل وِرد بُن هُرم هِرم
اَعمال اِعمال اَشکال اِشکال اِخبار اَنعام اِنعام اِحکام اَشراف اِشراف اَیمان اَعلام اِشعار اَخوان اِخوان منتظَر مخاطِب
مصوِّر مصوَّر مصوِر مصوَر محقَّق محقَق شِکوه لُب جَدی مَد کِشته کُشتی کِشتی کَشتی سیَر فِرق مُقر حمَل ذکَر
مُرد مُردم مُردی کُشت کِشت خورَد آورَد برَد بَرد مانَد خوانَد رانَد افکنَد سپرَد شمرَد گسترَد پرورَد پراکنَد
بوَد روَد رَود شنوَد دوَد دَود درَود دروَد رُفت رُست رَست جُست جَست شُست شَست نبُرد بُرنده بُرّنده
""")  # fmt: skip
#: forms of verbs that are others with another vowel also behind «می» and its kin: «می‌کُشد», «می‌کشد»
VERBS = words("""
کُش کُشم کُشی کُشد کُشیم کُشید کُشند کُشت کُشنده بُر بُرم بُری بُرد بُریم بُرید بُرند کَن کَنم کَنی کَنیم کَنید کَنند کَند
""")
PREFIXES = ("", "می", "نمی", "همی", "ب", "ن")
#: what is written in one with a word, whatever its last letter is: the same word before and behind the rules for half-spaces
ENDINGS = PLURALS | COMPARATIVES | GLUED_FORMS | {"", "ی", "یی", HAMZA_ABOVE}
_SUKUN = "\N{ARABIC SUKUN}"
_VOWEL = SHORT_VOWELS.replace(_SUKUN, "")
_LONGEST = max(map(len, NAMES | VERBS))
_WORD = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]+")
_VOWELS = lazy_pattern(f"[{SHORT_VOWELS}]+")

#: what tells a word: marks, each with the number of the letter that it stands behind
Reading = tuple[tuple[int, str], ...]


def find_vowels(text: str) -> list[Edit]:
    """Return the edits that take short vowels out of *text*, but for those that tell a word from another.

    >>> find_vowels("بَعد نُه گِلِ")
    [(1, 2, '', 'short-vowel'), (12, 13, '', 'short-vowel')]
    """
    edits: list[Edit] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if not _VOWELS.search(word):
            continue
        kept = _kept(word)
        for vowels in _VOWELS.finditer(word):
            start, end = vowels.span()
            left = "".join(word[at] for at in range(start, end) if at in kept)
            if left != vowels[0]:
                edits.append((match.start() + start, match.start() + end, left, RULE))
    return edits


def _kept(word: str) -> set[int]:
    """Return the places in *word* of the parts between half-spaces that their marks tell from other words."""
    kept: set[int] = set()
    places: list[int] = []
    for at, character in enumerate(word):
        if character in SHORT_VOWELS:
            continue
        if character != ZWNJ:
            places.append(at)
        elif (
            places and word[places[-1]] not in NON_JOINING
        ):  # behind such a letter it cannot be seen, and goes
            kept |= _kept_of_part(word, places, at)
            places = []
    return kept | _kept_of_part(word, places, len(word))


def _kept_of_part(word: str, places: list[int], end: int) -> set[int]:
    """Return the same of the part whose letters stand at *places* and which ends at *end*: all but the vowel behind its last letter, an ezafe."""
    bounds = [*places, end]
    for reading in _readings(in_persian_letters("".join(map(word.__getitem__, places)))):
        if all(_is_so(word[bounds[number] + 1 : bounds[number + 1]], mark) for number, mark in reading):
            return set(range(places[0], places[-1]))
    return set()


def _is_so(marks: str, mark: str) -> bool:
    """Return whether the *marks* of a letter are as a reading has it."""
    return mark in marks if mark != _SUKUN else not any(vowel in marks for vowel in _VOWEL)


def _readings(bare: str) -> Iterator[Reading]:
    """Yield the readings that *bare*, a word without short vowels, may have by the list, with what it begins and ends in."""
    for prefix in PREFIXES:
        if not bare.startswith(prefix):
            continue
        start = len(prefix)
        for end in range(start + 1, min(start + _LONGEST, len(bare)) + 1):
            found = _listed(bool(prefix)).get(bare[start:end], ())
            if found and bare[end:] in ENDINGS:
                for word in found:
                    places = [at for at, character in enumerate(word) if character in SHORT_VOWELS]
                    yield tuple((start + at - number - 1, word[at]) for number, at in enumerate(places))


@cache
def _listed(only_verbs: bool) -> dict[str, list[str]]:
    """Return the words of the list by what they are without their vowels."""
    found: dict[str, list[str]] = {}
    words = sorted(VERBS if only_verbs else NAMES | VERBS)
    for bare, word in zip(_VOWELS.sub("", "\n".join(words)).split("\n"), words, strict=True):
        found.setdefault(bare, []).append(word)
    return found


def lists() -> dict[str, list[str]]:
    """Return the words without their vowels, and what stands before and behind them, for the tables of the core."""
    bare = {
        kind: {_VOWELS.sub("", word) for word in words}
        for kind, words in (("verbs", VERBS), ("all", NAMES | VERBS))
    }
    return {
        "vowelled": sorted(bare["all"]),
        "vowelled_verbs": sorted(bare["verbs"]),
        "vowelled_starts": sorted(filter(None, PREFIXES)),
        "vowelled_ends": sorted(filter(None, ENDINGS)),
    }
