"""Where the joiners belong inside a word that was written without them."""

from __future__ import annotations

import itertools

from ...chars import HEH, NON_JOINING, YEH, ZWNJ
from ...lexicon import load
from ...lexicon.flags import (
    ADJECTIVE,
    AFTER_BE,
    COMMON,
    FUNCTION,
    HEH_WINS,
    PARTICIPLE,
    RARE,
    UNCLEAR_HEH,
    VERB,
    WORD,
    cuts,
)
from . import ids
from .affixes import (
    COMPARATIVE_FORMS,
    COMPARATIVES,
    COPULAS,
    GLUED,
    GLUED_COPULAS,
    HOSTS_OF_PLURALS,
    PAST_PLURAL_ENDINGS,
    PLURALS,
    POSSESSIVES,
    PREVERBS,
    SOUNDED_HEH,
    SPOKEN_PLURALS,
    VERB_PREFIXES,
)
from .articles import old_article
from .inflected import inflected_compound, is_of_ha
from .living import Split, is_unknown_noun, living_compound

#: what a verb form may begin with, in one with it
VERB_PARTICLES = frozenset("بن")
PREFIXES = tuple(sorted(VERB_PREFIXES, key=lambda s: (-len(s), s)))
BE = "به"
#: the letters of long vowels that a yeh may stand behind
VOWELS = "او"
_COPULAS = tuple(sorted(COPULAS))
_BEFORE_PARTICIPLE = ("ن", *PREVERBS)
_LONGEST = 40
#: a plural of speech that names of places end in
_LIKE_NAMES = "هام"
#: adjectives by what they end in, where the lexicon does not know them
ADJECTIVE_ENDINGS = ("ناک", "مند", "آمیز", "انگیز", "بار", "پذیر", "گرا", "پسند", "بخش", "انه", "گونه")


def split_points(word: str, before: str = "") -> tuple[Split, ...]:
    """Return the split points of *word*, none when it stands as it is; *before*: the piece before its joiner.

    What lies between the split points has none of its own, so that splitting twice is splitting once.
    """
    places = _verb_behind_prefix(word) if before in VERB_PREFIXES else _split_points_once(word)
    if places and before:
        places = tuple(found for found in places if not _may_be_plural(word, found[0]))
    if not places:
        return ()
    bounds = [0, *(place for place, _ in places), len(word)]
    inner = [
        (start + place, rule)
        for start, end in itertools.pairwise(bounds)
        for place, rule in split_points(word[start:end], word[:start] or before)
    ]
    return tuple(sorted({**dict(inner), **dict(places)}.items()))


def _may_be_plural(word: str, place: int) -> bool:
    """«انداز» has its plural in one, so that «چشم‌اندازهای» holds no «اندازه‌ای»: behind a joiner both may be."""
    return word[place - 2] in NON_JOINING and word.startswith("های", place - 1)


def _split_points_once(word: str) -> tuple[Split, ...]:
    if not 3 < len(word) <= _LONGEST or word == word[0] * len(word):
        return ()
    value = load().get(word)
    if value & WORD or word in COMPARATIVE_FORMS:
        return ()
    if places := cuts(value):
        return tuple((place, _rule_id(word, place)) for place in places)
    if word[0] in VERB_PARTICLES and load().get(word[1:]) & VERB:
        return ()  # «برهاند» is no «بره‌اند»
    return (
        _verb(word)
        or _suffix(word)
        or old_article(word)
        or _behind_be(word)
        or inflected_compound(word)
        or living_compound(word, value)
    )


def _rule_id(word: str, place: int) -> str:
    """Return the rule that a cut from the table belongs to, by the shape of what follows it."""
    left, right = word[:place], word[place:]
    if right in PLURALS:
        return ids.PLURAL
    if right in COMPARATIVES or right == "تری":
        return ids.COMPARATIVE
    if left[-1] in (HEH, YEH) and right in COPULAS:
        return ids.HEH
    if left[-1] in (HEH, YEH) and right in POSSESSIVES:
        return ids.POSSESSIVE
    return ids.GLUED_COMPOUND


def _verb(word: str) -> tuple[Split, ...]:
    if not word.startswith(PREFIXES):
        return ()
    for prefix in PREFIXES:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < 2:
            continue
        if load().get(rest) & VERB or _is_unknown_verb(rest):
            return ((len(prefix), ids.VERB),)
        if inner := _verb_behind_prefix(rest):
            return ((len(prefix), ids.VERB), (len(prefix) + inner[0][0], inner[0][1]))
    return ()


def _is_unknown_verb(rest: str) -> bool:
    return len(rest) > 5 and rest.endswith(PAST_PLURAL_ENDINGS) and not load().get(rest)


def _verb_behind_prefix(rest: str) -> tuple[Split, ...]:
    """Return the split points of what stands behind می: only a participle has one («می‌رفته‌اند»)."""
    if rest.endswith(_COPULAS):
        for ending in _COPULAS:
            if rest.endswith(ending) and _is_participle(host := rest[: -len(ending)]):
                return ((len(host), ids.HEH),)
    return ()


def _is_participle(word: str) -> bool:
    get = load().get
    if get(word) & PARTICIPLE:
        return True
    return any(
        word.startswith(prefix) and len(word) > len(prefix) + 2 and get(word[len(prefix) :]) & PARTICIPLE
        for prefix in _BEFORE_PARTICIPLE
    )


def _suffix(word: str) -> tuple[Split, ...]:
    if not word.endswith(GLUED):
        return ()
    if is_of_ha(word):
        return ()
    for ending in GLUED:
        if not word.endswith(ending):
            continue
        host = word[: -len(ending)]
        if len(host) < (3 if ending in SPOKEN_PLURALS else 2):
            continue
        if host[-1] in NON_JOINING:
            if ending in PLURALS and _has_plural_in_one(host, ending):
                return ()  # «کردهای» is no «کرده‌ای»
            continue
        if host.endswith("های") and ending in PLURALS:
            return _plural_of_article(host)
        if rule := _host_rule(host, ending):
            inner = () if load().get(host) & WORD else split_points(host)
            return (*inner, (len(host), rule))
    return ()


def _plural_of_article(host: str) -> tuple[Split, ...]:
    """Return the split points of *host* and its plural where it is a word in heh with «ای», for a plural has none: «حرفه‌ای‌ها»."""
    whole = host[:-2]
    is_word = load().get(whole) & WORD
    inner = () if is_word else split_points(whole)
    return (*inner, (len(whole), ids.HEH), (len(host), ids.PLURAL)) if is_word or inner else ()


def _has_plural_in_one(host: str, ending: str) -> bool:
    """Return whether a word in د ر ز و is a noun, whose plural is commoner than «ـه‌ای» of the word with heh."""
    get = load().get
    if ending != "های" and ending[1:] in _OF_HEH and get(host + HEH) & PARTICIPLE:
        return False
    return bool(get(host) & WORD) and not get(host + HEH) & HEH_WINS


def _host_rule(host: str, ending: str) -> str:
    """Return the rule by which *host* takes *ending*, "" where it does not."""
    if ending in PLURALS:
        return ids.PLURAL if _takes_plural(host, ending) else ""
    if ending in COMPARATIVES:
        return ids.COMPARATIVE if _takes_comparative(host) else ""
    if ending in COMPARATIVE_FORMS:  # «دکترها» are of «دکتر»
        is_word = load().get(host + "تر") & WORD
        return ids.COMPARATIVE if not is_word and _takes_comparative(host) else ""
    if host[-1] == HEH:
        return _heh_rule(host, ending)
    if host[-1] == YEH and ending in ("اش", "ات", "ام", "اند"):
        return ids.POSSESSIVE if _yeh_takes(host, ending) else ""
    return ""


def _is_known(host: str) -> bool:
    return bool(load().get(host) & WORD or (len(host) > 3 and split_points(host)) or _is_participle(host))


def _takes_plural(host: str, ending: str) -> bool:
    if ending[1:] in _OF_HEH and load().get(host + HEH) & (HEH_WINS | UNCLEAR_HEH):
        return False
    if load().get(host + ending) and load().get(host) & FUNCTION and host not in HOSTS_OF_PLURALS:
        return False  # «ایها»
    if load().get(host) == 0:
        if ending == _LIKE_NAMES:
            return False  # «باکینگهام»
        return is_unknown_noun(host, ending, may_be_heh=ending[1:] in _OF_HEH) or _is_known(host)
    return _is_known(host) or (bool(load().get(host) & RARE) and len(host) > 3)


#: what a plural in ها leaves for a word in heh: «خانه‌اش» is no «خان‌هاش»
_OF_HEH = frozenset(GLUED_COPULAS | POSSESSIVES | {"اشان", "اتان", "امان", "اشون", "اتون", "امون"})


#: what is more often a part of «های» where the word with heh is not the commoner one
_ARTICLES = frozenset(("ای", "ایم"))


def _takes_comparative(host: str) -> bool:
    value = load().get(host)
    if value & ADJECTIVE and (value & COMMON or len(host) > 3):
        return True
    if len(host) > 4 and host.endswith(ADJECTIVE_ENDINGS) and _is_known(host):
        return True
    if len(host) > 4 and host[-1] == YEH and value & (COMMON | FUNCTION) == COMMON:
        return True  # «اساسی‌ترین»
    inner = split_points(host) if len(host) > 4 else ()
    return bool(inner and load().get(host[inner[-1][0] :]) & ADJECTIVE)


def _heh_rule(host: str, ending: str) -> str:
    if len(host) < 3 or not _is_known(host):
        return ""
    value = load().get(host)
    if value & UNCLEAR_HEH and ending in _ARTICLES and not (ending == "ایم" and _is_participle(host)):
        return ""
    if ending in GLUED_COPULAS:
        return ids.HEH
    if host.endswith(SOUNDED_HEH):
        return ""
    if ending == "ات" and (not value & COMMON or load().get(host + ending) & RARE):
        return ""  # «ترهات», «شبهات»: an Arabic plural
    return ids.POSSESSIVE if ending in POSSESSIVES else ""


def _yeh_takes(host: str, ending: str) -> bool:
    """«ـیات» is an Arabic plural in the lexicon, of a short word and behind a vowel: «قطعیات», «اقتضایات», but «روسری‌ات»."""
    is_arabic = ending == "ات" and (len(host) < 5 or host[-2] in VOWELS or load().get(host + ending))
    return len(host) > 3 and not is_arabic and _is_known(host)


def _behind_be(word: str) -> tuple[Split, ...]:
    if not word.startswith(BE) or len(word) < 5:
        return ()
    rest = word[2:]
    if load().get(rest) & AFTER_BE:
        return ((2, ids.GLUED_COMPOUND),)
    inner = split_points(rest) if rest.endswith("ای") else ()
    if inner and load().get(rest[: inner[0][0]]) & AFTER_BE:
        return ((2, ids.GLUED_COMPOUND), *((2 + place, rule) for place, rule in inner))
    return ()


def segment_word(word: str) -> tuple[list[str], list[Split]]:
    """Return the morphemes of *word*, split at its joiners and at those it lacks, and the split points it lacks.

    >>> segment_word("برنامهریزی‌ها")
    (['برنامه', 'ریزی', 'ها'], [(6, 'joiners.glued-compound')])
    """
    morphemes: list[str] = []
    lacking: list[Split] = []
    offset = 0
    for part in word.split(ZWNJ):
        start = 0
        for place, rule in split_points(part, morphemes[-1] if morphemes else ""):
            morphemes.append(part[start:place])
            lacking.append((offset + place, rule))
            start = place
        morphemes.append(part[start:])
        offset += len(part) + 1
    return morphemes, lacking
