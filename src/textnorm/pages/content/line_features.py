"""What the page model sees of one line alone: words, their shares, how it begins and ends, its role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from operator import or_
from typing import Any, NamedTuple

from textnorm.cache import BoundedCache
from textnorm.pages.content.characters import END_CLASSES, NO_CASE, SEEN_HEAD, start_class
from textnorm.pages.content.columns import MOST_WORDS, Column
from textnorm.pages.content.counted_words import CONCEPTS, ROLE_CODES, concept_bits, stop_words
from textnorm.pages.content.native import reader
from textnorm.pages.interface.match import (
    ALONE,
    MOST_WORDS_OF_A_PHRASE,
    ROLES,
    ROW,
    SLOT,
    bits_of_words,
    mask,
)
from textnorm.pages.interface.templates import fold, words_of

#: capitals and menu words are counted among the first words alone
_LOOKED = 14
#: words of up to this many letters are no evidence
_SHORT = 3
#: a line is probably boilerplate if this many eighths of its words are menu words
MENU = 3

_DATE = 1 << CONCEPTS.index("date")

_ROLE_BITS = (1 << len(ROLES)) - 1

OWN_NAMES = (
    "words", "end", "start", "commas", "digits", "capitals", "stopwords", "concepts", "hits", "role", "sure",
    "inner", "dated", "colon", "bits",
)  # fmt: skip


def _own(line: str, words: list[str], concepts: Mapping[str, int], stop: frozenset[str]) -> tuple[int, ...]:
    """Return the features of one line alone, in the order of ``OWN_NAMES``."""
    count = len(words)
    size = count or 1
    looked = size if size < _LOOKED else _LOOKED
    found = [concepts[word] for word in words[:_LOOKED] if word in concepts]
    concept = reduce(or_, found) if found else 0
    roles = bits_of_words(words) if count <= MOST_WORDS_OF_A_PHRASE else 0
    letters_only = "".join(words).isalpha()
    digits = 0 if letters_only else len([word for word in words if word[0].isdigit()])
    if len(line) > SEEN_HEAD:
        count = count * len(line) // SEEN_HEAD
    commas = line.count("\N{ARABIC COMMA}") + line.count(",")
    inner = line.count(". ") + line.count("\N{ARABIC QUESTION MARK} ") + line.count("! ")
    return (
        count if count < MOST_WORDS else MOST_WORDS,
        END_CLASSES.get(line[-1], 0),
        start_class(line[0]),
        commas if commas < 8 else 8,
        digits * 8 // size,
        _capitals(line) * 8 // looked if line[0] < NO_CASE else 0,
        len(stop.intersection(words)) * 16 // size,
        concept,
        len(found) * 8 // looked,
        _role(roles & _ROLE_BITS) if roles else 0,
        _certainty(roles) if roles else 0,
        inner if inner < 4 else 4,
        _dated(digits, concept, count) if digits else 0,
        1 if ": " in line or " :" in line else 0,
        roles,
    )


def _dated(digits: int, concepts: int, count: int) -> int:
    """Tell whether a short line holds a date: 1 three numbers, 2 a month or weekday with a number."""
    if count > _LOOKED:
        return 0
    return 2 if concepts & _DATE else 1 if digits > 2 else 0


def _capitals(line: str) -> int:
    """Return how many of the first words begin with a capital."""
    if line.islower():
        return 0
    return len([word for word in line.split(None, _LOOKED)[:_LOOKED] if word[0].isupper()])


@cache
def _role(bits: int) -> int:
    """Return the number of a line's role; of several that nearest to the text."""
    return min((code for place, code in enumerate(ROLE_CODES) if bits >> place & 1), default=0)


def _certainty(bits: int) -> int:
    """Return how much a role says: 0 nothing, 1 words fill a slot, 2 the whole line, 3 a row, 4 a certain line."""
    return 4 if bits & ALONE else 3 if bits & ROW else 1 if bits & SLOT else 2


#: the words of a line that say what it is about, how many words it has in all, and the row of its features
Looked = tuple[frozenset[str], int, tuple[int, ...]]
#: short lines come again: on the pages of a site, and in what is left of a page
_SEEN: BoundedCache[str, Looked] = BoundedCache(lambda line: _look([line])[0], 8192)


def _look(lines: Sequence[str]) -> list[Looked]:
    """Cut the heads of some lines into words, and look at each."""
    cut = map(words_of, fold("\n".join([line[:SEEN_HEAD] for line in lines])).split("\n"))
    concepts, stop = concept_bits(), stop_words()
    return [
        (_telling(words, stop), len(words), _own(line, words, concepts, stop))
        for line, words in zip(lines, cut, strict=True)
    ]


def _telling(words: Sequence[str], stop: frozenset[str]) -> frozenset[str]:
    """Return the words that say what a line is about."""
    return frozenset([word for word in words if len(word) > _SHORT and word not in stop])


class Own(NamedTuple):
    """The lines of a page, their telling words, how many words each has, and the columns of what each line is alone.

    ``telling`` holds sets of words, or what the native core knows lines by, as bytes.
    """

    lines: Sequence[str]
    telling: Sequence[frozenset[str] | bytes]
    counts: Column
    columns: dict[str, Column]


def own_features(lines: Sequence[str], known: dict[str, dict[str, Any]] | None = None) -> Own:
    """Look at each line of a page alone, and at equal lines once; no line may be blank.

    ``known`` holds what was found out about lines before, by the core and by Python, and is added to.
    """
    known = {} if known is None else known
    native = reader()
    read = native.look(list(lines), known.setdefault("read by the core", {})) if native else None
    if read is not None:
        return Own(lines, read[-2], read[-1], dict(zip(OWN_NAMES, read, strict=False)))
    found: dict[str, Looked] = known.setdefault("own features", {})
    new = [line for line in dict.fromkeys(lines) if line not in found]
    seen = [(line, _SEEN.get(line)) for line in new]
    found.update((line, looked) for line, looked in seen if looked is not None)
    new = [line for line, looked in seen if looked is None]
    for line, looked in zip(new, _look(new) if new else (), strict=True):
        found[line] = looked
        _SEEN.put(line, looked)
    telling, counts, rows = zip(*map(found.__getitem__, lines), strict=True)
    columns = {name: Column(column) for name, column in zip(OWN_NAMES, zip(*rows, strict=True), strict=True)}
    return Own(lines, telling, Column(counts), columns)


#: what stands round an article, by the roles that say so
AROUND = mask(
    "comment_form", "comment_count", "moderation", "comment_row", "related", "newsletter", "share", "footer",
    "cookies", "rating", "blog", "archive", "login", "pagination",
)  # fmt: skip
THREAD = mask("comment_form", "comment_count", "moderation", "comment_row")
TEASERS = mask("related", "read_more")
FORUM = mask("forum")
