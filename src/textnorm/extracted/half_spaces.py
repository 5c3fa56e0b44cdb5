"""Half-spaces that a font called spaces, or spaces that it called half-spaces; and which words a half-space may join."""

from __future__ import annotations

from ..cache import PhraseCache
from ..chars import ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon import load, pair_key, stem_pair_key
from ..lexicon.flags import FUNCTION, JOINED, LEFT, LEFT_OF_FREE, LIKELY, PARTICIPLE, STEM_PRODUCTIVE, VERB
from ..lexicon.table_keys import words
from ..ruleset.extracted.known import UNKNOWN, standing

FONT_SPACE = "half-space-for-space"
PREFIXES = words("می نمی همی")
SUFFIXES = words(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین تری ام ای ایم اید اند اش ات شان مان تان"
)
_HANGING = lazy_pattern(rf"(?<!\S)[^\s{ZWNJ}]++(?:{ZWNJ}[^\s{ZWNJ}]++){{4,}}")
_FREE = words("و در از به که را با این آن است برای هر یک بود شد the of and in is")
_GAP = lazy_pattern(ZWNJ)
#: the share of the gaps of a text that must be half-spaces
_SHARE = 0.6


def find_font_spaces(text: str) -> list[Edit]:
    """Return the edits that make spaces of all half-spaces, where the font called its space so.

    >>> text = "ما\u200cهر\u200cروز\u200cنان\u200cتازه\u200cو\u200cسیب\u200cرا\u200cمی\u200cخریم"
    >>> len(find_font_spaces(text)) == text.count("\u200c")
    True
    >>> find_font_spaces("کتاب\u200cخانه\u200cهایشان را می\u200cبینیم")
    []
    """
    gaps = text.count(ZWNJ)
    if not gaps or gaps < _SHARE * (gaps + text.count(" ")):
        return []
    if all(_FREE.isdisjoint(token.split(ZWNJ)) for token in _HANGING.findall(text)):
        return []
    return [(*gap.span(), " ", FONT_SPACE) for gap in _GAP.finditer(text)]


#: function words that have a plural
_WITH_PLURAL = words("آن این همین همان بعضی خیلی")
_COPULAS = words("ام ای ایم اید اند")
_PLURALS = ("ان", "ات", "ها", "های")
#: how sure it is that a half-space stands between two words: behind می, before an ending, inside a compound
_VERBAL, _ENDING, _LIKELY, _COMPOUND, _DOUBTFUL, _NEVER = 3.0, 3.0, 2.5, 2.2, 0.8, 0.0


def join_weight(left: str, right: str) -> float:
    """Return how sure it is that a half-space may stand between the two words; 0 for never.

    >>> [join_weight(*pair.split()) for pair in ("می روم", "کتاب ها", "برف گیر", "از خانه")]
    [3.0, 3.0, 2.2, 0.0]
    """
    return _weight_of[left, right]


#: kinds of words that may stand on the left: می, words that begin compounds, words that are known
_PREFIX, _BEGINS, _KNOWN = 1, 2, 4


def left_kind(word: str) -> int:
    """Return what `word` is as the left one of two that a half-space may join."""
    if word in PREFIXES:
        return _PREFIX
    return _BEGINS * bool(load().get(word) & (LEFT | LEFT_OF_FREE)) | _KNOWN * (standing(word) > UNKNOWN)


def lefts_of(word: str) -> int:
    """Return what the left one must be where `word` is the right one: without these `join_weight` is 0."""
    value = load().get(word)
    hosts = _KNOWN if word in SUFFIXES else _BEGINS | _KNOWN * bool(value & STEM_PRODUCTIVE)
    return hosts | _PREFIX * bool(value & VERB)


def _compute(pair: tuple[str, ...]) -> float:
    left, right = pair
    if left in PREFIXES:
        return _VERBAL if load().get(right) & VERB else _NEVER
    if right in SUFFIXES:
        return _ending_weight(left, right)
    value = load().get(pair_key(left, right)) | load().get(stem_pair_key(left, right))
    if value & (JOINED | LIKELY):
        return _COMPOUND
    return _DOUBTFUL if load().get(right) & STEM_PRODUCTIVE and standing(left) > UNKNOWN else _NEVER


def _ending_weight(left: str, right: str) -> float:
    """Return how sure it is that an ending belongs to the word: no plural has another, no verb has one."""
    value = load().get(left)
    if left in _WITH_PLURAL and right in _PLURALS:
        return _LIKELY
    if standing(left) == UNKNOWN or value & FUNCTION:
        return _NEVER
    if right in _COPULAS:
        return _ENDING if value & PARTICIPLE else _DOUBTFUL
    if (len(left) > 4 and left.endswith(_PLURALS)) or (value & VERB and left[-1] in "دم"):
        return _DOUBTFUL
    return _DOUBTFUL if left.endswith(("ای", "وی")) else _LIKELY if left.endswith("ی") else _ENDING


_weight_of: PhraseCache[float] = PhraseCache(_compute, 1 << 14)
