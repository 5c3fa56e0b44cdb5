"""What the table says about a string: one bit for each fact, with a word of which it is true.

A word and a pair of words never share a key, so that bits of `Word` and of `Pair` may have the same value. The
numbers are exported as plain integers too: the rules test them a million times a second.
"""

from __future__ import annotations

from enum import IntEnum, IntFlag


class Word(IntFlag):
    """What is known of a word, or of the stem of words."""

    WORD = 1 << 0  #: a word of the language, safe to leave alone: کتاب
    RARE = 1 << 1  #: stands in the source word list only, where noise stands too: آباجی
    VERB = 1 << 2  #: a verb form that می and نمی may precede: رود
    PARTICIPLE = 1 << 3  #: a past participle in heh: رفته
    ADJECTIVE = 1 << 4  #: takes تر: بزرگ
    FUNCTION = 1 << 5  #: a function word, which hosts no suffix: از
    LEFT = 1 << 6  #: begins a joined pair: دانش (دانش‌آموز)
    RIGHT = 1 << 7  #: ends a joined pair, under the stem of the word: آموز
    SILENT_HEH = 1 << 8  #: ends in a heh that is not sounded, as running text shows: خانه
    AFTER_BE = 1 << 9  #: makes an adverb or a preposition with به: عنوان
    HEH_WINS = 1 << 10  #: with «ای» it is commoner than the plural of the word without heh: ستاره (ستار)
    PRODUCTIVE = 1 << 11  #: makes new compounds as their second half, under the stem of the word: شناس
    COMMON = 1 << 12  #: seen more than once in running text: خانه
    UNCLEAR_HEH = 1 << 13  #: with «ای» it is as common as the plural of the word without heh: سوخته (سوخت)
    STEM_FERTILE = 1 << 14  #: its stem ends many kinds of compounds, if where the two stand in one: گیر
    FREE = 1 << 15  #: often stands behind a space, on its own: کار
    LEFT_OF_FREE = 1 << 16  #: begins a joined pair whose second half is such a word: هم (هم‌کار)
    RIGHT_AS_FREE = 1 << 17  #: such a word that ends a joined pair: رو (پیاده‌رو)
    STEM_RIGHT = 1 << 18  #: its stem ends a joined pair, and need not be asked for: آموزان
    STEM_PRODUCTIVE = 1 << 19  #: its stem makes new compounds: شناسی


class Pair(IntFlag):
    """What is known of two words that stand side by side; see `pair_key`."""

    JOINED = 1 << 8  #: written with a joiner: پیش‌بینی
    LIKELY = 1 << 9  #: more often written with a joiner than not: زنده‌یاد
    APART = 1 << 10  #: written with a space: به طور
    IN_CONTEXT = 1 << 13  #: the next word tells: اعلام‌شده در, اعلام شده است


class After(IntEnum):
    """What the word behind a pair is: the class of context in which a pair is judged."""

    OTHER = 0  #: بزرگ
    END = 1  #: the end of the line, punctuation
    CLAUSE = 2  #: و که
    PREPOSITION = 3  #: از
    TO = 4  #: به تا
    RA = 5  #: را
    BE = 6  #: است
    VERB = 7  #: کرد
    AGAIN = 8  #: هم
    PLURAL = 9  #: ها
    ARTICLE = 10  #: ای
    CLITIC = 11  #: اش
    PREFIX = 12  #: می
    HAVE = 13  #: دارد
    BOUND = 14  #: no word behind the pair, but one before it that its left half belongs to: سال (سال پیش خرید), من (من هم خانه)
    PRONOUN = 15  #: او این


WORD, RARE, VERB, PARTICIPLE, ADJECTIVE = map(
    int, (Word.WORD, Word.RARE, Word.VERB, Word.PARTICIPLE, Word.ADJECTIVE)
)
FUNCTION, LEFT, RIGHT, PRODUCTIVE, COMMON = map(
    int, (Word.FUNCTION, Word.LEFT, Word.RIGHT, Word.PRODUCTIVE, Word.COMMON)
)
FREE, LEFT_OF_FREE, RIGHT_AS_FREE = map(int, (Word.FREE, Word.LEFT_OF_FREE, Word.RIGHT_AS_FREE))
SILENT_HEH, AFTER_BE, HEH_WINS, UNCLEAR_HEH = map(
    int, (Word.SILENT_HEH, Word.AFTER_BE, Word.HEH_WINS, Word.UNCLEAR_HEH)
)
STEM_RIGHT, STEM_PRODUCTIVE, STEM_FERTILE = map(
    int, (Word.STEM_RIGHT, Word.STEM_PRODUCTIVE, Word.STEM_FERTILE)
)
JOINED, LIKELY, APART, IN_CONTEXT = map(int, (Pair.JOINED, Pair.LIKELY, Pair.APART, Pair.IN_CONTEXT))

#: of a string in «های»: a plural, but «ـه‌ای» where no ezafe can follow («حرفهای که»); «ـه‌ای», but a plural before a noun
#: («نشستهای خبری»); the bits mean the same of a word in heh, which no such string is
TOLD_AS_ARTICLE, TOLD_AS_PLURAL = HEH_WINS, UNCLEAR_HEH

FIRST_CUT = 20  #: where the first cut of a glued compound is kept, in the value of a word (6 bits)
SECOND_CUT = 26  #: where the second one is (6 bits)
FIRST_CONTEXT = 16  #: in the value of a pair: the bit of `After(0)`, set if the pair is joined there


def cuts(value: int) -> tuple[int, ...]:
    """Return the places where the glued compound with this value takes a joiner."""
    places = (value >> FIRST_CUT & 63, value >> SECOND_CUT & 63)
    return tuple(place for place in places if place)


def with_cuts(places: tuple[int, ...]) -> int:
    """Return the bits that keep at most two *places*."""
    first, second = (*places, 0, 0)[:2]
    return first << FIRST_CUT | second << SECOND_CUT


def joined_in(value: int, context: int) -> bool:
    """Return whether a pair with this value is joined before a word of the class *context*."""
    return bool(value >> (FIRST_CONTEXT + context) & 1)


def with_contexts(contexts: frozenset[After]) -> int:
    """Return the bits of a pair that is joined in these classes of context only."""
    return sum((1 << (FIRST_CONTEXT + context) for context in contexts), int(IN_CONTEXT))
