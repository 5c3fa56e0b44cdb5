"""Where the joiners belong inside a word that was written without them."""

from __future__ import annotations

import itertools

from textnorm.chars import HEH, NON_JOINING, YEH, ZWNJ
from textnorm.lexicon import load
from textnorm.lexicon.flags import (
    ADJECTIVE,
    FUNCTION,
    PARTICIPLE,
    RARE,
    STEM_PRODUCTIVE,
    VERB,
    WORD,
    cuts,
)
from textnorm.ruleset.joiners.affixes import (
    COMPARATIVE_FORMS,
    COMPARATIVES,
    COPULAS,
    GLUED,
    PLURAL_VERB_ENDINGS,
    PLURALS,
    POSSESSIVES,
    SOUNDED_HEH,
    VERB_PREFIXES,
)

#: a cut: its place in the word and the rule that made it
Cut = tuple[int, str]
#: what a verb form may begin with, in one with it
_VERB_PARTICLES = frozenset("بن")
_PREFIXES = tuple(sorted(VERB_PREFIXES, key=lambda s: (-len(s), s)))
_LONGEST = 40


def cut(word: str, behind: bool = False) -> tuple[Cut, ...]:
    """Return the cuts of `word`, none when it stands as it is; *behind*: whether a joiner stands before it.

    What lies between the cuts has no cuts of its own, so that cutting twice is cutting once.
    """
    places = _cuts(word)
    if behind:
        places = tuple(found for found in places if not _may_be_plural(word, found[0]))
    if not places:
        return ()
    bounds = [0, *(place for place, _ in places), len(word)]
    inner = [
        (start + place, rule)
        for start, end in itertools.pairwise(bounds)
        for place, rule in cut(word[start:end], behind or start > 0)
    ]
    return tuple(sorted({**dict(inner), **dict(places)}.items()))


def _may_be_plural(word: str, place: int) -> bool:
    """«انداز» has its plural in one, so that «چشم‌اندازهای» holds no «اندازه‌ای»: behind a joiner both may be."""
    return word[place - 2] in NON_JOINING and word.startswith("های", place - 1)


def _cuts(word: str) -> tuple[Cut, ...]:
    if not 3 < len(word) <= _LONGEST:
        return ()
    value = load().get(word)
    if value & WORD or word in COMPARATIVE_FORMS:
        return ()
    places = cuts(value)
    if places:
        return tuple((place, _label(word, place)) for place in places)
    if word[0] in _VERB_PARTICLES and load().get(word[1:]) & VERB:
        return ()  # «برهاند» is no «بره‌اند»
    return _verb(word) or _suffix(word) or _inflected(word) or _productive(word, value)


def _label(word: str, place: int) -> str:
    """Return the rule that a cut from the table belongs to, by the shape of what follows it."""
    left, right = word[:place], word[place:]
    if right in PLURALS:
        return "joiners.plural"
    if right in COMPARATIVES or right == "تری":
        return "joiners.comparative"
    if left[-1] in (HEH, YEH) and right in COPULAS:
        return "joiners.heh"
    if left[-1] in (HEH, YEH) and right in POSSESSIVES:
        return "joiners.possessive"
    return "joiners.glued-compound"


def _verb(word: str) -> tuple[Cut, ...]:
    if not word.startswith(_PREFIXES):
        return ()
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            if len(rest) > 1 and (load().get(rest) & VERB or _looks_like_a_verb(rest)):
                return ((len(prefix), "joiners.verb"),)
            inner = _suffix(rest) if len(rest) > 3 else ()
            if inner and load().get(rest[: inner[0][0]]) & PARTICIPLE:
                return ((len(prefix), "joiners.verb"), (len(prefix) + inner[0][0], inner[0][1]))
    return ()


def _looks_like_a_verb(rest: str) -> bool:
    """Return whether what follows می has a verb's ending and is nothing else that is known."""
    return len(rest) > 4 and rest.endswith(PLURAL_VERB_ENDINGS) and not load().get(rest)


def _suffix(word: str) -> tuple[Cut, ...]:
    if not word.endswith(GLUED):
        return ()
    for ending in GLUED:
        if word.endswith(ending):
            host = word[: -len(ending)]
            if len(host) > 1 and host[-1] not in NON_JOINING:
                rule = _host_rule(host, ending)
                if rule:
                    inner = () if load().get(host) & WORD else cut(host)
                    return (*inner, (len(host), rule))
    return ()


def _stands(word: str) -> bool:
    """Return whether `word` is a known word with a suffix that needs no joiner («روزهایم»)."""
    for ending in (*GLUED, "یم", "ی", "ان", "م", "ش", "ت"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            host = word[: -len(ending)]
            if load().get(host) & WORD and (host[-1] in NON_JOINING or len(ending) < 3):
                return True
    return False


def _host_rule(host: str, ending: str) -> str:
    value = load().get(host)
    if ending in ("های", "هایم") and _is_article(host):
        return ""
    known = value & WORD or (len(host) > 3 and cut(host))
    if ending in PLURALS:
        return "joiners.plural" if known or (value & RARE and len(host) > 3) else ""
    if ending in COMPARATIVES or ending == "تری":
        return "joiners.comparative" if value & ADJECTIVE or (known and len(host) > 3) else ""
    if host[-1] == HEH and ending in COPULAS:
        return "joiners.heh" if known and len(host) > 2 else ""
    if host[-1] == HEH and ending in POSSESSIVES and not host.endswith(SOUNDED_HEH):
        return "joiners.possessive" if known and len(host) > 2 else ""
    if host[-1] == YEH and ending in ("اش", "ات"):
        return "joiners.possessive" if known and len(host) > 3 else ""
    return ""


def _is_article(host: str) -> bool:
    """«رفتهای» is «رفته‌ای» and «هوشمندانهای» «هوشمندانه‌ای», though the stems are words too."""
    whole = load().get(host + HEH)
    return bool(whole & PARTICIPLE or (whole & WORD and host.endswith("ان") and load().get(host[:-2]) & WORD))


_INFLECTIONS = ("هٔ", "ٔ", "ی", "ان", "انی", "م", "ش", "شان", "انه")


def _inflected(word: str) -> tuple[Cut, ...]:
    for ending in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) > 3:
            host = word[: -len(ending)]
            places = cuts(load().get(host))
            if places:
                return tuple((place, "joiners.glued-compound") for place in places)
    for ending, instead in (("گان", HEH), ("گی", HEH), ("گانی", HEH)):
        if word.endswith(ending) and len(word) > 6:
            places = cuts(load().get(word[: -len(ending)] + instead))
            if places:
                return tuple((place, "joiners.glued-compound") for place in places)
    return ()


def _productive(word: str, value: int) -> tuple[Cut, ...]:
    if value & RARE or word[-1] in "مش" or _stands(word):
        return ()
    get, productive = load().get, WORD | STEM_PRODUCTIVE
    for place in range(3, len(word) - 2):
        if word[place - 1] not in NON_JOINING and get(word[place:]) & productive == productive:
            left = get(word[:place])
            if left & WORD and not left & FUNCTION:
                return ((place, "joiners.glued-productive"),)
    return ()


def take_apart(word: str) -> tuple[list[str], list[Cut]]:
    """Return the atoms of `word`, cut at its joiners and at those it lacks, and the cuts it lacks.

    >>> take_apart("برنامهریزی‌ها")
    (['برنامه', 'ریزی', 'ها'], [(6, 'joiners.glued-compound')])
    """
    atoms: list[str] = []
    lacking: list[Cut] = []
    offset = 0
    for number, part in enumerate(word.split(ZWNJ)):
        start = 0
        for place, rule in cut(part, number > 0):
            atoms.append(part[start:place])
            lacking.append((offset + place, rule))
            start = place
        atoms.append(part[start:])
        offset += len(part) + 1
    return atoms, lacking
